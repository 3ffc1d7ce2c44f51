"""What a tenant may have so much of: the metrics that plans limit, and what a share of a limit is called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from domain.kernel.errors import QuotaExceeded


class Metric(StrEnum):
    """What is limited. A table whose rows count says so by `counted`."""

    MEMBERS = "members"
    VENTURES = "ventures"
    RISKS = "risks"
    WEBHOOK_ENDPOINTS = "webhook_endpoints"
    READINGS_PER_DAY = "readings_per_day"
    API_COST_PER_MINUTE = "api_cost_per_minute"


class QuotaSource(StrEnum):
    """Whose limit is in force."""

    PLAN = "plan"
    OVERRIDE = "override"


DAILY: Final = frozenset({Metric.READINGS_PER_DAY})
"""What begins anew with each of the tenant's days."""

SPENT: Final = frozenset({Metric.API_COST_PER_MINUTE})
"""What the rate limits hold, and no counter."""

_WORDS: Final = {metric: str(metric).partition("_per_")[0].replace("_", " ") for metric in Metric}


def soft_limit(most: int) -> int:
    """From how many on the tenant is warned: four fifths of the limit, rounded up."""
    return -(-most * 4 // 5)


def crosses(before: int, used: int, most: int) -> bool:
    """Whether use has just come to the soft limit, from below."""
    return before < soft_limit(most) <= used


def exceeded(metric: Metric, most: int, used: int, more: int) -> QuotaExceeded:
    """The refusal of so many more where so many are used of a limit."""
    words = _WORDS[metric]
    if metric in DAILY:
        message = (
            f"the tenant has {used:,} of {most:,} {words} of today, and this would be {more:,} more; send them "
            "tomorrow, or ask the operator of this installation for a higher limit"
        )
    else:
        message = (
            f"the tenant has {used:,} of {most:,} {words}, and this would be {more:,} more; archive some that are no "
            "longer needed, or ask the operator of this installation for a higher limit"
        )
    return QuotaExceeded(message, metric=str(metric), limit=most, used=used)

"""The events after which a venture is looked at again: what people do. What workers store is never in it.

So nothing that the monitor writes can make a venture due, and no two workers can keep each other busy.
"""

from __future__ import annotations

from typing import Final

ENTITIES: Final = (
    "venture",
    "risk",
    "response",
    "action",
    "acceptance",
    "issue",
    "risk_appetite",
    "risk_cause",
    "risk_milestone",
    "team",
    "milestone",
    "dependency",
    "criterion",
    "research",
    "customer_revenue",
    "acquisition",
    "funding_round",
    "investment",
    "resource",
    "allocation",
    "data_source",
    "data_use",
    "compute_pool",
    "compute_forecast",
    "role_requirement",
    "indicator",
    "condition",
    "silence",
    "obligation",
    "obligation_evidence",
    "venture_regime",
    "competitor",
    "competitor_event",
)
"""Entities of a venture (or that reach all ventures, where they have none) that rules or telling look at."""

OF_THE_TENANT: Final = ("calendar", "rule", "risk_scale", "silence", "escalation_policy", "risk_appetite")
"""Entities without a venture: a change of one reaches every venture."""

FACTS: Final = (
    "risk.assessed",
    "milestone.criterion_recorded",
    "milestone.review.decided",
    "indicator.readings_recorded",
    "compute_pool.use_recorded",
)

VERBS: Final = ("created", "updated", "archived", "restored")

INPUTS: Final[frozenset[str]] = frozenset(
    {f"{word}.{verb}" for word in (*ENTITIES, *OF_THE_TENANT) for verb in VERBS} | set(FACTS)
)
"""Types of events after which the monitor looks at the venture of the event, or at all where it has none."""


PEOPLE: Final[frozenset[str]] = frozenset(
    {f"{word}.{verb}" for word in ("person", "role_holder", "team_member") for verb in VERBS}
    | {f"{word}.{verb}" for word in ("team", "role_requirement") for verb in ("archived", "restored")}
)
"""Changes of people or of where they have a place: they reach every venture in which these people have one."""

MILESTONES: Final[frozenset[str]] = frozenset(f"milestone.{verb}" for verb in VERBS)
"""Changes of a milestone: they reach the ventures whose milestones depend on it."""


def reaches_all_ventures(event_type: str) -> bool:
    """Whether an event without a venture concerns every venture of the tenant."""
    return event_type in INPUTS and event_type.partition(".")[0] in OF_THE_TENANT

"""A rule that cannot be evaluated: its alerts stay as they are, and the third failure in a row is told once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

TOLD_AT = 3
LONGEST_ERROR = 500


@dataclass(frozen=True, slots=True)
class RuleHealth:
    """What is kept of a rule's evaluations in a tenant; one field, one column.

    `failures` in a row, `failing_since` the first of them, `error` the last one's text: shown until it succeeds.
    """

    failures: int = 0
    failing_since: datetime | None = None
    error: str | None = None


class Failed(NamedTuple):
    """The rule's health after a failure, and whether `rule.evaluation.failing` is to be told now."""

    health: RuleHealth
    tell: bool


def failed(health: RuleHealth, error: str, now: datetime) -> Failed:
    """Count a failure; the third in a row is told, and none after it until the rule has succeeded."""
    count = health.failures + 1
    since = health.failing_since or now
    return Failed(replace(health, failures=count, failing_since=since, error=error[:LONGEST_ERROR]), count == TOLD_AT)


HEALTHY = RuleHealth()

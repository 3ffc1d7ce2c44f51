"""When the open tasks of a venture will be done at the pace of past weeks. Pure.

Only whole weeks count, from the first Monday after its first task was known, weeks without any finished task included.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.forecasting.facts import PaceFacts

MOST_WEEKS: Final = 26
"""How many past weeks count; what was before is another team by now."""

_WEEK: Final = timedelta(days=7)


class PaceState(StrEnum):
    """Whether a pace says when the open tasks will be done."""

    KNOWN = "known"
    NOTHING_OPEN = "nothing_open"
    TOO_LITTLE_HISTORY = "too_little_history"
    NEVER = "never"
    TOO_MANY = "too_many"


def weekly(pace: PaceFacts, status_on: date) -> list[int]:
    """How many tasks were finished in each whole week up to the status day, the latest last."""
    if pace.since is None:
        return []
    this_week = status_on - timedelta(days=status_on.weekday())
    first = max(pace.since + timedelta(days=-pace.since.weekday() % 7), this_week - MOST_WEEKS * _WEEK)
    finished = dict(pace.finished)
    return [finished.get(first + number * _WEEK, 0) for number in range((this_week - first) // _WEEK)]


def told(pace: PaceFacts, status_on: date) -> dict[str, Any]:
    """What is stored of a pace: its state, the weeks it rests on, and by which day with which certainty all is done."""
    from domain.forecasting.throughput import MOST_ITEMS, SHARES, TooLittleHistory, when_done  # with numpy

    history = [min(finished, MOST_ITEMS) for finished in weekly(pace, status_on)]
    found: dict[str, Any] = {
        "open_tasks": pace.open,
        "weeks": len(history),
        "finished_a_week": f"{sum(history) / len(history):.2f}" if history else None,
        **dict.fromkeys(("p50_on", "p80_on", "p85_on", "p90_on", "p95_on")),
    }
    if not pace.open:
        return found | {"state": PaceState.NOTHING_OPEN}
    if pace.open > MOST_ITEMS:
        return found | {"state": PaceState.TOO_MANY}
    try:
        weeks = when_done(history, pace.open).weeks
    except TooLittleHistory:
        return found | {"state": PaceState.TOO_LITTLE_HISTORY}
    days = {
        f"p{round(100 * share)}_on": None if (count := weeks[share]) is None else status_on + count * _WEEK
        for share in SHARES
    }
    return found | days | {"state": PaceState.KNOWN if any(days.values()) else PaceState.NEVER}

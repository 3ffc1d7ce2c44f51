"""When an endpoint that fails is left alone for a while, and for how long: the circuit breaker.

After `OPEN_AFTER` failures in a row nothing is sent for a pause; then one delivery at a time probes it, each failure
doubles the pause, and one success ends it. Answers by which receivers say that it is too much for them pause at once.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

OPEN_AFTER: Final = 10
FIRST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(minutes=10)
SLOWED: Final = timedelta(seconds=5)
"""The pause after a 429, 502, 503 or 504 without Retry-After."""


class EndpointState(StrEnum):
    """How an endpoint does."""

    ACTIVE = "active"
    FAILING = "failing"
    PAUSED = "paused"
    DISABLED = "disabled"


def pause_after(failures: int, slow: bool) -> timedelta | None:
    """How long nothing is sent after so many failures in a row; None where the next is sent as usual."""
    if failures < OPEN_AFTER:
        return SLOWED if slow else None
    doublings = min(failures - OPEN_AFTER, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def state_of(
    enabled: bool, failing_since: datetime | None, not_before: datetime | None, now: datetime
) -> EndpointState:
    """How an endpoint does at an instant."""
    if not enabled:
        return EndpointState.DISABLED
    if not_before is not None and not_before > now:
        return EndpointState.PAUSED
    return EndpointState.ACTIVE if failing_since is None else EndpointState.FAILING

"""How many deliveries of an endpoint may begin now, where it has a rate: the generic cell rate algorithm.

What is kept is one instant, `free_at`: until then the rate is used up. At most a tenth of a second's worth is saved up,
so that no second ever has more than the rate and that tenth.
"""

from __future__ import annotations

from datetime import datetime, timedelta


def allowed(rate: int, free_at: datetime | None, now: datetime) -> int:
    """How many may begin at `now`."""
    return max(0, int((now - _begin(rate, free_at, now)) / _interval(rate)))


def free_after(rate: int, free_at: datetime | None, now: datetime, begun: int) -> datetime:
    """What is kept after so many have begun at `now`."""
    return _begin(rate, free_at, now) + begun * _interval(rate)


def _interval(rate: int) -> timedelta:
    return timedelta(seconds=1) / rate


def _begin(rate: int, free_at: datetime | None, now: datetime) -> datetime:
    saved_up = now - max(_interval(rate), timedelta(seconds=0.1))
    return saved_up if free_at is None else max(free_at, saved_up)

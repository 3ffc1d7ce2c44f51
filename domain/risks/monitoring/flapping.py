"""Flapping: an alert that changes too often is told of once an hour, with a count, until it calms down.

Counted in a time window and not over a number of checks (as Nagios does), because events may lie days apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

WINDOW = timedelta(hours=24)
BEGINS_AT, ENDS_AT = 4, 1
SUMMARY_EVERY = timedelta(hours=1)
KEPT = 500


@dataclass(frozen=True, slots=True)
class Flapping:
    """What is kept of the changes of one (rule, subject), over all its alerts; one field, one column.

    ========  ====================  ==============================================================
    column    type                  meaning
    ========  ====================  ==============================================================
    changes   timestamptz[]         when it fired or was resolved in the last 24 hours, oldest first (at most 500)
    since     timestamptz, null     flapping since; null: not flapping
    told_at   timestamptz, null     when somebody was last told of this flapping
    untold    integer               changes since then
    ========  ====================  ==============================================================

    A row that equals `CALM` need not be kept.
    """

    changes: tuple[datetime, ...] = ()
    since: datetime | None = None
    told_at: datetime | None = None
    untold: int = 0

    @property
    def on(self) -> bool:
        """Whether it flaps, so that single changes are withheld."""
        return self.since is not None

    @property
    def ends_at(self) -> datetime | None:
        """When it will be calm if nothing changes any more; None where it does not flap."""
        if not self.on:
            return None
        return self.changes[-1 - ENDS_AT] + WINDOW if len(self.changes) > ENDS_AT else self.since

    @property
    def summary_at(self) -> datetime | None:
        """When the next hourly summary is due; None where there is nothing new to tell."""
        if self.since is None or not self.untold:
            return None
        return (self.told_at or self.since) + SUMMARY_EVERY


CALM = Flapping()


def settled(flapping: Flapping, now: datetime) -> Flapping:
    """Forget changes that have left the window (now − 24 h, now]; with at most one left, the flapping has ended."""
    changes = tuple(at for at in flapping.changes if at > now - WINDOW)
    if flapping.on and len(changes) <= ENDS_AT:
        return Flapping(changes)
    return replace(flapping, changes=changes)


def with_change(flapping: Flapping, now: datetime) -> Flapping:
    """Count a change; with the fourth in the window the flapping begins."""
    changed = replace(flapping, changes=(*flapping.changes, now)[-KEPT:])
    if changed.on:
        return replace(changed, untold=changed.untold + 1)
    return replace(changed, since=now, untold=1) if len(changed.changes) >= BEGINS_AT else changed


def told(flapping: Flapping, now: datetime) -> Flapping:
    """Somebody has been told of the flapping, with its count."""
    return replace(flapping, told_at=now, untold=0)

"""What is shown of a venture's health: worse at once, better once it has held for a day, else what a person says.

Values in, values out, as the life of an alert.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.health.health import HealthState

HELD: Final = timedelta(hours=24)
"""For how long the facts must be better before the state is."""

Reasons = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Override:
    """What a member says instead of the facts, until when."""

    state: HealthState
    reason: str
    until: datetime
    at: datetime
    by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a venture's health."""

    computed: HealthState
    reasons: Reasons
    since: datetime
    improving_since: datetime | None = None
    override: Override | None = None

    @property
    def shown(self) -> HealthState:
        """What is shown."""
        return self.computed if self.override is None else self.override.state


def settle(kept: Kept | None, found: HealthState, reasons: Reasons, now: datetime) -> Kept:
    """What is kept after a look at the facts. A lapsed override is gone."""
    if kept is None:
        return Kept(found, reasons, now)
    override = None if kept.override is None or kept.override.until <= now else kept.override
    after = replace(kept, override=override)
    # What was not known, or not asked for, has not improved when it comes to be known.
    blank = found is HealthState.NOT_APPLICABLE or kept.computed in (HealthState.NOT_APPLICABLE, HealthState.UNKNOWN)
    if blank or found.rank <= kept.computed.rank:
        after = replace(after, computed=found, reasons=reasons, improving_since=None)
    else:
        improving = kept.improving_since or now
        held = now - improving >= HELD
        after = (
            replace(after, computed=found, reasons=reasons, improving_since=None)
            if held
            else replace(after, improving_since=improving)
        )
    return after if after.shown is kept.shown else replace(after, since=now)


def overridden(kept: Kept, override: Override | None, now: datetime) -> Kept:
    """What is kept once a member says what is shown, or says it no more."""
    after = replace(kept, override=override)
    return after if after.shown is kept.shown else replace(after, since=now)


def next_settling(kept: Kept) -> datetime | None:
    """The next instant at which time alone changes what is shown."""
    instants = [] if kept.improving_since is None else [kept.improving_since + HELD]
    if kept.override is not None:
        instants.append(kept.override.until)
    return min(instants, default=None)

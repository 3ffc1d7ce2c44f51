"""What a member can say of a venture's health instead of the facts, for a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.health.health import HealthState
from domain.health.keeping import keep_health
from domain.health.settling import Kept, Override, overridden
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input, LongText, Moment
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

LONGEST: Final = timedelta(days=7)
LEAST_REASON: Final = 20
"""Characters of a reason for calling a venture on track that is off track by its facts."""
SAID: Final = (HealthState.OFF_TRACK, HealthState.AT_RISK, HealthState.ON_TRACK)

VentureId = Annotated[UUID, IdOf("venture")]


class OverrideHealth(Input):
    """What is to be shown of a venture's health instead of what follows from the facts."""

    venture_id: VentureId = Field(description="The venture.")
    state: HealthState = Field(description="What is to be shown: off track, at risk or on track.")
    reason: Annotated[LongText, Field(min_length=1)] = Field(
        description="Why; at least 20 characters for on track where the facts say off track.",
        examples=["The supplier has promised the licence for Friday, in writing."],
    )
    until: Moment | None = Field(None, description="Until when, at most seven days from now; left out, seven days.")


class EndHealthOverride(Input):
    """A venture whose health is to be shown as it follows from the facts again."""

    venture_id: VentureId = Field(description="The venture.")


@command(Action.VENTURE_WRITE, returns={"venture": "venture"})
async def override_health(work: Work, given: OverrideHealth) -> Done:
    """Say what is shown of a venture's health, with a reason and for a time; what follows from the facts stays beside.

    Saying it anew replaces what was said before.
    """
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    until = given.until or work.now + LONGEST
    if not work.now < until <= work.now + LONGEST:
        raise Invalid.at("until", message=f"must lie after now and within {LONGEST.days} days")
    if given.state not in SAID:
        raise Invalid.at("state", message=f"cannot be said by a person; say one of {', '.join(SAID)}")

    def said(kept: Kept) -> Kept:
        if kept.computed is HealthState.NOT_APPLICABLE:
            raise InvalidState.at("venture_id", message="the venture is being wound up; its health is not told")
        green = given.state is HealthState.ON_TRACK and kept.computed is HealthState.OFF_TRACK
        if green and len(given.reason) < LEAST_REASON:
            message = f"must have at least {LEAST_REASON} characters, for by its facts the venture is off track"
            raise Invalid.at("reason", message=message)
        override = Override(given.state, given.reason, until, work.now, work.principal.member_id)
        return overridden(kept, override, work.now)

    await _say(work, given.venture_id, said)
    after = {"state": str(given.state), "reason": given.reason, "until": outward(until)}
    work.record("venture.health_overridden", ("venture", given.venture_id), after=after, venture_id=given.venture_id)
    return Done({"venture": given.venture_id})


@command(Action.VENTURE_WRITE, returns={"venture": "venture"})
async def end_health_override(work: Work, given: EndHealthOverride) -> Done:
    """Show a venture's health as it follows from the facts again. Twice is once."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    held = False

    def said(kept: Kept) -> Kept:
        nonlocal held
        held = kept.override is not None
        return overridden(kept, None, work.now)

    await _say(work, given.venture_id, said)
    if held:
        work.record("venture.health_override_ended", ("venture", given.venture_id), venture_id=given.venture_id)
    return Done({"venture": given.venture_id})


async def _say(work: Work, venture_id: UUID, said: Callable[[Kept], Kept]) -> None:
    await work.guard(f"monitor:{venture_id.hex}")
    await keep_health(work, venture_id, said)
    await work.mark("monitor", [venture_id])

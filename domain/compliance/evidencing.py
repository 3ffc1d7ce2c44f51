"""Giving evidence that an obligation was fulfilled; of a recurring one it opens the next."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.compliance.commands import MOST, ObligationId
from domain.compliance.recurring import due_again
from domain.compliance.tables import Obligation, ObligationEvidence
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import LAST_DAY, Change, Day, IdOf, Input, Link, LongText, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past, today

MOST_EVIDENCE: Final = 200
"""Pieces of evidence of one obligation."""

Shown = Annotated[LongText, Field(min_length=1)]


class AddEvidence(Input):
    """What shows that an obligation was fulfilled."""

    obligation_id: ObligationId = Field(description="The obligation.")
    text: Shown = Field(
        description="What was done, and what shows it.", examples=["Audit report of 3 May, no findings"]
    )
    url: Link | None = Field(None, description="Where it can be looked at.")
    provided_on: Day | None = Field(None, description="The day of it; left out, today. Not in the future.")


class UpdateObligationEvidence(Change):
    """Changes to evidence: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("obligation_evidence")] = Field(description="The evidence.")
    text: Shown = may_be_left_out("What was done, and what shows it.")
    url: Link | None = Field(None, description="Where it can be looked at.")
    provided_on: Day = may_be_left_out("The day of it. Not in the future.")


@command(
    Action.COMPLIANCE_WRITE,
    returns={"obligation_evidence": "obligation_evidence", "obligation": "obligation"},
    creates=True,
)
async def add_evidence(work: Work, given: AddEvidence) -> Done:
    """Give evidence that an obligation was fulfilled. The first of a recurring one opens the next, once.

    The next is due so many months after the day on which this one was due, whenever the evidence came.
    """
    obligation = await load_for_change(work, Obligation, given.obligation_id, None, "obligation_id")
    await check_past(work, "provided_on", given.provided_on)
    await check_room(work, ObligationEvidence, "obligation_id", obligation.id, MOST_EVIDENCE, "obligation_id")
    row = work.new(
        ObligationEvidence,
        venture_id=obligation.venture_id,
        obligation_id=obligation.id,
        text=given.text,
        url=given.url,
        provided_on=given.provided_on or await today(work),
        provided_by=work.principal.member_id,
    )
    await open_next(work, obligation)
    return Done({"obligation_evidence": row.id, "obligation": obligation.id})


@command(Action.COMPLIANCE_WRITE, returns={"obligation_evidence": "obligation_evidence"})
async def update_obligation_evidence(work: Work, given: UpdateObligationEvidence) -> Done:
    """Correct evidence."""
    row = await load_for_change(work, ObligationEvidence, given.id, given.expected_version)
    await check_past(work, "provided_on", given.provided_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"obligation_evidence": row.id})


async def open_next(work: Work, row: Obligation) -> Obligation | None:
    """The obligation that follows from a recurring one that is fulfilled; None where there is one, or none follows.

    Whoever calls holds the row.
    """
    if row.recurrence_months is None:
        return None
    followers = sa.select(col(Obligation.id)).where(
        col(Obligation.tenant_id) == work.tenant_id, col(Obligation.follows_id) == row.id
    )
    if (await work.session.execute(followers)).first() is not None:
        return None
    due_on = due_again(row.due_on, row.recurrence_months, row.due_day)
    if due_on > LAST_DAY:
        return None
    await check_room(work, Obligation, "venture_id", row.venture_id, MOST, "obligation_id")
    same = ("venture_id", "kind", "regime", "title", "description", "provision", "template", "owner_id")
    return work.new(
        Obligation,
        **{name: getattr(row, name) for name in (*same, "due_day", "recurrence_months")},
        due_on=due_on,
        follows_id=row.id,
    )


archiving_commands(ObligationEvidence, Action.COMPLIANCE_WRITE, __name__)

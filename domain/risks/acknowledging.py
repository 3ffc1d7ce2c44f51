"""Acknowledging an alert: a member takes it, and reminders and escalation by time stop."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input, LongText, Moment
from domain.kernel.work import Work
from domain.risks.alert_tables import Alert
from domain.risks.alerts import apply_outcome, flapping_of, naming_of, state_of, surroundings_of
from domain.risks.monitoring.lifecycle import NotFiring, acknowledge, unacknowledge
from domain.tenancy.permissions import Action

LONGEST: Final = timedelta(days=90)
AlertId = Annotated[UUID, IdOf("alert")]


class AcknowledgeAlert(Input):
    """An alert that somebody takes."""

    alert_id: AlertId = Field(description="The alert.")
    until: Moment | None = Field(
        None, description="Until when it is taken, at most 90 days from now; left out, what the tenant's policy says."
    )
    note: LongText | None = Field(None, description="What is being done about it.", examples=["Calling the partner"])


@command(Action.ALERT_ACKNOWLEDGE, returns={"alert": "alert"})
async def acknowledge_alert(work: Work, given: AcknowledgeAlert) -> Done:
    """Take a firing alert: reminders and escalation by time stop. Taking it twice is taking it once."""
    row = await work.get(Alert, given.alert_id, "alert_id", lock=True)
    taken_before = row.acknowledged_at is not None
    if given.until is not None and not work.now < given.until <= work.now + LONGEST:
        raise Invalid.at("until", message=f"must lie after now and within {LONGEST.days} days")
    naming = await naming_of(work, row)
    flapping = await flapping_of(work, row.rule, row.subject_id)
    try:
        around = await surroundings_of(work, row, naming)
        outcome = acknowledge(state_of(row), work.now, around, flapping, given.until)
    except NotFiring as error:
        raise InvalidState.at("alert_id", message=str(error)) from None
    await apply_outcome(work, row, outcome, naming, flapping)
    if not taken_before:
        row.acknowledged_by, row.acknowledgement_note = work.principal.member_id, given.note
        said = {"note": given.note}
        work.record("alert.acknowledged", ("alert", row.id), after=said, venture_id=row.venture_id)
    await work.mark("monitor", [row.venture_id])
    return Done({"alert": row.id})


class UnacknowledgeAlert(Input):
    """An alert that is given back."""

    alert_id: AlertId = Field(description="The alert.")


@command(Action.ALERT_ACKNOWLEDGE, returns={"alert": "alert"})
async def unacknowledge_alert(work: Work, given: UnacknowledgeAlert) -> Done:
    """Give an alert back that was taken: reminders and escalation begin anew. Twice is once."""
    row = await work.get(Alert, given.alert_id, "alert_id", lock=True)
    taken_before = row.acknowledged_at is not None
    naming = await naming_of(work, row)
    flapping = await flapping_of(work, row.rule, row.subject_id)
    try:
        outcome = unacknowledge(state_of(row), work.now, await surroundings_of(work, row, naming), flapping)
    except NotFiring as error:
        raise InvalidState.at("alert_id", message=str(error)) from None
    await apply_outcome(work, row, outcome, naming, flapping)
    if taken_before:
        work.record("alert.unacknowledged", ("alert", row.id), venture_id=row.venture_id)
    await work.mark("monitor", [row.venture_id])
    return Done({"alert": row.id})

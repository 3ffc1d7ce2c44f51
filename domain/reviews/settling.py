"""What becomes of the conditions of a conditional go: met, waived, failed, or moved once."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Day, IdOf, Input, LongText
from domain.kernel.work import Work
from domain.reviews.people import check_chair
from domain.reviews.states import ConditionState
from domain.reviews.tables import Review, ReviewCondition
from domain.tenancy.permissions import Action

ConditionId = Annotated[UUID, IdOf("condition")]
Reason = Annotated[LongText, Field(min_length=1)]


class MeetCondition(Input):
    """A condition that is met."""

    condition_id: ConditionId = Field(description="The condition.")
    reason: LongText | None = Field(None, description="What shows that it is met.")


class WaiveCondition(Input):
    """A condition that need not be met."""

    condition_id: ConditionId = Field(description="The condition.")
    reason: Reason = Field(description="Why.")


class FailCondition(Input):
    """A condition that cannot be met."""

    condition_id: ConditionId = Field(description="The condition.")
    reason: Reason = Field(description="Why.")


class MoveCondition(Input):
    """Another day for a condition that is open."""

    condition_id: ConditionId = Field(description="The condition.")
    due_on: Day = Field(description="Until when.")
    reason: Reason = Field(description="Why it cannot be met in time.")


@command(Action.REVIEW_REQUEST, returns={"condition": "condition"})
async def move_condition(work: Work, given: MoveCondition) -> Done:
    """Give an open condition another day, once."""
    row = await load_for_change(work, ReviewCondition, given.condition_id, None, "condition_id")
    _check_state(row, ConditionState.OPEN)
    if row.moved_reason is not None:
        raise InvalidState.at("condition_id", message="the condition was moved already; it is moved once")
    if row.due_on is not None and given.due_on <= row.due_on:
        raise Invalid.at("due_on", message=f"must be later than {row.due_on}, the day on which it is due")
    apply(row, {"moved_from_on": row.due_on, "moved_reason": given.reason, "due_on": given.due_on})
    return Done({"condition": row.id})


@command(Action.REVIEW_REQUEST, returns={"condition": "condition"})
async def fail_condition(work: Work, given: FailCondition) -> Done:
    """Say that a condition will not be met: no later review of the venture can be *go* until it is waived."""
    row = await load_for_change(work, ReviewCondition, given.condition_id, None, "condition_id")
    _check_state(row, ConditionState.OPEN)
    apply(row, {"failed_at": work.now, "settled_reason": given.reason})
    return Done({"condition": row.id})


@command(Action.REVIEW_DECIDE, returns={"condition": "condition"})
async def waive_condition(work: Work, given: WaiveCondition) -> Done:
    """Say that a condition need not be met, or is no hindrance although it has failed: the chair's to say."""
    row = await load_for_change(work, ReviewCondition, given.condition_id, None, "condition_id")
    _check_state(row, ConditionState.OPEN, ConditionState.FAILED)
    review = await work.get(Review, row.review_id, "condition_id")
    await check_chair(work, review, "waive its conditions")
    apply(row, {"waived_at": work.now, "settled_reason": given.reason})
    return Done({"condition": row.id})


@command(Action.REVIEW_REQUEST, returns={"condition": "condition"})
async def meet_condition(work: Work, given: MeetCondition) -> Done:
    """Say that a condition of a conditional go is met. Twice is once."""
    row = await load_for_change(work, ReviewCondition, given.condition_id, None, "condition_id")
    if state_of(row) is not ConditionState.MET:
        _check_state(row, ConditionState.OPEN)
        apply(row, {"met_at": work.now, "settled_reason": given.reason})
    return Done({"condition": row.id})


def state_of(row: ReviewCondition) -> ConditionState:
    """What has become of a condition; one that failed and was waived then is waived."""
    if row.met_at is not None:
        return ConditionState.MET
    if row.waived_at is not None:
        return ConditionState.WAIVED
    return ConditionState.OPEN if row.failed_at is None else ConditionState.FAILED


def _check_state(row: ReviewCondition, *allowed: ConditionState) -> None:
    if (state := state_of(row)) not in allowed:
        raise InvalidState.at("condition_id", message=f"the condition is {state} already")

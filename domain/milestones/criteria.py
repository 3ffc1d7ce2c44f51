"""What can be asked of criteria: the checkable conditions of a milestone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.ids import external_id
from domain.kernel.inputs import Change, IdOf, Input, LongText, Quantity, Title, may_be_left_out
from domain.kernel.outward import stored_row
from domain.kernel.room import check_room
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.events import CriterionRecorded
from domain.milestones.progress import keep_progress
from domain.milestones.tables import Criterion, CriterionDirection, CriterionOutcome, CriterionResult, Milestone
from domain.tenancy.permissions import Action

CriterionId = Annotated[UUID, IdOf("criterion")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
IndicatorId = Annotated[UUID, IdOf("indicator")]

MOST: Final = 500
"""Criteria of a milestone."""


class AddCriterion(Input):
    """A new criterion of a milestone; a metric criterion names metric, target and direction."""

    milestone_id: MilestoneId = Field(description="The milestone.")
    title: Title = Field(description="What must be true.", examples=["Intent recognition F1"])
    must: bool = Field(True, description="Whether the milestone fails without it.")
    metric: Title | None = Field(None, description="What is measured.", examples=["F1"])
    target: Quantity | None = Field(None, description="The value to reach or to stay under.", examples=["0.9"])
    direction: CriterionDirection | None = Field(
        None, description="Whether the target is reached from below or kept under."
    )
    unit: Title | None = Field(
        None, description="Unit of the target, such as %, ms or ratio; a target needs one.", examples=["ratio"]
    )
    indicator_id: IndicatorId | None = Field(
        None, description="The indicator of the venture whose readings are its findings; left out: recorded by hand."
    )


class UpdateCriterion(Change):
    """Changes to a criterion: what is left out stays, null clears."""

    id: CriterionId = Field(description="The criterion.")
    title: Title = may_be_left_out("What must be true.")
    must: bool = may_be_left_out("Whether the milestone fails without it.")
    metric: Title | None = Field(None, description="What is measured.")
    target: Quantity | None = Field(None, description="The value to reach or to stay under.")
    direction: CriterionDirection | None = Field(
        None, description="Whether the target is reached from below or kept under."
    )
    unit: Title | None = Field(None, description="Unit of the target, such as %, ms or ratio; a target needs one.")
    indicator_id: IndicatorId | None = Field(
        None, description="The indicator of the venture whose readings are its findings; null: recorded by hand."
    )


class RecordCriterion(Input):
    """A finding about a criterion: a result, or a value from which it follows."""

    criterion_id: CriterionId = Field(description="The criterion.")
    result: CriterionOutcome | None = Field(None, description="Pass or fail; left out, it follows from the value.")
    value: Quantity | None = Field(None, description="The measured value of a metric criterion.", examples=["0.912"])
    note: LongText | None = Field(None, description="How it was found.")


Follow = Callable[[Work, Criterion, UUID], Awaitable[None]]
_ways: list[Follow] = []


def way_to_follow(act: Follow) -> Follow:
    """Declare how a criterion comes to follow an indicator, of which this context knows nothing."""
    _ways.append(act)
    return act


async def _follow(work: Work, criterion: Criterion, indicator_id: UUID) -> None:
    for act in _ways:
        await act(work, criterion, indicator_id)


@command(Action.MILESTONE_WRITE, returns={"criterion": "criterion"}, creates=True)
async def add_criterion(work: Work, given: AddCriterion) -> Done:
    """Add a criterion to a milestone."""
    milestone = await work.get(Milestone, given.milestone_id, "milestone_id", archived=False)
    _check_metric(given.target, given.direction, given.unit)
    await check_room(work, Criterion, "milestone_id", milestone.id, MOST, "milestone_id")
    row = work.new(Criterion, venture_id=milestone.venture_id, **given.sent("indicator_id"))
    if given.indicator_id is not None:
        await _follow(work, row, given.indicator_id)
    await keep_progress(work, milestone.id)
    return Done({"criterion": row.id})


@command(Action.MILESTONE_WRITE, returns={"criterion": "criterion"})
async def update_criterion(work: Work, given: UpdateCriterion) -> Done:
    """Change a criterion."""
    row = await load_for_change(work, Criterion, given.id, given.expected_version)
    changes = given.sent("id", "expected_version", "indicator_id")
    apply(row, changes)
    if changes.keys() & {"target", "direction", "unit"}:  # a target of former times may be without its unit
        _check_metric(row.target, row.direction, row.unit)
    if "indicator_id" in given.model_fields_set:
        if given.indicator_id is None:
            apply(row, {"indicator_id": None})
        else:
            await _follow(work, row, given.indicator_id)
    await keep_progress(work, row.milestone_id)
    return Done({"criterion": row.id})


@command(Action.MILESTONE_WRITE, returns={"criterion_result": "criterion_result", "criterion": "criterion"})
async def record_criterion(work: Work, given: RecordCriterion) -> Done:
    """Record how a criterion was found. Findings are kept for ever; the latest is the criterion's last result."""
    criterion = await work.get(Criterion, given.criterion_id, "criterion_id", archived=False)
    row = append_finding(work, criterion, _outcome(criterion, given), value=given.value, note=given.note)
    await keep_progress(work, criterion.milestone_id)
    return Done({"criterion_result": row.id, "criterion": criterion.id})


def append_finding(
    work: Work, criterion: Criterion, outcome: CriterionOutcome, *, value: Decimal | None, note: str | None
) -> CriterionResult:
    """Append a finding about a criterion, and tell of it."""
    row = work.new(
        CriterionResult,
        criterion_id=criterion.id,
        result=outcome,
        value=value,
        note=note,
        recorded_at=work.now,
        recorded_by=work.principal.member_id,
    )
    tell_finding(work, criterion, row)
    return row


def tell_finding(work: Work, criterion: Criterion, row: CriterionResult) -> None:
    """Tell of a finding that was recorded."""
    data = stored_row(row)
    more: CriterionRecorded = {"milestone_id": external_id("milestone", criterion.milestone_id)}
    scope = Scope(venture_id=criterion.venture_id)
    work.emit("milestone.criterion_recorded", ("milestone", criterion.milestone_id), data | dict(more), scope=scope)
    work.record(
        "milestone.criterion_recorded", ("criterion", criterion.id), after=data, venture_id=criterion.venture_id
    )


def _outcome(criterion: Criterion, given: RecordCriterion) -> CriterionOutcome:
    follows = met(criterion.target, criterion.direction, given.value)
    if given.result is None and follows is None:
        raise Invalid.at("result", message="say pass or fail, or give the value of a criterion that has a target")
    if given.result is not None and follows is not None and given.result is not follows:
        raise Invalid.at(
            "result",
            message=f"{given.result} does not fit the value {given.value}: with the target {criterion.target} "
            f"({criterion.direction}) it is {follows}",
        )
    outcome = given.result or follows
    assert outcome is not None
    return outcome


def met(target: Decimal | None, direction: CriterionDirection | None, value: Decimal | None) -> CriterionOutcome | None:
    """Whether a value meets a target; the limit itself meets it. None where one of the three is not known."""
    if target is None or direction is None or value is None:
        return None
    good = value >= target if direction is CriterionDirection.AT_LEAST else value <= target
    return CriterionOutcome.PASS if good else CriterionOutcome.FAIL


def _check_metric(target: Decimal | None, direction: CriterionDirection | None, unit: str | None) -> None:
    if (target is None) != (direction is None):
        raise Invalid.at(
            "direction", message="a target needs a direction (at_least or at_most), and a direction a target"
        )
    if target is not None and unit is None:
        raise Invalid.at("unit", message="a target needs its unit, such as %, ms or ratio")


archiving_commands(Criterion, Action.MILESTONE_WRITE, __name__)

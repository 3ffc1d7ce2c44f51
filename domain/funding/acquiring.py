"""What can be asked of acquisitions: they are begun, described, and move forward or are lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import Field

from domain.funding.acquisition_tables import Acquisition, AcquisitionStep
from domain.funding.events import AcquisitionMoved
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import (
    Change,
    Day,
    IdOf,
    Input,
    LongText,
    Money,
    Probability,
    Quantity,
    Title,
    may_be_left_out,
)
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.money.pipeline import CHANNELS, AcquisitionChannel, AcquisitionStatus, may_move
from domain.resources.tables import Resource, ResourceKind
from domain.tenancy.choices import Currency
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past, tenant_of, today
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

LARGEST: Final = Decimal(1_000_000_000_000)

VentureId = Annotated[UUID, IdOf("venture")]
AcquisitionId = Annotated[UUID, IdOf("acquisition")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
ResourceId = Annotated[UUID, IdOf("resource")]
MemberId = Annotated[UUID, IdOf("member")]
Amount = Annotated[Quantity, Field(ge=0, le=LARGEST)]
Price = Annotated[Money, Field(le=LARGEST)]

_PROBABILITY = "How likely it comes, from 0 to 1; empty: what is usual for its status."
_AMOUNT = "How much of it is expected: of funding money in `currency`, of anything else a number of `unit`."
_UNIT = "Unit of the amount where it is no funding, such as people, TB or GPU hours."
_COST = "What is paid for it, where it is no funding, on the day on which it is expected."
_CURRENCY = "Currency of the money, by ISO 4217; empty: the tenant's."
_LATEST = "When it comes at the latest, if it comes; empty: on the day on which it is expected. Not before that day."
_CONDITION = "The milestone that must be reached before it comes."
_CONDITION_ON = "The day by which that milestone must be reached; empty: the day on which it is expected."
_RESOURCE = "The resource that it becomes or adds to."


class CreateAcquisition(Input):
    """A resource that a venture is about to get."""

    venture_id: VentureId = Field(description="The venture that is to have it.")
    kind: ResourceKind = Field(description="Which of the four kinds of resources it is.")
    channel: AcquisitionChannel = Field(description="By which way it is acquired; one of those of its kind.")
    title: Title = Field(description="What it is, in one line.", examples=["Seed round of North Fund"])
    note: LongText | None = Field(None, description="What else is known of it.")
    status: AcquisitionStatus = Field(AcquisitionStatus.IDENTIFIED, description="How far it has come already.")
    status_on: Day | None = Field(
        None, description="The day on which it came to its status; left out, today; not in the future."
    )
    probability: Probability | None = Field(None, description=_PROBABILITY, examples=["0.4"])
    expected_amount: Amount | None = Field(None, description=_AMOUNT, examples=["500000"])
    unit: Title | None = Field(None, description=_UNIT)
    cost: Price | None = Field(None, description=_COST)
    currency: Currency | None = Field(None, description=_CURRENCY)
    expected_on: Day | None = Field(None, description="The day on which it is expected.")
    latest_on: Day | None = Field(None, description=_LATEST)
    next_step: Title | None = Field(None, description="What is to be done next.")
    next_step_on: Day | None = Field(None, description="By when.")
    milestone_id: MilestoneId | None = Field(None, description=_CONDITION)
    condition_on: Day | None = Field(None, description=_CONDITION_ON)
    resource_id: ResourceId | None = Field(None, description=_RESOURCE)
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class UpdateAcquisition(Change):
    """Changes to an acquisition: what is left out stays, null clears. Its status is moved by a command of its own."""

    id: AcquisitionId = Field(description="The acquisition.")
    channel: AcquisitionChannel = may_be_left_out("By which way it is acquired; one of those of its kind.")
    title: Title = may_be_left_out("What it is, in one line.")
    note: LongText | None = Field(None, description="What else is known of it.")
    probability: Probability | None = Field(None, description=_PROBABILITY)
    expected_amount: Amount | None = Field(None, description=_AMOUNT)
    unit: Title | None = Field(None, description=_UNIT)
    cost: Price | None = Field(None, description=_COST)
    currency: Currency | None = Field(None, description=_CURRENCY)
    expected_on: Day | None = Field(None, description="The day on which it is expected.")
    latest_on: Day | None = Field(None, description=_LATEST)
    next_step: Title | None = Field(None, description="What is to be done next.")
    next_step_on: Day | None = Field(None, description="By when.")
    milestone_id: MilestoneId | None = Field(None, description=_CONDITION)
    condition_on: Day | None = Field(None, description=_CONDITION_ON)
    resource_id: ResourceId | None = Field(None, description=_RESOURCE)
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class MoveAcquisition(Change):
    """To which status an acquisition has come."""

    acquisition_id: AcquisitionId = Field(description="The acquisition.")
    status: AcquisitionStatus = Field(description="The status that it has now: one further on, or lost.")
    moved_on: Day | None = Field(
        None, description="The day of it; left out, today; neither in the future nor before its last step."
    )
    lost_reason: LongText | None = Field(None, description="Why it is lost; needed where it is.")
    note: LongText | None = Field(None, description="What was said or done.")


@command(Action.RESOURCE_WRITE, returns={"acquisition": "acquisition"}, creates=True)
async def create_acquisition(work: Work, given: CreateAcquisition) -> Done:
    """Begin to acquire a resource."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    if given.status is AcquisitionStatus.LOST:
        raise Invalid.at("status", message="cannot begin as lost: begin it, and move it to lost with the reason")
    day = await _day_of(work, given.status_on, "status_on")
    row = Acquisition(tenant_id=work.tenant_id, **given.sent("status_on"), status_on=day)
    await _check_ends(work, given.milestone_id, given.resource_id, given.owner_id, row)
    _fit(row, (await tenant_of(work)).currency)
    work.session.add(row)
    _step(work, row, None, day, None)
    return Done({"acquisition": row.id})


@command(Action.RESOURCE_WRITE, returns={"acquisition": "acquisition"})
async def update_acquisition(work: Work, given: UpdateAcquisition) -> Done:
    """Change what is known of an acquisition."""
    row = await load_for_change(work, Acquisition, given.id, given.expected_version)
    await _check_ends(work, given.milestone_id, given.resource_id, given.owner_id, row)
    currency = (await tenant_of(work)).currency
    apply(row, given.sent("id", "expected_version"))
    _fit(row, currency)
    return Done({"acquisition": row.id})


@command(Action.RESOURCE_WRITE, returns={"acquisition": "acquisition", "acquisition_step": "acquisition_step"})
async def move_acquisition(work: Work, given: MoveAcquisition) -> Done:
    """Move an acquisition forward in the pipeline, or to lost with the reason. Its steps are kept for ever."""
    row = await load_for_change(work, Acquisition, given.acquisition_id, given.expected_version, "acquisition_id")
    if not may_move(row.status, given.status):
        raise InvalidState.at(
            "status",
            message=f"an acquisition that is {row.status} cannot become {given.status}: it moves only forward, or to "
            "lost while it is under way",
        )
    if (given.status is AcquisitionStatus.LOST) is not bool(given.lost_reason):
        raise Invalid.at("lost_reason", message="say why it is lost, where it is, and only there")
    day = await _day_of(work, given.moved_on, "moved_on")
    if day < row.status_on:
        raise Invalid.at("moved_on", message=f"lies before its last step, which was on {row.status_on}")
    former = row.status
    apply(row, {"status": given.status, "status_on": day, "lost_reason": given.lost_reason})
    step = _step(work, row, former, day, given.note)
    return Done({"acquisition": row.id, "acquisition_step": step.id})


def _step(
    work: Work, row: Acquisition, former: AcquisitionStatus | None, day: date, note: str | None
) -> AcquisitionStep:
    step = work.new(
        AcquisitionStep,
        venture_id=row.venture_id,
        acquisition_id=row.id,
        former_status=former,
        status=row.status,
        moved_on=day,
        note=note,
        recorded_at=work.now,
        recorded_by=work.principal.member_id,
    )
    more: AcquisitionMoved = {"title": row.title}
    subject, data = ("acquisition", row.id), stored_row(step)
    work.emit("acquisition.moved", subject, data | dict(more), scope=Scope(venture_id=row.venture_id))
    work.record("acquisition.moved", subject, after=data, venture_id=row.venture_id)
    return step


async def _day_of(work: Work, given: date | None, field: str) -> date:
    await check_past(work, field, given)
    return given or await today(work)


async def _check_ends(
    work: Work, milestone_id: UUID | None, resource_id: UUID | None, owner_id: UUID | None, row: Acquisition
) -> None:
    if milestone_id is not None:
        message = "the milestone must belong to the venture of the acquisition"
        await get_of_venture(work, Milestone, milestone_id, row.venture_id, "milestone_id", message=message)
    if resource_id is not None:
        message = "the resource must belong to the venture of the acquisition"
        resource = await get_of_venture(work, Resource, resource_id, row.venture_id, "resource_id", message=message)
        if resource.kind is not row.kind:
            raise Invalid.at("resource_id", message=f"the resource must be of the same kind: {row.kind}")
    await check_owner(work, owner_id)


def _fit(row: Acquisition, currency: str) -> None:
    """What is said of an acquisition fits together; money without a currency is in `currency`."""
    ways = CHANNELS[row.kind]
    if row.channel not in ways:
        raise Invalid.at("channel", message=f"{row.kind} is acquired by {', '.join(ways)}")
    if row.condition_on is not None and row.milestone_id is None:
        raise Invalid.at("condition_on", message="says by when a milestone must be reached: give its milestone_id")
    if row.latest_on is not None and (row.expected_on is None or row.latest_on < row.expected_on):
        raise Invalid.at("latest_on", message="must not be before expected_on, and needs that day")
    if row.kind is ResourceKind.FUNDING:
        _refuse(row, {"unit": "funding is counted in its currency", "cost": "money is not bought"})
        if row.expected_amount is not None and row.expected_amount != round(row.expected_amount, 2):
            raise Invalid.at("expected_amount", message="money has at most two decimals")
    is_money = row.expected_amount if row.kind is ResourceKind.FUNDING else row.cost
    if is_money is not None and row.currency is None:
        row.currency = currency


def _refuse(row: Acquisition, reasons: dict[str, str]) -> None:
    for name, reason in reasons.items():
        value: Any = getattr(row, name)
        if value is not None:
            raise Invalid.at(name, message=reason)


archiving_commands(Acquisition, Action.RESOURCE_WRITE, __name__)

"""What can be asked of positioning statements: write, change, and judge them."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.outward import stored_row
from domain.kernel.room import check_room
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.positioning.events import PositioningJudged
from domain.positioning.tables import CheckKind, Positioning, PositioningCheck, PositioningKind
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

VentureId = Annotated[UUID, IdOf("venture")]
PositioningId = Annotated[UUID, IdOf("positioning")]

MOST: Final = 200
"""Positioning statements of a venture."""

_UNIQUE: Final = "What it alone offers."
_USERS: Final = "For whom it is."
_PRICE: Final = "What it costs them, and beside others."
_CHANNEL: Final = "By what ways it reaches them."
_MARKETING: Final = "How they hear of it."
_FUNCTION: Final = "Position of a product by function: what it does that others do not."
_PERFORMANCE: Final = "Position of a product by performance: how well it does that."
_INDUSTRY: Final = "Position in the market by industry."
_GROUP: Final = "Position in the market by group of users."
_STRATEGY: Final = "Position in the market by competitive strategy."


class CreatePositioning(Input):
    """A statement of where a venture or its product stands."""

    venture_id: VentureId = Field(description="The venture.")
    kind: PositioningKind = Field(description="Whether it is about the product or about the market.")
    title: Title = Field(description="The statement in one line.", examples=["The second reader for small clinics"])
    unique_selling_point: LongText | None = Field(None, description=_UNIQUE)
    target_users: LongText | None = Field(None, description=_USERS)
    price: LongText | None = Field(None, description=_PRICE)
    channel: LongText | None = Field(None, description=_CHANNEL)
    marketing: LongText | None = Field(None, description=_MARKETING)
    function: LongText | None = Field(None, description=_FUNCTION)
    performance: LongText | None = Field(None, description=_PERFORMANCE)
    industry: LongText | None = Field(None, description=_INDUSTRY)
    user_group: LongText | None = Field(None, description=_GROUP)
    competitive_strategy: LongText | None = Field(None, description=_STRATEGY)


class UpdatePositioning(Change):
    """Changes to a statement: what is left out stays, null clears. What it said before is kept."""

    id: PositioningId = Field(description="The statement.")
    title: Title = may_be_left_out("The statement in one line.")
    unique_selling_point: LongText | None = Field(None, description=_UNIQUE)
    target_users: LongText | None = Field(None, description=_USERS)
    price: LongText | None = Field(None, description=_PRICE)
    channel: LongText | None = Field(None, description=_CHANNEL)
    marketing: LongText | None = Field(None, description=_MARKETING)
    function: LongText | None = Field(None, description=_FUNCTION)
    performance: LongText | None = Field(None, description=_PERFORMANCE)
    industry: LongText | None = Field(None, description=_INDUSTRY)
    user_group: LongText | None = Field(None, description=_GROUP)
    competitive_strategy: LongText | None = Field(None, description=_STRATEGY)


class JudgePositioning(Change):
    """How a statement is judged in one respect."""

    positioning_id: PositioningId = Field(description="The statement.")
    kind: CheckKind = Field(description="In what respect.")
    passed: bool = Field(description="Whether it passes.")
    note: LongText | None = Field(None, description="Why, or what is missing.")


@command(Action.MARKET_WRITE, returns={"positioning": "positioning"}, creates=True)
async def create_positioning(work: Work, given: CreatePositioning) -> Done:
    """Write down where a venture or its product stands."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, Positioning, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(Positioning, **given.sent())
    return Done({"positioning": row.id})


@command(Action.MARKET_WRITE, returns={"positioning": "positioning"})
async def update_positioning(work: Work, given: UpdatePositioning) -> Done:
    """Change a positioning statement. It has to be judged anew then."""
    row = await load_for_change(work, Positioning, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"positioning": row.id})


@command(Action.MARKET_WRITE, returns={"positioning_check": "positioning_check", "positioning": "positioning"})
async def judge_positioning(work: Work, given: JudgePositioning) -> Done:
    """Judge a statement's clarity, its difference from others, or its feasibility. Judgements are kept for ever.

    It holds for the statement as it stands: `expectedVersion` makes sure that it is the one that was read.
    """
    positioning = await load_for_change(
        work, Positioning, given.positioning_id, given.expected_version, "positioning_id"
    )
    row = work.new(
        PositioningCheck,
        venture_id=positioning.venture_id,
        positioning_id=positioning.id,
        positioning_version=positioning.version,
        kind=given.kind,
        passed=given.passed,
        note=given.note,
        judged_at=work.now,
        judged_by=work.principal.member_id,
    )
    data, scope = stored_row(row), Scope(venture_id=positioning.venture_id)
    more: PositioningJudged = {"title": positioning.title}
    work.emit("positioning.judged", ("positioning", positioning.id), data | dict(more), scope=scope)
    work.record("positioning.judged", ("positioning", positioning.id), after=data, venture_id=positioning.venture_id)
    return Done({"positioning_check": row.id, "positioning": positioning.id})


archiving_commands(Positioning, Action.MARKET_WRITE, __name__)

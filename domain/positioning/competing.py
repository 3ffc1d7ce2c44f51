"""What can be asked of competitors: who they are, what share they have, what they do, and what was answered."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, Link, LongText, Probability, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.positioning.tables import Competitor, CompetitorEvent, CompetitorShare
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past, today
from domain.ventures.tables import Venture

VentureId = Annotated[UUID, IdOf("venture")]
CompetitorId = Annotated[UUID, IdOf("competitor")]
CompetitorShareId = Annotated[UUID, IdOf("competitor_share")]
CompetitorEventId = Annotated[UUID, IdOf("competitor_event")]
Said = Annotated[LongText, Field(min_length=1)]

MOST_COMPETITORS: Final = 500
"""Competitors of a venture."""
MOST_SHARES: Final = 2_000
"""Shares of a competitor, by day."""
MOST_EVENTS: Final = 1_000
"""Moves of a competitor."""

_SAME: Final = "Whether it concerns the function by which the venture stands out, so that it wants an answer."


class CreateCompetitor(Input):
    """Somebody who offers a venture's users something else."""

    venture_id: VentureId = Field(description="The venture.")
    name: Title = Field(description="What it is called.", examples=["RadAssist"])
    description: LongText | None = Field(None, description="What it offers.")
    url: Link | None = Field(None, description="Its page.")
    strengths: LongText | None = Field(None, description="What it does well.")
    weaknesses: LongText | None = Field(None, description="What it does badly.")
    price: LongText | None = Field(None, description="What it asks for it.")


class UpdateCompetitor(Change):
    """Changes to a competitor: what is left out stays, null clears."""

    id: CompetitorId = Field(description="The competitor.")
    name: Title = may_be_left_out("What it is called.")
    description: LongText | None = Field(None, description="What it offers.")
    url: Link | None = Field(None, description="Its page.")
    strengths: LongText | None = Field(None, description="What it does well.")
    weaknesses: LongText | None = Field(None, description="What it does badly.")
    price: LongText | None = Field(None, description="What it asks for it.")


class CreateCompetitorShare(Input):
    """The share of the market that a competitor had on a day."""

    competitor_id: CompetitorId = Field(description="The competitor.")
    share_on: Day = Field(description="The day; a competitor has one share a day.")
    share: Probability = Field(description="Of the whole market, 0 to 1.", examples=["0.18"])
    source: Title | None = Field(None, description="Who says so.")
    source_url: Link | None = Field(None, description="Where that can be read.")


class UpdateCompetitorShare(Change):
    """Changes to a share: what is left out stays, null clears."""

    id: CompetitorShareId = Field(description="The share.")
    share_on: Day = may_be_left_out("The day; a competitor has one share a day.")
    share: Probability = may_be_left_out("Of the whole market, 0 to 1.")
    source: Title | None = Field(None, description="Who says so.")
    source_url: Link | None = Field(None, description="Where that can be read.")


class CreateCompetitorEvent(Input):
    """A move of a competitor."""

    competitor_id: CompetitorId = Field(description="The competitor.")
    title: Title = Field(description="The move in one line.", examples=["Offers a free tier"])
    description: LongText | None = Field(None, description="What is known of it.")
    happened_on: Day = Field(description="When it happened, or was told; not after today.")
    same_function: bool = Field(False, description=_SAME)
    source_url: Link | None = Field(None, description="Where that can be read.")


class UpdateCompetitorEvent(Change):
    """Changes to a move: what is left out stays, null clears."""

    id: CompetitorEventId = Field(description="The move.")
    title: Title = may_be_left_out("The move in one line.")
    description: LongText | None = Field(None, description="What is known of it.")
    happened_on: Day = may_be_left_out("When it happened, or was told; not after today.")
    same_function: bool = may_be_left_out(_SAME)
    source_url: Link | None = Field(None, description="Where that can be read.")


class AnswerCompetitorEvent(Change):
    """How the venture answers a move; to leave it be, said as such, is an answer too."""

    competitor_event_id: CompetitorEventId = Field(description="The move.")
    answer: Said = Field(description="What is done about it.", examples=["We lower the price of the small plan."])
    answered_on: Day | None = Field(None, description="The day of the answer, not after today; left out: today.")


@command(Action.MARKET_WRITE, returns={"competitor": "competitor"}, creates=True)
async def create_competitor(work: Work, given: CreateCompetitor) -> Done:
    """Write down a competitor of a venture."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, Competitor, "venture_id", given.venture_id, MOST_COMPETITORS, "venture_id")
    row = work.new(Competitor, **given.sent())
    return Done({"competitor": row.id})


@command(Action.MARKET_WRITE, returns={"competitor": "competitor"})
async def update_competitor(work: Work, given: UpdateCompetitor) -> Done:
    """Change a competitor."""
    row = await load_for_change(work, Competitor, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"competitor": row.id})


@command(Action.MARKET_WRITE, returns={"competitor_share": "competitor_share"}, creates=True)
async def create_competitor_share(work: Work, given: CreateCompetitorShare) -> Done:
    """Write down the share of the market that a competitor had on a day."""
    competitor = await work.get(Competitor, given.competitor_id, "competitor_id", archived=False)
    await check_room(work, CompetitorShare, "competitor_id", competitor.id, MOST_SHARES, "competitor_id")
    row = work.new(CompetitorShare, venture_id=competitor.venture_id, **given.sent())
    return Done({"competitor_share": row.id})


@command(Action.MARKET_WRITE, returns={"competitor_share": "competitor_share"})
async def update_competitor_share(work: Work, given: UpdateCompetitorShare) -> Done:
    """Change the share of a competitor on a day."""
    row = await load_for_change(work, CompetitorShare, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"competitor_share": row.id})


@command(Action.MARKET_WRITE, returns={"competitor_event": "competitor_event"}, creates=True)
async def create_competitor_event(work: Work, given: CreateCompetitorEvent) -> Done:
    """Write down a move of a competitor."""
    competitor = await work.get(Competitor, given.competitor_id, "competitor_id", archived=False)
    await check_past(work, "happened_on", given.happened_on)
    await check_room(work, CompetitorEvent, "competitor_id", competitor.id, MOST_EVENTS, "competitor_id")
    row = work.new(CompetitorEvent, venture_id=competitor.venture_id, **given.sent())
    return Done({"competitor_event": row.id})


@command(Action.MARKET_WRITE, returns={"competitor_event": "competitor_event"})
async def update_competitor_event(work: Work, given: UpdateCompetitorEvent) -> Done:
    """Change a move of a competitor."""
    row = await load_for_change(work, CompetitorEvent, given.id, given.expected_version)
    changes = given.sent("id", "expected_version")
    await check_past(work, "happened_on", changes.get("happened_on"))
    apply(row, changes)
    return Done({"competitor_event": row.id})


@command(Action.MARKET_WRITE, returns={"competitor_event": "competitor_event"})
async def answer_competitor_event(work: Work, given: AnswerCompetitorEvent) -> Done:
    """Say how the venture answers a move of a competitor; another answer replaces the former one."""
    id, path = given.competitor_event_id, "competitor_event_id"
    row = await load_for_change(work, CompetitorEvent, id, given.expected_version, path)
    await check_past(work, "answered_on", given.answered_on)
    apply(row, {"answer": given.answer, "answered_on": given.answered_on or await today(work)})
    return Done({"competitor_event": row.id})


archiving_commands(Competitor, Action.MARKET_WRITE, __name__)
archiving_commands(CompetitorShare, Action.MARKET_WRITE, __name__)
archiving_commands(CompetitorEvent, Action.MARKET_WRITE, __name__)

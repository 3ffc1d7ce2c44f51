"""What can be asked of research and needs: studies, what users lack, and how many spoke of it in which study."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, Link, LongText, Title, may_be_left_out
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.market.inputs import MemberId, Severity, Some, VentureId
from domain.market.research_tables import Need, NeedMention, NeedState, Research, ResearchKind
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

ResearchId = Annotated[UUID, IdOf("research")]
NeedId = Annotated[UUID, IdOf("need")]

_HELD = "On which day it was done, or ended; not in the future."
_PARTICIPANTS = "How many users it reached."
_SEVERITY = "How much it hurts: from 1, a nuisance, to 5, which keeps users from buying."
_GROUP = "Which users lack it."


class CreateResearch(Input):
    """A study of what users do, want and lack."""

    venture_id: VentureId = Field(description="The venture.")
    kind: ResearchKind = Field(description="How it was done.")
    title: Title = Field(description="What it was about.", examples=["Interviews with radiologists in Nantes"])
    held_on: Day = Field(description=_HELD)
    participants: Some = Field(description=_PARTICIPANTS)
    summary: LongText | None = Field(None, description="What was learnt.")
    source_url: Link | None = Field(None, description="Where its notes are.")
    member_id: MemberId | None = Field(None, description="The member who led it.")


class UpdateResearch(Change):
    """Changes to a study: what is left out stays, null clears."""

    id: ResearchId = Field(description="The study.")
    kind: ResearchKind = may_be_left_out("How it was done.")
    title: Title = may_be_left_out("What it was about.")
    held_on: Day = may_be_left_out(_HELD)
    participants: Some = may_be_left_out(_PARTICIPANTS)
    summary: LongText | None = Field(None, description="What was learnt.")
    source_url: Link | None = Field(None, description="Where its notes are.")
    member_id: MemberId | None = Field(None, description="The member who led it.")


class CreateNeed(Input):
    """Something that users lack."""

    venture_id: VentureId = Field(description="The venture.")
    title: Title = Field(description="What they lack.", examples=["Findings in the words of the referring doctor"])
    description: LongText | None = Field(None, description="More about it.")
    user_group: Title | None = Field(None, description=_GROUP)
    severity: Severity = Field(description=_SEVERITY)
    state: NeedState = Field(NeedState.OPEN, description="Where it stands.")


class UpdateNeed(Change):
    """Changes to a need: what is left out stays, null clears."""

    id: NeedId = Field(description="The need.")
    title: Title = may_be_left_out("What they lack.")
    description: LongText | None = Field(None, description="More about it.")
    user_group: Title | None = Field(None, description=_GROUP)
    severity: Severity = may_be_left_out(_SEVERITY)
    state: NeedState = may_be_left_out("Where it stands.")


class AddNeedMention(Input):
    """How many participants of a study spoke of a need."""

    need_id: NeedId = Field(description="The need.")
    research_id: ResearchId = Field(description="The study, of the same venture.")
    mentions: Some = Field(description="How many participants spoke of it; at most all of them.")
    quote: LongText | None = Field(None, description="How one of them put it.")


class UpdateNeedMention(Change):
    """Changes to how many spoke of a need: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("need_mention")] = Field(description="The mention.")
    mentions: Some = may_be_left_out("How many participants spoke of it; at most all of them.")
    quote: LongText | None = Field(None, description="How one of them put it.")


@command(Action.MARKET_WRITE, returns={"research": "research"}, creates=True)
async def create_research(work: Work, given: CreateResearch) -> Done:
    """Write down a study of users."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.member_id, "member_id")
    await check_past(work, "held_on", given.held_on)
    row = work.new(Research, **given.sent())
    return Done({"research": row.id})


@command(Action.MARKET_WRITE, returns={"research": "research"})
async def update_research(work: Work, given: UpdateResearch) -> Done:
    """Change a study; it cannot have fewer participants than spoke of a need in it."""
    row = await load_for_change(work, Research, given.id, given.expected_version)
    await check_owner(work, given.member_id, "member_id")
    await check_past(work, "held_on", given.held_on)
    apply(row, given.sent("id", "expected_version"))
    most = await _most_mentions(work, row.id)
    if row.participants < most:
        raise Invalid.at("participants", message=f"{most} participants spoke of one need; there cannot be fewer")
    return Done({"research": row.id})


@command(Action.MARKET_WRITE, returns={"need": "need"}, creates=True)
async def create_need(work: Work, given: CreateNeed) -> Done:
    """Write down something that users lack."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    row = work.new(Need, **given.sent())
    return Done({"need": row.id})


@command(Action.MARKET_WRITE, returns={"need": "need"})
async def update_need(work: Work, given: UpdateNeed) -> Done:
    """Change a need, or say that it is addressed or dropped."""
    row = await load_for_change(work, Need, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"need": row.id})


@command(Action.MARKET_WRITE, returns={"need_mention": "need_mention", "need": "need"}, creates=True)
async def add_need_mention(work: Work, given: AddNeedMention) -> Done:
    """Say how many participants of a study spoke of a need: once for each study."""
    study = await work.get(Research, given.research_id, "research_id", lock=True, archived=False)
    message = "the need must belong to the venture of the study"
    need = await get_of_venture(work, Need, given.need_id, study.venture_id, "need_id", message=message)
    _check_mentions(given.mentions, study)
    row = work.new(NeedMention, venture_id=study.venture_id, **given.sent())
    return Done({"need_mention": row.id, "need": need.id})


@command(Action.MARKET_WRITE, returns={"need_mention": "need_mention"})
async def update_need_mention(work: Work, given: UpdateNeedMention) -> Done:
    """Correct how many participants of a study spoke of a need."""
    row = await load_for_change(work, NeedMention, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    _check_mentions(row.mentions, await work.get(Research, row.research_id, lock=True))
    return Done({"need_mention": row.id})


def _check_mentions(mentions: int, study: Research) -> None:
    if mentions > study.participants:
        raise Invalid.at("mentions", message=f"the study had {study.participants} participants")


async def _most_mentions(work: Work, research_id: UUID) -> int:
    """How many spoke of the need that most spoke of."""
    await work.flush()
    statement = sa.select(sa.func.max(col(NeedMention.mentions))).where(
        col(NeedMention.tenant_id) == work.tenant_id,
        col(NeedMention.research_id) == research_id,
        col(NeedMention.archived_at).is_(None),
    )
    return (await work.session.execute(statement)).scalar_one() or 0


@when_restored
async def _fits_its_study(work: Work, row: Entity) -> None:
    if isinstance(row, NeedMention):
        study = await work.get(Research, row.research_id, lock=True)
        if row.mentions > study.participants:
            raise Invalid.at("id", message=f"the study has only {study.participants} participants by now")


archiving_commands(Research, Action.MARKET_WRITE, __name__)
archiving_commands(Need, Action.MARKET_WRITE, __name__)
archiving_commands(NeedMention, Action.MARKET_WRITE, __name__)

"""Telling where ventures stand: statements, how they were judged, and competitors with shares and moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from cli.demo.stage import Stage
from domain.positioning.commands import (
    CreatePositioning,
    JudgePositioning,
    UpdatePositioning,
    create_positioning,
    judge_positioning,
    update_positioning,
)
from domain.positioning.competing import (
    AnswerCompetitorEvent,
    CreateCompetitor,
    CreateCompetitorEvent,
    CreateCompetitorShare,
    answer_competitor_event,
    create_competitor,
    create_competitor_event,
    create_competitor_share,
)
from domain.positioning.tables import CheckKind, PositioningKind


@dataclass(frozen=True)
class Verdict:
    """How a statement was judged in one respect on a day."""

    kind: CheckKind
    passed: bool
    by: str
    on: int
    note: str | None = None


@dataclass(frozen=True)
class StatementStory:
    """A statement as it was written on a day, and as it was sharpened later; then how it was judged."""

    kind: PositioningKind
    title: str
    on: int
    said: Mapping[str, str]
    "The parts of the statement, by the names of their fields."
    sharpened: tuple[int, Mapping[str, str]] | None = None
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True)
class MoveStory:
    """A move of a competitor on a day, known two days later, and the answer to it with its day."""

    title: str
    on: int
    about: str
    same_function: bool = False
    url: str | None = None
    answered: tuple[int, str] | None = None


@dataclass(frozen=True)
class CompetitorStory:
    """A competitor: its shares of the market by day, and what it did."""

    name: str
    about: str
    url: str
    strengths: str
    weaknesses: str
    price: str
    shares: Mapping[int, str] = field(default_factory=dict)
    source: str | None = None
    moves: tuple[MoveStory, ...] = ()


@dataclass(frozen=True)
class StandStory:
    """Where a venture stands, and who keeps that up to date."""

    by: str
    on: int
    statements: tuple[StatementStory, ...]
    competitors: tuple[CompetitorStory, ...]


async def tell_positioning(stage: Stage, ventures: Mapping[str, UUID], stories: Mapping[str, StandStory]) -> None:
    """Write where each venture, by its key, stands and beside whom."""
    for key, story in stories.items():
        for statement in story.statements:
            await _state(stage, ventures[key], story.by, statement)
        for competitor in story.competitors:
            await _compete(stage, ventures[key], story, competitor)


async def _state(stage: Stage, venture_id: UUID, by: str, story: StatementStory) -> None:
    stage.move_to(story.on)
    stage.let_act(by)
    given = CreatePositioning.model_validate(
        {"venture_id": venture_id, "kind": story.kind, "title": story.title, **story.said}
    )
    id = (await create_positioning(stage.work, given)).ids["positioning"]
    await stage.work.flush()
    if story.sharpened is not None:
        day, changes = story.sharpened
        stage.move_to(day)
        await update_positioning(stage.work, UpdatePositioning.model_validate({"id": id, **changes}))
        await stage.work.flush()
    for verdict in story.verdicts:
        stage.move_to(verdict.on)
        stage.let_act(verdict.by)
        judged = JudgePositioning(positioning_id=id, kind=verdict.kind, passed=verdict.passed, note=verdict.note)
        await judge_positioning(stage.work, judged)
        await stage.work.flush()


async def _compete(stage: Stage, venture_id: UUID, story: StandStory, competitor: CompetitorStory) -> None:
    stage.move_to(story.on)
    stage.let_act(story.by)
    given = CreateCompetitor(
        venture_id=venture_id,
        name=competitor.name,
        description=competitor.about,
        url=competitor.url,
        strengths=competitor.strengths,
        weaknesses=competitor.weaknesses,
        price=competitor.price,
    )
    id = (await create_competitor(stage.work, given)).ids["competitor"]
    await stage.work.flush()
    for day, share in competitor.shares.items():
        stage.move_to(max(day, story.on) + 1)
        told = CreateCompetitorShare(
            competitor_id=id, share_on=stage.date_of(day), share=Decimal(share), source=competitor.source
        )
        await create_competitor_share(stage.work, told)
        await stage.work.flush()
    for move in competitor.moves:
        await _move(stage, id, move)


async def _move(stage: Stage, competitor_id: UUID, story: MoveStory) -> None:
    stage.move_to(min(story.on + 2, -1))
    given = CreateCompetitorEvent(
        competitor_id=competitor_id,
        title=story.title,
        description=story.about,
        happened_on=stage.date_of(story.on),
        same_function=story.same_function,
        source_url=story.url,
    )
    id = (await create_competitor_event(stage.work, given)).ids["competitor_event"]
    await stage.work.flush()
    if story.answered is not None:
        day, answer = story.answered
        stage.move_to(day)
        told = AnswerCompetitorEvent(competitor_event_id=id, answer=answer, answered_on=stage.date_of(day))
        await answer_competitor_event(stage.work, told)
        await stage.work.flush()

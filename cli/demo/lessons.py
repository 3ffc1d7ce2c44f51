"""Telling what was learned: lessons of ventures and of all, what taught them, and a playbook of the tenant's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.stage import Stage
from domain.lessons.commands import CreateLesson, create_lesson
from domain.lessons.playbooks import CreatePlaybook, create_playbook
from domain.lessons.tables import LessonTheme
from domain.reviews.states import ReviewState
from domain.reviews.tables import Review
from domain.risks.tables import Risk


@dataclass(frozen=True)
class LessonStory:
    """A lesson: of a venture by its key, or of all; drawn from a risk by its title and the venture's first review."""

    venture: str | None
    by: str
    on: int
    title: str
    situation: str
    done: str
    outcome: str
    advice: str
    theme: LessonTheme | None = None
    risk: str | None = None
    kind: tuple[str, str] | None = None
    "Codes of category and sub-type, where it is drawn from no risk."


@dataclass(frozen=True)
class LessonsStory:
    """What a tenant has learned."""

    lessons: tuple[LessonStory, ...]
    playbook: dict[str, Any]
    by: str


async def tell_lessons(stage: Stage, ventures: Mapping[str, UUID], story: LessonsStory) -> None:
    """Write down yesterday what was learned up to then."""
    stage.move_to(-1, 120)
    for one in story.lessons:
        stage.let_act(one.by)
        await create_lesson(stage.work, await _lesson(stage, ventures, one))
        await stage.work.flush()
        stage.tick()
    stage.let_act(story.by)
    await create_playbook(stage.work, CreatePlaybook.model_validate(story.playbook))


async def _lesson(stage: Stage, ventures: Mapping[str, UUID], story: LessonStory) -> CreateLesson:
    venture = None if story.venture is None else ventures[story.venture]
    risks = [] if story.risk is None else [await _risk(stage, story.risk)]
    category, sub_type = story.kind or (None, None)
    return CreateLesson(
        venture_id=venture,
        title=story.title,
        theme=story.theme,
        category=category,
        sub_type=sub_type,
        situation=story.situation,
        what_was_done=story.done,
        outcome=story.outcome,
        recommendation=story.advice,
        learned_on=stage.date_of(story.on),
        risk_ids=risks,
        review_ids=list(await _reviews(stage, venture)),
    )


async def _risk(stage: Stage, title: str) -> UUID:
    statement = sa.select(col(Risk.id)).where(col(Risk.tenant_id) == stage.work.tenant_id, col(Risk.title) == title)
    return (await stage.work.session.execute(statement)).scalars().one()


async def _reviews(stage: Stage, venture: UUID | None) -> Iterable[UUID]:
    """The venture's first review that was decided."""
    if venture is None:
        return ()
    statement = (
        sa.select(col(Review.id))
        .where(
            col(Review.tenant_id) == stage.work.tenant_id,
            col(Review.venture_id) == venture,
            col(Review.state) == ReviewState.DECIDED,
        )
        .order_by(col(Review.id))
        .limit(1)
    )
    return (await stage.work.session.execute(statement)).scalars()

"""What can be asked of lessons: write them down, and link them to risks and reviews."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_archived, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.lessons.tables import Lesson, LessonReview, LessonRisk, LessonTheme, Playbook
from domain.reviews.tables import Review
from domain.risks.categorizing import check_category
from domain.risks.tables import Risk
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.zone import check_past, today
from domain.ventures.tables import Venture

MOST_LINKS: Final = 200
"""Risks, and likewise reviews, to which a lesson is linked."""

VentureId = Annotated[UUID, IdOf("venture")]
LessonId = Annotated[UUID, IdOf("lesson")]
RiskId = Annotated[UUID, IdOf("risk")]
ReviewId = Annotated[UUID, IdOf("review")]


class CreateLesson(Input):
    """Something that was learned."""

    venture_id: VentureId | None = Field(
        None, description="The venture in which it was learned; left out: the whole tenant's."
    )
    title: Title = Field(description="The lesson in one line.", examples=["Ask for the data before the offer"])
    theme: LessonTheme | None = Field(None, description="What it is about, where it is one of these.")
    category: Code | None = Field(
        None, description="Code of the category of risk that it helps with; left out, that of the first risk."
    )
    sub_type: Code | None = Field(None, description="Code of the sub-type within the category.")
    situation: LongText | None = Field(None, description="What had come about.")
    what_was_done: LongText | None = Field(None, description="What was done then.")
    outcome: LongText | None = Field(None, description="What came of it.")
    recommendation: LongText | None = Field(None, description="What to do next time.")
    learned_on: Day | None = Field(None, description="The day of it; left out, today. Not in the future.")
    risk_ids: list[RiskId] = Field(default=[], max_length=50, description="Risks that it was drawn from.")
    review_ids: list[ReviewId] = Field(default=[], max_length=50, description="Reviews in which it was learned.")


class UpdateLesson(Change):
    """Changes to a lesson: what is left out stays, null clears."""

    id: LessonId = Field(description="The lesson.")
    title: Title = may_be_left_out("The lesson in one line.")
    theme: LessonTheme | None = Field(None, description="What it is about, where it is one of these.")
    category: Code | None = Field(None, description="Code of the category of risk that it helps with.")
    sub_type: Code | None = Field(None, description="Code of the sub-type within the category.")
    situation: LongText | None = Field(None, description="What had come about.")
    what_was_done: LongText | None = Field(None, description="What was done then.")
    outcome: LongText | None = Field(None, description="What came of it.")
    recommendation: LongText | None = Field(None, description="What to do next time.")
    learned_on: Day = may_be_left_out("The day of it. Not in the future.")


class AddLessonRisk(Input):
    """A risk that a lesson was drawn from, or that it helped with."""

    lesson_id: LessonId = Field(description="The lesson.")
    risk_id: RiskId = Field(description="The risk, of whatever venture.")


class AddLessonReview(Input):
    """A review in which a lesson was learned, or looked at."""

    lesson_id: LessonId = Field(description="The lesson.")
    review_id: ReviewId = Field(description="The review, of whatever venture.")


@command(Action.LESSON_WRITE, returns={"lesson": "lesson"}, creates=True)
async def create_lesson(work: Work, given: CreateLesson) -> Done:
    """Write down what was learned, in a venture or by the whole tenant, with the risks and reviews that taught it."""
    if given.venture_id is None:
        check_unrestricted(work)
    else:
        await work.get(Venture, given.venture_id, "venture_id", archived=False)
    risks = [
        await work.get(Risk, id, "risk_ids", place, archived=False)
        for place, id in enumerate(dict.fromkeys(given.risk_ids))
    ]
    reviews = [
        await work.get(Review, id, "review_ids", place) for place, id in enumerate(dict.fromkeys(given.review_ids))
    ]
    kind = {"category": given.category, "sub_type": given.sub_type}
    if given.category is None and given.sub_type is None and risks:
        kind = {"category": risks[0].category, "sub_type": risks[0].sub_type}
    else:
        await _check_kind(work, given.category, given.sub_type)
    await check_past(work, "learned_on", given.learned_on)
    row = work.new(
        Lesson,
        **given.sent("risk_ids", "review_ids", "category", "sub_type", "learned_on"),
        **kind,
        learned_on=given.learned_on or await today(work),
        author_id=work.principal.member_id,
    )
    await work.flush()
    for risk in risks:
        work.new(LessonRisk, venture_id=risk.venture_id, lesson_id=row.id, risk_id=risk.id)
    for review in reviews:
        work.new(LessonReview, venture_id=review.venture_id, lesson_id=row.id, review_id=review.id)
    return Done({"lesson": row.id})


@command(Action.LESSON_WRITE, returns={"lesson": "lesson"})
async def update_lesson(work: Work, given: UpdateLesson) -> Done:
    """Change a lesson."""
    row = await load_for_change(work, Lesson, given.id, given.expected_version)
    _check_whose(work, row)
    changes = given.sent("id", "expected_version")
    await check_past(work, "learned_on", changes.get("learned_on"))
    apply(row, changes)
    if {"category", "sub_type"} & changes.keys():
        await _check_kind(work, row.category, row.sub_type)
    return Done({"lesson": row.id})


@command(Action.LESSON_WRITE, returns={"lesson_risk": "lesson_risk", "lesson": "lesson"}, creates=True)
async def add_lesson_risk(work: Work, given: AddLessonRisk) -> Done:
    """Link a lesson to a risk."""
    lesson = await work.get(Lesson, given.lesson_id, "lesson_id", archived=False)
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    await check_room(work, LessonRisk, "lesson_id", lesson.id, MOST_LINKS, "lesson_id")
    link = work.new(LessonRisk, venture_id=risk.venture_id, lesson_id=lesson.id, risk_id=risk.id)
    return Done({"lesson_risk": link.id, "lesson": lesson.id})


@command(Action.LESSON_WRITE, returns={"lesson_review": "lesson_review", "lesson": "lesson"}, creates=True)
async def add_lesson_review(work: Work, given: AddLessonReview) -> Done:
    """Link a lesson to a review."""
    lesson = await work.get(Lesson, given.lesson_id, "lesson_id", archived=False)
    review = await work.get(Review, given.review_id, "review_id")
    await check_room(work, LessonReview, "lesson_id", lesson.id, MOST_LINKS, "lesson_id")
    link = work.new(LessonReview, venture_id=review.venture_id, lesson_id=lesson.id, review_id=review.id)
    return Done({"lesson_review": link.id, "lesson": lesson.id})


async def _check_kind(work: Work, category: str | None, sub_type: str | None) -> None:
    if category is not None:
        await check_category(work, category, sub_type)
    elif sub_type is not None:
        raise Invalid.at("sub_type", message="a sub-type needs its category")


def _check_whose(work: Work, row: Lesson | Playbook) -> None:
    """Raises `Forbidden` for what is the whole tenant's, unless the caller may see all of its ventures."""
    if isinstance(row, Playbook) or row.venture_id is None:
        check_unrestricted(work)


@when_archived
@when_restored
async def _whose(work: Work, row: Entity) -> None:
    if isinstance(row, Lesson | Playbook):
        _check_whose(work, row)


@when_restored
async def _has_room(work: Work, row: Entity) -> None:
    if isinstance(row, LessonRisk | LessonReview):
        await check_room(work, type(row), "lesson_id", row.lesson_id, MOST_LINKS, "id", more=0)


for _table in (Lesson, LessonRisk, LessonReview):
    archiving_commands(_table, Action.LESSON_WRITE, __name__)

"""Lessons, what taught them, and playbooks, as the plain reference makes rows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Type

if TYPE_CHECKING:
    from tests.graph.differing.rows import Made, Maker

_EDITED: Final = dict.fromkeys(("edit", "archive"), "lesson:write")
_PRODUCT: Final = "the product's own data, the same for all"
_ASKED: Final = "worked out by a program and stored nowhere; see `tests/domain/lessons/`"
_WORDS: Final = "words are compared by pg_trgm, which the reference does not know; see `tests/domain/lessons/`"
_NEWEST: Final = ("-learned_on",)


def _rows(maker: Maker, made: Made) -> None:
    """Lessons of ventures and of all, with the risks and reviews that taught some of them."""
    people = made.ids("membership")
    for _ in maker.some(0, 6):
        ends = {"venture_id": maker.maybe(made.ids("venture")), "author_id": maker.maybe(people)}
        lesson = maker.row(made, "lesson", **ends)["id"]
        for name in ("risk", "review"):
            found = made.rows[name]
            for row in maker.dice.sample(found, min(len(found), maker.dice.randint(0, 2))):
                given = {"venture_id": row["venture_id"], "lesson_id": lesson, f"{name}_id": row["id"]}
                maker.row(made, f"lesson_{name}", **given)


CHAPTER: Final = Chapter(
    types={
        "Lesson": Type("lesson", "lesson", _NEWEST, venture="venture_id", common=True),
        "LessonRisk": Type("lesson_risk", "lesson_risk", venture="venture_id"),
        "LessonReview": Type("lesson_review", "lesson_review", venture="venture_id"),
        "Playbook": Type("playbook", "playbook", ("title",)),
    },
    many={
        "Venture.lessons": Many("venture_id", _NEWEST),
        "Risk.lessons": Many(link="lesson_risk", here="risk_id", there="lesson_id", order=_NEWEST),
        "Review.lessons": Many(link="lesson_review", here="review_id", there="lesson_id", order=_NEWEST),
        "Lesson.risks": Many(link="lesson_risk", here="lesson_id", there="risk_id"),
        "Lesson.reviews": Many(link="lesson_review", here="lesson_id", there="review_id"),
        "Lesson.riskLinks": Many("lesson_id"),
        "Lesson.reviewLinks": Many("lesson_id"),
    },
    can={
        "Lesson": _EDITED,
        "Playbook": _EDITED,
        "LessonRisk": {"archive": "lesson:write"},
        "LessonReview": {"archive": "lesson:write"},
    },
    not_compared={
        **dict.fromkeys(("PlaybookTemplate", "LessonTemplate", "CaseAnswer"), _PRODUCT),
        **dict.fromkeys(("PlaybookPreview", "SimilarLessons"), _ASKED),
        "SimilarLesson": _WORDS,
    },
    by_hand=frozenset({"lesson", "lesson_risk", "lesson_review"}),
    rows=_rows,
)

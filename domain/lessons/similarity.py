"""Lessons that may help with a risk: of its sub-type, of its category, or told in like words.

Under row level security no index on texts is asked (see `search_text`), so candidates come from three indexes of
`lesson`, a bounded number of the newest from each: of the sub-type, of the category, of all. Only these are compared by
their words, with the trigrams of `pg_trgm` over the folded texts of the search, which needs no spaces between words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field

from domain.kernel.inputs import Code, IdOf, Input, LongText, Title
from domain.kernel.questions import Asking, question
from domain.kernel.searching import folded
from domain.kernel.work import unit_of_work
from domain.tenancy.permissions import Action

CANDIDATES: Final = 100
"""How many of the newest lessons of each index are compared."""
OFFERED: Final = 10
LEAST_LIKENESS: Final = "0.3"
"""From which likeness of words a lesson of another category is offered."""
_COMPARED: Final = 400
"""Characters of a text that are compared."""

LOOKED_AT: Final = 1_000
"""How many of the newest are looked at for some that the caller may see: who sees few ventures costs no more."""

_NEWEST: Final = f"""(SELECT x.id FROM (
        SELECT y.id, y.venture_id FROM lesson y
        WHERE y.tenant_id = {{{{tenant}}}} AND y.archived_at IS NULL AND {{which}}
        ORDER BY y.id DESC LIMIT {LOOKED_AT}) x
    WHERE {{{{seen}}}} ORDER BY x.id DESC LIMIT {CANDIDATES})"""

# Each candidate is looked up by its key, to which LIMIT 1 keeps PostgreSQL: as a join it reads all lessons of a tenant,
# as soon as it takes the candidates for many.
SIMILAR: Final = f"""
SELECT l.id AS lesson_id, l.venture_id, l.title, l.theme, l.category, l.sub_type, l.situation, l.recommendation,
    l.learned_on, w.same_category, w.same_sub_type, w.likeness,
    (CASE WHEN w.same_category THEN 0.25 ELSE 0 END + CASE WHEN w.same_sub_type THEN 0.25 ELSE 0 END
        + 0.5 * w.likeness)::numeric(7, 6) AS fit
FROM ({{asked}}) k
CROSS JOIN LATERAL (
    {_NEWEST.format(which="y.category = k.category AND y.sub_type = k.sub_type")}
    UNION {_NEWEST.format(which="y.category = k.category")}
    UNION {_NEWEST.format(which="true")}) f
CROSS JOIN LATERAL (SELECT * FROM lesson WHERE tenant_id = {{tenant}} AND id = f.id LIMIT 1) l
CROSS JOIN LATERAL (
    SELECT content FROM search_text WHERE tenant_id = {{tenant}} AND type = 'lesson' AND id = f.id LIMIT 1) s
CROSS JOIN LATERAL (
    SELECT COALESCE(l.category = k.category, false) AS same_category,
        COALESCE(l.category = k.category AND l.sub_type = k.sub_type, false) AS same_sub_type,
        GREATEST(
            similarity(k.title, split_part(s.content, chr(10), 1)),
            word_similarity(k.title, left(s.content, {_COMPARED})))::numeric(7, 6) AS likeness) w
WHERE (w.same_category OR w.likeness >= {LEAST_LIKENESS}) AND {{but}}
ORDER BY fit DESC, l.id DESC LIMIT {OFFERED}"""
"""Names to be filled in: `tenant`; `asked`, a SELECT of `category`, `sub_type` and the folded `title` of what lessons
are wanted for; `seen`, the condition of lessons `x` that the caller may see; `but`, one of lessons `l`."""


class SimilarLessonsWanted(Input):
    """A risk that is not saved yet."""

    title: Title = Field(description="The risk in one line.", examples=["Hospital data licence is not renewed"])
    category: Code | None = Field(None, description="Code of its category.", examples=["legal"])
    sub_type: Code | None = Field(None, description="Code of its sub-type.")
    event: LongText | None = Field(None, description="What would happen; its words count as well.")


class LessonOffered(BaseModel):
    """A lesson that may help."""

    lesson_id: Annotated[UUID, IdOf("lesson")] = Field(description="The lesson.")
    title: str = Field(description="The lesson in one line.")
    category: str | None = Field(description="Code of the category of risk that it helps with.")
    sub_type: str | None = Field(description="Code of the sub-type.")
    situation: str | None = Field(description="What had come about.")
    recommendation: str | None = Field(description="What to do next time.")
    same_category: bool = Field(description="Whether it is of the risk's category.")
    same_sub_type: bool = Field(description="Whether it is of the risk's sub-type.")
    likeness: Decimal = Field(description="How like its words are, from 0 to 1.")
    fit: Decimal = Field(description="A quarter each for category and sub-type, and half of the likeness.")


class SimilarLessons(BaseModel):
    """Lessons that may help with a risk."""

    lessons: list[LessonOffered] = Field(description=f"The best fitting first, at most {OFFERED}.")


_STATEMENT: Final = SIMILAR.format(
    tenant=":tenant",
    asked="SELECT CAST(:category AS text) AS category, CAST(:sub_type AS text) AS sub_type,"
    " CAST(:title AS text) AS title",
    seen="(CAST(:ventures AS uuid[]) IS NULL OR x.venture_id IS NULL OR x.venture_id = ANY(CAST(:ventures AS uuid[])))",
    but="true",
)


@question(Action.DOMAIN_READ, price=1_000)
async def similar_lessons(asking: Asking, given: SimilarLessonsWanted) -> SimilarLessons | None:
    """Lessons that may help with a risk which somebody is about to open: by category, sub-type and words."""
    allowed = asking.principal.venture_ids
    words = " ".join(filter(None, (given.title, given.event)))
    async with unit_of_work(asking.runtime, asking.principal) as work:
        rows = await work.session.execute(
            sa.text(_STATEMENT),
            {
                "tenant": work.tenant_id,
                "category": given.category,
                "sub_type": given.sub_type,
                "title": folded(words)[:_COMPARED],
                "ventures": None if allowed is None else sorted(allowed),
            },
        )
        names = LessonOffered.model_fields
        return SimilarLessons(lessons=[LessonOffered(**{name: row._mapping[name] for name in names}) for row in rows])

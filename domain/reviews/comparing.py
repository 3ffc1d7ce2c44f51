"""Comparing two reviews of a venture by their reports."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field

from domain.calendars.reading import calendars_of
from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.inputs import Input
from domain.kernel.questions import Asking, question
from domain.kernel.work import Work, unit_of_work
from domain.reviews.commands import ReviewId
from domain.reviews.comparison import ChangeKind, Comparison, Verdict, compare
from domain.reviews.tables import Review
from domain.tenancy.permissions import Action

_REPORT = sa.text("SELECT canonical FROM review_report WHERE tenant_id = :tenant AND review_id = :review")


class ReviewDifference(BaseModel):
    """One difference between the reports of two reviews."""

    model_config = ConfigDict(frozen=True)

    part: str = Field(description="The part of the report, such as `milestone` or `risks`.", examples=["milestone"])
    kind: ChangeKind = Field(description="Whether it was added, removed or changed.")
    verdict: Verdict = Field(description="What that means: better, worse, or neither.")
    subject: str | None = Field(None, description="The id of what differs; null for the report as a whole.")
    title: str | None = Field(None, description="Its title.")
    field: str = Field("", description="The field that differs, as a path; empty where all of it came or went.")
    before: str | None = Field(None, description="The value in the earlier report.")
    after: str | None = Field(None, description="The value in the later report.")
    difference: Decimal | None = Field(None, description="After less before, where both are numbers.")
    relative: Decimal | None = Field(None, description="The same as a share of before.")
    working_days: int | None = Field(None, description="Working days from before to after, where both are days.")


class ReviewComparison(BaseModel):
    """What differs between the reports of two reviews of a venture."""

    model_config = ConfigDict(frozen=True)

    before: str = Field(description="The earlier review.")
    after: str = Field(description="The later review.")
    schema_before: str = Field(description="The format of the earlier report.")
    schema_after: str = Field(description="The format of the later report.")
    only_before: list[str] = Field(description="Fields that only the earlier format has; they are not compared.")
    only_after: list[str] = Field(description="Fields that only the later format has; they are not compared.")
    differences: list[ReviewDifference] = Field(description="All differences, by part of the report.")


class CompareReviews(Input):
    """Two reviews of one venture."""

    review_id: ReviewId = Field(description="One review.")
    other_id: ReviewId = Field(description="Another one; the report that was gathered first is the earlier one.")


@question(Action.DOMAIN_READ, price=500)
async def review_comparison(asking: Asking, given: CompareReviews) -> ReviewComparison | None:
    """What differs between the reports of two reviews of one venture; null where one of them is not there for you.

    Lines are matched by their ids. Each difference is better, worse or neither, by what the field means.
    """
    async with unit_of_work(asking.runtime, asking.principal) as work:
        try:
            return await compare_reviews(work, given.review_id, given.other_id)
        except NotFound:
            return None


async def compare_reviews(work: Work, review_id: UUID, other_id: UUID) -> ReviewComparison:
    """Compare two reviews of one venture, the one gathered first with the other, whichever is named first.

    Raises `NotFound`, `Invalid` for reviews of two ventures, and `InvalidState` where one has no report yet.
    """
    first = await work.get(Review, review_id, "review_id")
    second = await work.get(Review, other_id, "other_id")
    if first.venture_id != second.venture_id:
        raise Invalid.at("other_id", message="must be a review of the same venture")
    before, after = await _content(work, first, "review_id"), await _content(work, second, "other_id")
    if before["as_of"] > after["as_of"]:
        first, second, before, after = second, first, after, before
    calendar = (await calendars_of(work, [first.venture_id]))[first.venture_id]
    return _answer(first, second, compare(before, after, calendar))


async def _content(work: Work, review: Review, path: str) -> dict[str, Any]:
    values = {"tenant": work.tenant_id, "review": review.id}
    canonical = (await work.session.execute(_REPORT, values)).scalar_one_or_none()
    if canonical is None:
        raise InvalidState.at(path, message=f"the review is {review.state}: its report is not there yet")
    content: dict[str, Any] = orjson.loads(canonical)
    return content


def _answer(first: Review, second: Review, found: Comparison) -> ReviewComparison:
    names = ReviewDifference.model_fields
    return ReviewComparison(
        before=external_id("review", first.id),
        after=external_id("review", second.id),
        schema_before=found.schemas[0],
        schema_after=found.schemas[1],
        only_before=list(found.only_before),
        only_after=list(found.only_after),
        differences=[ReviewDifference(**{name: getattr(one, name) for name in names}) for one in found.differences],
    )

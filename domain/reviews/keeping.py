"""The bytes of a report as they were hashed."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import InvalidState
from domain.kernel.work import Work
from domain.reviews.tables import Review, ReviewReport


async def canonical_report(work: Work, review_id: UUID, *path: str | int) -> bytes:
    """The bytes of a review's report: those that its content hash is the SHA-256 of.

    Raises `NotFound`, and `InvalidState` while there is no report.
    """
    review = await work.get(Review, review_id, *path)
    statement = sa.select(col(ReviewReport.canonical)).where(
        col(ReviewReport.tenant_id) == work.tenant_id, col(ReviewReport.review_id) == review.id
    )
    canonical = (await work.session.execute(statement)).scalar_one_or_none()
    if canonical is None:
        raise InvalidState.at(*(path or ("id",)), message=f"the review is {review.state}: its report is not there yet")
    return canonical.encode()

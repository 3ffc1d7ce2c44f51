"""Storing a report with its review: the bytes that are kept are the bytes that are hashed."""

from __future__ import annotations

import orjson
import sqlalchemy as sa

from domain.kernel.storing import store_computed
from domain.kernel.work import Work
from domain.reviews.canonical import canonical_bytes, content_hash
from domain.reviews.report import Report
from domain.reviews.states import ReviewState
from domain.reviews.tables import Review, ReviewReport

REPORT: sa.Table = ReviewReport.__table__  # type: ignore[attr-defined]  # set by the mapper


async def store_report(work: Work, review: Review, report: Report) -> None:
    """Keep a report as another draft of the review, where it says something else than the one before."""
    # Not in the canonical form, which takes ten times as long: this hash is only ever compared with its like.
    inputs_hash = content_hash(orjson.dumps({**report.content, "as_of": None}, option=orjson.OPT_SORT_KEYS))
    if review.state is ReviewState.READY and review.inputs_hash == inputs_hash:
        return
    kept = canonical_bytes(report.content)
    values = {
        "canonical": kept.decode(),
        "content": report.content,
        "reasons": report.content["reasons"],
        "computed_at": work.now,
    }
    await store_computed(work, REPORT, {"review_id": review.id}, values)
    # After that statement, which would write them at once: so the review is written once, with its state.
    review.inputs_hash, review.content_hash = inputs_hash, content_hash(kept)
    review.previous_hash, review.recommendation = report.previous_hash, report.recommendation
    review.gathered_at, review.draft_number = work.now, (review.draft_number or 0) + 1

"""Which judgement of a risk counts: the latest of its kind, and no suggestion made before it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.work import Work
from domain.risks.acceptance_tables import SuggestedAssessment, SuggestionState
from domain.risks.tables import Assessment, AssessmentKind


async def latest_assessment(
    work: Work, risk_id: UUID, kind: AssessmentKind = AssessmentKind.CURRENT, until: datetime | None = None
) -> Assessment | None:
    """A risk's latest assessment of a kind, or the latest that was made until an instant."""
    statement = (
        sa.select(Assessment)
        .where(
            col(Assessment.tenant_id) == work.tenant_id,
            col(Assessment.risk_id) == risk_id,
            col(Assessment.kind) == kind,
        )
        .order_by(col(Assessment.assessed_at).desc(), col(Assessment.id).desc())
        .limit(1)
    )
    if until is not None:
        statement = statement.where(col(Assessment.assessed_at) <= until)
    return (await work.session.execute(statement)).scalar_one_or_none()


async def outdate_suggestion(work: Work, risk_id: UUID) -> None:
    """A suggestion that nobody has decided is outdated: the risk has been judged, or its actions have changed."""
    statement = (
        sa.select(SuggestedAssessment)
        .where(
            col(SuggestedAssessment.tenant_id) == work.tenant_id,
            col(SuggestedAssessment.risk_id) == risk_id,
            col(SuggestedAssessment.state) == SuggestionState.OPEN,
        )
        .with_for_update(key_share=True)
    )
    row = (await work.session.execute(statement)).scalar_one_or_none()
    if row is not None:
        row.state, row.decided_at = SuggestionState.OUTDATED, work.now
        await work.flush()

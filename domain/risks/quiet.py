"""The silences of a tenant as the alerts of a venture feel them."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.ids import split_id
from domain.kernel.work import Work
from domain.risks.monitoring.silences import Silence
from domain.risks.rule_tables import Silence as SilenceRow


async def silences_of(work: Work, venture_id: UUID) -> tuple[Silence, ...]:
    """Those that hold, or will, for alerts of a venture."""
    found = await work.session.execute(
        sa.select(SilenceRow)
        .where(
            col(SilenceRow.tenant_id) == work.tenant_id,
            col(SilenceRow.archived_at).is_(None),
            col(SilenceRow.ends_at) > work.now,
            sa.or_(col(SilenceRow.venture_id).is_(None), col(SilenceRow.venture_id) == venture_id),
        )
        .order_by(col(SilenceRow.id))
    )
    return tuple(_silence(row) for row in found.scalars())


def _silence(row: SilenceRow) -> Silence:
    kind, subject_id = (None, None) if row.subject is None else split_id(row.subject)
    return Silence(
        row.starts_at,
        row.ends_at,
        row.rule,
        row.category,
        row.venture_id,
        kind,
        subject_id,
        row.severity_at_most,
    )

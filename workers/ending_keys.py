"""API keys that end soon: told once, seven days before."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.outward import stored_row
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.tenancy.api_keys import ENDING, TOLD_BEFORE
from domain.tenancy.events import KeyExpiring
from domain.tenancy.tables import ApiKey
from workers.claims import Claim, Queue
from workers.running import run_due

ENDING_KEYS = Queue.of_work(ENDING)
AT_A_TURN = 20


async def tell_of_ending_keys(runtime: Runtime, tenant_id: UUID) -> int:
    """Look at some of a tenant's keys that end soon. Answers how many."""
    return await run_due(runtime, tenant_id, ENDING_KEYS, _tell, AT_A_TURN)


async def _tell(work: Work, claim: Claim) -> datetime | None:
    statement = sa.select(ApiKey).where(
        col(ApiKey.tenant_id) == work.tenant_id,
        col(ApiKey.id) == claim.key,
        col(ApiKey.archived_at).is_(None),
        col(ApiKey.rotated_to).is_(None),
    )
    row = (await work.session.execute(statement)).scalar_one_or_none()
    if row is None or row.expires_at is None or row.expires_at <= work.now:
        return None
    if row.expires_at - TOLD_BEFORE > work.now:
        return row.expires_at - TOLD_BEFORE  # its end was moved
    more: KeyExpiring = {"days_left": (row.expires_at - work.now).days}
    work.emit("api_key.expiring", ("api_key", row.id), stored_row(row) | dict(more))
    return None

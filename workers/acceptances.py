"""Acceptances of risks, when their days have come: they warn, and at last lapse and open the risk again."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.working_days import end_of_day, local_day
from domain.kernel.faults import crash_point
from domain.kernel.outward import stored_row
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.risks.acceptance import due_warning, has_lapsed, next_step
from domain.risks.acceptance_tables import Acceptance, AcceptanceState
from domain.risks.events import AcceptanceExpiring
from domain.risks.tables import Risk, RiskStatus
from domain.tenancy.zone import tenant_of
from workers.claims import Claim, Queue
from workers.running import run_due

ACCEPTANCES = Queue.of_work("acceptance")
AT_A_TURN = 20

T = TypeVar("T", Risk, Acceptance)


async def tend_acceptances(runtime: Runtime, tenant_id: UUID) -> int:
    """Look at some of a tenant's acceptances that are due. Answers how many."""
    return await run_due(runtime, tenant_id, ACCEPTANCES, _tend, AT_A_TURN)


async def _tend(work: Work, claim: Claim) -> datetime | None:
    found = await _held(work, claim.key)
    if found is None:
        return None  # it has ended otherwise
    risk, row = found
    zone = ZoneInfo((await tenant_of(work)).time_zone)
    today = local_day(work.now, zone)
    if has_lapsed(row.expires_on, today):
        row.state = AcceptanceState.LAPSED
        row.lapsed_at = end_of_day(row.expires_on, zone)
        if risk.status is RiskStatus.ACCEPTED:
            risk.status, risk.opened_at = RiskStatus.OPEN, row.lapsed_at
        await work.flush()
        crash_point("acceptance.lapsed")
        return None
    warning = due_warning(row.expires_on, row.warned_days, today)
    if warning is not None:
        row.warned_days = warning
        await work.flush()
        more: AcceptanceExpiring = {"days_left": (row.expires_on - today).days, "risk_title": risk.title}
        data, scope = stored_row(row) | dict(more), Scope(risk.venture_id, risk.category)
        work.emit("risk.acceptance.expiring", ("acceptance", row.id), data, scope=scope)
    return next_step(row.expires_on, today, zone)


async def _held(work: Work, id: UUID) -> tuple[Risk, Acceptance] | None:
    """An acceptance that holds, and its risk; the risk is locked first, as by the commands."""
    risk_id = sa.select(col(Acceptance.risk_id)).where(
        col(Acceptance.tenant_id) == work.tenant_id, col(Acceptance.id) == id
    )
    risk = await _locked(work, Risk, (await work.session.execute(risk_id)).scalar_one_or_none())
    row = await _locked(work, Acceptance, id)
    if risk is None or row is None or row.state is not AcceptanceState.APPROVED:
        return None
    return risk, row


async def _locked(work: Work, table: type[T], id: UUID | None) -> T | None:
    statement = (
        sa.select(table)
        .where(col(table.tenant_id) == work.tenant_id, col(table.id) == id)
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()

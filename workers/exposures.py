"""Exposure of registers: worked out when a risk has changed, for its venture and then for the tenant as a whole.

The risks are read in one statement, worked out in a thread of their own outside any transaction, and stored where the
lease is still ours. The same inputs are not worked out twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.storing import store_computed
from domain.kernel.work import Work, unit_of_work
from domain.risks.defaults import scale_of
from domain.risks.exposure import Exposed, exposure_of, inputs_hash
from domain.risks.exposure import Exposure as Found
from domain.risks.scale import Scale
from domain.risks.tables import Exposure, RiskShare
from workers.claims import Claim, Queue
from workers.consequences import mark_ventures
from workers.running import claim_each, run_one

EXPOSURES = Queue.of_work("exposure", lease=timedelta(minutes=5))
AT_A_TURN = 5

EXPOSURE: sa.Table = Exposure.__table__  # type: ignore[attr-defined]  # set by the mapper
SHARE: sa.Table = RiskShare.__table__  # type: ignore[attr-defined]  # set by the mapper

_RISKS = sa.text("""
    SELECT r.id, a.probability, a.probability_level, a.scale_number, a.impact_low, a.impact_likely, a.impact_high
    FROM risk r JOIN venture v ON v.tenant_id = :tenant AND v.id = r.venture_id AND v.archived_at IS NULL
    LEFT JOIN LATERAL (
        SELECT * FROM assessment x
        WHERE x.tenant_id = :tenant AND x.risk_id = r.id AND x.kind = 'current'
        ORDER BY x.assessed_at DESC, x.id DESC LIMIT 1) a ON true
    WHERE r.tenant_id = :tenant AND (:whole OR r.venture_id = :subject)
        AND r.archived_at IS NULL AND r.status IN ('open', 'accepted') AND coalesce(r.kind, 'threat') = 'threat'""")

_SCALES = sa.text("SELECT version_number, definition FROM risk_scale WHERE tenant_id = :tenant")


@dataclass(frozen=True)
class Register:
    """What an exposure is worked out from."""

    exposed: list[Exposed]
    risks: int
    without_loss: int
    without_probability: int
    hash: str
    "Of all of these."


async def work_out_exposures(runtime: Runtime, tenant_id: UUID) -> int:
    """Work out some of a tenant's due exposures. Answers how many."""
    return await claim_each(runtime, tenant_id, EXPOSURES, AT_A_TURN, partial(_work_out, runtime, tenant_id))


async def _work_out(runtime: Runtime, tenant_id: UUID, one: Claim) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        register = await read_register(work, one.key)
        stored = sa.select(EXPOSURE.c.inputs_hash).where(
            EXPOSURE.c.tenant_id == tenant_id, EXPOSURE.c.subject_id == one.key
        )
        known = (await work.session.execute(stored)).scalar_one_or_none()

    found: Found | None = None

    async def ahead() -> None:
        nonlocal found
        if known != register.hash:
            found = await asyncio.to_thread(exposure_of, register.exposed)

    async def store(work: Work, one: Claim) -> None:
        if found is not None:
            await _store(work, one.key, register, found)

    await run_one(runtime, tenant_id, EXPOSURES, store, one, ahead=ahead)


async def read_register(work: Work, subject_id: UUID) -> Register:
    """The open and accepted threats of a venture, or of all ventures where the subject is the tenant."""
    values = {"tenant": work.tenant_id, "subject": subject_id, "whole": subject_id == work.tenant_id}
    rows = (await work.session.execute(_RISKS, values)).all()
    scales = {
        row.version_number: scale_of(row.definition)
        for row in await work.session.execute(_SCALES, {"tenant": work.tenant_id})
    }
    exposed = [one for row in rows if (one := _exposed(row, scales)) is not None]
    without_probability = sum(row.probability is None for row in rows)
    counts = (len(rows), len(rows) - len(exposed), without_probability)
    return Register(exposed, *counts, hash=f"{inputs_hash(exposed)} {counts}")


def _exposed(row: Any, scales: Mapping[int, Scale]) -> Exposed | None:
    """The risk as it may strike; None where no loss is known."""
    if row.impact_low is None or row.impact_likely is None or row.impact_high is None:
        return None
    probability = row.probability
    if probability is None:
        probability = scales[row.scale_number].probability_band_middle(row.probability_level)
    return Exposed(row.id, float(probability), float(row.impact_low), float(row.impact_likely), float(row.impact_high))


async def _store(work: Work, subject_id: UUID, register: Register, found: Found) -> None:
    whole = subject_id == work.tenant_id
    values = {
        "venture_id": None if whole else subject_id,
        "inputs_hash": register.hash,
        "expected": _money(found.expected),
        "p50": _money(found.p50),
        "p80": _money(found.p80),
        "p95": _money(found.p95),
        "curve": [
            {"loss": str(_money(loss)), "probability": str(round(Decimal(chance), 6))} for loss, chance in found.curve
        ],
        "risks": register.risks,
        "without_loss": register.without_loss,
        "without_probability": register.without_probability,
        "draws": found.draws,
        "computed_at": work.now,
    }
    await store_computed(work, EXPOSURE, {"subject_id": subject_id}, values)
    if whole:
        return
    await _store_shares(work, subject_id, found)
    await mark_ventures(work, [subject_id])
    await work.mark("exposure", [work.tenant_id])


async def _store_shares(work: Work, venture_id: UUID, found: Found) -> None:
    """Keep each risk's share; those that have none by now lose theirs."""
    kept = {id: _money(share) for id, share in found.shares.items()}
    gone = sa.text(
        "DELETE FROM risk_share s WHERE s.tenant_id = :tenant AND s.risk_id <> ALL(CAST(:kept AS uuid[])) AND EXISTS ("
        "SELECT 1 FROM risk r WHERE r.tenant_id = :tenant AND r.id = s.risk_id AND r.venture_id = :venture)"
    )
    await work.session.execute(gone, {"tenant": work.tenant_id, "kept": list(kept), "venture": venture_id})
    if kept:
        shares = [{"risk_id": id, "p80_share": share} for id, share in kept.items()]
        await store_computed(work, SHARE, {}, *shares, each=["risk_id"])


def _money(value: float) -> Decimal:
    return round(Decimal(value), 2)

"""Scoring all risks of a tenant again after its scale was saved, in slices.

There is no cursor: a risk whose stored score names another version of the scale is still to be done, so that a killed
worker is followed by one that goes on where it was, and a scale saved in between is what the rest is scored by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.faults import crash_point
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.defaults import limited, present_scale
from domain.risks.rescoring import rescore
from domain.risks.scale import Level, Scale
from domain.risks.scoring import Scored, next_assessment_on
from domain.risks.tables import Assessment, AssessmentKind, Risk, RiskLimits, RiskScale, RiskScore
from domain.tenancy.zone import day_in, tenant_of
from workers.claims import Claim, Queue
from workers.consequences import mark_ventures
from workers.running import run_due

RESCORING = Queue.of_work("rescore")
SLICE = 200


async def rescore_risks(runtime: Runtime, tenant_id: UUID) -> int:
    """Score a slice of a tenant's risks again, where that is due. Answers whether there was one."""
    return await run_due(runtime, tenant_id, RESCORING, _slice, 1)


@dataclass(frozen=True)
class Judged:
    """The assessments of a risk that count: the latest of each kind, and the current one before."""

    latest: dict[AssessmentKind, Assessment]
    before: Assessment | None


async def _slice(work: Work, claim: Claim) -> datetime | None:
    number, scale = await present_scale(work)
    risks = await _still_to_do(work, number)
    if not risks:
        return None
    ids = [risk.id for risk in risks]
    scores = {score.risk_id: score for score in await _rows(work, RiskScore, col(RiskScore.risk_id).in_(ids))}
    judged = await _judged(work, ids)
    levels = await _levels_of(work)
    limits = await _limited(work, number, scale, {risk.venture_id for risk in risks})
    zone = (await tenant_of(work)).time_zone
    for risk in risks:
        held = judged.get(risk.id)
        score = scores[risk.id]
        if held is not None:
            _bring_up(score, held, levels, limits.get(risk.venture_id, scale), work.now, zone)
        score.scale_number = number
    await work.flush()
    crash_point("rescore.after_slice")
    ventures = sorted({risk.venture_id for risk in risks})
    await mark_ventures(work, ventures)
    return work.now


async def _still_to_do(work: Work, number: int) -> Sequence[Risk]:
    """The next risks in the order of their ids, held so that nobody assesses them meanwhile."""
    due = (
        sa.select(col(RiskScore.risk_id))
        .where(col(RiskScore.tenant_id) == work.tenant_id, col(RiskScore.scale_number).is_distinct_from(number))
        .order_by(col(RiskScore.risk_id))
        .limit(SLICE)
    )
    ids = list((await work.session.execute(due)).scalars())
    locked = (
        sa.select(Risk)
        .where(col(Risk.tenant_id) == work.tenant_id, col(Risk.id).in_(ids))
        .order_by(col(Risk.id))
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(locked)).scalars().all() if ids else ()


async def _rows(work: Work, table: Any, condition: Any) -> Sequence[Any]:
    found = await work.session.execute(sa.select(table).where(table.tenant_id == work.tenant_id, condition))
    return found.scalars().all()


async def _judged(work: Work, ids: list[UUID]) -> dict[UUID, Judged]:
    place = (
        sa.func.row_number()
        .over(
            partition_by=(col(Assessment.risk_id), col(Assessment.kind)),
            order_by=(col(Assessment.assessed_at).desc(), col(Assessment.id).desc()),
        )
        .label("place")
    )
    ranked = (
        sa.select(col(Assessment.id), place)
        .where(col(Assessment.tenant_id) == work.tenant_id, col(Assessment.risk_id).in_(ids))
        .subquery()
    )
    rows = await work.session.execute(
        sa.select(Assessment, ranked.c.place)
        .join(ranked, ranked.c.id == col(Assessment.id))
        .where(col(Assessment.tenant_id) == work.tenant_id, ranked.c.place <= 2)
    )
    found: dict[UUID, Judged] = {}
    before: dict[UUID, Assessment] = {}
    for row, at in rows:
        held = found.setdefault(row.risk_id, Judged({}, None))
        if at == 1:
            held.latest[row.kind] = row
        elif row.kind is AssessmentKind.CURRENT:
            before[row.risk_id] = row
    return {risk_id: Judged(held.latest, before.get(risk_id)) for risk_id, held in found.items()}


async def _levels_of(work: Work) -> dict[int, tuple[int, int]]:
    """How many levels each version of the scale had on its two sides."""
    rows = await work.session.execute(
        sa.select(col(RiskScale.version_number), col(RiskScale.definition)).where(
            col(RiskScale.tenant_id) == work.tenant_id
        )
    )
    return {
        number: (len(definition["probability_names"]), len(definition["impact_names"])) for number, definition in rows
    }


async def _limited(work: Work, number: int, scale: Scale, ventures: set[UUID]) -> dict[UUID, Scale]:
    """The scale of each venture that has limits of its own."""
    rows = await _rows(
        work, RiskLimits, (col(RiskLimits.scale_number) == number) & col(RiskLimits.venture_id).in_(ventures)
    )
    return {row.venture_id: limited(scale, row.money_bands, row.delay_bands) for row in rows}


def _bring_up(
    score: RiskScore, held: Judged, levels: dict[int, tuple[int, int]], scale: Scale, now: datetime, zone: str
) -> None:
    """What is kept beside a risk, by the new scale. Only its level's beginnings are those of the change."""

    def again(row: Assessment) -> Scored:
        return rescore(row, levels[row.scale_number], scale)

    for kind, row in held.latest.items():
        scored = again(row)
        match kind:
            case AssessmentKind.INHERENT:
                score.inherent_score, score.inherent_level = scored.score, scored.level
            case AssessmentKind.TARGET:
                score.target_score, score.target_level = scored.score, scored.level
            case AssessmentKind.CURRENT:
                _keep_current(score, scored, now)
                score.next_assessment_on = next_assessment_on(scored.level, day_in(zone, row.assessed_at), row.next_on)
    score.previous_level = None if held.before is None else again(held.before).level


def _keep_current(score: RiskScore, scored: Scored, now: datetime) -> None:
    if scored.level != score.level:
        score.level_since = now
    serious = scored.level.rank >= Level.HIGH.rank
    score.high_since = (score.high_since or now) if serious else None
    score.probability_level, score.impact_level = scored.probability_level, scored.impact_level
    score.score, score.level = scored.score, scored.level

"""How fast reviews are gathered: `python -m tests.bench --only reviews`.

Ventures of 200 milestones and 60 risks, each with five reviews that are due because something has changed; one worker's
own station gathers them: claimed, read, built, stored. The limit reads their facts by the same statement, and does
nothing with them. Then the tenant has ten times the ventures.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.database import asyncpg_arguments
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.milestones.tables import Criterion, CriterionOutcome, CriterionResult, Milestone
from domain.money.tables import Cost
from domain.reviews.reading import read_report_facts
from domain.reviews.tables import Review
from tests.bench.forecasting import counted, planned_venture
from tests.bench.growing import more_ventures
from workers.forecasts import work_out_forecasts
from workers.reviews import AT_A_TURN, gather

VENTURES: Final = 3
GROWTH: Final = 10
SIZE: Final = (200, 300, 60)
"""Milestones, dependencies and risks of each venture."""


async def measure_reviews(runtime: Runtime, tenant_id: UUID, seconds: float) -> None:
    """A row for the ventures, and one for ten times as many."""
    print(f"\n{'reviews gathered by one worker':44}{'limit/s':>10}{'ours/s':>10}{'ratio':>8}{'statements':>12}")
    venture_id = await planned_venture(runtime, tenant_id, *SIZE)
    await _reviewed(runtime, tenant_id, venture_id)
    await work_out_forecasts(runtime, tenant_id)
    rates = []
    admin = await asyncpg.connect(**asyncpg_arguments(runtime.settings.admin_database_url))
    for ventures, first, last in ((VENTURES, 1, VENTURES - 1), (VENTURES * GROWTH, 11, 9 + GROWTH)):
        await more_ventures(admin, tenant_id, first, last)
        reviews = await _some_reviews(runtime, tenant_id)
        await _first(runtime, tenant_id, reviews)
        sent = await _statements(runtime, tenant_id, reviews)
        limit = await _read(runtime, tenant_id, reviews, seconds)
        rates.append(await _gathered(runtime, tenant_id, reviews, seconds))
        title = f"{ventures} ventures of {SIZE[0]} milestones, {SIZE[2]} risks"
        print(f"{title:44}{limit:10.1f}{rates[-1]:10.1f}{rates[-1] / limit:8.2f}{sent:12}", flush=True)
    await admin.close()
    print(f"{'the rate with ten times the ventures, in parts of the first':64}{rates[1] / rates[0]:10.2f}", flush=True)


async def _reviewed(runtime: Runtime, tenant_id: UUID, venture_id: UUID) -> None:
    """Criteria with results, costs, and the reviews of five milestones; the risks with their scores."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        statement = sa.select(Milestone).where(
            col(Milestone.tenant_id) == tenant_id, col(Milestone.venture_id) == venture_id
        )
        milestones = (await work.session.execute(statement.order_by(col(Milestone.id)))).scalars().all()
        for number, milestone in enumerate(milestones):
            work.new(Cost, venture_id=venture_id, milestone_id=milestone.id, amount=5, spent_on=work.now.date())
            if number < AT_A_TURN:
                await _review(work, milestone)
        score = """
            INSERT INTO risk_score (tenant_id, risk_id, probability_level, impact_level, score, level, assessed_at)
            SELECT tenant_id, risk_id, probability_level, impact_level, score, level, assessed_at FROM assessment
            WHERE tenant_id = :tenant"""
        await work.session.execute(sa.text(score), {"tenant": tenant_id})


async def _review(work: Work, milestone: Milestone) -> None:
    ends = {"venture_id": milestone.venture_id, "milestone_id": milestone.id}
    work.new(Review, **ends, requested_at=work.now, created_at=work.now)
    for number in range(5):
        criterion = work.new(Criterion, **ends, title=f"Criterion {number}")
        await work.flush()
        work.new(CriterionResult, criterion_id=criterion.id, result=CriterionOutcome.PASS, recorded_at=work.now)


async def _some_reviews(runtime: Runtime, tenant_id: UUID) -> list[tuple[UUID, UUID]]:
    """As many reviews as the first ventures have, from all ventures, with their milestones."""
    async with runtime.database.reading(tenant_id) as connection:
        found = await connection.fetch(
            "SELECT id, milestone_id FROM review WHERE tenant_id = $1 ORDER BY md5(id::text) LIMIT $2",
            tenant_id,
            VENTURES * AT_A_TURN,
        )
    return [(row["id"], row["milestone_id"]) for row in found]


async def _change(runtime: Runtime, tenant_id: UUID, reviews: Sequence[tuple[UUID, UUID]], number: int) -> None:
    """Change an input of reviews, and have them gathered."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        for _, milestone_id in reviews:
            (await work.get(Milestone, milestone_id)).percent_complete = 1 + number % 90
        await work.mark("review", [review for review, _ in reviews])


async def _first(runtime: Runtime, tenant_id: UUID, reviews: Sequence[tuple[UUID, UUID]]) -> None:
    """Gather each once: only the first time is told of."""
    await _change(runtime, tenant_id, reviews, 92)
    while await gather(runtime, tenant_id):
        pass
    async with runtime.database.reading(tenant_id) as connection:
        ready = "SELECT count(*) FROM review WHERE tenant_id = $1 AND state = 'ready' AND id = ANY($2)"
        assert await connection.fetchval(ready, tenant_id, [id for id, _ in reviews]) == len(reviews)


async def _gathered(runtime: Runtime, tenant_id: UUID, reviews: Sequence[tuple[UUID, UUID]], seconds: float) -> float:
    took, done = 0.0, 0
    while took < seconds:
        some = [reviews[(done + place) % len(reviews)] for place in range(AT_A_TURN)]
        await _change(runtime, tenant_id, some, done // AT_A_TURN)
        began = time.perf_counter()
        assert await gather(runtime, tenant_id) == AT_A_TURN
        took, done = took + time.perf_counter() - began, done + AT_A_TURN
    return done / took


async def _read(runtime: Runtime, tenant_id: UUID, reviews: Sequence[tuple[UUID, UUID]], seconds: float) -> float:
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            await read_report_facts(work, await work.get(Review, reviews[done % len(reviews)][0]))
        done += 1
    return done / (time.perf_counter() - begun)


async def _statements(runtime: Runtime, tenant_id: UUID, reviews: Sequence[tuple[UUID, UUID]]) -> int:
    """How many statements a gathering sends, with those that claim and finish it."""
    await _change(runtime, tenant_id, reviews[:1], 91)
    with counted(runtime) as sent:
        assert await gather(runtime, tenant_id) == 1
    return len(sent)

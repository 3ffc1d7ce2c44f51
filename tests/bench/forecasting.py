"""How fast forecasts are worked out and stored: `python -m tests.bench --only forecasting`.

Ventures of 20, 50 and 200 milestones are changed and forecast again and again by the worker's own station: read, drawn
10,000 times with the drivers of every risk, stored. The limit is the same plan drawn without reading and storing.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.forecasting.drafting import draft_of
from domain.forecasting.outcome import work_out
from domain.forecasting.reading import read_facts
from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.milestones.tables import Dependency, Milestone
from domain.risks.scale import Level
from domain.risks.tables import Assessment, AssessmentKind, Risk, RiskMilestone
from domain.ventures.tables import Venture
from workers.forecasts import work_out_forecasts

SIZES = ((20, 25, 6), (50, 70, 15), (200, 300, 60))
"""Milestones, dependencies and risks."""


async def measure_stored_forecasts(runtime: Runtime, tenant_id: UUID, seconds: float) -> None:
    """A row for each size."""
    print(f"\n{'forecast of a venture':44}{'limit/s':>10}{'ours/s':>10}{'ratio':>8}{'statements':>12}")
    for milestones, links, risks in SIZES:
        venture_id = await planned_venture(runtime, tenant_id, milestones, links, risks)
        await _again(runtime, tenant_id, venture_id, 0)  # starts the process
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            draft = draft_of(await read_facts(work, [venture_id]))
        limit = await _rate(lambda number: runtime.computing.run(60, work_out, draft), seconds)  # noqa: B023  # at once
        with counted(runtime) as sent:
            await _again(runtime, tenant_id, venture_id, 1)
        ours = await _rate(lambda number: _again(runtime, tenant_id, venture_id, 2 + number), seconds)  # noqa: B023
        title = f"{milestones} milestones, {links} dependencies, {risks} risks"
        print(f"{title:44}{limit:10.1f}{ours:10.1f}{ours / limit:8.2f}{len(sent):12}", flush=True)


async def _rate(act: Any, seconds: float) -> float:
    begun, count = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        await act(count)
        count += 1
    return count / (time.perf_counter() - begun)


async def _again(runtime: Runtime, tenant_id: UUID, venture_id: UUID, number: int) -> None:
    """Change an input, and have the venture forecast."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        statement = sa.select(Milestone).where(
            col(Milestone.tenant_id) == tenant_id, col(Milestone.venture_id) == venture_id
        )
        milestone = (await work.session.execute(statement.order_by(col(Milestone.id)).limit(1))).scalar_one()
        milestone.percent_complete = 1 + number % 90
        await work.mark("forecast", [venture_id])
    assert await work_out_forecasts(runtime, tenant_id) == 1


@contextmanager
def counted(runtime: Runtime) -> Iterator[list[str]]:
    """What the station sends, without the change that has made it due."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *more: Any) -> None:
        sent.append(statement)

    engine = runtime.database.engine("app").sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
        marked = next((place for place, text in enumerate(sent) if "INSERT INTO work" in text), -1)
        del sent[: marked + 1]


async def planned_venture(runtime: Runtime, tenant_id: UUID, milestones: int, links: int, risks: int) -> UUID:
    """A venture whose milestones have estimates, links and risks that may delay them."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        pick = random.Random(milestones)
        venture = work.new(Venture, name="Measured", key=f"F{uuid7().hex[-10:]}".upper())
        await work.flush()
        made = [_milestone(work, venture.id, number) for number in range(milestones)]
        await work.flush()
        pairs = {tuple(sorted(pick.sample(range(milestones), 2))) for _ in range(3 * links)}
        for before, after in sorted(pairs)[:links]:
            ends = {"predecessor_id": made[before].id, "successor_id": made[after].id}
            work.new(Dependency, venture_id=venture.id, **ends)
        for number in range(risks):
            await _risk(work, venture.id, pick.choice(made).id, number)
        return venture.id


def _milestone(work: Work, venture_id: UUID, number: int) -> Milestone:
    due = work.now.date() + timedelta(days=30 + number)
    low, likely, high = (Decimal(days + number % 5) for days in (5, 8, 17))
    points = {"estimate_optimistic": low, "estimate_likely": likely, "estimate_pessimistic": high}
    return work.new(Milestone, venture_id=venture_id, title=f"Milestone {number}", due_on=due, **points)


async def _risk(work: Work, venture_id: UUID, milestone_id: UUID, number: int) -> None:
    risk = work.new(Risk, venture_id=venture_id, title=f"Risk {number}", category="technical", opened_at=work.now)
    await work.flush()
    work.new(RiskMilestone, venture_id=venture_id, risk_id=risk.id, milestone_id=milestone_id)
    work.new(
        Assessment,
        risk_id=risk.id,
        kind=AssessmentKind.CURRENT,
        scale_number=1,
        probability_level=3,
        impact_level=3,
        score=9,
        level=Level.MEDIUM,
        probability=Decimal("0.3"),
        delay_low=Decimal(2),
        delay_likely=Decimal(5),
        delay_high=Decimal(10),
        assessed_at=work.now,
    )

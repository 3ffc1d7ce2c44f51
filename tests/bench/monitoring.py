"""How fast the monitor is, as ratios: `python -m tests.bench --only monitor`.

A venture of 200 risks and 20 milestones is evaluated again and again, by our one statement and by mapped objects; the
cost of a look is measured in a tenant, and in the same tenant with ten times the ventures; writes at 50 a second are
followed from their commit to the alert's row; and worker processes with nothing to do are weighed.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.milestones.tables import Criterion, CriterionOutcome, CriterionResult, Milestone, MilestoneStatus
from domain.onboarding import equip_tenant
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.reading import read_watched
from domain.risks.monitoring.registry import RULES
from domain.risks.scale import Level, Scale
from domain.risks.tables import Action, Assessment, AssessmentKind, Response, ResponseKind, Risk, RiskScore
from domain.tenancy.tables import Tenant
from domain.ventures.tables import Venture
from tests.bench.latency import measure_latency
from tests.bench.peers import orm_rules
from workers.finding import tenants_with_due
from workers.monitor import monitor

RISKS, MILESTONES = 200, 20
FEW, MANY = 20, 200
"""Ventures of the tenant before and after it has grown."""
ROUNDS = 4
"""What is compared takes turns, and the best round of each counts, so that other load on the machine weighs less."""


async def measure(runtime: Runtime, seconds: float) -> None:
    """All rows, on a database of which everything else is left alone."""
    tenant = await new_tenant(runtime)
    await _evaluation(runtime, tenant, seconds)
    await _growth(runtime, seconds)
    await measure_latency(runtime, tenant, await _venture(runtime, tenant, 50, 5), seconds)
    await _idle(runtime)


async def new_tenant(runtime: Runtime) -> UUID:
    """A tenant with the usual scale and rules, and nothing else."""
    tenant_id = uuid7()
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        work.session.add(
            Tenant(id=tenant_id, slug=f"b{tenant_id.hex[-12:]}", name="B", created_at=work.now, updated_at=work.now)
        )
        await equip_tenant(work)
    return tenant_id


async def _venture(runtime: Runtime, tenant_id: UUID, risks: int, milestones: int) -> UUID:
    """A venture with a history: each risk judged four times, answered with two actions."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        venture = work.new(Venture, name="Measured", key=f"M{uuid7().hex[-10:]}".upper())
        await work.flush()
        pick = random.Random(venture.id.int)
        for number in range(milestones):
            await _milestone(work, venture.id, number)
        for number in range(risks):
            await _risk(work, venture.id, number, pick)
        return venture.id


async def _milestone(work: Work, venture_id: UUID, number: int) -> None:
    milestone = work.new(
        Milestone,
        venture_id=venture_id,
        title=f"Milestone {number}",
        status=MilestoneStatus.IN_PROGRESS,
        start_on=date(2026, 1, 5),
        due_on=date(2099, 6, 1) if number % 4 else work.now.date() - timedelta(days=3),
        baseline_start_on=date(2026, 1, 5),
        baseline_due_on=date(2099, 5, 1),
    )
    await work.flush()
    criterion = work.new(Criterion, venture_id=venture_id, milestone_id=milestone.id, title="Accurate")
    await work.flush()
    work.new(
        CriterionResult, criterion_id=criterion.id, result=CriterionOutcome.PASS, recorded_at=work.now, recorded_by=None
    )


async def _risk(work: Work, venture_id: UUID, number: int, pick: random.Random) -> None:
    risk = work.new(Risk, venture_id=venture_id, title=f"Risk {number}", category="technical", opened_at=work.now)
    await work.flush()
    scale, latest = Scale(), None
    for back, kind in ((40, AssessmentKind.INHERENT), (30, AssessmentKind.CURRENT), (20, AssessmentKind.CURRENT),
                       (10, AssessmentKind.CURRENT)):  # fmt: skip
        probability, impact = pick.randint(1, 3), pick.randint(1, 4)
        level = scale.level(probability, impact)
        latest = work.new(
            Assessment,
            risk_id=risk.id,
            kind=kind,
            scale_number=1,
            probability_level=probability,
            impact_level=impact,
            score=probability * impact,
            level=level,
            assessed_at=work.now - timedelta(days=back),
        )
    assert latest is not None
    serious = latest.level.rank >= Level.HIGH.rank
    work.session.add(
        RiskScore(
            tenant_id=work.tenant_id,
            risk_id=risk.id,
            score=latest.score,
            level=latest.level,
            assessed_at=latest.assessed_at,
            level_since=latest.assessed_at,
            high_since=latest.assessed_at if serious else None,
            next_assessment_on=work.now.date() + timedelta(days=30),
            inherent_score=9,
        )
    )
    response = work.new(Response, venture_id=venture_id, risk_id=risk.id, kind=ResponseKind.MITIGATE, title="Answer")
    await work.flush()
    for place in range(2):
        work.new(Action, venture_id=venture_id, response_id=response.id, title=f"Do {place}", due_on=date(2099, 1, 1))


def _findings(facts: Facts, now: datetime) -> list[tuple[str, UUID, str]]:
    return sorted(
        (code, subject, str(finding.severity))
        for code, rule in RULES.items()
        for subject, finding in rule.evaluate(facts, rule.with_defaults(), now).items()
    )


async def _rate(act: Callable[[], Awaitable[Any]], seconds: float) -> float:
    """How many a second, one after the other."""
    await act()
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        await act()
        done += 1
    return done / (time.perf_counter() - began)


async def _evaluation(runtime: Runtime, tenant_id: UUID, seconds: float) -> None:
    venture_id = await _venture(runtime, tenant_id, RISKS, MILESTONES)
    await _analyse(runtime)
    principal = Principal.worker(tenant_id)

    async def ours() -> Any:
        async with unit_of_work(runtime, principal) as work:
            watched = await read_watched(work, venture_id)
            assert watched is not None
            return _findings(watched.facts, work.now)

    async def over_objects() -> Any:
        async with unit_of_work(runtime, principal) as work:
            work.session.expunge_all()
            return _findings(await orm_rules.read_facts(work.session, tenant_id, venture_id), work.now)

    same = await ours()
    assert same == await over_objects(), "the peer's rules say something else"
    limit = own = 0.0
    for _ in range(ROUNDS):
        limit = max(limit, await _rate(over_objects, seconds / ROUNDS))
        own = max(own, await _rate(ours, seconds / ROUNDS))
    print(f"a venture of {RISKS} risks and {MILESTONES} milestones, {len(same)} findings, {len(RULES)} rules")
    _line("evaluate it: one statement / mapped objects", limit, own)


async def _analyse(runtime: Runtime) -> None:
    import asyncpg

    from domain.kernel.database import asyncpg_arguments

    admin = await asyncpg.connect(**asyncpg_arguments(runtime.settings.admin_database_url))
    await admin.execute("VACUUM ANALYZE")
    await admin.close()


async def _growth(runtime: Runtime, seconds: float) -> None:
    """Looks at ventures that are due, in a tenant of some ventures and in one of ten times as many."""
    tenants: dict[int, tuple[UUID, list[UUID]]] = {}
    for size in (FEW, MANY):
        tenant_id = await new_tenant(runtime)
        ventures = [await _venture(runtime, tenant_id, 10, 4) for _ in range(size)]
        await _look_at(runtime, tenant_id, ventures)  # the first look stores alerts
        tenants[size] = tenant_id, ventures
    await _analyse(runtime)
    best = dict.fromkeys(tenants, 0.0)
    for _ in range(ROUNDS):
        for size, (tenant_id, ventures) in tenants.items():

            async def look(tenant_id: UUID = tenant_id, ventures: list[UUID] = ventures) -> None:
                await _look_at(runtime, tenant_id, random.sample(ventures, FEW))

            best[size] = max(best[size], FEW * await _rate(look, seconds / ROUNDS))
    few, many = best[FEW], best[MANY]
    print(f"looks at ventures a second and worker: {few:.0f} of {FEW} ventures, {many:.0f} of {MANY}")
    print(f"{'cost of a look at ten times the ventures (at most 1.1)':60}{few / many:20.2f}")


async def _look_at(runtime: Runtime, tenant_id: UUID, ventures: list[UUID]) -> int:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        await work.mark("monitor", ventures)
    done = 0
    while found := await monitor(runtime, tenant_id):
        done += found
    return done


async def _idle(runtime: Runtime, seconds: float = 10.0) -> None:
    """The processor time of a worker process that has nothing to do."""
    environment = {
        "MILEPOST_DATABASE_URL": runtime.settings.database_url,
        "MILEPOST_REDIS_URL": runtime.settings.redis_url,
        "MILEPOST_SECRET_KEYS": "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "MILEPOST_LOG_LEVEL": "warning",
        "PATH": os.environ["PATH"],
    }
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "cli", "worker", env=environment)
    try:
        await _nothing_due(runtime)
        before = _ticks(process.pid)
        await asyncio.sleep(seconds)
        used = (_ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK") / seconds
        print(f"{'a worker process with nothing to do (under 2 % of a core)':60}{used:19.1%}")
    finally:
        process.terminate()
        await process.wait()


async def _nothing_due(runtime: Runtime) -> None:
    """Wait until the worker has worked off all that there was."""
    while True:
        await asyncio.sleep(3)
        now = runtime.clock.now()
        if not any([await tenants_with_due(runtime, table, now) for table in ("event", "work", "delivery")]):
            return


def _ticks(pid: int) -> int:
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _line(title: str, limit: float, ours: float) -> None:
    print(f"{title:52}{limit:10.1f}{ours:10.1f}{ours / limit:8.2f}", flush=True)

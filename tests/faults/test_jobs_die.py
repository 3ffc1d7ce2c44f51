"""A worker that dies while it scores again or lets an acceptance lapse is followed by one that does it once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import domain.commands  # noqa: F401  # every command is declared
from domain.auditing.verifying import verify
from domain.kernel.ids import external_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.receiver import Receiver
from tests.faults.test_crash_points import Workers, receiver  # noqa: F401  # a fixture
from tests.workers.test_erasing_people import erase, live, places, the_erasure
from workers.sealing import seal

TWO_DAYS = 2 * 86_400
LEASE = 600
"""Seconds after which no dead worker holds an erasure."""
LOSS = {"low": "20000", "likely": "20000", "high": "20000"}


async def test_acceptances_and_scores_come_through_the_death_of_a_worker(
    cluster: Cluster,
    clone: Callable[..., Settings],
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    loop = asyncio.get_running_loop()

    async def read(sql: str) -> list[tuple[Any, ...]]:
        async with runtime.database.reading(tenant.id) as database:
            return [tuple(row) for row in await database.fetch(sql, tenant.id)]

    def stands(sql: str, *rows: tuple[Any, ...]) -> bool:
        return asyncio.run_coroutine_threadsafe(read(sql), loop).result(10) == list(rows)

    try:
        tenant = await make_tenant(runtime)
        owner, manager = (Caller(runtime, tenant.principal(role)) for role in ("owner", "manager"))
        await owner.ask("create_webhook_endpoint", url=receiver.url, event_types=["risk.*", "acceptance.*"])
        risk = await owner.risk(await owner.venture())
        await owner.ask("assess_risk", risk_id=risk, probability="0.55", impact=LOSS)
        await owner.ask("save_risk_scale", money_bands=["0", "1000", "5000", "10000", "15000"])
        tomorrow = (runtime.clock.now() + timedelta(days=1)).date().isoformat()
        made = await owner.make("request_acceptance", risk_id=risk, expires_on=tomorrow, reason="The pilot ends first.")
        await manager.ask("approve_acceptance", acceptance_id=external_id("acceptance", made))

        await asyncio.to_thread(workers.until_death, "rescore.after_slice")
        scored = "SELECT score, level, scale_number FROM risk_score WHERE tenant_id = $1"
        assert await read(scored) == [(8, "medium", 1)]
        warned = lambda: receiver.of_type("risk.acceptance.expiring")  # noqa: E731
        await asyncio.to_thread(workers.until, lambda: warned() and stands(scored, (20, "critical", 2)))
        await asyncio.to_thread(workers.outlive, TWO_DAYS)
        await asyncio.to_thread(workers.until_death, "acceptance.lapsed")
        lapsed = (
            "SELECT a.state, r.status FROM acceptance a JOIN risk r ON r.tenant_id = $1 AND r.id = a.risk_id "
            "WHERE a.tenant_id = $1"
        )
        assert await read(lapsed) == [("approved", "accepted")]
        await asyncio.to_thread(workers.until, lambda: stands(lapsed, ("lapsed", "open")))
        told = await read(
            "SELECT data ->> 'state' FROM event WHERE tenant_id = $1 AND type = 'acceptance.updated' ORDER BY id"
        )
    finally:
        await runtime.close()
    assert told == [("approved",), ("approved",), ("lapsed",)]  # approved, warned, lapsed
    assert len({arrived.id for arrived in warned()}) == 1


async def test_a_person_is_erased_though_workers_die_before_and_after_a_commit(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(partial(clone, MILEPOST_SMTP_URL=tmp_path.as_uri()))
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    loop = asyncio.get_running_loop()

    def erased(tenant_id: UUID, id: UUID) -> bool:
        return asyncio.run_coroutine_threadsafe(the_erasure(runtime, tenant_id, id), loop).result(10).state == "done"

    try:
        tenant = await make_tenant(runtime)
        member = tenant.members[Role.ADMIN]
        await live(runtime, tenant, member)
        id = await erase(runtime, tenant.principal(), member)
        begun = await the_erasure(runtime, tenant.id, id)
        await asyncio.to_thread(workers.until_death, "person_erasure.after_slice")
        await asyncio.to_thread(workers.outlive, LEASE)
        half = await the_erasure(runtime, tenant.id, id)
        assert (half.state, half.erased, half.reached) == ("running", begun.erased, begun.reached), "it is done again"
        await asyncio.to_thread(workers.until_death, "work.after_commit")
        await asyncio.to_thread(workers.outlive, LEASE)
        await asyncio.to_thread(workers.until, lambda: erased(tenant.id, id))
        assert await places(runtime, "canary") == {}
        await seal(runtime, tenant.id)
        verdict = await verify(runtime, tenant.id)
        assert (verdict.findings, verdict.through) == ([], True)
    finally:
        await runtime.close()

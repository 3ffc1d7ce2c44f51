"""A worker that dies while it erases a tenant is followed by one that goes on; the proof counts each row once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import orjson

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.faults.test_crash_points import Workers
from tests.workers.test_standing_still import ask

MONTH = 30 * 86_400
TEXTS = 5_000


async def test_a_tenant_is_erased_through_the_death_of_workers(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    try:
        tenant, stranger = await make_tenant(runtime), await make_tenant(runtime)
        await Caller(runtime, stranger.principal()).venture()
        await ask(runtime, tenant.id, "schedule_tenant_deletion")
        async with superuser(settings) as database:
            await database.execute(
                "INSERT INTO search_text (tenant_id, type, id, content) "
                "SELECT $1, 'risk', gen_random_uuid(), 'x' FROM generate_series(1, $2)",
                tenant.id,
                TEXTS,
            )
            left = "SELECT count(*) FROM search_text WHERE tenant_id = $1"
            await asyncio.to_thread(workers.outlive, MONTH)
            await asyncio.to_thread(workers.until_death, "erasure.after_slice")
            assert 0 < await database.fetchval(left, tenant.id) < TEXTS
            await asyncio.to_thread(workers.until_death, "erasure.before_end")
            loop = asyncio.get_running_loop()
            done = "SELECT finished_at IS NOT NULL FROM erasure_proof WHERE tenant_id = $1"

            def finished() -> bool:
                asked = asyncio.run_coroutine_threadsafe(database.fetchval(done, tenant.id), loop)
                return bool(asked.result(10))

            await asyncio.to_thread(workers.until, finished)
            proof = await database.fetchrow("SELECT erased, kept FROM erasure_proof WHERE tenant_id = $1", tenant.id)
            assert orjson.loads(proof["erased"])["search_text"] == TEXTS
            assert set(orjson.loads(proof["kept"]).values()) == {0}
            assert await database.fetchval("SELECT count(*) FROM tenant WHERE id = $1", tenant.id) == 0
            assert await database.fetchval("SELECT count(*) FROM venture WHERE tenant_id = $1", stranger.id) == 1
    finally:
        await runtime.close()

"""A worker that dies while it brings a sheet in leaves nothing of it; the next begins anew, each line is in once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.test_crash_points import Workers
from tests.workers.sheeting import announce, as_csv, seen

STEPS = ("sheet.after_slice", "sheet.before_done", "sheet.after_done")
"""In the order in which a worker comes to them; after the last of them all of it is done."""


async def test_a_sheet_whose_workers_die_is_in_once_or_not_at_all(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    try:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        venture = await owner.venture()
        lines = as_csv(["external_id", "title"], *([str(n), f"Task {n}"] for n in range(600)))
        id = await announce(owner, lines, "task", venture_id=venture)
        await owner.ask("start_sheet_import", sheet_import_id=id)
        counts = []
        for step in STEPS:
            await asyncio.to_thread(workers.until_death, step)
            workers.outlive(400)
            async with runtime.database.reading(tenant.id) as database:
                found = await database.fetchval("SELECT count(*) FROM task WHERE tenant_id = $1", tenant.id)
                events = "SELECT count(*) FROM event WHERE tenant_id = $1 AND type = 'task.created'"
                counts.append((found, await database.fetchval(events, tenant.id)))
            assert (await seen(runtime, tenant.id, id)).state == ("done" if found else "running")
        done = await seen(runtime, tenant.id, id)
    finally:
        await runtime.close()
    assert counts == [(0, 0), (0, 0), (600, 600)]
    assert (done.made, done.lines_done, done.problems) == (600, 600, [])

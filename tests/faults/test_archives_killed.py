"""A worker that dies while it makes an archive, or brings one in, is followed by one that goes on where it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import domain.commands  # noqa: F401  # every command is declared
from domain.everything import metadata
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.test_crash_points import Workers
from tests.workers.archives import ask, count, dangling, exported, read_archive, the_export
from tests.workers.test_imports import sent, the_import


async def test_an_export_goes_on_where_the_killed_worker_was(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    loop = asyncio.get_running_loop()
    try:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        risks = {await owner.risk(await owner.venture()) for _ in range(3)}
        id = await ask(runtime, owner.principal, "request_export")

        await asyncio.to_thread(workers.until_death, "export.after_slice")
        export = await the_export(runtime, tenant.id, id)
        assert (export.state, export.rows_done, export.size) == ("running", 0, 0)
        await asyncio.to_thread(workers.until_death, "export.before_ready")
        export = await the_export(runtime, tenant.id, id)
        done, size = export.rows_done, export.size
        assert (export.state, export.reached) == ("running", None)
        assert done > 0

        def is_ready() -> bool:
            found = asyncio.run_coroutine_threadsafe(the_export(runtime, tenant.id, id), loop).result(10)
            return found.state == "ready"

        await asyncio.to_thread(workers.until, is_ready)
        archive = await read_archive(runtime, tenant.id, id)
        export = await the_export(runtime, tenant.id, id)
    finally:
        await runtime.close()
    assert (export.rows_done, len(archive.content)) == (done, export.size)
    assert export.size > size
    assert not list(dangling(archive))
    for name, lines in archive.tables.items():
        ids = [line["id"] for line in lines if "id" in line and not name.endswith("_history")]
        assert len(ids) == len(set(ids)), name
    assert {line["id"] for line in archive.tables["risk"]} == risks


async def test_an_import_goes_on_where_the_killed_worker_was(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    loop = asyncio.get_running_loop()
    try:
        tenant, empty = await make_tenant(runtime), await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        await owner.risk(await owner.venture())
        before = await exported(runtime, tenant.id, await ask(runtime, owner.principal, "request_export"))
        id = await sent(runtime, empty.id, before.content)

        for step in ("import.after_slice", "import.before_done"):
            await asyncio.to_thread(workers.until_death, step)
            assert (await the_import(runtime, empty.id, id)).state == "applying"
            workers.outlive(400)

        def is_done() -> bool:
            found = asyncio.run_coroutine_threadsafe(the_import(runtime, empty.id, id), loop).result(10)
            return found.state == "done"

        await asyncio.to_thread(workers.until, is_done)
        found = await the_import(runtime, empty.id, id)
        counts = {
            name: await count(runtime, empty.id, metadata.tables[name]) for name in ("risk", "venture", "membership")
        }
    finally:
        await runtime.close()
    assert found.rows_done == before.manifest["rows"]
    assert counts == {name: len(before.tables[name]) for name in counts}

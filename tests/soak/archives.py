"""A tenant of a million rows is taken out and brought into another: what the worker holds does not grow with it."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Final
from uuid import UUID

from domain.archives.importing import take_part
from domain.archives.tables import TenantImport
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, perform
from tests.conftest import make_tenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.memory import held
from tests.soak.promises import Done, gone_along
from tests.workers.archives import ask, read_archive, the_export
from tests.workers.test_imports import command, operator, the_import
from workers import archiving, importing

ROWS: Final = 1_000_000
WARM: Final = 20
"""Slices after which a worker has made all that it makes once."""

GROWTH: Final = 48 << 20
PART: Final = 1_000_000
"""Bytes of an upload at a time."""

_FILL: Final = """
INSERT INTO reading (tenant_id, id, indicator_id, at, value, recorded_at)
SELECT $1, (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8'
            || lpad(to_hex(n), 15, '0'))::uuid, $2, now() - n * interval '1 second', n, now()
FROM generate_series(1, $3::int) n
"""


def archives(seed: int) -> Iterator[Done]:
    """Exported and imported slice by slice, with the same memory for the first rows and for the last."""
    return gone_along(_whole_way, seed)


async def _whole_way(runtime: Runtime, settings: Settings) -> AsyncIterator[str]:
    tenant = await make_tenant(runtime)
    await _fill(runtime, settings, tenant.principal())
    export = await ask(runtime, operator(tenant.id), "request_export")
    async for text in _steadily("exported", lambda: archiving.export_some(runtime, tenant.id)):
        yield text
    made = await the_export(runtime, tenant.id, export)
    assert (made.state, made.rows_done > ROWS) == ("ready", True), made.error
    content = (await read_archive(runtime, tenant.id, export)).content
    copy = await make_tenant(runtime)
    id = await _upload(runtime, copy.id, content)
    del content
    async for text in _steadily("imported", lambda: importing.import_some(runtime, copy.id)):
        yield text
    done = await the_import(runtime, copy.id, id)
    assert (done.state, done.rows_done) == ("done", made.rows_done), done.problem
    async with runtime.database.reading(copy.id) as connection:
        assert await connection.fetchval("SELECT count(*) FROM reading WHERE tenant_id = $1", copy.id) == ROWS
    yield f"{made.rows_done} rows exported and imported, an archive of {made.size >> 20} MB"


async def _fill(runtime: Runtime, settings: Settings, principal: Principal) -> None:
    owner = Caller(runtime, principal)
    venture = await owner.venture()
    made = await owner.ask("create_indicator", venture_id=venture, name="Load", unit="1", direction="higher_is_worse")
    async with superuser(settings) as connection:
        await connection.execute(_FILL, principal.tenant_id, made.ids["indicator"], ROWS)


async def _steadily(what: str, some: Callable[[], Awaitable[object]]) -> AsyncIterator[str]:
    slices, first = 0, 0
    while await some():
        slices += 1
        now = held()
        if slices == WARM:
            first = now
        assert slices <= WARM or now - first < GROWTH, f"{what}: {first >> 20} MB at first, {now >> 20} MB now"
        yield f"{what}: {slices} slices, {now >> 20} MB held, {first >> 20} MB at first"


async def _upload(runtime: Runtime, tenant_id: UUID, content: bytes) -> UUID:
    told = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    id = await command(runtime, tenant_id, "begin_import", **told)
    for offset in range(0, len(content), PART):

        async def act(work: Work, offset: int = offset) -> TenantImport:
            return await take_part(work, id, offset, content[offset : offset + PART])

        await perform(runtime, operator(tenant_id), act)
    return await command(runtime, tenant_id, "start_import", import_id=external_id("import", id))

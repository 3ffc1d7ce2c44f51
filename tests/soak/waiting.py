"""A million deliveries wait for many tenants' endpoints: what a worker holds does not grow, nor what a claim reads."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from tests.faults.house import House, ground, house
from tests.soak.promises import Done
from tests.workers.test_waiting_masses import explained, rows_read, wait_in_masses

WAITING: Final = 1_000_000
TENANTS: Final = 40
WARM: Final = 30
"""Seconds after which a worker has made all that it makes once."""

MEASURED: Final = 60
GROWTH: Final = 48 << 20
BUFFERS: Final = 600
"""Pages of 8 kB that a claim of twelve may touch, each of which is written back to four indexes."""


def waiting(seed: int) -> Iterator[Done]:
    """With a million waiting, a worker's memory stays as it is, a claim reads little, and every tenant has its turn."""
    with (
        tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder,
        ground() as cluster,
        asyncio.Runner() as runner,
    ):
        stack = AsyncExitStack()
        try:
            place = runner.run(stack.enter_async_context(house(cluster, Path(folder))))
            for number in range(TENANTS):
                runner.run(_fill(place))
                yield Done(f"{(number + 1) * (WAITING // TENANTS)} of {WAITING} filled in", seed)
            runner.run(place.start("worker"))
            runner.run(asyncio.sleep(WARM))
            first, sent = _held(place), 0
            for second in range(MEASURED):
                runner.run(asyncio.sleep(1))
                sent += len(place.receiver.requests)
                place.receiver.requests.clear()
                place.accepted.clear()
                held = _held(place)
                assert held - first < GROWTH, f"{first >> 20} MB at first, {held >> 20} MB after {second} s"
                yield Done(f"{held >> 20} MB held, {first >> 20} MB at first; {sent} sent in {second + 1} s", seed)
            assert runner.run(_served(place)) == TENANTS
            pages = max(runner.run(_pages(place, number)) for number in range(0, TENANTS, 8))
            assert pages <= BUFFERS, pages
            yield Done(f"a claim touches {pages} pages at most", seed)
        finally:
            runner.run(stack.aclose())


async def _fill(place: House) -> None:
    """A tenant more, for whose endpoint its share waits."""
    household = await place.settle_in("risk.*")
    [endpoint] = await _endpoints(place, len(place.households) - 1)
    await wait_in_masses(place.runtime, endpoint, household.tenant, WAITING // TENANTS)


async def _endpoints(place: House, number: int) -> list[object]:
    tenant_id = place.households[number].id
    async with place.runtime.database.reading(tenant_id) as connection:
        found = await connection.fetch("SELECT id FROM webhook_endpoint WHERE tenant_id = $1", tenant_id)
    return [row["id"] for row in found]


def _held(place: House) -> int:
    """Bytes of memory that the worker holds by itself."""
    lines = Path(f"/proc/{place.workers[0].pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


async def _served(place: House) -> int:
    """Tenants of whose deliveries some have arrived."""
    async with place.admin() as database:
        return int(await database.fetchval("SELECT count(DISTINCT tenant_id) FROM delivery WHERE state = 'delivered'"))


async def _pages(place: House, number: int) -> int:
    """Pages that a claim touches for a tenant's endpoint."""
    [endpoint] = await _endpoints(place, number)
    nodes = await explained(place.runtime, place.households[number].tenant, endpoint, "claim")
    assert rows_read(nodes) <= 100, nodes[0]
    return int(nodes[0]["Shared Hit Blocks"] + nodes[0]["Shared Read Blocks"])

"""The demo, written once for all tests that only look at it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cli.demo.filling import TENANTS, fill, tenant_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, SettableClock
from workers.exposures import work_out_exposures
from workers.forecasts import work_out_forecasts
from workers.money import work_out_money
from workers.monitor import monitor
from workers.relay import relay
from workers.trends import work_out_trends

FILLED = "demo"
COPIED = "demo_copy"
WORKED = "demo_worked"


async def _fill(settings: Settings) -> None:
    runtime = Runtime.of(settings)
    try:
        assert (await fill(runtime)).filled
    finally:
        await runtime.close()


@pytest.fixture(scope="session")
def filled(cluster: Cluster, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of a database that holds the demo."""
    cluster.create_database(FILLED, template)
    settings = cluster.settings(FILLED, MILEPOST_DATA_DIR=str(tmp_path_factory.mktemp("data")))
    asyncio.run(_fill(settings))
    yield settings
    cluster.drop_database(FILLED)


@pytest.fixture
async def demo(filled: Settings) -> AsyncIterator[Runtime]:
    """One process on that database, by the real clock."""
    runtime = Runtime.of(filled)
    yield runtime
    await runtime.close()


async def _work(settings: Settings) -> None:
    runtime = Runtime.of(settings)
    try:
        for story in TENANTS:
            while (await relay(runtime, tenant_id(story))).more:
                pass
        clock = SettableClock()
        clock.forward(seconds=5)  # forecasts wait a moment for more changes
        later = replace(runtime, clock=clock)
        for story in TENANTS:
            tenant = tenant_id(story)
            for work_out in (work_out_trends, work_out_exposures, work_out_money, work_out_forecasts, monitor):
                while await work_out(later, tenant):
                    pass
    finally:
        await runtime.close()


@pytest.fixture(scope="session")
def worked(cluster: Cluster, filled: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The same once the workers have had a first look at it."""
    cluster.create_database(WORKED, FILLED)
    settings = cluster.settings(WORKED, MILEPOST_DATA_DIR=str(tmp_path_factory.mktemp("worked")))
    asyncio.run(_work(settings))
    yield settings
    cluster.drop_database(WORKED)


@pytest.fixture
async def watched(worked: Settings) -> AsyncIterator[Runtime]:
    """One process on that, which only looks at it."""
    runtime = Runtime.of(worked)
    yield runtime
    await runtime.close()


@pytest.fixture
async def empty(cluster: Cluster, template: str) -> AsyncIterator[Runtime]:
    """One process on a database without tenants."""
    name = "demo_empty"
    await asyncio.to_thread(cluster.create_database, name, template)
    runtime = Runtime.of(cluster.settings(name))
    yield runtime
    await runtime.close()
    await asyncio.to_thread(cluster.drop_database, name)


@pytest.fixture
async def copied(cluster: Cluster, filled: Settings, tmp_path: Path) -> AsyncIterator[Runtime]:
    """One process on a copy of it, that a test may change."""
    name = COPIED
    await asyncio.to_thread(cluster.create_database, name, FILLED)
    runtime = Runtime.of(cluster.settings(name, MILEPOST_DATA_DIR=str(tmp_path / "data")))
    yield runtime
    await runtime.close()
    await asyncio.to_thread(cluster.drop_database, name)

"""The demo, written once for all tests that only look at it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from cli.demo.filling import fill
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster

FILLED = "demo"
COPIED = "demo_copy"


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

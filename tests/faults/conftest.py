"""What tests of faults stand on: servers that may be killed, and an installation whose parts can be had singly."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.conftest import Cluster
from tests.faults.house import House, ground, house


@pytest.fixture(scope="package")
def mortal_servers() -> Iterator[Cluster]:
    """Servers of these tests' own, which may be killed; each test leaves them as it found them."""
    with ground() as cluster:
        yield cluster


@pytest.fixture
async def place(mortal_servers: Cluster, tmp_path: Path) -> AsyncIterator[House]:
    """A house without processes yet."""
    async with house(mortal_servers, tmp_path) as made:
        yield made

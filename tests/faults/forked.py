"""API and worker processes that can die by the thousand: forks of one process that has everything imported already.

Each is a whole process with its own connections and signals, and runs what `milepost api` and `milepost worker` run. It
only starts within a tenth of a second instead of several.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping
from multiprocessing.connection import wait
from pathlib import Path
from typing import Final, Literal

import structlog

import cli.api
import workers.main
from domain.kernel import faults
from domain.kernel.settings import load_settings

Kind = Literal["api", "worker"]

_FORKS: Final = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.faults.warmed"])

CRASHED: Final = 137


class Forked:
    """One process of an installation; what it says is added to a file."""

    def __init__(self, kind: Kind, environment: Mapping[str, str], said: Path, crash_at: str = "") -> None:
        self.kind = kind
        self._said = said
        self._process = _FORKS.Process(target=_live, args=(kind, dict(environment), said, crash_at), daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid is not None
        return self._process.pid

    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """SIGKILL, whatever it is at; it is gone afterwards."""
        self._process.kill()
        self._process.join(10)
        assert not self.alive()

    def ended(self, within: float = 60) -> int:
        """The status with which it ends by itself; negative for a signal."""
        self._process.join(within)
        assert self._process.exitcode is not None, f"still there after {within} s"
        return self._process.exitcode

    def stop(self) -> int:
        """End it in order; answers its status."""
        self.send(signal.SIGTERM)
        return self.ended()


def _live(kind: Kind, environment: Mapping[str, str], said: Path, crash_at: str) -> None:
    """The life of a process: never longer than that of who started it."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    # It ends with its parent, as a daemon does, and yet may have children of its own: workers compute in them.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # nothing public does it
    threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))  # until it has handlers of its own, nothing is begun
    with said.open("ab", buffering=0) as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
    faults._WHERE = crash_at  # in an ordinary process this is read when it is imported
    structlog.reset_defaults()
    os.environ.update(environment)
    settings = load_settings()
    if kind == "worker":
        workers.main.run(settings)
    else:
        cli.api.serve(settings, descriptor=None, wait=lambda: None)

"""Long computations, in processes of their own: the event loop goes on, and one that dies or hangs takes nobody along.

Each process does one computation at a time, and is started when it is first needed. A computation that takes too long
is ended with its process, and so is one whose caller no longer waits.
"""

from __future__ import annotations

import asyncio
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, TypeVar

R = TypeVar("R")

_POLITENESS: Final = 5
_PR_SET_PDEATHSIG: Final = 1


class ComputationLost(Exception):
    """The process died in the middle of a computation; the same computation may well succeed in another."""


@dataclass(frozen=True)
class _Process:
    """A process, with the number by which it can be ended."""

    executor: ProcessPoolExecutor
    pid: int

    def kill(self) -> None:
        """End it, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self.executor.shutdown(wait=False, cancel_futures=True)


class Computing:
    """So many processes at most, for all that a process of the installation computes."""

    def __init__(self, processes: int) -> None:
        self._room = asyncio.Semaphore(processes)
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()

    @property
    def pids(self) -> list[int]:
        """The processes that are there now."""
        return [process.pid for process in (*self._idle, *self._busy)]

    async def run(self, seconds: float, function: Callable[..., R], *arguments: object) -> R:
        """The function's answer, worked out in another process; both it and what it takes and gives are pickled.

        Waits for a free process first. Raises `TimeoutError` after so many seconds of computing, `ComputationLost`
        where the process died, and whatever the function raises.
        """
        async with self._room:
            process = await self._take()
            self._busy.add(process)
            try:
                async with asyncio.timeout(seconds):
                    answer = await asyncio.get_running_loop().run_in_executor(process.executor, function, *arguments)
            except BrokenProcessPool:
                process.kill()
                raise ComputationLost(f"process {process.pid} died") from None
            except (TimeoutError, asyncio.CancelledError):
                process.kill()
                raise
            except Exception:
                self._idle.append(process)
                raise
            finally:
                self._busy.discard(process)
            self._idle.append(process)
            return answer

    async def _take(self) -> _Process:
        while self._idle:
            process = self._idle.pop()
            with suppress(ProcessLookupError):
                os.kill(process.pid, 0)
                return process
            process.kill()
        executor = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin, (os.getpid(),))
        return _Process(executor, await asyncio.get_running_loop().run_in_executor(executor, os.getpid))

    async def close(self) -> None:
        """End all processes."""
        for process in (*self._idle, *self._busy):
            process.kill()
        self._idle.clear()


def _begin(parent: int) -> None:
    """Make a process end with its parent, leave interrupts to that, and stand back behind it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_POLITENESS)
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

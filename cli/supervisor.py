"""Several processes as one: started in order, started again when they die, ended in the reverse order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import cycle
from typing import Protocol

from cli.embedded.folders import EmbeddedError
from cli.embedded.process import Child, Sink
from cli.embedded.server import EmbeddedServer

_LOOK = 0.1
_FIRST_DELAY = 0.2
_LONGEST_DELAY = 10.0
_CALM = 30.0
_ATTEMPTS_BEFORE_READY = 3
_WIDTH = 9
_NOISE = (
    "overcommit_memory",
    "logical replication launcher",
    "AuthlibDeprecationWarning",
    "It will be compatible before version",
    "from authlib import jose",
    "from ._compat import httpx2",
    " INFO   uvicorn.error ",
    '"PUT /users/',
)
"Words of lines that say nothing to anybody here."

Aftercare = Callable[[], Awaitable[None]]


class SupervisionError(Exception):
    """The installation cannot run; the text is a sentence that says why and what to do."""


def named_lines(name: str, colour: int) -> Sink:
    """A sink that prints each line behind the process' name; when nobody reads us any more, lines are dropped."""
    label = (
        f"\x1b[{colour}m{name:<{_WIDTH}}\x1b[0m"
        if sys.stdout.isatty() and "NO_COLOR" not in os.environ
        else f"{name:<{_WIDTH}}"
    )

    def show(line: str) -> None:
        if not any(word in line for word in _NOISE):
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.write(f"{label} | {line}\n")
                sys.stdout.flush()

    return show


class Supervised(Protocol):
    """What the supervisor looks after."""

    name: str
    patience: float
    "Seconds it has to end in order."

    async def start(self) -> None:
        """Start, or start again after a death; return when others may use it. Raises `EmbeddedError`."""

    def alive(self) -> bool:
        """Whether it does its work."""

    def ask_to_end(self) -> None:
        """Tell it to finish what it holds and end."""

    def ended(self) -> bool:
        """Whether its process is gone, and reaped."""

    def kill(self) -> None:
        """End it at once."""


class Command:
    """A child that runs a command line.

    One that takes `--gate <file descriptor>` can be started ahead of its time with `hold()`: it does its imports and
    goes on when it reads a byte there, which `start()` writes.
    """

    def __init__(
        self,
        name: str,
        argv: Sequence[str],
        env: Mapping[str, str],
        *,
        sink: Sink,
        pass_fds: Sequence[int] = (),
        patience: float = 5.0,
        after: Aftercare | None = None,
    ) -> None:
        self.name = name
        self.patience = patience
        self._argv = list(argv)
        self._env = env
        self._sink = sink
        self._pass_fds = tuple(pass_fds)
        self._after = after
        self._child: Child | None = None
        self._gate: int | None = None

    def hold(self, env: Mapping[str, str]) -> None:
        """Start with these variables, but wait at the gate."""
        read, self._gate = os.pipe()
        self._env = env
        self._launch("--gate", str(read), pass_fds=(*self._pass_fds, read))
        os.close(read)

    async def start(self) -> None:
        """Open the gate where it waits there, else start it."""
        if self._gate is not None and self.alive():
            with contextlib.suppress(BrokenPipeError):
                os.write(self._gate, b"1")
        else:
            self._launch(pass_fds=self._pass_fds)
        self._close_gate()
        if self._after is not None:
            await self._after()

    def alive(self) -> bool:
        """Whether its process runs."""
        return self._child is not None and self._child.poll() is None

    def ask_to_end(self) -> None:
        """SIGTERM, and the end of the file for one that still waits at its gate."""
        self._close_gate()
        if self._child is not None:
            self._child.signal(signal.SIGTERM)

    def ended(self) -> bool:
        """Whether its process is gone."""
        return not self.alive()

    def kill(self) -> None:
        """SIGKILL."""
        if self._child is not None:
            self._child.signal(signal.SIGKILL)

    async def finish(self) -> int:
        """The exit status of a command that ends by itself."""
        assert self._child is not None
        while (status := self._child.poll()) is None:
            await asyncio.sleep(_LOOK / 5)
        return status

    def _launch(self, *more: str, pass_fds: Sequence[int]) -> None:
        try:
            self._child = Child([*self._argv, *more], env=self._env, pass_fds=pass_fds, sink=self._sink)
        except OSError as error:
            raise EmbeddedError(f"{self.name} cannot be started: {error.strerror or error}.") from error

    def _close_gate(self) -> None:
        if self._gate is not None:
            os.close(self._gate)
            self._gate = None


class Server:
    """An embedded server under supervision. `after` is awaited after each start, for what it needs to be useful."""

    def __init__(self, name: str, server: EmbeddedServer, *, patience: float, after: Aftercare | None = None) -> None:
        self.name = name
        self.patience = patience
        self._server = server
        self._after = after

    async def start(self) -> None:
        """Start it and wait until it takes connections; launched from this thread, whose end would end it too."""
        await asyncio.to_thread(self._server.claim)
        await asyncio.to_thread(self._server.prepare)
        self._server.launch()
        await asyncio.to_thread(self._server.await_ready)
        if self._after is not None:
            await self._after()

    def alive(self) -> bool:
        """Whether it runs and can be reached."""
        return self._server.alive()

    def ask_to_end(self) -> None:
        """The signal for an orderly end."""
        if self._server.child is not None:
            self._server.child.signal(self._server.end_signal)

    def ended(self) -> bool:
        """Whether its process is gone; then its folders are tidied."""
        if self._server.child is not None and self._server.child.poll() is None:
            return False
        self._server.stop()
        return True

    def kill(self) -> None:
        """SIGKILL."""
        if self._server.child is not None:
            self._server.child.signal(signal.SIGKILL)


class Supervisor:
    """Starts, watches and ends. Dead children are started again, later each time they die soon."""

    def __init__(self, say: Sink, on_end: Callable[[], None] = lambda: None) -> None:
        self.say = say
        self._on_end = on_end
        self._watched: list[Supervised] = []
        self._watches: set[asyncio.Task[None]] = set()
        self._hurry = False
        self._ready = False

    async def run(self, bring_up: Callable[[Supervisor], Awaitable[None]]) -> None:
        """Bring up, then watch until SIGINT, SIGTERM or SIGHUP; then end all, the last started first.

        A second signal ends them by force. Raises `SupervisionError` or `EmbeddedError`, with nothing left running.
        """
        asked = asyncio.Event()

        def heed(number: signal.Signals) -> None:
            if asked.is_set():
                self._hurry = True
            else:
                self.say(f"{number.name}: ending")
                asked.set()

        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, heed, number)
        story = asyncio.ensure_future(self._story(bring_up))
        waiting = asyncio.ensure_future(asked.wait())
        try:
            await asyncio.wait({story, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if story.done():
                story.result()
        finally:
            for task in (story, waiting, *self._watches):
                task.cancel()
            await asyncio.gather(story, waiting, *self._watches, return_exceptions=True)
            await self.end()

    async def _story(self, bring_up: Callable[[Supervisor], Awaitable[None]]) -> None:
        await bring_up(self)
        self._ready = True
        failed, _ = await asyncio.wait(self._watches, return_when=asyncio.FIRST_COMPLETED)
        for watch in failed:
            watch.result()

    def adopt(self, *supervised: Supervised) -> None:
        """These are ended with the rest from now on, before those adopted earlier; `start` adopts by itself."""
        self._watched += [each for each in supervised if each not in self._watched]

    async def start(self, *supervised: Supervised) -> None:
        """Start these side by side, and watch them from then on."""
        self.adopt(*supervised)
        try:
            async with asyncio.TaskGroup() as group:
                for each in supervised:
                    group.create_task(each.start())
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from None
        for each in supervised:
            self._watches.add(asyncio.create_task(self._watch(each)))

    def check(self) -> None:
        """Raise what has made a watch give up, for a `bring_up` that waits for something else."""
        for watch in self._watches:
            if watch.done():
                watch.result()

    async def _watch(self, supervised: Supervised) -> None:
        delay = _FIRST_DELAY
        deaths_before_ready = 0
        while True:
            started = time.monotonic()
            while supervised.alive():
                await asyncio.sleep(_LOOK)
            if not self._ready:
                deaths_before_ready += 1
                if deaths_before_ready >= _ATTEMPTS_BEFORE_READY:
                    raise SupervisionError(
                        f"{supervised.name} ended {deaths_before_ready} times before all was ready; see its lines."
                    )
            delay = _FIRST_DELAY if time.monotonic() - started > _CALM else min(delay * 2, _LONGEST_DELAY)
            self.say(f"{supervised.name} has ended; starting it again in {delay:.1f} s")
            await asyncio.sleep(delay)
            try:
                await supervised.start()
            except EmbeddedError as error:
                self.say(str(error))

    async def end(self) -> None:
        """End all, one after the other, the last adopted first; each by force when its patience is over."""
        self._on_end()
        for supervised in reversed(self._watched):
            supervised.ask_to_end()
            deadline = time.monotonic() + supervised.patience
            while not supervised.ended():
                if self._hurry or time.monotonic() > deadline:
                    self.say(f"{supervised.name} does not end; killing it")
                    supervised.kill()
                    deadline = time.monotonic() + supervised.patience
                await asyncio.sleep(_LOOK / 5)
        self._watched.clear()


def colours() -> Callable[[], int]:
    """Gives the next colour, over and over."""
    palette = cycle((36, 33, 32, 35, 34, 96, 93, 92))
    return lambda: next(palette)

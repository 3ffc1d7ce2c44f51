"""What the embedded servers share: the steps of a start, an orderly end, and what a killed one has left behind."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from cli.embedded.folders import EmbeddedError, FolderLock
from cli.embedded.process import Child, Sink, ignore

_LINUX = sys.platform == "linux"
_POLL = 0.01
_PATIENCE_WITH_LEFTOVERS = 20.0
_PATIENCE_WITH_ORPHANS = 3.0


class EmbeddedServer(ABC):
    """A server on a data folder of its own, reached by a socket only.

    `start()` is `claim()`, `prepare()`, `launch()` and `await_ready()`; a supervisor calls them apart, `launch()` from
    its main thread (see `Child`). All raise `EmbeddedError`. After its process has died, `start()` starts it anew.
    """

    title: str
    program: str
    end_signal: signal.Signals

    def __init__(self, data_folder: Path, *, sink: Sink = ignore) -> None:
        self.data_folder = data_folder.absolute()
        self.sink = sink
        self.child: Child | None = None
        self._lock = FolderLock(self.data_folder.with_name(self.data_folder.name + ".lock"))

    def claim(self) -> None:
        """Hold the data folder alone: no twin of ours, and whatever a killed one left behind has ended.

        Afterwards the address is known. It stays the same for the same folder.
        """
        with self._in_words():
            self.data_folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire(self.title)
        with self._in_words(release=True):
            if self.child is not None and self.child.poll() is None:
                self._end_child()
            self._outwait_leftovers()
            self._locate()

    @abstractmethod
    def _locate(self) -> None:
        """Decide the account and the folder of the socket."""

    def prepare(self) -> None:
        """Make the data where there are none, and clear what a killed server left behind."""
        with self._in_words(release=True):
            self._prepare()

    @abstractmethod
    def _prepare(self) -> None:
        """Do what `prepare` says; may raise OSError."""

    @abstractmethod
    def launch(self) -> None:
        """Start the process, without waiting for it."""

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether the process that was launched takes connections."""

    @property
    @abstractmethod
    def socket(self) -> Path:
        """The socket that clients connect to."""

    def start(self) -> None:
        """Return when the server takes connections; do nothing when it runs."""
        if not self.alive():
            self.claim()
            self.prepare()
            self.launch()
            self.await_ready()

    def await_ready(self, timeout: float = 60.0) -> None:
        """Return when the server takes connections. Raises `EmbeddedError` with its own reason when it ends."""
        child = self.child
        assert child is not None
        deadline = time.monotonic() + timeout
        while not self.is_ready():
            if child.poll() is not None:
                child.wait()
                raise EmbeddedError(self._failure("did not start", child))
            if time.monotonic() > deadline:
                self.stop()
                raise EmbeddedError(
                    f"{self.title} on {self.data_folder} was not ready after {timeout:.0f} s; is the machine busy?"
                )
            time.sleep(_POLL)

    def alive(self) -> bool:
        """Whether the process runs and its socket is still there, which cleaners of temporary folders may take."""
        return self.child is not None and self.child.poll() is None and self.socket.exists()

    def stop(self, timeout: float = 30.0) -> None:
        """End the server in order, after `timeout` seconds by force: then the next start takes longer, and no more."""
        self._end_child(timeout)
        self._let_go()

    def _let_go(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.parent.rmdir()
        self._lock.release()

    def _end_child(self, timeout: float = 30.0) -> None:
        if self.child is not None:
            self.child.signal(self.end_signal)
            try:
                self.child.wait(timeout)
            except subprocess.TimeoutExpired:
                self.child.signal(signal.SIGKILL)
                self.child.wait()
        self.child = None

    @contextlib.contextmanager
    def _in_words(self, *, release: bool = False) -> Iterator[None]:
        """The system's errors as sentences, and after any error the folder free for others."""
        try:
            yield
        except OSError as error:
            if release:
                self._let_go()
            raise EmbeddedError(self._system_failure(error)) from error
        except EmbeddedError:
            if release:
                self._let_go()
            raise

    def _outwait_leftovers(self) -> None:
        if not self.data_folder.exists():
            return
        started = time.monotonic()
        while left := self._leftovers():
            waited = time.monotonic() - started
            if waited > _PATIENCE_WITH_LEFTOVERS:
                raise EmbeddedError(
                    f"{self.title} already runs on {self.data_folder} (process {left[0]}); stop it first."
                )
            recorded = self.recorded_pid()
            if waited > _PATIENCE_WITH_ORPHANS and recorded is not None and recorded not in left:
                for pid in left:  # their main process was killed; they would keep its shared memory
                    _send(pid, signal.SIGKILL)
            elif not _LINUX:
                _send(left[0], self.end_signal)  # no kernel there that does it when the parent dies
            time.sleep(_POLL * 5)

    @abstractmethod
    def recorded_pid(self) -> int | None:
        """The number that the server's last main process left in the data folder."""

    def _leftovers(self) -> list[int]:
        """Processes of this server that still work on the data folder, though they are not ours."""
        if not _LINUX:
            recorded = self.recorded_pid()
            return [recorded] if recorded and _command_of(recorded) == self.program else []
        found = [
            int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and self._works_here(entry)
        ]
        recorded = self.recorded_pid()
        # Without CAP_SYS_PTRACE root may not see where another account's process works: then its name must do.
        if recorded and recorded not in found and _hides_its_folder(recorded) and _command_of(recorded) == self.program:
            found.append(recorded)
        return found

    def _works_here(self, process: Path) -> bool:
        try:
            same_program = (process / "comm").read_text().strip() == self.program
            return same_program and (process / "cwd").samefile(self.data_folder)
        except OSError:
            return False

    def _failure(self, what: str, child: Child) -> str:
        lines = [line for line in child.last_lines if line.strip()]
        blamed = [line for line in lines if "FATAL" in line or "error:" in line] or lines[-1:] or ["it gave no reason"]
        if any("No space left on device" in line for line in lines):
            return full_disk(self.data_folder)
        return f"{self.title} on {self.data_folder} {what}: {blamed[-1].strip()}"

    def _system_failure(self, error: OSError) -> str:
        if error.errno == errno.ENOSPC:
            return full_disk(self.data_folder)
        reason = f"{error.strerror or error} ({error.filename})"
        return f"{self.title} cannot use {self.data_folder}: {reason}; set MILEPOST_DATA_DIR to a folder of yours."


def full_disk(folder: Path) -> str:
    """The sentence for a disk without room for `folder`."""
    return f"The disk of {folder} is full; free 100 MB or more, or set MILEPOST_DATA_DIR to a folder on another disk."


def _send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def _command_of(pid: int) -> str | None:
    """The program's name, None for no process and for a zombie."""
    if _LINUX:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            return None if state == "Z" else Path(f"/proc/{pid}/comm").read_text().strip()
        except OSError:
            return None
    ps = subprocess.run(["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True, check=False)
    state, _, command = ps.stdout.strip().partition(" ")
    return None if not command or state.startswith("Z") else Path(command.strip()).name


def _hides_its_folder(pid: int) -> bool:
    try:
        os.readlink(f"/proc/{pid}/cwd")
    except PermissionError:
        return True
    except OSError:
        return False
    return False

"""Child processes that never outlive us: their output line by line, their death signal, their orderly end."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from cli.embedded.folders import Account

Sink = Callable[[str], None]
"Takes one line of a child's output, without its line end."

_LINUX = sys.platform == "linux"
_LIBC = ctypes.CDLL(None) if _LINUX else None
_PR_SET_PDEATHSIG = 1


def ignore(_line: str) -> None:
    """The sink for output that nobody reads; a child still remembers its last lines."""


class Child:
    """A process in a session of its own, so that Ctrl-C reaches it only through us, and that dies with us (Linux).

    The kernel ties its life to the *thread* that starts it: start children from one that lives as long as they shall.
    """

    def __init__(
        self,
        argv: Sequence[str | os.PathLike[str]],
        *,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        account: Account | None = None,
        death_signal: signal.Signals = signal.SIGTERM,
        pass_fds: Sequence[int] = (),
        stdout: IO[bytes] | None = None,
        sink: Sink = ignore,
    ) -> None:
        self.last_lines: deque[str] = deque(maxlen=40)
        self._sink = sink
        self._popen = subprocess.Popen(
            list(argv),
            env=None if env is None else dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if stdout is None else stdout,
            stderr=subprocess.STDOUT if stdout is None else subprocess.PIPE,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            start_new_session=True,
            pass_fds=pass_fds,
            # Between fork and exec it makes two system calls and takes no lock that another thread might hold.
            preexec_fn=_dying_with(os.getpid(), death_signal) if _LINUX else None,  # noqa: PLW1509
        )
        pipe = self._popen.stdout if stdout is None else self._popen.stderr
        assert pipe is not None
        self._reader = threading.Thread(target=self._read, args=(pipe,), daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._popen.pid

    def poll(self) -> int | None:
        """The exit status, which also reaps the process, or None while it runs."""
        return self._popen.poll()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal; nothing happens when the process has ended."""
        self._popen.send_signal(number)

    def wait(self, timeout: float | None = None) -> int:
        """The exit status, once it and its output have ended. Raises `subprocess.TimeoutExpired`."""
        status = self._popen.wait(timeout)
        self._reader.join(timeout=1)
        return status

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            for raw in pipe:
                line = raw.decode("utf-8", "replace").rstrip()
                self.last_lines.append(line)
                self._sink(line)


def _dying_with(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    def ask_the_kernel() -> None:
        assert _LIBC is not None
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return ask_the_kernel

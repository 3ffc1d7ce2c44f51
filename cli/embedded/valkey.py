"""The embedded Valkey: a socket, no TCP, nothing kept."""

from __future__ import annotations

import contextlib
import signal
import socket
from pathlib import Path
from urllib.parse import quote

from cli.embedded.binaries import valkey_program
from cli.embedded.folders import EmbeddedError, runtime_folder
from cli.embedded.process import Child
from cli.embedded.server import EmbeddedServer


class Valkey(EmbeddedServer):
    """A Valkey of our own; `data_folder` is where it stands, though it writes nothing there but its number."""

    title = "Valkey"
    program = "valkey-server"
    end_signal = signal.SIGTERM
    _sockets = Path()

    @property
    def socket(self) -> Path:
        """The socket that clients connect to."""
        return self._sockets / "valkey.sock"

    @property
    def url(self) -> str:
        """The URL that redis-py connects to, once the folder is claimed."""
        return f"unix://{quote(str(self.socket))}"

    def _locate(self) -> None:
        self._sockets = runtime_folder(self.data_folder, None)

    def _prepare(self) -> None:
        self.data_folder.mkdir(mode=0o700, exist_ok=True)
        self.socket.unlink(missing_ok=True)

    def launch(self) -> None:
        """Start the server, without waiting for it."""
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": ".",
            "pidfile": "valkey.pid",
            "save": "",
            "appendonly": "no",
            "loglevel": "warning",
        }
        try:
            self.child = Child(
                [valkey_program(), *(word for name, value in options.items() for word in (f"--{name}", value))],
                cwd=self.data_folder,
                death_signal=self.end_signal,
                sink=self.sink,
            )
        except OSError as error:
            raise EmbeddedError(self._system_failure(error)) from error

    def is_ready(self) -> bool:
        """Whether it answers PING."""
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(1)
            connection.connect(str(self.socket))
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
        return False

    def recorded_pid(self) -> int | None:
        """The number in `valkey.pid`."""
        try:
            text = (self.data_folder / "valkey.pid").read_text().strip()
        except OSError:
            return None
        return int(text) if text.isdigit() else None

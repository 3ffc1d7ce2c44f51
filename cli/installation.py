"""What an installation keeps in its data folder besides the databases: secrets, ports, and the note for developers."""

from __future__ import annotations

import base64
import errno
import json
import os
import random
import secrets
import socket
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PROVIDER_PORTS = range(20_000, 30_000)
"Below those that systems give to outgoing connections, so that the port is still free tomorrow."
_PATIENCE_WITH_PORT = 1.0


class PortTaken(Exception):
    """Another program listens there."""


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)  # mkstemp makes it with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def kept(path: Path, make: Callable[[], str]) -> str:
    """The text of a file, made at the first call and the same at every later one."""
    try:
        return path.read_text("utf-8").strip()
    except FileNotFoundError:
        text = make()
        write_private(path, text + "\n")
        return text


def new_secret_keys() -> str:
    """A key ring with one key."""
    return "k1:" + base64.b64encode(secrets.token_bytes(32)).decode()


def new_operator_key() -> str:
    """A key for the first operator."""
    return "mp_operator_" + secrets.token_hex(16)


def free_port() -> str:
    """A port on loopback that nobody listens on now."""
    for port in random.sample(_PROVIDER_PORTS, 50):
        try:
            _bind("127.0.0.1", port).close()
        except OSError:
            continue
        return str(port)
    raise PortTaken("no free port between 20000 and 29999")


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, to be handed to the processes that answer on it.

    Raises `PortTaken`, a sentence; OSError for an address that is not this machine's.
    """
    deadline = time.monotonic() + _PATIENCE_WITH_PORT
    while True:
        try:
            return _bind(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            if time.monotonic() > deadline:
                raise PortTaken(f"port {port} on {host} is used by another program") from None
            time.sleep(0.05)  # the children of one that was killed just now are about to let go of it


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)
    except BaseException:
        listening.close()
        raise
    return listening


def read_note(path: Path) -> dict[str, Any]:  # Any: JSON that an earlier start wrote
    """The note of the last start, empty where there is none that can be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

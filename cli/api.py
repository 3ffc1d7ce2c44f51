"""`milepost api`: uvicorn with our settings."""

from __future__ import annotations

import importlib
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

import uvicorn

from cli.joining import JoiningProtocol
from cli.lasting import lasting
from cli.websockets import BoundedProtocol
from domain.kernel.settings import Settings

_GRACE = 10
"Seconds that requests in flight get when the process is asked to end."

_UNREAD_MS = 30_000
"Milliseconds that bytes may wait for a peer that takes none: then its connection is ended, and its memory freed."

LARGEST_MESSAGE = 1_048_576
"Bytes of one WebSocket message: as many as of a request's body."


class Server(uvicorn.Server):
    """Keeps what it starts with, and tells open streams that the process ends: uvicorn would wait for them."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        with lasting():
            await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish what is in flight."""
        self.config.loaded_app.state.live.ending.set()
        await super().shutdown(sockets)


def serve(settings: Settings, *, descriptor: int | None, wait: Callable[[], None]) -> None:
    """Answer until a signal, then finish what is in flight and exit with status 0; 3 when the application cannot start.

    Listens on `descriptor`, a socket that listens already, or else on the settings' host and port. `wait` is called
    when everything is imported.
    """
    with lasting():
        importlib.import_module("api.app")
    config = server_config("api.app:create_app", settings, factory=True, loop="uvloop")
    wait()
    # uvicorn raises the signal that ended it once more, after its orderly end, for whoever handled it before.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    listening = config.bind_socket() if descriptor is None else socket.socket(fileno=descriptor)
    bound_unread(listening)
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        sys.exit(3)


def server_config(app: Any, settings: Settings, **more: Any) -> uvicorn.Config:  # Any: uvicorn's own options
    """How uvicorn runs the application."""
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=JoiningProtocol,
        access_log=False,
        proxy_headers=False,  # the application believes X-Forwarded-For itself, from trusted proxies only
        server_header=False,
        log_level=settings.log_level,
        timeout_keep_alive=75,  # longer than the 60 s of usual proxies, so that it is never we who close first
        timeout_graceful_shutdown=_GRACE,
        ws=BoundedProtocol,
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=False,  # a small message must not unfold into a large one
        **more,
    )


def bound_unread(listening: socket.socket) -> None:
    """Have the connections of a listening socket end that take nothing of what is sent to them."""
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNREAD_MS)

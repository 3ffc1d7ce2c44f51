"""`milepost api`: uvicorn with our settings."""

from __future__ import annotations

import importlib
import signal
import socket
import sys
from collections.abc import Callable

import uvicorn

from domain.kernel.settings import Settings

_GRACE = 10
"Seconds that requests in flight get when the process is asked to end."


def serve(settings: Settings, *, descriptor: int | None, wait: Callable[[], None]) -> None:
    """Answer until a signal, then finish what is in flight and exit with status 0; 3 when the application cannot start.

    Listens on `descriptor`, a socket that listens already, or else on the settings' host and port. `wait` is called
    when everything is imported.
    """
    importlib.import_module("api.app")
    config = uvicorn.Config(
        "api.app:create_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        http="httptools",
        loop="uvloop",
        access_log=False,
        proxy_headers=False,  # the application believes X-Forwarded-For itself, from trusted proxies only
        server_header=False,
        log_level=settings.log_level,
        timeout_keep_alive=75,  # longer than the 60 s of usual proxies, so that it is never we who close first
        timeout_graceful_shutdown=_GRACE,
    )
    wait()
    # uvicorn raises the signal that ended it once more, after its orderly end, for whoever handled it before.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    server = uvicorn.Server(config)
    server.run(sockets=None if descriptor is None else [socket.socket(fileno=descriptor)])
    if not server.started:
        sys.exit(3)

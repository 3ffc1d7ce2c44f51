"""Tells whoever writes on a request's behalf where the request comes from."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from domain.kernel.addresses import plain_address
from domain.kernel.origin import ORIGIN, Origin

_LONGEST = 300


class KnownOrigin:
    """Behind `ClientAddress`, which says whose address it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        address = plain_address(scope["client"][0]) if scope.get("client") else None
        agent = next((value for name, value in scope["headers"] if name == b"user-agent"), b"")
        token = ORIGIN.set(Origin(None if address is None else str(address), agent[:_LONGEST].decode("latin-1")))
        try:
            await self._app(scope, receive, send)
        finally:
            ORIGIN.reset(token)

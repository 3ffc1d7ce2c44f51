"""Where a request comes from and which path it means, behind reverse proxies."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.kernel.addresses import Address, Network, plain_address


class ClientAddress:
    """Believes `X-Forwarded-For` from trusted proxies only: the last address in it that is no trusted proxy."""

    def __init__(self, app: ASGIApp, trusted: Sequence[Network]) -> None:
        self._app = app
        self._trusted = tuple(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] in ("http", "websocket") and self._trusted:
            peer = plain_address(scope["client"][0]) if scope.get("client") else None
            if peer is not None and is_in(peer, self._trusted):
                scope["client"] = (str(self._nearest_untrusted(scope, peer)), 0)
        await self._app(scope, receive, send)

    def _nearest_untrusted(self, scope: Scope, peer: Address) -> Address:
        hops = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
        for text in reversed(hops):
            address = plain_address(text.strip())
            if address is None:
                break
            peer = address
            if not is_in(address, self._trusted):
                break
        return peer


class BasePath:
    """Takes the path prefix of the public address off, where the proxy has left it on."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] in ("http", "websocket"):
            path: str = scope["path"]
            if self._prefix and (path == self._prefix or path.startswith(f"{self._prefix}/")):
                scope["path"] = path[len(self._prefix) :] or "/"
            scope["root_path"] = ""
        await self._app(scope, receive, send)


def is_in(address: Address, networks: Sequence[Network]) -> bool:
    """Whether an address lies in one of the networks."""
    return any(address.version == network.version and address in network for network in networks)

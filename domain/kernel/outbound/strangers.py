"""One HTTP request to a stranger: to a checked address, reading no more than is wanted.

No redirect is followed, no cookie kept, nothing decompressed, no proxy asked. A connection is used again only after
its answer was read to the end, and only while its address may be used and is one of the name's.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from importlib.metadata import version

import certifi

from domain.kernel.addresses import Address, Network, forbidden_reason
from domain.kernel.outbound.connections import Connection, Connections, NotConnected, Place
from domain.kernel.outbound.resolving import NoAddress, Resolver
from domain.kernel.outbound.wires import Heard
from domain.kernel.targets import ParsedTarget, check_url

KNOWN_TARGETS = 2_048
"""URLs whose reading is kept: the policy is that of the process. Addresses are checked with every request."""

TRIED_ADDRESSES = 3
USER_AGENT = f"Milepost/{version('milepost')}"


@cache
def trusted_certificates() -> ssl.SSLContext:
    """The machine's certificate authorities (an operator's own among them) and the well-known ones."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Strangers:
    """Sends requests to strangers under one policy of addresses."""

    def __init__(
        self,
        resolver: Resolver,
        allowed: Collection[Network],
        allow_http: bool,
        own_hosts: Collection[str] = (),
    ) -> None:
        """`own_hosts` are told nothing, against loops; as `domain.kernel.targets.check_url` takes them."""
        self._resolver = resolver
        self._connections = Connections()
        self._allowed = allowed
        self._allow_http = allow_http
        self._own_hosts = own_hosts
        self._target = lru_cache(KNOWN_TARGETS)(self._checked)
        self._certificates = trusted_certificates()

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, *, seconds: float, most: int
    ) -> Heard:
        """The answer, its body cut somewhere beyond `most` bytes.

        Raises `ForbiddenTarget`, `NoAddress`, `NoHTTP`, `OSError`, and `TimeoutError` after `seconds`.
        """
        # Checked again although it was when it was stored: the policy may have changed since.
        target = self._target(url, method == "POST")
        async with asyncio.timeout(seconds):
            return await self._exchange(method, target, headers, body, most)

    def close(self) -> None:
        """Close the connections that are kept."""
        self._connections.close()

    def _checked(self, url: str, told: bool) -> ParsedTarget:
        """The target of a URL, which is none of ours where something is told there. Raises `ForbiddenTarget`."""
        own = self._own_hosts if told else ()
        return check_url(url, allow_http=self._allow_http, allowed=self._allowed, own_hosts=own)

    async def _exchange(
        self, method: str, target: ParsedTarget, headers: Mapping[str, str], body: bytes, most: int
    ) -> Heard:
        place = (target.scheme, target.host, target.port)
        own = {"host": target.authority, "user-agent": USER_AGENT, "accept-encoding": "identity"}
        request = written(method, target.path, own | dict(headers), body)
        usable = await self._usable(target.host)
        kept = self._connections.take(place, usable)
        if kept is not None:
            try:
                return await self._over(kept, request, most)
            except OSError:
                if not kept.silent:
                    raise
                # The receiver had closed it meanwhile: no answer of his is lost, and nothing has failed yet.
        return await self._over_a_new_one(place, usable[:TRIED_ADDRESSES], request, most)

    async def _usable(self, host: str) -> list[Address]:
        """The addresses of the name that may be used now. Raises `NoAddress`."""
        found = await self._resolver.addresses(host)
        usable = [address for address in found if forbidden_reason(address, self._allowed) is None]
        if not usable:
            raise NoAddress(host)
        return usable

    async def _over_a_new_one(self, place: Place, usable: Sequence[Address], request: bytes, most: int) -> Heard:
        """The answer of the first address that can be connected to."""
        for address in usable[:-1]:
            with suppress(NotConnected):
                return await self._over(Connection(place, address, self._certificates), request, most)
        return await self._over(Connection(place, usable[-1], self._certificates), request, most)

    async def _over(self, connection: Connection, request: bytes, most: int) -> Heard:
        try:
            return await connection.ask(request, most)
        finally:
            self._connections.give(connection)


def written(method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    """A request as it goes out. Raises `ValueError` for what would end a line early."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    head = "\r\n".join(lines)
    if head.count("\n") != len(headers) or head.count("\r") != len(headers) or "\0" in head:
        raise ValueError("a line of the request has an end in its middle")
    return f"{head}\r\n\r\n".encode("ascii") + body


def why_no_connection(error: BaseException) -> str:
    """A sentence about a failed connection; of TLS it says what is wrong with the certificate."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate is not trusted: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            return "no TLS connection"
        cause = cause.__cause__ or cause.__context__
    return "no connection"

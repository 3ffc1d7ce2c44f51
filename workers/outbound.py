"""One HTTP request to a stranger: to a checked address, within a total time, reading no more than is kept.

No redirect is followed, no cookie kept, nothing decompressed, no proxy asked. A connection is used again only after
its answer was read to the end, and only while its address may be used and is one of the name's.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

import certifi
import structlog

from domain.kernel.addresses import Address, Network, forbidden_reason
from domain.kernel.targets import ForbiddenTarget, ParsedTarget, check_url
from domain.webhooks.retries import Outcome
from workers.connections import Connection, Connections, NotConnected, Place
from workers.resolving import NoAddress, Resolver
from workers.wires import MOST_OF_ANSWER, NoHTTP

TOTAL_SECONDS = 15.0
KEPT_OF_ANSWER = MOST_OF_ANSWER
KNOWN_TARGETS = 2_048
"""URLs whose reading is kept: the policy is that of the process. Addresses are checked with every request."""

TRIED_ADDRESSES = 3
log = structlog.get_logger(__name__)

USER_AGENT = f"Milepost/{version('milepost')}"


@dataclass(frozen=True)
class Answer:
    """What came of a request: a status and the beginning of the body, or why there was none.

    The error says nothing of what stands at a forbidden address: such a host has no usable address, like one that does
    not exist.
    """

    status: int | None
    error: str | None = None
    retry_after: str | None = None
    excerpt: str | None = None
    latency_ms: int = 0
    outcome: Outcome | None = None
    "What it means, where that is not what its status means for a webhook."


def trusted_certificates() -> ssl.SSLContext:
    """The machine's certificate authorities (an operator's own among them) and the well-known ones."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Outbound:
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

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """POST the body. Always answers, within `TOTAL_SECONDS`."""
        own = {"accept": "*/*", "content-type": "application/json", "content-length": str(len(body))}
        return await self._timed("POST", url, own | dict(headers), body)

    async def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """GET what is there. Always answers, within `TOTAL_SECONDS`."""
        return await self._timed("GET", url, headers, b"")

    def _checked(self, url: str, told: bool) -> ParsedTarget:
        """The target of a URL, which is none of ours where something is told there. Raises `ForbiddenTarget`."""
        own = self._own_hosts if told else ()
        return check_url(url, allow_http=self._allow_http, allowed=self._allowed, own_hosts=own)

    def close(self) -> None:
        """Close the connections that are kept."""
        self._connections.close()

    async def _timed(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        began = time.monotonic()
        answer = await self._send(method, url, headers, body)
        return Answer(
            answer.status,
            answer.error,
            answer.retry_after,
            answer.excerpt,
            round((time.monotonic() - began) * 1000),
        )

    async def _send(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        try:
            # Checked again although it was when it was stored: the policy may have changed since.
            target = self._target(url, method == "POST")
            async with asyncio.timeout(TOTAL_SECONDS):
                return await self._exchange(method, target, headers, body)
        except (ForbiddenTarget, NoAddress):
            return Answer(None, "the host has no usable address")
        except TimeoutError:
            return Answer(None, f"no answer within {TOTAL_SECONDS:.0f} s")
        except NoHTTP:
            return Answer(None, "the answer is no HTTP")
        except OSError as error:
            return Answer(None, _told(error))
        except Exception as error:  # nothing that a stranger sends may keep the attempt from being stored
            log.error("request failed", error=type(error).__name__, exc_info=True)
            return Answer(None, "no connection")

    async def _exchange(self, method: str, target: ParsedTarget, headers: Mapping[str, str], body: bytes) -> Answer:
        place = (target.scheme, target.host, target.port)
        own = {"host": target.authority, "user-agent": USER_AGENT, "accept-encoding": "identity"}
        request = written(method, target.path, own | dict(headers), body)
        usable = await self._usable(target.host)
        kept = self._connections.take(place, usable)
        if kept is not None:
            try:
                return await self._over(kept, request)
            except OSError:
                if not kept.silent:
                    raise
                # The receiver had closed it meanwhile: no answer of his is lost, and nothing has failed yet.
        return await self._over_a_new_one(place, usable[:TRIED_ADDRESSES], request)

    async def _usable(self, host: str) -> list[Address]:
        """The addresses of the name that may be used now. Raises `NoAddress`."""
        found = await self._resolver.addresses(host)
        usable = [address for address in found if forbidden_reason(address, self._allowed) is None]
        if not usable:
            raise NoAddress(host)
        return usable

    async def _over_a_new_one(self, place: Place, usable: Sequence[Address], request: bytes) -> Answer:
        """The answer of the first address that can be connected to."""
        for address in usable[:-1]:
            with suppress(NotConnected):
                return await self._over(Connection(place, address, self._certificates), request)
        return await self._over(Connection(place, usable[-1], self._certificates), request)

    async def _over(self, connection: Connection, request: bytes) -> Answer:
        try:
            heard = await connection.ask(request)
        finally:
            self._connections.give(connection)
        excerpt = heard.body[:MOST_OF_ANSWER].decode(errors="replace").replace("\x00", "\ufffd")
        return Answer(heard.status, retry_after=heard.headers.get("retry-after"), excerpt=excerpt)


def written(method: str, path: str, headers: Mapping[str, str], body: bytes) -> bytes:
    """A request as it goes out. Raises `ValueError` for what would end a line early."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    head = "\r\n".join(lines)
    if head.count("\n") != len(headers) or head.count("\r") != len(headers) or "\0" in head:
        raise ValueError("a line of the request has an end in its middle")
    return f"{head}\r\n\r\n".encode("ascii") + body


def _told(error: BaseException) -> str:
    """A sentence about a failed connection; of TLS it says what is wrong with the certificate."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate is not trusted: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            return "no TLS connection"
        cause = cause.__cause__ or cause.__context__
    return "no connection"

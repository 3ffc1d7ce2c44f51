"""One HTTP request to a stranger: to a checked address, within a total time, reading no more than is kept.

No redirect is followed, no cookie kept, nothing decompressed, no proxy asked, no connection used twice.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import certifi
import httpcore
import structlog

from domain.kernel.addresses import Address, Network, forbidden_reason
from domain.kernel.targets import ForbiddenTarget, ParsedTarget, check_url
from workers.resolving import NoAddress, Resolver

TOTAL_SECONDS = 15.0
CONNECT_SECONDS = 10.0
KEPT_OF_ANSWER = 16_384
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


class CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to names by the addresses that may be used, and to no others; Host and SNI stay the name."""

    def __init__(self, resolver: Resolver, allowed: Collection[Network], own: Collection[Address] = ()) -> None:
        self._resolver = resolver
        self._allowed = allowed
        self._own = own
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first usable address that answers. Raises `NoAddress`, `httpcore.ConnectError`."""
        found = await self._resolver.addresses(host)
        usable = [address for address in found if forbidden_reason(address, self._allowed, self._own) is None]
        if not usable:
            raise NoAddress(host)
        for number, address in enumerate(usable[:TRIED_ADDRESSES], 1):
            try:
                return await self._plain.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                if number == min(len(usable), TRIED_ADDRESSES):
                    raise
        raise AssertionError("unreachable")

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never."""
        raise NoAddress(path)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


def trusted_certificates() -> ssl.SSLContext:
    """The machine's certificate authorities (an operator's own among them) and the well-known ones."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Outbound:
    """Sends requests to strangers under one policy of addresses."""

    def __init__(self, resolver: Resolver, allowed: Collection[Network], allow_http: bool) -> None:
        self._network = CheckedNetwork(resolver, allowed)
        self._allowed = allowed
        self._allow_http = allow_http
        self._certificates = trusted_certificates()

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """POST the body. Always answers, within `TOTAL_SECONDS`."""
        own = {"accept": "*/*", "content-type": "application/json", "content-length": str(len(body))}
        return await self._timed("POST", url, own | dict(headers), body)

    async def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """GET what is there. Always answers, within `TOTAL_SECONDS`."""
        return await self._timed("GET", url, headers, b"")

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
            target = check_url(url, allow_http=self._allow_http, allowed=self._allowed)
            async with asyncio.timeout(TOTAL_SECONDS):
                return await self._exchange(method, target, headers, body)
        except (ForbiddenTarget, NoAddress):
            return Answer(None, "the host has no usable address")
        except (TimeoutError, httpcore.TimeoutException):
            return Answer(None, f"no answer within {TOTAL_SECONDS:.0f} s")
        except httpcore.ProtocolError:
            return Answer(None, "the answer is no HTTP")
        except (httpcore.NetworkError, OSError, ssl.SSLError) as error:
            return Answer(None, _told(error))
        except Exception as error:  # nothing that a stranger sends may keep the attempt from being stored
            log.error("request failed", error=type(error).__name__, exc_info=True)
            return Answer(None, "no connection")

    async def _exchange(self, method: str, target: ParsedTarget, headers: Mapping[str, str], body: bytes) -> Answer:
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        own = {
            "host": target.authority,
            "user-agent": USER_AGENT,
            "accept-encoding": "identity",
            "connection": "close",
        }
        request = httpcore.Request(
            method,
            url,
            headers=[*own.items(), *headers.items()],
            content=body,
            extensions={"timeout": {"connect": CONNECT_SECONDS, "read": TOTAL_SECONDS, "write": TOTAL_SECONDS}},
        )
        connection = httpcore.AsyncHTTPConnection(
            url.origin, ssl_context=self._certificates, network_backend=self._network, http2=False, retries=0
        )
        try:
            response = await connection.handle_async_request(request)
            return Answer(
                response.status,
                retry_after=_header(response, b"retry-after"),
                excerpt=await _beginning(response),
            )
        finally:
            await connection.aclose()


async def _beginning(response: httpcore.Response) -> str:
    """The first bytes of the answer's body as text; the rest is never read."""
    kept = b""
    try:
        async for part in response.aiter_stream():
            kept += part
            if len(kept) >= KEPT_OF_ANSWER:
                break
    except httpcore.ProtocolError:
        pass  # the status stands, whatever the body was
    return kept[:KEPT_OF_ANSWER].decode(errors="replace").replace("\x00", "\ufffd")


def _header(response: httpcore.Response, name: bytes) -> str | None:
    for key, value in response.headers:
        if key.lower() == name:
            return bytes(value).decode("latin-1")
    return None


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

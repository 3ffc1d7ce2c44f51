"""Clients of httpx whose requests go to strangers by the one guard, and clients whose answers have an end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

import httpx

from domain.kernel.outbound.resolving import NoAddress
from domain.kernel.outbound.strangers import Strangers, why_no_connection
from domain.kernel.outbound.wires import NoHTTP
from domain.kernel.targets import ForbiddenTarget

_OWN_HEADERS: Final = frozenset({"host", "user-agent", "accept-encoding", "connection"})
"""What `Strangers` sends itself."""

NO_ADDRESS: Final = "the host has no usable address"
TOO_LARGE: Final = "the answer is too large"


class GuardedTransport(httpx.AsyncBaseTransport):
    """Sends each request of a client through `Strangers`, and takes answers of at most so many bytes."""

    def __init__(self, strangers: Strangers, *, seconds: float, most: int) -> None:
        self._strangers = strangers
        self._seconds = seconds
        self._most = most

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer. Raises httpx's errors, which tell nothing of what stands at a forbidden address."""
        headers = {name: value for name, value in request.headers.items() if name not in _OWN_HEADERS}
        try:
            heard = await self._strangers.ask(
                request.method, str(request.url), headers, await request.aread(), seconds=self._seconds, most=self._most
            )
        except (ForbiddenTarget, NoAddress):
            raise httpx.ConnectError(NO_ADDRESS) from None
        except TimeoutError:
            raise httpx.ReadTimeout(f"no answer within {self._seconds:.0f} s") from None
        except (NoHTTP, ValueError):
            raise httpx.RemoteProtocolError("the answer is no HTTP") from None
        except OSError as error:
            raise httpx.ConnectError(why_no_connection(error)) from None
        if len(heard.body) > self._most:
            raise httpx.RemoteProtocolError(TOO_LARGE)
        told = {name: value for name, value in heard.headers.items() if name == "content-type"}
        return httpx.Response(heard.status, headers=told, content=bytes(heard.body))


class _Bounded(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, most: int) -> None:
        self._stream = stream
        self._most = most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._most
        async for chunk in self._stream:
            left -= len(chunk)
            if left < 0:
                raise httpx.RemoteProtocolError(TOO_LARGE)
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def bounded(client: httpx.AsyncClient, most: int) -> httpx.AsyncClient:
    """The client, which from now on takes answers of at most so many bytes, and nothing packed."""

    async def bound(response: httpx.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            raise httpx.DecodingError("the answer is packed")
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _Bounded(response.stream, most)

    client.headers["accept-encoding"] = "identity"
    client.event_hooks["response"].append(bound)
    return client

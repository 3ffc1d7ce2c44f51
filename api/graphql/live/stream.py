"""GraphQL over server-sent events: one operation a request ("distinct connections").

https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. Each result is an event `next` whose id is its
sequence, so that a browser's `EventSource` resumes by itself; the end is an event `complete`. A stream that stops
without it was cut off, and is to be asked for again with `after`.

Where a subscription begins, and how far it has come while nothing was for it, is told by an id without data: that is no
event, and an `EventSource` keeps its number all the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack, aclosing, suppress
from typing import Any, Final

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.graphql.admission import Admitted
from api.graphql.asking import EVENTS, Asked
from api.graphql.live.access import Access, Ended
from api.graphql.live.operating import Operator, told_errors
from domain.kernel.principal import Principal

HEADERS: Final[Mapping[str, str]] = {
    "Content-Type": f"{EVENTS}; charset=utf-8",
    "Cache-Control": "no-cache",
    "X-Accel-Buffering": "no",
    "Vary": "Accept, Authorization, Cookie, Origin",
}
_COMMENT: Final = b":\n\n"
_COMPLETE: Final = b"event: complete\ndata:\n\n"


class EventStream(Response):
    """The answer to one operation as a stream."""

    def __init__(
        self,
        request: Request,
        operator: Operator,
        principal: Principal,
        asked: Asked,
        held: ExitStack,
        admitted: Admitted | None = None,
    ) -> None:
        super().__init__(status_code=200, headers=dict(HEADERS))
        del self.headers["content-length"]
        self._operator = operator
        self._principal = principal
        self._asked = asked
        self._admitted = admitted
        self._request_id = str(request.state.request_id)
        self._last_event_id = request.headers.get("last-event-id")
        self._get = request.method == "GET"
        self._held = held
        loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[Ended] = loop.create_future()
        held.enter_context(operator.live.watchman.watching(Access(request, principal, self._let_go)))
        self._sending = asyncio.Lock()
        self._reached: int | None = None
        "How far a subscription has come since the last id was sent; None where that one says it."

    def _let_go(self, ended: Ended) -> None:
        if not self._ended.done():
            self._ended.set_result(ended)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Until the operation ends, the reader goes away or is too slow, access ends, or the process does."""
        with self._held:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            telling = asyncio.create_task(self._tell(send))
            others: list[asyncio.Future[Any]] = [
                asyncio.create_task(self._keep_alive(send)),
                asyncio.create_task(_gone(receive)),
                asyncio.create_task(self._operator.live.ending.wait()),
                self._ended,
            ]
            try:
                await asyncio.wait((telling, *others), return_when=asyncio.FIRST_COMPLETED)
            finally:
                # What writes is never stopped half-way by a client that goes away.
                stopped = others[:-1] if self._asked.may_write else [telling, *others[:-1]]
                for task in stopped:
                    task.cancel()
                await asyncio.gather(telling, *others[:-1], return_exceptions=True)
            if self._ended.done():
                ended = self._ended.result()
                extensions = {"code": ended.code, "requestId": self._request_id}
                last = orjson.dumps({"errors": [{"message": ended.reason, "extensions": extensions}]})
                with suppress(TimeoutError):
                    await self._send(send, _next(last) + _COMPLETE)
            self._ended.cancel()
            with suppress(TimeoutError):
                await self._send(send, b"", more=False)

    async def _tell(self, send: Send) -> None:
        """Send every result, and the end where there is one. Ends early for a reader that is too slow."""
        await self._send(send, _COMMENT)
        results = self._operator.results(
            self._principal,
            self._asked,
            self._request_id,
            last_event_id=self._last_event_id,
            get=self._get,
            admitted=self._admitted,
        )
        try:
            async with aclosing(results) as messages:  # type: ignore[type-var]  # a generator
                begun = False
                async for message in messages:
                    if message.payload is not None:
                        self._reached = None
                        await self._send(send, _next(message.payload, message.sequence))
                    else:
                        self._reached = message.sequence
                        if not begun:
                            await self._send(send, None)
                    begun = True
        except TimeoutError:
            return
        except Exception as error:
            errors: Mapping[str, Any] = {"errors": told_errors(error, self._request_id)}
            await self._send(send, _next(orjson.dumps(errors)))
        await self._send(send, _COMPLETE)

    async def _keep_alive(self, send: Send) -> None:
        while True:
            await asyncio.sleep(self._operator.live.bounds.keep_alive_seconds)
            await self._send(send, None)

    async def _send(self, send: Send, chunk: bytes | None, *, more: bool = True) -> None:
        """Send a chunk; none is a sign of life, which says how far the subscription has come."""
        async with self._sending, asyncio.timeout(self._operator.live.bounds.send_seconds):
            if chunk is None:  # asked for here: nothing with a later id is sent before it
                chunk, self._reached = _COMMENT if self._reached is None else b"id: %d\n\n" % self._reached, None
            await send({"type": "http.response.body", "body": chunk, "more_body": more})


def _next(payload: bytes, sequence: int = 0) -> bytes:
    """An event. PostgreSQL writes JSON with line breaks, which stand between values only: texts have theirs escaped."""
    number = b"id: %d\n" % sequence if sequence else b""
    return b"event: next\n" + number + b"data: " + payload.replace(b"\n", b" ") + b"\n\n"


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass

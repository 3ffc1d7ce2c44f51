"""GraphQL over WebSocket: the protocol `graphql-transport-ws`, to the letter.

https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md. Strawberry's own handler is not used: it closes the
socket for a syntax error, runs its own execution, and bounds neither slow readers nor access that has ended.

| code | why the server closes                                                    |
|------|--------------------------------------------------------------------------|
| 4400 | a message that the protocol does not know                                |
| 4401 | `subscribe` before `connection_ack`; key or session ended                |
| 4403 | `connection_init` without valid credentials; access changed              |
| 4406 | none of the offered sub-protocols is `graphql-transport-ws`              |
| 4408 | no `connection_init` in time                                             |
| 4409 | an id of `subscribe` is in use                                           |
| 4429 | a second `connection_init`                                               |
| 1012 | the process ends: connect again and resume by `after`                    |
| 1013 | too slow a reader, or no room, or access cannot be checked: so likewise  |
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack, aclosing, suppress
from typing import Any, Final

import orjson
import structlog
from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket, WebSocketDisconnect

from api.graphql.asking import Asked
from api.graphql.live.access import Access, Ended, PrincipalOf
from api.graphql.live.frames import PROTOCOL, BadFrame, Frame, read_frame
from api.graphql.live.operating import Operator, told_errors
from api.graphql.refusals import Refused, over_limit
from domain.kernel.errors import DomainError
from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal

LONGEST_REASON: Final = 120
CLOSING_SECONDS: Final = 20.0
_GONE: Final = (WebSocketDisconnect, RuntimeError, OSError)
"""What sending raises once the other side has gone."""

log = structlog.get_logger(__name__)


class Socket:
    """One WebSocket."""

    def __init__(self, websocket: WebSocket, operator: Operator, principal_of: PrincipalOf) -> None:
        self._websocket = websocket
        self._operator = operator
        self._bounds = operator.live.bounds
        self._principal_of = principal_of
        self._principal: Principal | None = None
        self._init_received = False
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._writing: set[asyncio.Task[None]] = set()
        "Operations that may change something: they run to their end, whoever goes away."
        self._held = ExitStack()
        self._waiting = ExitStack()
        self._closing: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()

    async def run(self) -> None:
        """From the handshake to the end."""
        if PROTOCOL not in self._websocket.scope["subprotocols"]:
            await self._websocket.accept()
            await self._websocket.close(4406, f"Subprotocol not acceptable; offer {PROTOCOL}")
            return
        await self._websocket.accept(subprotocol=PROTOCOL)
        try:
            self._waiting.enter_context(self._operator.live.seats.waiting())
        except Refused as refused:
            await self._close(1013, refused.message)
            return
        timer = asyncio.get_running_loop().call_later(self._bounds.init_seconds, self._init_is_late)
        reading = asyncio.create_task(self._read())
        try:
            await asyncio.wait((reading, self._closing), return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            ending = [reading, *(task for task in self._operations.values() if task not in self._writing)]
            for task in ending:
                task.cancel()
            await asyncio.gather(*ending, return_exceptions=True)
            self._held.close()
            self._waiting.close()
        if self._closing.done():
            await self._close(*self._closing.result())
        self._closing.cancel()
        await asyncio.gather(*self._writing, return_exceptions=True)

    def _init_is_late(self) -> None:
        if not self._init_received:
            self._end(4408, "Connection initialisation timeout")

    def _end(self, code: int, reason: str) -> None:
        """Close the socket; the first reason counts."""
        if not self._closing.done():
            self._closing.set_result((code, reason))

    async def _close(self, code: int, reason: str) -> None:
        short = reason.encode()[:LONGEST_REASON].decode(errors="ignore")
        with suppress(TimeoutError, *_GONE):  # a reader that takes nothing for so long will not hear why
            async with asyncio.timeout(CLOSING_SECONDS):
                await self._websocket.close(code, short)

    async def _read(self) -> None:
        try:
            while True:
                message = await self._websocket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                if message.get("text") is None:
                    raise BadFrame("Messages are texts")
                await self._take(read_frame(message["text"]))
        except BadFrame as bad:
            self._end(4400, str(bad))
        except _GONE:
            return
        except Exception:
            log.exception("a socket failed")
            self._end(1011, "Internal error")

    async def _take(self, frame: Frame) -> None:
        match frame.type:
            case "connection_init":
                await self._begin(frame.payload or {})
            case "ping":
                payload = {} if frame.payload is None else {"payload": frame.payload}
                await self._send({"type": "pong"} | payload)
            case "subscribe":
                assert frame.asked is not None
                await self._subscribe(frame.id, frame.asked)
            case "complete":
                task = self._operations.pop(frame.id, None)
                if task is not None and task not in self._writing:
                    task.cancel()

    async def _begin(self, payload: Mapping[str, Any]) -> None:
        if self._init_received:
            self._end(4429, "Too many initialisation requests")
            return
        self._init_received = True
        connection = with_credentials(self._websocket, payload)
        try:
            principal = await self._principal_of(connection)
            self._held.enter_context(self._operator.live.seats.taken(principal, "websocket"))
        except DomainError as error:
            self._end(4403, f"Forbidden: {error.message}")
            return
        except Refused as refused:
            self._end(1013, refused.message)
            return
        access = Access(connection, principal, self._let_go)
        self._held.enter_context(self._operator.live.watchman.watching(access))
        self._principal = principal
        self._waiting.close()
        # Whoever reads what to show after this, and then subscribes after this number, misses nothing.
        sequence = await self._operator.live.newest(principal.tenant_id)
        await self._send({"type": "connection_ack"} | ({} if sequence is None else {"payload": {"sequence": sequence}}))

    def _let_go(self, ended: Ended) -> None:
        self._end(ended.close_code, ended.reason)

    async def _subscribe(self, id: str, asked: Asked) -> None:
        if self._principal is None:
            self._end(4401, "Unauthorized")
            return
        if id in self._operations:
            self._end(4409, f"Subscriber for {id} already exists")
            return
        if len({*self._operations.values(), *self._writing}) >= self._bounds.operations:
            refused = over_limit(f"a socket carries at most {self._bounds.operations} operations at once")
            await self._send({"id": id, "type": "error", "payload": told_errors(refused, uuid7().hex)})
            return
        task = asyncio.create_task(self._operate(id, asked, self._principal))
        self._operations[id] = task
        if asked.may_write:
            self._writing.add(task)
            task.add_done_callback(self._writing.discard)

    async def _operate(self, id: str, asked: Asked, principal: Principal) -> None:
        request_id = uuid7().hex
        structlog.contextvars.bind_contextvars(request_id=request_id)
        mine = asyncio.current_task()
        last: dict[str, Any] = {"id": id, "type": "complete"}
        try:
            async with aclosing(self._operator.results(principal, asked, request_id)) as results:  # type: ignore[type-var]  # a generator
                async for result in results:
                    if result.payload is not None and self._operations.get(id) is mine:
                        await self._send({"id": id, "type": "next", "payload": orjson.Fragment(result.payload)})
        except Exception as error:
            last = {"id": id, "type": "error", "payload": told_errors(error, request_id)}
        if self._operations.get(id) is mine:
            del self._operations[id]  # before the last message, since the client may use the id again after it
            await self._send(last)

    async def _send(self, message: Mapping[str, Any]) -> None:
        """Send a message, in time or not at all: what does not read is let go, and may resume."""
        try:
            async with asyncio.timeout(self._bounds.send_seconds):
                await self._websocket.send_text(orjson.dumps(message).decode())
        except TimeoutError:
            self._end(1013, "Too slow a reader; connect again and resume by after")
        except _GONE:
            pass  # the reading task hears of it


def with_credentials(websocket: WebSocket, payload: Mapping[str, Any]) -> HTTPConnection:
    """The connection as if `authorization` of `connection_init` had come as a header; beside one it is too much."""
    given = [value for name, value in payload.items() if name.lower() == "authorization" and value is not None]
    headers = [(b"authorization", str(value).encode("latin-1", "replace")) for value in given]
    return HTTPConnection({**websocket.scope, "headers": [*websocket.scope["headers"], *headers]})

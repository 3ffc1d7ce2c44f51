"""The real application on a real port, its events relayed as the worker does, and clients of both transports."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import pytest
import uvicorn
import websockets.asyncio.client
from fastapi import FastAPI

from api.app import create_app
from api.graphql.live.bounds import Bounds, Seats
from cli.api import Server, bound_unread, server_config
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import run
from tests.conftest import Cluster, SettableClock, TestTenant, make_tenant
from workers.relay import relay

PROTOCOL = "graphql-transport-ws"
WITHIN = 60.0
"""Seconds after which a test that waits has failed; nothing is measured by it."""

CHANGES = "subscription ($after: Int) { changes(after: $after) { sequence type node { id } } }"


class Socket:
    """A client's end of one WebSocket."""

    def __init__(self, connection: websockets.asyncio.client.ClientConnection) -> None:
        self.connection = connection

    async def send(self, message: Any) -> None:
        text = message if isinstance(message, str | bytes) else json.dumps(message)
        await self.connection.send(text)

    async def receive(self) -> Any:
        async with asyncio.timeout(WITHIN):
            return json.loads(await self.connection.recv())

    async def init(self, **payload: Any) -> Any:
        await self.send({"type": "connection_init", "payload": payload})
        return await self.receive()

    async def subscribe(self, query: str, id: str = "1", **variables: Any) -> None:
        await self.send({"id": id, "type": "subscribe", "payload": {"query": query, "variables": variables}})

    async def data(self, id: str = "1") -> Any:
        """The data of the next result, which must be one without errors."""
        message = await self.receive()
        assert (message["type"], message["id"]) == ("next", id), message
        assert "errors" not in message["payload"], message
        return message["payload"]["data"]

    async def alive(self, id: str = "alive") -> None:
        """The socket works, and nothing else has come over it."""
        await self.subscribe("{ __typename }", id)
        assert (await self.receive())["id"] == id
        assert (await self.receive())["type"] == "complete"

    async def closed(self) -> tuple[int, str]:
        """The server's close code and reason, whatever comes before them."""
        async with asyncio.timeout(WITHIN):
            await self.connection.wait_closed()
        close = self.connection.protocol.close_rcvd
        assert close is not None, "the connection was lost without a close frame"
        return close.code, close.reason


@dataclass
class Site:
    """A running API process, and the tenants that use it."""

    port: int
    app: FastAPI
    runtime: Runtime
    tenant: TestTenant
    stranger: TestTenant
    server: uvicorn.Server
    held: AsyncExitStack
    keys: dict[tuple[UUID, str], str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    async def key(self, role: str = "owner", tenant: TestTenant | None = None, **given: Any) -> str:
        tenant = tenant or self.tenant
        done = await self.act("create_api_key", tenant, title="live", **({"role": role} | given))
        return str(done.shown_once["key"])

    async def act(self, command: str, tenant: TestTenant | None = None, /, **given: Any) -> Any:
        """Run a command as the owner, and relay what it tells."""
        done = await run(self.runtime, tenant or self.tenant, "owner", command, **given)
        await self.relay(tenant)
        return done

    async def venture(self, key: str = "LIVE", tenant: TestTenant | None = None) -> UUID:
        done = await self.act("create_venture", tenant, name=key.title(), key=key)
        return UUID(str(done.ids["venture"]))

    async def risk(self, venture: UUID, title: str = "It breaks", tenant: TestTenant | None = None) -> UUID:
        done = await self.act("create_risk", tenant, venture_id=venture, title=title, category="market")
        return UUID(str(done.ids["risk"]))

    async def relay(self, tenant: TestTenant | None = None) -> None:
        while (await relay(self.runtime, (tenant or self.tenant).id)).more:
            pass

    async def connect(self, *, protocols: list[str] | None = None, **options: Any) -> Socket:
        """A WebSocket, before `connection_init`."""
        connection = await self.held.enter_async_context(
            websockets.asyncio.client.connect(
                f"ws://localhost:{self.port}/graphql",
                subprotocols=[PROTOCOL] if protocols is None else protocols or None,
                proxy=None,
                **options,
            )
        )
        return Socket(connection)

    async def socket(self, key: str | None = None, **options: Any) -> Socket:
        """A WebSocket after `connection_ack`."""
        made = await self.connect(**options)
        assert (await made.init(Authorization=f"Bearer {key or await self.key()}"))["type"] == "connection_ack"
        return made

    async def opened(self, count: int = 1) -> None:
        """Return when so many subscriptions are open: what happens from now on is told to them."""
        async with asyncio.timeout(WITHIN):
            while sum(feed.listeners for feed in self.app.state.live._feeds.values()) != count:
                await asyncio.sleep(0.01)

    def bounds(self, **limits: Any) -> None:
        """Other limits, for connections from now on."""
        live = self.app.state.live
        live.bounds = Bounds(**limits)
        live.seats = Seats(live.bounds)


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[tuple[int, uvicorn.Server]]:
    """The application on a port, under the server that `milepost api` runs."""
    listening = socket.create_server(("127.0.0.1", 0))
    bound_unread(listening)
    server = Server(server_config(app, app.state.runtime.settings, log_config=None, lifespan="off"))
    running = asyncio.create_task(server._serve([listening]))
    try:
        while not server.started:
            assert not running.done(), running.result()
            await asyncio.sleep(0.01)
        yield listening.getsockname()[1], server
    finally:
        server.should_exit = True
        await running
        listening.close()


MakeSite = Callable[[Settings], Any]


@asynccontextmanager
async def site_of(settings: Settings, clock: SettableClock, runtime: Runtime) -> AsyncIterator[Site]:
    """An API process with a runtime of its own; `runtime` is the worker's."""
    own = Runtime.of(settings)
    own.clock = clock
    app = create_app(settings, own)
    tenant, stranger = await make_tenant(runtime), await make_tenant(runtime)
    try:
        async with (
            app.router.lifespan_context(app),
            serving(app) as (port, server),
            AsyncExitStack() as held,
        ):
            yield Site(port, app, runtime, tenant, stranger, server, held)
    finally:
        await own.close()


@pytest.fixture
async def site(cluster: Cluster, settings: Settings, clock: SettableClock, runtime: Runtime) -> AsyncIterator[Site]:
    async with site_of(settings, clock, runtime) as made:
        yield made


class Stream:
    """A client's end of one event stream."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self._lines = answer.aiter_lines()

    async def event(self) -> dict[str, str]:
        """The next event, as event streams define it: a block without data is none. Empty at the end."""
        found: dict[str, str] = {}
        async with asyncio.timeout(WITHIN):
            async for line in self._lines:
                if not line and "data" in found:
                    return found
                if not line:
                    found = {}
                if line and not line.startswith(":"):
                    name, _, value = line.partition(":")
                    found[name] = value.strip()
        return found

    async def line(self) -> str:
        async with asyncio.timeout(WITHIN):
            return await anext(self._lines)

    async def result(self) -> Any:
        event = await self.event()
        assert event["event"] == "next", event
        return json.loads(event["data"])


@asynccontextmanager
async def streaming(site: Site, key: str, query: str, **options: Any) -> AsyncIterator[Stream]:
    """A subscription over server-sent events."""
    headers = {"Authorization": f"Bearer {key}", "Accept": "text/event-stream"} | options.pop("headers", {})
    body = {"query": query, "variables": options.pop("variables", {})}
    async with (
        httpx.AsyncClient(trust_env=False, timeout=WITHIN) as client,
        client.stream("POST", f"{site.address}/graphql", json=body, headers=headers) as answer,
    ):
        yield Stream(answer)

"""What tests of the workers stand on: a receiver in this process, and a tenant's rows driven by hand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from standardwebhooks.webhooks import Webhook

from api.events.catalogue import catalogue
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.webhooks.commands import CreateWebhookEndpoint, create_webhook_endpoint
from tests.conftest import TestTenant
from tests.contract import telling
from workers.deliveries import Deliveries
from workers.relay import relay


@dataclass
class Request:
    """One request as it arrived."""

    headers: dict[str, str]
    body: bytes
    path: str = "/"

    @property
    def event(self) -> dict[str, Any]:
        return dict(json.loads(self.body))


Answer = Callable[[Request], Awaitable[bytes] | bytes]


def answer(status: int = 204, headers: str = "", body: bytes = b"") -> bytes:
    return f"HTTP/1.1 {status} X\r\ncontent-length: {len(body)}\r\n{headers}\r\n".encode() + body


@dataclass
class Receiver:
    """A receiver on loopback that keeps what it gets and answers as it is told, or never where it answers nothing."""

    port: int
    requests: list[Request] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    usual: Answer = lambda request: answer()
    serving: set[asyncio.Task[Any]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.serving.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._answer(reader, writer)
        finally:
            self.serving.discard(task)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        request = Request(headers, body, first.split(" ")[1])
        self.requests.append(request)
        if "webhook-id" in headers:
            telling.check_body(body)
        reply = (self.answers.pop(0) if self.answers else self.usual)(request)
        writer.write(reply if isinstance(reply, bytes) else await reply)
        await writer.drain()

    def verified(self, secret: str, now: datetime | None = None) -> list[dict[str, Any]]:
        """The events that arrived, each verified by the public library."""
        return [dict(Webhook(secret).verify(request.body.decode(), request.headers)) for request in self.requests]


@pytest.fixture
async def receivers() -> AsyncIterator[Callable[[], Awaitable[Receiver]]]:
    servers: list[asyncio.Server] = []
    serving: set[asyncio.Task[Any]] = set()

    async def make() -> Receiver:
        receiver = Receiver(0, serving=serving)
        server = await asyncio.start_server(lambda r, w: receiver.serve(r, w), "127.0.0.1", 0)
        receiver.port = server.sockets[0].getsockname()[1]
        servers.append(server)
        return receiver

    yield make
    for task in serving:
        task.cancel()
    await asyncio.gather(*serving, return_exceptions=True)
    for server in servers:
        server.close()
        await server.wait_closed()


@pytest.fixture
async def receiver(receivers: Callable[[], Awaitable[Receiver]]) -> Receiver:
    return await receivers()


@dataclass
class Endpoint:
    id: UUID
    secret: str


async def add_endpoint(runtime: Runtime, tenant: TestTenant, receiver: Receiver, **more: Any) -> Endpoint:
    given = CreateWebhookEndpoint(url=receiver.url, **more)
    done = await perform(runtime, tenant.principal(), lambda work: create_webhook_endpoint(work, given))
    return Endpoint(done.ids["webhook_endpoint"], done.shown_once["secret"])


async def act(runtime: Runtime, tenant: TestTenant, what: Callable[[Work], Awaitable[Any]]) -> Any:
    return await perform(runtime, tenant.principal(), what)


def example_data(type: str) -> dict[str, Any]:
    """The data of an example of a type of event."""
    return dict(catalogue()[type].example()["data"])


async def emit(runtime: Runtime, tenant: TestTenant, type: str = "risk.assessed", **more: Any) -> UUID:
    """Announce an event about nothing in particular: the example of its type, with the members of `data`."""
    data = example_data(type) | more.pop("data", {})
    subject = more.pop("subject", ("risk", tenant.id))

    async def what(work: Work) -> UUID:
        return work.emit(type, subject, data, **more)

    return UUID(str(await act(runtime, tenant, what)))


async def relay_all(runtime: Runtime, tenant: TestTenant) -> None:
    while (await relay(runtime, tenant.id)).more:
        pass


async def rows(runtime: Runtime, tenant: TestTenant, sql: str, *values: Any) -> list[dict[str, Any]]:
    """Rows of the tenant, read as the application does."""
    async with runtime.database.reading(tenant.id) as connection:
        return [dict(row) for row in await connection.fetch(sql, *values)]


async def write(runtime: Runtime, tenant: TestTenant, sql: str, **values: Any) -> None:
    """Change machinery rows behind the application."""
    import sqlalchemy as sa

    from domain.kernel.work import unit_of_work

    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        await work.session.execute(sa.text(sql), {"tenant": tenant.id, **values})


@pytest.fixture
async def sender(runtime: Runtime) -> AsyncIterator[Deliveries]:
    deliveries = Deliveries(runtime)
    yield deliveries
    await deliveries.close(1)


async def deliver(sender: Deliveries, tenant: TestTenant) -> int:
    """Send what is due until nothing is."""
    count = 0
    while taken := await sender.turn(tenant.id):
        await sender.settle()
        count += taken
    return count

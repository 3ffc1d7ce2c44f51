"""Receivers that do their worst: an attempt ends within its time, holds little, and says what was wrong."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from ipaddress import ip_network
from typing import Any

import pytest

from domain.kernel.ids import external_id
from domain.kernel.outbound.resolving import Resolver
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.memory import measure_anew, most_held
from tests.workers.conftest import Receiver, add_endpoint, answer, deliver, emit, relay_all, rows
from workers import outbound as module
from workers.deliveries import Deliveries
from workers.outbound import KEPT_OF_ANSWER, Outbound

LOOPBACK = (ip_network("127.0.0.0/8"),)
MEGABYTE = 1 << 20
BOMB = gzip.compress(bytes(50 * MEGABYTE))
Peer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(peer: Peer) -> AsyncIterator[str]:
    """The address of a peer that is called when a request is there; the connection is closed when it returns."""
    serving: set[asyncio.Task[Any]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        serving.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await reader.readuntil(b"\r\n\r\n")
                await peer(writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    finally:
        server.close()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)


@pytest.fixture
async def sending(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Outbound]:
    """Sends with less patience than usual."""
    monkeypatch.setattr(module, "TOTAL_SECONDS", 1.0)
    resolver = Resolver()
    made = Outbound(resolver, LOOPBACK, allow_http=True)
    yield made
    made.close()
    resolver.close()


async def endless(writer: asyncio.StreamWriter, part: bytes) -> None:
    while True:
        writer.write(part)
        await writer.drain()


async def dripping(writer: asyncio.StreamWriter, text: bytes) -> None:
    for byte in text * 1000:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.02)


async def never(writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def headers_drip(writer: asyncio.StreamWriter) -> None:
    await dripping(writer, b"HTTP/1.1 200 OK\r\n" + b"x-slow: yes\r\n" * 100)


async def first_line_drips(writer: asyncio.StreamWriter) -> None:
    await dripping(writer, b"HTTP/1.1 200 O" + b"K" * 1000)


async def interim_answers(writer: asyncio.StreamWriter) -> None:
    await endless(writer, b"HTTP/1.1 102 Processing\r\n\r\n" * 100)


async def headers_without_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await endless(writer, b"x-more: " + b"a" * 1000 + b"\r\n")


async def first_line_without_end(writer: asyncio.StreamWriter) -> None:
    await endless(writer, b"HTTP/1.1 200 " + b"a" * 1000)


async def closes_before_it_answers(writer: asyncio.StreamWriter) -> None:
    pass


async def closes_within_the_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-")
    await writer.drain()


async def speaks_of_other_things(writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 10)
    await writer.drain()


@pytest.mark.parametrize(
    ("peer", "why"),
    [
        (never, "no answer within"),
        (headers_drip, "no answer within"),
        (first_line_drips, "no answer within"),
        (interim_answers, None),
        (headers_without_end, "the answer is no HTTP"),
        (first_line_without_end, "the answer is no HTTP"),
        (closes_before_it_answers, None),
        (closes_within_the_headers, None),
        (speaks_of_other_things, "the answer is no HTTP"),
    ],
)
async def test_what_is_no_answer_is_a_failure_that_ends(sending: Outbound, peer: Peer, why: str | None) -> None:
    async with listening(peer) as url:
        with holding_little():
            answered = await sending.post(url, {}, b"{}")
    assert answered.status is None
    assert answered.error
    assert answered.error.startswith(why or "")


async def body_without_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
    await endless(writer, b"1000\r\n" + b"x" * 0x1000 + b"\r\n")


async def body_of_ten_gigabytes(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n")
    await endless(writer, b"x" * 0x10000)


async def gzip_bomb(writer: asyncio.StreamWriter) -> None:
    bomb = BOMB
    head = f"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {len(bomb)}\r\n\r\n"
    writer.write(head.encode() + bomb)
    await writer.drain()


async def bomb_in_a_bomb(writer: asyncio.StreamWriter) -> None:
    bomb = gzip.compress(BOMB)
    head = f"HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip\r\ncontent-length: {len(bomb)}\r\n\r\n"
    writer.write(head.encode() + bomb)
    await writer.drain()


async def closes_within_the_body(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nonly this")
    await writer.drain()


@pytest.mark.parametrize(
    "peer", [body_without_end, body_of_ten_gigabytes, gzip_bomb, bomb_in_a_bomb, closes_within_the_body]
)
async def test_of_an_answer_only_the_beginning_is_read_and_nothing_unpacked(sending: Outbound, peer: Peer) -> None:
    async with listening(peer) as url:
        with holding_little():
            answered = await sending.post(url, {}, b"{}")
    assert answered.status == 200
    assert answered.excerpt is not None
    assert len(answered.excerpt) <= KEPT_OF_ANSWER
    assert answered.excerpt.startswith(("x", "only this", "\x1f"))


@contextmanager
def holding_little() -> Iterator[None]:
    """At no moment this process holds much more than at the beginning."""
    measure_anew()
    before = most_held()
    yield
    assert most_held() - before < 20 * MEGABYTE


async def test_a_receiver_that_comes_back_after_an_hour_gets_everything_under_the_first_ids(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    """It refuses, hangs up in the middle of its answer, and is not there at all; then it is well."""
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    ids = {external_id("event", await emit(runtime, tenant)) for _ in range(6)}
    await relay_all(runtime, tenant)
    bad = [lambda _: answer(500), lambda _: b"HTTP/1.1 2", lambda _: b"", lambda _: answer(503)]
    receiver.usual = lambda request: bad[len(receiver.requests) % len(bad)](request)
    began = clock.now()
    while (clock.now() - began).total_seconds() < 3600:
        await deliver(sender, tenant)
        clock.forward(minutes=6)
    before = len(receiver.requests)
    assert {request.headers["webhook-id"] for request in receiver.requests} == ids
    receiver.usual = lambda _: answer()
    clock.forward(hours=3)
    await deliver(sender, tenant)

    assert {request.headers["webhook-id"] for request in receiver.requests[before:]} == ids
    assert len({(request.headers["webhook-id"], request.body) for request in receiver.requests}) == len(ids)
    states = await rows(runtime, tenant, "SELECT state, due FROM delivery WHERE tenant_id = $1", tenant.id)
    assert states == [{"state": "delivered", "due": None}] * len(ids)

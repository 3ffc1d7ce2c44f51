"""The head of an answer goes out with its body, and waits for nothing else."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn

from cli.api import server_config
from cli.joining import JoiningTransport
from domain.kernel.settings import Settings

REQUEST = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


class Recorded(asyncio.Transport):
    """Keeps what is written, write by write; empty where it was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[bytes] = []

    def write(self, data: Any) -> None:
        self.writes.append(bytes(data))

    def close(self) -> None:
        self.writes.append(b"")


@pytest.fixture
async def below() -> Recorded:
    """The transport below."""
    return Recorded()


@pytest.fixture
async def transport(below: Recorded) -> JoiningTransport:
    """The transport that joins."""
    return JoiningTransport(below, asyncio.get_running_loop())


async def test_head_and_body_are_one_write(below: Recorded, transport: JoiningTransport) -> None:
    for part in (b"HTTP/1.1 200 OK\r\n\r\n", b"body", b"more"):
        transport.write(part)
    await asyncio.sleep(0)
    assert below.writes == [b"HTTP/1.1 200 OK\r\n\r\nbody", b"more"]


async def test_a_head_waits_for_the_loops_next_turn_only(below: Recorded, transport: JoiningTransport) -> None:
    transport.write(b"HTTP/1.1 200 OK\r\n\r\n")
    await asyncio.sleep(0)
    transport.write(b"body")
    assert below.writes == [b"HTTP/1.1 200 OK\r\n\r\n", b"body"]


async def test_a_head_is_sent_before_the_connection_is_closed(below: Recorded, transport: JoiningTransport) -> None:
    transport.write(b"HTTP/1.1 204 No Content\r\n\r\n")
    transport.close()
    await asyncio.sleep(0)
    assert below.writes == [b"HTTP/1.1 204 No Content\r\n\r\n", b""]


async def received(there: socket.socket) -> bytes:
    """What one write has sent."""
    async with asyncio.timeout(10):
        return await asyncio.get_running_loop().sock_recv(there, 100_000)


@asynccontextmanager
async def serving(app: Callable[..., Any], settings: Settings) -> AsyncIterator[socket.socket]:
    """A connection to a server as `milepost api` runs it."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(server_config(app, settings, lifespan="off"))
        running = asyncio.ensure_future(server.serve(sockets=[listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        with socket.socket() as there:
            there.setblocking(False)
            await asyncio.get_running_loop().sock_connect(there, listening.getsockname())
            yield there
        server.should_exit = True
        await running


async def test_the_head_of_a_stream_arrives_before_its_first_event(settings: Settings) -> None:
    first = asyncio.Event()

    async def stream(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await first.wait()
        await send({"type": "http.response.body", "body": b"event", "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async with serving(stream, settings) as there:
        await asyncio.get_running_loop().sock_sendall(there, REQUEST)
        assert (await received(there)).endswith(b"\r\n\r\n")
        first.set()
        assert (await received(there)).startswith(b"5\r\nevent\r\n")


async def test_requests_in_a_row_on_one_connection_are_answered_in_order(settings: Settings) -> None:
    async def count(scope: Any, receive: Any, send: Any) -> None:
        body = scope["query_string"]
        headers = [(b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async with serving(count, settings) as there:
        asked = [REQUEST.replace(b"/ ", b"/?number=%d " % number) for number in range(20)]
        await asyncio.get_running_loop().sock_sendall(there, b"".join(asked))
        told = b""
        while b"number=19" not in told:
            told += await received(there)
    assert [int(part.split(b"HTTP")[0]) for part in told.split(b"number=")[1:]] == list(range(20))

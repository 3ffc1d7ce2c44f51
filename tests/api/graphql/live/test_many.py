"""Many at once, and slow ones: what one process carries is bounded."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import socket as sockets
import time
from contextlib import suppress
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from domain.kernel.runtime import Runtime
from tests.api.conftest import run
from tests.api.graphql.live.conftest import PROTOCOL, Site, Socket
from tests.cli.processes import free_port, milepost
from tests.conftest import Cluster, TestTenant
from tests.memory import held
from workers.relay import relay

COUNT = int(os.environ.get("MILEPOST_TEST_SOCKETS", "100"))
"""How many sockets; `MILEPOST_TEST_SOCKETS=1000` is what one process is promised to carry."""

WIDE = "subscription { changes { sequence %s } }" % " ".join(  # noqa: UP031  # braces
    f"n{number}: node {{ ... on Risk {{ cause effect }} }}" for number in range(20)
)


async def small(site: Site) -> Socket:
    """A socket whose client takes in little."""
    own = sockets.socket()
    own.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
    own.setblocking(False)
    await asyncio.get_running_loop().sock_connect(own, ("127.0.0.1", site.port))
    return await site.socket(sock=own, max_queue=1)


async def test_a_reader_that_takes_nothing_is_let_go_and_holds_little(site: Site) -> None:
    site.bounds(send_seconds=0.2)
    venture = await site.venture()
    slow, quick = await small(site), await site.socket()
    await slow.subscribe(WIDE)
    await quick.subscribe("subscription { changes { sequence } }")
    await site.opened(2)
    before = held()
    text = "x" * 9_000
    for number in range(60):
        await site.act(
            "create_risk",
            venture_id=venture,
            title=f"Risk {number}",
            category="market",
            cause=text,
            effect=text,
        )
        assert (await quick.data())["changes"]["sequence"]
    await site.opened(1)
    assert held() - before < 40_000 << 10
    with suppress(ConnectionClosed):
        async for _ in slow.connection:  # what had found room on its way
            pass
    code, reason = await slow.closed()
    assert code == 1013, reason
    await quick.alive()


async def test_nothing_more_is_read_from_who_floods_and_does_not_read(site: Site) -> None:
    loop = asyncio.get_running_loop()
    with sockets.socket() as own:
        own.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        own.setblocking(False)
        await loop.sock_connect(own, ("127.0.0.1", site.port))
        await loop.sock_sendall(own, UPGRADE)
        assert (await loop.sock_recv(own, 12)) == b"HTTP/1.1 101"
        sent = 0
        with pytest.raises(TimeoutError):
            while sent < 16 * 2**20:
                async with asyncio.timeout(2):
                    await loop.sock_sendall(own, PINGS)
                sent += len(PINGS)


UPGRADE = (
    b"GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)
PONG_MESSAGE = b'\x81\x8f\0\0\0\0{"type":"pong"}'
PINGS = (PONG_MESSAGE + (b"\x89\xfd\0\0\0\0" + b"x" * 125) * 100) * 4
"""Pings, with messages among them that ask for no answer."""


async def hear_one(connection: ClientConnection) -> Any:
    client = Socket(connection)
    return (await client.data())["changes"]["sequence"]


async def test_one_process_carries_so_many_sockets(
    cluster: Cluster, settings: Any, runtime: Runtime, tenant: TestTenant, capsys: pytest.CaptureFixture[str]
) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4 * COUNT + 1_000), most))
    port = free_port()
    key = (await run(runtime, tenant, "owner", "create_api_key", title="many", role="viewer")).shown_once["key"]
    await relay(runtime, tenant.id)
    process = milepost("api", **cluster.environment("common", MILEPOST_PORT=str(port), MILEPOST_LOG_LEVEL="warning"))
    connections: list[ClientConnection] = []
    try:
        await answering(port)
        empty = held(process.pid)

        async def one() -> None:
            connection = await connect(
                f"ws://127.0.0.1:{port}/graphql",
                subprotocols=[PROTOCOL],
                proxy=None,
                open_timeout=60,
                ping_interval=None,
            )
            connections.append(connection)
            client = Socket(connection)
            ack = await client.init(authorization=f"Bearer {key}")
            await client.subscribe(
                "subscription ($after: Int) { changes(after: $after) { sequence node { ... on Venture { key } } } }",
                after=ack["payload"]["sequence"],
            )

        for first in range(0, COUNT, 50):
            await asyncio.gather(*(one() for _ in range(first, min(first + 50, COUNT))))
        full = held(process.pid)
        for number in range(3):
            began = time.perf_counter()
            await run(runtime, tenant, "owner", "create_venture", name="Told to all", key=f"ALL{number}")
            await relay(runtime, tenant.id)
            heard = await asyncio.gather(*(hear_one(connection) for connection in connections))
            seconds = time.perf_counter() - began
            assert len(set(heard)) == 1
        with capsys.disabled():
            print(
                f"\n{COUNT} sockets: {full >> 20} MB in all, {empty >> 20} MB without, "
                f"{(full - empty) / COUNT / 1024:.0f} kB each; the last event told to all in {seconds * 1000:.0f} ms"
            )
        assert (full - empty) / COUNT < 200 << 10, "bytes for each socket"
        process.send_signal(signal.SIGTERM)
        codes = await asyncio.gather(*(Socket(connection).closed() for connection in connections))
        assert {code for code, _ in codes} == {1012}
        assert await asyncio.to_thread(process.wait, 30) == 0
    finally:
        for connection in connections:
            await connection.close()
        process.kill()
        await asyncio.to_thread(process.communicate)


async def answering(port: int) -> None:
    """Return when the port is answered on."""
    async with asyncio.timeout(60):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            await writer.wait_closed()
            return

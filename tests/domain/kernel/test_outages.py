"""What counts as a database that is away, told by the driver's errors as they come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy.exc import DBAPIError, EmulatedDBAPIException
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.util.concurrency import greenlet_spawn

from domain.kernel.outages import is_outage

_TEXTS = {"57P03": "the database system is in recovery mode", "42501": "permission denied"}


async def _refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, state: str) -> None:
    """Speak PostgreSQL as far as to refuse: no TLS, then an error with this code."""
    length = int.from_bytes(await reader.readexactly(4), "big")
    opening = await reader.readexactly(length - 4)
    if opening == (80877103).to_bytes(4, "big"):  # SSLRequest
        writer.write(b"N")
        await reader.readexactly(int.from_bytes(await reader.readexactly(4), "big") - 4)
    fields = b"".join(
        kind + text.encode() + b"\0"
        for kind, text in ((b"S", "FATAL"), (b"V", "FATAL"), (b"C", state), (b"M", _TEXTS[state]))
    )
    writer.write(b"E" + (len(fields) + 5).to_bytes(4, "big") + fields + b"\0")
    await writer.drain()
    writer.close()


@pytest.fixture
async def refusing(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    server = await asyncio.start_server(lambda r, w: _refuse(r, w, request.param), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield f"postgresql+asyncpg://nobody:none@127.0.0.1:{port}/none"
    server.close()


async def _errors(url: str) -> list[Exception]:
    """Of a connection asked of the engine, and of one asked of its pool, as reads do."""
    engine = create_async_engine(url)
    with pytest.raises(DBAPIError) as raised:
        async with engine.connect():
            pass
    with pytest.raises(EmulatedDBAPIException) as plain:
        await greenlet_spawn(engine.sync_engine.pool.connect)
    await engine.dispose()
    return [raised.value, plain.value]


@pytest.mark.parametrize("refusing", ["57P03"], indirect=True)
async def test_a_database_that_recovers_is_away_and_no_fault(refusing: str) -> None:
    assert all(map(is_outage, await _errors(refusing)))


@pytest.mark.parametrize("refusing", ["42501"], indirect=True)
async def test_a_database_that_refuses_is_not_away(refusing: str) -> None:
    assert not any(map(is_outage, await _errors(refusing)))

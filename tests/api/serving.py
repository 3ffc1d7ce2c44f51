"""The application behind a real socket, as clients and PostgreSQL see it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg
import httpx
import orjson
import uvicorn
from fastapi import FastAPI

from tests.api.conftest import Api


@dataclass
class Server:
    """The application behind a real socket, and its database seen from beside it."""

    port: int
    database: asyncpg.Connection

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def locked(self, table: str) -> AsyncIterator[None]:
        """Whoever reads or writes the table waits meanwhile."""
        async with self.database.transaction():
            await self.database.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield

    async def send(self, key: str, document: str) -> asyncio.StreamWriter:
        """Send a request and do not read what is answered."""
        body = orjson.dumps({"query": document})
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        return writer

    async def ask(self, api: Api, document: str) -> httpx.Response:
        """The answer over the socket."""
        async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
            headers = {"Authorization": f"Bearer {api.key}"}
            return await client.post(f"{self.address}/graphql", json={"query": document}, headers=headers)

    async def become(self, count: int, query: str) -> None:
        """Wait until PostgreSQL shows so many connections."""

        async def seen() -> int:
            await self.database.execute("SELECT pg_stat_clear_snapshot()")  # kept for a transaction otherwise
            return int(await self.database.fetchval(query))

        await until(seen, count)


@asynccontextmanager
async def serving(app: FastAPI, database: asyncpg.Connection, port: int = 0) -> AsyncIterator[Server]:
    """Serve an application that runs already."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", port))
        listening.listen()
        running = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None))
        task = asyncio.ensure_future(running.serve(sockets=[listening]))
        try:
            yield Server(listening.getsockname()[1], database)
        finally:
            running.should_exit = True
            await task


async def until(look: Callable[[], Awaitable[int]], wanted: int) -> None:
    """Look again and again until it is so; a minute at most."""
    async with asyncio.timeout(60):
        while await look() != wanted:
            await asyncio.sleep(0.02)

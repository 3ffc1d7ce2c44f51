"""The limit: a bare ASGI application that sends one hand-written statement, with the same key check and transaction."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from uuid import UUID

import asyncpg

from domain.kernel.database import asyncpg_arguments
from tests.bench.peers.limit.statements import BOARD, DETAIL, HEAT, PAGE

Message = MutableMapping[str, Any]

_STATEMENTS = {"Board": BOARD, "Detail": DETAIL, "Page": PAGE, "Heat": HEAT}
_BEGIN = (
    "BEGIN READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 15000; SET LOCAL app.tenant_id = '{}'; "
    "SET LOCAL statement_timeout = 10000"
)
_KEY = "SELECT 1 FROM api_key WHERE tenant_id = $1 AND key_hash = $2 AND archived_at IS NULL"
_SECONDS = 4.0

pool: asyncpg.Pool
known: dict[str, tuple[float, UUID]] = {}


class _Connection(asyncpg.Connection):
    def get_reset_query(self) -> str:
        return ""


async def _read(tenant: UUID, statement: str, *arguments: Any) -> Any:
    async with pool.acquire() as connection:
        await connection.execute(_BEGIN.format(tenant))
        value = await connection.fetchval(statement, tenant, *arguments)
        await connection.execute("COMMIT")
    return value


async def _tenant(headers: list[tuple[bytes, bytes]]) -> UUID:
    key = next(value for name, value in headers if name == b"authorization").decode().removeprefix("Bearer ")
    hashed = hashlib.sha256(key.encode()).hexdigest()
    until, tenant = known.get(hashed, (0.0, UUID(int=0)))
    if until < time.monotonic():
        tenant = UUID(key.split("_")[2])
        assert await _read(tenant, _KEY, hashed)
        known[hashed] = (time.monotonic() + _SECONDS, tenant)
    return tenant


def _argument(variables: dict[str, str]) -> list[Any]:
    return [UUID(value.partition("_")[2]) if name == "id" else value for name, value in variables.items()]


async def app(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    """Answers four operations, by their names."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    body = b""
    more = True
    while more:
        message = await receive()
        body += message["body"]
        more = message.get("more_body", False)
    asked = json.loads(body)
    told = await _read(
        await _tenant(scope["headers"]), _STATEMENTS[asked["operationName"]], *_argument(asked.get("variables") or {})
    )
    answer = b'{"data":' + told + b"}"
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(answer)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer})


async def _live(receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
    global pool
    await receive()
    pool = await asyncpg.create_pool(
        **asyncpg_arguments(os.environ["MILEPOST_DATABASE_URL"]),
        connection_class=_Connection,
        min_size=4,
        max_size=10,
        init=_passing,
    )
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await pool.close()
    await send({"type": "lifespan.shutdown.complete"})


async def _passing(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary")

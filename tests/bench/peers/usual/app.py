"""The usual way, over HTTP: Strawberry's own ASGI application, one session and one set of dataloaders a request."""

from __future__ import annotations

import hashlib
import os
import time
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from starlette.requests import Request
from starlette.responses import Response
from strawberry.asgi import GraphQL

from domain.kernel.database import asyncpg_arguments
from tests.bench.peers.usual.loading import Loading
from tests.bench.peers.usual.schema import schema

_SECONDS = 4.0
_BEGIN = sa.text("SELECT set_config('app.tenant_id', :tenant, true)")
_KEY = sa.text("SELECT 1 FROM api_key WHERE tenant_id = :tenant AND key_hash = :hash AND archived_at IS NULL")

engine = create_async_engine(
    "postgresql+asyncpg://",
    connect_args=asyncpg_arguments(os.environ["MILEPOST_DATABASE_URL"]),
    pool_size=10,
    max_overflow=0,
)
known: dict[str, tuple[float, UUID]] = {}


class Usual(GraphQL[dict[str, Any], None]):
    """Strawberry's application with a session around each operation."""

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        return {"loading": request.state.loading}

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


graphql: Usual = Usual(schema, graphql_ide=None)


async def _tenant(key: str) -> UUID:
    hashed = hashlib.sha256(key.encode()).hexdigest()
    until, tenant = known.get(hashed, (0.0, UUID(int=0)))
    if until < time.monotonic():
        tenant = UUID(key.split("_")[2])
        async with AsyncSession(engine) as session:
            await session.execute(_BEGIN, {"tenant": str(tenant)})
            assert (await session.execute(_KEY, {"tenant": tenant, "hash": hashed})).scalar_one()
        known[hashed] = (time.monotonic() + _SECONDS, tenant)
    return tenant


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Who is calling, the transaction of the tenant, and the operation in it."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await engine.dispose()
        await send({"type": "lifespan.shutdown.complete"})
        return
    request = Request(scope, receive, send)
    if request.url.path != "/graphql":
        await Response(status_code=404)(scope, receive, send)
        return
    tenant = await _tenant(request.headers["authorization"].removeprefix("Bearer "))
    async with AsyncSession(engine, expire_on_commit=False) as session:
        await session.execute(_BEGIN, {"tenant": str(tenant)})
        request.state.loading = Loading(session, tenant)
        await graphql(scope, receive, send)
        await session.commit()

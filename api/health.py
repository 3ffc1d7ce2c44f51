"""Is the process alive, can it work, and how is it doing: `/livez`, `/readyz`, `/metrics`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa
import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

import migrations
from api.middleware.context import NamedRoute
from domain.kernel.runtime import Runtime

_PATIENCE = 2.0

log = structlog.get_logger(__name__)


def health_routes() -> list[NamedRoute]:
    """The three routes; none asks who is calling, and none tells of tenants."""
    return [NamedRoute("/livez", _livez), NamedRoute("/readyz", _readyz), NamedRoute("/metrics", _metrics)]


def newest_revision() -> str:
    """The schema revision that this version needs at least: revisions are numbered, and their files named by them.

    Alembic would tell it as well, for 6 MB that the process carries for good.
    """
    return max(path.name.partition("_")[0] for path in Path(migrations.__file__).parent.glob("versions/[0-9]*.py"))


async def _livez(request: Request) -> Response:
    """The process answers. Nothing else is asked: a database that is away is no reason to be restarted."""
    return _json({"status": "ok"})


async def _readyz(request: Request) -> Response:
    """Ready with a database of this version or a newer one; without Redis everything works, only later."""
    runtime: Runtime = request.app.state.runtime
    database, redis = await asyncio.gather(_database(runtime, request.app.state.newest_revision), _redis(runtime))
    ready = database == "ok"
    state = ("ok" if redis == "ok" else "degraded") if ready else "unavailable"
    body = {"status": state, "checks": {"database": database, "redis": redis}}
    return _json(body, 200 if ready else 503)


async def _database(runtime: Runtime, newest: str) -> str:
    try:
        async with asyncio.timeout(_PATIENCE), runtime.database.engine("app").connect() as connection:
            revision = (await connection.execute(sa.text("SELECT version_num FROM alembic_version"))).scalar_one()
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        log.warning("the database does not answer", error=type(error).__name__)
        return "unavailable"
    # Revisions are numbered; an old process goes on working while the database is already newer.
    return "ok" if revision >= newest else "schema too old"


async def _redis(runtime: Runtime) -> str:
    try:
        async with asyncio.timeout(_PATIENCE):
            await runtime.wakes.client.ping()
    except (RedisError, OSError, TimeoutError):
        return "unavailable"
    return "ok"


async def _metrics(request: Request) -> Response:
    """Prometheus' text form. No label names a tenant."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")

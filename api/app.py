"""The application factory: wiring only. `milepost api` runs it as `api.app:create_app`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import structlog
from fastapi import FastAPI
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from api.allowance.limiter import Limiter, Unit
from api.auth import Authenticator, principal_of, require_same_origin
from api.auth.registry import Registry
from api.auth.routes import auth_routes
from api.docs import docs_routes
from api.graphql.http import graphql_routes
from api.graphql.live.following import Live
from api.graphql.running import full_schema
from api.health import health_routes, newest_revision
from api.mail.kept import kept_mail_routes
from api.mail.links import link_routes
from api.metering import Meter
from api.middleware.address import BasePath, ClientAddress
from api.middleware.context import RequestContext
from api.middleware.headers import SecurityHeaders
from api.middleware.limits import BodyLimit
from api.middleware.origin import KnownOrigin
from api.middleware.shortcut import Shortcut
from api.problems import Refusal, answer_refusal
from api.rest.routes import rest_routes
from api.scim.routes import scim_routes
from api.typesetting import Typesetter
from domain.auditing.denials import Denials
from domain.kernel.checks import check_database
from domain.kernel.errors import DomainError
from domain.kernel.logs import configure_logging
from domain.kernel.outages import is_outage
from domain.kernel.partitions import ensure_partitions
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings, load_settings
from graph.selections import PayloadDocuments

PATIENCE_SECONDS = 60.0
"""How long a process that starts waits for a database that is away."""

_PAUSE_SECONDS = 0.25

log = structlog.get_logger(__name__)


def create_app(settings: Settings | None = None, runtime: Runtime | None = None) -> FastAPI:
    """The application of the settings (the environment's unless given). Nothing is connected before it starts.

    A runtime that is given stays the caller's: its connections are not closed at the end.
    """
    if settings is None:
        settings = runtime.settings if runtime is not None else load_settings()
    if runtime is None:
        configure_logging(settings)
    running = runtime or Runtime.of(settings)

    meter = Meter(running)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await _await_database(running)
        await _make_partitions(running)
        writing = asyncio.create_task(app.state.authenticator.uses.keep())
        metering = asyncio.create_task(meter.run())
        yield
        metering.cancel()
        await app.state.live.close()
        writing.cancel()
        await app.state.authenticator.uses.write()
        await meter.store()
        if runtime is None:
            await running.close()

    app = FastAPI(
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # FastAPI would ask OpenTelemetry at every request whether anybody listens; ours are the logs and the metrics.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.state.runtime = running
    running.selections = PayloadDocuments(running, full_schema)
    running.denials = Denials(running)
    app.state.request_limiter = Limiter(running, Unit.REQUESTS, meter)
    registry = Registry(running)
    app.state.authenticator = Authenticator(running, registry)
    app.state.live = Live(running, principal_of)
    app.state.typesetter = Typesetter()
    app.state.newest_revision = newest_revision()
    same_origin = partial(require_same_origin, settings=settings)
    graphql, *beside = graphql_routes(running, principal_of, same_origin, app.state.live, meter)
    app.router.routes.extend([*health_routes(), *docs_routes(), *rest_routes(), *scim_routes(), *beside])
    app.router.routes.extend([*auth_routes(running, registry), *link_routes(running), *kept_mail_routes(settings)])
    for kind in (Refusal, DomainError, HTTPException):
        app.add_exception_handler(kind, answer_refusal)
    # The last one added is the first to see a request.
    app.add_middleware(Shortcut, route=graphql)
    app.add_middleware(BodyLimit, base_url=settings.base_url)
    app.add_middleware(KnownOrigin)
    app.add_middleware(BasePath, prefix=settings.base_path)
    app.add_middleware(ClientAddress, trusted=settings.trusted_proxies)
    app.add_middleware(SecurityHeaders, secure=settings.secure)
    app.add_middleware(RequestContext, base_url=settings.base_url)
    return app


async def _await_database(runtime: Runtime) -> None:
    """See that the database is fit; while it starts or recovers, wait for it. Raises `UnusableDatabase`."""
    patient_until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return await check_database(runtime.database, ("app", "auth"))
        except Exception as error:
            if not is_outage(error) or time.monotonic() > patient_until:
                raise
            log.warning("database is away; trying again", error=type(error).__name__)
        await asyncio.sleep(_PAUSE_SECONDS)


async def _make_partitions(runtime: Runtime) -> None:
    """A row without a partition would fail the write that causes it, so they are there before the first request."""
    try:
        async with runtime.database.engine("keeper").begin() as connection:
            await ensure_partitions(connection, datetime.now(UTC))
    except DBAPIError as error:
        log.warning("partitions were not made now; upkeep makes them", error=type(error.orig).__name__)

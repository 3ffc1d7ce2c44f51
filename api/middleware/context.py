"""Every request has an id, an access log line, a place in the metrics, and an answer even when the code fails."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from functools import cache
from typing import Any

import structlog
from prometheus_client import Counter, Histogram
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import internal_problem, outage_problem
from domain.kernel.ids import uuid7
from domain.kernel.outages import is_outage

_SANE = re.compile(r"[A-Za-z0-9._-]{1,128}", re.ASCII)
_QUIET = frozenset({"/livez", "/readyz", "/metrics"})
_NO_ROUTE = "(none)"

REQUESTS = Counter("milepost_http_requests_total", "Requests answered.", ["method", "route", "status"])
DURATION = Histogram("milepost_http_request_seconds", "Time to the end of the answer.", ["method", "route"])
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

log = structlog.get_logger("milepost.access")


class RequestContext:
    """Outermost: makes or takes the request id, logs one line a request without its query, masks what fails."""

    def __init__(self, app: ASGIApp, base_url: str) -> None:
        self._app = app
        self._base_url = base_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        began = time.perf_counter()
        status: int | None = None

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.accept"):
                status = message.get("status", 101)
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request_id.encode())]
                if told := state.get("told"):
                    MutableHeaders(scope=message).update(told)
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception as error:
            away = is_outage(error)
            if away:
                log.warning("the database cannot be reached", error=type(error).__name__, route=_route(scope))
            else:
                log.exception("the request failed", method=scope.get("method", "WS"), route=_route(scope))
            if status is not None or scope["type"] != "http":
                raise
            answer = outage_problem if away else internal_problem
            await answer(self._base_url, request_id)(scope, receive, send_with_id)
        finally:
            _account(scope, state, status, time.perf_counter() - began)


def _request_id(scope: Scope) -> str:
    given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-request-id"]
    return given[0] if len(given) == 1 and _SANE.fullmatch(given[0]) else uuid7().hex


class NamedRoute(Route):
    """A route that tells its template to the access log and the metrics."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, under the template's name."""
        scope["state"]["route"] = self.path
        await super().handle(scope, receive, send)


def _route(scope: Scope) -> str:
    """The template of the path, never the path itself: ids and unknown paths would be labels without end."""
    return str(scope["state"].get("route") or _NO_ROUTE)


@cache
def _measures(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """The two of a request's kind: to find one by its labels takes a lock. There are few kinds."""
    return REQUESTS.labels(method, route, str(status)), DURATION.labels(method, route)


def _account(scope: Scope, state: dict[str, Any], status: int | None, seconds: float) -> None:
    method = scope.get("method", "WS")
    if method != "WS" and method not in _METHODS:
        method = "other"
    route = _route(scope)
    if scope["type"] == "http":
        requests, duration = _measures(method, route, status or 0)
        requests.inc()
        duration.observe(seconds)
    if route in _QUIET:
        return
    tenant_id = state.get("tenant_id")
    log.info(
        "request",
        method=method,
        route=route,
        status=status,
        ms=round(seconds * 1000, 1),
        tenant_id=None if tenant_id is None else str(tenant_id),
        request_id=state["request_id"],
    )


def tell(request: Request, headers: Mapping[str, str]) -> None:
    """Send headers with the answer to a request, whatever answer that will be."""
    request.scope["state"].setdefault("told", {}).update(headers)


def request_id_of(request: Request) -> str:
    """The id of a request."""
    return str(request.state.request_id)

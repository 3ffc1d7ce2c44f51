"""`/graphql` after the GraphQL-over-HTTP draft: media types, status codes, and refusals in GraphQL's own form."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import ExitStack
from typing import Any, Final, TypeVar

import orjson
import structlog
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket

from api.auth.credentials import cookies_named, session_cookie_name
from api.graphql.admission import Admission, Admitted
from api.graphql.asking import EVENTS, GRAPHQL, JSON, Asked, media_type_of, read_request, takes_events, wants_page
from api.graphql.live.access import PrincipalOf
from api.graphql.live.following import Live
from api.graphql.live.operating import Operator, is_subscription
from api.graphql.live.socket import Socket
from api.graphql.live.stream import EventStream
from api.graphql.page import page_response, static_route
from api.graphql.refusals import Refused, http_refusal, refusal_of
from api.graphql.running import Answered, Engine, masked
from api.metering import Meter
from api.middleware.context import NamedRoute
from domain.kernel.errors import Busy, Forbidden
from domain.kernel.outages import is_outage
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime

log = structlog.get_logger(__name__)
T = TypeVar("T")
PATIENCE: Final = 0.05
"""So many seconds an answer may take before it is asked whether the client is still there."""
METHODS: Final = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_BUSY: Final = Busy("the database cannot answer at this moment; try again")
_HEADERS: Final = {"Cache-Control": "private, no-store", "Vary": "Accept, Authorization, Cookie, Origin"}

CheckOrigin = Callable[[HTTPConnection], None]


def graphql_routes(
    runtime: Runtime,
    principal_of: PrincipalOf,
    check_origin: CheckOrigin,
    live: Live | None = None,
    meter: Meter | None = None,
) -> list[BaseRoute]:
    """The routes of GraphQL, the endpoint first.

    `check_origin` raises `Forbidden` for a session's request from another site.
    """
    endpoint = Endpoint(runtime, principal_of, check_origin, live or Live(runtime, principal_of), meter)
    return [
        NamedRoute("/graphql", endpoint.answer, methods=list(METHODS)),
        NamedRoute("/graphql/schema", endpoint.show_schema),
        WebSocketRoute("/graphql", endpoint.connect),
        static_route(),
    ]


class Endpoint:
    """Answers `/graphql`."""

    def __init__(
        self,
        runtime: Runtime,
        principal_of: PrincipalOf,
        check_origin: CheckOrigin,
        live: Live,
        meter: Meter | None = None,
    ) -> None:
        self._runtime = runtime
        self._engine = Engine(runtime)
        self._admission = Admission(runtime, self._engine, meter)
        self._operator = Operator(live, self._engine, self._admission)
        self._principal_of = principal_of
        self._check_origin = check_origin

    async def answer(self, request: Request) -> Response:
        """One request."""
        request_id = str(request.state.request_id)
        media_type = JSON
        try:
            if request.method not in ("GET", "POST"):
                raise http_refusal(405, "METHOD_NOT_ALLOWED", "use GET or POST", Allow="GET, POST")
            if wants_page(request):
                return page_response(self._runtime.settings.base_path)
            media_type = media_type_of(request)
            done = await self._run(request, request_id, media_type)
        except ClientDisconnect:
            return Response(status_code=499)
        except Exception as error:
            refused = refusal_of(_BUSY if is_outage(error) else error)
            if refused is None:
                log.exception("the operation failed", request_id=request_id)
                refused = Refused("INTERNAL", masked(request_id), 500, executed=True)
            return refusal_response(refused, GRAPHQL if media_type == EVENTS else media_type, request_id)
        if isinstance(done, Response):
            return done
        answered, admitted = done
        body: dict[str, Any] = {"errors": answered.errors} if answered.errors else {}
        body |= {"data": answered.data, "extensions": admitted.extensions}
        return _response(body, media_type, 200, admitted.spent.headers)

    async def show_schema(self, request: Request) -> Response:
        """The schema as SDL, to every caller, whether introspection is answered or not."""
        principal = await self._principal_of(request)
        try:
            spent = await self._admission.admit_schema(principal)
        except Refused as refused:
            return refusal_response(refused, JSON, str(request.state.request_id))
        return Response(self._engine.sdl, headers={**_HEADERS, **spent.headers}, media_type="text/plain; charset=utf-8")

    async def connect(self, websocket: WebSocket) -> None:
        """One WebSocket. A browser sends its cookie from any site, so a session's handshake must be from our own."""
        websocket.scope["state"]["route"] = "/graphql"
        if cookies_named(websocket, session_cookie_name(self._runtime.settings)):
            try:
                self._check_origin(websocket)
            except Forbidden:
                await websocket.close()  # before it is accepted: 403
                return
        await Socket(websocket, self._operator, self._principal_of).run()

    async def _run(self, request: Request, request_id: str, media_type: str) -> tuple[Answered, Admitted] | Response:
        try:
            principal = await self._principal_of(request)
            if principal.session_id is not None and request.method == "POST":
                self._check_origin(request)
        except Forbidden as error:
            raise http_refusal(403, error.code, error.message) from None
        asked = await read_request(request)
        if media_type == EVENTS:
            return self._stream(request, principal, asked)
        dry = request.headers.get("dryrun", "").lower() in ("1", "true")
        admitted = await self._admission.admit(principal, asked, get=request.method == "GET", dry=dry)
        if dry:
            return Answered(None, []), admitted
        if is_subscription(admitted.prepared) and takes_events(request):
            return self._stream(request, principal, asked, admitted)
        work = self._engine.run(principal, admitted.prepared, request_id)
        return await (_while_there(request, work) if admitted.prepared.only_reads else work), admitted

    def _stream(
        self, request: Request, principal: Principal, asked: Asked, admitted: Admitted | None = None
    ) -> Response:
        if request.method == "GET" and principal.session_id is not None:
            self._check_origin(request)
        with ExitStack() as held:
            held.enter_context(self._operator.live.seats.taken(principal, "event-stream"))
            return EventStream(request, self._operator, principal, asked, held.pop_all(), admitted)


async def _while_there(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """The result of the work, which is cancelled when the client goes away. Raises `ClientDisconnect`."""
    watch = _Watch(request)
    try:
        return await work
    except asyncio.CancelledError:
        if watch.gone:
            raise ClientDisconnect from None
        raise
    finally:
        watch.end()


class _Watch:
    """Cancels the task that makes it when the client goes away. Most answers are there before it begins to look."""

    def __init__(self, request: Request) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.gone = False
        self._task = task
        self._request = request
        self._looking: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._begin)

    def _begin(self) -> None:
        self._looking = asyncio.ensure_future(self._look())

    async def _look(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        self._task.cancel()

    def end(self) -> None:
        """Stop looking."""
        self._timer.cancel()
        if self._looking is not None:
            self._looking.cancel()
        if self.gone:
            self._task.uncancel()


def refusal_response(refused: Refused, media_type: str, request_id: str) -> Response:
    """The answer to a request that was not carried out."""
    extensions = {"code": refused.code, "requestId": request_id, **refused.extensions}
    errors = [dict(error) | {"extensions": extensions} for error in refused.errors]
    body: dict[str, Any] = {"errors": errors or [{"message": refused.message, "extensions": extensions}]}
    if refused.executed:
        body["data"] = None
    status = refused.status if refused.always or media_type == GRAPHQL else 200
    return _response(body, media_type, status, refused.headers)


def _response(
    body: Mapping[str, Any], media_type: str, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    return Response(
        orjson.dumps(body, default=str),
        status,
        {**_HEADERS, **(headers or {})},
        media_type=f"{media_type}; charset=utf-8",
    )

"""The one door of SCIM: who asks, what they sent, one unit of work, and every answer in SCIM's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from api.allowance.limiter import Limiter, Payer
from api.auth import authenticator_of
from api.middleware.context import NamedRoute, request_id_of, tell
from api.scim.form import internal_error, outage
from domain.kernel.errors import Forbidden, Unauthenticated
from domain.kernel.outages import is_outage
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import Action, require

if TYPE_CHECKING:
    from scim2_server.requests import ScimRequest
    from scim2_server.responses import ScimResponse

VERSION: Final = "v2"
_METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_OF_PROGRAMS: Final = frozenset({ActorKind.API_KEY, ActorKind.SERVICE_ACCOUNT})

log = structlog.get_logger(__name__)


def scim_routes() -> list[NamedRoute]:
    """Everything below `/scim/`."""
    paths = ("/scim/{version}", "/scim/{version}/{path:path}")
    return [NamedRoute(path, answer, methods=list(_METHODS)) for path in paths]


async def answer(request: Request) -> Response:
    """The answer to a request. The library is imported by the first: most processes never need it."""
    from scim2_models import SCIMException

    from api.problems import Refusal
    from api.scim.refusals import answer_to
    from domain.kernel.errors import DomainError

    try:
        return await _answered(request)
    except (SCIMException, Refusal, DomainError) as error:
        return answer_to(error)
    except ClientDisconnect:
        raise
    except Exception as error:
        if is_outage(error):
            log.warning("the database cannot be reached", error=type(error).__name__)
            return outage()
        log.exception("the request failed", method=request.method)
        return internal_error(request_id_of(request))


async def _answered(request: Request) -> Response:
    from scim2_models import InvalidVersionException

    from api.scim.service import service_of

    if request.path_params["version"] != VERSION:
        raise InvalidVersionException(detail=f"the version of the protocol here is {VERSION}: /scim/{VERSION}")
    runtime: Runtime = request.app.state.runtime
    path = f"/{request.path_params.get('path', '')}"
    base_url = f"{runtime.settings.base_url}/scim/{VERSION}"
    if request.method == "GET" and path.rstrip("/") == "/ServiceProviderConfig":
        # Whoever sets a directory up may read it without a key (RFC 7643 §5).
        service = service_of(runtime)
        return _response(service.service_provider_config(f"{base_url}{path.rstrip('/')}", dict(request.query_params)))
    principal = await _caller(request)
    await _spend(request, principal, 1)
    asked = await _read(request, base_url, path, principal)
    return await _within(request, runtime, principal, asked)


async def _caller(request: Request) -> Principal:
    """The key that asks. Raises the domain's errors."""
    principal = await authenticator_of(request).principal(request)
    if principal.kind not in _OF_PROGRAMS:
        raise Unauthenticated("SCIM is for programs: send an API key, Authorization: Bearer mp_live_…")
    require(principal, Action.SCIM_WRITE)
    if principal.venture_ids is not None:
        raise Forbidden("a key that is restricted to some ventures cannot administer members of all of them")
    return principal


async def _spend(request: Request, principal: Principal, amount: int) -> None:
    limiter: Limiter = request.app.state.request_limiter
    spent = await limiter.spend(Payer.of(principal), amount)
    tell(request, spent.headers)
    if spent.retry_after:
        raise spent.refusal()


async def _read(request: Request, base_url: str, path: str, principal: Principal) -> ScimRequest:
    """What was sent, read as strictly as all bodies are. Raises `Refusal` and the exceptions of SCIM."""
    from scim2_server.requests import ScimRequest
    from scim2_server.service import ScimService

    from api.scim.reading import body_of, checked_query, operations_in

    headers = list(request.headers.items())
    ScimService.match(ScimRequest(request.method, base_url, path))
    query = checked_query(request)
    body, value = await body_of(request)
    if path.rstrip("/") == "/Bulk" and (operations := operations_in(value)) > 1:
        await _spend(request, principal, operations - 1)
    return ScimRequest(request.method, base_url, path, query, headers, body, principal)


async def _within(request: Request, runtime: Runtime, principal: Principal, asked: ScimRequest) -> Response:
    from api.scim.repeating import Repeatable, kept_answer
    from api.scim.service import Handler, service_of
    from api.scim.storage import Storage

    service = service_of(runtime)
    bulk = asked.path.rstrip("/") == "/Bulk"
    repeatable = Repeatable.of(request, asked)

    async def act(work: Work) -> Response:
        handler = Handler(service, Storage(work, asked.base_url, bulk=bulk))
        if repeatable is not None and (kept := await repeatable.claimed(work)) is not None:
            return _response(await kept_answer(handler, asked, kept), {"Idempotency-Replayed": "true"})
        found = await handler.handle(asked)
        if repeatable is not None:
            await repeatable.keep(work, found)
        return _response(found)

    return await perform(runtime, principal, act, request_id=request_id_of(request))


def _response(found: ScimResponse, more: Mapping[str, str] | None = None) -> Response:
    import orjson

    body = b"" if found.body is None else orjson.dumps(found.body)
    headers = {**found.headers, **(more or {})}
    if found.body is None:
        headers.pop("Content-Type", None)
    return Response(body, int(found.status), headers)

"""One operation of REST as a declaration, and the one way in which every operation is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from api.allowance.limiter import Limiter, Payer
from api.auth import Operator, authenticator_of, require_same_origin
from api.auth.credentials import bearer_of
from api.denied import note_denied
from api.middleware.context import tell
from api.rest.deprecated import Deprecated
from api.rest.reading_input import read_body, read_bytes, read_query
from domain.kernel.errors import Forbidden, NotFound
from domain.kernel.ids import MalformedId, external_id, parse_id, split_id
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import is_operator_key
from domain.tenancy.permissions import require
from graph.language import Entity

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Caller(StrEnum):
    """Who may ask for an operation."""

    ANYBODY = "anybody"
    MEMBER_OR_KEY = "member_or_key"
    OPERATOR = "operator"
    OPERATOR_IN_TENANT = "operator_in_tenant"
    KNOWN = "known"
    "A member, a key or an operator outside any tenant."


@dataclass(frozen=True, kw_only=True)
class Operation:
    """What can be asked: `GET /v1/…`, by whom, with what, and what is answered.

    `body` is the Pydantic class of the body, without the fields that `from_path` names. `schema` is the Pydantic class
    of the answer, or the name of a schema that `schemas` of `api.openapi` knows; None is an answer without body.
    """

    id: str
    method: str
    path: str
    tag: str
    summary: str
    description: str
    run: Callable[[Call], Awaitable[Response]]
    caller: Caller = Caller.MEMBER_OR_KEY
    action: str | None = None
    query: type[BaseModel] | None = None
    filters: Entity | None = None
    "The type by whose fields a list is filtered; its reader reads the query itself."
    body: type[BaseModel] | None = None
    body_optional: bool = False
    "Whether the body may be left out: whatever it tells has a usual value."
    bytes_of: str | None = None
    "Media type of a body that is taken as it is, and no JSON."
    from_path: frozenset[str] = frozenset()
    schema: type[BaseModel] | Mapping[str, Any] | None = None
    listed: bool = False
    documents: tuple[str, ...] = ()
    "Media types of an answer that is a document and no JSON; the query says which."
    refusals: tuple[str, ...] = ()
    "Codes of refusals that operations of its kind do not usually answer with."
    status: int = 200
    prefix: str = ""
    "Prefix of the `{id}` in the path."
    while_deleting: bool = False
    "Whether owners may ask for it also when their tenant is about to be erased."
    versioned: bool = False
    "Answers carry an ETag; changes take If-Match."
    only_reads: bool = False
    "Whether a `POST` changes nothing, so that repeating it needs no key."
    shown_once: Mapping[str, str] = field(default_factory=dict)
    "Members of the answer that only the first answer has, with what each is."
    deprecated: Deprecated | None = None

    @property
    def keyed(self) -> bool:
        """Whether it takes an Idempotency-Key."""
        return self.method == "POST" and not self.only_reads


@dataclass
class Call:
    """One request for an operation, after everything about it was checked that can be checked without the domain."""

    operation: Operation
    request: Request
    runtime: Runtime
    caller: Principal | Operator | None
    query: BaseModel | None = None
    body: dict[str, Any] = field(default_factory=dict)
    raw: bytes = b""

    @property
    def principal(self) -> Principal:
        """The caller in the tenant."""
        assert isinstance(self.caller, Principal)
        return self.caller

    @cached_property
    def id(self) -> UUID:
        """The id in the path. Raises `NotFound`: a text that is no id names nothing."""
        try:
            return parse_id(self.operation.prefix, self.request.path_params["id"])
        except MalformedId:
            raise NotFound(f"there is no such {self.operation.prefix.replace('_', ' ')}") from None

    @property
    def request_id(self) -> str:
        """The request's id."""
        return str(self.request.state.request_id)


async def answer(operation: Operation, request: Request) -> Response:
    """Ask who is calling, then whether they may, then read what they sent; and then do it."""
    runtime: Runtime = request.app.state.runtime
    if operation.deprecated is not None:
        tell(request, operation.deprecated.headers)
    caller = await _caller(operation, request)
    try:
        return await _answer(operation, request, runtime, caller)
    except Forbidden as error:
        if isinstance(caller, Principal) and request.method not in SAFE:
            said = {"operation": operation.id} | ({"id": id} if (id := _id_in(request)) else {})
            await note_denied(runtime, caller, error, said, request.state.request_id)
        raise


def _id_in(request: Request) -> str | None:
    """The id in the path, if there is one that has an id's form."""
    try:
        return external_id(*split_id(request.path_params.get("id", "")))
    except MalformedId:
        return None


async def _answer(
    operation: Operation, request: Request, runtime: Runtime, caller: Principal | Operator | None
) -> Response:
    await _spend(request, caller)
    if isinstance(caller, Principal):
        if caller.session_id is not None and request.method not in SAFE:
            require_same_origin(request, runtime.settings)
        if operation.action is not None:
            require(caller, operation.action)
    call = Call(operation, request, runtime, caller)
    if operation.filters is None:
        call.query = read_query(request, operation.query)
    if operation.bytes_of is not None:
        call.raw = await read_bytes(request, operation.bytes_of)
    elif request.method not in SAFE:
        taken = operation.body is not None
        call.body, call.raw = await read_body(request, taken=taken, required=taken and not operation.body_optional)
    return await operation.run(call)


async def _spend(request: Request, caller: Principal | Operator | None) -> None:
    """Count the request. Raises `Refusal` (429)."""
    if caller is None:
        return
    payer = Payer(caller.key_id, None) if isinstance(caller, Operator) else Payer.of(caller)
    limiter: Limiter = request.app.state.request_limiter
    spent = await limiter.spend(payer, 1)
    tell(request, spent.headers)
    if spent.retry_after:
        raise spent.refusal()


async def _caller(operation: Operation, request: Request) -> Principal | Operator | None:
    authenticator = authenticator_of(request)
    match operation.caller:
        case Caller.ANYBODY:
            return None
        case Caller.OPERATOR:
            return await authenticator.operator(request)
        case Caller.OPERATOR_IN_TENANT:
            principal = await authenticator.principal(request)
            if principal.kind is not ActorKind.OPERATOR:
                raise Forbidden("this needs an operator key")
            return principal
        case Caller.KNOWN if is_operator_key(bearer_of(request) or ""):
            return await authenticator.operator(request)
    return await authenticator.principal(request, while_deleting=operation.while_deleting)

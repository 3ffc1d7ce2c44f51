"""Every refusal as problem details (RFC 9457): the one table of the domain's errors and their HTTP statuses.

| error               | status | why                                                                          |
|---------------------|--------|------------------------------------------------------------------------------|
| Unauthenticated     | 401    | with `WWW-Authenticate`                                                       |
| Forbidden           | 403    |                                                                              |
| StepUpRequired      | 403    | with `login_url`, where the person signs in again; then it works |
| QuotaExceeded       | 403    | waiting does not help, a larger plan or archiving does; so it is not 429      |
| NotFound            | 404    | another tenant's ids too                                                     |
| Conflict            | 409    | 412 where the caller named the version with `If-Match`                        |
| InvalidState        | 409    |                                                                              |
| InProgress          | 409    | the first request with an idempotency key is under way; with `Retry-After`    |
| Invalid             | 422    |                                                                              |
| IdempotencyMismatch | 422    |                                                                              |
| Busy                | 503    | with `Retry-After`                                                           |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.errors import (
    Busy,
    Conflict,
    CredentialRefused,
    DomainError,
    Forbidden,
    IdempotencyMismatch,
    InProgress,
    Invalid,
    NotFound,
    QuotaExceeded,
    StepUpRequired,
    Unauthenticated,
)

MEDIA_TYPE: Final = "application/problem+json"

TITLES: Final[Mapping[str, str]] = {
    "MALFORMED": "The request cannot be read",
    "UNAUTHENTICATED": "Nobody is signed in, or the key is not valid",
    "FORBIDDEN": "Not allowed",
    "STEP_UP_REQUIRED": "You must have signed in a moment ago to do this",
    "TENANT_SUSPENDED": "The tenant is suspended",
    "QUOTA_EXCEEDED": "A limit of the plan is reached",
    "NOT_FOUND": "There is no such thing",
    "METHOD_NOT_ALLOWED": "The method does not fit the path",
    "NOT_ACCEPTABLE": "The answer has none of the media types that are accepted",
    "REQUEST_TIMEOUT": "The request took too long to arrive",
    "CONFLICT": "The request conflicts with what is stored",
    "INVALID_STATE": "The object's state does not allow this",
    "BUSY": "Try again in a moment",
    "EVENTS_GONE": "Events after that number are no longer kept",
    "PRECONDITION_FAILED": "The object was changed by somebody else",
    "PAYLOAD_TOO_LARGE": "The body is too large",
    "UNSUPPORTED_MEDIA_TYPE": "The body's type is not taken",
    "INVALID": "The input breaks a rule",
    "RANGE_NOT_SATISFIABLE": "The range lies behind the end",
    "IDEMPOTENCY_MISMATCH": "The idempotency key was used for another request",
    "RATE_LIMITED": "Too many requests",
    "INTERNAL": "Something is wrong on our side",
}
"""Every code, with its title. Codes are stable; `GET /problems/<code>` explains them."""

_STATUS: Final[tuple[tuple[type[DomainError], int], ...]] = (
    (Unauthenticated, 401),
    (Forbidden, 403),
    (QuotaExceeded, 403),
    (NotFound, 404),
    (Conflict, 409),
    (Invalid, 422),
    (IdempotencyMismatch, 422),
    (InProgress, 409),
    (Busy, 503),
)

_OF_STATUS: Final = {
    400: "MALFORMED",
    401: "UNAUTHENTICATED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    413: "PAYLOAD_TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    429: "RATE_LIMITED",
    503: "BUSY",
}


@dataclass
class Refusal(Exception):
    """A refusal of HTTP's own, before the domain is asked. `errors` point into body, query or headers."""

    status: int
    code: str
    detail: str
    errors: Sequence[Mapping[str, str]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str | int] = field(default_factory=dict)
    "What the problem tells beyond the usual members."

    def __str__(self) -> str:
        """The sentence for people."""
        return self.detail


def refusal_of(error: DomainError) -> Refusal:
    """The refusal for an error of the domain."""
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    headers: dict[str, str] = {}
    if isinstance(error, Unauthenticated):
        headers["WWW-Authenticate"] = challenge_of(error)
    if isinstance(error, Busy):
        headers["Retry-After"] = str(error.retry_after)
    errors = [
        {"pointer": pointer(problem.path), "code": problem.code, "detail": problem.message}
        for problem in error.problems
    ]
    return Refusal(status, error.code, error.message, errors, headers, _members_of(error))


def challenge_of(error: Unauthenticated) -> str:
    """How to say who is calling; RFC 6750 tells who has sent nothing from whom what was sent is not valid."""
    challenge = 'Bearer realm="milepost"'
    return f'{challenge}, error="invalid_token"' if isinstance(error, CredentialRefused) else challenge


def _members_of(error: DomainError) -> Mapping[str, str | int]:
    match error:
        case StepUpRequired():
            return {"login_url": error.login_url}
        case QuotaExceeded() if error.metric:
            return {"metric": error.metric, "limit": error.limit, "used": error.used}
    return {}


def pointer(path: Sequence[str | int]) -> str:
    """The JSON Pointer (RFC 6901) of a path."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def problem_response(refusal: Refusal, base_url: str, request_id: str) -> Response:
    """The answer that tells a refusal."""
    body: dict[str, Any] = {
        "type": f"{base_url}/problems/{refusal.code}",
        "title": TITLES.get(refusal.code, TITLES[_OF_STATUS.get(refusal.status, "INTERNAL")]),
        "status": refusal.status,
        "detail": refusal.detail,
        "code": refusal.code,
        "request_id": request_id,
        "errors": list(refusal.errors),
        **refusal.members,
    }
    return Response(orjson.dumps(body), refusal.status, dict(refusal.headers), MEDIA_TYPE)


def internal_problem(base_url: str, request_id: str) -> Response:
    """The answer to a failure: nothing but the request id, under which the log has the rest."""
    detail = f"the request failed; the operator finds the cause under the request id {request_id}"
    return problem_response(Refusal(500, "INTERNAL", detail), base_url, request_id)


def outage_problem(base_url: str, request_id: str) -> Response:
    """The answer while the database cannot be reached."""
    detail = "the database cannot be reached at this moment; try again"
    refusal = Refusal(503, "BUSY", detail, headers={"Retry-After": "1"})
    return problem_response(refusal, base_url, request_id)


async def answer_refusal(request: Request, error: Exception) -> Response:
    """Exception handler for `Refusal`, the domain's errors and the framework's own `HTTPException`."""
    match error:
        case Refusal():
            refusal = error
        case DomainError():
            refusal = refusal_of(error)
        case HTTPException():
            refusal = _of_framework(request, error)
        case _:
            raise error
    return problem_response(refusal, request.app.state.runtime.settings.base_url, request.state.request_id)


def _of_framework(request: Request, error: HTTPException) -> Refusal:
    code = _OF_STATUS.get(error.status_code, "MALFORMED" if error.status_code < 500 else "INTERNAL")
    detail = {
        404: "there is nothing at this path",
        405: f"{request.method} is not possible here",
    }.get(error.status_code, TITLES[code])
    headers = dict(error.headers or {})
    if "Allow" in headers:
        headers["Allow"] = ", ".join(sorted(headers["Allow"].split(", ")))
    return Refusal(error.status_code, code, detail, headers=headers)

"""Every refusal in SCIM's form (RFC 7644 §3.12).

| refusal                      | status   | scimType                |
|------------------------------|----------|-------------------------|
| name or id that is taken     | 409      | uniqueness              |
| the last owner would go      | 409      |                         |
| stale version                | 412      |                         |
| rule of the product broken   | 400      | invalidValue            |
| body that is no JSON         | 400      | invalidSyntax           |
| whatever the protocol says   | as there | as there                |
| who, may not, not there, …   | 401 …    |                         |
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from scim2_models import (
    ConflictException,
    ForbiddenException,
    InvalidValueException,
    NotFoundException,
    PreconditionFailedException,
    SCIMException,
    UniquenessException,
)
from starlette.responses import Response

from api.problems import Refusal, refusal_of
from api.scim.form import error_response
from domain.kernel.errors import (
    Busy,
    Conflict,
    DomainError,
    Forbidden,
    IdempotencyMismatch,
    Invalid,
    InvalidState,
    QuotaExceeded,
)
from domain.kernel.errors import NotFound as DomainNotFound


class Unavailable(SCIMException):
    """The database is busy: try again."""

    status = 503


def scim_exception_of(error: DomainError) -> SCIMException:
    """A refusal of the domain as the protocol has it."""
    detail = "; ".join(dict.fromkeys(problem.message for problem in error.problems)) or error.message
    match error:
        case DomainNotFound():
            return NotFoundException(detail=detail)
        case Forbidden() | QuotaExceeded():
            return ForbiddenException(detail=detail)
        case Busy():
            return Unavailable(detail=detail)
        case InvalidState():
            return ConflictException(detail=detail)
        case Conflict() if any(problem.path == ("expected_version",) for problem in error.problems):
            return PreconditionFailedException(detail=detail)
        case Conflict() if error.problems:
            return UniquenessException(detail=detail)
        case Conflict():
            return ConflictException(detail=detail)
        case Invalid() | IdempotencyMismatch():
            return InvalidValueException(detail=detail)
    return ForbiddenException(detail=detail)


def invalid_values(error: ValidationError, names: Mapping[str, str]) -> InvalidValueException:
    """The refusal of values that break rules of ours; `names` are the attributes of SCIM by our fields."""
    told = []
    for item in error.errors(include_url=False, include_input=False, include_context=False):
        field = str(item["loc"][0]) if item["loc"] else ""
        told.append(f"{names.get(field, field)}: {item['msg'].removeprefix('Value error, ')}")
    return InvalidValueException(detail="; ".join(told))


def answer_to(error: SCIMException | Refusal | DomainError) -> Response:
    """The answer to a refusal, whoever refuses."""
    match error:
        case SCIMException():
            headers = {"Allow": ", ".join(error.allowed)} if hasattr(error, "allowed") else {}
            if error.status == 503:
                headers["Retry-After"] = "1"
            return error_response(error.status, error.detail, error.scim_type, headers)
        case Refusal():
            scim_type = "invalidSyntax" if error.code == "MALFORMED" else "invalidValue" if error.status == 422 else ""
            details = "; ".join(str(each["detail"]) for each in error.errors if "detail" in each)
            detail = f"{error.detail}: {details}" if details else error.detail
            return error_response(400 if error.status == 422 else error.status, detail, scim_type, error.headers)
    refused = refusal_of(error)
    if refused.status in (401, 403, 503):
        return error_response(refused.status, refused.detail, headers=refused.headers)
    return answer_to(scim_exception_of(error))

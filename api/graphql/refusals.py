"""How a GraphQL request is refused: one error with a stable code, and the status where the media type has one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.graphql.codes import CODES
from api.problems import challenge_of
from domain.kernel.errors import Busy, DomainError, Forbidden, StepUpRequired, Unauthenticated
from graph.errors import BadInput, TooSlow


@dataclass
class Refused(Exception):
    """A request that is not carried out.

    `status` is the one for `application/graphql-response+json`; with `always` it is used for `application/json` too,
    where a refusal of the GraphQL itself is 200. `executed` says that `data` is null rather than absent.
    """

    code: str
    message: str
    status: int = 400
    always: bool = False
    executed: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    errors: Sequence[Mapping[str, Any]] = ()
    "All errors, where there are several; they have no codes yet."
    extensions: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A code that is not in the table would be one that nobody can look up."""
        assert self.code in CODES, self.code

    def __str__(self) -> str:
        """The sentence for people."""
        return self.message


def http_refusal(status: int, code: str, message: str, **headers: str) -> Refused:
    """A refusal of the HTTP request itself, whatever the media type."""
    spelt = {name.replace("_", "-"): value for name, value in headers.items()}
    return Refused(code, message, status, always=True, headers=spelt)


def over_limit(message: str, **extensions: Any) -> Refused:
    """The refusal of a document that asks for too much."""
    return Refused("COST_LIMIT", message, extensions=extensions)


def refusal_of(error: Exception) -> Refused | None:
    """The refusal that an error of the domain or of a read means; None for anything unexpected."""
    match error:
        case Refused():
            return error
        case BadInput():
            return Refused("BAD_USER_INPUT", error.message)
        case TooSlow():
            return Refused("TIMEOUT", error.message, 200, executed=True)
        case Unauthenticated():
            return http_refusal(401, error.code, error.message, WWW_Authenticate=challenge_of(error))
        case StepUpRequired():
            told = {"loginUrl": error.login_url}
            return Refused(error.code, error.message, 200, executed=True, extensions=told)
        case Forbidden():
            return Refused(error.code, error.message, 200, executed=True)
        case Busy():
            return Refused(
                error.code, error.message, 503, executed=True, headers={"Retry-After": str(error.retry_after)}
            )
        case DomainError():
            code = error.code if error.code in CODES else "BAD_USER_INPUT"
            return Refused(code, error.message, 200, executed=True)
    return None

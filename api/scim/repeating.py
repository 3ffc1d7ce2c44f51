"""Idempotency keys: a creation that is repeated with its key makes nothing, and tells what the first has made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from scim2_models import InvalidValueException
from scim2_server.requests import ScimRequest
from scim2_server.responses import ScimResponse
from starlette.requests import Request

from api.rest.answering import idempotency_of
from domain.kernel.idempotency import IdempotentRequest, claim_key, keep_result
from domain.kernel.work import Work

if TYPE_CHECKING:
    from api.scim.service import Handler

_CREATING = ("/Users", "/Groups")


@dataclass(frozen=True)
class Repeatable:
    """A creation with an idempotency key."""

    request: IdempotentRequest

    @classmethod
    def of(cls, request: Request, asked: ScimRequest) -> Repeatable | None:
        """The creation, if it has a key. Raises `InvalidValueException` for a key with anything else."""
        found = idempotency_of(request, asked.body)
        if found is None:
            return None
        if request.method != "POST" or asked.path.rstrip("/") not in _CREATING:
            raise InvalidValueException(detail="Idempotency-Key is for creating one user or group")
        return cls(found)

    async def claimed(self, work: Work) -> str | None:
        """The id of what the first request made; None where this is the first."""
        kept = await claim_key(work, self.request)
        return None if kept is None else kept.get("id", "")

    async def keep(self, work: Work, response: ScimResponse) -> None:
        """Keep the id of what was made."""
        if response.body is not None:
            await work.flush()
            await keep_result(work, self.request, {"id": str(response.body["id"])})


async def kept_answer(handler: Handler, asked: ScimRequest, id: str) -> ScimResponse:
    """The answer to a repeated creation: what the first has made, as it is by now."""
    reading = replace(asked, method="GET", path=f"{asked.path.rstrip('/')}/{id}", body=b"", headers=[])
    response = await handler.handle(reading)
    response.status = HTTPStatus.CREATED
    response.headers["Location"] = response.headers["Content-Location"]
    return response

"""The bytes of a review's report, so that anybody can hash them without asking us."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from api.rest.operation import Call, Operation
from api.rest.resource import IN_TENANT
from domain.kernel.work import Work, perform
from domain.reviews.keeping import canonical_report
from domain.tenancy.permissions import Action

_JSON: Final = "application/json"


async def _canonical(call: Call) -> Response:
    async def act(work: Work) -> bytes:
        return await canonical_report(work, call.id)

    kept = await perform(call.runtime, call.principal, act, request_id=call.request_id)
    return Response(kept, media_type=_JSON)


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="get_review_canonical",
            method="GET",
            path=f"{IN_TENANT}/reviews/{{id}}/canonical",
            tag="Reviews",
            summary="Read the canonical bytes of a review's report",
            description="The report as canonical JSON (RFC 8785): exactly the bytes whose SHA-256 is the review's "
            "`content_hash`. `former_review.content_hash` in them names the report of the venture that was decided "
            "before, so that a chain of reports can be checked from end to end without us.",
            run=_canonical,
            action=Action.DOMAIN_READ,
            prefix="review",
            documents=(_JSON,),
            refusals=("CONFLICT",),
        )
    ]

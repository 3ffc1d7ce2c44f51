"""The document of a review: its frozen report and what people did with it, in the form that its reader prefers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from starlette.responses import Response

from api.problems import Refusal
from api.rest.document_forms import MEDIA_TYPES, DocumentQuery, locale_of, show_document
from api.rest.operation import Call, Operation
from api.rest.reading_document import ask_graph
from api.rest.resource import IN_TENANT
from domain.kernel.errors import NotFound
from domain.kernel.ids import external_id
from domain.reviews.pages.reviewing import compose_review
from domain.reviews.shape.content import FORMAT
from domain.reviews.shape.document import ReviewDocument
from domain.reviews.shape.schema import component
from domain.tenancy.permissions import Action, allows

_REVIEW: Final = """
query ($id: ID!, $people: Boolean!) {
  review(id: $id) {
    id state plannedOn startedAt decidedAt contentHash report
    decision decisionReason againstRecommendation decidedBy @include(if: $people) { id name }
    conditions(first: 50) { nodes { id title dueOn metAt owner @include(if: $people) { id name } } }
  }
}"""


async def _document(call: Call) -> Response:
    people = allows(call.principal, Action.MEMBER_READ)
    found = await ask_graph(call, _REVIEW, {"id": external_id("review", call.id), "people": people})
    review = found["review"]
    if review is None:
        raise NotFound("there is no such review")
    report = review["report"]
    if report is None:
        detail = f"the review is {review['state'].lower()}, and its report is not made yet"
        raise Refusal(409, "INVALID_STATE", detail)
    document = _told(review)
    subject = (report["milestone"] or report["venture"]).get("title") or report["venture"]["name"]
    name = f"review {subject} {report['as_of'][:10]}"
    locale = locale_of(call, report.get("locale", "en"))
    return await show_document(
        call, document, locale, name, report["as_of"], lambda: compose_review(_composable(document), locale)
    )


def _composable(document: Mapping[str, Any]) -> ReviewDocument:
    """The document, if its report has the format that pages are made of."""
    if document["report"].get("schema") != FORMAT:
        raise Refusal(409, "INVALID_STATE", "the report has a format of former days, which is shown as JSON only")
    return cast(ReviewDocument, document)


def _told(review: Mapping[str, Any]) -> dict[str, Any]:
    report = review["report"]
    return {
        "review": {
            "id": review["id"],
            "state": review["state"].lower(),
            "kind": report.get("kind", "milestone"),
            "planned_on": review["plannedOn"],
            "started_at": review["startedAt"],
            "decided_at": review["decidedAt"],
            "content_hash": review["contentHash"],
            "chair": None,
            "quorum": None,
            "draft_number": None,
            "previous_hash": None,
        },
        "report": report,
        "participants": [],
        "votes": [],
        "decision": _decision(review),
        "conditions": [_condition(one) for one in review["conditions"]["nodes"]],
        "agenda": None,
        "minutes": None,
        "feedback": [],
    }


def _decision(review: Mapping[str, Any]) -> dict[str, Any] | None:
    if review["decision"] is None:
        return None
    return {
        "decision": review["decision"].lower(),
        "reason": review["decisionReason"],
        "against_recommendation": bool(review["againstRecommendation"]),
        "decided_by": review.get("decidedBy"),
        "decided_at": review["decidedAt"],
    }


def _condition(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": one["id"],
        "title": one["title"],
        "owner": one.get("owner"),
        "due_on": one["dueOn"],
        "state": "open" if one["metAt"] is None else "met",
        "moved_once": False,
    }


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="get_review_document",
            method="GET",
            path=f"{IN_TENANT}/reviews/{{id}}/document",
            tag="Reviews",
            summary="Read a review as a document",
            description="The report of a review as it was gathered and frozen, with votes, decision, conditions and "
            "minutes: as JSON, Markdown, HTML for print, or PDF, in English or Chinese. `docs/reviews.md` explains "
            "every figure. A review whose report is not made yet is refused with 409.",
            run=_document,
            action=Action.DOMAIN_READ,
            query=DocumentQuery,
            prefix="review",
            schema=component("ReviewDocument", ReviewDocument),
            documents=tuple(media_type for media_type in MEDIA_TYPES.values() if media_type != "application/json"),
            versioned=True,
            refusals=("CONFLICT", "NOT_ACCEPTABLE"),
        )
    ]

"""The document of a review: its frozen report and what people did with it, in the form that its reader prefers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from starlette.responses import Response

from api.problems import Refusal
from api.rest.document_forms import DOCUMENTS, DocumentQuery, locale_of, show_document
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
    id state kind plannedOn startedAt decidedAt contentHash previousHash draftNumber quorum agenda minutes report
    decision decisionReason againstRecommendation decidedBy @include(if: $people) { id name }
    participants(first: 200) @include(if: $people) { nodes { role member { id name } } }
    votes(first: 200, filter: { counts: { eq: true } }) {
      nodes { vote note votedAt member @include(if: $people) { id name } }
    }
    conditions(first: 50) {
      nodes { id title dueOn state isOverdue movedFromOn owner @include(if: $people) { id name } }
    }
    feedback(first: 200) { nodes { id text kind source task { id } risk { id } } }
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
    participants = [_participant(one) for one in review.get("participants", {"nodes": []})["nodes"]]
    return {
        "review": {
            "id": review["id"],
            "state": review["state"].lower(),
            "kind": review["kind"].lower(),
            "planned_on": review["plannedOn"],
            "started_at": review["startedAt"],
            "decided_at": review["decidedAt"],
            "content_hash": review["contentHash"],
            "chair": next((_person(one) for one in participants if one["role"] == "chair"), None),
            "quorum": review["quorum"],
            "draft_number": review["draftNumber"],
            "previous_hash": review["previousHash"],
        },
        "report": report,
        "participants": participants,
        "votes": [_vote(one) for one in review["votes"]["nodes"]],
        "decision": _decision(review),
        "conditions": [_condition(one) for one in review["conditions"]["nodes"]],
        "agenda": review["agenda"],
        "minutes": review["minutes"],
        "feedback": [_feedback(one) for one in review["feedback"]["nodes"]],
    }


def _participant(one: Mapping[str, Any]) -> dict[str, Any]:
    member = one["member"] or {}
    return {"member_id": member.get("id"), "name": member.get("name") or "", "role": one["role"].lower()}


def _person(participant: Mapping[str, Any]) -> dict[str, Any] | None:
    if participant["member_id"] is None:
        return None
    return {"id": participant["member_id"], "name": participant["name"]}


def _vote(one: Mapping[str, Any]) -> dict[str, Any]:
    member = one.get("member") or {}
    return {
        "member_id": member.get("id"),
        "name": member.get("name") or "",
        "vote": one["vote"].lower(),
        "note": one["note"],
        "at": one["votedAt"],
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
        "state": one["state"].lower(),
        "overdue": one["isOverdue"],
        "moved_once": one["movedFromOn"] is not None,
    }


def _feedback(one: Mapping[str, Any]) -> dict[str, Any]:
    became = one["task"] or one["risk"] or {}
    told = {name: one[name] for name in ("id", "text", "source")}
    return {**told, "kind": one["kind"].lower(), "became": became.get("id")}


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="get_review_document",
            method="GET",
            path=f"{IN_TENANT}/reviews/{{id}}/document",
            tag="Reviews",
            summary="Read a review as a document",
            description="The report of a review as it was gathered and frozen, with votes, decision, conditions, "
            "minutes and feedback: as JSON, Markdown, HTML for print, or PDF, in English or Chinese. "
            "`docs/reviews.md` explains every figure. A review whose report is not made yet is refused with 409.",
            run=_document,
            action=Action.DOMAIN_READ,
            query=DocumentQuery,
            prefix="review",
            schema=component("ReviewDocument", ReviewDocument),
            documents=DOCUMENTS,
            versioned=True,
            refusals=("CONFLICT", "NOT_ACCEPTABLE"),
        )
    ]

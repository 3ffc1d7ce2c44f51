"""The portfolio of a tenant as a document: all ventures that the caller may see, the worst first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.responses import Response

from api.rest.document_forms import DOCUMENTS, DocumentQuery, locale_of, show_document
from api.rest.operation import Call, Operation
from api.rest.reading_document import ask_graph
from api.rest.resource import IN_TENANT
from domain.kernel.outward import instant_text
from domain.reviews.pages.portfolio import compose_portfolio
from domain.reviews.shape.content import FORMAT
from domain.reviews.shape.portfolio import PortfolioDocument, PortfolioLine, states_of, worst_first
from domain.reviews.shape.schema import component
from domain.tenancy.permissions import Action

MOST_VENTURES: Final = 1_000

_PORTFOLIO: Final = """
query ($after: String) {
  tenant { name locale currency }
  ventures(first: 200, after: $after, orderBy: [{ field: NAME }]) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      id key name stage budget firingAlertCount openRiskCount
      health { state reasons { dimension state rule value limit subject } }
      runway { state months cashOutCommittedOn }
      milestones(
        first: 1
        filter: { key: { eq: true }, status: { in: [PLANNED, IN_PROGRESS, ON_HOLD] } }
        orderBy: [{ field: DUE_ON, nulls: LAST }]
      ) {
        nodes { id title dueOn percentComplete forecast { p50 p80 probabilityOfDueDate } }
      }
      risks(first: 1, filter: { status: { in: [OPEN, ACCEPTED] }, kind: { eq: THREAT } }) {
        nodes { id title level expectedLoss }
      }
    }
  }
}"""


async def _document(call: Call) -> Response:
    found = await ask_graph(call, _PORTFOLIO, {"after": None})
    tenant, page = found["tenant"], found["ventures"]
    nodes = page["nodes"]
    while page["pageInfo"]["hasNextPage"] and len(nodes) < MOST_VENTURES:
        page = (await ask_graph(call, _PORTFOLIO, {"after": page["pageInfo"]["endCursor"]}))["ventures"]
        nodes += page["nodes"]
    lines = worst_first([_line(one) for one in nodes])
    document: PortfolioDocument = {
        "schema": FORMAT,
        "as_of": instant_text(call.runtime.clock.now().replace(second=0, microsecond=0)),
        "locale": tenant["locale"],
        "currency": tenant["currency"],
        "tenant": tenant["name"],
        "states": states_of(lines),
        "ventures": lines,
        "left_out": max(page["totalCount"] - len(lines), 0),
    }
    locale = locale_of(call, tenant["locale"])
    name = f"portfolio {tenant['name']} {document['as_of'][:10]}"
    return await show_document(
        call, document, locale, name, document["as_of"], lambda: compose_portfolio(document, locale)
    )


def _line(venture: Mapping[str, Any]) -> PortfolioLine:
    runway = venture["runway"]
    milestones, risks = venture["milestones"]["nodes"], venture["risks"]["nodes"]
    return {
        "id": venture["id"],
        "key": venture["key"],
        "name": venture["name"],
        "stage": venture["stage"].lower(),
        "health": _health(venture["health"]),
        "next_milestone": _milestone(milestones[0]) if milestones else None,
        "top_risk": _risk(risks[0]) if risks else None,
        "runway": None
        if runway is None
        else {
            "state": runway["state"].lower(),
            "months": runway["months"],
            "cash_out_committed_on": runway["cashOutCommittedOn"],
        },
        "budget": venture["budget"],
        "open_risks": venture["openRiskCount"],
        "firing_alerts": venture["firingAlertCount"],
    }


def _health(health: Mapping[str, Any] | None) -> Any:
    if health is None:
        return None
    reasons = [
        one | {"dimension": one["dimension"].lower(), "state": one["state"].lower()} for one in health["reasons"]
    ]
    return {"state": health["state"].lower(), "reasons": reasons}


def _milestone(one: Mapping[str, Any]) -> Any:
    forecast = one["forecast"] or {}
    return {
        "id": one["id"],
        "title": one["title"],
        "due_on": one["dueOn"],
        "percent_complete": one["percentComplete"],
        "p50_on": forecast.get("p50"),
        "p80_on": forecast.get("p80"),
        "probability_of_due_date": forecast.get("probabilityOfDueDate"),
    }


def _risk(one: Mapping[str, Any]) -> Any:
    return {
        "id": one["id"],
        "title": one["title"],
        "level": one["level"].lower() if one["level"] else None,
        "expected_loss": one["expectedLoss"],
    }


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="get_portfolio_document",
            method="GET",
            path=f"{IN_TENANT}/portfolio/document",
            tag="Ventures",
            summary="Read the portfolio as a document",
            description="All ventures, the worst health first, each with its next key milestone and P80, its gravest "
            "risk and its runway: as JSON, Markdown, HTML for print, or PDF, in English or Chinese. States of health "
            f"are counted, and never averaged. At most {MOST_VENTURES:,} ventures.",
            run=_document,
            action=Action.DOMAIN_READ,
            query=DocumentQuery,
            schema=component("PortfolioDocument", PortfolioDocument),
            documents=DOCUMENTS,
            versioned=True,
            refusals=("NOT_ACCEPTABLE",),
        )
    ]

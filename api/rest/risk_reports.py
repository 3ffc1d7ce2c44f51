"""The risk report of a venture as a document: read by the compiler in the caller's name, cut to its audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from api.problems import Refusal
from api.rest.operation import Call, Operation
from api.rest.reading_document import ask_graph
from api.rest.reading_input import Query
from api.rest.resource import IN_TENANT
from domain.kernel.errors import NotFound
from domain.kernel.ids import external_id
from domain.kernel.inputs import Day
from domain.risks.reports.documents import as_html, as_markdown
from domain.risks.reports.report import Audience, Loss, Movement, Report, Told, for_audience
from domain.risks.reports.tables import as_csv, as_xlsx
from domain.risks.scale import Level
from domain.tenancy.permissions import Action, allows

MOST_RISKS: Final = 1_000
_USUAL: Final = timedelta(days=30)


class Format(StrEnum):
    """The forms of a report."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"


_FORMS: Final = {
    Format.MARKDOWN: ("text/markdown; charset=utf-8", as_markdown),
    Format.HTML: ("text/html; charset=utf-8", as_html),
    Format.CSV: ("text/csv; charset=utf-8", as_csv),
    Format.XLSX: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}


class ReportQuery(Query):
    """Query parameters of a risk report."""

    audience: Annotated[Audience, Field(description="For whom it is; what they may not see is left out.")] = (
        Audience.TEAM
    )
    format: Annotated[Format, Field(description="Markdown, HTML for print and mail, CSV, or a workbook.")] = Format.HTML
    since: Annotated[Day | None, Field(description="The day it is compared with; left out: 30 days ago.")] = None


_RISKS: Final = """
risks(first: 200, after: $after, filter: {status: {in: [OPEN, ACCEPTED]}, kind: {eq: THREAT}}) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id title category status level score expectedLoss p80Share cause effect expectedOn
    owner @include(if: $people) { name }
    responses { nodes { title } }
  }
}"""
_VARIABLES: Final = "($id: ID!, $since: DateTime!, $after: String, $people: Boolean!)"
_ZONE: Final = "query { tenant { timeZone } }"
_NOW: Final = f"""query {_VARIABLES} {{
  tenant {{ name locale timeZone currency }}
  riskScales(first: 1) {{ nodes {{ definition }} }}
  venture(id: $id) {{
    name riskMatrix {{ probabilityLevel impactLevel count }}
    exposure {{ expected p50 p80 p95 withoutLoss curve {{ loss probability }} }} {_RISKS}
    riskMovements(since: $since) {{ riskId title category movement levelBefore scoreBefore }}
  }}
}}"""
_MORE: Final = f"query ($id: ID!, $after: String, $people: Boolean!) {{ venture(id: $id) {{ {_RISKS} }} }}"


async def _report(call: Call) -> Response:
    query = call.query
    assert isinstance(query, ReportQuery)
    report = await _read(call, query)
    media_type, write = _FORMS[query.format]
    body = await run_in_threadpool(write, report)
    name = f"risk-report-{query.audience}-{report.on.isoformat()}.{query.format}"
    return Response(body, media_type=media_type, headers={"Content-Disposition": f'inline; filename="{name}"'})


async def _read(call: Call, query: ReportQuery) -> Report:
    now = call.runtime.clock.now()
    zone = ZoneInfo(str((await _asked(call, _ZONE))["tenant"]["timeZone"]))
    on = now.astimezone(zone).date()
    since = query.since or on - _USUAL
    if since > on:
        error = {"parameter": "since", "code": "INVALID", "detail": "must not lie in the future"}
        raise Refusal(422, "INVALID", "a query parameter is wrong", [error])
    moment = min(now, datetime.combine(since, datetime.min.time(), zone))
    found = await _asked(call, _NOW, moment)
    if found["venture"] is None:
        raise NotFound("there is no such venture")
    return _told(found, query.audience, on, since, await _all(call, found))


def _told(found: Mapping[str, Any], audience: Audience, on: date, since: date, risks: list[Told]) -> Report:
    tenant, venture = found["tenant"], found["venture"]
    moved = {row["riskId"]: Movement(row["movement"].lower()) for row in venture["riskMovements"]}
    ended = [_ended(row) for row in venture["riskMovements"] if moved[row["riskId"]] is Movement.CLOSED]
    scales = found["riskScales"]["nodes"]
    report = Report(
        tenant=tenant["name"],
        venture=venture["name"],
        locale=tenant["locale"],
        currency=tenant["currency"],
        audience=audience,
        on=on,
        since=since,
        risks=tuple(replace(risk, movement=moved.get(risk.id)) for risk in risks),
        matrix={(cell["probabilityLevel"], cell["impactLevel"]): cell["count"] for cell in venture["riskMatrix"]},
        levels=[[Level(level) for level in row] for row in scales[0]["definition"]["matrix"]] if scales else (),
        exposure=_loss(venture["exposure"]),
    )
    return for_audience(report, ended)


def _ended(row: Mapping[str, Any]) -> Told:
    """A risk that is not in the register any more, as it was."""
    return Told(row["riskId"], row["title"], row["category"], "closed", _level(row["levelBefore"]), row["scoreBefore"])


async def _all(call: Call, found: Mapping[str, Any]) -> list[Told]:
    """All pages of a venture's risks, the gravest first, as far as reports go."""
    risks: list[Told] = []
    while True:
        page = found["venture"]["risks"]
        risks += [_risk(node) for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"] or len(risks) >= MOST_RISKS:
            return risks
        found = await _asked(call, _MORE, after=page["pageInfo"]["endCursor"])


def _risk(node: Mapping[str, Any]) -> Told:
    return Told(
        id=node["id"],
        title=node["title"],
        category=node["category"],
        status=node["status"].lower(),
        level=_level(node["level"]),
        score=node["score"],
        expected_loss=_decimal(node["expectedLoss"]),
        p80_share=_decimal(node["p80Share"]),
        owner=(node.get("owner") or {}).get("name"),
        cause=node["cause"],
        effect=node["effect"],
        expected_on=None if node["expectedOn"] is None else date.fromisoformat(node["expectedOn"]),
        responses=tuple(response["title"] for response in node["responses"]["nodes"]),
    )


def _loss(exposure: Mapping[str, Any] | None) -> Loss | None:
    if exposure is None:
        return None
    return Loss(
        **{name: Decimal(exposure[name]) for name in ("expected", "p50", "p80", "p95")},
        curve=tuple((Decimal(point["loss"]), Decimal(point["probability"])) for point in exposure["curve"]),
        without_loss=exposure["withoutLoss"],
    )


def _level(value: str | None) -> Level | None:
    return None if value is None else Level(value.lower())


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


async def _asked(call: Call, text: str, moment: datetime | None = None, after: str | None = None) -> dict[str, Any]:
    """The answer to one of the report's own documents, in the caller's name."""
    variables: dict[str, Any] = {"id": external_id("venture", call.id), "since": moment, "after": after}
    variables["people"] = allows(call.principal, Action.MEMBER_READ)
    return await ask_graph(call, text, variables)


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="get_risk_report",
            method="GET",
            path=f"{IN_TENANT}/ventures/{{id}}/risk-report",
            tag="Risks",
            summary="Read a venture's risk report",
            description="A document for the team, the investors or the partners, in the tenant's language: what the "
            "register says, what it may cost, and what has moved since a day. Partners see neither money nor risks of "
            "funding and law; only the team sees people and reasons.",
            run=_report,
            action=Action.DOMAIN_READ,
            query=ReportQuery,
            prefix="venture",
            documents=tuple(media_type.partition(";")[0] for media_type, _ in _FORMS.values()),
        )
    ]

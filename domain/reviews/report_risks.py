"""What a report says of risks, alerts and indicators: as they are now, and how they have moved. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, cast

from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.reviews.facts import IndicatorFacts, ReportFacts
from domain.reviews.shape.risks import AlertLine, IndicatorLine, ReportedRisks, RiskMovements
from domain.risks.scale import Level

SEEN_AHEAD: Final = timedelta(days=90)
"""An indicator that crosses its critical threshold within this time needs attention."""

_FORMER: Final = ("level", "probability_level", "impact_level")


def reported_risks(facts: ReportFacts) -> ReportedRisks:
    """The venture's open and accepted threats, the gravest first, each with where it stood in the report before."""
    former = facts.former.content.get("risks", {}).get("items", []) if facts.former else None
    before = None if former is None else {item["id"]: item for item in former}
    levels = Counter(str(row.level or "not_assessed") for row in facts.risks)
    items: list[Any] = []
    for row in facts.risks:
        id = external_id("risk", row.id)
        was = (before or {}).get(id)
        owner = row.owner
        items.append(
            {
                "id": id,
                "title": row.title,
                "category": row.category,
                "status": row.status,
                "level": outward(row.level),
                "probability_level": row.probability_level,
                "impact_level": row.impact_level,
                "expected_loss": outward(row.expected_loss),
                "responses": row.responses,
                "owner": None if owner is None else {"id": external_id("member", owner.id), "name": owner.name},
                "former": None if was is None else {name: was.get(name) for name in _FORMER},
            }
        )
    exposure = facts.exposure
    return {
        "by_level": cast(Any, {name: levels[name] for name in (*(str(level) for level in Level), "not_assessed")}),
        "scale": _scale(facts.scale),
        "items": items,
        "since_last_review": None if before is None else _movements(before, items),
        "exposure": None
        if exposure is None
        else cast(Any, {name: outward(getattr(exposure, name)) for name in ("expected", "p50", "p80", "p95")}),
    }


def _scale(definition: Mapping[str, Any] | None) -> Any:
    if definition is None:
        return None
    return {
        "probability_levels": len(definition["probability_names"]),
        "impact_levels": len(definition["impact_names"]),
        "matrix": definition["matrix"],
    }


def _movements(former: Mapping[str, Mapping[str, Any]], items: list[Any]) -> RiskMovements:
    """Ids of the risks that are new, worse, better or gone since the last review."""
    present = {item["id"]: item["level"] for item in items}
    both = [one for one in present if one in former]
    return {
        "new": [one for one in present if one not in former],
        "worse": [one for one in both if _rank(present[one]) > _rank(former[one]["level"])],
        "better": [one for one in both if _rank(present[one]) < _rank(former[one]["level"])],
        "closed": [one for one in former if one not in present],
    }


def _rank(level: str | None) -> int:
    return -1 if level is None else Level(level).rank


def reported_alerts(facts: ReportFacts) -> list[AlertLine]:
    """The alerts that fire, the oldest first."""
    return [
        {
            "id": external_id("alert", row.id),
            "rule": row.rule,
            "severity": row.severity,
            "summary": row.summary,
            "fired_at": outward(row.fired_at),
            "acknowledged": row.acknowledged,
        }
        for row in facts.alerts
    ]


def reported_indicators(facts: ReportFacts, today: date) -> list[IndicatorLine]:
    """The indicators that are over a threshold, or cross the critical one soon at their pace."""
    return [
        {
            "id": external_id("indicator", row.id),
            "name": row.name,
            "unit": row.unit,
            "value": outward(row.value),
            "at": outward(row.at),
            "warning": outward(row.warning),
            "critical": outward(row.critical),
            "direction": row.direction,
            "state": row.state,
            "trend": row.trend,
            "crosses_critical_on": outward(row.crosses_critical_on),
        }
        for row in facts.indicators
        if _needs_attention(row, today)
    ]


def _needs_attention(row: IndicatorFacts, today: date) -> bool:
    if row.state in ("warning", "critical"):
        return True
    return row.crosses_critical_on is not None and row.crosses_critical_on <= today + SEEN_AHEAD

"""Reading what the report of a review is built from, in a few statements of one transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.calendars.reading import calendars_of
from domain.calendars.working_days import WorkingCalendar, local_day
from domain.kernel.work import Work
from domain.reviews.gathering import (
    LEAD_DAYS,
    AlertRow,
    ConditionRow,
    CriterionRow,
    MilestoneRow,
    ResourceRow,
    ReviewFacts,
    RiskRow,
    gathering_from,
)
from domain.reviews.states import Decision
from domain.reviews.tables import Review

_MILESTONE = sa.text("""
    SELECT m.id, m.title, m.status, m.percent_complete, m.baseline_start_on, m.baseline_due_on, m.start_on, m.due_on,
        v.name AS venture_name, t.time_zone
    FROM milestone m JOIN venture v ON v.tenant_id = :tenant AND v.id = m.venture_id JOIN tenant t ON t.id = :tenant
    WHERE m.tenant_id = :tenant AND m.id = :milestone""")

_CRITERIA = sa.text("""
    SELECT c.id, c.title, c.must, c.metric, c.target, c.direction, c.unit, r.result, r.value, r.recorded_at
    FROM criterion c LEFT JOIN LATERAL (
        SELECT result, value, recorded_at FROM criterion_result
        WHERE tenant_id = :tenant AND criterion_id = c.id ORDER BY recorded_at DESC, id DESC LIMIT 1) r ON true
    WHERE c.tenant_id = :tenant AND c.milestone_id = :milestone AND c.archived_at IS NULL
    ORDER BY c.must DESC, c.id""")

_RISKS = sa.text("""
    SELECT r.id, r.title, r.status, s.level, r.status = 'accepted' AS accepted,
        (SELECT count(*) FROM response x
            WHERE x.tenant_id = :tenant AND x.risk_id = r.id AND x.archived_at IS NULL) AS responses
    FROM risk r LEFT JOIN risk_score s ON s.tenant_id = :tenant AND s.risk_id = r.id
    WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND r.archived_at IS NULL
    ORDER BY s.score DESC NULLS LAST, r.id""")

_ALERTS = sa.text("""
    SELECT id, rule, severity, summary, fired_at FROM alert
    WHERE tenant_id = :tenant AND venture_id = :venture AND state = 'firing'
    ORDER BY fired_at, id""")

_CONDITIONS = sa.text("""
    SELECT c.id, c.title, c.due_on FROM review_condition c
    WHERE c.tenant_id = :tenant AND c.venture_id = :venture AND c.archived_at IS NULL AND c.met_at IS NULL
        AND c.review_id <> :review
    ORDER BY c.due_on NULLS LAST, c.id""")

_RESOURCES = sa.text("""
    SELECT r.id, r.name, r.kind, r.unit, r.expires_on, sum(a.amount) AS allocated
    FROM allocation a JOIN resource r ON r.tenant_id = :tenant AND r.id = a.resource_id AND r.archived_at IS NULL
    WHERE a.tenant_id = :tenant AND a.milestone_id = :milestone AND a.archived_at IS NULL
    GROUP BY r.id, r.name, r.kind, r.unit, r.expires_on
    ORDER BY r.kind, r.name, r.id""")

_DECISIONS = sa.text("""
    SELECT decision FROM review
    WHERE tenant_id = :tenant AND milestone_id = :milestone AND decision IS NOT NULL AND id <> :review
    ORDER BY decided_at""")

_FORMER = sa.text("""
    SELECT p.canonical, r.content_hash
    FROM review r JOIN review_report p ON p.tenant_id = :tenant AND p.review_id = r.id
    WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND r.decided_at IS NOT NULL AND r.id <> :review
    ORDER BY r.decided_at DESC, r.id DESC LIMIT 1""")


async def read_review_facts(work: Work, review: Review) -> ReviewFacts:
    """What the report of a review is built from."""
    values = {
        "tenant": work.tenant_id,
        "review": review.id,
        "venture": review.venture_id,
        "milestone": review.milestone_id,
    }

    async def rows(statement: Any) -> list[dict[str, Any]]:
        return [dict(row._mapping) for row in await work.session.execute(statement, values)]

    [milestone] = await rows(_MILESTONE)
    zone = ZoneInfo(milestone.pop("time_zone"))
    venture_name = milestone.pop("venture_name")
    former = await rows(_FORMER)
    return ReviewFacts(
        venture_id=review.venture_id,
        venture_name=venture_name,
        milestone=MilestoneRow(**milestone),
        criteria=[CriterionRow(**row) for row in await rows(_CRITERIA)],
        risks=[RiskRow(**row) for row in await rows(_RISKS)],
        alerts=[AlertRow(**row) for row in await rows(_ALERTS)],
        conditions=[ConditionRow(**row) for row in await rows(_CONDITIONS)],
        resources=[ResourceRow(**row) for row in await rows(_RESOURCES)],
        former_decisions=[Decision(row["decision"]) for row in await rows(_DECISIONS)],
        former_hash=former[0]["content_hash"] if former else None,
        former_risks=_levels(orjson.loads(former[0]["canonical"])) if former else None,
        calendar=(await calendars_of(work, [review.venture_id]))[review.venture_id],
        today=local_day(work.now, zone),
    )


def _levels(content: Any) -> dict[str, str | None]:
    """The levels of the risks in an earlier report, by id."""
    return {item["id"]: item["level"] for item in content["risks"]["items"]}


async def begins_at(work: Work, review: Review, planned_on: date, calendar: WorkingCalendar) -> datetime:
    """The instant from which the review of a day is gathered."""
    statement = sa.text("SELECT time_zone, review_lead_days FROM tenant WHERE id = :tenant")
    tenant = (await work.session.execute(statement, {"tenant": work.tenant_id})).one()
    given = (days for days in (review.lead_days, tenant.review_lead_days) if days is not None)
    return gathering_from(planned_on, next(given, LEAD_DAYS), calendar, ZoneInfo(tenant.time_zone))

"""Reading what a report is built from: one statement, so that all of it is of one moment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pydantic import TypeAdapter

from domain.calendars.reading import CALENDAR, laid_out
from domain.calendars.working_days import WorkingCalendar
from domain.kernel.work import Work
from domain.reviews.chapters import CHAPTERS
from domain.reviews.facts import ReportFacts
from domain.reviews.gathering import LEAD_DAYS, gathering_from
from domain.reviews.tables import Review

MOST_DAYS: Final = 400
"""Days of a burn-up at most."""

_MILESTONE: Final = """json_build_object('id', m.id, 'title', m.title, 'status', m.status, 'start_on', m.start_on,
    'percent_complete', m.percent_complete, 'due_on', m.due_on, 'baseline_start_on', m.baseline_start_on,
    'baseline_due_on', m.baseline_due_on, 'p80_on', f.p80_on, 'phase_id', m.phase_id,
    'progress_mode', coalesce(m.progress_mode, 'by_hand'), 'phase_title', (
        SELECT h.title FROM phase h WHERE h.tenant_id = :tenant AND h.id = m.phase_id),
    'budget', m.budget::text, 'spent', (
        SELECT sum(c.amount)::text FROM cost c
        WHERE c.tenant_id = :tenant AND c.milestone_id = m.id AND c.archived_at IS NULL))"""

_PERSON: Final = """(SELECT json_build_object('id', o.id, 'name', o.name) FROM membership o
    WHERE o.tenant_id = :tenant AND o.id = {0}.owner_id)"""

_FORECAST: Final = """json_build_object('p10_on', f.p10_on, 'p50_on', f.p50_on, 'p80_on', f.p80_on,
    'p90_on', f.p90_on, 'probability_of_due_date', f.probability_of_due_date::text, 'draws', f.draws, 'seed', f.seed,
    'criticality', f.criticality::text, 'inputs_hash', f.inputs_hash, 'computed_at', f.computed_at,
    'histogram', (SELECT coalesce(json_agg(json_build_object('from_on', b.value ->> 'from_on',
        'to_on', b.value ->> 'to_on', 'share', b.value ->> 'share') ORDER BY b.n), '[]')
        FROM jsonb_array_elements(f.histogram) WITH ORDINALITY b(value, n)),
    'drivers', (SELECT coalesce(json_agg(json_build_object('kind', b.value ->> 'kind', 'id', b.value ->> 'id',
            'mean_days', b.value ->> 'mean_days', 'p80_days', b.value ->> 'p80_days', 'rho', b.value ->> 'rho',
            'title', coalesce(r.title, m.title)) ORDER BY b.n), '[]')
        FROM jsonb_array_elements(f.drivers) WITH ORDINALITY b(value, n)
        LEFT JOIN risk r ON r.tenant_id = :tenant AND r.id = (b.value ->> 'id')::uuid
        LEFT JOIN milestone m ON m.tenant_id = :tenant AND m.id = (b.value ->> 'id')::uuid))"""

_INSTANT: Final = """to_char({0}.computed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
"""An instant as reports write it."""

_AMOUNTS: Final = ("bac", "pv", "ev", "ac", "cv", "sv", "eac", "eac_rest_at_plan", "eac_pressed", "etc", "vac")
_RATIOS: Final = ("cpi", "spi", "tcpi", "es_months", "at_months", "sv_t", "spi_t", "ieac_t_months")
_EARNED: Final = ", ".join(
    [*(f"'{name}', x.{name}::text" for name in _AMOUNTS), *(f"'{name}', round(x.{name}, 4)::text" for name in _RATIOS)]
)
_OUT: Final = ("cash_on", "state", "cash_out_committed_on", "cash_out_expected_on", "cash_out_all_on", "default_alive")
_RUNWAY: Final = ", ".join(f"'{name}', x.{name}" for name in _OUT)

_FORMER: Final = """(SELECT json_build_object('id', w.id, 'content', p.canonical::json, 'decision', w.decision,
        'content_hash', w.content_hash, 'decided_at', w.decided_at)
    FROM review w JOIN review_report p ON p.tenant_id = :tenant AND p.review_id = w.id
    WHERE w.tenant_id = :tenant AND w.venture_id = :venture AND w.id <> :review AND {0}
    ORDER BY {1} DESC, w.id DESC LIMIT 1)"""

_DECIDED: Final = "w.decided_at IS NOT NULL AND w.milestone_id IS NOT NULL"
_OF_VENTURE: Final = f"""CASE WHEN :progress THEN
    {_FORMER.format("w.milestone_id IS NULL AND w.state IN ('ready', 'superseded')", "w.gathered_at")}
    ELSE {_FORMER.format(_DECIDED, "w.decided_at")} END"""

_FACTS: Final = f"""json_build_object(
    'review_id', CAST(:review AS uuid), 'locale', t.locale, 'currency', t.currency, 'time_zone', t.time_zone,
    'venture_id', v.id, 'venture_name', v.name, 'venture_stage', v.stage,
    'milestone', (SELECT {_MILESTONE} FROM milestone m
        LEFT JOIN forecast f ON f.tenant_id = :tenant AND f.milestone_id = m.id
        WHERE m.tenant_id = :tenant AND m.id = :milestone),
    'milestones', CASE WHEN :progress THEN (SELECT coalesce(json_agg({_MILESTONE} ORDER BY m.due_on, m.id), '[]')
        FROM milestone m LEFT JOIN forecast f ON f.tenant_id = :tenant AND f.milestone_id = m.id
        WHERE m.tenant_id = :tenant AND m.venture_id = :venture AND m.archived_at IS NULL) ELSE '[]' END,
    'forecast', (SELECT {_FORECAST} FROM forecast f WHERE f.tenant_id = :tenant AND f.milestone_id = :milestone),
    'days', (SELECT coalesce(json_agg(json_build_object('day', d.day, 'percent_complete', d.percent_complete,
            'planned_percent', d.planned_percent, 'p50_on', d.p50_on, 'p80_on', d.p80_on,
            'probability_of_due_date', d.probability_of_due_date::text) ORDER BY d.day), '[]')
        FROM (SELECT * FROM forecast_day WHERE tenant_id = :tenant AND milestone_id = :milestone
            ORDER BY day DESC LIMIT {MOST_DAYS}) d),
    'criteria', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'must', c.must,
            'metric', c.metric, 'target', c.target::text, 'direction', c.direction, 'unit', c.unit,
            'indicator_id', c.indicator_id, 'interval_days', n.interval_days, 'result', k.result,
            'value', k.value::text, 'recorded_at', k.recorded_at) ORDER BY c.must DESC, c.id), '[]')
        FROM criterion c LEFT JOIN indicator n ON n.tenant_id = :tenant AND n.id = c.indicator_id
        LEFT JOIN LATERAL (SELECT result, value, recorded_at FROM criterion_result
            WHERE tenant_id = :tenant AND criterion_id = c.id ORDER BY recorded_at DESC, id DESC LIMIT 1) k ON true
        WHERE c.tenant_id = :tenant AND c.milestone_id = :milestone AND c.archived_at IS NULL),
    'risks', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'category', r.category,
            'status', r.status, 'level', s.level, 'probability_level', s.probability_level,
            'impact_level', s.impact_level, 'expected_loss', s.expected_loss::text, 'assessed_at', s.assessed_at,
            'owner', {_PERSON.format("r")}, 'responses', (SELECT count(*) FROM response x
                WHERE x.tenant_id = :tenant AND x.risk_id = r.id AND x.archived_at IS NULL))
            ORDER BY s.score DESC NULLS LAST, r.id), '[]')
        FROM risk r LEFT JOIN risk_score s ON s.tenant_id = :tenant AND s.risk_id = r.id
        WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND r.archived_at IS NULL
            AND r.status IN ('open', 'accepted') AND coalesce(r.kind, 'threat') = 'threat'),
    'scale', (SELECT s.definition FROM risk_scale s WHERE s.tenant_id = :tenant
        ORDER BY s.version_number DESC LIMIT 1),
    'exposure', (SELECT json_build_object('expected', x.expected::text, 'p50', x.p50::text, 'p80', x.p80::text,
            'p95', x.p95::text, 'computed_at', x.computed_at)
        FROM exposure x WHERE x.tenant_id = :tenant AND x.subject_id = :venture),
    'earned_value', (SELECT json_build_object('as_of_on', x.as_of_on, {_EARNED}, 'undefined', x.undefined,
            'inputs_hash', x.inputs_hash, 'computed_at', {_INSTANT.format("x")})
        FROM earned_value x WHERE x.tenant_id = :tenant AND x.subject_id = coalesce(:milestone, :venture)),
    'runway', (SELECT json_build_object({_RUNWAY}, 'cash', x.cash::text, 'net_burn', x.net_burn::text,
            'months', round(x.months, 1)::text, 'missing', (SELECT coalesce(json_agg(g.value ->> 'name'), '[]')
                FROM jsonb_array_elements(x.missing) g), 'inputs_hash', x.inputs_hash,
            'computed_at', {_INSTANT.format("x")})
        FROM runway x WHERE x.tenant_id = :tenant AND x.venture_id = :venture),
    'chapters', {CHAPTERS},
    'health', (SELECT json_build_object('state', x.state, 'reasons', (
            SELECT coalesce(json_agg(json_build_object('dimension', g.value ->> 'dimension',
                'state', g.value ->> 'state', 'rule', g.value ->> 'rule', 'value', g.value ->> 'value',
                'limit', g.value ->> 'limit', 'subject', g.value ->> 'subject') ORDER BY g.n), '[]')
            FROM jsonb_array_elements(x.reasons) WITH ORDINALITY g(value, n)))
        FROM health x WHERE x.tenant_id = :tenant AND x.venture_id = :venture),
    'alerts', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'rule', a.rule, 'severity', a.severity,
            'summary', a.summary, 'fired_at', a.fired_at, 'acknowledged', a.acknowledged_at IS NOT NULL)
            ORDER BY a.fired_at, a.id), '[]')
        FROM alert a WHERE a.tenant_id = :tenant AND a.venture_id = :venture AND a.state = 'firing'),
    'indicators', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'unit', n.unit,
            'direction', n.direction, 'state', u.state, 'value', u.latest_value::text, 'at', u.latest_at,
            'warning', n.warning::text, 'critical', n.critical::text, 'trend', w.direction,
            'crosses_critical_on', w.crosses_critical_on) ORDER BY n.name, n.id), '[]')
        FROM indicator n JOIN indicator_status u ON u.tenant_id = :tenant AND u.indicator_id = n.id
        LEFT JOIN indicator_trend w ON w.tenant_id = :tenant AND w.indicator_id = n.id
        WHERE n.tenant_id = :tenant AND n.venture_id = :venture AND n.archived_at IS NULL),
    'resources', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind,
            'unit', s.unit, 'expires_on', LEAST(s.expires_on, (SELECT min(d.consent_until) FROM data_source d
                WHERE d.tenant_id = :tenant AND d.resource_id = s.id AND d.archived_at IS NULL)),
            'allocated', (SELECT sum(l.amount)::text FROM allocation l
                WHERE l.tenant_id = :tenant AND l.resource_id = s.id AND l.milestone_id = :milestone
                    AND l.archived_at IS NULL)) ORDER BY s.kind, s.name, s.id), '[]')
        FROM resource s WHERE s.tenant_id = :tenant AND s.venture_id = :venture AND s.archived_at IS NULL),
    'vacant', (SELECT coalesce(json_agg(e.name ORDER BY e.name, e.id), '[]') FROM team e
        WHERE e.tenant_id = :tenant AND e.venture_id = :venture AND e.archived_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM team_member p WHERE p.tenant_id = :tenant AND p.team_id = e.id
                AND p.archived_at IS NULL)),
    'conditions', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'due_on', c.due_on,
            'failed', c.failed_at IS NOT NULL, 'owner', {_PERSON.format("c")})
            ORDER BY c.due_on NULLS LAST, c.id), '[]')
        FROM review_condition c WHERE c.tenant_id = :tenant AND c.venture_id = :venture AND c.archived_at IS NULL
            AND c.met_at IS NULL AND c.waived_at IS NULL AND c.review_id <> :review),
    'former', {_OF_VENTURE},
    'former_own', {_FORMER.format(f"{_DECIDED} AND w.milestone_id = :milestone", "w.decided_at")},
    'decisions', (SELECT coalesce(json_agg(w.decision ORDER BY w.decided_at, w.id), '[]') FROM review w
        WHERE w.tenant_id = :tenant AND w.milestone_id = :milestone AND w.id <> :review
            AND w.decided_at IS NOT NULL))"""

STATEMENT: Final = sa.text(f"""
    SELECT {_FACTS} AS facts, {CALENDAR} AS calendar
    FROM venture v JOIN tenant t ON t.id = :tenant WHERE v.tenant_id = :tenant AND v.id = :venture""")

_READ: Final = TypeAdapter(ReportFacts)


async def read_report_facts(work: Work, review: Review) -> tuple[ReportFacts, WorkingCalendar]:
    """What the report of a review is built from, and the venture's working days."""
    values = {
        "tenant": work.tenant_id,
        "review": review.id,
        "venture": review.venture_id,
        "milestone": review.milestone_id,
        "progress": review.milestone_id is None,
        "at": work.now,
    }
    row = (await work.session.execute(STATEMENT, values)).one()
    return _READ.validate_json(row.facts), laid_out(row.calendar)


async def begins_at(work: Work, review: Review, planned_on: date, calendar: WorkingCalendar) -> datetime:
    """The instant from which the review of a day is gathered."""
    statement = sa.text("SELECT time_zone, review_lead_days FROM tenant WHERE id = :tenant")
    tenant = (await work.session.execute(statement, {"tenant": work.tenant_id})).one()
    given = (days for days in (review.lead_days, tenant.review_lead_days) if days is not None)
    return gathering_from(planned_on, next(given, LEAD_DAYS), calendar, ZoneInfo(tenant.time_zone))

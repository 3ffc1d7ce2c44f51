"""Reading what a forecast is worked out from: one statement, one snapshot, so that nothing in it is mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.calendars.reading import CALENDAR, laid_out
from domain.calendars.working_days import end_of_day, local_day
from domain.forecasting.facts import (
    Facts,
    ForeignFacts,
    LinkFacts,
    MilestoneFacts,
    PaceFacts,
    RiskFacts,
    SlipFacts,
)
from domain.forecasting.pace import MOST_WEEKS
from domain.kernel.work import Work
from domain.milestones.tables import DependencyKind
from domain.risks.defaults import scale_of
from domain.risks.scale import Scale

_OURS: Final = "ANY(CAST(:ventures AS uuid[]))"
_THERE: Final = "m.archived_at IS NULL AND m.status <> 'cancelled'"

_STATEMENT: Final = sa.text(f"""
SELECT t.time_zone,
    ARRAY(SELECT v.id FROM venture v WHERE v.tenant_id = :tenant AND v.id = {_OURS} ORDER BY v.id) AS ventures,
    ARRAY(SELECT {CALENDAR}::text FROM venture v WHERE v.tenant_id = :tenant AND v.id = {_OURS} ORDER BY v.id)
        AS calendars,
    array_to_json(ARRAY(SELECT json_build_array(m.id, m.venture_id, m.status, m.start_on, m.due_on, m.completed_on,
            m.percent_complete, m.estimate_optimistic::text, m.estimate_likely::text, m.estimate_pessimistic::text,
            m.baseline_start_on, m.baseline_due_on, m.title)
        FROM milestone m WHERE m.tenant_id = :tenant AND m.venture_id = {_OURS} AND {_THERE} ORDER BY m.id))
        AS milestones,
    array_to_json(ARRAY(SELECT json_build_array(d.id, d.predecessor_id, d.successor_id, d.kind, d.lag_days)
        FROM milestone_dependency d WHERE d.tenant_id = :tenant AND d.venture_id = {_OURS} AND d.archived_at IS NULL
        ORDER BY d.id)) AS links,
    array_to_json(ARRAY(SELECT json_build_array(m.id, m.venture_id, {CALENDAR}::text, m.status, m.due_on,
            m.completed_on, f.histogram)
        FROM milestone m JOIN venture v ON v.tenant_id = :tenant AND v.id = m.venture_id AND v.archived_at IS NULL
        LEFT JOIN forecast f ON f.tenant_id = :tenant AND f.milestone_id = m.id
        WHERE m.tenant_id = :tenant AND m.venture_id <> ALL(CAST(:ventures AS uuid[])) AND {_THERE} AND m.id IN (
            SELECT d.predecessor_id FROM milestone_dependency d
            WHERE d.tenant_id = :tenant AND d.venture_id = {_OURS} AND d.archived_at IS NULL)
        ORDER BY m.id)) AS foreigners,
    array_to_json(ARRAY(SELECT json_build_array(r.id, r.venture_id, r.status, a.id IS NOT NULL, a.probability::text,
            a.scale_number, a.probability_level, a.delay_low::text, a.delay_likely::text, a.delay_high::text, (
            SELECT json_agg(json_build_array(k.milestone_id, k.slip_low::text, k.slip_likely::text, k.slip_high::text)
                ORDER BY k.milestone_id)
            FROM risk_milestone k WHERE k.tenant_id = :tenant AND k.risk_id = r.id AND k.archived_at IS NULL))
        FROM risk r LEFT JOIN LATERAL (
            SELECT x.* FROM assessment x
            WHERE x.tenant_id = :tenant AND x.risk_id = r.id AND x.kind = 'current'
            ORDER BY x.assessed_at DESC, x.id DESC LIMIT 1) a ON true
        WHERE r.tenant_id = :tenant AND r.venture_id = {_OURS} AND r.archived_at IS NULL
            AND r.status IN ('open', 'accepted', 'occurred') AND coalesce(r.kind, 'threat') = 'threat'
            AND EXISTS (SELECT 1 FROM risk_milestone k
                WHERE k.tenant_id = :tenant AND k.risk_id = r.id AND k.archived_at IS NULL)
        ORDER BY r.id)) AS risks,
    array_to_json(ARRAY(SELECT json_build_array(s.version_number, s.definition) FROM risk_scale s
        WHERE s.tenant_id = :tenant)) AS scales,
    array_to_json(ARRAY(SELECT json_build_array(p.venture_id, p.open, p.since, (
            SELECT json_agg(json_build_array(w.week, w.finished) ORDER BY w.week) FROM (
                SELECT date_trunc('week', CAST(k.completed_on AS timestamp))::date AS week, count(*) AS finished
                FROM task k WHERE k.tenant_id = :tenant AND k.venture_id = p.venture_id AND k.archived_at IS NULL
                    AND k.status = 'done' AND k.completed_on >= CAST(:since AS date)
                GROUP BY 1) w))
        FROM (
            SELECT k.venture_id, count(*) FILTER (WHERE k.status IN ('todo', 'doing')) AS open,
                LEAST(min((k.created_at AT TIME ZONE t.time_zone)::date), min(k.completed_on)) AS since
            FROM task k WHERE k.tenant_id = :tenant AND k.venture_id = {_OURS} AND k.archived_at IS NULL
            GROUP BY k.venture_id) p ORDER BY p.venture_id)) AS paces,
    array_to_json(ARRAY(SELECT json_build_array(f.venture_id, f.inputs_hash) FROM venture_forecast f
        WHERE f.tenant_id = :tenant AND f.venture_id = {_OURS})) AS stored
FROM tenant t WHERE t.id = :tenant""")


async def read_facts(work: Work, venture_ids: Sequence[UUID]) -> Facts:
    """What ventures know that are drawn together, at the present moment."""
    since = (work.now - timedelta(weeks=MOST_WEEKS + 2)).date()
    values = {"tenant": work.tenant_id, "ventures": list(venture_ids), "since": since}
    row = (await work.session.execute(_STATEMENT, values)).one()
    scales = {number: scale_of(definition) for number, definition in orjson.loads(row.scales)}
    zone = ZoneInfo(row.time_zone)
    status_on = local_day(work.now, zone)
    return Facts(
        status_on,
        end_of_day(status_on, zone),
        calendars={
            UUID(int=id.int): laid_out(None if calendar is None else calendar.encode())
            for id, calendar in zip(row.ventures, row.calendars, strict=True)
        },
        milestones=tuple(map(_milestone, orjson.loads(row.milestones))),
        links=tuple(
            LinkFacts(UUID(id), UUID(before), UUID(after), DependencyKind(kind), lag)
            for id, before, after, kind, lag in orjson.loads(row.links)
        ),
        foreign=tuple(map(_foreigner, orjson.loads(row.foreigners))),
        risks=tuple(_risk(values, scales) for values in orjson.loads(row.risks)),
        paces={UUID(id): _pace(*values) for id, *values in orjson.loads(row.paces)},
        stored={UUID(id): hash for id, hash in orjson.loads(row.stored)},
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _milestone(values: list[Any]) -> MilestoneFacts:
    id, venture_id, status, start_on, due_on, completed_on, percent, low, likely, high, begin, end, title = values
    return MilestoneFacts(
        UUID(id),
        UUID(venture_id),
        status,
        _day(start_on),
        _day(due_on),
        _day(completed_on),
        percent,
        _number(low),
        _number(likely),
        _number(high),
        _day(begin),
        _day(end),
        title,
    )


def _foreigner(values: list[Any]) -> ForeignFacts:
    id, venture_id, calendar, status, due_on, completed_on, histogram = values
    days = laid_out(None if calendar is None else calendar.encode())
    bins = tuple(histogram or ())
    return ForeignFacts(UUID(id), UUID(venture_id), days, status, _day(due_on), _day(completed_on), bins)


def _risk(values: list[Any], scales: Mapping[int, Scale]) -> RiskFacts:
    id, venture_id, status, assessed, probability, scale, level, low, likely, high, touches = values
    return RiskFacts(
        UUID(id),
        UUID(venture_id),
        status,
        tuple(_slip(*slip) for slip in touches),
        assessed,
        _number(probability),
        scales[scale].probability_band_middle(level) if assessed else None,
        _number(low),
        _number(likely),
        _number(high),
    )


def _slip(milestone_id: str, low: str | None, likely: str | None, high: str | None) -> SlipFacts:
    return SlipFacts(UUID(milestone_id), _number(low), _number(likely), _number(high))


def _pace(open: int, since: str | None, finished: list[tuple[str, int]] | None) -> PaceFacts:
    weeks = ((date.fromisoformat(week), count) for week, count in finished or ())
    return PaceFacts(open, _day(since), tuple(weeks))

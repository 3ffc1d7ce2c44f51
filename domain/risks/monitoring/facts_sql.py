"""The one statement that reads a venture's facts: as they are now, or as they were at an instant of the past.

Each list of facts is one JSON array of arrays, which the driver hands over without looking. The past is read from the
history twins, from dated facts (assessments, results) and from the dates of making and archiving; what has none of
these (the due date of an action, an expiry, a threshold) is taken as it is today. A row that was never changed has no
past. The state and trend of an indicator are not kept for the past, nor what is worked out of money: the readings, and
the budgets, costs and balances up to then are given instead.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from domain.calendars.reading import CALENDAR
from domain.money.inputs import INPUTS_THEN
from domain.risks.monitoring.chapters.chapter import InForce, Known
from domain.risks.monitoring.chapters.registry import LISTS
from domain.risks.monitoring.chapters.teams import shares

_RANK: Final = "array_position(ARRAY['low', 'medium', 'high', 'critical'], {0})"
_UNDECIDED: Final = "('planned', 'gathering', 'ready', 'in_review', 'failed')"

_PRESENT: Final = {
    "risk": "risk",
    "milestone": "milestone",
    "venture": "venture",
    "score": "risk_score",
    "risk_alive": "r.archived_at IS NULL",
    "milestone_alive": "m.archived_at IS NULL",
    "until": "",
    "response": "x.archived_at IS NULL",
    "action": "a.archived_at IS NULL",
    "criterion": "c.archived_at IS NULL",
    "dependency": "d.archived_at IS NULL",
    "other": "o.archived_at IS NULL",
    "condition": "c.archived_at IS NULL",
    "met": "COALESCE(c.met_at, c.waived_at, c.failed_at)",
    "made": "true",
    "place": "p.archived_at IS NULL",
    "holding": "h.archived_at IS NULL",
    "employed": "o.archived_at IS NULL",
    "review": f"v.state IN {_UNDECIDED}",
    "completed": "a.completed_at",
    "issue": "i.archived_at IS NULL",
    "borne": "c.state",
    "threatens": "k.archived_at IS NULL",
    "cause": "k.archived_at IS NULL",
    "appetite": "b.archived_at IS NULL",
    "worked_out": "true",
    "forecast": "forecast",
    "indicator": "n.archived_at IS NULL",
    "money": """(
        SELECT json_build_array(e.cpi::text, e.spi_t::text, e.bac::text, e.pv::text, e.ev::text, e.ac::text,
            y.cash::text, y.net_burn::text, y.months::text, y.default_alive, y.state = 'cash_generating', y.burns,
            y.cash_out_committed_on, y.largest_source, y.largest_share::text,
            y.burn_multiple::text, y.net_new_arr::text)
        FROM runway y LEFT JOIN earned_value e ON e.tenant_id = :tenant AND e.subject_id = :venture
        WHERE y.tenant_id = :tenant AND y.venture_id = :venture)""",
    "money_inputs": "CAST(NULL AS json)",
    "standing": "COALESCE(u.state, 'unknown'), u.state_since, u.latest_at, u.latest_value::text, "
    "COALESCE(w.direction, 'none'), w.slope_per_day::text, w.crosses_critical_on, CAST(NULL AS json)",
}

READINGS: Final = 200
"""How many readings decide on the state of an indicator in the past."""

_HELD: Final = "{0}.valid_from <= :at AND ({0}.valid_to IS NULL OR {0}.valid_to > :at)"
_WAS: Final = "{0}.created_at <= :at AND ({0}.archived_at IS NULL OR {0}.archived_at > :at)"
_CURRENT: Final = "tenant_id = :tenant AND risk_id = l.risk_id AND kind = 'current' AND assessed_at <= :at"
_BY: Final = {
    "a_by": " AND a.assessed_at <= :at",
    "b_by": " AND b.assessed_at <= :at",
    "f_by": " AND f.assessed_at <= :at",
    "k_by": " AND k.recorded_at <= :at",
    "h_by": " AND h.valid_from <= :at",
    "p_by": " AND p.created_at <= :at",
    "c_by": " AND c.approved_at <= :at",
    "q_by": " AND h.created_at <= :at",
}
"""What keeps later facts out of the past. In the present all are taken: a writer's clock may be ahead of ours."""

_PAST_SCORE: Final = f"""(
    SELECT l.tenant_id, l.risk_id, l.level, l.score, l.expected_loss, l.assessed_at, i.score AS inherent_score,
        t.level AS target_level,
        COALESCE(l.next_on, (l.assessed_at AT TIME ZONE z.time_zone)::date
            + CASE l.level WHEN 'critical' THEN 7 WHEN 'high' THEN 14 WHEN 'medium' THEN 30 ELSE 90 END)
            AS next_assessment_on,
        (SELECT min(assessed_at) FROM assessment WHERE {_CURRENT} AND assessed_at > COALESCE((
            SELECT max(assessed_at) FROM assessment WHERE {_CURRENT} AND level <> l.level), '-infinity'))
            AS level_since,
        CASE WHEN l.level IN ('high', 'critical') THEN (
            SELECT min(assessed_at) FROM assessment WHERE {_CURRENT} AND assessed_at > COALESCE((
                SELECT max(assessed_at) FROM assessment WHERE {_CURRENT} AND level NOT IN ('high', 'critical')),
                '-infinity')) END AS high_since
    FROM (
        SELECT DISTINCT ON (f.risk_id) f.* FROM assessment f JOIN risk_history g ON g.tenant_id = :tenant
            AND g.id = f.risk_id AND g.venture_id = :venture AND {_HELD.format("g")}
        WHERE f.tenant_id = :tenant AND f.kind = 'current' AND f.assessed_at <= :at
        ORDER BY f.risk_id, f.assessed_at DESC, f.id DESC) l
    JOIN tenant z ON z.id = :tenant
    LEFT JOIN LATERAL (SELECT score FROM assessment WHERE tenant_id = :tenant AND risk_id = l.risk_id
        AND kind = 'inherent' AND assessed_at <= :at ORDER BY assessed_at DESC, id DESC LIMIT 1) i ON true
    LEFT JOIN LATERAL (SELECT level FROM assessment WHERE tenant_id = :tenant AND risk_id = l.risk_id
        AND kind = 'target' AND assessed_at <= :at ORDER BY assessed_at DESC, id DESC LIMIT 1) t ON true)"""

_TODAY: Final = "(CAST(:at AS timestamptz) AT TIME ZONE t.time_zone)::date"

_PAST_FORECAST: Final = f"""(
    SELECT g.*, n.venture_id FROM milestone n CROSS JOIN LATERAL (
        SELECT d.* FROM forecast_day d WHERE d.tenant_id = :tenant AND d.milestone_id = n.id AND d.day <= {_TODAY}
        ORDER BY d.day DESC LIMIT 1) g
    WHERE n.tenant_id = :tenant AND n.venture_id = :venture)"""

_PAST: Final = {
    "risk": f"(SELECT g.* FROM risk_history g WHERE g.tenant_id = :tenant AND {_HELD.format('g')})",
    "milestone": f"(SELECT g.* FROM milestone_history g WHERE g.tenant_id = :tenant AND {_HELD.format('g')})",
    "venture": f"(SELECT g.* FROM venture_history g WHERE g.tenant_id = :tenant AND {_HELD.format('g')})",
    "score": _PAST_SCORE,
    "risk_alive": "r.archived_at IS NULL",
    "milestone_alive": "m.archived_at IS NULL",
    "until": "AND h.valid_to <= :at",
    "response": _WAS.format("x"),
    "action": _WAS.format("a"),
    "criterion": _WAS.format("c"),
    "dependency": _WAS.format("d"),
    "other": "o.archived_at IS NULL",
    "condition": _WAS.format("c"),
    "met": "(SELECT min(x.at) FROM (VALUES (c.met_at), (c.waived_at), (c.failed_at)) x(at) WHERE x.at <= :at)",
    "made": "v.created_at <= :at",
    "place": _WAS.format("p"),
    "holding": _WAS.format("h"),
    "employed": _WAS.format("o"),
    "review": f"(v.state IN {_UNDECIDED} OR COALESCE(v.decided_at > :at, false))",
    "completed": "CASE WHEN a.completed_at <= :at THEN a.completed_at END",
    "issue": _WAS.format("i"),
    "borne": "CASE WHEN c.ended_at <= :at THEN 'ended' WHEN c.lapsed_at <= :at THEN 'lapsed' ELSE 'approved' END",
    "threatens": _WAS.format("k"),
    "cause": _WAS.format("k"),
    "appetite": _WAS.format("b"),
    "worked_out": "y.computed_at <= :at",
    "forecast": _PAST_FORECAST,
    "indicator": _WAS.format("n"),
    "money": "CAST(NULL AS json)",
    "money_inputs": INPUTS_THEN,
    "standing": f"""'unknown', NULL, NULL, NULL, 'none', NULL, NULL, (
            SELECT json_agg(json_build_array(l.at, l.value::text) ORDER BY l.at) FROM (
                SELECT g.at, g.value FROM reading g WHERE g.tenant_id = :tenant AND g.indicator_id = n.id
                    AND g.at <= :at ORDER BY g.at DESC LIMIT {READINGS}) l)""",
}

_STATEMENT: Final = """
SELECT v.name, v.archived_at, v.stage, v.created_at, t.locale, t.time_zone,
    (SELECT max(h.valid_to) FROM venture_history h
        WHERE h.tenant_id = :tenant AND h.id = v.id AND h.archived_at IS NOT NULL {until}) AS active_since,
    (SELECT max(moved.at) FROM (
        SELECT GREATEST(r.created_at, CASE WHEN r.status = 'closed' THEN r.updated_at END,
            (SELECT max(a.assessed_at) FROM assessment a
                WHERE a.tenant_id = :tenant AND a.risk_id = r.id{a_by})) AS at
        FROM {risk} r WHERE r.tenant_id = :tenant AND r.venture_id = :venture) moved) AS register_moved_at,
    array_to_json(ARRAY(SELECT json_build_array(r.id, r.title, r.status, r.category,
            s.level, s.level_since, s.high_since, s.next_assessment_on,
            r.owner_id,
            CASE WHEN r.owner_id IS NULL THEN COALESCE(
                CASE WHEN r.version > 1 THEN (SELECT max(h.valid_to) FROM risk_history h
                    WHERE h.tenant_id = :tenant AND h.id = r.id AND h.owner_id IS NOT NULL {until}) END,
                r.opened_at) END,
            answered.count,
            CASE WHEN answered.count = 0 THEN COALESCE(answered.lost_at, r.opened_at) END,
            CASE WHEN borne.state = 'approved' THEN borne.expires_on END, r.opened_at, s.assessed_at, s.score,
            s.expected_loss::text,
            previous.level, previous.score, previous.expected_loss::text, s.inherent_score, s.target_level,
            CASE WHEN {rank_level} > {rank_target} THEN GREATEST(
                (SELECT max(b.assessed_at) FROM assessment b WHERE b.tenant_id = :tenant AND b.risk_id = r.id
                    AND b.kind = 'target'{b_by}),
                (SELECT min(b.assessed_at) FROM assessment b WHERE b.tenant_id = :tenant AND b.risk_id = r.id
                    AND b.kind = 'current'{b_by} AND b.assessed_at > COALESCE((
                        SELECT max(f.assessed_at) FROM assessment f WHERE f.tenant_id = :tenant AND f.risk_id = r.id
                            AND f.kind = 'current'{f_by} AND {rank_former} <= {rank_target}),
                        '-infinity'))) END,
            COALESCE(r.expected_on, (
                SELECT min(m.due_on) FROM risk_milestone k JOIN {milestone} m ON m.tenant_id = :tenant
                    AND m.id = k.milestone_id
                WHERE k.tenant_id = :tenant AND k.risk_id = r.id AND {threatens} AND {milestone_alive}
                    AND m.status NOT IN ('done', 'cancelled'))),
            r.cause,
            CASE WHEN r.status = 'occurred' THEN COALESCE((SELECT max(h.valid_to) FROM risk_history h
                WHERE h.tenant_id = :tenant AND h.id = r.id AND h.status <> 'occurred' {until}), r.created_at) END,
            COALESCE(r.kind, 'threat'), CASE WHEN borne.state IN ('approved', 'lapsed') THEN borne.expires_on END,
            answered.last_at,
            CASE WHEN r.version > 2 THEN (SELECT max(h.valid_to) FROM risk_history h
                WHERE h.tenant_id = :tenant AND h.id = r.id AND h.archived_at IS NOT NULL {until}) END)
        FROM {risk} r LEFT JOIN {score} s ON s.tenant_id = :tenant AND s.risk_id = r.id
        LEFT JOIN LATERAL (SELECT b.level, b.score, b.expected_loss FROM assessment b
            WHERE b.tenant_id = :tenant AND b.risk_id = r.id AND b.kind = 'current' AND b.assessed_at < s.assessed_at
            ORDER BY b.assessed_at DESC, b.id DESC LIMIT 1) previous ON true
        LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE {response}) AS count, max(x.archived_at) AS lost_at,
                max(x.created_at) FILTER (WHERE {response}) AS last_at
            FROM response x WHERE x.tenant_id = :tenant AND x.risk_id = r.id) answered ON true
        LEFT JOIN LATERAL (SELECT c.expires_on, {borne} AS state FROM acceptance c
            WHERE c.tenant_id = :tenant AND c.risk_id = r.id AND c.archived_at IS NULL
                AND c.approved_at IS NOT NULL{c_by}
            ORDER BY c.approved_at DESC, c.id DESC LIMIT 1) borne ON true
        WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND {risk_alive} ORDER BY r.id)) AS risks,
    array_to_json(ARRAY(SELECT json_build_array(a.id, a.title, COALESCE(x.risk_id, i.risk_id), a.due_on, {completed},
            a.owner_id)
        FROM response_action a LEFT JOIN response x ON x.tenant_id = :tenant AND x.id = a.response_id AND {response}
        LEFT JOIN issue i ON i.tenant_id = :tenant AND i.id = a.issue_id AND {issue}
        WHERE a.tenant_id = :tenant AND a.venture_id = :venture AND {action} AND (x.id IS NOT NULL OR i.id IS NOT NULL)
        ORDER BY a.id)) AS actions,
    array_to_json(ARRAY(SELECT json_build_array(m.id, m.title, m.status, m.due_on, m.start_on,
            m.baseline_start_on, m.baseline_due_on,
            m.completed_on, m.percent_complete,
            CASE WHEN m.status = 'in_progress' THEN COALESCE((SELECT max(h.valid_to) FROM milestone_history h
                WHERE h.tenant_id = :tenant AND h.id = m.id {until}
                    AND (h.percent_complete <> m.percent_complete OR h.status <> 'in_progress')), m.created_at) END,
            (SELECT count(*) FROM (
                SELECT h.due_on, lag(h.due_on) OVER (ORDER BY h.version) AS before FROM milestone_history h
                WHERE h.tenant_id = :tenant AND h.id = m.id{h_by}) moves
                WHERE moves.due_on > moves.before),
            CASE WHEN m.status = 'in_progress' AND (m.due_on IS NULL OR m.baseline_due_on IS NULL) THEN
                COALESCE((SELECT max(h.valid_to) FROM milestone_history h WHERE h.tenant_id = :tenant AND h.id = m.id
                    {until} AND (h.status <> 'in_progress'
                        OR (h.due_on IS NOT NULL AND h.baseline_due_on IS NOT NULL))), m.created_at) END,
            m.key,
            CASE WHEN m.version > 2 THEN (SELECT max(h.valid_to) FROM milestone_history h
                WHERE h.tenant_id = :tenant AND h.id = m.id AND h.archived_at IS NOT NULL {until}) END)
        FROM {milestone} m WHERE m.tenant_id = :tenant AND m.venture_id = :venture AND {milestone_alive}
        ORDER BY m.id)) AS milestones,
    array_to_json(ARRAY(SELECT json_build_array(c.id, c.title, c.milestone_id, last.result, last.recorded_at)
        FROM criterion c LEFT JOIN LATERAL (SELECT k.result, k.recorded_at FROM criterion_result k
            WHERE k.tenant_id = :tenant AND k.criterion_id = c.id{k_by}
            ORDER BY k.recorded_at DESC, k.id DESC LIMIT 1) last ON true
        WHERE c.tenant_id = :tenant AND c.venture_id = :venture AND c.must AND {criterion}
        ORDER BY c.milestone_id, c.id)) AS criteria,
    array_to_json(ARRAY(SELECT json_build_array(d.successor_id, o.status, o.due_on)
        FROM milestone_dependency d JOIN {milestone} o ON o.tenant_id = :tenant AND o.id = d.predecessor_id
        WHERE d.tenant_id = :tenant AND d.venture_id = :venture AND o.venture_id <> :venture
            AND {dependency} AND {other}
        ORDER BY d.id)) AS predecessors,
    array_to_json(ARRAY(SELECT json_build_array(v.id, m.title, v.planned_on, {review} AND m.status <> 'cancelled')
        FROM review v JOIN milestone m ON m.tenant_id = :tenant AND m.id = v.milestone_id
        WHERE v.tenant_id = :tenant AND v.venture_id = :venture AND {made} AND m.archived_at IS NULL
        ORDER BY v.id)) AS reviews,
    array_to_json(ARRAY(SELECT json_build_array(c.id, c.title, c.due_on, {met}) FROM review_condition c
        WHERE c.tenant_id = :tenant AND c.venture_id = :venture AND {condition} ORDER BY c.id)) AS conditions,
    array_to_json(ARRAY(SELECT json_build_array(p.id, e.name, p.member_id, e.function, p.title,
            p.share, everywhere.share, everywhere.since)
        FROM team e JOIN team_member p ON p.tenant_id = :tenant AND p.team_id = e.id
        CROSS JOIN LATERAL {shares} everywhere
        WHERE e.tenant_id = :tenant AND e.venture_id = :venture AND e.archived_at IS NULL AND {place}
        ORDER BY p.id)) AS places,
    array_to_json(ARRAY(SELECT json_build_array(n.id, n.name, n.risk_id, n.created_at, n.interval_days, n.unit,
            n.direction, n.warning::text, n.critical::text, n.warning_clear::text, n.critical_clear::text, {standing})
        FROM indicator n LEFT JOIN indicator_status u ON u.tenant_id = :tenant AND u.indicator_id = n.id
        LEFT JOIN indicator_trend w ON w.tenant_id = :tenant AND w.indicator_id = n.id
        WHERE n.tenant_id = :tenant AND n.venture_id = :venture AND {indicator} ORDER BY n.id)) AS indicators,
    array_to_json(ARRAY(SELECT json_build_array(k.risk_id, k.follows_id) FROM risk_cause k
        WHERE k.tenant_id = :tenant AND k.venture_id = :venture AND {cause} ORDER BY k.id)) AS causes,
    array_to_json(ARRAY(SELECT json_build_array(b.id, COALESCE(b.category, v.name), b.amount::text, b.category,
            b.venture_id IS NULL)
        FROM risk_appetite b WHERE b.tenant_id = :tenant AND (b.venture_id = :venture OR b.venture_id IS NULL)
            AND {appetite} ORDER BY b.id)) AS appetites,
    array_to_json(ARRAY(SELECT json_build_array(y.p80::text, y.risks) FROM exposure y
        WHERE y.tenant_id = :tenant AND y.subject_id = :venture AND {worked_out})) AS exposures,
    array_to_json(ARRAY(SELECT json_build_array(o.milestone_id, o.p50_on, o.p80_on, o.probability_of_due_date::text,
            before.probability::text, o.total_float_days, before.float_days)
        FROM {forecast} o CROSS JOIN LATERAL (
            SELECT max(g.probability_of_due_date) FILTER (WHERE g.day > {today} - 14) AS probability,
                max(g.total_float_days) AS float_days
            FROM forecast_day g WHERE g.tenant_id = :tenant AND g.milestone_id = o.milestone_id
                AND g.day > {today} - 90 AND g.day <= {today}) before
        WHERE o.tenant_id = :tenant AND o.venture_id = :venture ORDER BY o.milestone_id)) AS forecasts,
    ARRAY(SELECT max(w.until) FROM (
            SELECT p.member_id AS who, p.archived_at AS until, {place} AS there FROM team e
            JOIN team_member p ON p.tenant_id = :tenant AND p.team_id = e.id
            WHERE e.tenant_id = :tenant AND e.venture_id = :venture{p_by}
            UNION ALL SELECT COALESCE(o.member_id, o.id), LEAST(h.archived_at, o.archived_at, d.ended),
                {holding} AND {employed} AND (d.ended <= :at) IS NOT TRUE
            FROM role_holder h JOIN person o ON o.tenant_id = :tenant AND o.id = h.person_id
            CROSS JOIN LATERAL (SELECT
                (LEAST(h.until_on, o.leaves_on) + 1)::timestamp AT TIME ZONE t.time_zone AS ended,
                h.from_on::timestamp AT TIME ZONE t.time_zone AS began) d
            WHERE h.tenant_id = :tenant AND h.venture_id = :venture{q_by}
                AND COALESCE(d.began <= LEAST(h.archived_at, o.archived_at), true)) w
        GROUP BY w.who HAVING NOT bool_or(w.there)) AS left,
{chapters}
    {calendar} AS calendar, {money} AS money, {money_inputs} AS money_inputs
FROM {venture} v JOIN tenant t ON t.id = :tenant
WHERE v.tenant_id = :tenant AND v.id = :venture"""


def _told(sql: str, past: bool) -> str:
    """What a chapter writes, for the present or the past."""
    tables = _PAST if past else _PRESENT
    named = {table: tables[table] for table in ("venture", "milestone", "risk")}
    return sql.format_map({"alive": InForce(past), "known": Known(past), "today": _TODAY, **named})


def _statement(sources: dict[str, str]) -> sa.TextClause:
    ranks = {"level": "s.level", "target": "s.target_level", "former": "f.level"}
    filled = sources | {f"rank_{name}": _RANK.format(column) for name, column in ranks.items()}
    filled["calendar"] = CALENDAR
    filled["today"] = _TODAY
    past = sources is _PAST
    filled |= {name: bound if past else "" for name, bound in _BY.items()}
    filled["shares"] = _told(shares("p.member_id", "o.member_id = p.member_id"), past)
    filled["chapters"] = "\n".join(f"    array_to_json(ARRAY({_told(one.sql, past)})) AS {one.name}," for one in LISTS)
    return sa.text(_STATEMENT.format_map(filled))


PRESENT: Final = _statement(_PRESENT)
"""Takes `tenant`, `venture` and `at`, the present instant."""

PAST: Final = _statement(_PAST)
"""The same of an instant that has passed."""

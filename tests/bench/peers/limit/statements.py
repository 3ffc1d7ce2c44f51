"""What somebody who knows these four screens, and no others, would write: the limit of what PostgreSQL gives here.

`$1` is the tenant. Each gives one row with one JSON text, that of `data`.
"""

from __future__ import annotations

from typing import Final

BOARD: Final = """
SELECT json_build_object('ventures', json_build_object('nodes', json_agg(json_build_object(
  'id', 'venture_' || encode(uuid_send(v.id), 'hex'), 'name', v.name, 'stage', upper(v.stage),
  'milestones', json_build_object('nodes', coalesce(m.nodes, '[]')),
  'risks', json_build_object('nodes', coalesce(r.nodes, '[]'))) ORDER BY v.name, v.id)))
FROM (SELECT id, name, stage FROM venture
      WHERE tenant_id = $1 AND archived_at IS NULL ORDER BY name, id LIMIT 20) v
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', 'milestone_' || encode(uuid_send(x.id), 'hex'), 'title', x.title,
    'status', upper(x.status), 'startOn', x.start_on, 'dueOn', x.due_on, 'percentComplete', x.percent_complete)
    ORDER BY x.due_on, x.id) AS nodes
  FROM (SELECT id, title, status, start_on, due_on, percent_complete FROM milestone
        WHERE tenant_id = $1 AND venture_id = v.id AND archived_at IS NULL ORDER BY due_on, id LIMIT 10) x) m ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', 'risk_' || encode(uuid_send(x.id), 'hex'), 'title', x.title,
    'category', x.category, 'status', upper(x.status), 'score', x.score, 'level', upper(x.level),
    'owner', CASE WHEN o.id IS NOT NULL THEN
      json_build_object('id', 'member_' || encode(uuid_send(o.id), 'hex'), 'name', o.name) END)
    ORDER BY x.score DESC NULLS LAST, x.id DESC) AS nodes
  FROM (SELECT k.id, k.title, k.category, k.status, k.owner_id, s.score, s.level FROM risk k
        LEFT JOIN risk_score s ON s.tenant_id = $1 AND s.risk_id = k.id
        WHERE k.tenant_id = $1 AND k.venture_id = v.id AND k.archived_at IS NULL
        ORDER BY s.score DESC NULLS LAST, k.id DESC LIMIT 5) x
  LEFT JOIN membership o ON o.tenant_id = $1 AND o.id = x.owner_id) r ON true
"""

_INSTANT: Final = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""

DETAIL: Final = f"""
SELECT json_build_object('risk', json_build_object(
  'id', 'risk_' || encode(uuid_send(k.id), 'hex'), 'title', k.title, 'category', k.category, 'subType', k.sub_type,
  'status', upper(k.status), 'openedAt', {_INSTANT.format("k.opened_at")},
  'cause', k.cause, 'event', k.event, 'effect', k.effect, 'score', s.score, 'level', upper(s.level),
  'expectedLoss', s.expected_loss::text,
  'owner', CASE WHEN o.id IS NOT NULL THEN
    json_build_object('id', 'member_' || encode(uuid_send(o.id), 'hex'), 'name', o.name) END,
  'assessments', json_build_object('nodes', coalesce((
    SELECT json_agg(json_build_object('id', 'assessment_' || encode(uuid_send(x.id), 'hex'), 'kind', upper(x.kind),
      'score', x.score, 'level', upper(x.level), 'probability', x.probability::text, 'rationale', x.rationale,
      'assessedAt', {_INSTANT.format("x.assessed_at")}) ORDER BY x.assessed_at DESC, x.id DESC)
    FROM (SELECT * FROM assessment WHERE tenant_id = $1 AND risk_id = k.id
          ORDER BY assessed_at DESC, id DESC LIMIT 20) x), '[]')),
  'responses', json_build_object('nodes', coalesce((
    SELECT json_agg(json_build_object('id', 'response_' || encode(uuid_send(x.id), 'hex'), 'kind', upper(x.kind),
      'title', x.title, 'description', x.description,
      'owner', CASE WHEN w.id IS NOT NULL THEN
        json_build_object('id', 'member_' || encode(uuid_send(w.id), 'hex'), 'name', w.name) END)
      ORDER BY x.id)
    FROM (SELECT * FROM response WHERE tenant_id = $1 AND risk_id = k.id AND archived_at IS NULL
          ORDER BY id LIMIT 20) x
    LEFT JOIN membership w ON w.tenant_id = $1 AND w.id = x.owner_id), '[]')),
  'alerts', json_build_object('nodes', coalesce((
    SELECT json_agg(json_build_object('id', 'alert_' || encode(uuid_send(x.id), 'hex'), 'rule', x.rule,
      'severity', upper(x.severity), 'state', upper(x.state), 'summary', x.summary,
      'since', {_INSTANT.format("x.since")}) ORDER BY x.since DESC, x.id DESC)
    FROM (SELECT * FROM alert WHERE tenant_id = $1 AND subject_id = k.id
          ORDER BY since DESC, id DESC LIMIT 20) x), '[]'))))
FROM risk k
LEFT JOIN risk_score s ON s.tenant_id = $1 AND s.risk_id = k.id
LEFT JOIN membership o ON o.tenant_id = $1 AND o.id = k.owner_id
WHERE k.tenant_id = $1 AND k.id = $2
"""

PAGE: Final = f"""
SELECT json_build_object('risks', json_build_object(
  'nodes', coalesce(json_agg(x.node ORDER BY x.place) FILTER (WHERE x.place <= 50), '[]'),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50,
    'endCursor', encode(convert_to(max(x.cursor) FILTER (WHERE x.place = 50), 'UTF8'), 'base64'))))
FROM (
  SELECT x.place, x.score || '/' || x.id AS cursor, json_build_object(
    'id', 'risk_' || encode(uuid_send(x.id), 'hex'), 'title', x.title, 'category', x.category,
    'status', upper(x.status), 'openedAt', {_INSTANT.format("x.opened_at")},
    'score', x.score, 'level', upper(x.level),
    'owner', CASE WHEN o.id IS NOT NULL THEN
      json_build_object('id', 'member_' || encode(uuid_send(o.id), 'hex'), 'name', o.name) END,
    'venture', json_build_object('id', 'venture_' || encode(uuid_send(v.id), 'hex'), 'name', v.name)) AS node
  FROM (SELECT k.id, k.title, k.category, k.status, k.opened_at, k.owner_id, k.venture_id, s.score, s.level,
               row_number() OVER (ORDER BY s.score DESC NULLS LAST, k.id DESC) AS place
        FROM risk k LEFT JOIN risk_score s ON s.tenant_id = $1 AND s.risk_id = k.id
        WHERE k.tenant_id = $1 AND k.archived_at IS NULL AND k.status = 'open' AND k.category = $2
        ORDER BY s.score DESC NULLS LAST, k.id DESC LIMIT 51) x
  JOIN venture v ON v.tenant_id = $1 AND v.id = x.venture_id
  LEFT JOIN membership o ON o.tenant_id = $1 AND o.id = x.owner_id) x
"""

HEAT: Final = """
SELECT json_build_object('risks', json_build_object('aggregate', coalesce(json_agg(json_build_object(
  'keys', json_build_object('probabilityLevel', p, 'impactLevel', i), 'count', n) ORDER BY p, i), '[]')))
FROM (SELECT s.probability_level AS p, s.impact_level AS i, count(*) AS n
      FROM risk_score s JOIN risk r ON r.tenant_id = $1 AND r.id = s.risk_id
      WHERE s.tenant_id = $1 AND s.score IS NOT NULL AND r.archived_at IS NULL AND r.status <> 'closed'
      GROUP BY 1, 2) x
"""

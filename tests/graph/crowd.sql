CREATE FUNCTION pg_temp.i(kind text, tenant int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT md5(kind || '.' || tenant || '.' || n)::uuid $$;
CREATE TEMP TABLE t AS SELECT pg_temp.i('tenant', n, 0) AS id, n FROM generate_series(:first, :last) n;
CREATE TEMP TABLE s AS SELECT t.id AS tenant_id, t.n AS t, x AS n, '2026-01-01'::timestamptz + x * interval '1 minute' AS at,
  '2026-01-01'::date + (x % 700)::int AS day, 'Näme ' || md5(x::text) AS name FROM t, generate_series(1, :risks) x;
CREATE INDEX ON s (n);
ANALYZE s;

INSERT INTO tenant SELECT (jsonb_populate_record(m, jsonb_build_object('id', t.id, 'slug', 'crowd-' || t.n))).*
  FROM t, tenant m WHERE m.id = :like;
INSERT INTO membership (tenant_id, id, created_at, updated_at, version, name, email, role)
  SELECT tenant_id, pg_temp.i('m', t, n), at, at, 1, name, n || '@x.example', 'manager' FROM s WHERE n <= 30;
INSERT INTO member_group (tenant_id, id, created_at, updated_at, version, title, roster_version)
  SELECT tenant_id, pg_temp.i('mg', t, n), at, at, 1, name, 1 FROM s;
INSERT INTO member_group_member (tenant_id, id, created_at, updated_at, version, group_id, member_id)
  SELECT tenant_id, pg_temp.i('mm', t, n), at, at, 1, pg_temp.i('mg', t, n), pg_temp.i('m', t, 1 + n % 30) FROM s;
INSERT INTO invitation (tenant_id, id, created_at, updated_at, version, email, name, role, expires_at, mails)
  SELECT tenant_id, pg_temp.i('iv', t, n), at, at, 1, n || '@y.example', name, 'viewer', at + interval '7 days', 1 FROM s;
INSERT INTO service_account (tenant_id, id, created_at, updated_at, version, title, role)
  SELECT tenant_id, pg_temp.i('sa', t, n), at, at, 1, name, 'viewer' FROM s;
INSERT INTO identity_provider (tenant_id, id, created_at, updated_at, version, title, issuer, client_id, scopes, trust_email,
    most_role, enabled)
  SELECT tenant_id, pg_temp.i('ip', t, n), at, at, 1, name, 'https://' || n || '.example', 'milepost', '{openid}', false,
    'viewer', true
  FROM s;
INSERT INTO domain (tenant_id, id, created_at, updated_at, version, name, token)
  SELECT tenant_id, pg_temp.i('do', t, n), at, at, 1, n || '.example', md5(n::text) FROM s;
INSERT INTO venture (tenant_id, id, created_at, updated_at, version, name, key, stage, owner_id)
  SELECT tenant_id, pg_temp.i('v', t, n), at, at, 1, name, 'K' || n, 'idea', pg_temp.i('m', t, 1 + n % 30)
  FROM s WHERE n <= :ventures;
INSERT INTO venture_history (tenant_id, id, created_at, updated_at, version, name, key, stage, owner_id, valid_from)
  SELECT tenant_id, id, created_at, updated_at, version, name, key, stage, owner_id, created_at FROM venture
  WHERE tenant_id IN (SELECT t.id FROM t);
INSERT INTO team (tenant_id, id, created_at, updated_at, version, venture_id, name, function)
  SELECT tenant_id, pg_temp.i('t', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 'business'
  FROM s WHERE n <= :ventures;
INSERT INTO team_member (tenant_id, id, created_at, updated_at, version, team_id, member_id, share)
  SELECT tenant_id, pg_temp.i('p', t, n), at, at, 1, pg_temp.i('t', t, n), pg_temp.i('m', t, 1 + n % 30), 50
  FROM s WHERE n <= :ventures;
INSERT INTO person (tenant_id, id, created_at, updated_at, version, name, member_id)
  SELECT tenant_id, pg_temp.i('pn', t, n), at, at, 1, name, CASE WHEN n <= 30 THEN pg_temp.i('m', t, n) END FROM s;
INSERT INTO skill (tenant_id, id, created_at, updated_at, version, name, function)
  SELECT tenant_id, pg_temp.i('sk', t, n), at, at, 1, 'skill ' || n, 'business' FROM s;
INSERT INTO person_skill (tenant_id, id, created_at, updated_at, version, person_id, skill_id, level)
  SELECT tenant_id, pg_temp.i('ps', t, n), at, at, 1, pg_temp.i('pn', t, n), pg_temp.i('sk', t, 1 + n % 30), 1 + n % 5
  FROM s;
INSERT INTO meeting (tenant_id, id, created_at, updated_at, version, venture_id, title, kind, planned_on, held_on)
  SELECT tenant_id, pg_temp.i('mt', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 'progress', day, day
  FROM s;
INSERT INTO meeting_attendee (tenant_id, id, created_at, updated_at, version, venture_id, meeting_id, person_id)
  SELECT tenant_id, pg_temp.i('ma', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('mt', t, n),
    pg_temp.i('pn', t, n) FROM s;
INSERT INTO candidate_field (tenant_id, id, created_at, updated_at, version, venture_id, name, decision)
  SELECT tenant_id, pg_temp.i('cf', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 'undecided' FROM s;
INSERT INTO factor_score (tenant_id, id, created_at, updated_at, version, venture_id, candidate_field_id, factor, score, weight)
  SELECT tenant_id, pg_temp.i(f, t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('cf', t, n), f, n % 6, 1
  FROM s, unnest('{market_trend,competition,user_need}'::text[]) f;
INSERT INTO positioning (tenant_id, id, created_at, updated_at, version, venture_id, kind, title)
  SELECT tenant_id, pg_temp.i('po', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'product', name FROM s;
INSERT INTO positioning_history (tenant_id, id, created_at, updated_at, version, venture_id, kind, title, valid_from)
  SELECT tenant_id, id, created_at, updated_at, version, venture_id, kind, title, created_at FROM positioning
  WHERE tenant_id IN (SELECT t.id FROM t);
INSERT INTO positioning_check (tenant_id, id, venture_id, positioning_id, kind, passed, positioning_version, judged_at)
  SELECT tenant_id, pg_temp.i('pc', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('po', t, n), 'clarity', true, 1, at
  FROM s;
INSERT INTO competitor (tenant_id, id, created_at, updated_at, version, venture_id, name)
  SELECT tenant_id, pg_temp.i('co', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name FROM s;
INSERT INTO competitor_share (tenant_id, id, created_at, updated_at, version, venture_id, competitor_id, share_on, share)
  SELECT tenant_id, pg_temp.i('cs', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('co', t, n), day, 0.1
  FROM s;
INSERT INTO competitor_event (tenant_id, id, created_at, updated_at, version, venture_id, competitor_id, title, happened_on,
    same_function)
  SELECT tenant_id, pg_temp.i('ce', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('co', t, n), name, day,
    n % 10 = 0
  FROM s;
INSERT INTO working_calendar (tenant_id, id, created_at, updated_at, version, name, week, off_days, working_days, is_default)
  SELECT tenant_id, pg_temp.i('wc', t, n), at, at, 1, name, '1111100', '{}', '{}', n = 1 FROM s WHERE n <= 30;
INSERT INTO phase (tenant_id, id, created_at, updated_at, version, venture_id, title, kind, position)
  SELECT tenant_id, pg_temp.i('ph', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 'other', n
  FROM s WHERE n % 2 = 0;
INSERT INTO milestone (tenant_id, id, created_at, updated_at, archived_at, version, venture_id, title, status, key, due_on,
    percent_complete, owner_id, phase_id, budget)
  SELECT tenant_id, pg_temp.i('g', t, n), at, at, CASE WHEN n % 10 = 0 THEN at END, 1, pg_temp.i('v', t, 1 + n % :ventures),
    name, CASE n % 3 WHEN 0 THEN 'done' ELSE 'planned' END, n % 5 = 0, day, 0, pg_temp.i('m', t, 1 + n % 30),
    pg_temp.i('ph', t, n), 100
  FROM s WHERE n % 2 = 0;
INSERT INTO milestone_history (tenant_id, id, created_at, updated_at, archived_at, version, venture_id, title, status, key,
    due_on, percent_complete, valid_from)
  SELECT tenant_id, milestone.id, created_at, updated_at, archived_at, version, venture_id, title, status, key, due_on,
    percent_complete, created_at FROM milestone WHERE tenant_id IN (SELECT t.id FROM t);
INSERT INTO role_requirement (tenant_id, id, created_at, updated_at, version, venture_id, milestone_id, team_id, title,
    function, skill_id, headcount, is_core)
  SELECT tenant_id, pg_temp.i('rr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures),
    CASE WHEN n % 4 = 0 THEN pg_temp.i('g', t, n) END, pg_temp.i('t', t, 1 + n % :ventures), name, 'business',
    pg_temp.i('sk', t, 1 + n % 30), 1 + n % 3, n % 2 = 0 FROM s;
INSERT INTO role_holder (tenant_id, id, created_at, updated_at, version, venture_id, role_requirement_id, person_id)
  SELECT tenant_id, pg_temp.i('rh', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('rr', t, n),
    pg_temp.i('pn', t, n) FROM s;
INSERT INTO criterion (tenant_id, id, created_at, updated_at, version, venture_id, milestone_id, title, must)
  SELECT tenant_id, pg_temp.i('c', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('g', t, n), name, true
  FROM s WHERE n % 2 = 0;
INSERT INTO criterion_result (tenant_id, id, criterion_id, result, recorded_at)
  SELECT tenant_id, pg_temp.i('f', t, n), pg_temp.i('c', t, n), 'pass', at FROM s WHERE n % 2 = 0;
INSERT INTO milestone_dependency (tenant_id, id, created_at, updated_at, version, venture_id, predecessor_id, successor_id,
    kind, lag_days)
  SELECT tenant_id, pg_temp.i('d', t, n), at, at, 1, pg_temp.i('v', t, 1 + (n + 2) % :ventures), pg_temp.i('g', t, n),
    pg_temp.i('g', t, n + 2), 'FS', 0 FROM s WHERE n % 2 = 0 AND n < :risks - 2;
INSERT INTO risk (tenant_id, id, created_at, updated_at, archived_at, version, venture_id, title, category, status, opened_at,
    owner_id)
  SELECT tenant_id, pg_temp.i('r', t, n), at, at, CASE WHEN n % 10 = 0 THEN at END, 1, pg_temp.i('v', t, 1 + n % :ventures),
    name, (ARRAY['technical', 'funding', 'market', 'legal'])[1 + n % 4], (ARRAY['open', 'open', 'closed'])[1 + n % 3], at,
    CASE WHEN n % 2 = 0 THEN pg_temp.i('m', t, 1 + n % 30) END FROM s;
INSERT INTO risk_history (tenant_id, id, created_at, updated_at, archived_at, version, venture_id, title, category, status,
    opened_at, valid_from)
  SELECT tenant_id, risk.id, created_at, updated_at, archived_at, version, venture_id, title, category, status, opened_at,
    created_at FROM risk WHERE tenant_id IN (SELECT t.id FROM t);
INSERT INTO risk_scale (tenant_id, id, created_at, updated_at, version, version_number, definition)
  SELECT tenant_id, pg_temp.i('rs', t, n), at, at, 1, n, coalesce((
    SELECT c.definition FROM risk_scale c WHERE c.tenant_id = :like LIMIT 1), '{}') FROM s WHERE n <= 30;
INSERT INTO risk_score (tenant_id, risk_id, probability_level, impact_level, score, level, expected_loss,
    assessed_at)
  SELECT tenant_id, pg_temp.i('r', t, n), 1 + n % 5, 1 + n % 4, (1 + n % 5) * (1 + n % 4),
    (ARRAY['low', 'medium', 'high', 'critical'])[1 + n % 4], CASE WHEN n % 4 = 0 THEN n * 7 % 100000 END, at
  FROM s WHERE n % 9 <> 0;
INSERT INTO risk_score (tenant_id, risk_id) SELECT tenant_id, pg_temp.i('r', t, n)
  FROM s WHERE n % 9 = 0;
INSERT INTO assessment (tenant_id, id, risk_id, kind, scale_number, probability_level, impact_level, score, level,
    assessed_at)
  SELECT tenant_id, pg_temp.i('a', t, n), pg_temp.i('r', t, n), 'current', 1, 1 + n % 5, 1 + n % 4,
    (1 + n % 5) * (1 + n % 4), 'high', at FROM s WHERE n % 9 <> 0;
INSERT INTO risk_milestone (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, milestone_id)
  SELECT tenant_id, pg_temp.i('l', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n),
    pg_temp.i('g', t, n) FROM s WHERE n % 2 = 0;
INSERT INTO response (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, kind, title)
  SELECT tenant_id, pg_temp.i('w', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n),
    'mitigate', name FROM s WHERE n % 2 = 0;
INSERT INTO response_action (tenant_id, id, created_at, updated_at, version, venture_id, response_id, title, due_on)
  SELECT tenant_id, pg_temp.i('x', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('w', t, n), name, day
  FROM s WHERE n % 2 = 0;
INSERT INTO resource (tenant_id, id, created_at, updated_at, version, venture_id, kind, name, amount)
  SELECT tenant_id, pg_temp.i('q', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'data', name, 10
  FROM s WHERE n % 2 = 0;
INSERT INTO allocation (tenant_id, id, created_at, updated_at, version, venture_id, resource_id, milestone_id, amount)
  SELECT tenant_id, pg_temp.i('o', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('q', t, n),
    pg_temp.i('g', t, n), 1 FROM s WHERE n % 2 = 0;
INSERT INTO review (tenant_id, id, venture_id, milestone_id, state, stale, attempts, created_at)
  SELECT tenant_id, pg_temp.i('e', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('g', t, n), 'ready', false, 0, at
  FROM s WHERE n % 2 = 0;
INSERT INTO review_condition (tenant_id, id, created_at, updated_at, version, venture_id, review_id, title, due_on)
  SELECT tenant_id, pg_temp.i('z', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('e', t, n), name, day
  FROM s WHERE n % 2 = 0;
INSERT INTO alert (tenant_id, id, venture_id, rule, subject_type, subject_id, state, severity, peak_severity, evidence, since,
    fired_at, resolved_at, evaluated_at, summary, escalation_step, revision)
  SELECT tenant_id, pg_temp.i('b', t, n), pg_temp.i('v', t, 1 + n % :ventures), 'risk.level_high', 'risk',
    pg_temp.i('r', t, n), CASE n % 8 WHEN 0 THEN 'firing' ELSE 'resolved' END, 'warning', 'warning', '{}', at, at,
    CASE n % 8 WHEN 0 THEN NULL ELSE at END, at, name, 0, 0 FROM s WHERE n % 2 = 0;
INSERT INTO alert_transition (tenant_id, id, alert_id, at, transition, state, severity, told)
  SELECT tenant_id, pg_temp.i('y', t, n), pg_temp.i('b', t, n), at, 'fire', 'firing', 'warning', true FROM s WHERE n % 2 = 0;
INSERT INTO risk_resource (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, resource_id)
  SELECT tenant_id, pg_temp.i('rr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n),
    pg_temp.i('q', t, n) FROM s WHERE n % 2 = 0;
INSERT INTO risk_cause (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, follows_id)
  SELECT tenant_id, pg_temp.i('rc', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n),
    pg_temp.i('r', t, n + :ventures) FROM s WHERE n % 2 = 0 AND n < :risks - :ventures;
INSERT INTO risk_comment (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, body, author_id)
  SELECT tenant_id, pg_temp.i('ro', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n), name,
    pg_temp.i('m', t, 1 + n % 30) FROM s WHERE n % 2 = 0;
INSERT INTO risk_mention (tenant_id, id, created_at, updated_at, version, venture_id, comment_id, member_id)
  SELECT tenant_id, pg_temp.i('rm', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ro', t, n),
    pg_temp.i('m', t, 1 + n % 30) FROM s WHERE n % 2 = 0;
INSERT INTO risk_limits (tenant_id, id, venture_id, scale_number, money_bands, delay_bands, trust)
  SELECT tenant_id, pg_temp.i('rl', t, n), pg_temp.i('v', t, 1 + n % :ventures), n, '{0}', '{0}', '{}' FROM s WHERE n % 2 = 0;
INSERT INTO risk_appetite (tenant_id, id, created_at, updated_at, version, venture_id, category, amount)
  SELECT tenant_id, pg_temp.i('ra', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'c' || n, 10 FROM s WHERE n % 2 = 0;
INSERT INTO acceptance (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, state, reason, expires_on,
    requested_at, requested_by, approved_at)
  SELECT tenant_id, pg_temp.i('ac', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n),
    CASE n % 4 WHEN 0 THEN 'approved' ELSE 'lapsed' END, name, day, at, pg_temp.i('m', t, 1 + n % 30), at
  FROM s WHERE n % 2 = 0;
INSERT INTO suggested_assessment (tenant_id, id, venture_id, risk_id, state, probability_level, impact_level, scale_number,
    reason, suggested_at)
  SELECT tenant_id, pg_temp.i('su', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n), 'dismissed', 2, 2, 1,
    name, at FROM s WHERE n % 2 = 0;
INSERT INTO issue (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, title, state, occurred_on)
  SELECT tenant_id, pg_temp.i('is', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n), name,
    'resolved', day FROM s WHERE n % 2 = 0;
INSERT INTO indicator (tenant_id, id, created_at, updated_at, version, venture_id, risk_id, name, direction, critical,
    interval_days)
  SELECT tenant_id, pg_temp.i('in', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('r', t, n), name,
    'higher_is_worse', 9, 7 FROM s WHERE n % 2 = 0;
INSERT INTO indicator_status (tenant_id, indicator_id, state, latest_at, latest_value)
  SELECT tenant_id, pg_temp.i('in', t, n), 'ok', at, 1 FROM s WHERE n % 2 = 0;
INSERT INTO indicator_trend (tenant_id, indicator_id, readings, direction, computed_at)
  SELECT tenant_id, pg_temp.i('in', t, n), 8, 'none', at FROM s WHERE n % 2 = 0;
INSERT INTO indicator_pull (tenant_id, indicator_id, pulled_at) SELECT tenant_id, pg_temp.i('in', t, n), at FROM s WHERE n % 2 = 0;
INSERT INTO reading (tenant_id, id, indicator_id, at, value, recorded_at)
  SELECT tenant_id, pg_temp.i('re', t, n * 10 + x), pg_temp.i('in', t, n), at - x * interval '7 days', x, at
  FROM s, generate_series(0, 9) x WHERE n % 2 = 0;
INSERT INTO exposure (tenant_id, subject_id, venture_id, inputs_hash, expected, p50, p80, p95, curve, risks, without_loss,
    without_probability, draws, computed_at)
  SELECT tenant_id, pg_temp.i('v', t, n), pg_temp.i('v', t, n), '', 1, 1, 1, 1, '[]', 1, 0, 0, 0, at FROM s WHERE n <= :ventures;
INSERT INTO task (tenant_id, id, created_at, updated_at, version, venture_id, milestone_id, title, status, weight, due_on,
    completed_on)
  SELECT tenant_id, pg_temp.i('ta', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('g', t, n), name,
    CASE n % 4 WHEN 0 THEN 'done' ELSE 'todo' END, 1, day, CASE n % 4 WHEN 0 THEN day END FROM s WHERE n % 2 = 0;
INSERT INTO cost (tenant_id, id, created_at, updated_at, version, venture_id, milestone_id, category, amount, spent_on)
  SELECT tenant_id, pg_temp.i('co', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('g', t, n), 'other', 5,
    '2026-01-01'::date + (n % 140)::int FROM s WHERE n % 2 = 0;
INSERT INTO receipt (tenant_id, id, created_at, updated_at, version, venture_id, category, amount, received_on)
  SELECT tenant_id, pg_temp.i('rt', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'revenue', 5,
    '2026-01-01'::date + (n % 140)::int FROM s WHERE n % 2 = 0;
INSERT INTO cash_balance (tenant_id, id, created_at, updated_at, version, venture_id, balance_on, amount)
  SELECT tenant_id, pg_temp.i('cb', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), day, 100 FROM s WHERE n % 2 = 0;
INSERT INTO earned_value (tenant_id, subject_id, venture_id, milestone_id, as_of_on, undefined, inputs_hash, computed_at)
  SELECT tenant_id, pg_temp.i('g', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('g', t, n), day, '[]', '', at
  FROM s WHERE n % 2 = 0;
INSERT INTO runway (tenant_id, venture_id, as_of_on, state, burns, missing, inputs_hash, computed_at)
  SELECT tenant_id, pg_temp.i('v', t, n), day, 'burning', '[]', '[]', '', at FROM s WHERE n <= :ventures;
INSERT INTO health (tenant_id, venture_id, state, computed_state, reasons, since, computed_at)
  SELECT tenant_id, pg_temp.i('v', t, n), 'on_track', 'on_track', '[]', at, at FROM s WHERE n <= :ventures;
INSERT INTO forecast (tenant_id, milestone_id, venture_id, inputs_hash, seed, draws, duration_ms, status_on, is_critical,
    histogram, drivers, missing, libraries, computed_at)
  SELECT tenant_id, pg_temp.i('g', t, n), pg_temp.i('v', t, 1 + n % :ventures), '', 1, 1, 1, day, false,
    '[]', '[]', '[]', '{}', at FROM s WHERE n % 2 = 0;
INSERT INTO forecast_day (tenant_id, milestone_id, day, percent_complete)
  SELECT tenant_id, pg_temp.i('g', t, n), '2026-01-01'::date + x, 0 FROM s, generate_series(0, 9) x WHERE n % 2 = 0;
INSERT INTO venture_forecast (tenant_id, venture_id, inputs_hash, seed, draws, duration_ms, status_on, critical_path, drivers,
    throughput, missing, libraries, milestones, connected_ventures, computed_at)
  SELECT tenant_id, pg_temp.i('v', t, n), '', 1, 1, 1, day, '[]', '[]', '{}', '[]', '{}', 1, 1, at FROM s WHERE n <= :ventures;
INSERT INTO review_report (tenant_id, review_id, canonical, content, reasons, computed_at)
  SELECT tenant_id, pg_temp.i('e', t, n), '{}', '{}', '[]', at FROM s WHERE n % 2 = 0;
INSERT INTO task_dependency (tenant_id, id, created_at, updated_at, version, venture_id, predecessor_id, successor_id, kind,
    lag_days)
  SELECT tenant_id, pg_temp.i('td', t, n), at, at, 1, pg_temp.i('v', t, 1 + (n + 2) % :ventures), pg_temp.i('ta', t, n),
    pg_temp.i('ta', t, n + 2), 'FS', 0 FROM s WHERE n % 2 = 0 AND n < :risks - 2;
INSERT INTO health_change (tenant_id, id, venture_id, state, computed_state, cause, reasons, changed_at)
  SELECT tenant_id, pg_temp.i('hc', t, n), pg_temp.i('v', t, 1 + n % :ventures), 'on_track', 'on_track', 'computed', '[]', at
  FROM s WHERE n % 2 = 0;
INSERT INTO baseline (tenant_id, id, created_at, updated_at, version, venture_id, number, name, current, taken_at)
  SELECT tenant_id, pg_temp.i('ba', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), n, name, false, at
  FROM s WHERE n % 2 = 0;
INSERT INTO baseline_milestone (tenant_id, id, baseline_id, milestone_id, due_on)
  SELECT tenant_id, pg_temp.i('bm', t, n), pg_temp.i('ba', t, n), pg_temp.i('g', t, n), day FROM s WHERE n % 2 = 0;
INSERT INTO roadmap (tenant_id, id, created_at, updated_at, archived_at, version, venture_id, vision, core_functions,
    extension_functions, version_number)
  SELECT tenant_id, pg_temp.i('ro', t, n), at, at, CASE WHEN n > :ventures THEN at END, 1,
    pg_temp.i('v', t, 1 + n % :ventures), name, '[]', '[]', 1 FROM s;
INSERT INTO roadmap_version (tenant_id, id, venture_id, roadmap_id, number, content, made_at)
  SELECT tenant_id, pg_temp.i('rv', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ro', t, n), 1 + n % 9, '{}', at
  FROM s WHERE n % 2 = 0;
INSERT INTO review_participant (tenant_id, id, created_at, updated_at, version, venture_id, review_id, member_id, role)
  SELECT tenant_id, pg_temp.i('rp', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('e', t, n),
    pg_temp.i('m', t, 1 + n % 30), 'observer' FROM s WHERE n % 2 = 0;
INSERT INTO review_vote (tenant_id, id, venture_id, review_id, member_id, round, vote, voted_at)
  SELECT tenant_id, pg_temp.i('vo', t, n), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('e', t, n),
    pg_temp.i('m', t, 1 + n % 30), 0, 'go', at FROM s WHERE n % 2 = 0;
INSERT INTO feedback (tenant_id, id, created_at, updated_at, version, venture_id, review_id, kind, text)
  SELECT tenant_id, pg_temp.i('fb', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('e', t, n), 'problem', name
  FROM s WHERE n % 2 = 0;
INSERT INTO silence (tenant_id, id, created_at, updated_at, version, venture_id, starts_at, ends_at, reason)
  SELECT tenant_id, pg_temp.i('si', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), at, at + interval '1 day', name
  FROM s WHERE n % 2 = 0;
INSERT INTO search_text (tenant_id, type, id, content)
  SELECT tenant_id, 'risk', pg_temp.i('r', t, n), lower(name) || chr(10) || 'cause ' || md5(n::text || 'c') || ' 风险 ' || n FROM s;
INSERT INTO obligation (tenant_id, id, created_at, updated_at, version, venture_id, kind, title, owner_id, due_on, due_day)
  SELECT tenant_id, pg_temp.i('ob', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'compliance', name,
    pg_temp.i('m', t, 1 + n % 30), day, 1 FROM s;
INSERT INTO obligation_evidence (tenant_id, id, created_at, updated_at, version, venture_id, obligation_id, text, provided_on)
  SELECT tenant_id, pg_temp.i('oe', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ob', t, n), name, day
  FROM s WHERE n % 2 = 0;
INSERT INTO venture_regime (tenant_id, id, created_at, updated_at, version, venture_id, regime, title)
  SELECT tenant_id, pg_temp.i('vr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'regime_' || n, name FROM s;
INSERT INTO lesson (tenant_id, id, created_at, updated_at, version, venture_id, title, category, sub_type, learned_on)
  SELECT tenant_id, pg_temp.i('le', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name,
    (ARRAY['technical', 'funding', 'market', 'legal'])[1 + n % 2], (ARRAY['data_quality', 'not_enough'])[1 + n % 2], day
  FROM s;
INSERT INTO search_text (tenant_id, type, id, content) SELECT tenant_id, 'lesson', pg_temp.i('le', t, n), lower(name) FROM s;
INSERT INTO lesson_risk (tenant_id, id, created_at, updated_at, version, venture_id, lesson_id, risk_id)
  SELECT tenant_id, pg_temp.i('lr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('le', t, n),
    pg_temp.i('r', t, n) FROM s;
INSERT INTO lesson_review (tenant_id, id, created_at, updated_at, version, venture_id, lesson_id, review_id)
  SELECT tenant_id, pg_temp.i('lv', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('le', t, n),
    pg_temp.i('e', t, n) FROM s WHERE n % 2 = 0;
INSERT INTO playbook (tenant_id, id, created_at, updated_at, version, title, risks, milestones, roles)
  SELECT tenant_id, pg_temp.i('pb', t, n), at, at, 1, name, '[]', '[]', '[]' FROM s;
INSERT INTO catalogue_entry (tenant_id, id, created_at, updated_at, version, code, kind, name, summary, strengths, weaknesses,
    fits) SELECT tenant_id, pg_temp.i('ca', t, n), at, at, 1, 'code_' || n, 'tool', name, name, '{}', '{}', '{}' FROM s;
INSERT INTO data_source (tenant_id, id, created_at, updated_at, version, venture_id, resource_id, channel)
  SELECT tenant_id, pg_temp.i('ds', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('q', t, n), 'purchased'
  FROM s WHERE n % 2 = 0;
INSERT INTO data_use (tenant_id, id, created_at, updated_at, version, venture_id, data_source_id, milestone_id, purpose)
  SELECT tenant_id, pg_temp.i('du', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ds', t, n),
    pg_temp.i('g', t, n), 'training' FROM s WHERE n % 2 = 0;
INSERT INTO compute_pool (tenant_id, id, created_at, updated_at, version, venture_id, resource_id, accelerator, vendor)
  SELECT tenant_id, pg_temp.i('cp', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('q', t, n), 'gpu', name
  FROM s WHERE n % 2 = 0;
INSERT INTO compute_use (tenant_id, id, compute_pool_id, milestone_id, used_on, hours, recorded_at)
  SELECT tenant_id, pg_temp.i('cu', t, n), pg_temp.i('cp', t, n - n % 2), pg_temp.i('g', t, n), day, 1, at FROM s WHERE n > 1;
INSERT INTO compute_forecast (tenant_id, id, created_at, updated_at, version, venture_id, compute_pool_id, milestone_id, hours)
  SELECT tenant_id, pg_temp.i('cf', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('cp', t, n),
    pg_temp.i('g', t, n), 9 FROM s WHERE n % 2 = 0;
INSERT INTO technology (tenant_id, id, created_at, updated_at, version, venture_id, resource_id, source)
  SELECT tenant_id, pg_temp.i('te', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('q', t, n), 'purchased'
  FROM s WHERE n % 2 = 0;
INSERT INTO talent_source (tenant_id, id, created_at, updated_at, version, venture_id, resource_id, channel)
  SELECT tenant_id, pg_temp.i('ts', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('q', t, n), 'training'
  FROM s WHERE n % 2 = 0;
INSERT INTO acquisition (tenant_id, id, created_at, updated_at, version, venture_id, kind, channel, title, status, status_on,
    expected_amount, currency, expected_on, milestone_id, resource_id, owner_id)
  SELECT tenant_id, pg_temp.i('aq', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'funding', 'venture_capital', name,
    'negotiating', day, 100, 'EUR', day, pg_temp.i('g', t, n), pg_temp.i('q', t, n), pg_temp.i('m', t, 1 + n % 30)
  FROM s WHERE n % 2 = 0;
INSERT INTO acquisition_step (tenant_id, id, venture_id, acquisition_id, former_status, status, moved_on, recorded_at)
  SELECT tenant_id, pg_temp.i('as', t, 2 * n + x), pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('aq', t, n),
    CASE x WHEN 1 THEN 'identified' END, CASE x WHEN 0 THEN 'identified' ELSE 'negotiating' END, day, at + x * interval '1 day'
  FROM s, generate_series(0, 1) x WHERE n % 2 = 0;
INSERT INTO investor (tenant_id, id, created_at, updated_at, version, name, kind)
  SELECT tenant_id, pg_temp.i('iv', t, n), at, at, 1, name, 'angel' FROM s;
INSERT INTO funding_round (tenant_id, id, created_at, updated_at, version, venture_id, kind, name, status, currency, planned_on,
    milestone_id)
  SELECT tenant_id, pg_temp.i('fr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'seed', name, 'open', 'EUR', day,
    pg_temp.i('g', t, n) FROM s WHERE n % 2 = 0;
INSERT INTO investment (tenant_id, id, created_at, updated_at, version, venture_id, round_id, investor_id, acquisition_id,
    instrument, amount, committed_on)
  SELECT tenant_id, pg_temp.i('im', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('fr', t, n),
    pg_temp.i('iv', t, n), CASE WHEN n % 3 = 0 THEN pg_temp.i('aq', t, n) END, 'equity', 10, day FROM s WHERE n % 2 = 0;
INSERT INTO loan (tenant_id, id, created_at, updated_at, version, venture_id, investor_id, acquisition_id, name, principal,
    currency, annual_rate, term_months, interest_only_months, method, drawn_on, first_payment_on)
  SELECT tenant_id, pg_temp.i('lo', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('iv', t, n),
    CASE WHEN n % 3 = 1 THEN pg_temp.i('aq', t, n) END, name, 100, 'EUR', 0.06, 24, 0, 'annuity', day, day
  FROM s WHERE n % 2 = 0;
INSERT INTO cash_account (tenant_id, id, created_at, updated_at, version, venture_id, name, currency, restricted)
  SELECT tenant_id, pg_temp.i('ka', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 'EUR', n % 5 = 0 FROM s;
INSERT INTO cash_balance (tenant_id, id, created_at, updated_at, version, venture_id, account_id, balance_on, amount)
  SELECT tenant_id, pg_temp.i('kb', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ka', t, n % 100),
    '2026-01-01'::date + (n % 140)::int, 100 FROM s WHERE n % 2 = 0 AND n % 100 > 0;
INSERT INTO exchange_rate (tenant_id, id, created_at, updated_at, version, from_currency, to_currency, rate, rate_on)
  SELECT tenant_id, pg_temp.i('xr', t, n), at, at, 1, (ARRAY['CNY', 'EUR', 'GBP', 'JPY'])[1 + n % 4], 'USD', 1.1,
    '2025-06-01'::date + n::int FROM s;
INSERT INTO market_size (tenant_id, id, created_at, updated_at, version, venture_id, year, tam, sam, som, currency, source)
  SELECT tenant_id, pg_temp.i('ms', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 2000 + n / :ventures, 3, 2, 1, 'USD',
    name FROM s;
INSERT INTO research (tenant_id, id, created_at, updated_at, version, venture_id, kind, title, held_on, participants)
  SELECT tenant_id, pg_temp.i('rh', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures),
    CASE n % 8 WHEN 0 THEN 'data_analysis' ELSE 'interview' END, name, day, 5 FROM s;
INSERT INTO need (tenant_id, id, created_at, updated_at, version, venture_id, title, severity, state)
  SELECT tenant_id, pg_temp.i('ne', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name, 1 + n % 5, 'open' FROM s;
INSERT INTO need_mention (tenant_id, id, created_at, updated_at, version, venture_id, need_id, research_id, mentions)
  SELECT tenant_id, pg_temp.i('nm', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), pg_temp.i('ne', t, n),
    pg_temp.i('rh', t, n), 2 FROM s;
INSERT INTO promotion (tenant_id, id, created_at, updated_at, version, venture_id, kind, title, start_on, currency)
  SELECT tenant_id, pg_temp.i('pm', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'brand', name, day, 'USD' FROM s;
INSERT INTO user_feedback (tenant_id, id, created_at, updated_at, version, venture_id, source, text, received_on, task_id,
    risk_id, need_id)
  SELECT tenant_id, pg_temp.i('uf', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), 'forum', name, day,
    CASE n % 4 WHEN 0 THEN pg_temp.i('ta', t, n) END, CASE n % 4 WHEN 1 THEN pg_temp.i('r', t, n) END,
    CASE n % 4 WHEN 2 THEN pg_temp.i('ne', t, n) END FROM s;
INSERT INTO customer_revenue (tenant_id, id, created_at, updated_at, version, venture_id, customer, month, amount, currency)
  SELECT tenant_id, pg_temp.i('cr', t, n), at, at, 1, pg_temp.i('v', t, 1 + n % :ventures), name,
    '2025-06-01'::date + (n / :ventures) * interval '1 month', 10, 'USD' FROM s;
INSERT INTO sheet_import (tenant_id, id, entity, venture_id, format, encoding, columns, source, state, dry_run, acting, size,
    lines_done, made, changed, unchanged, mapping, problem_count, problems, created_at)
  SELECT tenant_id, pg_temp.i('sh', t, n), 'risk', pg_temp.i('v', t, 1 + n % :ventures), 'csv', 'utf8', '{}', 'sheet', 'done',
    false, '{}', 1, 1, 1, 0, 0, '[]', 0, '[]', at FROM s;
INSERT INTO imported_row (tenant_id, entity, source, external_id, row_id, sheet_import_id)
  SELECT tenant_id, 'risk', 'sheet', n::text, pg_temp.i('r', t, n), pg_temp.i('sh', t, n) FROM s;
CREATE TEMP TABLE months AS
  SELECT row_number() OVER (ORDER BY day) AS month, day FROM (
    SELECT to_date(right(c.relname, 8), 'YYYYMMDD') AS day FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = 'audit_entry'::regclass) found;
INSERT INTO audit_entry (tenant_id, id, at, actor_kind, action, subject_type, subject_id, venture_id)
  SELECT tenant_id, (lpad(to_hex(extract(epoch FROM made)::bigint * 1000), 12, '0')
      || substr(md5('ae' || t || '.' || n || '.' || month), 13))::uuid,
    made, 'worker', 'risk.updated', 'risk', pg_temp.i('r', t, n), pg_temp.i('v', t, 1 + n % :ventures)
  FROM s, months, LATERAL (SELECT (months.day + interval '1 day' + n * interval '1 minute') AT TIME ZONE 'UTC' AS made) moment;

DROP TABLE months;
DROP TABLE s;
DROP TABLE t;
DROP FUNCTION pg_temp.i;

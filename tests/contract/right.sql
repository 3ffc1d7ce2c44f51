SELECT risk.id FROM risk WHERE risk.tenant_id = $1::UUID AND risk.id = $2::UUID FOR NO KEY UPDATE
SELECT id FROM risk WHERE tenant_id = $1 ORDER BY id LIMIT 5
SELECT r.id FROM risk AS r WHERE (r.tenant_id = $1 AND (r.title = 'a'' OR b' OR r.title IS NULL)) AND NOT r.id = $2
SELECT r.id FROM risk r JOIN venture v ON v.tenant_id = $1 AND v.id = r.venture_id WHERE r.tenant_id = $1
SELECT r.id FROM (risk r LEFT JOIN venture v ON v.tenant_id = $1 AND v.id = r.venture_id) WHERE r.tenant_id = $1
SELECT r.id FROM risk r, venture v WHERE $1 = r.tenant_id AND v.tenant_id = CAST($1 AS uuid)
SELECT j.x FROM LATERAL (SELECT json_agg(t.x ORDER BY t.y) AS x FROM (SELECT a.id AS x, a.title AS y FROM risk a WHERE a.tenant_id = $1) t) j
SELECT EXISTS (SELECT FROM risk WHERE tenant_id = $1), extract(epoch FROM now()), 1 IS DISTINCT FROM 2
SELECT "r"."id" FROM "risk" "r" WHERE "r"."tenant_id" = $1
SELECT id FROM tenant WHERE slug = $1
WITH open AS (SELECT id FROM risk WHERE tenant_id = $1) SELECT o.id FROM open o UNION ALL SELECT id FROM alert WHERE tenant_id = $1
WITH RECURSIVE chain AS (SELECT id FROM team WHERE tenant_id = $1 UNION SELECT t.id FROM team t, chain c WHERE t.tenant_id = $1) SELECT id FROM chain
SELECT count(*) FILTER (WHERE state = 'firing') FROM alert WHERE tenant_id = $1 GROUP BY rule HAVING count(*) > 1
INSERT INTO risk (tenant_id, id, title) VALUES ($1, $2, $3) RETURNING risk.id, risk.version
INSERT INTO risk (tenant_id, id) SELECT p0::UUID, p1::UUID FROM (VALUES ($1, $2, 0)) AS imp_sen(p0, p1, sen_counter) ORDER BY sen_counter RETURNING id
INSERT INTO work (tenant_id, kind, subject_id, due) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, kind, subject_id) DO UPDATE SET due = least(work.due, excluded.due), wanted = work.wanted + $5, parked_at = NULL
INSERT INTO guard (tenant_id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING
UPDATE work SET lease = $2, due = $3 WHERE tenant_id = $1 AND subject_id = ANY(ARRAY(SELECT subject_id FROM work WHERE tenant_id = $1 AND due <= $4 ORDER BY due LIMIT 5 FOR NO KEY UPDATE SKIP LOCKED)) RETURNING subject_id, attempts
DELETE FROM work WHERE work.tenant_id = $1 AND work.lease = $2
UPDATE delivery AS d SET due = $2 FROM webhook_endpoint e WHERE d.tenant_id = $1 AND e.tenant_id = $1 AND e.id = d.endpoint_id
BEGIN READ ONLY; SET LOCAL app.tenant_id = '00000000-0000-7000-8000-000000000000'; SET LOCAL statement_timeout = 5000
COMMIT

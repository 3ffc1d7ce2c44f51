has no tenant_id | SELECT id FROM risk
has no tenant_id | SELECT id FROM risk WHERE id = $1
has no tenant_id | SELECT id FROM risk WHERE tenant_id = $1 OR id = $2
has no tenant_id | SELECT id FROM risk WHERE NOT tenant_id = $1
has no tenant_id | SELECT id FROM risk WHERE NOT (tenant_id = $1)
has no tenant_id | SELECT id FROM risk WHERE (tenant_id = $1) = $2
has no tenant_id | SELECT id FROM risk WHERE tenant_id = $1 IS NOT TRUE
has no tenant_id | SELECT id FROM risk WHERE CASE WHEN tenant_id = $1 THEN true ELSE true END
has no tenant_id | SELECT id FROM risk WHERE tenant_id = '0198f3aa-0000-7000-8000-000000000000'
has no tenant_id | SELECT id FROM risk WHERE tenant_id = current_setting('app.tenant_id')::uuid
has no tenant_id | SELECT id FROM risk WHERE tenant_id = (SELECT $1)
has no tenant_id | SELECT id FROM risk WHERE tenant_id = ANY($1)
has no tenant_id | SELECT id FROM risk WHERE tenant_id::text = $1
has no tenant_id | SELECT id, tenant_id = $1 FROM risk
has no tenant_id | SELECT id FROM risk WHERE coalesce(tenant_id = $1, true)
has no tenant_id | SELECT count(*) FILTER (WHERE tenant_id = $1) FROM risk
risk has no tenant_id | SELECT v.id FROM venture v JOIN risk r ON r.venture_id = v.id WHERE v.tenant_id = $1
risk has no tenant_id | SELECT v.id FROM venture v JOIN risk r ON r.tenant_id = v.tenant_id WHERE v.tenant_id = $1
risk has no tenant_id | SELECT v.id FROM venture v, risk r WHERE tenant_id = $1 AND v.tenant_id = $1
risk has no tenant_id | SELECT v.id FROM venture v, LATERAL (SELECT id FROM risk r WHERE r.venture_id = v.id AND v.tenant_id = $1) x WHERE v.tenant_id = $1
risk has no tenant_id | SELECT v.id FROM venture v WHERE v.tenant_id = $1 AND EXISTS (SELECT FROM risk WHERE risk.venture_id = v.id)
risk has no tenant_id | SELECT v.id FROM venture v WHERE v.tenant_id = $1 UNION SELECT r.id FROM risk r
risk_history has no tenant_id | SELECT id FROM public.risk_history
risk has no tenant_id | WITH x AS (SELECT id FROM risk) SELECT id FROM x
hides the table | WITH risk AS (SELECT 1) SELECT * FROM risk
risk has no tenant_id | SELECT (SELECT json_agg(r.id) FROM risk r)
risk has no tenant_id | SELECT v.id FROM (venture v JOIN risk r ON r.venture_id = v.id) WHERE v.tenant_id = $1
risk has no tenant_id | INSERT INTO guard (tenant_id, name) SELECT $1, title FROM risk
inserted without | INSERT INTO risk (id, title) VALUES ($1, $2)
inserted without | INSERT INTO risk VALUES ($1, $2)
does not begin with tenant_id | INSERT INTO guard (tenant_id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING
another name | INSERT INTO guard (tenant_id, name) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT pk_guard DO NOTHING
now() | INSERT INTO work (tenant_id, due) VALUES ($1, $2) ON CONFLICT (tenant_id) DO UPDATE SET due = now()
RETURNING | INSERT INTO risk (tenant_id, id) VALUES ($1, $2) RETURNING to_jsonb(risk)
tenant_id is changed | UPDATE risk SET tenant_id = $2 WHERE tenant_id = $1
work has no tenant_id | UPDATE work SET due = $1
work has no tenant_id | UPDATE work SET due = $2 WHERE tenant_id = $1 AND id IN (SELECT id FROM work ORDER BY due FOR UPDATE SKIP LOCKED)
gen_random_uuid() | UPDATE work SET lease = gen_random_uuid() WHERE tenant_id = $1
clock_timestamp() | UPDATE work SET due = $2 WHERE tenant_id = $1 AND due < clock_timestamp()
current_timestamp | UPDATE work SET due = current_timestamp WHERE tenant_id = $1
endpoint has no tenant_id | DELETE FROM delivery d USING webhook_endpoint e WHERE d.tenant_id = $1 AND e.id = d.endpoint_id
set_config() | SELECT set_config('app.tenant_id', $1, true)
pg_advisory_xact_lock() | SELECT pg_advisory_xact_lock(1)
MERGE | MERGE INTO risk USING x ON true WHEN MATCHED THEN DELETE
MERGE | WITH a AS (MERGE INTO risk USING x ON true WHEN MATCHED THEN DELETE RETURNING 1) SELECT 1
COPY | COPY risk TO STDOUT
outlives | SET app.tenant_id = 'x'
TRUNCATE | SELECT 1; TRUNCATE risk
unreadable | SELECT (1
unreadable | EXPLAIN SELECT 1

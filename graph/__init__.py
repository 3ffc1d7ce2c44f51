"""What can be read: each type bound to its table, and the compiler that makes one SQL statement of one selection.

How a selection becomes a statement. `selecting` merges the selection: fragments opened, directives obeyed. `roots`
takes the root fields one by one; each becomes one expression of the one SELECT. From there `objects` walks down: a
type's declaration (`entities/`, written in `language`) says for each field how it stands in SQL. A value is an
expression over the row at hand, a relation to one row a lateral beside it, a list a page (`connections`): an inner
SELECT that filters (`filters`), orders (`ordering`) and cuts the rows, around it json_agg in the same order. Counts
and `aggregates` are sub-selects beside the page, made only when asked for. A `Frame` stands for one row: it knows its
alias, what is joined beside it and as of which instant it is read (`moments`). Every table has `tenant_id = $1` of its
own; what the caller's role may not read is refused on the way; every value of the client's is a parameter but for the
sizes of pages, checked numbers by which PostgreSQL plans, and its names are keys of the answer and nothing else. The
text is kept (`statements`) for all requests of the same document, permissions and shape of variables, and PostgreSQL's
JSON goes out as it comes in (`reading`).

    { ventures(first: 2) { nodes { name risks(first: 1) { nodes { title score owner { name } } } } } }

becomes, with the tenant as $1:

    SELECT (
      SELECT json_build_object('nodes', COALESCE(json_agg(
        json_build_object('name', t2.name, 'risks', t8.j) ORDER BY t2.k0_, t2.id), '[]'::json)) AS j
      FROM (
        SELECT t1.id, t1.name, t1.name AS k0_
        FROM venture t1
        WHERE t1.tenant_id = $1 AND t1.archived_at IS NULL
        ORDER BY t1.name, t1.id LIMIT 2
      ) t2
      LEFT JOIN LATERAL (
        SELECT json_build_object('nodes', COALESCE(json_agg(
          json_build_object('title', t5.title, 'score', t5.risk_score_of_score, 'owner', t7.j)
          ORDER BY t5.k0_ DESC NULLS LAST, t5.k1_ DESC NULLS LAST, t5.id DESC), '[]'::json)) AS j
        FROM (
          SELECT t3.id, t3.title, t4.score AS risk_score_of_score, t3.owner_id,
            t4.expected_loss AS k0_, t4.score AS k1_
          FROM risk t3
          JOIN risk_score t4 ON t4.tenant_id = $1 AND t4.risk_id = t3.id
          WHERE t3.tenant_id = $1 AND t3.venture_id = t2.id AND t3.archived_at IS NULL
          ORDER BY t4.expected_loss DESC NULLS LAST, t4.score DESC NULLS LAST, t3.id DESC LIMIT 1
        ) t5
        LEFT JOIN LATERAL (
          SELECT json_build_object('name', t6.name) AS j
          FROM membership t6
          WHERE t6.tenant_id = $1 AND t6.id = t5.owner_id
        ) t7 ON true
      ) t8 ON true
    )
    WHERE $1::uuid IS NOT NULL
"""

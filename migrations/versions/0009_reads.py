"""Indexes for the usual orders of lists and for reading the past; searched texts folded, and of more types.

Risks are listed by expected loss, then score, from an index of the scores kept beside them, so that the first page does
not sort the whole register; each risk has its row of scores. The trigram index on searched texts goes: under row level
security no operator for texts may use it, since PostgreSQL holds none of them for leakproof. Archived rows keep no
searched text.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

PLAIN = (
    ("alert", "since"),
    ("alert", "state", "since"),
    ("alert", "venture_id", "since"),
    ("assessment", "assessed_at", "id"),
    ("criterion_result", "recorded_at", "id"),
    ("membership", "name"),
    ("milestone_history", "venture_id", "valid_from"),
    ("resource", "name"),
    ("resource", "venture_id", "name"),
    ("response_action", "due_on"),
    ("review", "created_at"),
    ("review_condition", "due_on"),
    ("risk_history", "venture_id", "valid_from"),
    ("team", "name"),
)
"""Table and columns after the tenant."""

NEWLY_SEARCHED = (
    ("action", "response_action", "title"),
    ("allocation", "allocation", "note"),
    ("condition", "review_condition", "title"),
    ("criterion", "criterion", "concat_ws(chr(10), title, metric)"),
    ("response", "response", "concat_ws(chr(10), title, description)"),
    ("team_member", "team_member", "title"),
)
"""Type, table and text."""

SEARCHED = (
    ("milestone", "milestone"),
    ("resource", "resource"),
    ("risk", "risk"),
    ("team", "team"),
    ("venture", "venture"),
)


def upgrade() -> None:
    for table, *columns in PLAIN:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    op.drop_index(op.f("ix_resource_venture_id"), table_name="resource")
    op.drop_index(op.f("ix_risk_score_expected_loss"), table_name="risk_score")
    op.drop_index(op.f("ix_risk_score_score"), table_name="risk_score")
    score = sa.text("score DESC NULLS LAST")
    loss, last = sa.text("expected_loss DESC NULLS LAST"), sa.text("risk_id DESC")
    op.create_index("ix_risk_score_gravest", "risk_score", ["tenant_id", loss, score, last])
    op.create_index("ix_risk_score_score", "risk_score", ["tenant_id", score, last])
    op.execute(
        "INSERT INTO risk_score (tenant_id, risk_id) SELECT r.tenant_id, r.id FROM risk r WHERE NOT EXISTS"
        " (SELECT 1 FROM risk_score s WHERE s.tenant_id = r.tenant_id AND s.risk_id = r.id)"
    )
    op.drop_index("ix_search_text_content", table_name="search_text")
    op.execute("UPDATE search_text SET content = lower(normalize(content, NFKC))")
    for word, table in SEARCHED:
        op.execute(
            f"UPDATE search_text SET content = '' FROM {table} x WHERE x.tenant_id = search_text.tenant_id"
            f" AND x.id = search_text.id AND search_text.type = '{word}' AND x.archived_at IS NOT NULL"
        )
    for word, table, text in NEWLY_SEARCHED:
        folded = f"lower(normalize(coalesce({text}, ''), NFKC))"
        op.execute(
            f"INSERT INTO search_text (tenant_id, type, id, content) SELECT tenant_id, '{word}', id,"
            f" CASE WHEN archived_at IS NULL THEN {folded} ELSE '' END FROM {table}"
        )


def downgrade() -> None:
    words = ", ".join(f"'{word}'" for word, *_ in NEWLY_SEARCHED)
    op.execute(f"DELETE FROM search_text WHERE type IN ({words})")
    op.create_index(
        "ix_search_text_content",
        "search_text",
        ["tenant_id", "content"],
        postgresql_using="gin",
        postgresql_ops={"content": "gin_trgm_ops"},
    )
    op.drop_index("ix_risk_score_score", table_name="risk_score")
    op.drop_index("ix_risk_score_gravest", table_name="risk_score")
    op.create_index(op.f("ix_risk_score_score"), "risk_score", ["tenant_id", "score"])
    op.create_index(op.f("ix_risk_score_expected_loss"), "risk_score", ["tenant_id", "expected_loss"])
    op.create_index(op.f("ix_resource_venture_id"), "resource", ["tenant_id", "venture_id"])
    for table, *columns in reversed(PLAIN):
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)

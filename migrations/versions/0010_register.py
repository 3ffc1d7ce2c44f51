"""The register's rest: trust of scales, links between risks, acceptances, issues, outcomes, appetite.

Also limits of impact by venture, opportunities, comments, expected effects of actions, and suggested assessments.

A risk's kind may be empty while the version before runs, which knows threats only. An action belongs to a response or
to an issue, so that its response may be empty.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEYS = (
    ("acceptance", "approved_by", "membership"),
    ("acceptance", "ended_by", "membership"),
    ("acceptance", "requested_by", "membership"),
    ("acceptance", "risk_id", "risk"),
    ("acceptance", "venture_id", "venture"),
    ("issue", "owner_id", "membership"),
    ("issue", "risk_id", "risk"),
    ("issue", "venture_id", "venture"),
    ("response_action", "issue_id", "issue"),
    ("risk_appetite", "venture_id", "venture"),
    ("risk_cause", "follows_id", "risk"),
    ("risk_cause", "risk_id", "risk"),
    ("risk_cause", "venture_id", "venture"),
    ("risk_comment", "author_id", "membership"),
    ("risk_comment", "risk_id", "risk"),
    ("risk_comment", "venture_id", "venture"),
    ("risk_limits", "venture_id", "venture"),
    ("risk_mention", "comment_id", "risk_comment"),
    ("risk_mention", "member_id", "membership"),
    ("risk_mention", "venture_id", "venture"),
    ("risk_outcome", "risk_id", "risk"),
    ("risk_resource", "resource_id", "resource"),
    ("risk_resource", "risk_id", "risk"),
    ("risk_resource", "venture_id", "venture"),
    ("suggested_assessment", "risk_id", "risk"),
    ("suggested_assessment", "venture_id", "venture"),
)
"""Table, column, and the table that it refers to."""

THREATS = "kind IN ('avoid', 'mitigate', 'transfer', 'accept')"
ALL = "kind IN ('avoid', 'mitigate', 'transfer', 'accept', 'exploit', 'enhance', 'share')"


def upgrade() -> None:
    op.create_table(
        "risk_appetite",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_risk_appetite_amount")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_appetite")),
    )
    op.protect_tenant_table("risk_appetite")
    op.create_index(
        op.f("ix_risk_appetite_venture_id_category"),
        "risk_appetite",
        ["tenant_id", "venture_id", "category"],
        unique=False,
    )
    op.create_table(
        "risk_limits",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("scale_number", sa.Integer(), nullable=False),
        sa.Column("money_bands", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("delay_bands", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("trust", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_limits")),
        sa.UniqueConstraint(
            "tenant_id", "venture_id", "scale_number", name=op.f("uq_risk_limits_venture_id_scale_number")
        ),
    )
    op.protect_tenant_table("risk_limits")
    op.create_table(
        "acceptance",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("lapsed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("warned_days", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('requested', 'approved', 'rejected', 'withdrawn', 'superseded', 'ended', 'lapsed')",
            name=op.f("ck_acceptance_state"),
        ),
        sa.CheckConstraint("approved_by <> requested_by", name=op.f("ck_acceptance_two_people")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_acceptance")),
    )
    op.protect_tenant_table("acceptance")
    op.create_index(
        op.f("ix_acceptance_risk_id_requested_at"), "acceptance", ["tenant_id", "risk_id", "requested_at"], unique=False
    )
    op.create_index(
        op.f("ix_acceptance_venture_id_state"), "acceptance", ["tenant_id", "venture_id", "state"], unique=False
    )
    op.create_index(
        "uq_acceptance_approved",
        "acceptance",
        ["tenant_id", "risk_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL AND state = 'approved'"),
    )
    op.create_index(
        "uq_acceptance_requested",
        "acceptance",
        ["tenant_id", "risk_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL AND state = 'requested'"),
    )
    op.create_table(
        "issue",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("estimated_probability", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("estimated_cost", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("estimated_delay", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("actual_cost", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("actual_delay", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'resolved')", name=op.f("ck_issue_state")),
        sa.CheckConstraint("actual_cost >= 0", name=op.f("ck_issue_actual_cost")),
        sa.CheckConstraint("actual_delay >= 0", name=op.f("ck_issue_actual_delay")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_issue")),
    )
    op.protect_tenant_table("issue")
    op.create_index(op.f("ix_issue_owner_id"), "issue", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_issue_risk_id"), "issue", ["tenant_id", "risk_id"], unique=False)
    op.create_index(op.f("ix_issue_venture_id_state"), "issue", ["tenant_id", "venture_id", "state"], unique=False)
    op.create_index(
        "uq_issue_open",
        "issue",
        ["tenant_id", "risk_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL AND state = 'open'"),
    )
    op.create_table(
        "risk_cause",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("follows_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_cause")),
    )
    op.protect_tenant_table("risk_cause")
    op.create_index(op.f("ix_risk_cause_follows_id"), "risk_cause", ["tenant_id", "follows_id"], unique=False)
    op.create_index(op.f("ix_risk_cause_venture_id"), "risk_cause", ["tenant_id", "venture_id"], unique=False)
    op.create_index(
        "uq_risk_cause_ends",
        "risk_cause",
        ["tenant_id", "risk_id", "follows_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "risk_comment",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_comment")),
    )
    op.protect_tenant_table("risk_comment")
    op.create_index(
        op.f("ix_risk_comment_risk_id_created_at"), "risk_comment", ["tenant_id", "risk_id", "created_at"], unique=False
    )
    op.create_table(
        "risk_outcome",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("probability", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("from_level", sa.Boolean(), nullable=False),
        sa.Column("occurred", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("probability BETWEEN 0 AND 1", name=op.f("ck_risk_outcome_probability")),
        sa.PrimaryKeyConstraint("tenant_id", "risk_id", name=op.f("pk_risk_outcome")),
    )
    op.protect_tenant_table("risk_outcome")
    op.create_table(
        "risk_resource",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("resource_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_resource")),
    )
    op.protect_tenant_table("risk_resource")
    op.create_index(op.f("ix_risk_resource_resource_id"), "risk_resource", ["tenant_id", "resource_id"], unique=False)
    op.create_index(
        "uq_risk_resource_ends",
        "risk_resource",
        ["tenant_id", "risk_id", "resource_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "suggested_assessment",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("probability_level", sa.Integer(), nullable=False),
        sa.Column("impact_level", sa.Integer(), nullable=False),
        sa.Column("scale_number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("suggested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("assessment_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'confirmed', 'dismissed', 'outdated')", name=op.f("ck_suggested_assessment_state")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_suggested_assessment")),
    )
    op.protect_tenant_table("suggested_assessment")
    op.create_index(
        op.f("ix_suggested_assessment_risk_id_suggested_at"),
        "suggested_assessment",
        ["tenant_id", "risk_id", "suggested_at"],
        unique=False,
    )
    op.create_index(
        "uq_suggested_assessment_open",
        "suggested_assessment",
        ["tenant_id", "risk_id"],
        unique=True,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "risk_mention",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("comment_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_mention")),
    )
    op.protect_tenant_table("risk_mention")
    op.create_index(op.f("ix_risk_mention_member_id"), "risk_mention", ["tenant_id", "member_id"], unique=False)
    op.create_index(
        "uq_risk_mention_ends",
        "risk_mention",
        ["tenant_id", "comment_id", "member_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.add_column("response_action", sa.Column("issue_id", sa.Uuid(), nullable=True))
    op.add_column("response_action", sa.Column("effect_probability_level", sa.Integer(), nullable=True))
    op.add_column("response_action", sa.Column("effect_impact_level", sa.Integer(), nullable=True))
    op.add_column("response_action", sa.Column("effect_came_true", sa.Boolean(), nullable=True))
    op.add_column("response_action", sa.Column("effect_note", sa.Text(), nullable=True))
    op.alter_column("response_action", "response_id", existing_type=sa.UUID(), nullable=True)
    op.create_index(op.f("ix_response_action_issue_id"), "response_action", ["tenant_id", "issue_id"], unique=False)
    op.add_column("risk", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("risk", sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=True))
    op.add_column("risk", sa.Column("template", sa.Text(), nullable=True))
    op.add_column("risk_history", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("risk_history", sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=True))
    op.add_column("risk_history", sa.Column("template", sa.Text(), nullable=True))
    op.add_column("risk_milestone", sa.Column("slip_low", sa.Numeric(precision=24, scale=6), nullable=True))
    op.add_column("risk_milestone", sa.Column("slip_likely", sa.Numeric(precision=24, scale=6), nullable=True))
    op.add_column("risk_milestone", sa.Column("slip_high", sa.Numeric(precision=24, scale=6), nullable=True))
    op.add_column("risk_scale", sa.Column("trust", postgresql.JSONB(), nullable=True))
    op.add_column("risk_score", sa.Column("scale_number", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_risk_score_scale_number"), "risk_score", ["tenant_id", "scale_number"], unique=False)
    op.execute("UPDATE risk SET kind = 'threat' WHERE kind IS NULL")
    op.create_check_constraint(op.f("ck_risk_kind"), "risk", "kind IN ('threat', 'opportunity')")
    op.drop_constraint(op.f("ck_response_kind"), "response", type_="check")
    op.create_check_constraint(op.f("ck_response_kind"), "response", ALL)
    op.create_check_constraint(
        op.f("ck_response_action_belongs"), "response_action", "response_id IS NOT NULL OR issue_id IS NOT NULL"
    )
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _ in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    op.drop_constraint(op.f("ck_response_action_belongs"), "response_action", type_="check")
    op.execute("DELETE FROM response_action WHERE response_id IS NULL")  # of issues, which are dropped
    op.drop_constraint(op.f("ck_response_kind"), "response", type_="check")
    op.execute(f"UPDATE response SET kind = 'accept' WHERE NOT {THREATS}")
    op.create_check_constraint(op.f("ck_response_kind"), "response", THREATS)
    op.drop_constraint(op.f("ck_risk_kind"), "risk", type_="check")
    op.drop_index(op.f("ix_risk_score_scale_number"), table_name="risk_score")
    op.drop_column("risk_score", "scale_number")
    op.drop_column("risk_scale", "trust")
    op.drop_column("risk_milestone", "slip_high")
    op.drop_column("risk_milestone", "slip_likely")
    op.drop_column("risk_milestone", "slip_low")
    op.drop_column("risk_history", "template")
    op.drop_column("risk_history", "tags")
    op.drop_column("risk_history", "kind")
    op.drop_column("risk", "template")
    op.drop_column("risk", "tags")
    op.drop_column("risk", "kind")
    op.drop_index(op.f("ix_response_action_issue_id"), table_name="response_action")
    op.alter_column("response_action", "response_id", existing_type=sa.UUID(), nullable=False)
    op.drop_column("response_action", "effect_note")
    op.drop_column("response_action", "effect_came_true")
    op.drop_column("response_action", "effect_impact_level")
    op.drop_column("response_action", "effect_probability_level")
    op.drop_column("response_action", "issue_id")
    op.drop_table("risk_mention")
    op.drop_table("suggested_assessment")
    op.drop_table("risk_resource")
    op.drop_table("risk_outcome")
    op.drop_table("risk_comment")
    op.drop_table("risk_cause")
    op.drop_table("issue")
    op.drop_table("acceptance")
    op.drop_table("risk_limits")
    op.drop_table("risk_appetite")

"""Reviews, webhook endpoints, deliveries and attempts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attempt",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("endpoint_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("latency_ms", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_attempt")),
        postgresql_partition_by="RANGE (id)",
    )
    op.protect_tenant_table("attempt")
    op.create_index(
        op.f("ix_attempt_delivery_id_attempt_number"),
        "attempt",
        ["tenant_id", "delivery_id", "attempt_number"],
        unique=False,
    )
    op.create_table(
        "delivery",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("endpoint_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('pending', 'delivered', 'failed', 'cancelled')", name=op.f("ck_delivery_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_delivery")),
        postgresql_partition_by="RANGE (id)",
    )
    op.protect_tenant_table("delivery")
    op.create_index(
        "ix_delivery_due", "delivery", ["due", "tenant_id"], unique=False, postgresql_where=sa.text("due IS NOT NULL")
    )
    op.create_index(
        "ix_delivery_endpoint_due",
        "delivery",
        ["tenant_id", "endpoint_id", "due"],
        unique=False,
        postgresql_where=sa.text("due IS NOT NULL"),
    )
    op.create_index(op.f("ix_delivery_endpoint_id_id"), "delivery", ["tenant_id", "endpoint_id", "id"], unique=False)
    op.create_index(op.f("ix_delivery_event_id"), "delivery", ["tenant_id", "event_id"], unique=False)
    op.create_table(
        "webhook_endpoint",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("event_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("categories", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("min_severity", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("disabled_reason", sa.Text(), nullable=True),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("previous_secret", sa.Text(), nullable=True),
        sa.Column("previous_secret_until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("payload IN ('full', 'thin')", name=op.f("ck_webhook_endpoint_payload")),
        sa.CheckConstraint(
            "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')", name=op.f("ck_webhook_endpoint_role")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_webhook_endpoint")),
    )
    op.protect_tenant_table("webhook_endpoint")
    op.create_table(
        "endpoint_health",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_success_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_endpoint_health")),
    )
    op.protect_tenant_table("endpoint_health")
    op.create_table(
        "review",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("requested_by", sa.Uuid(), nullable=True),
        sa.Column("gathered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inputs_hash", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("recommendation", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_by", sa.Uuid(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("against_recommendation", sa.Boolean(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "decision IN ('go', 'conditional_go', 'recycle', 'hold', 'stop')", name=op.f("ck_review_decision")
        ),
        sa.CheckConstraint(
            "recommendation IN ('go', 'conditional_go', 'recycle', 'insufficient_evidence')",
            name=op.f("ck_review_recommendation"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'gathering', 'ready', 'in_review', 'decided', 'cancelled', 'failed', 'superseded')",
            name=op.f("ck_review_state"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review")),
    )
    op.protect_tenant_table("review")
    op.create_index(
        op.f("ix_review_milestone_id_created_at"), "review", ["tenant_id", "milestone_id", "created_at"], unique=False
    )
    op.create_index(
        op.f("ix_review_venture_id_created_at"), "review", ["tenant_id", "venture_id", "created_at"], unique=False
    )
    op.create_index(
        "uq_review_open",
        "review",
        ["tenant_id", "milestone_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('planned', 'gathering', 'ready', 'in_review', 'failed')"),
    )
    op.create_table(
        "review_condition",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review_condition")),
    )
    op.protect_tenant_table("review_condition")
    op.create_index(op.f("ix_review_condition_owner_id"), "review_condition", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_review_condition_review_id"), "review_condition", ["tenant_id", "review_id"], unique=False)
    op.create_table(
        "review_report",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "review_id", name=op.f("pk_review_report")),
    )
    op.protect_tenant_table("review_report")
    op.create_foreign_key(
        op.f("fk_endpoint_health_id"), "endpoint_health", "webhook_endpoint", ["tenant_id", "id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_review_venture_id"), "review", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_review_milestone_id"), "review", "milestone", ["tenant_id", "milestone_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_review_condition_review_id"),
        "review_condition",
        "review",
        ["tenant_id", "review_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_review_condition_owner_id"),
        "review_condition",
        "membership",
        ["tenant_id", "owner_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_review_condition_venture_id"),
        "review_condition",
        "venture",
        ["tenant_id", "venture_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_review_report_review_id"), "review_report", "review", ["tenant_id", "review_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_review_report_review_id"), "review_report", type_="foreignkey")
    op.drop_constraint(op.f("fk_review_condition_venture_id"), "review_condition", type_="foreignkey")
    op.drop_constraint(op.f("fk_review_condition_owner_id"), "review_condition", type_="foreignkey")
    op.drop_constraint(op.f("fk_review_condition_review_id"), "review_condition", type_="foreignkey")
    op.drop_constraint(op.f("fk_review_milestone_id"), "review", type_="foreignkey")
    op.drop_constraint(op.f("fk_review_venture_id"), "review", type_="foreignkey")
    op.drop_constraint(op.f("fk_endpoint_health_id"), "endpoint_health", type_="foreignkey")
    op.drop_table("review_report")
    op.drop_index(op.f("ix_review_condition_review_id"), table_name="review_condition")
    op.drop_index(op.f("ix_review_condition_owner_id"), table_name="review_condition")
    op.drop_table("review_condition")
    op.drop_index(
        "uq_review_open",
        table_name="review",
        postgresql_where=sa.text("state IN ('planned', 'gathering', 'ready', 'in_review', 'failed')"),
    )
    op.drop_index(op.f("ix_review_venture_id_created_at"), table_name="review")
    op.drop_index(op.f("ix_review_milestone_id_created_at"), table_name="review")
    op.drop_table("review")
    op.drop_table("endpoint_health")
    op.drop_table("webhook_endpoint")
    op.drop_index(op.f("ix_delivery_event_id"), table_name="delivery")
    op.drop_index(op.f("ix_delivery_endpoint_id_id"), table_name="delivery")
    op.drop_index("ix_delivery_endpoint_due", table_name="delivery", postgresql_where=sa.text("due IS NOT NULL"))
    op.drop_index("ix_delivery_due", table_name="delivery", postgresql_where=sa.text("due IS NOT NULL"))
    op.drop_table("delivery")
    op.drop_index(op.f("ix_attempt_delivery_id_attempt_number"), table_name="attempt")
    op.drop_table("attempt")

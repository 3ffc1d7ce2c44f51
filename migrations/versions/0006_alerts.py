"""Rules, alerts and their timeline."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert_flapping",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("changes", postgresql.ARRAY(sa.DateTime(timezone=True)), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("untold", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "rule", "subject_id", name=op.f("pk_alert_flapping")),
    )
    op.protect_tenant_table("alert_flapping")
    op.create_table(
        "alert_transition",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("alert_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("transition", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.CheckConstraint("severity IN ('info', 'warning', 'critical')", name=op.f("ck_alert_transition_severity")),
        sa.CheckConstraint("state IN ('pending', 'firing', 'resolved')", name=op.f("ck_alert_transition_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_alert_transition")),
    )
    op.protect_tenant_table("alert_transition")
    op.create_index(
        op.f("ix_alert_transition_alert_id_at_id"),
        "alert_transition",
        ["tenant_id", "alert_id", "at", "id"],
        unique=False,
    )
    op.create_table(
        "rule",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("enabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parameters", postgresql.JSONB(), nullable=False),
        sa.Column("hold_seconds", sa.Integer(), nullable=True),
        sa.Column("keep_seconds", sa.Integer(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_rule")),
    )
    op.protect_tenant_table("rule")
    op.create_index(
        "uq_rule_code", "rule", ["tenant_id", "code"], unique=True, postgresql_where=sa.text("archived_at IS NULL")
    )
    op.create_table(
        "alert",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("peak_severity", sa.Text(), nullable=False),
        sa.Column("evidence", postgresql.JSONB(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clearing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_reason", sa.Text(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_state", sa.Text(), nullable=True),
        sa.Column("told_severity", sa.Text(), nullable=True),
        sa.Column("withheld", sa.Text(), nullable=True),
        sa.Column("escalation_step", sa.Integer(), nullable=False),
        sa.Column("escalate_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("evaluated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("acknowledged_by", sa.Uuid(), nullable=True),
        sa.Column("acknowledgement_note", sa.Text(), nullable=True),
        sa.Column("previous_alert_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("peak_severity IN ('info', 'warning', 'critical')", name=op.f("ck_alert_peak_severity")),
        sa.CheckConstraint(
            "resolved_reason IN ('cleared', 'rule_changed', 'rule_disabled', 'subject_archived')",
            name=op.f("ck_alert_resolved_reason"),
        ),
        sa.CheckConstraint("severity IN ('info', 'warning', 'critical')", name=op.f("ck_alert_severity")),
        sa.CheckConstraint("state IN ('pending', 'firing', 'resolved')", name=op.f("ck_alert_state")),
        sa.CheckConstraint("told_severity IN ('info', 'warning', 'critical')", name=op.f("ck_alert_told_severity")),
        sa.CheckConstraint("told_state IN ('pending', 'firing', 'resolved')", name=op.f("ck_alert_told_state")),
        sa.CheckConstraint(
            "withheld IN ('inhibited', 'accepted', 'silenced', 'flapping')", name=op.f("ck_alert_withheld")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_alert")),
    )
    op.protect_tenant_table("alert")
    op.create_index(op.f("ix_alert_fired_at"), "alert", ["tenant_id", "fired_at"], unique=False)
    op.create_index(op.f("ix_alert_subject_id"), "alert", ["tenant_id", "subject_id"], unique=False)
    op.create_index(op.f("ix_alert_venture_id_state"), "alert", ["tenant_id", "venture_id", "state"], unique=False)
    op.create_index(
        "uq_alert_open",
        "alert",
        ["tenant_id", "rule", "subject_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'resolved'"),
    )
    op.create_table(
        "rule_health",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "rule", "venture_id", name=op.f("pk_rule_health")),
    )
    op.protect_tenant_table("rule_health")
    op.create_foreign_key(
        op.f("fk_alert_venture_id"), "alert", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_rule_health_venture_id"), "rule_health", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_rule_health_venture_id"), "rule_health", type_="foreignkey")
    op.drop_constraint(op.f("fk_alert_venture_id"), "alert", type_="foreignkey")
    op.drop_table("rule_health")
    op.drop_index("uq_alert_open", table_name="alert", postgresql_where=sa.text("state <> 'resolved'"))
    op.drop_index(op.f("ix_alert_venture_id_state"), table_name="alert")
    op.drop_index(op.f("ix_alert_subject_id"), table_name="alert")
    op.drop_index(op.f("ix_alert_fired_at"), table_name="alert")
    op.drop_table("alert")
    op.drop_index("uq_rule_code", table_name="rule", postgresql_where=sa.text("archived_at IS NULL"))
    op.drop_table("rule")
    op.drop_index(op.f("ix_alert_transition_alert_id_at_id"), table_name="alert_transition")
    op.drop_table("alert_transition")
    op.drop_table("alert_flapping")

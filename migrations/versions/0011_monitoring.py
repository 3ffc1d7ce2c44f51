"""Rules of tenants, silences and patience; alerts with a limit of their acknowledgement and evidence in the timeline.

How the evaluation of a rule fares stands in `rule_health`: the columns on `rule` that nothing has ever written go.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

WITHHELD = "withheld IN ({}'inhibited', 'accepted', 'silenced', 'flapping')"


def upgrade() -> None:
    for name in ("shadow_since", "condition_changed_at"):
        op.add_column("rule", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    for name in ("title", "subject_type", "expression", "advice"):
        op.add_column("rule", sa.Column(name, sa.Text(), nullable=True))
    op.create_check_constraint(op.f("ck_rule_severity"), "rule", "severity IN ('info', 'warning', 'critical')")
    op.drop_column("rule", "failures")
    op.drop_column("rule", "last_error")
    op.add_column("alert", sa.Column("acknowledged_until", sa.DateTime(timezone=True), nullable=True))
    op.drop_constraint(op.f("ck_alert_withheld"), "alert", type_="check")
    op.create_check_constraint(op.f("ck_alert_withheld"), "alert", WITHHELD.format("'shadow', "))
    op.add_column("alert_transition", sa.Column("evidence", postgresql.JSONB(), nullable=True))
    op.add_column("alert_transition", sa.Column("actor_id", sa.Uuid(), nullable=True))
    op.create_table(
        "silence",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("severity_at_most", sa.Text(), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "severity_at_most IN ('info', 'warning', 'critical')", name=op.f("ck_silence_severity_at_most")
        ),
        sa.CheckConstraint("starts_at <= ends_at", name=op.f("ck_silence_times")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_silence")),
    )
    op.protect_tenant_table("silence")
    op.create_index(op.f("ix_silence_ends_at"), "silence", ["tenant_id", "ends_at"], unique=False)
    op.create_index(op.f("ix_silence_venture_id"), "silence", ["tenant_id", "venture_id"], unique=False)
    op.create_table(
        "escalation_policy",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("after_hours", sa.Integer(), nullable=False),
        sa.Column("after_critical_hours", sa.Integer(), nullable=False),
        sa.Column("reminder_days", sa.Integer(), nullable=False),
        sa.Column("acknowledgement_days", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "after_hours > 0 AND after_critical_hours > 0 AND reminder_days > 0",
            name=op.f("ck_escalation_policy_positive"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_escalation_policy")),
    )
    op.protect_tenant_table("escalation_policy")
    op.create_index(
        "uq_escalation_policy",
        "escalation_policy",
        ["tenant_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_foreign_key(
        op.f("fk_silence_venture_id"), "silence", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_silence_venture_id"), "silence", type_="foreignkey")
    op.drop_index("uq_escalation_policy", table_name="escalation_policy")
    op.drop_table("escalation_policy")
    op.drop_index(op.f("ix_silence_venture_id"), table_name="silence")
    op.drop_index(op.f("ix_silence_ends_at"), table_name="silence")
    op.drop_table("silence")
    op.drop_column("alert_transition", "actor_id")
    op.drop_column("alert_transition", "evidence")
    op.execute("UPDATE alert SET withheld = NULL WHERE withheld = 'shadow'")
    op.drop_constraint(op.f("ck_alert_withheld"), "alert", type_="check")
    op.create_check_constraint(op.f("ck_alert_withheld"), "alert", WITHHELD.format(""))
    op.drop_column("alert", "acknowledged_until")
    op.execute("DELETE FROM rule WHERE expression IS NOT NULL")
    op.drop_constraint(op.f("ck_rule_severity"), "rule", type_="check")
    op.add_column("rule", sa.Column("last_error", sa.Text(), nullable=True))
    op.add_column("rule", sa.Column("failures", sa.Integer(), nullable=True))
    op.execute("UPDATE rule SET failures = 0")
    op.alter_column("rule", "failures", nullable=False)
    for name in ("advice", "expression", "subject_type", "title"):
        op.drop_column("rule", name)
    for name in ("condition_changed_at", "shadow_since"):
        op.drop_column("rule", name)

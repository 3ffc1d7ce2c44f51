"""The health of ventures as it is shown, and each change of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

STATES = "'off_track', 'at_risk', 'unknown', 'on_track', 'not_applicable'"


def upgrade() -> None:
    op.create_table(
        "health",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("computed_state", sa.Text(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("improving_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("override_state", sa.Text(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=True),
        sa.Column("override_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("overridden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("overridden_by", sa.Uuid(), nullable=True),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_health_state")),
        sa.CheckConstraint(f"computed_state IN ({STATES})", name=op.f("ck_health_computed_state")),
        sa.CheckConstraint(f"override_state IN ({STATES})", name=op.f("ck_health_override_state")),
        sa.PrimaryKeyConstraint("tenant_id", "venture_id", name=op.f("pk_health")),
    )
    op.protect_tenant_table("health")
    op.create_table(
        "health_change",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("former_state", sa.Text(), nullable=True),
        sa.Column("computed_state", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("overridden_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_health_change_state")),
        sa.CheckConstraint(f"former_state IN ({STATES})", name=op.f("ck_health_change_former_state")),
        sa.CheckConstraint(f"computed_state IN ({STATES})", name=op.f("ck_health_change_computed_state")),
        sa.CheckConstraint(
            "cause IN ('computed', 'overridden', 'override_ended')", name=op.f("ck_health_change_cause")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_health_change")),
    )
    op.protect_tenant_table("health_change")
    op.create_index(
        op.f("ix_health_change_venture_id_changed_at_id"),
        "health_change",
        ["tenant_id", "venture_id", "changed_at", "id"],
    )
    op.create_index(op.f("ix_health_change_changed_at_id"), "health_change", ["tenant_id", "changed_at", "id"])
    for table in ("health", "health_change"):
        op.create_foreign_key(
            op.f(f"fk_{table}_venture_id"), table, "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
        )


def downgrade() -> None:
    for table in ("health_change", "health"):
        op.drop_constraint(op.f(f"fk_{table}_venture_id"), table, type_="foreignkey")
        op.drop_table(table)

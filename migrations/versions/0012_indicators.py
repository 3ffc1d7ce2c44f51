"""Indicators: measured series with thresholds, their readings, state and trend.

A criterion may follow an indicator from now on (`criterion.indicator_id`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "indicator",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("warning", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("critical", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("warning_clear", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("critical_clear", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("interval_days", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("source_pointer", sa.Text(), nullable=True),
        sa.Column("source_token", sa.Text(), nullable=True),
        sa.CheckConstraint("direction IN ('higher_is_worse', 'lower_is_worse')", name=op.f("ck_indicator_direction")),
        sa.CheckConstraint("interval_days BETWEEN 1 AND 366", name=op.f("ck_indicator_interval_days")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_indicator")),
    )
    op.protect_tenant_table("indicator")
    op.create_index(op.f("ix_indicator_owner_id"), "indicator", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_indicator_risk_id"), "indicator", ["tenant_id", "risk_id"], unique=False)
    op.create_index(op.f("ix_indicator_venture_id"), "indicator", ["tenant_id", "venture_id"], unique=False)
    op.create_table(
        "indicator_pull",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("pulled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "indicator_id", name=op.f("pk_indicator_pull")),
    )
    op.protect_tenant_table("indicator_pull")
    op.create_table(
        "indicator_status",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("latest_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("latest_value", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.CheckConstraint("state IN ('unknown', 'ok', 'warning', 'critical')", name=op.f("ck_indicator_status_state")),
        sa.PrimaryKeyConstraint("tenant_id", "indicator_id", name=op.f("pk_indicator_status")),
    )
    op.protect_tenant_table("indicator_status")
    op.create_table(
        "indicator_trend",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("readings", sa.Integer(), nullable=False),
        sa.Column("slope_per_day", sa.Numeric(precision=36, scale=12), nullable=True),
        sa.Column("slope_low", sa.Numeric(precision=36, scale=12), nullable=True),
        sa.Column("slope_high", sa.Numeric(precision=36, scale=12), nullable=True),
        sa.Column("p_value", sa.Numeric(precision=36, scale=12), nullable=True),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("crosses_critical_on", sa.Date(), nullable=True),
        sa.Column("crosses_critical_earliest", sa.Date(), nullable=True),
        sa.Column("crosses_critical_latest", sa.Date(), nullable=True),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("direction IN ('rising', 'falling', 'none')", name=op.f("ck_indicator_trend_direction")),
        sa.PrimaryKeyConstraint("tenant_id", "indicator_id", name=op.f("pk_indicator_trend")),
    )
    op.protect_tenant_table("indicator_trend")
    op.create_table(
        "reading",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indicator_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.Numeric(precision=24, scale=6), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_reading")),
        sa.UniqueConstraint("tenant_id", "indicator_id", "at", name=op.f("uq_reading_indicator_id_at")),
    )
    op.protect_tenant_table("reading")
    op.add_column("criterion", sa.Column("indicator_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_criterion_indicator_id"), "criterion", ["tenant_id", "indicator_id"], unique=False)
    op.create_foreign_key(
        op.f("fk_criterion_indicator_id"), "criterion", "indicator", ["tenant_id", "indicator_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_indicator_owner_id"), "indicator", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_indicator_venture_id"), "indicator", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_indicator_risk_id"), "indicator", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_indicator_pull_indicator_id"),
        "indicator_pull",
        "indicator",
        ["tenant_id", "indicator_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_indicator_status_indicator_id"),
        "indicator_status",
        "indicator",
        ["tenant_id", "indicator_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_indicator_trend_indicator_id"),
        "indicator_trend",
        "indicator",
        ["tenant_id", "indicator_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_reading_indicator_id"), "reading", "indicator", ["tenant_id", "indicator_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_reading_indicator_id"), "reading", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_trend_indicator_id"), "indicator_trend", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_status_indicator_id"), "indicator_status", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_pull_indicator_id"), "indicator_pull", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_risk_id"), "indicator", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_venture_id"), "indicator", type_="foreignkey")
    op.drop_constraint(op.f("fk_indicator_owner_id"), "indicator", type_="foreignkey")
    op.drop_constraint(op.f("fk_criterion_indicator_id"), "criterion", type_="foreignkey")
    op.drop_index(op.f("ix_criterion_indicator_id"), table_name="criterion")
    op.drop_column("criterion", "indicator_id")
    op.drop_table("reading")
    op.drop_table("indicator_trend")
    op.drop_table("indicator_status")
    op.drop_table("indicator_pull")
    op.drop_index(op.f("ix_indicator_venture_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_risk_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_owner_id"), table_name="indicator")
    op.drop_table("indicator")

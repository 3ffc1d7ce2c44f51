"""Forecasts: of milestones, of ventures, and what was forecast on each day. Kept by a worker."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_QUANTILES = ("p10_on", "p50_on", "p80_on", "p90_on")


def _of_a_run() -> list[sa.Column[Any]]:
    return [
        sa.Column("inputs_hash", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("draws", sa.Integer(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in _QUANTILES),
    ]


def upgrade() -> None:
    op.create_table(
        "forecast",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        *_of_a_run(),
        sa.Column("due_on_seen", sa.Date(), nullable=True),
        sa.Column("probability_of_due_date", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("criticality", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("is_critical", sa.Boolean(), nullable=False),
        sa.Column("total_float_days", sa.Integer(), nullable=True),
        sa.Column("free_float_days", sa.Integer(), nullable=True),
        sa.Column("early_start_on", sa.Date(), nullable=True),
        sa.Column("early_finish_on", sa.Date(), nullable=True),
        sa.Column("late_start_on", sa.Date(), nullable=True),
        sa.Column("late_finish_on", sa.Date(), nullable=True),
        sa.Column("histogram", postgresql.JSONB(), nullable=False),
        sa.Column("drivers", postgresql.JSONB(), nullable=False),
        sa.Column("missing", postgresql.JSONB(), nullable=False),
        sa.Column("libraries", postgresql.JSONB(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "milestone_id", name=op.f("pk_forecast")),
    )
    op.protect_tenant_table("forecast")
    op.create_index(op.f("ix_forecast_venture_id"), "forecast", ["tenant_id", "venture_id"], unique=False)
    op.create_table(
        "venture_forecast",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        *_of_a_run(),
        sa.Column("critical_path", postgresql.JSONB(), nullable=False),
        sa.Column("drivers", postgresql.JSONB(), nullable=False),
        sa.Column("throughput", postgresql.JSONB(), nullable=False),
        sa.Column("missing", postgresql.JSONB(), nullable=False),
        sa.Column("libraries", postgresql.JSONB(), nullable=False),
        sa.Column("milestones", sa.Integer(), nullable=False),
        sa.Column("connected_ventures", sa.Integer(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "venture_id", name=op.f("pk_venture_forecast")),
    )
    op.protect_tenant_table("venture_forecast")
    op.create_table(
        "forecast_day",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("p50_on", sa.Date(), nullable=True),
        sa.Column("p80_on", sa.Date(), nullable=True),
        sa.Column("probability_of_due_date", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("percent_complete", sa.Integer(), nullable=False),
        sa.Column("planned_percent", sa.Integer(), nullable=True),
        sa.CheckConstraint("percent_complete BETWEEN 0 AND 100", name=op.f("ck_forecast_day_percent_complete")),
        sa.PrimaryKeyConstraint("tenant_id", "milestone_id", "day", name=op.f("pk_forecast_day")),
    )
    op.protect_tenant_table("forecast_day")
    op.create_foreign_key(
        op.f("fk_forecast_milestone_id"), "forecast", "milestone", ["tenant_id", "milestone_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_forecast_venture_id"), "forecast", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_venture_forecast_venture_id"),
        "venture_forecast",
        "venture",
        ["tenant_id", "venture_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_forecast_day_milestone_id"),
        "forecast_day",
        "milestone",
        ["tenant_id", "milestone_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_forecast_day_milestone_id"), "forecast_day", type_="foreignkey")
    op.drop_constraint(op.f("fk_venture_forecast_venture_id"), "venture_forecast", type_="foreignkey")
    op.drop_constraint(op.f("fk_forecast_venture_id"), "forecast", type_="foreignkey")
    op.drop_constraint(op.f("fk_forecast_milestone_id"), "forecast", type_="foreignkey")
    op.drop_table("forecast_day")
    op.drop_table("venture_forecast")
    op.drop_index(op.f("ix_forecast_venture_id"), table_name="forecast")
    op.drop_table("forecast")

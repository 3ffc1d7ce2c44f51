"""Plans with limits, the limits and counters of each tenant, and what it used by day."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

PLANS: tuple[tuple[str, str, dict[str, int]], ...] = (
    ("unlimited", "Unlimited", {}),
    (
        "team",
        "Team",
        {
            "members": 50,
            "ventures": 50,
            "risks": 10_000,
            "webhook_endpoints": 20,
            "readings_per_day": 100_000,
            "api_cost_per_minute": 1_000_000,
        },
    ),
    (
        "free",
        "Free",
        {
            "members": 5,
            "ventures": 3,
            "risks": 200,
            "webhook_endpoints": 2,
            "readings_per_day": 1_000,
            "api_cost_per_minute": 100_000,
        },
    ),
)
"""Code, title and limits; operators change them and add others."""

METRICS = ("members", "ventures", "risks", "webhook_endpoints", "readings_per_day", "api_cost_per_minute")


def upgrade() -> None:
    plan = op.create_table(
        "plan",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("limits", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("settled_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_plan")),
    )
    op.grant_global_table("plan")
    now = datetime.now(UTC)
    op.bulk_insert(
        plan,
        [
            {"code": code, "title": title, "limits": limits, "version": 1, "settled_version": 1}
            | {"created_at": now, "updated_at": now}
            for code, title, limits in PLANS
        ],
    )
    op.create_table(
        "quota",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("most", sa.BigInteger(), nullable=True),
        sa.Column("overridden", sa.Boolean(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=True),
        sa.Column("day_counted", sa.Date(), nullable=True),
        sa.Column("recounted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(f"metric IN ({', '.join(map(repr, METRICS))})", name=op.f("ck_quota_metric")),
        sa.CheckConstraint("most >= 0", name=op.f("ck_quota_most")),
        sa.CheckConstraint("used >= 0", name=op.f("ck_quota_used")),
        sa.PrimaryKeyConstraint("tenant_id", "metric", name=op.f("pk_quota")),
    )
    op.protect_tenant_table("quota")
    op.create_table(
        "usage_day",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "metric IN ('members', 'ventures', 'risks', 'webhook_endpoints', 'readings', 'alerts', "
            "'webhook_deliveries', 'api_requests', 'api_cost')",
            name=op.f("ck_usage_day_metric"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "day", "metric", name=op.f("pk_usage_day")),
    )
    op.protect_tenant_table("usage_day")
    op.add_column("tenant", sa.Column("plan_code", sa.Text(), nullable=True))
    op.create_foreign_key(op.f("fk_tenant_plan_code"), "tenant", "plan", ["plan_code"], ["code"])
    op.execute("UPDATE tenant SET plan_code = 'unlimited'")
    values = ", ".join(f"('{metric}')" for metric in METRICS)
    op.execute(
        "INSERT INTO quota (tenant_id, metric, overridden) "
        f"SELECT t.id, m.metric, false FROM tenant t CROSS JOIN (VALUES {values}) AS m (metric)"
    )
    op.create_index(op.f("ix_reading_recorded_at"), "reading", ["tenant_id", "recorded_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_reading_recorded_at"), table_name="reading")
    op.drop_constraint(op.f("fk_tenant_plan_code"), "tenant", type_="foreignkey")
    op.drop_column("tenant", "plan_code")
    op.drop_table("usage_day")
    op.drop_table("quota")
    op.drop_table("plan")

"""What a tenant chooses for itself: working week, fiscal year, whom it lets in, for how long things are kept."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

RETENTIONS = ("audit_retention_days", "event_retention_days", "delivery_retention_days")
CHECKS = {
    "working_week": "working_week ~ '^[01]{7}$' AND working_week <> '0000000'",
    "fiscal_year_start_month": "fiscal_year_start_month BETWEEN 1 AND 12",
}


def upgrade() -> None:
    columns: list[sa.Column[Any]] = [
        sa.Column("introspection", sa.Boolean(), nullable=True),
        sa.Column("working_week", sa.Text(), nullable=True),
        sa.Column("fiscal_year_start_month", sa.Integer(), nullable=True),
        sa.Column("allowed_email_domains", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("allowed_networks", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("sso_required", sa.Boolean(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in RETENTIONS),
        sa.Column("deletion_scheduled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delete_after", sa.DateTime(timezone=True), nullable=True),
    ]
    for column in columns:
        op.add_column("tenant", column)
    for name, condition in CHECKS.items():
        op.create_check_constraint(op.f(f"ck_tenant_{name}"), "tenant", condition)


def downgrade() -> None:
    for name in CHECKS:
        op.drop_constraint(op.f(f"ck_tenant_{name}"), "tenant", type_="check")
    for name in ("delete_after", "deletion_scheduled_at", *RETENTIONS, "sso_required", "allowed_networks"):
        op.drop_column("tenant", name)
    for name in ("allowed_email_domains", "fiscal_year_start_month", "working_week", "introspection"):
        op.drop_column("tenant", name)

"""Imports of sheets, needs and promotions are read in their usual order from an index, and the latest rate of a pair.

A venture's revenue and regimes of the past, archived ones among them, are read without those of others.
"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

INDEXES = (
    ("sheet_import", ("created_at",)),
    ("need", ("severity", "id")),
    ("exchange_rate", ("from_currency", "to_currency", "rate_on")),
    ("customer_revenue", ("venture_id", "month")),
    ("venture_regime", ("venture_id",)),
)
PROMOTIONS = "ix_promotion_start_on"


def upgrade() -> None:
    for table, columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    op.drop_index(op.f("ix_need_severity"), table_name="need")
    op.drop_index(PROMOTIONS, table_name="promotion")
    op.create_index(PROMOTIONS, "promotion", ["tenant_id", sa.text("start_on DESC NULLS LAST"), sa.text("id DESC")])


def downgrade() -> None:
    op.drop_index(PROMOTIONS, table_name="promotion")
    op.create_index(PROMOTIONS, "promotion", ["tenant_id", "start_on"])
    op.create_index(op.f("ix_need_severity"), "need", ["tenant_id", "severity"])
    for table, columns in reversed(INDEXES):
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)

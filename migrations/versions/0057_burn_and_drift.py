"""What a venture burns for new revenue, what a run of computing was to cost, how data drift, and when the cash may end.

Revenue says whether it comes again each month; a pool what a run is planned to cost; an indicator whose data it watches;
an acquisition by when it comes at the latest. A column that is empty says that nobody has said so.
"""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

_MONEY = sa.Numeric(precision=18, scale=2)
COLUMNS = (
    ("customer_revenue", "recurring", sa.Boolean()),
    ("compute_pool", "planned_cost_per_run", _MONEY),
    ("indicator", "data_source_id", sa.Uuid()),
    ("acquisition", "latest_on", sa.Date()),
    ("runway", "net_new_arr", _MONEY),
    ("runway", "burn_multiple", sa.Numeric(precision=36, scale=12)),
    ("runway", "cash_out_p10_on", sa.Date()),
)
_PRICE = "ck_compute_pool_planned_cost_per_run"


def upgrade() -> None:
    for table, column, kind in COLUMNS:
        op.add_column(table, sa.Column(column, kind, nullable=True))
    op.create_check_constraint(op.f(_PRICE), "compute_pool", "planned_cost_per_run > 0")
    op.create_index(op.f("ix_indicator_data_source_id"), "indicator", ["tenant_id", "data_source_id"])
    op.create_foreign_key(
        op.f("fk_indicator_data_source_id"),
        "indicator",
        "data_source",
        ["tenant_id", "data_source_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_indicator_data_source_id"), "indicator", type_="foreignkey")
    op.drop_index(op.f("ix_indicator_data_source_id"), table_name="indicator")
    op.drop_constraint(op.f(_PRICE), "compute_pool", type_="check")
    for table, column, _ in reversed(COLUMNS):
        op.drop_column(table, column)

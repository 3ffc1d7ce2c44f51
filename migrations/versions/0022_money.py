"""Budgets of milestones, costs, receipts and cash balances, and what workers keep of them: earned value, runway."""

from decimal import Decimal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import SchemaItem

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ENTITIES = ("cost", "receipt", "cash_balance")
KEPT = ("earned_value", "runway")
INDEXES = {
    "cost": (("venture_id", "spent_on"), ("milestone_id",), ("spent_on",)),
    "receipt": (("venture_id", "received_on"), ("received_on",)),
    "cash_balance": (("venture_id", "balance_on"), ("balance_on",)),
    "earned_value": (("venture_id",),),
}
KEYS = (
    ("cost", "venture_id", "venture"),
    ("cost", "milestone_id", "milestone"),
    ("receipt", "venture_id", "venture"),
    ("cash_balance", "venture_id", "venture"),
    ("earned_value", "venture_id", "venture"),
    ("earned_value", "milestone_id", "milestone"),
    ("runway", "venture_id", "venture"),
)


def _money(name: str, nullable: bool = True) -> sa.Column[Decimal]:
    return sa.Column(name, sa.Numeric(precision=18, scale=2), nullable=nullable)


def _measure(name: str) -> sa.Column[Decimal]:
    return sa.Column(name, sa.Numeric(precision=36, scale=12), nullable=True)


def _entity(name: str, *more: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )
    op.protect_tenant_table(name)


def upgrade() -> None:
    op.add_column("milestone", _money("budget"))
    op.add_column("milestone_history", _money("budget"))
    op.create_check_constraint(op.f("ck_milestone_budget"), "milestone", "budget >= 0")
    _entity(
        "cost",
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        _money("amount", nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_cost_amount")),
    )
    _entity(
        "receipt",
        sa.Column("category", sa.Text(), nullable=False),
        _money("amount", nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_receipt_amount")),
        sa.CheckConstraint("category IN ('revenue', 'grant', 'financing', 'other')", name=op.f("ck_receipt_category")),
    )
    _entity("cash_balance", sa.Column("balance_on", sa.Date(), nullable=False), _money("amount", nullable=False))
    op.create_index(
        "uq_cash_balance_balance_on",
        "cash_balance",
        ["tenant_id", "venture_id", "balance_on"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "earned_value",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("as_of_on", sa.Date(), nullable=False),
        *(_money(name) for name in ("bac", "pv", "ev", "ac", "cv", "sv")),
        *(_measure(name) for name in ("cpi", "spi")),
        *(_money(name) for name in ("eac", "eac_rest_at_plan", "eac_pressed", "etc", "vac")),
        *(_measure(name) for name in ("tcpi", "es_months", "at_months", "sv_t", "spi_t", "ieac_t_months")),
        sa.Column("undefined", postgresql.JSONB(), nullable=False),
        sa.Column("inputs_hash", sa.Text(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "subject_id", name=op.f("pk_earned_value")),
    )
    op.protect_tenant_table("earned_value")
    op.create_table(
        "runway",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("as_of_on", sa.Date(), nullable=False),
        _money("cash"),
        sa.Column("cash_on", sa.Date(), nullable=True),
        _money("net_burn"),
        _measure("months"),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(f"cash_out_{line}_on", sa.Date(), nullable=True) for line in ("committed", "expected", "all")),
        sa.Column("default_alive", sa.Boolean(), nullable=True),
        sa.Column("burns", postgresql.JSONB(), nullable=False),
        sa.Column("missing", postgresql.JSONB(), nullable=False),
        sa.Column("inputs_hash", sa.Text(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('burning', 'cash_generating', 'unknown')", name=op.f("ck_runway_state")),
        sa.PrimaryKeyConstraint("tenant_id", "venture_id", name=op.f("pk_runway")),
    )
    op.protect_tenant_table("runway")
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _ in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in (*KEPT, *ENTITIES):
        op.drop_table(table)
    op.drop_constraint(op.f("ck_milestone_budget"), "milestone", type_="check")
    op.drop_column("milestone_history", "budget")
    op.drop_column("milestone", "budget")

"""Investors, rounds, investments, loans, cash accounts and exchange rates; and what the runway says of debt and months.

A balance may be that of an account: a day has one a venture where it is of none, else one an account.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import SchemaItem

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

NEW = ("investor", "funding_round", "investment", "loan", "cash_account", "exchange_rate")
INDEXES = {
    "investor": (("name",),),
    "funding_round": (("venture_id", "planned_on"), ("planned_on",), ("milestone_id",)),
    "investment": (
        *(("venture_id", "committed_on"), ("committed_on",)),
        *(("round_id",), ("investor_id",), ("acquisition_id",)),
    ),
    "loan": (("venture_id", "drawn_on"), ("drawn_on",), ("investor_id",), ("acquisition_id",)),
    "cash_account": (("venture_id", "name"), ("name",)),
    "exchange_rate": (("rate_on",),),
}
KEYS = (
    ("funding_round", "venture_id", "venture"),
    ("funding_round", "milestone_id", "milestone"),
    ("investment", "venture_id", "venture"),
    ("investment", "round_id", "funding_round"),
    ("investment", "investor_id", "investor"),
    ("investment", "acquisition_id", "acquisition"),
    ("loan", "venture_id", "venture"),
    ("loan", "investor_id", "investor"),
    ("loan", "acquisition_id", "acquisition"),
    ("cash_account", "venture_id", "venture"),
    ("cash_balance", "account_id", "cash_account"),
)
CHOICES = {
    "investor": {"kind": ("angel", "venture_capital", "corporate", "government", "bank", "other")},
    "funding_round": {
        "kind": (
            *("angel", "pre_seed", "seed", "series_a", "series_b", "series_c", "later", "bridge", "grant", "debt"),
        ),
        "status": ("planned", "open", "closed", "cancelled"),
    },
    "investment": {"instrument": ("equity", "safe", "convertible_note", "grant", "loan", "other")},
    "loan": {"method": ("annuity", "linear", "bullet")},
}
CHECKS = {
    "funding_round": {
        "target_amount": "target_amount > 0",
        "valuation": "valuation > 0",
        "closed_on": "status <> 'closed' OR closed_on IS NOT NULL",
    },
    "investment": {"amount": "amount > 0"},
    "loan": {
        "principal": "principal > 0",
        "annual_rate": "annual_rate BETWEEN 0 AND 1",
        "term_months": "term_months BETWEEN 1 AND 480",
        "interest_only_months": "interest_only_months >= 0 AND interest_only_months < term_months",
        "first_payment_on": "first_payment_on >= drawn_on",
    },
    "exchange_rate": {"rate": "rate > 0", "to_currency": "from_currency <> to_currency"},
}


def _money(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Numeric(precision=18, scale=2), nullable=nullable)


def _text(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _day(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _id(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _entity(name: str, *more: SchemaItem) -> None:
    choices = CHOICES.get(name, {}).items()
    op.create_table(
        name,
        _id("tenant_id"),
        _id("id"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *more,
        *(
            sa.CheckConstraint(
                f"{column} IN ({', '.join(repr(one) for one in values)})", name=op.f(f"ck_{name}_{column}")
            )
            for column, values in choices
        ),
        *(
            sa.CheckConstraint(condition, name=op.f(f"ck_{name}_{which}"))
            for which, condition in CHECKS.get(name, {}).items()
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )
    op.protect_tenant_table(name)


def _unique(name: str, table: str, where: str, *columns: str) -> None:
    op.create_index(name, table, ["tenant_id", *columns], unique=True, postgresql_where=sa.text(where))


def upgrade() -> None:
    _entity("investor", _text("name"), _text("kind"), _text("website", True), _text("note", True))
    _entity(
        "funding_round",
        *(_id("venture_id"), _text("kind"), _text("name"), _text("status"), _money("target_amount")),
        *(_text("currency"), _money("valuation"), _day("planned_on", True), _day("closed_on", True)),
        *(_id("milestone_id", True), _text("note", True)),
    )
    _entity(
        "investment",
        *(_id("venture_id"), _id("round_id"), _id("investor_id"), _id("acquisition_id", True), _text("instrument")),
        *(_money("amount", False), _day("committed_on"), _day("expected_on", True), _day("received_on", True)),
        _text("note", True),
    )
    _entity(
        "loan",
        *(_id("venture_id"), _id("investor_id", True), _id("acquisition_id", True), _text("name")),
        *(_money("principal", False), _text("currency")),
        sa.Column("annual_rate", sa.Numeric(precision=24, scale=6), nullable=False),
        sa.Column("term_months", sa.Integer(), nullable=False),
        sa.Column("interest_only_months", sa.Integer(), nullable=False),
        *(_text("method"), _day("drawn_on"), _day("first_payment_on"), _text("note", True)),
    )
    _entity(
        "cash_account",
        *(_id("venture_id"), _text("name"), _text("currency")),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        _text("note", True),
    )
    _entity(
        "exchange_rate",
        *(_text("from_currency"), _text("to_currency")),
        sa.Column("rate", sa.Numeric(precision=36, scale=12), nullable=False),
        _day("rate_on"),
    )
    _unique(
        "uq_exchange_rate_rate_on", "exchange_rate", "archived_at IS NULL", "from_currency", "to_currency", "rate_on"
    )
    op.add_column("cash_balance", _id("account_id", True))
    op.drop_index("uq_cash_balance_balance_on", table_name="cash_balance")
    of_none, of_one = "archived_at IS NULL AND account_id IS NULL", "archived_at IS NULL AND account_id IS NOT NULL"
    _unique("uq_cash_balance_balance_on", "cash_balance", of_none, "venture_id", "balance_on")
    _unique("uq_cash_balance_account_id", "cash_balance", of_one, "account_id", "balance_on")
    op.add_column("runway", _money("debt_service"))
    op.add_column("runway", sa.Column("debt_service_cover", sa.Numeric(precision=36, scale=12), nullable=True))
    op.add_column("runway", _text("largest_source", True))
    op.add_column("runway", sa.Column("largest_share", sa.Numeric(precision=36, scale=12), nullable=True))
    op.add_column("runway", sa.Column("outlook", postgresql.JSONB(), nullable=True))
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _ in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for column in ("debt_service", "debt_service_cover", "largest_source", "largest_share", "outlook"):
        op.drop_column("runway", column)
    op.drop_index("uq_cash_balance_account_id", table_name="cash_balance")
    op.drop_index("uq_cash_balance_balance_on", table_name="cash_balance")
    op.drop_column("cash_balance", "account_id")
    _unique("uq_cash_balance_balance_on", "cash_balance", "archived_at IS NULL", "venture_id", "balance_on")
    for table in reversed(NEW):
        op.drop_table(table)

"""Candidate fields with their scorecards, positioning statements with their past, and competitors.

All tables are new, so that the version before runs beside them.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

STATEMENT = (
    *("unique_selling_point", "target_users", "price", "channel", "marketing"),
    *("function", "performance", "industry", "user_group", "competitive_strategy"),
)
INDEXES = {
    "candidate_field": (("venture_id", "name"), ("name",)),
    "factor_score": (("venture_id",), ("candidate_field_id", "factor")),
    "positioning": (("venture_id", "title"), ("title",)),
    "positioning_history": (("id", "valid_from"), ("venture_id", "valid_from"), ("title", "id")),
    "positioning_check": (("venture_id",), ("positioning_id", "kind", "judged_at", "id"), ("judged_at", "id")),
    "competitor": (("venture_id", "name"), ("name",)),
    "competitor_share": (("venture_id",), ("competitor_id", "share_on"), ("share_on",)),
    "competitor_event": (("venture_id", "happened_on"), ("competitor_id", "happened_on"), ("happened_on",)),
}
UNIQUE = (("factor_score", "candidate_field_id", "factor"), ("competitor_share", "competitor_id", "share_on"))
"""What there is once among the rows that are not archived."""
KEYS = (
    *((table, "venture_id", "venture") for table in INDEXES if table != "positioning_history"),
    ("factor_score", "candidate_field_id", "candidate_field"),
    ("positioning_check", "positioning_id", "positioning"),
    ("competitor_share", "competitor_id", "competitor"),
    ("competitor_event", "competitor_id", "competitor"),
)


def _text(name: str, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _id(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _day(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _instant(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _table(name: str, *items: SchemaItem, key: tuple[str, ...] = ("tenant_id", "id")) -> None:
    op.create_table(name, _id("tenant_id"), _id("id"), *items, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))
    op.protect_tenant_table(name)


def _entity(name: str, *items: SchemaItem, key: tuple[str, ...] = ("tenant_id", "id")) -> None:
    _table(
        name,
        _instant("created_at"),
        _instant("updated_at"),
        _instant("archived_at", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _id("venture_id"),
        *items,
        key=key,
    )


def upgrade() -> None:
    _entity(
        "candidate_field",
        _text("name", nullable=False),
        *(_text("code"), _text("description"), _text("pattern")),
        _text("decision", nullable=False),
        _text("decision_reason"),
        _id("decided_by", nullable=True),
        _instant("decided_at", nullable=True),
        _one_of("candidate_field", "pattern", "diversify", "niche", "trend"),
        _one_of("candidate_field", "decision", "undecided", "chosen", "rejected"),
    )
    _entity(
        "factor_score",
        _id("candidate_field_id"),
        _text("factor", nullable=False),
        sa.Column("score", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("weight", sa.Numeric(precision=24, scale=6), nullable=False),
        *(_text("evidence"), _text("evidence_url"), _day("evidence_on", nullable=True)),
        _one_of(
            *("factor_score", "factor", "market_trend", "technical_maturity", "competition", "data_resources"),
            *("user_need", "policy_and_regulation"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 5", name=op.f("ck_factor_score_score")),
        sa.CheckConstraint("weight BETWEEN 0 AND 1000", name=op.f("ck_factor_score_weight")),
    )
    _entity(
        "positioning",
        *(_text("kind", nullable=False), _text("title", nullable=False)),
        *map(_text, STATEMENT),
        _one_of("positioning", "kind", "product", "market"),
    )
    _entity(
        "positioning_history",
        *(_text("kind", nullable=False), _text("title", nullable=False)),
        *map(_text, STATEMENT),
        *(_instant("valid_from"), _instant("valid_to", nullable=True)),
        key=("tenant_id", "id", "version"),
    )
    _table(
        "positioning_check",
        *(_id("venture_id"), _id("positioning_id"), _text("kind", nullable=False)),
        sa.Column("passed", sa.Boolean(), nullable=False),
        _text("note"),
        sa.Column("positioning_version", sa.Integer(), nullable=False),
        *(_instant("judged_at"), _id("judged_by", nullable=True)),
        _one_of("positioning_check", "kind", "clarity", "differentiation", "feasibility"),
    )
    _entity(
        "competitor",
        _text("name", nullable=False),
        *map(_text, ("description", "url", "strengths", "weaknesses", "price")),
    )
    _entity(
        "competitor_share",
        *(_id("competitor_id"), _day("share_on")),
        sa.Column("share", sa.Numeric(precision=7, scale=6), nullable=False),
        *(_text("source"), _text("source_url")),
        sa.CheckConstraint("share BETWEEN 0 AND 1", name=op.f("ck_competitor_share_share")),
    )
    _entity(
        "competitor_event",
        *(_id("competitor_id"), _text("title", nullable=False), _text("description"), _day("happened_on")),
        sa.Column("same_function", sa.Boolean(), nullable=False),
        *(_text("source_url"), _day("answered_on", nullable=True), _text("answer")),
    )
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    used = sa.text("archived_at IS NULL")
    for table, owner, column in UNIQUE:
        once = ["tenant_id", owner, column]
        op.create_index(f"uq_{table}_{column}", table, once, unique=True, postgresql_where=used)
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table in reversed(INDEXES):
        op.drop_table(table)

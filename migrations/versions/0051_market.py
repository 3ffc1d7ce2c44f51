"""Markets of ventures: their size by year, research and needs, promotion, what users say, and what customers pay."""

from decimal import Decimal

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

TABLES = ("market_size", "research", "need", "need_mention", "promotion", "user_feedback", "customer_revenue")
INDEXES = {
    "market_size": (("year",),),
    "research": (("venture_id", "held_on"), ("held_on",)),
    "need": (("venture_id", "severity"), ("severity",)),
    "need_mention": (("venture_id",), ("research_id",)),
    "promotion": (("venture_id", "start_on"), ("start_on",)),
    "user_feedback": (("venture_id", "received_on"), ("received_on",), ("task_id",), ("risk_id",), ("need_id",)),
    "customer_revenue": (("month",),),
}
UNIQUE = {
    "uq_market_size_year": ("market_size", ("venture_id", "year")),
    "uq_need_mention_ends": ("need_mention", ("need_id", "research_id")),
    "uq_customer_revenue_month": ("customer_revenue", ("venture_id", "month", "customer", "currency")),
}
KEYS = (
    *((table, "venture_id", "venture") for table in TABLES),
    ("research", "member_id", "membership"),
    ("need_mention", "need_id", "need"),
    ("need_mention", "research_id", "research"),
    ("user_feedback", "member_id", "membership"),
    ("user_feedback", "task_id", "task"),
    ("user_feedback", "risk_id", "risk"),
    ("user_feedback", "need_id", "need"),
)


def _money(name: str, nullable: bool = False) -> sa.Column[Decimal]:
    return sa.Column(name, sa.Numeric(precision=18, scale=2), nullable=nullable)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


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
    _entity(
        "market_size",
        sa.Column("year", sa.Integer(), nullable=False),
        *(_money(name) for name in ("tam", "sam", "som")),
        _text("currency"),
        _text("source"),
        _text("source_url", nullable=True),
        _text("note", nullable=True),
        sa.CheckConstraint("tam >= sam AND sam >= som AND som >= 0", name=op.f("ck_market_size_sizes")),
    )
    _entity(
        "research",
        _text("kind"),
        _text("title"),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=False),
        _text("summary", nullable=True),
        _text("source_url", nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("participants > 0", name=op.f("ck_research_participants")),
        sa.CheckConstraint(
            "kind IN ('interview', 'survey', 'usability_test', 'data_analysis')", name=op.f("ck_research_kind")
        ),
    )
    _entity(
        "need",
        _text("title"),
        _text("description", nullable=True),
        _text("user_group", nullable=True),
        sa.Column("severity", sa.Integer(), nullable=False),
        _text("state"),
        sa.CheckConstraint("severity BETWEEN 1 AND 5", name=op.f("ck_need_severity")),
        sa.CheckConstraint("state IN ('open', 'addressed', 'dropped')", name=op.f("ck_need_state")),
    )
    _entity(
        "need_mention",
        sa.Column("need_id", sa.Uuid(), nullable=False),
        sa.Column("research_id", sa.Uuid(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        _text("quote", nullable=True),
        sa.CheckConstraint("mentions > 0", name=op.f("ck_need_mention_mentions")),
    )
    _entity(
        "promotion",
        _text("kind"),
        _text("title"),
        _text("description", nullable=True),
        _text("channel", nullable=True),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        *(_money(name, nullable=True) for name in ("budget", "cost", "revenue")),
        _text("currency"),
        sa.Column("leads", sa.Integer(), nullable=True),
        sa.Column("conversions", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('brand', 'channel', 'targeted', 'partner', 'user_feedback', 'event')",
            name=op.f("ck_promotion_kind"),
        ),
        sa.CheckConstraint("start_on IS NULL OR end_on IS NULL OR start_on <= end_on", name=op.f("ck_promotion_dates")),
        sa.CheckConstraint("budget >= 0 AND cost >= 0 AND revenue >= 0", name=op.f("ck_promotion_amounts")),
        sa.CheckConstraint(
            "leads >= 0 AND conversions >= 0 AND conversions <= leads", name=op.f("ck_promotion_results")
        ),
    )
    _entity(
        "user_feedback",
        _text("source"),
        _text("text"),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Uuid(), nullable=True) for name in ("member_id", "task_id", "risk_id", "need_id")),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("severity BETWEEN 1 AND 5", name=op.f("ck_user_feedback_severity")),
        sa.CheckConstraint("num_nonnulls(task_id, risk_id, need_id) <= 1", name=op.f("ck_user_feedback_became")),
    )
    _entity(
        "customer_revenue",
        _text("customer"),
        sa.Column("month", sa.Date(), nullable=False),
        _money("amount"),
        _text("currency"),
        sa.CheckConstraint("amount > 0", name=op.f("ck_customer_revenue_amount")),
    )
    for name, (table, columns) in UNIQUE.items():
        op.create_index(
            name, table, ["tenant_id", *columns], unique=True, postgresql_where=sa.text("archived_at IS NULL")
        )
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _ in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in reversed(TABLES):
        op.drop_table(table)

"""What resources are in detail (data, compute, technology, talent), and the tenant's own entries of the catalogue."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import SchemaItem

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

DETAILS = ("data_source", "compute_pool", "technology", "talent_source")
ENTITIES = (*DETAILS, "data_use", "compute_forecast")
INDEXES = {
    **dict.fromkeys(DETAILS, (("venture_id",), ("resource_id",))),
    "data_use": (("venture_id",), ("data_source_id",), ("team_id",), ("milestone_id",)),
    "compute_forecast": (("venture_id",), ("compute_pool_id",), ("milestone_id",)),
    "compute_use": (("compute_pool_id", "used_on"), ("milestone_id",), ("used_on",)),
}
KEYS = (
    *((table, "venture_id", "venture") for table in ENTITIES),
    *((table, "resource_id", "resource") for table in DETAILS),
    ("data_use", "data_source_id", "data_source"),
    ("data_use", "team_id", "team"),
    ("data_use", "milestone_id", "milestone"),
    ("compute_forecast", "compute_pool_id", "compute_pool"),
    ("compute_forecast", "milestone_id", "milestone"),
    ("compute_use", "compute_pool_id", "compute_pool"),
    ("compute_use", "milestone_id", "milestone"),
)


def _text(name: str, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=True)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=True)


def _id(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _in_order(table: str, first: str, last: str) -> sa.CheckConstraint:
    return _check(table, "dates", f"{first} IS NULL OR {last} IS NULL OR {first} <= {last}")


def _entity(name: str, *more: SchemaItem) -> None:
    op.create_table(
        name,
        _id("tenant_id"),
        _id("id"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )
    op.protect_tenant_table(name)


def _only(name: str, table: str, *columns: str) -> None:
    """One row in use for these columns."""
    in_use = sa.text("archived_at IS NULL")
    op.create_index(name, table, ["tenant_id", *columns], unique=True, postgresql_where=in_use)


def upgrade() -> None:
    _catalogue()
    _data()
    _compute()
    _origins()
    for table in DETAILS:
        _only(f"uq_{table}_resource_id", table, "resource_id")
    _only("uq_compute_forecast_milestone_id", "compute_forecast", "compute_pool_id", "milestone_id")
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def _catalogue() -> None:
    kinds = ("framework", "environment", "tool", "model", "service", "hardware", "other")
    _entity(
        "catalogue_entry",
        _text("code", nullable=False),
        _text("kind", nullable=False),
        _text("name", nullable=False),
        _text("summary", nullable=False),
        *(sa.Column(name, postgresql.ARRAY(sa.Text()), nullable=False) for name in ("strengths", "weaknesses", "fits")),
        _text("url"),
        _text("licence_spdx"),
        _text("note"),
        _day("noted_on"),
        _day("retired_on"),
        _one_of("catalogue_entry", "kind", *kinds),
    )
    _only("uq_catalogue_entry_code", "catalogue_entry", "code")


def _data() -> None:
    bases = ("consent", "contract", "legal_obligation", "vital_interests", "public_task", "legitimate_interests")
    _entity(
        "data_source",
        _id("venture_id"),
        _id("resource_id"),
        _text("channel", nullable=False),
        *(_text(name) for name in ("origin", "url", "licence_spdx", "licence_text")),
        *(_flag(name) for name in ("allows_commercial", "allows_training", "allows_redistribution", "personal_data")),
        _text("consent_basis"),
        _day("consent_until"),
        _day("assessed_on"),
        _one_of("data_source", "channel", "public_set", "partnership", "self_collected", "purchased"),
        _one_of("data_source", "consent_basis", *bases),
        _check("data_source", "basis", "consent_basis IS NULL OR personal_data"),
        _check("data_source", "consent", "consent_until IS NULL OR personal_data"),
    )
    _entity(
        "data_use",
        _id("venture_id"),
        _id("data_source_id"),
        _text("purpose", nullable=False),
        _id("team_id", nullable=True),
        _id("milestone_id", nullable=True),
        _day("start_on"),
        _day("end_on"),
        _text("note"),
        _one_of("data_use", "purpose", "training", "evaluation", "research", "commercial", "redistribution"),
        _in_order("data_use", "start_on", "end_on"),
    )


def _compute() -> None:
    hours, money = sa.Numeric(precision=24, scale=6), sa.Numeric(precision=18, scale=2)
    _entity(
        "compute_pool",
        _id("venture_id"),
        _id("resource_id"),
        _text("accelerator", nullable=False),
        _text("vendor", nullable=False),
        _text("model"),
        sa.Column("hours_reserved", hours, nullable=True),
        sa.Column("cost_per_hour", money, nullable=True),
        _day("starts_on"),
        _day("contract_ends_on"),
        _one_of("compute_pool", "accelerator", "gpu", "tpu", "cpu"),
        _check("compute_pool", "hours_reserved", "hours_reserved IS NULL OR hours_reserved >= 0"),
        _check("compute_pool", "cost_per_hour", "cost_per_hour IS NULL OR cost_per_hour >= 0"),
        _in_order("compute_pool", "starts_on", "contract_ends_on"),
    )
    _entity(
        "compute_forecast",
        _id("venture_id"),
        _id("compute_pool_id"),
        _id("milestone_id"),
        sa.Column("hours", hours, nullable=False),
        _text("note"),
        _check("compute_forecast", "hours", "hours >= 0"),
    )
    op.create_table(
        "compute_use",
        _id("tenant_id"),
        _id("id"),
        _id("compute_pool_id"),
        _id("milestone_id", nullable=True),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.Column("hours", hours, nullable=False),
        sa.Column("runs", sa.Integer(), nullable=True),
        sa.Column("cost", money, nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        _id("recorded_by", nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_compute_use")),
    )
    op.protect_tenant_table("compute_use")


def _origins() -> None:
    _entity(
        "technology",
        _id("venture_id"),
        _id("resource_id"),
        _text("source", nullable=False),
        *(_text(name) for name in ("provider", "version_label", "licence_spdx", "licence_text", "catalogue_code")),
        _one_of("technology", "source", "open_source", "joint_research", "purchased"),
    )
    _entity(
        "talent_source",
        _id("venture_id"),
        _id("resource_id"),
        _text("channel", nullable=False),
        *(_text(name) for name in ("partner", "programme", "skill")),
        _day("starts_on"),
        _day("ends_on"),
        _one_of("talent_source", "channel", "recruiting", "university", "training"),
        _in_order("talent_source", "starts_on", "ends_on"),
    )


def downgrade() -> None:
    for table, column, _ in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in ("compute_use", "compute_forecast", "data_use", *DETAILS, "catalogue_entry"):
        op.drop_table(table)

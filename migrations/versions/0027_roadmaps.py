"""Baselines that hold the dates of then, and roadmaps with every version that was planned."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

ENTITY = (
    ("tenant_id", sa.Uuid(), False),
    ("id", sa.Uuid(), False),
    ("created_at", sa.DateTime(timezone=True), False),
    ("updated_at", sa.DateTime(timezone=True), False),
    ("archived_at", sa.DateTime(timezone=True), True),
    ("version", sa.Integer(), False),
)


def _entity() -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name, kind, nullable in ENTITY]


def upgrade() -> None:
    op.create_table(
        "baseline",
        *_entity(),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_baseline")),
        sa.UniqueConstraint("tenant_id", "venture_id", "number", name=op.f("uq_baseline_venture_id_number")),
    )
    op.protect_tenant_table("baseline")
    op.create_index(
        "uq_baseline_current", "baseline", ["tenant_id", "venture_id"], unique=True, postgresql_where=sa.text("current")
    )
    op.create_table(
        "baseline_milestone",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("baseline_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("budget", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_baseline_milestone")),
        sa.UniqueConstraint(
            "tenant_id", "baseline_id", "milestone_id", name=op.f("uq_baseline_milestone_baseline_id_milestone_id")
        ),
    )
    op.protect_tenant_table("baseline_milestone")
    op.create_index(op.f("ix_baseline_milestone_milestone_id"), "baseline_milestone", ["tenant_id", "milestone_id"])
    op.create_table(
        "roadmap",
        *_entity(),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("vision", sa.Text(), nullable=True),
        sa.Column("market_demand", sa.Text(), nullable=True),
        sa.Column("core_functions", postgresql.JSONB(), nullable=False),
        sa.Column("extension_functions", postgresql.JSONB(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_roadmap")),
    )
    op.protect_tenant_table("roadmap")
    op.create_index(op.f("ix_roadmap_venture_id"), "roadmap", ["tenant_id", "venture_id"])
    op.create_index(
        "uq_roadmap_venture",
        "roadmap",
        ["tenant_id", "venture_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "roadmap_version",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("roadmap_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("content", postgresql.JSONB(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_roadmap_version")),
        sa.UniqueConstraint("tenant_id", "roadmap_id", "number", name=op.f("uq_roadmap_version_roadmap_id_number")),
    )
    op.protect_tenant_table("roadmap_version")
    op.create_index(op.f("ix_roadmap_version_venture_id"), "roadmap_version", ["tenant_id", "venture_id"])
    for table, column, target in (
        ("baseline", "venture_id", "venture"),
        ("baseline_milestone", "baseline_id", "baseline"),
        ("baseline_milestone", "milestone_id", "milestone"),
        ("roadmap", "venture_id", "venture"),
        ("roadmap_version", "venture_id", "venture"),
        ("roadmap_version", "roadmap_id", "roadmap"),
    ):
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table in ("roadmap_version", "roadmap", "baseline_milestone", "baseline"):
        op.drop_table(table)

"""Obligations of ventures with their evidence, and the regimes of law that apply to a venture."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

KEYS = (
    ("obligation", "venture_id", "venture"),
    ("obligation", "owner_id", "membership"),
    ("obligation", "follows_id", "obligation"),
    ("obligation_evidence", "venture_id", "venture"),
    ("obligation_evidence", "obligation_id", "obligation"),
    ("obligation_evidence", "provided_by", "membership"),
    ("venture_regime", "venture_id", "venture"),
)
"""Table, column, and the table that it refers to."""


def _entity(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )
    op.protect_tenant_table(name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])


def upgrade() -> None:
    _entity(
        "obligation",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("regime", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("provision", sa.Text(), nullable=True),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_day", sa.Integer(), nullable=False),
        sa.Column("recurrence_months", sa.Integer(), nullable=True),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('compliance', 'social_responsibility')", name=op.f("ck_obligation_kind")),
        sa.CheckConstraint("recurrence_months BETWEEN 1 AND 120", name=op.f("ck_obligation_recurrence_months")),
        sa.CheckConstraint("due_day BETWEEN 1 AND 31", name=op.f("ck_obligation_due_day")),
    )
    _index("obligation", "venture_id", "due_on")
    _index("obligation", "due_on")
    _index("obligation", "owner_id")
    op.create_index(
        "uq_obligation_follows",
        "obligation",
        ["tenant_id", "follows_id"],
        unique=True,
        postgresql_where=sa.text("follows_id IS NOT NULL"),
    )
    _entity(
        "obligation_evidence",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("obligation_id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("provided_on", sa.Date(), nullable=False),
        sa.Column("provided_by", sa.Uuid(), nullable=True),
    )
    _index("obligation_evidence", "obligation_id", "provided_on")
    _index("obligation_evidence", "provided_on")
    _entity(
        "venture_regime",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("regime", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
    )
    _index("venture_regime", "title")
    op.create_index(
        "uq_venture_regime_regime",
        "venture_regime",
        ["tenant_id", "venture_id", "regime"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _target in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in ("venture_regime", "obligation_evidence", "obligation"):
        op.drop_table(table)

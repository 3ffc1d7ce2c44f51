"""Lessons with their links to risks and reviews, and the tenants' own playbooks.

Candidates for a risk are read from the newer end of three partial indexes: of a sub-type, of a category, of all.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

KEYS = (
    ("lesson", "venture_id", "venture"),
    ("lesson", "author_id", "membership"),
    ("lesson_risk", "venture_id", "venture"),
    ("lesson_risk", "lesson_id", "lesson"),
    ("lesson_risk", "risk_id", "risk"),
    ("lesson_review", "venture_id", "venture"),
    ("lesson_review", "lesson_id", "lesson"),
    ("lesson_review", "review_id", "review"),
)
"""Table, column, and the table that it refers to."""

IN_USE = sa.text("archived_at IS NULL")


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


def _links(name: str, there: str) -> None:
    _entity(
        name,
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("lesson_id", sa.Uuid(), nullable=False),
        sa.Column(there, sa.Uuid(), nullable=False),
    )
    ends = ["tenant_id", "lesson_id", there]
    op.create_index(f"uq_{name}_ends", name, ends, unique=True, postgresql_where=IN_USE)
    _index(name, there)


def upgrade() -> None:
    themes = "theme IN ('risk_control', 'technical_reserve', 'sustainable_business_model')"
    _entity(
        "lesson",
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("sub_type", sa.Text(), nullable=True),
        sa.Column("situation", sa.Text(), nullable=True),
        sa.Column("what_was_done", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("recommendation", sa.Text(), nullable=True),
        sa.Column("learned_on", sa.Date(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(themes, name=op.f("ck_lesson_theme")),
    )
    _index("lesson", "venture_id", "learned_on")
    _index("lesson", "learned_on")
    _index("lesson", "author_id")
    for name, columns in (
        ("ix_lesson_of_sub_type", ["category", "sub_type", "id"]),
        ("ix_lesson_of_category", ["category", "id"]),
        ("ix_lesson_in_use", ["id"]),
    ):
        op.create_index(name, "lesson", ["tenant_id", *columns], postgresql_where=IN_USE)
    _links("lesson_risk", "risk_id")
    _links("lesson_review", "review_id")
    _entity(
        "playbook",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("risks", JSONB(), nullable=False),
        sa.Column("milestones", JSONB(), nullable=False),
        sa.Column("roles", JSONB(), nullable=False),
    )
    _index("playbook", "title")
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _target in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in ("playbook", "lesson_review", "lesson_risk", "lesson"):
        op.drop_table(table)

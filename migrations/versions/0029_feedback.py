"""Feedback: what is said of a venture, in a review or outside; it becomes a task or a risk."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

KEYS = (
    ("feedback", "member_id", "membership"),
    ("feedback", "review_id", "review"),
    ("feedback", "risk_id", "risk"),
    ("feedback", "task_id", "task"),
    ("feedback", "venture_id", "venture"),
)
"""Table, column, and the table that it refers to."""


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("risk_id", sa.Uuid(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('problem', 'idea', 'question', 'praise')", name=op.f("ck_feedback_kind")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_feedback")),
    )
    op.protect_tenant_table("feedback")
    op.create_index(op.f("ix_feedback_venture_id_created_at"), "feedback", ["tenant_id", "venture_id", "created_at"])
    op.create_index(op.f("ix_feedback_review_id"), "feedback", ["tenant_id", "review_id"])
    op.create_index(op.f("ix_feedback_created_at"), "feedback", ["tenant_id", "created_at"])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _target in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    op.drop_table("feedback")

"""Reviews in full: who takes part and votes, what must be there, what takes whose place, and a record that stays.

A progress report is a review without a milestone. Old conditions are open or met, as they were; a review of the
version before has no rounds, no drafts and no quorum. What was decided before has no record.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

TEXT: Final = sa.Text()
REVIEW: Final[dict[str, Any]] = {
    "next_review_on": sa.Date(),
    "draft_number": sa.Integer(),
    "lead_days": sa.Integer(),
    "quorum": sa.Integer(),
    "round": sa.Integer(),
    "entrance": postgresql.ARRAY(sa.Text()),
    "entrance_missing": postgresql.ARRAY(sa.Text()),
    "entrance_waiver": TEXT,
    "agenda": TEXT,
    "minutes": TEXT,
    "supersedes_id": sa.Uuid(),
    "supersedes_reason": TEXT,
    "previous_hash": TEXT,
}
CONDITION: Final[dict[str, Any]] = {
    "evidence": TEXT,
    "waived_at": sa.DateTime(timezone=True),
    "failed_at": sa.DateTime(timezone=True),
    "settled_reason": TEXT,
    "moved_from_on": sa.Date(),
    "moved_reason": TEXT,
}
DECISIONS = "'go', 'conditional_go', 'recycle', 'hold', 'stop'"
KEYS = (
    ("review", "supersedes_id", "review"),
    ("review_participant", "member_id", "membership"),
    ("review_participant", "review_id", "review"),
    ("review_participant", "venture_id", "venture"),
    ("review_record", "review_id", "review"),
    ("review_vote", "member_id", "membership"),
    ("review_vote", "review_id", "review"),
    ("review_vote", "venture_id", "venture"),
)
"""Table, column, and the table that it refers to."""


def upgrade() -> None:
    for name, kind in REVIEW.items():
        op.add_column("review", sa.Column(name, kind, nullable=True))
    for name, kind in CONDITION.items():
        op.add_column("review_condition", sa.Column(name, kind, nullable=True))
    op.add_column("tenant", sa.Column("review_lead_days", sa.Integer(), nullable=True))
    op.alter_column("review", "milestone_id", nullable=True)
    op.create_check_constraint(op.f("ck_review_quorum"), "review", "quorum > 0")
    op.create_check_constraint(op.f("ck_review_lead_days"), "review", "lead_days BETWEEN 0 AND 60")
    op.create_check_constraint(op.f("ck_tenant_review_lead_days"), "tenant", "review_lead_days BETWEEN 0 AND 60")
    op.create_index(
        "uq_review_supersedes",
        "review",
        ["tenant_id", "supersedes_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'cancelled'"),
    )
    _participants()
    _votes()
    _records()
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def _participants() -> None:
    op.create_table(
        "review_participant",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('chair', 'reviewer', 'observer')", name=op.f("ck_review_participant_role")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review_participant")),
    )
    op.protect_tenant_table("review_participant")
    op.create_index(
        "uq_review_participant_member",
        "review_participant",
        ["tenant_id", "review_id", "member_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_index(
        "uq_review_participant_chair",
        "review_participant",
        ["tenant_id", "review_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL AND role = 'chair'"),
    )
    op.create_index(op.f("ix_review_participant_member_id"), "review_participant", ["tenant_id", "member_id"])


def _votes() -> None:
    op.create_table(
        "review_vote",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("vote", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"vote IN ({DECISIONS}, 'abstain')", name=op.f("ck_review_vote_vote")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review_vote")),
    )
    op.protect_tenant_table("review_vote")
    op.create_index(
        op.f("ix_review_vote_review_id_voted_at_id"), "review_vote", ["tenant_id", "review_id", "voted_at", "id"]
    )
    op.create_index(op.f("ix_review_vote_voted_at_id"), "review_vote", ["tenant_id", "voted_at", "id"])


def _records() -> None:
    op.create_table(
        "review_record",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(f"decision IN ({DECISIONS})", name=op.f("ck_review_record_decision")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_review_record")),
        sa.UniqueConstraint("tenant_id", "review_id", name=op.f("uq_review_record_review_id")),
    )
    op.protect_tenant_table("review_record")


def downgrade() -> None:
    for table, column, _target in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    for table in ("review_record", "review_vote", "review_participant"):
        op.drop_table(table)
    op.drop_index("uq_review_supersedes", "review", postgresql_where=sa.text("state <> 'cancelled'"))
    op.drop_constraint(op.f("ck_tenant_review_lead_days"), "tenant", type_="check")
    op.drop_constraint(op.f("ck_review_lead_days"), "review", type_="check")
    op.drop_constraint(op.f("ck_review_quorum"), "review", type_="check")
    op.execute(
        "DELETE FROM review_report p USING review r WHERE r.tenant_id = p.tenant_id AND r.id = p.review_id "
        "AND r.milestone_id IS NULL"
    )
    op.execute("DELETE FROM review WHERE milestone_id IS NULL")
    op.alter_column("review", "milestone_id", nullable=False)
    op.drop_column("tenant", "review_lead_days")
    for name in CONDITION:
        op.drop_column("review_condition", name)
    for name in REVIEW:
        op.drop_column("review", name)

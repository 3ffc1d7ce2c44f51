"""Acquisitions: what a venture is about to get, how far it has come, and the dated steps on the way to it."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

STATUSES = "('identified', 'contacted', 'negotiating', 'committed', 'received', 'lost')"
CHANNELS = (
    "('angel', 'venture_capital', 'government_subsidy', 'bank_loan', 'public_set', 'partnership', 'self_collected',"
    " 'open_source', 'joint_research', 'purchase', 'recruiting', 'university', 'training', 'other')"
)
INDEXES = {
    "acquisition": (
        ("venture_id", "status"),
        ("expected_on",),
        ("milestone_id",),
        ("resource_id",),
        ("owner_id",),
    ),
    "acquisition_step": (("acquisition_id", "recorded_at", "id"), ("recorded_at", "id"), ("venture_id",)),
}
KEYS = (
    ("acquisition", "venture_id", "venture"),
    ("acquisition", "milestone_id", "milestone"),
    ("acquisition", "resource_id", "resource"),
    ("acquisition", "owner_id", "membership"),
    ("acquisition_step", "venture_id", "venture"),
    ("acquisition_step", "acquisition_id", "acquisition"),
)


def upgrade() -> None:
    op.create_table(
        "acquisition",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=False),
        sa.Column("probability", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("expected_amount", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("cost", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=True),
        sa.Column("next_step_on", sa.Date(), nullable=True),
        sa.Column("lost_reason", sa.Text(), nullable=True),
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("condition_on", sa.Date(), nullable=True),
        sa.Column("resource_id", sa.Uuid(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('funding', 'data', 'technology', 'talent')", name=op.f("ck_acquisition_kind")),
        sa.CheckConstraint(f"channel IN {CHANNELS}", name=op.f("ck_acquisition_channel")),
        sa.CheckConstraint(f"status IN {STATUSES}", name=op.f("ck_acquisition_status")),
        sa.CheckConstraint("probability BETWEEN 0 AND 1", name=op.f("ck_acquisition_probability")),
        sa.CheckConstraint("expected_amount >= 0", name=op.f("ck_acquisition_expected_amount")),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_acquisition_cost")),
        sa.CheckConstraint("status <> 'lost' OR lost_reason IS NOT NULL", name=op.f("ck_acquisition_lost_reason")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_acquisition")),
    )
    op.protect_tenant_table("acquisition")
    op.create_table(
        "acquisition_step",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("acquisition_id", sa.Uuid(), nullable=False),
        sa.Column("former_status", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(f"former_status IN {STATUSES}", name=op.f("ck_acquisition_step_former_status")),
        sa.CheckConstraint(f"status IN {STATUSES}", name=op.f("ck_acquisition_step_status")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_acquisition_step")),
    )
    op.protect_tenant_table("acquisition_step")
    for table, indexes in INDEXES.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _ in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    op.drop_table("acquisition_step")
    op.drop_table("acquisition")

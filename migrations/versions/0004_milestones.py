"""Milestones, their dependencies and criteria, resources and allocations."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "milestone_history",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("key", sa.Boolean(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("baseline_start_on", sa.Date(), nullable=True),
        sa.Column("baseline_due_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("percent_complete", sa.Integer(), nullable=False),
        sa.Column("estimate_optimistic", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("estimate_likely", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("estimate_pessimistic", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", "version", name=op.f("pk_milestone_history")),
    )
    op.protect_tenant_table("milestone_history")
    op.create_index(
        op.f("ix_milestone_history_id_valid_from"), "milestone_history", ["tenant_id", "id", "valid_from"], unique=False
    )
    op.create_table(
        "milestone",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("key", sa.Boolean(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("baseline_start_on", sa.Date(), nullable=True),
        sa.Column("baseline_due_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("percent_complete", sa.Integer(), nullable=False),
        sa.Column("estimate_optimistic", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("estimate_likely", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("estimate_pessimistic", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "status IN ('planned', 'in_progress', 'on_hold', 'done', 'cancelled')", name=op.f("ck_milestone_status")
        ),
        sa.CheckConstraint("percent_complete BETWEEN 0 AND 100", name=op.f("ck_milestone_percent_complete")),
        sa.CheckConstraint("start_on IS NULL OR due_on IS NULL OR start_on <= due_on", name=op.f("ck_milestone_dates")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_milestone")),
    )
    op.protect_tenant_table("milestone")
    op.create_index(op.f("ix_milestone_due_on"), "milestone", ["tenant_id", "due_on"], unique=False)
    op.create_index(op.f("ix_milestone_owner_id"), "milestone", ["tenant_id", "owner_id"], unique=False)
    op.create_index(
        op.f("ix_milestone_venture_id_due_on"), "milestone", ["tenant_id", "venture_id", "due_on"], unique=False
    )
    op.create_table(
        "resource",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('funding', 'data', 'technology', 'talent')", name=op.f("ck_resource_kind")),
        sa.CheckConstraint("amount IS NULL OR amount >= 0", name=op.f("ck_resource_amount")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_resource")),
    )
    op.protect_tenant_table("resource")
    op.create_index(op.f("ix_resource_owner_id"), "resource", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_resource_venture_id"), "resource", ["tenant_id", "venture_id"], unique=False)
    op.create_table(
        "allocation",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("resource_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=24, scale=6), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_allocation_amount")),
        sa.CheckConstraint(
            "start_on IS NULL OR end_on IS NULL OR start_on <= end_on", name=op.f("ck_allocation_dates")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_allocation")),
    )
    op.protect_tenant_table("allocation")
    op.create_index(op.f("ix_allocation_milestone_id"), "allocation", ["tenant_id", "milestone_id"], unique=False)
    op.create_index(op.f("ix_allocation_resource_id"), "allocation", ["tenant_id", "resource_id"], unique=False)
    op.create_table(
        "criterion",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("must", sa.Boolean(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=True),
        sa.Column("target", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.CheckConstraint("direction IN ('at_least', 'at_most')", name=op.f("ck_criterion_direction")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_criterion")),
    )
    op.protect_tenant_table("criterion")
    op.create_index(op.f("ix_criterion_milestone_id"), "criterion", ["tenant_id", "milestone_id"], unique=False)
    op.create_table(
        "milestone_dependency",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lag_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('FS', 'SS', 'FF', 'SF')", name=op.f("ck_milestone_dependency_kind")),
        sa.CheckConstraint("predecessor_id <> successor_id", name=op.f("ck_milestone_dependency_ends")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_milestone_dependency")),
    )
    op.protect_tenant_table("milestone_dependency")
    op.create_index(
        op.f("ix_milestone_dependency_successor_id"),
        "milestone_dependency",
        ["tenant_id", "successor_id"],
        unique=False,
    )
    op.create_index(
        "uq_milestone_dependency_ends",
        "milestone_dependency",
        ["tenant_id", "predecessor_id", "successor_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "criterion_result",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("criterion_id", sa.Uuid(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("value", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("result IN ('pass', 'fail')", name=op.f("ck_criterion_result_result")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_criterion_result")),
    )
    op.protect_tenant_table("criterion_result")
    op.create_index(
        op.f("ix_criterion_result_criterion_id_recorded_at_id"),
        "criterion_result",
        ["tenant_id", "criterion_id", "recorded_at", "id"],
        unique=False,
    )
    op.create_foreign_key(
        op.f("fk_milestone_owner_id"), "milestone", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_milestone_venture_id"), "milestone", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_resource_owner_id"), "resource", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_resource_venture_id"), "resource", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_allocation_milestone_id"),
        "allocation",
        "milestone",
        ["tenant_id", "milestone_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_allocation_venture_id"), "allocation", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_allocation_resource_id"), "allocation", "resource", ["tenant_id", "resource_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_criterion_milestone_id"), "criterion", "milestone", ["tenant_id", "milestone_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_criterion_venture_id"), "criterion", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_milestone_dependency_successor_id"),
        "milestone_dependency",
        "milestone",
        ["tenant_id", "successor_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_milestone_dependency_venture_id"),
        "milestone_dependency",
        "venture",
        ["tenant_id", "venture_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_milestone_dependency_predecessor_id"),
        "milestone_dependency",
        "milestone",
        ["tenant_id", "predecessor_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_criterion_result_criterion_id"),
        "criterion_result",
        "criterion",
        ["tenant_id", "criterion_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_criterion_result_criterion_id"), "criterion_result", type_="foreignkey")
    op.drop_constraint(op.f("fk_milestone_dependency_predecessor_id"), "milestone_dependency", type_="foreignkey")
    op.drop_constraint(op.f("fk_milestone_dependency_venture_id"), "milestone_dependency", type_="foreignkey")
    op.drop_constraint(op.f("fk_milestone_dependency_successor_id"), "milestone_dependency", type_="foreignkey")
    op.drop_constraint(op.f("fk_criterion_venture_id"), "criterion", type_="foreignkey")
    op.drop_constraint(op.f("fk_criterion_milestone_id"), "criterion", type_="foreignkey")
    op.drop_constraint(op.f("fk_allocation_resource_id"), "allocation", type_="foreignkey")
    op.drop_constraint(op.f("fk_allocation_venture_id"), "allocation", type_="foreignkey")
    op.drop_constraint(op.f("fk_allocation_milestone_id"), "allocation", type_="foreignkey")
    op.drop_constraint(op.f("fk_resource_venture_id"), "resource", type_="foreignkey")
    op.drop_constraint(op.f("fk_resource_owner_id"), "resource", type_="foreignkey")
    op.drop_constraint(op.f("fk_milestone_venture_id"), "milestone", type_="foreignkey")
    op.drop_constraint(op.f("fk_milestone_owner_id"), "milestone", type_="foreignkey")
    op.drop_index(op.f("ix_criterion_result_criterion_id_recorded_at_id"), table_name="criterion_result")
    op.drop_table("criterion_result")
    op.drop_index(
        "uq_milestone_dependency_ends",
        table_name="milestone_dependency",
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.drop_index(op.f("ix_milestone_dependency_successor_id"), table_name="milestone_dependency")
    op.drop_table("milestone_dependency")
    op.drop_index(op.f("ix_criterion_milestone_id"), table_name="criterion")
    op.drop_table("criterion")
    op.drop_index(op.f("ix_allocation_resource_id"), table_name="allocation")
    op.drop_index(op.f("ix_allocation_milestone_id"), table_name="allocation")
    op.drop_table("allocation")
    op.drop_index(op.f("ix_resource_venture_id"), table_name="resource")
    op.drop_index(op.f("ix_resource_owner_id"), table_name="resource")
    op.drop_table("resource")
    op.drop_index(op.f("ix_milestone_venture_id_due_on"), table_name="milestone")
    op.drop_index(op.f("ix_milestone_owner_id"), table_name="milestone")
    op.drop_index(op.f("ix_milestone_due_on"), table_name="milestone")
    op.drop_table("milestone")
    op.drop_index(op.f("ix_milestone_history_id_valid_from"), table_name="milestone_history")
    op.drop_table("milestone_history")

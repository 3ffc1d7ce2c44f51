"""Phases, tasks and what they depend on; a milestone's percentage may follow from its tasks or criteria.

A milestone's progress mode may be empty while the version before runs, which knows percentages by hand only.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MODES = "progress_mode IN ('by_hand', 'by_tasks', 'by_criteria')"


def entity(name: str, *columns: sa.schema.SchemaItem) -> None:
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


def refers(table: str, column: str, to: str) -> None:
    op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, to, ["tenant_id", column], ["tenant_id", "id"])


def indexed(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])


def upgrade() -> None:
    entity(
        "phase",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('prototype', 'feature_development', 'test_and_optimise', 'commercial_release', 'other')",
            name=op.f("ck_phase_kind"),
        ),
        sa.CheckConstraint("start_on IS NULL OR due_on IS NULL OR start_on <= due_on", name=op.f("ck_phase_dates")),
    )
    indexed("phase", "venture_id", "position")
    entity(
        "task",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("estimate_days", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("weight", sa.Numeric(precision=24, scale=6), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("status IN ('todo', 'doing', 'done', 'cancelled')", name=op.f("ck_task_status")),
        sa.CheckConstraint("weight >= 0", name=op.f("ck_task_weight")),
        sa.CheckConstraint("start_on IS NULL OR due_on IS NULL OR start_on <= due_on", name=op.f("ck_task_dates")),
    )
    for columns in (["venture_id", "due_on"], ["milestone_id"], ["owner_id"]):
        indexed("task", *columns)
    entity(
        "task_dependency",
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("predecessor_id", sa.Uuid(), nullable=False),
        sa.Column("successor_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lag_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('FS', 'SS', 'FF', 'SF')", name=op.f("ck_task_dependency_kind")),
        sa.CheckConstraint("predecessor_id <> successor_id", name=op.f("ck_task_dependency_ends")),
    )
    op.create_index(
        "uq_task_dependency_ends",
        "task_dependency",
        ["tenant_id", "predecessor_id", "successor_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    indexed("task_dependency", "venture_id")
    indexed("task_dependency", "successor_id")
    for table in ("milestone", "milestone_history"):
        op.add_column(table, sa.Column("progress_mode", sa.Text(), nullable=True))
        op.add_column(table, sa.Column("phase_id", sa.Uuid(), nullable=True))
    op.create_check_constraint(op.f("ck_milestone_progress_mode"), "milestone", MODES)
    indexed("milestone", "phase_id")
    refers("phase", "venture_id", "venture")
    refers("task", "venture_id", "venture")
    refers("task", "milestone_id", "milestone")
    refers("task", "owner_id", "membership")
    refers("task_dependency", "venture_id", "venture")
    refers("task_dependency", "predecessor_id", "task")
    refers("task_dependency", "successor_id", "task")
    refers("milestone", "phase_id", "phase")


def downgrade() -> None:
    op.drop_constraint(op.f("fk_milestone_phase_id"), "milestone", type_="foreignkey")
    op.drop_index(op.f("ix_milestone_phase_id"), table_name="milestone")
    op.drop_constraint(op.f("ck_milestone_progress_mode"), "milestone", type_="check")
    for table in ("milestone_history", "milestone"):
        op.drop_column(table, "phase_id")
        op.drop_column(table, "progress_mode")
    for table in ("task_dependency", "task", "phase"):
        op.drop_table(table)

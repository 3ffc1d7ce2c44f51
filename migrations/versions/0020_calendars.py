"""Calendars of working days; a venture may follow one."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "working_calendar",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("subdivision", sa.Text(), nullable=True),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("off_days", postgresql.ARRAY(sa.Date()), nullable=False),
        sa.Column("working_days", postgresql.ARRAY(sa.Date()), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.CheckConstraint("week ~ '^[01]{7}$' AND week <> '0000000'", name=op.f("ck_working_calendar_week")),
        sa.CheckConstraint("subdivision IS NULL OR country IS NOT NULL", name=op.f("ck_working_calendar_subdivision")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_working_calendar")),
    )
    op.protect_tenant_table("working_calendar")
    for name, columns, where in (
        ("uq_working_calendar_name", ["tenant_id", "name"], "archived_at IS NULL"),
        ("uq_working_calendar_is_default", ["tenant_id"], "is_default AND archived_at IS NULL"),
    ):
        op.create_index(name, "working_calendar", columns, unique=True, postgresql_where=sa.text(where))
    op.add_column("venture", sa.Column("calendar_id", sa.Uuid(), nullable=True))
    op.add_column("venture_history", sa.Column("calendar_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_venture_calendar_id"), "venture", ["tenant_id", "calendar_id"])
    op.create_foreign_key(
        op.f("fk_venture_calendar_id"), "venture", "working_calendar", ["tenant_id", "calendar_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_venture_calendar_id"), "venture", type_="foreignkey")
    op.drop_index(op.f("ix_venture_calendar_id"), table_name="venture")
    op.drop_column("venture_history", "calendar_id")
    op.drop_column("venture", "calendar_id")
    op.drop_table("working_calendar")

"""Sheets that are brought in, and by what their source knows the rows that came of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_import",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("columns", postgresql.JSONB(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=True),
        sa.Column("acting", postgresql.JSONB(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("lines_total", sa.Integer(), nullable=True),
        sa.Column("lines_done", sa.Integer(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("mapping", postgresql.JSONB(), nullable=False),
        sa.Column("problem_count", sa.Integer(), nullable=False),
        sa.Column("problems", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_sheet_import")),
        sa.CheckConstraint("format IN ('csv', 'xlsx')", name=op.f("ck_sheet_import_format")),
        sa.CheckConstraint("encoding IN ('utf8', 'utf16', 'gb18030')", name=op.f("ck_sheet_import_encoding")),
        sa.CheckConstraint(
            "state IN ('uploading', 'queued', 'running', 'checked', 'done', 'failed', 'cancelled')",
            name=op.f("ck_sheet_import_state"),
        ),
    )
    op.protect_tenant_table("sheet_import")
    op.create_index(op.f("ix_sheet_import_state"), "sheet_import", ["tenant_id", "state"])
    op.create_index(op.f("ix_sheet_import_venture_id"), "sheet_import", ["tenant_id", "venture_id"])
    op.create_foreign_key(
        op.f("fk_sheet_import_venture_id"), "sheet_import", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_sheet_import_requested_by"),
        "sheet_import",
        "membership",
        ["tenant_id", "requested_by"],
        ["tenant_id", "id"],
    )
    op.create_table(
        "imported_row",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("sheet_import_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "entity", "source", "external_id", name=op.f("pk_imported_row")),
    )
    op.protect_tenant_table("imported_row")


def downgrade() -> None:
    for table in ("imported_row", "sheet_import"):
        op.drop_table(table)

"""Exports of a tenant or of one person, and the archives they make, in parts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "export",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("requested_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rows_done", sa.BigInteger(), nullable=False),
        sa.Column("rows_total", sa.BigInteger(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("reached", postgresql.JSONB(), nullable=True),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_export")),
        sa.CheckConstraint("kind IN ('tenant', 'person')", name=op.f("ck_export_kind")),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'ready', 'failed', 'cancelled', 'expired')", name=op.f("ck_export_state")
        ),
        sa.CheckConstraint("(kind = 'person') = (member_id IS NOT NULL)", name=op.f("ck_export_member_id")),
    )
    op.protect_tenant_table("export")
    op.create_index(op.f("ix_export_state"), "export", ["tenant_id", "state"])
    op.create_table(
        "archive_part",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("archive_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "archive_id", "starts_at", name=op.f("pk_archive_part")),
    )
    op.protect_tenant_table("archive_part")
    op.create_table(
        "archive_file",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("archive_id", sa.Uuid(), nullable=False),
        sa.Column("file_number", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("of_table", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("compressed", sa.BigInteger(), nullable=False),
        sa.Column("crc", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "archive_id", "file_number", name=op.f("pk_archive_file")),
    )
    op.protect_tenant_table("archive_file")
    op.create_foreign_key(
        op.f("fk_export_member_id"), "export", "membership", ["tenant_id", "member_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    for table in ("archive_file", "archive_part", "export"):
        op.drop_table(table)

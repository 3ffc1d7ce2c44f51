"""Archives that are brought into a tenant, and the erasure of a person's data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tenant_import",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rows_total", sa.BigInteger(), nullable=True),
        sa.Column("rows_done", sa.BigInteger(), nullable=False),
        sa.Column("reached", postgresql.JSONB(), nullable=True),
        sa.Column("problem", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_tenant_import")),
        sa.CheckConstraint(
            "state IN ('uploading', 'checking', 'applying', 'undoing', 'done', 'failed', 'cancelled')",
            name=op.f("ck_tenant_import_state"),
        ),
    )
    op.protect_tenant_table("tenant_import")
    op.create_index(op.f("ix_tenant_import_state"), "tenant_import", ["tenant_id", "state"])
    op.create_table(
        "person_erasure",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=True),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reached", postgresql.JSONB(), nullable=True),
        sa.Column("erased", postgresql.JSONB(), nullable=False),
        sa.Column("kept", postgresql.JSONB(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_person_erasure")),
        sa.CheckConstraint("state IN ('running', 'done', 'failed')", name=op.f("ck_person_erasure_state")),
    )
    op.protect_tenant_table("person_erasure")
    op.create_index(op.f("ix_person_erasure_member_id"), "person_erasure", ["tenant_id", "member_id"])
    op.create_index(op.f("ix_person_erasure_state"), "person_erasure", ["tenant_id", "state"])
    op.create_foreign_key(
        op.f("fk_person_erasure_member_id"),
        "person_erasure",
        "membership",
        ["tenant_id", "member_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    for table in ("person_erasure", "tenant_import"):
        op.drop_table(table)

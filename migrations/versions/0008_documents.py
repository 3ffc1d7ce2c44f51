"""Trusted documents of a tenant's own programs, and who must use them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "document_manifest",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document_count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_document_manifest")),
    )
    op.protect_tenant_table("document_manifest")
    op.create_table(
        "trusted_document",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("manifest_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_trusted_document")),
        sa.UniqueConstraint("tenant_id", "manifest_id", "key", name=op.f("uq_trusted_document_manifest_id_key")),
    )
    op.protect_tenant_table("trusted_document")
    op.create_index(op.f("ix_trusted_document_key"), "trusted_document", ["tenant_id", "key"], unique=False)
    op.create_index(op.f("ix_trusted_document_sha256"), "trusted_document", ["tenant_id", "sha256"], unique=False)
    op.create_foreign_key(
        op.f("fk_trusted_document_manifest_id"),
        "trusted_document",
        "document_manifest",
        ["tenant_id", "manifest_id"],
        ["tenant_id", "id"],
    )
    op.add_column("tenant", sa.Column("trusted_documents_only", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("ck_tenant_trusted_documents_only"),
        "tenant",
        "trusted_documents_only IN ('sessions', 'keys', 'everybody')",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_tenant_trusted_documents_only"), "tenant", type_="check")
    op.drop_column("tenant", "trusted_documents_only")
    op.drop_table("trusted_document")
    op.drop_table("document_manifest")

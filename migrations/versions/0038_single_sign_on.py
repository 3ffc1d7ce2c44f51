"""Single sign-on: identity providers of a tenant's own, its domains, and which provider a session came from.

Whose a verified domain is stands in a table of the installation, since it is one tenant's only.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

ROLES = "'owner', 'admin', 'manager', 'contributor', 'viewer'"


def upgrade() -> None:
    op.create_table(
        "identity_provider",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("client_secret", sa.Text(), nullable=True),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("trust_email", sa.Boolean(), nullable=False),
        sa.Column("group_claim", sa.Text(), nullable=True),
        sa.Column("group_roles", postgresql.JSONB(), nullable=True),
        sa.Column("default_role", sa.Text(), nullable=True),
        sa.Column("most_role", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.CheckConstraint(f"default_role IN ({ROLES})", name=op.f("ck_identity_provider_default_role")),
        sa.CheckConstraint(f"most_role IN ({ROLES})", name=op.f("ck_identity_provider_most_role")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_identity_provider")),
    )
    op.protect_tenant_table("identity_provider")
    op.create_index(op.f("ix_identity_provider_title"), "identity_provider", ["tenant_id", "title"])
    op.create_table(
        "identity_provider_use",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("last_sign_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_member_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_identity_provider_use")),
    )
    op.protect_tenant_table("identity_provider_use")
    op.create_table(
        "domain",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verified_by", sa.Text(), nullable=True),
        sa.CheckConstraint("verified_by IN ('dns', 'operator')", name=op.f("ck_domain_verified_by")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_domain")),
    )
    op.protect_tenant_table("domain")
    op.create_index(
        "uq_domain_name", "domain", ["tenant_id", "name"], unique=True, postgresql_where=sa.text("archived_at IS NULL")
    )
    op.create_table(
        "tenant_domain",
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("domain", name=op.f("pk_tenant_domain")),
    )
    op.grant_global_table("tenant_domain")
    op.create_index(op.f("ix_tenant_domain_tenant"), "tenant_domain", ["tenant_id"])
    op.add_column("session", sa.Column("identity_provider_id", sa.Uuid(), nullable=True))


def downgrade() -> None:
    op.drop_column("session", "identity_provider_id")
    for table in ("tenant_domain", "domain", "identity_provider_use", "identity_provider"):
        op.drop_table(table)

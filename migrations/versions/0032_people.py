"""Invitations, service accounts, and what is kept of the life of API keys.

A member has the id by which the tenant's directory knows the person, for SCIM.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

ROLES = "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')"

KEYS = (
    ("invitation", "invited_by", "membership"),
    ("invitation", "member_id", "membership"),
    ("api_key", "service_account_id", "service_account"),
    ("api_key_use", "api_key_id", "api_key"),
)
"""Table, column, and the table that it refers to."""


def upgrade() -> None:
    op.create_table(
        "invitation",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("invited_by", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mails", sa.Integer(), nullable=False),
        sa.Column("mail_error", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(ROLES, name=op.f("ck_invitation_role")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_invitation")),
    )
    op.protect_tenant_table("invitation")
    open_only = sa.text("archived_at IS NULL")
    op.create_index(
        "uq_invitation_email", "invitation", ["tenant_id", "email"], unique=True, postgresql_where=open_only
    )
    op.create_index(op.f("ix_invitation_expires_at"), "invitation", ["tenant_id", "expires_at"])
    op.create_table(
        "service_account",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.CheckConstraint(ROLES, name=op.f("ck_service_account_role")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_service_account")),
    )
    op.protect_tenant_table("service_account")
    known = sa.text("subject IS NOT NULL AND archived_at IS NULL")
    op.create_index(
        "uq_service_account_subject", "service_account", ["tenant_id", "subject"], unique=True, postgresql_where=known
    )
    op.create_index(op.f("ix_service_account_title"), "service_account", ["tenant_id", "title"])
    op.add_column("api_key", sa.Column("service_account_id", sa.Uuid(), nullable=True))
    op.add_column("api_key", sa.Column("rotated_to", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_api_key_service_account_id"), "api_key", ["tenant_id", "service_account_id"])
    op.create_table(
        "api_key_use",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("api_key_id", sa.Uuid(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_address", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "api_key_id", name=op.f("pk_api_key_use")),
    )
    op.protect_tenant_table("api_key_use")
    op.add_column("membership", sa.Column("external_id", sa.Text(), nullable=True))
    in_use = sa.text("external_id IS NOT NULL AND archived_at IS NULL")
    op.create_index(
        "uq_membership_external_id", "membership", ["tenant_id", "external_id"], unique=True, postgresql_where=in_use
    )
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table, column, _target in reversed(KEYS):
        op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")
    op.drop_index("uq_membership_external_id", "membership")
    op.drop_column("membership", "external_id")
    op.drop_table("api_key_use")
    op.drop_index(op.f("ix_api_key_service_account_id"), "api_key")
    op.drop_column("api_key", "rotated_to")
    op.drop_column("api_key", "service_account_id")
    op.drop_table("service_account")
    op.drop_table("invitation")

"""Members, keys, ventures and teams."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_key",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("networks", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')", name=op.f("ck_api_key_role")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_api_key")),
        sa.UniqueConstraint("tenant_id", "key_hash", name=op.f("uq_api_key_key_hash")),
    )
    op.protect_tenant_table("api_key")
    op.create_table(
        "membership",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.CheckConstraint(
            "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')", name=op.f("ck_membership_role")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_membership")),
    )
    op.protect_tenant_table("membership")
    op.create_index(op.f("ix_membership_email"), "membership", ["tenant_id", "email"], unique=False)
    op.create_index(
        "uq_membership_user_id",
        "membership",
        ["tenant_id", "user_id"],
        unique=True,
        postgresql_where=sa.text("user_id IS NOT NULL AND archived_at IS NULL"),
    )
    op.create_table(
        "venture_history",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", "version", name=op.f("pk_venture_history")),
    )
    op.protect_tenant_table("venture_history")
    op.create_index(
        op.f("ix_venture_history_id_valid_from"), "venture_history", ["tenant_id", "id", "valid_from"], unique=False
    )
    op.create_table(
        "venture",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "stage IN ('idea', 'prototype', 'validation', 'growth', 'scale', 'closing', 'closed')",
            name=op.f("ck_venture_stage"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_venture")),
    )
    op.protect_tenant_table("venture")
    op.create_index(op.f("ix_venture_name"), "venture", ["tenant_id", "name"], unique=False)
    op.create_index(op.f("ix_venture_owner_id"), "venture", ["tenant_id", "owner_id"], unique=False)
    op.create_index(
        "uq_venture_key", "venture", ["tenant_id", "key"], unique=True, postgresql_where=sa.text("archived_at IS NULL")
    )
    op.create_table(
        "team",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "function IN ('core_technology', 'business', 'technical_support', 'software_development')",
            name=op.f("ck_team_function"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_team")),
    )
    op.protect_tenant_table("team")
    op.create_index(op.f("ix_team_venture_id"), "team", ["tenant_id", "venture_id"], unique=False)
    op.create_table(
        "team_member",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.CheckConstraint("share BETWEEN 1 AND 100", name=op.f("ck_team_member_share")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_team_member")),
    )
    op.protect_tenant_table("team_member")
    op.create_index(op.f("ix_team_member_member_id"), "team_member", ["tenant_id", "member_id"], unique=False)
    op.create_index(
        "uq_team_member_team_id_member_id",
        "team_member",
        ["tenant_id", "team_id", "member_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_foreign_key(
        op.f("fk_venture_owner_id"), "venture", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_team_venture_id"), "team", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_team_member_member_id"), "team_member", "membership", ["tenant_id", "member_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_team_member_team_id"), "team_member", "team", ["tenant_id", "team_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_team_member_team_id"), "team_member", type_="foreignkey")
    op.drop_constraint(op.f("fk_team_member_member_id"), "team_member", type_="foreignkey")
    op.drop_constraint(op.f("fk_team_venture_id"), "team", type_="foreignkey")
    op.drop_constraint(op.f("fk_venture_owner_id"), "venture", type_="foreignkey")
    op.drop_index(
        "uq_team_member_team_id_member_id", table_name="team_member", postgresql_where=sa.text("archived_at IS NULL")
    )
    op.drop_index(op.f("ix_team_member_member_id"), table_name="team_member")
    op.drop_table("team_member")
    op.drop_index(op.f("ix_team_venture_id"), table_name="team")
    op.drop_table("team")
    op.drop_index("uq_venture_key", table_name="venture", postgresql_where=sa.text("archived_at IS NULL"))
    op.drop_index(op.f("ix_venture_owner_id"), table_name="venture")
    op.drop_index(op.f("ix_venture_name"), table_name="venture")
    op.drop_table("venture")
    op.drop_index(op.f("ix_venture_history_id_valid_from"), table_name="venture_history")
    op.drop_table("venture_history")
    op.drop_index(
        "uq_membership_user_id",
        table_name="membership",
        postgresql_where=sa.text("user_id IS NOT NULL AND archived_at IS NULL"),
    )
    op.drop_index(op.f("ix_membership_email"), table_name="membership")
    op.drop_table("membership")
    op.drop_table("api_key")

"""Groups of members that a directory keeps, and what it says of people: SCIM 2.0."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

NAMES = ("display_name", "formatted_name", "given_name", "family_name")
KEYS = (("group_id", "member_group"), ("member_id", "membership"))
"""Columns of a member's being in a group, and the tables that they refer to."""


def _entity(*columns: sa.Column[Any]) -> list[sa.Column[Any]]:
    return [
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
    ]


def upgrade() -> None:
    for name in NAMES:
        op.add_column("membership", sa.Column(name, sa.Text(), nullable=True))
    op.create_index(op.f("ix_membership_external_id"), "membership", ["tenant_id", "external_id"])
    op.add_column("membership", sa.Column("left_directory_at", sa.DateTime(timezone=True), nullable=True))
    roles = "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')"
    op.create_table(
        "member_group",
        *_entity(
            sa.Column("title", sa.Text(), nullable=False),
            sa.Column("external_id", sa.Text(), nullable=True),
            sa.Column("role", sa.Text(), nullable=True),
            sa.Column("roster_version", sa.Integer(), nullable=False),
        ),
        sa.CheckConstraint(roles, name=op.f("ck_member_group_role")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_member_group")),
    )
    op.protect_tenant_table("member_group")
    used = sa.text("external_id IS NOT NULL AND archived_at IS NULL")
    op.create_index(
        "uq_member_group_external_id", "member_group", ["tenant_id", "external_id"], unique=True, postgresql_where=used
    )
    op.create_index(op.f("ix_member_group_title"), "member_group", ["tenant_id", "title"])
    op.create_table(
        "member_group_member",
        *_entity(
            sa.Column("group_id", sa.Uuid(), nullable=False),
            sa.Column("member_id", sa.Uuid(), nullable=False),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_member_group_member")),
    )
    op.protect_tenant_table("member_group_member")
    ends = ["tenant_id", "group_id", "member_id"]
    used = sa.text("archived_at IS NULL")
    op.create_index("uq_member_group_member_ends", "member_group_member", ends, unique=True, postgresql_where=used)
    for column, target in KEYS:
        op.create_index(op.f(f"ix_member_group_member_{column}"), "member_group_member", ["tenant_id", column])
        name = op.f(f"fk_member_group_member_{column}")
        op.create_foreign_key(name, "member_group_member", target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    op.drop_table("member_group_member")
    op.drop_table("member_group")
    op.drop_column("membership", "left_directory_at")
    op.drop_index(op.f("ix_membership_external_id"), table_name="membership")
    for name in reversed(NAMES):
        op.drop_column("membership", name)

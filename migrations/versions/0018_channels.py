"""Channels, what members choose to be told, and what waits for their digests.

The health of what is sent to is kept for channels and members as well, so it no longer refers to endpoints.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

WEEKDAYS = "'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'"


def upgrade() -> None:
    op.create_table(
        "channel",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("url_hint", sa.Text(), nullable=True),
        sa.Column("event_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("categories", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("min_severity", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("disabled_reason", sa.Text(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmation", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('email', 'slack', 'teams')", name=op.f("ck_channel_kind")),
        sa.CheckConstraint(
            "role IN ('owner', 'admin', 'manager', 'contributor', 'viewer')", name=op.f("ck_channel_role")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_channel")),
    )
    op.protect_tenant_table("channel")
    op.create_index(op.f("ix_channel_asked_at"), "channel", ["tenant_id", "asked_at"])
    op.create_index(op.f("ix_channel_name"), "channel", ["tenant_id", "name"])
    op.create_table(
        "notification_preference",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("disabled_reason", sa.Text(), nullable=True),
        sa.Column("event_types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("venture_ids", postgresql.ARRAY(sa.Uuid()), nullable=True),
        sa.Column("categories", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("min_severity", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("time_zone", sa.Text(), nullable=True),
        sa.Column("quiet_from", sa.Text(), nullable=True),
        sa.Column("quiet_to", sa.Text(), nullable=True),
        sa.Column("quiet_days", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("digest_hour", sa.Integer(), nullable=False),
        sa.Column("digest_day", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "digest IN ('immediate', 'daily', 'weekly')", name=op.f("ck_notification_preference_digest")
        ),
        sa.CheckConstraint(f"digest_day IN ({WEEKDAYS})", name=op.f("ck_notification_preference_digest_day")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_notification_preference")),
        sa.UniqueConstraint("tenant_id", "member_id", name=op.f("uq_notification_preference_member_id")),
    )
    op.protect_tenant_table("notification_preference")
    op.create_table(
        "digest_item",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("preference_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "preference_id", "event_id", name=op.f("pk_digest_item")),
    )
    op.protect_tenant_table("digest_item")
    for table, column, target in (
        ("notification_preference", "member_id", "membership"),
        ("digest_item", "preference_id", "notification_preference"),
    ):
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])
    op.drop_constraint(op.f("fk_endpoint_health_id"), "endpoint_health", type_="foreignkey")


def downgrade() -> None:
    op.execute(
        "DELETE FROM endpoint_health h WHERE NOT EXISTS "
        "(SELECT 1 FROM webhook_endpoint e WHERE e.tenant_id = h.tenant_id AND e.id = h.id)"
    )
    op.create_foreign_key(
        op.f("fk_endpoint_health_id"), "endpoint_health", "webhook_endpoint", ["tenant_id", "id"], ["tenant_id", "id"]
    )
    op.drop_table("digest_item")
    op.drop_table("notification_preference")
    op.drop_table("channel")

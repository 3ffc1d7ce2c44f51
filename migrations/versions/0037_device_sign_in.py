"""Programs without a browser wait to be let in by a person: the device flow of RFC 8628."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "device_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("device_code_hash", sa.Text(), nullable=False),
        sa.Column("user_code_hash", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("tenant", sa.Text(), nullable=True),
        sa.Column("user_agent", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("polled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_grant")),
        sa.UniqueConstraint("device_code_hash", name=op.f("uq_device_grant_device_code_hash")),
        sa.UniqueConstraint("user_code_hash", name=op.f("uq_device_grant_user_code_hash")),
    )
    op.grant_global_table("device_grant")
    op.create_index(op.f("ix_device_grant_expires_at"), "device_grant", ["expires_at"], unique=False)
    op.create_index(op.f("ix_device_grant_address"), "device_grant", ["address"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_device_grant_address"), table_name="device_grant")
    op.drop_index(op.f("ix_device_grant_expires_at"), table_name="device_grant")
    op.drop_table("device_grant")

"""Channels can be told again what happened since a time, as endpoints can."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

RUNNING = sa.text("state = 'running'")


def upgrade() -> None:
    op.add_column("delivery_replay", sa.Column("channel_id", sa.Uuid(), nullable=True))
    op.alter_column("delivery_replay", "endpoint_id", nullable=True)
    op.create_check_constraint(
        op.f("ck_delivery_replay_target"), "delivery_replay", "num_nonnulls(endpoint_id, channel_id) > 0"
    )
    op.create_index(
        op.f("ix_delivery_replay_channel_id_id"), "delivery_replay", ["tenant_id", "channel_id", "id"], unique=False
    )
    op.create_index(
        "uq_delivery_replay_running_channel",
        "delivery_replay",
        ["tenant_id", "channel_id"],
        unique=True,
        postgresql_where=RUNNING,
    )
    op.create_foreign_key(
        op.f("fk_delivery_replay_channel_id"),
        "delivery_replay",
        "channel",
        ["tenant_id", "channel_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.execute("DELETE FROM delivery_replay WHERE endpoint_id IS NULL")
    op.drop_constraint(op.f("fk_delivery_replay_channel_id"), "delivery_replay", type_="foreignkey")
    op.drop_index("uq_delivery_replay_running_channel", table_name="delivery_replay")
    op.drop_index(op.f("ix_delivery_replay_channel_id_id"), table_name="delivery_replay")
    op.drop_constraint(op.f("ck_delivery_replay_target"), "delivery_replay", type_="check")
    op.alter_column("delivery_replay", "endpoint_id", nullable=False)
    op.drop_column("delivery_replay", "channel_id")

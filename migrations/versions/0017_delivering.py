"""Endpoints with limits, strict order, public keys and headers of their own; replays; a circuit breaker.

Deliveries in strict order know their subject and the event's number. The index by which due deliveries of an endpoint
are taken ends in the id: a batch of the relay has one due time, and would have been sorted whole for each claim. Events that
wait are found by their subject, which the relay looks for behind each full batch.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

DUE = sa.text("due IS NOT NULL")
ORDERED = sa.text("state = 'pending' AND subject_id IS NOT NULL")
ADDED = (
    ("former_keys", postgresql.JSONB()),
    ("public_key", sa.Text()),
    ("private_key", sa.Text()),
    ("headers", sa.Text()),
    ("header_names", postgresql.ARRAY(sa.Text())),
    ("rate", sa.Integer()),
    ("signing", sa.Text()),
    ("concurrency", sa.Integer()),
    ("ordered", sa.Boolean()),
)


def upgrade() -> None:
    for name, kind in ADDED:
        op.add_column("webhook_endpoint", sa.Column(name, kind, nullable=True))
    op.execute("UPDATE webhook_endpoint SET signing = 'hmac', concurrency = 4, ordered = false WHERE signing IS NULL")
    op.create_check_constraint(
        op.f("ck_webhook_endpoint_signing"), "webhook_endpoint", "signing IN ('hmac', 'ed25519', 'both')"
    )
    op.create_check_constraint(op.f("ck_webhook_endpoint_rate"), "webhook_endpoint", "rate BETWEEN 1 AND 1000")
    op.create_check_constraint(
        op.f("ck_webhook_endpoint_concurrency"), "webhook_endpoint", "concurrency BETWEEN 1 AND 10"
    )
    op.add_column("endpoint_health", sa.Column("failures", sa.Integer(), nullable=True))
    op.add_column("endpoint_health", sa.Column("free_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("delivery", sa.Column("subject_id", sa.Uuid(), nullable=True))
    op.add_column("delivery", sa.Column("sequence", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_delivery_endpoint_due_id", "delivery", ["tenant_id", "endpoint_id", "due", "id"], postgresql_where=DUE
    )
    op.drop_index("ix_delivery_endpoint_due", table_name="delivery", postgresql_where=DUE)
    op.create_index(
        "ix_delivery_order",
        "delivery",
        ["tenant_id", "endpoint_id", "subject_id", "sequence"],
        postgresql_where=ORDERED,
    )
    op.create_index("ix_event_due_subject", "event", ["tenant_id", "subject_id", "id"], postgresql_where=DUE)
    op.create_table(
        "delivery_replay",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("endpoint_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event_types", postgresql.ARRAY(sa.Text()), nullable=True),
        sa.Column("only_failed", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reached", sa.Uuid(), nullable=True),
        sa.Column("looked_at", sa.Integer(), nullable=False),
        sa.Column("replayed", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('running', 'done', 'cancelled')", name=op.f("ck_delivery_replay_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_delivery_replay")),
    )
    op.protect_tenant_table("delivery_replay")
    op.create_index(
        op.f("ix_delivery_replay_endpoint_id_id"), "delivery_replay", ["tenant_id", "endpoint_id", "id"], unique=False
    )
    op.create_index(
        "uq_delivery_replay_running",
        "delivery_replay",
        ["tenant_id", "endpoint_id"],
        unique=True,
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_foreign_key(
        op.f("fk_delivery_replay_endpoint_id"),
        "delivery_replay",
        "webhook_endpoint",
        ["tenant_id", "endpoint_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_delivery_replay_endpoint_id"), "delivery_replay", type_="foreignkey")
    op.drop_table("delivery_replay")
    op.drop_index("ix_event_due_subject", table_name="event", postgresql_where=DUE)
    op.drop_index("ix_delivery_order", table_name="delivery", postgresql_where=ORDERED)
    op.create_index("ix_delivery_endpoint_due", "delivery", ["tenant_id", "endpoint_id", "due"], postgresql_where=DUE)
    op.drop_index("ix_delivery_endpoint_due_id", table_name="delivery", postgresql_where=DUE)
    op.drop_column("delivery", "sequence")
    op.drop_column("delivery", "subject_id")
    op.drop_column("endpoint_health", "free_at")
    op.drop_column("endpoint_health", "failures")
    for name in ("concurrency", "rate", "signing"):
        op.drop_constraint(op.f(f"ck_webhook_endpoint_{name}"), "webhook_endpoint", type_="check")
    for name, _ in reversed(ADDED):
        op.drop_column("webhook_endpoint", name)

"""The audit log tells from where, and in which venture; it is found by whatever one asks of it; checkpoints of its chain.

`venture_id`, `agent` and `address_hash` are empty in entries that were sealed before: there they are no part of the hash.
Every index ends in (at, id), by which pages are cut. A checkpoint is a signed place of the chain: where it begins once
older entries are gone, and what its head was on a day.
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

ADDRESS = sa.text("field = 'client.address'")
FOUND_BY = ("actor_id", "subject_id", "subject_type", "action", "venture_id")


def upgrade() -> None:
    op.add_column("audit_entry", sa.Column("venture_id", sa.Uuid(), nullable=True))
    op.add_column("audit_entry", sa.Column("agent", sa.Text(), nullable=True))
    op.add_column("audit_entry", sa.Column("address_hash", sa.Text(), nullable=True))
    op.create_index(op.f("ix_audit_entry_at_id"), "audit_entry", ["tenant_id", "at", "id"])
    for column in FOUND_BY:
        op.create_index(op.f(f"ix_audit_entry_{column}_at_id"), "audit_entry", ["tenant_id", column, "at", "id"])
    op.create_index(op.f("ix_audit_entry_request_id"), "audit_entry", ["tenant_id", "request_id"])
    op.drop_index(op.f("ix_audit_entry_subject_type_subject_id"), table_name="audit_entry")
    op.create_index("ix_audit_personal_address", "audit_personal", ["tenant_id", "after"], postgresql_where=ADDRESS)
    op.create_table(
        "audit_checkpoint",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('start', 'head')", name=op.f("ck_audit_checkpoint_kind")),
        sa.PrimaryKeyConstraint("tenant_id", "number", "kind", name=op.f("pk_audit_checkpoint")),
    )
    op.protect_tenant_table("audit_checkpoint")


def downgrade() -> None:
    op.drop_table("audit_checkpoint")
    op.drop_index("ix_audit_personal_address", table_name="audit_personal", postgresql_where=ADDRESS)
    op.create_index(
        op.f("ix_audit_entry_subject_type_subject_id"), "audit_entry", ["tenant_id", "subject_type", "subject_id"]
    )
    op.drop_index(op.f("ix_audit_entry_request_id"), table_name="audit_entry")
    for column in reversed(FOUND_BY):
        op.drop_index(op.f(f"ix_audit_entry_{column}_at_id"), table_name="audit_entry")
    op.drop_index(op.f("ix_audit_entry_at_id"), table_name="audit_entry")
    op.drop_column("audit_entry", "address_hash")
    op.drop_column("audit_entry", "agent")
    op.drop_column("audit_entry", "venture_id")

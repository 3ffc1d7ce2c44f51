"""Outbox, audit, due times, guards, idempotency keys and search text."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=True),
        sa.Column("after", postgresql.JSONB(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_audit_entry")),
        postgresql_partition_by="RANGE (id)",
    )
    op.protect_tenant_table("audit_entry")
    op.create_index(
        op.f("ix_audit_entry_subject_type_subject_id"),
        "audit_entry",
        ["tenant_id", "subject_type", "subject_id"],
        unique=False,
    )
    op.create_table(
        "audit_personal",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "entry_id", "field", name=op.f("pk_audit_personal")),
    )
    op.protect_tenant_table("audit_personal")
    op.create_index(op.f("ix_audit_personal_subject_id"), "audit_personal", ["tenant_id", "subject_id"], unique=False)
    op.create_table(
        "audit_seal",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "number", name=op.f("pk_audit_seal")),
        sa.UniqueConstraint("tenant_id", "entry_id", name=op.f("uq_audit_seal_entry_id")),
    )
    op.protect_tenant_table("audit_seal")
    op.create_table(
        "event",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject_type", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("subject_version", sa.Integer(), nullable=True),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.Column("previous", postgresql.JSONB(), nullable=True),
        sa.Column("actor", postgresql.JSONB(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_event")),
        postgresql_partition_by="RANGE (id)",
    )
    op.protect_tenant_table("event")
    op.create_index(
        "ix_event_due", "event", ["tenant_id", "id"], unique=False, postgresql_where=sa.text("due IS NOT NULL")
    )
    op.create_index(op.f("ix_event_sequence"), "event", ["tenant_id", "sequence"], unique=False)
    op.create_table(
        "event_body",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "event_id", "form", name=op.f("pk_event_body")),
        postgresql_partition_by="RANGE (event_id)",
    )
    op.protect_tenant_table("event_body")
    op.create_table(
        "guard",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_guard")),
    )
    op.protect_tenant_table("guard")
    op.create_table(
        "idempotency_key",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("principal", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("result", postgresql.JSONB(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "principal", "method", "route", "key", name=op.f("pk_idempotency_key")),
    )
    op.protect_tenant_table("idempotency_key")
    op.create_index(op.f("ix_idempotency_key_created_at"), "idempotency_key", ["tenant_id", "created_at"], unique=False)
    op.create_table(
        "search_text",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "type", "id", name=op.f("pk_search_text")),
    )
    op.protect_tenant_table("search_text")
    op.create_index(
        "ix_search_text_content",
        "search_text",
        ["tenant_id", "content"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"content": "gin_trgm_ops"},
    )
    op.create_table(
        "tenant_counter",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_tenant_counter")),
    )
    op.protect_tenant_table("tenant_counter")
    op.create_table(
        "work",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted", sa.BigInteger(), nullable=False),
        sa.Column("lease", sa.Uuid(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "kind", "subject_id", name=op.f("pk_work")),
    )
    op.protect_tenant_table("work")
    op.create_index(
        "ix_work_due", "work", ["due", "tenant_id"], unique=False, postgresql_where=sa.text("due IS NOT NULL")
    )
    op.create_index(
        "ix_work_kind_due",
        "work",
        ["tenant_id", "kind", "due"],
        unique=False,
        postgresql_where=sa.text("due IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_work_kind_due", table_name="work", postgresql_where=sa.text("due IS NOT NULL"))
    op.drop_index("ix_work_due", table_name="work", postgresql_where=sa.text("due IS NOT NULL"))
    op.drop_table("work")
    op.drop_table("tenant_counter")
    op.drop_index(
        "ix_search_text_content",
        table_name="search_text",
        postgresql_using="gin",
        postgresql_ops={"content": "gin_trgm_ops"},
    )
    op.drop_table("search_text")
    op.drop_index(op.f("ix_idempotency_key_created_at"), table_name="idempotency_key")
    op.drop_table("idempotency_key")
    op.drop_table("guard")
    op.drop_table("event_body")
    op.drop_index(op.f("ix_event_sequence"), table_name="event")
    op.drop_index("ix_event_due", table_name="event", postgresql_where=sa.text("due IS NOT NULL"))
    op.drop_table("event")
    op.drop_table("audit_seal")
    op.drop_index(op.f("ix_audit_personal_subject_id"), table_name="audit_personal")
    op.drop_table("audit_personal")
    op.drop_index(op.f("ix_audit_entry_subject_type_subject_id"), table_name="audit_entry")
    op.drop_table("audit_entry")

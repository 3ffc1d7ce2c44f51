"""The end of a tenant: since when it is suspended, from when it cannot be kept, and what proves that it is gone."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

REACHED = {"tenant": "SELECT, DELETE", "user": "SELECT, DELETE", "identity": "SELECT, DELETE"}
REACHED |= {"session": "SELECT, DELETE", "user_tenant": "SELECT, DELETE"}
REACHED |= {"operator_idempotency_key": "SELECT, DELETE", "tenant_domain": "SELECT, DELETE"}
"""What the keeper may do by now with tables that have rows of a tenant, or of people who were in no other."""


def upgrade() -> None:
    op.add_column("tenant", sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("tenant", sa.Column("erasure_began_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE tenant SET suspended_at = updated_at WHERE status = 'suspended'")
    op.create_table(
        "erasure_proof",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased", postgresql.JSONB(), nullable=False),
        sa.Column("kept", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_erasure_proof")),
    )
    op.grant_global_table("erasure_proof")
    for table, privileges in REACHED.items():
        op.execute(f'GRANT {privileges} ON "{table}" TO milepost_keeper')


def downgrade() -> None:
    for table, privileges in REACHED.items():
        op.execute(f'REVOKE {privileges} ON "{table}" FROM milepost_keeper')
    op.drop_table("erasure_proof")
    op.drop_column("tenant", "erasure_began_at")
    op.drop_column("tenant", "suspended_at")

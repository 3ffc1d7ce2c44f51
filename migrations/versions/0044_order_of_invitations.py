"""The usual order of invitations: read from an index, as a page of it asks."""

from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_invitation_created_at"), "invitation", ["tenant_id", "created_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_invitation_created_at"), table_name="invitation")

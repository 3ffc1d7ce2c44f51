"""Endpoints choose their payload: a GraphQL document over the event's subject, its cost, and why it cannot be run."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("webhook_endpoint", sa.Column("document", sa.Text(), nullable=True))
    op.add_column("webhook_endpoint", sa.Column("document_cost", sa.Integer(), nullable=True))
    op.add_column("webhook_endpoint", sa.Column("document_error", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("webhook_endpoint", "document_error")
    op.drop_column("webhook_endpoint", "document_cost")
    op.drop_column("webhook_endpoint", "document")

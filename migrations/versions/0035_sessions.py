"""Sessions tell their person what has signed in, and from where. A session without client is a browser's."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("client", sa.Text(), nullable=True))
    op.add_column("session", sa.Column("address", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("session", "address")
    op.drop_column("session", "client")

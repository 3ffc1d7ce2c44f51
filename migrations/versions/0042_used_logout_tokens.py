"""A provider's word that somebody has signed out there is good once."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "used_logout_token",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("forget_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("issuer", "client_id", "token_hash", name=op.f("pk_used_logout_token")),
    )
    op.grant_global_table("used_logout_token")
    op.create_index(op.f("ix_used_logout_token_forget_at"), "used_logout_token", ["forget_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_used_logout_token_forget_at"), table_name="used_logout_token")
    op.drop_table("used_logout_token")

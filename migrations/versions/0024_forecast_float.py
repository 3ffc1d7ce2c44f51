"""What float a milestone had on a day: rules watch how it is used up."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("forecast_day", sa.Column("total_float_days", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("forecast_day", "total_float_days")

"""The day of the week on which a venture's progress report is made.

Every venture that is there is looked at once, so that its reports begin without anything in it being changed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

DAYS = "progress_day IN ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'never')"


def upgrade() -> None:
    for table in ("venture", "venture_history"):
        op.add_column(table, sa.Column("progress_day", sa.Text(), nullable=True))
    op.create_check_constraint(op.f("ck_venture_progress_day"), "venture", DAYS)
    op.execute(
        "INSERT INTO work (tenant_id, kind, subject_id, due, wanted, attempts) "
        "SELECT tenant_id, 'progress', id, now(), 1, 0 FROM venture WHERE archived_at IS NULL "
        "ON CONFLICT DO NOTHING"
    )


def downgrade() -> None:
    op.execute("DELETE FROM work WHERE kind = 'progress'")
    op.drop_constraint(op.f("ck_venture_progress_day"), "venture", type_="check")
    for table in ("venture_history", "venture"):
        op.drop_column(table, "progress_day")

"""The usual order of lists without a venture: read from an index, as a page of it asks."""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

ORDERS = (
    ("baseline", "number"),
    ("baseline_milestone", "due_on"),
    ("phase", "position"),
    ("roadmap_version", "number"),
    ("task", "due_on"),
)
"""Tables, and what their lists are ordered by."""


def upgrade() -> None:
    for table, column in ORDERS:
        op.create_index(op.f(f"ix_{table}_{column}"), table, ["tenant_id", column], unique=False)


def downgrade() -> None:
    for table, column in reversed(ORDERS):
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)

"""Indexes for the usual order of the lists of indicators, readings and the register's rest, and for a venture's facts.

The monitor reads the criteria, dependencies, conditions and actions of one venture; without these it reads all of the
tenant's.
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INDEXES = (
    ("acceptance", "requested_at", "id"),
    ("criterion", "venture_id"),
    ("indicator", "name"),
    ("issue", "occurred_on", "id"),
    ("milestone_dependency", "venture_id"),
    ("reading", "at"),
    ("response_action", "venture_id"),
    ("review_condition", "venture_id"),
    ("risk_appetite", "category"),
    ("risk_comment", "created_at"),
    ("risk_limits", "scale_number"),
    ("risk_milestone", "risk_id"),
    ("suggested_assessment", "suggested_at", "id"),
)
"""Table and columns after the tenant."""


def upgrade() -> None:
    for table, *columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])


def downgrade() -> None:
    for table, *columns in reversed(INDEXES):
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)

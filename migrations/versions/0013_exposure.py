"""What registers may cost in all, and each risk's part in it: kept by a worker."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exposure",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=True),
        sa.Column("inputs_hash", sa.Text(), nullable=False),
        sa.Column("expected", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.Column("p50", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.Column("p80", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.Column("p95", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.Column("curve", postgresql.JSONB(), nullable=False),
        sa.Column("risks", sa.Integer(), nullable=False),
        sa.Column("without_loss", sa.Integer(), nullable=False),
        sa.Column("without_probability", sa.Integer(), nullable=False),
        sa.Column("draws", sa.Integer(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "subject_id", name=op.f("pk_exposure")),
    )
    op.protect_tenant_table("exposure")
    op.create_table(
        "risk_share",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("p80_share", sa.Numeric(precision=18, scale=2), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "risk_id", name=op.f("pk_risk_share")),
    )
    op.protect_tenant_table("risk_share")
    op.create_foreign_key(
        op.f("fk_exposure_venture_id"), "exposure", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_risk_share_risk_id"), "risk_share", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_risk_share_risk_id"), "risk_share", type_="foreignkey")
    op.drop_constraint(op.f("fk_exposure_venture_id"), "exposure", type_="foreignkey")
    op.drop_table("risk_share")
    op.drop_table("exposure")

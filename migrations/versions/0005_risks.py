"""The risk register: scale, categories, risks, assessments, responses and actions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "risk_category",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("names", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_category")),
    )
    op.protect_tenant_table("risk_category")
    op.create_index(
        "uq_risk_category_code",
        "risk_category",
        ["tenant_id", "code"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "risk_history",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("sub_type", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("effect", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", "version", name=op.f("pk_risk_history")),
    )
    op.protect_tenant_table("risk_history")
    op.create_index(
        op.f("ix_risk_history_id_valid_from"), "risk_history", ["tenant_id", "id", "valid_from"], unique=False
    )
    op.create_table(
        "risk_scale",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("definition", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_scale")),
        sa.UniqueConstraint("tenant_id", "version_number", name=op.f("uq_risk_scale_version_number")),
    )
    op.protect_tenant_table("risk_scale")
    op.create_table(
        "risk",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("sub_type", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("effect", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("status IN ('open', 'accepted', 'occurred', 'closed')", name=op.f("ck_risk_status")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk")),
    )
    op.protect_tenant_table("risk")
    op.create_index(op.f("ix_risk_category"), "risk", ["tenant_id", "category"], unique=False)
    op.create_index(op.f("ix_risk_owner_id"), "risk", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_risk_venture_id_status"), "risk", ["tenant_id", "venture_id", "status"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scale_number", sa.Integer(), nullable=False),
        sa.Column("probability_level", sa.Integer(), nullable=False),
        sa.Column("impact_level", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("probability", sa.Numeric(precision=7, scale=6), nullable=True),
        sa.Column("impact_low", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("impact_likely", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("impact_high", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("delay_low", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("delay_likely", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("delay_high", sa.Numeric(precision=24, scale=6), nullable=True),
        sa.Column("expected_loss", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("knowledge", sa.Text(), nullable=True),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assessed_by", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('inherent', 'current', 'target')", name=op.f("ck_assessment_kind")),
        sa.CheckConstraint("knowledge IN ('weak', 'moderate', 'strong')", name=op.f("ck_assessment_knowledge")),
        sa.CheckConstraint("level IN ('low', 'medium', 'high', 'critical')", name=op.f("ck_assessment_level")),
        sa.CheckConstraint("probability BETWEEN 0 AND 1", name=op.f("ck_assessment_probability")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_assessment")),
    )
    op.protect_tenant_table("assessment")
    op.create_index(
        op.f("ix_assessment_risk_id_kind_assessed_at_id"),
        "assessment",
        ["tenant_id", "risk_id", "kind", "assessed_at", "id"],
        unique=False,
    )
    op.create_table(
        "response",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("kind IN ('avoid', 'mitigate', 'transfer', 'accept')", name=op.f("ck_response_kind")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_response")),
    )
    op.protect_tenant_table("response")
    op.create_index(op.f("ix_response_owner_id"), "response", ["tenant_id", "owner_id"], unique=False)
    op.create_index(op.f("ix_response_risk_id"), "response", ["tenant_id", "risk_id"], unique=False)
    op.create_table(
        "risk_milestone",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("milestone_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_risk_milestone")),
    )
    op.protect_tenant_table("risk_milestone")
    op.create_index(
        op.f("ix_risk_milestone_milestone_id"), "risk_milestone", ["tenant_id", "milestone_id"], unique=False
    )
    op.create_index(
        "uq_risk_milestone_ends",
        "risk_milestone",
        ["tenant_id", "risk_id", "milestone_id"],
        unique=True,
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "risk_score",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("risk_id", sa.Uuid(), nullable=False),
        sa.Column("probability_level", sa.Integer(), nullable=True),
        sa.Column("impact_level", sa.Integer(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("expected_loss", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_assessment_on", sa.Date(), nullable=True),
        sa.Column("previous_level", sa.Text(), nullable=True),
        sa.Column("inherent_score", sa.Integer(), nullable=True),
        sa.Column("inherent_level", sa.Text(), nullable=True),
        sa.Column("target_score", sa.Integer(), nullable=True),
        sa.Column("target_level", sa.Text(), nullable=True),
        sa.Column("level_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("high_since", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "inherent_level IN ('low', 'medium', 'high', 'critical')", name=op.f("ck_risk_score_inherent_level")
        ),
        sa.CheckConstraint("level IN ('low', 'medium', 'high', 'critical')", name=op.f("ck_risk_score_level")),
        sa.CheckConstraint(
            "previous_level IN ('low', 'medium', 'high', 'critical')", name=op.f("ck_risk_score_previous_level")
        ),
        sa.CheckConstraint(
            "target_level IN ('low', 'medium', 'high', 'critical')", name=op.f("ck_risk_score_target_level")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "risk_id", name=op.f("pk_risk_score")),
    )
    op.protect_tenant_table("risk_score")
    op.create_index(op.f("ix_risk_score_expected_loss"), "risk_score", ["tenant_id", "expected_loss"], unique=False)
    op.create_index(op.f("ix_risk_score_score"), "risk_score", ["tenant_id", "score"], unique=False)
    op.create_table(
        "response_action",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("venture_id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cost", sa.Numeric(precision=18, scale=2), nullable=True),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_response_action_cost")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_response_action")),
    )
    op.protect_tenant_table("response_action")
    op.create_index(op.f("ix_response_action_owner_id"), "response_action", ["tenant_id", "owner_id"], unique=False)
    op.create_index(
        op.f("ix_response_action_response_id"), "response_action", ["tenant_id", "response_id"], unique=False
    )
    op.create_foreign_key(
        op.f("fk_risk_owner_id"), "risk", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_risk_venture_id"), "risk", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_assessment_risk_id"), "assessment", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_response_venture_id"), "response", "venture", ["tenant_id", "venture_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_response_owner_id"), "response", "membership", ["tenant_id", "owner_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_response_risk_id"), "response", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_risk_milestone_milestone_id"),
        "risk_milestone",
        "milestone",
        ["tenant_id", "milestone_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_risk_milestone_venture_id"),
        "risk_milestone",
        "venture",
        ["tenant_id", "venture_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_risk_milestone_risk_id"), "risk_milestone", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_risk_score_risk_id"), "risk_score", "risk", ["tenant_id", "risk_id"], ["tenant_id", "id"]
    )
    op.create_foreign_key(
        op.f("fk_response_action_response_id"),
        "response_action",
        "response",
        ["tenant_id", "response_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_response_action_owner_id"),
        "response_action",
        "membership",
        ["tenant_id", "owner_id"],
        ["tenant_id", "id"],
    )
    op.create_foreign_key(
        op.f("fk_response_action_venture_id"),
        "response_action",
        "venture",
        ["tenant_id", "venture_id"],
        ["tenant_id", "id"],
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_response_action_venture_id"), "response_action", type_="foreignkey")
    op.drop_constraint(op.f("fk_response_action_owner_id"), "response_action", type_="foreignkey")
    op.drop_constraint(op.f("fk_response_action_response_id"), "response_action", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_score_risk_id"), "risk_score", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_milestone_risk_id"), "risk_milestone", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_milestone_venture_id"), "risk_milestone", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_milestone_milestone_id"), "risk_milestone", type_="foreignkey")
    op.drop_constraint(op.f("fk_response_risk_id"), "response", type_="foreignkey")
    op.drop_constraint(op.f("fk_response_owner_id"), "response", type_="foreignkey")
    op.drop_constraint(op.f("fk_response_venture_id"), "response", type_="foreignkey")
    op.drop_constraint(op.f("fk_assessment_risk_id"), "assessment", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_venture_id"), "risk", type_="foreignkey")
    op.drop_constraint(op.f("fk_risk_owner_id"), "risk", type_="foreignkey")
    op.drop_index(op.f("ix_response_action_response_id"), table_name="response_action")
    op.drop_index(op.f("ix_response_action_owner_id"), table_name="response_action")
    op.drop_table("response_action")
    op.drop_index(op.f("ix_risk_score_score"), table_name="risk_score")
    op.drop_index(op.f("ix_risk_score_expected_loss"), table_name="risk_score")
    op.drop_table("risk_score")
    op.drop_index(
        "uq_risk_milestone_ends", table_name="risk_milestone", postgresql_where=sa.text("archived_at IS NULL")
    )
    op.drop_index(op.f("ix_risk_milestone_milestone_id"), table_name="risk_milestone")
    op.drop_table("risk_milestone")
    op.drop_index(op.f("ix_response_risk_id"), table_name="response")
    op.drop_index(op.f("ix_response_owner_id"), table_name="response")
    op.drop_table("response")
    op.drop_index(op.f("ix_assessment_risk_id_kind_assessed_at_id"), table_name="assessment")
    op.drop_table("assessment")
    op.drop_index(op.f("ix_risk_venture_id_status"), table_name="risk")
    op.drop_index(op.f("ix_risk_owner_id"), table_name="risk")
    op.drop_index(op.f("ix_risk_category"), table_name="risk")
    op.drop_table("risk")
    op.drop_table("risk_scale")
    op.drop_index(op.f("ix_risk_history_id_valid_from"), table_name="risk_history")
    op.drop_table("risk_history")
    op.drop_index("uq_risk_category_code", table_name="risk_category", postgresql_where=sa.text("archived_at IS NULL"))
    op.drop_table("risk_category")

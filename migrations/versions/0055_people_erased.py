"""Archives and erasures of people who are no members."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

TABLES = ("export", "person_erasure")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("person_id", sa.Uuid(), nullable=True))
        name = op.f(f"fk_{table}_person_id")
        op.create_foreign_key(name, table, "person", ["tenant_id", "person_id"], ["tenant_id", "id"])
    op.drop_constraint(op.f("ck_export_member_id"), "export", type_="check")
    op.create_check_constraint(
        op.f("ck_export_whose"), "export", "(kind = 'person')::int = num_nonnulls(member_id, person_id)"
    )
    op.alter_column("person_erasure", "member_id", nullable=True)
    op.create_check_constraint(
        op.f("ck_person_erasure_whose"), "person_erasure", "num_nonnulls(member_id, person_id) = 1"
    )
    op.create_index(op.f("ix_person_erasure_person_id"), "person_erasure", ["tenant_id", "person_id"])


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DELETE FROM {table} WHERE person_id IS NOT NULL")
    op.alter_column("person_erasure", "member_id", nullable=False)
    op.drop_constraint(op.f("ck_person_erasure_whose"), "person_erasure", type_="check")
    op.drop_constraint(op.f("ck_export_whose"), "export", type_="check")
    op.create_check_constraint(op.f("ck_export_member_id"), "export", "(kind = 'person') = (member_id IS NOT NULL)")
    for table in TABLES:
        op.drop_column(table, "person_id")

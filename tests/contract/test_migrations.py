"""Every revision runs unchanged on a distributed database, and the rules that say so find what breaks them."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.operations import ops

from migrations.operations import ProtectTenantTable
from migrations.roles import GLOBAL_TABLES
from tests.contract.revisions import Revision, broken_rules, recorded, revisions

REVISIONS = revisions()


def _named(revision: Revision) -> str:
    return str(revision.script.revision)


def _tables(revision: Revision) -> list[str]:
    return [operation.table_name for operation in revision.upgrade if isinstance(operation, ops.CreateTableOp)]


@pytest.mark.parametrize("revision", REVISIONS, ids=_named)
def test_a_revision_breaks_no_rule_of_distributed_tables(revision: Revision) -> None:
    earlier = REVISIONS[: REVISIONS.index(revision)]
    made = {table for each in earlier for table in _tables(each)} & GLOBAL_TABLES
    assert list(broken_rules(revision.upgrade, frozenset(made))) == []


def test_revisions_are_one_line_in_order_and_say_what_they_change() -> None:
    names = [_named(revision) for revision in REVISIONS]
    assert names == sorted(names)
    assert [revision.script.down_revision for revision in REVISIONS] == [None, *names[:-1]]
    for revision in REVISIONS:
        doc = (revision.script.module.__doc__ or "").strip()
        assert len(doc.split()) > 3, revision.script.path
        assert revision.downgrade, revision.script.path


def test_every_table_is_made_once_and_taken_back_by_the_same_revision() -> None:
    made = [table for revision in REVISIONS for table in _tables(revision)]
    assert len(made) == len(set(made))
    for revision in REVISIONS:
        dropped = [each.table_name for each in revision.downgrade if isinstance(each, ops.DropTableOp)]
        assert set(dropped) == set(_tables(revision))


def _table(name: str, *more: Any, key: tuple[str, ...] = ("tenant_id", "id")) -> None:
    columns = [sa.Column("tenant_id", sa.Uuid(), nullable=False), sa.Column("id", sa.Uuid(), nullable=False)]
    op.create_table(name, *columns, *more, sa.PrimaryKeyConstraint(*key))
    op.protect_tenant_table(name)  # type: ignore[attr-defined]  # an operation of ours


def _key(**more: Any) -> None:
    op.create_foreign_key("fk_a_b", "a", "b", ["tenant_id", "b_id"], ["tenant_id", "id"], **more)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda: op.create_table("a", sa.Column("tenant_id", sa.Uuid())), "ProtectTenantTable is missing"),
        (lambda: _table("a", key=("id", "tenant_id")), "does not begin with tenant_id"),
        (lambda: _table("a", sa.Column("venture_id", sa.Uuid(), sa.ForeignKey("venture.id"))), "inside create_table"),
        (
            lambda: _table("a", sa.ForeignKeyConstraint(["tenant_id", "id"], ["venture.tenant_id", "venture.id"])),
            "inside create_table",
        ),
        (lambda: _table("a", sa.UniqueConstraint("id", name="uq_a_id")), "uq_a_id does not begin with tenant_id"),
        (lambda: _table("a", sa.Column("n", sa.Integer(), sa.Computed("1"))), "generated"),
        (lambda: _table("a", sa.Column("n", sa.Integer(), sa.Identity())), "generated"),
        (lambda: _table("a", sa.Column("at", sa.DateTime())), "without its zone"),
        (lambda: _table("a", sa.Column("at", sa.Enum("x", name="y"))), "enumerated"),
        (lambda: op.add_column("a", sa.Column("n", sa.Text(), sa.CheckConstraint("n > ''", name="c"))), "ADD COLUMN"),
        (lambda: op.add_column("a", sa.Column("n", sa.Text(), nullable=False)), "NOT NULL"),
        (lambda: _key(ondelete="SET NULL"), "with an action"),
        (lambda: op.create_foreign_key("fk_a_b", "a", "b", ["b_id"], ["id"]), "does not begin with tenant_id"),
        (lambda: op.create_foreign_key("f", "a", "event", ["tenant_id"], ["tenant_id"]), "partitioned"),
        (lambda: op.create_index("ix_a", "a", ["n"]), "does not begin with tenant_id"),
        (lambda: op.execute("CREATE  POLICY x ON a AS RESTRICTIVE USING (true)"), "restrictive"),
        (lambda: op.execute("CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f()"), "triggers"),
        (lambda: op.execute("CREATE OR REPLACE VIEW v AS SELECT 1"), "views"),
        (lambda: op.execute("UPDATE a SET n = 1 WHERE id IN (SELECT id FROM a LIMIT 5)"), "tenant by tenant"),
        (lambda: op.execute("CREATE TABLE a (id uuid)"), "by hand"),
        (lambda: op.execute("ALTER TABLE a ALTER COLUMN n SET STORAGE external"), "STORAGE"),
    ],
)
def test_the_rules_find(change: Any, complaint: str) -> None:
    found = list(broken_rules(recorded(change)))
    assert any(complaint in sentence for sentence in found), found


def test_the_rules_let_pass_what_is_right() -> None:
    def change() -> None:
        _table("a", sa.Column("b_id", sa.Uuid()), sa.CheckConstraint("n > 0", name="ck_a_n"))
        _key()
        op.create_index("ix_a_due", "a", ["due", "tenant_id"])
        op.add_column("a", sa.Column("note", sa.Text()))
        op.execute("UPDATE a SET n = 1 WHERE tenant_id = 'x'")

    operations = recorded(change)
    assert any(isinstance(operation, ProtectTenantTable) for operation in operations)
    assert list(broken_rules(operations)) == []

"""Many changes at once leave what the same changes leave one by one, in a number of statements that does not grow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.orm.exc import StaleDataError

from domain.auditing.verifying import verify
from domain.kernel.changing_many import change_many
from domain.kernel.errors import InvalidState
from domain.kernel.inserting import MOST
from domain.kernel.machinery import AuditEntry, AuditPersonal, Event, Quota, SearchText
from domain.kernel.metrics import Metric
from domain.kernel.origin import ORIGIN, Origin
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.sealing import salted_hash
from domain.kernel.tables import Entity, metadata
from domain.kernel.work import Work, unit_of_work
from domain.risks.tables import Risk
from domain.tenancy.group_tables import Group, GroupMember
from domain.tenancy.groups import MapGroup, map_group
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.tenancy.limits import limit
from workers.sealing import seal

MANY = 14
Change = Callable[[Work, list[Any], dict[str, Any]], Awaitable[None]]


async def one_by_one(work: Work, rows: list[Any], values: dict[str, Any]) -> None:
    """As commands do it: each row set and flushed."""
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
        await work.flush()


async def together(work: Work, rows: list[Any], values: dict[str, Any]) -> None:
    """All at once."""
    await change_many(work, rows, **values)


async def _made(runtime: Runtime, tenant: TestTenant) -> dict[type[Entity], list[UUID]]:
    async with unit_of_work(runtime, tenant.principal(), request_id="made") as work:
        ventures = [work.new(Venture, name=f"Venture {n}", key=f"KEY{n}") for n in range(MANY)]
        await work.flush()
        risks = [
            work.new(Risk, venture_id=ventures[n % 2].id, title=f"Risk {n}", category="legal", opened_at=work.now)
            for n in range(MANY)
        ]
        members = [work.new(Member, name=f"M {n}", email=f"m{n}@x.example", role=Role.VIEWER) for n in range(MANY)]
        await work.flush()
        return {Venture: _ids(ventures), Risk: _ids(risks), Member: _ids(members)}


def _ids(rows: list[Any]) -> list[UUID]:
    return [row.id for row in rows]


async def _changed(runtime: Runtime, tenant: TestTenant, clock: SettableClock, change: Change) -> dict[str, Any]:
    """What is written where rows of three types are changed, archived and restored, with names in the place of ids."""
    made = await _made(runtime, tenant)
    names = {str(id): f"{table.word}-{n}" for table, ids in made.items() for n, id in enumerate(ids)}
    names |= {id.hex: name for id, name in ((UUID(id), name) for id, name in names.items())}
    for table, values in (
        (Risk, {"title": "Another", "owner_id": None}),
        (Member, {"name": "Nobody", "role": Role.MANAGER}),
        (Venture, {"archived_at": clock.now(), "description": "ended"}),
        (Venture, {"archived_at": None}),
        (Risk, {"archived_at": clock.now()}),
    ):
        async with unit_of_work(runtime, tenant.principal(), request_id="changed") as work:
            statement = sa.select(table).where(table.tenant_id == tenant.id, table.id.in_(made[table]))  # type: ignore[arg-type, attr-defined]
            rows = list((await work.session.execute(statement.order_by(table.id))).scalars())  # type: ignore[arg-type]
            await change(work, rows, values)
            if table is Venture:
                rows[0].name = "One more"  # the session goes on with rows that were changed together
    kept: dict[str, Any] = {}
    async with unit_of_work(runtime, tenant.principal()) as work:
        for source in (
            *(each.__table__ for each in (Event, AuditEntry, AuditPersonal, SearchText, Quota)),  # type: ignore[attr-defined]
            *(each.__table__ for each in made),  # type: ignore[attr-defined]
            *(metadata.tables[name] for name in ("venture_history", "risk_history")),
        ):
            found = await work.session.execute(sa.select(source).where(source.c.tenant_id == tenant.id))
            kept[source.name] = [dict(row) for row in found.mappings()]
    for name in ("event", "audit_entry"):
        kept[name] = [row for row in kept[name] if row["request_id"] in ("made", "changed")]
    entries = {row["id"] for row in kept["audit_entry"]}
    kept["audit_personal"] = [row for row in kept["audit_personal"] if row["entry_id"] in entries]
    _open_hashes(kept)
    _forget_ids_of_machinery(kept)
    return {name: sorted(_named(row, names, tenant) for row in rows) for name, rows in kept.items()}


def _open_hashes(kept: dict[str, Any]) -> None:
    """Hold each hash to its salt and value, and let it go: salts are random."""
    entries = {row["id"]: row for row in kept["audit_entry"]}
    for personal in kept["audit_personal"]:
        entry, salt = entries[personal["entry_id"]], personal.pop("salt")
        if personal["field"] == "client.address":
            assert entry.pop("address_hash") == salted_hash(salt, personal["after"])
            continue
        for side in ("before", "after"):
            if personal[side] is not None:
                assert entry[side][personal["field"]] == {"sha256": salted_hash(salt, personal[side])}
                entry[side] = {name: value for name, value in entry[side].items() if name != personal["field"]}


def _forget_ids_of_machinery(kept: dict[str, Any]) -> None:
    actions = {row["id"]: (row["action"], row["subject_id"]) for row in kept["audit_entry"]}
    for row in kept["audit_personal"]:
        row["entry_id"] = actions[row["entry_id"]]
    for row in (*kept["event"], *kept["audit_entry"]):
        row.pop("id")


def _named(row: dict[str, Any], names: dict[str, str], tenant: TestTenant) -> str:
    text = str(sorted(row.items()))
    for id, name in names.items():
        text = text.replace(id, name)
    for id in (tenant.id, *tenant.members.values()):
        text = text.replace(str(id), "own").replace(id.hex, "own")
    return text.replace(tenant.slug, "slug").replace(tenant.slug.title(), "slug")


async def test_what_is_changed_together_is_audited_told_kept_found_and_counted_as_one_by_one(
    runtime: Runtime, clock: SettableClock
) -> None:
    mark = ORIGIN.set(Origin("203.0.113.7", "curl/8"))
    try:
        written = []
        for change in (one_by_one, together):
            tenant = await make_tenant(runtime)
            await limit(runtime, tenant, Metric.VENTURES, 20)
            written.append(await _changed(runtime, tenant, clock, change))
            sealed = await seal(runtime, tenant.id, timedelta(days=1))
            verdict = await verify(runtime, tenant.id)
            assert (verdict.findings, verdict.checked) == ([], sealed) and sealed > 8 * MANY
    finally:
        ORIGIN.reset(mark)
    single, bulk = written
    assert len(bulk["risk_history"]) == 3 * MANY
    assert sum("risk.updated" in row for row in bulk["event"]) == MANY
    for name, rows in single.items():
        assert bulk[name] == rows, name


async def test_a_row_that_another_has_changed_meanwhile_or_that_is_a_strangers_is_not_changed(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    made, theirs = await _made(runtime, tenant), await _made(runtime, stranger)
    for id, owner in ((made[Risk][0], tenant), (theirs[Risk][0], stranger)):
        async with unit_of_work(runtime, owner.principal()) as work:
            row = await work.get(Risk, id)
        async with unit_of_work(runtime, owner.principal()) as work:
            if owner is tenant:
                (await work.get(Risk, id)).title = "Changed meanwhile"
        with pytest.raises(StaleDataError):
            async with unit_of_work(runtime, tenant.principal()) as work:
                others = [await work.get(Risk, each) for each in made[Risk][1:]]
                await change_many(work, [row, *others], title="Changed together")
        async with unit_of_work(runtime, owner.principal()) as work:
            assert (await work.get(Risk, id)).title != "Changed together"
    async with unit_of_work(runtime, tenant.principal()) as work:
        assert {(await work.get(Risk, id)).version for id in made[Risk][1:]} == {1}


@contextmanager
def counted(runtime: Runtime) -> Iterator[list[str]]:
    """The statements that go to PostgreSQL, each as often as it is sent with values of its own."""
    sent: list[str] = []

    def note(_: Any, cursor: Any, statement: str, given: Any, context: Any, many: bool) -> None:
        sent.extend([statement] * (len(given) if many else 1))

    engine = runtime.database.engine("app").sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


async def test_a_group_is_given_a_role_by_a_few_statements_whoever_is_in_it(
    runtime: Runtime, tenant: TestTenant
) -> None:
    needed = []
    for many in (20, 60):
        async with unit_of_work(runtime, tenant.principal()) as work:
            group = work.new(Group, title=f"Group {many}", external_id=None)
            members = [work.new(Member, name=f"M {n}", email=None, role=Role.VIEWER) for n in range(many)]
            await work.flush()
            for member in members:
                work.new(GroupMember, group_id=group.id, member_id=member.id)
        with counted(runtime) as sent:
            async with unit_of_work(runtime, tenant.principal()) as work:
                await map_group(work, MapGroup(group_id=group.id, role=Role.CONTRIBUTOR))
        needed.append(len(sent))
        async with unit_of_work(runtime, tenant.principal()) as work:
            assert {(await work.get(Member, member.id)).role for member in members} == {Role.CONTRIBUTOR}
    assert needed[0] == needed[1] <= 20
    assert MOST == 1_000  # what one statement takes


async def test_of_owners_who_all_cease_to_be_by_one_group_somebody_must_remain(
    runtime: Runtime, tenant: TestTenant
) -> None:
    async with unit_of_work(runtime, tenant.principal()) as work:
        group = work.new(Group, title="All of them", external_id=None)
        owners = [work.new(Member, name=f"O {n}", email=None, role=Role.OWNER) for n in range(3)]
        await work.flush()
        for id in (*_ids(owners), tenant.members[Role.OWNER]):
            work.new(GroupMember, group_id=group.id, member_id=id)
    given = MapGroup(group_id=group.id, role=Role.ADMIN)
    with pytest.raises(InvalidState, match="at least one owner"):
        async with unit_of_work(runtime, tenant.principal()) as work:
            await map_group(work, given)
    async with unit_of_work(runtime, tenant.principal()) as work:
        assert {(await work.get(Member, id)).role for id in _ids(owners)} == {Role.OWNER}
        work.new(Member, name="Stays", email=None, role=Role.OWNER)
    async with unit_of_work(runtime, tenant.principal()) as work:
        await map_group(work, given)
        assert {(await work.get(Member, id)).role for id in _ids(owners)} == {Role.ADMIN}

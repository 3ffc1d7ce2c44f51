"""Whoever tampers with the audit log is found out: each way in which one who has the whole database could do it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain.auditing.chain import Fault, Place
from domain.auditing.checkpoints import keep_head
from domain.auditing.retention import trim_audit_log
from domain.auditing.verifying import Verdict, verify
from domain.kernel.ids import uuid7, uuid7_at
from domain.kernel.machinery import AuditEntry
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.sealing import canonical_entry, next_hash, sealed_entry
from domain.kernel.settings import Settings
from domain.kernel.work import perform, unit_of_work
from domain.tenancy.tables import Member
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.contract.gathering import own_statements
from workers.sealing import seal
from workers.upkeep import drop_partitions

Tampering = Callable[[Any, UUID], Awaitable[Any]]
"""What is done to the log of a tenant by a superuser."""


async def logged(runtime: Runtime, tenant: TestTenant, count: int = 12) -> None:
    """So many sealed entries beside those of the members, personal values among them."""
    for number in range(count):
        async with unit_of_work(runtime, tenant.principal()) as work:
            work.new(Member, name=f"Person {number}", email=f"p{number}@x.example", role="viewer")
        await seal(runtime, tenant.id, timedelta(days=1))


async def seals(runtime: Runtime, tenant: TestTenant) -> dict[int, Any]:
    async with runtime.database.reading(tenant.id) as connection:
        found = await connection.fetch("SELECT * FROM audit_seal WHERE tenant_id = $1", tenant.id)
    return {row["number"]: row for row in found}


def told(verdict: Verdict) -> set[tuple[Fault, int | None]]:
    return {(found.fault, found.number) for found in verdict.findings}


ENTRY = "(SELECT entry_id FROM audit_seal WHERE tenant_id = $1 AND number = {})"


def statement(text: str) -> Tampering:
    async def run(database: Any, tenant_id: UUID) -> None:
        await database.execute(text, tenant_id)

    return run


def _swap(what: str) -> Tampering:
    """Exchange a column of the seals 5 and 8, or their places."""

    async def run(database: Any, tenant_id: UUID) -> None:
        async with database.transaction():
            rows = await database.fetch(
                "DELETE FROM audit_seal WHERE tenant_id = $1 AND number IN (5, 8) RETURNING *", tenant_id
            )
            first, second = (dict(row) for row in rows)
            first[what], second[what] = second[what], first[what]
            for row in (first, second):
                names = ", ".join(row)
                places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
                await database.execute(f"INSERT INTO audit_seal ({names}) VALUES ({places})", *row.values())

    return run


async def _put_in(database: Any, tenant_id: UUID) -> None:
    """An entry between 6 and 7, with a seal whose hash is right, and all later seals moved by one."""
    await database.execute(
        "UPDATE audit_seal SET number = number + 1000 WHERE tenant_id = $1 AND number > 6", tenant_id
    )
    await database.execute(
        "UPDATE audit_seal SET number = number - 999 WHERE tenant_id = $1 AND number > 1000", tenant_id
    )
    id = uuid7()
    entry = dict(
        await database.fetchrow(f"SELECT * FROM audit_entry WHERE tenant_id = $1 AND id = {ENTRY.format(6)}", tenant_id)
    )
    entry |= {"id": id, "action": "member.invented", "before": None, "after": None}
    names, places = ", ".join(entry), ", ".join(f"${n}" for n in range(1, len(entry) + 1))
    await database.execute(f"INSERT INTO audit_entry ({names}) VALUES ({places})", *entry.values())
    prior = await database.fetchval("SELECT hash FROM audit_seal WHERE tenant_id = $1 AND number = 6", tenant_id)
    hash = next_hash(prior, canonical_entry(sealed_entry(AuditEntry(**entry))))
    await database.execute(
        "INSERT INTO audit_seal (tenant_id, number, entry_id, hash, sealed_at) VALUES ($1, 7, $2, $3, now())",
        tenant_id,
        id,
        hash,
    )
    await database.execute(
        "UPDATE tenant_counter SET value = value + 1 WHERE tenant_id = $1 AND name = 'audit'", tenant_id
    )


async def _old(database: Any, tenant_id: UUID) -> None:
    """An entry that says that it is from last week, and was never sealed."""
    entry = dict(
        await database.fetchrow(f"SELECT * FROM audit_entry WHERE tenant_id = $1 AND id = {ENTRY.format(6)}", tenant_id)
    )
    week_ago = entry["at"] - timedelta(days=7)
    entry |= {"id": uuid7_at(int(week_ago.timestamp() * 1000), 7), "at": week_ago}
    names, places = ", ".join(entry), ", ".join(f"${n}" for n in range(1, len(entry) + 1))
    await database.execute(f"INSERT INTO audit_entry ({names}) VALUES ({places})", *entry.values())


CHANGED = "UPDATE audit_entry SET {} WHERE tenant_id = $1 AND id = " + ENTRY.format(5)
TAMPERED: dict[str, tuple[Tampering, set[tuple[Fault, int | None]]]] = {
    "an action changed": (statement(CHANGED.format("action = 'member.read'")), {(Fault.CHANGED, 5)}),
    "an actor changed": (statement(CHANGED.format("actor_id = tenant_id")), {(Fault.CHANGED, 5)}),
    "an instant changed": (statement(CHANGED.format("at = at - interval '1 microsecond'")), {(Fault.CHANGED, 5)}),
    "a value changed": (statement(CHANGED.format('after = after || \'{"role": "owner"}\'')), {(Fault.CHANGED, 5)}),
    "a venture put in": (statement(CHANGED.format("venture_id = id")), {(Fault.CHANGED, 5)}),
    "an entry removed": (
        statement(f"DELETE FROM audit_entry WHERE tenant_id = $1 AND id = {ENTRY.format(5)}"),
        {(Fault.MISSING, 5)},
    ),
    "an entry and its seal removed": (
        statement(
            "WITH gone AS (DELETE FROM audit_seal WHERE tenant_id = $1 AND number = 5 RETURNING entry_id) "
            "DELETE FROM audit_entry e USING gone WHERE e.tenant_id = $1 AND e.id = gone.entry_id"
        ),
        {(Fault.MISSING, 5)},
    ),
    "a seal changed": (
        statement("UPDATE audit_seal SET hash = repeat('ab', 32) WHERE tenant_id = $1 AND number = 5"),
        {(Fault.SEAL_CHANGED, 5)},
    ),
    "two entries exchanged": (_swap("entry_id"), {(Fault.REORDERED, 5), (Fault.REORDERED, 8)}),
    "two seals moved with their entries": (_swap("number"), {(Fault.REORDERED, 5), (Fault.REORDERED, 8)}),
    "an entry put in, with a seal": (_put_in, {(Fault.INSERTED, 7)}),
    "an old entry put in, without": (_old, {(Fault.INSERTED, None)}),
    "a personal value changed": (
        statement(
            "UPDATE audit_personal SET after = 'Mallory' WHERE tenant_id = $1 AND field = 'name' "
            f"AND entry_id = {ENTRY.format(3)}"
        ),
        {(Fault.PERSONAL_CHANGED, 3)},
    ),
    "a salt changed": (
        statement(
            "UPDATE audit_personal SET salt = 'ab' WHERE tenant_id = $1 AND field = 'name' "
            f"AND entry_id = {ENTRY.format(3)}"
        ),
        {(Fault.PERSONAL_CHANGED, 3)},
    ),
    "a personal value put in": (
        statement(
            "INSERT INTO audit_personal (tenant_id, entry_id, field, subject_id, salt, after) "
            f"VALUES ($1, {ENTRY.format(3)}, 'client.address', $1, '', '203.0.113.7')"
        ),
        {(Fault.PERSONAL_CHANGED, 3)},
    ),
    "the end cut off": (statement("DELETE FROM audit_seal WHERE tenant_id = $1 AND number > 10"), {(Fault.CUT, None)}),
}


KEPT_TABLES = ("audit_entry", "audit_personal", "audit_seal", "tenant_counter")


async def test_each_way_of_tampering_is_found_with_its_number_and_entry(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    await logged(runtime, tenant, 6)
    await logged(runtime, stranger, 1)
    before = await seals(runtime, tenant)
    assert told(await verify(runtime, tenant.id)) == set()
    async with superuser(runtime.settings) as database:
        for name in KEPT_TABLES:
            await database.execute(
                f"CREATE TEMP TABLE kept_{name} AS SELECT * FROM {name} WHERE tenant_id = '{tenant.id}'"
            )
        for what, (tamper, expected) in TAMPERED.items():
            await tamper(database, tenant.id)
            wanted = {(fault, len(before)) for fault, _ in expected} if what == "the end cut off" else expected
            verdict = await verify(runtime, tenant.id)
            assert told(verdict) == wanted, what
            for found in verdict.findings:
                if found.fault in (Fault.CHANGED, Fault.SEAL_CHANGED, Fault.PERSONAL_CHANGED):
                    assert found.entry_id == before[found.number]["entry_id"], what  # type: ignore[index]
            for name in KEPT_TABLES:
                await database.execute(f"DELETE FROM {name} WHERE tenant_id = $1", tenant.id)
                await database.execute(f"INSERT INTO {name} SELECT * FROM kept_{name}")
            assert told(await verify(runtime, tenant.id)) == set(), what
    assert told(await verify(runtime, stranger.id)) == set(), "another tenant's chain is another"


async def test_a_log_written_anew_is_told_by_the_signed_head_and_by_a_hash_that_was_noted(
    runtime: Runtime, tenant: TestTenant
) -> None:
    await logged(runtime, tenant, 2)
    head = await perform(runtime, Principal.worker(tenant.id), keep_head)
    assert head is not None
    noted = (await seals(runtime, tenant))[head.number - 1]["hash"]
    await logged(runtime, tenant, 2)
    async with superuser(runtime.settings) as database:
        await _write_anew(database, tenant.id, head.number - 1)
        verdict = await verify(runtime, tenant.id, anchors={head.number - 1: noted})
        assert told(verdict) == {(Fault.ANCHOR_DIFFERS, head.number - 1), (Fault.ANCHOR_DIFFERS, head.number)}
        anew = (await seals(runtime, tenant))[head.number]["hash"]
        await database.execute("UPDATE audit_checkpoint SET hash = $2 WHERE tenant_id = $1", tenant.id, anew)
        assert told(await verify(runtime, tenant.id)) == {(Fault.CHECKPOINT_FORGED, head.number)}
        await database.execute("DELETE FROM audit_checkpoint WHERE tenant_id = $1", tenant.id)
        assert told(await verify(runtime, tenant.id)) == set(), "now only what was noted elsewhere tells"
    beyond = {9_999: noted}
    assert told(await verify(runtime, tenant.id, anchors=beyond)) == {(Fault.CUT, 9_999)}


async def _write_anew(database: Any, tenant_id: UUID, first: int) -> None:
    """All of the chain from a number on, as somebody would who knows how it is made."""
    await database.execute(
        f"UPDATE audit_entry SET action = 'x.y' WHERE tenant_id = $1 AND id = {ENTRY.format(first)}", tenant_id
    )
    prior = await database.fetchval(
        "SELECT hash FROM audit_seal WHERE tenant_id = $1 AND number = $2", tenant_id, first - 1
    )
    for row in await database.fetch(
        "SELECT s.number, e.*, e.before::text AS b, e.after::text AS a FROM audit_seal s JOIN audit_entry e "
        "ON e.tenant_id = $1 AND e.id = s.entry_id WHERE s.tenant_id = $1 AND s.number >= $2 ORDER BY s.number",
        tenant_id,
        first,
    ):
        values = dict(row)
        number, before, after = values.pop("number"), values.pop("b"), values.pop("a")
        values |= {"before": json.loads(before or "null"), "after": json.loads(after or "null")}
        prior = next_hash(prior, canonical_entry(sealed_entry(AuditEntry(**values))))
        await database.execute(
            "UPDATE audit_seal SET hash = $3 WHERE tenant_id = $1 AND number = $2", tenant_id, number, prior
        )


async def test_slices_find_what_the_whole_finds_and_an_erased_value_is_no_fault(
    runtime: Runtime, tenant: TestTenant
) -> None:
    await logged(runtime, tenant, 3)
    async with superuser(runtime.settings) as database:
        await database.execute(CHANGED.format("action = 'x.y'"), tenant.id)
        gone = await database.execute(
            "DELETE FROM audit_personal WHERE tenant_id = $1 AND subject_id = $2",
            tenant.id,
            tenant.members[Role.VIEWER],
        )
    whole = await verify(runtime, tenant.id)
    assert (whole.through, told(whole), whole.erased) == (True, {(Fault.CHANGED, 5)}, int(gone.split()[1]))
    checked, found, place = 0, set(), Place()
    while True:
        part = await verify(runtime, tenant.id, begin=place, limit=1)
        checked, found, place = checked + part.checked, found | told(part), part.place
        if part.through:
            break
    assert (checked, found, place) == (whole.checked, told(whole), whole.place)


async def test_the_application_may_neither_change_nor_remove_what_was_logged(
    runtime: Runtime, tenant: TestTenant
) -> None:
    for table in ("audit_entry", "audit_personal", "audit_seal", "audit_checkpoint"):
        for text in (f"UPDATE {table} SET tenant_id = tenant_id", f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with own_statements(), pytest.raises(DBAPIError) as refused:
                async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
                    await work.session.execute(sa.text(text))
            assert refused.value.orig.sqlstate == "42501", text  # type: ignore[union-attr]


async def test_what_is_older_than_the_tenants_period_goes_and_the_chain_is_verified_from_a_signed_start(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    await logged(runtime, tenant, 4)
    await logged(runtime, stranger, 1)
    old = len(await seals(runtime, tenant))
    assert await trim_audit_log(runtime, tenant.id) == 0, "for ever, unless somebody says otherwise"
    async with superuser(runtime.settings) as database:
        await database.execute("UPDATE tenant SET audit_retention_days = 400 WHERE id = $1", tenant.id)
        clock.forward(days=399)
        assert await trim_audit_log(runtime, tenant.id) == 0
        await logged(runtime, tenant, 2)
        clock.forward(days=2)
        assert await trim_audit_log(runtime, tenant.id) == old
        left = await seals(runtime, tenant)
        assert sorted(left) == list(range(old + 1, old + 3))
        for table, key in (("audit_entry", "id"), ("audit_personal", "entry_id")):
            ids = await database.fetch(f"SELECT DISTINCT {key} AS id FROM {table} WHERE tenant_id = $1", tenant.id)
            assert {row["id"] for row in ids} == {row["entry_id"] for row in left.values()}
        verdict = await verify(runtime, tenant.id)
        assert (told(verdict), verdict.checked, verdict.through) == (set(), 2, True)
        assert len(await seals(runtime, stranger)) == (await verify(runtime, stranger.id)).checked
        await database.execute("UPDATE audit_checkpoint SET number = number - 1 WHERE tenant_id = $1", tenant.id)
        assert (Fault.MISSING, 1) in told(await verify(runtime, tenant.id)), "a start that we have not signed is none"


async def test_a_partition_of_the_log_is_dropped_when_every_chain_begins_behind_it(clone_settings: Settings) -> None:
    runtime = Runtime.of(clone_settings)
    try:
        tenant = await make_tenant(runtime)
        assert runtime.settings.audit_retention_days == 30
        far = datetime.now(UTC) + timedelta(days=30 + 7 + 62)
        dropped = await drop_partitions(runtime, far)
        month = f"audit_entry_p{datetime.now(UTC):%Y%m}01"
        assert month in dropped
        assert not [name for name in dropped if name.startswith("event_p")]
        assert tenant
    finally:
        await runtime.close()


@pytest.fixture
def clone_settings(clone: Callable[..., Settings]) -> Settings:
    return clone(MILEPOST_AUDIT_RETENTION_DAYS="30")

"""The end of a tenant: nothing of it is left anywhere, nothing of others is touched, and a proof says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import sqlalchemy as sa

from api.auth.sessions import Device, SignedIn, begin_session
from domain.everything import metadata
from domain.identity.people import expect_users, users_at
from domain.identity.tables import Identity
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import perform
from domain.tenancy.life import (
    SETTLING,
    WAITING,
    EraseTenant,
    NameTenant,
    cancel_tenant_deletion,
    erase_tenant,
    schedule_tenant_deletion,
)
from migrations.roles import KEEPER
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.security.belongings import Owner, owner_of_everything
from tests.workers.mailbox import mail_server
from tests.workers.test_members_mail import signs_in
from workers import erasing
from workers.deliveries import Deliveries
from workers.erasing import LAST, erase_due, global_tables, tables_of_people, tenant_tables
from workers.monitor import monitor
from workers.relay import relay
from workers.targets import MAILS
from workers.upkeep import keep_tenant_up


def operator(tenant_id: UUID) -> Principal:
    return Principal(tenant_id, ActorKind.OPERATOR, Role.OWNER, uuid7())


async def erased(runtime: Runtime, tenant_id: UUID) -> None:
    while await erase_due(runtime, tenant_id):
        pass


async def rows_of(database: asyncpg.Connection, tenant_id: UUID) -> dict[str, int]:
    """How many rows of a tenant each table of the database has, whatever the code knows of it."""
    named = await database.fetch(
        """SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND a.attname IN ('tenant_id', 'issuer_tenant_id') AND NOT a.attisdropped"""
    )
    return {
        row["relname"]: await database.fetchval(
            f'SELECT count(*) FROM "{row["relname"]}" WHERE {row["attname"]} = $1', tenant_id
        )
        for row in named
    }


async def keys_of(runtime: Runtime, tenant_id: UUID) -> list[Any]:
    return [key async for key in runtime.wakes.client.scan_iter(match=f"*{tenant_id.hex}*")]


async def furnished(runtime: Runtime, settings: Settings) -> tuple[Owner, UUID, UUID]:
    """A tenant with rows in every table and keys in Valkey, somebody who is only there, and somebody who is not."""
    owner = await owner_of_everything(runtime, settings)
    people = []
    elsewhere = await make_tenant(runtime)
    for name in ("alone", "elsewhere"):
        (user_id,) = await users_at(runtime, f"{name}@{owner.tenant.slug}.example", name)
        await perform(runtime, operator(owner.tenant.id), lambda work, id=user_id: expect_users(work, [id]))
        who = SignedIn(
            user_id, owner.tenant.id, owner.tenant.members[Role.OWNER], "https://id.example", runtime.clock.now(), None
        )
        await begin_session(runtime, who, Device(None, None))
        people.append(user_id)
    await perform(runtime, operator(elsewhere.id), lambda work: expect_users(work, [people[1]]))
    issued = Identity(
        user_id=people[1], issuer="https://own.example", subject="s", issuer_tenant_id=owner.tenant.id,
        created_at=runtime.clock.now(),
    )  # fmt: skip
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(sa.insert(Identity).values(issued.model_dump()))
    async with superuser(settings) as database:
        claimed = "INSERT INTO tenant_domain (domain, tenant_id, verified_at) VALUES ($1, $2, now())"
        await database.execute(claimed, f"{owner.tenant.slug}.example", owner.tenant.id)
    client = runtime.wakes.client
    await client.hset(f"milepost:persisted:{owner.tenant.id.hex}", "a", "b")
    await client.hset(f"milepost:limit:{{{owner.tenant.id.hex}}}:requests:{uuid7().hex}", "left", "1")
    return owner, *people


async def test_nothing_is_left_of_an_erased_tenant_and_nothing_of_another_is_touched(
    runtime: Runtime, settings: Settings, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "SLICE", 7)
    owner, alone, elsewhere = await furnished(runtime, settings)
    stranger, *_ = await furnished(runtime, settings)
    gone, there = owner.tenant.id, stranger.tenant.id
    async with superuser(settings) as database:
        had, theirs = await rows_of(database, gone), await rows_of(database, there)
        given = EraseTenant(id=gone, confirmation=owner.tenant.slug)
        await perform(runtime, operator(gone), lambda work: erase_tenant(work, given))
        assert await erase_due(runtime, gone) == 0, "what is under way may still end"
        clock.forward(seconds=SETTLING.total_seconds())
        await erased(runtime, gone)
        assert await rows_of(database, gone) == {**dict.fromkeys(had, 0), "erasure_proof": 1}
        assert await rows_of(database, there) == theirs
        users = [
            row["id"] for row in await database.fetch('SELECT id FROM "user" WHERE id = ANY($1)', [alone, elsewhere])
        ]
        assert users == [elsewhere], "who is in another tenant stays"
        assert await keys_of(runtime, gone) == []
        assert len(await keys_of(runtime, there)) == 2

        proof = await database.fetchrow("SELECT * FROM erasure_proof WHERE tenant_id = $1", gone)
        counts, kept = orjson.loads(proof["erased"]), orjson.loads(proof["kept"])
        assert proof["finished_at"] == clock.now()
        assert set(kept.values()) == {0}
        assert {*tenant_tables(), LAST, *global_tables(), "tenant"} == kept.keys()
        written = {"audit_entry", "guard", "tenant_counter", "work"}
        """By what was done meanwhile."""
        for name in {*tenant_tables(), LAST} - written:
            assert counts.get(name, 0) == had[name], name
        assert all(counts[name] >= had[name] for name in written if had[name])
        assert {name for name, count in had.items() if not count} <= {"erasure_proof", "idempotency_key", "rule_health"}

        await relay(runtime, gone)
        await monitor(runtime, gone)
        await keep_tenant_up(runtime, gone)
        assert sum((await rows_of(database, gone)).values()) == 1, "and nothing comes back"
    assert await erase_due(runtime, gone) == 0


async def test_every_table_of_the_database_is_known_to_the_eraser(settings: Settings) -> None:
    async with superuser(settings) as database:
        found = await rows_of(database, uuid7())
        known = {*tenant_tables(), LAST, *global_tables(), "erasure_proof"}
        assert found.keys() == known
        for name in {*known, *tables_of_people(), "tenant"} - {"erasure_proof"}:
            may = "SELECT has_table_privilege($1, $2, 'SELECT') AND has_table_privilege($1, $2, 'DELETE')"
            assert await database.fetchval(may, KEEPER, f'"{name}"'), name
    order = [*tenant_tables()]
    for table in metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            target = key.elements[0].column.table.name
            if table.name in order and target in order and target != table.name:
                assert order.index(table.name) < order.index(target), (table.name, target)


async def test_a_scheduled_deletion_is_told_by_mail_waits_its_time_and_can_be_cancelled(
    runtime: Runtime, settings: Settings, clock: SettableClock, tenant: TestTenant
) -> None:
    for role in (Role.OWNER, Role.ADMIN, Role.VIEWER):
        await signs_in(runtime, tenant, role)
    async with mail_server() as mailbox:
        mailbox.use(runtime)
        named = NameTenant(id=tenant.id)
        await perform(runtime, tenant.principal(), lambda work: schedule_tenant_deletion(work, named))
        await erased(runtime, tenant.id)
        await relay(runtime, tenant.id)
        mails = Deliveries(runtime, targets=MAILS)
        await mails.turn(tenant.id)
        await mails.close(5)
        assert sorted(to.partition("-")[0] for to, _ in mailbox.mails) == ["admin", "owner"]
        assert "Deletion scheduled" in mailbox.read()[0]["Subject"]
    clock.forward(seconds=(WAITING - timedelta(seconds=1)).total_seconds())
    await erased(runtime, tenant.id)
    await perform(runtime, tenant.principal(), lambda work: cancel_tenant_deletion(work, named))
    clock.forward(days=31)
    await erased(runtime, tenant.id)
    async with superuser(settings) as database:
        assert await database.fetchval("SELECT status FROM tenant WHERE id = $1", tenant.id) == "active"
        told = await database.fetch(
            "SELECT type FROM event WHERE tenant_id = $1 AND type ~ '^tenant' ORDER BY id", tenant.id
        )
        assert [row["type"] for row in told] == ["tenant.deletion_scheduled", "tenant.deletion_cancelled"]
    await perform(runtime, tenant.principal(), lambda work: schedule_tenant_deletion(work, named))
    await erased(runtime, tenant.id)
    clock.forward(seconds=WAITING.total_seconds())
    await erased(runtime, tenant.id)
    async with superuser(settings) as database:
        assert await database.fetchval("SELECT count(*) FROM tenant WHERE id = $1", tenant.id) == 0

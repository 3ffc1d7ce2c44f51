"""Whoever is erased is named nowhere in the database any more, and what they did stays under a pseudonym."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.archives.erasing import ERASE_MEMBER, ERASE_PERSON, PSEUDONYM, personal_values
from domain.archives.tables import PersonErasure
from domain.auditing.verifying import verify
from domain.everything import metadata
from domain.identity.people import users_at
from domain.identity.tables import Identity, Session, User, UserTenant
from domain.kernel.commands import execute
from domain.kernel.errors import Conflict, Forbidden, InvalidState, NotFound, StepUpRequired
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import entities
from domain.kernel.work import Work, perform, unit_of_work
from domain.tenancy.permissions import role_allows
from domain.tenancy.tables import ApiKey, Member
from tests.conftest import TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.workers.archives import ask, exported
from workers import erasing_people
from workers.relay import relay
from workers.sealing import seal

PROGRAMS = "A program's"
NAME, FORMER, ADDRESS = "Canary Nameless", "Canary Maidenname", "canary.person@person.example"


@pytest.fixture
async def alone(clone: Callable[..., Settings], tmp_path: Path) -> AsyncIterator[Runtime]:
    """A database of its own, since all of it is looked through."""
    made = Runtime.of(await asyncio.to_thread(partial(clone, MILEPOST_SMTP_URL=tmp_path.as_uri())))
    yield made
    await made.close()


async def erase(runtime: Runtime, principal: Principal, member_id: UUID) -> UUID:
    given = ERASE_MEMBER.input.model_validate({"member_id": external_id("member", member_id)})
    return (await execute(runtime, principal, ERASE_MEMBER, given)).ids["person_erasure"]


async def the_erasure(runtime: Runtime, tenant_id: UUID, id: UUID) -> PersonErasure:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        return await work.get(PersonErasure, id)


async def places(runtime: Runtime, *texts: str) -> dict[str, int]:
    """Rows by table in which one of some texts stands, in the whole database."""
    found = {}
    async with superuser(runtime.settings) as database:
        for name in metadata.tables:
            query = f'SELECT count(*) FROM "{name}" one WHERE one::text ILIKE ANY($1)'
            count = await database.fetchval(query, [f"%{text}%" for text in texts])
            if count:
                found[name] = count
    return found


async def sign_in(runtime: Runtime, tenant: TestTenant, member: UUID, email: str, *, elsewhere: UUID | None) -> UUID:
    """A user behind a member, with an identity and a session, as sign-in makes them."""
    (user_id,) = await users_at(runtime, email, NAME)
    now = runtime.clock.now()
    identity = Identity(user_id=user_id, issuer="https://issuer.example", subject=f"sub {email}", created_at=now)
    session = Session(
        token_hash=f"hash {email}", user_id=user_id, tenant_id=tenant.id, member_id=member,
        issuer="https://issuer.example", created_at=now, last_used_at=now, expires_at=now, user_agent="Canary browser",
    )  # fmt: skip
    async with runtime.database.engine("auth").begin() as connection:
        for row in (identity, session):
            await connection.execute(sa.insert(type(row)).values(row.model_dump()))

    async def link(work: Work) -> None:
        row = await work.get(Member, member, lock=True)
        row.user_id, row.external_id = user_id, f"directory {email}"
        tenants = [tenant.id] + ([elsewhere] if elsewhere else [])
        rows = [{"user_id": user_id, "tenant_id": each} for each in tenants]
        await work.session.execute(upsert(UserTenant).values(rows).on_conflict_do_nothing())

    await perform(runtime, tenant.principal(), link)
    return user_id


async def live(runtime: Runtime, tenant: TestTenant, member: UUID) -> str:
    """The person is renamed, has keys and preferences, comments, and is told of to a webhook. Answers a risk."""
    owner, own = Caller(runtime, tenant.principal()), Caller(runtime, tenant.principal("admin"))
    id = external_id("member", member)
    await owner.ask("create_webhook_endpoint", url="http://127.0.0.1:9999/hook", event_types=["*"])
    await owner.ask("update_member", id=id, name=FORMER, email=ADDRESS)
    await owner.ask("update_member", id=id, name=NAME)
    await own.ask("create_api_key", title="Mine", role="viewer")
    program = (await own.ask("create_service_account", title="Nightly", role="viewer")).ids["service_account"]
    account = external_id("service_account", program)
    await own.ask("create_api_key", title=PROGRAMS, role="viewer", service_account_id=account)
    risk = await owner.risk(await owner.venture())
    await own.ask("add_risk_comment", risk_id=risk, body="I have seen this before.")
    id = external_id("member", member)
    skill = external_id("skill", await owner.make("create_skill", name="Training", function="business"))
    person = external_id("person", await owner.make("create_person", name=NAME, email=ADDRESS, member_id=id))
    await owner.ask("add_person_skill", person_id=person, skill_id=skill, level=4)
    await owner.ask("create_channel", kind="email", name="All", address=ADDRESS, event_types=["*"])
    await relay(runtime, tenant.id)
    return risk


async def test_the_erased_are_named_nowhere_and_what_they_did_stays(alone: Runtime) -> None:
    tenant, other = await make_tenant(alone), await make_tenant(alone)
    member = tenant.members[next(role for role in tenant.members if role == "admin")]
    risk = await live(alone, tenant, member)
    await sign_in(alone, tenant, member, ADDRESS, elsewhere=None)
    archive = await ask(alone, tenant.principal(), "export_member", member_id=external_id("member", member))
    whole = await ask(alone, tenant.principal(), "request_export")
    await exported(alone, tenant.id, archive)
    before = await places(alone, "canary")
    assert {"membership", "event", "event_body", "audit_personal", "user", "identity", "session", "channel"} <= set(
        before
    )

    await seal(alone, tenant.id)
    known = await verify(alone, tenant.id)
    id = await erase(alone, tenant.principal(), member)
    with pytest.raises(Conflict, match="already"):
        await erase(alone, tenant.principal(), member)
    await relay(alone, tenant.id)
    while await erasing_people.erase_people(alone, tenant.id):
        pass
    done = await the_erasure(alone, tenant.id, id)
    assert (done.state, done.error, done.kept, done.user_id) == ("done", None, {}, None)
    assert done.erased["membership"] == 1
    assert done.erased["event"] >= 3
    assert await places(alone, "canary") == {}
    await seal(alone, tenant.id)
    verdict = await verify(alone, tenant.id, anchors={known.place.number: known.place.hash})
    assert (verdict.findings, verdict.through) == ([], True), "the chain holds, as it was noted before"
    assert verdict.erased > known.erased == 0
    assert verdict.checked > known.checked > 0

    async with unit_of_work(alone, Principal.worker(tenant.id)) as work:
        row = await work.get(Member, member)
        assert (row.name, row.email, row.user_id) == (PSEUDONYM, None, None)
        assert row.archived_at is not None
        keys = sa.select(col(ApiKey.title)).where(
            col(ApiKey.tenant_id) == tenant.id, col(ApiKey.created_by) == member, col(ApiKey.archived_at).is_(None)
        )
        assert (await work.session.execute(keys)).scalars().all() == [PROGRAMS], "a program's outlives who made it"
    async with alone.database.reading(tenant.id) as database:
        acts = await database.fetch(
            "SELECT action FROM audit_entry WHERE tenant_id = $1 AND actor_id = $2", tenant.id, member
        )
        comment = await database.fetchval("SELECT author_id FROM risk_comment WHERE tenant_id = $1", tenant.id)
        archives = await database.fetchval("SELECT count(*) FROM archive_part WHERE tenant_id = $1", tenant.id)
    assert {"risk_comment.created", "api_key.created"} <= {row["action"] for row in acts}
    assert (comment, archives) == (member, 0)
    assert risk
    del other, whole


async def test_who_is_no_member_is_erased_and_exported_too_and_a_members_address_stays_the_members(
    alone: Runtime,
) -> None:
    tenant, other = await make_tenant(alone), await make_tenant(alone)
    owner = Caller(alone, tenant.principal())
    await owner.ask("create_webhook_endpoint", url="http://127.0.0.1:9999/hook", event_types=["*"])
    namesake = tenant.members[next(role for role in tenant.members if role == "admin")]
    await owner.ask("update_member", id=external_id("member", namesake), name="Other", email=ADDRESS)
    person = external_id("person", await owner.make("create_person", name=FORMER, email=ADDRESS))
    await owner.ask("update_person", id=person, name=NAME)
    venture = await owner.venture()
    role = await owner.make("create_role_requirement", venture_id=venture, title="Engineer", function="business")
    place = {"role_requirement_id": external_id("role_requirement", role), "person_id": person}
    await owner.ask("add_role_holder", **place)
    await relay(alone, tenant.id)

    archive = await ask(alone, tenant.principal(), "export_person", person_id=person)
    opened = await exported(alone, tenant.id, archive)
    assert [line["name"] for line in opened.tables["person"]] == [NAME]
    assert [line["person_id"] for line in opened.tables["role_holder"]] == [person]

    async def erased(caller: Principal) -> UUID:
        given = ERASE_PERSON.input.model_validate({"person_id": person})
        return (await execute(alone, caller, ERASE_PERSON, given)).ids["person_erasure"]

    with pytest.raises(NotFound):
        await erased(other.principal())
    id = await erased(tenant.principal())
    await relay(alone, tenant.id)
    while await erasing_people.erase_people(alone, tenant.id):
        pass
    done = await the_erasure(alone, tenant.id, id)
    assert (done.state, done.error, done.kept, done.member_id) == ("done", None, {}, None)
    assert done.erased["person"] == 1
    assert await places(alone, NAME, FORMER) == {}
    async with unit_of_work(alone, Principal.worker(tenant.id)) as work:
        assert (await work.get(Member, namesake)).email == ADDRESS


async def test_a_user_of_another_tenant_stays_there(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    member = tenant.members[next(role for role in tenant.members if role == "viewer")]
    user_id = await sign_in(runtime, tenant, member, f"two.{member.hex}@person.example", elsewhere=stranger.id)
    await erase(runtime, tenant.principal(), member)
    while await erasing_people.erase_people(runtime, tenant.id):
        pass
    async with runtime.database.engine("auth").connect() as connection:
        users = (await connection.execute(sa.select(User.id).where(col(User.id) == user_id))).scalars().all()  # type: ignore[call-overload]
        tenants = sa.select(col(UserTenant.tenant_id)).where(col(UserTenant.user_id) == user_id)
        assert (await connection.execute(tenants)).scalars().all() == [stranger.id]
        sessions = sa.select(col(Session.id)).where(col(Session.user_id) == user_id)
        assert (await connection.execute(sessions)).scalars().all() == []
    assert users == [user_id]


async def test_who_may_erase_whom(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    owner = tenant.principal()
    with pytest.raises(InvalidState, match="at least one owner"):
        await erase(runtime, owner, tenant.members[owner.role])
    with pytest.raises(NotFound):
        await erase(runtime, owner, stranger.members[owner.role])
    member = tenant.members[next(role for role in tenant.members if role == "viewer")]
    with pytest.raises(Forbidden):
        await erase(runtime, tenant.principal("owner", venture_ids=frozenset({member})), member)
    with pytest.raises(StepUpRequired):
        await erase(runtime, tenant.principal("owner", session_id=member), member)
    allowed = {role for role in tenant.members if role_allows(role, ERASE_MEMBER.action)}  # type: ignore[arg-type]
    assert allowed == {"owner"}


def test_each_personal_field_has_what_takes_its_place() -> None:
    for entity in entities():
        values: dict[str, Any] = dict(personal_values(entity))
        assert set(values) == set(entity.personal)
        assert not (entity.historic and values), f"{entity.__name__} keeps what it was called in its history"

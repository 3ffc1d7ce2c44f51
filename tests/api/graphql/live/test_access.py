"""Whoever loses a right is let go, with a code that says so, and hears nothing more."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from websockets.exceptions import InvalidStatus

from api.auth.sessions import Device, SignedIn, begin_session, end_session
from domain.identity.tables import User
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.work import perform
from domain.tenancy.keys import read_key
from domain.tenancy.life import NameTenant, suspend_tenant
from domain.tenancy.tables import Member
from domain.tenancy.tenants import UpdateTenant, update_tenant
from tests.api.auth.own_provider import single_sign_on
from tests.api.auth.test_bearer_tokens import audience_of
from tests.api.graphql.live.conftest import CHANGES, Site, Socket, streaming
from tests.conftest import TestTenant, make_tenant


async def signed_in(site: Site, role: str = "contributor") -> str:
    """The cookie of a session of the member of a role."""
    runtime, member_id = site.runtime, site.tenant.members[Role(role)]
    user = User(email=None, name=role, created_at=runtime.clock.now())
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(sa.insert(User).values(user.model_dump()))

    async def link(work: Any) -> None:
        (await work.get(Member, member_id, lock=True)).user_id = user.id

    await perform(runtime, site.tenant.principal(), link)
    await site.relay()
    return await begin_session(
        runtime, SignedIn(user.id, site.tenant.id, member_id, "test", runtime.clock.now(), None), Device("test", None)
    )


async def by_cookie(site: Site, token: str) -> Socket:
    headers = {"Cookie": f"milepost={token}", "Origin": site.app.state.runtime.settings.origin}
    socket = await site.connect(additional_headers=headers)
    assert (await socket.init())["type"] == "connection_ack"
    return socket


async def key_id(site: Site, key: str, tenant: TestTenant) -> UUID:
    read = read_key(key)
    assert read is not None
    async with site.runtime.database.reading(tenant.id) as connection:
        statement = "SELECT k.id FROM api_key k WHERE k.tenant_id = $1 AND k.key_hash = $2"
        return UUID(str(await connection.fetchval(statement, tenant.id, read.key_hash)))


async def test_every_way_to_lose_access_ends_what_is_open(site: Site) -> None:
    """All at once, since each takes as long as a standing may be known."""
    tenant, stranger = site.tenant, site.stranger
    venture = await site.venture()
    keys = {name: await site.key("viewer") for name in ("revoked", "kept")}
    members = {}
    for name, role in (("lowered", "manager"), ("removed", "manager"), ("narrowed", "manager")):
        done = await site.act("add_member", name=name.title(), email=f"{name}@x.example", role=role)
        members[name] = UUID(str(done.ids["member"]))
        principal = Principal(tenant.id, ActorKind.MEMBER, Role(role), members[name], members[name])
        keys[name] = await key_made_by(site, principal)
    keys["suspended"] = await site.key("viewer", stranger)
    elsewhere = await make_tenant(site.runtime)
    keys["elsewhere"] = await site.key("viewer", elsewhere)
    sockets = {name: await site.socket(key) for name, key in keys.items()}
    token = await signed_in(site)
    sockets["signed out"] = await by_cookie(site, token)
    for socket in sockets.values():
        await socket.subscribe(CHANGES)
    await site.opened(len(sockets))
    async with streaming(site, keys["revoked"], CHANGES) as stream:
        assert await stream.line() == ":"
        await site.opened(len(sockets) + 1)

        await site.act("revoke_api_key", id=await key_id(site, keys["revoked"], tenant))
        await site.act("update_member", id=members["lowered"], role="viewer")
        await site.act("archive_member", id=members["removed"])
        await site.act("update_member", id=members["narrowed"], venture_ids=[venture])
        await end_session(site.runtime, token)
        operator = Principal(stranger.id, ActorKind.OPERATOR, Role.OWNER, uuid7())
        given = NameTenant(id=stranger.id)
        await perform(site.runtime, operator, lambda work: suspend_tenant(work, given))
        networks = UpdateTenant(id=elsewhere.id, allowed_networks=["203.0.113.0/24"])
        operator = Principal(elsewhere.id, ActorKind.OPERATOR, Role.OWNER, uuid7())
        await perform(site.runtime, operator, lambda work: update_tenant(work, networks))

        wanted = {
            "revoked": 4401,
            "removed": 4401,
            "signed out": 4401,
            "lowered": 4403,
            "narrowed": 4403,
            "suspended": 4403,
            "elsewhere": 4403,
        }
        closed = await asyncio.gather(*(sockets[name].closed() for name in wanted))
        assert {name: code for name, (code, _) in zip(wanted, closed, strict=True)} == wanted
        while "errors" not in (result := await stream.result()):
            pass
        assert result["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert (await stream.event())["event"] == "complete"
        assert await stream.event() == {}
    await site.opened(1)
    await site.act("update_venture", id=venture, name="Still told")
    while (await sockets["kept"].data())["changes"]["node"]["id"] != external_id("venture", venture):
        pass


async def key_made_by(site: Site, principal: Principal) -> str:
    """A key of a member, whose rights are the key's."""
    command = COMMANDS["create_api_key"]
    able = replace(principal, role=Role.ADMIN)
    done = await execute(site.runtime, able, command, command.input(title="own", role=principal.role))
    await site.relay()
    assert done.shown_once is not None
    return str(done.shown_once["key"])


async def test_a_session_subscribes_with_its_cookie_from_our_own_pages_only(site: Site) -> None:
    token = await signed_in(site)
    socket = await by_cookie(site, token)
    await socket.subscribe("{ viewer { role } }")
    assert await socket.data() == {"viewer": {"role": "CONTRIBUTOR"}}
    for origin in ({"Origin": "http://localhost:8000.evil"}, {"Origin": "null"}, {}):
        with pytest.raises(InvalidStatus) as refused:
            await site.connect(additional_headers={"Cookie": f"milepost={token}"} | origin)
        assert refused.value.response.status_code == 403


async def test_a_key_that_runs_out_ends_its_sockets(site: Site, clock: Any) -> None:
    key = await site.key("viewer", expires_at=clock.now().replace(year=clock.now().year + 1))
    socket = await site.socket(key)
    clock.forward(days=400)
    assert (await socket.closed())[0] == 4401


async def test_a_token_of_the_tenants_own_issuer_listens_until_its_account_is_gone(site: Site) -> None:
    async with single_sign_on(site.app, site.runtime, site.tenant) as sso:
        made = await site.act("create_service_account", title="Robot", role="manager", subject="robot")
        token = sso.provider.access_token(audience_of(site.tenant), sub="robot")
        for wrong in (sso.provider.access_token(audience_of(site.stranger), sub="robot"), f"{token}x"):
            socket = await site.connect()
            await socket.send({"type": "connection_init", "payload": {"Authorization": f"Bearer {wrong}"}})
            assert (await socket.closed())[0] == 4403
        socket = await site.socket(token)
        await socket.subscribe(CHANGES)
        await site.opened()
        await site.venture(tenant=site.stranger)
        venture = await site.venture()
        assert (await socket.data())["changes"]["node"] == {"id": external_id("venture", venture)}
        await site.act("archive_service_account", id=made.ids["service_account"])
        assert (await socket.closed())[0] == 4401

"""People see where they are signed in, and end it; administrators end the sessions of a member."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from fastapi import FastAPI

from domain.identity.devices import device_of
from domain.identity.sessions import MOST, end_others, sessions_of
from domain.identity.tables import Session
from domain.kernel.ids import parse_id, uuid7
from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import ORIGIN, fresh, introduce, sign_in
from tests.api.conftest import MakeKey, application, browser, provider_setting, run
from tests.conftest import Cluster, SettableClock, TestTenant

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
LISTED = """{ viewer { mine: sessions { id current device kind address tenantId lastUsedAt } role } }"""


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
         "Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
         "Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
         "Chrome on Android"),
        ("milepost-cli/1 (Darwin)", "Milepost command line on macOS"),
        ("curl/8", "Unknown device"), ("", "Unknown device"), (None, "Unknown device"), ("<b>Linux", "Linux"),
    ],
)  # fmt: skip
def test_a_device_is_told_coarsely(agent: str | None, device: str) -> None:
    assert device_of(agent) == device


async def everywhere(app: FastAPI, subject: str, *agents: str) -> list[httpx.AsyncClient]:
    """A browser for each user agent, in which the person has signed in."""
    browsers = [browser(app, headers={"User-Agent": agent}) for agent in agents]
    for each in browsers:
        assert (await sign_in(each, subject)).status_code == 303
    return browsers


async def test_the_list_shows_ones_own_sessions_and_marks_the_present_one(
    app: FastAPI, person: httpx.AsyncClient, invited: str, issuer: str, tenant: TestTenant, runtime: Runtime,
    key_of: MakeKey,
) -> None:  # fmt: skip
    await introduce(issuer, f"bob-{invited}", email=f"bob-{invited}@example.com", email_verified=True)
    await run(runtime, tenant, "owner", "add_member", name="Bob", email=f"bob-{invited}@example.com", role="owner")
    await everywhere(app, f"bob-{invited}", FIREFOX)
    here, there = await everywhere(app, invited, FIREFOX, "curl/8")
    told = (await here.get("/v1/me/sessions")).json()["data"]
    assert [(each["device"], each["current"]) for each in told] == [
        ("Unknown device", False),
        ("Firefox on Linux", True),
    ]
    assert {each["address"] for each in told} == {"127.0.0.1"}
    assert {each["tenant_id"] for each in told} == {f"tenant_{tenant.id.hex}"}
    assert {each["kind"] for each in told} == {"browser"}
    answer = await here.post("/graphql", json={"query": LISTED}, headers=ORIGIN)
    assert "data" in answer.json(), answer.text
    viewer = answer.json()["data"]["viewer"]
    assert list(viewer) == ["mine", "role"]
    assert [each["id"] for each in viewer["mine"]] == [each["id"] for each in told]
    assert viewer["mine"][1] | {"current": True, "kind": "BROWSER"} == viewer["mine"][1]
    for secret in (here.cookies["milepost"], there.cookies["milepost"], "hash"):
        assert secret not in answer.text + str(told)
    key = await key_of(tenant)
    assert (await key("GET", "/v1/me/sessions")).json()["data"] == []
    assert (await key("POST", "/v1/me/sessions/end-others")).json() == {"ended": 0}


async def test_a_person_ends_one_session_or_all_others_and_nobody_elses(
    app: FastAPI, person: httpx.AsyncClient, invited: str, issuer: str, stranger: TestTenant, runtime: Runtime
) -> None:
    email = f"eve-{invited}@example.com"
    await introduce(issuer, f"eve-{invited}", email=email, email_verified=True)
    await run(runtime, stranger, "owner", "add_member", name="Eve", email=email, role="owner")
    (eve,) = await everywhere(app, f"eve-{invited}", "curl/8")
    hers = (await eve.get("/v1/me/sessions")).json()["data"][0]["id"]
    here, there, third = await everywhere(app, invited, *["curl/8"] * 3)
    (gone,) = [each["id"] for each in (await there.get("/v1/me/sessions")).json()["data"] if each["current"]]
    assert (await here.delete(f"/v1/me/sessions/{gone}")).status_code == 403
    assert (await here.delete(f"/v1/me/sessions/{gone}", headers=ORIGIN)).status_code == 204
    assert (await fresh(there)).status_code == 401
    masked = []
    for id in (hers, gone, f"session_{uuid7().hex}"):
        answer = await here.delete(f"/v1/me/sessions/{id}", headers=ORIGIN)
        masked.append((answer.status_code, answer.json()["code"], answer.json()["detail"]))
    assert set(masked) == {(404, "NOT_FOUND", "there is no such session")}
    asked = {"query": "mutation { endOtherSessions(input: {}) { ended userErrors { code } } }"}
    told = (await here.post("/graphql", json=asked, headers=ORIGIN)).json()["data"]["endOtherSessions"]
    assert told == {"ended": 1, "userErrors": []}
    assert [(await fresh(each)).status_code for each in (here, third, eve)] == [200, 401, 200]


async def test_ones_sessions_in_every_tenant_are_ones_own(
    app: FastAPI, invited: str, tenant: TestTenant, stranger: TestTenant, runtime: Runtime
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{invited}@example.com", role="viewer")
    here, stolen = browser(app), browser(app)
    for each in (here, stolen):
        await sign_in(each, invited, tenant=tenant.slug)
    switch = {"tenant_id": f"tenant_{stranger.id.hex}"}
    assert (await stolen.post("/auth/switch", json=switch, headers=ORIGIN)).status_code == 200
    told = (await here.get("/v1/me/sessions")).json()["data"]
    assert {each["tenant_id"] for each in told} == {f"tenant_{tenant.id.hex}", f"tenant_{stranger.id.hex}"}
    await _only_own_tenant_through_its_own_provider(runtime, tenant, told)
    assert (await here.post("/v1/me/sessions/end-others", headers=ORIGIN)).json() == {"ended": 1}
    assert (await fresh(stolen)).status_code == 401


async def _only_own_tenant_through_its_own_provider(
    runtime: Runtime, tenant: TestTenant, told: list[dict[str, Any]]
) -> None:
    """The word of a tenant's own provider opens nothing of another tenant, not even the same person's sessions."""
    (own,) = [parse_id("session", each["id"]) for each in told if each["current"]]
    caller = tenant.principal("manager", session_id=own)
    name = sa.text("UPDATE session SET identity_provider_id = :provider WHERE id = :id")
    for provider, seen in ((uuid7(), 1), (None, 2)):
        async with runtime.database.engine("auth").begin() as connection:
            await connection.execute(name, {"provider": provider, "id": own})
        assert len(await sessions_of(runtime, caller)) == seen
        if provider is not None:
            assert await end_others(runtime, own) == 0


async def test_administrators_end_the_sessions_of_a_member_below_them(
    app: FastAPI, invited: str, tenant: TestTenant, stranger: TestTenant, runtime: Runtime, key_of: MakeKey
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{invited}@example.com", role="viewer")
    here, there, elsewhere = browser(app), browser(app), browser(app)
    for each, name in ((here, tenant.slug), (there, tenant.slug), (elsewhere, stranger.slug)):
        await sign_in(each, invited, tenant=name)
    member = (await here.get("/v1/me")).json()["id"]
    admin, manager, foreign = await key_of(tenant, "admin"), await key_of(tenant, "manager"), await key_of(stranger)
    assert (await manager("POST", f"members/{member}/end-sessions")).status_code == 403
    assert (await foreign("POST", f"members/{member}/end-sessions")).status_code == 404
    owner = f"members/member_{tenant.members['owner'].hex}"  # type: ignore[index]  # a role is a text
    assert (await admin("POST", f"{owner}/end-sessions")).status_code == 403
    answer = await admin("POST", f"members/{member}/end-sessions")
    assert (answer.status_code, answer.json()["id"]) == (200, member)
    assert [(await fresh(each)).status_code for each in (here, there, elsewhere)] == [401, 401, 200]
    entry = (await admin("GET", "audit-log?limit=1")).json()["data"][0]
    assert (entry["action"], entry["after"]) == ("member.sessions_ended", {"ended": 2})


async def test_who_is_archived_has_no_sessions_even_if_restored(
    app: FastAPI, invited: str, tenant: TestTenant, runtime: Runtime
) -> None:
    (here,) = await everywhere(app, invited, "curl/8")
    member = (await here.get("/v1/me")).json()["id"]
    await run(runtime, tenant, "owner", "archive_member", id=member)
    assert await _sessions_of(runtime, member) == 0


async def _sessions_of(runtime: Runtime, member: str) -> int:
    statement = sa.text("SELECT count(*) FROM session WHERE member_id = CAST(:id AS uuid)")
    async with runtime.database.engine("auth").connect() as connection:
        return int((await connection.execute(statement, {"id": member.removeprefix("member_")})).scalar_one())


async def test_the_installation_says_how_long_sessions_last(
    cluster: Cluster, clock: SettableClock, issuer: str, invited: str, tenant: TestTenant
) -> None:
    limits = {"MILEPOST_SESSION_IDLE_MINUTES": "30", "MILEPOST_SESSION_HOURS": "2"}
    own = cluster.settings("common", MILEPOST_IDENTITY_PROVIDERS=provider_setting(issuer), **limits)
    async with application(own, clock) as app:
        used, idle = browser(app), browser(app)
        for each in (used, idle):
            answer = await sign_in(each, invited)
            assert "Max-Age=7200" in answer.headers["set-cookie"]
        for _ in range(4):
            clock.forward(minutes=29)
            assert (await fresh(used)).status_code == 200
        assert (await fresh(idle)).status_code == 401
        assert len((await used.get("/v1/me/sessions")).json()["data"]) == 1
        switch = {"tenant_id": f"tenant_{tenant.id.hex}"}
        assert (await used.post("/auth/switch", json=switch, headers=ORIGIN)).status_code == 200
        clock.forward(minutes=4)
        assert (await fresh(used)).status_code == 401


async def test_a_person_has_a_bounded_number_of_sessions(
    app: FastAPI, person: httpx.AsyncClient, invited: str, runtime: Runtime
) -> None:
    await sign_in(person, invited)
    member = (await person.get("/v1/me")).json()["id"]
    async with runtime.database.engine("auth").begin() as connection:
        columns = Session.__table__.c  # type: ignore[attr-defined]  # set by the mapper
        found = sa.select(*columns).where(columns.member_id == sa.text(f"'{member.removeprefix('member_')}'::uuid"))
        row = dict((await connection.execute(found)).one()._mapping)
        more: list[dict[str, Any]] = [row | {"id": uuid7(), "token_hash": uuid7().hex} for _ in range(MOST + 5)]
        await connection.execute(sa.insert(Session), more)
    (another,) = await everywhere(app, invited, "curl/8")
    assert len((await another.get("/v1/me/sessions")).json()["data"]) == MOST
    assert await _sessions_of(runtime, member) == MOST

"""A program without a browser is let in by its person: the device flow of RFC 8628, and `milepost login`."""

from __future__ import annotations

import asyncio
import re
import stat
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.auth.device_grants import LIFETIME, MOST_WAITING, user_code_of
from cli.account import Account, NoAccount, account_of
from cli.credentials import credentials_file, signed_in
from cli.login import LoginError, login, logout, whoami
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.auth.signing_in import ORIGIN, fresh, sign_in
from tests.api.conftest import BASE, browser, run
from tests.api.serving import serving
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


async def begin(client: httpx.AsyncClient, **more: str) -> dict[str, Any]:
    answer = await client.post("/auth/device", data={"client_id": "tool"} | more)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def poll(client: httpx.AsyncClient, begun: dict[str, Any], client_id: str = "tool") -> httpx.Response:
    form = {"grant_type": GRANT, "device_code": begun["device_code"], "client_id": client_id}
    return await client.post("/auth/device/token", data=form)


async def decide(person: httpx.AsyncClient, user_code: str, decision: str = "allow") -> httpx.Response:
    form = {"user_code": user_code, "decision": decision}
    return await person.post("/auth/device/decide", data=form, headers=ORIGIN)


def bearer(app: FastAPI, token: str) -> httpx.AsyncClient:
    return browser(app, headers={"Authorization": f"Bearer {token}"})


@pytest.fixture
async def waiting(client: httpx.AsyncClient, alone: None) -> dict[str, Any]:
    """A program that waits."""
    return await begin(client)


@pytest.fixture
async def alone(settings: Settings) -> None:
    """All programs of these tests have one address; none of another test waits there."""
    async with superuser(settings) as database:
        await database.execute("DELETE FROM device_grant")


async def test_a_program_is_let_in_and_has_a_session_of_its_own(
    app: FastAPI, client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, tenant: TestTenant,
    clock: SettableClock, waiting: dict[str, Any],
) -> None:  # fmt: skip
    assert re.fullmatch(r"[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}", waiting["user_code"])
    assert (waiting["interval"], waiting["expires_in"]) == (5, 600)
    assert waiting["verification_uri"] == f"{BASE}/auth/device"
    page = waiting["verification_uri_complete"].removeprefix(BASE)
    away = await person.get(page)
    assert away.status_code == 303
    back = dict(httpx.URL(away.headers["location"]).params)["return_to"]
    assert (await sign_in(person, invited, return_to=back)).headers["location"] == back
    assert "Let it in" not in (await person.get("/auth/device")).text
    shown = (await person.get(back)).text
    for told in (waiting["user_code"], "127.0.0.1", tenant.slug.title(), "(tool)", "Let it in", "Keep it out"):
        assert told in shown
    assert (await poll(client, waiting)).json() == {"error": "authorization_pending"}
    assert (await decide(person, waiting["user_code"].lower().replace("-", " "))).status_code == 200
    clock.forward(seconds=5)
    answer = await poll(client, waiting)
    told = answer.json()
    assert (told["token_type"], told["tenant_id"]) == ("Bearer", f"tenant_{tenant.id.hex}")
    assert answer.headers["cache-control"] == "no-store"
    assert (await poll(client, waiting)).json() == {"error": "invalid_grant"}
    program = bearer(app, told["access_token"])
    me = (await program.get("/v1/me")).json()
    assert (me["kind"], me["role"], me["member"]["name"]) == ("member", "manager", "Ann")
    asked = {"query": "mutation { endOtherSessions(input: {}) { ended } }"}
    listed = (await person.get("/v1/me/sessions")).json()["data"]
    assert {(each["kind"], each["current"]) for each in listed} == {("command_line", False), ("browser", True)}
    assert len({each["expires_at"] for each in listed}) == 1
    assert told["access_token"] not in str(listed)
    assert (await program.post("/graphql", json=asked)).json()["data"]["endOtherSessions"] == {"ended": 1}
    assert (await fresh(person)).status_code == 401
    cookie = browser(app, headers={"Cookie": f"milepost={told['access_token']}"})
    assert (await cookie.get("/v1/me")).status_code == 401
    clock.forward(days=7)
    assert (await fresh(program)).status_code == 401


async def test_a_program_ends_with_the_membership(
    app: FastAPI, client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, tenant: TestTenant,
    runtime: Runtime, waiting: dict[str, Any],
) -> None:  # fmt: skip
    await sign_in(person, invited)
    await decide(person, waiting["user_code"])
    program = bearer(app, (await poll(client, waiting)).json()["access_token"])
    member = (await program.get("/v1/me")).json()["id"]
    await run(runtime, tenant, "owner", "archive_member", id=member)
    assert (await fresh(program)).status_code == 401
    late = await begin(client)
    assert (await decide(person, late["user_code"])).status_code == 401


async def test_who_polls_in_haste_too_late_or_for_another_gets_nothing(
    client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, clock: SettableClock, waiting: dict[str, Any]
) -> None:
    assert (await poll(client, waiting)).json() == {"error": "authorization_pending"}
    clock.forward(seconds=4)
    assert (await poll(client, waiting)).json() == {"error": "slow_down"}
    clock.forward(seconds=9)
    assert (await poll(client, waiting)).json() == {"error": "slow_down"}
    clock.forward(seconds=15)
    assert (await poll(client, waiting)).json() == {"error": "authorization_pending"}
    await sign_in(person, invited)
    await decide(person, waiting["user_code"])
    assert (await poll(client, waiting, "other")).json() == {"error": "invalid_grant"}
    assert (await poll(client, waiting | {"device_code": "x"})).json() == {"error": "invalid_grant"}
    clock.forward(seconds=LIFETIME.total_seconds())
    answer = await poll(client, waiting)
    assert (answer.status_code, answer.json()) == (400, {"error": "expired_token"})
    refused = await begin(client)
    await decide(person, refused["user_code"], "deny")
    assert (await poll(client, refused)).json() == {"error": "access_denied"}
    assert (await decide(person, refused["user_code"])).status_code == 404


async def test_a_session_that_ended_meanwhile_lets_nobody_in(
    app: FastAPI, client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, waiting: dict[str, Any]
) -> None:
    await sign_in(person, invited)
    await decide(person, waiting["user_code"])
    assert (await person.post("/auth/logout", headers=ORIGIN)).status_code == 200
    assert (await poll(client, waiting)).json() == {"error": "access_denied"}


async def test_only_a_person_on_our_own_page_lets_a_program_in(
    client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, waiting: dict[str, Any]
) -> None:
    assert (await decide(client, waiting["user_code"])).status_code == 401
    await sign_in(person, invited)
    form = {"user_code": waiting["user_code"], "decision": "allow"}
    for headers in ({}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "same-site"}):
        assert (await person.post("/auth/device/decide", data=form, headers=headers)).status_code == 403
    assert (await person.post("/auth/device/decide", data={"user_code": "x"}, headers=ORIGIN)).status_code == 400
    assert (await poll(client, waiting)).json() == {"error": "authorization_pending"}
    shown = await person.get("/auth/device", params={"user_code": waiting["user_code"]})
    assert shown.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in shown.headers["content-security-policy"]


async def test_a_program_that_asks_for_another_tenant_is_not_let_into_this_one(
    client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, tenant: TestTenant, stranger: TestTenant,
    waiting: dict[str, Any],
) -> None:  # fmt: skip
    await sign_in(person, invited)
    for name in (stranger.slug, f"tenant_{stranger.id.hex}", "nobody"):
        begun = await begin(client, tenant=name)
        answer = await decide(person, begun["user_code"])
        assert "Sign in there" in answer.text
        assert "Let it in" not in answer.text
        assert (await poll(client, begun)).json() == {"error": "authorization_pending"}
    begun = await begin(client, tenant=tenant.slug)
    await decide(person, begun["user_code"])
    assert "access_token" in (await poll(client, begun)).json()


async def test_codes_are_not_guessed_and_not_made_without_end(
    client: httpx.AsyncClient, person: httpx.AsyncClient, invited: str, waiting: dict[str, Any]
) -> None:
    await sign_in(person, invited)
    for attempt in range(10):
        tried = f"BBBB-BB{'BCDFGHJKLM'[attempt]}B"
        assert (await person.get("/auth/device", params={"user_code": tried})).status_code == 404
    right = await person.get("/auth/device", params={"user_code": waiting["user_code"]})
    assert (right.status_code, right.headers["retry-after"]) == (429, "600")
    assert (await decide(person, waiting["user_code"])).status_code == 429
    for _ in range(MOST_WAITING - 1):
        await begin(client)
    answer = await client.post("/auth/device", data={"client_id": "tool"})
    assert (answer.status_code, answer.json()) == (429, {"error": "slow_down"})


@pytest.mark.parametrize(
    ("form", "error"),
    [({"client": "tool"}, "invalid_request"), ({"client_id": "a b"}, "invalid_client"),
     ({"client_id": "x" * 65}, "invalid_client"),
     ({"client_id": "tool", "tenant": "../"}, "invalid_request"), ({"client_id": "\0"}, "invalid_client")],
)  # fmt: skip
async def test_what_is_no_request_is_refused_in_the_words_of_oauth(
    client: httpx.AsyncClient, form: dict[str, str], error: str
) -> None:
    answer = await client.post("/auth/device", data=form)
    assert (answer.status_code, answer.json()) == (400, {"error": error})
    for path in ("/auth/device", "/auth/device/token"):
        answer = await client.post(path, content=b"{", headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()) == (400, {"error": "invalid_request"})
    answer = await client.post("/auth/device/token", data={"grant_type": "password"})
    assert answer.json() == {"error": "unsupported_grant_type"}


@pytest.mark.parametrize("typed", ["bcdf-ghjk", " BCDF GHJK ", "bcdfghjk", "B.C.D.F_G-H-J-K"])
def test_a_code_is_taken_however_it_is_typed(typed: str) -> None:
    assert user_code_of(typed) == "BCDF-GHJK"


@pytest.mark.parametrize("typed", ["", "BCDFGHJ", "BCDFGHJKL", "ABCDEFGH", "BCDFGHJ0", "ＢCDFGHJK", "BCDFGHJK" * 100])
def test_what_can_be_no_code_is_not_looked_up(typed: str) -> None:
    assert user_code_of(typed) is None


async def test_the_command_line_signs_in_tells_who_it_is_and_signs_out(
    app: FastAPI, settings: Settings, person: httpx.AsyncClient, invited: str, tenant: TestTenant, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, alone: None,
) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    await sign_in(person, invited)
    loop, said = asyncio.get_running_loop(), list[str]()

    def confirm(seconds: float) -> None:
        code = re.findall(r"[A-Z]{4}-[A-Z]{4}", said[1])[0]
        asyncio.run_coroutine_threadsafe(decide(person, code), loop).result(30)

    async with superuser(settings) as database, serving(app, database) as server:
        session = await asyncio.to_thread(login, server.address, tenant.slug, said.append, confirm)
        assert (session.base_url, session.tenant_id) == (server.address, f"tenant_{tenant.id.hex}")
        assert session.token.startswith("mp_session_")
        assert stat.S_IMODE(credentials_file().stat().st_mode) == 0o600
        assert stat.S_IMODE(credentials_file().parent.stat().st_mode) == 0o700
        me = await asyncio.to_thread(whoami)
        assert (me["member"]["name"], me["tenant"]["slug"]) == ("Ann", tenant.slug)
        assert account_of() == Account(session.base_url, session.token, session.tenant_id)
        listed = (await person.get("/v1/me/sessions")).json()["data"]
        assert [each["device"] for each in listed if each["kind"] == "command_line"] == [
            "Milepost command line on Linux"
        ]
        assert await asyncio.to_thread(logout) == server.address
        assert len((await person.get("/v1/me/sessions")).json()["data"]) == 1
    assert signed_in() is None
    with pytest.raises(LoginError, match="nobody is signed in"):
        whoami()
    with pytest.raises(NoAccount, match="milepost login"):
        account_of(tenant=f"tenant_{tenant.id.hex}", data_dir=tmp_path)
    with pytest.raises(LoginError, match="https only"):
        login("http://milepost.example.com", "")

"""Whoever plants, copies or guesses what signs in gets nowhere, and learns nothing of who there is."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import httpx
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from api.auth.return_to import safe_path
from domain.kernel.ids import parse_id, uuid7
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import ORIGIN, approve, begin, fresh, introduce, sign_in
from tests.api.conftest import BASE, MakeKey, application, browser, provider_setting
from tests.conftest import Cluster, SettableClock, TestTenant
from tests.contract.catalogue import superuser


def with_cookies(app: FastAPI, *cookies: str) -> httpx.AsyncClient:
    """A browser that sends just these."""
    return browser(app, headers={"Cookie": "; ".join(cookies)})


async def test_a_planted_session_is_not_taken_over_at_sign_in(
    app: FastAPI, subject: str, stranger_to_all: httpx.AsyncClient
) -> None:
    for planted in ("x" * 43, "mp_session_" + "x" * 43):
        stranger_to_all.cookies.set("milepost", planted, domain="localhost.local")
        answer = await sign_in(stranger_to_all, subject)
        given = re.findall(r"milepost=([\w-]+);", ", ".join(answer.headers.get_list("set-cookie")))
        assert len(given) == 1
        assert given[0] != planted
        async with with_cookies(app, f"milepost={planted}") as attacker:
            assert (await attacker.get("/v1/me")).status_code == 401
        async with with_cookies(app, f"milepost={given[0]}") as own:
            assert (await own.get("/v1/me")).status_code == 200
        stranger_to_all.cookies.clear()


async def test_a_second_cookie_of_a_sibling_site_is_not_chosen(
    app: FastAPI, person: httpx.AsyncClient, subject: str
) -> None:
    own = f"milepost={person.cookies['milepost']}"
    async with browser(app) as attacker:
        await sign_in(attacker, subject)
        tossed = f"milepost={attacker.cookies['milepost']}"
    for pair in ((own, tossed), (tossed, own), (own, own), (own, "milepost=")):
        async with with_cookies(app, *pair) as victim:
            assert (await victim.get("/v1/me")).status_code == 401
            assert (await victim.post("/auth/switch", json={}, headers=ORIGIN)).status_code == 401
            assert (await victim.post("/auth/device/decide", json={}, headers=ORIGIN)).status_code == 401
    assert (await fresh(person)).status_code == 200


async def test_two_cookies_of_one_login_finish_nothing(app: FastAPI, subject: str) -> None:
    async with browser(app) as person:
        callback = (await approve(await begin(person), subject)).removeprefix(BASE)
        (name, value) = next(iter(person.cookies.items()))
    async with with_cookies(app, f"{name}={value}", f"{name}={value}") as twice:
        assert (await twice.get(callback)).status_code == 400
    async with with_cookies(app, f"{name}={value[:-4]}AAAA") as changed:
        assert (await changed.get(callback)).status_code == 400


async def test_every_cookie_is_bound_to_this_host_and_kept_from_scripts(
    cluster: Cluster, clock: SettableClock, issuer: str, subject: str, runtime: Runtime, stranger: TestTenant
) -> None:
    """Over https, through a whole sign-in with a choice of tenants, a switch and a sign-out."""
    own = cluster.settings(
        "common",
        MILEPOST_IDENTITY_PROVIDERS=provider_setting(issuer),
        MILEPOST_PUBLIC_URL="https://milepost.example",
    )
    given: list[str] = []

    async def note(answer: httpx.Response) -> None:
        given.extend(answer.headers.get_list("set-cookie"))

    async with application(own, clock) as app:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(
            transport=transport, base_url="https://milepost.example", event_hooks={"response": [note]}
        ) as person:
            location = (await person.get("/auth/login")).headers["location"]
            callback = await approve(location, subject)
            assert (await person.get(callback)).status_code == 303
            assert (await person.get("/v1/me")).status_code == 200
            answer = await person.post("/auth/logout", headers={"Origin": "https://milepost.example"})
            assert answer.status_code == 200
    assert len(given) >= 4
    for cookie in given:
        name, _, rest = cookie.partition("=")
        assert name.startswith("__Host-milepost"), cookie
        parts = {part.strip().lower() for part in rest.split(";")[1:]}
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= parts, cookie
        assert not any(part.startswith("domain") for part in parts), cookie


def as_browsers_read(address: str) -> str:
    """The address as the URL standard reads it: tabs and newlines go, backslashes are slashes."""
    return re.sub(r"[\t\r\n]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")


@given(
    st.one_of(
        st.text(max_size=60),
        st.text("/\\.@:?#%25cfF\t\r\n evil&=-_~", max_size=40),
        st.builds(lambda tail: "/" + tail, st.text("/\\.@:?#%25cfFd\t evil", max_size=40)),
    )
)
def test_no_return_address_leads_to_another_site(text: str) -> None:
    told = safe_path(text, "/")
    assert told in (text, "/")
    for read in (told, as_browsers_read(told), as_browsers_read(re.sub("%(..)", _unescaped, told))):
        assert urlsplit(urljoin("https://milepost.example", read)).netloc == "milepost.example"
    assert not told.startswith("/auth/logout")
    assert not re.search(r"[\x00-\x20\x7f]", told)


def _unescaped(found: re.Match[str]) -> str:
    try:
        return chr(int(found[1], 16))
    except ValueError:
        return found[0]


EVIL = ["//evil.example", "/\\evil.example", "https://evil.example/", "/%5cevil.example", "/x\r\nSet-Cookie: a=b",
        "/auth/logout", "javascript:alert(1)", "/\t/evil.example", "/..//evil.example"]  # fmt: skip


async def test_wherever_a_return_address_is_taken_it_stays_here(
    stranger_to_all: httpx.AsyncClient, subject: str
) -> None:
    person = stranger_to_all
    for evil in EVIL:
        answer = await sign_in(person, subject, return_to=evil)
        assert answer.headers["location"] == "/"
        assert not any(each.startswith("a=") for each in answer.headers.get_list("set-cookie"))
        refused = await person.get("/auth/callback/dev", params={"state": "x", "return_to": evil})
        assert "evil" not in refused.text
    assert (await sign_in(person, subject, return_to=EVIL[0], prompt="login")).headers["location"] == "/"
    for evil in EVIL[:5]:
        device = await person.get("/auth/device", params={"user_code": evil, "return_to": evil})
        assert device.status_code == 404
        assert "evil" not in device.text
    answer = await person.post("/auth/logout", data={"return_to": EVIL[0]}, headers=ORIGIN)
    assert (answer.status_code, "evil" in answer.text) == (422, False)


async def test_texts_of_a_request_become_no_headers_of_an_answer(stranger_to_all: httpx.AsyncClient) -> None:
    split = "x\r\nSet-Cookie: planted=1\r\n\r\n<script>"
    for path in ("/auth/login", "/auth/callback/dev", "/auth/device", "/auth/select", "/auth/logout"):
        names = ("tenant", "return_to", "provider", "state", "code", "iss", "error", "user_code", "prompt")
        for name in names:
            answer = await stranger_to_all.get(path, params={name: split})
            assert "planted" not in str(answer.headers.get_list("set-cookie")), (path, name)
            assert "<script>" not in answer.text, (path, name)
            assert answer.status_code < 500, (path, name)


async def test_nothing_that_signs_in_is_stored_as_it_is(
    app: FastAPI, person: httpx.AsyncClient, client: httpx.AsyncClient, key_of: MakeKey, tenant: TestTenant,
    runtime: Runtime,
) -> None:  # fmt: skip
    """What is looked up is the hash, by an index: nothing is compared letter by letter, so no time tells of it."""
    begun = (await client.post("/auth/device", data={"client_id": "tool"})).json()
    form = {"user_code": begun["user_code"], "decision": "allow"}
    waiting = (await client.post("/auth/device", data={"client_id": "tool"})).json()
    assert (await person.post("/auth/device/decide", data=form, headers=ORIGIN)).status_code == 200
    grant = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": begun["device_code"]}
    token = (await client.post("/auth/device/token", data=grant | {"client_id": "tool"})).json()["access_token"]
    key = (await key_of(tenant)).key
    of_key = key.split("_")[3]
    secrets = [person.cookies["milepost"], token, key, of_key, waiting["device_code"], waiting["user_code"]]
    stored = ""
    async with superuser(runtime.settings) as database:
        for table in ("session", "device_grant", "api_key", "operator_key", "identity", '"user"', "audit_entry"):
            rows = await database.fetch(f"SELECT row_to_json(t)::text AS row FROM {table} t")
            stored += "\n".join(row["row"] for row in rows)
        unique = "SELECT indexdef FROM pg_indexes WHERE indexdef LIKE 'CREATE UNIQUE%_hash)%'"
        indexed = {row["indexdef"].partition(" ON public.")[2].split()[0] for row in await database.fetch(unique)}
    assert {"session", "device_grant", "api_key", "operator_key"} <= indexed
    for secret in secrets:
        assert len(secret) >= 9
        assert secret not in stored


async def test_sign_in_does_not_tell_who_or_what_there_is(
    app: FastAPI, stranger_to_all: httpx.AsyncClient, tenant: TestTenant, stranger: TestTenant, issuer: str,
    client: httpx.AsyncClient,
) -> None:  # fmt: skip
    nobody = f"nobody-{uuid7().hex}"
    await introduce(issuer, nobody, email=f"{nobody}@example.com", email_verified=True)
    told = set()
    for name in (tenant.slug, "there-is-none", f"tenant_{stranger.id.hex}", f"tenant_{uuid7().hex}", "'; --"):
        begun = await stranger_to_all.get("/auth/login", params={"tenant": name})
        assert begun.status_code == 303
        assert urlsplit(begun.headers["location"]).netloc == urlsplit(issuer).netloc
        answer = await sign_in(stranger_to_all, nobody, tenant=name)
        told.add((answer.status_code, answer.text, len(answer.headers.get_list("set-cookie"))))
    assert len(told) == 1, told
    waiting = [await client.post("/auth/device", data={"client_id": "tool", "tenant": name})
               for name in (tenant.slug, "there-is-none")]  # fmt: skip
    shapes = {(each.status_code, tuple(each.json())) for each in waiting}
    assert len(shapes) == 1


async def test_a_session_does_not_outlive_its_place_whatever_it_was_begun_with(
    app: FastAPI, person: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant
) -> None:
    """A session that names another tenant, member or user than it was begun with is nobody's."""
    member = parse_id("member", (await person.get("/v1/me")).json()["id"])
    changes = {"tenant_id": uuid7(), "member_id": tenant.members[Role.VIEWER], "user_id": uuid7()}
    async with superuser(runtime.settings) as database:
        made = "INSERT INTO \"user\" (id, email_verified, name, created_at) VALUES ($1, false, 'x', now())"
        await database.execute(made, changes["user_id"])
        own = await database.fetchrow("SELECT * FROM session WHERE member_id = $1", member)
        for column, value in changes.items():
            await database.execute(f"UPDATE session SET {column} = $1 WHERE id = $2", value, own["id"])
            assert (await fresh(person)).status_code == 401, column
            await database.execute(f"UPDATE session SET {column} = $1 WHERE id = $2", own[column], own["id"])
            assert (await fresh(person)).status_code == 200, column

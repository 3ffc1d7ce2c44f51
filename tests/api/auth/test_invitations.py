"""Invitations, from the mail to the membership: against a real mail server and a real provider."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.ids import external_id, split_id, uuid7
from domain.kernel.runtime import Runtime
from domain.tenancy.invitations import MOST_A_DAY, MOST_MAILS
from tests.api.auth.own_provider import SingleSignOn
from tests.api.auth.signing_in import introduce, sign_in
from tests.api.conftest import Api, MakeKey, browser, run
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.contract.gathering import listed
from tests.workers.mailbox import Mailbox, mail_server, text_of
from workers.invitations import INVITATIONS
from workers.letters import send_letters
from workers.mailing import Mailer


@pytest.fixture
async def mailbox(app: FastAPI) -> AsyncIterator[Mailbox]:
    async with mail_server() as made:
        made.use(app.state.runtime)
        yield made


@dataclass
class House:
    """A tenant whose administrator invites, and the mail that comes of it."""

    app: FastAPI
    admin: Api
    tenant: TestTenant
    mailbox: Mailbox

    async def post(self) -> None:
        """Have the worker send what waits."""
        runtime: Runtime = self.app.state.runtime
        await send_letters(runtime, self.tenant.id, Mailer(runtime.settings), INVITATIONS)

    async def token(self) -> str:
        """What the link of the last mail carries."""
        await self.post()
        found = re.findall(r"http://localhost:8000/auth/invitation\?token=(\S+)", text_of(self.mailbox.read()[-1]))
        assert found
        return str(found[0])

    async def invite(self, email: str, **more: object) -> dict[str, object]:
        """Invite somebody."""
        answer = await self.admin("POST", "invitations", {"email": email, "name": "Ann Lee"} | more)
        assert answer.status_code == 201, answer.text
        made: dict[str, object] = answer.json()
        return made


@pytest.fixture
async def house(app: FastAPI, key_of: MakeKey, tenant: TestTenant, mailbox: Mailbox) -> House:
    return House(app, await key_of(tenant, "admin"), tenant, mailbox)


@pytest.fixture
async def known(issuer: str, subject: str) -> str:
    """The address of a person whom the provider knows, and no tenant."""
    await introduce(issuer, subject, email=f"{subject}@example.com", email_verified=True, name="Ann at home")
    return f"{subject}@example.com"


async def test_an_invitation_makes_a_member_with_what_was_offered(
    house: House, person: httpx.AsyncClient, subject: str, known: str
) -> None:
    venture = (await house.admin("POST", "ventures", {"name": "a"})).json()["id"]
    made = await house.invite(known.upper(), role="manager", venture_ids=[venture])
    assert (made["email"], made["mails"], made["accepted_at"]) == (known, 1, None)
    assert "token" not in str(made)
    token = await house.token()
    (mail,) = house.mailbox.read()
    assert (mail["To"], mail["Subject"]) == (known, f"{house.tenant.slug.title()} invites you to Milepost")

    shown = await person.get("/auth/invitation", params={"token": token})
    assert (shown.status_code, shown.headers["referrer-policy"]) == (200, "no-referrer")
    assert house.tenant.slug.title() in shown.text
    assert not {known, "Ann", "manager", "admin"} & set(re.findall(r"[\w@.-]+", shown.text))
    onward = re.findall(r'href="(/auth/login\?[^"]+)"', shown.text)[0].replace("&amp;", "&")
    entered = await sign_in(person, subject, **dict(httpx.URL(onward).params))
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    me = (await person.get("/v1/me")).json()
    assert (me["role"], me["venture_ids"], me["member"]["name"]) == ("manager", [venture], "Ann Lee")
    ended = (await house.admin("GET", f"invitations/{made['id']}")).json()
    assert (ended["member_id"], ended["accepted_at"], ended["archived_at"]) == (
        me["id"], ended["archived_at"], ended["accepted_at"],
    )  # fmt: skip
    assert ended["accepted_at"] is not None
    assert (await person.get("/auth/invitation", params={"token": token})).status_code == 404


async def test_an_invitation_is_taken_by_the_tenants_own_provider(
    house: House, sso: SingleSignOn, person: httpx.AsyncClient
) -> None:
    sso.known_as("newcomer", "known there as 7")
    made = await house.invite(f"newcomer@{sso.domain}", role="contributor")
    token = await house.token()
    refused = await sso.sign_in(person)
    assert refused.status_code == 403, "who does not follow the link is not let in by it"
    sso.known_as("somebody-else")
    other = await sso.sign_in(person, f"{sso.login}&invitation={token}")
    assert other.status_code == 404
    sso.known_as("newcomer", "known there as 7")
    entered = await sso.sign_in(person, f"{sso.login}&invitation={token}")
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    me = (await person.get("/v1/me")).json()
    assert (me["role"], me["tenant"]["slug"]) == ("contributor", house.tenant.slug)
    ended = (await house.admin("GET", f"invitations/{made['id']}")).json()
    assert (ended["member_id"], ended["accepted_at"] is not None) == (me["id"], True)
    assert (await sso.sign_in(person, f"{sso.login}&invitation={token}")).status_code == 303, "the same person again"


async def test_a_letter_is_in_the_language_of_the_invited_else_of_the_tenant(house: House) -> None:
    await house.invite("one@example.com", language="zh-CN")
    await house.invite("two@example.com")
    await house.post()
    subjects = {mail["To"]: mail["Subject"] for mail in house.mailbox.read()}
    assert "邀请您加入" in subjects["one@example.com"]
    assert "invites you" in subjects["two@example.com"]


async def test_a_letter_that_was_not_taken_is_sent_later_and_one_refused_for_good_says_so(
    house: House, clock: SettableClock
) -> None:
    house.mailbox.at_data = ["451 later"]
    made = await house.invite("one@example.com")
    await house.post()
    assert house.mailbox.mails == []
    clock.forward(hours=1)
    house.mailbox.at_recipient = ["550 nobody here"]
    await house.post()
    shown = (await house.admin("GET", f"invitations/{made['id']}")).json()
    assert shown["mail_error"] == "the mail server answered 550"
    again = (await house.admin("POST", f"invitations/{made['id']}/resend")).json()
    assert (again["mail_error"], again["mails"]) == (None, 2)
    await house.post()
    assert [mail["To"] for mail in house.mailbox.read()] == ["one@example.com"]


async def _dead(house: House, made: dict[str, object], clock: SettableClock, how: str) -> None:
    match how:
        case "resent":
            await house.admin("POST", f"invitations/{made['id']}/resend")
        case "revoked":
            assert (await house.admin("DELETE", f"invitations/{made['id']}")).status_code == 204
        case "expired":
            clock.forward(days=7)
        case "suspended":
            async with superuser(house.app.state.runtime.settings) as database:
                await database.execute("UPDATE tenant SET status = 'suspended' WHERE id = $1", house.tenant.id)


@pytest.mark.parametrize("how", ["resent", "revoked", "expired", "suspended"])
async def test_a_dead_link_does_nothing_and_does_not_say_why(
    house: House, person: httpx.AsyncClient, subject: str, known: str, clock: SettableClock, how: str
) -> None:
    made = await house.invite(known)
    token = await house.token()
    await _dead(house, made, clock, how)
    nothing = await person.get("/auth/invitation", params={"token": "made up"})
    for answer in (
        await person.get("/auth/invitation", params={"token": token}),
        await sign_in(person, subject, invitation=token),
    ):
        assert (answer.status_code, answer.text) == (404, nothing.text)
    assert "milepost" not in person.cookies


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": "other@example.com"}, {"email": None}])
async def test_only_who_has_proved_the_invited_address_accepts(
    house: House, person: httpx.AsyncClient, issuer: str, subject: str, known: str, claims: dict[str, object]
) -> None:
    await house.invite(known)
    token = await house.token()
    told = {"email": known, "email_verified": True} | claims
    other = f"other-{subject}"
    await introduce(issuer, other, **{name: value for name, value in told.items() if value is not None})
    answer = await sign_in(person, other, invitation=token)
    assert answer.status_code == 404
    assert known not in answer.text
    assert (await sign_in(person, subject, invitation=token)).status_code == 303


@pytest.mark.parametrize("forge", [
    lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
    lambda token: "A" + token,
    lambda token: token.split(".")[0] + ".",
    lambda token: "x" * 5_000,
    lambda token: "",
])  # fmt: skip
async def test_a_link_that_was_not_signed_is_none(
    house: House, person: httpx.AsyncClient, subject: str, known: str, forge: Callable[[str], str]
) -> None:
    await house.invite(known)
    forged = forge(await house.token())
    assert (await person.get("/auth/invitation", params={"token": forged})).status_code == 404
    assert (await sign_in(person, subject, invitation=forged)).status_code in (403, 404)
    assert "milepost" not in person.cookies


async def test_two_acceptances_at_once_give_one_member(house: House, app: FastAPI, subject: str, known: str) -> None:
    await house.invite(known)
    token = await house.token()
    async with browser(app) as one, browser(app) as two:
        answers = await asyncio.gather(*(sign_in(each, subject, invitation=token) for each in (one, two)))
        assert [answer.status_code for answer in answers] == [303, 303]
        assert (await one.get("/v1/me")).json()["id"] == (await two.get("/v1/me")).json()["id"]
    members = (await house.admin("GET", "members")).json()["data"]
    assert [member["email"] for member in members].count(known) == 1


async def test_of_two_identities_with_one_address_the_second_is_refused(
    house: House, app: FastAPI, issuer: str, subject: str, known: str
) -> None:
    await house.invite(known)
    token = await house.token()
    await introduce(issuer, f"second-{subject}", email=known, email_verified=True)
    async with browser(app) as one, browser(app) as two:
        pair = (sign_in(one, subject, invitation=token), sign_in(two, f"second-{subject}", invitation=token))
        answers = await asyncio.gather(*pair)
    assert sorted(answer.status_code for answer in answers) == [303, 404]


async def test_who_was_a_member_comes_back_as_the_same_and_no_key_of_theirs_does(
    house: House, key_of: MakeKey, person: httpx.AsyncClient, runtime: Runtime, subject: str, known: str
) -> None:
    await house.invite(known, role="admin")
    await sign_in(person, subject, invitation=await house.token())
    me = (await person.get("/v1/me")).json()["id"]
    made = await person.post(
        f"/v1/tenants/{house.admin.tenant}/api-keys", json={"title": "k"}, headers={"Origin": "http://localhost:8000"}
    )
    key = made.json()["key"]
    owner = await key_of(house.tenant)
    assert (await owner("DELETE", f"members/{me}")).status_code == 204
    await house.invite(known, role="viewer")
    assert (await sign_in(person, subject, invitation=await house.token())).status_code == 303
    again = (await person.get("/v1/me")).json()
    assert (again["id"], again["role"]) == (me, "viewer")
    house.app.state.authenticator._standings._kept.clear()
    assert (await house.admin.client.get("/v1/me", headers={"Authorization": f"Bearer {key}"})).status_code == 401


async def test_inviting_tells_nothing_of_who_exists_elsewhere(
    house: House, person: httpx.AsyncClient, runtime: Runtime, stranger: TestTenant, subject: str, known: str
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=known, role="viewer")
    assert (await sign_in(person, subject)).status_code == 303
    await house.invite("first@example.com")  # what is looked up but once a process is known then
    seen = []
    for email in (known, f"{uuid7().hex}@example.com".rjust(len(known), "x")):
        with listed() as statements:
            made = await house.admin("POST", "invitations", {"email": email, "name": "Ann"})
        shown = {name: value for name, value in made.json().items() if name not in ("id", "email")}
        headers = {name for name in made.headers if not name.startswith("ratelimit")}
        told = [text for text in statements if text != "COMMIT"]  # with which the next read ends the one before it
        seen.append((made.status_code, shown, headers, len(made.content), told))
    assert seen[0] == seen[1]
    assert seen[0][4]


async def test_a_member_and_an_open_invitation_are_conflicts_and_an_expired_one_makes_room(
    house: House, clock: SettableClock
) -> None:
    mine = f"viewer@{house.tenant.slug}.example"
    await house.invite("new@example.com")
    for email in (mine, "new@example.com"):
        refused = await house.admin("POST", "invitations", {"email": email, "name": "x"})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (409, "/email")
    clock.forward(days=7)
    await house.invite("new@example.com")


async def test_nobody_invites_above_themselves_or_beyond_their_ventures(
    house: House, key_of: MakeKey, tenant: TestTenant
) -> None:
    owner = await key_of(tenant)
    mine, other = [(await owner("POST", "ventures", {"name": name})).json()["id"] for name in "ab"]
    body = {"email": "a@example.com", "name": "x"}
    assert (await house.admin("POST", "invitations", body | {"role": "owner"})).status_code == 403
    assert (await (await key_of(tenant, "manager"))("POST", "invitations", body)).status_code == 403
    narrow = await key_of(tenant, "admin", venture_ids=[mine])
    assert (await narrow("POST", "invitations", body)).status_code == 403
    assert (await narrow("POST", "invitations", body | {"venture_ids": [other]})).status_code == 404
    bound = await owner("POST", "invitations", body | {"role": "owner", "venture_ids": [mine]})
    assert (bound.status_code, bound.json()["errors"][0]["pointer"]) == (422, "/venture_ids")
    above = (await owner("POST", "invitations", body | {"role": "owner"})).json()["id"]
    wide = await house.invite("b@example.com")
    for method, path in (("DELETE", above), ("POST", f"{above}/resend")):
        assert (await house.admin(method, f"invitations/{path}")).status_code == 403
        assert (await narrow(method, f"invitations/{path.replace(above, str(wide['id']))}")).status_code == 403


async def test_nobody_is_pestered_by_invitations(house: House, runtime: Runtime) -> None:
    made = await house.invite("a@example.com")
    for _ in range(MOST_MAILS - 1):
        assert (await house.admin("POST", f"invitations/{made['id']}/resend")).status_code == 200
    refused = await house.admin("POST", f"invitations/{made['id']}/resend")
    assert (refused.status_code, refused.json()["code"]) == (403, "QUOTA_EXCEEDED")
    async with superuser(runtime.settings) as database:
        statement = "UPDATE invitation SET mails = $1 WHERE tenant_id = $2"
        await database.execute(statement, MOST_A_DAY, house.tenant.id)
    assert (await house.admin("POST", "invitations", {"email": "b@example.com", "name": "x"})).status_code == 403


HOSTILE = "Acme\r\nBcc: everybody@example.com\r\n\r\n<script>alert(1)</script> =?utf-8?q?x?= http://evil.example"


async def test_hostile_names_stay_words_in_the_mail_and_on_the_page(
    house: House, operator: Api, person: httpx.AsyncClient
) -> None:
    path = f"/v1/tenants/{house.admin.tenant}"
    assert (await operator("PATCH", path, {"name": HOSTILE[:200]})).status_code == 200
    await house.invite("a@example.com", name=HOSTILE[:200])
    token = await house.token()
    (mail,) = house.mailbox.read()
    assert mail.keys() == [key for key in mail if key.lower() not in ("bcc", "cc")]
    assert [to for to, _ in house.mailbox.mails] == ["a@example.com"]
    assert "\n" not in mail["Subject"] and "Bcc:" in mail["Subject"]
    assert "<script" not in text_of(mail, "html")
    assert "<script" not in (await person.get("/auth/invitation", params={"token": token})).text
    for wrong in ("a@example.com\r\nBcc: b@example.com", "a@example.com,b@example.com", "<a@example.com>"):
        assert (await house.admin("POST", "invitations", {"email": wrong, "name": "x"})).status_code == 422


@pytest.mark.parametrize("more", [
    "id", "tenant_id", "accepted_at", "member_id", "expires_at", "mails", "invited_by", "archived_at", "token",
])  # fmt: skip
async def test_an_invitation_takes_nothing_that_is_not_its_senders_to_say(house: House, more: str) -> None:
    body = {"email": "a@example.com", "name": "x", more: "2099-01-01T00:00:00Z"}
    answer = await house.admin("POST", "invitations", body)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, f"/{more}")


async def test_the_first_owner_of_a_new_tenant_is_invited(
    operator: Api, app: FastAPI, mailbox: Mailbox, person: httpx.AsyncClient, subject: str, known: str
) -> None:
    body = {"slug": f"t{uuid7().hex[-12:]}", "name": "Acme", "owner": {"name": "Ann Lee", "email": known}}
    made = await operator("POST", "/v1/tenants", body)
    assert made.status_code == 201, made.text
    tenant = TestTenant(split_id(made.json()["id"])[1], "acme", {})
    house = House(app, Api(operator.client, operator.key, made.json()["id"]), tenant, mailbox)
    token = await house.token()
    assert (await sign_in(person, subject, invitation=token)).status_code == 303
    me = (await person.get("/v1/me")).json()
    assert (me["role"], me["tenant"]["id"]) == ("owner", external_id("tenant", tenant.id))
    members = (await house.admin("GET", "members")).json()["data"]
    assert [member["id"] for member in members] == [me["id"]]

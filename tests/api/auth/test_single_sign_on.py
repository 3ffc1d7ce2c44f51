"""Signing in through a tenant's own provider: into that tenant, as its member, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.api.auth.own_provider import SingleSignOn
from tests.api.conftest import BASE, browser, run
from tests.conftest import TestTenant

ORIGIN = {"Origin": BASE}


async def test_a_member_signs_in_by_a_verified_domain_and_is_known_from_then_on(
    sso: SingleSignOn, person: httpx.AsyncClient
) -> None:
    answer = await sso.sign_in(person)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    me = (await person.get("/v1/me")).json()
    assert me["member"]["id"] == external_id("member", sso.tenant.members["viewer"])  # type: ignore[index]  # a text
    assert me["tenant"]["slug"] == sso.tenant.slug
    sso.known_as("somebody-else", subject="viewer")
    await sso.sign_in(person)
    assert (await person.get("/v1/me")).json()["member"]["id"] == me["member"]["id"]


async def test_the_page_of_a_tenant_offers_its_own_provider_and_the_installations(
    sso: SingleSignOn, person: httpx.AsyncClient, stranger: TestTenant
) -> None:
    page = (await person.get("/auth/login", params={"tenant": sso.tenant.slug})).text
    assert page.index(f"provider={sso.name}") < page.index("provider=dev")
    assert ">Acme<" in page
    for other in ("", stranger.slug, "no-such-tenant", "\x00", "x" * 5_000):
        begun = await person.get("/auth/login", params={"tenant": other})
        assert begun.headers["location"].startswith("http://127.0.0.1"), "the only one there is"
        assert sso.name not in begun.headers["location"]
    for tenant in (stranger.slug, ""):
        query = {"tenant": tenant, "provider": sso.name}
        assert (await person.get("/auth/login", params=query)).status_code == 404


async def test_its_session_is_good_for_that_tenant_only(
    sso: SingleSignOn, person: httpx.AsyncClient, runtime: Runtime, stranger: TestTenant
) -> None:
    email = f"viewer@{sso.domain}"
    await run(runtime, stranger, "owner", "add_member", name="Same", email=email, role="owner")
    await sso.sign_in(person)
    there = {"tenant_id": external_id("tenant", stranger.id)}
    assert (await person.post("/auth/switch", json=there, headers=ORIGIN)).status_code == 404
    assert (await person.get(f"/v1/tenants/{there['tenant_id']}/members")).status_code == 404


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "viewer@evil.example"},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": 1},
        {"email_verified": None},
        {"email": None},
        {"email": "viewer@sub.{domain}"},
        {"email": "viewer@evil-{domain}"},
        {"email": "viewer@{domain}.evil"},
        {"email": "viewer@{domain}\u200b"},
        {"email": "viewer＠{domain}"},
        {"email": ["viewer@{domain}"]},
    ],
)
async def test_who_is_not_verified_within_the_domain_enters_as_nobody(
    sso: SingleSignOn, person: httpx.AsyncClient, claims: dict[str, object]
) -> None:
    await sso.change(default_role="admin")
    told = {key: value.format(domain=sso.domain) if isinstance(value, str) else value for key, value in claims.items()}
    sso.known_as("viewer", **told)
    answer = await sso.sign_in(person)
    assert answer.status_code == 403
    assert "milepost" not in person.cookies


async def test_a_newcomer_gets_a_place_where_the_provider_has_a_default_role(
    sso: SingleSignOn, person: httpx.AsyncClient, app: FastAPI, runtime: Runtime
) -> None:
    sso.known_as("newcomer")
    assert (await sso.sign_in(person)).status_code == 403
    await sso.change(default_role="contributor")
    assert (await sso.sign_in(person)).status_code == 303
    me = (await person.get("/v1/me")).json()
    assert (me["role"], me["member"]["name"]) == ("contributor", "Newcomer")
    await run(runtime, sso.tenant, "owner", "archive_member", id=me["member"]["id"])
    async with browser(app) as again:
        assert (await sso.sign_in(again)).status_code == 403, "who was put out stays out"


async def test_groups_give_roles_at_every_sign_in(sso: SingleSignOn, person: httpx.AsyncClient) -> None:
    roles = [{"group": "staff", "role": "viewer"}, {"group": "leads", "role": "manager"}]
    await sso.change(group_claim="realm.groups", group_roles=roles)

    async def role_with(groups: object) -> str:
        sso.known_as("newcomer", realm=None if groups is None else {"groups": groups})
        answer = await sso.sign_in(person)
        return (await person.get("/v1/me")).json()["role"] if answer.status_code == 303 else str(answer.status_code)

    assert await role_with(["others"]) == "403"
    assert await role_with(["staff"]) == "viewer"
    assert await role_with(["staff", "leads", "others"]) == "manager"
    assert await role_with("staff") == "viewer"
    assert await role_with([]) == "403"
    sso.provider.userinfo = {"realm": {"groups": ["leads"]}, "email": "ignored@evil.example"}
    assert await role_with(None) == "manager"
    sso.known_as("newcomer", _claim_names={"realm.groups": "src1"})
    assert (await sso.sign_in(person)).status_code == 303
    assert (await person.get("/v1/me")).json()["role"] == "manager", "groups that are left out change nothing"


async def test_groups_take_from_owners_only_what_groups_give_and_never_the_last(
    sso: SingleSignOn, person: httpx.AsyncClient, runtime: Runtime
) -> None:
    async def role_of(groups: list[str]) -> str:
        sso.known_as("owner", groups=groups)
        assert (await sso.sign_in(person)).status_code == 303
        return str((await person.get("/v1/me")).json()["role"])

    await sso.change(group_claim="groups", group_roles=[{"group": "staff", "role": "viewer"}])
    assert await role_of(["staff"]) == "owner"
    await sso.change(group_roles=[{"group": "staff", "role": "viewer"}, {"group": "top", "role": "owner"}])
    assert await role_of(["staff"]) == "owner", "the last one"
    await run(runtime, sso.tenant, "owner", "add_member", name="Second", email=f"second@{sso.domain}", role="owner")
    assert await role_of(["staff"]) == "owner", "the only one who has ever signed in"
    sso.known_as("second", groups=["top"])
    assert (await sso.sign_in(person)).status_code == 303
    assert await role_of(["staff"]) == "viewer"
    assert await role_of(["top"]) == "owner"


async def test_an_admins_provider_signs_in_no_owner(
    sso: SingleSignOn, person: httpx.AsyncClient, runtime: Runtime
) -> None:
    given = {"title": "Mine", "issuer": sso.provider.issuer, "client_id": "milepost", "client_secret": "s3cret"}
    done = await run(runtime, sso.tenant, "admin", "create_identity_provider", **given)
    name = external_id("identity_provider", done.ids["identity_provider"])
    sso.known_as("owner")
    answer = await sso.sign_in(person, f"/auth/login?tenant={sso.tenant.slug}&provider={name}")
    assert (answer.status_code, "milepost" in person.cookies) == (403, False)


async def test_sessions_end_with_their_provider(
    sso: SingleSignOn, person: httpx.AsyncClient, forgetful: Callable[[], None]
) -> None:
    await sso.sign_in(person)
    await sso.change(enabled=False)
    forgetful()
    assert (await person.get("/v1/me")).status_code == 401
    await sso.change(enabled=True)
    assert (await person.get("/v1/me")).status_code == 200
    begun = (await person.get(sso.login)).headers["location"]
    await run(sso.runtime, sso.tenant, "owner", "archive_identity_provider", id=sso.provider_id)
    forgetful()
    assert (await person.get("/v1/me")).status_code == 401
    assert (await person.get(sso.login)).status_code == 404
    assert (await person.get(sso.provider.approve(begun).removeprefix(BASE))).status_code == 400


async def test_logout_goes_to_the_tenants_provider(sso: SingleSignOn, person: httpx.AsyncClient) -> None:
    await sso.sign_in(person)
    policy = (await person.get("/auth/logout")).headers["content-security-policy"]
    assert sso.provider.issuer in policy.partition("form-action")[2].partition(";")[0]
    answer = await person.post("/auth/logout", headers=ORIGIN)
    assert answer.json()["logout_url"].startswith(f"{sso.provider.issuer}/logout?client_id=milepost&")
    assert "id_token_hint=" in answer.json()["logout_url"]


async def test_one_issuer_at_two_tenants_knows_two_people(
    sso: SingleSignOn, person: httpx.AsyncClient, app: FastAPI, runtime: Runtime, stranger: TestTenant
) -> None:
    """The stranger names our issuer as its own: its people there are others, and ours are nobody there."""
    await sso.sign_in(person)
    given = {"title": "Copy", "issuer": sso.provider.issuer, "client_id": "milepost", "client_secret": "s3cret"}
    done = await run(
        runtime, stranger, "owner", "create_identity_provider", **given, group_claim="groups",
        group_roles=[{"group": "g", "role": "owner"}], default_role="owner",
    )  # fmt: skip
    name = external_id("identity_provider", done.ids["identity_provider"])
    sso.known_as("viewer", groups=["g"])
    async with browser(app) as there:
        answer = await sso.sign_in(there, f"/auth/login?tenant={stranger.slug}&provider={name}")
        assert answer.status_code == 403, "the domain is not the stranger's"
    await sso.sign_in(person)
    me = (await person.get("/v1/me")).json()
    assert (me["role"], me["tenant"]["slug"]) == ("viewer", sso.tenant.slug)

"""A tenant may have all its members sign in at its own provider: others are out at once, and owners have a way in."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.errors import InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.api.auth.own_provider import SingleSignOn
from tests.api.auth.signing_in import sign_in
from tests.api.conftest import Api, browser, run
from tests.conftest import OPERATOR_KEY, SettableClock, TestTenant


async def require(sso: SingleSignOn, required: bool = True, role: str = "admin") -> None:
    await run(sso.runtime, sso.tenant, role, "require_single_sign_on", id=sso.tenant.id, required=required)


async def test_it_is_required_only_after_a_domain_was_verified_and_somebody_came_in(
    sso: SingleSignOn, person: httpx.AsyncClient, runtime: Runtime, clock: SettableClock, stranger: TestTenant
) -> None:
    with pytest.raises(InvalidState, match="verify a domain first"):
        await run(runtime, stranger, "owner", "require_single_sign_on", id=stranger.id, required=True)
    with pytest.raises(InvalidState, match="within a day"):
        await require(sso)
    await sso.sign_in(person)
    clock.forward(hours=25)
    with pytest.raises(InvalidState, match="within a day"):
        await require(sso)
    await sso.sign_in(person)
    await require(sso)
    with pytest.raises(NotFound):
        await run(runtime, stranger, "owner", "require_single_sign_on", id=sso.tenant.id, required=False)


async def test_what_it_stands_on_stays(sso: SingleSignOn, person: httpx.AsyncClient, runtime: Runtime) -> None:
    await sso.sign_in(person)
    await require(sso)
    async with runtime.database.reading(sso.tenant.id) as connection:
        domain = await connection.fetchval("SELECT id FROM domain WHERE tenant_id = $1", sso.tenant.id)
    for command, given in (
        ("archive_domain", {"id": domain}),
        ("archive_identity_provider", {"id": sso.provider_id}),
        ("update_identity_provider", {"id": sso.provider_id, "enabled": False}),
    ):
        with pytest.raises(InvalidState, match="stop to require single sign-on first"):
            await run(runtime, sso.tenant, "owner", command, **given)
    await require(sso, False)
    await run(runtime, sso.tenant, "owner", "archive_domain", id=domain)


async def test_members_of_other_ways_are_out_and_owners_have_one_that_is_told(
    sso: SingleSignOn, person: httpx.AsyncClient, app: FastAPI, runtime: Runtime, invited: str, issuer: str,
    forgetful: Callable[[], None], client: httpx.AsyncClient,
) -> None:  # fmt: skip
    async with browser(app) as other, browser(app) as own:
        assert (await sign_in(other, invited, provider="dev")).status_code == 303
        member = (await other.get("/v1/me")).json()["member"]["id"]
        await sso.sign_in(own)
        await require(sso)
        forgetful()
        assert (await other.get("/v1/me")).status_code == 401
        assert (await own.get("/v1/me")).status_code == 200
        refused = await sign_in(person, invited, provider="dev")
        assert refused.status_code == 403
        assert f"/auth/login?tenant={external_id('tenant', sso.tenant.id)}" in refused.text
        await run(runtime, sso.tenant, "owner", "update_member", id=member, role="owner")
        assert (await sign_in(person, invited, provider="dev")).status_code == 303
        assert (await person.get("/v1/me")).json()["role"] == "owner"
    async with runtime.database.reading(sso.tenant.id) as connection:
        statement = "SELECT actor_id FROM audit_entry WHERE tenant_id = $1 AND action = 'tenant.sso_bypassed'"
        assert len(await connection.fetch(statement, sso.tenant.id)) == 1
    operator = Api(client, OPERATOR_KEY, external_id("tenant", sso.tenant.id))
    assert (await operator("POST", "single-sign-on", {"required": False})).json()["sso_required"] is False
    async with browser(app) as other:
        assert (await sign_in(other, invited, provider="dev")).status_code == 303

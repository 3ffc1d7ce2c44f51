"""A tenant with a verified domain and a provider of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI

from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import perform
from domain.single_sign_on.domains import CreateDomain, NameDomain, create_domain, verify_domain
from tests.api.conftest import BASE, run
from tests.conftest import TestTenant
from tests.identity_provider import IdentityProvider, identity_provider


async def own_domain(runtime: Runtime, tenant: TestTenant) -> str:
    """A domain that the operator says is the tenant's."""
    operator = Principal(tenant.id, ActorKind.OPERATOR, Role.OWNER, actor_id=uuid7())
    name = f"{tenant.slug}.example"

    async def act(work: Any) -> None:
        made = await create_domain(work, CreateDomain(name=name))
        await work.flush()
        await verify_domain(work, NameDomain(id=made.ids["domain"]))

    await perform(runtime, operator, act)
    return name


@dataclass
class SingleSignOn:
    """A tenant with a provider of its own, which knows one person by a verified address of the tenant's domain."""

    provider: IdentityProvider
    provider_id: UUID
    tenant: TestTenant
    domain: str
    app: FastAPI
    runtime: Runtime

    @property
    def name(self) -> str:
        """The provider, as the login and the callback name it."""
        return external_id("identity_provider", self.provider_id)

    @property
    def login(self) -> str:
        """Where sign-in begins."""
        return f"/auth/login?tenant={self.tenant.slug}&provider={self.name}"

    def known_as(self, local_part: str, subject: str | None = None, **claims: Any) -> None:
        """From now on the provider's person has this address."""
        self.provider.subject = subject or local_part
        address = {"email": f"{local_part}@{self.domain}", "email_verified": True}
        self.provider.claims = address | {"name": local_part.title()} | claims

    async def change(self, **changes: Any) -> None:
        """Change the provider's settings, as an owner."""
        await run(self.runtime, self.tenant, "owner", "update_identity_provider", id=self.provider_id, **changes)

    async def sign_in(self, person: httpx.AsyncClient, login: str | None = None) -> httpx.Response:
        """Sign in with a browser."""
        begun = await person.get(login or self.login)
        assert begun.status_code == 303, begun.text
        return await person.get(self.provider.approve(begun.headers["location"]).removeprefix(BASE))


@asynccontextmanager
async def single_sign_on(app: FastAPI, runtime: Runtime, tenant: TestTenant) -> AsyncIterator[SingleSignOn]:
    """The tenant, whose viewer the provider knows."""
    async with identity_provider() as provider:
        given = {"title": "Acme", "issuer": provider.issuer, "client_id": "milepost", "client_secret": "s3cret"}
        done = await run(runtime, tenant, "owner", "create_identity_provider", **given)
        domain = await own_domain(runtime, tenant)
        made = SingleSignOn(provider, done.ids["identity_provider"], tenant, domain, app, runtime)
        made.known_as("viewer")
        provider.asked.clear()
        yield made

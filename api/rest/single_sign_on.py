"""A tenant's own identity providers and domains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from api.rest.answering import Seen
from api.rest.operation import Call, Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import Instant, MemberId, Shown, ShownEntity
from api.rest.tenants import SETTINGS, on_tenant
from domain.kernel.commands import COMMANDS
from domain.kernel.ids import external_id
from domain.kernel.inputs import IdOf
from domain.kernel.outward import outward
from domain.kernel.principal import Role
from domain.single_sign_on.domains import RECORD, record_value
from domain.single_sign_on.tables import Domain, IdentityProvider, ProviderUse, VerifiedBy
from domain.tenancy.permissions import Action
from domain.tenancy.tables import Tenant

_TAG = "Single sign-on"


class ShownGroupRole(Shown):
    """Which role the people of a group have."""

    group: Annotated[str, Field(description="The group, as the claim names it.", examples=["milepost-admins"])]
    role: Annotated[Role, Field(description="The role.")]


class ShownIdentityProvider(ShownEntity):
    """A provider at which members sign in; its client secret is never shown."""

    id: Annotated[UUID, IdOf("identity_provider"), Field(description="Its id.")]
    title: Annotated[str, Field(description="What people read on the button.", examples=["Acme account"])]
    issuer: Annotated[str, Field(description="Its issuer.", examples=["https://login.example.com/realms/acme"])]
    client_id: Annotated[str, Field(description="By which it knows this installation.", examples=["milepost"])]
    scopes: Annotated[list[str], Field(description="What is asked of it.", examples=[["openid", "profile", "email"]])]
    trust_email: Annotated[
        bool,
        Field(description="Whether its word is taken for addresses that it does not call verified or unverified."),
    ]
    group_claim: Annotated[
        str | None,
        Field(description="The claim that names groups; null: not looked at.", examples=["groups"]),
    ]
    group_roles: Annotated[list[ShownGroupRole] | None, Field(description="Which group has which role.")]
    default_role: Annotated[
        Role | None, Field(description="The role that a newcomer gets; null: none without a group's role.")
    ]
    most_role: Annotated[
        Role, Field(description="The most powerful role that it signs in: that of who said last where it points.")
    ]
    enabled: Annotated[bool, Field(description="Whether it is offered.")]


class ShownIdentityProviderInUse(ShownIdentityProvider):
    """A provider at which members sign in, with what is to be set at the provider, and when it was used last."""

    redirect_uri: Annotated[
        str,
        Field(
            description="To be allowed at the provider as redirect URI.",
            examples=["https://milepost.example.com/auth/callback/identity_provider_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"],
        ),
    ]
    login_url: Annotated[
        str,
        Field(
            description="Where sign-in through it begins.",
            examples=["https://milepost.example.com/auth/login?tenant=acme"],
        ),
    ]
    bearer_audience: Annotated[
        str,
        Field(
            description="The audience of its access tokens that programs may send as bearer tokens.",
            examples=["https://milepost.example.com/tenants/tenant_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"],
        ),
    ]
    last_sign_in_at: Annotated[
        Instant | None, Field(description="When somebody signed in through it last. The ETag does not tell of it.")
    ]
    last_member_id: Annotated[MemberId | None, Field(description="Who that was.")]


class ShownDomain(ShownEntity):
    """A domain of e-mail addresses that the tenant says is its own."""

    id: Annotated[UUID, IdOf("domain"), Field(description="Its id.")]
    name: Annotated[str, Field(description="The domain.", examples=["example.com"])]
    verified_at: Annotated[Instant | None, Field(description="When it was shown to be the tenant's; null: not yet.")]
    verified_by: Annotated[VerifiedBy | None, Field(description="How.")]


class ShownDomainWithRecord(ShownDomain):
    """A domain, and the TXT record that shows that it is the tenant's."""

    record_name: Annotated[
        str, Field(description="Where the TXT record is to stand.", examples=["_milepost-challenge.example.com"])
    ]
    record_value: Annotated[
        str, Field(description="What it is to hold.", examples=["milepost-domain-verification=q3Zr6XkYb1s"])
    ]


class _Providers(Rows):
    async def seen_all(self, call: Call, rows: Sequence[Any]) -> list[Seen]:
        """Providers as JSON shows them."""
        tenant_id, base = call.principal.tenant_id, call.runtime.settings.base_url
        uses = sa.select(ProviderUse).where(
            col(ProviderUse.tenant_id) == tenant_id, col(ProviderUse.id).in_([row.id for row in rows])
        )
        used = {row.id: row for row in await self.select(call, uses)}
        slugs = await self.select(call, sa.select(col(Tenant.slug)).where(col(Tenant.id) == tenant_id))
        seen = []
        for row in rows:
            name, use = external_id("identity_provider", row.id), used.get(row.id)
            seen.append(
                self.seen(row)
                | {
                    "redirect_uri": f"{base}/auth/callback/{name}",
                    "login_url": f"{base}/auth/login?tenant={slugs[0]}&provider={name}",
                    "bearer_audience": f"{base}/tenants/{external_id('tenant', tenant_id)}",
                    "last_sign_in_at": None if use is None else outward(use.last_sign_in_at),
                    "last_member_id": None if use is None else external_id("member", use.last_member_id),
                }
            )
        return seen


class _Domains(Rows):
    def seen(self, row: Any) -> Seen:
        """A domain as JSON shows it."""
        return super().seen(row) | {
            "record_name": f"{RECORD}.{row.name}",
            "record_value": record_value(row.token),
        }


PROVIDERS = Resource(
    path="identity-providers",
    noun="identity provider",
    nouns="identity providers",
    tag=_TAG,
    prefix="identity_provider",
    reader=_Providers(IdentityProvider, ShownIdentityProvider, for_all_ventures=True),
    schema=ShownIdentityProviderInUse,
    query=EntityList,
    read_action=Action.IDENTITY_PROVIDER_READ,
)

DOMAINS = Resource(
    path="domains",
    noun="domain",
    nouns="domains",
    tag=_TAG,
    prefix="domain",
    reader=_Domains(Domain, ShownDomain, for_all_ventures=True),
    schema=ShownDomainWithRecord,
    query=EntityList,
    read_action=Action.IDENTITY_PROVIDER_READ,
)


def operations() -> list[Operation]:
    """All that can be asked of identity providers and domains."""
    return [
        PROVIDERS.lists("List the tenant's own identity providers, the oldest first; never their secrets."),
        PROVIDERS.reads(),
        PROVIDERS.creates(COMMANDS["create_identity_provider"]),
        PROVIDERS.changes(COMMANDS["update_identity_provider"]),
        PROVIDERS.archives(COMMANDS["archive_identity_provider"]),
        DOMAINS.lists("List the domains that the tenant says are its own, the oldest first."),
        DOMAINS.reads(),
        DOMAINS.creates(COMMANDS["create_domain"]),
        DOMAINS.verb(COMMANDS["verify_domain"], "verify"),
        DOMAINS.archives(COMMANDS["archive_domain"]),
        on_tenant(
            COMMANDS["require_single_sign_on"],
            "POST",
            "/single-sign-on",
            SETTINGS,
            tag=_TAG,
            summary="Require single sign-on",
        ),
    ]

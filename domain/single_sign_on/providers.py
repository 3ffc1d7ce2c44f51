"""What can be asked of a tenant's own identity providers.

Who says where a provider points says, by it, who everybody is: so a provider signs nobody in above the role of whoever
said that (`most_role`), and is changed only by those who have that role.
"""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import QuotaExceeded
from domain.kernel.inputs import Change, IdOf, Input, Key, Title, may_be_left_out
from domain.kernel.principal import Role
from domain.kernel.secrets import KeyRing
from domain.kernel.targets import LONGEST
from domain.kernel.work import Work
from domain.single_sign_on.asking import check_issuer
from domain.single_sign_on.requiring import PROVIDERS, check_still_possible
from domain.single_sign_on.tables import IdentityProvider
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_role, check_unrestricted
from domain.tenancy.stepping_up import require_recent

MOST_PROVIDERS: Final = 10
MOST_GROUPS: Final = 200
USUAL_SCOPES: Final = ["openid", "profile", "email"]

_LEADS: Final = frozenset(
    {"issuer", "client_id", "client_secret", "trust_email", "group_claim", "group_roles", "default_role"}
)
"""What decides who is who."""


def _with_openid(value: list[str]) -> list[str]:
    if "openid" not in value:
        raise ValueError("must have openid among them")
    return value


def _each_once(value: list[GroupRole]) -> list[GroupRole]:
    if len({each.group for each in value}) != len(value):
        raise ValueError("must name each group once")
    return value


class GroupRole(Input):
    """Which role the people of a group have."""

    group: Key = Field(description="The group, as the provider's claim names it.", examples=["milepost-admins"])
    role: Role = Field(description="The role; of several the most powerful one holds.")


Issuer = Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["https://login.example.com/realms/acme"])]
Scope = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!#-\[\]-~]+$")]
Scopes = Annotated[
    list[Scope], AfterValidator(_with_openid), Field(min_length=1, max_length=20, examples=[USUAL_SCOPES])
]
ClientId = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[!-~]+$", examples=["milepost"])]
ClientSecret = Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[!-~]+$", examples=["s3cret"])]
ClaimName = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!-~]+$", examples=["groups"])]
GroupRoles = Annotated[list[GroupRole], AfterValidator(_each_once), Field(max_length=MOST_GROUPS)]

_ISSUER = "Its issuer, exactly as its discovery document has it; the document and the keys are fetched at once."
_SECRET = "Its secret for this client; never shown again."
_TRUST = "Take its word for e-mail addresses of which it does not say whether they are verified."
_CLAIM = "The claim that names a person's groups."
_ROLES = "Which group has which role, looked at with every sign-in."
_DEFAULT = "Who has no place in the tenant yet gets one with this role, by a verified domain."


class CreateIdentityProvider(Input):
    """A new provider at which members sign in."""

    title: Title = Field(description="What people read on the button.", examples=["Acme account"])
    issuer: Issuer = Field(description=_ISSUER)
    client_id: ClientId = Field(description="By which the provider knows this installation.")
    client_secret: ClientSecret | None = Field(None, description=f"{_SECRET} Left out: a public client, by PKCE alone.")
    scopes: Scopes = Field(default=USUAL_SCOPES, description="What is asked of the provider.")
    trust_email: bool = Field(False, description=_TRUST)
    group_claim: ClaimName | None = Field(None, description=f"{_CLAIM} Left out: groups are not looked at.")
    group_roles: GroupRoles | None = Field(None, description=_ROLES)
    default_role: Role | None = Field(None, description=f"{_DEFAULT} Left out: nobody does without a group's role.")
    enabled: bool = Field(True, description="Whether it is offered.")


class UpdateIdentityProvider(Change):
    """Changes to a provider: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("identity_provider")] = Field(description="The provider.")
    title: Title = may_be_left_out("What people read on the button.")
    issuer: Issuer = may_be_left_out(_ISSUER)
    client_id: ClientId = may_be_left_out("By which the provider knows this installation.")
    client_secret: ClientSecret | None = Field(None, description=f"{_SECRET} Null: a public client.")
    scopes: Scopes = may_be_left_out("What is asked of the provider.")
    trust_email: bool = may_be_left_out(_TRUST)
    group_claim: ClaimName | None = Field(None, description=f"{_CLAIM} Null: groups are not looked at.")
    group_roles: GroupRoles | None = Field(None, description=_ROLES)
    default_role: Role | None = Field(None, description=f"{_DEFAULT} Null: nobody does without a group's role.")
    enabled: bool = may_be_left_out("Whether it is offered. Where not, its sessions end within seconds.")


class ArchiveIdentityProvider(Change):
    """Which provider to archive."""

    id: Annotated[UUID, IdOf("identity_provider")] = Field(description="The provider.")


def secret_place(provider_id: UUID) -> str:
    """The place to which a provider's client secret is bound when it is encrypted."""
    return f"identity_provider.client_secret:{provider_id}"


def client_secret_of(keys: KeyRing, provider: IdentityProvider) -> str:
    """The client secret in plain; empty for a public client. Raises `UnreadableSecret`."""
    if provider.client_secret is None:
        return ""
    return keys.decrypt(provider.client_secret, tenant_id=provider.tenant_id, place=secret_place(provider.id))


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"identity_provider": "identity_provider"}, creates=True)
async def create_identity_provider(work: Work, given: CreateIdentityProvider) -> Done:
    """Add a provider at which members sign in. What it publishes is fetched first."""
    check_unrestricted(work)
    require_recent(work)
    _check_roles(work, given)
    await check_issuer(work.runtime, given.issuer)
    await _check_count(work)
    values = given.model_dump(exclude={"client_secret"})
    provider = work.new(IdentityProvider, **values, most_role=work.principal.role)
    _keep_secret(work, provider, given.client_secret)
    return Done({"identity_provider": provider.id})


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"identity_provider": "identity_provider"})
async def update_identity_provider(work: Work, given: UpdateIdentityProvider) -> Done:
    """Change a provider. A new issuer is fetched first, and knows nobody yet."""
    check_unrestricted(work)
    changes: dict[str, Any] = given.model_dump(include=given.model_fields_set - {"id", "expected_version"})
    if changes.keys() & _LEADS:
        require_recent(work)
    _check_roles(work, given)
    if "issuer" in changes:
        await check_issuer(work.runtime, given.issuer)
    await work.guard(PROVIDERS)
    provider = await load_for_change(work, IdentityProvider, given.id, given.expected_version)
    if changes.keys() & _LEADS:
        check_role(work, provider.most_role, "what this provider may sign in")
        changes["most_role"] = work.principal.role
    if provider.enabled and changes.get("enabled") is False:
        await check_still_possible(work, without_provider=provider.id)
    if "client_secret" in changes:
        _keep_secret(work, provider, changes.pop("client_secret"))
    apply(provider, changes)
    return Done({"identity_provider": provider.id})


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"identity_provider": "identity_provider"})
async def archive_identity_provider(work: Work, given: ArchiveIdentityProvider) -> Done:
    """Archive a provider: its sessions and tokens end within seconds, its secret is forgotten, and it stays away."""
    check_unrestricted(work)
    await work.guard(PROVIDERS)
    provider = await load_for_change(work, IdentityProvider, given.id, given.expected_version, archived=True)
    if provider.archived_at is None:
        await check_still_possible(work, without_provider=provider.id)
        provider.archived_at, provider.client_secret = work.now, None
    return Done({"identity_provider": provider.id})


def _check_roles(work: Work, given: CreateIdentityProvider | UpdateIdentityProvider) -> None:
    for role in (given.default_role, *(each.role for each in given.group_roles or ())):
        if role is not None:
            check_role(work, role)


def _keep_secret(work: Work, provider: IdentityProvider, secret: str | None) -> None:
    if secret is None:
        provider.client_secret = None
        return
    place = secret_place(provider.id)
    provider.client_secret = work.runtime.keys.encrypt(secret, tenant_id=work.tenant_id, place=place)


async def _check_count(work: Work) -> None:
    await work.guard(PROVIDERS)
    own = sa.select(sa.func.count()).where(
        col(IdentityProvider.tenant_id) == work.tenant_id, col(IdentityProvider.archived_at).is_(None)
    )
    if (await work.session.execute(own)).scalar_one() >= MOST_PROVIDERS:
        raise QuotaExceeded(f"a tenant has at most {MOST_PROVIDERS} identity providers; archive one first")

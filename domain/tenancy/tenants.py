"""What can be asked of tenants: their settings by their own administrators, the rest by the operator."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final
from uuid import UUID
from zoneinfo import available_timezones

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col

from domain.identity.emails import EmailAddress
from domain.kernel.commands import Command, Done, command
from domain.kernel.errors import Conflict, InvalidState, NotFound
from domain.kernel.inputs import Change, IdOf, Input, Title, Whole, may_be_left_out
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.tables import Tenant, TenantStatus, TrustedOnly

TenantId = Annotated[UUID, IdOf("tenant")]


def _known_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("must be a time zone such as Europe/Berlin")
    return value


Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,62}$", examples=["aurora"])]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?(-[A-Z]{2})?$", examples=["zh-CN"])]
Zone = Annotated[str, AfterValidator(_known_zone), Field(max_length=64, examples=["Asia/Shanghai"])]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"])]


class FirstOwner(Input):
    """The person to whom a new tenant is given."""

    name: Title = Field(description="Name of the person.", examples=["Ann Lee"])
    email: EmailAddress = Field(description="The address by which the person signs in.")


class CreateTenant(Input):
    """A new tenant."""

    slug: Slug = Field(description="Short name, unique in the installation: small letters, digits and hyphens.")
    name: Title = Field(description="Name of the organisation.", examples=["Aurora Labs"])
    locale: Locale = Field("en", description="Language of its texts, such as en or zh-CN.")
    time_zone: Zone = Field("UTC", description="Time zone in which its days begin and end.")
    currency: Currency = Field("USD", description="Currency of its amounts, by ISO 4217.")
    owner: FirstOwner | None = Field(None, description="Its first owner; left out: the operator adds members.")


class UpdateTenant(Change):
    """Changes to a tenant: what is left out stays."""

    id: TenantId = Field(description="The tenant.")
    name: Title = may_be_left_out("Name of the organisation.")
    locale: Locale = may_be_left_out("Language of its texts.")
    time_zone: Zone = may_be_left_out("Time zone in which its days begin and end.")
    currency: Currency = may_be_left_out("Currency of its amounts, by ISO 4217.")
    trusted_documents_only: TrustedOnly | None = Field(
        None, description="Whose GraphQL operations must be trusted documents; null: nobody's."
    )
    review_lead_days: Annotated[Whole, Field(ge=0, le=60)] | None = Field(
        None, description="Working days before a review's day from which its report is gathered; null: five."
    )


DATED: Final = ("acceptance", "forecast", "monitor", "progress", "review")
"""Kinds of work whose due times are beginnings of the tenant's days."""


class NameTenant(Change):
    """Which tenant is meant."""

    id: TenantId = Field(description="The tenant.")


def new_tenant(work: Work, given: CreateTenant) -> Tenant:
    """The row of a new tenant, whose id is that of the unit of work; the database refuses a slug that is taken."""
    tenant = Tenant(
        id=work.tenant_id,
        slug=given.slug,
        name=given.name,
        locale=given.locale,
        time_zone=given.time_zone,
        currency=given.currency,
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(tenant)
    shown = {name: outward(getattr(tenant, name)) for name in ("slug", "name", "locale", "time_zone", "currency")}
    work.record("tenant.created", ("tenant", tenant.id), after=shown)
    return tenant


@command(Action.TENANT_WRITE, returns={"tenant": "tenant"})
async def update_tenant(work: Work, given: UpdateTenant) -> Done:
    """Change the tenant: its name, language, time zone, currency, or what it has chosen for documents and reviews."""
    check_unrestricted(work)
    tenant = await _load(work, given)
    zone, lead = tenant.time_zone, tenant.review_lead_days
    _change(work, tenant, "tenant.updated", given.sent("id", "expected_version"))
    if tenant.time_zone != zone:
        await work.mark_all(*DATED)
    elif tenant.review_lead_days != lead:
        await work.mark_all("review")
    return Done({"tenant": tenant.id})


async def suspend_tenant(work: Work, given: NameTenant) -> Done:
    """Suspend a tenant: its data stays, and nobody but the operator may read or change it."""
    tenant = await _load(work, given)
    if tenant.status is TenantStatus.DELETING:
        raise InvalidState.at("id", message="the tenant is being deleted")
    _change(work, tenant, "tenant.suspended", {"status": TenantStatus.SUSPENDED})
    return Done({"tenant": tenant.id})


async def resume_tenant(work: Work, given: NameTenant) -> Done:
    """Resume a suspended tenant."""
    tenant = await _load(work, given)
    if tenant.status is TenantStatus.DELETING:
        raise InvalidState.at("id", message="the tenant is being deleted")
    _change(work, tenant, "tenant.resumed", {"status": TenantStatus.ACTIVE})
    return Done({"tenant": tenant.id})


def _operators(run: Any) -> Command:  # Any: a command function, as `command` takes it
    text = re.sub(r"\s+", " ", run.__doc__.strip())
    return Command(run.__name__, run, NameTenant, str(Action.TENANT_WRITE), {"tenant": "tenant"}, False, text)


OPERATORS_COMMANDS: Final = {run.__name__: _operators(run) for run in (suspend_tenant, resume_tenant)}
"""Commands that only an operator may ask for: not in `COMMANDS`, so that no tenant's API is made from them."""


async def _load(work: Work, given: UpdateTenant | NameTenant) -> Tenant:
    statement = sa.select(Tenant).where(col(Tenant.id) == work.tenant_id).with_for_update(key_share=True)
    tenant = (await work.session.execute(statement)).scalar_one_or_none()
    if tenant is None or given.id != work.tenant_id:
        raise NotFound.at("id", what="tenant")
    if given.expected_version is not None and given.expected_version != tenant.version:
        raise Conflict.at("expected_version", message=f"the tenant has version {tenant.version} by now; read it again")
    return tenant


def _change(work: Work, tenant: Tenant, action: str, changes: dict[str, Any]) -> None:
    before = {name: getattr(tenant, name) for name, value in changes.items() if getattr(tenant, name) != value}
    if not before:
        return
    for name in before:
        setattr(tenant, name, changes[name])
    tenant.version += 1
    tenant.updated_at = work.now
    after = {name: outward(changes[name]) for name in before}
    was = {name: outward(value) for name, value in before.items()}
    work.record(action, ("tenant", tenant.id), before=was, after=after)

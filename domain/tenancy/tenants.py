"""What can be asked of tenants: their settings by their own administrators, the rest by the operator."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.identity.emails import EmailAddress
from domain.kernel.commands import Done, command
from domain.kernel.errors import Conflict, NotFound
from domain.kernel.inputs import Change, Code, IdOf, Input, Title, Whole, may_be_left_out
from domain.kernel.outward import outward
from domain.kernel.tables import metadata
from domain.kernel.work import Work
from domain.tenancy.admitting import check_not_locked_out
from domain.tenancy.choices import (
    RESERVED,
    AuditDays,
    Currency,
    EmailDomains,
    Locale,
    Month,
    Networks,
    RetentionDays,
    Slug,
    WorkingWeek,
    Zone,
)
from domain.tenancy.permissions import Action
from domain.tenancy.plan_tables import UNLIMITED
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.tables import Tenant, TrustedOnly

TenantId = Annotated[UUID, IdOf("tenant")]


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
    plan: Code = Field(UNLIMITED, description="Code of its plan, which says what it may have.", examples=["team"])
    owner: FirstOwner | None = Field(None, description="Its first owner; left out: the operator adds members.")


class UpdateTenant(Change):
    """Changes to a tenant: what is left out stays."""

    id: TenantId = Field(description="The tenant.")
    slug: Slug = may_be_left_out("Short name, unique in the installation; links with the former one end.")
    name: Title = may_be_left_out("Name of the organisation.")
    locale: Locale = may_be_left_out("Language of its texts.")
    time_zone: Zone = may_be_left_out("Time zone in which its days begin and end.")
    currency: Currency = may_be_left_out("Currency of its amounts, by ISO 4217.")
    trusted_documents_only: TrustedOnly | None = Field(
        None, description="Whose GraphQL operations must be trusted documents; null: nobody's."
    )
    introspection: bool = may_be_left_out("Whether GraphQL answers introspection, where the installation does.")
    review_lead_days: Annotated[Whole, Field(ge=0, le=60)] | None = Field(
        None, description="Working days before a review's day from which its report is gathered; null: five."
    )
    working_week: WorkingWeek = may_be_left_out(
        "Seven digits, Monday first, 1 for a day that is worked: of ventures that no calendar concerns."
    )
    fiscal_year_start_month: Month = may_be_left_out("The month in which its fiscal year begins.")
    allowed_email_domains: EmailDomains | None = Field(
        None,
        description="The only domains of which members may get e-mail addresses; null: all. Who is there stays.",
    )
    allowed_networks: Networks | None = Field(
        None,
        description="The only networks from which people and programs of the tenant are let in; null: all. Yours must "
        "be one of them.",
    )
    audit_retention_days: AuditDays | None = Field(
        None, description="For how many days audit entries are kept; null: as long as the installation keeps them."
    )
    event_retention_days: RetentionDays | None = Field(
        None, description="For how many days events are kept; null: as long as the installation keeps them."
    )
    delivery_retention_days: RetentionDays | None = Field(
        None, description="For how many days deliveries are kept; null: as long as the installation keeps them."
    )


DATED: Final = ("acceptance", "forecast", "monitor", "progress", "review")
"""Kinds of work whose due times are beginnings of the tenant's days."""

RECKONED: Final = ("forecast", "money", "monitor")
"""Kinds of work of ventures that reckon in working days, or in the tenant's currency."""


def new_tenant(work: Work, given: CreateTenant) -> Tenant:
    """The row of a new tenant, whose id is that of the unit of work; the database refuses a slug that is taken."""
    tenant = Tenant(
        id=work.tenant_id,
        slug=given.slug,
        name=given.name,
        locale=given.locale,
        time_zone=given.time_zone,
        currency=given.currency,
        plan_code=given.plan,
        created_at=work.now,
        updated_at=work.now,
    )
    work.session.add(tenant)
    shown = {
        name: outward(getattr(tenant, name))
        for name in ("slug", "name", "locale", "time_zone", "currency", "plan_code")
    }
    work.record("tenant.created", ("tenant", tenant.id), after=shown)
    return tenant


@command(Action.TENANT_WRITE, returns={"tenant": "tenant"})
async def update_tenant(work: Work, given: UpdateTenant) -> Done:
    """Change the tenant's settings: what is left out stays."""
    check_unrestricted(work)
    tenant = await load_tenant(work, given.id, given.expected_version)
    changes = given.sent("id", "expected_version")
    if given.slug is not None and given.slug != tenant.slug:
        await _check_slug(work, given.slug)
    if given.allowed_networks is not None:
        check_not_locked_out(work, given.allowed_networks)
    zone, lead = tenant.time_zone, tenant.review_lead_days
    reckoning, telling = (tenant.working_week, tenant.currency), (zone, tenant.locale)
    change_tenant(work, tenant, "tenant.updated", changes)
    if tenant.time_zone != zone:
        await work.mark_all(*DATED)
    elif tenant.review_lead_days != lead:
        await work.mark_all("review")
    reckons_anew = (tenant.working_week, tenant.currency) != reckoning
    if reckons_anew:
        await _reckon_anew(work)
    if reckons_anew or (tenant.time_zone, tenant.locale) != telling:
        await _gather_anew(work)
    return Done({"tenant": tenant.id})


async def _check_slug(work: Work, slug: str) -> None:
    """Raises `Conflict` for a short name that is reserved or another tenant's: the two are never told apart."""
    taken = sa.select(col(Tenant.id)).where(col(Tenant.slug) == slug)
    if slug in RESERVED or (await work.session.execute(taken)).first() is not None:
        raise Conflict.at("slug", message="is not available; choose another")


async def _reckon_anew(work: Work) -> None:
    """Have what is reckoned in working days and in the tenant's currency worked out anew."""
    venture = metadata.tables["venture"]
    there = sa.select(venture.c.id).where(venture.c.tenant_id == work.tenant_id, venture.c.archived_at.is_(None))
    ids = list((await work.session.execute(there)).scalars())
    for kind in RECKONED:
        await work.mark(kind, ids)
    await work.mark_all("review", "review_plan")


async def _gather_anew(work: Work) -> None:
    """Have the reports of reviews that have not begun gathered again: they tell it in another way from now on."""
    review = metadata.tables["review"]
    ready = sa.update(review).where(review.c.tenant_id == work.tenant_id, review.c.state == "ready")
    stale = await work.session.execute(ready.values(stale=True).returning(review.c.id))
    await work.mark("review", list(stale.scalars()))


async def load_tenant(work: Work, id: UUID, expected_version: int | None) -> Tenant:
    """The tenant of the unit of work, held until its end. Raises `NotFound` for another, and `Conflict`."""
    statement = sa.select(Tenant).where(col(Tenant.id) == work.tenant_id).with_for_update(key_share=True)
    tenant = (await work.session.execute(statement)).scalar_one_or_none()
    if tenant is None or id != work.tenant_id:
        raise NotFound.at("id", what="tenant")
    if expected_version is not None and expected_version != tenant.version:
        raise Conflict.at("expected_version", message=f"the tenant has version {tenant.version} by now; read it again")
    return tenant


def change_tenant(work: Work, tenant: Tenant, action: str, changes: dict[str, Any]) -> None:
    """Set columns of the tenant, with its audit entry; those that keep their value are no change."""
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

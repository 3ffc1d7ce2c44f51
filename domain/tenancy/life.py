"""The life of a tenant after it was made: suspended and resumed by the operator, and ended.

What ends a tenant is scheduled, so that an owner who was robbed of a session, or an operator who was wrong, has time.
Nothing of this is a mutation: whose tenant is suspended or about to be deleted cannot ask GraphQL at all.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from pydantic import Field

from domain.kernel.commands import Done, declared
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Title
from domain.kernel.machinery import DueWork
from domain.kernel.outward import instant_text
from domain.kernel.work import Work
from domain.tenancy.events import CANCELLED, SCHEDULED
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Tenant, TenantStatus
from domain.tenancy.tenants import TenantId, change_tenant, load_tenant

ERASURE: Final = "erasure"
"""The kind of work that ends a tenant; its subject is the tenant."""

WAITING: Final = timedelta(days=30)
"""How long after it was asked for a tenant is erased."""

SETTLING: Final = timedelta(seconds=30)
"""How long an erasure at once waits: whatever was under way when the tenant was shut has ended by then."""


class NameTenant(Change):
    """Which tenant is meant."""

    id: TenantId = Field(description="The tenant.")


class EraseTenant(NameTenant):
    """Which tenant is erased at once."""

    confirmation: Title = Field(description="The tenant's short name, by which you confirm it.", examples=["aurora"])


async def suspend_tenant(work: Work, given: NameTenant) -> Done:
    """Suspend a tenant: its data stays, and nobody but the operator may read or change it. Workers stand still."""
    tenant = await _load(work, given)
    _check_not_deleting(tenant)
    since = tenant.suspended_at or work.now
    change_tenant(work, tenant, "tenant.suspended", {"status": TenantStatus.SUSPENDED, "suspended_at": since})
    return Done({"tenant": tenant.id})


async def resume_tenant(work: Work, given: NameTenant) -> Done:
    """Resume a suspended tenant: what became due meanwhile is worked off."""
    tenant = await _load(work, given)
    _check_not_deleting(tenant)
    change_tenant(work, tenant, "tenant.resumed", {"status": TenantStatus.ACTIVE, "suspended_at": None})
    return Done({"tenant": tenant.id})


async def schedule_tenant_deletion(work: Work, given: NameTenant) -> Done:
    """Schedule a tenant for deletion: it is shut at once, and erased for good in 30 days unless that is cancelled."""
    check_unrestricted(work)
    require_recent(work)
    tenant = await _load(work, given)
    _check_not_deleting(tenant)
    _shut(work, tenant, work.now + WAITING)
    await work.mark(ERASURE, [tenant.id])
    work.emit(SCHEDULED, ("tenant", tenant.id), _told(tenant))
    return Done({"tenant": tenant.id})


async def cancel_tenant_deletion(work: Work, given: NameTenant) -> Done:
    """Cancel the deletion of a tenant: it is as it was before. Once erasing has begun, that cannot be."""
    check_unrestricted(work)
    tenant = await _load(work, given)
    if tenant.status is not TenantStatus.DELETING:
        raise InvalidState.at("id", message="the tenant is not about to be deleted")
    if tenant.erasure_began_at is not None:
        raise InvalidState.at("id", message="the tenant is being erased already")
    status = TenantStatus.ACTIVE if tenant.suspended_at is None else TenantStatus.SUSPENDED
    changes = {"status": status, "deletion_scheduled_at": None, "delete_after": None}
    change_tenant(work, tenant, "tenant.deletion_cancelled", changes)
    await _forget(work)
    work.emit(CANCELLED, ("tenant", tenant.id), {"tenant_id": _told(tenant)["tenant_id"]})
    return Done({"tenant": tenant.id})


async def erase_tenant(work: Work, given: EraseTenant) -> Done:
    """Erase a tenant for good, with all that it has, half a minute from now. It cannot be undone."""
    tenant = await _load(work, given)
    if given.confirmation != tenant.slug:
        raise Invalid.at("confirmation", message="must be the short name of the tenant that is erased")
    if tenant.erasure_began_at is None:
        _shut(work, tenant, work.now + SETTLING)
        await _forget(work)
        await work.mark(ERASURE, [tenant.id], work.now + SETTLING)
    return Done({"tenant": tenant.id})


async def _load(work: Work, given: NameTenant) -> Tenant:
    return await load_tenant(work, given.id, given.expected_version)


def _check_not_deleting(tenant: Tenant) -> None:
    if tenant.status is TenantStatus.DELETING:
        raise InvalidState.at("id", message="the tenant is about to be deleted; cancel that first")


def _shut(work: Work, tenant: Tenant, delete_after: Any) -> None:
    changes = {
        "status": TenantStatus.DELETING,
        "deletion_scheduled_at": tenant.deletion_scheduled_at or work.now,
        "delete_after": delete_after,
    }
    change_tenant(work, tenant, SCHEDULED, changes)


def _told(tenant: Tenant) -> dict[str, Any]:
    assert tenant.delete_after is not None or tenant.status is not TenantStatus.DELETING
    told: dict[str, Any] = {"tenant_id": f"tenant_{tenant.id.hex}", "name": tenant.name}
    if tenant.deletion_scheduled_at is not None and tenant.delete_after is not None:
        told["scheduled_at"] = instant_text(tenant.deletion_scheduled_at)
        told["delete_after"] = instant_text(tenant.delete_after)
    return told


async def _forget(work: Work) -> None:
    """Have nothing done about the tenant's end. Whoever is at it now sees that it is wanted otherwise."""
    table = DueWork.__table__  # type: ignore[attr-defined]  # set by the mapper
    await work.session.execute(
        sa.update(table)
        .where(table.c.tenant_id == work.tenant_id, table.c.kind == ERASURE)
        .values(due=None, wanted=table.c.wanted + 1)
    )


_RETURNS: Final = {"tenant": "tenant"}

OPERATORS_COMMANDS: Final = {
    run.__name__: declared(run, Action.TENANT_WRITE, returns=_RETURNS)
    for run in (suspend_tenant, resume_tenant, erase_tenant)
}
"""Commands that only an operator may ask for: not in `COMMANDS`, so that no tenant's API is made from them."""

OWNERS_COMMANDS: Final = {
    run.__name__: declared(run, Action.TENANT_OWN, returns=_RETURNS)
    for run in (schedule_tenant_deletion, cancel_tenant_deletion)
}
"""Commands of owners and operators, by REST only."""

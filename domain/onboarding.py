"""A new tenant: what every context gives it to begin with. Stands above the contexts, since it needs several."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from domain.identity.people import expect_users, users_at
from domain.kernel.commands import Done
from domain.kernel.counting import make_quotas
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.defaults import make_defaults
from domain.tenancy.invitations import InviteMember, offer
from domain.tenancy.planning import held_plan
from domain.tenancy.tables import Member
from domain.tenancy.tenants import CreateTenant, new_tenant


async def equip_tenant(work: Work) -> None:
    """Give the tenant of the unit of work the limits of its plan, its risk scale and categories."""
    await make_quotas(work)
    await make_defaults(work)


async def users_of_owner(runtime: Runtime, given: CreateTenant) -> list[UUID]:
    """The users at the first owner's e-mail address; asked before the tenant's own transaction begins."""
    return [] if given.owner is None else await users_at(runtime, given.owner.email, given.owner.name)


async def create_tenant(work: Work, given: CreateTenant, owners_users: Sequence[UUID] = ()) -> Done:
    """Create the tenant of the unit of work, with its defaults; invite its first owner. Its id is the principal's."""
    await held_plan(work, given.plan)
    tenant = new_tenant(work, given)
    await work.flush()
    await equip_tenant(work)
    ids = {"tenant": tenant.id}
    if given.owner is not None:
        owner = work.new(Member, name=given.owner.name, email=given.owner.email, role=Role.OWNER)
        await work.flush()
        await expect_users(work, list(owners_users))
        asked = InviteMember(email=owner.email, name=owner.name, role=Role.OWNER)
        ids |= {"member": owner.id, "invitation": await offer(work, asked, member=owner)}
    return Done(ids)

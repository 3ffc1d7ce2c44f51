"""Whether all members must sign in at the tenant's own provider, and what keeps that from locking them out.

Who holds the role owner may still enter by a provider of the installation: the one way in where the tenant's provider
is broken. It is told in the audit log each time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import Conflict, InvalidState, NotFound
from domain.kernel.inputs import Change, IdOf
from domain.kernel.work import Work
from domain.single_sign_on.tables import Domain, IdentityProvider, ProviderUse
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Tenant

PROVIDERS: Final = "identity_providers"
"""Guard behind which is held that who requires single sign-on has a provider and a domain."""

PROVEN_WITHIN: Final = timedelta(days=1)


class RequireSingleSignOn(Change):
    """Whether all members must sign in at the tenant's own provider."""

    id: Annotated[UUID, IdOf("tenant")] = Field(description="The tenant.")
    required: bool = Field(description="Whether they must. Others' sessions end within seconds, but for owners'.")


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"tenant": "tenant"})
async def require_single_sign_on(work: Work, given: RequireSingleSignOn) -> Done:
    """Have all members sign in at the tenant's own provider, or stop to. Owners may still come by the installation's.

    A domain must be verified, and somebody must have signed in through the provider within the last day.
    """
    check_unrestricted(work)
    require_recent(work)
    if given.id != work.tenant_id:
        raise NotFound.at("id", what="tenant")
    if given.required:
        await check_possible(work)
    tenant = await _tenant(work, lock=True)
    if given.expected_version is not None and given.expected_version != tenant.version:
        raise Conflict.at("expected_version", message=f"the tenant has version {tenant.version} by now; read it again")
    if bool(tenant.sso_required) != given.required:
        before, after = {"sso_required": bool(tenant.sso_required)}, {"sso_required": given.required}
        tenant.sso_required, tenant.version, tenant.updated_at = given.required, tenant.version + 1, work.now
        work.record("tenant.updated", ("tenant", tenant.id), before=before, after=after)
    return Done({"tenant": tenant.id})


async def _tenant(work: Work, *, lock: bool = False) -> Tenant:
    statement = sa.select(Tenant).where(col(Tenant.id) == work.tenant_id)
    found = await work.session.execute(statement.with_for_update(key_share=True) if lock else statement)
    return found.scalar_one()


async def check_still_possible(
    work: Work, *, without_provider: UUID | None = None, without_domain: UUID | None = None
) -> None:
    """Raises `InvalidState` where single sign-on is required and would have no provider or no domain any more."""
    await work.guard(PROVIDERS)
    if not (await _tenant(work)).sso_required:
        return
    if without_provider is not None and not await _usable_providers(work, without_provider):
        raise InvalidState.at("id", message="all must sign in at this provider; stop to require single sign-on first")
    if without_domain is not None and not await _verified(work, without_domain):
        raise InvalidState.at("id", message="all must sign in by this domain; stop to require single sign-on first")


async def check_possible(work: Work) -> None:
    """Raises `InvalidState` unless somebody signed in through a provider lately, and a domain is verified."""
    await work.guard(PROVIDERS)
    if not await _verified(work, None):
        raise InvalidState.at("required", message="verify a domain first")
    since = work.now - PROVEN_WITHIN
    proven = sa.select(sa.func.count()).where(
        col(ProviderUse.tenant_id) == work.tenant_id,
        col(ProviderUse.last_sign_in_at) >= since,
        col(ProviderUse.id).in_(await _usable_providers(work, None)),
    )
    if not (await work.session.execute(proven)).scalar_one():
        message = "sign in through a provider of the tenant's own first: that must have worked within a day"
        raise InvalidState.at("required", message=message)


async def _usable_providers(work: Work, but: UUID | None) -> list[UUID]:
    usable = sa.select(col(IdentityProvider.id)).where(
        col(IdentityProvider.tenant_id) == work.tenant_id,
        col(IdentityProvider.archived_at).is_(None),
        col(IdentityProvider.enabled).is_(True),
        col(IdentityProvider.id).is_distinct_from(but),
    )
    return list((await work.session.execute(usable)).scalars())


async def _verified(work: Work, but: UUID | None) -> bool:
    verified = sa.select(sa.func.count()).where(
        col(Domain.tenant_id) == work.tenant_id,
        col(Domain.archived_at).is_(None),
        col(Domain.verified_at).is_not(None),
        col(Domain.id).is_distinct_from(but),
    )
    return bool((await work.session.execute(verified)).scalar_one())

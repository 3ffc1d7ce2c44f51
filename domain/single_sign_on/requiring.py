"""Whether all members must sign in at the tenant's own provider, and what keeps that from locking them out.

Who holds the role owner may still enter by a provider of the installation: the one way in where the tenant's provider
is broken. It is told in the audit log each time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import InvalidState
from domain.kernel.work import Work
from domain.single_sign_on.tables import Domain, IdentityProvider, ProviderUse

PROVIDERS: Final = "identity_providers"
"""Guard behind which is held that who requires single sign-on has a provider and a domain."""

PROVEN_WITHIN: Final = timedelta(days=1)


async def is_required(work: Work) -> bool:
    """Whether all members of the tenant must sign in at its own provider."""
    return False


async def check_still_possible(
    work: Work, *, without_provider: UUID | None = None, without_domain: UUID | None = None
) -> None:
    """Raises `InvalidState` where single sign-on is required and would have no provider or no domain any more."""
    await work.guard(PROVIDERS)
    if not await is_required(work):
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

"""How a tenant stands decides what is done for it: nothing while it is suspended, and only telling before its end."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.work import Work
from domain.tenancy.tables import Tenant, TenantStatus

IN_USE: Final = frozenset({TenantStatus.ACTIVE})
TOLD: Final = frozenset({TenantStatus.ACTIVE, TenantStatus.DELETING})
"""A tenant whose deletion is scheduled is told of that: what was written before, and that event, still go out."""

ENDING: Final = frozenset({TenantStatus.DELETING})


async def stands(work: Work, standing: frozenset[TenantStatus]) -> bool:
    """Whether the tenant is there and stands in one of these ways."""
    found = await work.session.execute(sa.select(col(Tenant.status)).where(col(Tenant.id) == work.tenant_id))
    return found.scalar_one_or_none() in standing

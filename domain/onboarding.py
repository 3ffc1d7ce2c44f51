"""A new tenant: what every context gives it to begin with. Stands above the contexts, since it needs several."""

from __future__ import annotations

from domain.kernel.work import Work
from domain.risks.defaults import make_defaults


async def equip_tenant(work: Work) -> None:
    """Give the tenant of the unit of work its risk scale and categories."""
    await make_defaults(work)

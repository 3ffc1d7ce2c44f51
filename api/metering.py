"""How much tenants ask of the API: kept in memory, and added to their days off any request's path.

So is that a tenant has come near to what its plan lets it spend in a minute.

A process that is killed loses what it has counted since the last time, a quarter of a minute at most: this is told to
people, and limits nothing.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from typing import Final
from uuid import UUID

import structlog

from domain.kernel.counting import day_of, tell_spent
from domain.kernel.metrics import Metric
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.plan_tables import UsageMetric
from domain.tenancy.usage import add_to_days

EVERY_SECONDS: Final = 15.0

log = structlog.get_logger(__name__)


class Meter:
    """What the tenants have asked of one process since it was stored last."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._kept: dict[UUID, Counter[UsageMetric]] = {}
        self._near: dict[UUID, int] = {}

    def add(self, tenant_id: UUID, cost: int) -> None:
        """Count a request of a tenant, and what it costs."""
        kept = self._kept.get(tenant_id)
        if kept is None:
            kept = self._kept[tenant_id] = Counter()
        kept[UsageMetric.API_REQUESTS] += 1
        if cost:
            kept[UsageMetric.API_COST] += cost

    def near(self, tenant_id: UUID, spent: int) -> None:
        """Note that a tenant has spent so much of what its plan lets it spend in a minute."""
        self._near[tenant_id] = max(spent, self._near.get(tenant_id, 0))

    async def store(self) -> None:
        """Add what was counted to the tenants' days. What cannot be stored now is kept for the next time."""
        near, self._near = self._near, {}
        for tenant_id, spent in near.items():
            try:
                await perform(self._runtime, Principal.worker(tenant_id), partial(_tell, spent))
            except Exception as error:  # whatever it is, requests go on
                log.info("limit not told yet", tenant_id=str(tenant_id), error=type(error).__name__)
                self.near(tenant_id, spent)
        taken, self._kept = self._kept, {}
        for tenant_id, counted in taken.items():
            try:
                await perform(self._runtime, Principal.worker(tenant_id), partial(_add, counted))
            except Exception as error:  # whatever it is, requests go on
                log.info("usage not stored yet", tenant_id=str(tenant_id), error=type(error).__name__)
                self._kept.setdefault(tenant_id, Counter()).update(counted)

    async def run(self) -> None:
        """Store every few seconds, until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self.store()


async def _tell(spent: int, work: Work) -> None:
    await tell_spent(work, Metric.API_COST_PER_MINUTE, spent)


async def _add(counted: Counter[UsageMetric], work: Work) -> None:
    today = (await day_of(work)).date
    await add_to_days(work, {(today, metric): amount for metric, amount in counted.items()})

"""Limits in tests: set as an operator sets them, read as they are stored."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.commands import COMMANDS, Done, execute
from domain.kernel.counting import REACHED
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.machinery import Event, Quota
from domain.kernel.metrics import Metric
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform, unit_of_work
from domain.tenancy.planning import SetQuota, set_quota
from tests.conftest import TestTenant


async def run(
    runtime: Runtime, principal: Principal, name: str, /, idempotency: IdempotentRequest | None = None, **given: Any
) -> Done:
    """Run a command by its name; raises what it refuses with."""
    command = COMMANDS[name]
    return await execute(runtime, principal, command, command.input.model_validate(given), idempotency=idempotency)


async def limit(runtime: Runtime, tenant: TestTenant, metric: Metric, most: int | None) -> None:
    """Give a tenant a limit of its own."""

    async def act(work: Work) -> None:
        await set_quota(work, SetQuota(metric=metric, limit=most))

    await perform(runtime, Principal.worker(tenant.id), act)


async def quota(runtime: Runtime, tenant: TestTenant, metric: Metric) -> Quota:
    """What is stored of a limit."""
    statement = sa.select(Quota).where(col(Quota.tenant_id) == tenant.id, col(Quota.metric) == metric)
    async with unit_of_work(runtime, tenant.principal()) as work:
        return (await work.session.execute(statement)).scalar_one()


async def told(runtime: Runtime, tenant: TestTenant) -> list[dict[str, Any]]:
    """What was told of limits that are used by four fifths, in its order."""
    statement = (
        sa.select(col(Event.data))
        .where(col(Event.tenant_id) == tenant.id, col(Event.type) == REACHED)
        .order_by(col(Event.id))
    )
    async with unit_of_work(runtime, tenant.principal()) as work:
        return list((await work.session.execute(statement)).scalars())

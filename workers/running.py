"""Working off due rows of the table `work`, each in a transaction that stores its effect and its next due time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

import structlog

from domain.kernel.outages import is_outage
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform, unit_of_work
from workers.claims import Claim, LeaseLost, Queue, claim, fail, finish, release

log = structlog.get_logger(__name__)

Run = Callable[[Work, Claim], Awaitable[datetime | None]]
"""Does what is due for a subject; answers when it is due again, None for not until it is marked."""

Ahead = Callable[[], Awaitable[None]]
"""Does what a run needs and no transaction may wait for."""

Failed = Callable[[Work, Claim, str], Awaitable[None]]
"""What a run that failed leaves behind, in the transaction that gives the row back."""


async def run_due(
    runtime: Runtime, tenant_id: UUID, queue: Queue, run: Run, limit: int, failed: Failed | None = None
) -> int:
    """Work off up to `limit` due rows of a tenant, one after the other. Answers how many were taken."""
    return await claim_each(
        runtime, tenant_id, queue, limit, lambda one: run_one(runtime, tenant_id, queue, run, one, failed=failed)
    )


async def claim_each(
    runtime: Runtime, tenant_id: UUID, queue: Queue, limit: int, act: Callable[[Claim], Awaitable[None]]
) -> int:
    """Claim up to `limit` due rows of a tenant and act on each, one after the other. Answers how many were taken.

    Where acting on one ends all, it and the rest are given back.
    """
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        claims = await claim(work, queue, limit)
    for number, one in enumerate(claims):
        try:
            await act(one)
        except BaseException:
            await give_up(runtime, tenant_id, queue, claims[number:])
            raise
    return len(claims)


async def run_one(
    runtime: Runtime,
    tenant_id: UUID,
    queue: Queue,
    run: Run,
    one: Claim,
    *,
    ahead: Ahead | None = None,
    failed: Failed | None = None,
) -> None:
    """Work off one claimed row: `ahead` outside any transaction, then `run` and its end in one."""

    async def act(work: Work) -> None:
        due = await run(work, one)
        await work.flush()
        await finish(work, queue, one, due)

    ids = {"kind": queue.name, "tenant_id": str(tenant_id), "subject_id": str(one.key)}
    limit = asyncio.timeout(queue.deadline)
    try:
        async with limit:
            if ahead is not None:
                await ahead()
            await perform(runtime, Principal.worker(tenant_id), act)
    except LeaseLost:
        log.warning("run was taken over by another worker", **ids)
    except Exception as error:
        if is_outage(error) and not limit.expired():
            raise  # the database is away: that is no fault of the row
        log.warning("run failed", error=type(error).__name__, **ids, exc_info=True)
        await _note_failure(runtime, tenant_id, queue, one, f"{type(error).__name__}: {error}", failed)


async def _note_failure(
    runtime: Runtime, tenant_id: UUID, queue: Queue, one: Claim, error: str, failed: Failed | None
) -> None:
    try:
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            if failed is not None:
                await failed(work, one, error)
                await work.flush()
            await fail(work, queue, one, error)
    except LeaseLost:
        log.warning("run was taken over by another worker", kind=queue.name, tenant_id=str(tenant_id))


async def give_up(runtime: Runtime, tenant_id: UUID, queue: Queue, claims: list[Claim]) -> None:
    """Give back what will not be run now; where that cannot be, the leases run out."""
    for one in claims:
        try:
            async with asyncio.timeout(1), unit_of_work(runtime, Principal.worker(tenant_id)) as work:
                await release(work, queue, one)
        except Exception:  # whatever it is, the lease is the way out
            return

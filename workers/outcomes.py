"""Storing what came of attempts: the deliveries, their attempts, and what is known of the endpoints' health.

What has ended while another transaction was under way is stored together, so that a busy worker pays for a commit once
for many. Plain statements, because each delivery passes here and building them anew would cost more than running them.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.webhooks.events import TESTS
from domain.webhooks.retries import Outcome, Verdict, next_attempt
from domain.webhooks.tables import DeliveryState
from workers.claims import Claim, LeaseLost
from workers.health import keep_health
from workers.ordering import let_the_next_go
from workers.outbound import Answer
from workers.sending import Parcel

STORED_AT_ONCE = 100
"""Results of one transaction."""

GATHERED_SECONDS = 0.005
"""How long a result waits for others that end about then; nobody waits for it but its own line."""

_FINISH: Final = sa.text(
    "UPDATE delivery SET lease = NULL, due = given.due, state = given.state, finished_at = given.finished, "
    "last_status = given.status, last_error = given.error "
    "FROM unnest(CAST(:ids AS uuid[]), CAST(:leases AS uuid[]), CAST(:dues AS timestamptz[]), CAST(:states AS text[]), "
    "CAST(:finished AS timestamptz[]), CAST(:statuses AS integer[]), CAST(:errors AS text[])) "
    "AS given (id, lease, due, state, finished, status, error) "
    "WHERE delivery.tenant_id = :tenant AND delivery.id = ANY(CAST(:ids AS uuid[])) "
    "AND delivery.id = given.id AND delivery.lease = given.lease RETURNING delivery.id, given.lease"
)

_ATTEMPTS: Final = sa.text(
    "INSERT INTO attempt "
    "(tenant_id, id, delivery_id, endpoint_id, attempt_number, at, status, latency_ms, error, answer) "
    "SELECT :tenant, given.* "
    "FROM unnest(CAST(:ids AS uuid[]), CAST(:deliveries AS uuid[]), CAST(:endpoints AS uuid[]), "
    "CAST(:numbers AS integer[]), CAST(:ats AS timestamptz[]), CAST(:statuses AS integer[]), "
    "CAST(:latencies AS integer[]), CAST(:errors AS text[]), CAST(:answers AS text[])) AS given"
)


@dataclass(frozen=True)
class Result:
    """What came of an attempt that began at an instant."""

    parcel: Parcel
    answer: Answer
    outcome: Outcome
    at: datetime

    @property
    def claim(self) -> Claim:
        """The claim on the delivery."""
        return self.parcel.claim

    @property
    def counts(self) -> bool:
        """Whether it says something of its endpoint: a test that fails does not."""
        return self.outcome.verdict is Verdict.DELIVERED or self.parcel.event_type not in TESTS


class Results:
    """Stores results, those of one tenant one transaction after the other, each with all that has come until then."""

    def __init__(self, runtime: Runtime, tenants_at_once: int) -> None:
        self._runtime = runtime
        self._room = asyncio.Semaphore(tenants_at_once)
        self._waiting: defaultdict[UUID, list[tuple[Result, asyncio.Future[datetime | None]]]] = defaultdict(list)
        self._storing: dict[UUID, asyncio.Task[None]] = {}

    async def store(self, result: Result) -> datetime | None:
        """Store one. Answers since when the endpoint has seen nothing but failure. Raises `LeaseLost`."""
        tenant_id = result.parcel.tenant_id
        stored: asyncio.Future[datetime | None] = asyncio.get_running_loop().create_future()
        self._waiting[tenant_id].append((result, stored))
        if tenant_id not in self._storing:
            self._storing[tenant_id] = asyncio.create_task(self._store_all(tenant_id))
        return await stored

    async def _store_all(self, tenant_id: UUID) -> None:
        try:
            await asyncio.sleep(GATHERED_SECONDS)
            while self._waiting[tenant_id]:
                async with self._room:
                    waiting = self._waiting[tenant_id]
                    self._waiting[tenant_id] = waiting[STORED_AT_ONCE:]
                    await self._store_some(tenant_id, waiting[:STORED_AT_ONCE])
        finally:
            del self._storing[tenant_id], self._waiting[tenant_id]

    async def _store_some(
        self, tenant_id: UUID, some: Sequence[tuple[Result, asyncio.Future[datetime | None]]]
    ) -> None:
        try:
            async with unit_of_work(self._runtime, Principal.worker(tenant_id)) as work:
                failing = await store(work, [result for result, _ in some])
        except BaseException as error:
            for _, stored in some:
                if not stored.done():
                    stored.set_exception(error if isinstance(error, Exception) else ConnectionError("not stored"))
            if not isinstance(error, Exception):
                raise
            return
        for result, stored in some:
            if stored.done():
                continue
            if result.parcel.claim in failing:
                stored.set_result(failing[result.parcel.claim])
            else:
                stored.set_exception(LeaseLost(f"delivery {result.parcel.claim.key}"))


async def store(work: Work, results: Sequence[Result]) -> dict[Claim, datetime | None]:
    """Store attempts of a tenant in the order of their ends.

    Answers, by claim, since when its endpoint has seen nothing but failure; deliveries whose lease is another's by now
    are left out, and nothing is stored for them.
    """
    dues = {one.claim: next_attempt(one.claim.key, one.claim.attempts, one.outcome, work.now) for one in results}
    ours = await _finish(work, results, dues)
    stored = [one for one in results if (one.claim.key, one.claim.lease) in ours]
    if not stored:
        return {}
    await _keep_attempts(work, stored)
    await let_the_next_go(work, [one.parcel for one in stored if dues[one.claim] is None])
    failing = await keep_health(work, [(one.parcel.endpoint.id, one.outcome) for one in stored if one.counts])
    return {one.claim: failing.get(one.parcel.endpoint.id) if one.counts else None for one in stored}


async def _finish(
    work: Work, results: Sequence[Result], dues: Mapping[Claim, datetime | None]
) -> set[tuple[UUID, UUID]]:
    values: dict[str, Any] = {
        "tenant": work.tenant_id,
        "ids": [one.claim.key for one in results],
        "leases": [one.claim.lease for one in results],
        "dues": [dues[one.claim] for one in results],
        "states": [str(_state(one.outcome, dues[one.claim])) for one in results],
        "finished": [work.now if dues[one.claim] is None else None for one in results],
        "statuses": [one.answer.status for one in results],
        "errors": [one.answer.error for one in results],
    }
    return {(row.id, row.lease) for row in await work.session.execute(_FINISH, values)}


async def _keep_attempts(work: Work, results: Sequence[Result]) -> None:
    values: dict[str, Any] = {
        "tenant": work.tenant_id,
        "ids": [uuid7() for _ in results],
        "deliveries": [one.claim.key for one in results],
        "endpoints": [one.parcel.endpoint.id for one in results],
        "numbers": [one.claim.attempts for one in results],
        "ats": [one.at for one in results],
        "statuses": [one.answer.status for one in results],
        "latencies": [one.answer.latency_ms for one in results],
        "errors": [one.answer.error for one in results],
        "answers": [one.answer.excerpt for one in results],
    }
    await work.session.execute(_ATTEMPTS, values)


def _state(outcome: Outcome, due: datetime | None) -> DeliveryState:
    if outcome.verdict is Verdict.DELIVERED:
        return DeliveryState.DELIVERED
    return DeliveryState.FAILED if due is None else DeliveryState.PENDING

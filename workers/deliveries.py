"""The delivery of webhooks: take what is due, sign it afresh, send the stored bytes, store what came of it.

Every endpoint has its own small share of the requests that are under way, and those that fail have the smallest, so a
slow or dead one delays no other. A result is stored only where the delivery's lease is still ours; a worker that dies
between the answer and the storing costs one repetition with the same `webhook-id`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog

from domain.kernel.faults import crash_point
from domain.kernel.outbound.resolving import Resolver
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret
from domain.kernel.work import Work, unit_of_work
from domain.webhooks.retries import classify
from domain.webhooks.throttle import allowed
from workers.claims import Claim, LeaseLost, Queue, claim, claim_for_each, release
from workers.endpoints import Endpoint, cancel_due, spare, spend
from workers.ordering import whose_turn_it_is
from workers.outbound import Answer, Outbound
from workers.outcomes import Result, Results
from workers.sending import Parcel, Target, parcels
from workers.standing import TOLD
from workers.targets import WEBHOOKS, Targets

QUEUE = Queue(
    "delivery",
    "delivery",
    "id",
    lease=timedelta(seconds=90),
    standing=TOLD,
    attempts=30,  # far beyond the plan of retries: only runs that end the process are given up by this
    parked="state = 'failed', finished_at = :now, last_error = :error",
)
AT_ONCE = 400
FAILING_AT_ONCE = AT_ONCE // 2
HELD_FOR_ONE = 3
"""Deliveries of an endpoint taken for each that it gets at one time: even if each took all of its time, they would end
within their lease."""

STORING_AT_ONCE = 3
"""Tenants whose results are stored at one time."""

log = structlog.get_logger(__name__)


class Deliveries:
    """The sender of one process."""

    def __init__(
        self,
        runtime: Runtime,
        resolver: Resolver | None = None,
        on_room: Callable[[UUID], None] | None = None,
        targets: Targets = WEBHOOKS,
    ) -> None:
        """`on_room` is told of the tenant of every delivery that has ended: there is room for another."""
        settings = runtime.settings
        self._on_room = on_room
        self._runtime = runtime
        self._resolver = resolver or Resolver()
        self.outbound = Outbound(
            self._resolver, settings.webhook_allowed_networks, settings.webhook_allow_http, settings.own_hosts
        )
        self._targets = targets
        self._senders = targets.senders(runtime, self.outbound)
        self._under_way: dict[asyncio.Task[None], Parcel] = {}
        self._of_endpoint: Counter[Target] = Counter()
        self._wanted: Counter[UUID] = Counter()
        "What turns that are on may yet begin."
        self._gates: dict[Target, asyncio.Semaphore] = {}
        self._results = Results(runtime, STORING_AT_ONCE)
        self._alarms: dict[UUID, asyncio.TimerHandle] = {}

    async def turn(self, tenant_id: UUID) -> int:
        """Take what is due in a tenant, as far as there is room, and begin to send it. Answers how many.

        Several tenants may have their turns at one time, a tenant never two.
        """
        try:
            return await self._turn(tenant_id)
        finally:
            del self._wanted[tenant_id]

    async def _turn(self, tenant_id: UUID) -> int:
        more = False
        async with unit_of_work(self._runtime, Principal.worker(tenant_id)) as work:
            taken: list[tuple[Any, Claim]] = []
            plain: dict[UUID, tuple[Endpoint, int]] = {}
            for endpoint in await self._targets.listening(work):
                if not endpoint.open:
                    more |= await cancel_due(work, endpoint)
                    continue
                room = self._room(tenant_id, endpoint)
                if room <= 0:
                    continue
                self._wanted[tenant_id] += room
                if endpoint.rate is None and not endpoint.ordered:
                    plain[endpoint.id] = (endpoint, room)
                else:
                    taken += [(endpoint, one) for one in await self._take(work, endpoint, room)]
            if plain:
                rooms = {id: room for id, (_, room) in plain.items()}
                claimed = await claim_for_each(work, QUEUE, "endpoint_id", rooms)
                taken += [(plain[endpoint_id][0], one) for endpoint_id, one in claimed]
            made = await parcels(work, taken)
        crash_point("delivery.after_claim")
        for parcel in made:
            self._begin(parcel)
        if more and self._on_room is not None:
            self._on_room(tenant_id)
        return len(made)

    async def _take(self, work: Work, endpoint: Endpoint, room: int) -> list[Claim]:
        """Claim deliveries of an endpoint within its rate and order."""
        if endpoint.rate is not None:
            room = min(room, allowed(endpoint.rate, endpoint.free_at, work.now))
            if room <= 0 or not await spend(work, endpoint, room):
                self._look_again(work.tenant_id, endpoint.rate)
                return []
        among = await whose_turn_it_is(work, QUEUE, endpoint) if endpoint.ordered else None
        claims = await claim(work, QUEUE, room, among=among, endpoint_id=endpoint.id)
        if endpoint.rate is not None and len(claims) < room:
            await spare(work, endpoint, len(claims))
        return claims

    def _look_again(self, tenant_id: UUID, rate: int) -> None:
        """Have the tenant looked at when the rate allows the next one, rather than at the next look."""
        if self._on_room is not None and tenant_id not in self._alarms:
            alarm = asyncio.get_running_loop().call_later(max(1 / rate, 0.05), self._rung, tenant_id)
            self._alarms[tenant_id] = alarm

    def _rung(self, tenant_id: UUID) -> None:
        del self._alarms[tenant_id]
        if self._on_room is not None:
            self._on_room(tenant_id)

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def close(self, patience: float) -> None:
        """Let what is under way end; what does not within `patience` seconds is given back to others."""
        for alarm in self._alarms.values():
            alarm.cancel()
        self._alarms.clear()
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1)
        self.outbound.close()
        self._resolver.close()

    def _room(self, tenant_id: UUID, endpoint: Endpoint) -> int:
        limit = 1 if endpoint.failing else HELD_FOR_ONE * endpoint.concurrency
        room = AT_ONCE - len(self._under_way) - self._wanted.total()
        if endpoint.failing:
            room = min(room, FAILING_AT_ONCE - sum(one.endpoint.failing for one in self._under_way.values()))
        return min(room, limit - self._of_endpoint[tenant_id, endpoint.id])

    def _begin(self, parcel: Parcel) -> None:
        self._gates.setdefault(parcel.target, asyncio.Semaphore(parcel.endpoint.concurrency))
        task = asyncio.create_task(self._deliver(parcel))
        self._under_way[task] = parcel
        self._of_endpoint[parcel.target] += 1
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        parcel = self._under_way.pop(task)
        self._of_endpoint[parcel.target] -= 1
        left = self._of_endpoint[parcel.target]
        if not left:
            del self._of_endpoint[parcel.target], self._gates[parcel.target]
        if self._on_room is not None and left <= parcel.endpoint.concurrency:
            self._on_room(parcel.tenant_id)

    async def _deliver(self, parcel: Parcel) -> None:
        ids = {"tenant_id": str(parcel.tenant_id), "delivery_id": str(parcel.claim.key)}
        try:
            async with asyncio.timeout(QUEUE.deadline):
                await self._attempt(parcel)
        except LeaseLost:
            log.warning("delivery was taken over by another worker", **ids)
        except asyncio.CancelledError:
            await self._give_back(parcel)
            raise
        except Exception as error:  # the lease runs out, and it is tried again
            log.warning("delivery not stored", error=type(error).__name__, **ids)

    async def _attempt(self, parcel: Parcel) -> None:
        reason = None
        async with self._gates[parcel.target]:  # and not while it is stored: what is limited are requests
            at = self._runtime.clock.now()
            crash_point("delivery.before_request")
            try:
                answer = await self._send(parcel, at)
            except UnreadableSecret:
                answer, reason = Answer(None, "the endpoint's secret cannot be read"), "its secret cannot be decrypted"
        crash_point("delivery.after_answer")
        outcome = answer.outcome or classify(answer.status, self._runtime.clock.now(), answer.retry_after)
        failing_since = await self._results.store(Result(parcel, answer, outcome, at))
        crash_point("delivery.after_store")
        await self._targets.disable(self._runtime, parcel, outcome, failing_since, reason, answer)

    async def _send(self, parcel: Parcel, at: datetime) -> Answer:
        if parcel.body is None:
            return Answer(None, "the event's body is no longer kept")
        return await self._senders[parcel.endpoint.kind].send(parcel, parcel.body, at)

    async def _give_back(self, parcel: Parcel) -> None:
        try:
            async with unit_of_work(self._runtime, Principal.worker(parcel.tenant_id)) as work:
                await release(work, QUEUE, parcel.claim)
        except Exception as error:  # the lease runs out by itself
            log.info("delivery not given back", error=type(error).__name__)

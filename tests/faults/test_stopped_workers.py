"""A worker stands still past its lease and goes on: another has done its work, and what it brings is not stored."""

from __future__ import annotations

import asyncio
import signal

from tests.faults.house import PAST_LEASES, House
from tests.workers.conftest import Request, answer, emit, rows


async def test_a_stopped_workers_stale_result_is_not_stored(place: House) -> None:
    """It is stopped between sending and hearing the answer, which is a refusal; the other's was taken."""
    sent, release = asyncio.Event(), asyncio.Event()

    async def refused_late(request: Request) -> bytes:
        sent.set()
        await release.wait()
        return answer(500, body=b"stale")

    household = await place.settle_in("risk.*")
    place.receiver.answers = [refused_late]
    stopped = await place.start("worker")
    event = await emit(place.runtime, household.tenant)
    await place.until(sent.is_set)
    stopped.send(signal.SIGSTOP)
    release.set()
    place.move_clock(PAST_LEASES)
    await place.start("worker")
    await place.until(lambda: place.accepted)
    delivery = "SELECT state, attempts, last_status FROM delivery WHERE tenant_id = $1"
    done = {"state": "delivered", "attempts": 2, "last_status": 204}

    async def is_done() -> bool:
        return await rows(place.runtime, household.tenant, delivery, household.id) == [done]

    await place.until(is_done)
    stopped.send(signal.SIGCONT)
    await place.until(lambda: "taken over by another worker" in place.heard())

    assert await is_done()
    attempts = "SELECT attempt_number, status FROM attempt WHERE tenant_id = $1"
    assert await rows(place.runtime, household.tenant, attempts, household.id) == [{"attempt_number": 2, "status": 204}]
    assert {request.headers["webhook-id"] for request in place.receiver.requests} == {f"event_{event.hex}"}
    assert len({request.body for request in place.receiver.requests}) == 1

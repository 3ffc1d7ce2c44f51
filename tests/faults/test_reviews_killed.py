"""Reviews come through the death of whoever works on them: a report is whole or absent, a decision is told once."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import InvalidState
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.forked import CRASHED
from tests.faults.house import House
from tests.faults.receiver import Receiver
from tests.faults.test_crash_points import Workers
from tests.workers.conftest import rows


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


@pytest.mark.parametrize("step", ["review.after_report"])
async def test_a_report_whose_worker_dies_while_gathering_is_absent_and_then_whole(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path, receiver: Receiver, step: str
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    try:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        await owner.ask("create_webhook_endpoint", url=receiver.url, event_types=["milestone.review.*"])
        milestone = await owner.milestone(await owner.venture())
        await owner.ask("add_criterion", milestone_id=milestone, title="It works")
        await owner.ask("request_review", milestone_id=milestone)

        await asyncio.to_thread(workers.until_death, step)
        report = "SELECT canonical FROM review_report WHERE tenant_id = $1"
        review = "SELECT state, content_hash FROM review WHERE tenant_id = $1"
        assert await rows(runtime, tenant, report, tenant.id) == []
        assert await rows(runtime, tenant, review, tenant.id) == [{"state": "gathering", "content_hash": None}]

        ready = lambda: receiver.of_type("milestone.review.ready")  # noqa: E731
        await asyncio.to_thread(workers.until, ready)
        [kept] = await rows(runtime, tenant, report, tenant.id)
        [row] = await rows(runtime, tenant, review, tenant.id)
    finally:
        await runtime.close()
    assert row == {"state": "ready", "content_hash": hashlib.sha256(kept["canonical"].encode()).hexdigest()}
    assert len({arrived.id for arrived in ready()}) == 1


@pytest.mark.parametrize(("step", "decided"), [("work.before_commit", False), ("work.after_commit", True)])
async def test_a_decision_whose_api_dies_at_the_commit_is_whole_or_absent_and_told_once(
    place: House, step: str, decided: bool
) -> None:
    """The milestone and the review never disagree, and the event goes out once, though nobody was woken."""
    household = await place.settle_in("milestone.review.*")
    owner = Caller(place.runtime, household.tenant.principal())
    milestone = await owner.milestone(await owner.venture())
    review = external_id("review", await owner.make("request_review", milestone_id=milestone))
    await place.start("worker")
    for _ in range(600):  # it is gathered again, as long as workers find something new
        try:
            await owner.ask("start_review", review_id=review)
            break
        except InvalidState:
            await asyncio.sleep(0.1)
    dying = await place.start("api", step)
    asked = {"decision": "go", "reason": "It works."}
    with pytest.raises(httpx.HTTPError):
        await place.rest(household, "POST", f"reviews/{review}/decide", asked, Idempotency_Key="once")
    assert await asyncio.to_thread(dying.ended) == CRASHED
    both = (
        "SELECT r.state, m.status FROM review r JOIN milestone m ON m.tenant_id = $1 AND m.id = r.milestone_id "
        "WHERE r.tenant_id = $1"
    )
    expected = {"state": "decided", "status": "done"} if decided else {"state": "in_review", "status": "planned"}
    assert await rows(place.runtime, household.tenant, both, household.id) == [expected]
    await place.start("api")
    again = await place.rest(household, "POST", f"reviews/{review}/decide", asked, api=1, Idempotency_Key="once")
    assert (again.status_code, "idempotency-replayed" in again.headers) == (200, decided)
    of_decisions = lambda: [  # noqa: E731
        request for request in place.receiver.requests if request.event["type"] == "milestone.review.decided"
    ]
    await place.until(lambda: of_decisions())
    await place.quiet()
    assert len({request.headers["webhook-id"] for request in of_decisions()}) == 1
    assert await rows(place.runtime, household.tenant, both, household.id) == [{"state": "decided", "status": "done"}]

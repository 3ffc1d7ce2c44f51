"""Reviews come by themselves for key milestones, are gathered with all reasons, and leave people's acts alone."""

from __future__ import annotations

import asyncio
import hashlib
import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, unit_of_work
from domain.milestones.criteria import AddCriterion, RecordCriterion, add_criterion, record_criterion
from domain.milestones.tables import CriterionOutcome, Milestone
from domain.reviews.commands import RequestReview, StartReview, request_review, start_review
from tests.api.serving import until
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.workers.conftest import act, relay_all, rows, write
from tests.workers.test_monitor import a_critical_risk, a_venture, look
from workers import reviews as module
from workers.relay import relay
from workers.reviews import gather, plan


async def a_milestone(runtime: Runtime, tenant: TestTenant, venture_id: UUID, **columns: Any) -> UUID:
    async def what(work: Work) -> UUID:
        return work.new(Milestone, venture_id=venture_id, title="Prototype", **columns).id

    return UUID(str(await act(runtime, tenant, what)))


async def a_criterion(runtime: Runtime, tenant: TestTenant, milestone_id: UUID) -> UUID:
    given = AddCriterion(
        milestone_id=milestone_id, title="Intent F1", metric="F1", target="0.9", direction="at_least", unit="ratio"
    )
    done = await act(runtime, tenant, lambda work: add_criterion(work, given))
    return UUID(str(done.ids["criterion"]))


async def request(runtime: Runtime, tenant: TestTenant, milestone_id: UUID) -> UUID:
    given = RequestReview(milestone_id=milestone_id)
    done = await act(runtime, tenant, lambda work: request_review(work, given))
    return UUID(str(done.ids["review"]))


async def work_off(runtime: Runtime, tenant: TestTenant) -> None:
    await relay_all(runtime, tenant)
    while await plan(runtime, tenant.id) + await gather(runtime, tenant.id):
        pass
    await relay_all(runtime, tenant)


async def review_of(runtime: Runtime, tenant: TestTenant) -> dict[str, Any]:
    [row] = await rows(runtime, tenant, "SELECT * FROM review WHERE tenant_id = $1", tenant.id)
    return row


async def report_of(runtime: Runtime, tenant: TestTenant) -> tuple[str, dict[str, Any]]:
    [row] = await rows(
        runtime, tenant, "SELECT canonical, content::text FROM review_report WHERE tenant_id = $1", tenant.id
    )
    return row["canonical"], json.loads(row["content"])


async def told(runtime: Runtime, tenant: TestTenant) -> int:
    sql = "SELECT id FROM event WHERE tenant_id = $1 AND type = 'milestone.review.ready'"
    return len(await rows(runtime, tenant, sql, tenant.id))


async def test_a_requested_review_is_gathered_with_all_reasons(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    milestone_id = await a_milestone(
        runtime, tenant, venture_id, due_on=date(2027, 3, 1), baseline_due_on=date(2027, 2, 22), percent_complete=40
    )
    criterion_id = await a_criterion(runtime, tenant, milestone_id)
    risk_id = await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    await request(runtime, tenant, milestone_id)
    await work_off(runtime, tenant)

    review = await review_of(runtime, tenant)
    assert (review["state"], review["recommendation"], review["stale"]) == (
        "ready",
        "insufficient_evidence",
        False,
    )  # there is no forecast
    canonical, content = await report_of(runtime, tenant)
    assert review["content_hash"] == hashlib.sha256(canonical.encode()).hexdigest()
    assert json.loads(canonical) == content
    assert content["milestone"]["slip_working_days"] == 5
    assert content["milestone"]["percent_complete"] == 40
    assert content["criteria"][0]["result"] == "not_measured"
    assert content["risks"]["by_level"]["critical"] == 1
    assert [alert["rule"] for alert in content["alerts"]] == ["risk.level_critical"]
    assert {"forecast", "earned_value"} <= set(content["missing"])
    reasons = {reason["code"]: reason["facts"] for reason in content["reasons"]}
    assert reasons["criterion.must_not_measured"] == [external_id("criterion", criterion_id)]
    assert reasons["risk.critical_unanswered"] == [external_id("risk", risk_id)]
    assert await told(runtime, tenant) == 1


async def test_it_is_gathered_again_when_its_inputs_change_until_it_starts(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    milestone_id = await a_milestone(runtime, tenant, venture_id)
    criterion_id = await a_criterion(runtime, tenant, milestone_id)
    review_id = await request(runtime, tenant, milestone_id)
    await work_off(runtime, tenant)
    first = await review_of(runtime, tenant)

    clock.forward(minutes=1)
    given = RecordCriterion(criterion_id=criterion_id, result=CriterionOutcome.PASS)
    await act(runtime, tenant, lambda work: record_criterion(work, given))
    await relay_all(runtime, tenant)
    assert (await review_of(runtime, tenant))["stale"] is True
    await work_off(runtime, tenant)
    second = await review_of(runtime, tenant)
    assert second["content_hash"] != first["content_hash"]
    assert second["stale"] is False

    starting = StartReview(review_id=review_id)
    await act(runtime, tenant, lambda work: start_review(work, starting))
    again = RecordCriterion(criterion_id=criterion_id, result=CriterionOutcome.FAIL)
    await act(runtime, tenant, lambda work: record_criterion(work, again))
    await act(runtime, tenant, lambda work: work.mark("review", [review_id]))
    await work_off(runtime, tenant)
    third = await review_of(runtime, tenant)
    assert (third["state"], third["content_hash"]) == ("in_review", second["content_hash"])


@pytest.mark.parametrize("state", ["ready", "gathering"])
async def test_who_plans_a_review_and_what_makes_it_stale_do_not_wait_for_each_other(
    runtime: Runtime, tenant: TestTenant, settings: Settings, state: str
) -> None:
    venture_id = await a_venture(runtime, tenant)
    milestone_id = await a_milestone(runtime, tenant, venture_id)
    criterion_id = await a_criterion(runtime, tenant, milestone_id)
    await request(runtime, tenant, milestone_id)
    await work_off(runtime, tenant)
    await write(runtime, tenant, "UPDATE review SET state = :state WHERE tenant_id = :tenant", state=state)
    given = RecordCriterion(criterion_id=criterion_id, result=CriterionOutcome.PASS)
    await act(runtime, tenant, lambda work: record_criterion(work, given))
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work, superuser(settings) as database:
        locked = "SELECT pg_backend_pid() FROM review WHERE tenant_id = :tenant FOR NO KEY UPDATE"
        planner = await work.session.scalar(sa.text(locked), {"tenant": tenant.id})
        relaying = asyncio.create_task(relay(runtime, tenant.id))
        waits = "SELECT count(*) FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))"
        await until(lambda: database.fetchval(waits, planner), 1)
        await work.mark("monitor", [venture_id])
    await relaying
    assert (await review_of(runtime, tenant))["stale"] is (state == "ready")


async def test_a_key_milestone_gets_its_review_by_itself_when_the_time_has_come(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    due_on = clock.now().date() + timedelta(days=60)
    await a_milestone(runtime, tenant, venture_id, key=True, due_on=due_on)
    await a_milestone(runtime, tenant, venture_id, due_on=due_on)
    await work_off(runtime, tenant)
    review = await review_of(runtime, tenant)
    assert review["state"] == "planned"
    assert timedelta(days=5) <= due_on - review["planned_on"] <= timedelta(days=9)

    clock.forward(days=40)
    await work_off(runtime, tenant)
    assert (await review_of(runtime, tenant))["state"] == "planned"
    clock.forward(days=8)
    await work_off(runtime, tenant)
    review = await review_of(runtime, tenant)
    assert (review["state"], review["recommendation"]) == ("ready", "insufficient_evidence")


async def test_a_review_is_planned_in_the_working_days_of_its_ventures_calendar_and_anew_when_that_changes(
    runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    await caller.milestone(venture, key=True, due_on="2027-10-18")

    async def planned_on() -> date:
        await work_off(runtime, tenant)
        found: date = (await review_of(runtime, tenant))["planned_on"]
        return found

    assert await planned_on() == date(2027, 10, 11)
    golden_week = [f"2027-10-{day:02}" for day in (11, 12, 13)]
    made = await caller.make("create_calendar", name="Ours", is_default=True, off_days=golden_week)
    assert await planned_on() == date(2027, 10, 6)
    await caller.ask("update_calendar", id=external_id("calendar", made), off_days=golden_week[:1])
    assert await planned_on() == date(2027, 10, 8)
    every_day = await caller.make("create_calendar", name="Every day", week="1111111")
    await caller.ask("update_venture", id=venture, calendar_id=external_id("calendar", every_day))
    assert await planned_on() == date(2027, 10, 13)


async def test_a_milestone_that_moves_takes_its_review_along_and_one_that_is_no_key_loses_it(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    due_on = clock.now().date() + timedelta(days=30)
    milestone_id = await a_milestone(runtime, tenant, venture_id, key=True, due_on=due_on)
    await work_off(runtime, tenant)

    async def move(work: Work) -> None:
        (await work.get(Milestone, milestone_id)).due_on = due_on + timedelta(days=70)

    await act(runtime, tenant, move)
    clock.forward(days=30)
    await work_off(runtime, tenant)
    review = await review_of(runtime, tenant)
    assert review["state"] == "planned"
    assert review["planned_on"] > due_on

    async def demote(work: Work) -> None:
        (await work.get(Milestone, milestone_id)).key = False

    await act(runtime, tenant, demote)
    await work_off(runtime, tenant)
    assert (await review_of(runtime, tenant))["state"] == "cancelled"


async def test_three_failed_gatherings_are_a_failed_review_that_can_be_requested_again(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("cannot be built")

    monkeypatch.setattr(module, "build_report", broken)
    venture_id = await a_venture(runtime, tenant)
    milestone_id = await a_milestone(runtime, tenant, venture_id)
    await request(runtime, tenant, milestone_id)
    for _ in range(4):
        await work_off(runtime, tenant)
        clock.forward(minutes=1)
    review = await review_of(runtime, tenant)
    assert (review["state"], review["attempts"]) == ("failed", 3)
    assert "cannot be built" in review["error"]

    monkeypatch.undo()
    await request(runtime, tenant, milestone_id)
    await work_off(runtime, tenant)
    review = await review_of(runtime, tenant)
    assert (review["state"], review["error"]) == ("ready", None)

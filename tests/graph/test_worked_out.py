"""Values that are not stored follow from the rows and from the day that it is in the tenant's time zone."""

from __future__ import annotations

from collections.abc import Callable

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

MILESTONES = "{ milestones(orderBy: [{field: TITLE}]) { nodes { isOverdue daysLate daysSlipped openRiskCount } } }"


async def test_lateness_counts_from_the_due_day_to_the_end_or_to_today(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, reader_of: Callable[[Principal], Reader]
) -> None:
    caller, read = Caller(runtime, tenant.principal("owner")), reader_of(tenant.principal("owner"))
    venture = await caller.venture()
    due = f"{clock.now():%Y-%m-%d}"
    clock.forward(days=3)
    milestones = [await caller.milestone(venture, title, due_on=due) for title in ("A late", "B done", "C cancelled")]
    await caller.milestone(venture, "D open end")
    await caller.ask("update_milestone", id=milestones[1], status="done")
    await caller.ask("update_milestone", id=milestones[2], status="cancelled")
    await caller.risk(venture, "Open", milestone_ids=milestones[:1])
    closed = await caller.risk(venture, "Closed", milestone_ids=milestones[:1])
    await caller.ask("update_risk", id=closed, status="closed")
    clock.forward(days=2)
    nodes = (await read(MILESTONES))["milestones"]["nodes"]
    assert [row["isOverdue"] for row in nodes] == [True, False, False, False]
    assert [row["daysLate"] for row in nodes] == [5, 3, 0, None]
    assert [row["openRiskCount"] for row in nodes] == [1, 0, 0, 0]
    assert (await read("{ ventures { nodes { overdueMilestoneCount openRiskCount } } }"))["ventures"]["nodes"] == [
        {"overdueMilestoneCount": 1, "openRiskCount": 1}
    ]
    ordered = "{ milestones(orderBy: [{field: DAYS_LATE, direction: DESC}], filter: {isOverdue: {eq: true}, "
    ordered += "daysLate: {gte: 5}}) { nodes { title } aggregate { max { daysLate } } } }"
    found = (await read(ordered))["milestones"]
    assert found == {"nodes": [{"title": "A late"}], "aggregate": [{"max": {"daysLate": 5}}]}


async def test_actions_and_assessments_run_late_and_resources_run_out(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, reader_of: Callable[[Principal], Reader]
) -> None:
    caller, read = Caller(runtime, tenant.principal("owner")), reader_of(tenant.principal("owner"))
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    risk = await caller.risk(venture, "Risk")
    day = f"{clock.now():%Y-%m-%d}"
    await caller.ask(
        "assess_risk", risk_id=risk, probability_level=5, impact_level=5, next_on=f"{clock.now():%Y-%m-%d}"
    )
    response = f"response_{(await caller.make('add_response', risk_id=risk, kind='mitigate', title='Answer')).hex}"
    await caller.make("add_action", response_id=response, title="Late", due_on=day)
    await caller.make("add_action", response_id=response, title="No day")
    data = await caller.make(
        "create_resource", venture_id=venture, kind="data", name="Data", amount="10", expires_on=day
    )
    await caller.make("create_allocation", resource_id=f"resource_{data.hex}", milestone_id=milestone, amount="4")
    await caller.make("create_resource", venture_id=venture, kind="data", name="Unknown")
    text = (
        "{ risks { nodes { isAssessmentOverdue openActionCount responses(first: 5) { nodes { actions(first: 5) { nodes "
    )
    text += "{ title isOverdue daysLate } } } } } } resources { nodes { allocated remaining isExpired } } }"
    before = await read(text)
    assert before["risks"]["nodes"][0]["isAssessmentOverdue"] is False
    clock.forward(days=2)
    after = await read(text)
    [found] = after["risks"]["nodes"]
    assert (found["isAssessmentOverdue"], found["openActionCount"]) == (True, 2)
    actions = found["responses"]["nodes"][0]["actions"]["nodes"]
    assert actions == [
        {"title": "Late", "isOverdue": True, "daysLate": 2},
        {"title": "No day", "isOverdue": False, "daysLate": None},
    ]
    assert after["resources"]["nodes"] == [
        {"allocated": "4.000000", "remaining": "6.000000", "isExpired": True},
        {"allocated": "0.000000", "remaining": None, "isExpired": False},
    ]

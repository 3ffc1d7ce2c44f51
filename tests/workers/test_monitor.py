"""The monitor fires once, tells once, resolves, and survives a rule that cannot be evaluated."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Entity, table_class, tables
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.gathering import INPUTS as REVIEW_INPUTS
from domain.reviews.gathering import PLAN_INPUTS
from domain.risks import tenant_rules
from domain.risks.acknowledging import AcknowledgeAlert, acknowledge_alert
from domain.risks.assessing import AssessRisk, assess_risk
from domain.risks.commands import CreateRisk, create_risk
from domain.risks.monitoring import registry
from domain.risks.monitoring.facts_sql import PRESENT
from domain.risks.monitoring.inputs import INPUTS, MILESTONES, PEOPLE, VERBS
from domain.risks.ruling import ConfigureRule, configure_rule
from domain.ventures.tables import Venture
from domain.webhooks.event_types import event_types
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import act, relay_all, rows
from workers.monitor import monitor

OF_WORKERS = ("risk.alert.", "rule.evaluation.", "milestone.review.ready", "webhook.", "webhook_endpoint.")
"""What workers write."""


def test_no_event_of_a_worker_makes_anything_due_for_a_worker() -> None:
    known = {kind for kind in event_types() if kind.startswith(OF_WORKERS)}
    assert len(known) >= 12
    assert not known & (INPUTS | REVIEW_INPUTS | PLAN_INPUTS)


def test_what_makes_something_due_is_told_and_all_that_rules_look_at_makes_the_monitor_due() -> None:
    """Each input is an event that there is, and every entity in the statement of facts is an input."""
    due = INPUTS | PEOPLE | MILESTONES
    assert (due | REVIEW_INPUTS | PLAN_INPUTS) <= event_types().keys()
    read = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)", str(PRESENT))) & {str(one.__tablename__) for one in tables()}
    entities = [table for name in read if issubclass(table := table_class(name), Entity)]
    assert len(entities) > 25
    for table in entities:
        assert {f"{table.word}.{verb}" for verb in VERBS} <= due, table.word


async def a_venture(runtime: Runtime, tenant: TestTenant, key: str = "AIX") -> UUID:
    async def what(work: Work) -> UUID:
        return work.new(Venture, name="Aurora Intent", key=key).id

    return UUID(str(await act(runtime, tenant, what)))


async def a_critical_risk(runtime: Runtime, tenant: TestTenant, venture_id: UUID) -> UUID:
    given = CreateRisk(venture_id=venture_id, title="Data runs out", category="technical")
    done = await act(runtime, tenant, lambda work: create_risk(work, given))
    risk_id = UUID(str(done.ids["risk"]))
    await assess(runtime, tenant, risk_id, 5, 5)
    return risk_id


async def assess(runtime: Runtime, tenant: TestTenant, risk_id: UUID, probability: int, impact: int) -> None:
    given = AssessRisk(risk_id=risk_id, probability_level=probability, impact_level=impact)
    await act(runtime, tenant, lambda work: assess_risk(work, given))


async def look(runtime: Runtime, tenant: TestTenant) -> None:
    await relay_all(runtime, tenant)
    while await monitor(runtime, tenant.id):
        pass


async def alerts(runtime: Runtime, tenant: TestTenant, rule: str) -> list[dict[str, Any]]:
    return await rows(
        runtime, tenant, "SELECT * FROM alert WHERE tenant_id = $1 AND rule = $2 ORDER BY id", tenant.id, rule
    )


async def told(runtime: Runtime, tenant: TestTenant, rule: str) -> list[str]:
    found = await rows(
        runtime,
        tenant,
        "SELECT type FROM event WHERE tenant_id = $1 AND subject_type = 'alert' AND data ->> 'rule' = $2 ORDER BY id",
        tenant.id,
        rule,
    )
    return [row["type"].rpartition(".")[2] for row in found]


async def test_a_critical_risk_fires_once_and_resolves(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    risk_id = await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert (alert["state"], alert["severity"], alert["category"]) == ("firing", "critical", "technical")
    assert alert["summary"] == f"Risk “Data runs out” has been critical since {clock.now().date()}."
    assert await told(runtime, tenant, "risk.level_critical") == ["fired"]

    clock.forward(minutes=1)
    await assess(runtime, tenant, risk_id, 1, 1)
    await look(runtime, tenant)

    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "cleared")
    assert await told(runtime, tenant, "risk.level_critical") == ["fired", "resolved"]
    steps = await rows(
        runtime,
        tenant,
        "SELECT transition, told FROM alert_transition WHERE tenant_id = $1 AND alert_id = $2 ORDER BY id",
        tenant.id,
        alert["id"],
    )
    assert [(row["transition"], row["told"]) for row in steps] == [("fired", True), ("resolved", True)]

    clock.forward(minutes=1)
    await assess(runtime, tenant, risk_id, 5, 5)
    await look(runtime, tenant)
    first, second = await alerts(runtime, tenant, "risk.level_critical")
    assert second["previous_alert_id"] == first["id"]


async def test_an_alert_event_carries_all_that_a_reader_needs(runtime: Runtime, tenant: TestTenant) -> None:
    venture_id = await a_venture(runtime, tenant)
    risk_id = await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    [event] = await rows(
        runtime,
        tenant,
        "SELECT venture_id, category, severity, data::text AS data FROM event "
        "WHERE tenant_id = $1 AND type = 'risk.alert.fired'",
        tenant.id,
    )
    data = json.loads(event["data"])
    assert (event["venture_id"], event["category"], event["severity"]) == (venture_id, "technical", "critical")
    assert data["subject"] == {"type": "risk", "id": external_id("risk", risk_id), "name": "Data runs out"}
    assert data["venture"]["name"] == "Aurora Intent"
    assert data["evidence"] == {"level": "critical", "status": "open"}
    assert data["revision"] == 1
    assert data["links"]["subject"].endswith(external_id("risk", risk_id))


async def test_a_hold_is_waited_for_by_a_due_time(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    [pending] = await alerts(runtime, tenant, "risk.no_owner")
    assert pending["state"] == "pending"
    [due] = await rows(
        runtime, tenant, "SELECT due, lease FROM work WHERE tenant_id = $1 AND kind = 'monitor'", tenant.id
    )
    assert due["lease"] is None
    assert clock.now() < due["due"] <= clock.now() + timedelta(days=1)

    clock.forward(days=1, seconds=1)
    assert await monitor(runtime, tenant.id) == 1
    [firing] = await alerts(runtime, tenant, "risk.no_owner")
    assert (firing["state"], firing["id"]) == ("firing", pending["id"])


async def test_a_pending_alert_whose_condition_goes_leaves_nothing(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    risk_id = await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    clock.forward(minutes=1)
    await assess(runtime, tenant, risk_id, 1, 1)
    await look(runtime, tenant)
    assert await alerts(runtime, tenant, "risk.no_owner") == []
    assert await told(runtime, tenant, "risk.no_owner") == []


async def test_two_monitors_at_once_fire_one_alert(runtime: Runtime, tenant: TestTenant) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await relay_all(runtime, tenant)
    await asyncio.gather(*(monitor(runtime, tenant.id) for _ in range(4)))
    assert len(await alerts(runtime, tenant, "risk.level_critical")) == 1
    assert await told(runtime, tenant, "risk.level_critical") == ["fired"]


async def test_archiving_the_subject_or_the_venture_resolves(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)

    async def overdue(work: Work) -> UUID:
        row = work.new(Milestone, venture_id=venture_id, title="Prototype", due_on=date(2020, 1, 1))
        return row.id

    milestone_id = await act(runtime, tenant, overdue)
    await look(runtime, tenant)

    async def archive_milestone(work: Work) -> None:
        (await work.get(Milestone, milestone_id)).archived_at = work.now

    clock.forward(minutes=1)
    await act(runtime, tenant, archive_milestone)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "milestone.overdue")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived")

    async def archive_venture(work: Work) -> None:
        (await work.get(Venture, venture_id)).archived_at = work.now

    clock.forward(minutes=1)
    await act(runtime, tenant, archive_venture)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived")


async def test_a_done_milestone_is_not_overdue_any_more(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)

    async def overdue(work: Work) -> UUID:
        return work.new(Milestone, venture_id=venture_id, title="Prototype", due_on=date(2020, 1, 1)).id

    milestone_id = await act(runtime, tenant, overdue)
    await look(runtime, tenant)

    async def finish(work: Work) -> None:
        (await work.get(Milestone, milestone_id)).status = MilestoneStatus.DONE

    clock.forward(minutes=1)
    await act(runtime, tenant, finish)
    await look(runtime, tenant)
    assert await told(runtime, tenant, "milestone.overdue") == ["fired", "resolved"]


async def test_a_rule_that_raises_is_told_at_the_third_time_and_the_others_go_on(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = registry.RULES["risk.no_owner"]

    def broken(*_: Any) -> Any:
        raise RuntimeError("no such fact")

    bad = replace(usual, evaluate=broken)
    monkeypatch.setattr(tenant_rules, "RULES", {**registry.RULES, "risk.no_owner": bad})
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    for _ in range(5):
        await look(runtime, tenant)
        clock.forward(minutes=6)
    assert await told(runtime, tenant, "risk.level_critical") == ["fired"]
    failing = await rows(
        runtime, tenant, "SELECT id FROM event WHERE tenant_id = $1 AND type = 'rule.evaluation.failing'", tenant.id
    )
    assert len(failing) == 1
    [health] = await rows(
        runtime, tenant, "SELECT rule, failures, error FROM rule_health WHERE tenant_id = $1", tenant.id
    )
    assert (health["rule"], health["error"]) == ("risk.no_owner", "RuntimeError: no such fact")
    assert health["failures"] >= 3

    monkeypatch.undo()
    clock.forward(minutes=6)
    await look(runtime, tenant)
    [health] = await rows(runtime, tenant, "SELECT failures, error FROM rule_health WHERE tenant_id = $1", tenant.id)
    assert health == {"failures": 0, "error": None}


async def test_what_workers_store_makes_no_venture_due(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    await relay_all(runtime, tenant)
    written = await rows(
        runtime,
        tenant,
        "SELECT DISTINCT type FROM event WHERE tenant_id = $1 AND actor ->> 'type' = 'worker'",
        tenant.id,
    )
    kinds = {row["type"] for row in written}
    assert "risk.alert.fired" in kinds
    # The tenant itself was made by a worker as well: what is told of it is not of the monitor.
    of_workers = {kind for kind in kinds if kind.startswith(OF_WORKERS)}
    assert not of_workers & (INPUTS | REVIEW_INPUTS | PLAN_INPUTS)
    [row] = await rows(runtime, tenant, "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'monitor'", tenant.id)
    assert row["due"] > clock.now()


async def change_rule(runtime: Runtime, tenant: TestTenant, code: str, **settings: Any) -> None:
    given = ConfigureRule(code=code, **settings)
    await act(runtime, tenant, lambda work: configure_rule(work, given))


async def test_a_rule_that_is_turned_off_resolves_and_on_again_fires_anew(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    clock.forward(minutes=1)
    await change_rule(runtime, tenant, "risk.level_critical", enabled=False)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "rule_disabled")
    clock.forward(minutes=1)
    await change_rule(runtime, tenant, "risk.level_critical", enabled=True)
    await look(runtime, tenant)
    assert await told(runtime, tenant, "risk.level_critical") == ["fired", "resolved", "fired"]


async def test_a_longer_hold_resolves_a_young_alert_and_lets_it_wait_again(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    clock.forward(minutes=1)
    await change_rule(runtime, tenant, "risk.level_critical", hold_seconds=3600)
    await look(runtime, tenant)
    first, second = await alerts(runtime, tenant, "risk.level_critical")
    assert (first["state"], first["resolved_reason"]) == ("resolved", "rule_changed")
    assert (second["state"], second["since"]) == ("pending", first["since"])
    clock.forward(hours=1)
    assert await monitor(runtime, tenant.id) == 1
    assert await told(runtime, tenant, "risk.level_critical") == ["fired", "resolved", "fired"]


async def test_an_unacknowledged_critical_alert_is_escalated_and_an_acknowledged_one_is_left_alone(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    clock.forward(hours=4, seconds=1)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert alert["escalation_step"] == 1
    given = AcknowledgeAlert(alert_id=alert["id"], note="Calling the partner")
    await act(runtime, tenant, lambda work: acknowledge_alert(work, given))
    clock.forward(days=30)
    await look(runtime, tenant)
    assert await told(runtime, tenant, "risk.level_critical") == ["fired", "escalated", "acknowledged"]


async def test_a_flapping_alert_is_told_of_once_an_hour(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture_id = await a_venture(runtime, tenant)
    risk_id = await a_critical_risk(runtime, tenant, venture_id)
    await look(runtime, tenant)
    for _ in range(5):
        for level in (1, 5):
            clock.forward(minutes=1)
            await assess(runtime, tenant, risk_id, level, level)
            await look(runtime, tenant)
    heard = await told(runtime, tenant, "risk.level_critical")
    assert len(heard) < 11
    [flapping] = await rows(
        runtime,
        tenant,
        "SELECT since FROM alert_flapping WHERE tenant_id = $1 AND rule = 'risk.level_critical'",
        tenant.id,
    )
    assert flapping["since"] is not None
    for _ in range(30):
        clock.forward(hours=1)
        await look(runtime, tenant)
    assert (await told(runtime, tenant, "risk.level_critical"))[-1] in ("flapping", "fired", "escalated")
    kept = await rows(runtime, tenant, "SELECT since FROM alert_flapping WHERE tenant_id = $1", tenant.id)
    assert [row for row in kept if row["since"] is not None] == []

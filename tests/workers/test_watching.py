"""Registers watch what is measured and borne: over the real database, from the command to the alert."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import instant_text
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.monitoring.reading import Watched, read_watched
from domain.series.levels import IndicatorState
from domain.series.trends import TrendDirection
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act
from tests.workers.test_monitor import alerts, look, told
from workers.acceptances import tend_acceptances
from workers.exposures import work_out_exposures
from workers.trends import work_out_trends

WEEKLY = ["0.912", "0.915", "0.909", "0.906", "0.907", "0.899", "0.901", "0.893", "0.890", "0.886"]


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner."""
    return Caller(runtime, tenant.principal())


async def _falling(caller: Caller, clock: SettableClock, **more: str) -> str:
    """An indicator whose last reading, twelve days ago, is the last of the falling series."""
    given = {"name": "Accuracy", "direction": "lower_is_worse", "warning": "0.88", "critical": "0.87"} | more
    indicator = external_id("indicator", await caller.make("create_indicator", **given))
    first = clock.now() - timedelta(days=12, weeks=9)
    readings = [{"at": instant_text(first + timedelta(weeks=n)), "value": value} for n, value in enumerate(WEEKLY)]
    await caller.ask("record_readings", indicator_id=indicator, readings=readings)
    return indicator


async def test_an_indicators_fall_is_told_then_its_crossing_and_then_the_trend_is_muted(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    risk = await caller.risk(venture)
    indicator = await _falling(caller, clock, risk_id=risk)
    await work_out_trends(runtime, tenant.id)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "indicator.trend")
    assert (alert["state"], alert["subject_type"], alert["category"]) == ("firing", "indicator", "legal")
    assert alert["subject_id"] == parse_id("indicator", indicator)
    assert await alerts(runtime, tenant, "indicator.warning") == []
    assert await alerts(runtime, stranger, "indicator.trend") == []

    clock.forward(minutes=1)
    now = [{"at": instant_text(clock.now()), "value": "0.86"}]
    await caller.ask("record_readings", indicator_id=indicator, readings=now)
    await work_out_trends(runtime, tenant.id)
    await look(runtime, tenant)
    [critical] = await alerts(runtime, tenant, "indicator.critical")
    [warning] = await alerts(runtime, tenant, "indicator.warning")
    assert (critical["state"], critical["withheld"]) == ("firing", None)
    assert (warning["state"], warning["withheld"]) == ("firing", "inhibited")
    assert await told(runtime, tenant, "indicator.warning") == []

    await caller.ask("archive_indicator", id=indicator)
    for rule in ("indicator.critical", "indicator.warning", "indicator.trend"):
        [alert] = await alerts(runtime, tenant, rule)
        assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived"), rule


async def test_an_indicator_goes_stale_by_itself(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    await _falling(caller, clock, venture_id=await caller.venture())
    await look(runtime, tenant)
    assert await alerts(runtime, tenant, "indicator.stale") == []
    clock.forward(days=2, minutes=1)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "indicator.stale")
    assert (alert["state"], alert["severity"]) == ("firing", "info")


async def test_the_past_of_an_indicator_is_worked_out_from_its_readings(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    clock.forward(days=100)
    venture = await caller.venture()
    clock.forward(days=100)
    await _falling(caller, clock, venture_id=venture, warning="0.89")
    await work_out_trends(runtime, tenant.id)

    async def at(days: float | None) -> Watched | None:
        moment = None if days is None else clock.now() - timedelta(days=days)
        return await act(runtime, tenant, lambda work: read_watched(work, parse_id("venture", venture), moment))

    present = await at(None)
    assert present is not None
    [now] = present.facts.indicators
    assert (now.state, now.trend, now.latest_value) == (
        IndicatorState.WARNING,
        TrendDirection.FALLING,
        Decimal("0.886"),
    )
    tried = await caller.ask("try_rule", code="indicator.trend", days=30, venture_ids=[venture])
    assert tried.reports["trial"]["firing_count"] == 1


async def test_an_acceptance_silences_lapses_and_is_told_of(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    risk = await caller.risk(venture)
    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    asked = await caller.make(
        "request_acceptance", risk_id=risk, expires_on=str(clock.now().date() + timedelta(days=3)), reason="Bearable"
    )
    other = Caller(runtime, tenant.principal(Role.ADMIN))
    await other.ask("approve_acceptance", acceptance_id=external_id("acceptance", asked))
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert (alert["state"], alert["withheld"]) == ("firing", "accepted")
    await caller.ask("acknowledge_alert", alert_id=external_id("alert", alert["id"]))
    assert await told(runtime, tenant, "risk.level_critical") == [], "nobody hears of what is accepted"

    clock.forward(days=5)
    await tend_acceptances(runtime, tenant.id)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "risk.level_critical")
    assert alert["withheld"] is None
    assert "fired" in await told(runtime, tenant, "risk.level_critical")
    [expired] = await alerts(runtime, tenant, "acceptance.expired")
    assert (expired["state"], expired["severity"]) == ("firing", "warning")

    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=4)
    await look(runtime, tenant)
    [expired] = await alerts(runtime, tenant, "acceptance.expired")
    assert expired["state"] == "resolved"


async def test_a_breached_appetite_is_an_alert_until_the_limit_is_given_up(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    theirs = Caller(runtime, stranger.principal())
    await theirs.ask("set_risk_appetite", venture_id=await theirs.venture(), amount="1")
    loss = {"low": "100000", "likely": "100000", "high": "100000"}
    risk = await caller.risk(venture)
    await caller.ask("assess_risk", risk_id=risk, probability="0.5", impact=loss)
    limit = await caller.make("set_risk_appetite", venture_id=venture, category="legal", amount="30000")
    await caller.ask("set_risk_appetite", amount="60000")
    await look(runtime, tenant)
    while await work_out_exposures(runtime, tenant.id):
        pass
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "register.appetite")
    assert (alert["state"], alert["subject_id"], alert["severity"]) == ("firing", limit, "warning")
    [exposed] = await alerts(runtime, tenant, "register.exposure")
    assert exposed["state"] == "pending", "it is held for a day"
    clock.forward(days=1, minutes=1)
    await look(runtime, tenant)
    [exposed] = await alerts(runtime, tenant, "register.exposure")
    assert exposed["state"] == "firing"

    await caller.ask("archive_risk_appetite", id=external_id("risk_appetite", limit))
    [alert] = await alerts(runtime, tenant, "register.appetite")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived")
    assert await alerts(runtime, stranger, "register.appetite") == []


async def test_the_action_of_an_issue_is_its_plan_and_a_milestone_brings_its_risk_near(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    member = external_id("member", tenant.members[Role.MANAGER])
    due = str(clock.now().date() + timedelta(days=10))
    milestone = await caller.milestone(venture, due_on=due)
    risk = await caller.risk(venture, milestone_ids=[milestone])
    await caller.ask("assess_risk", risk_id=risk, probability_level=4, impact_level=4)
    await look(runtime, tenant)
    [near] = await alerts(runtime, tenant, "risk.proximity")
    assert near["state"] == "firing"
    action = {"title": "Call the second supplier", "owner_id": member, "due_on": due}
    await caller.ask("record_occurrence", risk_id=risk, actions=[action])
    clock.forward(days=2)
    await look(runtime, tenant)
    assert await alerts(runtime, tenant, "risk.issue_without_plan") == []

    async def facts(work: Work) -> int:
        watched = await read_watched(work, parse_id("venture", venture))
        assert watched is not None
        return sum(action.risk_id == parse_id("risk", risk) for action in watched.facts.actions)

    assert await act(runtime, tenant, facts) == 1

"""Forecasts follow what people change: coalesced, once for the same inputs, and every night."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeVar

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.forecasting import connecting
from domain.kernel.computing import Computing
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.milestones.tables import Dependency, Milestone
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.workers.conftest import act, relay_all, rows
from workers.forecasts import work_out_forecasts

R = TypeVar("R")
QUANTILES: Final = ("p10", "p50", "p80", "p90")
STAMP: Final = "SELECT inputs_hash, status_on, computed_at FROM venture_forecast WHERE tenant_id = $1"
ASKED = """{ ventures(first: 5) { nodes { name
  forecast { p10 p50 p80 p90 milestones connectedVentures draws criticalPath { title } drivers { kind title rho }
    missing { gap } }
  milestones(first: 9) { nodes { title p80On forecast {
    p10 p50 p80 p90 probabilityOfDueDate criticality isCritical totalFloatDays earlyStartOn earlyFinishOn
    histogram { fromOn toOn share } drivers { kind title meanDays p80Days rho } missing { gap riskId milestoneId }
  } forecastDays { day p80On percentComplete plannedPercent } } } } } }"""


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner."""
    return Caller(runtime, tenant.principal())


async def run_all(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> int:
    """Relay, wait until marks are due, and work off all forecasts. Answers how many were due."""
    await relay_all(runtime, tenant)
    clock.forward(seconds=1)
    count = 0
    while done := await work_out_forecasts(runtime, tenant.id):
        count += done
    return count


async def read(caller: Caller) -> list[Any]:
    found = await Reader(caller.runtime, Engine(caller.runtime), caller.principal)(ASKED)
    return list(found["ventures"]["nodes"])


async def test_a_milestone_is_forecast_from_its_estimate_its_predecessors_and_its_risks(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    three = {"optimistic": "5", "likely": "8", "pessimistic": "17"}
    first = await caller.milestone(venture, "Data", estimate=three, due_on="2099-01-05")
    second = await caller.milestone(venture, "Training", estimate=three, due_on="2099-01-05")
    await caller.ask("add_dependency", predecessor_id=first, successor_id=second)
    risk = await caller.risk(venture, "Labels are late")
    days = {"low": "10", "likely": "10", "high": "10"}
    await caller.ask("assess_risk", risk_id=risk, probability="0.3", impact_level=3, delay=days)
    await caller.ask("add_risk_milestone", risk_id=risk, milestone_id=first)
    assert await run_all(runtime, tenant, clock) == 1
    (found,) = await read(caller)
    whole, (data, training) = found["forecast"], found["milestones"]["nodes"]
    assert (whole["milestones"], whole["connectedVentures"], whole["draws"]) == (2, 1, 10_000)
    assert [one["title"] for one in whole["criticalPath"]] == ["Data", "Training"]
    assert [one["title"] for one in whole["drivers"]] == ["Labels are late", "Data", "Training"]
    assert {name: whole[name] for name in QUANTILES} == {name: training["forecast"][name] for name in QUANTILES}
    for milestone in (data, training):
        forecast = milestone["forecast"]
        days = [forecast[name] for name in QUANTILES]
        assert days == sorted(days) and milestone["p80On"] == forecast["p80"]
        assert sum(Decimal(bar["share"]) for bar in forecast["histogram"]) == pytest.approx(1, abs=1e-4)
        assert (forecast["probabilityOfDueDate"], forecast["criticality"]) == ("1.000000", "1.000000")
        assert (forecast["isCritical"], forecast["totalFloatDays"], forecast["missing"]) == (True, 0, [])
        (day,) = milestone["forecastDays"]
        assert (day["day"], day["p80On"], day["percentComplete"]) == (clock.now().date().isoformat(), days[2], 0)
    (strike, share) = data["forecast"]["drivers"]
    assert float(strike["meanDays"]) == pytest.approx(3, abs=0.2) and float(strike["p80Days"]) > 4
    assert share == {"kind": "MILESTONE", "title": "Data", "meanDays": None, "p80Days": None, "rho": "1.0000"}


async def test_what_is_not_known_is_named_and_not_guessed(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    planned = await caller.milestone(venture, "Planned", start_on="2098-01-06", due_on="2098-01-17")
    await caller.milestone(venture, "Unknown")
    for given in ({}, {"probability_level": 2, "impact_level": 2}):
        risk = await caller.risk(venture)
        await caller.ask("add_risk_milestone", risk_id=risk, milestone_id=planned)
        if given:
            await caller.ask("assess_risk", risk_id=risk, **given)
    await run_all(runtime, tenant, clock)
    (found,) = await read(caller)
    known, unknown = found["milestones"]["nodes"]
    assert {known["forecast"][name] for name in QUANTILES} == {"2098-01-17"}, "its plan is taken as certain"
    assert {gap["gap"] for gap in known["forecast"]["missing"]} == {
        *("ESTIMATE", "RISK_ASSESSMENT", "RISK_PROBABILITY", "RISK_DELAY")
    }
    assert {unknown["forecast"][name] for name in QUANTILES} == {None}
    assert [gap["gap"] for gap in unknown["forecast"]["missing"]] == ["ESTIMATE", "DATES", "DUE_DATE"]
    assert {gap["gap"] for gap in found["forecast"]["missing"]} > {"DATES", "RISK_DELAY"}


async def test_a_hundred_edits_make_one_run_and_the_same_inputs_none(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    milestone = await _small(caller)
    for day in range(100):
        await caller.ask("update_milestone", id=milestone, due_on=f"2098-03-{day % 28 + 1:02}")
        await relay_all(runtime, tenant)
        assert await work_out_forecasts(runtime, tenant.id) == 0, "it waits for further changes"
    assert await run_all(runtime, tenant, clock) == 1
    before = await rows(runtime, tenant, STAMP, tenant.id)
    clock.forward(seconds=10)
    await caller.ask("update_milestone", id=milestone, title="Another name")
    assert await run_all(runtime, tenant, clock) == 1
    assert await rows(runtime, tenant, STAMP, tenant.id) == before, "a title is no input"
    await caller.ask("update_milestone", id=milestone, percent_complete=50)
    assert await run_all(runtime, tenant, clock) == 1
    assert await rows(runtime, tenant, STAMP, tenant.id) != before


async def test_every_night_at_the_tenants_midnight_they_are_drawn_again(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    clock.set(clock.now().replace(hour=12))
    await _small(caller)
    await run_all(runtime, tenant, clock)
    midnight = clock.now().replace(hour=0, minute=0, second=0) + timedelta(days=1)
    due = "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'forecast'"
    assert await rows(runtime, tenant, due, tenant.id) == [{"due": midnight}]
    clock.set(midnight - timedelta(seconds=1))
    assert await work_out_forecasts(runtime, tenant.id) == 0
    clock.set(midnight)
    assert await work_out_forecasts(runtime, tenant.id) == 1
    assert [row["status_on"] for row in await rows(runtime, tenant, STAMP, tenant.id)] == [midnight.date()]
    days = "SELECT day FROM forecast_day WHERE tenant_id = $1 ORDER BY day"
    kept = [row["day"] for row in await rows(runtime, tenant, days, tenant.id)]
    assert kept == [midnight.date() - timedelta(days=1), midnight.date()]


async def test_a_process_that_dies_is_one_failed_attempt(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _small(caller)
    await relay_all(runtime, tenant)
    clock.forward(seconds=1)
    monkeypatch.setenv("MILEPOST_TEST_CRASH_AT", "forecast.drawing")
    assert await work_out_forecasts(runtime, tenant.id) == 1
    noted = "SELECT attempts, error FROM work WHERE tenant_id = $1 AND kind = 'forecast'"
    (row,) = await rows(runtime, tenant, noted, tenant.id)
    assert row["attempts"] == 1 and "ComputationLost" in row["error"]
    assert await rows(runtime, tenant, STAMP, tenant.id) == []
    monkeypatch.delenv("MILEPOST_TEST_CRASH_AT")
    clock.forward(seconds=5)
    assert await work_out_forecasts(runtime, tenant.id) == 1
    assert len(await rows(runtime, tenant, STAMP, tenant.id)) == 1
    (row,) = await rows(runtime, tenant, noted, tenant.id)
    assert (row["attempts"], row["error"]) == (0, None)


class Meddling(Computing):
    """Lets somebody change something while the first computation is on."""

    def __init__(self, meddle: Callable[[], Awaitable[Any]]) -> None:
        super().__init__(1)
        self.meddle: Callable[[], Awaitable[Any]] | None = meddle
        self.runs = 0

    async def run(self, seconds: float, function: Callable[..., R], *arguments: object) -> R:
        self.runs += 1
        answer = await super().run(seconds, function, *arguments)
        meddle, self.meddle = self.meddle, None
        if meddle is not None:
            await meddle()
        return answer


async def test_what_is_changed_during_a_run_is_drawn_again_and_never_mixed(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    milestone = await _small(caller)
    computing = Meddling(lambda: caller.ask("update_milestone", id=milestone, due_on="2027-05-05"))
    meddled = replace(runtime, clock=clock)
    meddled.__dict__["computing"] = computing
    await relay_all(runtime, tenant)
    clock.forward(seconds=1)
    assert await work_out_forecasts(meddled, tenant.id) == 1
    assert await rows(runtime, tenant, STAMP, tenant.id) == [], "nothing is stored that was overtaken"
    assert await work_out_forecasts(meddled, tenant.id) == 1
    seen = "SELECT due_on_seen FROM forecast WHERE tenant_id = $1"
    assert [row["due_on_seen"] for row in await rows(runtime, tenant, seen, tenant.id)] == [date(2027, 5, 5)]
    assert computing.runs == 2
    await computing.close()


async def test_what_is_reached_loses_its_forecast_and_keeps_its_days(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    milestone = await _small(caller)
    await run_all(runtime, tenant, clock)
    await caller.ask("update_milestone", id=milestone, status="done")
    await run_all(runtime, tenant, clock)
    (found,) = await read(caller)
    (done,) = found["milestones"]["nodes"]
    assert done["forecast"] is None and done["p80On"] is None and len(done["forecastDays"]) == 1
    assert found["forecast"]["p80"] is None


async def test_the_monitor_and_reviews_look_again_after_a_forecast_and_nothing_marks_backwards(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    await _small(caller)
    await relay_all(runtime, tenant)
    clock.forward(seconds=1)
    wanted = "SELECT kind, wanted FROM work WHERE tenant_id = $1 AND kind IN ('monitor', 'forecast')"
    before = {row["kind"]: row["wanted"] for row in await rows(runtime, tenant, wanted, tenant.id)}
    await work_out_forecasts(runtime, tenant.id)
    after = {row["kind"]: row["wanted"] for row in await rows(runtime, tenant, wanted, tenant.id)}
    assert after == {"monitor": before["monitor"] + 1, "forecast": before["forecast"]}
    assert await rows(runtime, tenant, "SELECT 1 FROM event WHERE tenant_id = $1 AND due IS NOT NULL", tenant.id) == []


async def test_ventures_that_hang_together_are_drawn_in_one_go_under_the_smallest_id(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    first, second = await caller.venture("First"), await caller.venture("Second")
    before, after = await _small(caller, first, "Before"), await _small(caller, second, "After")
    await _depends(runtime, tenant, before, after)
    foreign = Caller(runtime, stranger.principal())
    await _small(foreign, await foreign.venture("Elsewhere"))
    computing = Meddling(_nothing)
    runtime.__dict__["computing"] = computing
    assert await run_all(runtime, tenant, clock) == 2
    assert computing.runs == 1
    one, other = sorted(await read(caller), key=lambda venture: str(venture["name"]))
    assert one["forecast"]["connectedVentures"] == other["forecast"]["connectedVentures"] == 2
    assert one["forecast"]["p50"] < other["forecast"]["p50"]
    assert {driver["title"] for driver in other["forecast"]["drivers"]} == {"Before", "After"}
    await caller.ask("update_milestone", id=after, percent_complete=20)
    assert await run_all(runtime, tenant, clock) == 2, "the mark of the second is passed on to the first"
    assert computing.runs == 2
    midnight = (
        "SELECT count(DISTINCT due) AS dues, count(*) AS marks FROM work WHERE tenant_id = $1 AND kind = 'forecast'"
    )
    assert await rows(runtime, tenant, midnight, tenant.id) == [{"dues": 1, "marks": 2}]
    assert await rows(runtime, stranger, STAMP, stranger.id) == [], "no other tenant's are touched"
    restricted = replace(caller.principal, venture_ids=frozenset({parse_id("venture", second)}))
    (seen,) = await read(Caller(runtime, restricted))
    assert [driver["title"] for driver in seen["forecast"]["drivers"]] == ["After"], "what may not be seen is not named"


async def test_too_many_milestones_enter_by_their_stored_forecasts(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "MOST_MILESTONES", 1)
    first, second = await caller.venture("First"), await caller.venture("Second")
    before, after = await _small(caller, first, "Before"), await _small(caller, second, "After")
    await _depends(runtime, tenant, before, after)
    assert await run_all(runtime, tenant, clock) <= 3, "and those that wait for it are drawn again"
    one, other = sorted(await read(caller), key=lambda venture: str(venture["name"]))
    assert one["forecast"]["p50"] < other["forecast"]["p50"]
    assert [gap["gap"] for gap in other["forecast"]["missing"]] == ["FOREIGN_FORECAST"]
    assert [gap["gap"] for gap in other["milestones"]["nodes"][0]["forecast"]["missing"]] == ["FOREIGN_FORECAST"]


async def test_open_tasks_are_forecast_by_the_pace_of_past_weeks(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    asked = (
        "{ ventures(first: 1) { nodes { forecast { throughput { state openTasks weeks finishedAWeek p50 p95 } } } } }"
    )
    now = clock.now()
    monday = (now - timedelta(days=now.weekday())).replace(hour=12)
    clock.set(monday - timedelta(weeks=6))
    venture = await caller.venture()

    async def throughput() -> Any:
        await run_all(runtime, tenant, clock)
        (found,) = (await Reader(runtime, Engine(runtime), caller.principal)(asked))["ventures"]["nodes"]
        return found["forecast"]["throughput"]

    for week in range(6):
        for _ in range(2):
            task = external_id("task", await caller.make("create_task", venture_id=venture, title="Label"))
            await caller.ask("update_task", id=task, status="done")
        if week == 0:
            await caller.make("create_task", venture_id=venture, title="Check")
        if week == 3:
            assert (await throughput())["state"] == "TOO_LITTLE_HISTORY"
        clock.forward(weeks=1)
    found = await throughput()
    assert (found["state"], found["openTasks"], found["weeks"], found["finishedAWeek"]) == ("KNOWN", 1, 6, "2.00")
    assert found["p50"] == found["p95"] == (clock.now().date() + timedelta(days=7)).isoformat()


async def _nothing() -> None:
    """Nobody meddles."""


async def _depends(runtime: Runtime, tenant: TestTenant, before: str, after: str) -> None:
    """Let a milestone depend on one of another venture."""

    async def what(work: Work) -> None:
        later = await work.get(Milestone, parse_id("milestone", after))
        ends = {"predecessor_id": parse_id("milestone", before), "successor_id": later.id}
        work.new(Dependency, venture_id=later.venture_id, **ends)

    await act(runtime, tenant, what)


async def _small(caller: Caller, venture: str | None = None, title: str = "Prototype") -> str:
    """A milestone with an estimate and a due day."""
    three = {"optimistic": "5", "likely": "8", "pessimistic": "17"}
    return await caller.milestone(venture or await caller.venture(), title, estimate=three, due_on="2098-01-05")

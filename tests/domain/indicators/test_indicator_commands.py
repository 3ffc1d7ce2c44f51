"""Indicators over the real database: readings, their state, what is refused, and criteria that follow them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from domain.indicators.tables import Indicator, IndicatorStatus, Reading
from domain.kernel.errors import Conflict, DomainError, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.machinery import Event
from domain.kernel.outward import instant_text
from domain.kernel.work import unit_of_work
from domain.milestones.tables import CriterionResult
from domain.series.levels import IndicatorState
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


async def _indicator(caller: Caller, **more: Any) -> str:
    given = {"name": "Accuracy", "direction": "lower_is_worse", "warning": "0.9", "critical": "0.87"} | more
    if not given.keys() & {"venture_id", "risk_id"}:
        given["venture_id"] = await caller.venture()
    return external_id("indicator", await caller.make("create_indicator", **given))


async def _all(caller: Caller, table: Any, *conditions: Any) -> list[Any]:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        order = table.at if table is Reading else sa.text("1")
        found = await work.session.execute(
            sa.select(table).where(col(table.tenant_id) == work.tenant_id, *conditions).order_by(order)
        )
        return list(found.scalars())


async def _status(caller: Caller, indicator: str) -> IndicatorStatus:
    id = parse_id("indicator", indicator)
    (status,) = await _all(caller, IndicatorStatus, col(IndicatorStatus.indicator_id) == id)
    return status  # type: ignore[no-any-return]  # of the table asked


def _reading(at: datetime, value: str) -> dict[str, str]:
    return {"at": instant_text(at), "value": value}


async def test_readings_set_the_state_and_are_told_once(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    assert (await _status(caller, indicator)).state is IndicatorState.UNKNOWN
    days = [clock.now() - timedelta(days=day) for day in (3, 2, 1)]
    readings = [_reading(at, value) for at, value in zip(days, ("0.92", "0.89", "0.86"), strict=True)]
    await caller.ask("record_readings", indicator_id=indicator, readings=readings)
    status = await _status(caller, indicator)
    assert (status.state, status.state_since, status.latest_at) == (IndicatorState.CRITICAL, days[2], days[2])
    assert status.latest_value == Decimal("0.86")
    told = await _all(caller, Event, col(Event.type) == "indicator.readings_recorded")
    assert [(event.data["count"], event.data["state"]) for event in told] == [(3, "critical")]


async def test_the_same_readings_twice_are_recorded_once(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    readings = [_reading(clock.now() - timedelta(hours=hour), "0.95") for hour in range(5)]
    for _ in range(2):
        await caller.ask("record_readings", indicator_id=indicator, readings=[*readings, readings[0]])
    assert len(await _all(caller, Reading)) == 5
    assert len(await _all(caller, Event, col(Event.type) == "indicator.readings_recorded")) == 1


async def test_another_value_for_the_same_time_is_a_conflict_and_nothing_is_stored(
    caller: Caller, clock: SettableClock
) -> None:
    indicator = await _indicator(caller)
    at = clock.now() - timedelta(days=1)
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(at, "0.95")])
    with pytest.raises(Conflict) as caught:
        await caller.ask(
            "record_readings",
            indicator_id=indicator,
            readings=[_reading(at - timedelta(days=1), "0.93"), _reading(at, "0.94")],
        )
    assert caught.value.problems[0].path == ("readings", 1, "value")
    assert len(await _all(caller, Reading)) == 1


async def test_a_late_reading_is_put_in_its_place(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller, critical_clear="0.88")
    now = clock.now()
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(now, "0.875")])
    assert (await _status(caller, indicator)).state is IndicatorState.WARNING
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(now - timedelta(days=1), "0.86")])
    status = await _status(caller, indicator)  # critical since yesterday, and 0.875 does not clear it
    assert (status.state, status.state_since) == (IndicatorState.CRITICAL, now - timedelta(days=1))
    assert status.latest_value == Decimal("0.875")


async def test_changed_thresholds_are_held_against_the_readings_at_once(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(clock.now(), "0.89")])
    await caller.ask("update_indicator", id=indicator, critical="0.895")
    assert (await _status(caller, indicator)).state is IndicatorState.CRITICAL


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e5", True, None, "0.1234567"])
async def test_values_that_are_no_numbers_are_refused(caller: Caller, clock: SettableClock, value: Any) -> None:
    indicator = await _indicator(caller)
    with pytest.raises(ValidationError):
        await caller.ask(
            "record_readings", indicator_id=indicator, readings=[{"at": instant_text(clock.now()), "value": value}]
        )


async def test_the_far_future_and_too_many_readings_are_refused(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    for at in ("9999-12-31T00:00:00Z", instant_text(clock.now() + timedelta(hours=1))):
        with pytest.raises((ValidationError, Invalid)):
            await caller.ask("record_readings", indicator_id=indicator, readings=[{"at": at, "value": "1"}])
    many = [_reading(clock.now() - timedelta(minutes=minute), "1") for minute in range(1001)]
    with pytest.raises(ValidationError, match="1000"):
        await caller.ask("record_readings", indicator_id=indicator, readings=many)
    assert await _all(caller, Reading) == []


async def test_csv_is_taken_whole_or_refused_line_by_line(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    await caller.ask(
        "import_readings", indicator_id=indicator, csv="At, value\r\n2026-01-05,0.92\r\n2026-01-12T08:00:00Z,0.91\r\n"
    )
    stored = await _all(caller, Reading)
    assert [str(reading.value) for reading in stored] == ["0.920000", "0.910000"]
    with pytest.raises(Invalid) as caught:
        await caller.ask(
            "import_readings", indicator_id=indicator, csv="value,at\n0.9,2026-01-19\nhigh,2026-01-20\n1,soon\n"
        )
    assert [problem.path for problem in caught.value.problems] == [("csv", 3), ("csv", 4)]
    await caller.ask(
        "import_readings", indicator_id=indicator, csv="at,value\r2026-01-05,0.92\r2026-01-12T08:00:00Z,0.91\r"
    )
    for text in ("date,value\n2026-01-19,1\n", "at,value\n", "at,value,at\n1,2,3\n"):
        with pytest.raises(Invalid):
            await caller.ask("import_readings", indicator_id=indicator, csv=text)
    assert len(await _all(caller, Reading)) == 2


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"warning": "0.8", "critical": "0.87"}, "critical"),
        ({"warning_clear": "0.89"}, "warning_clear"),
        ({"source_url": "http://169.254.169.254/latest"}, "source_url"),
        ({"source_url": "ftp://metrics.example.com"}, "source_url"),
    ],
)
async def test_what_makes_no_sense_is_refused_by_field(caller: Caller, given: dict[str, str], path: str) -> None:
    with pytest.raises(Invalid) as caught:
        await _indicator(caller, **given)
    assert caught.value.problems[0].path == (path,)
    assert await _all(caller, Indicator) == []


async def test_it_belongs_to_the_venture_of_its_risk(caller: Caller, stranger: TestTenant) -> None:
    venture = await caller.venture()
    risk = await caller.risk(venture)
    (row,) = await _all(
        caller, Indicator, col(Indicator.id) == parse_id("indicator", await _indicator(caller, risk_id=risk))
    )
    assert external_id("venture", row.venture_id) == venture
    with pytest.raises(Invalid, match="another venture"):
        await _indicator(caller, risk_id=risk, venture_id=await caller.venture("Borealis"))
    other = Caller(caller.runtime, stranger.principal())
    with pytest.raises(NotFound):
        await _indicator(other, risk_id=risk)
    with pytest.raises(NotFound):
        await other.ask(
            "record_readings", indicator_id=await _indicator(caller), readings=[_reading(row.created_at, "1")]
        )


async def test_a_criterion_follows_its_indicator(caller: Caller, clock: SettableClock) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    made = await caller.make(
        "add_criterion", milestone_id=milestone, title="Accuracy", target="0.9", direction="at_least", unit="ratio"
    )
    criterion = external_id("criterion", made)
    indicator = await _indicator(caller, venture_id=venture)
    yesterday = clock.now() - timedelta(days=1)
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(yesterday, "0.88")])
    await caller.ask("feed_criterion", criterion_id=criterion, indicator_id=indicator)
    clock.forward(hours=1)
    await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(clock.now(), "0.91")])
    late = _reading(yesterday - timedelta(days=1), "0.5")
    await caller.ask("record_readings", indicator_id=indicator, readings=[late])
    results = sorted(await _all(caller, CriterionResult), key=lambda result: result.recorded_at)
    assert [str(result.result) for result in results] == ["fail", "pass"]  # the late one is not the latest
    elsewhere = await _indicator(caller, venture_id=await caller.venture("Borealis"))
    with pytest.raises(Invalid, match="venture"):
        await caller.ask("feed_criterion", criterion_id=criterion, indicator_id=elsewhere)


async def test_an_archived_indicator_takes_no_readings(caller: Caller, clock: SettableClock) -> None:
    indicator = await _indicator(caller)
    await caller.ask("archive_indicator", id=indicator)
    with pytest.raises((InvalidState, DomainError), match="archived"):
        await caller.ask("record_readings", indicator_id=indicator, readings=[_reading(clock.now(), "1")])


async def _data(caller: Caller, venture: str) -> str:
    given = {"venture_id": venture, "kind": "data", "name": "Scans"}
    resource = external_id("resource", await caller.make("create_resource", **given))
    made = await caller.make("create_data_source", resource_id=resource, channel="partnership")
    return external_id("data_source", made)


async def test_two_histograms_become_a_reading_of_the_drift_of_data(caller: Caller, clock: SettableClock) -> None:
    venture = await caller.venture()
    psi = {"name": "Stability", "direction": "higher_is_worse", "warning": "0.1", "critical": "0.25"}
    indicator = await _indicator(caller, venture_id=venture, data_source_id=await _data(caller, venture), **psi)
    drift = {"indicator_id": indicator, "at": instant_text(clock.now()), "reference": ["25", "25", "25", "25"]}
    await caller.ask("record_drift", **drift, present=["0.4", "0.3", "0.2", "0.1"])
    (reading,) = await _all(caller, Reading)
    assert reading.value == Decimal("0.228217")
    assert (await _status(caller, indicator)).state is IndicatorState.WARNING
    for present, path in ((["1", "2"], "present"), (["0"] * 4, "present"), (["-1", "1", "1", "1"], None)):
        with pytest.raises((Invalid, ValidationError)) as caught:
            await caller.ask("record_drift", **drift, present=present)
        assert path is None or caught.value.problems[0].path == (path,)  # type: ignore[union-attr]
    late = instant_text(clock.now() + timedelta(days=1))
    with pytest.raises(Invalid) as caught:
        await caller.ask("record_drift", **drift | {"at": late}, present=["1"] * 4)
    assert caught.value.problems[0].path == ("at",)  # type: ignore[union-attr]


async def test_an_indicator_watches_data_of_its_own_venture_only(caller: Caller, stranger: TestTenant) -> None:
    venture = await caller.venture()
    other = Caller(caller.runtime, stranger.principal())
    theirs, elsewhere = await _data(other, await other.venture()), await _data(caller, await caller.venture("Borealis"))
    indicator = await _indicator(caller, venture_id=venture)
    for foreign, refusal in ((theirs, NotFound), (elsewhere, Invalid)):
        with pytest.raises(refusal) as caught:
            await _indicator(caller, venture_id=venture, data_source_id=foreign)
        assert caught.value.problems[0].path == ("data_source_id" if refusal is NotFound else "venture_id",)
        with pytest.raises(refusal):
            await caller.ask("update_indicator", id=indicator, data_source_id=foreign)
    with pytest.raises(Invalid) as caught:
        await _indicator(caller, risk_id=await caller.risk(venture), data_source_id=elsewhere)
    assert caught.value.problems[0].path == ("data_source_id",)
    given = {"at": instant_text(caller.runtime.clock.now()), "reference": ["1", "1"], "present": ["1", "2"]}
    with pytest.raises(NotFound):
        await other.ask("record_drift", indicator_id=indicator, **given)
    await caller.ask("update_indicator", id=indicator, data_source_id=await _data(caller, venture))

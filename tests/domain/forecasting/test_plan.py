"""What is no plan is refused, and told what is wrong with it; milestones that are under way, finished or foreign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.calendars.working_days import working_calendar
from domain.forecasting.course import Course
from domain.forecasting.days import days_from
from domain.forecasting.network import Cycle, Unschedulable
from domain.forecasting.plan import DRAWS, MOST_MILESTONES, Plan, Planned
from domain.forecasting.simulation import simulate
from domain.milestones.tables import DependencyKind
from tests.domain.forecasting.planning import DAYS, MONDAY, VENTURE, ident, link, milestone, plan, risk

FS, SS, FF, SF = DependencyKind
NAN, INFINITY = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"low": -1.0}, "three points of milestone"),
        ({"low": 6.0}, "must rise from 0"),
        ({"high": NAN}, "three points"),
        ({"high": INFINITY}, "at most 100000"),
        ({"remains": 1.5}, "what remains of"),
        ({"remains": NAN}, "what remains of"),
        ({"worked": -1.0}, "days worked on"),
        ({"worked": 1.0, "remains": 0.5}, "tells both"),
        ({"started": 3.0}, "have started by the status date"),
        ({"due": NAN}, "an index of"),
        ({"earliest": 1e9}, "an index of"),
        ({"histogram": ((1.0, 0.0, 1.0),)}, "a bin that is none"),
        ({"histogram": ((0.0, 1.0, 0.0),)}, "is empty"),
        ({"venture": UUID(int=9)}, "without a calendar"),
    ],
)
def test_a_milestone_that_is_none(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(Unschedulable, match=told):
        plan([replace(milestone(0, 2, 4, 8), **wrong)])


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"probability": 1.1}, "from 0 to 1"),
        ({"probability": NAN}, "from 0 to 1"),
        ({"low": 9.0}, "three points of risk"),
        ({"touches": (ident(5),)}, "not in the plan"),
        ({"own": ((ident(5), 1.0, 1.0, 1.0),)}, "does not touch"),
        ({"own": ((ident(0), 1.0, 0.0, 1.0),)}, "three points of risk"),
    ],
)
def test_a_risk_that_is_none(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(Unschedulable, match=told):
        plan([milestone(0, 2)], (), [replace(risk(1, 0.5, 1, 2, 3), **wrong)])


def test_ids_twice_unknown_ids_cycles_and_too_many_are_refused() -> None:
    with pytest.raises(Unschedulable, match="twice"):
        plan([milestone(0, 2), milestone(0, 3)])
    with pytest.raises(Unschedulable, match="twice"):
        plan([milestone(0, 2)], (), [risk(1, 0.5, 1), risk(1, 0.5, 2)])
    with pytest.raises(Unschedulable, match="is no activity"):
        plan([milestone(0, 2)], [link(0, 1)])
    with pytest.raises(Cycle) as caught:
        plan([milestone(0, 2), milestone(1, 2)], [link(0, 1), link(1, 0, SS)])
    assert set(caught.value.path) == {ident(0), ident(1)}
    with pytest.raises(Unschedulable, match="at most 10000 milestones"):
        plan(milestone(number, 1) for number in range(MOST_MILESTONES + 1))
    with pytest.raises(Unschedulable, match="lag"):
        plan([milestone(0, 2), milestone(1, 2)], [link(0, 1, lag=1_000_000)])
    other = days_from(working_calendar(), date(2026, 9, 29))
    with pytest.raises(Unschedulable, match="different status dates"):
        Plan((milestone(0, 2),), {VENTURE: DAYS, UUID(int=2): other})


@pytest.mark.parametrize("draws", [0, -1, 100_001])
def test_draws_have_limits(draws: int) -> None:
    with pytest.raises(ValueError, match="draws must be"):
        simulate(plan([milestone(0, 2)]), draws)


def test_an_empty_plan_has_no_forecast() -> None:
    found = simulate(plan([]))
    assert (dict(found.milestones), dict(found.ventures)) == ({}, {})
    assert Course.of(plan([])).schedule().length == 0


def _ends(*parts: Any) -> dict[UUID, float]:
    found = simulate(plan(*parts), 50)
    schedule = Course.of(plan(*parts)).schedule()
    ends = {id: forecast.end.p50 for id, forecast in found.milestones.items()}
    assert ends == {id: placed.early_finish for id, placed in schedule.activities.items()}
    return ends


def test_what_is_finished_takes_no_part_and_holds_by_when_it_was() -> None:
    done = milestone(0, 30, finished=-3.0, started=-20.0)
    assert _ends([done, milestone(1, 5)], [link(0, 1)]) == {ident(1): 5}
    assert _ends([done, milestone(1, 5)], [link(0, 1, lag=10)]) == {ident(1): 12}
    assert _ends([done, milestone(1, 5)], [link(0, 1, FF, lag=10)]) == {ident(1): 7}
    assert _ends([done, milestone(1, 5)], [link(0, 1, SS, lag=22)]) == {ident(1): 7}
    assert _ends([done, milestone(1, 5)], [link(0, 1, SF, lag=40)]) == {ident(1): 20}


def test_work_under_way_needs_what_remains_of_it() -> None:
    assert _ends([milestone(0, 20, remains=0.25, started=-15.0)]) == {ident(0): 5}
    assert _ends([milestone(0, 20, worked=12.0, started=-12.0)]) == {ident(0): 8}
    assert _ends([milestone(0, 20, worked=40.0, started=-40.0)]) == {ident(0): 0}


def test_work_under_way_waits_for_what_must_be_finished_before_and_is_not() -> None:
    going = milestone(1, 20, remains=0.5, started=-10.0)
    assert _ends([milestone(0, 4), going], [link(0, 1)]) == {ident(0): 4, ident(1): 14}
    assert _ends([milestone(0, 4, finished=-1.0), going], [link(0, 1, lag=9)]) == {ident(1): 10}
    assert _ends([milestone(0, 4, earliest=8), going], [link(0, 1, SS)]) == {ident(0): 12, ident(1): 10}


def test_what_waits_for_a_beginning_in_the_past_waits_from_there() -> None:
    going = milestone(0, 20, remains=0.5, started=-10.0)
    assert _ends([going, milestone(1, 3)], [link(0, 1, SS, lag=12)]) == {ident(0): 10, ident(1): 5}


def test_an_earliest_day_holds_until_work_has_begun() -> None:
    assert _ends([milestone(0, 3, earliest=7.0)]) == {ident(0): 10}
    assert _ends([milestone(0, 3, earliest=7.0, started=-1.0)]) == {ident(0): 3}


def test_a_foreign_milestone_enters_by_its_histogram() -> None:
    other = UUID(int=2)
    foreign = Planned(ident(0), other, histogram=((10.0, 10.0, 0.7), (30.0, 30.0, 0.3)))
    made = Plan((foreign, milestone(1, 5)), {VENTURE: DAYS, other: DAYS}, (link(0, 1),))
    found = simulate(made)
    end = found.milestones[ident(1)].end
    assert (end.p50, end.p80) == (15, 35)
    assert end.mean == pytest.approx(21, abs=0.4)
    assert Course.of(made).schedule().activities[ident(1)].early_start == pytest.approx(16)


def test_a_foreign_milestone_is_drawn_evenly_within_its_bins_and_never_in_the_past() -> None:
    foreign = Planned(ident(0), VENTURE, histogram=((-5.0, 5.0, 1.0), (5.0, 10.0, 1.0)))
    end = simulate(plan([foreign])).milestones[ident(0)].end
    assert end.p10 == 0
    assert end.p50 == pytest.approx(5, abs=0.2)
    assert end.p90 == pytest.approx(9, abs=0.2)


def test_dates_follow_each_ventures_own_calendar() -> None:
    every_day = UUID(int=2)
    made = Plan(
        (milestone(0, 5), Planned(ident(1), every_day, 2, 2, 2), milestone(2, 1)),
        {VENTURE: DAYS, every_day: days_from(working_calendar((True,) * 7), MONDAY)},
        (link(0, 1), link(1, 2, lag=1)),
    )
    found = simulate(made, 10)
    dates = [found.milestones[ident(number)].end.p80_on for number in range(3)]
    # Friday; Saturday and Sunday; a lag of the successor's Monday, then Tuesday
    assert dates == [date(2026, 10, 2), date(2026, 10, 4), date(2026, 10, 6)]
    schedule = Course.of(made).schedule()
    assert [schedule.activities[ident(number)].total_float for number in range(3)] == [0, 0, 0]
    assert all(forecast.criticality == 1 for forecast in found.milestones.values())


def test_an_end_beyond_the_years_has_no_date_and_breaks_nothing() -> None:
    found = simulate(plan([milestone(0, 50_000, 90_000, 100_000), milestone(1, 90_000)], [link(0, 1)]), 100)
    end = found.ventures[VENTURE].end
    assert end.p80_on is None
    assert 100_000 < end.p10 <= end.p90 <= 190_000
    assert 1 <= len(end.histogram) <= 60
    assert sum(bin.share for bin in end.histogram) == pytest.approx(1)


def test_a_large_set_uses_fewer_draws_for_its_drivers_and_says_so() -> None:
    milestones = [milestone(number, 1, 2, 4) for number in range(600)]
    found = simulate(
        plan(milestones, [link(number, number + 1) for number in range(599)], [risk(1, 0.5, 10, touches=(3,))])
    )
    assert found.draws == DRAWS
    assert 1_000 <= found.driver_draws < DRAWS
    (driver,) = found.ventures[VENTURE].risks
    assert driver.mean_days == pytest.approx(5, abs=0.5)
    assert found.milestones[ident(2)].risks == ()
    assert found.risks_left_out == 0


def test_only_so_many_risks_are_tried_and_the_rest_is_counted() -> None:
    found = simulate(plan([milestone(0, 2)], (), [risk(number, 0.01, 1, 2, 3) for number in range(120)]), 500)
    assert found.risks_left_out == 20
    assert len(found.ventures[VENTURE].risks) <= 100

"""The simulation, with the worked numbers of the mathematics: at three seeds, within four standard errors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from domain.forecasting.distribution import quantile
from domain.forecasting.plan import Shape, seed_of
from domain.forecasting.sampling import beta_pert, draw_delay, draw_points, draw_work, stream
from domain.forecasting.simulation import Forecast, simulate
from tests.domain.forecasting.planning import SEEDS, VENTURE, ident, link, milestone, plan, reliable, risk

TRIANGULAR = Shape.TRIANGULAR

pytestmark = pytest.mark.parametrize("seed", SEEDS)


def _end(*parts: object, seed: int) -> Forecast:
    return simulate(plan(*parts), seed=seed).ventures[VENTURE]  # type: ignore[arg-type]


def _shares(forecast: Forecast, day: float) -> float:
    """The share of draws that end within so many days."""
    return sum(bin.share for bin in forecast.end.histogram if bin.high < day)


def test_one_beta_pert(seed: int) -> None:
    drawn = draw_points(stream(seed, ident(0)), 5, 8, 17, 40_000)
    assert drawn.mean() == pytest.approx(9, abs=0.05)
    assert drawn.var() == pytest.approx(4.5714, rel=0.03)
    found = [quantile(drawn, share) for share in (0.1, 0.5, 0.8, 0.9)]
    assert found == pytest.approx([6.347, 8.766, 10.882, 12.007], abs=0.1)
    assert beta_pert(5, 8, 17) == (2.0, 4.0)


def test_three_in_a_row(seed: int) -> None:
    found = (
        simulate(
            plan([milestone(0, 5, 8, 17), milestone(1, 10, 12, 20), milestone(2, 3, 4, 6)], [link(0, 1), link(1, 2)]),
            draws=20_000,
            seed=seed,
        )
        .ventures[VENTURE]
        .end
    )
    assert found.mean == pytest.approx(26.1667, abs=0.1)
    assert [found.p50, found.p80, found.p90] == pytest.approx([25.98, 28.56, 29.95], abs=0.1)


def test_ten_triangular_in_a_row(seed: int) -> None:
    chain = [link(number, number + 1) for number in range(9)]
    found = _end([milestone(number, 1, 2, 6, shape=TRIANGULAR) for number in range(10)], chain, seed=seed).end
    assert found.mean == pytest.approx(30, abs=0.14)
    assert found.p10 == pytest.approx(25.659, abs=0.22)
    assert found.p50 == pytest.approx(29.912, abs=0.17)
    assert found.p80 == pytest.approx(32.872, abs=0.20)
    assert found.p90 == pytest.approx(34.454, abs=0.25)


def test_one_triangular(seed: int) -> None:
    found = _end([milestone(0, 1, 2, 6, shape=TRIANGULAR)], seed=seed).end
    expected = [1.70711, 2.83772, 4.0, 4.58579]
    # four standard errors: √(q(1−q)/N)/f(x)
    assert [found.p10, found.p50, found.p80, found.p90] == pytest.approx(expected, abs=0.09)


def test_the_later_of_two_triangular(seed: int) -> None:
    found = _end([milestone(number, 8, 10, 12, shape=TRIANGULAR) for number in range(2)], seed=seed).end
    assert [found.mean, found.p50, found.p80] == pytest.approx([10.46667, 10.46927, 11.08099], abs=0.04)
    single = _end([milestone(0, 8, 10, 12, shape=TRIANGULAR)], seed=seed).end
    assert [single.p50, single.p80] == pytest.approx([10.0, 10.73509], abs=0.051)


def test_criticality_of_two_triangular(seed: int) -> None:
    first, second = milestone(0, 8, 10, 12, shape=TRIANGULAR), milestone(1, 6, 7, 11, shape=TRIANGULAR)
    found = simulate(plan([first, second]), seed=seed).milestones
    assert found[ident(0)].criticality == pytest.approx(0.917708, abs=0.011)
    assert found[ident(1)].criticality == pytest.approx(0.082292, abs=0.011)


def test_a_certain_time_and_a_risk(seed: int) -> None:
    found = _end([milestone(0, 20)], (), [risk(1, 0.3, 10)], seed=seed)
    assert found.end.mean == pytest.approx(23, abs=0.19)
    assert (found.end.p50, found.end.p80) == (20, 30)
    drawn = 20 + draw_delay(seed, risk(1, 0.3, 10), 10_000)
    assert (quantile(drawn, 0.69), quantile(drawn, 0.71)) in {(20, 20), (20, 30), (30, 30)}
    assert (quantile(drawn, 0.68), quantile(drawn, 0.72)) == (20, 30)


def test_two_risks_and_what_each_would_save(seed: int) -> None:
    found = _end([milestone(0, 20)], (), [risk(1, 0.3, 10), risk(2, 0.5, 4)], seed=seed)
    assert found.end.mean == pytest.approx(25, abs=0.2)
    assert (found.end.p50, found.end.p80, found.end.p90) == (24, 30, 34)
    assert [_shares(found, day) for day in (20, 24, 30, 34)] == pytest.approx([0.35, 0.70, 0.85, 1.0], abs=0.02)
    first, second = found.risks
    assert (first.mean_days, first.p80_days) == (pytest.approx(3, abs=0.2), 6)
    assert (second.mean_days, second.p80_days) == (pytest.approx(2, abs=0.1), 0)


def test_a_risk_strikes_once_however_many_it_touches(seed: int) -> None:
    found = _end([milestone(0, 20), milestone(1, 20)], (), [risk(1, 0.3, 10, touches=(0, 1))], seed=seed)
    assert 1 - _shares(found, 20) == pytest.approx(0.30, abs=0.019)


def test_a_risk_may_delay_one_milestone_otherwise_and_strikes_both_at_once(seed: int) -> None:
    striking = replace(risk(1, 0.3, 10, touches=(0, 1)), own=((ident(1), 4.0, 4.0, 4.0),))
    found = simulate(plan([milestone(0, 20), milestone(1, 20)], [link(0, 1)], [striking]), seed=seed)
    by_day = {bin.high: bin.share for bin in found.ventures[VENTURE].end.histogram if bin.share}
    assert set(by_day) == {39, 53}
    assert by_day[53] == pytest.approx(0.3, abs=0.019)
    (driver,) = found.ventures[VENTURE].risks
    assert driver.mean_days == pytest.approx(14 * by_day[53])


def test_sensitivity_is_the_rank_correlation_with_the_end(seed: int) -> None:
    # as normal as two sums of many times can be, with the deviations 3 and 4
    found = simulate(
        plan([milestone(0, 0, 10.5, 21), milestone(1, 0, 14, 28)], [link(0, 1)]),
        seed=seed,
    ).ventures[VENTURE]
    rho = {driver.id: driver.rho for driver in found.milestones}
    assert rho[ident(0)] == pytest.approx(0.58192, abs=0.03)
    assert rho[ident(1)] == pytest.approx(0.78594, abs=0.02)


def test_certain_times_give_the_critical_path(seed: int) -> None:
    told = {"A": (3, ""), "B": (4, "A"), "C": (2, "A"), "D": (5, "B"), "E": (1, "C"), "F": (2, "C")}
    told |= {"G": (4, "DE"), "H": (3, "FG")}
    number = {id: place for place, id in enumerate(told)}
    links = [link(number[before], number[id]) for id, (_, befores) in told.items() for before in befores]
    certain = [milestone(number[id], duration) for id, (duration, _) in told.items()]
    never, always = risk(1, 0, 50, touches=range(8)), risk(2, 1, 2, touches=[number["H"]])
    found = simulate(plan(certain, links, [never]), seed=seed)
    end = found.ventures[VENTURE].end
    assert (end.mean, end.p10, end.p50, end.p80, end.p90) == (19,) * 5
    assert {id: found.milestones[ident(number[id])].criticality for id in told} == {
        id: float(id in "ABDGH") for id in told
    }
    assert not found.ventures[VENTURE].risks and not found.ventures[VENTURE].milestones
    assert _end(certain, links, [always], seed=seed).end.p10 == 21


RELIABLE_FOUND = {
    # mean, P10, P50, P80, P90, P(≤ 47), P(≤ 44), each with its tolerance
    Shape.PERT: (
        [44.329, 40.634, 44.199, 46.811, 48.217, 0.8161, 0.4733],
        [0.12, 0.21, 0.15, 0.18, 0.22, 0.016, 0.020],
    ),
    TRIANGULAR: (
        [46.234, 41.560, 46.092, 49.382, 51.126, 0.5936, 0.2852],
        [0.15, 0.28, 0.20, 0.24, 0.29, 0.020, 0.020],
    ),
}
CRITICALITY = {
    Shape.PERT: {"ABC": 1, "DGHM": 0.0986, "EF": 0.8306, "I": 0.0708, "JN": 0.9014, "K": 0.1568, "L": 0.7446},
    TRIANGULAR: {"ABC": 1, "DGHM": 0.3153, "EF": 0.6480, "I": 0.0367, "JN": 0.6847, "K": 0.2046, "L": 0.4801},
}


@pytest.mark.parametrize("shape", Shape)
def test_reliable_construction(seed: int, shape: Shape) -> None:
    construction, ids = reliable(shape, N=47, M=44)
    found = simulate(construction, seed=seed)
    end = found.ventures[VENTURE].end
    (mean, p10, p50, p80, p90, by_47, by_44), tolerances = RELIABLE_FOUND[shape]
    kept = (_shares(found.ventures[VENTURE], 47), _shares(found.ventures[VENTURE], 44))
    for value, expected, tolerance in zip(
        (end.mean, end.p10, end.p50, end.p80, end.p90, *kept),
        (mean, p10, p50, p80, p90, by_47, by_44),
        tolerances,
        strict=True,
    ):
        assert value == pytest.approx(expected, abs=tolerance)
    for letters, expected in CRITICALITY[shape].items():
        for letter in letters:
            assert found.milestones[ids[letter]].criticality == pytest.approx(expected, abs=0.02)


def test_what_drives_reliable_construction(seed: int) -> None:
    construction, ids = reliable(Shape.PERT)
    names = {id: letter for letter, id in ids.items()}
    rho = {names[driver.id]: driver.rho for driver in simulate(construction, seed=seed).ventures[VENTURE].milestones}
    expected = {"C": 0.719, "B": 0.353, "L": 0.26, "J": 0.232, "F": 0.227, "N": 0.188, "E": 0.171, "A": 0.124}
    for letter, value in expected.items():
        assert rho[letter] == pytest.approx(value, abs=0.04)
    assert list(rho)[:2] == ["C", "B"]


def test_work_that_has_run_for_days_takes_longer_than_these(seed: int) -> None:
    running = milestone(0, 5, 10, 15, shape=TRIANGULAR, worked=8, started=-8)
    whole = draw_work(seed, running, 10_000) + 8
    assert whole.mean() == pytest.approx(10.65854, abs=0.06)
    assert [quantile(whole, 0.5), quantile(whole, 0.8)] == pytest.approx([10.47231, 12.13644], abs=0.115)
    assert whole.min() > 8


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("worked", [1.0, 12.0, 14.9, 15.0, 40.0])
def test_work_never_ends_in_the_past_however_long_it_has_run(seed: int, shape: Shape, worked: float) -> None:
    left = draw_work(seed, milestone(0, 5, 10, 15, shape=shape, worked=worked, started=-worked), 2_000)
    assert left.min() >= 0
    assert left.max() <= max(0.0, 15 - worked) + 1e-9
    assert np.isfinite(left).all()


@pytest.mark.parametrize("shape", Shape)
def test_rare_courses_are_drawn_as_often_as_by_leaving_out_the_others(seed: int, shape: Shape) -> None:
    everything = draw_points(stream(seed, ident(9)), 5, 10, 15, 1_000_000, shape)
    longer = everything[everything > 13.5] - 13.5
    drawn = draw_work(seed, milestone(0, 5, 10, 15, shape=shape, worked=13.5), 10_000)
    assert drawn.mean() == pytest.approx(longer.mean(), rel=0.06)
    assert quantile(drawn, 0.8) == pytest.approx(quantile(longer, 0.8), rel=0.08)


def test_the_same_plan_gives_the_same_bytes_and_its_own_seed(seed: int) -> None:
    construction, _ = reliable(Shape.PERT)
    assert repr(simulate(construction, seed=seed)) == repr(simulate(construction, seed=seed))
    found = simulate(construction)
    assert found.seed == seed_of(construction.inputs_hash) == seed_of(found.inputs_hash)
    assert 0 <= found.seed < 2**63

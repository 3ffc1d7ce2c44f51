"""What is known in closed form of normal times: rows that are normal go through the same pass and the same figures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import rankdata

from domain.forecasting.course import Course, Span, held
from domain.forecasting.criticality import Criticality
from domain.forecasting.days import Floats
from domain.forecasting.distribution import distribution_of, quantile
from domain.forecasting.drivers import ranks_of
from domain.forecasting.plan import Shape
from domain.forecasting.sampling import draw_delay, stream
from tests.domain.forecasting.planning import DAYS, SEEDS, VENTURE, ident, link, milestone, plan, risk

DRAWS = 10_000

pytestmark = pytest.mark.parametrize("seed", SEEDS)


def _normals(seed: int, *moments: tuple[float, float], rho: float = 0.0) -> list[Floats]:
    """Rows of means and deviations; with one common factor where they are correlated."""
    chance = stream(seed, ident(0))
    common = chance.standard_normal(DRAWS)
    return [mean + sd * (rho**0.5 * common + (1 - rho) ** 0.5 * chance.standard_normal(DRAWS)) for mean, sd in moments]


def _gone_through(rows: list[Floats], chained: bool) -> tuple[Floats, list[float]]:
    """The end, and the criticality of each, of rows one after the other or side by side."""
    links = [link(place, place + 1) for place in range(len(rows) - 1)] if chained else []
    course = Course.of(plan([milestone(place, 1) for place in range(len(rows))], links))
    criticality = Criticality(course, DRAWS)
    spans: dict[int, Span] = {}
    for place, (node, row) in enumerate(zip(course.nodes, rows, strict=True)):
        spans[place], bounds = held(node, row, spans)
        criticality.keep(node, spans[place], bounds)
    return criticality.ends[VENTURE], criticality.shares()


def test_a_sum_of_normals(seed: int) -> None:
    end, _ = _gone_through(_normals(seed, (10, 2), (20, 3), (30, 6)), chained=True)
    found = distribution_of(end, DAYS)
    assert found.mean == pytest.approx(60, abs=0.28)
    assert end.std() == pytest.approx(7, rel=0.03)
    assert found.p10 == pytest.approx(51.029, abs=0.48)
    assert found.p50 == pytest.approx(60, abs=0.35)
    assert found.p80 == pytest.approx(65.891, abs=0.40)
    assert found.p90 == pytest.approx(68.971, abs=0.48)


def test_a_sum_of_normals_with_a_common_cause(seed: int) -> None:
    found = distribution_of(_gone_through(_normals(seed, (10, 2), (20, 3), (30, 6), rho=0.5), chained=True)[0], DAYS)
    assert found.p10 == pytest.approx(48.185, abs=0.63)
    assert found.p80 == pytest.approx(67.759, abs=0.53)
    assert found.p90 == pytest.approx(71.815, abs=0.63)


MERGED = {
    2: (22.25676, 22.1798),
    3: (23.3851, 23.2773),
    5: (24.6519, 24.5160),
    10: (26.1550, 25.9951),
}


@pytest.mark.parametrize("paths", MERGED)
def test_the_latest_of_equal_normals(seed: int, paths: int) -> None:
    end, critical = _gone_through(_normals(seed, *[(20, 4)] * paths), chained=False)
    mean, median = MERGED[paths]
    assert end.mean() == pytest.approx(mean, abs=0.13)
    assert quantile(end, 0.5) == pytest.approx(median, abs=0.17)
    assert (end <= 20).mean() == pytest.approx(2.0**-paths, abs=0.017)
    assert sum(critical) == pytest.approx(1)
    assert critical == pytest.approx([1 / paths] * paths, abs=0.02)


def test_the_later_of_two_equal_normals(seed: int) -> None:
    end, _ = _gone_through(_normals(seed, (20, 4), (20, 4)), chained=False)
    assert end.std() == pytest.approx(3.30258, rel=0.03)
    assert quantile(end, 0.8) == pytest.approx(25.0017, abs=0.20)
    assert quantile(end, 0.9) == pytest.approx(26.5289, abs=0.25)


CLARK = {0.0: (21.98676, 15.8944, 0.60924), 0.5: (21.26002, 18.94688, 0.64727), 0.9: (20.44268, 19.92052, 0.74991)}


@pytest.mark.parametrize("rho", CLARK)
def test_the_later_of_two_unlike_normals(seed: int, rho: float) -> None:
    """Clark 1961, exact for two."""
    mean, variance, criticality = CLARK[rho]
    end, critical = _gone_through(_normals(seed, (20, 4), (18, 6), rho=rho), chained=False)
    assert end.mean() == pytest.approx(mean, abs=0.18)
    assert end.var() == pytest.approx(variance, rel=0.06)
    assert critical[0] == pytest.approx(criticality, abs=0.020)


def test_a_normal_time_and_a_risk(seed: int) -> None:
    (time,) = _normals(seed, (20, 2))
    end = time + draw_delay(seed, replace(risk(1, 0.3, 5, 10, 15), shape=Shape.TRIANGULAR), DRAWS)
    assert end.mean() == pytest.approx(23, abs=0.21)
    assert end.var() == pytest.approx(26.25, rel=0.06)
    expected = {0.1: (17.865, 0.15), 0.5: (21.131, 0.14), 0.7: (24.538, 1.3), 0.8: (28.743, 0.4), 0.9: (31.257, 0.3)}
    for share, (value, tolerance) in expected.items():
        assert quantile(end, share) == pytest.approx(value, abs=tolerance)


def test_rank_correlation_of_a_sum_of_normals(seed: int) -> None:
    first, second = _normals(seed, (0, 3), (0, 4))
    times = ranks_of([first, second])
    end = ranks_of([first + second])[0]
    rho = times @ end / np.sqrt((times**2).sum(axis=1) * (end**2).sum())
    assert rho[0] == pytest.approx(0.58192, abs=0.03)
    assert rho[1] == pytest.approx(0.78594, abs=0.02)


def test_ranks_are_those_of_scipy_ties_and_all(seed: int) -> None:
    chance = stream(seed, ident(0))
    rows = [chance.standard_normal(3_000), chance.integers(0, 9, 3_000).astype(float), np.full(3_000, 4.0)]
    assert (ranks_of(rows) == [2 * rankdata(row) - 3_001 for row in rows]).all()

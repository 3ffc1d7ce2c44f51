"""The risk scale: its levels, what it refuses, and how far it can be trusted."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.risks.scale import PROBABILITY_BANDS, InvalidScale, Level, Matrix, Scale, default_matrix, level_by_score
from domain.risks.trust import Cell, trust_by_delay, trust_by_money, trust_report

EQUAL = tuple(Decimal(n) / 5 for n in range(5))


def test_default_matrix_has_the_published_count_of_cells_a_level() -> None:
    counts = Counter(level for row in default_matrix() for level in row)
    assert counts == {Level.LOW: 8, Level.MEDIUM: 7, Level.HIGH: 6, Level.CRITICAL: 4}


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (1, "low"),
        (4, "low"),
        (5, "medium"),
        (9, "medium"),
        (10, "high"),
        (15, "high"),
        (16, "critical"),
        (25, "critical"),
    ],
)
def test_level_follows_from_score(score: int, level: str) -> None:
    assert level_by_score(score) == level


@given(st.integers(3, 7), st.integers(3, 7))
def test_every_default_matrix_is_usable(rows: int, columns: int) -> None:
    scale = Scale(
        probability_names=tuple("abcdefg"[:rows]),
        impact_names=tuple("abcdefg"[:columns]),
        matrix=default_matrix(rows, columns),
        probability_bands=tuple(Decimal(n) / rows for n in range(rows)),
        money_bands=tuple(Decimal(n) for n in range(columns)),
        delay_bands=tuple(Decimal(n) for n in range(columns)),
    )
    assert scale.level(1, 1) is Level.LOW
    assert scale.level(rows, columns) is Level.CRITICAL


def with_cell(i: int, j: int, level: Level) -> Matrix:
    rows = [list(row) for row in default_matrix()]
    rows[i - 1][j - 1] = level
    return tuple(tuple(row) for row in rows)


def test_a_matrix_that_falls_is_refused_with_the_cell_named() -> None:
    with pytest.raises(InvalidScale, match=r"probability 4, impact 4 is low, but probability 3, impact 4 is high"):
        Scale(matrix=with_cell(4, 4, Level.LOW))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"probability_names": ("a", "b")}, "3 to 7 levels"),
        ({"impact_names": tuple("abcdefgh")}, "3 to 7 levels"),
        ({"matrix": default_matrix(4, 5)}, "5 rows"),
        ({"money_bands": (Decimal(0), Decimal(1))}, "money needs 5 bands"),
        ({"delay_bands": tuple(Decimal(n) for n in (0, 3, 3, 4, 5))}, "delay band 3 must begin above 3"),
        ({"money_bands": tuple(Decimal(n) for n in (1, 2, 3, 4, 5))}, "begin at 0"),
        ({"money_bands": (Decimal(0), Decimal(1), Decimal(2), Decimal(3), Decimal("NaN"))}, "finite"),
        ({"probability_bands": tuple(Decimal(n) for n in (0, 1, 2, 3, 4))}, "below 1"),
    ],
)
def test_a_scale_that_cannot_be_used_is_refused_with_the_reason(change: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidScale, match=message):
        Scale(**change)  # type: ignore[arg-type]  # the wrong values are the point


def test_middle_of_the_default_probability_bands() -> None:
    scale = Scale()
    middles = [scale.probability_band_middle(level) for level in range(1, 6)]
    assert middles == [Decimal(text) for text in ("0.05", "0.20", "0.40", "0.60", "0.85")]


def test_trust_with_equal_bins() -> None:
    report = trust_report(default_matrix(), EQUAL, EQUAL, Decimal(1))
    assert (report.pairs, len(report.overlapping), len(report.inconsistent)) == (300, 120, 0)


def test_trust_with_default_probabilities_and_equal_impacts_names_the_three_breaks() -> None:
    report = trust_report(default_matrix(), PROBABILITY_BANDS, EQUAL, Decimal(1))
    assert len(report.overlapping) == 125
    assert {(pair.lower, pair.higher) for pair in report.inconsistent} == {
        (Cell(2, 2), Cell(2, 5)),
        (Cell(3, 1), Cell(2, 5)),
        (Cell(4, 1), Cell(2, 5)),
    }
    assert {pair.from_loss for pair in report.inconsistent} == {Decimal("0.08")}
    assert {pair.to_loss for pair in report.inconsistent} == {Decimal("0.12"), Decimal("0.10"), Decimal("0.14")}


def test_trust_with_closed_money_bands() -> None:
    bands = tuple(Decimal(n) for n in (0, 10_000, 50_000, 200_000, 1_000_000))
    report = trust_report(default_matrix(), PROBABILITY_BANDS, bands, Decimal(5_000_000))
    assert (len(report.overlapping), len(report.inconsistent)) == (129, 10)


def test_trust_of_the_default_scale() -> None:
    assert len(trust_by_money(Scale()).inconsistent) == 12
    assert len(trust_by_delay(Scale()).inconsistent) == 9

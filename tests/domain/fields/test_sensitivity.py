"""Weighted totals, and how far a weight may move: by hand, and against trying many changes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.fields.scorecard import Scorecard, Scored, ranked, rounded
from domain.fields.sensitivity import Turn, sensitivities, smallest
from domain.fields.tables import Factor
from domain.kernel.ids import uuid7

WEIGHTS = (3, 2, 1, 2, 3, 1)


def _card(name: str, scores: Sequence[object], weights: Sequence[object] = WEIGHTS) -> Scorecard:
    pairs = zip(Factor, scores, weights, strict=True)
    scored = {
        factor: Scored(None if score is None else Decimal(str(score)), Decimal(str(weight)))
        for factor, score, weight in pairs
    }
    return Scorecard(uuid7(), name, scored)


MEDICINE = _card("medicine", (4, 3, 2, 4, 5, 2))
FINANCE = _card("finance", (3, 4, 1, 5, 4, 2))
RETAIL = _card("retail", (5, 4, 3, 2, 2, 4))


def test_a_total_is_the_weighted_mean_and_weights_need_not_add_up_to_anything() -> None:
    # 3·4 + 2·3 + 1·2 + 2·4 + 3·5 + 1·2 = 45 of 12; 42 of 12; 40 of 12
    assert [rounded(card.total) for card in (MEDICINE, FINANCE, RETAIL)] == [
        Decimal("3.750000"),
        Decimal("3.500000"),
        Decimal("3.333333"),
    ]


def test_a_factor_without_score_makes_a_scorecard_incomplete_and_not_zero() -> None:
    for unknown in (_card("x", (4, 3, 2, None, 5, 2)), Scorecard(uuid7(), "x", {})):
        assert not unknown.is_complete
    assert _card("x", (4, 3, 2, None, 5, 2)).missing == [Factor.DATA_RESOURCES]
    assert Scorecard(uuid7(), "x", {}).missing == list(Factor)
    weightless = _card("x", (4, 3, 2, 1, 5, 2), (0,) * 6)
    assert not weightless.is_complete and not weightless.missing
    assert _card("x", (0,) * 6).is_complete and _card("x", (0,) * 6).total == 0


def test_equal_totals_share_a_place_and_leave_out_the_next() -> None:
    cards = [RETAIL, FINANCE, MEDICINE, _card("again", (4, 3, 2, 4, 5, 2))]
    assert [(rank, card.name) for rank, card in ranked(cards)] == [
        (1, "medicine"),
        (1, "again"),
        (3, "finance"),
        (4, "retail"),
    ]


@pytest.mark.parametrize(
    ("factor", "first", "overtaker", "any_", "pair"),
    [
        # finance draws level where 45 - 42 = -d (4 - 3); retail would need +5
        (Factor.MARKET_TREND, Fraction(-3), "finance", Fraction(1), ("finance", "retail")),
        (Factor.TECHNICAL_MATURITY, Fraction(3), "finance", Fraction(3), ("medicine", "finance")),
        # finance would need -3, and the weight is 1
        (Factor.COMPETITION, Fraction(5), "retail", Fraction(1), ("finance", "retail")),
        (Factor.DATA_RESOURCES, Fraction(3), "finance", Fraction(-2, 3), ("finance", "retail")),
        (Factor.USER_NEED, Fraction(-5, 3), "retail", Fraction(-1), ("finance", "retail")),
        (Factor.POLICY_AND_REGULATION, Fraction(5, 2), "retail", Fraction(1), ("finance", "retail")),
    ],
)
def test_the_worked_example(
    factor: Factor, first: Fraction, overtaker: str, any_: Fraction, pair: tuple[str, str]
) -> None:
    found = {each.factor: each for each in sensitivities([RETAIL, MEDICINE, FINANCE])}[factor]
    assert found.first_place is not None and found.any_place is not None
    assert (found.first_place.change, found.first_place.behind.name) == (first, overtaker)
    assert found.first_place.ahead.name == "medicine"
    assert found.any_place.change == any_
    assert (found.any_place.ahead.name, found.any_place.behind.name) == pair


def test_the_smallest_change_of_all_is_named_and_shown_so_that_it_suffices() -> None:
    found = sensitivities([RETAIL, MEDICINE, FINANCE])
    first = smallest([each.first_place for each in found])
    any_ = smallest([each.any_place for each in found])
    assert first is not None and any_ is not None
    assert (first.factor, first.shown) == (Factor.USER_NEED, Decimal("-1.666667"))
    assert (any_.factor, any_.shown) == (Factor.DATA_RESOURCES, Decimal("-0.666667"))


def test_scorecards_with_weights_of_their_own_draw_level_at_a_root() -> None:
    # (6 + 5d)(4 + d) = (10 + 2d)(2 + d), so 3d² + 12d + 4 = 0; the other root, -3.63, would make a weight negative
    one = _card("one", (5, 1, 0, 0, 0, 0), (1, 1, 0, 0, 0, 0))
    other = _card("other", (2, 4, 0, 0, 0, 0), (3, 1, 0, 0, 0, 0))
    found = sensitivities([one, other])[0].first_place
    assert found is not None and found.shown == Decimal("-0.367007")
    assert abs(3 * found.change**2 + 12 * found.change + 4) < Fraction(1, 10**25)


def test_fields_that_are_level_are_parted_by_any_change_of_what_tells_them_apart() -> None:
    one = _card("one", (4, 2, 3, 3, 3, 3), (1,) * 6)
    other = _card("other", (2, 4, 3, 3, 3, 3), (1,) * 6)
    found = {each.factor: each.first_place for each in sensitivities([one, other])}
    trend = found[Factor.MARKET_TREND]
    assert trend is not None and trend.change == 0
    assert found[Factor.DATA_RESOURCES] is None


def test_one_field_alone_and_none_have_nothing_to_be_sensitive_of() -> None:
    for cards in ([], [MEDICINE]):
        assert all(each.first_place is each.any_place is None for each in sensitivities(cards))


_SCORES = st.sampled_from(["0", "0.5", "1", "2", "2.5", "3", "4", "4.75", "5"])
_WEIGHTS = st.sampled_from(["0", "0.1", "1", "1", "2", "3.5", "10"])


@st.composite
def _cards(draw: st.DrawFn) -> list[Scorecard]:
    count = draw(st.integers(2, 5))
    common = draw(st.lists(_WEIGHTS, min_size=6, max_size=6)) if draw(st.booleans()) else None
    made = [
        _card(
            f"field {number}",
            draw(st.lists(_SCORES, min_size=6, max_size=6)),
            common or draw(st.lists(_WEIGHTS, min_size=6, max_size=6)),
        )
        for number in range(count)
    ]
    return [card for card in made if card.is_complete]


def _moved(cards: Sequence[Scorecard], factor: Factor, change: Fraction) -> list[Fraction] | None:
    """The totals after a change; None where it cannot be made."""
    totals = []
    for card in cards:
        weights = {each: Fraction(scored.weight) for each, scored in card.scored.items()}
        weights[factor] += change
        if weights[factor] < 0 or not sum(weights.values()):
            return None
        points = sum(weights[each] * Fraction(scored.score or 0) for each, scored in card.scored.items())
        totals.append(points / sum(weights.values()))
    return totals


def _order(totals: Sequence[Fraction]) -> list[int]:
    return [(a > b) - (a < b) for a, b in combinations(totals, 2)]


def _leaders(totals: Sequence[Fraction]) -> list[bool]:
    return [total == max(totals) for total in totals]


@settings(max_examples=50, deadline=None)
@given(_cards(), st.lists(st.fractions(-1, 1, max_denominator=997), min_size=3, max_size=12))
def test_no_smaller_change_alters_the_ranking_and_the_told_one_does(
    cards: list[Scorecard], tried: list[Fraction]
) -> None:
    if len(cards) < 2:
        return
    for found in sensitivities(cards):
        now = _moved(cards, found.factor, Fraction(0))
        assert now is not None
        for turn, of in ((found.any_place, _order), (found.first_place, _leaders)):
            reach = Fraction(1_000) if turn is None else abs(turn.change)
            for part in tried:
                moved = _moved(cards, found.factor, part * reach * Fraction(999, 1_000))
                assert moved is None or of(moved) == of(now)
            if turn is not None:
                _check_level(cards, turn)


def _check_level(cards: Sequence[Scorecard], turn: Turn) -> None:
    then = _moved(cards, turn.factor, turn.change)
    assert then is not None
    by_id = dict(zip((card.id for card in cards), then, strict=True))
    assert abs(by_id[turn.ahead.id] - by_id[turn.behind.id]) < Fraction(1, 10**20)
    assert abs(Fraction(turn.shown)) >= abs(turn.change) > abs(Fraction(turn.shown)) - Fraction(1, 10**6)


@settings(max_examples=50, deadline=None)
@given(_cards(), st.sampled_from(["0.01", "3", "70"]))
def test_only_the_proportions_of_weights_count_for_a_total(cards: list[Scorecard], times: str) -> None:
    for card in cards:
        scored = {each: Scored(one.score, one.weight * Decimal(times)) for each, one in card.scored.items()}
        assert Scorecard(card.id, card.name, scored).total == card.total
        scores = [one.score for one in card.scored.values() if one.weight and one.score is not None]
        assert min(scores) <= card.total <= max(scores)

"""The states of a review, and the canonical form of its report."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reviews.canonical import NotCanonical, canonical_bytes, content_hash
from domain.reviews.states import MOVES, UNFINISHED, IllegalMove, ReviewState, after_failed_gathering, check_move

REPORT = {
    "as_of": "2026-09-28T09:00:00Z",
    "budget": {"bac": "10000.00", "cpi": "0.8889"},
    "criteria": [{"id": "c1", "result": "pass", "value": "0.912"}, {"id": "c2", "result": "fail", "value": None}],
    "forecast": {"p50": "2026-10-16", "p80": "2026-10-23"},
    "milestone": "Prototype",
    "review_id": "rev_1",
    "schema": 1,
    "名称": "原型",
}


def test_the_way_of_a_review() -> None:
    way = ["planned", "gathering", "ready", "ready", "in_review", "ready", "in_review", "decided", "superseded"]
    for present, wanted in pairwise(way):
        check_move(ReviewState(present), ReviewState(wanted))


@pytest.mark.parametrize(
    ("present", "wanted"),
    [
        ("decided", "in_review"), ("decided", "cancelled"), ("planned", "ready"), ("ready", "decided"),
        ("gathering", "in_review"), ("cancelled", "gathering"), ("superseded", "decided"), ("in_review", "gathering"),
    ],
)  # fmt: skip
def test_other_ways_are_refused_with_those_that_are_open(present: str, wanted: str) -> None:
    with pytest.raises(IllegalMove, match=f"{present} cannot become {wanted}; it can become"):
        check_move(ReviewState(present), ReviewState(wanted))


def test_every_state_has_its_moves_and_the_unfinished_can_be_cancelled() -> None:
    assert set(MOVES) == set(ReviewState)
    assert {state for state in ReviewState if ReviewState.CANCELLED in MOVES[state]} == UNFINISHED


def test_three_failed_gatherings_are_a_failure() -> None:
    states = [after_failed_gathering(ReviewState.GATHERING, n) for n in (1, 2, 3)]
    assert states == ["gathering", "gathering", "failed"]
    assert ReviewState.GATHERING in MOVES[ReviewState.FAILED]


def test_published_hashes() -> None:
    assert content_hash(canonical_bytes({})) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert content_hash(canonical_bytes(REPORT)) == "e6a03f4785ffaef246edc2107ed7f0d0cec7de26e8ee97236c40f372ced3988f"
    changed: Any = REPORT | {
        "criteria": [{"id": "c1", "result": "pass", "value": "0.912"}, {"id": "c2", "result": "pass", "value": None}]
    }
    assert content_hash(canonical_bytes(changed)) == "ce6ee3f0e188b828490dfd3388ba05c6b9bb52d535ef51ba39fc284f0dad308b"


def test_the_sample_of_rfc_8785() -> None:
    sample = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": '\u20ac$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }
    kept = canonical_bytes(sample)
    assert b'"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]' in kept
    assert content_hash(kept) == "2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb"


def test_keys_are_ordered_as_utf_16() -> None:
    keys = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    text = canonical_bytes(dict.fromkeys(reversed(keys), 0)).decode()
    positions = [text.index(key if key != "\r" else "\\r") for key in keys]
    assert positions == sorted(positions)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, Decimal("1.0"), "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical_bytes({"value": value})


@given(st.dictionaries(st.text("abcö😀", max_size=4), st.integers(-9, 9), max_size=6))
def test_the_order_of_keys_does_not_matter(report: dict[str, int]) -> None:
    assert canonical_bytes(dict(reversed(report.items()))) == canonical_bytes(report)

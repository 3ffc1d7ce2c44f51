"""The canonical form of reports, by the oracles of RFC 8785 and of the design's notes."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from domain.reviews.canonical import NotCanonical, canonical_bytes, content_hash

NOTED: dict[str, Any] = {
    "as_of": "2026-09-28T09:00:00Z",
    "budget": {"bac": "10000.00", "cpi": "0.8889"},
    "criteria": [
        {"id": "c1", "result": "pass", "value": "0.912"},
        {"id": "c2", "result": "fail", "value": None},
    ],
    "forecast": {"p50": "2026-10-16", "p80": "2026-10-23"},
    "milestone": "Prototype",
    "review_id": "rev_1",
    "schema": 1,
    "名称": "原型",
}
RFC = {
    "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
    "literals": [None, True, False],
}


def test_the_empty_report() -> None:
    assert content_hash(canonical_bytes({})) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_the_sample_of_the_rfc() -> None:
    kept = canonical_bytes(RFC)
    assert json.loads(kept)["numbers"] == [333333333.3333333, 1e30, 4.5, 0.002, 1e-27]
    assert b"[333333333.3333333,1e+30,4.5,0.002,1e-27]" in kept
    assert content_hash(kept) == "2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb"


def test_a_report_of_the_notes_and_the_same_with_one_result_changed() -> None:
    assert content_hash(canonical_bytes(NOTED)) == "e6a03f4785ffaef246edc2107ed7f0d0cec7de26e8ee97236c40f372ced3988f"
    changed = json.loads(json.dumps(NOTED))
    changed["criteria"][1]["result"] = "pass"
    assert content_hash(canonical_bytes(changed)) == "ce6ee3f0e188b828490dfd3388ba05c6b9bb52d535ef51ba39fc284f0dad308b"


def test_keys_are_sorted_by_utf_16_and_not_by_code_points() -> None:
    keys = ["\r", "1", "\u0080", "ö", "€", "😀", "\ufb33"]
    kept = json.loads(canonical_bytes(dict.fromkeys(reversed(keys), 0)))
    assert list(kept) == keys
    assert sorted(keys) != keys


@pytest.mark.parametrize("value", [Decimal("0.1"), float("nan"), float("inf"), 2**53, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical_bytes({"value": value})


def test_one_and_a_half_zero() -> None:
    assert canonical_bytes({"a": 1.0, "b": -0.0}) == b'{"a":1,"b":0}'

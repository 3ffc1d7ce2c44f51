"""Two reports are compared by id and field, in the words better, worse and neutral."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.examples import example_of
from domain.calendars.working_days import working_calendar
from domain.reviews.comparison import Comparison, compare
from domain.reviews.shape.schema import report_schema

CALENDAR = working_calendar()
SCHEMA = report_schema()


def a_report() -> dict[str, Any]:
    return deepcopy(example_of(SCHEMA, SCHEMA["$defs"]))


def of(found: Comparison, part: str, field: str = "") -> list[tuple[str, str]]:
    return [(one.kind, one.verdict) for one in found.differences if (one.part, one.field) == (part, field)]


def test_a_later_p80_is_worse_by_its_working_days() -> None:
    before, after = a_report(), a_report()
    before["milestone"]["forecast"]["p80_on"] = "2026-10-23"
    after["milestone"]["forecast"]["p80_on"] = "2026-11-06"
    [one] = compare(before, after, CALENDAR).differences
    assert (one.field, one.working_days, one.verdict) == ("forecast.p80_on", 10, "worse")
    [back] = compare(after, before, CALENDAR).differences
    assert (back.working_days, back.verdict) == (-10, "better")


def test_a_higher_cost_index_is_better_by_its_difference() -> None:
    before, after = a_report(), a_report()
    before["earned_value"]["cpi"] = "0.8889"
    after["earned_value"]["cpi"] = "0.95"
    [one] = compare(before, after, CALENDAR).differences
    assert (one.field, one.difference, one.relative, one.verdict) == (
        "cpi", Decimal("0.0611"), Decimal("0.0687"), "better",
    )  # fmt: skip


def test_a_risk_that_is_gone_is_better_and_a_new_one_worse() -> None:
    before, after = a_report(), a_report()
    after["risks"]["items"] = []
    assert of(compare(before, after, CALENDAR), "risks") == [("removed", "better")]
    assert of(compare(after, before, CALENDAR), "risks") == [("added", "worse")]


def test_a_criterion_that_is_dropped_is_neutral() -> None:
    before, after = a_report(), a_report()
    after["criteria"] = []
    assert of(compare(before, after, CALENDAR), "criteria") == [("removed", "neutral")]


@pytest.mark.parametrize(
    ("direction", "before", "after", "verdict"),
    [
        ("at_least", "0.90", "0.95", "better"),
        ("at_most", "0.90", "0.95", "worse"),
        (None, "0.90", "0.95", "neutral"),
        ("at_least", "9", "10", "better"),
        ("at_least", None, "10", "neutral"),
    ],
)
def test_a_measured_value_is_better_in_the_direction_of_its_criterion(
    direction: str | None, before: str | None, after: str, verdict: str
) -> None:
    first, second = a_report(), a_report()
    for report, value in ((first, before), (second, after)):
        report["criteria"][0] |= {"direction": direction, "last_value": value}
    assert of(compare(first, second, CALENDAR), "criteria", "last_value") == [("changed", verdict)]


@pytest.mark.parametrize(
    ("part", "field", "before", "after", "verdict"),
    [
        ("criteria", "result", "pass", "fail", "worse"),
        ("criteria", "result", "fail", "pass", "better"),
        ("criteria", "result", "pass", "not_measured", "worse"),
        ("criteria", "target", "90", "95", "neutral"),
    ],
)
def test_changes_of_criteria(part: str, field: str, before: str, after: str, verdict: str) -> None:
    first, second = a_report(), a_report()
    first[part][0][field], second[part][0][field] = before, after
    assert of(compare(first, second, CALENDAR), part, field) == [("changed", verdict)]


def test_lines_are_matched_by_id_whatever_their_order() -> None:
    before, after = a_report(), a_report()
    other = deepcopy(before["risks"]["items"][0]) | {"id": f"risk_{'a' * 32}", "title": "Another"}
    before["risks"]["items"] = [before["risks"]["items"][0], other]
    after["risks"]["items"] = [other, after["risks"]["items"][0]]
    assert compare(before, after, CALENDAR).differences == ()


def test_two_formats_are_compared_in_what_both_have_and_the_rest_is_named() -> None:
    before, after = a_report(), a_report()
    before["schema"] = "2025-01-01"
    del before["milestone"]["forecast"], before["runway"]
    found = compare(before, after, CALENDAR)
    assert found.schemas == ("2025-01-01", "2026-12-01")
    assert found.only_before == ()
    assert {"milestone.forecast", "runway"} <= set(found.only_after)
    assert of(found, "milestone", "forecast.p80_on") == []


def test_reports_of_two_milestones_are_not_compared_as_if_they_were_of_one() -> None:
    before, after = a_report(), a_report()
    after["milestone"] |= {"id": f"milestone_{'b' * 32}", "title": "Beta", "percent_complete": 3}
    assert of(compare(before, after, CALENDAR), "milestone", "title") == [("changed", "neutral")]
    assert of(compare(before, after, CALENDAR), "milestone", "percent_complete") == []


_DECIMALS = st.decimals(min_value=-1000, max_value=1000, places=4).map(str)


@given(_DECIMALS, _DECIMALS)
def test_there_and_back_are_opposites(first: str, second: str) -> None:
    before, after = a_report(), a_report()
    before["runway"]["months"], after["runway"]["months"] = first, second
    there, back = compare(before, after, CALENDAR).differences, compare(after, before, CALENDAR).differences
    opposite = {"better": "worse", "worse": "better", "neutral": "neutral"}
    assert [opposite[one.verdict] for one in there] == [one.verdict for one in back]
    assert [one.difference for one in there] == [None if one.difference is None else -one.difference for one in back]
    assert compare(before, before, CALENDAR).differences == ()

"""Any two versions of a roadmap can be compared, and nothing that differs is passed over."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.roadmaps.comparing import Change, Difference, RoadmapPart, compare, mirrored

TEXT = st.none() | st.sampled_from(["", "Nobody waits.", "没有客户需要等待。"])
DAY = st.none() | st.sampled_from(["2026-03-02", "2026-04-17"])


def functions() -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries({"title": st.sampled_from("abcd"), "note": TEXT})
    return st.lists(one, max_size=4, unique_by=lambda each: each["title"])


def rows(**fields: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    one = st.fixed_dictionaries({"id": st.sampled_from("wxyz"), "title": st.sampled_from(["One", "Two"]), **fields})
    return st.lists(one, max_size=4, unique_by=lambda each: each["id"]).map(
        lambda found: sorted(found, key=lambda each: str(each["id"]))
    )


CONTENTS = st.fixed_dictionaries(
    {
        "vision": TEXT,
        "market_demand": TEXT,
        "core_functions": functions(),
        "extension_functions": functions(),
        "phases": rows(position=st.integers(1, 3), start_on=DAY),
        "milestones": rows(key=st.booleans(), due_on=DAY),
    }
)


@given(CONTENTS)
def test_a_version_does_not_differ_from_itself(content: dict[str, Any]) -> None:
    assert compare(content, copy.deepcopy(content)) == []


@given(CONTENTS, CONTENTS)
def test_what_differs_is_found_and_what_does_not_is_not(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (compare(one, other) == []) is (one == other)


@given(CONTENTS, CONTENTS)
def test_the_other_way_round_it_is_the_mirror(one: dict[str, Any], other: dict[str, Any]) -> None:
    def untitled(found: list[Difference]) -> list[tuple[Any, ...]]:
        return [(each.part, each.key, each.change, each.field, each.before, each.after) for each in found]

    assert untitled(compare(other, one)) == untitled([mirrored(each) for each in compare(one, other)])


@given(CONTENTS, CONTENTS)
def test_the_differences_lead_from_one_version_to_the_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Whoever applies them to the one has the other."""
    lists = {"core_function": "core_functions", "extension_function": "extension_functions"}
    lists |= {"phase": "phases", "milestone": "milestones"}
    made = copy.deepcopy(one)
    orders: dict[str, list[str]] = {}
    for each in compare(one, other):
        if each.part is RoadmapPart.ROADMAP:
            made[str(each.field)] = each.after
            continue
        name = lists[each.part]
        key = "id" if each.part in (RoadmapPart.PHASE, RoadmapPart.MILESTONE) else "title"
        if each.field == "order":
            orders[name] = each.after
        elif each.change is Change.ADDED:
            made[name].append(each.after)
        elif each.change is Change.REMOVED:
            made[name] = [row for row in made[name] if row[key] != each.key]
        else:
            (row,) = [row for row in made[name] if row[key] == each.key]
            row[each.field] = each.after
    for name in ("phases", "milestones"):
        assert sorted(made[name], key=lambda row: str(row["id"])) == other[name]
    for name in ("core_functions", "extension_functions"):
        assert sorted(made[name], key=lambda row: str(row["title"])) == sorted(
            other[name], key=lambda row: str(row["title"])
        )
        common = [row["title"] for row in other[name] if row["title"] in {old["title"] for old in one[name]}]
        assert orders.get(name, common) == common
    assert {name: made[name] for name in ("vision", "market_demand")} == {
        name: other[name] for name in ("vision", "market_demand")
    }


def test_what_a_version_of_an_older_form_does_not_hold_counts_as_empty() -> None:
    added = compare({}, {"vision": "Nobody waits.", "phases": [{"id": "phase_1", "title": "Prototype"}]})
    assert [(each.part, each.change, each.title) for each in added] == [
        (RoadmapPart.ROADMAP, Change.CHANGED, ""),
        (RoadmapPart.PHASE, Change.ADDED, "Prototype"),
    ]

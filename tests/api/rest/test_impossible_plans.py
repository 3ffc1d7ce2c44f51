"""What no plan can be is refused with its place and its limit, and nothing of it is kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant

_LINKS = "dependencies"
_ESTIMATE = {"optimistic": "3", "likely": "5", "pessimistic": "9"}


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


@pytest.fixture
async def ids(owner: Api) -> dict[str, str]:
    """A venture with two milestones, of which the second waits for the first."""
    venture = (await owner("POST", "ventures", {"name": "Meridian"})).json()["id"]
    first, second = [
        (await owner("POST", "milestones", {"venture_id": venture, "title": title})).json()["id"] for title in "AB"
    ]
    made = await owner("POST", _LINKS, {"predecessor_id": first, "successor_id": second})
    assert made.status_code == 201, made.text
    return {"venture_id": venture, "first": first, "second": second}


def _estimate(**points: str) -> dict[str, Any]:
    return {"estimate": _ESTIMATE | points}


@pytest.mark.parametrize(
    ("path", "given", "pointer", "words"),
    [
        ("milestones", _estimate(optimistic="-1"), "/estimate/optimistic", "0"),
        ("milestones", _estimate(pessimistic="10001"), "/estimate/pessimistic", "10000"),
        ("milestones", _estimate(optimistic="6"), "/estimate", "optimistic ≤ likely ≤ pessimistic"),
        ("milestones", _estimate(likely="10"), "/estimate", "optimistic ≤ likely ≤ pessimistic"),
        ("milestones", _estimate(likely="NaN"), "/estimate/likely", "number"),
        ("milestones", {"due_on": "1989-12-31"}, "/due_on", "between 1990-01-01 and 2200-12-31"),
        ("milestones", {"start_on": "2201-01-01"}, "/start_on", "between 1990-01-01 and 2200-12-31"),
        ("milestones", {"start_on": "2027-02-02", "due_on": "2027-02-01"}, "/due_on", "begins"),
        ("tasks", {"estimate_days": "-0.5"}, "/estimate_days", "0"),
        ("tasks", {"due_on": "2201-01-01"}, "/due_on", "between 1990-01-01 and 2200-12-31"),
        ("phases", {"start_on": "1989-12-31"}, "/start_on", "between 1990-01-01 and 2200-12-31"),
    ],
)
async def test_what_no_plan_can_be_is_refused_with_place_and_limit(
    owner: Api, ids: dict[str, str], path: str, given: dict[str, Any], pointer: str, words: str
) -> None:
    before = (await owner("GET", path)).json()["data"]
    answer = await owner("POST", path, {"venture_id": ids["venture_id"], "title": "T"} | given)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "INVALID"), told
    assert pointer in [error["pointer"] for error in told["errors"]]
    assert any(words in error["detail"] for error in told["errors"]), told["errors"]
    assert (await owner("GET", path)).json()["data"] == before


async def test_dependencies_that_go_round_are_refused_and_spelt_out(owner: Api, ids: dict[str, str]) -> None:
    for predecessor, words in (("second", "B → A → B"), ("first", "")):
        answer = await owner("POST", _LINKS, {"predecessor_id": ids[predecessor], "successor_id": ids["first"]})
        told = answer.json()
        assert (answer.status_code, told["errors"][0]["pointer"]) == (422, "/successor_id"), told
        assert words in told["errors"][0]["detail"], told
    links = (await owner("GET", _LINKS)).json()["data"]
    assert [link["predecessor_id"] for link in links] == [ids["first"]]


async def test_a_target_without_its_unit_is_refused(owner: Api, ids: dict[str, str]) -> None:
    given = {"milestone_id": ids["first"], "title": "F1", "metric": "f1", "target": "0.9", "direction": "at_least"}
    answer = await owner("POST", "criteria", given)
    told = answer.json()["errors"][0]
    assert (answer.status_code, told["pointer"]) == (422, "/unit") and "ratio" in told["detail"]
    made = await owner("POST", "criteria", given | {"unit": "ratio"})
    assert made.status_code == 201
    answer = await owner("PATCH", f"criteria/{made.json()['id']}", {"unit": None})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/unit")

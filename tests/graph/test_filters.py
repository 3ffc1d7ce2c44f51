"""Filters say what they mean, with empty values, relations and negation; compared with the same sieve in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import BadInput
from tests.graph.asking import Reader
from tests.graph.conftest import World

TEXT = """
query($f: RiskFilter) { risks(first: 200, filter: $f) { totalCount nodes {
  id title score cause level status expectedLoss owner { id name } venture { id name } createdAt
  milestones { nodes { id title dueOn } } responses { nodes { kind } }
} } }
"""
Sieve = Callable[[dict[str, Any]], bool]
CASES: list[tuple[str, dict[str, Any], Sieve]] = [
    ("nothing", {}, lambda r: True),
    ("eq", {"score": {"eq": 9}}, lambda r: r["score"] == 9),
    ("neq also empty", {"score": {"neq": 9}}, lambda r: r["score"] != 9),
    ("in", {"score": {"in": [6, 9]}}, lambda r: r["score"] in (6, 9)),
    ("in nothing", {"score": {"in": []}}, lambda r: False),
    ("not in", {"score": {"notIn": [6, 9]}}, lambda r: r["score"] not in (6, 9)),
    ("range", {"score": {"gt": 6, "lte": 9}}, lambda r: r["score"] is not None and 6 < r["score"] <= 9),
    ("empty", {"cause": {"isNull": True}}, lambda r: r["cause"] is None),
    ("not empty", {"cause": {"isNull": False}}, lambda r: r["cause"] is not None),
    ("contains", {"title": {"contains": "100%_S"}}, lambda r: "100%_s" in r["title"].lower()),
    ("percent is literal", {"title": {"contains": "1%"}}, lambda r: False),
    ("starts", {"title": {"startsWith": "风险 3"}}, lambda r: r["title"].startswith("风险 3")),
    ("ends", {"title": {"endsWith": "SURE"}}, lambda r: True),
    ("backslash", {"title": {"contains": "\\"}}, lambda r: False),
    ("enum", {"level": {"in": ["MEDIUM", "HIGH"]}}, lambda r: r["level"] in ("MEDIUM", "HIGH")),
    ("and", {"and": [{"score": {"gte": 6}}, {"score": {"lt": 9}}]}, lambda r: r["score"] == 6),
    ("or", {"or": [{"score": {"eq": 6}}, {"score": {"isNull": True}}]}, lambda r: r["score"] in (6, None)),
    ("or of nothing", {"or": []}, lambda r: True),
    ("not", {"not": {"score": {"gt": 6}}}, lambda r: not (r["score"] is not None and r["score"] > 6)),
    ("not not", {"not": {"not": {"score": {"gt": 6}}}}, lambda r: r["score"] is not None and r["score"] > 6),
    ("not empty filter", {"not": {}}, lambda r: False),
    ("owner", {"owner": {"name": {"startsWith": "man"}}}, lambda r: r["owner"] is not None),
    ("not owner", {"not": {"owner": {"name": {"startsWith": "man"}}}}, lambda r: r["owner"] is None),
    ("no owner", {"ownerId": {"isNull": True}}, lambda r: r["owner"] is None),
    ("venture", {"venture": {"name": {"eq": "Venture 1"}}}, lambda r: r["venture"]["name"] == "Venture 1"),
    (
        "some",
        {"milestones": {"some": {"title": {"eq": "Milestone 3"}}}},
        lambda r: any(m["title"] == "Milestone 3" for m in r["milestones"]["nodes"]),
    ),
    (
        "every",
        {"milestones": {"every": {"title": {"eq": "Milestone 3"}}}},
        lambda r: all(m["title"] == "Milestone 3" for m in r["milestones"]["nodes"]),
    ),
    ("none", {"responses": {"none": {}}}, lambda r: not r["responses"]["nodes"]),
    ("every of nothing", {"responses": {"every": {"kind": {"eq": "AVOID"}}}}, lambda r: not r["responses"]["nodes"]),
    (
        "deep",
        {"venture": {"risks": {"some": {"responses": {"some": {"actions": {"some": {"isOverdue": {"eq": True}}}}}}}}},
        lambda r: True,
    ),
    ("since", {"createdAt": {"gt": "-P1D"}}, lambda r: True),
    ("before", {"createdAt": {"lt": "-P1D"}}, lambda r: False),
    ("null is as if left out", {"title": None, "and": None}, lambda r: True),
]


@pytest.mark.parametrize(("name", "filter", "sieve"), CASES, ids=[case[0] for case in CASES])
async def test_a_filter_keeps_what_the_sieve_keeps(
    read: Reader, world: World, name: str, filter: dict[str, Any], sieve: Sieve
) -> None:
    rows = (await read(TEXT))["risks"]["nodes"]
    found = (await read(TEXT, f=filter))["risks"]
    assert [row["id"] for row in found["nodes"]] == [row["id"] for row in rows if sieve(row)]
    assert found["totalCount"] == len(found["nodes"])


async def test_filters_of_nested_lists_and_ids(read: Reader, world: World) -> None:
    answer = await read(
        "query($v: ID!, $ids: [ID!]) { ventures(filter: {id: {in: $ids}}) { nodes { id "
        "risks(filter: {score: {isNull: true}}) { totalCount } } } risks(filter: {ventureId: {eq: $v}}) { totalCount } }",
        v=world.ventures[0],
        ids=[world.ventures[2]],
    )
    assert answer["ventures"]["nodes"] == [{"id": world.ventures[2], "risks": {"totalCount": 2}}]
    assert answer["risks"]["totalCount"] == 5


def nested(depth: int) -> dict[str, Any]:
    """A filter of `not`s."""
    found: dict[str, Any] = {"score": {"eq": 1}}
    for _ in range(depth):
        found = {"not": found}
    return found


@pytest.mark.parametrize(
    ("filter", "told"),
    [
        ({"title": {"eq": None}}, "isNull"),
        ({"ventureId": {"eq": "risk_" + "0" * 32}}, "venture"),
        ({"ventureId": {"eq": "garbage"}}, "id"),
        ({"title": {"contains": "a\0b"}}, "NUL"),
        ({"title": {"eq": "\ud800"}}, "surrogate"),
        ({"title": {"contains": "x" * 5000}}, "characters"),
        ({"score": {"in": list(range(1001))}}, "1000"),
        ({"createdAt": {"gt": "P9999Y"}}, "calendar"),
        ({"or": [{"score": {"eq": 1}}] * 101}, "100 conditions"),
        (nested(101), "100 conditions"),
        ({"venture": {"risks": {"some": {"venture": {"risks": {"some": {"venture": {}}}}}}}}, "4 relations"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_cannot_be_asked_is_refused_before_any_statement(
    read: Reader, world: World, filter: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadInput, match=told):
        await read(TEXT, f=filter)
    assert not read.sent

"""Filters say what they mean, with empty values, relations and negation; compared with the same sieve in Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from graph.kinds import Kind
from graph.language import Field, camel
from graph.registry import BY_WORD
from tests.conftest import SettableClock, make_tenant
from tests.domain.commanding import Caller
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
    ("null does not speak of archived rows", {"archivedAt": None, "not": {"archivedAt": None}}, lambda r: False),
    ("nor within", {"and": [{"archivedAt": None}], "or": [{"archivedAt": None, "title": None}]}, lambda r: True),
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
        "risks(filter: {score: {isNull: true}}) { totalCount } } } "
        "risks(filter: {ventureId: {eq: $v}}) { totalCount } }",
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


@pytest.mark.parametrize(("zone", "over"), [("Pacific/Kiritimati", True), ("Pacific/Pago_Pago", False)])
async def test_today_is_the_tenants_day(
    runtime: Runtime, clock: SettableClock, reader_of: Callable[[Principal], Reader], zone: str, over: bool
) -> None:
    tenant = await make_tenant(runtime, time_zone=zone)
    caller = Caller(runtime, tenant.principal("owner"))
    await caller.milestone(await caller.venture(), "Due", due_on="2026-12-31")
    clock.set(datetime(2026, 12, 31, 11, tzinfo=UTC))
    text = """query($d: Date = "P0D") {
      milestones { nodes { isOverdue } } past: milestones(filter: {dueOn: {lt: $d}}) { totalCount }
      lately: milestones(filter: {dueOn: {gt: "-P1M", lte: "P1D"}}) { totalCount }
      listed: milestones(filter: {dueOn: {in: ["-P1D", "2020-01-01"]}}) { totalCount }
      unlisted: milestones(filter: {dueOn: {notIn: ["-P1D"]}}) { totalCount } }"""
    read = reader_of(tenant.principal("owner"))
    answer = await read(text)
    assert answer["milestones"]["nodes"] == [{"isOverdue": over}]
    assert answer["past"]["totalCount"] == int(over)
    assert answer["lately"]["totalCount"] == 1
    assert answer["listed"]["totalCount"] == 1 - answer["unlisted"]["totalCount"] == int(over)
    assert (await read(text, d="2027-01-01"))["past"]["totalCount"] == 1


_SAMPLES: dict[str, str] = {
    "String": '"risk.level_critical"', "EmailAddress": '"ada@aurora.example"', "URL": '"https://aurora.example"',
    "Int": "1", "Decimal": '"1.5"', "Boolean": "true", "Date": '"P0D"', "DateTime": '"-P1D"',
    "NetworkAddress": '"203.0.113.7"',
}  # fmt: skip


def _literal(kind: Kind, operator: str) -> str:
    """A value that a comparator of the kind takes, as GraphQL writes it."""
    if operator == "isNull":
        return "false"
    if kind.enumeration is not None:
        one = str(next(iter(kind.enumeration))).upper()
    elif kind.cast == "uuid":
        prefix = re.match(r"'(\w+)_'", kind.json)
        one = f'"{prefix[1] if prefix else "venture"}_{"0" * 32}"'
    else:
        one = _SAMPLES[kind.comparators or kind.name]
    return f"[{one}]" if operator in ("in", "notIn") else one


@pytest.mark.parametrize("word", sorted(word for word, entity in BY_WORD.items() if entity.listed))
async def test_every_comparator_of_every_field_can_be_asked(read: Reader, world: World, word: str) -> None:
    entity = BY_WORD[word]
    for field in (member for member in entity.members if isinstance(member, Field) and member.filters):
        asked = [
            f"n{number}: {camel(entity.plural)}(first: 1, filter: {{{field.graphql_name}: {{{operator}: "
            f"{_literal(field.kind, operator)}}}}}) {{ nodes {{ __typename }} }}"
            for number, operator in enumerate(field.kind.operators)
        ]
        await read(f"{{ {' '.join(asked)} }}")


async def test_a_comparator_whose_variable_is_left_out_filters_nothing(read: Reader, world: World) -> None:
    text = "query($late: Boolean) { milestones(filter: {isOverdue: {eq: $late}}) { totalCount } }"
    assert await read(text) == await read("{ milestones { totalCount } }")

"""What asks for too much is refused before any statement, quickly, in words that name the limit."""

from __future__ import annotations

import time
from typing import Any

import pytest
from graphql import get_introspection_query

from api.graphql.documents import Documents
from api.graphql.running import full_schema
from tests.api.graphql.conftest import GRAPHQL, Wire


def chain(length: int, inner: str) -> str:
    """Fragments each of which spreads the next one twice."""
    fragments = [f"fragment F{n} on Risk {{ {inner.replace('NEXT', f'F{n + 1}')} }}" for n in range(length)]
    return "{ risks { nodes { ...F0 } } } " + " ".join([*fragments, f"fragment F{length} on Risk {{ id }}"])


def nest(depth: int) -> str:
    """A query nested this deep."""
    return "{ risks { nodes { " + "venture { risks { nodes { " * depth + "id" + " } } }" * depth + " } } }"


LITTLE = 1.0
"""Seconds of processor time: a few hundredths are usual; what walks every spread anew needs minutes."""

BOMBS: list[tuple[str, str]] = [
    ("spread twice", chain(22, "...NEXT ... on Risk { ...NEXT }")),
    (
        "doubling through fields",
        chain(22, "a: venture { risks { nodes { ...NEXT } } } b: venture { risks { nodes { ...NEXT } } }"),
    ),
    (
        "six aliases eight deep",
        chain(8, " ".join(f"a{n}: venture {{ owner {{ id }} risks {{ nodes {{ ...NEXT }} }} }}" for n in range(6))),
    ),
    ("ninety-nine fragments", chain(98, "...NEXT ... on Risk { ...NEXT }")),
    ("deep", nest(20)),
    (
        "deep over inline fragments",
        "{ risks { nodes { " + "... { venture { risks { nodes { " * 8 + "id" + " } } } }" * 8 + " } } }",
    ),
    ("aliases", "{ " + " ".join(f"a{n}: risks(first: 200) {{ nodes {{ id }} }}" for n in range(1000)) + " }"),
    ("root fields", "{ " + " ".join(f"a{n}: __typename" for n in range(100)) + " }"),
    ("one field often", "{ risks { nodes { " + "id " * 1000 + "} } }"),
    ("one field with selections often", "{ " + "viewer { role } " * 400 + "}"),
    (
        "same alias, other arguments",
        "{ " + " ".join(f"a: risks(first: {n}) {{ totalCount }}" for n in range(1, 1000)) + " }",
    ),
    ("inline fragments", "{ risks { nodes { " + "... on Risk { id } " * 500 + "} } }"),
    ("list literal", "{ risks(filter: {score: {in: [" + "1," * 40_000 + "]}}) { totalCount } }"),
    ("comments", "#" * 99_000 + "\n{ viewer { role } }"),
    ("long comments", "#" * 900_000 + "\n{ viewer { role } }"),
    ("unused fragments", "{ viewer { role } } " + " ".join(f"fragment F{n} on Risk {{ id }}" for n in range(3000))),
    ("directives", "{ viewer " + "@skip(if: false) " * 900 + "{ role } }"),
    ("unknown fields", "{ " + " ".join(f"x{n}" for n in range(2000)) + " }"),
    (
        "introspection in a circle",
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    ),
    (
        "introspection of types of types",
        "{ __schema { types { " + "fields { type { " * 12 + "name" + " } }" * 12 + " } } }",
    ),
    ("introspection often", "{ " + " ".join(f"a{n}: __schema {{ types {{ name }} }}" for n in range(20)) + " }"),
    ("brackets", "{" * 3000),
    ("deep literal", "{ risks(filter: " + "{not: " * 300 + "{}" + "}" * 300 + ") { totalCount } }"),
    ("variables", "query(" + " ".join(f"$v{n}: Int" for n in range(1500)) + ") { viewer { role } }"),
    (
        "pairs of fragments",
        "{ risks { nodes { "
        + " ".join(f"...F{n}" for n in range(99))
        + " } } } "
        + " ".join(f"fragment F{n} on Risk {{ {' '.join(f'a{n}x{m}: id' for m in range(4))} }}" for n in range(99)),
    ),
]


@pytest.mark.parametrize(("name", "text"), BOMBS, ids=[name for name, _ in BOMBS])
async def test_a_document_made_to_hurt_takes_little_time(wire: Wire, name: str, text: str) -> None:
    spent = []
    for again in range(3):  # the best of three: a collection of garbage may fall into one
        began = time.process_time()
        answer = await wire(json={"query": text + " " * again}, headers={"accept": GRAPHQL})
        spent.append(time.process_time() - began)
    assert min(spent) < LITTLE, spent
    if name not in ("comments", "pairs of fragments"):
        assert answer.status_code == 400, answer.text[:300]
        assert answer.json()["errors"][0]["extensions"]["code"] in ("COST_LIMIT", "BAD_USER_INPUT")
        assert "data" not in answer.json()


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_fragment_bomb_is_looked_at_in_little_time(number: int) -> None:
    documents = Documents(full_schema())
    began = time.process_time()
    documents.read(BOMBS[number][1])
    assert time.process_time() - began < LITTLE


async def test_the_price_is_told_with_every_answer_and_in_the_refusal(wire: Wire) -> None:
    cheap = await wire.ask("{ viewer { role } }")
    assert cheap["extensions"]["cost"] == {"requested": 2, "limit": 200_000, "remaining": 299_999_998}
    risks = "risks(first: 5) { nodes { title owner { name } } }"
    board = f"{{ ventures(first: 20) {{ nodes {{ name milestones(first: 10) {{ nodes {{ title {risks} }} }} }} }} }}"
    assert (await wire.ask(board))["extensions"]["cost"]["requested"] < 10_000
    huge = (
        "{ ventures(first: 200) { nodes { milestones(first: 200) { nodes { risks(first: 200) { nodes { id } } } } } } }"
    )
    refused = (await wire.ask(huge))["errors"][0]
    assert refused["extensions"]["code"] == "COST_LIMIT"
    assert refused["extensions"]["cost"]["requested"] > 16_000_000
    assert refused["extensions"]["cost"]["remaining"] < 300_000_000
    assert "200000" in refused["message"]


async def test_a_dry_run_tells_the_price_and_does_nothing(wire: Wire) -> None:
    mutation = 'mutation { createVenture(input: {name: "x"}) { venture { id } } }'
    answer = (await wire(json={"query": mutation}, headers={"dryRun": "true"})).json()
    assert answer["data"] is None
    assert answer["extensions"]["cost"]["requested"] > 0
    assert (await wire.ask("{ ventures { totalCount } }"))["data"]["ventures"]["totalCount"] == 0


async def test_the_usual_introspection_is_allowed_and_below_six_megabytes(wire: Wire) -> None:
    answer = await wire(json={"query": get_introspection_query(input_value_deprecation=True, specified_by_url=True)})
    assert answer.json()["data"]["__schema"]["types"]
    assert len(answer.content) < 6_000_000


def test_kept_documents_are_bounded_in_number_and_size() -> None:
    documents = Documents(full_schema(), most=10, text=2_000)
    for number in range(200):
        documents.read(f"{{ a{number}: viewer {{ role }} }}")
    assert len(documents) == 10
    documents.read("{ viewer { role } }" + " " * 1_990)
    assert len(documents) <= 1


async def test_variables_cannot_be_nested_or_long_without_end(wire: Wire) -> None:
    text = "query($f: RiskFilter) { risks(filter: $f) { totalCount } }"
    deep: dict[str, Any] = {"score": {"eq": 1}}
    for _ in range(25):
        deep = {"and": [deep]}
    answer = await wire(json={"query": text, "variables": {"f": deep}}, headers={"accept": GRAPHQL})
    assert answer.status_code == 400
    wide = {"or": [{"score": {"eq": 1}}] * 5_000}
    began = time.process_time()
    answer = await wire(json={"query": text, "variables": {"f": wide}}, headers={"accept": GRAPHQL})
    assert time.process_time() - began < LITTLE
    assert "10000 values" in answer.json()["errors"][0]["message"]
    many = {"id": {"in": ["risk_" + "0" * 32] * 5_000}}
    answer = await wire(json={"query": text, "variables": {"f": many}}, headers={"accept": GRAPHQL})
    assert "1000" in answer.json()["errors"][0]["message"]

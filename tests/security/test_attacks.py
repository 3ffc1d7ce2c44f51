"""What is sent to hurt is refused or answered in bounded work, over real HTTP, while others are served."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.graphql.test_limits import chain, nest
from tests.conftest import Cluster
from tests.security.attacking import Attacked, api_process, attacker, check
from tests.security.belongings import owner_of_everything

SECONDS = 1.0
"""Processor time that one attack may cost, with much to spare for a slow machine."""
ROUNDS = 3
STEADY = 40 * 2**20
"""Bytes by which the process may grow over the later rounds."""


@pytest.fixture(scope="module")
def process(cluster: Cluster, settings: Settings) -> Iterator[tuple[int, str]]:
    """The API as it is run in production."""
    with api_process(cluster, "common") as running:
        yield running


@pytest.fixture
async def attacked(process: tuple[int, str], runtime: Runtime, settings: Settings) -> AsyncIterator[Attacked]:
    """The API as the owner of a tenant with one of everything attacks it."""
    owner = await owner_of_everything(runtime, settings)
    async with attacker(*process, owner.key) as found:
        yield found


def body(text: str, **variables: Any) -> bytes:
    """A request."""
    return json.dumps({"query": text, "variables": variables}).encode()


def about(filter: Any) -> bytes:
    """A request with a filter in variables."""
    return body("query($f: RiskFilter) { risks(filter: $f) { totalCount nodes { id title } } }", f=filter)


def nested(depth: int, word: str) -> dict[str, Any]:
    """A filter of filters."""
    found: dict[str, Any] = {"title": {"contains": "%_%"}}
    for _ in range(depth):
        found = {word: found if word == "not" else [found]}
    return found


def hops(number: int) -> dict[str, Any]:
    """A filter over relations and back."""
    found: dict[str, Any] = {"title": {"contains": "a"}}
    for _ in range(number):
        found = {"venture": {"risks": {"some": found}}}
    return found


def aliases(number: int, each: str) -> str:
    """One field under many names."""
    return "{ " + " ".join(f"a{n}: {each}" for n in range(number)) + " }"


WILD = "%_" * 1_900
ATTACKS: dict[str, bytes] = {
    "depth 50": body(nest(50)),
    "depth 50 in one fragment each": body(
        "{ risks { nodes { ...F0 } } } "
        + " ".join(f"fragment F{n} on Risk {{ venture {{ risks {{ nodes {{ ...F{n + 1} }} }} }} }}" for n in range(50))
        + " fragment F50 on Risk { id }"
    ),
    "1,000 aliases": body(aliases(1_000, "risks { nodes { id } }")),
    "1,000 aliases of an object": body("{ risks { nodes " + aliases(1_000, "title") + " } }"),
    "10,000 repeated fields": body("{ risks { nodes { " + "title " * 10_000 + "} } }"),
    "10,000 repeated root fields": body("{ " + "__typename " * 10_000 + "}"),
    "a circle of fragments": body(
        "{ risks { nodes { ...A } } } "
        "fragment A on Risk { ...B } fragment B on Risk { ...C } fragment C on Risk { ...A }"
    ),
    "a fragment of itself": body(
        "{ risks { nodes { ...A } } } fragment A on Risk { venture { risks { nodes { ...A } } } }"
    ),
    "a circle in another operation": body(
        "query Q { viewer { role } } query R { risks { nodes { ...A } } } fragment A on Risk { ...A }"
    ),
    "22 fragments that spread the next one twice": body(chain(22, "...NEXT ... on Risk { ...NEXT }")),
    "22 fragments that double through fields": body(
        chain(22, "a: venture { risks { nodes { ...NEXT } } } b: venture { risks { nodes { ...NEXT } } }")
    ),
    "1,000 directives": body("{ viewer " + "@include(if: true) " * 1_000 + "{ role } }"),
    "1,000 unknown directives": body("{ viewer " + " ".join(f"@d{n}" for n in range(1_000)) + " { role } }"),
    "1,000 fields with a directive": body("{ risks { nodes { " + "id @skip(if: false) " * 1_000 + "} } }"),
    "a thousand million rows": body("{ risks(first: 1000000000) { nodes { id } } }"),
    "2^31 rows": body("{ risks(first: 2147483648) { nodes { id } } }"),
    "rows of rows of rows": body(
        "{ ventures(first: 200) { nodes { milestones(first: 200) { nodes { risks(first: 200) { nodes { id } } } } } } }"
    ),
    "a filter of 1 MB": about({"title": {"in": ["x" * 1_000] * 1_000}}),
    "a filter of 1 MB of conditions": about({"or": [{"title": {"contains": "%_%"}}] * 30_000}),
    "a filter of 1 MB in the document": body(
        "{ risks(filter: {or: [" + '{title: {contains: "%_%"}},' * 36_000 + "]}) { totalCount } }"
    ),
    "more than 1 MB": about({"title": {"eq": "x" * 1_100_000}}),
    "a text of 900 kB": about({"title": {"contains": "x" * 900_000}}),
    "a pattern of wild cards": about({"title": {"contains": WILD}}),
    "many patterns of wild cards": about({"or": [{"title": {"contains": WILD}}, {"cause": {"contains": WILD}}] * 20}),
    "a search for wild cards": body("query($q: String!) { search(query: $q) { totalCount } }", q=WILD),
    "a search for one wild card": body('{ search(query: "%") { totalCount nodes { id } } }'),
    "not of not 90 deep": about(nested(90, "not")),
    "not of not 10,000 deep": b'{"query": "{ viewer { role } }", "variables": '
    + b'{"f": ' * 10_000
    + b"1"
    + b"}" * 10_001,
    "and of and 90 deep": about(nested(90, "and")),
    "or of or 3,000 deep": b'{"query": "query($f: RiskFilter) { risks(filter: $f) { totalCount } }", "variables": '
    + b'{"f": '
    + b'{"or": [' * 3_000
    + b"{}"
    + b"]}" * 3_000
    + b"}}",
    "a filter over and over a relation": about(hops(8)),
    "a wide filter over relations": about({"or": [hops(2)] * 24}),
    "50,000 ids": about({"id": {"notIn": ["risk_" + "0" * 32] * 25_000}}),
    "100,000 nodes": body("query($i: [ID!]!) { nodes(ids: $i) { id } }", i=["risk_" + "0" * 32] * 25_000),
    "100 orders": body("{ risks(orderBy: [" + "{field: OWNER_NAME}," * 100 + "]) { nodes { id } } }"),
    "a cursor of 500 kB": body("query($a: String) { risks(after: $a) { nodes { id } } }", a="A" * 500_000),
    "200,000 brackets": b'{"query": ' + b"[" * 200_000,
    "a batch of 1,000": b"[" + b",".join([b'{"query": "{ viewer { role } }"}'] * 1_000) + b"]",
    "a number of a million digits": b'{"query": "{ viewer { role } }", "variables": {"n": ' + b"9" * 900_000 + b"}}",
    "5,000 variables": body("query(" + " ".join(f"$v{n}: Int" for n in range(5_000)) + ") { viewer { role } }"),
    "one variable in 900 places": body(
        "query($t: String) { risks(filter: {or: [" + "{title: {eq: $t}}," * 900 + "]}) { totalCount } }", t="x"
    ),
    "introspection 50 times": body(aliases(50, "__schema { types { name fields { name } } }")),
    "20 operations": body(" ".join(f"query Q{n} {{ risks {{ nodes {{ id }} }} }}" for n in range(300))),
    "3,000 unknown fields": body("{ " + " ".join(f"field{n}" for n in range(1_600)) + " }"),
    "900 kB of comments": body("#" * 900_000 + "\n{ viewer { role } }"),
    "900 kB of blanks": body(" " * 900_000 + "{ viewer { role } }"),
}


@pytest.mark.parametrize("name", ATTACKS)
async def test_an_attack_costs_little_and_others_are_served(attacked: Attacked, name: str) -> None:
    await attacked.ask("{ viewer { role } }")  # the schema is made at the first question
    await attacked.bounded(ATTACKS[name], SECONDS)
    await attacked.bounded(ATTACKS[name], SECONDS, Accept="application/graphql-response+json")


async def one_round(attacked: Attacked, number: int) -> int:
    """Every attack, and documents and shapes that nobody asks for twice; answers what the process holds then."""
    for content in ATTACKS.values():
        check(await attacked.send(content))
    for place in range(100):
        text = f"query($f: RiskFilter) {{ b{number}x{place}: risks(filter: $f) {{ totalCount nodes {{ id }} }} }}"
        await attacked.ask(text, f={"score": {"gt": place}} if place % 2 else {"title": {"in": ["a"] * place}})
    return attacked.memory()


async def test_memory_is_steady_however_often_attacks_are_repeated(attacked: Attacked) -> None:
    held = [await one_round(attacked, number) for number in range(ROUNDS)]
    assert held[-1] - held[1] < STEADY, [f"{each / 2**20:.0f} MB" for each in held]


async def test_shapes_of_one_document_do_not_fill_the_memory(attacked: Attacked) -> None:
    """Each set of eleven conditions is a statement of its own: 2,048 of one document, more than are kept."""
    names = [f"c{place}" for place in range(11)]
    fields = " ".join(f"{name}: title @include(if: ${name})" for name in names)
    text = (
        f"query({' '.join(f'${name}: Boolean!' for name in names)}) {{ risks(first: 1) {{ nodes {{ id {fields} }} }} }}"
    )

    async def shapes(numbers: range) -> int:
        for number in numbers:
            answer = await attacked.ask(text, **{name: bool(number >> place & 1) for place, name in enumerate(names)})
            assert "errors" not in answer
        return attacked.memory()

    half = await shapes(range(1_050))
    assert await shapes(range(1_050, 1_600)) - half < STEADY


async def test_a_burst_of_attacks_leaves_the_api_able_to_answer(attacked: Attacked) -> None:
    chosen = [content for content in ATTACKS.values() if len(content) < 100_000]
    answers = await asyncio.gather(*(attacked.send(content) for content in chosen for _ in range(2)))
    assert all(answer.status_code < 500 for answer in answers)
    assert (await attacked.ask("{ viewer { role } }"))["data"] == {"viewer": {"role": "OWNER"}}

"""No values, and what looks like SQL, in every place of GraphQL that takes one: refused in words, or only text."""

from __future__ import annotations

import json
import random
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import orjson
import pytest
from graphql import GraphQLInputObjectType, GraphQLList, GraphQLNonNull, get_named_type

from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph.roots import PLURAL
from tests.conftest import Cluster
from tests.graph.crossing import everything_of
from tests.security.attacking import Attacked, api_process, attacker, check
from tests.security.belongings import Owner, owner_of_everything
from tests.security.places import fitting, mutation_input, schema

INJECTIONS = (
    "' OR '1'='1",
    "'; DROP TABLE risk; --",
    "\\'; SELECT pg_sleep(9); --",
    "$1",
    "$$; SELECT 1; $$",
    "%s %(x)s {0} {row} :x",
    '") OR true --',
    "x' UNION SELECT key_hash FROM api_key --",
    "/* */ -- \n",
    "</script><script>alert(1)</script>",
    "\u2028\u202e\ufeff",
    "${jndi:ldap://x}",
)
NUMBERS = ("1e400", "9" * 400, "NaN", "-Infinity", "1E+1000000", "0x10", "1_000", "٣", "--1", "")
RAW_NUMBERS = ("1e400", "9" * 5_000, "NaN", "-Infinity", "1e308")
RAW_INTEGERS = ("9223372036854775808", "1.5")
TOLD_AT_ONCE = 20
"""The errors of so many variables are told at once."""
DAYS = (
    "10000-01-01",
    "0000-01-01",
    "-0001-01-01",
    "2026-02-30",
    "infinity",
    "today",
    "2026-W53-7",
    "P999999Y",
    "٢٠٢٦-01-01",
)
INSTANTS = (
    "10000-01-01T00:00:00Z",
    "294276-12-31T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-14:00",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:00:00+99:99",
    "now",
    "-infinity",
    "-P9999Y",
    "PT999999999S9",
)
TEXTS = ("a\0b", "\0", "\ud800", "x\udfff")
BAD: dict[str, tuple[str, ...]] = {
    "String": TEXTS,
    "EmailAddress": TEXTS,
    "URL": TEXTS,
    "ID": (*TEXTS, "risk_", "risk_" + "0" * 33, "RISK_" + "0" * 32, "risk_" + "０" * 32, "{" + "0" * 32 + "}"),
    "Decimal": NUMBERS,
    "Date": DAYS,
    "DateTime": INSTANTS,
    "Duration": ("P", "P1", "1D", "PT"),
    "Int": ("1", "x"),
    "Boolean": ("true", "1"),
}


@pytest.fixture(scope="module")
def process(cluster: Cluster, settings: Settings) -> Iterator[tuple[int, str]]:
    """The API as it is run in production."""
    with api_process(cluster, "common") as running:
        yield running


@pytest.fixture
async def owner(runtime: Runtime, settings: Settings) -> Owner:
    """A tenant with one of everything."""
    return await owner_of_everything(runtime, settings)


@pytest.fixture
async def attacked(process: tuple[int, str], owner: Owner) -> AsyncIterator[Attacked]:
    """The API as the tenant's owner asks it."""
    async with attacker(*process, owner.key) as found:
        yield found


def comparators() -> Iterator[tuple[str, str, str, str, str]]:
    """Every comparator of every filter of every list: list, filter type, field, comparator, type of its value."""
    for name, entity in PLURAL.items():
        kind = schema().type_map[f"{entity.name}Filter"]
        assert isinstance(kind, GraphQLInputObjectType)
        for field, declared in kind.fields.items():
            part = get_named_type(declared.type)
            if part.name.endswith("Comparator") and isinstance(part, GraphQLInputObjectType):
                for word, inner in part.fields.items():
                    yield name, kind.name, field, word, get_named_type(inner.type).name


def refused(told: Any, *, said: Any) -> None:
    """The request was refused as the client's fault."""
    assert told.get("errors"), said
    assert {error["extensions"]["code"] for error in told["errors"]} == {"BAD_USER_INPUT"}, said


def is_json(text: str) -> bool:
    """Whether it is JSON as the standard has it."""
    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        return False
    return True


@dataclass(frozen=True)
class Wrong:
    """A value in one place: the type of the variable that holds it, what is asked with that, and what it is given."""

    kind: str
    asked: str
    "With `$v` for the variable."
    given: str
    "JSON."

    @classmethod
    def filter(cls, name: str, kind: str, field: str, word: str, value: str) -> Wrong:
        """In a comparator of a list's filter; the value is JSON."""
        return cls(kind, f"{name}(filter: $v) {{ totalCount }}", f'{{"{field}": {{"{word}": {value}}}}}')


async def send(attacked: Attacked, wrong: Iterable[Wrong], operation: Literal["query", "mutation"] = "query") -> Any:
    """What is answered to all of these at once, in good order: the variable of the first is `$v0`."""
    each = [*enumerate(wrong)]
    declared = ", ".join(f"$v{place}: {one.kind}" for place, one in each)
    asked = " ".join(f"a{place}: {one.asked.replace('$v', f'$v{place}')}" for place, one in each)
    given = ", ".join(f'"v{place}": {one.given}' for place, one in each)
    document = json.dumps(f"{operation}({declared}) {{ {asked} }}")
    answer = await attacked.send(f'{{"query": {document}, "variables": {{{given}}}}}'.encode())
    check(answer)
    return answer.json()


async def not_told_of(
    attacked: Attacked, wrong: Sequence[Wrong], operation: Literal["query", "mutation"] = "query"
) -> list[Wrong]:
    """Those that no error names where many are asked at once, as they may be refused later on: to be asked alone."""
    left = []
    for first in range(0, len(wrong), TOLD_AT_ONCE):
        together = wrong[first : first + TOLD_AT_ONCE]
        told = await send(attacked, together, operation)
        named = [re.match(r'Variable "\$v(\d+)"', error["message"]) for error in told.get("errors", ())]
        places = {int(found[1]) for found in named if found}
        left += [one for place, one in enumerate(together) if place not in places]
    return left


async def test_what_is_no_value_is_refused_in_every_comparator(attacked: Attacked, seed: int) -> None:
    """One of the values in each place; another with another seed."""
    dice, wrong = random.Random(seed), []
    for name, kind, field, word, type_ in comparators():
        value = dice.choice(BAD.get(type_, ("X", "a\0")))
        listed = [value] if word in ("in", "notIn") else value
        wrong.append(Wrong.filter(name, kind, field, word, json.dumps(listed)))
    assert len(wrong) > 1_000
    for one in await not_told_of(attacked, wrong):
        refused(await send(attacked, [one]), said=one)


async def test_numbers_that_json_or_sql_cannot_hold_are_refused(attacked: Attacked) -> None:
    numbers = [each for each in comparators() if each[4] in ("Decimal", "Int") and each[3] in ("eq", "gte")]
    for number in (*RAW_NUMBERS, *RAW_INTEGERS):
        of_types = ("Int",) if number in RAW_INTEGERS else ("Decimal", "Int")
        wrong = [Wrong.filter(*place, number) for *place, type_ in numbers if type_ in of_types]
        left = await not_told_of(attacked, wrong)
        if not is_json(number):  # refused before anybody looks for a place in it
            left = left[:1]
        for one in left:
            refused(await send(attacked, [one]), said=one)
    for name, _, field, word, type_ in numbers:
        literal = f"{{ {name}(filter: {{{field}: {{{word}: 99999999999999999999}}}}) {{ totalCount }} }}"
        answer = await attacked.send(json.dumps({"query": literal}).encode())
        check(answer)
        if type_ == "Int":
            refused(answer.json(), said=(name, field, word))


async def test_what_looks_like_sql_is_only_text_in_every_text_comparator(attacked: Attacked, seed: int) -> None:
    """Four of the texts in each place; others with another seed."""
    dice = random.Random(seed)
    for name, kind, field, word, type_ in comparators():
        if type_ not in ("String", "EmailAddress", "URL") or word in ("neq", "notIn"):
            continue
        texts = dice.sample(INJECTIONS, 4)
        declared = ", ".join(f"$f{place}: {kind}" for place in range(len(texts)))
        asked = " ".join(f"a{place}: {name}(filter: $f{place}) {{ totalCount }}" for place in range(len(texts)))
        given = {f"f{place}": {field: {word: [text] if word == "in" else text}} for place, text in enumerate(texts)}
        told = await attacked.ask(f"query({declared}) {{ {asked} }}", **given)
        if kind == "AuditEntryFilter" and field == "address":
            refused(told, said=(name, field, word))  # a network address is nothing else
            continue
        assert "errors" not in told, (name, field, told)
        assert all(found == {"totalCount": 0} for found in told["data"].values()), (name, field, word)


@pytest.mark.parametrize("text", INJECTIONS)
async def test_what_looks_like_sql_is_only_text_in_every_other_place(attacked: Attacked, text: str) -> None:
    spelt = json.dumps(text)
    searched = await attacked.ask("query($q: String!) { search(query: $q) { totalCount } }", q=f"x{text}")
    assert searched["data"] == {"search": {"totalCount": 0}}
    single = await attacked.ask(
        "query($i: ID!) { risk(id: $i) { id } node(id: $i) { id } nodes(ids: [$i]) { id } }", i=text
    )
    assert single["data"] == {"risk": None, "node": None, "nodes": [None]}
    for document, given in (
        ("query($a: String) { risks(after: $a) { totalCount nodes { id } } }", {"a": text}),
        ("query($f: RiskFilter) { risks(filter: $f) { totalCount } }", {"f": {text: {"eq": "a"}}}),
        ("query($f: RiskFilter) { risks(filter: $f) { totalCount } }", {"f": {"title": {text: "a"}}}),
        ("query($f: RiskFilter) { risks(filter: $f) { totalCount } }", {"f": {"status": {"eq": text}}}),
        ("query($o: [RiskOrder!]) { risks(orderBy: $o) { totalCount } }", {"o": [{"field": text}]}),
        ("query($o: [RiskOrder!]) { risks(orderBy: $o) { totalCount } }", {"o": [{"field": "ID", "direction": text}]}),
        (f"{{ risks(filter: {{id: {{eq: {spelt}}}}}) {{ totalCount }} }}", {}),
        (f"{{ risks {{ nodes {{ {text}: id }} }} }}", {}),
        (f"{{ risks(orderBy: [{{field: {text}}}]) {{ totalCount }} }}", {}),
        (f"query {text} {{ risks {{ totalCount }} }}", {}),
    ):
        answer = await attacked.send(json.dumps({"query": document, "variables": given}).encode())
        check(answer)
        refused(answer.json(), said=document)
    named = {"query": "query A { viewer { role } }", "operationName": text, "variables": {text: text}}
    answer = await attacked.send(json.dumps(named).encode())
    check(answer)


async def test_names_of_a_client_mean_nothing_to_the_database(attacked: Attacked) -> None:
    """Keywords, names of our columns, and names alike in their first 63 characters."""
    names = ["select", "tenant_id", "null", "j", "t1", "r_", "m_", *(f"{'a' * 70}{n}" for n in range(60))]
    fields = " ".join(f"{name}: title" for name in names)
    told = await attacked.ask(f"{{ select: risks(first: 2) {{ nodes {{ {fields} order: id }} }} }}")
    for row in told["data"]["select"]["nodes"]:
        assert list(row) == [*names, "order"]
        assert len({row[name] for name in names}) == 1


def leaves(kind: GraphQLInputObjectType, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Every scalar of an input: its path, its type, and whether it stands in a list."""
    for name, field in kind.fields.items():
        wanted: Any = field.type
        listed = False
        while isinstance(wanted, GraphQLNonNull | GraphQLList):
            listed |= isinstance(wanted, GraphQLList)
            wanted = wanted.of_type
        if isinstance(wanted, GraphQLInputObjectType):
            if not listed:
                yield from leaves(wanted, (*path, name))
        else:
            yield (*path, name), wanted.name, listed


def with_value(given: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The input with another value at a path."""
    head, *rest = path
    return given | {head: with_value(given.get(head) or {}, tuple(rest), value) if rest else value}


async def test_what_is_no_value_is_refused_in_every_mutation_and_no_later_read_breaks(
    attacked: Attacked, owner: Owner, seed: int
) -> None:
    dice = random.Random(seed)
    mutation = schema().mutation_type
    assert mutation is not None
    wrong = []
    for name in sorted(mutation.fields):
        kind = mutation_input(name)
        asked = f"{name}(input: $v) {{ userErrors {{ code message path }} }}"
        for path, type_, listed in leaves(kind):
            for value in dice.sample(BAD.get(type_, ("a\0", "\ud800")), 2):
                given = with_value(fitting(name, owner.ids), path, [value] if listed else value)
                wrong.append(Wrong(f"{kind.name}!", asked, json.dumps(given)))
    assert len(wrong) > 250
    for one in await not_told_of(attacked, wrong, "mutation"):
        told = await send(attacked, [one], "mutation")
        payload = (told.get("data") or {}).get("a0") or {}
        assert told.get("errors") or payload.get("userErrors"), (one, told)
    for name, entity in PLURAL.items():
        told = await attacked.ask(f"{{ {name}(first: 20) {{ totalCount nodes {{ {everything_of(entity)} }} }} }}")
        assert "errors" not in told, (name, told)


async def test_what_looks_like_sql_is_stored_and_read_as_it_was_sent(attacked: Attacked) -> None:
    document = (
        "mutation($input: CreateVentureInput!) { createVenture(input: $input) "
        "{ venture { name description } userErrors { message } } }"
    )
    for place, text in enumerate(INJECTIONS):
        given = {"name": f"a{text}z", "description": f"a{text}z", "key": f"SQL{place}"}
        told = (await attacked.ask(document, input=given))["data"]["createVenture"]
        assert told["venture"] == {"name": given["name"], "description": given["description"]}, told
    found = await attacked.ask(
        "query($t: String) { ventures(filter: {name: {contains: $t}}) { totalCount } }", t="DROP"
    )
    assert found["data"]["ventures"]["totalCount"] == 1

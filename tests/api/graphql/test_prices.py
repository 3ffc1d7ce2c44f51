"""An answer that was given before is worked out with less; what it says is the same."""

from __future__ import annotations

from typing import Any

from tests.api.graphql.conftest import Wire

PAGE = "query ($size: Int, $ids: [ID!]!) { risks(first: $size) { nodes { id title } } nodes(ids: $ids) { id } }"


def cost(answer: Any) -> int:
    found = answer["extensions"]["cost"]["requested"]
    assert isinstance(found, int)
    return found


async def test_the_cost_of_a_known_document_follows_the_size_of_its_pages(wire: Wire) -> None:
    ids = [f"risk_{number:032x}" for number in range(10)]
    small, large, again = [cost(await wire.ask(PAGE, size=size, ids=ids)) for size in (2, 20, 2)]
    assert small == again < large
    assert cost(await wire.ask(PAGE, size=2, ids=ids[:5])) < small
    assert cost(await wire.ask(PAGE, ids=ids)) > large


async def test_a_page_that_is_too_large_is_refused_though_its_document_is_known(wire: Wire) -> None:
    await wire.ask(PAGE, size=2, ids=[])
    told = await wire.ask(PAGE, size=201, ids=[])
    assert told["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_what_is_compiled_null_and_introspected_stand_in_one_answer_in_order(wire: Wire) -> None:
    nothing = f"risk_{0:032x}"
    compiled = f'b: risk(id: "{nothing}") {{ id }} __typename a: risks {{ totalCount }}'
    text = f'{{ {compiled} t: __type(name: "Risk") {{ name }} }}'
    for _ in range(2):
        data = (await wire.ask(text))["data"]
        assert list(data.items()) == [
            ("b", None),
            ("__typename", "Query"),
            ("a", {"totalCount": 0}),
            ("t", {"name": "Risk"}),
        ]


async def test_a_field_that_a_variable_leaves_out_is_left_out_of_a_known_document_too(wire: Wire) -> None:
    text = "query ($with: Boolean!) { viewer { role } risks @include(if: $with) { totalCount } }"
    for value in (True, False, True):
        data = (await wire.ask(text, **{"with": value}))["data"]
        assert list(data) == (["viewer", "risks"] if value else ["viewer"])

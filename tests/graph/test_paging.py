"""Pages: walked in either direction they give the whole list, once, whatever the ties and the empty values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.graphql.refusals import Refused
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.conftest import World, fill

WALK = """
query($first: Int, $after: String, $last: Int, $before: String, $order: [RiskOrder!], $filter: RiskFilter) {
  risks(first: $first, after: $after, last: $last, before: $before, orderBy: $order, filter: $filter) {
    totalCount nodes { id } edges { cursor node { id score title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""
ORDERS: list[list[dict[str, str]]] = [
    [],
    [{"field": "ID"}],
    [{"field": "ID", "direction": "DESC"}],
    [{"field": "SCORE", "direction": "DESC"}],
    [{"field": "SCORE", "nulls": "FIRST"}],
    [{"field": "SCORE", "direction": "DESC", "nulls": "FIRST"}, {"field": "TITLE"}],
    [{"field": "TITLE", "direction": "DESC"}],
    [{"field": "OWNER_NAME", "nulls": "FIRST"}, {"field": "LEVEL", "direction": "DESC"}, {"field": "CREATED_AT"}],
    [{"field": "VENTURE_NAME", "direction": "DESC"}, {"field": "STATUS"}, {"field": "EXPECTED_LOSS"}],
    [{"field": "VENTURE_OPEN_RISK_COUNT"}, {"field": "CAUSE", "nulls": "FIRST"}],
]


async def walk(read: Reader, forward: bool, size: int, **more: Any) -> list[str]:
    """All ids, page by page; the flags must say what comes."""
    found: list[str] = []
    cursor = None
    while True:
        way = {"first": size, "after": cursor} if forward else {"last": size, "before": cursor}
        page = (await read(WALK, **way, **more))["risks"]
        ids = [edge["node"]["id"] for edge in page["edges"]]
        assert [node["id"] for node in page["nodes"]] == ids
        info = page["pageInfo"]
        assert info["startCursor"] == (page["edges"][0]["cursor"] if ids else None)
        assert info["endCursor"] == (page["edges"][-1]["cursor"] if ids else None)
        assert info["hasPreviousPage" if forward else "hasNextPage"] is (cursor is not None)
        found = found + ids if forward else ids + found
        if not info["hasNextPage" if forward else "hasPreviousPage"]:
            return found
        cursor = info["endCursor" if forward else "startCursor"]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "_".join(key["field"] for key in order) or "usual")
@pytest.mark.parametrize("size", [1, 4])
async def test_walks_forward_and_backward_are_the_whole_list(
    read: Reader, world: World, order: list[dict[str, str]], size: int
) -> None:
    whole = [node["id"] for node in (await read(WALK, first=200, order=order))["risks"]["nodes"]]
    assert len(whole) == len(set(whole)) == 15
    assert await walk(read, True, size, order=order) == whole
    assert await walk(read, False, size, order=order) == whole


async def test_the_list_is_in_the_asked_order(read: Reader, world: World) -> None:
    for nulls, direction in (("FIRST", "ASC"), ("LAST", "ASC"), ("FIRST", "DESC"), ("LAST", "DESC")):
        order = [{"field": "SCORE", "direction": direction, "nulls": nulls}]
        scores = [edge["node"]["score"] for edge in (await read(WALK, first=200, order=order))["risks"]["edges"]]
        numbers = [score for score in scores if score is not None]
        assert numbers == sorted(numbers, reverse=direction == "DESC")
        empty = len(scores) - len(numbers)
        assert empty
        assert all(score is None for score in (scores[:empty] if nulls == "FIRST" else scores[-empty:]))


async def test_a_count_of_a_row_that_is_not_there_is_empty_and_not_none(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    """A team of no venture comes where empty values come, before or after a venture without risks."""
    caller = Caller(runtime, tenant.principal("owner"))
    risky, quiet = await caller.venture("risky"), await caller.venture("quiet")
    await caller.risk(risky)
    for name, given in (("risky", {"venture_id": risky}), ("quiet", {"venture_id": quiet}), ("none", {})):
        await caller.ask("create_team", name=name, function="business", **given)
    read = reader_of(caller.principal)
    for nulls, names in (("FIRST", ["none", "quiet", "risky"]), ("LAST", ["quiet", "risky", "none"])):
        text = f"{{ teams(orderBy: [{{field: VENTURE_OPEN_RISK_COUNT, nulls: {nulls}}}]) {{ nodes {{ name }} }} }}"
        assert [node["name"] for node in (await read(text))["teams"]["nodes"]] == names


async def test_the_window_between_two_cursors(read: Reader, world: World) -> None:
    edges = (await read(WALK, first=200))["risks"]["edges"]
    between = {"after": edges[2]["cursor"], "before": edges[9]["cursor"]}
    inside = [edge["node"]["id"] for edge in edges[3:9]]
    assert [n["id"] for n in (await read(WALK, **between))["risks"]["nodes"]] == inside
    assert [n["id"] for n in (await read(WALK, first=2, **between))["risks"]["nodes"]] == inside[:2]
    assert [n["id"] for n in (await read(WALK, last=2, **between))["risks"]["nodes"]] == inside[-2:]


async def test_rows_added_and_archived_while_paging_neither_repeat_nor_vanish(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    world = await fill(runtime, tenant)
    read = reader_of(tenant.principal("owner"))
    caller = Caller(runtime, world.tenant.principal("owner"))
    order = [{"field": "TITLE"}]
    before = {node["id"] for node in (await read(WALK, first=200, order=order))["risks"]["nodes"]}
    found: list[str] = []
    cursor = None
    for number in range(100):
        page = (await read(WALK, first=2, after=cursor, order=order))["risks"]
        found += [node["id"] for node in page["nodes"]]
        await caller.risk(world.ventures[0], f"A {number}")
        if number == 2:
            await caller.ask("archive_risk", id=found[-1])  # the row of the cursor itself
        if not page["pageInfo"]["hasNextPage"]:
            break
        cursor = page["pageInfo"]["endCursor"]
    assert len(found) == len(set(found))
    assert before <= set(found)


@pytest.mark.parametrize("part", ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"])
@pytest.mark.parametrize("arguments", ["first: 2", "last: 2"])
async def test_each_part_of_the_page_info_can_be_asked_alone(
    read: Reader, world: World, part: str, arguments: str
) -> None:
    whole = await read(
        f"{{ risks({arguments}) {{ nodes {{ id }} "
        "pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } } }"
    )
    alone = await read(f"{{ risks({arguments}) {{ pageInfo {{ {part} }} }} }}")
    assert alone["risks"]["pageInfo"] == {part: whole["risks"]["pageInfo"][part]}


async def test_nested_lists_page_by_their_own_cursors(read: Reader, world: World) -> None:
    text = (
        "query($a: String, $v: ID!) { venture(id: $v) { risks(first: 2, after: $a) { edges { cursor node { id } } } } }"
    )
    found: list[str] = []
    cursor = None
    while edges := (await read(text, v=world.ventures[1], a=cursor))["venture"]["risks"]["edges"]:
        found += [edge["node"]["id"] for edge in edges]
        cursor = edges[-1]["cursor"]
    assert sorted(found) == sorted(world.risks[6:11])


@pytest.mark.parametrize(
    "page",
    [{"first": 0}, {"first": -1}, {"first": 201}, {"last": 0}, {"last": 2147483647}, {"first": 1, "last": 1}],
    ids=str,
)
async def test_a_page_outside_the_limits_is_refused_in_words_that_say_them(
    read: Reader, world: World, page: dict[str, int]
) -> None:
    for text in (WALK, "query($first: Int, $last: Int) { risks(first: $first, last: $last) { totalCount } }"):
        with pytest.raises(Refused, match="1 to 200"):
            await read(text, **page)
    assert not read.sent


async def test_a_cursor_is_taken_only_where_it_was_given(read: Reader, world: World, stranger: Any) -> None:
    order = [{"field": "TITLE"}]
    cursor = (await read(WALK, first=1, order=order))["risks"]["pageInfo"]["endCursor"]
    nested = "query($a: String) { ventures { nodes { risks(after: $a, orderBy: [{field: TITLE}]) { nodes { id } } } } }"
    other = "query($a: String) { milestones(after: $a, orderBy: [{field: TITLE}]) { nodes { id } } }"
    flipped = cursor[:-1] + ("A" if cursor[-1] != "A" else "B")
    sent = len(read.sent)
    attempts: list[tuple[Reader, str, dict[str, Any]]] = [
        (read, WALK, {"after": cursor}),
        (read, WALK, {"after": cursor, "order": [{"field": "TITLE", "direction": "DESC"}]}),
        (read, WALK, {"after": cursor, "order": order, "filter": {"title": {"contains": "a"}}}),
        (read, nested, {"a": cursor}),
        (read, other, {"a": cursor}),
        (read.as_(stranger.principal("owner")), WALK, {"after": cursor, "order": order}),
    ]
    wrong = (flipped, "garbage", "", "é", "YXJyYXljb25uZWN0aW9uOi01", cursor + "=", cursor[:20], "x" * 200_000, "\n")
    attempts += [(read, WALK, {"after": text, "order": order}) for text in wrong]
    messages = set()
    for caller, text, given in attempts:
        with pytest.raises(BadInput) as refused:
            await caller(text, **given)
        messages.add(refused.value.message)
    assert len(messages) == 1
    assert len(read.sent) == sent

"""One operation is one statement, whatever it asks; its answer has the shape of its selection."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import graph
from domain.kernel.errors import Forbidden
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph.registry import BY_WORD
from graph.statements import Statements
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.conftest import World

BOARD = """
query Board($first: Int = 2, $with: Boolean = true) {
  viewer { role member { name } tenant { slug } permissions }
  board: ventures(first: $first) {
    totalCount
    edges { cursor node { ...Card risks { totalCount } } }
  }
  ventures { nodes { id } }
}
fragment Card on Venture {
  __typename id name stage
  owner { name }
  top: risks(first: 2, orderBy: [{field: SCORE, direction: DESC}]) {
    nodes { title score level venture { ... on Node { id } } milestones { nodes { title criteria { nodes { id } } } } }
  }
  risks { nodes { id } }
  milestones @include(if: $with) { nodes { dueOn isOverdue } }
  skipped: name @skip(if: $with)
}
"""


async def test_an_operation_with_many_root_fields_and_levels_is_one_statement(read: Reader, world: World) -> None:
    answer = await read(BOARD)
    assert len(read.sent) == 1
    assert list(answer) == ["viewer", "board", "ventures"]
    assert answer["viewer"]["role"] == "OWNER"
    first = answer["board"]["edges"][0]["node"]
    assert list(first) == ["__typename", "id", "name", "stage", "owner", "top", "risks", "milestones"]
    assert [risk["score"] for risk in first["top"]["nodes"]] == [9, 6]
    assert list(first["risks"]) == ["nodes", "totalCount"]  # asked in two places, answered once
    assert first["risks"]["totalCount"] == len(first["risks"]["nodes"]) == 5
    assert first["top"]["nodes"][0]["venture"]["id"] == first["id"]


async def test_the_printed_example_is_what_the_compiler_writes(read: Reader, world: World) -> None:
    blocks = [part for part in re.split(r"\n\n(?=    )|\n\n(?=\S)", graph.__doc__ or "") if part.startswith("    ")]
    selection, statement = blocks
    await read(selection)
    assert _plain(read.sent[0][0]) == _plain(statement)


def _plain(sql: str) -> str:
    return re.sub(r"\s+(?=\))|(?<=\()\s+", "", " ".join(sql.split()))


async def test_what_always_stands_beside_a_row_does(settings: Settings, world: World) -> None:
    async with superuser(settings) as database:
        for entity in BY_WORD.values():
            for beside in entity.beside:
                if beside.always:
                    alone = f"SELECT count(*) FROM {entity.table_name} r WHERE r.tenant_id = $1 AND NOT EXISTS ("
                    alone += f"SELECT FROM {beside.name} b WHERE b.tenant_id = r.tenant_id AND "
                    alone += beside.on.format(there="b", row="r") + ")"
                    assert await database.fetchval(alone, world.tenant.id) == 0, entity.name


async def test_doubling_the_page_sends_no_further_statement(read: Reader, world: World) -> None:
    await read(BOARD, first=1)
    await read(BOARD, first=3)
    assert len(read.sent) == 2
    few, many = (re.sub(r"LIMIT \d+", "LIMIT", sql) for sql, *_ in read.sent)
    assert few == many


async def test_variables_change_parameters_and_only_what_shapes_changes_the_text(
    read: Reader, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "query($f: RiskFilter, $o: [RiskOrder!], $n: Int) { "
    text += "risks(first: $n, filter: $f, orderBy: $o) { nodes { id } } }"
    monkeypatch.setattr("graph.reading.STATEMENTS", kept := Statements())
    for title in ("zq7marker", "x'; drop table risk--", "%", "\\"):
        await read(text, f={"title": {"contains": title}}, o=[{"field": "TITLE"}], n=3)
    assert len({sql for sql, _ in read.sent}) == 1
    assert not any("zq7marker" in sql or "drop" in sql for sql, _ in read.sent)
    assert len(kept) == 1
    await read(text, f={"title": {"startsWith": "x"}}, o=[{"field": "TITLE", "direction": "DESC"}], n=3)
    assert len(kept) == 2


async def test_client_names_are_keys_of_the_answer_and_nothing_else(read: Reader, world: World) -> None:
    names = [f"{'a' * 100}_{number}" for number in range(400)]
    fields = " ".join(f"{name}: title" for name in names)
    answer = await read(f"{{ zq7marker: risks(first: 1) {{ nodes {{ __x: id {fields} }} }} }}")
    row = answer["zq7marker"]["nodes"][0]
    assert list(row) == ["__x", *names]
    assert "FROM zq7marker" not in read.sent[0][0]


async def test_single_things_are_null_where_they_are_not(read: Reader, world: World) -> None:
    text = "query($i: ID!) { risk(id: $i) { id } node(id: $i) { id } nodes(ids: [$i]) { id } }"
    hexed = world.risks[0].removeprefix("risk_")
    absent = "risk_" + "0" * 32
    for id in (
        absent,
        f"venture_{hexed}",
        f"RISK_{hexed}",
        f"risk_{hexed.upper()}",
        f"risk_{hexed}\n",
        f"{{{hexed}}}",
        "",
    ):
        assert await read(text, i=id) == {"risk": None, "node": None, "nodes": [None]}, id
    assert (await read(text, i=world.risks[0]))["node"] == {"id": world.risks[0]}


async def test_nodes_keep_the_order_of_their_ids_and_their_types(read: Reader, world: World) -> None:
    ids = [world.risks[0], "nothing", world.ventures[0], world.risks[0], "venture_" + "1" * 32, world.milestones[1]]
    answer = await read(
        "query($i: [ID!]!) { nodes(ids: $i) { __typename id ... on Risk { title } ... on Venture { name } } }", i=ids
    )
    names = [node and node["__typename"] for node in answer["nodes"]]
    assert names == ["Risk", None, "Venture", "Risk", None, "Milestone"]
    assert "title" in answer["nodes"][0]
    assert "title" not in answer["nodes"][2]


async def test_the_same_document_with_an_id_of_another_type_is_compiled_for_that(read: Reader, world: World) -> None:
    text = "query($i: ID!) { node(id: $i) { __typename ... on Risk { title } } }"
    assert (await read(text, i=world.ventures[0]))["node"] == {"__typename": "Venture"}
    assert (await read(text, i=world.risks[0]))["node"]["__typename"] == "Risk"
    assert (await read(text, i=world.ventures[0]))["node"] == {"__typename": "Venture"}


async def test_what_a_role_may_not_read_is_refused_before_any_statement(read: Reader, world: World) -> None:
    text = "{ webhookEndpoints { nodes { url } } }"
    await read(text)
    read.sent.clear()
    with pytest.raises(Forbidden):
        await read.as_(world.tenant.principal("viewer"))(text)
    assert not read.sent


async def test_what_the_viewer_can_do_follows_the_role_also_for_a_kept_statement(read: Reader, world: World) -> None:
    text = "{ risks(first: 1) { nodes { viewerCan { edit } } } viewer { role } }"
    viewer = read.as_(world.tenant.principal("viewer"))
    for _ in range(2):
        assert (await read(text))["risks"]["nodes"] == [{"viewerCan": {"edit": True}}]
        assert (await viewer(text))["risks"]["nodes"] == [{"viewerCan": {"edit": False}}]


async def test_a_list_of_no_ids_is_told_from_none(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    """A key that may see no venture at all does not look like one that may see all."""
    caller = Caller(runtime, tenant.principal("owner"))
    venture = await caller.venture()
    for title, only in (("a none", []), ("b one", [venture]), ("c all", None)):
        await caller.ask("create_api_key", title=title, role="viewer", venture_ids=only)
    keys = await reader_of(caller.principal)("{ apiKeys { nodes { title ventureIds } } }")
    assert [key["ventureIds"] for key in keys["apiKeys"]["nodes"]] == [[], [venture], None]


async def test_archived_rows_are_left_out_of_lists_unless_asked_for(read: Reader, world: World) -> None:
    answer = await read(
        "query($i: ID!) { risk(id: $i) { id } risks(first: 200) { totalCount } "
        "old: risks(filter: {archivedAt: {isNull: false}}) { totalCount } "
        "all: risks(filter: {or: [{archivedAt: {isNull: false}}, {archivedAt: {isNull: true}}]}) { totalCount } }",
        i=world.risks[5],
    )
    assert answer["risk"] is not None
    assert [answer[name]["totalCount"] for name in ("risks", "old", "all")] == [15, 3, 18]


async def test_search_finds_two_chinese_characters_and_takes_patterns_literally(read: Reader, world: World) -> None:
    text = (
        "query($q: String!) { search(query: $q, first: 200) { totalCount nodes { __typename ... on Risk { title } } } }"
    )
    found = await read(text, q="风险")
    assert found["search"]["totalCount"] == len(found["search"]["nodes"]) == 15
    assert (await read(text, q="100%_SURE"))["search"]["totalCount"] == 15
    assert (await read(text, q="%"))["search"]["totalCount"] == 15
    assert (await read(text, q="1__%"))["search"]["totalCount"] == 0
    assert (await read(text, q="\\"))["search"]["totalCount"] == 0

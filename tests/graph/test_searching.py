"""Search finds what the texts of a tenant contain, the best first, and nothing that is archived or out of sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from domain.kernel.ids import parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.searching import folded
from domain.kernel.settings import Settings
from domain.kernel.work import unit_of_work
from graph.errors import BadInput
from graph.searching import SEARCHED
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.test_walls import restricted_to
from tests.security.belongings import owner_of_everything

TEXT = """query($q: String!, $t: [SearchType!], $n: Int, $a: String) {
  search(query: $q, types: $t, first: $n, after: $a) {
  totalCount pageInfo { endCursor hasNextPage } nodes { __typename id
    ... on Risk { name: title } ... on Venture { name } ... on Milestone { name: title } ... on Response { name: title }
    ... on Action { name: title } ... on Criterion { name: title } ... on Team { name } ... on Resource { name }
    ... on ReviewCondition { name: title } } } }"""


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner, writing."""
    return Caller(runtime, tenant.principal("owner"))


@pytest.fixture
def read(reader_of: Callable[[Principal], Reader], tenant: TestTenant) -> Reader:
    """The tenant's owner, reading."""
    return reader_of(tenant.principal("owner"))


async def names(read: Reader, query: str, **more: Any) -> list[str]:
    """What a search finds, in order."""
    return [node["name"] for node in (await read(TEXT, q=query, **more))["search"]["nodes"]]


async def test_names_come_before_texts_beginnings_before_middles_short_before_long_new_before_old(
    caller: Caller, read: Reader
) -> None:
    venture = await caller.venture("Helio")
    for title, more in (
        ("Plain", {"cause": "the model is late"}),
        ("Plainer", {"cause": "no remodelling"}),
        ("Old remodelling", {}),
        ("A model is biased", {}),
        ("Models drift, as they do after every change", {}),
        ("Model drift", {}),
        ("Model fails", {}),
        ("Model", {}),
        ("Nothing of it", {}),
    ):
        await caller.risk(venture, title, **more)
    assert await names(read, " MODEL ") == [
        "Model",
        "Model fails",
        "Model drift",
        "Models drift, as they do after every change",
        "A model is biased",
        "Old remodelling",
        "Plain",
        "Plainer",
    ]
    assert len(read.sent) == 1


async def test_pages_of_a_search_join_without_gap(caller: Caller, read: Reader) -> None:
    venture = await caller.venture("Helio")
    for number in range(7):
        await caller.risk(venture, f"Model {'x' * (number // 2)}")
    whole = await names(read, "model")
    found, after = [], None
    while True:
        page = (await read(TEXT, q="model", n=2, a=after))["search"]
        assert page["totalCount"] == 7
        found += [node["name"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == whole
    for part in ("totalCount", "__typename", "pageInfo { hasNextPage }", "edges { cursor }"):  # each by itself
        assert (await read(f'{{ search(query: "model") {{ {part} }} }}'))["search"]
    with pytest.raises(BadInput, match="cursor"):
        await read(TEXT, q="models", n=2, a=after)


async def test_two_chinese_characters_capitals_and_widths(caller: Caller, read: Reader) -> None:
    venture = await caller.venture("启明星 ＡＩ")
    await caller.risk(venture, "数据许可风险")
    await caller.risk(venture, "STRASSE 100%_sure")
    assert await names(read, "风险") == ["数据许可风险"]
    assert await names(read, "许可") == ["数据许可风险"]
    assert await names(read, "ai") == await names(read, "ＡI") == ["启明星 ＡＩ"]
    assert await names(read, "straße") == ["STRASSE 100%_sure"]
    assert await names(read, "0%_S") == ["STRASSE 100%_sure"]
    for nothing in ("1__%", "%%", "\\", "险风"):
        assert await names(read, nothing) == []
    with pytest.raises(BadInput, match="blank"):
        await read(TEXT, q=" 　")


async def test_every_searched_type_is_found_by_its_texts_and_by_type(
    runtime: Runtime, settings: Settings, reader_of: Callable[[Principal], Reader]
) -> None:
    owner = await owner_of_everything(runtime, settings)
    async with unit_of_work(runtime, owner.tenant.principal()) as work:
        for searched in SEARCHED.values():
            row = await work.get(searched.table, parse_id(searched.prefix, owner.ids[searched.prefix]))  # type: ignore[type-var]  # an entity
            setattr(row, searched.table.searched[0], "Quartz")  # type: ignore[attr-defined]  # an entity
    read = reader_of(owner.tenant.principal())
    found = (await read(TEXT, q="quartz", n=200))["search"]["nodes"]
    assert {node["__typename"] for node in found} == {searched.name for searched in SEARCHED.values()}
    assert len(found) == len(SEARCHED)
    for word in SEARCHED:
        nodes = (await read(TEXT, q="quartz", t=[word.upper()]))["search"]["nodes"]
        assert [node["__typename"] for node in nodes] == [SEARCHED[word].name]


async def test_what_is_archived_is_not_found_until_it_is_restored(caller: Caller, read: Reader) -> None:
    risk = await caller.risk(await caller.venture("Helio"), "Quartz breaks")
    assert await names(read, "quartz") == ["Quartz breaks"]
    await caller.ask("archive_risk", id=risk)
    assert await names(read, "quartz") == []
    await caller.ask("restore_risk", id=risk)
    await caller.ask("update_risk", id=risk, title="Quartz bends")
    assert await names(read, "quartz b") == ["Quartz bends"]
    assert await names(read, "breaks") == []


async def test_nothing_of_strangers_or_of_forbidden_ventures_is_found(
    caller: Caller, read: Reader, runtime: Runtime, stranger: TestTenant, clock: SettableClock
) -> None:
    own, other = await caller.venture("Quartz one"), await caller.venture("Quartz two")
    await caller.risk(other, "Quartz risk")
    theirs = Caller(runtime, stranger.principal("owner"))
    await theirs.risk(await theirs.venture("Quartz far"), "Quartz afar")
    assert set(await names(read, "quartz")) == {"Quartz one", "Quartz two", "Quartz risk"}
    limited = read.as_(restricted_to(read.principal, own))
    answer = await limited(TEXT, q="quartz")
    assert [node["name"] for node in answer["search"]["nodes"]] == ["Quartz one"]
    assert answer["search"]["totalCount"] == 1


@pytest.mark.parametrize(
    "part", ["__typename", "totalCount", "nodes { id }", "pageInfo { hasPreviousPage }", "__typename @skip(if: true)"]
)
async def test_each_part_of_a_search_can_be_asked_alone(caller: Caller, read: Reader, part: str) -> None:
    venture = await caller.venture("Quartz")
    told = {"__typename": "SearchConnection", "totalCount": 1, "nodes": [{"id": venture}]}
    answer = await read(f'{{ search(query: "quartz") {{ {part} }} more: search(query: "quartz") {{ totalCount }} }}')
    assert answer["more"] == {"totalCount": 1}
    for name, value in answer["search"].items():
        assert value == told.get(name, {"hasPreviousPage": False})


def test_folding_makes_one_of_what_differs_in_case_and_width() -> None:
    assert folded("ＡＩ Straße ﬁx") == folded("ai STRASSE FIX")
    assert folded(folded("ﬁ Ǆ ẞ")) == folded("ﬁ Ǆ ẞ")

"""Sizes of a market: TAM, SAM and SOM in their order, one for each year, and growth that never mixes currencies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from domain.kernel.errors import Conflict, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.principal import Role
from domain.kernel.questions import Asking
from domain.kernel.runtime import Runtime
from domain.market.asking import MarketGrowthAsked, market_growth
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

GROWTH = """query($venture: ID!, $from: Int, $to: Int, $currency: String) {
  marketGrowth(ventureId: $venture, fromYear: $from, toYear: $to, currency: $currency) {
    fromYear toYear currency tam sam som } }"""
OWN = "query($venture: ID!) { venture(id: $venture) { marketGrowth { currency fromYear toYear tam sam som } } }"


async def size(caller: Caller, venture: str, year: int, tam: str, sam: str, som: str, **more: Any) -> str:
    given = {"year": year, "tam": tam, "sam": sam, "som": som, "source": "A study", **more}
    return external_id("market_size", await caller.make("create_market_size", venture_id=venture, **given))


async def test_what_can_be_served_is_part_of_the_whole_and_what_can_be_won_part_of_that(caller: Caller) -> None:
    venture = await caller.venture()
    made = await size(caller, venture, 2026, "100", "50", "10")
    for field, given in (("sam", {"sam": "100.01"}), ("som", {"som": "50.01"}), ("sam", {"tam": "49"})):
        with pytest.raises(Invalid) as refused:
            await caller.ask("update_market_size", id=made, **given)
        assert refused.value.problems[0].path == (field,)
    with pytest.raises(Invalid):
        await size(caller, venture, 2027, "100", "101", "10")
    await caller.ask("update_market_size", id=made, tam="100", sam="100", som="100")
    for field, bad in (("tam", "-1"), ("year", 1989), ("currency", "XXQ"), ("source_url", "javascript:alert(1)")):
        with pytest.raises(ValidationError) as invalid:
            await size(caller, venture, **({"year": 2028, "tam": "3", "sam": "2", "som": "1"} | {field: bad}))  # type: ignore[arg-type]  # what is wrong is tried
        assert [error["loc"][0] for error in invalid.value.errors()] == [field]


async def test_a_venture_has_one_size_for_each_year(caller: Caller) -> None:
    venture = await caller.venture()
    first = await size(caller, venture, 2026, "3", "2", "1")
    with pytest.raises(Conflict):
        await size(caller, venture, 2026, "6", "4", "2", currency="JPY")
    await size(caller, await caller.venture("Another"), 2026, "6", "4", "2")
    await caller.ask("archive_market_size", id=first)
    await size(caller, venture, 2026, "6", "4", "2")


async def test_growth_is_the_same_by_sql_and_by_program(caller: Caller, read: Reader) -> None:
    venture = await caller.venture()
    sizes = {2024: ("10000", "1000", "0"), 2025: ("13000", "2000", "1"), 2027: ("19500", "10000", "999.99")}
    for year, (tam, sam, som) in sizes.items():
        await size(caller, venture, year, tam, sam, som)
    whole = {"fromYear": 2024, "toYear": 2027, "currency": "USD", "tam": "0.249333", "sam": "1.154435", "som": None}
    assert (await read(GROWTH, venture=venture))["marketGrowth"] == whole
    assert (await read(OWN, venture=venture))["venture"]["marketGrowth"] == [whole]
    later = (await read(GROWTH, venture=venture, **{"from": 2025}))["marketGrowth"]
    assert (later["fromYear"], later["som"]) == (2025, "30.622618")
    one = (await read(GROWTH, venture=venture, **{"from": 2025, "to": 2025}))["marketGrowth"]
    assert (one["tam"], one["sam"], one["som"]) == (None, None, None)
    for given, path in (({"from_year": 2026}, "from_year"), ({"from_year": 2027, "to_year": 2024}, "to_year")):
        with pytest.raises(Invalid) as refused:
            await market_growth(
                Asking(caller.runtime, caller.principal),
                MarketGrowthAsked.model_validate({"venture_id": venture} | given),
            )
        assert refused.value.problems[0].path == (path,)


async def test_sizes_in_two_currencies_are_an_error_or_told_by_currency(caller: Caller, read: Reader) -> None:
    venture = await caller.venture()
    for year, currency in ((2023, "USD"), (2024, "EUR"), (2025, "EUR"), (2026, "USD")):
        await size(caller, venture, year, str(year), "2", "1", currency=currency)
    own = (await read(OWN, venture=venture))["venture"]["marketGrowth"]
    assert [(one["currency"], one["fromYear"], one["toYear"]) for one in own] == [
        ("EUR", 2024, 2025),
        ("USD", 2023, 2026),
    ]
    for more in ({}, {"currency": "EUR"}, {"from_year": 2024, "to_year": 2025, "currency": "USD"}):
        asked = MarketGrowthAsked.model_validate({"venture_id": venture} | more)
        with pytest.raises(Invalid, match="not converted") as refused:
            await market_growth(Asking(caller.runtime, caller.principal), asked)
        assert refused.value.problems[0].path == ("currency",)
    found = await read(GROWTH, venture=venture, currency="EUR", **{"from": 2024, "to": 2025})
    assert found["marketGrowth"]["tam"] == "0.000494"
    sums = '{ __type(name: "MarketSizeSum") { fields { name } } }'
    assert {field["name"] for field in (await read(sums))["__type"]["fields"]} == {"year"}


async def test_nobody_reads_or_writes_the_market_of_others(
    runtime: Runtime, tenant: TestTenant, caller: Caller, stranger: TestTenant, read: Reader
) -> None:
    venture = await caller.venture()
    made = await size(caller, venture, 2026, "3", "2", "1")
    other = Caller(runtime, stranger.principal())
    with pytest.raises(NotFound):
        await size(other, venture, 2027, "3", "2", "1")
    with pytest.raises(NotFound):
        await other.ask("update_market_size", id=made, note="mine")
    walled = replace(tenant.principal(Role.VIEWER), venture_ids=frozenset())
    for principal in (stranger.principal(), walled):
        assert await read.as_(principal)(GROWTH, venture=venture) == {"marketGrowth": None}
        text = "query($id: ID!) { marketSize(id: $id) { id } marketSizes { totalCount } }"
        assert await read.as_(principal)(text, id=made) == {"marketSize": None, "marketSizes": {"totalCount": 0}}

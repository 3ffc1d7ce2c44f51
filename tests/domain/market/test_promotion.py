"""Promotion and revenue: what a lead has cost, what came of it, and how much hangs on one customer."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from domain.kernel.errors import Conflict, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.money.earned_schedule import month_start
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

RATIOS = """query($id: ID!) { promotion(id: $id) { costPerLead costPerConversion conversionRate returnOnCost } }"""
RESULTS = """query($venture: ID!) { venture(id: $venture) { promotionResults {
  kind currency count budget cost revenue leads conversions
  costPerLead costPerConversion conversionRate returnOnCost } } }"""
SHARES = """query($venture: ID!) { venture(id: $venture) { revenueConcentration {
  currency customers revenue largestCustomer largestShare hhi } } }"""


async def promote(caller: Caller, venture: str, kind: str = "event", **more: Any) -> str:
    given = {"venture_id": venture, "kind": kind, "title": "Congress", **more}
    return external_id("promotion", await caller.make("create_promotion", **given))


@pytest.mark.parametrize(
    ("given", "ratios"),
    [
        (
            {"cost": "1000", "leads": 80, "conversions": 4, "revenue": "250"},
            ("12.50", "250.00", "0.050000", "0.250000"),
        ),
        ({"cost": "10", "leads": 3, "conversions": 3, "revenue": "0"}, ("3.33", "3.33", "1.000000", "0.000000")),
        ({"cost": "10", "leads": 0, "conversions": 0, "revenue": "1"}, (None, None, None, "0.100000")),
        ({"cost": "0", "leads": 5, "conversions": 0, "revenue": "1"}, ("0.00", None, "0.000000", None)),
        ({"budget": "10"}, (None, None, None, None)),
    ],
)
async def test_a_ratio_that_is_not_defined_is_null(
    caller: Caller, read: Reader, given: dict[str, Any], ratios: tuple[str | None, ...]
) -> None:
    made = await promote(caller, await caller.venture(), **given)
    assert tuple((await read(RATIOS, id=made))["promotion"].values()) == ratios


async def test_results_are_summed_by_kind_and_currency_and_ratios_count_what_is_known_of_both(
    caller: Caller, read: Reader
) -> None:
    venture = await caller.venture()
    await promote(caller, venture, cost="100", leads=10, conversions=2, revenue="500")
    await promote(caller, venture, cost="300", leads=None, revenue="100", budget="350")
    await promote(caller, venture, leads=40, conversions=4)
    await promote(caller, venture, cost="7000", leads=10, currency="JPY")
    await promote(caller, venture, "brand")
    gone = await promote(caller, venture, cost="9", leads=9)
    await caller.ask("archive_promotion", id=gone)
    brand, yen, dollars = (await read(RESULTS, venture=venture))["venture"]["promotionResults"]
    assert (brand["kind"], brand["count"], brand["cost"], brand["costPerLead"]) == ("BRAND", 1, None, None)
    assert (yen["currency"], yen["cost"], yen["costPerLead"]) == ("JPY", "7000.00", "700.00")
    assert dollars == {
        "kind": "EVENT", "currency": "USD", "count": 3, "budget": "350.00", "cost": "400.00", "revenue": "600.00",
        "leads": 50, "conversions": 6, "costPerLead": "10.00", "costPerConversion": "50.00",
        "conversionRate": "0.120000", "returnOnCost": "1.500000",
    }  # fmt: skip


async def test_no_more_become_customers_than_showed_interest(
    caller: Caller, runtime: Runtime, stranger: TestTenant
) -> None:
    venture = await caller.venture()
    made = await promote(caller, venture, leads=3, start_on="2026-03-02", end_on="2026-03-04")
    for given, path in (({"conversions": 4}, "conversions"), ({"end_on": "2026-03-01"}, "end_on")):
        with pytest.raises(Invalid) as refused:
            await caller.ask("update_promotion", id=made, **given)
        assert refused.value.problems[0].path == (path,)
    for given in ({"leads": -1}, {"cost": "-1"}, {"kind": "spam"}, {"currency": "eur"}):
        with pytest.raises(ValidationError):
            await promote(caller, venture, **{"kind": "event"} | given)  # type: ignore[arg-type]  # what is wrong is tried
    other = Caller(runtime, stranger.principal())
    for command, asked in (
        ("create_promotion", {"venture_id": venture, "kind": "event", "title": "Theirs"}),
        ("update_promotion", {"id": made, "leads": 9}),
        ("create_customer_revenue", {"venture_id": venture, "customer": "A", "month": "2026-03-01", "amount": "1"}),
    ):
        with pytest.raises(NotFound):
            await other.ask(command, **asked)


async def pay(caller: Caller, venture: str, customer: str, month: str, amount: str, **more: str) -> str:
    given = {"venture_id": venture, "customer": customer, "month": month, "amount": amount, **more}
    return external_id("customer_revenue", await caller.make("create_customer_revenue", **given))


async def test_concentration_is_told_over_twelve_months_by_currency(
    caller: Caller, read: Reader, clock: SettableClock
) -> None:
    """The shares of the worked example of the Herfindahl-Hirschman index: 30, 30, 20 and 20 percent are 0.26."""
    this = clock.now().date()
    first = this.replace(day=1)
    venture = await caller.venture()
    for customer, amount in (("A", "30"), ("B", "30"), ("C", "20"), ("D", "19")):
        await pay(caller, venture, customer, this.isoformat(), amount)
    await pay(caller, venture, "D", month_start(first, -11).isoformat(), "1")
    await pay(caller, venture, "D", month_start(first, -12).isoformat(), "500")
    await pay(caller, venture, "D", month_start(first, 1).isoformat(), "500")
    await pay(caller, venture, "E", first.isoformat(), "100", currency="EUR")
    euro, dollar = (await read(SHARES, venture=venture))["venture"]["revenueConcentration"]
    assert tuple(euro.values()) == ("EUR", 1, "100.00", "E", "1.000000", "1.000000")
    assert tuple(dollar.values()) == ("USD", 4, "100.00", "A", "0.300000", "0.260000")
    with pytest.raises(Conflict):
        await pay(caller, venture, "A", first.isoformat(), "5")

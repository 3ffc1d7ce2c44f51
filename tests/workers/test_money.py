"""Earned value and runway follow what is recorded: once for the same inputs, and again at the tenant's midnight."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Entity, metadata, table_class
from domain.kernel.work import Work
from domain.money import inputs
from domain.risks.monitoring.facts import MoneyFacts
from domain.risks.monitoring.reading import Watched, read_watched
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.workers.conftest import act, relay_all, rows
from workers.money import work_out_money
from workers.monitor import monitor

TODAY = datetime(2026, 10, 16, 9, tzinfo=UTC)
EARNED = """asOfOn bac pv ev ac cv sv cpi spi eac eacRestAtPlan eacPressed etc vac tcpi esMonths atMonths svT spiT
  ieacTMonths undefined { name reason }"""
ASKED = f"""{{ ventures {{ nodes {{ budget earnedValue {{ {EARNED} }}
  runway {{ state cash cashOn netBurn months cashOutCommittedOn cashOutAllOn defaultAlive burns {{ month netBurn }}
    missing {{ name reason }} }}
  milestones {{ nodes {{ title earnedValue {{ {EARNED} }} }} }} }} }} }}"""


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> Caller:
    """The tenant's owner, on a Friday."""
    clock.set(TODAY)
    return Caller(runtime, tenant.principal())


async def _all(runtime: Runtime, tenant: TestTenant) -> int:
    await relay_all(runtime, tenant)
    count = 0
    while done := await work_out_money(runtime, tenant.id):
        count += done
    return count


async def _read(runtime: Runtime, principal: Principal) -> Any:
    return (await Reader(runtime, Engine(runtime), principal)(ASKED))["ventures"]["nodes"]


async def _half_done(caller: Caller) -> str:
    """Ten working days each, of which the first is over on this Friday; 40 % of all is earned."""
    venture = await caller.venture()
    first = {"start_on": "2026-10-05", "due_on": "2026-10-16", "budget": "5000", "percent_complete": 80}
    second = {"start_on": "2026-10-19", "due_on": "2026-10-30", "budget": "5000"}
    milestone = await caller.milestone(venture, "First", **first)
    await caller.milestone(venture, "Second", **second)
    await caller.milestone(venture, "Without budget", start_on="2026-10-05", due_on="2026-10-09")
    await caller.milestone(venture, "Given up", budget="9999", status="cancelled", due_on="2026-10-09")
    for amount, more in (("4000", {"milestone_id": milestone}), ("500", {})):
        await caller.make("create_cost", venture_id=venture, amount=amount, spent_on="2026-10-12", **more)
    return venture


def test_money_is_worked_out_again_after_changes_of_everything_that_it_is_worked_out_from() -> None:
    read = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)", inputs.INPUTS)) & metadata.tables.keys()
    assert len(read) > 10
    for name in read - {"tenant", "working_calendar"}:  # of the one its command tells, of the other its ventures
        table = table_class(name)
        assert issubclass(table, Entity)
        verbs = ("updated",) if name == "investor" else ("created", "updated", "archived", "restored")
        assert {f"{table.word}.{verb}" for verb in verbs} <= inputs.MARKED_BY, name


async def test_the_money_of_every_venture_is_worked_out_again_when_an_investor_is_called_otherwise(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    await _short_of_cash(caller)
    investor = external_id("investor", await caller.make("create_investor", name="Angel", kind="angel"))
    await _all(runtime, tenant)
    await caller.ask("update_investor", id=investor, name="Angel & Co")
    assert await _all(runtime, tenant) == 1


async def test_earned_value_of_a_venture_and_its_milestones_is_worked_out_and_read(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller
) -> None:
    await _half_done(caller)
    assert await _all(runtime, tenant) == 1
    (found,) = await _read(runtime, caller.principal)
    assert found["budget"] == "10000.00"
    told = found["earnedValue"]
    assert {name: told[name] for name in ("bac", "pv", "ev", "ac", "cv", "sv", "eac")} == {
        "bac": "10000.00", "pv": "5000.00", "ev": "4000.00", "ac": "4500.00", "cv": "-500.00", "sv": "-1000.00",
        "eac": "11250.00",
    }  # fmt: skip
    assert (told["cpi"], told["spi"], told["asOfOn"]) == ("0.888888888889", "0.800000000000", "2026-10-16")
    assert (told["eacPressed"], told["undefined"]) == ("12937.50", [])
    assert Decimal(told["atMonths"]) == round(Decimal(12) / 31, 12)
    assert Decimal(told["spiT"]) == Decimal("0.8"), "on the plan's line from the beginning to today"
    by_title = {node["title"]: node["earnedValue"] for node in found["milestones"]["nodes"]}
    assert by_title["Without budget"] is None
    assert by_title["Given up"] is None
    assert (by_title["First"]["cpi"], by_title["First"]["spi"]) == ("1.000000000000", "0.800000000000")
    reasons = {one["name"]: one["reason"] for one in by_title["Second"]["undefined"]}
    assert (reasons["spi"], reasons["cpi"], reasons["spi_t"]) == ("nothing_planned_yet", "no_cost", "not_begun")
    assert await _read(runtime, stranger.principal()) == []


async def test_runway_is_worked_out_from_whole_months_and_the_latest_balance(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    venture = await caller.venture()
    burns = {"2026-06-10": "90000", "2026-07-31": "130000", "2026-08-01": "145000", "2026-09-15": "160000"}
    for day, amount in (*burns.items(), ("2026-10-01", "999999")):
        await caller.make("create_cost", venture_id=venture, amount=amount, spent_on=day)
    for day in ("2026-07-01", "2026-08-31", "2026-09-30"):
        await caller.make("create_receipt", venture_id=venture, amount="20000", received_on=day)
    equity = {"amount": "5000000", "received_on": "2026-08-15", "category": "financing"}
    await caller.make("create_receipt", venture_id=venture, **equity)
    for day, amount in (("2026-08-31", "1"), ("2026-09-30", "1200000")):
        await caller.make("create_cash_balance", venture_id=venture, balance_on=day, amount=amount)
    await _all(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    told = found["runway"]
    assert (told["state"], told["cash"], told["cashOn"]) == ("BURNING", "1200000.00", "2026-09-30")
    assert (told["netBurn"], told["months"]) == ("125000.00", "9.600000000000")
    assert told["cashOutCommittedOn"] == told["cashOutAllOn"] == "2027-07-19"  # .6 of July
    assert [burn["netBurn"] for burn in told["burns"]] == ["90000.00", "110000.00", "125000.00", "140000.00"]
    assert told["defaultAlive"] is False
    assert told["missing"] == []
    assert found["earnedValue"]["cpi"] is None


async def test_the_same_inputs_are_not_worked_out_twice(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _half_done(caller)
    await _all(runtime, tenant)
    stamps = "SELECT DISTINCT computed_at FROM earned_value WHERE tenant_id = $1"
    (first,) = await rows(runtime, tenant, stamps, tenant.id)
    clock.forward(hours=1)
    await caller.ask("update_venture", id=venture, description="Nothing of money.")
    assert await _all(runtime, tenant) == 1
    assert await rows(runtime, tenant, stamps, tenant.id) == [first]


async def test_a_day_later_the_plan_has_gone_on(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    await _half_done(caller)
    await _all(runtime, tenant)
    (due,) = await rows(runtime, tenant, "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'money'", tenant.id)
    assert due["due"] == datetime(2026, 10, 17, tzinfo=UTC)
    clock.set(datetime(2026, 10, 16, 23, 59, tzinfo=UTC))
    assert await work_out_money(runtime, tenant.id) == 0
    clock.set(datetime(2026, 10, 19, 0, 0, 1, tzinfo=UTC))
    assert await work_out_money(runtime, tenant.id) == 1
    (found,) = await _read(runtime, caller.principal)
    assert (found["earnedValue"]["asOfOn"], found["earnedValue"]["pv"]) == ("2026-10-19", "5500.00")


async def test_midnight_is_the_tenants_own(runtime: Runtime, clock: SettableClock) -> None:
    clock.set(TODAY)
    tenant = await make_tenant(runtime, time_zone="Asia/Shanghai")
    caller = Caller(runtime, tenant.principal())
    await _half_done(caller)
    await _all(runtime, tenant)
    (due,) = await rows(runtime, tenant, "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'money'", tenant.id)
    assert due["due"] == datetime(2026, 10, 16, 16, tzinfo=UTC)


async def test_a_venture_without_money_has_nothing_and_is_not_looked_at_again(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    await caller.milestone(await caller.venture())
    assert await _all(runtime, tenant) == 1
    (found,) = await _read(runtime, caller.principal)
    assert (found["runway"], found["earnedValue"], found["budget"]) == (None, None, "0.00")
    assert (
        await rows(
            runtime,
            tenant,
            "SELECT 1 FROM work WHERE tenant_id = $1 AND kind = 'money' AND due > '-infinity'",
            tenant.id,
        )
        == []
    )


async def test_what_is_taken_back_is_gone_from_what_is_told(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, budget="100", due_on="2026-10-30")
    cost = external_id("cost", await caller.make("create_cost", venture_id=venture, amount="5", spent_on="2026-09-12"))
    await _all(runtime, tenant)
    await caller.ask("archive_cost", id=cost)
    await caller.ask("update_milestone", id=milestone, budget=None)
    await _all(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["milestones"]["nodes"][0]["earnedValue"] is None
    assert (found["runway"]["state"], found["earnedValue"]["ac"], found["earnedValue"]["bac"]) == (
        "UNKNOWN",
        "0.00",
        None,
    )


async def test_what_is_recorded_of_another_calendar_is_planned_by_it(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    await _half_done(caller)
    await _all(runtime, tenant)
    off = ["2026-10-15", "2026-10-16"]
    await caller.ask("create_calendar", name="Ours", week="1111100", off_days=off, is_default=True)
    assert await _all(runtime, tenant) == 1
    (found,) = await _read(runtime, caller.principal)
    assert found["earnedValue"]["pv"] == "5000.00", "all of its eight days have passed"
    await caller.ask("create_calendar", name="All days", week="1111111", is_default=True)
    await _all(runtime, tenant)


async def test_amounts_that_no_column_holds_stop_nothing(runtime: Runtime, tenant: TestTenant, caller: Caller) -> None:
    venture = await caller.venture()
    most = "1000000000000"
    milestone = await caller.milestone(venture, budget=most, due_on="2026-10-30", percent_complete=1)
    await caller.make("create_cost", venture_id=venture, milestone_id=milestone, amount=most, spent_on="2026-09-01")
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-09-30", amount=f"-{most}")
    await _all(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["runway"]["months"] == "0.000000000000"
    assert found["earnedValue"]["eac"] == "100000000000000.00"


async def test_a_short_runway_becomes_an_alert_when_it_has_held(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _short_of_cash(caller)
    await _all(runtime, tenant)
    await monitor(runtime, tenant.id)
    alerts = "SELECT rule, state, severity FROM alert WHERE tenant_id = $1 AND rule LIKE 'funding.%'"
    assert [
        row["state"] for row in await rows(runtime, tenant, alerts + " AND rule = 'funding.runway'", tenant.id)
    ] == ["pending"]
    clock.forward(days=3, minutes=1)
    await monitor(runtime, tenant.id)
    (alert,) = await rows(runtime, tenant, alerts + " AND rule = 'funding.runway'", tenant.id)
    assert (alert["state"], alert["severity"]) == ("firing", "critical")
    assert await rows(runtime, stranger, alerts, stranger.id) == []
    tried = await caller.ask("try_rule", code="funding.runway", days=1, venture_ids=[venture])
    assert tried.reports["trial"]["firing_count"] == 1


async def test_the_money_of_a_past_day_is_what_was_recorded_by_then(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _half_done(caller)
    await _short_of_cash(caller, venture)
    await _all(runtime, tenant)
    then = clock.now()
    clock.forward(days=5)
    await caller.make("create_cost", venture_id=venture, amount="100000", spent_on="2026-10-17")
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-10-20", amount="1")
    await _all(runtime, tenant)

    past, present = await _facts(caller, tenant, venture, then), await _facts(caller, tenant, venture)
    assert (past.cash, present.cash) == (100, 1)
    assert (past.runway_months, past.ac, past.ev) == (Decimal(2), 4650, 4000)
    assert present.ac == 104_650
    assert present.cpi is not None
    assert past.cpi == Decimal(4000) / Decimal(4650)
    assert len(past.burns) == len(present.burns) == 3
    now = await _facts(caller, tenant, venture, then + timedelta(days=5))
    assert now.ac == 104_650, "by the same statement as of the present instant"


async def test_what_has_become_an_investment_or_a_loan_only_later_was_still_an_acquisition_then(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _short_of_cash(caller)
    promised = []
    for title in ("Seed", "Bank"):
        given = {"kind": "funding", "channel": "other", "status": "committed", "expected_on": "2026-11-15"}
        promised.append(await caller.make("create_acquisition", venture_id=venture, title=title, **given,
                                          expected_amount="100"))  # fmt: skip
    before = clock.now()
    clock.forward(days=1)
    seed, bank = (external_id("acquisition", one) for one in promised)
    investor = external_id("investor", await caller.make("create_investor", name="North", kind="angel"))
    given = {"venture_id": venture, "kind": "seed", "name": "Seed", "planned_on": "2026-11-15"}
    round_id = external_id("funding_round", await caller.make("create_funding_round", **given))
    given = {"round_id": round_id, "investor_id": investor, "committed_on": "2026-10-01", "acquisition_id": seed}
    investment = await caller.make("create_investment", **given, amount="50")
    loan = {"principal": "50", "annual_rate": "0", "term_months": 1, "drawn_on": "2026-11-15"}
    await caller.make(
        "create_loan", venture_id=venture, name="Bank", **loan, first_payment_on="2027-09-30", acquisition_id=bank
    )
    linked = clock.now()
    clock.forward(days=1)
    await caller.ask("archive_investment", id=external_id("investment", investment))
    clock.forward(days=1)
    await _all(runtime, tenant)
    told = [await _facts(caller, tenant, venture, moment) for moment in (before, linked, clock.now(), None)]
    # 100 there, 50 a month: both acquisitions of 100; both of 50 in their place; the promise of 100 again, and the loan
    assert [one.cash_out_on for one in told] == [date(2027, 3, 31), date(2027, 1, 31), *[date(2027, 2, 28)] * 2]


async def test_what_is_burnt_for_new_revenue_is_worked_out_and_told_of(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    """450 burnt in a quarter in which 15 a month, 180 a year, have come to the revenue that recurs."""
    ventures = [await _short_of_cash(one) for one in (caller, Caller(runtime, stranger.principal()))]
    for one, venture, more in ((caller, ventures[0], "25"), (Caller(runtime, stranger.principal()), ventures[1], "99")):
        for month, amount, recurring in (("06", "10", True), ("09", more, True), ("09", "500", None)):
            given = {"customer": f"{amount} {recurring}", "month": f"2026-{month}-07", "amount": amount}
            await one.make("create_customer_revenue", venture_id=venture, **given, recurring=recurring)
        await one.make("create_cost", venture_id=venture, amount="300", spent_on="2026-09-05")
    before = clock.now()
    clock.forward(days=1)
    await _all(runtime, tenant)
    asked = (
        "{ ventures { nodes { runway { netNewArr burnMultiple cashOutP10On cashOutCommittedOn outlook { ended } } } } }"
    )
    told = (await Reader(runtime, Engine(runtime), caller.principal)(asked))["ventures"]["nodes"][0]["runway"]
    assert (told["netNewArr"], told["burnMultiple"]) == ("180.00", "2.500000000000")
    assert told["cashOutP10On"] == told["cashOutCommittedOn"] is not None, "nothing is expected: there is one case"
    assert [one["ended"] for one in told["outlook"][:1]] == ["1.000000"]
    await monitor(runtime, tenant.id)
    fired = [{"state": "firing", "severity": "info"}]
    await caller.make("create_customer_revenue", venture_id=ventures[0], customer="New", month="2026-09-01",
                      amount="9985", recurring=True)  # fmt: skip
    assert await _all(runtime, tenant) == 1, "what customers pay is an input"
    past, present = await _facts(caller, tenant, ventures[0], before), await _facts(caller, tenant, ventures[0])
    assert (past.burn_multiple, past.net_new_arr) == (Decimal("2.5"), 180)
    assert (present.net_new_arr, present.burn_multiple) == (120_000, Decimal("0.00375"))
    await monitor(runtime, tenant.id)
    alerts = "SELECT state, severity FROM alert WHERE tenant_id = $1 AND rule = 'funding.burn_multiple'"
    assert [dict(row) for row in await rows(runtime, tenant, alerts, tenant.id)] == fired, "it is kept for a day"
    assert await rows(runtime, stranger, alerts, stranger.id) == []


async def _facts(caller: Caller, tenant: TestTenant, venture: str, moment: datetime | None = None) -> MoneyFacts:
    async def what(work: Work) -> Watched | None:
        return await read_watched(work, parse_id("venture", venture), moment)

    watched = await act(caller.runtime, tenant, what)
    assert watched is not None
    assert watched.facts.money is not None
    found: MoneyFacts = watched.facts.money
    return found


async def _short_of_cash(caller: Caller, venture: str | None = None) -> str:
    """Cash for two months."""
    venture = venture or await caller.venture()
    for day in ("2026-07-05", "2026-08-05", "2026-09-05"):
        await caller.make("create_cost", venture_id=venture, amount="50", spent_on=day)
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-09-30", amount="100")
    return venture


async def test_the_three_lines_follow_what_is_planned_and_debt_is_held_against_what_is_earned(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    """Cash in two currencies, funding under way and promised, a purchase, a loan; then the same without a rate."""
    venture = await caller.venture()

    async def made(word: str, **given: object) -> str:
        return external_id(word, await caller.make(f"create_{word}", **given))

    for day in ("2026-07-15", "2026-08-15", "2026-09-15"):
        await made("cost", venture_id=venture, amount="90000", spent_on=day)
        await made("cost", venture_id=venture, amount="10000", spent_on=day, category="loan_repayment")
        await made("receipt", venture_id=venture, amount="110000" if day < "2026-08" else "20000", received_on=day)
    held = {"EUR": ("100000", False), "USD": ("200000", False), "CNY": ("9999999", True)}
    for currency, (amount, restricted) in held.items():
        account = await made(
            "cash_account", venture_id=venture, name=currency, currency=currency, restricted=restricted
        )
        given = {"venture_id": venture, "balance_on": "2026-09-30", "amount": amount}
        await made("cash_balance", **given, account_id=account)
    await made("cash_balance", venture_id=venture, balance_on="2026-09-30", amount="777")
    rate = {"from_currency": "EUR", "to_currency": "USD", "rate": "1.1", "rate_on": "2026-09-29"}
    rate_id = await made("exchange_rate", **rate)
    funding = {"venture_id": venture, "kind": "funding", "channel": "venture_capital", "title": "Seed"}
    promised = await made(
        "acquisition", **funding, status="committed", expected_amount="40000", expected_on="2026-12-20"
    )
    await made("acquisition", **funding, probability="0.5", expected_amount="80000", expected_on="2026-11-20")
    await made("acquisition", **funding, expected_amount="80000")
    investor = await made("investor", name="North Fund", kind="venture_capital")
    round_id = await made("funding_round", venture_id=venture, kind="seed", name="Seed", planned_on="2026-12-20")
    given = {"round_id": round_id, "investor_id": investor, "committed_on": "2026-10-01"}
    await made("investment", **given, amount="30000", acquisition_id=promised)
    await made("investment", **given, amount="1000000", instrument="loan")
    gpus = {"venture_id": venture, "kind": "technology", "channel": "purchase", "title": "GPUs", "cost": "25000"}
    await made("acquisition", **gpus, status="committed", expected_on="2026-10-30")
    loan = {"venture_id": venture, "name": "Bank", "principal": "12000", "annual_rate": "0", "term_months": 12}
    await made("loan", **loan, method="linear", drawn_on="2026-08-01", first_payment_on="2026-09-30")
    await _all(runtime, tenant)
    asked = """{ ventures { nodes { runway { cash netBurn months debtService debtServiceCover
      cashOutCommittedOn cashOutExpectedOn cashOutAllOn
      outlook { monthEnd committed expected everything } missing { name reason } } } } }"""
    read = Reader(runtime, Engine(runtime), caller.principal)
    told = (await read(asked))["ventures"]["nodes"][0]["runway"]
    assert (told["cash"], told["netBurn"]) == ("310000.00", "50000.00")
    ends = [[month[line] for line in ("committed", "expected", "everything")] for month in told["outlook"][:3]]
    assert ends == [  # 40,000 are burnt a month beside lenders; 25,000 buy, 1,000 are paid back, then money comes
        ["244000.00"] * 3,
        ["203000.00", "243000.00", "283000.00"],
        ["192000.00", "232000.00", "272000.00"],
    ]
    assert told["cashOutCommittedOn"] < told["cashOutExpectedOn"] < told["cashOutAllOn"]
    assert (told["debtService"], told["debtServiceCover"]) == ("11000.00", "-43.636363636364")
    assert told["missing"] == [{"name": "planned_inflows", "reason": "no_date"}]
    await caller.ask("archive_exchange_rate", id=rate_id)
    assert await _all(runtime, tenant) == 1, "a rate concerns every venture"
    told = (await read(asked))["ventures"]["nodes"][0]["runway"]
    assert (told["cash"], told["months"], told["cashOutCommittedOn"], told["outlook"]) == (None, None, None, [])
    assert {"name": "cash", "reason": "no_rate"} in told["missing"]

"""Investors, rounds, investments, loans, accounts and rates over the real database: what is kept, what is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

import domain.commands  # noqa: F401  # every command is declared
from domain.funding.tables import FundingRound, Investment, Loan
from domain.kernel.errors import Conflict, DomainError, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.money.account_tables import CashAccount
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


def _day(clock: SettableClock, days: int) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


async def _all(caller: Caller, table: Any) -> list[Any]:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(table).where(table.tenant_id == work.tenant_id).order_by(table.id)
        return list((await work.session.execute(statement)).scalars())


async def _made(caller: Caller, word: str, **given: Any) -> str:
    return external_id(word, await caller.make(f"create_{word}", **given))


async def _refused(caller: Caller, command: str, given: dict[str, Any], *field: str, error: Any = Invalid) -> None:
    with pytest.raises(error) as said:
        await caller.ask(command, **given)
    assert isinstance(said.value, DomainError)
    assert [problem.path for problem in said.value.problems] == [field]


async def test_what_investors_give_is_kept_in_the_currency_of_the_round(caller: Caller, clock: SettableClock) -> None:
    venture = await caller.venture()
    investor = await _made(caller, "investor", name="North Fund", kind="venture_capital")
    round_id = await _made(caller, "funding_round", venture_id=venture, kind="seed", name="Seed", currency="EUR")
    given = {"round_id": round_id, "investor_id": investor, "amount": "250000", "committed_on": _day(clock, -5)}
    investment = await _made(caller, "investment", **given)
    await _refused(caller, "update_funding_round", {"id": round_id, "currency": "USD"}, "currency", error=InvalidState)
    await caller.ask("update_funding_round", id=round_id, currency="EUR", status="open", target_amount="800000")
    await caller.ask("update_investment", id=investment, received_on=_day(clock, -1))
    await caller.ask("update_funding_round", id=round_id, status="closed", closed_on=_day(clock, 0))
    (kept,), (given_row,) = await _all(caller, FundingRound), await _all(caller, Investment)
    assert (kept.status, kept.currency, kept.version) == ("closed", "EUR", 3)
    assert (given_row.venture_id, given_row.received_on.isoformat()) == (kept.venture_id, _day(clock, -1))
    await caller.ask("update_funding_round", id=round_id, status="cancelled", closed_on=None)
    await _refused(caller, "create_investment", given, "round_id", error=InvalidState)


async def test_what_does_not_fit_together_is_refused_at_its_place(caller: Caller, clock: SettableClock) -> None:
    venture, other = await caller.venture(), await caller.venture("Other")
    seed = {"venture_id": venture, "kind": "seed", "name": "Seed"}
    round_id = await _made(caller, "funding_round", **seed)
    investor = await _made(caller, "investor", name="North Fund", kind="angel")
    data = {"venture_id": venture, "kind": "data", "channel": "purchase", "title": "Scans"}
    strange = {"venture_id": other, "kind": "funding", "channel": "angel", "title": "Elsewhere"}
    given = {"round_id": round_id, "investor_id": investor, "amount": "1", "committed_on": _day(clock, -5)}
    loan = {"venture_id": venture, "name": "Bank", "principal": "1200", "annual_rate": "0.06", "term_months": 12}
    loan |= {"drawn_on": _day(clock, 0), "first_payment_on": _day(clock, 30)}
    for command, changed, field in (
        ("create_funding_round", seed | {"status": "closed"}, "closed_on"),
        ("create_funding_round", seed | {"closed_on": _day(clock, -1)}, "closed_on"),
        ("create_funding_round", seed | {"status": "closed", "closed_on": _day(clock, 2)}, "closed_on"),
        ("create_funding_round", seed | {"milestone_id": await caller.milestone(other)}, "milestone_id"),
        ("create_investment", given | {"committed_on": _day(clock, 2)}, "committed_on"),
        ("create_investment", given | {"received_on": _day(clock, -6)}, "received_on"),
        ("create_investment", given | {"received_on": _day(clock, 2)}, "received_on"),
        ("create_investment", given | {"acquisition_id": await _made(caller, "acquisition", **data)}, "acquisition_id"),
        ("create_loan", loan | {"acquisition_id": await _made(caller, "acquisition", **strange)}, "acquisition_id"),
        ("create_loan", loan | {"interest_only_months": 12}, "interest_only_months"),
        ("create_loan", loan | {"first_payment_on": _day(clock, -1)}, "first_payment_on"),
        ("create_exchange_rate", _rate(clock, to_currency="EUR"), "to_currency"),
        ("create_exchange_rate", _rate(clock, rate_on=_day(clock, 2)), "rate_on"),
    ):
        await _refused(caller, command, changed, field)
    kept = await _made(caller, "loan", **loan)
    await _refused(caller, "update_loan", {"id": kept, "interest_only_months": 20}, "interest_only_months")
    await caller.ask("update_loan", id=kept, interest_only_months=20, term_months=24)
    (row,) = await _all(caller, Loan)
    assert (row.term_months, row.interest_only_months, row.currency) == (24, 20, "USD")


def _rate(clock: SettableClock, **more: str) -> dict[str, str]:
    usual = {"from_currency": "EUR", "to_currency": "USD", "rate": "1.08", "rate_on": _day(clock, -1)}
    return usual | more


async def test_a_day_has_one_balance_an_account_and_one_rate_a_pair(caller: Caller, clock: SettableClock) -> None:
    venture, other = await caller.venture(), await caller.venture("Other")
    account = await _made(caller, "cash_account", venture_id=venture, name="Euros", currency="EUR")
    given = {"venture_id": venture, "balance_on": _day(clock, -1), "amount": "5"}
    await caller.ask("create_cash_balance", **given)
    await caller.ask("create_cash_balance", **given, account_id=account)
    for more in ({}, {"account_id": account}):
        with pytest.raises(Conflict):
            await caller.ask("create_cash_balance", **given, **more)
    elsewhere = given | {"venture_id": other, "account_id": account}
    await _refused(caller, "create_cash_balance", elsewhere, "account_id")
    rate = await _made(caller, "exchange_rate", **_rate(clock))
    with pytest.raises(Conflict):
        await caller.ask("create_exchange_rate", **_rate(clock, rate="1.09"))
    await caller.ask("update_exchange_rate", id=rate, rate="1.09")
    assert [row.currency for row in await _all(caller, CashAccount)] == ["EUR"]


async def test_rates_and_investors_are_for_all_ventures_and_kept_by_those_who_see_all(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    rate = await _made(caller, "exchange_rate", **_rate(clock))
    few = Caller(runtime, tenant.principal(venture_ids=frozenset({parse_id("venture", venture)})))
    for command, given in (
        ("create_exchange_rate", _rate(clock, rate_on=_day(clock, -2))),
        ("archive_exchange_rate", {"id": rate}),
        ("create_investor", {"name": "North Fund", "kind": "bank"}),
    ):
        with pytest.raises(Forbidden):
            await few.ask(command, **given)


async def test_another_tenant_has_neither_investor_nor_round_nor_loan(
    runtime: Runtime, caller: Caller, stranger: TestTenant, clock: SettableClock
) -> None:
    venture = await caller.venture()
    investor = await _made(caller, "investor", name="North Fund", kind="angel")
    round_id = await _made(caller, "funding_round", venture_id=venture, kind="seed", name="Seed")
    other = Caller(runtime, stranger.principal())
    own = await other.venture()
    own_round = await _made(other, "funding_round", venture_id=own, kind="seed", name="Seed")
    given = {"amount": "1", "committed_on": _day(clock, -1)}
    loan = {"name": "Bank", "principal": "9", "annual_rate": "0", "term_months": 1, "drawn_on": _day(clock, 0)}
    for command, asked in (
        ("create_investment", {"round_id": round_id, "investor_id": investor, **given}),
        ("create_investment", {"round_id": own_round, "investor_id": investor, **given}),
        ("update_funding_round", {"id": round_id, "name": "Theirs"}),
        ("create_loan", {"venture_id": venture, "first_payment_on": _day(clock, 9), **loan}),
        ("create_loan", {"venture_id": own, "investor_id": investor, "first_payment_on": _day(clock, 9), **loan}),
    ):
        with pytest.raises(NotFound):
            await other.ask(command, **asked)

"""Costs, receipts and balances over the real database: what is kept, and what is refused with its place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.machinery import Event
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.tenancy.permissions import Action, require
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


def _day(clock: SettableClock, days: int = -1) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


async def _events(caller: Caller, kind: str) -> list[Any]:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(Event).where(col(Event.tenant_id) == work.tenant_id, col(Event.type).startswith(kind))
        return list((await work.session.execute(statement.order_by(col(Event.id)))).scalars())


async def test_a_cost_is_told_with_its_venture_and_without_a_category_of_risks(
    caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, budget="1000")
    given = {"venture_id": venture, "milestone_id": milestone, "amount": "12.50", "spent_on": _day(clock)}
    cost = external_id("cost", await caller.make("create_cost", **given, category="legal"))
    await caller.ask("update_cost", id=cost, amount="13", milestone_id=None)
    await caller.ask("archive_cost", id=cost)
    told = await _events(caller, "cost.")
    assert [event.type for event in told] == ["cost.created", "cost.updated", "cost.archived"]
    assert {event.category for event in told} == {None}
    assert told[1].data["amount"] == "13.00"
    assert told[1].data["milestone_id"] is None
    assert told[1].previous == {"amount": "12.50", "milestone_id": milestone}


@pytest.mark.parametrize(
    ("command", "field", "given"),
    [
        ("create_cost", "amount", {"amount": "0"}),
        ("create_cost", "amount", {"amount": "-1"}),
        ("create_cost", "amount", {"amount": "1.001"}),
        ("create_cost", "amount", {"amount": "1000000000000.01"}),
        ("create_cost", "category", {"category": "Two Words"}),
        ("create_receipt", "category", {"category": "gift"}),
        ("create_cash_balance", "amount", {"amount": "-1000000000000.01"}),
        ("create_milestone", "budget", {"title": "x", "budget": "-1"}),
    ],
)
async def test_what_is_no_amount_or_category_is_refused_at_its_place(
    caller: Caller, clock: SettableClock, command: str, field: str, given: dict[str, str]
) -> None:
    days = {"create_cost": "spent_on", "create_receipt": "received_on", "create_cash_balance": "balance_on"}
    usual = {"amount": "1", days[command]: _day(clock)} if command in days else {}
    with pytest.raises(ValidationError) as refused:
        await caller.ask(command, venture_id=external_id("venture", caller.principal.tenant_id), **usual | given)
    assert [error["loc"][0] for error in refused.value.errors()] == [field]


@pytest.mark.parametrize(
    ("noun", "field"), [("cost", "spent_on"), ("receipt", "received_on"), ("cash_balance", "balance_on")]
)
async def test_what_is_recorded_has_happened(caller: Caller, clock: SettableClock, noun: str, field: str) -> None:
    venture = await caller.venture()
    made = external_id(
        noun, await caller.make(f"create_{noun}", venture_id=venture, amount="1", **{field: _day(clock)})
    )
    for day, words in ((_day(clock, 2), "lies in the future"), ("1989-12-31", "1990-01-01")):
        for command, given in (
            (f"create_{noun}", {"venture_id": venture, "amount": "1"}),
            (f"update_{noun}", {"id": made}),
        ):
            with pytest.raises((Invalid, ValidationError)) as refused:
                await caller.ask(command, **given, **{field: day})
            assert words in str(refused.value)
            assert field in str(getattr(refused.value, "problems", refused.value))


async def test_a_milestone_of_another_venture_takes_no_cost(caller: Caller, clock: SettableClock) -> None:
    milestone = await caller.milestone(await caller.venture("One"))
    other = await caller.venture("Other")
    with pytest.raises(Invalid) as refused:
        await caller.ask("create_cost", venture_id=other, milestone_id=milestone, amount="1", spent_on=_day(clock))
    assert "must belong to the venture" in str(refused.value)


async def test_a_day_has_one_balance(caller: Caller, clock: SettableClock) -> None:
    venture = await caller.venture()
    given = {"venture_id": venture, "balance_on": _day(clock), "amount": "-5.25"}
    first = external_id("cash_balance", await caller.make("create_cash_balance", **given))
    with pytest.raises(Conflict) as refused:
        await caller.ask("create_cash_balance", **given)
    assert "balance_on" in str(getattr(refused.value, "problems", refused.value))
    await caller.ask("archive_cash_balance", id=first)
    await caller.ask("create_cash_balance", **given)


async def test_another_tenant_has_neither_venture_nor_cost(
    runtime: Runtime, caller: Caller, stranger: TestTenant, clock: SettableClock
) -> None:
    venture = await caller.venture()
    given = {"venture_id": venture, "amount": "1", "spent_on": _day(clock)}
    cost = external_id("cost", await caller.make("create_cost", **given))
    other = Caller(runtime, stranger.principal())
    for command, asked in (("create_cost", given), ("update_cost", {"id": cost, "amount": "2"})):
        with pytest.raises(NotFound):
            await other.ask(command, **asked)


def test_viewers_record_no_money(tenant: TestTenant) -> None:
    require(tenant.principal(Role.CONTRIBUTOR), Action.MONEY_WRITE)
    with pytest.raises(Forbidden):
        require(tenant.principal(Role.VIEWER), Action.MONEY_WRITE)

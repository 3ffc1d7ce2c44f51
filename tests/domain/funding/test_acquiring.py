"""Acquisitions over the real database: what moves, what is kept of each step, and what is refused with its place."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given as drawn
from hypothesis import strategies as st

import domain.commands  # noqa: F401  # every command is declared
from domain.funding.acquisition_tables import Acquisition, AcquisitionStep
from domain.kernel.errors import DomainError, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.machinery import Event
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.money.pipeline import USUAL, AcquisitionStatus, likelihood, may_move
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


def _day(clock: SettableClock, days: int) -> str:
    return (clock.now() + timedelta(days=days)).date().isoformat()


async def _all(caller: Caller, table: Any) -> list[Any]:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(table).where(table.tenant_id == work.tenant_id).order_by(table.id)
        return list((await work.session.execute(statement)).scalars())


async def _begun(caller: Caller, venture: str, **given: Any) -> str:
    usual = {"kind": "funding", "channel": "venture_capital", "title": "Seed of North Fund"}
    made = await caller.make("create_acquisition", venture_id=venture, **usual | given)
    return external_id("acquisition", made)


@drawn(st.sampled_from(AcquisitionStatus), st.sampled_from(AcquisitionStatus))
def test_an_acquisition_never_comes_back_to_where_it_was(former: AcquisitionStatus, to: AcquisitionStatus) -> None:
    assert not (may_move(former, to) and may_move(to, former))
    assert not may_move(former, former)
    over = (AcquisitionStatus.RECEIVED, AcquisitionStatus.LOST)
    assert may_move(former, AcquisitionStatus.LOST) is (former not in over)


def test_what_is_over_is_certain_and_anything_else_as_somebody_said_or_as_usual() -> None:
    own = Decimal("0.6")
    assert [likelihood(status, None) for status in AcquisitionStatus] == list(USUAL.values())
    assert [likelihood(status, own) for status in AcquisitionStatus] == [own] * 4 + [1, 0]


async def test_each_step_is_kept_with_its_day_and_told(caller: Caller, clock: SettableClock) -> None:
    venture = await caller.venture()
    id = await _begun(caller, venture, expected_amount="500000", status_on=_day(clock, -9))
    await caller.ask("move_acquisition", acquisition_id=id, status="negotiating", moved_on=_day(clock, -3), note="Call")
    await caller.ask("move_acquisition", acquisition_id=id, status="lost", lost_reason="They look for later stages")
    (row,) = await _all(caller, Acquisition)
    steps = [
        (step.former_status, step.status, step.moved_on.isoformat()) for step in await _all(caller, AcquisitionStep)
    ]
    assert (row.status, row.currency, row.lost_reason) == ("lost", "USD", "They look for later stages")
    assert steps == [
        (None, "identified", _day(clock, -9)),
        ("identified", "negotiating", _day(clock, -3)),
        ("negotiating", "lost", _day(clock, 0)),
    ]
    told = [event for event in await _all(caller, Event) if event.type.startswith("acquisition.")]
    assert sorted(event.type for event in told) == [
        *("acquisition.created", *["acquisition.moved"] * 3, *["acquisition.updated"] * 2)
    ]
    moved = [event.data for event in told if event.type == "acquisition.moved"]
    assert [(data["title"], data["note"]) for data in moved] == [(row.title, note) for note in (None, "Call", None)]


async def test_it_moves_only_forward_or_to_lost_with_a_reason(caller: Caller, clock: SettableClock) -> None:
    id = await _begun(caller, await caller.venture(), status="negotiating", status_on=_day(clock, -2))
    refused: list[tuple[dict[str, Any], type[DomainError], str]] = [
        ({"status": "contacted"}, InvalidState, "status"),
        ({"status": "negotiating"}, InvalidState, "status"),
        ({"status": "lost"}, Invalid, "lost_reason"),
        ({"status": "committed", "lost_reason": "none"}, Invalid, "lost_reason"),
        ({"status": "committed", "moved_on": _day(clock, 2)}, Invalid, "moved_on"),
        ({"status": "committed", "moved_on": _day(clock, -3)}, Invalid, "moved_on"),
    ]
    for given, error, field in refused:
        with pytest.raises(error) as said:
            await caller.ask("move_acquisition", acquisition_id=id, **given)
        assert said.value.problems[0].path == (field,)
    await caller.ask("move_acquisition", acquisition_id=id, status="received")
    for status, reason in (("lost", "late"), ("committed", None)):
        with pytest.raises(InvalidState):
            await caller.ask("move_acquisition", acquisition_id=id, status=status, lost_reason=reason)


async def test_what_does_not_fit_together_is_refused_at_its_place(caller: Caller, clock: SettableClock) -> None:
    venture, other = await caller.venture(), await caller.venture("Other")
    milestone = await caller.milestone(other)
    resource = await caller.make("create_resource", venture_id=venture, kind="data", name="Scans")
    refused: list[tuple[dict[str, Any], str]] = [
        ({"channel": "recruiting"}, "channel"),
        ({"kind": "talent"}, "channel"),
        ({"unit": "people"}, "unit"),
        ({"cost": "1"}, "cost"),
        ({"expected_amount": "0.001"}, "expected_amount"),
        ({"condition_on": _day(clock, 5)}, "condition_on"),
        ({"milestone_id": milestone}, "milestone_id"),
        ({"resource_id": external_id("resource", resource)}, "resource_id"),
        ({"status": "lost"}, "status"),
        ({"status_on": _day(clock, 2)}, "status_on"),
    ]
    for given, field in refused:
        with pytest.raises(Invalid) as said:
            await _begun(caller, venture, **given)
        assert said.value.problems[0].path == (field,)
    id = await _begun(caller, venture, kind="data", channel="purchase", expected_amount="2.5", unit="TB", cost="9000")
    with pytest.raises(Invalid):
        await caller.ask("update_acquisition", id=id, channel="angel")
    await caller.ask("update_acquisition", id=id, channel="partnership", cost=None, next_step="Ask for the contract")
    (row,) = await _all(caller, Acquisition)
    assert (row.channel, row.cost, row.version) == ("partnership", None, 2)


async def test_another_tenant_has_neither_acquisition_nor_venture(
    runtime: Runtime, caller: Caller, stranger: TestTenant
) -> None:
    venture = await caller.venture()
    id = await _begun(caller, venture)
    other = Caller(runtime, stranger.principal())
    with pytest.raises(NotFound):
        await _begun(other, venture)
    for command, given in (("update_acquisition", {"id": id}), ("move_acquisition", {"acquisition_id": id})):
        with pytest.raises(NotFound):
            await other.ask(command, **given, **({"status": "contacted"} if command.startswith("move") else {}))
    assert await _all(other, Acquisition) == []

"""A competitor's move that concerns what a venture stands out by is watched until somebody answers it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.test_facts import watched
from tests.workers.test_monitor import alerts, look, told

RULE = "market.competitor_move"


async def _competitor(caller: Caller, name: str = "RadAssist") -> tuple[str, str]:
    venture = await caller.venture()
    return venture, external_id("competitor", await caller.make("create_competitor", venture_id=venture, name=name))


async def _move(caller: Caller, competitor: str, clock: SettableClock, days_ago: int = 0, **more: Any) -> UUID:
    on = (clock.now() - timedelta(days=days_ago)).date().isoformat()
    given = {"competitor_id": competitor, "title": "Cloud edition", "happened_on": on, "same_function": True} | more
    return await caller.make("create_competitor_event", **given)


async def test_a_move_fires_after_two_weeks_without_an_answer_and_an_answer_resolves_it(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    _, competitor = await _competitor(caller)
    move = await _move(caller, competitor, clock)
    await _move(caller, competitor, clock, title="Another thing", same_function=False)
    await look(runtime, tenant)
    assert [alert["state"] for alert in await alerts(runtime, tenant, RULE)] == ["pending"]
    clock.forward(days=15)
    await look(runtime, tenant)
    (alert,) = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["severity"], alert["subject_id"]) == ("firing", "info", move)
    assert "RadAssist: Cloud edition" in alert["summary"]
    event = external_id("competitor_event", move)
    await caller.ask("answer_competitor_event", competitor_event_id=event, answer="We leave it be.")
    await look(runtime, tenant)
    (alert,) = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "cleared")
    assert await told(runtime, tenant, RULE) == ["fired", "resolved"]


async def test_moves_that_are_old_when_they_are_entered_fire_at_once_and_go_with_their_competitor(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    _, competitor = await _competitor(caller)
    await _move(caller, competitor, clock, days_ago=30)
    await look(runtime, tenant)
    assert [alert["state"] for alert in await alerts(runtime, tenant, RULE)] == ["firing"]
    await caller.ask("archive_competitor", id=competitor)
    (alert,) = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived")
    await look(runtime, tenant)
    assert len(await alerts(runtime, tenant, RULE)) == 1


async def test_the_past_knows_what_was_not_answered_then_and_nothing_of_strangers(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    other = Caller(runtime, stranger.principal())
    _, theirs = await _competitor(other, "Theirs")
    await _move(other, theirs, clock)
    caller = Caller(runtime, tenant.principal())
    venture, competitor = await _competitor(caller)
    before = clock.now()
    clock.forward(days=1)
    move = await _move(caller, competitor, clock)
    clock.forward(days=5)
    open_then = clock.now()
    clock.forward(days=5)
    event = external_id("competitor_event", move)
    await caller.ask("answer_competitor_event", competitor_event_id=event, answer="Ours is better.")
    clock.forward(days=1)

    async def moves(past: Any = None) -> list[UUID]:
        return [one.id for one in (await watched(runtime, tenant, venture, past)).facts.competitor_moves]

    assert await moves(before) == []
    assert await moves(open_then) == [move]
    assert await moves(clock.now()) == await moves() == []

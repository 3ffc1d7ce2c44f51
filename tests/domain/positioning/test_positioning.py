"""Positioning statements, judgements and competitors over the real database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.kernel.errors import Conflict, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.machinery import AuditEntry, Event
from domain.kernel.outward import instant_text
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

STATEMENT = """query($p: ID!, $t: DateTime) { positioning(id: $p, asOf: $t) { title price passesChecks
  clarity { passed isCurrent judgedAt judgedBy { name } } differentiation { passed } feasibility { passed note }
  checks { totalCount } } }"""
COMPETITORS = """{ ventures(first: 2) { nodes { competitors(first: 5) { nodes { name latestShare { share shareOn }
  shares(first: 5) { nodes { share } } events(first: 5) { nodes { title answer answeredOn } } } }
  competitorEvents(first: 5, filter: {answeredOn: {isNull: true}}) { nodes { title } } } } }"""


def _reader(caller: Caller) -> Reader:
    return Reader(caller.runtime, Engine(caller.runtime), caller.principal)


async def _statement(caller: Caller, **more: Any) -> str:
    given = {"venture_id": await caller.venture(), "kind": "product", "title": "The second reader"} | more
    return external_id("positioning", await caller.make("create_positioning", **given))


async def _judge(caller: Caller, statement: str, kind: str, passed: bool = True, **more: Any) -> None:
    await caller.ask("judge_positioning", positioning_id=statement, kind=kind, passed=passed, **more)


async def test_a_statement_keeps_what_it_said_and_is_judged_anew_when_it_changes(
    caller: Caller, clock: SettableClock
) -> None:
    statement = await _statement(caller, price="Half")
    read = _reader(caller)
    before = instant_text(clock.now())
    clock.forward(days=1)
    await _judge(caller, statement, "clarity", passed=False, note="Of what?")
    clock.forward(days=1)
    judged_at = instant_text(clock.now())
    for kind in ("clarity", "differentiation", "feasibility"):
        assert not (await read(STATEMENT, p=statement))["positioning"]["passesChecks"]
        await _judge(caller, statement, kind)
    passed = (await read(STATEMENT, p=statement))["positioning"]
    assert passed["passesChecks"] and passed["checks"]["totalCount"] == 4
    assert passed["clarity"] == {
        **{"passed": True, "isCurrent": True, "judgedAt": judged_at},
        **{"judgedBy": {"name": "Owner"}},
    }
    then = instant_text(clock.now())
    clock.forward(days=1)
    await caller.ask("update_positioning", id=statement, title="The reader", price=None)
    changed = (await read(STATEMENT, p=statement))["positioning"]
    assert (changed["title"], changed["price"], changed["passesChecks"]) == ("The reader", None, False)
    assert changed["clarity"]["isCurrent"] is False
    assert (await read(STATEMENT, p=statement, t=then))["positioning"] == passed
    first = (await read(STATEMENT, p=statement, t=before))["positioning"]
    assert (first["price"], first["clarity"], first["checks"]["totalCount"]) == ("Half", None, 0)


async def test_a_judgement_is_of_the_statement_that_was_read_and_is_told_once(caller: Caller) -> None:
    statement = await _statement(caller)
    await caller.ask("update_positioning", id=statement, title="Another")
    with pytest.raises(Conflict):
        await _judge(caller, statement, "clarity", expected_version=1)
    await _judge(caller, statement, "clarity", expected_version=2, note="Clear.")
    await caller.ask("archive_positioning", id=statement)
    with pytest.raises(InvalidState):
        await _judge(caller, statement, "clarity")
    async with unit_of_work(caller.runtime, caller.principal) as work:
        mine = col(Event.tenant_id) == work.tenant_id, col(Event.type) == "positioning.judged"
        (event,) = (await work.session.execute(sa.select(Event).where(*mine))).scalars()
        assert (event.data["kind"], event.data["positioning_version"], event.data["note"]) == ("clarity", 2, "Clear.")
        written = col(AuditEntry.tenant_id) == work.tenant_id, col(AuditEntry.action) == "positioning.judged"
        assert len((await work.session.execute(sa.select(AuditEntry).where(*written))).scalars().all()) == 1


async def test_competitors_have_shares_by_day_and_moves_that_are_answered(caller: Caller, clock: SettableClock) -> None:
    venture, today = await caller.venture(), clock.now().date()
    given = {"venture_id": venture, "name": "RadAssist", "url": "https://radassist.example.com"}
    competitor = external_id("competitor", await caller.make("create_competitor", **given))
    shares = []
    for days, share in ((90, "0.31"), (10, "0.34")):
        on = (today - timedelta(days=days)).isoformat()
        told = {"competitor_id": competitor, "share_on": on, "share": share}
        shares.append(external_id("competitor_share", await caller.make("create_competitor_share", **told)))
    with pytest.raises(Conflict):
        await caller.ask("create_competitor_share", **told)
    move = {"competitor_id": competitor, "title": "Cloud edition", "happened_on": today.isoformat()}
    event = external_id("competitor_event", await caller.make("create_competitor_event", **move, same_function=True))
    read = _reader(caller)
    (found,) = (await read(COMPETITORS))["ventures"]["nodes"]
    (told,) = found["competitors"]["nodes"]
    assert told["latestShare"]["share"] == "0.340000"
    assert [one["share"] for one in told["shares"]["nodes"]] == ["0.340000", "0.310000"]
    assert found["competitorEvents"]["nodes"] == [{"title": "Cloud edition"}]
    await caller.ask("answer_competitor_event", competitor_event_id=event, answer="We lower the price.")
    await caller.ask("archive_competitor_share", id=shares[1])
    (found,) = (await read(COMPETITORS))["ventures"]["nodes"]
    assert found["competitorEvents"]["nodes"] == []
    (told,) = found["competitors"]["nodes"]
    assert told["events"]["nodes"][0]["answeredOn"] == today.isoformat()
    assert told["latestShare"]["share"] == "0.310000"


async def test_what_has_not_happened_yet_is_no_move_and_no_answer(caller: Caller, clock: SettableClock) -> None:
    given = {"venture_id": await caller.venture(), "name": "RadAssist"}
    competitor = external_id("competitor", await caller.make("create_competitor", **given))
    later = (clock.now().date() + timedelta(days=2)).isoformat()
    move = {"competitor_id": competitor, "title": "Cloud edition"}
    with pytest.raises(Invalid, match="lies in the future"):
        await caller.ask("create_competitor_event", **move, happened_on=later)
    id = await caller.make("create_competitor_event", **move, happened_on=clock.now().date().isoformat())
    event = external_id("competitor_event", id)
    with pytest.raises(Invalid, match="lies in the future"):
        await caller.ask("update_competitor_event", id=event, happened_on=later)
    with pytest.raises(Invalid, match="lies in the future"):
        await caller.ask("answer_competitor_event", competitor_event_id=event, answer="Later.", answered_on=later)


async def test_another_tenant_can_neither_judge_nor_answer_nor_see(
    runtime: Runtime, caller: Caller, stranger: TestTenant, clock: SettableClock
) -> None:
    statement = await _statement(caller)
    given = {"venture_id": await caller.venture(), "name": "RadAssist"}
    competitor = external_id("competitor", await caller.make("create_competitor", **given))
    move = {"competitor_id": competitor, "title": "Cloud", "happened_on": clock.now().date().isoformat()}
    event = external_id("competitor_event", await caller.make("create_competitor_event", **move))
    other = Caller(runtime, stranger.principal())
    for name, given in (
        ("judge_positioning", {"positioning_id": statement, "kind": "clarity", "passed": True}),
        ("create_competitor_share", {"competitor_id": competitor, "share_on": "2026-01-05", "share": "0.1"}),
        ("create_competitor_event", move),
        ("answer_competitor_event", {"competitor_event_id": event, "answer": "Ours."}),
    ):
        with pytest.raises(NotFound):
            await other.ask(name, **given)
    text = "{ positionings { totalCount } competitors { totalCount } competitorEvents { totalCount } }"
    assert {one["totalCount"] for one in (await _reader(other)(text)).values()} == {0}

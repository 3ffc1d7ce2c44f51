"""User feedback becomes a task, a risk or a need in one step, once, and each tells of the other."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.machinery import Event
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

INTO = {"task": {}, "risk": {"sub_type": "competition"}, "need": {"severity": 3}}
BOTH_WAYS = """query($feedback: ID!, $made: ID!) {
  userFeedback(id: $feedback) { settledAt task { id } risk { id } need { id } }
  node(id: $made) {
    ... on Task { title description userFeedback { nodes { id } } }
    ... on Risk { title category description: event userFeedback { nodes { id } } }
    ... on Need { title description feedback { nodes { id } } } } }"""


async def said(caller: Caller, venture: str, day: str, text: str = "It takes a minute to open.", **more: Any) -> str:
    given = {"source": "Ticket 4711", "text": text, "received_on": day, **more}
    return external_id("user_feedback", await caller.make("create_user_feedback", venture_id=venture, **given))


@pytest.mark.parametrize("what", sorted(INTO))
async def test_it_becomes_one_in_one_step_and_each_tells_of_the_other(
    caller: Caller, read: Reader, yesterday: str, what: str
) -> None:
    venture = await caller.venture()
    feedback = await said(caller, venture, yesterday, " \u2060" + "x" * 300)
    done = await caller.ask(f"turn_user_feedback_into_{what}", user_feedback_id=feedback, **INTO[what])
    made = external_id(what, done.ids[what])
    found = await read(BOTH_WAYS, feedback=feedback, made=made)
    assert found["userFeedback"]["settledAt"] is not None
    assert [found["userFeedback"][word] for word in ("task", "risk", "need") if word != what] == [None, None]
    assert found["userFeedback"][what] == {"id": made}
    there = found["node"]
    assert len(there["title"]) == 200 and there["description"].endswith("x" * 300)
    assert there["feedback" if what == "need" else "userFeedback"]["nodes"] == [{"id": feedback}]
    for again in INTO:
        with pytest.raises(InvalidState, match=f"become a {what}"):
            await caller.ask(f"turn_user_feedback_into_{again}", user_feedback_id=feedback, **INTO[again])
    async with unit_of_work(caller.runtime, caller.principal) as work:
        told = sa.select(col(Event.type)).where(col(Event.tenant_id) == work.tenant_id).order_by(col(Event.id))
        types = list((await work.session.execute(told)).scalars())
    assert types[-2:] == [f"{what}.created", "user_feedback.updated"]


async def test_of_two_at_once_one_wins(caller: Caller, read: Reader, yesterday: str) -> None:
    venture = await caller.venture()
    feedback = await said(caller, venture, yesterday)
    results = await asyncio.gather(
        *(caller.ask(f"turn_user_feedback_into_{what}", user_feedback_id=feedback, **INTO[what]) for what in INTO),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in results) == ["Done", "InvalidState", "InvalidState"]
    text = "query($v: ID!) { venture(id: $v) { tasks { totalCount } risks { totalCount } needs { totalCount } } }"
    found = (await read(text, v=venture))["venture"]
    assert sum(one["totalCount"] for one in found.values()) == 1


async def test_what_cannot_become_one_changes_nothing(caller: Caller, read: Reader, yesterday: str, soon: str) -> None:
    venture = await caller.venture()
    feedback = await said(caller, venture, yesterday)
    elsewhere = await caller.venture("Another")
    need = external_id("need", await caller.make("create_need", venture_id=elsewhere, title="Theirs", severity=2))
    milestone = await caller.milestone(elsewhere)
    for what, given, path in (
        ("risk", {"category": "no_such_category"}, "category"),
        ("task", {"milestone_id": milestone}, "milestone_id"),
        ("need", {"need_id": need}, "need_id"),
        ("need", {"need_id": need, "severity": 2}, "need_id"),
        ("need", {}, "severity"),
    ):
        with pytest.raises(Invalid) as refused:
            await caller.ask(f"turn_user_feedback_into_{what}", user_feedback_id=feedback, **given)
        assert refused.value.problems[0].path == (path,)
    with pytest.raises(Invalid) as refused:
        await caller.ask("update_user_feedback", id=feedback, received_on=soon)
    assert refused.value.problems[0].path == ("received_on",)
    text = "query($id: ID!) { userFeedback(id: $id) { settledAt version venture { tasks { totalCount } } } }"
    found = (await read(text, id=feedback))["userFeedback"]
    assert found == {"settledAt": None, "version": 1, "venture": {"tasks": {"totalCount": 0}}}


async def test_it_stays_in_its_tenant(
    caller: Caller, runtime: Runtime, stranger: TestTenant, read: Reader, yesterday: str
) -> None:
    venture = await caller.venture()
    feedback = await said(caller, venture, yesterday, "Quartz shines")
    other = Caller(runtime, stranger.principal())
    for what, given in INTO.items():
        with pytest.raises(NotFound):
            await other.ask(f"turn_user_feedback_into_{what}", user_feedback_id=feedback, **given)
    theirs = external_id(
        "need", await other.make("create_need", venture_id=await other.venture(), title="Theirs", severity=2)
    )
    with pytest.raises(NotFound) as refused:
        await caller.ask("turn_user_feedback_into_need", user_feedback_id=feedback, need_id=theirs)
    assert refused.value.problems[0].path == ("need_id",)
    assert parse_id("user_feedback", feedback)
    text = 'query { search(query: "quartz") { nodes { __typename } } }'
    assert await read(text) == {"search": {"nodes": [{"__typename": "UserFeedback"}]}}
    assert await read.as_(stranger.principal())(text) == {"search": {"nodes": []}}

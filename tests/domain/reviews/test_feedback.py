"""Feedback becomes a task or a risk in one step, once, within its venture."""

from __future__ import annotations

import pytest

from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import rows


async def said(board: Board, venture: str, text: str = "The clinic asks for a second reader.", **more: str) -> str:
    return external_id("feedback", await board.owner.make("add_feedback", venture_id=venture, text=text, **more))


async def test_it_becomes_a_task_in_one_step_and_once(board: Board) -> None:
    venture = await board.owner.venture()
    feedback = await said(board, venture, "x" * 300)
    done = await board.owner.ask(
        "turn_feedback_into_task", feedback_id=feedback, owner_id=board.member("manager"), due_on="2027-01-31"
    )
    sql = "SELECT title, description, owner_id FROM task WHERE tenant_id = $1 AND id = $2"
    [task] = await rows(board.runtime, board.tenant, sql, board.tenant.id, done.ids["task"])
    assert (len(task["title"]), task["description"]) == (200, "x" * 300)
    assert external_id("member", task["owner_id"]) == board.member("manager")
    for name, more in (("turn_feedback_into_task", {}), ("turn_feedback_into_risk", {"category": "legal"})):
        with pytest.raises(InvalidState, match="become a task"):
            await board.owner.ask(name, feedback_id=feedback, **more)


async def test_it_becomes_a_risk_in_one_step(board: Board) -> None:
    review = await board.begun()
    venture = external_id("venture", (await board.row(review)).venture_id)
    feedback = await said(board, venture, review_id=review, kind="problem", source="A hospital")
    done = await board.owner.ask("turn_feedback_into_risk", feedback_id=feedback, category="market")
    sql = "SELECT f.risk_id, r.title, r.category FROM feedback f JOIN risk r ON r.tenant_id = $1 AND r.id = f.risk_id"
    [row] = await rows(board.runtime, board.tenant, f"{sql} WHERE f.tenant_id = $1", board.tenant.id)
    assert row == {
        "risk_id": done.ids["risk"], "title": "The clinic asks for a second reader.", "category": "market",
    }  # fmt: skip


async def test_what_cannot_become_one_changes_nothing(board: Board) -> None:
    feedback = await said(board, await board.owner.venture())
    with pytest.raises(Invalid):
        await board.owner.ask("turn_feedback_into_risk", feedback_id=feedback, category="no_such_category")
    sql = "SELECT settled_at FROM feedback WHERE tenant_id = $1"
    assert await rows(board.runtime, board.tenant, sql, board.tenant.id) == [{"settled_at": None}]
    assert await rows(board.runtime, board.tenant, "SELECT id FROM risk WHERE tenant_id = $1", board.tenant.id) == []


async def test_feedback_stays_in_its_venture_and_tenant(board: Board, runtime: Runtime, stranger: TestTenant) -> None:
    review = await board.begun()
    with pytest.raises(Invalid) as refused:
        await said(board, await board.owner.venture("Another"), review_id=review)
    assert refused.value.problems[0].path == ("review_id",)
    feedback = await said(board, await board.owner.venture("Third"))
    other = Board(runtime, stranger)
    with pytest.raises(NotFound):
        await other.owner.ask("turn_feedback_into_task", feedback_id=feedback)
    with pytest.raises(NotFound):
        await said(other, await other.owner.venture(), review_id=review)

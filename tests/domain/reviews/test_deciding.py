"""What a decision needs, what follows from it in one transaction, and what can never be changed afterwards."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.ids import external_id, parse_id
from domain.kernel.work import unit_of_work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.states import Decision, ReviewState
from domain.ventures.tables import Venture, VentureStage
from tests.conftest import SettableClock
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import rows, write


async def stored(board: Board, milestone: str) -> Milestone:
    async with unit_of_work(board.runtime, board.tenant.principal()) as work:
        return await work.get(Milestone, parse_id("milestone", milestone))


async def conditions(board: Board) -> list[str]:
    sql = "SELECT id FROM review_condition WHERE tenant_id = $1 ORDER BY id"
    return [
        external_id("condition", row["id"]) for row in await rows(board.runtime, board.tenant, sql, board.tenant.id)
    ]


async def test_two_chairs_decide_at_once_and_one_of_them_wins(board: Board) -> None:
    milestone = await board.milestone()
    review = await board.begun(milestone)
    decide = [
        board.owner.ask("decide_review", review_id=review, decision="go", reason="r"),
        board.admin.ask("decide_review", review_id=review, decision="recycle", reason="r"),
    ]
    ends = await asyncio.gather(*decide, return_exceptions=True)
    lost = [end for end in ends if isinstance(end, BaseException)]
    assert [type(end) for end in lost] == [Conflict]
    row, after = await board.row(review), await stored(board, milestone)
    assert row.state is ReviewState.DECIDED
    follows = {Decision.GO: MilestoneStatus.DONE, Decision.RECYCLE: MilestoneStatus.IN_PROGRESS}
    assert row.decision is not None
    assert after.status is follows[row.decision]
    sql = "SELECT id FROM event WHERE tenant_id = $1 AND type = 'milestone.review.decided'"
    assert len(await rows(board.runtime, board.tenant, sql, board.tenant.id)) == 1


@pytest.mark.parametrize(
    ("decision", "more", "status", "review_in"),
    [
        ("go", {}, MilestoneStatus.DONE, None),
        ("conditional_go", {"conditions": [{"title": "Sign"}]}, MilestoneStatus.DONE, None),
        ("recycle", {}, MilestoneStatus.IN_PROGRESS, 14),
        ("recycle", {"next": 30}, MilestoneStatus.IN_PROGRESS, 30),
        ("hold", {}, MilestoneStatus.ON_HOLD, None),
        ("hold", {"next": 60}, MilestoneStatus.ON_HOLD, 60),
        ("stop", {}, MilestoneStatus.PLANNED, None),
    ],
)
async def test_the_milestone_follows(
    board: Board, clock: SettableClock, decision: str, more: dict[str, Any],
    status: MilestoneStatus, review_in: int | None,
) -> None:  # fmt: skip
    venture = await board.owner.venture()
    milestone = await board.milestone(venture)
    today = clock.now().date()
    more = dict(more)
    if days := more.pop("next", None):
        more["next_review_on"] = (today + timedelta(days=days)).isoformat()
    review = await board.decided(milestone, decision, **more)
    after = await stored(board, milestone)
    assert after.status is status
    assert after.review_on == (None if review_in is None else today + timedelta(days=review_in))
    assert (await board.row(review)).next_review_on == after.review_on
    async with unit_of_work(board.runtime, board.tenant.principal()) as work:
        stage = (await work.get(Venture, parse_id("venture", venture))).stage
    assert stage is (VentureStage.CLOSING if decision == "stop" else VentureStage.IDEA)


async def test_the_next_phase_opens_when_the_last_milestone_of_one_is_reached(
    board: Board, clock: SettableClock
) -> None:
    venture = await board.owner.venture()
    later = (clock.now().date() + timedelta(days=30)).isoformat()
    phases = []
    for place, more in enumerate(({}, {"start_on": later})):
        given = {"venture_id": venture, "title": str(place), "position": place, **more}
        phases.append(external_id("phase", await board.owner.make("create_phase", **given)))
    first, second = phases
    milestones = [await board.milestone(venture, title=title, phase_id=first) for title in ("One", "Two")]
    sql = "SELECT start_on FROM phase WHERE tenant_id = $1 AND id = $2"
    for milestone, begins in zip(milestones, (later, clock.now().date().isoformat()), strict=True):
        await board.decided(milestone)
        [row] = await rows(board.runtime, board.tenant, sql, board.tenant.id, parse_id("phase", second))
        assert row["start_on"].isoformat() == begins


async def test_a_recycled_key_milestone_gets_its_next_review_by_itself(board: Board, clock: SettableClock) -> None:
    due = clock.now().date() + timedelta(days=40)
    milestone = await board.milestone(key=True, due_on=due.isoformat())
    await board.decided(milestone, "recycle")
    await board.work_off()
    sql = "SELECT planned_on FROM review WHERE tenant_id = $1 AND state = 'planned'"
    [row] = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    assert row["planned_on"] == clock.now().date() + timedelta(days=14)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"decision": "recycle"}, "reason"),
        ({"decision": "go", "reason": "r", "conditions": [{"title": "x"}]}, "conditions"),
        ({"decision": "conditional_go", "reason": "r"}, "conditions"),
        ({"decision": "go", "reason": "r", "next_review_on": "2027-01-01"}, "next_review_on"),
    ],
)
async def test_a_decision_that_does_not_fit_names_the_field(board: Board, given: dict[str, Any], path: str) -> None:
    review = await board.begun()
    with pytest.raises(Invalid) as refused:
        await board.owner.ask("decide_review", review_id=review, **given)
    assert refused.value.problems[0].path == (path,)
    assert (await board.row(review)).state is ReviewState.IN_REVIEW


async def test_no_later_review_of_the_venture_is_go_before_all_conditions_are_met_or_waived(board: Board) -> None:
    venture = await board.owner.venture()
    first = await board.milestone(venture, title="First")
    demanded = [{"title": "Sign the partner"}, {"title": "Hire a nurse"}, {"title": "Rent a room"}]
    await board.decided(first, "conditional_go", conditions=demanded)
    second = await board.begun(await board.milestone(venture, title="Second"))
    partner, nurse, room = await conditions(board)
    await board.owner.ask("meet_condition", condition_id=partner, reason="Signed on Monday.")
    await board.owner.ask("fail_condition", condition_id=nurse, reason="Nobody applied.")
    for _ in range(2):
        with pytest.raises(InvalidState) as refused:
            await board.owner.ask("decide_review", review_id=second, decision="go", reason="r")
        assert refused.value.problems[0].path == ("decision",)
        assert "Hire a nurse" in str(refused.value)
    await board.owner.ask("waive_condition", condition_id=nurse, reason="A physician does it.")
    with pytest.raises(InvalidState, match="1 are not: Rent a room"):
        await board.owner.ask("decide_review", review_id=second, decision="go", reason="r")
    await board.owner.ask("meet_condition", condition_id=room)
    await board.owner.ask("decide_review", review_id=second, decision="go", reason="r")


async def test_a_condition_is_moved_once_and_settled_once(board: Board) -> None:
    await board.decided(None, "conditional_go", conditions=[{"title": "Sign", "due_on": "2027-01-31"}])
    [condition] = await conditions(board)
    with pytest.raises(Invalid, match="later than 2027-01-31"):
        await board.owner.ask("move_condition", condition_id=condition, due_on="2027-01-31", reason="r")
    await board.owner.ask("move_condition", condition_id=condition, due_on="2027-02-28", reason="The notary is ill.")
    with pytest.raises(InvalidState, match="once"):
        await board.owner.ask("move_condition", condition_id=condition, due_on="2027-03-31", reason="r")
    sql = "SELECT due_on, moved_from_on, moved_reason FROM review_condition WHERE tenant_id = $1"
    [row] = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    assert row == {
        "due_on": date(2027, 2, 28), "moved_from_on": date(2027, 1, 31), "moved_reason": "The notary is ill.",
    }  # fmt: skip
    await board.owner.ask("meet_condition", condition_id=condition)
    await board.owner.ask("meet_condition", condition_id=condition)
    for name in ("fail_condition", "waive_condition"):
        with pytest.raises(InvalidState, match="met already"):
            await board.owner.ask(name, condition_id=condition, reason="r")


async def test_a_decided_review_is_superseded_by_a_new_one_and_never_edited(board: Board, clock: SettableClock) -> None:
    milestone = await board.milestone()
    first = await board.decided(milestone, "go")
    before = (await board.row(first)).model_dump()
    clock.forward(days=1)
    with pytest.raises(Invalid, match="is needed"):
        await board.owner.ask("request_review", milestone_id=milestone, supersedes_id=first)
    second = await board.gathered(milestone, supersedes_id=first, reason="The figures were wrong.")
    assert (await board.row(first)).state is ReviewState.DECIDED
    await board.owner.ask("start_review", review_id=second)
    await board.owner.ask("decide_review", review_id=second, decision="recycle", reason="They were.")
    after = (await board.row(first)).model_dump()
    assert {name for name, value in after.items() if before[name] != value} == {"state"}
    assert after["state"] is ReviewState.SUPERSEDED
    assert (await stored(board, milestone)).status is MilestoneStatus.IN_PROGRESS
    with pytest.raises(InvalidState, match="superseded"):
        await board.owner.ask("request_review", milestone_id=milestone, supersedes_id=first, reason="r")


async def test_progress_that_is_worked_out_follows_the_decision_and_its_reversal(board: Board) -> None:
    venture = await board.owner.venture()
    milestone = await board.milestone(venture, progress_mode="by_tasks")
    for status in ("done", "todo"):
        await board.owner.make("create_task", venture_id=venture, milestone_id=milestone, title=status, status=status)
    assert (await stored(board, milestone)).percent_complete == 50
    first = await board.decided(milestone, "go")
    assert (await stored(board, milestone)).percent_complete == 100
    second = await board.gathered(milestone, supersedes_id=first, reason="The figures were wrong.")
    await board.owner.ask("start_review", review_id=second)
    await board.owner.ask("decide_review", review_id=second, decision="recycle", reason="They were.")
    assert (await stored(board, milestone)).percent_complete == 50


async def test_nothing_that_can_be_asked_changes_a_decided_review(board: Board) -> None:
    milestone = await board.milestone()
    review = await board.decided(milestone)
    before = (await board.row(review)).model_dump()
    for name, more in {
        "update_review": {"agenda": "other", "minutes": "other"},
        "start_review": {},
        "reopen_review": {},
        "cancel_review": {},
        "decide_review": {"decision": "stop", "reason": "r"},
        "vote_on_review": {"vote": "go"},
        "set_review_participants": {"participants": [{"member_id": board.member("owner")}]},
    }.items():
        with pytest.raises(Conflict):
            await board.owner.ask(name, review_id=review, **more)
    await board.owner.ask("request_review", milestone_id=milestone)
    await board.work_off()
    assert (await board.row(review)).model_dump() == before


async def test_the_record_of_a_decision_is_appended_and_the_database_refuses_to_change_it(
    board: Board,
) -> None:
    review = await board.decided()
    row = await board.row(review)
    sql = "SELECT canonical, content_hash, decision FROM review_record WHERE tenant_id = $1 AND review_id = $2"
    [kept] = await rows(board.runtime, board.tenant, sql, board.tenant.id, parse_id("review", review))
    assert kept["content_hash"] == row.content_hash == hashlib.sha256(kept["canonical"].encode()).hexdigest()
    assert kept["decision"] == "go"
    for statement in (
        "UPDATE review_record SET decision = 'stop' WHERE tenant_id = :tenant",
        "DELETE FROM review_record WHERE tenant_id = :tenant",
    ):
        with pytest.raises(DBAPIError, match="permission denied"):
            await write(board.runtime, board.tenant, statement)


async def test_what_must_be_there_before_a_start_is_listed_and_the_chair_may_waive_it(board: Board) -> None:
    review = await board.gathered()
    await board.contributor.ask(
        "update_review", review_id=review, entrance=["forecast", "agenda", "participants", "criteria"]
    )
    assert (await board.row(review)).entrance_missing == ["agenda", "participants", "forecast"]
    with pytest.raises(InvalidState, match="agenda, participants, forecast"):
        await board.owner.ask("start_review", review_id=review)
    await board.contributor.ask("update_review", review_id=review, agenda="1. The prototype. 2. The next phase.")
    people = [{"member_id": board.member("manager"), "role": "chair"}]
    await board.owner.ask("set_review_participants", review_id=review, participants=people)
    assert (await board.row(review)).entrance_missing == ["forecast"]
    await board.manager.ask("start_review", review_id=review, waiver="The forecast comes next week.")
    row = await board.row(review)
    assert (row.state, row.entrance_waiver) == (ReviewState.IN_REVIEW, "The forecast comes next week.")


async def test_a_review_does_not_start_on_a_report_from_before_another_decision_of_the_venture(board: Board) -> None:
    venture = await board.owner.venture()
    first = await board.begun(await board.milestone(venture, title="First"))
    second = await board.gathered(await board.milestone(venture, title="Second"))
    await board.owner.ask("decide_review", review_id=first, decision="go", reason="r")
    with pytest.raises(InvalidState, match="gathered anew"):
        await board.owner.ask("start_review", review_id=second)
    await board.work_off()
    await board.owner.ask("start_review", review_id=second)
    chained = await board.row(second)
    assert chained.previous_hash == (await board.row(first)).content_hash


async def test_lead_time_is_the_reviews_else_the_tenants_else_five_working_days(
    board: Board, clock: SettableClock
) -> None:
    due = clock.now().date() + timedelta(days=90)
    await board.milestone(key=True, due_on=due.isoformat())
    await board.work_off()
    sql = "SELECT id, planned_on, state FROM review WHERE tenant_id = $1"
    [row] = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    review = external_id("review", row["id"])
    await board.owner.ask("update_tenant", id=external_id("tenant", board.tenant.id), review_lead_days=20)
    clock.forward(days=(row["planned_on"] - clock.now().date()).days - 21)
    await board.work_off()
    assert (await board.row(review)).state is ReviewState.READY

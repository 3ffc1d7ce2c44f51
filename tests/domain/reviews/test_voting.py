"""Votes in a review: who may vote, which vote counts, when it can be decided, and by whom."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from domain.reviews.states import ReviewState, Vote
from tests.conftest import SettableClock, TestTenant
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import rows


def named(board: Board, **roles: str) -> list[dict[str, str]]:
    return [{"member_id": board.member(member), "role": role} for member, role in roles.items()]


async def asked(board: Board, review: str, quorum: int | None, **roles: str) -> None:
    given = {"review_id": review, "participants": named(board, **roles), "quorum": quorum}
    await board.owner.ask("set_review_participants", **given)


async def votes(board: Board, review: str) -> list[dict[str, Any]]:
    sql = "SELECT member_id, vote, round FROM review_vote WHERE tenant_id = $1 AND review_id = $2 ORDER BY voted_at, id"
    return await rows(board.runtime, board.tenant, sql, board.tenant.id, parse_id("review", review))


async def test_a_review_without_quorum_cannot_be_decided_and_is_told_what_is_missing(board: Board) -> None:
    review = await board.begun()
    await asked(board, review, 3, owner="reviewer", admin="reviewer", manager="reviewer", contributor="reviewer")
    await board.admin.ask("vote_on_review", review_id=review, vote="go")
    await board.manager.ask("vote_on_review", review_id=review, vote="abstain", note="I was not there.")
    with pytest.raises(InvalidState, match="quorum is 3 and 2 have voted: 1 more must vote"):
        await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    await board.contributor.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    assert (await board.row(review)).state is ReviewState.DECIDED


async def test_the_latest_vote_of_a_member_counts_and_all_are_kept(board: Board, clock: SettableClock) -> None:
    review = await board.begun()
    await asked(board, review, 2, admin="reviewer", manager="reviewer")
    for vote in (Vote.STOP, Vote.GO):
        clock.forward(minutes=1)
        await board.admin.ask("vote_on_review", review_id=review, vote=str(vote))
    with pytest.raises(InvalidState, match="1 more"):
        await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    assert [one["vote"] for one in await votes(board, review)] == ["stop", "go"]


async def test_who_is_removed_votes_no_more_and_his_vote_stays(board: Board) -> None:
    review = await board.begun()
    await asked(board, review, 2, owner="reviewer", admin="reviewer", manager="reviewer")
    await board.admin.ask("vote_on_review", review_id=review, vote="go")
    await asked(board, review, 2, owner="reviewer", manager="reviewer")
    with pytest.raises(Forbidden, match="do not vote"):
        await board.admin.ask("vote_on_review", review_id=review, vote="stop")
    await board.manager.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")


async def test_observers_do_not_vote_and_a_quorum_never_exceeds_the_voters(board: Board) -> None:
    review = await board.begun()
    with pytest.raises(Invalid) as refused:
        await asked(board, review, 3, owner="chair", admin="reviewer", viewer="observer")
    assert refused.value.problems[0].path == ("quorum",)
    await asked(board, review, 2, owner="chair", admin="reviewer", contributor="observer")
    with pytest.raises(Forbidden):
        await board.contributor.ask("vote_on_review", review_id=review, vote="go")


async def test_a_member_takes_part_once_and_a_review_has_one_chair(board: Board) -> None:
    review = await board.gathered()
    twice = [{"member_id": board.member("admin")}, {"member_id": board.member("admin"), "role": "observer"}]
    with pytest.raises(Invalid) as refused:
        await board.owner.ask("set_review_participants", review_id=review, participants=twice)
    assert refused.value.problems[0].path == ("participants", 1, "member_id")
    with pytest.raises(Invalid, match="one chair"):
        await asked(board, review, None, owner="chair", admin="chair")
    await asked(board, review, None, owner="chair", admin="reviewer")
    await asked(board, review, None, owner="reviewer", admin="chair")
    sql = "SELECT member_id, role FROM review_participant WHERE tenant_id = $1 AND archived_at IS NULL"
    found = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    assert {external_id("member", row["member_id"]): row["role"] for row in found} == {
        board.member("owner"): "reviewer",
        board.member("admin"): "chair",
    }


async def test_only_the_chair_decides_reopens_and_waives(board: Board) -> None:
    review = await board.begun()
    await asked(board, review, None, manager="chair", admin="reviewer")
    for name, more in (("decide_review", {"decision": "go", "reason": "r"}), ("reopen_review", {})):
        with pytest.raises(Forbidden, match="only the chair"):
            await board.owner.ask(name, review_id=review, **more)
    conditions = [{"title": "Sign the partner"}]
    await board.manager.ask(
        "decide_review", review_id=review, decision="conditional_go", reason="r", conditions=conditions
    )
    [row] = await rows(
        board.runtime, board.tenant, "SELECT id FROM review_condition WHERE tenant_id = $1", board.tenant.id
    )
    condition = external_id("condition", row["id"])
    with pytest.raises(Forbidden, match="only the chair"):
        await board.owner.ask("waive_condition", condition_id=condition, reason="Not needed.")
    await board.manager.ask("waive_condition", condition_id=condition, reason="Not needed.")


async def test_who_answers_for_a_milestone_is_not_the_only_one_who_approves(board: Board) -> None:
    milestone = await board.milestone(owner_id=board.member("owner"))
    review = await board.begun(milestone)
    await board.owner.ask("vote_on_review", review_id=review, vote="go")
    with pytest.raises(Invalid, match="nobody else approves"):
        await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    await board.contributor.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")


async def test_a_reopened_review_is_gathered_again_and_its_votes_are_void(board: Board, clock: SettableClock) -> None:
    review = await board.begun()
    first = await board.row(review)
    await asked(board, review, 1, admin="reviewer")
    await board.admin.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("reopen_review", review_id=review, reason="The figures were of last week.")
    row = await board.row(review)
    assert (row.state, row.stale, row.started_at, row.round) == (ReviewState.READY, True, None, 1)
    clock.forward(days=1)
    await board.work_off()
    await board.owner.ask("start_review", review_id=review)
    with pytest.raises(InvalidState, match="quorum"):
        await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    await board.admin.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    assert [one["round"] for one in await votes(board, review)] == [0, 1]
    assert first.content_hash is not None


async def test_votes_are_given_while_the_review_is_held(board: Board) -> None:
    review = await board.gathered()
    with pytest.raises(InvalidState, match="ready"):
        await board.admin.ask("vote_on_review", review_id=review, vote="go")
    await board.owner.ask("start_review", review_id=review)
    await board.owner.ask("decide_review", review_id=review, decision="go", reason="r")
    with pytest.raises(Conflict, match="decided"):
        await board.admin.ask("vote_on_review", review_id=review, vote="go")
    with pytest.raises(InvalidState):
        await asked(board, review, None, owner="chair")


async def test_a_vote_is_told_once_with_its_milestone(board: Board) -> None:
    review = await board.begun()
    await board.admin.ask("vote_on_review", review_id=review, vote="recycle", note="Too slow.")
    sql = "SELECT data::text FROM event WHERE tenant_id = $1 AND type = 'milestone.review.voted'"
    [event] = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    assert '"vote": "recycle"' in event["data"]
    assert '"title": "Prototype"' in event["data"]


async def test_another_tenants_members_take_no_part_and_its_reviews_are_not_there(
    board: Board, runtime: Runtime, stranger: TestTenant
) -> None:
    review = await board.begun()
    other = Board(runtime, stranger)
    with pytest.raises(NotFound) as refused:
        given = [{"member_id": other.member("owner")}]
        await board.owner.ask("set_review_participants", review_id=review, participants=given)
    assert refused.value.problems[0].path == ("participants", 0, "member_id")
    for name, more in (("vote_on_review", {"vote": "go"}), ("reopen_review", {}), ("update_review", {"agenda": "x"})):
        with pytest.raises(NotFound):
            await other.owner.ask(name, review_id=review, **more)

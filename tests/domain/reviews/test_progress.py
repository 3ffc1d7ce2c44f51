"""Progress reports come every week by themselves, on the venture's day, and are read and not decided."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.kernel.errors import InvalidState
from domain.kernel.ids import external_id
from domain.reviews.progress_days import report_days
from domain.ventures.tables import ProgressDay
from tests.conftest import SettableClock
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import relay_all, rows
from workers.progress import report_progress

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("wanted", "now", "latest"),
    [
        (None, "2026-11-30T05:59:00+08:00", "2026-11-23"),
        (None, "2026-11-30T06:00:00+08:00", "2026-11-30"),
        (ProgressDay.MON, "2026-12-02T12:00:00+08:00", "2026-11-30"),
        (ProgressDay.SUN, "2026-11-30T12:00:00+08:00", "2026-11-29"),
        (ProgressDay.FRI, "2026-11-30T12:00:00+08:00", "2026-11-27"),
    ],
)
def test_a_report_is_due_from_six_in_the_morning_of_its_day(wanted: ProgressDay | None, now: str, latest: str) -> None:
    found = report_days(wanted, datetime.fromisoformat(now), SHANGHAI)
    assert found is not None
    day, following = found
    assert day == date.fromisoformat(latest)
    assert following == datetime(day.year, day.month, day.day, 6, tzinfo=SHANGHAI) + timedelta(days=7)
    assert following > datetime.fromisoformat(now)


def test_there_are_none_where_the_venture_wants_none() -> None:
    assert report_days(ProgressDay.NEVER, datetime(2026, 11, 30, tzinfo=UTC), SHANGHAI) is None


async def reports(board: Board) -> list[dict[str, Any]]:
    sql = (
        "SELECT r.id, r.state, r.planned_on, r.content_hash, r.previous_hash, p.content->>'kind' AS kind "
        "FROM review r JOIN review_report p ON p.tenant_id = $1 AND p.review_id = r.id "
        "WHERE r.tenant_id = $1 AND r.milestone_id IS NULL ORDER BY r.planned_on"
    )
    return await rows(board.runtime, board.tenant, sql, board.tenant.id)


async def look(board: Board) -> None:
    await relay_all(board.runtime, board.tenant)
    while await report_progress(board.runtime, board.tenant.id):
        pass
    await relay_all(board.runtime, board.tenant)


async def test_each_week_has_one_report_which_the_next_one_supersedes(board: Board, clock: SettableClock) -> None:
    venture = await board.owner.venture()
    await board.milestone(venture)
    await look(board)
    assert await reports(board) == []
    for _ in range(3):
        clock.forward(days=7)
        await look(board)
        await look(board)
    found = await reports(board)
    assert [row["state"] for row in found] == ["superseded", "superseded", "ready"]
    assert {row["kind"] for row in found} == {"progress"}
    assert {(row["planned_on"]).weekday() for row in found} == {0}
    assert [row["previous_hash"] for row in found] == [None, *(row["content_hash"] for row in found[:-1])]
    sql = "SELECT type, data->'venture'->>'name' AS name FROM event WHERE tenant_id = $1 AND type LIKE '%progress%'"
    told = await rows(board.runtime, board.tenant, sql, board.tenant.id)
    assert told == [{"type": "venture.progress_report.ready", "name": "Aurora"}] * 3


async def test_a_worker_that_slept_for_weeks_makes_one_report_and_not_many(board: Board, clock: SettableClock) -> None:
    await board.milestone()
    await look(board)
    clock.forward(days=40)
    await look(board)
    assert len(await reports(board)) == 1


async def test_the_day_follows_the_venture_and_never_means_never(board: Board, clock: SettableClock) -> None:
    venture = await board.owner.venture()
    await board.owner.ask("update_venture", id=venture, progress_day="never")
    clock.forward(days=15)
    await look(board)
    assert await reports(board) == []
    await board.owner.ask("update_venture", id=venture, progress_day="thu")
    await look(board)
    [row] = await reports(board)
    assert row["planned_on"].weekday() == 3


async def test_a_progress_report_is_not_started_voted_on_or_decided(board: Board, clock: SettableClock) -> None:
    await board.milestone()
    clock.forward(days=8)
    await look(board)
    [row] = await reports(board)
    review = external_id("review", row["id"])
    for name, more in {
        "start_review": {},
        "decide_review": {"decision": "go", "reason": "r"},
        "vote_on_review": {"vote": "go"},
        "update_review": {"agenda": "a"},
        "set_review_participants": {"participants": []},
    }.items():
        with pytest.raises(InvalidState):
            await board.owner.ask(name, review_id=review, **more)

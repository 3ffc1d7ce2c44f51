"""A move is seen before it is done, and what is done is what was seen."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from domain.kernel.errors import Conflict, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.questions import Asking
from domain.kernel.runtime import Runtime
from domain.milestones.tables import Milestone
from domain.roadmaps.moving import ConflictReason
from domain.roadmaps.rescheduling import ReschedulePreview, RescheduleWish, reschedule_preview
from tests.conftest import TestTenant
from tests.domain.register import Register

Chain = tuple[str, list[str]]


async def look(owner: Register, milestone: str, **wish: Any) -> ReschedulePreview:
    asked = RescheduleWish.model_validate({"milestone_id": milestone, **wish})
    return await reschedule_preview(Asking(owner.runtime, owner.principal), asked)


async def move(owner: Register, milestone: str, preview: str, **wish: Any) -> None:
    await owner.ask("reschedule_milestone", milestone_id=milestone, preview=preview, **wish)


async def dates(owner: Register, milestone: str) -> tuple[date | None, date | None]:
    row = await owner.row(Milestone, milestone)
    return row.start_on, row.due_on


@pytest.fixture
async def chain(owner: Register) -> Chain:
    """Three milestones of a venture, each after the one before: of a week each, beginning on a Monday."""
    venture = await owner.venture()
    weeks = (("2026-03-02", "2026-03-06"), ("2026-03-09", "2026-03-13"), ("2026-03-16", "2026-03-20"))
    made = [await owner.milestone(venture, f"M{n}", start_on=a, due_on=b) for n, (a, b) in enumerate(weeks, 1)]
    for first, second in pairwise(made):
        await owner.ask("add_dependency", predecessor_id=first, successor_id=second)
    return venture, made


async def test_a_preview_saves_nothing_and_what_it_shows_is_then_done(owner: Register, chain: Chain) -> None:
    _, (first, second, third) = chain
    seen = await look(owner, first, by_working_days=3)
    assert [(str(one.title), one.due_before, one.due_after, one.due_working_days) for one in seen.moves] == [
        ("M1", date(2026, 3, 6), date(2026, 3, 11), 3),
        ("M2", date(2026, 3, 13), date(2026, 3, 18), 3),
        ("M3", date(2026, 3, 20), date(2026, 3, 25), 3),
    ]
    assert (seen.move_count, seen.conflict_count) == (3, 0)
    assert await dates(owner, third) == (date(2026, 3, 16), date(2026, 3, 20))
    await move(owner, first, seen.preview, by_working_days=3)
    assert await dates(owner, first) == (date(2026, 3, 5), date(2026, 3, 11))
    assert await dates(owner, second) == (date(2026, 3, 12), date(2026, 3, 18))
    assert await dates(owner, third) == (date(2026, 3, 19), date(2026, 3, 25))
    assert (await owner.row(Milestone, third)).baseline_due_on == date(2026, 3, 20)
    assert len(await owner.told("milestone.updated")) == 3


@pytest.mark.parametrize("wish", [{"start_on": "2026-03-05"}, {"due_on": "2026-03-11"}, {"by_working_days": 3}])
async def test_a_first_day_a_due_day_and_working_days_say_the_same(
    owner: Register, chain: Chain, wish: dict[str, Any]
) -> None:
    seen = await look(owner, chain[1][0], **wish)
    assert (seen.moves[0].start_after, seen.moves[0].due_after) == (date(2026, 3, 5), date(2026, 3, 11))


async def test_what_has_changed_since_the_preview_is_not_overwritten(owner: Register, chain: Chain) -> None:
    _, (first, second, third) = chain
    seen = await look(owner, first, by_working_days=3)
    await owner.ask("update_milestone", id=second, title="Renamed meanwhile")
    with pytest.raises(Conflict) as refused:
        await move(owner, first, seen.preview, by_working_days=3)
    assert refused.value.problems[0].path == ("preview",)
    with pytest.raises(Conflict):
        await move(owner, first, seen.preview, by_working_days=4)
    assert await dates(owner, third) == (date(2026, 3, 16), date(2026, 3, 20))


async def test_conflicts_are_shown_and_saved_only_where_they_are_accepted(owner: Register, chain: Chain) -> None:
    _, (first, second, third) = chain
    await owner.ask("update_milestone", id=second, status="in_progress")
    seen = await look(owner, first, by_working_days=3)
    assert [one.title for one in seen.moves] == ["M1"]
    (conflict,) = seen.conflicts
    assert (conflict.title, conflict.predecessor_title, conflict.reason) == ("M2", "M1", ConflictReason.UNDER_WAY)
    with pytest.raises(InvalidState) as refused:
        await move(owner, first, seen.preview, by_working_days=3)
    assert refused.value.problems[0].path == ("accept_conflicts",)
    await move(owner, first, seen.preview, by_working_days=3, accept_conflicts=True)
    assert (await dates(owner, first))[1] == date(2026, 3, 11)
    assert await dates(owner, third) == (date(2026, 3, 16), date(2026, 3, 20))


async def test_what_is_under_way_keeps_its_first_day(owner: Register, chain: Chain) -> None:
    _, (first, _, third) = chain
    await owner.ask("update_milestone", id=first, status="in_progress")
    seen = await look(owner, first, by_working_days=2)
    assert (seen.moves[0].start_after, seen.moves[0].due_after) == (date(2026, 3, 2), date(2026, 3, 10))
    await owner.ask("update_milestone", id=third, status="done")
    with pytest.raises(InvalidState):
        await look(owner, third, by_working_days=2)


@pytest.mark.parametrize(
    ("wish", "path"),
    [
        ({}, "start_on"),
        ({"start_on": "2026-03-05", "by_working_days": 1}, "start_on"),
        ({"by_working_days": -9_999}, "by_working_days"),
    ],
)
async def test_a_wish_that_makes_no_sense_is_refused_where_it_stands(
    owner: Register, chain: Chain, wish: dict[str, Any], path: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await look(owner, chain[1][0], **wish)
    assert refused.value.problems[0].path == (path,)


async def test_the_ventures_own_calendar_counts(owner: Register, chain: Chain) -> None:
    venture, (first, *_) = chain
    calendar = await owner.make("create_calendar", name="Closed in spring", off_days=["2026-03-09", "2026-03-10"])
    await owner.ask("update_venture", id=venture, calendar_id=external_id("calendar", calendar))
    seen = await look(owner, first, by_working_days=1)
    assert [one.due_after for one in seen.moves] == [date(2026, 3, 11), date(2026, 3, 16), date(2026, 3, 23)]


async def test_milestones_of_another_tenant_or_venture_are_not_there(
    owner: Register, runtime: Runtime, stranger: TestTenant, tenant: TestTenant, chain: Chain
) -> None:
    _, (first, *_) = chain
    other = await owner.venture("Other")
    seen = await look(owner, first, by_working_days=1)
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    for caller in (outside, elsewhere):
        with pytest.raises(NotFound):
            await look(caller, first, by_working_days=1)
        with pytest.raises(NotFound):
            await move(caller, first, seen.preview, by_working_days=1)

"""When a milestone is moved, what depends on it moves along, or is told as a conflict; nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars.working_days import OutsideCalendar, working_calendar
from domain.milestones.tables import DependencyKind
from domain.roadmaps.moving import (
    Conflict,
    ConflictReason,
    Gaps,
    Moved,
    Placed,
    Standing,
    Tie,
    ending_on,
    reschedule,
    shifted,
    starting_on,
)

WEEKDAYS = working_calendar()
GOLDEN_WEEK = working_calendar(off=[date(2026, 10, day) for day in (1, 2, 5, 6, 7)])
SUNDAY_TO_THURSDAY = working_calendar(week=(True, True, True, True, False, False, True))
BASE = WEEKDAYS.before(date(2026, 9, 1))
Plan = tuple[dict[UUID, Placed], list[Tie]]


def one(number: int, start: int, days: int, standing: Standing = Standing.FREE) -> Placed:
    begins = starting_on(WEEKDAYS, BASE + start)
    return Placed(UUID(int=number), begins, ending_on(WEEKDAYS, BASE + start + days), WEEKDAYS, standing)


def tie(first: int, second: int, kind: str = "FS", lag: int = 0) -> Tie:
    return Tie(UUID(int=first), UUID(int=second), DependencyKind(kind), lag)


def by_id(*placed: Placed) -> dict[UUID, Placed]:
    return {each.id: each for each in placed}


def move(plan: Mapping[UUID, Placed], ties: Sequence[Tie], number: int, days: int, gaps: Gaps = Gaps.KEEP) -> Moved:
    return reschedule(plan, ties, shifted(plan[UUID(int=number)], days, days), gaps)


def days_of(moved: Moved) -> dict[int, int]:
    return {each.id.int: each.due_days for each in moved.moves}


def placed_after(plan: Mapping[UUID, Placed], moved: Moved) -> dict[UUID, Placed]:
    moves = {each.id: each for each in moved.moves}
    return {
        id: Placed(id, moves[id].start, moves[id].due, before.calendar, before.standing) if id in moves else before
        for id, before in plan.items()
    }


def slack(plan: Mapping[UUID, Placed], held: Tie) -> int:
    """By the definition of the four kinds, written once more."""
    first, second = plan[held.predecessor], plan[held.successor]
    calendar = second.calendar
    assert first.start and first.due and second.start and second.due
    ends = {
        "F": lambda each: calendar.through(each.due),
        "S": lambda each: calendar.before(each.start),
    }
    return int(ends[held.kind[1]](second) - ends[held.kind[0]](first) - held.lag)


def test_what_depends_on_it_moves_by_as_many_working_days() -> None:
    plan = by_id(one(1, 0, 5), one(2, 5, 5), one(3, 12, 3), one(4, 0, 4))
    moved = move(plan, [tie(1, 2), tie(2, 3)], 1, 4)
    assert days_of(moved) == {1: 4, 2: 4, 3: 4}
    assert moved.conflicts == ()
    assert days_of(move(plan, [tie(1, 2), tie(2, 3)], 1, 4, Gaps.USE)) == {1: 4, 2: 4, 3: 2}


def test_days_off_are_counted_by_each_calendar() -> None:
    first = Placed(UUID(int=1), date(2026, 9, 28), date(2026, 9, 30), WEEKDAYS)
    second = Placed(UUID(int=2), date(2026, 10, 8), date(2026, 10, 9), GOLDEN_WEEK)
    moved = reschedule(by_id(first, second), [tie(1, 2)], shifted(first, 6, 6))
    later = placed_after(by_id(first, second), moved)[second.id]
    # The first is due on 8 October now; in the second's calendar that is one working day later than before.
    assert (later.start, later.due) == (date(2026, 10, 9), date(2026, 10, 12))


@pytest.mark.parametrize(("kind", "moves"), [("FS", True), ("FF", True), ("SS", False), ("SF", False)])
def test_what_hangs_on_its_start_stays_where_only_its_end_moves(kind: str, moves: bool) -> None:
    plan = by_id(one(1, 0, 5), one(2, 8, 5))
    moved = reschedule(plan, [tie(1, 2, kind)], shifted(plan[UUID(int=1)], 0, 6))
    assert (UUID(int=2) in {each.id for each in moved.moves}) is moves
    assert moved.conflicts == ()


def test_an_earlier_move_stops_where_another_dependency_holds() -> None:
    plan = by_id(one(1, 10, 5), one(2, 10, 3), one(3, 15, 5))
    moved = move(plan, [tie(1, 3), tie(2, 3)], 1, -4)
    assert days_of(moved) == {1: -4, 3: -2}
    assert moved.conflicts == ()


@pytest.mark.parametrize(
    ("standing", "reason"),
    [(Standing.UNDER_WAY, ConflictReason.UNDER_WAY), (Standing.OUT_OF_REACH, ConflictReason.OUT_OF_REACH)],
)
def test_what_cannot_move_is_told_as_a_conflict_and_stays(standing: Standing, reason: ConflictReason) -> None:
    plan = by_id(one(1, 0, 5), one(2, 6, 5, standing), one(3, 11, 2))
    ties = [tie(1, 2), tie(2, 3)]
    assert move(plan, ties, 1, 1).conflicts == ()
    moved = move(plan, ties, 1, 2)
    assert days_of(moved) == {1: 2}
    assert moved.conflicts == (Conflict(UUID(int=2), UUID(int=1), reason),)


def test_what_is_done_neither_moves_nor_holds_anything() -> None:
    plan = by_id(one(1, 0, 5), one(2, 6, 5, Standing.OVER), one(3, 11, 2))
    moved = move(plan, [tie(1, 2), tie(2, 3)], 1, 9)
    assert (days_of(moved), moved.conflicts) == ({1: 9}, ())


def test_moving_before_a_predecessor_is_told() -> None:
    plan = by_id(one(1, 0, 5), one(2, 5, 5))
    moved = move(plan, [tie(1, 2)], 2, -3)
    assert moved.conflicts == (Conflict(UUID(int=2), UUID(int=1), ConflictReason.TOO_EARLY),)


def test_a_dependency_that_was_broken_before_is_told_and_not_mended() -> None:
    plan = by_id(one(1, 0, 5), one(2, 3, 5))
    moved = move(plan, [tie(1, 2)], 1, 2)
    assert days_of(moved) == {1: 2, 2: 2}
    assert moved.conflicts == (Conflict(UUID(int=2), UUID(int=1), ConflictReason.BROKEN_BEFORE),)


def test_without_dates_nothing_is_guessed() -> None:
    plan = by_id(one(1, 0, 5), Placed(UUID(int=2), None, None, WEEKDAYS))
    moved = move(plan, [tie(1, 2)], 1, 2)
    assert moved.conflicts == (Conflict(UUID(int=2), UUID(int=1), ConflictReason.UNDATED),)


def test_an_end_on_a_day_off_keeps_its_day_unless_it_moves() -> None:
    sunday = Placed(UUID(int=1), date(2026, 9, 5), date(2026, 9, 13), WEEKDAYS)
    assert (shifted(sunday, 0, 1).start, shifted(sunday, 0, 1).due) == (date(2026, 9, 5), date(2026, 9, 14))
    with pytest.raises(OutsideCalendar):
        shifted(sunday, 0, 100_000)


@st.composite
def plans(draw: st.DrawFn, calendars: tuple[str, ...] = ("weekdays",)) -> Plan:
    """Plans without circles in which every dependency holds."""
    kinds = {"weekdays": WEEKDAYS, "golden": GOLDEN_WEEK, "sunday": SUNDAY_TO_THURSDAY}
    plan: dict[UUID, Placed] = {}
    for number in range(1, draw(st.integers(1, 9)) + 1):
        calendar = kinds[draw(st.sampled_from(calendars))]
        begin = calendar.before(date(2026, 9, 1)) + draw(st.integers(0, 40))
        days = draw(st.integers(1, 15))
        plan[UUID(int=number)] = Placed(
            UUID(int=number), starting_on(calendar, begin), ending_on(calendar, begin + days), calendar
        )
    ties = []
    for second in range(2, len(plan) + 1):
        for first in draw(st.sets(st.integers(1, second - 1), max_size=3)):
            wanted = tie(first, second, draw(st.sampled_from([str(kind) for kind in DependencyKind])))
            room = slack(plan, wanted)
            ties.append(Tie(wanted.predecessor, wanted.successor, wanted.kind, room - draw(st.integers(0, 6))))
    return plan, draw(st.permutations(ties))


@given(plans(("weekdays", "golden", "sunday")), st.data(), st.sampled_from(Gaps))
def test_after_a_move_every_dependency_holds_or_is_told(plan: Plan, data: st.DataObject, gaps: Gaps) -> None:
    placed, ties = plan
    number = data.draw(st.integers(1, len(placed)))
    start, due = data.draw(st.integers(-20, 20)), data.draw(st.integers(0, 20))
    moved = reschedule(placed, ties, shifted(placed[UUID(int=number)], start, start + due), gaps)
    after = placed_after(placed, moved)
    broken = {(held.successor, held.predecessor) for held in ties if slack(after, held) < 0}
    assert broken == {(conflict.successor, conflict.predecessor) for conflict in moved.conflicts}
    assert {successor for successor, _ in broken} <= {UUID(int=number)}  # only what was asked for can be too early
    for id, each in after.items():
        if id != UUID(int=number):
            assert each.calendar.through(each.due or date.min) - each.calendar.before(each.start or date.min) \
                == each.calendar.through(placed[id].due or date.min) \
                - each.calendar.before(placed[id].start or date.min)  # fmt: skip


@given(plans(), st.data(), st.sampled_from(Gaps))
def test_moving_by_nothing_changes_nothing(plan: Plan, data: st.DataObject, gaps: Gaps) -> None:
    placed, ties = plan
    moved = move(placed, ties, data.draw(st.integers(1, len(placed))), 0, gaps)
    assert (moved.moves, moved.conflicts) == ((), ())


@given(plans(), st.data(), st.integers(1, 30))
def test_moving_forth_and_back_restores_the_plan(plan: Plan, data: st.DataObject, days: int) -> None:
    placed, ties = plan
    number = data.draw(st.integers(1, len(placed)))
    there = placed_after(placed, move(placed, ties, number, days))
    assert placed_after(there, move(there, ties, number, -days)) == placed


@given(plans(), st.data(), st.integers(-20, 20), st.sampled_from(Gaps))
def test_the_order_of_the_dependencies_means_nothing(plan: Plan, data: st.DataObject, days: int, gaps: Gaps) -> None:
    placed, ties = plan
    number = data.draw(st.integers(1, len(placed)))
    moved = move(placed, ties, number, days, gaps)
    other = move(placed, list(reversed(ties)), number, days, gaps)
    assert days_of(moved) == days_of(other)
    assert set(moved.conflicts) == set(other.conflicts)


@given(plans(), st.data(), st.integers(1, 20))
def test_a_longer_move_never_ends_anything_earlier(plan: Plan, data: st.DataObject, days: int) -> None:
    placed, ties = plan
    number = data.draw(st.integers(1, len(placed)))
    for gaps in Gaps:
        short = placed_after(placed, move(placed, ties, number, days, gaps))
        long = placed_after(placed, move(placed, ties, number, days + 1, gaps))
        assert all((long[id].due or date.min) >= (short[id].due or date.min) for id in placed)


def test_ten_thousand_milestones_in_a_row_all_move() -> None:
    plan = by_id(*(one(number, number % 200, 3) for number in range(1, 10_001)))
    ties = [Tie(UUID(int=a), UUID(int=a + 1), lag=-1000) for a in range(1, 10_000)]
    assert len(move(plan, ties, 1, 1).moves) == 10_000

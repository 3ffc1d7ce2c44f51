"""What moves along when a milestone is moved, and what cannot. Pure: dates in, moves and conflicts out.

Each milestone is counted in working days of its own venture's calendar, half-open: its start is the number of working
days before it begins, its end the number up to and with its due day. A tie from a predecessor is counted in the
successor's calendar, and so is its lag: finish-to-start without lag means that the successor begins on a later working
day than the predecessor is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.calendars.working_days import OutsideCalendar, WorkingCalendar
from domain.milestones.tables import DependencyKind


class Gaps(StrEnum):
    """What becomes of the time between a milestone and what depends on it."""

    KEEP = "keep"
    "What depends on it moves by as many working days, earlier as well as later."
    USE = "use"
    "What depends on it moves only as far as it must."


class Standing(StrEnum):
    """Whether a milestone can be moved along."""

    FREE = "free"
    UNDER_WAY = "under_way"
    OVER = "over"
    "Done or cancelled: it neither moves nor holds anything."
    OUT_OF_REACH = "out_of_reach"
    "In a venture where the caller may change nothing."


class ConflictReason(StrEnum):
    """Why a dependency does not hold after a move."""

    UNDER_WAY = "under_way"
    OUT_OF_REACH = "out_of_reach"
    UNDATED = "undated"
    TOO_EARLY = "too_early"
    BROKEN_BEFORE = "broken_before"


@dataclass(frozen=True)
class Placed:
    """A milestone with its dates."""

    id: UUID
    start: date | None
    due: date | None
    calendar: WorkingCalendar
    standing: Standing = Standing.FREE


@dataclass(frozen=True)
class Tie:
    """The successor depends on the predecessor; the lag is in working days and may be negative."""

    predecessor: UUID
    successor: UUID
    kind: DependencyKind = DependencyKind.FINISH_TO_START
    lag: int = 0


@dataclass(frozen=True)
class Move:
    """The dates that a milestone gets, and by how many working days it moved, at its start and at its end."""

    id: UUID
    start: date | None
    due: date | None
    start_days: int
    due_days: int


@dataclass(frozen=True)
class Conflict:
    """A dependency that does not hold after the moves."""

    successor: UUID
    predecessor: UUID
    reason: ConflictReason


@dataclass(frozen=True)
class Moved:
    """What a move comes to: the milestone itself first, then what moves along, in the order of the dependencies."""

    moves: Sequence[Move]
    conflicts: Sequence[Conflict]


def starting_on(calendar: WorkingCalendar, index: int) -> date:
    """The working day with so many before it. Raises `OutsideCalendar`."""
    if not 0 <= index < len(calendar.ordinals):
        raise OutsideCalendar("this leads out of the years that calendars are laid out for")
    return date.fromordinal(calendar.ordinals[index])


def ending_on(calendar: WorkingCalendar, index: int) -> date:
    """The working day with which there are so many. Raises `OutsideCalendar`."""
    return starting_on(calendar, index - 1)


def shifted(one: Placed, start_days: int, due_days: int) -> Move:
    """The milestone with its ends moved by so many working days of its calendar. Raises `OutsideCalendar`.

    An end that does not move keeps its day, be it worked or not.
    """
    start, due = one.start, one.due
    if start is not None and start_days:
        start = starting_on(one.calendar, one.calendar.before(start) + start_days)
    if due is not None and due_days:
        due = ending_on(one.calendar, one.calendar.through(due) + due_days)
    return Move(one.id, start, due, start_days, due_days)


def reschedule(placed: Mapping[UUID, Placed], ties: Iterable[Tie], first: Move, gaps: Gaps = Gaps.KEEP) -> Moved:
    """What follows from a move: which milestones move along, and which dependencies then do not hold.

    `placed` holds all that the ties name and that is not archived; the ties form no circle. Earlier moves stop where
    another dependency holds; nothing is moved that is under way, over or out of reach. A dependency that was broken
    before is told and not mended. Raises `OutsideCalendar`.
    """
    return _Rescheduling(placed, [tie for tie in ties if _binds(placed, tie)], gaps).run(first)


def _binds(placed: Mapping[UUID, Placed], tie: Tie) -> bool:
    ends = (placed.get(tie.predecessor), placed.get(tie.successor))
    return all(end is not None and end.standing is not Standing.OVER for end in ends)


class _Rescheduling:
    """One run over the ties that bind, predecessors before successors."""

    def __init__(self, placed: Mapping[UUID, Placed], ties: Sequence[Tie], gaps: Gaps) -> None:
        self._placed = placed
        self._gaps = gaps
        self._into: dict[UUID, list[Tie]] = {}
        self._out_of: dict[UUID, list[Tie]] = {}
        for tie in ties:
            self._into.setdefault(tie.successor, []).append(tie)
            self._out_of.setdefault(tie.predecessor, []).append(tie)
        self._moves: dict[UUID, Move] = {}

    def run(self, first: Move) -> Moved:
        """The moves and conflicts."""
        if (first.start, first.due) == (self._placed[first.id].start, self._placed[first.id].due):
            return Moved((), ())
        self._moves[first.id] = first
        order = self._after(first.id)
        for id in order:
            one = self._placed[id]
            if one.standing is Standing.FREE and (days := self._days(one)):
                self._moves[id] = shifted(one, days, days)
        broken = [conflict for id in (first.id, *order) for conflict in self._conflicts(id)]
        return Moved(tuple(self._moves.values()), tuple(broken))

    def _after(self, first: UUID) -> list[UUID]:
        """What depends on a milestone, however far away, each after all on which it depends itself."""
        reached: list[UUID] = []
        waiting = {first: 0}
        left = [first]
        while left:
            for tie in self._out_of.get(left.pop(), ()):
                if tie.successor not in waiting:
                    left.append(tie.successor)
                waiting[tie.successor] = waiting.get(tie.successor, 0) + 1
        free = [first]
        while free:
            for tie in self._out_of.get(free.pop(), ()):
                waiting[tie.successor] -= 1
                if not waiting[tie.successor]:
                    free.append(tie.successor)
                    reached.append(tie.successor)
        return reached

    def _days(self, one: Placed) -> int:
        """By how many working days a milestone moves along; 0: it stays."""
        wished: list[int] = []
        needed: list[int] = []
        for tie in self._into[one.id]:
            before, after = self._slack(tie, moved=False), self._slack(tie, moved=True)
            if before is None or after is None:
                continue
            along = before - after  # how much later the predecessor's end lies
            if tie.predecessor in self._moves:
                wished.append(along)
            needed.append(-after if before >= 0 else along)
        if not wished:
            return 0
        if self._gaps is Gaps.USE:
            return max(0, *needed)
        return max(*wished, *needed)

    def _conflicts(self, id: UUID) -> Iterable[Conflict]:
        """The dependencies of a milestone that do not hold, as far as anything has moved."""
        one = self._placed[id]
        for tie in self._into.get(id, ()):
            if id not in self._moves and tie.predecessor not in self._moves:
                continue
            before, after = self._slack(tie, moved=False), self._slack(tie, moved=True)
            if after is None:
                yield Conflict(id, tie.predecessor, ConflictReason.UNDATED)
            elif after < 0:
                yield Conflict(id, tie.predecessor, _reason(one, broken_before=before is not None and before < 0))

    def _slack(self, tie: Tie, *, moved: bool) -> int | None:
        """How many working days earlier the successor could be; below 0: the dependency does not hold.

        None where a date is missing. A milestone that has only a due day begins on the last working day up to it.
        """
        calendar = self._placed[tie.successor].calendar
        held = self._index(tie.predecessor, calendar, at_start=not tie.kind.from_finish, moved=moved)
        own = self._index(tie.successor, calendar, at_start=not tie.kind.to_finish, moved=moved)
        return None if held is None or own is None else own - held - tie.lag

    def _index(self, id: UUID, calendar: WorkingCalendar, *, at_start: bool, moved: bool) -> int | None:
        move = self._moves.get(id) if moved else None
        one = self._placed[id]
        start, due = (move.start, move.due) if move is not None else (one.start, one.due)
        if at_start and start is not None:
            return calendar.before(start)
        if due is None:
            return None
        return calendar.through(due) - at_start


def _reason(one: Placed, *, broken_before: bool) -> ConflictReason:
    if one.standing is Standing.UNDER_WAY:
        return ConflictReason.UNDER_WAY
    if one.standing is Standing.OUT_OF_REACH:
        return ConflictReason.OUT_OF_REACH
    return ConflictReason.BROKEN_BEFORE if broken_before else ConflictReason.TOO_EARLY

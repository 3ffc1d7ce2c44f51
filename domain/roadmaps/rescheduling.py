"""Moving a milestone with all that depends on it: seen first, and then done as it was seen."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.calendars.reading import calendars_of
from domain.calendars.working_days import OutsideCalendar
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply
from domain.kernel.errors import Conflict as Refused
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Day, Input, Whole
from domain.kernel.questions import Asking, question
from domain.kernel.work import Work, unit_of_work
from domain.milestones.tables import DependencyKind, Milestone, MilestoneStatus
from domain.roadmaps.baselines import MOST_MILESTONES
from domain.roadmaps.comparisons import MOST_SHOWN, MilestoneId
from domain.roadmaps.moving import (
    ConflictReason,
    Gaps,
    Move,
    Moved,
    Placed,
    Standing,
    Tie,
    reschedule,
    shifted,
)
from domain.tenancy.permissions import Action

MOST_TIES: Final = 100_000

_STANDING: Final = {
    MilestoneStatus.IN_PROGRESS: Standing.UNDER_WAY,
    MilestoneStatus.DONE: Standing.OVER,
    MilestoneStatus.CANCELLED: Standing.OVER,
}


class RescheduleWish(Input):
    """A milestone and where it is to be moved: exactly one of a first day, a due day, or working days."""

    milestone_id: MilestoneId = Field(description="The milestone that is moved.")
    start_on: Day | None = Field(None, description="Its new first day; it takes as many working days as before.")
    due_on: Day | None = Field(
        None, description="Its new due day; it takes as many working days as before, or if it is under way others."
    )
    by_working_days: Annotated[Whole, Field(ge=-10_000, le=10_000)] | None = Field(
        None, description="By how many working days of its venture it is moved; below 0: earlier."
    )
    gaps: Gaps = Field(Gaps.KEEP, description="What becomes of the time between it and what depends on it.")


class RescheduleMilestone(RescheduleWish):
    """A move as it was seen in a preview."""

    preview: Annotated[str, Field(min_length=1, max_length=64)] = Field(
        description="The mark of the preview that is to be done; where anything in it has changed, nothing is moved."
    )
    accept_conflicts: bool = Field(False, description="Whether it is done although dependencies do not hold then.")


class RescheduledMilestone(BaseModel):
    """A milestone that moves."""

    milestone_id: MilestoneId = Field(description="The milestone.")
    title: str = Field(description="What it is called.")
    version: int = Field(description="Its version as it was seen.")
    start_before: date | None = Field(description="Its first day now.")
    start_after: date | None = Field(description="Its first day after the move.")
    due_before: date | None = Field(description="Its due day now.")
    due_after: date | None = Field(description="Its due day after the move.")
    start_working_days: int = Field(description="By how many working days its first day moves.")
    due_working_days: int = Field(description="By how many working days its due day moves.")


class RescheduleConflict(BaseModel):
    """A dependency that does not hold after the move."""

    milestone_id: MilestoneId | None = Field(description="The milestone that depends; null where you may not see it.")
    title: str | None = Field(description="What it is called.")
    predecessor_id: MilestoneId | None = Field(description="What it depends on; null where you may not see it.")
    predecessor_title: str | None = Field(description="What that is called.")
    reason: ConflictReason = Field(description="Why the milestone does not move out of the way.")


class ReschedulePreview(BaseModel):
    """What a move comes to. Nothing is saved."""

    preview: str = Field(description="The mark of what was seen; `rescheduleMilestone` takes it.")
    move_count: int = Field(description="How many milestones move.")
    moves: list[RescheduledMilestone] = Field(
        description=f"The milestones that move, at most {MOST_SHOWN}: the milestone itself, then what depends on it."
    )
    conflict_count: int = Field(description="How many dependencies do not hold then.")
    conflicts: list[RescheduleConflict] = Field(
        description=f"The dependencies that do not hold then, at most {MOST_SHOWN}."
    )


@question(Action.DOMAIN_READ, price=5_000)
async def reschedule_preview(asking: Asking, asked: RescheduleWish) -> ReschedulePreview:
    """What moving a milestone comes to: which milestones move along, and which dependencies then do not hold."""
    async with unit_of_work(asking.runtime, asking.principal) as work:
        return (await _seen(work, asked, lock=False)).shown()


@command(Action.MILESTONE_WRITE, returns={"milestone": "milestone"})
async def reschedule_milestone(work: Work, given: RescheduleMilestone) -> Done:
    """Move a milestone, and with it what depends on it, as a preview has shown it: all of it or nothing.

    Refused where anything has changed since the preview, and where dependencies do not hold then, unless that is
    accepted.
    """
    seen = await _seen(work, given, lock=True)
    if seen.mark() != given.preview:
        raise Refused.at("preview", message="the plan has changed since the preview; look at it again")
    if seen.moved.conflicts and not given.accept_conflicts:
        count = len(seen.moved.conflicts)
        raise InvalidState.at(
            "accept_conflicts", message=f"{count} dependencies do not hold then; accept it or mend it"
        )
    for move in seen.moved.moves:
        apply(seen.rows[move.id], {"start_on": move.start, "due_on": move.due})
    return Done({"milestone": given.milestone_id})


@dataclass(frozen=True)
class _Seen:
    """The milestones that a move concerns, and what it comes to."""

    rows: Mapping[UUID, Milestone]
    hidden: frozenset[UUID]
    moved: Moved

    def mark(self) -> str:
        """A hash of the moves with the versions of what moves, and of the conflicts."""
        moves = [[move.id, self.rows[move.id].version, move.start, move.due] for move in self.moved.moves]
        conflicts = [[one.successor, one.predecessor, str(one.reason)] for one in self.moved.conflicts]
        told = orjson.dumps([sorted(moves, key=str), sorted(conflicts, key=str)], default=str)
        return hashlib.sha256(told).hexdigest()

    def shown(self) -> ReschedulePreview:
        """What the caller may see of it."""
        return ReschedulePreview(
            preview=self.mark(),
            move_count=len(self.moved.moves),
            moves=[self._move(move) for move in self.moved.moves[:MOST_SHOWN]],
            conflict_count=len(self.moved.conflicts),
            conflicts=[
                RescheduleConflict(
                    milestone_id=self._id(one.successor),
                    title=self._title(one.successor),
                    predecessor_id=self._id(one.predecessor),
                    predecessor_title=self._title(one.predecessor),
                    reason=one.reason,
                )
                for one in self.moved.conflicts[:MOST_SHOWN]
            ],
        )

    def _move(self, move: Move) -> RescheduledMilestone:
        row = self.rows[move.id]
        return RescheduledMilestone(
            milestone_id=row.id,
            title=row.title,
            version=row.version,
            start_before=row.start_on,
            start_after=move.start,
            due_before=row.due_on,
            due_after=move.due,
            start_working_days=move.start_days,
            due_working_days=move.due_days,
        )

    def _id(self, id: UUID) -> UUID | None:
        return None if id in self.hidden else id

    def _title(self, id: UUID) -> str | None:
        return None if id in self.hidden else self.rows[id].title


async def _seen(work: Work, asked: RescheduleWish, *, lock: bool) -> _Seen:
    first = await work.get(Milestone, asked.milestone_id, "milestone_id", archived=False)
    if _STANDING.get(first.status) is Standing.OVER:
        raise InvalidState.at("milestone_id", message=f"the milestone is {first.status}, and does not move")
    ties = await _ties(work, first.id)
    ids = {first.id} | {id for tie in ties for id in (tie.predecessor, tie.successor)}
    rows = await _rows(work, ids, lock=lock)
    calendars = await calendars_of(work, {row.venture_id for row in rows.values()})
    allowed = work.principal.venture_ids
    hidden = frozenset(id for id, row in rows.items() if allowed is not None and row.venture_id not in allowed)
    placed = {
        id: Placed(
            id,
            row.start_on,
            row.due_on,
            calendars[row.venture_id],
            _STANDING.get(row.status, Standing.OUT_OF_REACH if id in hidden else Standing.FREE),
        )
        for id, row in rows.items()
    }
    try:
        moved = reschedule(placed, ties, _first_move(placed[first.id], asked), asked.gaps)
    except OutsideCalendar as error:
        raise Invalid.at(_named(asked), message=str(error)) from None
    return _Seen(rows, hidden, moved)


def _first_move(one: Placed, asked: RescheduleWish) -> Move:
    """The move that is asked for. Raises `Invalid` and `OutsideCalendar`."""
    wishes = [name for name in ("start_on", "due_on", "by_working_days") if getattr(asked, name) is not None]
    if len(wishes) != 1:
        raise Invalid.at("start_on", message="give exactly one of start_on, due_on and by_working_days")
    if one.start is None and one.due is None:
        raise Invalid.at("milestone_id", message="the milestone has no dates yet: set them")
    under_way = one.standing is Standing.UNDER_WAY
    if asked.start_on is not None:
        if one.start is None or under_way:
            has = "is under way, so its first day stays" if under_way else "has no first day"
            raise Invalid.at("start_on", message=f"the milestone {has}: give due_on or by_working_days")
        days = one.calendar.before(asked.start_on) - one.calendar.before(one.start)
        return shifted(one, days, days)
    if one.due is None:
        raise Invalid.at(_named(asked), message="the milestone has no due day: set it, or give start_on")
    days = asked.by_working_days or 0
    if asked.due_on is not None:
        days = one.calendar.through(asked.due_on) - one.calendar.through(one.due)
    move = shifted(one, 0 if under_way else days, days)
    if move.start is not None and move.due is not None and move.due < move.start:
        raise Invalid.at(_named(asked), message="it would be due before it begins")
    return move


def _named(asked: RescheduleWish) -> str:
    return next(
        (name for name in ("start_on", "due_on", "by_working_days") if getattr(asked, name) is not None), "start_on"
    )


_TIES: Final = sa.text("""
    WITH RECURSIVE reached(id) AS (
        SELECT CAST(:first AS uuid)
        UNION
        SELECT d.successor_id FROM reached r
        JOIN milestone_dependency d ON d.tenant_id = :tenant AND d.predecessor_id = r.id AND d.archived_at IS NULL
    )
    SELECT d.predecessor_id, d.successor_id, d.kind, d.lag_days
    FROM reached r
    JOIN milestone_dependency d ON d.tenant_id = :tenant AND d.successor_id = r.id AND d.archived_at IS NULL
    ORDER BY d.id LIMIT :most""")


async def _ties(work: Work, first: UUID) -> Sequence[Tie]:
    """The dependencies of a milestone and of all that depends on it. Raises `Invalid` for too many."""
    values = {"tenant": work.tenant_id, "first": first, "most": MOST_TIES + 1}
    rows = (await work.session.execute(_TIES, values)).all()
    if len(rows) > MOST_TIES:
        raise Invalid.at("milestone_id", message=f"more than {MOST_TIES} dependencies hang on it; move fewer")
    return [Tie(row[0], row[1], DependencyKind(row[2]), row[3]) for row in rows]


async def _rows(work: Work, ids: set[UUID], *, lock: bool) -> dict[UUID, Milestone]:
    """The milestones that are not archived; held until the end where they are to be changed. Raises `Invalid`."""
    if len(ids) > MOST_MILESTONES:
        raise Invalid.at(
            "milestone_id", message=f"more than {MOST_MILESTONES} milestones hang on it; move less at once"
        )
    statement = sa.select(Milestone).where(
        col(Milestone.tenant_id) == work.tenant_id,
        col(Milestone.id) == sa.any_(sa.literal(sorted(ids), sa.ARRAY(sa.Uuid))),
        col(Milestone.archived_at).is_(None),
    )
    statement = statement.order_by(col(Milestone.id)).execution_options(populate_existing=True)
    if lock:
        statement = statement.with_for_update(key_share=True)
    return {row.id: row for row in (await work.session.execute(statement)).scalars()}

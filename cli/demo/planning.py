"""Telling milestones: planned at the venture's beginning, then worked on, moved, measured and done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from cli.demo.stage import CHANGE, PART, PART_OF_PART, Stage, Step
from cli.demo.story import Measure, MilestoneStory
from domain.kernel.editing import apply
from domain.milestones.commands import AddDependency, CreateMilestone, Estimate
from domain.milestones.criteria import AddCriterion, RecordCriterion, met, tell_finding
from domain.milestones.progress import percent_of
from domain.milestones.tables import (
    Criterion,
    CriterionOutcome,
    CriterionResult,
    Dependency,
    Milestone,
    MilestoneStatus,
    ProgressMode,
)


class MilestoneTelling:
    """One milestone's story, as steps. `milestones` are the venture's, by short name; this one enters itself."""

    def __init__(
        self, stage: Stage, venture_id: Callable[[], UUID], milestones: dict[str, Milestone], story: MilestoneStory
    ) -> None:
        self._stage = stage
        self._venture_id = venture_id
        self._milestones = milestones
        self._story = story
        self._results: dict[UUID, CriterionOutcome | None] = {}

    def steps(self, begun: int) -> Iterator[Step]:
        """All that happens, `begun` being the day of planning."""
        yield Step(begun, PART, self._plan)
        for predecessor in self._story.after:
            yield Step(begun, PART_OF_PART, partial(self._depend_on, predecessor))
        for day in sorted({*self._story.progress, *self._story.moved}):
            yield Step(day, CHANGE, partial(self._change, day))
        for measure in self._story.measures:
            made: list[Criterion] = []
            yield Step(begun, PART_OF_PART, partial(self._add_criterion, measure, made))
            for day, found in measure.found.items():
                yield Step(day, CHANGE, partial(self._record, made, found))

    @property
    def _milestone(self) -> Milestone:
        return self._milestones[self._story.short]

    def _plan(self) -> None:
        story, stage = self._story, self._stage
        optimistic, likely, pessimistic = map(Decimal, story.estimate)
        start_on, due_on = stage.working_date(story.start), stage.working_date(story.due)
        given = CreateMilestone(
            venture_id=self._venture_id(),
            title=story.title,
            description=story.description,
            key=story.key,
            start_on=start_on,
            due_on=due_on,
            progress_mode=story.mode,
            estimate=Estimate(optimistic=optimistic, likely=likely, pessimistic=pessimistic),
            owner_id=stage.member(story.owner),
            budget=None if story.budget is None else Decimal(story.budget * 1_000),
        )
        self._milestones[story.short] = stage.work.new(
            Milestone,
            **given.sent("estimate"),
            baseline_start_on=start_on,
            baseline_due_on=due_on,
            estimate_optimistic=optimistic,
            estimate_likely=likely,
            estimate_pessimistic=pessimistic,
        )

    def _depend_on(self, predecessor: str) -> None:
        given = AddDependency(
            predecessor_id=self._milestones[predecessor].id,
            successor_id=self._milestone.id,
            kind=self._story.link,
            lag_days=self._story.lag,
        )
        self._stage.work.new(Dependency, venture_id=self._venture_id(), **given.sent())

    def _change(self, day: int) -> None:
        changes: dict[str, Any] = {}  # Any: values of any column
        percent, due = self._story.progress.get(day), self._story.moved.get(day)
        if percent is not None:
            done = percent == 100
            if done or self._story.mode is ProgressMode.BY_HAND:
                changes["percent_complete"] = percent
            changes["status"] = MilestoneStatus.DONE if done else MilestoneStatus.IN_PROGRESS
            changes["completed_on"] = self._stage.now_on if done else None
        if due is not None:
            changes["due_on"] = self._stage.working_date(due)
        apply(self._milestone, changes)

    def _add_criterion(self, measure: Measure, made: list[Criterion]) -> None:
        given = AddCriterion(
            milestone_id=self._milestone.id,
            title=measure.title,
            must=measure.must,
            metric=measure.metric,
            target=None if measure.target is None else Decimal(measure.target),
            direction=None if measure.target is None else measure.direction,
            unit=measure.unit,
        )
        made.append(self._stage.work.new(Criterion, venture_id=self._venture_id(), **given.sent()))

    def _record(self, made: list[Criterion], found: str | bool) -> None:
        stage, work, criterion = self._stage, self._stage.work, made[0]
        stage.let_act(self._story.owner)
        stage.tick()
        if isinstance(found, str):
            given = RecordCriterion(criterion_id=criterion.id, value=Decimal(found))
            outcome = met(criterion.target, criterion.direction, given.value)
        else:
            outcome = CriterionOutcome.PASS if found else CriterionOutcome.FAIL
            given = RecordCriterion(criterion_id=criterion.id, result=outcome)
        row = work.new(
            CriterionResult,
            criterion_id=criterion.id,
            result=outcome,
            value=given.value,
            recorded_at=work.now,
            recorded_by=work.principal.member_id,
        )
        tell_finding(work, criterion, row)
        self._results[criterion.id] = outcome
        if self._story.mode is ProgressMode.BY_CRITERIA and self._milestone.status is not MilestoneStatus.DONE:
            passed = sum(result is CriterionOutcome.PASS for result in self._results.values())
            apply(self._milestone, {"percent_complete": percent_of(passed, len(self._story.measures))})

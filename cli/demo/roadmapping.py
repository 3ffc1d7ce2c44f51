"""Telling a roadmap: drawn up and agreed at the venture's beginning, and planned anew later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from cli.demo.stage import CHANGE, Stage, Step
from cli.demo.story import Functions, RoadmapStory
from domain.kernel.editing import apply
from domain.milestones.tables import Milestone, Phase
from domain.roadmaps.commands import content_of, keep_version, planned_milestone, planned_phase
from domain.roadmaps.tables import Baseline, BaselineMilestone, Roadmap


class RoadmapTelling:
    """A roadmap's story, as steps, and the venture's one baseline."""

    def __init__(
        self,
        stage: Stage,
        venture_id: Callable[[], UUID],
        phases: Sequence[Phase],
        milestones: Mapping[str, Milestone],
        story: RoadmapStory,
    ) -> None:
        self._stage = stage
        self._venture_id = venture_id
        self._phases = phases
        self._milestones = milestones
        self._story = story

    def steps(self, begun: int) -> Iterator[Step]:
        """All that happens, `begun` being the day of planning."""
        yield Step(begun, CHANGE, self._draw)
        yield Step(begun, CHANGE, self._agree)
        yield Step(self._story.anew, CHANGE, self._plan_anew)

    def _draw(self) -> None:
        story = self._story
        self._roadmap = self._stage.work.new(
            Roadmap,
            venture_id=self._venture_id(),
            vision=story.vision,
            market_demand=story.demand,
            core_functions=_functions(story.core),
            extension_functions=_functions(story.extension),
        )
        self._keep(None)

    def _agree(self) -> None:
        work = self._stage.work
        baseline = work.new(
            Baseline,
            venture_id=self._venture_id(),
            number=1,
            name=self._story.baseline,
            reason=self._story.agreed,
            current=True,
            taken_at=work.now,
            taken_by=work.principal.member_id,
        )
        for one in self._milestones.values():
            work.new(
                BaselineMilestone,
                baseline_id=baseline.id,
                milestone_id=one.id,
                start_on=one.start_on,
                due_on=one.due_on,
                budget=one.budget,
            )

    def _plan_anew(self) -> None:
        functions = _functions({**self._story.extension, **self._story.more})
        apply(self._roadmap, {"extension_functions": functions, "version_number": 2})
        self._keep(self._story.why)

    def _keep(self, reason: str | None) -> None:
        planned = sorted(self._milestones.values(), key=lambda one: one.id)
        phases = sorted(self._phases, key=lambda one: one.id)
        content = content_of(
            self._roadmap, [planned_phase(one) for one in phases], [planned_milestone(one) for one in planned]
        )
        keep_version(self._stage.work, self._roadmap, content, reason)


def _functions(told: Functions) -> list[dict[str, str | None]]:
    return [{"title": title, "note": note} for title, note in told.items()]

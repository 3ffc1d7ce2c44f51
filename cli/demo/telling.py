"""Telling: stories laid out over days and written through the unit of work, as their people would have.

Inputs, scoring, audit, history and events are those of the commands; left out are only the reads by which commands
find rows that are at hand here, so that the demo is told in a second and the bench's large one in minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from inspect import isawaitable
from uuid import UUID

from cli.demo.funding import MoneyTelling
from cli.demo.measuring import IndicatorTelling
from cli.demo.planning import MilestoneTelling
from cli.demo.registering import Register, RiskTelling
from cli.demo.reviewing import ReviewTelling, call_review
from cli.demo.roadmapping import RoadmapTelling
from cli.demo.stage import CHANGE, MEETING, PART, PART_OF_PART, WHOLE, Stage, Step
from cli.demo.story import LinkStory, PhaseStory, ResourceStory, TeamStory, VentureStory
from cli.demo.talking import Talk
from cli.demo.tasking import TaskTelling
from domain.kernel.editing import apply
from domain.milestones.commands import AddDependency
from domain.milestones.phases import CreatePhase
from domain.milestones.tables import Dependency, Milestone, Phase
from domain.resources.allocating import CreateAllocation
from domain.resources.commands import CreateResource
from domain.resources.tables import Allocation, Resource, ResourceKind
from domain.risks.tables import Risk
from domain.teams.commands import AddTeamMember, CreateTeam
from domain.teams.tables import Team, TeamMember
from domain.ventures.commands import CreateVenture
from domain.ventures.tables import Venture, VentureStage

_MINUTES_BETWEEN_VENTURES = 120


async def tell(
    stage: Stage, stories: Iterable[VentureStory], links: Iterable[LinkStory] = (), *, together: bool = False
) -> None:
    """Write the ventures meeting by meeting, each at its hour and in its owner's name; `links` lie between them.

    With `together` all have the first one's hour and actor, which is quicker.
    """
    await stage.read_scale()
    await stage.read_calendar()
    tellings = [VentureTelling(stage, story) for story in stories]
    meetings: dict[tuple[int, int], dict[int, list[Callable[[], object]]]] = defaultdict(lambda: defaultdict(list))
    for number, telling in enumerate(tellings):
        for step in telling.steps():
            meetings[_meeting_on(step.day), 0 if together else number][step.level].append(step.act)
    by_key = {telling.story.key: telling for telling in tellings}
    for link in links:
        waiting = by_key[link.second[0]]
        begin = partial(waiting.wait_for, link, by_key[link.first[0]])
        meetings[_meeting_on(link.day), tellings.index(waiting)][CHANGE].append(begin)
    for day, number in sorted(meetings):
        stage.move_to(day, number * _MINUTES_BETWEEN_VENTURES)
        for _level, acts in sorted(meetings[day, number].items()):
            for act in acts:
                happening = act()
                if isawaitable(happening):
                    await happening
            stage.let_act(tellings[number].story.owner)
            await stage.work.flush()
            stage.tick()


def _meeting_on(day: int) -> int:
    """The meeting at which a day's news was written down: daily of late, weekly before, every other week long ago."""
    if day > -8:
        return day
    return day - day % (7 if day >= -56 else 14)


class VentureTelling:
    """One venture's story, as steps."""

    def __init__(self, stage: Stage, story: VentureStory) -> None:
        self.stage = stage
        self.story = story
        self._milestones: dict[str, Milestone] = {}
        self._phases: list[Phase] = []
        self._risks: dict[str, Risk] = {}

    def steps(self) -> Iterator[Step]:
        """All that happens, in any order of days."""
        story = self.story
        yield Step(story.begun, WHOLE, self._begin)
        for day, reached in story.stages.items():
            if day > story.begun:
                yield Step(day, CHANGE, partial(self._reach, reached))
        for team in story.teams:
            yield from self._team(team)
        for milestone in story.milestones:
            yield from MilestoneTelling(self.stage, self._venture_id, self._milestones, milestone).steps(story.begun)
        for phase in story.phases:
            yield from self._phase(phase)
        plan = TaskTelling(self.stage, self._venture_id, self._milestones, story)
        yield from plan.steps()
        if story.roadmap is not None:
            yield from RoadmapTelling(
                self.stage, self._venture_id, self._phases, self._milestones, story.roadmap
            ).steps(story.begun)
        if story.money is not None:
            yield from MoneyTelling(self.stage, self._venture_id, self._milestones, story).steps(story.money)
        for resource in story.resources:
            yield from self._resource(resource)
        register = Register(self._venture_id, self._milestones, self._risks)
        for risk in story.risks:
            yield from RiskTelling(self.stage, register, risk, story.owner).steps()
        for review in story.reviews:
            yield from ReviewTelling(self.stage, self._milestones, review).steps()
        if story.called is not None:
            called, by = story.called
            yield Step(-1, MEETING, partial(call_review, self.stage, self._milestones, called, by))
        for indicator in story.indicators:
            yield from IndicatorTelling(self.stage, self._venture_id, self._risks, indicator).steps()
        yield from Talk(self.stage, register).steps(story)

    def _begin(self) -> None:
        story = self.story
        given = CreateVenture(
            name=story.name,
            key=story.key,
            description=story.about,
            field=story.field,
            stage=story.stages[story.begun],
            owner_id=self.stage.member(story.owner),
            calendar_id=self.stage.calendar_id,
        )
        self._venture = self.stage.work.new(Venture, **given.sent())

    def _venture_id(self) -> UUID:
        return self._venture.id

    def _phase(self, story: PhaseStory) -> Iterator[Step]:
        made: list[Phase] = []

        def make() -> None:
            given = CreatePhase(
                venture_id=self._venture.id,
                title=story.title,
                kind=story.kind,
                position=self.story.phases.index(story) + 1,
                start_on=self.stage.working_date(story.start),
                due_on=self.stage.working_date(story.due),
            )
            made.append(self.stage.work.new(Phase, **given.sent()))
            self._phases.append(made[0])

        def fill() -> None:
            for short in story.milestones:
                self._milestones[short].phase_id = made[0].id

        yield Step(self.story.begun, PART, make)
        yield Step(self.story.begun, PART_OF_PART, fill)

    def wait_for(self, link: LinkStory, other: VentureTelling) -> None:
        """Let a milestone depend on one of another venture."""
        first, second = other._milestones[link.first[1]], self._milestones[link.second[1]]
        given = AddDependency(predecessor_id=first.id, successor_id=second.id, lag_days=link.lag)
        self.stage.work.new(Dependency, venture_id=self._venture.id, **given.sent())

    def _reach(self, reached: VentureStage) -> None:
        apply(self._venture, {"stage": reached})

    def _team(self, story: TeamStory) -> Iterator[Step]:
        made: list[Team] = []

        def make() -> None:
            given = CreateTeam(name=story.name, function=story.function, venture_id=self._venture.id)
            made.append(self.stage.work.new(Team, **given.sent()))

        def fill() -> None:
            for short, (title, share) in story.people.items():
                person = self.stage.people[short]
                given = AddTeamMember(team_id=made[0].id, member_id=person.id, title=title, share=share)
                self.stage.work.new(TeamMember, **given.sent())

        yield Step(self.story.begun, PART, make)
        yield Step(self.story.begun, PART_OF_PART, fill)

    def _resource(self, story: ResourceStory) -> Iterator[Step]:
        made: list[Resource] = []
        day = self.story.begun + story.after

        def make() -> None:
            given = CreateResource(
                venture_id=self._venture.id,
                kind=story.kind,
                name=story.name,
                description=story.description,
                amount=None if story.amount is None else Decimal(story.amount),
                unit=story.unit,
                channel=story.channel,
                expires_on=None if story.expires is None else self.stage.date_of(story.expires),
                owner_id=self.stage.member(story.owner),
            )
            made.append(self.stage.work.new(Resource, **given.sent()))

        def allocate() -> None:
            for share in story.goes:
                milestone = self._milestones[share.milestone]
                given = CreateAllocation(
                    resource_id=made[0].id,
                    milestone_id=milestone.id,
                    amount=Decimal(share.amount),
                    start_on=milestone.start_on,
                    end_on=None if story.kind is ResourceKind.FUNDING else milestone.due_on,
                    note=share.note,
                )
                self.stage.work.new(Allocation, venture_id=self._venture.id, **given.sent())

        yield Step(day, PART, make)
        yield Step(day, PART_OF_PART, allocate)

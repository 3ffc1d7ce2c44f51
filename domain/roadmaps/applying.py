"""Laying out a template in a venture: milestones with dates, criteria and dependencies, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.calendars.reading import calendars_of
from domain.calendars.working_days import OutsideCalendar, WorkingCalendar
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.inputs import Code, Day, Input
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.milestones import commands, phases, tasks
from domain.milestones.tables import Criterion, Dependency, DependencyKind, Milestone, Phase
from domain.milestones.task_tables import Task
from domain.roadmaps.baselines import VentureId
from domain.roadmaps.moving import ending_on, starting_on
from domain.roadmaps.templates.catalogue import TEMPLATES
from domain.roadmaps.templates.template import PlanTemplate, Step, in_locale
from domain.tenancy.permissions import Action
from domain.tenancy.zone import tenant_of
from domain.ventures.tables import Venture

_MADE: Final = {
    "milestone_ids": "The ids of the new milestones by their codes in the template; null when the request is repeated."
}


class ApplyTemplate(Input):
    """A template, the venture that it is for, and the day on which work begins."""

    venture_id: VentureId = Field(description="The venture.")
    template: Code = Field(description="The code of the template.", examples=["product_roadmap"])
    start_on: Day = Field(description="When work begins; a day off is rounded up to the next working day.")


@command(Action.MILESTONE_WRITE, returns={"venture": "venture"}, reports=_MADE)
async def apply_template(work: Work, given: ApplyTemplate) -> Done:
    """Give a venture the phases, milestones and tasks of a template, with dates, criteria and dependencies.

    All of it or nothing. Dates follow from the likely durations and the dependencies over the venture's working days;
    they are the first baseline dates of the milestones. Texts are in the tenant's language. Applied twice, the plan is
    there twice.
    """
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    template = TEMPLATES.get(given.template)
    if template is None:
        raise NotFound.at("template", what="template")
    made = await lay_out(work, venture.id, template, given.start_on)
    ids = {code: external_id("milestone", row.id) for code, row in made.items()}
    return Done({"venture": venture.id}, reports={"milestone_ids": ids})


async def lay_out(work: Work, venture_id: UUID, template: PlanTemplate, start_on: date) -> dict[str, Milestone]:
    """Write a template's phases, milestones and tasks into a venture; its milestones by their codes.

    Raises `Invalid` at `venture_id` where there is no room, and at `start_on` where no calendar reaches so far.
    """
    dates = await dates_of(work, venture_id, template, start_on)
    locale = (await tenant_of(work)).locale
    stretches = await _phases(work, venture_id, template, dates, locale)
    await work.flush()
    made = {
        step.code: _milestone(work, venture_id, step, dates[step.code], stretches.get(step.phase or ""), locale)
        for step in template.steps
    }
    await work.flush()
    for step in template.steps:
        _criteria(work, made[step.code], step, locale)
        _tasks(work, made[step.code], step, locale)
        _dependencies(work, made, step)
    return made


async def dates_of(work: Work, venture_id: UUID, template: PlanTemplate, start_on: date) -> Dates:
    """First and due day of each milestone of a template in a venture. Raises as `lay_out` does."""
    await _check_room(work, venture_id, template)
    calendar = (await calendars_of(work, [venture_id]))[venture_id]
    try:
        return laid_out(template, calendar, start_on)
    except OutsideCalendar as error:
        raise Invalid.at("start_on", message=str(error)) from None


Dates = Mapping[str, tuple[date, date]]
"""First and due day by the code of a milestone."""


def laid_out(template: PlanTemplate, calendar: WorkingCalendar, start_on: date) -> Dates:
    """First and due day of each milestone: as early as its dependencies allow. Raises `OutsideCalendar`."""
    first = calendar.before(start_on)
    spans: dict[str, tuple[int, int]] = {}
    for step in template.steps:
        days = step.estimate[1]
        begins = [first]
        for after in step.after:
            start, end = spans[after.code]
            begins.append(
                {
                    DependencyKind.FINISH_TO_START: end,
                    DependencyKind.START_TO_START: start,
                    DependencyKind.FINISH_TO_FINISH: end - days,
                    DependencyKind.START_TO_FINISH: start - days,
                }[after.kind]
                + after.lag_days
            )
        spans[step.code] = (max(begins), max(begins) + days)
    return {code: (starting_on(calendar, start), ending_on(calendar, end)) for code, (start, end) in spans.items()}


async def _check_room(work: Work, venture_id: UUID, template: PlanTemplate) -> None:
    more_tasks = sum(len(step.tasks) for step in template.steps)
    for table, most, more in (
        (Phase, phases.MOST, len(template.phases)),
        (Milestone, commands.MOST, len(template.steps)),
        (Task, tasks.MOST, more_tasks),
    ):
        await check_room(work, table, "venture_id", venture_id, most, "venture_id", more=more)


async def _phases(work: Work, venture_id: UUID, template: PlanTemplate, dates: Dates, locale: str) -> dict[str, Phase]:
    """The phases of the template, after those that the venture has."""
    statement = sa.select(sa.func.coalesce(sa.func.max(col(Phase.position)), 0)).where(
        col(Phase.tenant_id) == work.tenant_id,
        col(Phase.venture_id) == venture_id,
        col(Phase.archived_at).is_(None),
    )
    last = int((await work.session.execute(statement)).scalar_one())
    made = {}
    for place, phase in enumerate(template.phases, 1):
        within = [dates[step.code] for step in template.steps if step.phase == phase.code]
        made[phase.code] = work.new(
            Phase,
            venture_id=venture_id,
            title=in_locale(phase.title, locale),
            kind=phase.kind,
            position=last + place,
            start_on=min(start for start, _ in within),
            due_on=max(due for _, due in within),
        )
    return made


def _milestone(
    work: Work, venture_id: UUID, step: Step, dates: tuple[date, date], phase: Phase | None, locale: str
) -> Milestone:
    start, due = dates
    low, likely, high = (Decimal(days) for days in step.estimate)
    return work.new(
        Milestone,
        venture_id=venture_id,
        title=in_locale(step.title, locale),
        description=in_locale(step.description, locale) or None,
        key=step.key,
        phase_id=None if phase is None else phase.id,
        start_on=start,
        due_on=due,
        baseline_start_on=start,
        baseline_due_on=due,
        estimate_optimistic=low,
        estimate_likely=likely,
        estimate_pessimistic=high,
    )


def _criteria(work: Work, milestone: Milestone, step: Step, locale: str) -> None:
    for one in step.criteria:
        words: dict[str, Any] = {
            name: None if value is None else in_locale(value, locale)
            for name, value in (("metric", one.metric), ("unit", one.unit))
        }
        work.new(
            Criterion,
            venture_id=milestone.venture_id,
            milestone_id=milestone.id,
            title=in_locale(one.title, locale),
            must=one.must,
            target=None if one.target is None else Decimal(one.target),
            direction=one.direction,
            **words,
        )


def _tasks(work: Work, milestone: Milestone, step: Step, locale: str) -> None:
    for one in step.tasks:
        work.new(
            Task,
            venture_id=milestone.venture_id,
            milestone_id=milestone.id,
            title=in_locale(one.title, locale),
            estimate_days=Decimal(one.days),
        )


def _dependencies(work: Work, made: Mapping[str, Milestone], step: Step) -> None:
    for after in step.after:
        work.new(
            Dependency,
            venture_id=made[step.code].venture_id,
            predecessor_id=made[after.code].id,
            successor_id=made[step.code].id,
            kind=after.kind,
            lag_days=after.lag_days,
        )

"""A template becomes milestones with dates, estimates, criteria and dependencies, all at once or not at all."""

from __future__ import annotations

import re
from datetime import date

import pytest

from domain.calendars.reading import days_of
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.ids import split_id
from domain.kernel.runtime import Runtime
from domain.milestones.dependencies import find_cycle
from domain.milestones.tables import Criterion, Dependency, Milestone, Phase
from domain.milestones.task_tables import Task
from domain.roadmaps.applying import laid_out
from domain.roadmaps.moving import Placed, Tie, reschedule, shifted
from domain.roadmaps.templates.catalogue import TEMPLATES
from domain.roadmaps.templates.template import LOCALES, PlanTemplate, document
from tests.conftest import TestTenant, make_tenant
from tests.domain.register import Register

CHINESE = re.compile("[\u4e00-\u9fff]")
CHINA = days_of("CN")


@pytest.fixture(params=sorted(TEMPLATES))
def plan(request: pytest.FixtureRequest) -> PlanTemplate:
    return TEMPLATES[request.param]


def test_the_templates_are_those_of_the_product_and_of_the_delivery_line() -> None:
    assert list(TEMPLATES) == ["product_roadmap", "ai_delivery_line"]
    assert [step.code for step in TEMPLATES["ai_delivery_line"].steps] == [
        "data_preparation", "training", "evaluation", "compression", "explanation", "deployment",
    ]  # fmt: skip
    assert [str(phase.kind) for phase in TEMPLATES["product_roadmap"].phases] == [
        "prototype", "feature_development", "test_and_optimise", "commercial_release",
    ]  # fmt: skip


def test_every_text_is_there_in_both_languages(plan: PlanTemplate) -> None:
    texts = [plan.title, plan.description, *(phase.title for phase in plan.phases)]
    for step in plan.steps:
        texts += [step.title, step.description, *(one.title for one in (*step.criteria, *step.tasks))]
    for text in texts:
        assert all(part.strip() for part in text)
        assert CHINESE.search(text[1]), text
        assert not CHINESE.search(text[0]), text
    for step in plan.steps:
        for one in step.criteria:
            assert (one.target is None) == (one.direction is None) == (one.metric is None) == (one.unit is None)


def test_every_milestone_has_a_must_criterion_an_estimate_that_rises_and_comes_after_what_it_names(
    plan: PlanTemplate,
) -> None:
    seen: set[str] = set()
    for step in plan.steps:
        assert any(one.must for one in step.criteria), step.code
        assert 0 < step.estimate[0] <= step.estimate[1] <= step.estimate[2]
        assert {after.code for after in step.after} <= seen
        seen.add(step.code)
        assert step.tasks
    assert any(step.key for step in plan.steps)
    assert {step.phase for step in plan.steps} - {None} == {phase.code for phase in plan.phases}
    assert find_cycle((after.code, step.code) for step in plan.steps for after in step.after) is None
    assert document(plan)["title"].keys() == set(LOCALES)


def test_dates_are_as_early_as_the_dependencies_allow(plan: PlanTemplate) -> None:
    dates = laid_out(plan, CHINA, date(2026, 9, 26))
    ids = {step.code: split_id(f"milestone_{place:032x}")[1] for place, step in enumerate(plan.steps)}
    placed = {ids[code]: Placed(ids[code], start, due, CHINA) for code, (start, due) in dates.items()}
    ties = [Tie(ids[one.code], ids[step.code], one.kind, one.lag_days) for step in plan.steps for one in step.after]
    first = min(start for start, _ in dates.values())
    for step in plan.steps:
        start, due = dates[step.code]
        assert CHINA.is_working(start)
        assert CHINA.is_working(due)
        assert CHINA.count(start, due) + 1 == step.estimate[1]
        earlier = reschedule(placed, ties, shifted(placed[ids[step.code]], -1, -1))
        assert start == first or earlier.conflicts, "a day earlier would break a dependency"
        assert not reschedule(placed, ties, shifted(placed[ids[step.code]], 1, 1)).conflicts


@pytest.mark.parametrize(("locale", "title"), [("en", "The model is trained"), ("zh-CN", "模型训练完成")])
async def test_a_template_becomes_milestones_in_the_tenants_language(runtime: Runtime, locale: str, title: str) -> None:
    owner = Register(runtime, (await make_tenant(runtime, locale=locale)).principal())
    venture = await owner.venture()
    done = await owner.ask("apply_template", venture_id=venture, template="ai_delivery_line", start_on="2026-03-07")
    milestones = await owner.rows(Milestone)
    template = TEMPLATES["ai_delivery_line"]
    assert len(milestones) == len(template.steps)
    ids = done.reports["milestone_ids"]
    training = await owner.row(Milestone, ids["training"])
    assert training.title == title
    assert (training.estimate_optimistic, training.estimate_likely, training.estimate_pessimistic) == (10, 15, 35)
    assert (training.baseline_start_on, training.baseline_due_on) == (training.start_on, training.due_on)
    assert min(row.start_on for row in milestones if row.start_on) == date(2026, 3, 9)
    assert len(await owner.rows(Criterion)) == sum(len(step.criteria) for step in template.steps)
    assert len(await owner.rows(Dependency)) == sum(len(step.after) for step in template.steps)
    assert len(await owner.told("milestone.created")) == len(template.steps)
    tasks = await owner.rows(Task, milestone_id=training.id)
    assert [(row.estimate_days, row.status) for row in tasks] == [(4, "todo"), (10, "todo")]


async def test_the_product_roadmap_brings_its_four_phases_after_those_that_there_are(owner: Register) -> None:
    venture = await owner.venture()
    await owner.ask("create_phase", venture_id=venture, title="Before", position=3)
    await owner.ask("apply_template", venture_id=venture, template="product_roadmap", start_on="2026-03-09")
    _, *made = sorted(await owner.rows(Phase), key=lambda row: row.position)
    assert [(row.title, row.position) for row in made] == [
        ("Prototype", 4), ("Extension", 5), ("Test and optimise", 6), ("Commercial release", 7),
    ]  # fmt: skip
    for phase in made:
        within = await owner.rows(Milestone, phase_id=phase.id)
        assert within
        assert (phase.start_on, phase.due_on) == (
            min(row.start_on for row in within if row.start_on), max(row.due_on for row in within if row.due_on)
        )  # fmt: skip


async def test_nothing_is_made_where_the_template_the_day_or_the_venture_is_wrong(
    owner: Register, runtime: Runtime, stranger: TestTenant, tenant: TestTenant
) -> None:
    venture, other = await owner.venture(), await owner.venture("Other")
    with pytest.raises(NotFound) as unknown:
        await owner.ask("apply_template", venture_id=venture, template="no_such_plan", start_on="2026-03-07")
    assert unknown.value.problems[0].path == ("template",)
    with pytest.raises(Invalid) as late:
        await owner.ask("apply_template", venture_id=venture, template="product_roadmap", start_on="2200-12-30")
    assert late.value.problems[0].path == ("start_on",)
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    for caller in (outside, elsewhere):
        with pytest.raises(NotFound):
            await caller.ask("apply_template", venture_id=venture, template="product_roadmap", start_on="2026-03-07")
    assert await owner.rows(Milestone) == []

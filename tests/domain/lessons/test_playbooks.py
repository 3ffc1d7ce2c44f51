"""A playbook, of a case or the tenant's own, makes all that it holds at once; its preview says what that would be."""

from __future__ import annotations

import re
from typing import Any

import pytest

from domain.indicators.tables import Indicator
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.errors import Forbidden, Invalid, NotFound
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.ids import external_id, split_id
from domain.kernel.principal import Role
from domain.kernel.questions import Asking
from domain.kernel.runtime import Runtime
from domain.lessons.applying import PlaybookPreview, PlaybookPreviewed, playbook_preview
from domain.lessons.cases.case import Case
from domain.lessons.cases.catalogue import CASES
from domain.lessons.cases.lessons import LESSONS
from domain.lessons.tables import Playbook
from domain.milestones.tables import Criterion, Dependency, Milestone
from domain.risks.defaults import CATEGORIES
from domain.risks.monitoring.registry import RULES
from domain.risks.tables import Action, Response, Risk
from domain.teams.role_tables import RoleRequirement
from tests.conftest import TestTenant, make_tenant
from tests.domain.register import Register

CHINESE = re.compile("[\u4e00-\u9fff]")
OWN = {
    "title": "Pilot in a hospital",
    "risks": [
        {
            "title": "The pilot is not paid",
            "category": "funding",
            "sub_type": "broken_cash_chain",
            "responses": [{"title": "Half in advance", "actions": ["Change the offer", "Tell sales"]}],
        }
    ],
    "milestones": [
        {"code": "data", "title": "Data are there", "estimate": {"optimistic": 5, "likely": 10, "pessimistic": 20}},
        {
            "code": "pilot",
            "title": "The pilot runs",
            "estimate": {"optimistic": 10, "likely": 20, "pessimistic": 40},
            "after": ["data"],
            "key": True,
            "criteria": [
                {"title": "Sensitivity", "metric": "sensitivity", "target": "92", "direction": "at_least", "unit": "%"}
            ],
        },
    ],
    "roles": [{"title": "Nurse", "function": "business", "milestone": "pilot"}],
}


async def preview(caller: Register, venture: str, **which: str) -> PlaybookPreview | None:
    given = PlaybookPreviewed.model_validate({"venture_id": venture, "start_on": "2026-03-07", **which})
    return await playbook_preview(Asking(caller.runtime, caller.principal), given)


@pytest.fixture(params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def test_the_cases_are_the_four_of_the_product_each_with_three_risks_answered_and_its_lessons(case: Case) -> None:
    assert list(CASES) == [
        "research_model_company", "applied_research_company", "customer_service_company", "medical_diagnosis_company",
    ]  # fmt: skip
    assert [risk.category for risk in case.risks] == ["technical", "funding", "market"]
    assert set(case.answers) == {risk.code for risk in case.risks}
    assert {str(lesson.theme) for lesson in LESSONS} == {
        "risk_control", "technical_reserve", "sustainable_business_model",
    }  # fmt: skip
    assert set(case.lessons) <= {lesson.code for lesson in LESSONS} and case.lessons
    for risk in case.risks:
        assert risk.sub_type in CATEGORIES[risk.category][1]
        assert risk.responses and risk.indicators
        assert set(risk.rules) <= set(RULES)
    codes = [step.code for step in case.plan.steps]
    for place, step in enumerate(case.plan.steps):
        assert {after.code for after in step.after} <= set(codes[:place])
        assert step.estimate == tuple(sorted(step.estimate)) and any(one.must for one in step.criteria)
    assert any(role.is_core for role in case.roles)
    assert {role.milestone for role in case.roles} - {None} <= set(codes)


def test_every_text_of_the_cases_is_there_in_both_languages(case: Case) -> None:
    texts: list[Any] = [case.title, case.story, *case.answers.values(), *(role.title for role in case.roles)]
    texts += [text for lesson in LESSONS for text in (lesson.title, lesson.situation, lesson.recommendation)]
    for risk in case.risks:
        texts += [risk.title, risk.cause, risk.event, risk.effect]
        texts += [text for usual in risk.responses for text in (usual.title, *usual.actions)]
    for step in case.plan.steps:
        texts += [step.title, step.description, *(one.title for one in step.criteria)]
    for english, chinese in texts:
        assert english.strip() and not CHINESE.search(english)
        assert CHINESE.search(chinese)


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
async def test_a_case_becomes_risks_responses_and_milestones_as_its_preview_said(runtime: Runtime, locale: str) -> None:
    owner = Register(runtime, (await make_tenant(runtime, locale=locale)).principal())
    venture, case = await owner.venture(), CASES["medical_diagnosis_company"]
    language = ("en", "zh-CN").index(locale)
    seen = await preview(owner, venture, code=case.code)
    assert seen is not None and await owner.rows(Risk) == []
    done = await owner.ask("apply_playbook", venture_id=venture, code=case.code, start_on="2026-03-07")
    risks, milestones = await owner.rows(Risk), await owner.rows(Milestone)
    assert {row.title for row in risks} == {risk.title for risk in seen.risks} == {
        risk.title[language] for risk in case.risks
    }  # fmt: skip
    assert {(row.title, row.start_on, row.due_on, row.key) for row in milestones} == {
        (one.title, one.start_on, one.due_on, one.key) for one in seen.milestones
    }
    assert set(done.reports["milestone_ids"]) == {step.code for step in case.plan.steps}
    made = {one.code: split_id(done.reports["milestone_ids"][one.code])[1] for one in seen.milestones}
    assert [
        (row.title, row.function, row.headcount, row.is_core, row.milestone_id)
        for row in await owner.rows(RoleRequirement)
    ] == [(one.title, one.function, one.headcount, one.is_core, made.get(one.milestone or "")) for one in seen.roles]
    responses = [usual for risk in case.risks for usual in risk.responses]
    assert len(await owner.rows(Response)) == len(responses)
    assert len(await owner.rows(Action)) == sum(len(usual.actions) for usual in responses)
    assert len(await owner.rows(Indicator)) == 3
    assert len(await owner.rows(Dependency)) == sum(len(step.after) for step in case.plan.steps)
    assert len(await owner.told("risk.created")) == 3
    assert len(await owner.told("milestone.created")) == len(milestones)


async def test_the_same_idempotency_key_applies_it_once_and_risks_that_stand_are_passed_over(owner: Register) -> None:
    venture = await owner.venture()
    command = COMMANDS["apply_playbook"]
    asked = {"venture_id": venture, "code": "customer_service_company", "start_on": "2026-03-09"}
    key = IdempotentRequest.of("POST", "/v1/apply", "once", b"{}")
    for expected in (False, True):
        given = command.input.model_validate(asked)
        done = await execute(owner.runtime, owner.principal, command, given, idempotency=key)
        assert done.replayed is expected
    assert len(await owner.rows(Risk)) == 3
    seen = await preview(owner, venture, code="customer_service_company")
    assert seen is not None and all(risk.is_there for risk in seen.risks)
    milestones = len(await owner.rows(Milestone))
    await owner.ask("apply_playbook", **asked, parts=["risks"])
    assert (len(await owner.rows(Risk)), len(await owner.rows(Milestone))) == (3, milestones)


async def test_a_playbook_of_ones_own_is_applied_like_that_of_a_case(owner: Register) -> None:
    venture = await owner.venture()
    own = external_id("playbook", await owner.make("create_playbook", **OWN))
    await owner.ask("update_playbook", id=own, description="Where a ward has a research nurse.")
    seen = await preview(owner, venture, playbook_id=own)
    assert seen is not None and [role.title for role in seen.roles] == ["Nurse"]
    await owner.ask("apply_playbook", venture_id=venture, playbook_id=own, start_on="2026-03-09")
    [risk] = await owner.rows(Risk)
    assert (risk.title, risk.sub_type, risk.cause, risk.template) == (
        "The pilot is not paid", "broken_cash_chain", None, None,
    )  # fmt: skip
    assert [row.title for row in await owner.rows(Action)] == ["Change the offer", "Tell sales"]
    [criterion] = await owner.rows(Criterion)
    assert (criterion.metric, criterion.target, str(criterion.direction)) == ("sensitivity", 92, "at_least")
    assert {row.title: row.key for row in await owner.rows(Milestone)} == {
        "Data are there": False, "The pilot runs": True,
    }  # fmt: skip
    assert len(await owner.rows(Dependency)) == 1
    assert [row.title for row in await owner.rows(RoleRequirement)] == ["Nurse"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"risks": [], "milestones": [], "roles": []}, ("risks",)),
        ({"risks": [{"title": "T", "category": "astral"}]}, ("risks", 0, "category")),
        ({"risks": [{"title": "T", "category": "legal", "sub_type": "competition"}]}, ("risks", 0, "sub_type")),
        (
            {"risks": [{"title": "T", "category": "legal", "responses": [{"kind": "exploit", "title": "R"}]}]},
            ("risks", 0, "responses", 0, "kind"),
        ),
        ({"roles": [{"title": "T", "function": "business", "milestone": "none"}]}, ("roles", 0, "milestone")),
        ({"milestones": [OWN["milestones"][1]]}, ("milestones", 0, "after", 0)),
        ({"milestones": [OWN["milestones"][0], OWN["milestones"][0]], "roles": []}, ("milestones", 1, "code")),
        (
            {"milestones": [OWN["milestones"][0] | {"estimate": {"optimistic": 9, "likely": 8, "pessimistic": 9}}]},
            ("milestones", 0, "estimate"),
        ),
        (
            {"milestones": [OWN["milestones"][0] | {"criteria": [{"title": "T", "metric": "m"}]}], "roles": []},
            ("milestones", 0, "criteria", 0),
        ),
    ],
)
async def test_what_does_not_fit_into_a_playbook_is_refused_where_it_stands(
    owner: Register, change: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    with pytest.raises(Exception) as refused:
        await owner.ask("create_playbook", **(OWN | change))
    assert refused.value.problems[0].path == path  # type: ignore[attr-defined]  # an error of the domain
    assert await owner.rows(Playbook) == []


async def test_applying_takes_what_its_parts_take_and_stays_in_tenant_and_venture(
    owner: Register, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    venture, other = await owner.venture(), await owner.venture("Other")
    own = external_id("playbook", await owner.make("create_playbook", **OWN))
    asked = {"venture_id": venture, "code": "applied_research_company", "start_on": "2026-03-09"}
    with pytest.raises(Forbidden, match="milestone:write"):
        await Register(runtime, tenant.principal(scopes=frozenset({"risk:write"}))).ask("apply_playbook", **asked)
    with pytest.raises(Forbidden, match="team:write"):
        await Register(runtime, tenant.principal(Role.CONTRIBUTOR)).ask("apply_playbook", **asked)
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(Role.MANAGER, venture_ids=frozenset({split_id(other)[1]})))
    for caller in (outside, elsewhere):
        with pytest.raises(NotFound):
            await caller.ask("apply_playbook", **asked)
        assert await preview(caller, venture, code="applied_research_company") is None
    with pytest.raises(NotFound):
        mine = await outside.venture()
        await outside.ask("apply_playbook", venture_id=mine, playbook_id=own, start_on="2026-03-09")
    for name, given in (("create_playbook", OWN), ("archive_playbook", {"id": own})):
        with pytest.raises(Forbidden):
            await elsewhere.ask(name, **given)
    for wrong in ({}, {"code": "applied_research_company", "playbook_id": own}, {"code": "no_such"}):
        with pytest.raises(Invalid):
            await owner.ask("apply_playbook", venture_id=venture, start_on="2026-03-09", **wrong)
    assert await owner.rows(Risk) == [] and await owner.rows(Milestone) == []

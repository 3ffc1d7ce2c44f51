"""Lessons are offered where a similar risk is opened, in both scripts, within tenant and venture."""

from __future__ import annotations

from typing import Any

import pytest

from api.graphql.running import Engine
from domain.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.questions import Asking
from domain.kernel.runtime import Runtime
from domain.lessons.similarity import SimilarLessonsWanted, similar_lessons
from domain.lessons.tables import Lesson, LessonReview, LessonRisk
from tests.conftest import TestTenant
from tests.domain.register import Register
from tests.graph.asking import Reader


async def ask(caller: Register, text: str, id: str) -> Any:
    """What a document with one id answers."""
    return await Reader(caller.runtime, Engine(caller.runtime), caller.principal)(text, id=id)


async def wanted(caller: Register, title: str, **more: str) -> list[str]:
    """The titles of the lessons that are offered for a risk which is not saved yet."""
    given = SimilarLessonsWanted.model_validate({"title": title, **more})
    found = await similar_lessons(Asking(caller.runtime, caller.principal), given)
    assert found is not None
    return [one.title for one in found.lessons]


async def offered(caller: Register, risk: str) -> list[str]:
    """The titles of those that are offered for a saved one."""
    text = "query($id: ID!) { risk(id: $id) { similarLessons { title fit } } }"
    read = Reader(caller.runtime, Engine(caller.runtime), caller.principal)
    found = (await read(text, id=risk))["risk"]["similarLessons"]
    assert read.cost > 500, "comparing texts is work"
    fits = [float(one["fit"]) for one in found]
    assert fits == sorted(fits, reverse=True)
    return [one["title"] for one in found]


async def lesson(caller: Register, title: str, **more: Any) -> str:
    return external_id("lesson", await caller.make("create_lesson", title=title, **more))


async def test_sub_type_comes_before_category_and_likeness_finds_across_categories(owner: Register) -> None:
    venture = await owner.venture()
    await lesson(owner, "Sign with two suppliers of data", category="legal")
    await lesson(owner, "Consent has to name the training", category="legal", sub_type="data_privacy")
    await lesson(owner, "A licence of hospital data was not renewed", category="market", sub_type="competition")
    await lesson(owner, "Raise before twelve months are left", category="funding")
    asked = {"category": "legal", "sub_type": "data_privacy"}
    title = "Licence of hospital data is not renewed"
    risk = await owner.risk(venture, title, sub_type="data_privacy")
    for found in (await wanted(owner, title, **asked), await offered(owner, risk)):
        assert found[0] == "Consent has to name the training"
        assert set(found[1:]) == {"A licence of hospital data was not renewed", "Sign with two suppliers of data"}
    assert await wanted(owner, "Nothing of the kind") == []


async def test_chinese_texts_are_alike_without_spaces(owner: Register) -> None:
    venture = await owner.venture("启明")
    await lesson(owner, "医院数据许可到期前三个月启动续签", category="legal")
    await lesson(owner, "提前准备算力备用供应商", category="technical")
    assert await wanted(owner, "医院数据许可未能续签") == ["医院数据许可到期前三个月启动续签"]
    risk = external_id(
        "risk",
        await owner.make("create_risk", venture_id=venture, title="算力备用供应商不足", category="funding"),
    )
    assert await offered(owner, risk) == ["提前准备算力备用供应商"]


async def test_a_lesson_is_linked_to_what_taught_it_and_is_not_offered_there_again(owner: Register) -> None:
    venture = await owner.venture()
    milestone = await owner.milestone(venture, key=True, due_on="2027-03-01")
    review = external_id("review", await owner.make("request_review", milestone_id=milestone))
    risk, other = await owner.risk(venture), await owner.risk(venture, "Licence too dear")
    one = await lesson(owner, "Ask early", venture_id=venture, risk_ids=[risk], review_ids=[review])
    row = await owner.row(Lesson, one)
    assert (row.category, row.sub_type, row.venture_id) == ("legal", None, split_id(venture)[1])
    assert await offered(owner, risk) == []
    assert await offered(owner, other) == ["Ask early"]
    linked = "risks { nodes { id } } reviews { nodes { id lessons { nodes { id } } } }"
    text = f"query($id: ID!) {{ lesson(id: $id) {{ {linked} }} }}"
    told = (await ask(owner, text, one))["lesson"]
    assert told["risks"]["nodes"] == [{"id": risk}]
    assert told["reviews"]["nodes"] == [{"id": review, "lessons": {"nodes": [{"id": one}]}}]
    await owner.ask("add_lesson_risk", lesson_id=one, risk_id=other)
    with pytest.raises(Conflict):
        await owner.ask("add_lesson_risk", lesson_id=one, risk_id=other)
    link = external_id("lesson_risk", (await owner.rows(LessonRisk))[0].id)
    await owner.ask("archive_lesson_risk", id=link)
    assert await offered(owner, risk) == ["Ask early"]
    await owner.ask("archive_lesson", id=one)
    assert await offered(owner, risk) == []
    assert len(await owner.rows(LessonReview)) == 1


async def test_how_cases_answered_such_a_risk_stands_beside_it_in_the_tenants_language(owner: Register) -> None:
    risk = await owner.make(
        "create_risk", venture_id=await owner.venture(), title="T", category="funding", sub_type="not_enough"
    )
    text = "query($id: ID!) { risk(id: $id) { caseAnswers { playbook subType answer } } }"
    answers = (await ask(owner, text, external_id("risk", risk)))["risk"]["caseAnswers"]
    assert [one["subType"] for one in answers] == ["not_enough", "not_enough", "hard_to_raise", "broken_cash_chain"]
    assert len({one["playbook"] for one in answers}) == 4 and all(one["answer"] for one in answers)


async def test_lessons_stay_in_their_tenant_and_venture(
    owner: Register, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    venture, other = await owner.venture(), await owner.venture("Other")
    risk = await owner.risk(venture, "Licence of data is lost")
    mine = await lesson(owner, "Licence of data is lost here", venture_id=venture, category="legal")
    common = await lesson(owner, "Licence of data is lost anywhere", category="legal")
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    assert await wanted(outside, "Licence of data is lost", category="legal") == []
    assert await wanted(elsewhere, "Licence of data is lost", category="legal") == ["Licence of data is lost anywhere"]
    for caller, ids in ((outside, (mine, common)), (elsewhere, (mine,))):
        for id in ids:
            with pytest.raises(NotFound):
                await caller.ask("update_lesson", id=id, title="Mine")
        with pytest.raises(NotFound):
            await caller.ask("create_lesson", title="Mine", venture_id=venture)
        with pytest.raises(NotFound):
            await caller.ask("add_lesson_risk", lesson_id=common, risk_id=risk)
    for name, given in (
        ("create_lesson", {"title": "For all"}),
        ("update_lesson", {"id": common, "title": "Mine"}),
        ("archive_lesson", {"id": common}),
    ):
        with pytest.raises(Forbidden):
            await elsewhere.ask(name, **given)


async def test_what_is_wrong_is_refused(owner: Register) -> None:
    for given, path in (
        ({"category": "astral"}, ("category",)),
        ({"sub_type": "data_privacy"}, ("sub_type",)),
        ({"category": "market", "sub_type": "data_privacy"}, ("sub_type",)),
        ({"learned_on": "2199-01-01"}, ("learned_on",)),
    ):
        with pytest.raises(Invalid) as refused:
            await owner.ask("create_lesson", title="T", **given)
        assert refused.value.problems[0].path == path

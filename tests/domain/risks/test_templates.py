"""Templates of risks: whole in both languages, and applied in one command."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from domain.indicators.tables import Indicator, IndicatorStatus
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.runtime import Runtime
from domain.risks.defaults import CATEGORIES
from domain.risks.responding import RESPONSES_TO
from domain.risks.tables import Action, Response, Risk, RiskKind
from domain.risks.templates.catalogue import TEMPLATES
from domain.risks.templates.template import LOWER, Template, Text
from domain.risks.templates.usual import TO_OPPORTUNITIES, TO_THREATS
from tests.conftest import TestTenant, make_tenant
from tests.domain.register import Register

CHINESE = re.compile("[\u4e00-\u9fff]")


def texts(template: Template) -> list[Text]:
    found = [template.title, template.cause, template.event, template.effect]
    found += [text for usual in template.responses for text in (usual.title, *usual.actions)]
    return found + [gauge.name for gauge in template.indicators]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_is_whole_in_both_languages(template: Template) -> None:
    for english, chinese in texts(template):
        assert english.isascii()
        assert CHINESE.search(chinese)
    assert template.category in CATEGORIES
    assert template.sub_type is None or template.sub_type in CATEGORIES[template.category][1]
    assert {usual.kind for usual in template.responses} <= set(RESPONSES_TO[template.kind])
    for gauge in template.indicators:
        warning, critical = Decimal(gauge.warning), Decimal(gauge.critical)
        assert warning > critical if gauge.direction == LOWER else warning < critical


def test_there_are_about_forty_and_every_category_has_its_own() -> None:
    assert len(TEMPLATES) >= 40
    counts = Counter(template.category for template in TEMPLATES.values())
    assert set(counts) == set(CATEGORIES)
    assert min(counts.values()) >= 9
    covered = {template.sub_type for template in TEMPLATES.values()}
    assert covered >= {sub_type for _, sub_types in CATEGORIES.values() for sub_type in sub_types}
    assert sum(template.kind is RiskKind.OPPORTUNITY for template in TEMPLATES.values()) == 2
    assert {"data_licence_lost", "evaluation_leakage", "gpu_price_rises", "key_researcher_leaves"} <= set(TEMPLATES)


def test_every_sub_type_has_its_usual_response() -> None:
    assert {code: set(responses) for code, responses in TO_THREATS.items()} == {
        code: set(sub_types) for code, (_, sub_types) in CATEGORIES.items()
    }
    assert {usual.kind for usual in TO_OPPORTUNITIES} == set(RESPONSES_TO[RiskKind.OPPORTUNITY])


async def test_templates_become_risks_with_responses_and_actions_at_once(owner: Register) -> None:
    venture = await owner.venture()
    member = owner.principal.member_id
    assert member is not None
    codes = ["data_licence_lost", "grant_call_fits"]
    await owner.ask("apply_risk_templates", venture_id=venture, codes=codes, owner_id=external_id("member", member))
    licence, grant = sorted(await owner.rows(Risk), key=lambda risk: str(risk.template))
    assert (licence.title, licence.category, licence.owner_id) == ("A data licence is lost", "legal", member)
    assert (grant.kind, grant.template) == (RiskKind.OPPORTUNITY, "grant_call_fits")
    responses = await owner.rows(Response, risk_id=licence.id)
    assert [str(response.kind) for response in responses] == ["mitigate", "transfer"]
    assert len(await owner.rows(Action, response_id=responses[0].id)) == 2
    assert len(await owner.told("risk.created")) == 2
    assert (await owner.score(external_id("risk", licence.id))).score is None


async def test_a_templates_indicators_come_with_its_risk(owner: Register) -> None:
    venture = await owner.venture()
    for _ in range(2):
        await owner.ask("apply_risk_templates", venture_id=venture, codes=["evaluation_regresses"])
    [risk] = await owner.rows(Risk)
    [indicator] = await owner.rows(Indicator, risk_id=risk.id)
    assert (indicator.name, indicator.direction) == ("Main metric on the fixed test set", "lower_is_worse")
    assert (indicator.warning, indicator.critical, indicator.interval_days) == (Decimal("0.90"), Decimal("0.87"), 7)
    [status] = await owner.rows(IndicatorStatus, indicator_id=indicator.id)
    assert status.state == "unknown"


async def test_all_of_them_can_be_applied_and_twice_is_once(owner: Register) -> None:
    venture = await owner.venture()
    for _ in range(2):
        await owner.ask("apply_risk_templates", venture_id=venture, codes=list(TEMPLATES))
    assert len(await owner.rows(Risk)) == len(TEMPLATES)


async def test_they_are_written_in_the_tenants_language(runtime: Runtime) -> None:
    chinese = Register(runtime, (await make_tenant(runtime, locale="zh-CN")).principal())
    await chinese.ask("apply_risk_templates", venture_id=await chinese.venture(), codes=["gpu_price_rises"])
    assert (await chinese.rows(Risk))[0].title == "算力价格上涨"


async def test_an_unknown_code_is_refused_where_it_stands_and_nothing_is_stored(owner: Register) -> None:
    venture = await owner.venture()
    with pytest.raises(Invalid) as refused:
        await owner.ask("apply_risk_templates", venture_id=venture, codes=["data_licence_lost", "no_such"])
    assert refused.value.problems[0].path == ("codes", 1)
    assert await owner.rows(Risk) == []


async def test_they_go_into_no_register_of_another_tenant(owner: Register, stranger: TestTenant) -> None:
    theirs = Register(owner.runtime, stranger.principal())
    venture = await theirs.venture()
    with pytest.raises(NotFound):
        await owner.ask("apply_risk_templates", venture_id=venture, codes=["data_licence_lost"])
    assert await theirs.rows(Risk, venture_id=split_id(venture)[1]) == []

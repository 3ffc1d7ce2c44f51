"""The register as screens see it: cascade, proximity, calibration, appetite, each read in one query."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.kernel.runtime import Runtime
from tests.api.graphql.conftest import Wire
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


async def read(wire: Wire, text: str, **variables: Any) -> Any:
    body = await wire.ask(text, **variables)
    assert "errors" not in body, body
    return body["data"]


async def test_a_cascade_tells_what_follows_the_nearest_first(wire: Wire, runtime: Runtime, tenant: TestTenant) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    a, b, c, d = [await caller.risk(venture, title) for title in "ABCD"]
    for one, other in ((a, b), (b, c), (a, c), (c, d)):
        await caller.ask("add_risk_cause", risk_id=one, follows_id=other)
    await caller.ask("assess_risk", risk_id=d, probability_level=5, impact_level=5)
    data = await read(
        wire,
        "query ($id: ID!) { risk(id: $id) { cascade { depth title level } effects { nodes { title } } } }",
        id=a,
    )
    steps = data["risk"]["cascade"]
    assert [(step["depth"], step["title"]) for step in steps] == [(1, "B"), (1, "C"), (2, "D")]
    assert steps[-1]["level"] == "CRITICAL"
    assert {node["title"] for node in data["risk"]["effects"]["nodes"]} == {"B", "C"}


async def test_proximity_is_the_expected_day_or_that_of_the_nearest_open_milestone(
    wire: Wire, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    today = clock.now().date()
    due = [(today + timedelta(days=days)).isoformat() for days in (9, 40)]
    milestones = [await caller.milestone(venture, f"M{day}", due_on=day) for day in due]
    risk = await caller.risk(venture, milestone_ids=milestones)
    text = "query ($id: ID!) { risk(id: $id) { proximityOn proximityDays milestoneLinks { nodes { slipLikely } } } }"
    found = (await read(wire, text, id=risk))["risk"]
    assert (found["proximityOn"], found["proximityDays"]) == (due[0], 9)
    await caller.ask("update_milestone", id=milestones[0], status="done")
    assert (await read(wire, text, id=risk))["risk"]["proximityOn"] == due[1]
    await caller.ask("update_risk", id=risk, expected_on=today.isoformat())
    assert (await read(wire, text, id=risk))["risk"]["proximityDays"] == 0
    listed = await read(
        wire, '{ risks(filter: {proximityOn: {lte: "2999-01-01"}, tagLine: {isNull: true}}) { nodes { id } } }'
    )
    assert listed["risks"]["nodes"] == [{"id": risk}]


CALIBRATION = """{ tenant { brierScore brierBasis
    calibration { level fromProbability toProbability forecasts occurred meanProbability occurredShare } }
    ventures { nodes { brierScore } } }"""


async def test_calibration_tells_how_often_a_30_percent_risk_happened(
    wire: Wire, runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    for probability, occurred in (("0.3", True), ("0.3", False), ("0.3", False), ("0.8", True)):
        risk = await caller.risk(venture)
        await caller.ask("assess_risk", risk_id=risk, probability=probability, impact_level=2)
        await caller.ask("update_risk", id=risk, status="occurred" if occurred else "closed")
    await caller.ask("update_risk", id=await caller.risk(venture), status="closed")  # without a forecast
    data = await read(wire, CALIBRATION)
    assert data["tenant"]["calibration"] == [
        {
            "level": 3,
            "fromProbability": "0.3",
            "toProbability": "0.5",
            "forecasts": 3,
            "occurred": 1,
            "meanProbability": "0.300000",
            "occurredShare": "0.333333",
        },
        {
            "level": 5,
            "fromProbability": "0.7",
            "toProbability": "1",
            "forecasts": 1,
            "occurred": 1,
            "meanProbability": "0.800000",
            "occurredShare": "1.000000",
        },
    ]
    # (0.7² + 2 × 0.3² + 0.2²) / 4; always saying a half, the base rate, would give 0.25.
    assert data["tenant"]["brierScore"] == data["ventures"]["nodes"][0]["brierScore"] == "0.177500"
    assert data["tenant"]["brierBasis"] == {
        "forecasts": 4,
        "from_levels": 0,
        "without_forecast": 1,
        "base_rate": "0.500000",
        "reference": "0.250000",
    }


async def test_a_stranger_feels_no_outcome_of_ours(
    wire: Wire, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    risk = await caller.risk(await caller.venture())
    await caller.ask("assess_risk", risk_id=risk, probability="0.3", impact_level=2)
    await caller.ask("update_risk", id=risk, status="closed")
    data = await read(wire.as_("owner", stranger), CALIBRATION)
    assert (data["tenant"]["calibration"], data["tenant"]["brierScore"]) == ([], None)


async def test_an_appetite_is_breached_by_open_threats_and_not_by_opportunities(
    wire: Wire, runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    loss = {"low": "20000", "likely": "20000", "high": "20000"}
    for kind in ("threat", "opportunity"):
        risk = await caller.risk(venture, kind=kind)
        await caller.ask("assess_risk", risk_id=risk, probability="0.55", impact=loss)
    await caller.ask("set_risk_appetite", venture_id=venture, category="legal", amount="11000")
    await caller.ask("set_risk_appetite", amount="10999.99")
    text = "{ riskAppetites { nodes { category expectedLoss isBreached } } }"
    nodes = (await read(wire, text))["riskAppetites"]["nodes"]
    assert {(node["category"], node["expectedLoss"], node["isBreached"]) for node in nodes} == {
        ("legal", "11000.00", False),
        (None, "11000.00", True),
    }


async def test_templates_are_read_in_both_languages_and_applied_in_one_mutation(
    wire: Wire, runtime: Runtime, tenant: TestTenant
) -> None:
    text = "{ tenant { riskTemplates { code kind category subType title texts responses indicators rules } } }"
    templates = (await read(wire, text))["tenant"]["riskTemplates"]
    licence = next(found for found in templates if found["code"] == "data_licence_lost")
    assert len(templates) >= 40
    assert licence["title"] == licence["texts"]["title"]["en"] == "A data licence is lost"
    assert licence["texts"]["title"]["zh-CN"] == "数据许可丧失"
    assert licence["indicators"][0]["direction"] == "lower_is_worse"
    assert "data.licence_expiry" in licence["rules"]
    venture = await Caller(runtime, tenant.principal()).venture()
    applied = await read(
        wire,
        "mutation ($input: ApplyRiskTemplatesInput!) { applyRiskTemplates(input: $input) { userErrors { message }"
        " venture { risks { nodes { title template responses { nodes { kind actions { totalCount } } } } } } } }",
        input={"ventureId": venture, "codes": ["data_licence_lost", "price_war"]},
    )
    nodes = applied["applyRiskTemplates"]["venture"]["risks"]["nodes"]
    assert {node["template"] for node in nodes} == {"data_licence_lost", "price_war"}


async def test_usual_responses_are_offered_the_fitting_one_first(
    wire: Wire, runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    risk = await caller.risk(venture, sub_type="data_privacy")
    chance = await caller.risk(venture, kind="opportunity")
    text = "query ($id: ID!) { risk(id: $id) { usualResponses { kind title } } }"
    offered = (await read(wire, text, id=risk))["risk"]["usualResponses"]
    assert [found["title"] for found in offered] == [
        "Privacy protection",
        "Compliance review",
        "Protection of intellectual property",
    ]
    offered = (await read(wire, text, id=chance))["risk"]["usualResponses"]
    assert [found["kind"] for found in offered] == ["EXPLOIT", "ENHANCE", "SHARE", "ACCEPT"]


async def test_a_saved_scale_answers_how_far_it_can_be_trusted(wire: Wire) -> None:
    text = """mutation ($input: SaveRiskScaleInput!) { saveRiskScale(input: $input) {
        riskScale { versionNumber trust } userErrors { code path message } } }"""
    good = {"probabilityBands": ["0", "0.1", "0.3", "0.5", "0.7"]}
    saved = (await read(wire, text, input=good))["saveRiskScale"]
    assert saved["riskScale"]["trust"]["money"]["inconsistent"] == 12
    falling = [["LOW", "LOW", "LOW"], ["HIGH", "HIGH", "HIGH"], ["HIGH", "MEDIUM", "HIGH"]]
    sides = {"probabilityNames": ["a", "b", "c"], "impactNames": ["x", "y", "z"]}
    bands = {"probabilityBands": ["0", "0.3", "0.6"], "moneyBands": ["0", "1", "2"], "delayBands": ["0", "1", "2"]}
    wrong = (await read(wire, text, input={"matrix": falling, **sides, **bands}))["saveRiskScale"]
    assert wrong["riskScale"] is None
    assert wrong["userErrors"][0]["path"] == ["matrix", "2", "1"]


async def test_categories_are_named_in_the_tenants_language(wire: Wire, runtime: Runtime, tenant: TestTenant) -> None:
    caller = Caller(runtime, tenant.principal())
    await caller.ask("create_risk_category", code="compute", names=[{"locale": "de", "name": "Rechenzeit"}])
    await caller.ask("update_tenant", id=f"tenant_{tenant.id.hex}", locale="zh-CN")
    nodes = (await read(wire, "{ riskCategories(first: 200) { nodes { code name } } }"))["riskCategories"]["nodes"]
    names = {node["code"]: node["name"] for node in nodes}
    assert (names["legal"], names["data_privacy"], names["compute"]) == ("法律", "数据隐私", "compute")


async def test_a_rule_is_tried_and_the_trial_is_answered(wire: Wire, runtime: Runtime, tenant: TestTenant) -> None:
    caller = Caller(runtime, tenant.principal())
    risk = await caller.risk(await caller.venture())
    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    text = "mutation ($input: TryRuleInput!) { tryRule(input: $input) { trial userErrors { message path } } }"
    found = await read(wire, text, input={"subjectType": "RISK", "expression": "risk.score > 20"})
    assert found["tryRule"]["userErrors"] == []
    assert [one["subject"]["id"] for one in found["tryRule"]["trial"]["firing"]] == [risk]
    found = await read(wire, text, input={"subjectType": "RISK", "expression": "risk.score / risk.responses > 20"})
    assert found["tryRule"]["trial"] is None and found["tryRule"]["userErrors"][0]["path"] == ["expression"]

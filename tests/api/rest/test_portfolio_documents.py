"""The portfolio as a document over REST: all ventures that the caller may see, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from domain.kernel.runtime import Runtime
from domain.reviews.shape.schema import portfolio_schema
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant
from tests.workers.test_monitor import look

SCHEMA = Draft202012Validator(portfolio_schema(), validate_formats=True)


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def _made(owner: Api, path: str, **given: Any) -> str:
    answer = await owner("POST", path, given)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_each_venture_has_its_next_key_milestone_and_gravest_risk(owner: Api, clock: SettableClock) -> None:
    day = clock.now().date()
    quarry = await _made(owner, "ventures", name="Quarry")
    helio = await _made(owner, "ventures", name="Helio")
    for title, days, key in (("Far", 90, True), ("Near", 30, True), ("Nearer", 10, False)):
        due = (day + timedelta(days=days)).isoformat()
        await _made(owner, "milestones", venture_id=helio, title=title, due_on=due, key=key, budget="500.00")
    for title, level in (("Small", 1), ("Grave", 5)):
        risk = await _made(owner, "risks", venture_id=helio, title=title, category="market")
        await _made(owner, "assessments", risk_id=risk, probability_level=level, impact_level=level)
    document = (await owner("GET", "portfolio/document")).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []
    lines = {line["id"]: line for line in document["ventures"]}
    assert list(lines) == [helio, quarry] and document["left_out"] == 0
    assert lines[helio]["next_milestone"]["title"] == "Near"
    assert (lines[helio]["top_risk"]["title"], lines[helio]["top_risk"]["level"]) == ("Grave", "critical")
    assert (lines[helio]["budget"], lines[helio]["open_risks"]) == ("1500.00", 2)
    assert lines[quarry]["next_milestone"] is None and lines[quarry]["top_risk"] is None
    assert sum(state["ventures"] for state in document["states"]) == 2
    for form in ("md", "html", "pdf"):
        answer = await owner("GET", f"portfolio/document?format={form}&locale=zh-CN")
        assert answer.status_code == 200
        assert 'filename="portfolio-' in answer.headers["content-disposition"]
    told = (await owner("GET", "portfolio/document?format=md")).text
    assert "| Helio" in told and "Near" in told and "Grave" in told and "not known" in told


async def test_there_is_nothing_of_another_tenant_in_it(owner: Api, key_of: MakeKey, stranger: TestTenant) -> None:
    other = await key_of(stranger, "owner")
    await _made(other, "ventures", name="Theirs")
    await _made(owner, "ventures", name="Ours")
    mine, theirs = (await owner("GET", "portfolio/document")).json(), (await other("GET", "portfolio/document")).json()
    assert [line["name"] for line in mine["ventures"]] == ["Ours"]
    assert [line["name"] for line in theirs["ventures"]] == ["Theirs"]
    theirs_by_us = await owner("GET", f"/v1/tenants/{other.tenant}/portfolio/document")
    assert theirs_by_us.status_code == 404


async def test_who_may_see_some_ventures_gets_these(owner: Api, key_of: MakeKey, tenant: TestTenant) -> None:
    seen = await _made(owner, "ventures", name="Seen")
    await _made(owner, "ventures", name="Hidden")
    narrow = await key_of(tenant, "viewer", venture_ids=[seen])
    document = (await narrow("GET", "portfolio/document")).json()
    assert [line["name"] for line in document["ventures"]] == ["Seen"]
    assert sum(state["ventures"] for state in document["states"]) == 1
    blind = await key_of(tenant, "viewer", scopes=["member:read"])
    assert (await blind("GET", "portfolio/document")).status_code == 403


async def test_an_empty_portfolio_is_a_document(owner: Api) -> None:
    for form in ("json", "md", "html", "pdf"):
        assert (await owner("GET", f"portfolio/document?format={form}")).status_code == 200


async def test_health_stands_with_its_reasons_the_worst_first(
    owner: Api, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await _made(owner, "ventures", name="Calm")
    venture = await _made(owner, "ventures", name="Risky")
    risk = await _made(owner, "risks", venture_id=venture, title="Grave", category="market")
    await _made(owner, "assessments", risk_id=risk, probability_level=5, impact_level=5)
    for _ in range(2):
        await look(runtime, tenant)
        clock.forward(days=4)
    await look(runtime, tenant)
    document = (await owner("GET", "portfolio/document")).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []
    assert [line["name"] for line in document["ventures"]] == ["Risky", "Calm"]
    health = document["ventures"][0]["health"]
    assert health["state"] == "off_track"
    assert {reason["dimension"] for reason in health["reasons"]} >= {"alerts"}
    told = (await owner("GET", "portfolio/document?format=md&locale=zh-CN")).text
    assert "偏离轨道" in told and "严重告警" in told and "%value" not in told

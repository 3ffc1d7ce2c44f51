"""Rules that tenants write: over indicators and milestones as over risks, and no subject spoils it for another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Invalid
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import instant_text
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import rows
from tests.workers.test_monitor import alerts, look, told


async def _rule(caller: Caller, clock: SettableClock, slug: str, subject_type: str, expression: str) -> str:
    """A rule that tells."""
    given = {"slug": slug, "title": slug, "subject_type": subject_type, "expression": expression}
    await caller.make("create_rule", **given)
    clock.forward(minutes=1)
    await caller.ask("configure_rule", code=f"custom.{slug}", shadow=False)
    clock.forward(minutes=1)
    return f"custom.{slug}"


async def _indicator(caller: Caller, **more: Any) -> str:
    given = {"name": "Churn", "direction": "higher_is_worse", "warning": "5", "critical": "9"} | more
    return external_id("indicator", await caller.make("create_indicator", **given))


async def _reading(caller: Caller, clock: SettableClock, indicator: str, value: str) -> None:
    readings = [{"at": instant_text(clock.now()), "value": value}]
    await caller.ask("record_readings", indicator_id=indicator, readings=readings)


async def test_a_rule_about_indicators_follows_their_readings(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    expression = "indicator.latest_value > indicator.warning * 1.5 && indicator.risk_level == 'critical'"
    rule = ""
    ids = []
    for one in (tenant, stranger):
        caller = Caller(runtime, one.principal())
        risk = await caller.risk(await caller.venture())
        await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
        ids.append(await _indicator(caller, risk_id=risk))
        await _reading(caller, clock, ids[-1], "8")
    caller = Caller(runtime, tenant.principal())
    rule = await _rule(caller, clock, "churning", "indicator", expression)
    await look(runtime, tenant)
    await look(runtime, stranger)
    [alert] = await alerts(runtime, tenant, rule)
    assert (alert["state"], alert["subject_type"], alert["category"]) == ("firing", "indicator", "legal")
    assert alert["subject_id"] == parse_id("indicator", ids[0])
    assert await told(runtime, tenant, rule) == ["fired"]
    assert await alerts(runtime, stranger, rule) == []

    await _reading(caller, clock, ids[0], "7")
    await look(runtime, tenant)
    assert await told(runtime, tenant, rule) == ["fired", "resolved"]


async def test_what_counts_the_days_since_a_reading_fires_when_the_day_has_come(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    indicator = await _indicator(caller, venture_id=await caller.venture())
    await _reading(caller, clock, indicator, "1")
    rule = await _rule(caller, clock, "silent", "indicator", "indicator.days_since_reading >= 3")
    await look(runtime, tenant)
    assert await alerts(runtime, tenant, rule) == []
    clock.forward(days=3)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, rule)
    assert alert["state"] == "firing"


async def test_rules_about_indicators_and_milestones_are_tried_on_the_past(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    indicator = await _indicator(caller, venture_id=venture)
    due = str((clock.now() + timedelta(days=12)).date())
    for key in (True, False):
        await caller.make("create_milestone", venture_id=venture, title="Pilot", due_on=due, key=key)
    for value in ("3", "8", "8", "3", "8"):
        await _reading(caller, clock, indicator, value)
        clock.forward(days=4)

    async def trial(subject_type: str, expression: str) -> dict[str, Any]:
        done = await caller.ask("try_rule", subject_type=subject_type, expression=expression, days=30)
        return dict(done.reports["trial"])

    high = await trial("indicator", "indicator.latest_value > 7.0 && indicator.state == 'warning'")
    assert (high["fired"], high["firing_count"]) == (2, 1)
    near = await trial("milestone", "milestone.key && milestone.days_until_due < 10")
    assert (near["fired"], near["firing_count"]) == (1, 1)


async def test_what_cannot_be_worked_out_for_one_subject_leaves_its_alert_and_tells_the_rules_health(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    risks, responses = [], []
    for title in ("One", "Other"):
        risks.append(await caller.risk(venture, title))
        await caller.ask("assess_risk", risk_id=risks[-1], probability_level=5, impact_level=5)
        made = await caller.make("add_response", risk_id=risks[-1], kind="mitigate", title="Answer")
        responses.append(external_id("response", made))
    rule = await _rule(caller, clock, "thin", "risk", "risk.score / risk.responses > 10")
    await look(runtime, tenant)
    assert [alert["state"] for alert in await alerts(runtime, tenant, rule)] == ["firing", "firing"]

    await caller.ask("archive_response", id=responses[1])
    await caller.ask("assess_risk", risk_id=risks[0], probability_level=1, impact_level=1)
    for _ in range(4):
        await look(runtime, tenant)
        clock.forward(minutes=6)
    states = {alert["subject_id"]: alert["state"] for alert in await alerts(runtime, tenant, rule)}
    assert states == {parse_id("risk", risks[0]): "resolved", parse_id("risk", risks[1]): "firing"}
    [health] = await _healths(runtime, tenant)
    assert health["error"] == f"ZeroDivisionError: division by zero in CEL expression ({risks[1]})"
    assert health["failures"] >= 3
    told = "SELECT id FROM event WHERE tenant_id = $1 AND type = 'rule.evaluation.failing'"
    assert len(await rows(runtime, tenant, told, tenant.id)) == 1

    await caller.make("add_response", risk_id=risks[1], kind="mitigate", title="Another")
    await look(runtime, tenant)
    assert await _healths(runtime, tenant) == [{"failures": 0, "error": None}]


async def _healths(runtime: Runtime, tenant: TestTenant) -> list[dict[str, Any]]:
    return await rows(runtime, tenant, "SELECT failures, error FROM rule_health WHERE tenant_id = $1", tenant.id)


@pytest.mark.parametrize(
    ("subject_type", "expression", "says"),
    [
        ("indicator", "indicator.colour == 'red'", "there is no fact indicator.colour; there are indicator.state, "),
        ("milestone", "indicator.latest_value > 1.0", "there is no indicator; facts are written milestone.<name>"),
        ("indicator", "indicator.latest_value > 1", "write the whole number with a point"),
    ],
)
async def test_a_fact_that_there_is_not_is_refused_when_the_rule_is_saved(
    runtime: Runtime, tenant: TestTenant, subject_type: str, expression: str, says: str
) -> None:
    given = {"slug": "bad", "title": "Bad", "subject_type": subject_type, "expression": expression}
    with pytest.raises(Invalid) as refusal:
        await Caller(runtime, tenant.principal()).make("create_rule", **given)
    [problem] = refusal.value.problems
    assert problem.path == ("expression",)
    assert says in problem.message
    assert await rows(runtime, tenant, "SELECT id FROM rule WHERE tenant_id = $1", tenant.id) == []


async def _of_every_chapter(caller: Caller, clock: SettableClock) -> dict[str, str]:
    """A venture with funding under way, personal data, computing time, a vacant role and an obligation. Their ids."""
    day = str((clock.now() + timedelta(days=20)).date())
    venture = {"venture_id": await caller.venture()}

    async def made(word: str, **given: Any) -> str:
        return external_id(word, await caller.make(f"create_{word}", **given))

    scans, gpus = [await made("resource", **venture, kind=kind, name=kind) for kind in ("data", "technology")]
    await made("data_source", resource_id=scans, channel="partnership", personal_data=True)
    await made("compute_pool", resource_id=gpus, accelerator="gpu", vendor="Nordic Cloud", hours_reserved="100")
    money = {"kind": "funding", "channel": "venture_capital", "title": "Seed", "currency": "USD"}
    return {
        "funding": await made("acquisition", **venture, **money, expected_amount="9000", expected_on=day),
        "data": scans,
        "compute": gpus,
        "talent": await made("role_requirement", **venture, title="Engineer", function="business", headcount=2),
        "compliance": await made("obligation", **venture, title="Vote", due_on=day),
    }


CHAPTERS = {
    "funding": ("acquisition", "acquisition.expected_amount * acquisition.likelihood < 500.0 && "
                "acquisition.days_until_expected <= 20 && acquisition.currency == 'USD'"),
    "data": ("resource", "resource.personal_data && !resource.has_basis"),
    "compute": ("resource", "resource.hours_left < 150.0 && resource.vendor.contains('Cloud')"),
    "talent": ("role_requirement", "role_requirement.vacant >= 2 && !role_requirement.is_core"),
    "compliance": ("obligation", "!obligation.has_evidence && obligation.days_until_due < 30"),
}  # fmt: skip
"""By chapter what an own rule is about, and its condition."""


async def test_rules_about_every_chapter_find_what_stands_in_the_tenants_own_rows(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    """The stranger has all of the trouble and none of the rules; then the rules, and nobody else's trouble."""
    caller, other = Caller(runtime, tenant.principal()), Caller(runtime, stranger.principal())
    there, theirs = await _of_every_chapter(caller, clock), await _of_every_chapter(other, clock)
    rules = {chapter: await _rule(caller, clock, chapter, *about) for chapter, about in CHAPTERS.items()}
    await look(runtime, tenant)
    await look(runtime, stranger)
    for chapter, rule in rules.items():
        [alert] = await alerts(runtime, tenant, rule)
        subject = CHAPTERS[chapter][0]
        found = (alert["state"], alert["subject_type"], external_id(subject, alert["subject_id"]))
        assert found == ("firing", subject, there[chapter]), chapter
        assert await alerts(runtime, stranger, rule) == []
    about = "venture.acquisitions == 1 && venture.vacant_places == 2 && venture.obligations == 1"
    tried = await other.ask("try_rule", subject_type="venture", expression=about, days=0)
    assert (tried.reports["trial"]["ventures"], tried.reports["trial"]["firing_count"]) == (1, 1), "one each, its own"
    assert not set(there.values()) & set(theirs.values())

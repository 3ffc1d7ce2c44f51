"""What a tenant says about its rules is checked, holds at once, and reaches nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import rows
from tests.workers.test_monitor import alerts, look, told

RULE = "risk.level_critical"


async def critical_risk(caller: Caller) -> tuple[str, str]:
    venture = await caller.venture()
    risk = await caller.risk(venture)
    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    return venture, risk


async def test_a_rule_switched_off_resolves_its_alerts_in_that_transaction(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    for one in (tenant, stranger):
        await critical_risk(Caller(runtime, one.principal()))
        await look(runtime, one)
    clock.forward(minutes=1)
    await Caller(runtime, tenant.principal()).ask("configure_rule", code=RULE, enabled=False)
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "rule_disabled")
    assert await told(runtime, tenant, RULE) == ["fired", "resolved"]
    [theirs] = await alerts(runtime, stranger, RULE)
    assert theirs["state"] == "firing"


async def test_what_is_archived_takes_its_alerts_with_it(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    _, risk = await critical_risk(caller)
    await look(runtime, tenant)
    clock.forward(minutes=1)
    await caller.ask("archive_risk", id=risk)
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "subject_archived")
    assert await alerts(runtime, tenant, "risk.no_owner") == [], "a pending one just goes"


@pytest.mark.parametrize(
    ("given", "path", "says"),
    [
        (
            {"code": "milestone.overdue", "parameters": [{"name": "critical", "value": 3}]},
            ("parameters", 0, "name"),
            "it has: critical_after_days",
        ),
        (
            {"code": "milestone.overdue", "parameters": [{"name": "critical_after_days", "value": 0}]},
            ("parameters", 0, "value"),
            "from 1 to 250",
        ),
        (
            {
                "code": "data.licence_expiry",
                "parameters": [{"name": "within_days", "value": 5}, {"name": "critical_within_days", "value": 6}],
            },
            ("parameters", 1, "value"),
            "must not exceed within_days",
        ),
        ({"code": "risk.unheard_of", "enabled": False}, ("code",), "no such rule"),
        ({"code": "custom.unheard_of", "enabled": False}, ("code",), "no such rule"),
    ],
)
async def test_a_setting_that_is_wrong_is_refused_at_its_place(
    runtime: Runtime, tenant: TestTenant, given: dict[str, Any], path: tuple[Any, ...], says: str
) -> None:
    with pytest.raises(DomainError) as refusal:
        await Caller(runtime, tenant.principal()).ask("configure_rule", **given)
    [problem] = refusal.value.problems
    assert problem.path == path
    assert says in problem.message
    assert await rows(runtime, tenant, "SELECT id FROM rule WHERE tenant_id = $1", tenant.id) == []


@pytest.mark.parametrize(
    "given",
    [
        {"enabled": None},
        {"hold_seconds": -1},
        {"hold_seconds": 31_536_001},
        {"severity": "fatal"},
        {"parameters": [{"name": "critical_after_days", "value": True}]},
        {"parameters": [{"name": "critical_after_days", "value": 1.5}]},
        {"parameters": [{"name": "x", "value": 1}] * 21},
    ],
)
def test_a_setting_of_the_wrong_type_or_size_never_gets_that_far(given: dict[str, Any]) -> None:
    from domain.risks.ruling import ConfigureRule

    with pytest.raises(ValidationError):
        ConfigureRule.model_validate({"code": RULE} | given)


async def test_parameters_hold_at_once_and_null_brings_the_default_back(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    await caller.milestone(venture, due_on="2026-01-05", start_on="2026-01-01")
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "milestone.overdue")
    assert alert["severity"] == "critical"
    for value, severity in ((250, "warning"), (None, "critical")):
        clock.forward(minutes=1)
        change = [{"name": "critical_after_days", "value": value}]
        await caller.ask("configure_rule", code="milestone.overdue", parameters=change)
        await look(runtime, tenant)
        [alert] = await alerts(runtime, tenant, "milestone.overdue")
        assert alert["severity"] == severity
    assert await told(runtime, tenant, "milestone.overdue") == ["fired"], "it never rose above its peak"
    with pytest.raises(Conflict):
        await caller.ask("configure_rule", code="milestone.overdue", enabled=False, expected_version=1)


async def test_a_rule_in_shadow_lives_and_tells_nobody_until_it_is_let_out(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    await caller.ask("configure_rule", code=RULE, shadow=True)
    await critical_risk(caller)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["withheld"], alert["told_state"]) == ("firing", "shadow", None)
    assert await told(runtime, tenant, RULE) == []
    clock.forward(days=14)
    await caller.ask("configure_rule", code=RULE, shadow=False)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired"]


async def test_a_rule_of_the_tenants_own_begins_in_shadow_and_fires_once_let_out(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    await critical_risk(caller)
    await critical_risk(Caller(runtime, stranger.principal()))
    made = await caller.make(
        "create_rule",
        slug="grave",
        title="Grave {title}",
        subject_type="risk",
        expression="risk.score >= 20 && !risk.has_owner",
        severity="critical",
        advice="Call {everybody}.",
    )
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "custom.grave")
    assert (alert["withheld"], alert["severity"]) == ("shadow", "critical")
    clock.forward(minutes=1)
    await caller.ask("configure_rule", code="custom.grave", shadow=False)
    await look(runtime, tenant)
    await look(runtime, stranger)
    assert await told(runtime, tenant, "custom.grave") == ["fired"]
    assert await alerts(runtime, stranger, "custom.grave") == []
    [event] = await rows(
        runtime,
        tenant,
        "SELECT data ->> 'summary' AS summary, data ->> 'advice' AS advice, data ->> 'evidence' AS evidence "
        "FROM event WHERE tenant_id = $1 AND data ->> 'rule' = 'custom.grave'",
        tenant.id,
    )
    assert event["summary"].startswith("Grave {title}: “Licence lost”, since ")
    assert event["advice"] == "Call {everybody}."
    assert '"score": 25' in event["evidence"]

    clock.forward(minutes=1)
    await caller.ask("update_rule", id=external_id("rule", made), expression="risk.score > 25")
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, "custom.grave")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "rule_changed")


async def test_a_rule_of_the_tenants_own_is_taken_away_with_its_alerts(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    await critical_risk(caller)
    given = {"slug": "any", "title": "Any", "subject_type": "risk", "expression": "risk.score > 0"}
    made = await caller.make("create_rule", **given)
    await look(runtime, tenant)
    with pytest.raises(Conflict):
        await caller.make("create_rule", **given)
    clock.forward(minutes=1)
    await caller.ask("archive_rule", id=external_id("rule", made))
    [alert] = await alerts(runtime, tenant, "custom.any")
    assert (alert["state"], alert["resolved_reason"]) == ("resolved", "rule_disabled")
    await look(runtime, tenant)
    assert len(await alerts(runtime, tenant, "custom.any")) == 1


async def test_an_expression_that_is_wrong_is_refused_at_its_place_and_nothing_is_stored(
    runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    given = {"slug": "bad", "title": "Bad", "subject_type": "risk"}
    with pytest.raises(Invalid) as refusal:
        await caller.make("create_rule", **given, expression="risk.colour == 'red'")
    [problem] = refusal.value.problems
    assert problem.path == ("expression",)
    assert problem.message.startswith("at character 6: there is no fact risk.colour; there are risk.status")
    assert await rows(runtime, tenant, "SELECT id FROM rule WHERE tenant_id = $1", tenant.id) == []


async def test_a_setting_of_another_tenant_is_not_there(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    given = {"slug": "own", "title": "Own", "subject_type": "risk", "expression": "risk.score > 0"}
    theirs = external_id("rule", await Caller(runtime, stranger.principal()).make("create_rule", **given))
    caller = Caller(runtime, tenant.principal())
    for command, more in (("update_rule", {"title": "Mine"}), ("archive_rule", {})):
        with pytest.raises(NotFound):
            await caller.ask(command, id=theirs, **more)
    with pytest.raises(NotFound):
        await caller.ask("configure_rule", code="custom.own", enabled=False)


async def test_who_is_restricted_to_some_ventures_sets_no_rules_for_all(runtime: Runtime, tenant: TestTenant) -> None:
    caller = Caller(runtime, tenant.principal())
    await critical_risk(caller)
    await look(runtime, tenant)
    own = {"slug": "own", "title": "Own", "subject_type": "risk", "expression": "risk.score > 1"}
    rule = external_id("rule", await caller.make("create_rule", **own))
    other = parse_id("venture", await caller.venture("Other"))
    limited = Caller(runtime, tenant.principal(Role.MANAGER, venture_ids=frozenset({other})))
    for name, given in (
        ("configure_rule", {"code": RULE, "enabled": False}),
        ("create_rule", own | {"slug": "another"}),
        ("update_rule", {"id": rule, "title": "Theirs"}),
        ("archive_rule", {"id": rule}),
        ("set_escalation_policy", {"after_hours": 2_000}),
    ):
        with pytest.raises(Forbidden):
            await limited.ask(name, **given)
    [alert] = await alerts(runtime, tenant, RULE)
    assert alert["state"] == "firing"

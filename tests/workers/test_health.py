"""The monitor keeps the health of ventures, tells each change once, and members may say otherwise for a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import instant_text
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.workers.conftest import relay_all, rows, write
from workers.money import work_out_money
from workers.monitor import monitor

TODAY = datetime(2026, 10, 16, 9, tzinfo=UTC)
ASKED = """{ ventures { nodes { healthState
  health { state computedState since improvingSince overrideState overrideReason overrideUntil
    reasons { dimension state rule value limit subject text } }
  healthChanges { nodes { state formerState computedState cause reasons { rule } } }
  nextKeyMilestone { title } topRisk { title } runway { months } } } }"""
EVENTS = "SELECT data FROM event WHERE tenant_id = $1 AND type = 'venture.health_changed' ORDER BY id"


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> Caller:
    """The tenant's owner."""
    clock.set(TODAY)
    return Caller(runtime, tenant.principal())


async def _look(runtime: Runtime, tenant: TestTenant) -> None:
    await relay_all(runtime, tenant)
    while await work_out_money(runtime, tenant.id):
        pass
    while await monitor(runtime, tenant.id):
        await relay_all(runtime, tenant)


async def _read(runtime: Runtime, principal: Principal) -> Any:
    return (await Reader(runtime, Engine(runtime), principal)(ASKED))["ventures"]["nodes"]


async def _told(runtime: Runtime, tenant: TestTenant) -> list[tuple[str, str, str]]:
    found = await rows(runtime, tenant, EVENTS, tenant.id)
    data = [row["data"] for row in found]
    return [(one["former_state"], one["state"], one["cause"]) for one in data]


async def _funded(caller: Caller, cash: str = "1000") -> str:
    """A venture that spends 100 a month."""
    await caller.ask("configure_rule", code="funding.raise_too_late", enabled=False)  # its alert is another reason
    venture = await caller.venture()
    for day in ("2026-07-05", "2026-08-05", "2026-09-05"):
        await caller.make("create_cost", venture_id=venture, amount="100", spent_on=day)
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-09-30", amount=cash)
    return venture


async def _forecast(runtime: Runtime, tenant: TestTenant, caller: Caller, venture: str, p50: str, p80: str) -> str:
    """A key milestone of 60 working days, due on a Friday, with a forecast as a worker keeps it."""
    milestone = await caller.milestone(venture, "Release", key=True, start_on="2026-09-14", due_on="2026-12-04")
    await write(
        runtime,
        tenant,
        """INSERT INTO forecast (tenant_id, milestone_id, venture_id, inputs_hash, seed, draws, duration_ms, status_on,
            p50_on, p80_on, is_critical, histogram, drivers, missing, libraries, computed_at)
        VALUES (:tenant, :milestone, :venture, 'x', 1, 1, 1, '2026-10-16', CAST(:p50 AS date), CAST(:p80 AS date), true,
            '[]', '[]', '[]', '{}', :now)""",
        milestone=parse_id("milestone", milestone),
        venture=parse_id("venture", venture),
        p50=datetime.fromisoformat(p50).date(),
        p80=datetime.fromisoformat(p80).date(),
        now=TODAY,
    )
    return milestone


async def test_a_venture_of_which_little_is_known_is_unknown_and_nothing_is_told(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller
) -> None:
    venture = await caller.venture()
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert (found["healthState"], found["health"]["computedState"]) == ("UNKNOWN", "UNKNOWN")
    assert [reason["rule"] for reason in found["health"]["reasons"]] == ["no_key_milestone", "no_runway"]
    assert found["healthChanges"]["nodes"] == []
    assert await _told(runtime, tenant) == []
    assert await _read(runtime, stranger.principal()) == []
    elsewhere = replace(caller.principal, venture_ids=frozenset({parse_id("venture", venture)}))
    assert len(await _read(runtime, elsewhere)) == 1
    assert await _read(runtime, replace(caller.principal, venture_ids=frozenset())) == []


async def test_worse_is_shown_and_told_at_once_and_better_after_a_day(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _funded(caller)
    milestone = await _forecast(runtime, tenant, caller, venture, "2026-12-01", "2026-12-04")
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert (found["healthState"], found["health"]["reasons"]) == ("ON_TRACK", [])
    assert (found["nextKeyMilestone"]["title"], found["runway"]["months"]) == ("Release", "10.000000000000")

    clock.forward(hours=1)
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-10-15", amount="250")
    await caller.ask("update_milestone", id=milestone, due_on="2026-12-03")
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["healthState"] == "OFF_TRACK"
    assert [(reason["rule"], reason["value"], reason["limit"]) for reason in found["health"]["reasons"]] == [
        ("p80_late", "1", "0"), ("runway_short", "2.50", "3"),
    ]  # fmt: skip
    assert found["health"]["reasons"][1]["text"] == "The cash lasts for 2.50 months, under 3."
    assert await _told(runtime, tenant) == [("on_track", "off_track", "computed")]

    clock.forward(hours=1)
    await caller.make("create_cash_balance", venture_id=venture, balance_on="2026-10-16", amount="900")
    await caller.ask("update_milestone", id=milestone, due_on="2026-12-04")
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert (found["healthState"], found["health"]["improvingSince"] is not None) == ("OFF_TRACK", True)
    clock.forward(hours=24)
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["healthState"] == "ON_TRACK"
    assert [change["state"] for change in found["healthChanges"]["nodes"]] == ["ON_TRACK", "OFF_TRACK"]
    assert len(await _told(runtime, tenant)) == 2
    then = (await Reader(runtime, Engine(runtime), caller.principal)(
        '{ ventures(asOf: "-PT2H") { nodes { healthState } } }'))["ventures"]["nodes"]  # fmt: skip
    assert then == [{"healthState": "OFF_TRACK"}]


async def test_a_critical_alert_that_nobody_takes_grows_into_a_red(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _funded(caller)
    await _forecast(runtime, tenant, caller, venture, "2026-12-01", "2026-12-04")
    risk = await caller.risk(venture)
    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    await caller.ask("create_silence", rule="risk.level_critical", until=instant_text(TODAY + timedelta(days=30)),
                     reason="On holiday")  # fmt: skip
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert (found["healthState"], found["topRisk"]["title"]) == ("AT_RISK", "Licence lost")
    (reason,) = [one for one in found["health"]["reasons"] if one["rule"] == "alert_critical"]
    assert reason["subject"].startswith("alert_")
    (due,) = await rows(runtime, tenant, "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'monitor'", tenant.id)
    assert due["due"] <= TODAY + timedelta(days=3, seconds=2)
    clock.forward(days=3, seconds=1)
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["healthState"] == "OFF_TRACK", "a silence is about sending"
    assert "alert_unanswered" in [one["rule"] for one in found["health"]["reasons"]]
    alert = next(one["subject"] for one in found["health"]["reasons"] if one["rule"] == "alert_unanswered")
    await caller.ask("acknowledge_alert", alert_id=alert)
    await _look(runtime, tenant)
    clock.forward(days=1)
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert found["healthState"] == "AT_RISK"
    clock.forward(days=11)
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert "alert_old" in [one["rule"] for one in found["health"]["reasons"]], "whatever was clicked"


async def test_a_member_says_otherwise_for_a_time(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture = await _funded(caller, cash="100")
    await _look(runtime, tenant)
    with pytest.raises(Invalid) as refused:
        await caller.ask("override_health", venture_id=venture, state="on_track", reason="All is well.")
    assert "at least 20 characters" in str(refused.value)
    reason = "The round has closed; the money comes on Monday."
    await caller.ask("override_health", venture_id=venture, state="on_track", reason=reason)
    (found,) = await _read(runtime, caller.principal)
    health = found["health"]
    assert (found["healthState"], health["state"], health["computedState"]) == ("ON_TRACK", "ON_TRACK", "OFF_TRACK")
    assert (health["overrideReason"], health["overrideUntil"]) == (reason, "2026-10-23T09:00:00.000000Z")
    assert [one["rule"] for one in health["reasons"]] == ["runway_short"], "the facts stay beside"
    (audit,) = await rows(
        runtime,
        tenant,
        "SELECT action FROM audit_entry WHERE tenant_id = $1 AND action LIKE 'venture.health%'",
        tenant.id,
    )
    assert audit["action"] == "venture.health_overridden"
    await _look(runtime, tenant)
    clock.forward(days=6, hours=23)
    await _look(runtime, tenant)
    assert (await _read(runtime, caller.principal))[0]["healthState"] == "ON_TRACK"
    clock.forward(hours=1)
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert (found["healthState"], found["health"]["overrideState"]) == ("OFF_TRACK", None)
    assert await _told(runtime, tenant) == [
        ("off_track", "on_track", "overridden"), ("on_track", "off_track", "override_ended"),
    ]  # fmt: skip


async def test_an_override_can_be_taken_back_and_knows_its_limits(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller
) -> None:
    venture = await _funded(caller)
    given = {"venture_id": venture, "state": "at_risk", "reason": "A key person is ill."}
    for wrong, field in (
        ({"until": instant_text(TODAY)}, "until"),
        ({"until": instant_text(TODAY + timedelta(days=7, seconds=1))}, "until"),
        ({"state": "unknown"}, "state"),
        ({"state": "not_applicable"}, "state"),
    ):
        with pytest.raises(Invalid) as refused:
            await caller.ask("override_health", **given | wrong)
        assert refused.value.problems[0].path == (field,)
    await caller.ask("override_health", **given)
    assert (await _read(runtime, caller.principal))[0]["healthState"] == "AT_RISK", "before any look of the monitor"
    for _ in range(2):
        await caller.ask("end_health_override", venture_id=venture)
    (found,) = await _read(runtime, caller.principal)
    assert found["healthState"] == "UNKNOWN"
    theirs = Caller(runtime, stranger.principal())
    for command, more in (("override_health", given), ("end_health_override", {"venture_id": venture})):
        with pytest.raises(NotFound):
            await theirs.ask(command, **more)
    await caller.ask("update_venture", id=venture, stage="closing")
    with pytest.raises(InvalidState):
        await caller.ask("override_health", **given)
    await _look(runtime, tenant)
    assert (await _read(runtime, caller.principal))[0]["healthState"] == "NOT_APPLICABLE"


async def test_reasons_are_told_in_the_tenants_language(runtime: Runtime, clock: SettableClock) -> None:
    clock.set(TODAY)
    tenant = await make_tenant(runtime, locale="zh-CN")
    caller = Caller(runtime, tenant.principal())
    await _funded(caller, cash="200")
    await _look(runtime, tenant)
    (found,) = await _read(runtime, caller.principal)
    assert [one["text"] for one in found["health"]["reasons"]] == ["现金可维持 2.00 个月，不足 3 个月。"]


async def test_a_portfolio_is_counted_and_weighed_by_budget_in_one_query(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    poor = await _funded(caller, cash="100")
    await caller.milestone(poor, budget="300", due_on="2026-12-31")
    rich = external_id("venture", await caller.make("create_venture", name="Other"))
    await caller.milestone(rich, budget="700", due_on="2026-12-31")
    await _look(runtime, tenant)
    asked = """{ ventures { aggregate(groupBy: [HEALTH_STATE]) { keys { healthState } count sum { budget } } }
        tenant { healthShares { state ventures budget share } } }"""
    reader = Reader(runtime, Engine(runtime), caller.principal)
    found = await reader(asked)
    groups = {group["keys"]["healthState"]: group for group in found["ventures"]["aggregate"]}
    assert {state: (group["count"], group["sum"]["budget"]) for state, group in groups.items()} == {
        "OFF_TRACK": (1, "300.00"), "UNKNOWN": (1, "700.00"),
    }  # fmt: skip
    assert found["tenant"]["healthShares"] == [
        {"state": "OFF_TRACK", "ventures": 1, "budget": "300.00", "share": "0.300000"},
        {"state": "UNKNOWN", "ventures": 1, "budget": "700.00", "share": "0.700000"},
    ]
    restricted = replace(caller.principal, venture_ids=frozenset({parse_id("venture", rich)}))
    found = await Reader(runtime, Engine(runtime), restricted)(asked)
    assert [one["state"] for one in found["tenant"]["healthShares"]] == ["UNKNOWN"]

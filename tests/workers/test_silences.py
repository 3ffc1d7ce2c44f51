"""Silences, snoozes and acknowledgements end by themselves, by a due time; patience is the tenant's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.kernel.errors import Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.rule_tables import Silence
from domain.risks.silencing import MOST
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act, rows
from tests.workers.test_monitor import alerts, look, told
from tests.workers.test_rule_settings import RULE, critical_risk
from workers.acceptances import tend_acceptances
from workers.monitor import monitor


def at(clock: SettableClock, **span: float) -> str:
    return (clock.now() + timedelta(**span)).isoformat()


@pytest.mark.parametrize(
    "matcher", [{}, {"rule": RULE}, {"category": "risk"}, {"category": "legal"}, {"severity_at_most": "critical"}]
)
async def test_a_silence_withholds_and_what_still_fires_is_told_when_it_ends(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, matcher: dict[str, str]
) -> None:
    caller = Caller(runtime, tenant.principal())
    await caller.make("create_silence", until=at(clock, minutes=30), reason="Maintenance", **matcher)
    await critical_risk(caller)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["withheld"]) == ("firing", "silenced")
    assert await told(runtime, tenant, RULE) == []
    [due] = await rows(runtime, tenant, "SELECT due FROM work WHERE tenant_id = $1 AND kind = 'monitor'", tenant.id)
    assert due["due"] <= clock.now() + timedelta(minutes=30)
    fired_at = alert["fired_at"]
    clock.forward(minutes=30)
    assert await monitor(runtime, tenant.id) == 1
    assert await told(runtime, tenant, RULE) == ["fired"]
    [alert] = await alerts(runtime, tenant, RULE)
    assert alert["fired_at"] == fired_at


@pytest.mark.parametrize(
    "matcher", [{"rule": "risk.no_owner"}, {"category": "market"}, {"severity_at_most": "warning"}]
)
async def test_a_silence_of_something_else_withholds_nothing(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, matcher: dict[str, str]
) -> None:
    caller = Caller(runtime, tenant.principal())
    other = await caller.venture("Other")
    await caller.make("create_silence", until=at(clock, hours=1), reason="r", **matcher)
    await caller.make("create_silence", until=at(clock, hours=1), reason="r", venture_id=other)
    await critical_risk(caller)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired"]


async def test_a_silence_ended_early_tells_at_once_and_another_tenants_changes_nothing(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    caller, other = Caller(runtime, tenant.principal()), Caller(runtime, stranger.principal())
    silence = external_id("silence", await caller.make("create_silence", until=at(clock, days=1), reason="r"))
    for one in (caller, other):
        await critical_risk(one)
    await look(runtime, tenant)
    await look(runtime, stranger)
    assert await told(runtime, stranger, RULE) == ["fired"]
    with pytest.raises(NotFound):
        await other.ask("end_silence", silence_id=silence)
    clock.forward(minutes=5)
    await caller.ask("end_silence", silence_id=silence)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired"]


async def test_what_was_told_is_resolved_through_a_silence_and_what_was_not_never_is(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    _, risk = await critical_risk(caller)
    await look(runtime, tenant)
    clock.forward(minutes=1)
    await caller.make("create_silence", until=at(clock, days=1), reason="r")
    for level in (1, 5, 1):
        clock.forward(minutes=1)
        await caller.ask("assess_risk", risk_id=risk, probability_level=level, impact_level=level)
        await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired", "resolved"]
    assert [alert["told_state"] for alert in await alerts(runtime, tenant, RULE)] == ["resolved", None]


@pytest.mark.parametrize(
    ("given", "path", "says"),
    [
        ({"until": {"minutes": -1}}, "until", "must lie after now"),
        ({"until": {"minutes": 0}}, "until", "must lie after now"),
        ({"starts_at": {"hours": 2}, "until": {"hours": 1}}, "until", "must lie after it begins"),
        ({"until": {"days": 367}}, "until", "within 366 days"),
        ({"until": {"hours": 1}, "rule": "risk.unheard_of"}, "rule", "there is no rule"),
    ],
)
async def test_a_silence_that_makes_no_sense_is_refused_and_nothing_is_stored(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, given: dict[str, Any], path: str, says: str
) -> None:
    sent = {name: at(clock, **value) if isinstance(value, dict) else value for name, value in given.items()}
    with pytest.raises(Invalid) as refusal:
        await Caller(runtime, tenant.principal()).make("create_silence", reason="r", **sent)
    [problem] = refusal.value.problems
    assert problem.path == (path,)
    assert says in problem.message
    assert await rows(runtime, tenant, "SELECT id FROM silence WHERE tenant_id = $1", tenant.id) == []


async def test_who_is_restricted_to_some_ventures_silences_only_those(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    venture = await Caller(runtime, tenant.principal()).venture()
    from domain.kernel.ids import parse_id

    limited = Caller(runtime, tenant.principal(Role.CONTRIBUTOR, venture_ids=frozenset({parse_id("venture", venture)})))
    with pytest.raises(Invalid):
        await limited.make("create_silence", until=at(clock, hours=1), reason="r")
    await limited.make("create_silence", until=at(clock, hours=1), reason="r", venture_id=venture)


async def test_a_snooze_is_of_one_alert(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> None:
    caller = Caller(runtime, tenant.principal())
    venture, risk = await critical_risk(caller)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    done = await caller.ask(
        "snooze_alert", alert_id=external_id("alert", alert["id"]), until=at(clock, days=1), reason="Friday"
    )
    [silence] = await rows(runtime, tenant, "SELECT * FROM silence WHERE tenant_id = $1", tenant.id)
    assert (silence["id"], silence["rule"], silence["subject"]) == (done.ids["silence"], RULE, risk)
    other = await caller.risk(venture, "Another")
    clock.forward(minutes=1)
    await caller.ask("assess_risk", risk_id=other, probability_level=5, impact_level=5)
    clock.forward(hours=5)
    await look(runtime, tenant)
    withheld = {row["withheld"] for row in await alerts(runtime, tenant, RULE)}
    assert withheld == {"silenced", None}
    assert await told(runtime, tenant, RULE) == ["fired", "fired"], "four hours have passed unescalated"


async def test_an_acknowledgement_lapses_at_its_limit_and_patience_begins_anew(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    await critical_risk(caller)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    id = external_id("alert", alert["id"])
    with pytest.raises(Invalid):
        await caller.ask("acknowledge_alert", alert_id=id, until=at(clock, minutes=-1))
    clock.forward(hours=1)
    await caller.ask("acknowledge_alert", alert_id=id, until=at(clock, hours=10), note="On it")
    await look(runtime, tenant)
    clock.forward(hours=10)
    assert await monitor(runtime, tenant.id) == 1
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["acknowledged_at"], alert["acknowledgement_note"]) == (None, None)
    assert alert["escalate_at"] == clock.now() + timedelta(hours=4)
    clock.forward(hours=4)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired", "acknowledged", "escalated"]
    steps = await rows(
        runtime,
        tenant,
        "SELECT transition, reason, actor_id, evidence::text AS evidence FROM alert_transition "
        "WHERE tenant_id = $1 AND alert_id = $2 ORDER BY at, id",
        tenant.id,
        alert["id"],
    )
    assert [(step["transition"], step["reason"]) for step in steps] == [
        ("fired", None),
        ("acknowledged", None),
        ("unacknowledged", "lapsed"),
        ("escalated", "owner"),
    ]
    assert [step["actor_id"] for step in steps] == [None, tenant.members[Role.OWNER], None, None]
    assert all('"level": "critical"' in step["evidence"] for step in steps)


async def test_an_alert_given_back_is_escalated_again(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    await critical_risk(caller)
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    id = external_id("alert", alert["id"])
    await caller.ask("acknowledge_alert", alert_id=id)
    clock.forward(hours=7)
    await caller.ask("unacknowledge_alert", alert_id=id)
    await caller.ask("unacknowledge_alert", alert_id=id)
    clock.forward(hours=4)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired", "acknowledged", "escalated"]


async def test_patience_and_reminders_are_the_tenants(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    with pytest.raises(Invalid) as refusal:
        await caller.ask("set_escalation_policy", after_hours=2, after_critical_hours=3)
    assert refusal.value.problems[0].path == ("after_critical_hours",)
    await caller.ask("set_escalation_policy", after_critical_hours=1, reminder_days=1)
    await critical_risk(caller)
    await look(runtime, tenant)
    for _ in range(4):
        clock.forward(hours=1)
        await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired", "escalated", "escalated"]
    clock.forward(hours=20)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired", "escalated", "escalated", "reminder"]
    levels = await rows(
        runtime,
        tenant,
        "SELECT data ->> 'level' AS level FROM event "
        "WHERE tenant_id = $1 AND type = 'risk.alert.escalated' ORDER BY id",
        tenant.id,
    )
    assert [row["level"] for row in levels] == ["owner", "admins"]


async def test_an_approved_acceptance_withholds_until_its_last_day_is_over(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller, manager = Caller(runtime, tenant.principal()), Caller(runtime, tenant.principal(Role.MANAGER))
    _, risk = await critical_risk(caller)
    last = clock.now().date() + timedelta(days=3)
    asked = await caller.make("request_acceptance", risk_id=risk, expires_on=last.isoformat(), reason="The pilot ends")
    await manager.ask("approve_acceptance", acceptance_id=external_id("acceptance", asked))
    await look(runtime, tenant)
    [alert] = await alerts(runtime, tenant, RULE)
    assert (alert["state"], alert["withheld"]) == ("firing", "accepted")
    clock.forward(minutes=1)
    await manager.ask("acknowledge_alert", alert_id=external_id("alert", alert["id"]))
    await manager.ask("unacknowledge_alert", alert_id=external_id("alert", alert["id"]))
    assert await told(runtime, tenant, RULE) == []
    clock.forward(days=4)
    await tend_acceptances(runtime, tenant.id)
    await look(runtime, tenant)
    assert await told(runtime, tenant, RULE) == ["fired"]


async def test_a_contributor_silences_a_venture_but_not_the_tenant_and_ends_what_is_its_own(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    owner, contributor = Caller(runtime, tenant.principal()), Caller(runtime, tenant.principal("contributor"))
    venture = await owner.venture()
    with pytest.raises(Forbidden, match="rule:write"):
        await contributor.make("create_silence", until=at(clock, hours=1), reason="r")
    mine = await contributor.make("create_silence", until=at(clock, hours=1), reason="r", venture_id=venture)
    await contributor.ask("end_silence", silence_id=external_id("silence", mine))
    theirs = await owner.make("create_silence", until=at(clock, hours=1), reason="r", venture_id=venture)
    with pytest.raises(Forbidden, match="rule:write"):
        await contributor.ask("end_silence", silence_id=external_id("silence", theirs))


async def test_a_venture_full_of_silences_leaves_room_for_others_and_for_all_together(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    full, other = await caller.venture("Full"), await caller.venture("Other")

    async def fill(work: Work) -> None:
        for _ in range(MOST):
            until = clock.now() + timedelta(days=1)
            work.new(Silence, venture_id=split_id(full)[1], starts_at=work.now, ends_at=until, reason="r")

    await act(runtime, tenant, fill)
    wanted = {"until": at(clock, hours=1), "reason": "One more"}
    with pytest.raises(Invalid, match="of this venture"):
        await caller.make("create_silence", venture_id=full, **wanted)
    await caller.make("create_silence", venture_id=other, **wanted)
    await caller.make("create_silence", **wanted)
    clock.forward(days=1)
    await caller.make("create_silence", venture_id=full, until=at(clock, hours=1), reason="There is room again")

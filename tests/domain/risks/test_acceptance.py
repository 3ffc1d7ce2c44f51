"""A risk is borne for a time: two people decide it, it warns, and it ends by itself at the zone's midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.kernel.errors import Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.risks.acceptance import due_warning, has_lapsed, next_step
from domain.risks.acceptance_tables import Acceptance, AcceptanceState
from domain.risks.tables import Risk, RiskStatus
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.register import Register
from workers.acceptances import tend_acceptances

SHANGHAI = ZoneInfo("Asia/Shanghai")
LAST = date(2027, 3, 31)


def days_before(days: int) -> date:
    return LAST - timedelta(days=days)


@pytest.mark.parametrize(
    ("left", "warned", "due"),
    [
        (31, None, None),
        (30, None, 30),
        (29, 30, None),
        (8, 30, None),
        (7, 30, 7),
        (1, 7, 1),
        (0, 1, None),
        (5, None, 7),
        (5, 7, None),
        (-1, 1, None),
    ],
)
def test_it_warns_30_7_and_1_days_before_each_once(left: int, warned: int | None, due: int | None) -> None:
    assert due_warning(LAST, warned, days_before(left)) == due


def test_it_holds_through_its_last_day_and_lapses_at_the_zones_midnight() -> None:
    assert not has_lapsed(LAST, LAST)
    assert has_lapsed(LAST, days_before(-1))
    assert next_step(LAST, days_before(40), SHANGHAI) == datetime(2027, 2, 28, 16, tzinfo=UTC)  # 1 March, 30 before
    assert next_step(LAST, LAST, SHANGHAI) == datetime(2027, 3, 31, 16, tzinfo=UTC)


async def requested(who: Register, risk: str, days: int, clock: SettableClock, **more: Any) -> str:
    expires_on = (clock.now() + timedelta(days=days)).date().isoformat()
    made = await who.make("request_acceptance", risk_id=risk, expires_on=expires_on, reason="The pilot ends first.")
    return external_id("acceptance", made)


async def test_one_person_asks_and_another_approves(
    owner: Register, manager: Register, contributor: Register, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    acceptance = await requested(manager, risk, 60, clock)
    assert (await owner.row(Risk, risk)).status is RiskStatus.OPEN
    with pytest.raises(Invalid, match="another person") as own:
        await manager.ask("approve_acceptance", acceptance_id=acceptance)
    assert own.value.problems[0].path == ("acceptance_id",)
    assert (await owner.row(Acceptance, acceptance)).state is AcceptanceState.REQUESTED
    await owner.ask("approve_acceptance", acceptance_id=acceptance, note="Until the pilot is over.")
    row = await owner.row(Acceptance, acceptance)
    assert (row.state, row.requested_by, row.approved_by) == (
        AcceptanceState.APPROVED,
        manager.principal.member_id,
        owner.principal.member_id,
    )
    assert (await owner.row(Risk, risk)).status is RiskStatus.ACCEPTED
    with pytest.raises(InvalidState):
        await owner.ask("approve_acceptance", acceptance_id=acceptance)


async def test_a_key_of_ones_own_is_no_second_person(owner: Register, tenant: TestTenant, clock: SettableClock) -> None:
    risk = await owner.risk(await owner.venture())
    acceptance = await requested(owner, risk, 60, clock)
    member = owner.principal.member_id
    key = Principal(tenant.id, ActorKind.API_KEY, Role.OWNER, tenant.id, member)
    with pytest.raises(Invalid, match="another person"):
        await Register(owner.runtime, key).ask("approve_acceptance", acceptance_id=acceptance)
    nobody = Principal(tenant.id, ActorKind.API_KEY, Role.OWNER, tenant.id, None)
    with pytest.raises(Forbidden):
        await Register(owner.runtime, nobody).ask("approve_acceptance", acceptance_id=acceptance)


async def test_an_expiry_is_today_at_the_earliest_and_three_years_away_at_most(
    owner: Register, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    for days in (-2, 1_200):
        with pytest.raises(Invalid) as refused:
            await requested(owner, risk, days, clock)
        assert refused.value.problems[0].path == ("expires_on",)
    assert await owner.rows(Acceptance) == []


async def test_it_warns_and_lapses_by_itself_and_opens_the_risk_again(runtime: Runtime, clock: SettableClock) -> None:
    clock.set(datetime(2027, 1, 10, 3, tzinfo=UTC))
    tenant = await make_tenant(runtime, time_zone="Asia/Shanghai")
    owner, manager = (Register(runtime, tenant.principal(role)) for role in ("owner", "manager"))
    risk = await owner.risk(await owner.venture())
    given = {"risk_id": risk, "expires_on": LAST.isoformat(), "reason": "The pilot ends first."}
    acceptance = external_id("acceptance", await owner.make("request_acceptance", **given))
    await manager.ask("approve_acceptance", acceptance_id=acceptance)
    assert await tend_acceptances(runtime, tenant.id) == 1
    told = []
    for before in (31, 30, 29, 7, 6, 1, 0):
        # The zone's midnight is 16 hours in UTC of the day before.
        clock.set(datetime.combine(days_before(before), datetime.min.time(), SHANGHAI).astimezone(UTC))
        while await tend_acceptances(runtime, tenant.id):
            pass
        told = [data["days_left"] for data in await owner.told("risk.acceptance.expiring")]
        assert told == [days for days in (30, 7, 1) if days >= before]
    clock.set(datetime(2027, 3, 31, 15, 59, 59, tzinfo=UTC))
    await tend_acceptances(runtime, tenant.id)
    assert (await owner.row(Acceptance, acceptance)).state is AcceptanceState.APPROVED
    clock.forward(seconds=1)
    assert await tend_acceptances(runtime, tenant.id) == 1
    row, reopened = await owner.row(Acceptance, acceptance), await owner.row(Risk, risk)
    midnight = datetime(2027, 3, 31, 16, tzinfo=UTC)
    assert (row.state, row.lapsed_at) == (AcceptanceState.LAPSED, midnight)
    assert (reopened.status, reopened.opened_at) == (RiskStatus.OPEN, midnight)
    clock.forward(days=400)
    assert await tend_acceptances(runtime, tenant.id) == 0
    assert len(await owner.told("acceptance.updated")) == 5  # approved, three warnings, lapsed


async def test_a_worker_that_was_away_lapses_what_is_over_without_old_warnings(
    owner: Register, manager: Register, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    await manager.ask("approve_acceptance", acceptance_id=await requested(owner, risk, 60, clock))
    clock.forward(days=90)
    while await tend_acceptances(runtime, tenant.id):
        pass
    assert await owner.told("risk.acceptance.expiring") == []
    assert (await owner.row(Risk, risk)).status is RiskStatus.OPEN


async def test_prolonging_is_a_new_approval_by_a_second_person(
    owner: Register, manager: Register, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    first = await requested(owner, risk, 10, clock)
    await manager.ask("approve_acceptance", acceptance_id=first)
    second = await requested(manager, risk, 200, clock)
    assert (await owner.row(Acceptance, first)).state is AcceptanceState.APPROVED
    with pytest.raises(InvalidState):  # one request at a time
        await requested(owner, risk, 300, clock)
    await owner.ask("approve_acceptance", acceptance_id=second)
    assert (await owner.row(Acceptance, first)).state is AcceptanceState.SUPERSEDED
    clock.forward(days=20)
    while await tend_acceptances(runtime, tenant.id):
        pass
    assert (await owner.row(Risk, risk)).status is RiskStatus.ACCEPTED


async def test_a_request_is_rejected_or_withdrawn(
    owner: Register, manager: Register, contributor: Register, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    one = await requested(contributor, risk, 10, clock)
    await manager.ask("reject_acceptance", acceptance_id=one, note="Too long.")
    assert (await owner.row(Acceptance, one)).note == "Too long."
    two = await requested(manager, risk, 10, clock)
    with pytest.raises(Forbidden):
        await contributor.ask("withdraw_acceptance", acceptance_id=two)
    await manager.ask("withdraw_acceptance", acceptance_id=two)
    three = await requested(contributor, risk, 10, clock)
    await manager.ask("approve_acceptance", acceptance_id=three)
    with pytest.raises(Forbidden):  # it holds, and he may not approve
        await contributor.ask("withdraw_acceptance", acceptance_id=three)
    await manager.ask("withdraw_acceptance", acceptance_id=three)
    assert (await owner.row(Risk, risk)).status is RiskStatus.OPEN


async def test_a_risk_given_another_status_ends_its_acceptance(
    owner: Register, manager: Register, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    acceptance = await requested(owner, risk, 10, clock)
    await manager.ask("approve_acceptance", acceptance_id=acceptance)
    await owner.ask("update_risk", id=risk, status="closed")
    assert (await owner.row(Acceptance, acceptance)).state is AcceptanceState.ENDED
    clock.forward(days=30)
    while await tend_acceptances(runtime, tenant.id):
        pass
    assert (await owner.row(Risk, risk)).status is RiskStatus.CLOSED


async def test_another_tenants_acceptance_is_none(owner: Register, stranger: TestTenant, clock: SettableClock) -> None:
    theirs = Register(owner.runtime, stranger.principal())
    acceptance = await requested(theirs, await theirs.risk(await theirs.venture()), 10, clock)
    for verb in ("approve", "reject", "withdraw"):
        with pytest.raises(NotFound):
            await owner.ask(f"{verb}_acceptance", acceptance_id=acceptance)


async def test_a_change_of_the_zone_moves_the_midnight(runtime: Runtime, clock: SettableClock) -> None:
    clock.set(datetime(2027, 3, 31, 3, tzinfo=UTC))
    tenant = await make_tenant(runtime, time_zone="UTC")
    owner, manager = (Register(runtime, tenant.principal(role)) for role in ("owner", "manager"))
    risk = await owner.risk(await owner.venture())
    given = {"risk_id": risk, "expires_on": LAST.isoformat(), "reason": "The pilot ends first."}
    acceptance = external_id("acceptance", await owner.make("request_acceptance", **given))
    await manager.ask("approve_acceptance", acceptance_id=acceptance)
    await tend_acceptances(runtime, tenant.id)
    await owner.ask("update_tenant", id=external_id("tenant", tenant.id), time_zone="Asia/Shanghai")
    await tend_acceptances(runtime, tenant.id)
    clock.set(datetime(2027, 3, 31, 16, tzinfo=UTC))
    assert await tend_acceptances(runtime, tenant.id) == 1
    assert (await owner.row(Acceptance, acceptance)).state is AcceptanceState.LAPSED

"""What a member chose to be told: at the hours chosen, once, and nothing that the member may not see (any more)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.channels.preferring import SetNotificationPreference, set_notification_preference
from domain.identity.tables import User
from domain.kernel.errors import Forbidden, InvalidState
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Scope
from domain.kernel.work import Work, perform, unit_of_work
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, TestTenant
from tests.domain.channels.samples import alert
from tests.workers.conftest import act, deliver, emit, relay_all, rows
from tests.workers.mailbox import Mailbox, mail_server, text_of
from workers.deliveries import Deliveries
from workers.digests import send_digests
from workers.targets import MAILS

MONDAY = datetime(2026, 12, 7, tzinfo=UTC)


@pytest.fixture
async def mailbox(runtime: Runtime) -> AsyncIterator[Mailbox]:
    async with mail_server() as made:
        made.use(runtime)
        yield made


@pytest.fixture
async def mails(runtime: Runtime, mailbox: Mailbox) -> AsyncIterator[Deliveries]:
    sender = Deliveries(runtime, targets=MAILS)
    yield sender
    await sender.close(1)


async def signs_in(runtime: Runtime, tenant: TestTenant, role: Role) -> Principal:
    """The member of a role, whose address a provider has verified."""
    address = f"{role}-{uuid7().hex}@people.example"
    user = User(email=address, email_verified=True, name=role, created_at=runtime.clock.now())
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(sa.insert(User).values(user.model_dump()))

    async def act(work: Work) -> None:
        (await work.get(Member, tenant.members[role], lock=True)).user_id = user.id

    await perform(runtime, tenant.principal(), act)
    return tenant.principal(role, session_id=uuid7())


async def chooses(runtime: Runtime, principal: Principal, **given: Any) -> UUID:
    asked = SetNotificationPreference.model_validate({"email": True} | given)
    done = await perform(runtime, principal, lambda work: set_notification_preference(work, asked))
    return done.ids["notification_preference"]


async def venture(runtime: Runtime, tenant: TestTenant) -> UUID:
    async def make(work: Work) -> UUID:
        key = f"V{uuid7().hex[-6:].upper()}"
        return work.new(Venture, key=key, name=f"Venture {key}").id

    return UUID(str(await act(runtime, tenant, make)))


async def tell(runtime: Runtime, tenant: TestTenant, verb: str = "fired", **more: Any) -> None:
    at = more.pop("venture_id", None)
    event = alert(verb, **more)
    scope = Scope(at, event.category, event.data["severity"])
    await emit(runtime, tenant, event.type, data=event.data, subject=("alert", event.subject_id), scope=scope)
    await relay_all(runtime, tenant)


def at(clock: SettableClock, hour: int, minute: int = 0, day: int = 1) -> None:
    """Move to an hour of a later day, UTC, which is not yet over: `day` 1 is tomorrow."""
    clock.set(datetime.combine(clock.now().date() + timedelta(days=day), time(hour, minute), UTC))


async def test_nobody_is_told_by_mail_who_has_not_chosen_it(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries
) -> None:
    await tell(runtime, tenant)
    await deliver(mails, tenant)
    assert mailbox.mails == []


@pytest.mark.parametrize("role", list(Role))
async def test_every_role_chooses_for_oneself_and_is_told_at_the_verified_address(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, role: Role
) -> None:
    await chooses(runtime, await signs_in(runtime, tenant, role))
    await tell(runtime, tenant)
    await deliver(mails, tenant)
    [mail] = mailbox.read()
    assert mail["To"].startswith(f"{role}-") and mail["List-Unsubscribe"] is None


async def test_mail_goes_to_no_address_that_nobody_has_verified(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox
) -> None:
    with pytest.raises(InvalidState):
        await chooses(runtime, tenant.principal(Role.VIEWER))
    with pytest.raises(Forbidden):
        await chooses(runtime, Principal(tenant.id, ActorKind.API_KEY, Role.OWNER))


async def test_in_quiet_hours_only_what_is_critical_is_told_and_the_rest_at_their_end(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    person = await signs_in(runtime, tenant, Role.VIEWER)
    await chooses(runtime, person, quiet_from="22:00", quiet_to="07:00", time_zone="Asia/Shanghai")
    at(clock, 15)  # 23:00 in Shanghai
    await tell(runtime, tenant, severity="warning")
    await deliver(mails, tenant)
    assert mailbox.mails == []
    await tell(runtime, tenant, severity="critical")
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1
    clock.forward(hours=7, minutes=59)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1
    clock.forward(minutes=1)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 2


async def test_a_digest_bundles_what_came_in_into_one_mail_and_tells_nothing_twice(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    person = await signs_in(runtime, tenant, Role.VIEWER)
    await chooses(runtime, person, digest="daily", digest_hour=9, language="en")
    at(clock, 10)
    for _ in range(3):
        await tell(runtime, tenant, severity="warning")
    await tell(runtime, tenant, "resolved", severity="warning", state="resolved")
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert mailbox.mails == []
    at(clock, 9)
    # Two workers at the same moment, and one more after them.
    await asyncio.gather(*(send_digests(runtime, tenant.id) for _ in range(2)))
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    [mail] = mailbox.read()
    assert mail["Subject"] == "Digest (4)"
    assert text_of(mail).count("The largest customer leaves") >= 4
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    at(clock, 9)
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1


async def test_a_worker_that_dies_before_a_digest_is_kept_loses_and_repeats_nothing(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    from workers.claims import claim
    from workers.digests import DIGESTS, _bundle

    await chooses(runtime, await signs_in(runtime, tenant, Role.VIEWER), digest="daily", digest_hour=9)
    at(clock, 10)
    await tell(runtime, tenant, severity="warning")
    at(clock, 9)
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        [one] = await claim(work, DIGESTS, 1)
    with pytest.raises(KeyboardInterrupt):
        async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
            await _bundle(work, one)
            raise KeyboardInterrupt
    clock.forward(minutes=2)  # the lease runs out
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1


async def test_a_weekly_digest_waits_for_its_day_and_a_critical_alert_does_not(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    clock.set(MONDAY.replace(hour=12))
    person = await signs_in(runtime, tenant, Role.VIEWER)
    await chooses(runtime, person, digest="weekly", digest_day="fri", digest_hour=9)
    await tell(runtime, tenant, severity="warning")
    await tell(runtime, tenant, severity="critical")
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1
    for day, count in ((8, 1), (10, 1), (11, 2)):
        clock.set(MONDAY.replace(day=day, hour=9))
        await send_digests(runtime, tenant.id)
        await deliver(mails, tenant)
        assert len(mailbox.mails) == count, day


async def test_changing_a_preference_sends_no_digest_before_its_time_and_immediate_sends_what_waits(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    person = await signs_in(runtime, tenant, Role.VIEWER)
    await chooses(runtime, person, digest="daily", digest_hour=9)
    at(clock, 10)
    await tell(runtime, tenant, severity="warning")
    await chooses(runtime, person, language="zh-CN")
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert mailbox.mails == []
    await chooses(runtime, person, digest="immediate")
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1


async def test_a_member_is_told_only_of_ventures_that_the_member_may_see(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries
) -> None:
    mine, other = await venture(runtime, tenant), await venture(runtime, tenant)
    await restrict(runtime, tenant, Role.VIEWER, [mine])
    await chooses(runtime, await signs_in(runtime, tenant, Role.VIEWER), event_types=["*"])
    await relay_all(runtime, tenant)
    await deliver(mails, tenant)
    mailbox.mails.clear()
    for place in (mine, other, None):
        await tell(runtime, tenant, venture_id=place)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1


async def restrict(runtime: Runtime, tenant: TestTenant, role: Role, ventures: list[UUID]) -> None:
    async def change(work: Work) -> None:
        (await work.get(Member, tenant.members[role], lock=True)).venture_ids = ventures

    await act(runtime, tenant, change)


async def test_who_loses_access_is_not_told_what_was_waiting(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    mine, other = await venture(runtime, tenant), await venture(runtime, tenant)
    quiet = {"quiet_from": "22:00", "quiet_to": "07:00", "time_zone": "UTC"}
    await chooses(runtime, await signs_in(runtime, tenant, Role.VIEWER), **quiet)
    await chooses(runtime, await signs_in(runtime, tenant, Role.MANAGER), digest="daily", digest_hour=9)
    at(clock, 23)
    for place in (mine, other):
        await tell(runtime, tenant, venture_id=place, severity="warning")
    for role in (Role.VIEWER, Role.MANAGER):
        await restrict(runtime, tenant, role, [mine])
    at(clock, 9)
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    assert sorted(str(mail["Subject"]) for mail in mailbox.read()) == [
        "Critical risk: The largest customer leaves", "Digest (1)",
    ]  # fmt: skip
    cancelled = await rows(
        runtime, tenant, "SELECT last_error FROM delivery WHERE tenant_id = $1 AND state = 'cancelled'", tenant.id
    )
    assert [row["last_error"] for row in cancelled] == ["the member may not see it any more"]


async def test_who_leaves_is_told_nothing_more(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    await chooses(runtime, await signs_in(runtime, tenant, Role.VIEWER), digest="daily", digest_hour=9)
    await chooses(runtime, await signs_in(runtime, tenant, Role.ADMIN))
    at(clock, 10)
    await tell(runtime, tenant, severity="warning")

    async def leave(work: Work) -> None:
        for role in (Role.VIEWER, Role.ADMIN):
            (await work.get(Member, tenant.members[role], lock=True)).archived_at = work.now

    await act(runtime, tenant, leave)
    at(clock, 9)
    await send_digests(runtime, tenant.id)
    await deliver(mails, tenant)
    await tell(runtime, tenant)
    await deliver(mails, tenant)
    assert mailbox.mails == []


async def test_no_member_is_told_what_happens_in_another_tenant(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, mailbox: Mailbox, mails: Deliveries
) -> None:
    await chooses(runtime, await signs_in(runtime, tenant, Role.OWNER), event_types=["*"])
    await relay_all(runtime, tenant)
    await deliver(mails, tenant)
    mailbox.mails.clear()
    await tell(runtime, stranger)
    for someone in (tenant, stranger):
        await send_digests(runtime, someone.id)
        await deliver(mails, someone)
    assert mailbox.mails == []

"""Who must act is told by mail that an endpoint or a channel was disabled: once, and nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from domain.channels.commands import CreateChannel, create_channel
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.tables import Member
from domain.webhooks.commands import (
    CreateWebhookEndpoint,
    UpdateWebhookEndpoint,
    create_webhook_endpoint,
    update_webhook_endpoint,
)
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.workers.conftest import Receiver, act, add_endpoint, answer, deliver, emit, relay_all, rows
from tests.workers.mailbox import Mailbox, mail_server, text_of
from tests.workers.test_members_mail import signs_in
from workers.deliveries import Deliveries
from workers.targets import CHATS, MAILS


@pytest.fixture
async def mailbox(runtime: Runtime) -> AsyncIterator[Mailbox]:
    async with mail_server() as made:
        made.use(runtime)
        yield made


@pytest.fixture
async def mails(runtime: Runtime) -> AsyncIterator[Deliveries]:
    sender = Deliveries(runtime, targets=MAILS)
    yield sender
    await sender.close(1)


async def _gone(runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries) -> None:
    """The receiver says at the next event that it wants nothing more."""
    receiver.usual = lambda _: answer(410)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)


def _readers(mailbox: Mailbox) -> list[str]:
    """The roles of those who got mail: their addresses begin with it."""
    return sorted(to.partition("-")[0] for to, _ in mailbox.mails)


async def test_administrators_are_told_once_that_an_endpoint_was_disabled(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries,
    mailbox: Mailbox, mails: Deliveries,
) -> None:  # fmt: skip
    for role in (Role.OWNER, Role.ADMIN, Role.MANAGER):
        await signs_in(runtime, tenant, role)
    await signs_in(runtime, stranger, Role.OWNER)
    endpoint = await add_endpoint(runtime, tenant, receiver)
    await _gone(runtime, tenant, receiver, sender)
    await deliver(mails, tenant)
    await deliver(mails, stranger)
    await _gone(runtime, tenant, receiver, sender)
    await deliver(mails, tenant)
    assert _readers(mailbox) == ["admin", "owner"]
    mail, other = mailbox.read()
    assert mail["Subject"] == f"Webhook endpoint disabled: 127.0.0.1:{receiver.port}"
    text = text_of(mail)
    assert "Reason: it answered 410 Gone" in text
    assert "What helps: Mend the receiver" in text
    assert external_id("webhook_endpoint", endpoint.id) in text
    assert text_of(other) == text
    assert mail["List-Unsubscribe"] is None
    [event] = await rows(
        runtime, tenant, "SELECT data FROM event WHERE tenant_id = $1 AND type = 'webhook.endpoint.disabled'", tenant.id
    )
    assert "410" in str(event["data"])


async def test_five_days_of_failure_are_told_in_the_tenants_language(
    runtime: Runtime, receiver: Receiver, sender: Deliveries, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    tenant = await make_tenant(runtime, locale="zh-CN")
    await signs_in(runtime, tenant, Role.OWNER)
    await add_endpoint(runtime, tenant, receiver)
    receiver.usual = lambda _: answer(500)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    for _ in range(10):
        await deliver(sender, tenant)
        clock.forward(days=1)
    await deliver(mails, tenant)
    [mail] = mailbox.read()
    assert mail["Subject"] == f"Webhook 端点已停用: 127.0.0.1:{receiver.port}"
    assert "原因: 连续五天只有失败" in text_of(mail)
    assert mail["Content-Language"] == "zh-CN"


async def test_who_made_the_endpoint_is_told_though_no_administrator_any_more(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, mailbox: Mailbox, mails: Deliveries
) -> None:
    maker = await signs_in(runtime, tenant, Role.ADMIN)
    given = CreateWebhookEndpoint(url=receiver.url)
    await perform(runtime, maker, lambda work: create_webhook_endpoint(work, given))

    async def demote(work: Work) -> None:
        (await work.get(Member, tenant.members[Role.ADMIN], lock=True)).role = Role.VIEWER

    await act(runtime, tenant, demote)
    await _gone(runtime, tenant, receiver, sender)
    await deliver(mails, tenant)
    assert _readers(mailbox) == ["admin"]


async def test_who_has_left_or_has_no_verified_address_is_not_told(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, mailbox: Mailbox, mails: Deliveries
) -> None:
    for role in (Role.OWNER, Role.ADMIN):
        await signs_in(runtime, tenant, role)
    await add_endpoint(runtime, tenant, receiver)
    await _gone(runtime, tenant, receiver, sender)

    async def leave(work: Work) -> None:
        (await work.get(Member, tenant.members[Role.ADMIN], lock=True)).archived_at = work.now

    await act(runtime, tenant, leave)
    await deliver(mails, tenant)
    assert _readers(mailbox) == ["owner"]
    states = await rows(
        runtime, tenant, "SELECT state FROM delivery WHERE tenant_id = $1 AND form LIKE 'notice:%'", tenant.id
    )
    assert sorted(row["state"] for row in states) == ["cancelled", "delivered"]


async def test_a_mail_server_that_is_away_delays_the_notice_and_loses_nothing(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, mailbox: Mailbox, mails: Deliveries,
    clock: SettableClock,
) -> None:  # fmt: skip
    await signs_in(runtime, tenant, Role.OWNER)
    await add_endpoint(runtime, tenant, receiver)
    await _gone(runtime, tenant, receiver, sender)
    mailbox.at_data = ["451 try later"]
    await deliver(mails, tenant)
    assert mailbox.mails == []
    clock.forward(seconds=10)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1 and len(set(mailbox.seen)) == 1


async def test_administrators_are_told_that_a_channel_was_disabled(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, mailbox: Mailbox, mails: Deliveries
) -> None:
    await signs_in(runtime, tenant, Role.OWNER)
    chats = Deliveries(runtime, targets=CHATS)
    given: dict[str, Any] = {"kind": "slack", "name": "The team", "url": receiver.url, "event_types": ["*"]}
    await act(runtime, tenant, lambda work: create_channel(work, CreateChannel(**given)))
    receiver.usual = lambda _: answer(404, body=b"no_service")
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(chats, tenant)
    await chats.close(1)
    await deliver(mails, tenant)
    [mail] = mailbox.read()
    assert mail["Subject"] == "Channel disabled: The team"
    assert "Reason: Slack answered no_service" in text_of(mail)


async def test_an_endpoint_that_is_enabled_again_and_fails_again_is_told_of_again(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, mailbox: Mailbox, mails: Deliveries
) -> None:
    owner: Principal = await signs_in(runtime, tenant, Role.OWNER)
    endpoint = await add_endpoint(runtime, tenant, receiver)
    await _gone(runtime, tenant, receiver, sender)
    again = UpdateWebhookEndpoint(id=endpoint.id, enabled=True)
    await perform(runtime, owner, lambda work: update_webhook_endpoint(work, again))
    await _gone(runtime, tenant, receiver, sender)
    await deliver(mails, tenant)
    assert len({mail["Message-ID"] for mail in mailbox.read()}) == 2


async def test_without_a_mail_server_nothing_is_written(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await signs_in(runtime, tenant, Role.OWNER)
    await add_endpoint(runtime, tenant, receiver)
    await _gone(runtime, tenant, receiver, sender)
    assert (
        await rows(runtime, tenant, "SELECT 1 FROM delivery WHERE tenant_id = $1 AND form LIKE 'n%'", tenant.id) == []
    )

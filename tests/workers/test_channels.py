"""Slack, Teams and mail by the engine of webhooks: told in words, tried again, given up, and never a stranger's."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.channels.commands import CreateChannel, RetryChannel, create_channel, retry_channel, send_test_message
from domain.channels.commands import NameChannel as Name
from domain.channels.replaying import RetryDelivery, retry_delivery
from domain.channels.tables import Channel
from domain.kernel.errors import Invalid
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Scope
from tests.conftest import SettableClock, TestTenant
from tests.contract import telling
from tests.domain.channels.samples import alert
from tests.workers.conftest import Receiver, act, add_endpoint, answer, deliver, emit, relay_all, rows
from tests.workers.mailbox import Mailbox, mail_server, text_of
from workers.confirmations import CONFIRMATIONS
from workers.deliveries import Deliveries
from workers.letters import send_letters
from workers.mailing import Mailer
from workers.targets import CHATS, MAILS


@pytest.fixture
async def mailbox(runtime: Runtime) -> AsyncIterator[Mailbox]:
    async with mail_server() as made:
        made.use(runtime)
        yield made


@pytest.fixture
async def chats(runtime: Runtime) -> AsyncIterator[Deliveries]:
    sender = Deliveries(runtime, targets=CHATS)
    yield sender
    await sender.close(1)


@pytest.fixture
async def mails(runtime: Runtime, mailbox: Mailbox) -> AsyncIterator[Deliveries]:
    sender = Deliveries(runtime, targets=MAILS)
    yield sender
    await sender.close(0.1)


async def add_channel(runtime: Runtime, tenant: TestTenant, kind: str, where: str, **more: Any) -> UUID:
    place = {"address": where} if kind == "email" else {"url": where}
    given = CreateChannel.model_validate({"kind": kind, "name": f"To {kind}", **place, **more})
    return UUID(str((await act(runtime, tenant, lambda work: create_channel(work, given))).ids["channel"]))


async def add_address(runtime: Runtime, tenant: TestTenant, where: str = "team@example.org", **more: Any) -> UUID:
    """A mail channel whose reader has agreed."""
    id = await add_channel(runtime, tenant, "email", where, **more)

    async def agree(work: Any) -> None:
        channel = await work.get(Channel, id, lock=True)
        channel.confirmed_at, channel.confirmation = work.now, None

    await act(runtime, tenant, agree)
    return id


async def tell(runtime: Runtime, tenant: TestTenant, verb: str = "fired", **more: Any) -> None:
    """Have an event of an alert relayed."""
    event = alert(verb, **more)
    scope = Scope(event.venture_id, event.category, event.severity)
    await emit(runtime, tenant, event.type, data=event.data, subject=("alert", event.subject_id), scope=scope)
    await relay_all(runtime, tenant)


async def channel(runtime: Runtime, tenant: TestTenant, id: UUID) -> dict[str, Any]:
    [row] = await rows(runtime, tenant, "SELECT * FROM channel WHERE tenant_id = $1 AND id = $2", tenant.id, id)
    return row


async def test_an_alert_arrives_in_all_three_in_the_channels_language_and_its_end_in_one_thread(
    runtime: Runtime, tenant: TestTenant, receivers: Any, mailbox: Mailbox, chats: Deliveries, mails: Deliveries,
    clock: SettableClock,
) -> None:  # fmt: skip
    slack, teams = await receivers(), await receivers()
    slack.usual = lambda _: answer(200, body=b"ok")
    teams.usual = lambda _: answer(202)
    await add_channel(runtime, tenant, "slack", slack.url)
    await add_channel(runtime, tenant, "teams", teams.url, language="zh-CN")
    await add_address(runtime, tenant, language="zh-CN")
    await tell(runtime, tenant)
    assert (await deliver(chats, tenant), await deliver(mails, tenant)) == (2, 1)
    clock.forward(seconds=2)
    await tell(runtime, tenant, "resolved", state="resolved", resolved_reason="cleared")
    assert (await deliver(chats, tenant), await deliver(mails, tenant)) == (2, 1)

    header, _ = (request.event["blocks"][0]["text"]["text"] for request in slack.requests)
    assert header == "🔴 Critical: Critical risk"
    card = teams.requests[0].event["attachments"][0]["content"]
    assert card["body"][0]["text"] == "严重: 严重风险"
    first, second = mailbox.read()
    assert first["Subject"] == "严重风险: The largest customer leaves"
    assert second["Subject"] == f"Re: {first['Subject']}"
    assert first["References"] == second["References"] and first["Message-ID"] != second["Message-ID"]
    assert first["Auto-Submitted"] == "auto-generated"
    assert "自 2026-" in text_of(first) and "条件已消失" in text_of(second)
    states = await rows(runtime, tenant, "SELECT state FROM delivery WHERE tenant_id = $1", tenant.id)
    assert {row["state"] for row in states} == {"delivered"}
    accepted = await rows(
        runtime, tenant, "SELECT answer FROM attempt WHERE tenant_id = $1 AND status = 202", tenant.id
    )
    assert "whether it is posted is not told" in accepted[0]["answer"]


async def test_no_channel_is_told_what_happens_in_another_tenant(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, mailbox: Mailbox,
    chats: Deliveries, mails: Deliveries,
) -> None:  # fmt: skip
    await add_channel(runtime, tenant, "slack", receiver.url, event_types=["*"])
    await add_address(runtime, tenant, event_types=["*"])
    await relay_all(runtime, tenant)
    await deliver(chats, tenant)
    await deliver(mails, tenant)
    receiver.requests.clear()
    mailbox.mails.clear()
    await tell(runtime, stranger)
    for someone in (tenant, stranger):
        await deliver(chats, someone)
        await deliver(mails, someone)
    assert receiver.requests == [] and mailbox.mails == []


async def test_channels_are_routed_by_venture_category_and_severity(
    runtime: Runtime, tenant: TestTenant, receivers: Any, chats: Deliveries
) -> None:
    wanted, other, calm = await receivers(), await receivers(), await receivers()
    await add_channel(runtime, tenant, "slack", wanted.url, categories=["market"], min_severity="critical")
    await add_channel(runtime, tenant, "slack", other.url, categories=["legal"])
    await add_channel(runtime, tenant, "slack", calm.url, event_types=["milestone.review.*"])
    await tell(runtime, tenant)
    assert await deliver(chats, tenant) == 1
    assert [len(each.requests) for each in (wanted, other, calm)] == [1, 0, 0]


@pytest.mark.parametrize(
    ("kind", "status", "said", "reason"),
    [
        ("slack", 404, b"no_service", "Slack answered no_service"),
        ("slack", 410, b"channel_is_archived", "Slack answered channel_is_archived"),
        ("slack", 403, b"action_prohibited", "Slack answered action_prohibited"),
        ("teams", 404, b"", "the workflow is gone, turned off, or its address is no longer valid (404)"),
        ("teams", 401, b"", "the workflow is gone, turned off, or its address is no longer valid (401)"),
        (
            "teams", 400, b'{"error":{"code":"WorkflowTriggerIsNotEnabled"}}',
            "the workflow is gone, turned off, or its address is no longer valid (400)",
        ),
    ],
)  # fmt: skip
async def test_a_channel_that_is_gone_is_disabled_with_an_event_that_says_why(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries,
    kind: str, status: int, said: bytes, reason: str,
) -> None:  # fmt: skip
    receiver.usual = lambda _: answer(status, body=said)
    id = await add_channel(runtime, tenant, kind, receiver.url)
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    row = await channel(runtime, tenant, id)
    assert (row["enabled"], row["disabled_reason"]) == (False, reason)
    [event] = await rows(
        runtime, tenant, "SELECT data FROM event WHERE tenant_id = $1 AND type = 'channel.disabled'", tenant.id
    )
    assert reason in str(event["data"])
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    assert len(receiver.requests) == 1


async def test_blocks_that_slack_does_not_take_arrive_as_their_text(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries
) -> None:
    receiver.answers = [lambda _: answer(400, body=b"invalid_blocks"), lambda _: answer(200, body=b"ok")]
    await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    first, second = (request.event for request in receiver.requests)
    assert second == {"text": first["text"]}


async def test_a_message_that_nobody_takes_is_not_tried_again_and_the_channel_stays(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries, clock: SettableClock
) -> None:
    receiver.usual = lambda _: answer(400, body=b"user_not_found")
    id = await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    clock.forward(hours=1)
    await deliver(chats, tenant)
    assert len(receiver.requests) == 1
    assert (await channel(runtime, tenant, id))["enabled"]
    [row] = await rows(runtime, tenant, "SELECT state, last_error FROM delivery WHERE tenant_id = $1", tenant.id)
    assert row == {"state": "failed", "last_error": "Slack answered user_not_found"}


async def test_slack_is_left_alone_as_long_as_it_asks_and_then_gets_the_same_bytes(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries, clock: SettableClock
) -> None:
    receiver.answers = [lambda _: answer(429, "retry-after: 30\r\n", b"rate_limited")]
    await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    clock.forward(seconds=20)
    assert await deliver(chats, tenant) == 0
    clock.forward(seconds=20)
    assert await deliver(chats, tenant) == 1
    first, second = receiver.requests
    assert first.body == second.body


async def test_a_mail_that_is_not_taken_now_is_the_same_mail_at_the_next_try(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    await add_address(runtime, tenant)
    await tell(runtime, tenant)
    mailbox.at_data = ["451 try later"]
    await deliver(mails, tenant)
    assert mailbox.mails == []
    clock.forward(seconds=6)
    await deliver(mails, tenant)
    assert len(mailbox.mails) == 1 and len(set(mailbox.seen)) == 1


async def test_an_address_that_bounces_three_times_is_given_up(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries
) -> None:
    id = await add_address(runtime, tenant)
    mailbox.recipient = "550 no such user"
    for count in range(3):
        assert (await channel(runtime, tenant, id))["enabled"], count
        await tell(runtime, tenant)
        await deliver(mails, tenant)
    row = await channel(runtime, tenant, id)
    assert (row["enabled"], row["disabled_reason"]) == (
        False, "the mail server refused 3 mails to it, one after the other",
    )  # fmt: skip


async def test_a_mail_server_that_is_away_for_days_costs_no_address(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries, clock: SettableClock
) -> None:
    id = await add_address(runtime, tenant)
    mailbox.at_recipient = ["451 away"] * 20
    for _ in range(7):
        await tell(runtime, tenant)
        await deliver(mails, tenant)
        clock.forward(days=1)
    assert (await channel(runtime, tenant, id))["enabled"]
    mailbox.at_recipient = []
    clock.forward(days=2)
    await deliver(mails, tenant)
    assert mailbox.mails


async def test_a_mail_server_that_never_answers_keeps_no_webhook_waiting(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, mailbox: Mailbox, sender: Deliveries, mails: Deliveries
) -> None:
    mailbox.held = asyncio.Event()
    for number in range(8):
        await add_address(runtime, tenant, f"team{number}@example.org")
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.alert.*"])
    for _ in range(5):
        await tell(runtime, tenant)
    begun = await mails.turn(tenant.id)
    assert begun >= 8
    waiting = asyncio.create_task(mails.settle())
    assert await deliver(sender, tenant) == 5
    assert len(receiver.requests) == 5 and not waiting.done()
    mailbox.held.set()
    await waiting
    assert len(mailbox.mails) >= begun


async def test_nothing_is_sent_to_an_address_before_its_reader_agrees(
    runtime: Runtime, tenant: TestTenant, mailbox: Mailbox, mails: Deliveries
) -> None:
    await add_channel(runtime, tenant, "email", "stranger@example.org")
    await tell(runtime, tenant)
    await deliver(mails, tenant)
    assert mailbox.mails == []
    await send_letters(runtime, tenant.id, Mailer(runtime.settings), CONFIRMATIONS)
    [mail] = mailbox.read()
    assert mail["To"] == "stranger@example.org"
    assert re.search(r"/mail/confirm\?token=\S+", text_of(mail))
    assert mail["List-Unsubscribe"] is None


async def test_a_test_message_goes_to_its_channel_alone_and_a_delivery_can_be_sent_again(
    runtime: Runtime, tenant: TestTenant, receivers: Any, chats: Deliveries, clock: SettableClock
) -> None:
    one, other = await receivers(), await receivers()
    id = await add_channel(runtime, tenant, "slack", one.url)
    await add_channel(runtime, tenant, "teams", other.url)
    await act(runtime, tenant, lambda work: send_test_message(work, Name(id=id)))
    await relay_all(runtime, tenant)
    await deliver(chats, tenant)
    assert (len(one.requests), len(other.requests)) == (1, 0)
    [row] = await rows(runtime, tenant, "SELECT id FROM delivery WHERE tenant_id = $1", tenant.id)
    clock.forward(seconds=2)
    await act(runtime, tenant, lambda work: retry_delivery(work, RetryDelivery(id=row["id"])))
    await deliver(chats, tenant)
    assert one.requests[0].body == one.requests[1].body


async def test_an_event_that_cannot_be_told_in_words_reaches_the_webhooks_all_the_same(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries, chats: Deliveries
) -> None:
    slack = await receivers()
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.alert.*"])
    await add_channel(runtime, tenant, "slack", slack.url)
    with telling.unheld_events():
        await tell(runtime, tenant, evidence={"level": ["no", "text"]}, since="no time", venture=7, subject=None)
    await deliver(sender, tenant)
    await deliver(chats, tenant)
    assert telling.complaints()  # the receiver has seen that the event is wrong
    assert len(receiver.requests) == len(slack.requests) == 1


async def test_a_secret_that_cannot_be_read_disables_the_channel(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries
) -> None:
    id, other = [await add_channel(runtime, tenant, "slack", receiver.url) for _ in range(2)]
    own = await channel(runtime, tenant, other)

    async def swap(work: Any) -> None:
        (await work.get(Channel, id, lock=True)).url = own["url"]

    await act(runtime, tenant, swap)
    await tell(runtime, tenant)
    await deliver(chats, tenant)
    assert not (await channel(runtime, tenant, id))["enabled"]
    assert (await channel(runtime, tenant, other))["enabled"]
    assert len(receiver.requests) == 1


async def test_what_waits_for_an_archived_channel_is_cancelled(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries
) -> None:
    id = await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)

    async def archive(work: Any) -> None:
        (await work.get(Channel, id, lock=True)).archived_at = work.now

    await act(runtime, tenant, archive)
    await deliver(chats, tenant)
    assert receiver.requests == []


async def test_slack_gets_one_message_a_second_and_teams_four(
    runtime: Runtime, tenant: TestTenant, receivers: Any, chats: Deliveries, clock: SettableClock
) -> None:
    slack, teams = await receivers(), await receivers()
    await add_channel(runtime, tenant, "slack", slack.url)
    await add_channel(runtime, tenant, "teams", teams.url)
    for _ in range(9):
        await tell(runtime, tenant)
    await deliver(chats, tenant)
    first = len(slack.requests), len(teams.requests)
    for _ in range(4):
        clock.forward(milliseconds=250)
        await deliver(chats, tenant)
    assert (len(slack.requests) - first[0], len(teams.requests) - first[1]) == (1, 4)


async def test_what_failed_since_a_time_is_told_again_with_the_same_bytes_and_nothing_else(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receivers: Any, chats: Deliveries, clock: SettableClock
) -> None:
    slack, other = await receivers(), await receivers()
    id = await add_channel(runtime, tenant, "slack", slack.url)
    for someone in (tenant, stranger):
        if someone is stranger:
            await add_channel(runtime, stranger, "slack", other.url)
        for reply in (400, 200, 400):
            for receiver in (slack, other):
                receiver.usual = lambda _, reply=reply: answer(reply, body=b"user_not_found")
            await tell(runtime, someone)
            await deliver(chats, someone)
            clock.forward(seconds=2)
    slack.usual = lambda _: answer(200, body=b"ok")
    before = len(slack.requests), len(other.requests)
    given = RetryChannel(id=id, since=clock.now() - timedelta(hours=1))
    await act(runtime, tenant, lambda work: retry_channel(work, given))
    for _ in range(3):
        await deliver(chats, tenant)
        await deliver(chats, stranger)
        clock.forward(seconds=2)
    assert (len(slack.requests) - before[0], len(other.requests) - before[1]) == (2, 0)
    assert len({request.body for request in slack.requests}) <= 3
    with pytest.raises(Invalid):
        old = RetryChannel(id=id, since=clock.now() - timedelta(days=31))
        await act(runtime, tenant, lambda work: retry_channel(work, old))

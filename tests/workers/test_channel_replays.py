"""Channels are told again what happened since a time: with the same bytes, and what they were never told as well."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from domain.channels.commands import NameChannel, UpdateChannel, archive_channel, update_channel
from domain.channels.replaying import ReplayDeliveries, replay_deliveries
from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, act, add_endpoint, answer, deliver, relay_all, rows
from tests.workers.mailbox import mail_server
from tests.workers.test_channels import add_address, add_channel, tell
from workers.deliveries import Deliveries
from workers.replays import replay_some
from workers.targets import CHATS, MAILS


@pytest.fixture
async def chats(runtime: Runtime) -> AsyncIterator[Deliveries]:
    sender = Deliveries(runtime, targets=CHATS)
    yield sender
    await sender.close(1)


async def test_a_channel_is_told_all_again_and_what_came_while_it_was_off(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries, clock: SettableClock
) -> None:
    id = await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)
    clock.forward(hours=1)
    since = clock.now()
    await tell(runtime, tenant)
    await _sent(chats, tenant, clock)
    first = [request.body for request in receiver.requests]
    await _enable(runtime, tenant, id, False)
    await tell(runtime, tenant, summary="While it was off.")
    await _sent(chats, tenant, clock)
    await _enable(runtime, tenant, id, True)
    receiver.requests.clear()
    await _replay(runtime, tenant, id, since)
    await _sent(chats, tenant, clock)
    again = [request.body for request in receiver.requests]
    assert again[0] == first[1]
    assert len(again) == 2
    [replay] = await rows(runtime, tenant, "SELECT * FROM delivery_replay WHERE tenant_id = $1", tenant.id)
    assert (replay["state"], replay["replayed"], replay["channel_id"]) == ("done", 2, id)


async def test_only_what_failed_is_told_again_where_that_is_asked_for(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, chats: Deliveries, clock: SettableClock
) -> None:
    since = clock.now()
    id = await add_channel(runtime, tenant, "slack", receiver.url)
    receiver.answers = [lambda _: answer(400, body=b"user_not_found")]
    for _ in range(2):
        await tell(runtime, tenant)
        await _sent(chats, tenant, clock)
    failed = receiver.requests[0].body
    receiver.requests.clear()
    await _replay(runtime, tenant, id, since, only_failed=True)
    await _sent(chats, tenant, clock)
    assert [request.body for request in receiver.requests] == [failed]


async def test_mail_is_sent_again_to_an_address_that_agreed_and_to_no_other(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    async with mail_server() as mailbox:
        mailbox.use(runtime)
        mails = Deliveries(runtime, targets=MAILS)
        id = await add_address(runtime, tenant)
        unasked = await add_channel(runtime, tenant, "email", "other@example.org")
        since = clock.now()
        await tell(runtime, tenant)
        await deliver(mails, tenant)
        clock.forward(seconds=1)
        with pytest.raises(InvalidState):
            await _replay(runtime, tenant, unasked, since)
        await _replay(runtime, tenant, id, since)
        while await replay_some(runtime, tenant.id):
            pass
        await deliver(mails, tenant)
        await mails.close(1)
    assert [to for to, _ in mailbox.mails] == ["team@example.org"] * 2
    assert len({raw for _, raw in mailbox.mails}) == 1


async def test_another_tenants_channel_is_not_there_and_its_events_are_not_told(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, chats: Deliveries, clock: SettableClock,
    receivers: Callable[[], Awaitable[Receiver]],
) -> None:  # fmt: skip
    ours, theirs = await receivers(), await receivers()
    since = clock.now()
    id = await add_channel(runtime, tenant, "slack", ours.url)
    foreign = await add_channel(runtime, stranger, "slack", theirs.url)
    await tell(runtime, stranger)
    await relay_all(runtime, tenant)
    clock.forward(seconds=1)
    with pytest.raises(NotFound):
        await _replay(runtime, tenant, foreign, since)
    await _replay(runtime, tenant, id, since)
    await _sent(chats, tenant, clock)
    assert ours.requests == [] == theirs.requests


async def test_a_replay_names_one_target_that_is_open_and_has_none_under_way(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, clock: SettableClock
) -> None:
    since = clock.now()
    id = await add_channel(runtime, tenant, "slack", receiver.url)
    endpoint = await add_endpoint(runtime, tenant, receiver)
    clock.forward(seconds=1)
    for both in ({}, {"channel_id": id, "endpoint_id": endpoint.id}):
        with pytest.raises(Invalid):
            given = ReplayDeliveries.model_validate({"since": since, **both})
            await act(runtime, tenant, lambda work, given=given: replay_deliveries(work, given))
    first = await _replay(runtime, tenant, id, since)
    assert await _replay(runtime, tenant, id, since) == first
    with pytest.raises(InvalidState):
        await _replay(runtime, tenant, id, since, only_failed=True)
    await act(runtime, tenant, lambda work: archive_channel(work, NameChannel(id=id)))
    await replay_some(runtime, tenant.id)
    [replay] = await rows(runtime, tenant, "SELECT state FROM delivery_replay WHERE tenant_id = $1", tenant.id)
    assert replay["state"] == "cancelled"
    with pytest.raises(InvalidState):
        await _replay(runtime, tenant, id, since)


async def _enable(runtime: Runtime, tenant: TestTenant, id: UUID, enabled: bool) -> None:
    given = UpdateChannel.model_validate({"id": id, "enabled": enabled})
    await act(runtime, tenant, lambda work: update_channel(work, given))


async def _replay(runtime: Runtime, tenant: TestTenant, id: UUID, since: datetime, **more: Any) -> UUID:
    given = ReplayDeliveries(channel_id=id, since=since, **more)
    done = await act(runtime, tenant, lambda work: replay_deliveries(work, given))
    return UUID(str(done.ids["delivery_replay"]))


async def _sent(chats: Deliveries, tenant: TestTenant, clock: SettableClock) -> None:
    """Replays and messages worked off, at the rate that the receiver takes."""
    for _ in range(5):
        await replay_some(chats._runtime, tenant.id)
        await deliver(chats, tenant)
        clock.forward(seconds=2)

"""Sending again: one delivery, or all that an endpoint was told, or should have been, since a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.channels.tables import Channel
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input, Moment
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.webhooks.commands import EndpointId, Patterns
from domain.webhooks.receiving import is_open
from domain.webhooks.tables import Delivery, DeliveryReplay, DeliveryState, ReplayState, WebhookEndpoint

REPLAYED_BACK_TO: Final = timedelta(days=30)
"""How far back a replay may begin: as long as deliveries are kept."""

_REPLAY = {"delivery_replay": "delivery_replay"}


class RetryDelivery(Input):
    """Which delivery to try again."""

    id: Annotated[UUID, IdOf("delivery")] = Field(description="The delivery.")


class ReplayDeliveries(Input):
    """What is to be sent again, and where."""

    endpoint_id: EndpointId | None = Field(None, description="The endpoint; or channel_id.")
    channel_id: Annotated[UUID, IdOf("channel")] | None = Field(None, description="The channel; or endpoint_id.")
    since: Moment = Field(description="From when on: at most 30 days ago.", examples=["2026-12-01T00:00:00Z"])
    until: Moment | None = Field(
        None, description="Until when, not included; left out: now.", examples=["2026-12-02T00:00:00Z"]
    )
    event_types: Patterns | None = Field(
        None, description="Only these types of events, prefixes that end in .*, or *; left out: all it subscribes to."
    )
    only_failed: bool = Field(
        False, description="Only deliveries that failed or were cancelled; otherwise all events, also those never sent."
    )


class CancelDeliveryReplay(Input):
    """Which replay to end."""

    id: Annotated[UUID, IdOf("delivery_replay")] = Field(description="The replay.")


@command(Action.WEBHOOK_WRITE, returns={"delivery": "delivery"})
async def retry_delivery(work: Work, given: RetryDelivery) -> Done:
    """Send a delivery once more, now, whether it has failed or arrived. It keeps its webhook-id and its bytes."""
    check_unrestricted(work)
    delivery = await work.get(Delivery, given.id, lock=True)
    if not await is_open(work, delivery.endpoint_id):
        raise InvalidState.at("id", message="the delivery's endpoint or channel is archived or not enabled")
    unwritten = delivery.state is DeliveryState.PENDING and delivery.due is None  # its body is not written yet
    if delivery.lease is None and not unwritten:  # with a lease it is being sent at this moment
        delivery.state = DeliveryState.PENDING
        delivery.due = work.now
        delivery.attempts = 0  # its plan of retries begins anew
        delivery.finished_at = None
    work.record("delivery.retried", ("delivery", delivery.id))
    return Done({"delivery": delivery.id})


@command(Action.WEBHOOK_WRITE, returns=_REPLAY, creates=True)
async def replay_deliveries(work: Work, given: ReplayDeliveries) -> Done:
    """Send an endpoint or a channel again what it was told since a time, or only what failed, with the same bytes.

    An endpoint gets the same webhook-id as well. Workers do it in slices. Each has one replay at a time: asked for the
    same again, the one that runs is answered.
    """
    check_unrestricted(work)
    path = await _open_target(work, given)
    until = given.until or work.now
    if given.since < work.now - REPLAYED_BACK_TO:
        raise Invalid.at("since", message="must be at most 30 days ago: nothing older is kept")
    if given.since >= work.now:
        raise Invalid.at("since", message="must be in the past")
    if given.since >= until:
        raise Invalid.at("until", message="must be later than since")
    running = sa.select(DeliveryReplay).where(
        col(DeliveryReplay.tenant_id) == work.tenant_id,
        col(getattr(DeliveryReplay, path)) == getattr(given, path),
        col(DeliveryReplay.state) == ReplayState.RUNNING,
    )
    found = (await work.session.execute(running)).scalar_one_or_none()
    if found is not None:
        if _is_same(found, given):
            return Done({"delivery_replay": found.id})
        raise InvalidState.at(path, message="another replay of it is running; cancel that, or wait")
    replay = work.new(
        DeliveryReplay,
        endpoint_id=given.endpoint_id,
        channel_id=given.channel_id,
        since=given.since,
        until=until,
        event_types=given.event_types,
        only_failed=given.only_failed,
        created_at=work.now,
    )
    after = {"since": outward(given.since), "until": outward(until), "only_failed": given.only_failed}
    work.record("delivery_replay.started", ("delivery_replay", replay.id), after=after)
    await work.mark("replay", [replay.id])
    return Done({"delivery_replay": replay.id})


@command(Action.WEBHOOK_WRITE, returns=_REPLAY)
async def cancel_delivery_replay(work: Work, given: CancelDeliveryReplay) -> Done:
    """End a replay: what it has made due is sent, the rest is not. Twice is once."""
    check_unrestricted(work)
    replay = await work.get(DeliveryReplay, given.id, lock=True)
    if replay.state is ReplayState.DONE:
        raise InvalidState.at("id", message="the replay is done")
    if replay.state is ReplayState.RUNNING:
        replay.state, replay.finished_at = ReplayState.CANCELLED, work.now
        work.record("delivery_replay.cancelled", ("delivery_replay", replay.id))
    return Done({"delivery_replay": replay.id})


def _is_same(running: DeliveryReplay, given: ReplayDeliveries) -> bool:
    asked = (given.since, given.event_types, given.only_failed)
    until = given.until is None or given.until == running.until
    return until and asked == (running.since, running.event_types, running.only_failed)


async def _open_target(work: Work, given: ReplayDeliveries) -> str:
    """Hold what is to be told again, and answer by which of the two ids it is named."""
    if (given.endpoint_id is None) == (given.channel_id is None):
        raise Invalid.at("endpoint_id", message="give either endpoint_id or channel_id")
    table, path = (Channel, "channel_id") if given.endpoint_id is None else (WebhookEndpoint, "endpoint_id")
    id: UUID = getattr(given, path)
    await work.get(table, id, path, lock=True)
    if not await is_open(work, id):
        raise InvalidState.at(path, message="it is archived or not enabled, or its address is not confirmed")
    return path

"""Webhook endpoints of a tenant, and what was sent to them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import JSON, Seen, run_command
from api.rest.endpoints import Endpoints, TestResults
from api.rest.operation import Call, Operation
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import (
    ShownAttempt,
    ShownDelivery,
    ShownDeliveryReplay,
    ShownDeliveryWithAttempts,
    ShownTestedEndpoint,
    ShownWebhookEndpoint,
    ShownWebhookEndpointWithHealth,
)
from domain.kernel.commands import COMMANDS
from domain.kernel.inputs import IdOf, Moment
from domain.tenancy.permissions import Action
from domain.webhooks.tables import Attempt, Delivery, DeliveryReplay, DeliveryState, ReplayState, WebhookEndpoint

ENDPOINTS = Resource(
    path="webhook-endpoints",
    noun="webhook endpoint",
    nouns="webhook endpoints",
    tag="Webhooks",
    prefix="webhook_endpoint",
    reader=Endpoints(WebhookEndpoint, ShownWebhookEndpoint, for_all_ventures=True),
    schema=ShownWebhookEndpointWithHealth,
    query=EntityList,
    read_action=Action.WEBHOOK_READ,
)


class DeliveryList(Paging):
    """Query parameters of the list of deliveries."""

    endpoint_id: Annotated[
        Annotated[UUID, IdOf("webhook_endpoint")] | None, Field(description="Only those of this endpoint.")
    ] = None
    channel_id: Annotated[Annotated[UUID, IdOf("channel")] | None, Field(description="Only those of this channel.")] = (
        None
    )
    event_id: Annotated[Annotated[UUID, IdOf("event")] | None, Field(description="Only those of this event.")] = None
    state: Annotated[DeliveryState | None, Field(description="Only those in this state.")] = None
    event_type: Annotated[
        str | None, Field(description="Only those of events of this type.", max_length=100, examples=["risk.assessed"])
    ] = None
    since: Annotated[Moment | None, Field(description="Only those made at this instant or later.")] = None
    until: Annotated[Moment | None, Field(description="Only those made before this instant.")] = None


class Deliveries(Rows):
    """Reads deliveries; one is shown with its tries."""

    async def page(self, call: Call, *where: sa.ColumnElement[bool]) -> Response:
        """A page of deliveries, the newest first."""
        query = call.query
        assert isinstance(query, DeliveryList)
        asked = query.model_dump(include={"endpoint_id", "event_id", "state", "event_type"}, exclude_none=True)
        conditions = [col(getattr(Delivery, name)) == value for name, value in asked.items()]
        if query.channel_id is not None:
            conditions.append(col(Delivery.endpoint_id) == query.channel_id)
        if query.since is not None:
            conditions.append(col(Delivery.created_at) >= query.since)
        if query.until is not None:
            conditions.append(col(Delivery.created_at) < query.until)
        return await super().page(call, *where, *conditions)

    async def one(self, call: Call, id: UUID) -> Seen:
        """A delivery with its tries. Raises `NotFound`."""
        seen = await super().one(call, id)
        tries = sa.select(Attempt).where(
            col(Attempt.tenant_id) == call.principal.tenant_id, col(Attempt.delivery_id) == id
        )
        rows = await self.select(call, tries.order_by(col(Attempt.id)))
        shown = [ShownAttempt.model_validate(row).model_dump(mode="json") for row in rows]
        return seen | {"tries": shown}


DELIVERIES = Resource(
    path="deliveries",
    noun="delivery",
    nouns="deliveries",
    tag="Webhooks",
    prefix="delivery",
    reader=Deliveries(Delivery, ShownDelivery, newest_first=True, for_all_ventures=True),
    schema=ShownDelivery,
    query=DeliveryList,
    read_action=Action.WEBHOOK_READ,
    versioned=False,
)


class ReplayList(Paging):
    """Query parameters of the list of replays."""

    endpoint_id: Annotated[
        Annotated[UUID, IdOf("webhook_endpoint")] | None, Field(description="Only those of this endpoint.")
    ] = None
    channel_id: Annotated[Annotated[UUID, IdOf("channel")] | None, Field(description="Only those of this channel.")] = (
        None
    )
    state: Annotated[ReplayState | None, Field(description="Only those in this state.")] = None


class Replays(Rows):
    """Reads replays."""

    async def page(self, call: Call, *where: sa.ColumnElement[bool]) -> Response:
        """A page of replays, the newest first."""
        query = call.query
        assert isinstance(query, ReplayList)
        asked = query.model_dump(include={"endpoint_id", "channel_id", "state"}, exclude_none=True)
        conditions = (col(getattr(DeliveryReplay, name)) == value for name, value in asked.items())
        return await super().page(call, *where, *conditions)


REPLAYS = Resource(
    path="delivery-replays",
    noun="delivery replay",
    nouns="delivery replays",
    tag="Webhooks",
    prefix="delivery_replay",
    reader=Replays(DeliveryReplay, ShownDeliveryReplay, newest_first=True, for_all_ventures=True),
    schema=ShownDeliveryReplay,
    query=ReplayList,
    read_action=Action.WEBHOOK_READ,
    versioned=False,
)

_TESTS = TestResults(Rows(Delivery, ShownDelivery))


async def _test(call: Call) -> Response:
    """Announce a test event, and wait a little for what comes of it."""
    done = await run_command(call, COMMANDS["send_test_event"], ENDPOINTS.reader, {"id": call.id})
    result = await _TESTS.of(call, done.reports.get("event_id"))
    seen = await ENDPOINTS.reader.one(call, call.id) | {"test": result}
    headers = {"Idempotency-Replayed": "true"} if done.replayed else {}
    return Response(orjson.dumps(seen), call.operation.status, headers, JSON)


def operations() -> list[Operation]:
    """All that can be asked of webhooks."""
    return [
        ENDPOINTS.lists("List the webhook endpoints, the oldest first; never their secrets."),
        ENDPOINTS.reads(),
        ENDPOINTS.creates(COMMANDS["create_webhook_endpoint"]),
        ENDPOINTS.changes(COMMANDS["update_webhook_endpoint"]),
        ENDPOINTS.archives(COMMANDS["archive_webhook_endpoint"]),
        ENDPOINTS.verb(COMMANDS["rotate_webhook_secret"], "rotate-secret"),
        ENDPOINTS.verb(COMMANDS["send_test_event"], "test", run=_test, schema=ShownTestedEndpoint),
        ENDPOINTS.acts(COMMANDS["preview_payload"], "preview"),
        DELIVERIES.lists("List deliveries, the newest first."),
        DELIVERIES.reads(ShownDeliveryWithAttempts),
        DELIVERIES.verb(COMMANDS["retry_delivery"], "retry", schema=ShownDeliveryWithAttempts),
        REPLAYS.lists("List replays, the newest first."),
        REPLAYS.reads(),
        REPLAYS.creates(COMMANDS["replay_deliveries"]),
        REPLAYS.verb(COMMANDS["cancel_delivery_replay"], "cancel"),
    ]

"""Webhook endpoints of a tenant, what was sent to them, and the types of events that there are."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import JSON, Seen
from api.rest.operation import Call, Caller, Operation
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownAttempt, ShownDelivery, ShownDeliveryWithAttempts, ShownWebhookEndpoint
from domain.kernel.commands import COMMANDS
from domain.kernel.inputs import IdOf
from domain.tenancy.permissions import Action
from domain.webhooks.event_types import event_types
from domain.webhooks.tables import Attempt, Delivery, DeliveryState, WebhookEndpoint

ENDPOINTS = Resource(
    path="webhook-endpoints",
    noun="webhook endpoint",
    nouns="webhook endpoints",
    tag="Webhooks",
    prefix="webhook_endpoint",
    reader=Rows(WebhookEndpoint, ShownWebhookEndpoint, for_all_ventures=True),
    schema=ShownWebhookEndpoint,
    query=EntityList,
    read_action=Action.WEBHOOK_READ,
)


class DeliveryList(Paging):
    """Query parameters of the list of deliveries."""

    endpoint_id: Annotated[
        Annotated[UUID, IdOf("webhook_endpoint")] | None, Field(description="Only those of this endpoint.")
    ] = None
    event_id: Annotated[Annotated[UUID, IdOf("event")] | None, Field(description="Only those of this event.")] = None
    state: Annotated[DeliveryState | None, Field(description="Only those in this state.")] = None


class Deliveries(Rows):
    """Reads deliveries; one is shown with its tries."""

    async def page(self, call: Call, *where: sa.ColumnElement[bool]) -> Response:
        """A page of deliveries, the newest first."""
        query = call.query
        assert isinstance(query, DeliveryList)
        asked = query.model_dump(include={"endpoint_id", "event_id", "state"}, exclude_none=True)
        return await super().page(
            call, *where, *(col(getattr(Delivery, name)) == value for name, value in asked.items())
        )

    async def one(self, call: Call, id: UUID) -> Seen:
        """A delivery with its tries. Raises `NotFound`."""
        seen = await super().one(call, id)
        tries = sa.select(Attempt).where(
            col(Attempt.tenant_id) == call.principal.tenant_id, col(Attempt.delivery_id) == id
        )
        rows = await self.select(call, tries.order_by(col(Attempt.attempt_number), col(Attempt.id)))
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


class ShownEventType(BaseModel):
    """A type of event."""

    type: Annotated[str, Field(description="The type.", examples=["risk.assessed"])]
    description: Annotated[str, Field(description="When it is told.", examples=["A risk was assessed."])]


async def _list_event_types(call: Call) -> Response:
    rows: list[dict[str, Any]] = [{"type": name, "description": text} for name, text in event_types().items()]
    return Response(orjson.dumps({"data": rows, "next_cursor": None}), media_type=JSON)


def operations() -> list[Operation]:
    """All that can be asked of webhooks."""
    return [
        Operation(
            id="list_event_types",
            method="GET",
            path="/v1/event-types",
            tag="Webhooks",
            summary="List event types",
            description="List every type of event to which an endpoint can subscribe, in one page.",
            run=_list_event_types,
            caller=Caller.KNOWN,
            schema=ShownEventType,
            listed=True,
        ),
        ENDPOINTS.lists("List the webhook endpoints, the oldest first; never their secrets."),
        ENDPOINTS.reads(),
        ENDPOINTS.creates(COMMANDS["create_webhook_endpoint"]),
        ENDPOINTS.changes(COMMANDS["update_webhook_endpoint"]),
        ENDPOINTS.archives(COMMANDS["archive_webhook_endpoint"]),
        ENDPOINTS.verb(COMMANDS["rotate_webhook_secret"], "rotate-secret"),
        ENDPOINTS.verb(COMMANDS["send_test_event"], "test"),
        DELIVERIES.lists("List deliveries, the newest first."),
        DELIVERIES.reads(ShownDeliveryWithAttempts),
        DELIVERIES.verb(COMMANDS["retry_delivery"], "retry", schema=ShownDeliveryWithAttempts),
    ]

"""Webhook endpoints of a tenant, and what was sent to them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import Seen
from api.rest.operation import Call, Operation
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownAttempt, ShownDelivery, ShownDeliveryWithAttempts, ShownWebhookEndpoint
from domain.kernel.commands import COMMANDS
from domain.kernel.inputs import IdOf
from domain.tenancy.permissions import Action
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


def operations() -> list[Operation]:
    """All that can be asked of webhooks."""
    return [
        ENDPOINTS.lists("List the webhook endpoints, the oldest first; never their secrets."),
        ENDPOINTS.reads(),
        ENDPOINTS.creates(COMMANDS["create_webhook_endpoint"]),
        ENDPOINTS.changes(COMMANDS["update_webhook_endpoint"]),
        ENDPOINTS.archives(COMMANDS["archive_webhook_endpoint"]),
        ENDPOINTS.verb(COMMANDS["rotate_webhook_secret"], "rotate-secret"),
        ENDPOINTS.verb(COMMANDS["send_test_event"], "test"),
        ENDPOINTS.acts(COMMANDS["preview_payload"], "preview"),
        DELIVERIES.lists("List deliveries, the newest first."),
        DELIVERIES.reads(ShownDeliveryWithAttempts),
        DELIVERIES.verb(COMMANDS["retry_delivery"], "retry", schema=ShownDeliveryWithAttempts),
    ]

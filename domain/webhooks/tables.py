"""Where webhooks go, what is to be sent there, and every try."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.columns import choice, flag, identifiers, instant, number, reference, text, texts
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, Identified, Kind, index, refers


class Payload(StrEnum):
    """How much an endpoint is told: everything stored, or ids only."""

    FULL = "full"
    THIN = "thin"


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


class WebhookEndpoint(Entity, table=True):
    """An address of the tenant's that is told of events."""

    __tablename__ = "webhook_endpoint"
    prefix = "webhook_endpoint"
    word = "webhook_endpoint"
    private = frozenset({"secret", "previous_secret"})
    references = {"venture_ids": "venture"}

    url: str = text()
    description: str | None = text(None)
    event_types: list[str] = texts()
    "Exact types, or prefixes that end in `.*`; `*` for all."
    venture_ids: list[UUID] | None = identifiers(None)
    categories: list[str] | None = texts(None)
    min_severity: str | None = text(None)
    payload: Payload = choice(Payload, Payload.FULL, name="payload")
    role: Role = choice(Role, Role.VIEWER, name="role")
    document: str | None = text(None)
    "The payload document: what is told of an event's subject beside the event."
    document_cost: int | None = number(None)
    document_error: str | None = text(None)
    "Why the document cannot be run any more."
    enabled: bool = flag(True)
    disabled_reason: str | None = text(None)
    secret: str = text()
    "Encrypted."
    previous_secret: str | None = text(None)
    previous_secret_until: datetime | None = instant(None)


class EndpointHealth(Identified, table=True):
    """What the sender has seen of an endpoint lately: apart from the endpoint, since it changes with every try."""

    __tablename__ = "endpoint_health"
    table_kind = Kind.COMPUTED

    failing_since: datetime | None = instant(None)
    last_success_at: datetime | None = instant(None)
    not_before: datetime | None = instant(None)
    "Asked for by the receiver with Retry-After."
    __table_args__ = (refers("id", "webhook_endpoint"),)


class Delivery(Identified, table=True):
    """One event for one endpoint. Partitioned by week of `id`."""

    __tablename__ = "delivery"
    table_kind = Kind.WORK
    prefix = "delivery"
    references = {"endpoint_id": "webhook_endpoint", "event_id": "event"}

    endpoint_id: UUID = reference()
    event_id: UUID = reference()
    event_type: str = text()
    form: str = text()
    "Which stored body is sent."
    state: DeliveryState = choice(DeliveryState, DeliveryState.PENDING, name="state")
    due: datetime | None = instant(None)
    lease: UUID | None = reference(None)
    attempts: int = number(0)
    created_at: datetime = instant()
    finished_at: datetime | None = instant(None)
    last_status: int | None = number(None)
    last_error: str | None = text(None)
    __table_args__ = (
        index("endpoint_id", "id"),
        index("event_id"),
        sa.Index("ix_delivery_due", "due", "tenant_id", postgresql_where=sa.text("due IS NOT NULL")),
        sa.Index(
            "ix_delivery_endpoint_due", "tenant_id", "endpoint_id", "due", postgresql_where=sa.text("due IS NOT NULL")
        ),
        {"postgresql_partition_by": "RANGE (id)"},
    )


class Attempt(Identified, table=True):
    """One try to deliver. Partitioned by week of `id`."""

    __tablename__ = "attempt"
    table_kind = Kind.WORK
    prefix = "attempt"
    references = {"delivery_id": "delivery", "endpoint_id": "webhook_endpoint"}

    delivery_id: UUID = reference()
    endpoint_id: UUID = reference()
    attempt_number: int = number()
    at: datetime = instant()
    status: int | None = number(None)
    latency_ms: int = number(0)
    error: str | None = text(None)
    answer: str | None = text(None)
    "The first 16 kB of the receiver's answer."
    __table_args__ = (index("delivery_id", "attempt_number"), {"postgresql_partition_by": "RANGE (id)"})

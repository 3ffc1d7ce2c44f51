"""Where webhooks go, what is to be sent there, and every try."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.columns import (
    big_number,
    choice,
    document,
    flag,
    identifiers,
    instant,
    number,
    reference,
    text,
    texts,
)
from domain.kernel.metrics import Metric
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, Identified, Kind, check, index, refers, unique_where


class Payload(StrEnum):
    """How much an endpoint is told: everything stored, or ids only."""

    FULL = "full"
    THIN = "thin"


class Signing(StrEnum):
    """By which signatures deliveries are known to be ours: with a shared secret, with a public key, or both."""

    HMAC = "hmac"
    ED25519 = "ed25519"
    BOTH = "both"


class ReplayState(StrEnum):
    """Where a replay stands."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


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
    counted = Metric.WEBHOOK_ENDPOINTS
    private = frozenset({"secret", "previous_secret", "private_key", "former_keys", "headers"})
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
    former_keys: list[dict[str, Any]] | None = document(None)
    "The other former keys, each with its end: `domain.webhooks.keys`."
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
    "The latest former secret, while it signs too."
    previous_secret_until: datetime | None = instant(None)
    signing: Signing | None = choice(Signing, None, name="signing")
    "Empty in rows of a version before, as `concurrency` and `ordered` are: HMAC, 4 and no."
    public_key: str | None = text(None)
    private_key: str | None = text(None)
    "Encrypted."
    headers: str | None = text(None)
    "Headers of its own, encrypted together."
    header_names: list[str] | None = texts(None)
    rate: int | None = number(None)
    "Deliveries a second; empty for no limit."
    concurrency: int | None = number(None)
    "Deliveries at one time, for each worker process."
    ordered: bool | None = flag(None)
    "Whether an event waits until the former one of its subject is over."
    __table_args__ = (
        check("rate", "rate BETWEEN 1 AND 1000"),
        check("concurrency", "concurrency BETWEEN 1 AND 10"),
    )


class EndpointHealth(Identified, table=True):
    """What the sender has seen of an endpoint, channel or member's mail: apart, since it changes with every try."""

    __tablename__ = "endpoint_health"
    table_kind = Kind.COMPUTED

    failing_since: datetime | None = instant(None)
    last_success_at: datetime | None = instant(None)
    not_before: datetime | None = instant(None)
    "Nothing is sent until then: asked for by the receiver with Retry-After, or after failures in a row."
    failures: int | None = number(None)
    "In a row."
    free_at: datetime | None = instant(None)
    "Until when the endpoint's rate is used up: `domain.webhooks.throttle`."


class Delivery(Identified, table=True):
    """One event for one endpoint, channel or member's mail. Partitioned by week of `id`."""

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
    subject_id: UUID | None = reference(None)
    "Of deliveries in strict order: what the event is about."
    sequence: int | None = big_number(None)
    "The event's number, where the subject is told."
    __table_args__ = (
        index("endpoint_id", "id"),
        index("event_id"),
        sa.Index("ix_delivery_due", "due", "tenant_id", postgresql_where=sa.text("due IS NOT NULL")),
        sa.Index(
            "ix_delivery_endpoint_due_id",
            "tenant_id",
            "endpoint_id",
            "due",
            "id",
            postgresql_where=sa.text("due IS NOT NULL"),
        ),
        sa.Index(
            "ix_delivery_order",
            "tenant_id",
            "endpoint_id",
            "subject_id",
            "sequence",
            postgresql_where=sa.text("state = 'pending' AND subject_id IS NOT NULL"),
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


class DeliveryReplay(Identified, table=True):
    """One sending again of what an endpoint or a channel was told, or should have been, since a time."""

    __tablename__ = "delivery_replay"
    table_kind = Kind.WORK
    prefix = "delivery_replay"

    endpoint_id: UUID | None = reference(None)
    channel_id: UUID | None = reference(None)
    "One of both is named by whoever asks."
    since: datetime = instant()
    until: datetime = instant()
    event_types: list[str] | None = texts(None)
    only_failed: bool = flag(False)
    state: ReplayState = choice(ReplayState, ReplayState.RUNNING, name="state")
    created_at: datetime = instant()
    finished_at: datetime | None = instant(None)
    reached: UUID | None = reference(None)
    "The event, or with `only_failed` the delivery, up to which it has come."
    looked_at: int = number(0)
    "Events, or with `only_failed` deliveries, that it has looked at."
    replayed: int = number(0)
    "Deliveries that it has made due."
    __table_args__ = (
        refers("endpoint_id", "webhook_endpoint"),
        refers("channel_id", "channel"),
        check("target", "num_nonnulls(endpoint_id, channel_id) > 0"),
        index("endpoint_id", "id"),
        index("channel_id", "id"),
        unique_where("uq_delivery_replay_running", "state = 'running'", "endpoint_id"),
        unique_where("uq_delivery_replay_running_channel", "state = 'running'", "channel_id"),
    )

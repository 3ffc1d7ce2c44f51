"""Webhook endpoints and deliveries, for administrators."""

from __future__ import annotations

from typing import Final

from domain.tenancy.permissions import Action
from domain.webhooks.breaker import EndpointState
from domain.webhooks.tables import Attempt, Delivery, DeliveryReplay, EndpointHealth, Signing, WebhookEndpoint
from graph import kinds
from graph.deriving import beside, can, column_field, columns, entity, to_many, to_one, worked_out
from graph.enums import name_of
from graph.language import Beside, ToOne

HEALTH: Final = Beside(EndpointHealth, on="{there}.id = {row}.id")

_STATE: Final = (
    "CASE WHEN NOT {row}.enabled THEN 'disabled' WHEN {endpoint_health}.not_before > {now} THEN 'paused' "
    "WHEN {endpoint_health}.failing_since IS NOT NULL THEN 'failing' ELSE 'active' END"
)

ENDPOINT = entity(
    WebhookEndpoint,
    [
        columns(
            WebhookEndpoint,
            {
                "description": "What it is for.",
                "event_types": "Exact types, prefixes that end in `.*`, or `*` for all.",
                "venture_ids": "Only events of these ventures; empty: all.",
                "categories": "Only events of these risk categories; empty: all.",
                "min_severity": "Only alerts at least this grave; empty: all.",
                "payload": "How much it is told.",
                "role": "As whose role its payloads are read.",
                "document": "The payload document: a query whose answer travels as `data.selection`.",
                "document_cost": "What the payload document costs for each event.",
                "document_error": "Why the payload document cannot be run any more; empty while it can.",
                "enabled": "Whether events are sent.",
                "disabled_reason": "Why nothing is sent.",
                "rate": "Deliveries a second at most; empty: no limit.",
                "public_key": "By which signatures of the kind v1a are verified; empty where there are none.",
                "previous_secret_until": "Until when the latest former secret signs too.",
                "header_names": "Names of the headers that are sent with every delivery; their values are never shown.",
            },
        ),
        column_field(WebhookEndpoint, "url", "Where events are sent.", kind=kinds.ADDRESS),
        worked_out(
            "concurrency",
            "Deliveries at one time at most, for each worker process.",
            kinds.INT,
            "coalesce({row}.concurrency, 4)",
        ),
        worked_out(
            "ordered",
            "Whether an event waits until the former one about the same subject arrived or was given up.",
            kinds.BOOL,
            "coalesce({row}.ordered, false)",
        ),
        worked_out(
            "signing",
            "By which signatures deliveries are known to be ours.",
            kinds.enumeration(Signing, name_of(Signing)),
            "coalesce({row}.signing, 'hmac')",
        ),
        worked_out("state", "How it does.", kinds.enumeration(EndpointState, name_of(EndpointState)), _STATE),
        beside(
            HEALTH,
            {
                "failing_since": "Since when it has seen nothing but failure.",
                "last_success_at": "When something arrived last.",
                "not_before": "Nothing is sent until then: it asked for that, or failed too often in a row.",
            },
        ),
        to_many("deliveries", "delivery", "endpoint_id", "What was sent there, the newest first.", "-id"),
        to_many("replays", "delivery_replay", "endpoint_id", "What was sent there again, the newest first.", "-id"),
        can(edit=Action.WEBHOOK_WRITE),
    ],
    needs=Action.WEBHOOK_READ,
    whole=True,
    beside=(HEALTH,),
)

DELIVERY = entity(
    Delivery,
    [
        columns(
            Delivery,
            {
                "event_type": "The event's type.",
                "state": "Where it stands.",
                "attempts": "How often it was tried.",
                "created_at": "When it was to be sent first.",
                "finished_at": "When it was over.",
                "last_status": "The HTTP status of the latest try.",
                "last_error": "Why the latest try failed.",
            },
            codes=("event_type",),
        ),
        worked_out(
            "next_attempt_at",
            "When it is tried next; empty: not again, or at this moment.",
            kinds.INSTANT,
            "CASE WHEN {row}.lease IS NULL THEN {row}.due END",
            nullable=True,
        ),
        to_one(Delivery, "endpoint_id", "webhook_endpoint", "The endpoint; empty: no webhook.", nullable=True),
        ToOne(
            name="channel",
            description="The channel; empty where the endpoint is as well: the mail of a member.",
            to="channel",
            on="{there}.id = {row}.endpoint_id",
            filtered=False,
        ),
        to_many("tries", "attempt", "delivery_id", "Every try, the first one first.", "attempt_number", "id"),
    ],
    word="delivery",
    plural="deliveries",
    needs=Action.WEBHOOK_READ,
    whole=True,
    order=("-id",),
)

ATTEMPT = entity(
    Attempt,
    [
        columns(
            Attempt,
            {
                "attempt_number": "1 for the first; by hand or by a replay they are counted anew.",
                "at": "When.",
                "status": "The HTTP status of the answer, or the mail server's reply code; empty: none.",
                "latency_ms": "Milliseconds to the answer.",
                "error": "Why it failed.",
                "answer": "The first 16 kB of the answer.",
            },
        ),
        to_one(Attempt, "delivery_id", "delivery", "What was to be delivered.", nullable=True),
    ],
    name="DeliveryAttempt",
    description="One try to deliver an event.",
    singular="delivery_attempt",
    word="attempt",
    needs=Action.WEBHOOK_READ,
    whole=True,
    order=("-id",),
)

REPLAY = entity(
    DeliveryReplay,
    [
        columns(
            DeliveryReplay,
            {
                "since": "From when on.",
                "until": "Until when, not included.",
                "event_types": "Only these types of events; empty: all that the endpoint subscribes to.",
                "only_failed": "Whether only what failed or was cancelled is sent again.",
                "state": "Where it stands.",
                "created_at": "When it was asked for.",
                "finished_at": "When it was over.",
                "looked_at": "How many events, or deliveries where only what failed is sent, it has looked at.",
                "replayed": "How many deliveries it has made due.",
            },
        ),
        to_one(DeliveryReplay, "endpoint_id", "webhook_endpoint", "The endpoint; empty: a channel's.", nullable=True),
        to_one(DeliveryReplay, "channel_id", "channel", "The channel; empty: an endpoint's.", nullable=True),
    ],
    word="delivery_replay",
    needs=Action.WEBHOOK_READ,
    whole=True,
    order=("-id",),
)

ENTITIES = (ENDPOINT, DELIVERY, ATTEMPT, REPLAY)

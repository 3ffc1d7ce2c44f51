"""How administration's rows are shown: Pydantic classes that describe the answers and write them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema, model_validator

from domain.channels.forms import Shape, read_form
from domain.channels.tables import ChannelKind
from domain.kernel.inputs import IdOf
from domain.kernel.origin import Agent
from domain.kernel.outward import instant_text
from domain.kernel.principal import Role
from domain.webhooks.breaker import EndpointState
from domain.webhooks.tables import Delivery, DeliveryState, Payload, ReplayState, Signing

Instant = Annotated[
    datetime,
    PlainSerializer(instant_text, when_used="json-unless-none"),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-12-01T09:30:00.000000Z"]}),
]
TenantId = Annotated[UUID, IdOf("tenant")]
MemberId = Annotated[UUID, IdOf("member")]
PersonId = Annotated[UUID, IdOf("person")]
VentureId = Annotated[UUID, IdOf("venture")]


class Shown(BaseModel):
    """Base of all: made from a row's attributes."""

    model_config = ConfigDict(from_attributes=True, defer_build=True)


class ShownEntity(Shown):
    """What every entity shows of itself."""

    version: Annotated[int, Field(description="Counts the changes; the ETag.", examples=[1])]
    created_at: Annotated[Instant, Field(description="When it was made.")]
    updated_at: Annotated[Instant, Field(description="When it was changed last.")]
    archived_at: Annotated[Instant | None, Field(description="When it was archived; null where it was not.")]


class ShownDocumentManifest(ShownEntity):
    """The documents of one version of one program, all trusted until it is archived."""

    id: Annotated[UUID, IdOf("document_manifest"), Field(description="Its id.")]
    title: Annotated[str, Field(description="Which program, in which version.", examples=["web 2.14.0"])]
    document_count: Annotated[int, Field(description="How many documents it has.", examples=[42])]


class ShownMember(ShownEntity):
    """A person in the tenant, with a role."""

    id: Annotated[MemberId, Field(description="Its id.")]
    name: Annotated[str, Field(description="Name of the person.", examples=["Ann Lee"])]
    email: Annotated[
        str | None, Field(description="The address by which the person signs in.", examples=["ann@example.com"])
    ]
    role: Annotated[Role, Field(description="What the member may do.")]
    venture_ids: Annotated[
        list[VentureId] | None, Field(description="The only ventures that the member sees; null: all.")
    ]
    external_id: Annotated[
        str | None, Field(description="By what the tenant's directory knows the person; null: it does not.")
    ]


class ShownInvitation(ShownEntity):
    """A place in the tenant that is offered to whoever reads an e-mail address."""

    id: Annotated[UUID, IdOf("invitation"), Field(description="Its id.")]
    email: Annotated[str, Field(description="The address that is invited.", examples=["ann@example.com"])]
    name: Annotated[str, Field(description="Name of the person.", examples=["Ann Lee"])]
    role: Annotated[Role, Field(description="What the person will be able to do.")]
    venture_ids: Annotated[
        list[VentureId] | None, Field(description="The only ventures that the person will see; null: all.")
    ]
    language: Annotated[
        str | None, Field(description="In which language it is written; null: the tenant's.", examples=["zh-CN"])
    ]
    invited_by: Annotated[MemberId | None, Field(description="Who invited; null: an operator or a program.")]
    expires_at: Annotated[Instant, Field(description="Until when its link works.")]
    mails: Annotated[int, Field(description="How many mails it was worth; only the last one's link works.")]
    mail_error: Annotated[
        str | None, Field(description="Why the mail server refused the address for good; null where it did not.")
    ]
    accepted_at: Annotated[Instant | None, Field(description="When it was accepted; null: not, or not yet.")]
    member_id: Annotated[MemberId | None, Field(description="Who became a member by it.")]


class ShownServiceAccount(ShownEntity):
    """A program that acts in its own name."""

    id: Annotated[UUID, IdOf("service_account"), Field(description="Its id.")]
    title: Annotated[str, Field(description="What it is called.", examples=["Warehouse sync"])]
    description: Annotated[str | None, Field(description="What it is for.", examples=["Copies risks every night."])]
    role: Annotated[Role, Field(description="What it may do, at most.")]
    venture_ids: Annotated[list[VentureId] | None, Field(description="The only ventures that it sees; null: all.")]
    subject: Annotated[
        str | None,
        Field(description="The `sub` of bearer tokens by which the tenant's own issuer names it; null: it has keys."),
    ]


class ShownApiKey(ShownEntity):
    """A key of a program, without the key itself."""

    id: Annotated[UUID, IdOf("api_key"), Field(description="Its id.")]
    title: Annotated[str, Field(description="What it is for.", examples=["Nightly export"])]
    hint: Annotated[str, Field(description="Its last four characters.", examples=["x7Qa"])]
    role: Annotated[Role, Field(description="What it may do.")]
    scopes: Annotated[
        list[str] | None, Field(description="Its only permissions; null: all of its role.", examples=[["domain:read"]])
    ]
    venture_ids: Annotated[list[VentureId] | None, Field(description="The only ventures that it sees; null: all.")]
    networks: Annotated[
        list[str] | None,
        Field(description="The only networks it is taken from; null: all.", examples=[["203.0.113.0/24"]]),
    ]
    expires_at: Annotated[Instant | None, Field(description="When it stops to work; null: never.")]
    created_by: Annotated[MemberId | None, Field(description="Who made it; null: an operator or a program.")]
    service_account_id: Annotated[
        Annotated[UUID, IdOf("service_account")] | None,
        Field(description="The service account in whose name it acts; null: in its maker's."),
    ]
    rotated_to: Annotated[
        Annotated[UUID, IdOf("api_key")] | None,
        Field(description="The key that has taken its place; both work until this one's end."),
    ]


class ShownApiKeyWithUse(ShownApiKey):
    """A key of a program, and when it was used last."""

    last_used_at: Annotated[
        Instant | None, Field(description="When it was used last, to five minutes; null: never, or not lately known.")
    ]
    last_address: Annotated[str | None, Field(description="From which address that was.", examples=["203.0.113.7"])]


class ShownWebhookEndpoint(ShownEntity):
    """An address that is told of events, without its secret."""

    id: Annotated[UUID, IdOf("webhook_endpoint"), Field(description="Its id.")]
    url: Annotated[str, Field(description="Where events are sent.", examples=["https://hooks.example.com/milepost"])]
    description: Annotated[str | None, Field(description="What it is for.", examples=["Alerts to the chat"])]
    event_types: Annotated[list[str], Field(description="Types, prefixes that end in .*, or *.", examples=[["risk.*"]])]
    venture_ids: Annotated[list[VentureId] | None, Field(description="Only events of these ventures; null: all.")]
    categories: Annotated[
        list[str] | None, Field(description="Only these categories; null: all.", examples=[["legal"]])
    ]
    min_severity: Annotated[
        str | None, Field(description="Only alerts at least this severe; null: all.", examples=["warning"])
    ]
    payload: Annotated[Payload, Field(description="All that is stored, or ids only.")]
    role: Annotated[Role, Field(description="What this role may not read is not sent.")]
    document: Annotated[
        str | None,
        Field(
            description="The payload document: a query whose answer travels as `data.selection`; null: none.",
            examples=["query ($subject: ID!) { risk(id: $subject) { title score level } }"],
        ),
    ]
    document_cost: Annotated[
        int | None, Field(description="What the payload document costs for each event.", examples=[4])
    ]
    document_error: Annotated[
        str | None, Field(description="Why the payload document cannot be run any more; null while it can.")
    ]
    enabled: Annotated[bool, Field(description="Whether events are sent.")]
    disabled_reason: Annotated[str | None, Field(description="Why it was disabled by itself; null where it was not.")]
    previous_secret_until: Annotated[
        Instant | None, Field(description="Until when the latest former secret signs too.")
    ]
    rate: Annotated[int | None, Field(description="Deliveries a second at most; null: no limit.", examples=[10])]
    concurrency: Annotated[
        int | None, Field(description="Deliveries at one time at most, for each worker process.", examples=[4])
    ]
    ordered: Annotated[
        bool | None,
        Field(description="Whether an event waits until the former one of its subject arrived or was given up."),
    ]
    signing: Annotated[Signing | None, Field(description="By which signatures deliveries are known to be ours.")]
    public_key: Annotated[
        str | None,
        Field(
            description="By which signatures of the kind v1a are verified; null where there are none.",
            examples=["whpk_dGhpcnR5LXR3byBieXRlcyBvZiBhIHB1YmxpYyBrZXk="],
        ),
    ]
    header_names: Annotated[
        list[str] | None,
        Field(description="Names of the headers that are sent with every delivery.", examples=[["X-Api-Key"]]),
    ]


class ShownWebhookEndpointWithHealth(ShownWebhookEndpoint):
    """An address that is told of events, without its secret, and how it does."""

    concurrency: Annotated[
        int, Field(description="Deliveries at one time at most, for each worker process.", examples=[4])
    ]
    ordered: Annotated[
        bool, Field(description="Whether an event waits until the former one of its subject arrived or was given up.")
    ]
    signing: Annotated[Signing, Field(description="By which signatures deliveries are known to be ours.")]
    state: Annotated[EndpointState, Field(description="How it does. The ETag does not tell of it.")]
    failing_since: Annotated[Instant | None, Field(description="Since when it has seen nothing but failure.")]
    last_success_at: Annotated[Instant | None, Field(description="When something arrived last.")]
    not_before: Annotated[
        Instant | None,
        Field(description="Nothing is sent until then: it asked for that, or failed too often in a row."),
    ]


class ShownTestResult(BaseModel):
    """What came of a test event."""

    event_id: Annotated[
        str | None,
        Field(
            description="The test event: its webhook-id. Null when the request is repeated with its idempotency key.",
            examples=["event_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"],
        ),
    ]
    delivery_id: Annotated[
        str | None, Field(description="Its delivery.", examples=["delivery_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"])
    ]
    state: Annotated[
        Literal["delivered", "failed", "pending"],
        Field(description="Of the first try; pending where that takes longer than the answer waits."),
    ]
    status: Annotated[int | None, Field(description="HTTP status of the receiver's answer.", examples=[204])]
    latency_ms: Annotated[int | None, Field(description="Milliseconds to the receiver's answer.", examples=[84])]
    error: Annotated[str | None, Field(description="Why it failed.", examples=["no answer within 15 s"])]


class ShownTestedEndpoint(ShownWebhookEndpointWithHealth):
    """An endpoint, and what came of the test event."""

    test: Annotated[ShownTestResult, Field(description="What came of it.")]


class ShownDeliveryReplay(Shown):
    """A sending again of what an endpoint or a channel was told since a time."""

    id: Annotated[UUID, IdOf("delivery_replay"), Field(description="Its id.")]
    endpoint_id: Annotated[
        Annotated[UUID, IdOf("webhook_endpoint")] | None, Field(description="The endpoint; null: a channel's.")
    ]
    channel_id: Annotated[
        Annotated[UUID, IdOf("channel")] | None, Field(description="The channel; null: an endpoint's.")
    ]
    since: Annotated[Instant, Field(description="From when on.")]
    until: Annotated[Instant, Field(description="Until when, not included.")]
    event_types: Annotated[
        list[str] | None, Field(description="Only these types; null: all it subscribes to.", examples=[["risk.*"]])
    ]
    only_failed: Annotated[bool, Field(description="Whether only what failed or was cancelled is sent again.")]
    state: Annotated[ReplayState, Field(description="Where it stands.")]
    looked_at: Annotated[int, Field(description="Events or deliveries that it has looked at.", examples=[400])]
    replayed: Annotated[int, Field(description="Deliveries that it has made due.", examples=[37])]
    created_at: Annotated[Instant, Field(description="When it was asked for.")]
    finished_at: Annotated[Instant | None, Field(description="When it was over.")]


class ShownChannel(ShownEntity):
    """A place where people are told of events; the address at Slack or Teams is never shown."""

    id: Annotated[UUID, IdOf("channel"), Field(description="Its id.")]
    kind: Annotated[ChannelKind, Field(description="How it is told.")]
    name: Annotated[str, Field(description="What it is called.", examples=["Alerts to the team"])]
    address: Annotated[
        str | None, Field(description="Where mail goes; null for other kinds.", examples=["ann@example.com"])
    ]
    url_hint: Annotated[
        str | None,
        Field(description="What may be shown of the secret address.", examples=["https://hooks.slack.com/…x7Qa"]),
    ]
    event_types: Annotated[list[str], Field(description="Types, prefixes that end in .*, or *.", examples=[["risk.*"]])]
    venture_ids: Annotated[list[VentureId] | None, Field(description="Only events of these ventures; null: all.")]
    categories: Annotated[
        list[str] | None, Field(description="Only these categories; null: all.", examples=[["legal"]])
    ]
    min_severity: Annotated[
        str | None, Field(description="Only alerts at least this severe; null: all.", examples=["warning"])
    ]
    role: Annotated[Role, Field(description="What this role may not read is not told.")]
    language: Annotated[str | None, Field(description="In which language; null: the tenant's.", examples=["zh-CN"])]
    enabled: Annotated[bool, Field(description="Whether events are told.")]
    disabled_reason: Annotated[str | None, Field(description="Why it was disabled by itself; null where it was not.")]
    confirmed_at: Annotated[
        Instant | None, Field(description="When the reader of the address agreed; null: nothing is sent yet.")
    ]
    asked_at: Annotated[Instant | None, Field(description="When the reader was asked last.")]


class ShownDelivery(Shown):
    """One event on its way to one endpoint, channel or member's mail."""

    id: Annotated[UUID, IdOf("delivery"), Field(description="Its id.")]
    endpoint_id: Annotated[
        Annotated[UUID, IdOf("webhook_endpoint")] | None, Field(description="The endpoint; null: no webhook.")
    ]
    channel_id: Annotated[
        Annotated[UUID, IdOf("channel")] | None,
        Field(description="The channel; null with endpoint_id: the mail of a member."),
    ]
    event_id: Annotated[UUID, IdOf("event"), Field(description="The event; the webhook-id.")]
    event_type: Annotated[str, Field(description="Type of the event.", examples=["risk.assessed"])]
    state: Annotated[DeliveryState, Field(description="Where it stands.")]
    attempts: Annotated[int, Field(description="How often it was tried.", examples=[1])]
    due: Annotated[
        Instant | None, Field(description="When it is tried next; null: not again, or its body is yet to come.")
    ]
    created_at: Annotated[Instant, Field(description="When it was made.")]
    finished_at: Annotated[Instant | None, Field(description="When it arrived or was given up.")]
    last_status: Annotated[int | None, Field(description="HTTP status of the last answer.", examples=[200])]
    last_error: Annotated[str | None, Field(description="Why the last try failed.", examples=["no answer within 15 s"])]

    @model_validator(mode="before")
    @classmethod
    def _say_where(cls, row: Any) -> Any:
        """The form of what is sent says where its id belongs."""
        if not isinstance(row, Delivery):
            return row
        values = {name: getattr(row, name) for name in cls.model_fields if hasattr(row, name)}
        found = read_form(row.form)
        channel = row.endpoint_id if found is not None and found[0] not in (Shape.MEMBER, Shape.NOTICE) else None
        return values | {"endpoint_id": row.endpoint_id if found is None else None, "channel_id": channel}


class ShownAttempt(Shown):
    """One try to deliver."""

    id: Annotated[UUID, IdOf("attempt"), Field(description="Its id.")]
    attempt_number: Annotated[int, Field(description="1 for the first.", examples=[1])]
    at: Annotated[Instant, Field(description="When.")]
    status: Annotated[int | None, Field(description="HTTP status of the answer; null: none.", examples=[200])]
    latency_ms: Annotated[int, Field(description="Milliseconds to the answer.", examples=[84])]
    error: Annotated[str | None, Field(description="Why it failed.")]
    answer: Annotated[str | None, Field(description="The first 16 kB of the answer.")]


class ShownDeliveryWithAttempts(ShownDelivery):
    """One event on its way to one endpoint, with every try."""

    tries: Annotated[list[ShownAttempt], Field(description="Every try, the first one first.")]


_HASHED = "Personal values are `{sha256}` for who may not read members, or where they were erased."


class ShownAuditEntry(Shown):
    """Who did what to which object."""

    id: Annotated[UUID, IdOf("audit_entry"), Field(description="Its id.")]
    at: Annotated[Instant, Field(description="When.")]
    actor_kind: Annotated[
        str, Field(description="member, api_key, service_account, operator or worker.", examples=["api_key"])
    ]
    actor_id: Annotated[str | None, Field(description="Id of the actor; null for a worker.")]
    request_id: Annotated[
        str | None, Field(description="Id of the request.", examples=["0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"])
    ]
    action: Annotated[str, Field(description="What was done.", examples=["risk.updated"])]
    subject_type: Annotated[str, Field(description="To what kind of object.", examples=["risk"])]
    subject_id: Annotated[str, Field(description="To which object.")]
    venture_id: Annotated[VentureId | None, Field(description="In which venture; null where in none.")]
    agent: Annotated[
        Agent | None, Field(description="The class of the program that asked for it; null where nothing was asked.")
    ]
    address: Annotated[
        str | None,
        Field(
            description="From which address it was asked for; null where nothing was asked, or the caller may not read "
            "members, or it was erased.",
            examples=["203.0.113.7"],
        ),
    ]
    before: Annotated[dict[str, Any] | None, Field(description=f"Changed fields before. {_HASHED}")]
    after: Annotated[dict[str, Any] | None, Field(description=f"Changed fields after. {_HASHED}")]
    number: Annotated[int | None, Field(description="Its number in the chain; null until it is sealed.", examples=[17])]
    hash: Annotated[str | None, Field(description="The chain's hash up to it; null until it is sealed.")]

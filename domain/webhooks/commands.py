"""What can be asked of webhook endpoints and deliveries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col

from domain.auditing.events import ASKED_BY
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Invalid, InvalidState, QuotaExceeded
from domain.kernel.ids import external_id
from domain.kernel.inputs import Change, Code, IdOf, Input, LongText, Whole, may_be_left_out
from domain.kernel.principal import Role
from domain.kernel.targets import LONGEST, ForbiddenTarget, check_url
from domain.kernel.work import Work
from domain.risks.monitoring.finding import Severity
from domain.tenancy.permissions import Action, require, role_allows
from domain.tenancy.reach import check_role, check_unrestricted, check_ventures
from domain.webhooks.event_types import is_pattern
from domain.webhooks.events import TEST, EndpointTested
from domain.webhooks.headers import WebhookHeaders, names_of
from domain.webhooks.keys import give_key_pair, give_keys, headers_place, replace_keys
from domain.webhooks.payload_documents import DOCUMENT, PayloadDocument, price_of
from domain.webhooks.tables import EndpointHealth, Payload, Signing, WebhookEndpoint

EndpointId = Annotated[UUID, IdOf("webhook_endpoint")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(min_length=1, max_length=500)]

MOST_ENDPOINTS = 50
"""Endpoints of one tenant that are not archived."""

_SECRET = {"secret": "The signing secret; null when the request is repeated with its idempotency key."}

_DOCUMENT_DEPENDS_ON = ("document", "role", "venture_ids")

ENDPOINTS = "webhook_endpoints"
"""Guard behind which the endpoints of a tenant are counted."""


def _known_pattern(value: str) -> str:
    if not is_pattern(value):
        raise ValueError("is no type of event, such as risk.assessed or risk.*; GET /v1/event-types lists them")
    return value


Pattern = Annotated[str, AfterValidator(_known_pattern), Field(max_length=100, examples=["risk.*"])]
Patterns = Annotated[list[Pattern], Field(min_length=1, max_length=100)]
Categories = Annotated[list[Code], Field(min_length=1, max_length=50)]
Rate = Annotated[Whole, Field(ge=1, le=1000, examples=[10])]
Concurrency = Annotated[Whole, Field(ge=1, le=10, examples=[4])]
OverlapHours = Annotated[Whole, Field(ge=0, le=168, examples=[24])]
Url = Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["https://hooks.example.com/milepost"])]


class CreateWebhookEndpoint(Input):
    """A new address that is told of events."""

    url: Url = Field(description="Where events are sent: https, a public address.")
    description: LongText | None = Field(None, description="What it is for.")
    event_types: Patterns = Field(default=["*"], description="Types of events, prefixes that end in .*, or * for all.")
    venture_ids: VentureIds | None = Field(None, description="Only events of these ventures; left out: all.")
    categories: Categories | None = Field(None, description="Only events of these categories of risk; left out: all.")
    min_severity: Severity | None = Field(None, description="Only events of alerts at least this severe.")
    payload: Payload = Field(Payload.FULL, description="All that is stored, or ids only.")
    role: Role = Field(Role.VIEWER, description="What this role may not read is not sent.")
    document: PayloadDocument | None = Field(None, description=DOCUMENT)
    enabled: bool = Field(True, description="Whether events are sent.")
    rate: Rate | None = Field(None, description="Deliveries a second at most; left out: no limit.")
    concurrency: Concurrency = Field(4, description="Deliveries at one time at most, for each worker process.")
    ordered: bool = Field(
        False, description="Whether an event waits until the former one about the same subject arrived or was given up."
    )
    signing: Signing = Field(Signing.HMAC, description="By which signatures deliveries are known to be ours.")
    headers: WebhookHeaders | None = Field(
        None, description="Headers that are sent with every delivery, for gateways: never shown again."
    )


class UpdateWebhookEndpoint(Change):
    """Changes to an endpoint: what is left out stays, null clears."""

    id: EndpointId = Field(description="The endpoint.")
    url: Url = may_be_left_out("Where events are sent.")
    description: LongText | None = Field(None, description="What it is for.")
    event_types: Patterns = may_be_left_out("Types of events, prefixes that end in .*, or * for all.")
    venture_ids: VentureIds | None = Field(None, description="Only events of these ventures; null: all.")
    categories: Categories | None = Field(None, description="Only events of these categories of risk; null: all.")
    min_severity: Severity | None = Field(None, description="Only events of alerts at least this severe; null: all.")
    payload: Payload = may_be_left_out("All that is stored, or ids only.")
    role: Role = may_be_left_out("What this role may not read is not sent.")
    document: PayloadDocument | None = Field(None, description=f"{DOCUMENT} Null: none.")
    enabled: bool = may_be_left_out("Whether events are sent. Enabling begins the count of failures anew.")
    rate: Rate | None = Field(None, description="Deliveries a second at most; null: no limit.")
    concurrency: Concurrency = may_be_left_out("Deliveries at one time at most, for each worker process.")
    ordered: bool = may_be_left_out(
        "Whether an event waits until the former one about the same subject arrived or was given up; "
        "holds for events that come after the change."
    )
    signing: Signing = may_be_left_out("By which signatures deliveries are known to be ours.")
    headers: WebhookHeaders | None = Field(
        None, description="Headers that are sent with every delivery, all of them anew; null: none."
    )


class NameWebhookEndpoint(Change):
    """Which endpoint is meant."""

    id: EndpointId = Field(description="The endpoint.")


class RotateWebhookSecret(NameWebhookEndpoint):
    """Which endpoint gets new keys, and how long the present ones sign beside them."""

    overlap_hours: OverlapHours = Field(
        24, description="For how many hours the present keys sign too; 0 where they became known to others."
    )


@command(Action.WEBHOOK_WRITE, returns={"webhook_endpoint": "webhook_endpoint"}, creates=True, shown_once=_SECRET)
async def create_webhook_endpoint(work: Work, given: CreateWebhookEndpoint) -> Done:
    """Add an address that is told of events. Its secret is shown in this answer only."""
    check_unrestricted(work)
    check_role(work, given.role)
    venture_ids = await check_ventures(work, given.venture_ids)
    _check_log(work, given.event_types, given.role, venture_ids)
    endpoint = work.new(
        WebhookEndpoint,
        url=_checked_url(work, given.url),
        description=given.description,
        event_types=list(given.event_types),
        venture_ids=venture_ids,
        categories=given.categories,
        min_severity=given.min_severity,
        payload=given.payload,
        role=given.role,
        document=given.document,
        document_cost=price_of(work, given.document, given.role, venture_ids),
        enabled=given.enabled,
        rate=given.rate,
        concurrency=given.concurrency,
        ordered=given.ordered,
        signing=given.signing,
        secret="",
    )
    secret = give_keys(endpoint, work.runtime.keys)
    _give_headers(work, endpoint, given.headers)
    await _check_count(work)
    return Done({"webhook_endpoint": endpoint.id}, {"secret": secret})


@command(Action.WEBHOOK_WRITE, returns={"webhook_endpoint": "webhook_endpoint"})
async def update_webhook_endpoint(work: Work, given: UpdateWebhookEndpoint) -> Done:
    """Change an endpoint. What is already on its way is sent to the address it has when it is sent."""
    check_unrestricted(work)
    endpoint = await load_for_change(work, WebhookEndpoint, given.id, given.expected_version)
    check_role(work, endpoint.role, "the endpoint's role")
    changes = given.sent("id", "expected_version", "headers")
    if "url" in changes:
        changes["url"] = _checked_url(work, given.url)
    if "role" in changes:
        check_role(work, given.role)
    if "venture_ids" in changes:
        changes["venture_ids"] = await check_ventures(work, given.venture_ids)
    if not changes.keys().isdisjoint(_DOCUMENT_DEPENDS_ON):
        held = [changes.get(name, getattr(endpoint, name)) for name in _DOCUMENT_DEPENDS_ON]
        changes |= {"document_cost": price_of(work, *held), "document_error": None}
    if changes.get("enabled") and not endpoint.enabled:
        changes["disabled_reason"] = None
        await _forget_failures(work, endpoint)
    apply(endpoint, changes)
    if not changes.keys().isdisjoint({"event_types", "role", "venture_ids"}):
        _check_log(work, endpoint.event_types, endpoint.role, endpoint.venture_ids)
    if endpoint.signing not in (None, Signing.HMAC) and endpoint.private_key is None:
        give_key_pair(endpoint, work.runtime.keys)
    if "headers" in given.sent():
        _give_headers(work, endpoint, given.headers)
    return Done({"webhook_endpoint": endpoint.id})


@command(Action.WEBHOOK_WRITE, returns={"webhook_endpoint": "webhook_endpoint"})
async def archive_webhook_endpoint(work: Work, given: NameWebhookEndpoint) -> Done:
    """Archive an endpoint: nothing more is sent to it. Archiving twice is archiving once."""
    check_unrestricted(work)
    endpoint = await load_for_change(work, WebhookEndpoint, given.id, given.expected_version, archived=True)
    if endpoint.archived_at is None:
        endpoint.archived_at = work.now
    return Done({"webhook_endpoint": endpoint.id})


@command(Action.WEBHOOK_WRITE, returns={"webhook_endpoint": "webhook_endpoint"}, shown_once=_SECRET)
async def rotate_webhook_secret(work: Work, given: RotateWebhookSecret) -> Done:
    """Give an endpoint a new secret, shown in this answer only, and a new key pair where it has one.

    Until the overlap is over the former keys sign as well, those of earlier rotations until their own end.
    """
    check_unrestricted(work)
    endpoint = await load_for_change(work, WebhookEndpoint, given.id, given.expected_version)
    secret = replace_keys(endpoint, work.runtime.keys, work.now, timedelta(hours=given.overlap_hours))
    return Done({"webhook_endpoint": endpoint.id}, {"secret": secret})


def _check_log(work: Work, patterns: Sequence[str], role: Role, venture_ids: Sequence[UUID] | None) -> None:
    """Raises `Invalid` for an endpoint that asks for the audit log and may not be told of all of it.

    Nobody has it sent who may not read it.
    """
    asked = next((number for number, pattern in enumerate(patterns) if pattern in ASKED_BY), None)
    if asked is None:
        return
    require(work.principal, Action.AUDIT_READ)
    if not role_allows(role, Action.AUDIT_READ):
        message = f"the audit log is told to endpoints whose role is {Role.ADMIN} or {Role.OWNER}"
        raise Invalid.at("event_types", asked, message=message)
    if venture_ids is not None:
        message = "the audit log concerns all ventures: the endpoint must not be narrowed to some"
        raise Invalid.at("event_types", asked, message=message)


_TEST = {"event_id": "Id of the test event: its webhook-id."}


@command(Action.WEBHOOK_WRITE, returns={"webhook_endpoint": "webhook_endpoint"}, reports=_TEST)
async def send_test_event(work: Work, given: NameWebhookEndpoint) -> Done:
    """Send an event of type webhook.test to one endpoint, whatever it subscribes to."""
    check_unrestricted(work)
    endpoint = await load_for_change(work, WebhookEndpoint, given.id, given.expected_version)
    if not endpoint.enabled:
        raise InvalidState.at("id", message="the endpoint is not enabled")
    name = f"{WebhookEndpoint.prefix}_{endpoint.id.hex}"
    told: EndpointTested = {"endpoint_id": name}
    event_id = work.emit(TEST, ("webhook_endpoint", endpoint.id), told)
    work.record("webhook_endpoint.tested", ("webhook_endpoint", endpoint.id))
    return Done({"webhook_endpoint": endpoint.id}, reports={"event_id": external_id("event", event_id)})


def _checked_url(work: Work, url: str) -> str:
    settings = work.runtime.settings
    allowed = settings.webhook_allowed_networks
    try:
        return check_url(url, allow_http=settings.webhook_allow_http, allowed=allowed, own_hosts=settings.own_hosts).url
    except ForbiddenTarget as error:
        raise Invalid.at("url", message=str(error), code="FORBIDDEN_TARGET") from None


def _give_headers(work: Work, endpoint: WebhookEndpoint, headers: WebhookHeaders | None) -> None:
    if not headers:
        endpoint.headers, endpoint.header_names = None, None
        return
    plain = orjson.dumps([(header.name, header.value) for header in headers]).decode()
    place = headers_place(endpoint.id)
    endpoint.headers = work.runtime.keys.encrypt(plain, tenant_id=work.tenant_id, place=place)
    endpoint.header_names = names_of(headers)


async def _check_count(work: Work) -> None:
    await work.flush()
    await work.guard(ENDPOINTS)
    own = sa.select(sa.func.count()).where(
        col(WebhookEndpoint.tenant_id) == work.tenant_id, col(WebhookEndpoint.archived_at).is_(None)
    )
    if (await work.session.execute(own)).scalar_one() > MOST_ENDPOINTS:
        raise QuotaExceeded(f"a tenant has at most {MOST_ENDPOINTS} webhook endpoints; archive one first")


async def _forget_failures(work: Work, endpoint: WebhookEndpoint) -> None:
    await work.session.execute(
        sa.update(EndpointHealth)
        .where(col(EndpointHealth.tenant_id) == work.tenant_id, col(EndpointHealth.id) == endpoint.id)
        .values(failing_since=None, not_before=None, failures=0)
    )

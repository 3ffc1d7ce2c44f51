"""What can be asked of channels."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.channels.addresses import check_channel_url, hint_of
from domain.channels.confirming import LETTER, consent_of
from domain.channels.tables import Channel, ChannelKind
from domain.identity.emails import EmailAddress
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archive, load_for_change
from domain.kernel.errors import Invalid, InvalidState, QuotaExceeded
from domain.kernel.ids import external_id
from domain.kernel.inputs import Change, IdOf, Input, Moment, Title, may_be_left_out
from domain.kernel.outward import outward
from domain.kernel.principal import Role
from domain.kernel.targets import LONGEST, ForbiddenTarget
from domain.kernel.work import Work
from domain.risks.monitoring.finding import Severity
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_role, check_unrestricted, check_ventures
from domain.webhooks.commands import Categories, Patterns, VentureIds
from domain.webhooks.events import CHANNEL_TEST, ChannelTested
from domain.webhooks.tables import DeliveryState, EndpointHealth

ChannelId = Annotated[UUID, IdOf("channel")]
SecretUrl = Annotated[
    str, Field(min_length=1, max_length=LONGEST, examples=["https://hooks.slack.com/services/T000/B000/XXXXXXXX"])
]

MOST_CHANNELS = 50
"""Channels of one tenant that are not archived."""

RETRIED_BACK_TO = timedelta(days=30)

CHANNELS = "channels"
"""Guard behind which the channels of a tenant are counted."""

USUAL_TYPES = ["risk.alert.*", "milestone.review.*", "risk.acceptance.expiring"]
"""What people are told unless they choose: what waits for them."""

Spoken = Annotated[str, Field(pattern="^(en|zh-CN)$", examples=["zh-CN"])]
"""One of the languages of the product."""

_URL = "Where Slack or Teams take messages. Never shown again."


class CreateChannel(Input):
    """A new place where people are told of events."""

    kind: ChannelKind = Field(description="How it is told.")
    name: Title = Field(description="What it is called.", examples=["Alerts to the team"])
    address: EmailAddress | None = Field(None, description="Where mail goes; for e-mail.")
    url: SecretUrl | None = Field(None, description=f"{_URL} For Slack and Teams.")
    event_types: Patterns = Field(
        default=USUAL_TYPES, description="Types of events, prefixes that end in .*, or * for all."
    )
    venture_ids: VentureIds | None = Field(None, description="Only events of these ventures; left out: all.")
    categories: Categories | None = Field(None, description="Only events of these categories of risk; left out: all.")
    min_severity: Severity | None = Field(None, description="Only events of alerts at least this severe.")
    role: Role = Field(Role.VIEWER, description="What this role may not read is not told.")
    language: Spoken | None = Field(None, description="In which language; left out: the tenant's.")
    enabled: bool = Field(True, description="Whether events are told.")


class UpdateChannel(Change):
    """Changes to a channel: what is left out stays, null clears. Its kind stays."""

    id: ChannelId = Field(description="The channel.")
    name: Title = may_be_left_out("What it is called.")
    address: EmailAddress | None = Field(None, description="Where mail goes. Another address must be confirmed first.")
    url: SecretUrl = may_be_left_out(_URL)
    event_types: Patterns = may_be_left_out("Types of events, prefixes that end in .*, or * for all.")
    venture_ids: VentureIds | None = Field(None, description="Only events of these ventures; null: all.")
    categories: Categories | None = Field(None, description="Only events of these categories of risk; null: all.")
    min_severity: Severity | None = Field(None, description="Only events of alerts at least this severe; null: all.")
    role: Role = may_be_left_out("What this role may not read is not told.")
    language: Spoken | None = Field(None, description="In which language; null: the tenant's.")
    enabled: bool = may_be_left_out("Whether events are told. Enabling begins the count of failures anew.")


class NameChannel(Change):
    """Which channel is meant."""

    id: ChannelId = Field(description="The channel.")


class RetryChannel(Change):
    """Which messages of a channel to send again."""

    id: ChannelId = Field(description="The channel.")
    since: Moment = Field(description="From when on: at most 30 days ago.", examples=["2026-12-01T00:00:00Z"])


MOST_RETRIED = 1_000
"""Messages that one request has sent again, the oldest first."""

_RETRY = sa.text(
    "UPDATE delivery SET state = 'pending', due = :now, attempts = 0, finished_at = NULL "
    "WHERE tenant_id = :tenant AND id = ANY(ARRAY(SELECT id FROM delivery "
    "WHERE tenant_id = :tenant AND endpoint_id = :channel AND created_at >= :since "
    "AND state = ANY(CAST(:states AS text[])) AND lease IS NULL ORDER BY id LIMIT :limit))"
)


def url_place(channel_id: UUID) -> str:
    """The place to which the address of a channel is bound when it is encrypted."""
    return f"channel.url:{channel_id}"


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"}, creates=True)
async def create_channel(work: Work, given: CreateChannel) -> Done:
    """Add a place where people are told of events.

    An e-mail address that is not the caller's own is asked first.
    """
    check_unrestricted(work)
    check_role(work, given.role)
    values = given.model_dump(include=_WISHES) | {"venture_ids": await check_ventures(work, given.venture_ids)}
    _check_kind(given.kind, given.address, given.url)
    if given.address is not None:
        values |= await _consent(work, given.address)
    channel = work.new(Channel, kind=given.kind, address=given.address, **values)
    if given.url is not None:
        _keep_url(work, channel, given.url)
    await _check_count(work)
    await _ask(work, channel)
    return Done({"channel": channel.id})


_WISHES = {"name", "event_types", "categories", "min_severity", "role", "language", "enabled"}


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def update_channel(work: Work, given: UpdateChannel) -> Done:
    """Change a channel. What is already on its way goes to the address it has when it is sent."""
    check_unrestricted(work)
    channel = await load_for_change(work, Channel, given.id, given.expected_version)
    check_role(work, channel.role, "the channel's role")
    changes: dict[str, Any] = given.sent("id", "expected_version")
    if "address" in changes and given.address is None:
        raise Invalid.at("address", message="cannot be cleared: archive the channel instead")
    _check_kind(channel.kind, changes.get("address"), changes.get("url"), changed=True)
    if "role" in changes:
        check_role(work, given.role)
    if "venture_ids" in changes:
        changes["venture_ids"] = await check_ventures(work, given.venture_ids)
    url = changes.pop("url", None)
    if url is not None:
        _keep_url(work, channel, url)
    if changes.get("address", channel.address) != channel.address:
        changes |= await _consent(work, changes["address"])
    if changes.get("enabled") and not channel.enabled:
        changes["disabled_reason"] = None
        await _forget_failures(work, channel)
    apply(channel, changes)
    if "confirmation" in changes:
        await _ask(work, channel)
    return Done({"channel": channel.id})


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def archive_channel(work: Work, given: NameChannel) -> Done:
    """Archive a channel: nothing more is told there. Archiving twice is archiving once."""
    check_unrestricted(work)
    await archive(work, channel := await _named(work, given, archived=True))
    return Done({"channel": channel.id})


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def restore_channel(work: Work, given: NameChannel) -> Done:
    """Take a channel out of the archive."""
    check_unrestricted(work)
    channel = await _named(work, given, archived=True)
    if channel.archived_at is not None:
        channel.archived_at = None
        await _check_count(work)
    return Done({"channel": channel.id})


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def send_test_message(work: Work, given: NameChannel) -> Done:
    """Send a message of type channel.test to one channel, whatever it wishes to hear."""
    check_unrestricted(work)
    channel = await _named(work, given)
    if not channel.enabled or (channel.kind is ChannelKind.EMAIL and channel.confirmed_at is None):
        raise InvalidState.at("id", message="the channel is not enabled, or its address is not confirmed")
    told: ChannelTested = {"channel_id": external_id("channel", channel.id), "name": channel.name}
    work.emit(CHANNEL_TEST, ("channel", channel.id), told)
    work.record("channel.tested", ("channel", channel.id))
    return Done({"channel": channel.id})


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def retry_channel(work: Work, given: RetryChannel) -> Done:
    """Send again what a channel was not told since a time, because it failed or was cancelled; 1,000 at a time."""
    check_unrestricted(work)
    channel = await load_for_change(work, Channel, given.id, given.expected_version)
    if given.since < work.now - RETRIED_BACK_TO:
        raise Invalid.at("since", message="must be at most 30 days ago: nothing older is kept")
    if not channel.enabled:
        raise InvalidState.at("id", message="the channel is not enabled")
    values = {"tenant": work.tenant_id, "channel": channel.id, "now": work.now, "since": given.since}
    states = [str(DeliveryState.FAILED), str(DeliveryState.CANCELLED)]
    await work.session.execute(_RETRY, values | {"states": states, "limit": MOST_RETRIED})
    work.record("channel.retried", ("channel", channel.id), after={"since": outward(given.since)})
    return Done({"channel": channel.id})


@command(Action.WEBHOOK_WRITE, returns={"channel": "channel"})
async def ask_channel_confirmation(work: Work, given: NameChannel) -> Done:
    """Send the mail once more that asks whether the address wants to be told. The link of the former is void."""
    check_unrestricted(work)
    channel = await _named(work, given)
    if channel.kind is not ChannelKind.EMAIL or channel.confirmed_at is not None:
        raise InvalidState.at("id", message="the channel needs no confirmation")
    assert channel.address is not None
    apply(channel, await _consent(work, channel.address, channel))
    await _ask(work, channel)
    return Done({"channel": channel.id})


async def _named(work: Work, given: NameChannel, *, archived: bool = False) -> Channel:
    return await load_for_change(work, Channel, given.id, given.expected_version, archived=archived)


def _check_kind(kind: ChannelKind, address: str | None, url: str | None, *, changed: bool = False) -> None:
    """An e-mail channel has an address and no URL, the others the reverse."""
    wanted, other = ("address", "url") if kind is ChannelKind.EMAIL else ("url", "address")
    given = {"address": address, "url": url}
    if given[other] is not None:
        raise Invalid.at(other, message=f"must be left out: a channel of the kind {kind} has {wanted}")
    if given[wanted] is None and not changed:
        raise Invalid.at(wanted, message=f"must be given for a channel of the kind {kind}")


def _keep_url(work: Work, channel: Channel, text: str) -> None:
    settings = work.runtime.settings
    try:
        target = check_channel_url(
            channel.kind,
            text,
            allow_http=settings.webhook_allow_http,
            allowed=settings.webhook_allowed_networks,
        )
    except ForbiddenTarget as error:
        raise Invalid.at("url", message=str(error), code="FORBIDDEN_TARGET") from None
    channel.url = work.runtime.keys.encrypt(target.url, tenant_id=work.tenant_id, place=url_place(channel.id))
    channel.url_hint = hint_of(target)


async def _consent(work: Work, address: str, channel: Channel | None = None) -> dict[str, Any]:
    if not work.runtime.settings.smtp_url.get_secret_value():
        raise Invalid.at("address", message="this installation sends no mail: MILEPOST_SMTP_URL is not set")
    return await consent_of(work, address, None if channel is None else channel.asked_at)


async def _ask(work: Work, channel: Channel) -> None:
    """Have the mail sent that asks the reader, where one is to be asked."""
    await work.flush()
    if channel.confirmation is not None:
        await work.mark(LETTER, [channel.id])


async def _check_count(work: Work) -> None:
    await work.flush()
    await work.guard(CHANNELS)
    own = sa.select(sa.func.count()).where(col(Channel.tenant_id) == work.tenant_id, col(Channel.archived_at).is_(None))
    if (await work.session.execute(own)).scalar_one() > MOST_CHANNELS:
        raise QuotaExceeded(f"a tenant has at most {MOST_CHANNELS} channels; archive one first")


async def _forget_failures(work: Work, channel: Channel) -> None:
    await work.session.execute(
        sa.update(EndpointHealth)
        .where(col(EndpointHealth.tenant_id) == work.tenant_id, col(EndpointHealth.id) == channel.id)
        .values(failing_since=None, not_before=None)
    )

"""Channels of a tenant, what members choose to be told, and what waits for their next digest."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.channels.schedule import Digest, Weekday
from domain.kernel.columns import choice, flag, identifiers, instant, number, reference, text, texts
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, WorkTable, index, refers, unique


class ChannelKind(StrEnum):
    """How a channel is told."""

    EMAIL = "email"
    SLACK = "slack"
    TEAMS = "teams"


class Channel(Entity, table=True):
    """A place where people of the tenant are told of events: an e-mail address, a Slack or a Teams channel."""

    __tablename__ = "channel"
    prefix = "channel"
    word = "channel"
    private = frozenset({"url", "confirmation"})
    personal = frozenset({"address"})
    references = {"venture_ids": "venture"}

    kind: ChannelKind = choice(ChannelKind, name="kind")
    name: str = text()
    address: str | None = text(None)
    "Where mail goes; empty for the other kinds."
    url: str | None = text(None)
    "Where Slack or Teams take messages, which is a secret: encrypted."
    url_hint: str | None = text(None)
    "Its host and last four characters, to tell channels apart."
    event_types: list[str] = texts()
    venture_ids: list[UUID] | None = identifiers(None)
    categories: list[str] | None = texts(None)
    min_severity: str | None = text(None)
    role: Role = choice(Role, Role.VIEWER, name="role")
    language: str | None = text(None)
    "Empty: the tenant's."
    enabled: bool = flag(True)
    disabled_reason: str | None = text(None)
    confirmed_at: datetime | None = instant(None)
    "When somebody who reads mail at the address agreed; nothing is sent before."
    confirmation: str | None = text(None)
    "What the link in the mail that asks for it must carry: once."
    asked_at: datetime | None = instant(None)
    "When that mail was asked for last."
    __table_args__ = (index("asked_at"), index("name"))


class NotificationPreference(Entity, table=True):
    """What a member chose to be told by e-mail, and when."""

    __tablename__ = "notification_preference"
    prefix = "notification_preference"
    word = "notification_preference"
    personal = frozenset({"address"})
    references = {"venture_ids": "venture"}

    member_id: UUID = reference()
    email: bool = flag(False)
    address: str | None = text(None)
    "The member's address as a provider had verified it when this was saved; mail goes there and nowhere else."
    disabled_reason: str | None = text(None)
    event_types: list[str] = texts()
    venture_ids: list[UUID] | None = identifiers(None)
    categories: list[str] | None = texts(None)
    min_severity: str | None = text(None)
    language: str | None = text(None)
    time_zone: str | None = text(None)
    "Empty: the tenant's."
    quiet_from: str | None = text(None)
    "When the quiet hours begin, `22:00`; empty for none."
    quiet_to: str | None = text(None)
    quiet_days: list[str] | None = texts(None)
    "The days on which they begin; empty: every day."
    digest: Digest = choice(Digest, Digest.IMMEDIATE, name="digest")
    digest_hour: int = number(8)
    digest_day: Weekday = choice(Weekday, Weekday.MON, name="digest_day")
    __table_args__ = (unique("member_id"), refers("member_id", "membership"))


class DigestItem(WorkTable, table=True):
    """An event that waits for a member's next digest."""

    __tablename__ = "digest_item"

    preference_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    event_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    at: datetime = instant()
    "Since when it waits."
    __table_args__ = (refers("preference_id", "notification_preference"),)

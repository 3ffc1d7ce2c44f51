"""What is told of an event, in one language and before any channel's markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from uuid import UUID


class Language(StrEnum):
    """The languages of the product's own words."""

    EN = "en"
    ZH = "zh-CN"

    @classmethod
    def of(cls, locale: str) -> Language:
        """The language for a locale (`zh`, `zh-Hans-CN`, `de` …); English where there is none."""
        return cls.ZH if locale.partition("-")[0].lower() == "zh" else cls.EN


class Tone(StrEnum):
    """How a message looks: by the alert's severity, or good news, or plain."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"
    GOOD = "good"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands beside it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where more is to be read."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """One event for people. All texts are as users wrote them, neither cleaned nor cut: that is each channel's.

    `subject` is the same for all messages of a `thread` (an alert, a review), so that mail programs keep them together;
    `follows` says that something of the thread may have been told before.
    """

    thread: str
    subject: str
    heading: str
    tone: Tone = Tone.PLAIN
    follows: bool = False
    text: str = ""
    advice: str = ""
    facts: tuple[Fact, ...] = ()
    items: tuple[str, ...] = ()
    link: Link | None = None
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened: what every message of a tenant is told with."""

    tenant_id: UUID
    tenant: str
    base_url: str
    "The installation's public address, without a slash at its end."
    zone: tzinfo = UTC
    names: Mapping[str, str] = field(default_factory=dict)
    "Names of members by their external ids."

    def moment(self, at: datetime) -> str:
        """An instant as people of the tenant read it."""
        return f"{at.astimezone(self.zone):%Y-%m-%d %H:%M} ({self.zone})"

"""Every type of event that a tenant can be told of, and the patterns by which endpoints subscribe."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from domain.auditing import events as auditing
from domain.funding import events as funding
from domain.health import events as health
from domain.indicators import events as indicators
from domain.kernel.events import EventType
from domain.kernel.tables import entities
from domain.milestones import events as milestones
from domain.positioning import events as positioning
from domain.resources import events as resources
from domain.reviews import events as reviews
from domain.risks import events as risks
from domain.tenancy import events as tenancy
from domain.tenancy.permissions import Action
from domain.webhooks import events

VERBS: Final = {
    "created": "{what} was created.",
    "updated": "{what} was changed.",
    "archived": "{what} was archived.",
    "restored": "{what} was taken out of the archive.",
}

_OF_THEIR_OWN: Final[Mapping[str, EventType]] = {
    each.name: each
    for context in (
        *(auditing, health, indicators, milestones, reviews, risks, tenancy, events),
        funding,
        positioning,
        resources,
    )
    for each in context.EVENTS
}

NEEDED: Final[Mapping[str, Action]] = {
    "api_key": Action.API_KEY_READ,
    "audit.entry": Action.AUDIT_READ,
    "channel": Action.WEBHOOK_READ,
    "document_manifest": Action.DOCUMENT_READ,
    "group": Action.MEMBER_READ,
    "group_member": Action.MEMBER_READ,
    "domain": Action.IDENTITY_PROVIDER_READ,
    "identity_provider": Action.IDENTITY_PROVIDER_READ,
    "invitation": Action.MEMBER_WRITE,
    "member": Action.MEMBER_READ,
    "person": Action.MEMBER_READ,
    "person_skill": Action.MEMBER_READ,
    "service_account": Action.API_KEY_READ,
    "tenant.quota": Action.USAGE_READ,
    "webhook_endpoint": Action.WEBHOOK_READ,
}
"""What must be allowed to whoever is told of changes, by what is changed; all else is open to who reads the domain."""


@cache
def event_types() -> dict[str, str]:
    """Each type with a sentence, in the order of the alphabet. Whole once `domain.commands` is imported."""
    generic = {
        f"{entity.word}.{verb}": sentence.format(what=_a(entity.word.replace("_", " ")))
        for entity in entities()
        for verb, sentence in VERBS.items()
    }
    own = {name: each.description for name, each in _OF_THEIR_OWN.items()}
    return dict(sorted({**generic, **own}.items()))


def own_event(event_type: str) -> EventType | None:
    """The declaration of a type with a meaning of its own; None for what entities have."""
    return _OF_THEIR_OWN.get(event_type)


def needed_for(event_type: str) -> Action:
    """What must be allowed to whoever is told of events of a type."""
    return NEEDED.get(event_type.rpartition(".")[0], Action.DOMAIN_READ)


def _a(noun: str) -> str:
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"


def is_pattern(text: str) -> bool:
    """Whether a text is a type, a prefix of types that ends in `.*`, or `*`."""
    if text == "*" or text in event_types():
        return True
    return text.endswith(".*") and any(known.startswith(text[:-1]) for known in event_types())


def matches(pattern: str, event_type: str) -> bool:
    """Whether a pattern of an endpoint takes in a type."""
    return pattern in ("*", event_type) or (pattern.endswith(".*") and event_type.startswith(pattern[:-1]))

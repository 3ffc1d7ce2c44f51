"""What people are told of an event, as it is stored and sent: one body for each form, like those of webhooks."""

from __future__ import annotations

from typing import Any

import structlog

from domain.channels.forms import Shape
from domain.channels.letters import letter_of
from domain.channels.message import Language, Message, Place
from domain.channels.slack import slack_body
from domain.channels.teams import teams_body
from domain.channels.telling import message_of
from domain.channels.words import word
from domain.kernel.ids import external_id

log = structlog.get_logger(__name__)


def told_body(event: Any, place: Place, shape: Shape, language: Language) -> str:
    """The body of an event in a form. It never fails: an event whose words cannot be found is told without them."""
    message = told(event, place, language)
    match shape:
        case Shape.SLACK:
            return slack_body(message, language)
        case Shape.TEAMS:
            return teams_body(message, language)
        case Shape.EMAIL | Shape.MEMBER | Shape.NOTICE:
            return letter_of(message, language).stored()


def told(event: Any, place: Place, language: Language) -> Message:
    """The message of an event, or what is left of it."""
    try:
        return message_of(event, place, language)
    except Exception as error:  # the event must reach all others all the same
        log.error("event cannot be told in words", event_id=str(event.id), error=type(error).__name__, exc_info=True)
        thread = external_id("event", event.id)
        return Message(thread, event.type, event.type, text=word("not_told", language), footer=place.tenant)

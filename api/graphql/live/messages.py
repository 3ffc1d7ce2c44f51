"""The subscription type, and the fields of its messages: each a line of the table that also answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import orjson
from graphql import GraphQLID, GraphQLInt, GraphQLString

import domain.commands  # noqa: F401  # every event type is known
from api.graphql.live.events import LiveEvent
from api.graphql.live.watching import MOST_VALUES, SUBJECTS
from domain.kernel.ids import external_id
from domain.kernel.outward import instant_text
from domain.risks.monitoring.finding import Severity
from domain.webhooks.event_types import event_types
from domain.webhooks.events import TEST
from graph.language import Field, camel
from graph.registry import BY_WORD
from graph.schema.making import Argument, Input, Output, Part, enum_type, fill, listed, made_enum, maybe
from graph.schema.scalars import DateTime, JSONValue
from graph.schema.types import Node, Types

SUBJECT_FIELDS: Final = {"AlertMessage": "alert", "ChangeMessage": "node"}
"""By message type, the field that shows what the event is about."""

_AFTER: Final = (
    "Begin behind this sequence: first what is stored, then what happens, without gap or repeat. Left out: only what "
    "happens from now on."
)


class Told(NamedTuple):
    """One field of every message: its type, its words, and its value."""

    type: Any
    description: str
    value: Callable[[LiveEvent], Any]


def type_name(event_type: str) -> str:
    """`risk.alert.fired` as GraphQL spells it: `RISK_ALERT_FIRED`."""
    return event_type.upper().replace(".", "_")


@cache
def event_type_enum() -> Any:
    """The enumeration of all types of events."""
    values = {type_name(name): (name, text) for name, text in event_types().items() if name != TEST}
    return made_enum("EventType", "What happened; webhooks spell `RISK_ALERT_FIRED` `risk.alert.fired`.", values)


@cache
def told_fields() -> Mapping[str, Told]:
    """The fields that every message has."""
    return {
        "sequence": Told(
            GraphQLInt,
            "Counts everything that happens in the tenant, without gaps; give the last one as `after` to go on.",
            lambda event: event.sequence,
        ),
        "type": Told(event_type_enum(), "What happened.", lambda event: type_name(event.type)),
        "eventId": Told(
            GraphQLID, "The id of the event, the `webhook-id` of webhooks.", lambda event: _id("event", event.id)
        ),
        "occurredAt": Told(DateTime, "When it happened.", lambda event: instant_text(event.occurred_at)),
        "subjectId": Told(
            GraphQLID,
            "The id of what it is about.",
            lambda event: _id(BY_WORD[event.subject_type].prefix, event.subject_id),
        ),
        "ventureId": Told(
            maybe(GraphQLID),
            "The id of the venture that it concerns; null where it concerns none.",
            lambda event: event.venture_id and _id("venture", event.venture_id),
        ),
        "actor": Told(JSONValue, "Who did it, as webhooks tell.", lambda event: orjson.Fragment(event.actor)),
        "data": Told(
            JSONValue,
            "What is told of it, as webhooks have it: the state right after it, in snake case.",
            lambda event: orjson.Fragment(event.data),
        ),
        "changed": Told(
            listed(GraphQLString),
            "The fields that an update changed, as GraphQL spells them; empty for other events.",
            _changed,
        ),
        "previous": Told(
            maybe(JSONValue),
            "What those fields were before, as webhooks have it, in snake case; null where nothing was before.",
            lambda event: event.previous and orjson.Fragment(event.previous),
        ),
    }


def _id(prefix: str, value: Any) -> str:
    return external_id(prefix, value)


def _changed(event: LiveEvent) -> list[str]:
    members = BY_WORD[event.subject_type].by_name
    return [_spelt(members.get(name), name) for name in (orjson.loads(event.previous) if event.previous else ())]


def _spelt(member: Any, name: str) -> str:
    if isinstance(member, Field) and not member.shown:
        return camel(name.removesuffix("_id"))
    return member.graphql_name if isinstance(member, Field) else camel(name)


def subscription_type(types: Types) -> Any:
    """The subscription type."""
    parts = [
        Part(
            "alerts",
            _message("AlertMessage", "News of an alert.", types.objects["alert"], "The alert as it is now."),
            "News of alerts: fired, acknowledged, escalated, resolved, and so on.",
            [
                Argument("filter", maybe(_alert_filter()), "Only news like this. Left out: all."),
                Argument("after", maybe(GraphQLInt), _AFTER),
            ],
        ),
        Part(
            "changes",
            _message("ChangeMessage", "News of anything.", Node, "What it is about, as it is now."),
            "News of everything that you may see.",
            [
                Argument("types", maybe(listed(_subject_enum())), "Only news of these types. Left out: of all."),
                Argument("ventureId", maybe(GraphQLID), "Only news that concerns this venture. Left out: all."),
                Argument("after", maybe(GraphQLInt), _AFTER),
            ],
        ),
    ]
    return fill(
        Output("Subscription"),
        "What can be followed, over WebSocket (`graphql-transport-ws`) or server-sent events.",
        parts,
    )


def _message(name: str, description: str, subject: Any, words: str) -> Any:
    return fill(Output(name), description, list(_message_parts(SUBJECT_FIELDS[name], subject, words)))


def _message_parts(field: str, subject: Any, words: str) -> Iterator[Part]:
    for name, told in told_fields().items():
        yield Part(name, told.type, told.description)
    yield Part(field, maybe(subject), f"{words} Null where it is gone, or you may not see it.")


def _subject_enum() -> Any:
    return made_enum(
        "ChangeSubject",
        "What changes are about.",
        {word.upper(): (word, f"Type {BY_WORD[word].name}.") for word in SUBJECTS},
    )


def _alert_filter() -> Any:
    most = f"At most {MOST_VALUES}."
    parts = [
        Part("rule", maybe(listed(GraphQLString)), f"Codes of rules. {most}"),
        Part("severity", maybe(listed(enum_type(Severity))), "How grave it is."),
        Part("category", maybe(listed(GraphQLString)), f"Categories of risks, or the first word of a rule. {most}"),
        Part("ventureId", maybe(listed(GraphQLID)), f"Ids of ventures. {most}"),
        Part("type", maybe(listed(event_type_enum())), "What happened to the alert."),
    ]
    return fill(
        Input("AlertMessageFilter"), "News of alerts like this: each field names the values that it takes.", parts
    )

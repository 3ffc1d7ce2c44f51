"""The types of events that there are, and the events themselves, for whoever asks rather than listens."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import UUID

import orjson
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field
from starlette.responses import Response

from api.auth import authenticator_of
from api.events.catalogue import Catalogued, catalogue
from api.events.columns import Schema, id_schema
from api.events.pulling import Place, Pulled, Wanted, pull
from api.graphql.live.following import Live
from api.graphql.refusals import Refused
from api.problems import Refusal
from api.rest.answering import JSON
from api.rest.operation import Call, Caller, Operation
from api.rest.reading_input import Query, parameter_error
from api.rest.resource import IN_TENANT
from domain.kernel.errors import NotFound
from domain.kernel.inputs import IdOf
from domain.kernel.principal import Principal
from domain.tenancy.permissions import Action
from domain.webhooks.event_types import is_pattern
from domain.webhooks.tables import Payload

LONGEST_WAIT: Final = 20
_BETWEEN_LOOKS: Final = 0.1
"""Seconds after a look in vain: in a busy tenant those who wait for something rare must not look all the time."""


class ShownEventType(BaseModel):
    """A type of event."""

    type: Annotated[str, Field(description="The type.", examples=["risk.assessed"])]
    description: Annotated[str, Field(description="When it is told.", examples=["A risk was assessed."])]
    roles: Annotated[
        list[str],
        Field(description="The roles of endpoints and callers that are told of it.", examples=[["owner", "admin"]]),
    ]
    url: Annotated[
        str,
        Field(
            description="Where its JSON Schema and an example are.",
            examples=["https://milepost.example.com/v1/event-types/risk.assessed"],
        ),
    ]


_TYPE_IN_FULL: Final[Schema] = {
    "title": "EventTypeWithSchema",
    "description": "A type of event, with its schema.",
    "type": "object",
    "properties": {
        "type": {"type": "string", "description": "The type.", "examples": ["webhook.test"]},
        "description": {"type": "string", "description": "When it is told.", "examples": ["A test."]},
        "roles": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The roles of endpoints and callers that are told of it.",
            "examples": [["owner", "admin"]],
        },
        "url": {"type": "string", "description": "This address.", "examples": ["https://milepost.example.com"]},
        "schema": {
            "type": "object",
            "description": "The JSON Schema (2020-12) of the body; that of the thin form is its `#/$defs/thin`.",
            "examples": [{"type": "object"}],
        },
        "example_body": {
            "type": "object",
            "description": "A body that fits.",
            "examples": [catalogue()["webhook.test"].example()],
        },
    },
    "required": ["type", "description", "roles", "url", "schema", "example_body"],
}


def _shown(call: Call, found: Catalogued) -> dict[str, Any]:
    return {
        "type": found.type,
        "description": found.description,
        "roles": found.roles,
        "url": f"{call.runtime.settings.base_url}/v1/event-types/{found.type}",
    }


async def _list_types(call: Call) -> Response:
    rows = [_shown(call, found) for found in catalogue().values()]
    return Response(orjson.dumps({"data": rows, "next_cursor": None}), media_type=JSON)


async def _read_type(call: Call) -> Response:
    found = catalogue().get(call.request.path_params["type"])
    if found is None:
        raise NotFound("there is no such type of event; GET /v1/event-types lists them")
    whole = _shown(call, found) | {"schema": found.document(), "example_body": found.example()}
    return Response(orjson.dumps(whole), media_type=JSON)


def _number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{1,18}", value, re.ASCII):
        raise ValueError("must be a whole number of at most 18 digits")
    return value


def _patterns(value: str) -> str:
    for pattern in value.split(","):
        if not is_pattern(pattern):
            raise ValueError(f"{pattern[:100]} is no type of event, nor the beginning of one followed by .*")
    return value


Number = BeforeValidator(_number)


class EventsQuery(Query):
    """Query parameters of the events."""

    after: Annotated[
        int | None,
        Number,
        Field(description="Only events with a greater `sequence`: `next_after` of the answer before; left out: all."),
    ] = None
    limit: Annotated[int, Number, Field(ge=1, le=200, description="How many at most.")] = 50
    types: Annotated[
        str | None,
        AfterValidator(_patterns),
        Field(max_length=2000, description="Only these types, or prefixes that end in `.*`, separated by commas."),
    ] = None
    venture: Annotated[Annotated[UUID, IdOf("venture")] | None, Field(description="Only of this venture.")] = None
    payload: Annotated[Payload, Field(description="All that is stored, or ids only.")] = Payload.FULL
    wait: Annotated[
        int,
        Number,
        Field(ge=0, le=LONGEST_WAIT, description="Seconds to wait for an event where there is none."),
    ] = 0


EVENT_PAGE: Final[Schema] = {
    "title": "EventPage",
    "description": "Events in the order in which they happened.",
    "type": "object",
    "properties": {
        "data": {
            "type": "array",
            "description": "The bodies that webhooks send, each with its `id`, which is their `webhook-id`.",
            "items": {
                "type": "object",
                "properties": {"id": id_schema("event"), "type": {"type": "string", "examples": ["webhook.test"]}},
                "required": ["id", "type"],
            },
        },
        "next_after": {
            "type": "integer",
            "description": "What to give as `after` next. Less than `newest`: there may be more at once.",
            "examples": [4711],
        },
        "newest": {"type": "integer", "description": "The number of the tenant's newest event.", "examples": [4711]},
    },
    "required": ["data", "next_after", "newest"],
}


async def _pull(call: Call) -> Response:
    query = call.query
    assert isinstance(query, EventsQuery)
    patterns = ("*",) if query.types is None else tuple(query.types.split(","))
    wanted = Wanted(patterns, query.venture, query.payload, query.limit)
    found = _there(await pull(call.runtime, call.principal, query.after, wanted), query)
    clock = asyncio.get_running_loop().time
    deadline = clock() + query.wait
    while not found.bodies and found.next_after >= found.newest and (left := deadline - clock()) > 0:
        live: Live = call.request.app.state.live
        try:
            if not await live.beyond(call.principal, found.next_after, left):
                break
        except Refused as error:
            raise Refusal(429, "RATE_LIMITED", error.message, headers={"Retry-After": "5"}) from None
        principal = await _still(call)  # rights may have gone while we waited
        found = _there(await pull(call.runtime, principal, found.next_after, wanted), query)
        await asyncio.sleep(0 if found.bodies else _BETWEEN_LOOKS)
    numbers = f'],"next_after":{found.next_after},"newest":{found.newest}}}'
    return Response(b'{"data":[' + b",".join(found.bodies) + numbers.encode(), media_type=JSON)


async def _still(call: Call) -> Principal:
    return await authenticator_of(call.request).principal(call.request)


def _there(found: Pulled | Place, query: EventsQuery) -> Pulled:
    """What was found. Raises `Refusal` where nothing can be: 410 for what is no longer kept."""
    if isinstance(found, Pulled):
        return found
    if found.gone:
        detail = (
            f"events after {query.after} are no longer kept; read what you hold anew by the API, then go on from "
            f"{found.newest}, the newest event, or leave `after` out to begin at the oldest that is kept"
        )
        raise Refusal(410, "EVENTS_GONE", detail)
    error = parameter_error("after", "INVALID", f"is more than {found.newest}, the number of the newest event")
    raise Refusal(422, "INVALID", "a query parameter is wrong", [error])


def _pulls(id: str, path: str, **more: Any) -> Operation:
    return Operation(
        id=id,
        method="GET",
        path=path,
        tag="Webhooks",
        summary="Pull events",
        description="Read the events that webhooks send, in the order of `sequence`, with the same bodies and ids: "
        "what was missed, or everything where nothing can be received. Who may read only some sees gaps. 410 where "
        "events after the number are no longer kept.",
        run=_pull,
        action=Action.DOMAIN_READ,
        query=EventsQuery,
        schema=EVENT_PAGE,
        **more,
    )


def operations() -> list[Operation]:
    """All that can be asked of events."""
    known: Mapping[str, Any] = {"method": "GET", "tag": "Webhooks", "caller": Caller.KNOWN}
    return [
        Operation(
            id="list_event_types",
            path="/v1/event-types",
            summary="List event types",
            description="List every type of event to which an endpoint can subscribe, in one page.",
            run=_list_types,
            schema=ShownEventType,
            listed=True,
            **known,
        ),
        Operation(
            id="get_event_type",
            path="/v1/event-types/{type}",
            summary="Read an event type",
            description="Read what a type of event says: its JSON Schema and an example.",
            run=_read_type,
            schema=_TYPE_IN_FULL,
            **known,
        ),
        _pulls("list_events", "/v1/events"),
        _pulls("list_tenant_events", f"{IN_TENANT}/events"),
    ]

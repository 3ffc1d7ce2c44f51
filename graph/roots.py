"""The root fields of a query, each an SQL expression of the one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.kernel.ids import MalformedId, parse_id, split_id
from domain.tenancy.permissions import permissions_of
from graph.connections import connection_select, listing
from graph.enums import member_name
from graph.errors import BadInput
from graph.frames import Build, Frame, Moment, frame_of, json_object, seen
from graph.language import Entity, camel
from graph.moments import moment_of
from graph.objects import any_sql, object_sql, one_select
from graph.registry import BY_PREFIX, BY_WORD
from graph.request import Read, Request
from graph.searching import search_sql
from graph.selecting import Selected

MOST_NODES: Final = 100
SINGULAR: Final[Mapping[str, Entity]] = {
    camel(found.singular): found for found in BY_WORD.values() if found.word != "tenant"
}
PLURAL: Final[Mapping[str, Entity]] = {camel(found.plural): found for found in BY_WORD.values() if found.listed}


def root_sql(build: Build, selected: Selected) -> str:
    """The expression of one root field: its JSON, or NULL."""
    match selected.name:
        case "viewer":
            return _viewer(build, selected)
        case "tenant":
            return _own_tenant(build, selected)
        case "node":
            return _node(build, selected)
        case "nodes":
            return _nodes(build, selected)
        case "search":
            return search_sql(build, selected)
    if selected.name in SINGULAR:
        entity = SINGULAR[selected.name]
        given = selected.arguments["id"]
        moment = moment_of(build, selected)
        return by_id(
            build, entity, lambda asking: _known(entity.prefix, given.read(asking.variables)), selected, moment
        )
    if selected.name not in PLURAL:
        raise BadInput(f"{selected.name} is worked out by a program, and can only be asked for by itself in a query")
    return f"({connection_select(listing(build, PLURAL[selected.name], selected, object_sql))})"


def by_id(build: Build, entity: Entity, read: Read, selected: Selected, moment: Moment | None = None) -> str:
    """The object of an id, archived or not. An id that is none, or another type's, is like one that is not there."""
    frame = frame_of(build, entity, moment)
    conditions = [*seen(frame), f"{frame.row}.id = {build.bind(read, 'uuid')}"]
    return f"({one_select(frame, conditions, selected.below)})"


def _known(prefix: str, text: Any) -> Any:
    try:
        return parse_id(prefix, str(text))
    except MalformedId:
        return None


def _prefix(text: Any) -> str:
    try:
        return split_id(str(text))[0]
    except MalformedId:
        return ""


def _viewer(build: Build, selected: Selected) -> str:
    pairs = []
    for part in selected.below.fields("Viewer"):
        match part.name:
            case "__typename":
                pairs.append((part.key, "'Viewer'"))
            case "role":
                pairs.append((part.key, f"'{member_name(build.principal.role)}'"))
            case "permissions":
                names = ", ".join(f"'{member_name(action)}'" for action in permissions_of(build.principal))
                pairs.append((part.key, f"to_json(ARRAY[{names}]::text[])"))
            case "tenant":
                pairs.append((part.key, _own_tenant(build, part)))
            case "member":
                pairs.append(
                    (part.key, by_id(build, BY_WORD["member"], lambda asking: asking.principal.member_id, part))
                )
            case _:
                pairs.append((part.key, _beside(build, selected, part)))
    return json_object(pairs)


def _beside(build: Build, viewer: Selected, part: Selected) -> str:
    """What a program has read, as a parameter."""
    place = viewer.key, part.key
    if place not in build.request.beside:
        raise BadInput(f"{part.name} is read by a program, and can only be asked for in a query")
    return build.bind(lambda asking: asking.beside[place], "json")


def _own_tenant(build: Build, selected: Selected) -> str:
    frame = frame_of(build, BY_WORD["tenant"])
    return f"({one_select(frame, seen(frame), selected.below)})"


def _node(build: Build, selected: Selected) -> str:
    given = selected.arguments["id"]
    build.shape.append(lambda asking: _prefix(given.read(asking.variables)))
    entity = BY_PREFIX.get(_prefix(given.value))
    if entity is None or not build.admits(entity):
        return "NULL::json"
    return by_id(build, entity, lambda asking: _known(entity.prefix, given.read(asking.variables)), selected)


def _nodes(build: Build, selected: Selected) -> str:
    given = selected.arguments["ids"]

    def ids(asking: Request) -> list[str]:
        values = [str(value) for value in given.read(asking.variables)]
        if len(values) > MOST_NODES:
            raise BadInput(f"nodes takes at most {MOST_NODES} ids, not {len(values)}")
        return values

    def words(asking: Request) -> list[str | None]:
        return [BY_PREFIX[prefix].word if (prefix := _prefix(value)) in BY_PREFIX else None for value in ids(asking)]

    build.shape.append(lambda asking: tuple(sorted({word for word in words(asking) if word})))
    known = tuple(sorted({word for word in words(build.request) if word}))
    row = build.alias()
    types = build.bind(words, "text[]")
    uuids = build.bind(lambda asking: [_known(_prefix(value), value) for value in ids(asking)], "uuid[]")
    one = any_sql(Frame(build, None, row), selected, known, f"{row}.type", f"{row}.id")
    source = f"unnest({types}, {uuids}) WITH ORDINALITY AS {row}(type, id, n)"
    return f"(SELECT COALESCE(json_agg({one} ORDER BY {row}.n), '[]'::json) FROM {source})"

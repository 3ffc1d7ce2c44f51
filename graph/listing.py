"""REST's reads: the same declarations and the same compiler, a fixed selection in snake case, values as stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import allows
from graph.connections import connection_select, listing
from graph.errors import BadInput
from graph.frames import Build, frame_of, seen
from graph.given import Given
from graph.kinds import ANY_ID, DATE, as_list, read_day
from graph.language import Entity, Field, camel
from graph.objects import object_sql, one_select
from graph.reading import request_of
from graph.registry import BY_WORD
from graph.selecting import Fixed, Selected
from graph.statements import Statement, run


@dataclass(frozen=True)
class Page:
    """A page of a list: the JSON array as PostgreSQL wrote it, and the cursor of the page after it."""

    data: orjson.Fragment
    next_cursor: str | None


@dataclass(frozen=True)
class Row:
    """One object: its JSON as PostgreSQL wrote it, and its version where it has one."""

    body: orjson.Fragment
    version: int | None


def plain_fields(principal: Principal, word: str) -> list[str]:
    """The fixed selection of a type: all plain fields that the caller may read."""
    return [
        field.name
        for field in BY_WORD[word].members
        if isinstance(field, Field)
        and field.plain
        and field.kind is not ANY_ID
        and (field.needs is None or allows(principal, field.needs))
    ]


async def fetch_rows(
    runtime: Runtime,
    principal: Principal,
    word: str,
    *,
    fields: Sequence[str] | None = None,
    filter: Mapping[str, Any] | None = None,
    order: Sequence[str] = (),
    limit: int = 50,
    cursor: str | None = None,
) -> Page:
    """A page of a type's rows that the caller may see.

    `filter` is `{field: {operator: value}}` as GraphQL has it, in snake case, values as texts or as they are stored;
    `order` names fields, `-` before those that fall. Raises `BadInput`, `Forbidden`, `TooSlow` and `Busy`.
    """
    entity = BY_WORD[word]
    given: dict[str, Given] = {"first": Given.constant(limit)}
    if filter:
        given["filter"] = Given.constant(_spelt(entity, filter))
    if order:
        given["orderBy"] = Given.constant([_key(name) for name in order])
    if cursor is not None:
        given["after"] = Given.constant(cursor)
    info = Fixed([Selected("more", "hasNextPage", {}, Fixed()), Selected("cursor", "endCursor", {}, Fixed())])
    asked = Fixed(
        [
            Selected("data", "nodes", {}, _chosen(principal, entity, fields)),
            Selected("page", "pageInfo", {}, info),
        ]
    )
    request = request_of(runtime, principal)
    build = Build(request, lower=True)
    inner = connection_select(listing(build, entity, Selected(word, word, given, asked), object_sql))
    statement = Statement.of(
        build,
        [
            "whole.j -> 'data'",
            "CASE WHEN (whole.j -> 'page' ->> 'more')::boolean THEN whole.j -> 'page' ->> 'cursor' END",
        ],
        f"({inner}) whole",
    )
    data, following = await run(runtime, request, statement)
    return Page(orjson.Fragment(data), following)


async def fetch_row(
    runtime: Runtime, principal: Principal, word: str, id: UUID, *, fields: Sequence[str] | None = None
) -> Row | None:
    """One object by its id, archived or not; None when it is not there or not to be seen."""
    entity = BY_WORD[word]
    request = request_of(runtime, principal)
    build = Build(request, lower=True)
    frame = frame_of(build, entity)
    conditions = [*seen(frame), f"{frame.row}.id = {build.bind(lambda asking: id, 'uuid')}"]
    version = f"{frame.row}.version" if "version" in entity.columns.c else "NULL::int"
    select = one_select(frame, conditions, _chosen(principal, entity, fields), also=f", {version} AS version")
    statement = Statement.of(build, ["whole.j", "whole.version"], f"(SELECT 1) one LEFT JOIN ({select}) whole ON true")
    body, held = await run(runtime, request, statement)
    return None if body is None else Row(orjson.Fragment(body), held)


def _chosen(principal: Principal, entity: Entity, fields: Sequence[str] | None) -> Fixed:
    known = plain_fields(principal, entity.word)
    if fields is None:
        return Fixed.of(*known)
    if unknown := [name for name in fields if name not in known]:
        raise BadInput(f"there is no field {unknown[0][:60]!r}; there are {', '.join(known)}")
    return Fixed.of(*dict.fromkeys(fields))


def _key(name: str) -> dict[str, str]:
    return {"field": name.lstrip("-"), "direction": "DESC" if name.startswith("-") else "ASC"}


def _spelt(entity: Entity, filter: Mapping[str, Any]) -> dict[str, Any]:
    """A filter whose comparators are spelt as GraphQL spells them, with the values that shape the statement."""
    return {
        name: {camel(operator): _shaping(entity, name, operator, value) for operator, value in comparators.items()}
        for name, comparators in filter.items()
    }


def _shaping(entity: Entity, name: str, operator: str, value: Any) -> Any:
    """Flags, and dates: one that is relative to today counts from the tenant's day, which PostgreSQL knows."""
    if operator == "is_null":
        return value in (True, "true")
    field = entity.by_name.get(name)
    if not isinstance(field, Field) or field.kind is not DATE:
        return value
    try:
        days = [read_day(each) if isinstance(each, str) else each for each in as_list(value)]
    except BadInput as error:
        raise BadInput(error.message, (name, camel(operator))) from None
    return days if isinstance(value, list) else days[0]

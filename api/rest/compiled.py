"""The domain's reader: the graph's compiler with a fixed selection, and the query parameters of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.problems import Refusal
from api.rest.answering import JSON, Seen
from api.rest.operation import Call
from api.rest.paging import link_next
from api.rest.reading_input import Paging, parameter_error, parse_query, read_pairs
from domain.kernel.errors import NotFound
from graph.errors import BadInput, TooSlow
from graph.language import Entity, Field
from graph.listing import fetch_row, fetch_rows
from graph.registry import BY_WORD

_FILTER: Final = re.compile(r"([a-z][a-z0-9_]*)(?:\[([a-z_]+)\])?", re.ASCII)
_LISTS: Final = frozenset({"in", "not_in"})


def snake(operator: str) -> str:
    """An operator as REST spells it: `not_in`."""
    return re.sub(r"([A-Z])", r"_\1", operator).lower()


def filterable(entity: Entity) -> Iterator[tuple[Field, list[str]]]:
    """The fields by which lists of a type can be filtered, each with its operators."""
    for member in entity.members:
        if isinstance(member, Field) and member.filters:
            yield member, [snake(operator) for operator in member.kind.operators]


def sortable(entity: Entity) -> list[str]:
    """The fields by which lists of a type can be ordered."""
    return [member.name for member in entity.members if isinstance(member, Field) and member.orders]


@dataclass
class ListQuery:
    """What the query of a list asks for."""

    paging: Paging
    filter: dict[str, dict[str, Any]] = field(default_factory=dict)
    order: Sequence[str] = ()
    fields: Sequence[str] | None = None


def read_list_query(request: Request, entity: Entity) -> ListQuery:
    """Filters as `due_on[gte]=2026-12-01`, `sort=-score,title`, `fields=id,title`, `limit`, `cursor`.

    Raises `Refusal` (422) for parameters that there are not.
    """
    pairs = read_pairs(request)
    query = ListQuery(parse_query(Paging, {name: pairs.pop(name) for name in ("limit", "cursor") if name in pairs}))
    if (sort := pairs.pop("sort", None)) is not None:
        query.order = _names(sort, sortable(entity), "sort")
    if (fields := pairs.pop("fields", None)) is not None:
        query.fields = _names(fields, [member.name for member in entity.members if isinstance(member, Field)], "fields")
    known = {member.name: operators for member, operators in filterable(entity)}
    errors = []
    for name, value in pairs.items():
        match = _FILTER.fullmatch(name)
        operator = (match[2] or "eq") if match else ""
        if match is None or operator not in known.get(match[1], ()):
            errors.append(parameter_error(name, "UNKNOWN_FIELD", "there is no such parameter"))
            continue
        wanted = value.split(",") if operator in _LISTS else value
        query.filter.setdefault(match[1], {})[operator] = wanted
    if errors:
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors)
    return query


def _names(text: str, known: Sequence[str], parameter: str) -> list[str]:
    names = text.split(",")
    for name in names:
        if name.removeprefix("-" if parameter == "sort" else "\0") not in known:
            detail = f"must be of {', '.join(known)}, separated by commas"
            raise Refusal(422, "INVALID", "a query parameter is wrong", [parameter_error(parameter, "INVALID", detail)])
    return names


class Compiled:
    """Reads one type through the compiler."""

    def __init__(self, word: str) -> None:
        self.entity = BY_WORD[word]

    async def one(self, call: Call, id: UUID) -> Seen:
        """The object of an id. Raises `NotFound`."""
        try:
            row = await fetch_row(call.runtime, call.principal, self.entity.word, id)
        except TooSlow as error:
            raise _busy(error) from None
        if row is None:
            raise NotFound(f"there is no such {self.entity.singular.replace('_', ' ')}")
        seen: Seen = orjson.loads(orjson.dumps(row.body))
        return seen

    async def page(self, call: Call) -> Response:
        """A page of the list that the query asks for; the rows pass through as PostgreSQL wrote them."""
        query = read_list_query(call.request, self.entity)
        try:
            page = await fetch_rows(
                call.runtime,
                call.principal,
                self.entity.word,
                fields=query.fields,
                filter=query.filter,
                order=query.order,
                limit=query.paging.limit,
                cursor=query.paging.cursor,
            )
        except BadInput as error:
            raise Refusal(422, "INVALID", f"a query parameter is wrong: {error}") from None
        except TooSlow as error:
            raise _busy(error) from None
        body = orjson.dumps({"data": page.data, "next_cursor": page.next_cursor})
        return link_next(call, Response(body, media_type=JSON), page.next_cursor)


def _busy(error: TooSlow) -> Refusal:
    return Refusal(503, "BUSY", error.message, headers={"Retry-After": "5"})

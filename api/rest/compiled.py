"""The domain's reader: the graph's compiler with a fixed selection, and the query parameters of its lists."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.auth import authenticator_of
from api.problems import Refusal
from api.rest.answering import JSON, Seen
from api.rest.operation import Call
from api.rest.paging import link_next
from api.rest.reading_input import Paging, Query, parameter_error, parse_query, read_pairs
from api.rest.sheets import CSV, XLSX, Rows, SheetForm, as_csv, as_xlsx
from domain.kernel.errors import NotFound
from domain.tenancy.permissions import require
from graph.errors import BadInput, TooSlow
from graph.language import Entity, Field
from graph.listing import Page, fetch_row, fetch_rows, plain_fields
from graph.registry import BY_WORD

_FILTER: Final = re.compile(r"([a-z][a-z0-9_]*)(?:\[([a-z_]+)\])?", re.ASCII)
_LISTS: Final = frozenset({"in", "not_in"})
_PAGE: Final = 200
"""Rows of a sheet that are held at a time."""

_FORMS: Final = {SheetForm.CSV: (CSV, as_csv), SheetForm.XLSX: (XLSX, as_xlsx)}


class FormQuery(Query):
    """The query parameter that says in which form a list is answered."""

    format: SheetForm = SheetForm.JSON


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
    form: SheetForm = SheetForm.JSON


def read_list_query(request: Request, entity: Entity) -> ListQuery:
    """Filters as `due_on[gte]=2026-12-01`, `sort=-score,title`, `fields=id,title`, `limit`, `cursor`, `format`.

    Raises `Refusal` (422) for parameters that there are not.
    """
    pairs = read_pairs(request)
    form = parse_query(FormQuery, _taken(pairs, "format")).format
    if form is not SheetForm.JSON and (paged := _taken(pairs, "limit", "cursor")):
        detail = "is of pages: a sheet has all rows"
        raise Refusal(
            422, "INVALID", "a query parameter is wrong", [parameter_error(name, "INVALID", detail) for name in paged]
        )
    query = ListQuery(parse_query(Paging, _taken(pairs, "limit", "cursor")), form=form)
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
        if operator == "is_null" and value not in ("true", "false"):
            errors.append(parameter_error(name, "INVALID", "must be true or false"))
        wanted = value.split(",") if operator in _LISTS else value
        query.filter.setdefault(match[1], {})[operator] = wanted
    if errors:
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors)
    return query


def _taken(pairs: dict[str, str], *names: str) -> dict[str, str]:
    return {name: pairs.pop(name) for name in names if name in pairs}


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
        if query.form is not SheetForm.JSON:
            return await self._sheet(call, query)
        page = await self._fetch(call, query, query.paging.limit, query.paging.cursor)
        body = orjson.dumps({"data": page.data, "next_cursor": page.next_cursor})
        return link_next(call, Response(body, media_type=JSON), page.next_cursor)

    async def _fetch(self, call: Call, query: ListQuery, limit: int, cursor: str | None) -> Page:
        try:
            return await fetch_rows(
                call.runtime,
                call.principal,
                self.entity.word,
                fields=query.fields,
                filter=query.filter,
                order=query.order,
                limit=limit,
                cursor=cursor,
            )
        except BadInput as error:
            errors = [parameter_error(_spelt(call.request, *error.at), "INVALID", error.message)] if error.at else []
            raise Refusal(422, "INVALID", f"a query parameter is wrong: {error}", errors) from None
        except TooSlow as error:
            raise _busy(error) from None

    async def _sheet(self, call: Call, query: ListQuery) -> Response:
        """All rows, sent while they are read. What is wrong with the query shows in the first page, and is told."""
        first = await self._fetch(call, query, _PAGE, None)
        query.fields = names = list(dict.fromkeys(query.fields or plain_fields(call.principal, self.entity.word)))
        kinds = [self.entity.field(name).kind.name for name in names]
        media_type, written = _FORMS[query.form]
        content = written(names, kinds, self._pages(call, query, names, first))
        name = f"{self.entity.plural.replace('_', '-')}.{query.form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        return StreamingResponse(content, 200, headers, media_type)

    async def _pages(self, call: Call, query: ListQuery, names: Sequence[str], page: Page) -> AsyncIterator[Rows]:
        """Page after page, each in a transaction of its own. Whoever may not read them any more gets no other."""
        while True:
            rows: list[Mapping[str, Any]] = orjson.loads(orjson.dumps(page.data))
            yield [[row[name] for name in names] for row in rows]
            if page.next_cursor is None:
                return
            call.caller = await authenticator_of(call.request).principal(call.request)
            require(call.principal, self.entity.needs)
            page = await self._fetch(call, query, _PAGE, page.next_cursor)


def _spelt(request: Request, name: str, operator: str = "") -> str:
    """A parameter as the request has it: `due_on` may stand for `due_on[eq]`."""
    whole = f"{name}[{snake(operator)}]"
    return whole if whole in request.query_params else name


def _busy(error: TooSlow) -> Refusal:
    return Refusal(503, "BUSY", error.message, headers={"Retry-After": "5"})

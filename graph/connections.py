"""Connections: a page of rows, its edges, its cursors and its count, as one SELECT that gives one JSON object."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.aggregates import aggregate_sql
from graph.cursors import Position, cursor_sql, keyset_sql
from graph.filters import filter_sql, names_archived
from graph.frames import Build, Frame, Moment, brought, frame_of, json_object, linked, seen
from graph.given import Given, both
from graph.language import Entity, Relation
from graph.moments import moment_of
from graph.ordering import OrderKey, order_keys, order_sql
from graph.paging import Paging, present
from graph.selecting import Selected, Selection

Write = Callable[[Frame, Selection], str]
"""Writes the object of a row."""


@dataclass(frozen=True)
class Listing:
    """What a connection lists: `rows` gives a frame over all its rows and their conditions, `write` a row's object."""

    build: Build
    entity: Entity
    selected: Selected
    rows: Callable[[], tuple[Frame, list[str]]]
    write: Write
    link: str = ""
    usual: Sequence[str] = ()
    bound: Given | None = None
    "What its cursors are bound to: the filter, and the instant."
    moment: Moment | None = None


def listing(
    build: Build,
    entity: Entity,
    selected: Selected,
    write: Write,
    owner: tuple[Frame, Relation] | None = None,
    usual: Sequence[str] = (),
) -> Listing:
    """The rows of a type, at the root or at the end of a relation of a row. Raises `Forbidden`."""
    build.enter(entity)
    moment = owner[0].moment if owner else moment_of(build, selected)
    filter = present(selected, "filter")

    def rows() -> tuple[Frame, list[str]]:
        frame = frame_of(build, entity, moment)
        conditions = linked(owner[0], owner[1], frame) if owner else seen(frame)
        if entity.archives and not (filter and names_archived(filter, build.lower)):
            conditions.append(f"{frame.row}.archived_at IS NULL")
        if filter is not None:
            conditions.append(filter_sql(frame, filter))
        return frame, conditions

    link = f"{owner[0].entity.name}.{owner[1].name}" if owner and owner[0].entity else ""
    bound = filter if moment is None else both(filter, moment.given)
    return Listing(build, entity, selected, rows, write, link, usual or entity.order, bound, moment)


def connection_select(listing: Listing) -> str:
    """The SELECT whose one column `j` is the connection."""
    name = f"{listing.entity.name}Connection"
    page = Page(listing)
    pairs = []
    for part in listing.selected.below.fields(name):
        match part.name:
            case "__typename":
                pairs.append((part.key, f"'{name}'"))
            case "totalCount":
                pairs.append((part.key, page.total()))
            case "aggregate":
                pairs.append((part.key, aggregate_sql(listing.entity, listing.rows, part, listing.write)))
            case "nodes":
                pairs.append((part.key, page.listed(listing.write(page.row, part.below))))
            case "edges":
                pairs.append((part.key, page.listed(page.edge(part))))
            case "pageInfo":
                pairs.append((part.key, page.info(part)))
    return page.finished(f"SELECT {json_object(pairs)} AS j")


_WITHIN = "/*within*/"


@dataclass(frozen=True)
class Source:
    """What a page is cut from: a frame over all rows of the list, their conditions, and the list's order."""

    frame: Frame
    conditions: Sequence[str]
    keys: Sequence[OrderKey]


class Page:
    """One page: `row` is the frame over its rows. What is asked of it decides what its source must bring."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._build = listing.build
        self._paging = Paging.of(listing.selected)
        self._more = self._sealed = self._used = False
        order = present(listing.selected, "orderBy")
        signature = repr(order.value) if order is not None else repr(list(listing.usual))
        self._position = Position(listing.entity.word, listing.link, listing.bound, signature)

    @cached_property
    def _source(self) -> Source:
        frame, conditions = self._listing.rows()
        keys = order_keys(frame, present(self._listing.selected, "orderBy"), self._listing.usual)
        return Source(frame, conditions, keys)

    @cached_property
    def row(self) -> Frame:
        """The frame over the page's rows; what their source has joined is not joined again."""
        listing, joined = self._listing, self._source.frame.companions
        return Frame(listing.build, listing.entity, listing.build.alias(), moment=listing.moment, carried=joined)

    @cached_property
    def _size(self) -> str:
        return self._build.written(self._paging.size_read())

    def listed(self, expression: str) -> str:
        """The list of an expression over the page's rows, in order."""
        self._used = True
        return f"COALESCE(json_agg({expression} ORDER BY {self._order()}){_WITHIN}, '[]'::json)"

    def _order(self, turned: bool = False) -> str:
        keys = [key.within(self.row.row) for key in self._source.keys]
        return order_sql([key.turned() for key in keys] if turned else keys)

    def edge(self, asked: Selected) -> str:
        """One edge."""
        name = f"{self._listing.entity.name}Edge"
        pairs = []
        for part in asked.below.fields(name):
            match part.name:
                case "__typename":
                    pairs.append((part.key, f"'{name}'"))
                case "cursor":
                    pairs.append((part.key, self._cursor(f"{self.row.row}.m_")))
                case "node":
                    pairs.append((part.key, self._listing.write(self.row, part.below)))
        return json_object(pairs)

    def _cursor(self, message: str) -> str:
        self._sealed = True
        return cursor_sql(self._build, self._position, message)

    def info(self, asked: Selected) -> str:
        """`pageInfo`."""
        pairs = []
        for part in asked.below.fields("PageInfo"):
            match part.name:
                case "__typename":
                    pairs.append((part.key, "'PageInfo'"))
                case "hasNextPage" | "hasPreviousPage" as side:
                    pairs.append((part.key, self._has(side)))
                case "startCursor" | "endCursor" as side:
                    self._used = True
                    order = self._order(turned=side == "endCursor")
                    first = f"(array_agg({self.row.row}.m_ ORDER BY {order}){_WITHIN})[1]"
                    pairs.append((part.key, self._cursor(first)))
        return json_object(pairs)

    def _has(self, side: str) -> str:
        if (side == "hasPreviousPage") is self._paging.backward:
            self._more = self._used = True
            return f"count({self.row.row}.r_) > {self._size}"
        bound = self._paging.before if self._paging.backward else self._paging.after
        return "false" if bound is None else "true"

    def total(self) -> str:
        """`totalCount`: all rows of the list, whatever the page."""
        frame, conditions = self._listing.rows()
        return f"(SELECT count(*) FROM {frame.table} {frame.row} {frame.tables} WHERE {' AND '.join(conditions)})"

    def finished(self, select: str) -> str:
        """The SELECT with the page's rows below it, those beyond the page cut off where one more was fetched."""
        if not self._used:
            return select
        row = self.row.row
        within = f" FILTER (WHERE {row}.r_ <= {self._size})" if self._more else ""
        joined = f" {self.row.tables}" if self.row.joins else ""
        columns, written = brought(row, self._source.frame, f"{select.replace(_WITHIN, within)} FROM /*rows*/{joined}")
        return written.replace("/*rows*/", f"({self._rows(columns)}) {row}", 1)

    def _rows(self, columns: str) -> str:
        """The page's rows, in a sub-select."""
        frame, conditions, keys = self._source.frame, self._source.conditions, self._source.keys
        if self._paging.backward:
            keys = [key.turned() for key in keys]
        ordered = "".join(f", {key.sql} AS {key.name}" for key in keys[:-1])
        size = f"{self._size} + 1" if self._more else self._size
        rows = (
            f"SELECT {columns}{ordered} FROM {frame.table} {frame.row} {frame.tables}"
            f" WHERE {' AND '.join([*conditions, *self._between(keys)])} ORDER BY {order_sql(keys)} LIMIT {size}"
        )
        if not (self._more or self._sealed):
            return rows
        page = self._build.alias()
        seal = f", {self._position.message(self._source.keys, page)} AS m_" if self._sealed else ""
        number = f", row_number() OVER (ORDER BY {order_sql([key.within(page) for key in keys])}) AS r_"
        return f"SELECT {page}.*{number if self._more else ''}{seal} FROM ({rows}) {page}"

    def _between(self, keys: Sequence[OrderKey]) -> list[str]:
        """The conditions that the cursors add; `keys` run in the direction of the page."""
        found = []
        for bound, follows in ((self._paging.after, True), (self._paging.before, False)):
            if bound is not None:
                way = keys if follows is not self._paging.backward else [key.turned() for key in keys]
                found.append(keyset_sql(self._build, self._position, way, bound))
        return found

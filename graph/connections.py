"""Connections: a page of rows, its edges, its cursors and its count, as one SELECT that gives one JSON object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph import objects
from graph.cursors import Position, cursor_sql, keyset_sql
from graph.errors import BadInput
from graph.filters import filter_sql, names_archived
from graph.frames import Build, Frame, frame_of, json_object, linked, seen
from graph.given import Given
from graph.language import Entity, Relation
from graph.ordering import OrderKey, order_keys, order_sql
from graph.request import Read
from graph.selecting import Selected

DEFAULT_SIZE: Final = 50
LARGEST_SIZE: Final = 200

Owner = tuple[Frame, Relation]
"""The row that a nested connection belongs to, and the way from there."""


@dataclass(frozen=True)
class Paging:
    """Which page is asked for."""

    backward: bool
    size: Given | None
    after: Given | None
    before: Given | None

    @classmethod
    def of(cls, selected: Selected) -> Paging:
        """The page that a field's arguments ask for. Raises `BadInput`."""
        first, last, after, before = (_present(selected, name) for name in ("first", "last", "after", "before"))
        if first is not None and last is not None:
            raise BadInput(f"give first or last, not both; each is 1 to {LARGEST_SIZE}")
        return cls(last is not None, first or last, after, before)

    def size_read(self, more: int) -> Read:
        """Takes the page's size, and `more`, from a request. Raises `BadInput` outside the limits."""
        given = self.size
        if given is None:
            return lambda asking: DEFAULT_SIZE + more
        name = "last" if self.backward else "first"
        return lambda asking: page_size(given.read(asking.variables), name) + more


def page_size(value: int, name: str = "first") -> int:
    """A page's size. Raises `BadInput` that says the limit."""
    if not 1 <= value <= LARGEST_SIZE:
        raise BadInput(f"{name} must be 1 to {LARGEST_SIZE} (default {DEFAULT_SIZE}), not {value}")
    return value


def _present(selected: Selected, name: str) -> Given | None:
    given = selected.arguments.get(name)
    return None if given is None or given.value is None else given


def rows_where(build: Build, target: Entity, owner: Owner | None, selected: Selected) -> tuple[Frame, list[str]]:
    """A frame over the rows of a list before paging, and its conditions."""
    frame = frame_of(build, target)
    conditions = linked(owner[0], owner[1], frame) if owner else seen(frame)
    given = _present(selected, "filter")
    if target.archives and not (given and names_archived(given, build.lower)):
        conditions.append(f"{frame.row}.archived_at IS NULL")
    if given is not None:
        conditions.append(filter_sql(frame, given))
    return frame, conditions


def connection_select(
    build: Build, target: Entity, selected: Selected, *, owner: Owner | None = None, usual: Sequence[str] = ()
) -> str:
    """The SELECT whose one column `j` is the connection."""
    name = f"{target.name}Connection"
    parts = selected.below.fields(name)
    page = _Page(build, target, selected, owner, usual)
    pairs = []
    for part in parts:
        match part.name:
            case "__typename":
                pairs.append((part.key, f"'{name}'"))
            case "totalCount":
                pairs.append((part.key, page.total()))
            case "nodes":
                pairs.append((part.key, page.listed(objects.object_sql(page.row, part.below))))
            case "edges":
                pairs.append((part.key, page.listed(page.edge(part))))
            case "pageInfo":
                pairs.append((part.key, page.info(part)))
    return f"SELECT {json_object(pairs)} AS j {page.source()}"


class _Page:
    """One page: `row` is the frame over its rows, which `source` brings."""

    def __init__(
        self, build: Build, target: Entity, selected: Selected, owner: Owner | None, usual: Sequence[str]
    ) -> None:
        self._build = build
        self._target = target
        self._selected = selected
        self._owner = owner
        self._paging = Paging.of(selected)
        self._usual = usual
        self._more = False
        self._sealed = False
        self._used = False
        build.enter(target)
        self.row = Frame(build, target, build.alias())
        self._size = build.bind(self._paging.size_read(0), "bigint")
        self._position = Position(
            target.word, owner[1].name if owner else "", _present(selected, "filter"), self._signature()
        )

    def _signature(self) -> str:
        given = _present(self._selected, "orderBy")
        return repr(given.value) if given is not None else repr(list(self._usual))

    def listed(self, expression: str) -> str:
        """The list of an expression over the page's rows, in order."""
        self._used = True
        direction = " DESC" if self._paging.backward else ""
        return f"COALESCE(json_agg({expression} ORDER BY {self.row.row}.r_{direction}){{within}}, '[]'::json)"

    def edge(self, asked: Selected) -> str:
        """One edge."""
        pairs = []
        for part in asked.below.fields(f"{self._target.name}Edge"):
            match part.name:
                case "__typename":
                    pairs.append((part.key, f"'{self._target.name}Edge'"))
                case "cursor":
                    pairs.append((part.key, self._cursor()))
                case "node":
                    pairs.append((part.key, objects.object_sql(self.row, part.below)))
        return json_object(pairs)

    def _cursor(self) -> str:
        self._sealed = True
        return cursor_sql(self._build, self._position, f"{self.row.row}.m_")

    def info(self, asked: Selected) -> str:
        """`pageInfo`."""
        self._used = True
        backward, row = self._paging.backward, self.row.row
        pairs = []
        for part in asked.below.fields("PageInfo"):
            match part.name:
                case "__typename":
                    pairs.append((part.key, "'PageInfo'"))
                case "hasNextPage" | "hasPreviousPage" as side:
                    if (side == "hasPreviousPage") is backward:
                        self._more = True
                        pairs.append((part.key, f"count({row}.r_) > {self._size}"))
                    else:
                        bound = self._paging.before if backward else self._paging.after
                        pairs.append((part.key, "false" if bound is None else "true"))
                case "startCursor" | "endCursor" as side:
                    falling = " DESC" if (side == "endCursor") is not backward else ""
                    ends = f"array_agg({self._cursor()} ORDER BY {row}.r_{falling}){{within}}"
                    pairs.append((part.key, f"({ends})[1]"))
        return json_object(pairs)

    def total(self) -> str:
        """`totalCount`: all rows of the list, whatever the page."""
        frame, conditions = rows_where(self._build, self._target, self._owner, self._selected)
        where = " AND ".join(conditions)
        return f"(SELECT count(*) FROM {self._target.table_name} {frame.row} {frame.tables} WHERE {where})"

    def source(self) -> str:
        """FROM the page's rows; empty where no row is asked for."""
        if not self._used:
            return ""
        frame, conditions = rows_where(self._build, self._target, self._owner, self._selected)
        keys = order_keys(frame, _present(self._selected, "orderBy"), self._usual)
        if self._paging.backward:
            keys = [key.turned() for key in keys]
        conditions += self._between(keys)
        chosen = "".join(f", {key.sql} AS {key.name}" for key in keys[:-1])
        size = self._build.bind(self._paging.size_read(1 if self._more else 0), "bigint")
        inner = (
            f"SELECT {frame.row}.*{chosen} FROM {self._target.table_name} {frame.row} {frame.tables}"
            f" WHERE {' AND '.join(conditions)} ORDER BY {order_sql(keys)} LIMIT {size}"
        )
        page = self._build.alias()
        seal = f", {self._position.message(keys, page)} AS m_" if self._sealed else ""
        rank = f"row_number() OVER (ORDER BY {order_sql([key.within(page) for key in keys])}) AS r_"
        middle = f"SELECT {page}.*, {rank}{seal} FROM ({inner}) {page}"
        return f"FROM ({middle}) {self.row.row} {self.row.tables}"

    def _between(self, keys: Sequence[OrderKey]) -> list[str]:
        """The conditions that the cursors add; `keys` run in the direction of the page."""
        found = []
        for bound, follows in ((self._paging.after, True), (self._paging.before, False)):
            if bound is not None:
                ahead = follows is not self._paging.backward
                way = keys if ahead else [key.turned() for key in keys]
                found.append(keyset_sql(self._build, self._position, way, bound))
        return found

    def finish(self, select: str) -> str:
        """The SELECT with the rows beyond the page cut off, where one more was fetched."""
        within = f" FILTER (WHERE {self.row.row}.r_ <= {self._size})" if self._more else ""
        return select.replace("{within}", within)

"""Aggregates of a list: counts, sums, averages and ends of its rows, as a whole or by groups.

One sub-select beside the page, made only when asked for. It reads the rows of the list without its page: the same
filter, the same walls. The groups come in the order of their keys, empty values last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from domain.tenancy.permissions import require
from graph.errors import BadInput
from graph.frames import Frame, json_object, seen
from graph.grouping import FISCAL_YEAR, FUNCTIONS, GroupKey, group_keys, key_relations, measured, measured_kind
from graph.language import Entity, Field
from graph.ordering import related_sql
from graph.paging import present
from graph.registry import BY_WORD
from graph.selecting import Selected, Selection

DEFAULT_GROUPS: Final = 100
MOST_GROUPS: Final = 1_000
MOST_KEYS: Final = 4

Rows = Callable[[], tuple[Frame, list[str]]]
Write = Callable[[Frame, Selection], str]


def aggregate_sql(entity: Entity, rows: Rows, asked: Selected, write: Write) -> str:
    """The list of groups as JSON. Raises `BadInput` and `Forbidden`."""
    return _Groups(entity, rows, asked, write).sql()


def group_limit(value: Any) -> int:
    """How many groups are given. Raises `BadInput` that says the limit."""
    if not isinstance(value, int) or not 1 <= value <= MOST_GROUPS:
        raise BadInput(f"first must be 1 to {MOST_GROUPS} groups (default {DEFAULT_GROUPS}), not {value}")
    return value


class _Groups:
    def __init__(self, entity: Entity, rows: Rows, asked: Selected, write: Write) -> None:
        self._entity, self._asked, self._write = entity, asked, write
        self._rows, self._conditions = rows()
        self._build = self._rows.build
        self._group = Frame(self._build, entity, self._build.alias())
        self._keys = self._chosen()
        self._columns = {key.name: self._key_sql(key) for key in self._keys}
        self._numbered = False

    def _chosen(self) -> list[GroupKey]:
        given = present(self._asked, "groupBy")
        wished = [str(name) for name in given.value] if given is not None else []
        if len(wished) > MOST_KEYS:
            raise BadInput(f"rows are grouped by at most {MOST_KEYS} keys")
        offered = group_keys(self._entity.word)
        return [offered[name] for name in dict.fromkeys(wished)]

    def _key_sql(self, key: GroupKey) -> str:
        self._allow(key.field)
        found = related_sql(self._rows, key.relation, key.field)
        if not key.period:
            return found
        assert key.field.kind.day is not None
        day = key.field.kind.day.format(found, zone=self._rows["zone"])
        if key.period == FISCAL_YEAR:
            before = f"make_interval(months => {self._rows['fiscal_month']} - 1)"
            return f"(date_trunc('year', {day} - {before}) + {before})::date"
        return f"date_trunc('{key.period}', {day})::date"

    def _allow(self, field: Field) -> None:
        if field.needs is not None:
            require(self._build.principal, field.needs)

    def sql(self) -> str:
        """The groups below one another: the rows grouped, then counted, ordered and cut, then written."""
        listed = self._listed()
        row, keys = self._group.row, self._keys
        order = ", ".join((key.kind.order or "{}").format(f"{row}.{key.name}") for key in keys)
        grouped = f" GROUP BY {', '.join(str(place) for place in range(1, len(keys) + 1))}" if keys else ""
        columns = (
            ", ".join(f"{expression} AS {name}" for name, expression in self._columns.items()) or "count(*) AS all_"
        )
        inner = (
            f"SELECT {columns} FROM {self._rows.table} {self._rows.row} {self._rows.tables}"
            f" WHERE {' AND '.join(self._conditions)}{grouped}"
        )
        if not keys:
            return f"(SELECT json_build_array({listed}) FROM ({inner}) {row} {self._group.tables})"
        page = self._build.alias()
        number = f", count(*) OVER () AS {_NUMBER}" if self._numbered else ""
        within = order.replace(f"{row}.", f"{page}.")
        source = f"SELECT {page}.*{number} FROM ({inner}) {page} ORDER BY {within} LIMIT {self._limit()}"
        return (
            f"(SELECT COALESCE(json_agg({listed} ORDER BY {order}), '[]'::json)"
            f" FROM ({source}) {row} {self._group.tables})"
        )

    def _limit(self) -> str:
        given = present(self._asked, "first")
        if given is None:
            return str(DEFAULT_GROUPS)
        return self._build.written(lambda asking: group_limit(given.read(asking.variables)))

    def _listed(self) -> str:
        name = f"{self._entity.name}Aggregate"
        pairs = []
        for part in self._asked.below.fields(name):
            match part.name:
                case "__typename":
                    pairs.append((part.key, f"'{name}'"))
                case "keys":
                    pairs.append((part.key, self._shown_keys(part)))
                case "count":
                    pairs.append((part.key, self._column("count(*)")))
                case "groupCount":
                    self._numbered = bool(self._keys)
                    pairs.append((part.key, f"{self._group.row}.{_NUMBER}" if self._keys else "1"))
                case _:
                    pairs.append((part.key, self._measures(part)))
        return json_object(pairs)

    def _column(self, expression: str) -> str:
        """A column of the groups, in the outer row; the same expression only once."""
        for name, known in self._columns.items():
            if known == expression:
                return f"{self._group.row}.{name}"
        name = f"a{len(self._columns)}_"
        self._columns[name] = expression
        return f"{self._group.row}.{name}"

    def _shown_keys(self, asked: Selected) -> str:
        name = f"{self._entity.name}GroupKeys"
        keys = {key.graphql_name: key for key in group_keys(self._entity.word).values()}
        relations = key_relations(self._entity.word)
        pairs = []
        for part in asked.below.fields(name):
            if part.name == "__typename":
                pairs.append((part.key, f"'{name}'"))
            elif part.name in relations:
                pairs.append((part.key, self._related(part, *relations[part.name])))
            else:
                pairs.append((part.key, self._shown_key(keys[part.name])))
        return json_object(pairs)

    def _shown_key(self, key: GroupKey) -> str:
        self._allow(key.field)
        if key not in self._keys:
            return "NULL::json"
        return key.kind.written(f"{self._group.row}.{key.name}", lower=self._build.lower)

    def _related(self, asked: Selected, column: str, relation: Any) -> str:
        child = self._rows.reach(BY_WORD[relation.to])
        if column not in self._columns:
            return "NULL::json"
        conditions = " AND ".join([*seen(child), f"{child.row}.id = {self._group.row}.{column}"])
        alias = self._build.alias()
        inner = self._write(child, asked.below)
        table = f"{child.table} {child.row} {child.tables}"
        self._group.joins.append(
            f"LEFT JOIN LATERAL (SELECT {inner} AS j FROM {table} WHERE {conditions}) {alias} ON true"
        )
        return f"{alias}.j"

    def _measures(self, asked: Selected) -> str:
        assert asked.name in FUNCTIONS
        name = f"{self._entity.name}{asked.name.title()}"
        fields = measured(self._entity.word, asked.name)
        pairs = []
        for part in asked.below.fields(name):
            if part.name == "__typename":
                pairs.append((part.key, f"'{name}'"))
                continue
            field = fields[part.name]
            self._allow(field)
            value = self._column(_measure(asked.name, field, self._rows.value(field)))
            pairs.append((part.key, measured_kind(field.kind, asked.name).written(value, lower=self._build.lower)))
        return json_object(pairs)


_NUMBER: Final = "groups_"


def _measure(function: str, field: Field, expression: str) -> str:
    kind = field.kind
    if kind.enumeration is not None and kind.order is not None:
        values = ", ".join(f"'{value}'" for value in kind.enumeration)
        return f"(ARRAY[{values}])[{function}({kind.order.format(expression)})]"
    whole = f"{function}({expression})"
    return whole if function in ("min", "max") else f"trim_scale(round({whole}, 6))" if function == "avg" else whole

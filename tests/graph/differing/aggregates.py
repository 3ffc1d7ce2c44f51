"""Aggregates of the plain reference: the rows of a list by groups, and what is told of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from graphql import GraphQLEnumType, GraphQLObjectType, get_named_type, is_leaf_type

from tests.graph.differing.sieve import PERIODS, order_field, spelt

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

Row = dict[str, Any]
GROUPS = 100


class Groups:
    """The groups of a type's rows, at present or as of an instant."""

    def __init__(self, plain: Plain, target: str, then: datetime | None) -> None:
        self._plain, self._target, self._then = plain, target, then
        types = plain.schema.type_map
        self._fields = types[target].fields  # type: ignore[attr-defined]  # an object type
        shown = types.get(f"{target}GroupKeys")
        self._shown: Mapping[str, Any] = shown.fields if isinstance(shown, GraphQLObjectType) else {}

    def of(self, rows: Sequence[Row], given: Mapping[str, Any]) -> list[Row]:
        """The groups as they are answered."""
        keys = list(dict.fromkeys(given.get("groupBy") or ()))
        found: dict[tuple[Any, ...], list[Row]] = {} if keys else {(): list(rows)}
        for row in rows if keys else ():
            found.setdefault(tuple(self._value(row, key) for key in keys), []).append(row)
        order = sorted(found, key=lambda values: [*map(self._sortable, keys, values)])
        return [
            self._group(dict(zip(keys, values, strict=True)), found[values], len(found))
            for values in order[: given.get("first") or GROUPS]
        ]

    def _group(self, keys: Row, rows: list[Row], number: int) -> Row:
        told: Row = {"count": len(rows), "groupCount": number, "keys": self._keys(keys)}
        for function in ("sum", "avg", "min", "max"):
            declared = self._plain.schema.get_type(f"{self._target}{function.title()}")
            if isinstance(declared, GraphQLObjectType):
                told[function] = _made({name: self._measure(function, name, rows) for name in self._known(declared)})
        return _made(told)

    def _known(self, declared: GraphQLObjectType) -> list[str]:
        return [name for name in declared.fields if self._plain.known.field(declared.name, name)]

    def _keys(self, keys: Row) -> Row:
        told: Row = {}
        for name, field in self._shown.items():
            if not self._plain.known.field(f"{self._target}GroupKeys", name):
                continue
            kind = get_named_type(field.type)
            key = next((key for key in keys if self._name(key) == name), None)
            if is_leaf_type(kind):
                told[name] = None if key is None else self._told(name, keys[key])
            else:
                id = next((keys[key] for key in keys if self._name(key) == f"{name}Id"), None)
                told[name] = None if id is None else self._plain.one(kind.name, id, self._then)
        return _made(told)

    def _name(self, key: str) -> str:
        """How a key is called among those of a group."""
        found = self._shown.get(spelt(key))
        return spelt(key) if found is not None and is_leaf_type(get_named_type(found.type)) else f"{spelt(key)}Id"

    def _told(self, name: str, value: Any) -> Any:
        if name.endswith("Id") and value is not None:
            return self._plain.id_text(self._target, name, value)
        return self._plain.told(value, isinstance(get_named_type(self._shown[name].type), GraphQLEnumType))

    def _value(self, row: Row, key: str) -> Any:
        for period in PERIODS:
            base = key.removesuffix(f"_{period}")
            if base != key and spelt(base) in self._fields:
                return self._period(self._plain.value(row, spelt(base)), period)
        name = self._name(key)
        if name in self._fields or name.endswith("Id"):
            return self._plain.value(row, name)
        field, there = order_field(self._plain.schema.type_map, self._target, key)
        assert there is not None
        related = self._plain.related(row, *there)
        return None if related is None else self._plain.value(related, field)

    def _period(self, value: date | datetime | None, period: str) -> date | None:
        if value is None:
            return None
        day = self._plain.day(value) if isinstance(value, datetime) else value
        match period:
            case "WEEK":
                return day - timedelta(days=day.weekday())
            case "MONTH":
                return day.replace(day=1)
            case "FISCAL_YEAR":
                begins = self._plain.fiscal_month
                return date(day.year - (day.month < begins), begins, 1)
        return day

    def _sortable(self, key: str, value: Any) -> tuple[bool, Any]:
        if value is None:
            return True, 0
        kind = get_named_type(self._shown[self._name(key)].type)
        return False, list(kind.values).index(value.upper()) if isinstance(kind, GraphQLEnumType) else value

    def _measure(self, function: str, name: str, rows: list[Row]) -> Any:
        kind = get_named_type(self._fields[name].type)
        values = [value for row in rows if (value := self._plain.value(row, name)) is not None]
        if not values:
            return None
        if function in ("min", "max"):
            choose = min if function == "min" else max
            if isinstance(kind, GraphQLEnumType):
                names = list(kind.values)
                return choose((value.upper() for value in values), key=names.index)
            return self._plain.told(choose(values), False)
        total = sum(values, Decimal())
        if function == "avg":
            total = (total / len(values)).quantize(Decimal("0.000001"), ROUND_HALF_UP)
            total = total.normalize() if total else Decimal()
        return format(total, "f") if kind.name == "Decimal" else float(total)


def _made(values: Row) -> Row:
    return values | {"__made": list(values)}

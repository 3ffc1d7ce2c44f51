"""Random arguments: a value of any input type of the schema, as literals, or as variables with and without defaults."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final, TypeVar
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedInputType,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
)
from hypothesis import strategies as st

from tests.graph.differing.chance import NOW, TEXTS
from tests.graph.differing.declared import TYPES
from tests.graph.differing.knowing import Known
from tests.graph.differing.rows import Made
from tests.graph.differing.sieve import order_field

T = TypeVar("T")
ABSENT: Final = object()
MISSING: Final = "0198" + "0" * 28
RELATIVE_DAYS: Final = ("P0D", "-P1D", "P1D", "P1M", "-P1M1D", "-P2W", "P1Y2M3W4D")
RELATIVE_INSTANTS: Final = (*RELATIVE_DAYS, "PT0H", "-PT12H", "P1MT6H")


class Word(str):
    """A name of an enumeration: without quotes in a document, a text in variables."""


@dataclass(frozen=True)
class Variable:
    """A place that a variable fills."""

    name: str


@dataclass
class Pool:
    """What stands in the rows of both tenants, to be asked for."""

    ids: dict[str, list[UUID]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    numbers: list[Decimal] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    instants: list[datetime] = field(default_factory=list)

    @classmethod
    def of(cls, tenants: Sequence[Made]) -> Pool:
        """What can be found in the rows."""
        pool = cls()
        for name, type_ in TYPES.items():
            found = {row["id"] for made in tenants for row in made.rows[type_.table]}
            pool.ids[name] = sorted(found)
        values = {value for made in tenants for rows in made.rows.values() for row in rows for value in _plain(row)}
        pool.texts = sorted({value for value in values if type(value) is str} & set(TEXTS))
        pool.numbers = sorted({value for value in values if isinstance(value, Decimal)})
        pool.days = sorted({value for value in values if type(value) is date})
        pool.instants = sorted({value for value in values if isinstance(value, datetime)})
        return pool


def _plain(row: Mapping[str, Any]) -> list[Any]:
    return [value for value in row.values() if isinstance(value, str | Decimal | date)]


@dataclass
class Declared:
    """A variable of a document."""

    type: str
    default: str | None
    given: Any

    @property
    def text(self) -> str:
        """Its type and default in the document."""
        return self.type + (f" = {self.default}" if self.default is not None else "")


class Values:
    """Draws values. `readable` says which types the callers may read: a filter must not name others."""

    def __init__(
        self, draw: Callable[[Any], Any], schema: GraphQLSchema, pool: Pool, readable: Callable[[str], bool]
    ) -> None:
        self._draw = draw
        self.schema = schema
        self.pool = pool
        self.known = Known(schema)
        self.readable = readable
        self.variables: dict[str, Declared] = {}

    def choice(self, offered: Sequence[T]) -> T:
        """One of several; the first is the simplest."""
        found: T = self._draw(st.sampled_from(offered))
        return found

    def chance(self, percent: int) -> bool:
        """True so often; False is simpler."""
        return bool(self._draw(st.integers(0, 99)) >= 100 - percent)

    def number(self, least: int, most: int) -> int:
        """A number, small ones being simpler."""
        return int(self._draw(st.integers(least, most)))

    def few(self, offered: Sequence[T], most: int) -> list[T]:
        """Some of several, each once."""
        return list(self._draw(st.lists(st.sampled_from(offered), min_size=1, max_size=most, unique=True)))

    def fresh(self, declared: Declared) -> Variable:
        """A new variable."""
        name = f"v{len(self.variables)}"
        self.variables[name] = declared
        return Variable(name)

    def placed(self, wanted: GraphQLInputType, value: Any, *, nullable: bool, absent: bool) -> Any:
        """The value itself, or a variable that brings it.

        `nullable` says whether null may stand there as if nothing did, `absent` whether the variable may be left out.
        """
        if not self.chance(25):
            return value
        kind, default = str(wanted), None
        optional = not isinstance(wanted, GraphQLNonNull)
        match self.number(0, 4):
            case 1:
                default, value = literal(value), ABSENT
            case 2 if optional and nullable:
                default, value = literal(value), None
            case 3 if optional and absent:
                value = ABSENT
            case 4 if optional:
                kind += "!"
        return self.fresh(Declared(kind, default, value))

    def flag(self) -> str:
        """A condition of a directive."""
        if self.chance(30):
            return self.choice(["false", "true"])
        default = self.choice([None, "true", "false"])
        given = self.choice([True, False]) if default is None or self.chance(50) else ABSENT
        return f"${self.fresh(Declared('Boolean!' if default is None else 'Boolean! ', default, given)).name}"

    def filter(self, target: str, depth: int = 2) -> dict[str, Any]:
        """A filter of a type."""
        declared = self.schema.get_type(f"{target}Filter")
        assert isinstance(declared, GraphQLInputObjectType)
        offered = [name for name in declared.fields if self._may_name(declared, name, depth)]
        found: dict[str, Any] = {}
        if "archivedAt" in offered and self.chance(10):
            offered = ["archivedAt", *offered[:1]]
        for name in self.few(offered, 3):
            wanted = declared.fields[name].type
            if self.chance(8):
                found[name] = None
            else:
                value = self._condition(target, name, get_named_type(wanted), depth)
                found[name] = self.placed(wanted, value, nullable=True, absent=True) if _whole(value) else value
        return found

    def _may_name(self, declared: GraphQLInputObjectType, name: str, depth: int) -> bool:
        part = get_named_type(declared.fields[name].type).name
        if not self.known.filter(declared.name.removesuffix("Filter"), name):
            return False
        if part.endswith("Comparator"):
            return True
        far = part.removesuffix("ListFilter").removesuffix("Filter")
        return depth > 0 and self.readable(far)

    def _condition(self, target: str, name: str, part: GraphQLNamedInputType, depth: int) -> Any:
        if name in ("and", "or"):
            return [self.filter(target, depth - 1) for _ in range(self.number(0, 2))]
        if part.name.endswith("ListFilter"):
            far = part.name.removesuffix("ListFilter")
            return {word: self.filter(far, depth - 1) for word in self.few(["some", "none", "every"], 2)}
        if part.name.endswith("Filter"):
            return self.filter(part.name.removesuffix("Filter"), depth - 1)
        assert isinstance(part, GraphQLInputObjectType)
        return {word: self._compared(target, name, part, word) for word in self.few(list(part.fields), 2)}

    def _compared(self, target: str, name: str, part: GraphQLInputObjectType, word: str) -> Any:
        wanted = part.fields[word].type
        kind = get_named_type(wanted)
        if isinstance(wanted, GraphQLList):
            values: Any = [self.value(kind, target, name) for _ in range(self.number(0, 3))]
            if len(values) == 1 and self.chance(20):
                values = values[0]
        else:
            values = self.value(kind, target, name)
        return self.placed(wanted, values, nullable=False, absent=True)

    def value(self, kind: Any, target: str, name: str) -> Any:
        """A value of a leaf type, to be compared with a field of a type."""
        if isinstance(kind, GraphQLEnumType):
            return Word(self.choice(list(kind.values)))
        match kind.name:
            case "ID":
                return self.id(self._meant(target, name))
            case "Boolean":
                return self.choice([True, False])
            case "Int":
                return self.number(-1, 12)
            case "Decimal":
                number = self.choice([Decimal(0), Decimal("-1.5"), *self.pool.numbers])
                return self.choice([str(number), float(number), f"{number}00" if "." in str(number) else str(number)])
            case "Date":
                return self.choice([*RELATIVE_DAYS, *map(str, self.pool.days)])
            case "DateTime":
                return self._instant()
        return self._text()

    def _meant(self, target: str, name: str) -> str | None:
        if name == "id":
            return target
        fields = self.schema.type_map[target].fields  # type: ignore[attr-defined]  # an object type
        relation = name.removesuffix("Id")
        far = get_named_type(fields[relation].type).name
        return far if far in TYPES else None

    def id(self, target: str | None) -> str:
        """An id of a type, or of any; now and then of nothing that is there."""
        name = target or self.choice(sorted(TYPES))
        digits = [id.hex for id in self.pool.ids[name]]
        return f"{TYPES[name].prefix}_{self.choice([*digits, MISSING])}"

    def past(self) -> str:
        """An instant that does not lie ahead."""
        if self.chance(30):
            return self.choice(["PT0H", *(text for text in RELATIVE_INSTANTS if text.startswith("-"))])
        return self._spelt(self.choice([NOW, *(found for found in self.pool.instants if found <= NOW)]))

    def _instant(self) -> str:
        if self.chance(30):
            return self.choice(RELATIVE_INSTANTS)
        return self._spelt(self.choice(self.pool.instants))

    def _spelt(self, found: datetime) -> str:
        zone = self.choice([UTC, timezone(timedelta(hours=8)), timezone(-timedelta(hours=3, minutes=30))])
        text = found.astimezone(zone).isoformat()
        return text.replace("+00:00", "Z") if self.chance(50) else text

    def _text(self) -> str:
        text = self.choice([*self.pool.texts, "%", "_", "\\", "'", "a%a"])
        if self.chance(40):
            begin = self.number(0, len(text))
            text = text[begin : begin + self.number(0, 5)]
        return text.upper() if text.isascii() and self.chance(20) else text

    def may_group(self, target: str, name: str) -> bool:
        """Whether a key of groups is known, and lies in what may be read."""
        if not self.known.group(target, name):
            return False
        try:
            _, there = order_field(self.schema.type_map, target, name)
        except KeyError:  # a period, or a reference by itself
            return True
        return there is None or self.readable(there[1])

    def order(self, target: str) -> Any:
        """An order of a type's lists."""
        declared = self.schema.get_type(f"{target}OrderField")
        assert isinstance(declared, GraphQLEnumType)
        offered = []
        for name in declared.values:
            if not self.known.order(target, name):
                continue
            _, there = order_field(self.schema.type_map, target, name)
            if there is None or self.readable(there[1]):
                offered.append(name)
        keys = []
        for name in self.few(offered, 3):
            key: dict[str, Any] = {"field": Word(name)}
            for part, words in (("direction", ["ASC", "DESC"]), ("nulls", ["FIRST", "LAST"])):
                if self.chance(50):
                    key[part] = Word(self.choice(words))
            keys.append(key)
        return keys[0] if len(keys) == 1 and self.chance(20) else keys


def _whole(value: Any) -> bool:
    """Whether a value has no variables within."""
    if isinstance(value, dict):
        return all(map(_whole, value.values()))
    return all(map(_whole, value)) if isinstance(value, list) else not isinstance(value, Variable)


def literal(value: Any) -> str:
    """A value as a document spells it."""
    match value:
        case Variable():
            return f"${value.name}"
        case Word():
            return str(value)
        case dict():
            return f"{{{', '.join(f'{name}: {literal(part)}' for name, part in value.items())}}}"
        case list():
            return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value, ensure_ascii=False)

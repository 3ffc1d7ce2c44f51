"""Filters and orders of the plain reference: over rows in memory, one row after the other."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any, cast

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType, get_named_type

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

Row = dict[str, Any]
Compare = Callable[[Row, Row], int]
PERIODS = ("DAY", "WEEK", "MONTH", "FISCAL_YEAR")
_RELATIVE = re.compile(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")


def relative(text: str, start: datetime) -> datetime | None:
    """`-P2W` counted from an instant; None for what is no duration."""
    match = _RELATIVE.fullmatch(text)
    if match is None:
        return None
    sign = -1 if match[1] else 1
    years, months, weeks, days, hours = (sign * int(part or 0) for part in match.groups()[1:])
    month = start.month - 1 + months
    year = start.year + years + month // 12
    month = month % 12 + 1
    day = min(start.day, monthrange(year, month)[1])
    return start.replace(year=year, month=month, day=day) + timedelta(weeks=weeks, days=days, hours=hours)


def in_order(rows: list[Row], compare: Compare) -> list[Row]:
    """The rows, the smallest first."""
    return sorted(rows, key=cmp_to_key(compare))


class Sieve:
    """Filters and orders as one caller's reads have them."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain

    def speaks_of_archived(self, chosen: Mapping[str, Any] | None) -> bool:
        """Whether a filter has a condition on `archivedAt`, but for those on related rows."""
        if not chosen:
            return False
        inner = [*(chosen.get("and") or ()), *(chosen.get("or") or ()), chosen.get("not")]
        return chosen.get("archivedAt") is not None or any(map(self.speaks_of_archived, inner))

    def keeps(self, kind: str, chosen: Mapping[str, Any], row: Row) -> bool:
        """Whether a filter of a type keeps a row."""
        declared = cast(GraphQLInputObjectType, self._plain.schema.get_type(kind))
        return all(
            self._holds(kind, name, get_named_type(declared.fields[name].type).name, wanted, row)
            for name, wanted in chosen.items()
            if wanted is not None
        )

    def _holds(self, kind: str, name: str, part: str, wanted: Any, row: Row) -> bool:
        match name:
            case "and":
                return all(self.keeps(kind, each, row) for each in wanted)
            case "or":
                return not wanted or any(self.keeps(kind, each, row) for each in wanted)
            case "not":
                return not self.keeps(kind, wanted, row)
        if part.endswith("ListFilter"):
            return self._listed(name, part.removesuffix("ListFilter"), wanted, row)
        if part.endswith("Filter"):
            related = self._plain.related(row, name, part.removesuffix("Filter"))
            return related is not None and self.keeps(part, wanted, related)
        value = self._plain.value(row, name)
        return all(
            self._compared(part.removesuffix("Comparator"), value, word, than)
            for word, than in wanted.items()
            if than is not None
        )

    def _listed(self, name: str, target: str, wanted: Mapping[str, Any], row: Row) -> bool:
        for quantifier, inner in wanted.items():
            if inner is None:
                continue
            rows = self._plain.many(row, name, target)
            if not self.speaks_of_archived(inner):
                rows = [each for each in rows if each.get("archived_at") is None]
            found = [self.keeps(f"{target}Filter", inner, each) for each in rows]
            if not {"some": any(found), "none": not any(found), "every": all(found)}[quantifier]:
                return False
        return True

    def _compared(self, kind: str, value: Any, word: str, than: Any) -> bool:
        if word == "isNull":
            return (value is None) is bool(than)
        if word in ("in", "notIn"):
            among = value is not None and value in [self._read(kind, value, each) for each in than]
            return among if word == "in" else not among
        if word == "neq":
            return bool(value != self._read(kind, value, than))
        if value is None:
            return False
        wanted = self._read(kind, value, than)
        match word:
            case "eq":
                return bool(value == wanted)
            case "lt":
                return bool(value < wanted)
            case "lte":
                return bool(value <= wanted)
            case "gt":
                return bool(value > wanted)
            case "gte":
                return bool(value >= wanted)
        text, piece = value.lower(), wanted.lower()
        return {
            "contains": piece in text,
            "startsWith": text.startswith(piece),
            "endsWith": text.endswith(piece),
        }[word]

    def _read(self, kind: str, value: Any, text: Any) -> Any:
        """What a filter's value means, to be compared with a stored one."""
        match kind:
            case "String" | "EmailAddress" | "URL" | "Int" | "Boolean":
                return text
            case "Decimal":
                return Decimal(str(text))
            case "ID":
                return next((id for id in [value] if id is not None and id.hex == text.rpartition("_")[2]), "another")
            case "Date":
                start = datetime.combine(self._plain.today(), datetime.min.time())
                found = relative(text, start)
                return date.fromisoformat(text) if found is None else found.date()
            case "DateTime":
                return relative(text, self._plain.now) or datetime.fromisoformat(text.upper()).astimezone(UTC)
        return next((each for each in [value] if each is not None and each.upper() == text), "another")

    def order(self, target: str, wanted: Any, usual: Sequence[str]) -> Compare:
        """Compares rows by the keys that are asked for, or the usual ones, and by the id."""
        if wanted:
            keys = [
                (key["field"], key.get("direction") == "DESC", key.get("nulls") == "FIRST")
                for key in (wanted if isinstance(wanted, list) else [wanted])
            ]
        else:
            keys = [(name.lstrip("-").upper(), name[0] == "-", False) for name in usual]
        if all(name != "ID" for name, *_ in keys):
            keys.append(("ID", bool(keys) and keys[-1][1], False))

        def compare(one: Row, other: Row) -> int:
            for name, descending, nulls_first in keys:
                first, second = (self._key(target, row, name) for row in (one, other))
                if first == second:
                    continue
                if first is None or second is None:
                    return -1 if (first is None) is nulls_first else 1
                return -1 if (first < second) is not descending else 1
            return 0

        return compare

    def _key(self, target: str, row: Row, name: str) -> Any:
        if name == "ID" or target == "Search":
            return row[name.lower()]
        field, there = self.order_field(target, name)
        if there is None:
            return self._sortable(target, field, self._plain.value(row, field))
        relation, far = there
        related = self._plain.related(row, relation, far)
        return None if related is None else self._sortable(far, field, self._plain.value(related, field))

    def order_field(self, target: str, name: str) -> tuple[str, tuple[str, str] | None]:
        """The field that an order's name means, and the relation that it lies behind with that one's type."""
        return order_field(self._plain.schema.type_map, target, name)

    def _sortable(self, target: str, field: str, value: Any) -> Any:
        declared = cast(GraphQLObjectType, self._plain.schema.get_type(target)).fields[field]
        kind = get_named_type(declared.type)
        if value is None or not isinstance(kind, GraphQLEnumType):
            return value
        return list(kind.values).index(value.upper())


def snake(name: str) -> str:
    """`dueOn` as the column is called: `due_on`."""
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def spelt(words: str) -> str:
    """`OWNER_NAME` as fields are spelt: `ownerName`."""
    first, *rest = words.lower().split("_")
    return first + "".join(map(str.capitalize, rest))


def order_field(types: Mapping[str, Any], target: str, name: str) -> tuple[str, tuple[str, str] | None]:
    """`OWNER_NAME` of risks: the field `name`, behind the relation `owner` to `Member`."""

    fields = types[target].fields
    if spelt(name) in fields:
        return spelt(name), None
    words = name.split("_")
    for length in range(len(words) - 1, 0, -1):
        relation, field = spelt("_".join(words[:length])), spelt("_".join(words[length:]))
        far = get_named_type(fields[relation].type) if relation in fields else None
        if isinstance(far, GraphQLObjectType) and field in far.fields:
            return field, (relation, far.name)
    raise KeyError(name)

"""Filters: conditions on columns by comparators, on related rows, and their combinations.

Combinations are two-valued: `not` holds for all rows for which the inner condition does not hold, empty values too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from domain.tenancy.permissions import require
from graph.durations import Relative
from graph.errors import BadInput
from graph.frames import Frame, linked
from graph.given import Given
from graph.kinds import DATE, Kind, as_list, literal_pattern
from graph.language import Field, Member, ToMany, ToOne
from graph.registry import BY_WORD
from graph.request import Read, Request

MOST_CONDITIONS: Final = 100
MOST_HOPS: Final = 4
_SIGNS: Final = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
_PATTERNS: Final = {"contains": ("%", "%"), "startsWith": ("", "%"), "endsWith": ("%", "")}
_JOINED: Final = {"and": " AND ", "or": " OR "}
Bind = Callable[[Read, str], str]
_PLAIN: Final = re.compile(r"\w+\.\w+")


def filter_sql(frame: Frame, given: Given, hops: int = 0) -> str:
    """The condition of a filter on the frame's row. An empty filter holds for every row. Raises `BadInput`."""
    conditions = [_entry(frame, name, part, hops) for name, part in given.entries() if part.value is not None]
    return _all(conditions)


def names_archived(given: Given, lower: bool) -> bool:
    """Whether a filter speaks of archived rows itself, so that they are not left out."""
    for name, part in given.entries():
        if part.value is None:
            continue
        if name == ("archived_at" if lower else "archivedAt"):
            return True
        if name == "not" and names_archived(part, lower):
            return True
        if name in _JOINED and any(names_archived(item, lower) for item in part.each()):
            return True
    return False


def _all(conditions: list[str]) -> str:
    return f"({' AND '.join(conditions)})" if conditions else "true"


def _entry(frame: Frame, name: str, given: Given, hops: int) -> str:
    frame.build.conditions += 1
    if frame.build.conditions > MOST_CONDITIONS:
        raise BadInput(f"filters have at most {MOST_CONDITIONS} conditions in all")
    if name in _JOINED:
        items = [filter_sql(frame, item, hops) for item in given.each()]
        return f"({_JOINED[name].join(items)})" if items else "true"
    if name == "not":
        return f"({filter_sql(frame, given, hops)}) IS NOT TRUE"
    match _member(frame, name):
        case Field() as field:
            return _compared(frame, field, given)
        case ToOne() | ToMany() as relation if hops >= MOST_HOPS:
            raise BadInput(f"filters reach over at most {MOST_HOPS} relations, not to {relation.name}")
        case ToOne() as relation:
            return _related(frame, relation, given, hops)
        case ToMany() as relation:
            return _all(
                [_quantified(frame, relation, *part, hops) for part in given.entries() if part[1].value is not None]
            )
    raise BadInput(f"there is no filter {name[:60]!r}")


def _member(frame: Frame, name: str) -> Member | None:
    assert frame.entity is not None
    return (frame.entity.by_name if frame.build.lower else frame.entity.by_graphql_name).get(name)


def _related(frame: Frame, relation: ToOne, given: Given, hops: int) -> str:
    child = frame.reach(BY_WORD[relation.to])
    conditions = linked(frame, relation, child)
    inner = filter_sql(child, given, hops + 1)
    if relation.latest:
        chosen = f"SELECT {inner} AS ok FROM {child.table} {child.row} {child.tables} WHERE {' AND '.join(conditions)}"
        return f"coalesce(({chosen} ORDER BY {frame.sql(relation.latest, child.row)} LIMIT 1), false)"
    return f"EXISTS (SELECT 1 FROM {child.table} {child.row} {child.tables} WHERE {' AND '.join([*conditions, inner])})"


def _quantified(frame: Frame, relation: ToMany, quantifier: str, given: Given, hops: int) -> str:
    child = frame.reach(BY_WORD[relation.to])
    conditions = linked(frame, relation, child)
    if BY_WORD[relation.to].archives and not names_archived(given, frame.build.lower):
        conditions.append(f"{child.row}.archived_at IS NULL")
    inner = filter_sql(child, given, hops + 1)
    conditions.append(f"({inner}) IS NOT TRUE" if quantifier == "every" else inner)
    found = f"EXISTS (SELECT 1 FROM {child.table} {child.row} {child.tables} WHERE {' AND '.join(conditions)})"
    match quantifier:
        case "some":
            return found
        case "none" | "every":
            return f"NOT {found}"
    raise BadInput(f"there is no {quantifier[:60]!r}; there are some, none and every")


def _compared(frame: Frame, field: Field, given: Given) -> str:
    if not field.filters:
        raise BadInput(f"{field.name} is no filter")
    if field.needs is not None:
        require(frame.build.principal, field.needs)
    entries = list(given.entries())
    if not entries:
        return "true"  # before anything is bound for the column
    column = frame.value(field) if field.elsewhere is None else field.elsewhere.column
    if not _PLAIN.fullmatch(column):
        column = f"({column})"  # what is worked out may itself be a comparison
    compared = _all([_comparison(frame, field, column, name, part) for name, part in entries])
    if field.elsewhere is None:
        return compared
    return frame.sql(field.elsewhere.condition.replace("{compared}", compared))


def _comparison(frame: Frame, field: Field, column: str, operator: str, given: Given) -> str:
    kind = field.kind
    if operator not in kind.operators:
        raise BadInput(f"there is no comparator {operator[:60]!r} here; there are {', '.join(kind.operators)}")
    if given.value is None:
        raise BadInput(f"{operator} must not be null; leave it out, or ask for empty values by isNull")

    def bind(read: Read, cast: str) -> str:
        return frame.build.bind(_telling(read, field.name, operator), cast)

    match operator:
        case "isNull":
            return f"{column} IS {'' if given.value else 'NOT '}NULL"
        case "eq":
            return f"{column} = {_bound(frame, bind, kind, given)}"
        case "neq":
            return f"{column} IS DISTINCT FROM {_bound(frame, bind, kind, given)}"
        case "in":
            return f"{column} = ANY({_bound_list(frame, bind, kind, given)})"
        case "notIn":
            return f"({column} = ANY({_bound_list(frame, bind, kind, given)})) IS NOT TRUE"
        case "contains" | "startsWith" | "endsWith":
            before, after = _PATTERNS[operator]
            return f"{column} ILIKE {bind(_pattern(before, given, after), 'text')}"
    return f"{column} {_SIGNS[operator]} {_bound(frame, bind, kind, given)}"


def _bound(frame: Frame, bind: Bind, kind: Kind, given: Given) -> str:
    """The value to compare with. A date relative to today counts from the tenant's day, which PostgreSQL knows."""
    if kind is not DATE or not isinstance(given.value, Relative):
        return bind(_one(kind, given), kind.cast)
    months = bind(lambda asking: given.read(asking.variables).months, "int")
    days = bind(lambda asking: given.read(asking.variables).rest.days, "int")
    return f"({frame['today']} + make_interval(months => {months}, days => {days}))::date"


def _bound_list(frame: Frame, bind: Bind, kind: Kind, given: Given) -> str:
    """The values of a list. Dates relative to today stand apart, since only PostgreSQL knows the tenant's day."""
    if kind is not DATE:
        return bind(_many(kind, given), f"{kind.cast}[]")

    def relative(asking: Request) -> list[Relative]:
        return [value for value in as_list(given.read(asking.variables)) if isinstance(value, Relative)]

    def fixed(asking: Request) -> list[object]:
        values = as_list(given.read(asking.variables))
        return kind.listed([value for value in values if not isinstance(value, Relative)], asking)

    dates = bind(fixed, "date[]")
    months = bind(lambda asking: [value.months for value in relative(asking)], "int[]")
    days = bind(lambda asking: [value.rest.days for value in relative(asking)], "int[]")
    step = "make_interval(months => r.months, days => r.days)"
    found = f"SELECT ({frame['today']} + {step})::date FROM unnest({months}, {days}) r(months, days)"
    return f"({dates} || ARRAY({found}))"


def _telling(read: Read, *at: str) -> Read:
    """The same, but what is wrong with the value is told with where it stands."""

    def told(asking: Request) -> object:
        try:
            return read(asking)
        except BadInput as error:
            raise BadInput(error.message, at) from None

    return told


def _one(kind: Kind, given: Given) -> Read:
    def read(asking: Request) -> object:
        return kind.bind(given.read(asking.variables), asking)

    return read


def _many(kind: Kind, given: Given) -> Read:
    def read(asking: Request) -> object:
        return kind.listed(given.read(asking.variables), asking)

    return read


def _pattern(before: str, given: Given, after: str) -> Read:
    def read(asking: Request) -> object:
        return f"{before}{literal_pattern(given.read(asking.variables))}{after}"

    return read

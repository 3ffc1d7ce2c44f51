"""The order of a list: the client's keys, or the usual ones, and the id as the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from graph.errors import BadInput
from graph.frames import Frame, linked
from graph.given import Given
from graph.language import Entity, Field, ToOne
from graph.registry import BY_WORD

MOST_KEYS: Final = 5
UNNAMED: Final = frozenset({"id", "created_at", "updated_at", "archived_at", "version"})
"""Fields of a related row by which nobody orders."""


@dataclass(frozen=True)
class OrderKey:
    """One key: its expression, its direction, where empty values stand, and the type of its values."""

    name: str
    sql: str
    cast: str
    descending: bool = False
    nulls_first: bool = False
    nullable: bool = True

    def turned(self) -> OrderKey:
        """The same key, the other way round."""
        return replace(self, descending=not self.descending, nulls_first=not self.nulls_first)

    def within(self, alias: str) -> OrderKey:
        """The key as a column of a sub-select."""
        return replace(self, sql=f"{alias}.{self.name}")

    @property
    def clause(self) -> str:
        """The key in ORDER BY."""
        nulls = (" NULLS FIRST" if self.nulls_first else " NULLS LAST") if self.nullable else ""
        return f"{self.sql}{' DESC' if self.descending else ''}{nulls}"


def order_sql(keys: Sequence[OrderKey]) -> str:
    """The keys as ORDER BY has them."""
    return ", ".join(key.clause for key in keys)


def order_fields(entity: Entity) -> Iterator[tuple[str, ToOne | None, Field]]:
    """All by which a type's lists can be ordered: its name, the relation it lies behind, the field."""
    for member in entity.members:
        if isinstance(member, Field) and member.orders:
            yield member.name, None, member
        elif isinstance(member, ToOne) and member.filtered and member.latest is None:
            for field in BY_WORD[member.to].members:
                if isinstance(field, Field) and field.orders and field.shown and field.name not in UNNAMED:
                    yield f"{member.name}_{field.name}", member, field


def order_keys(frame: Frame, given: Given | None, usual: Sequence[str]) -> list[OrderKey]:
    """The keys of a list, the id last. Raises `BadInput`."""
    entity = frame.entity
    assert entity is not None
    offered = _offered(entity)
    wishes = (
        list(_wishes(given.value))
        if given is not None and given.value
        else [(u.lstrip("-"), u[0] == "-", False) for u in usual]
    )
    if len(wishes) > MOST_KEYS:
        raise BadInput(f"a list is ordered by at most {MOST_KEYS} keys")
    keys: list[OrderKey] = []
    for name, descending, nulls_first in wishes:
        if name == "id":
            keys.append(_id_key(frame, descending))
            return keys
        if name not in offered:
            raise BadInput(
                f"{entity.plural} cannot be ordered by {name[:60]!r}; there are {', '.join(sorted(offered))}"
            )
        relation, field = offered[name]
        expression = related_sql(frame, relation, field)
        keys.append(
            OrderKey(
                name=f"k{len(keys)}_",
                sql=(field.kind.order or "{}").format(expression),
                cast=field.kind.order_cast or field.kind.cast,
                descending=descending,
                nulls_first=nulls_first,
                nullable=field.nullable or relation is not None,
            )
        )
    return [*keys, _id_key(frame, bool(keys) and keys[-1].descending)]


_OFFERED: Final[dict[str, Mapping[str, tuple[ToOne | None, Field]]]] = {}


def _offered(entity: Entity) -> Mapping[str, tuple[ToOne | None, Field]]:
    if entity.word not in _OFFERED:
        _OFFERED[entity.word] = {name: (relation, field) for name, relation, field in order_fields(entity)}
    return _OFFERED[entity.word]


def _id_key(frame: Frame, descending: bool) -> OrderKey:
    return OrderKey("id", f"{frame.row}.id", "uuid", descending, nullable=False)


def _wishes(value: Any) -> Iterator[tuple[str, bool, bool]]:
    for wish in value if isinstance(value, list) else [value]:
        nulls = str(wish.get("nulls") or "LAST").upper()
        yield str(wish["field"]).lower(), str(wish.get("direction") or "ASC").upper() == "DESC", nulls == "FIRST"


def related_sql(frame: Frame, relation: ToOne | None, field: Field) -> str:
    """A field of the row, or of the row at the other end of a relation."""
    if relation is None:
        return frame.value(field)
    child = frame.reach(BY_WORD[relation.to])
    conditions = linked(frame, relation, child)
    expression = child.value(field)
    computed = field.sql != f"{{row}}.{field.name}"  # a count is 0 also over a row that is not there
    if child.joins or computed:
        return f"(SELECT {expression} FROM {child.table} {child.row} {child.tables} WHERE {' AND '.join(conditions)})"
    frame.joins.append(f"LEFT JOIN {child.table} {child.row} ON {' AND '.join(conditions)}")
    return expression

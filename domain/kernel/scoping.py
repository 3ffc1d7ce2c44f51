"""What an entity's events are filtered by: its own venture and category, or those of what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from domain.kernel.tables import Entity, Scope, table_class

_OpenEnds = dict[type[Entity], dict[UUID, list[Scope]]]
"""The scopes that are still to be filled from a row, by table and id."""


def scopes_of(session: Session, tenant_id: UUID, entities: Sequence[Entity]) -> list[Scope]:
    """The scope of each entity. What the session holds already is not read again."""
    scopes = [entity.scope for entity in entities]
    open_ends: _OpenEnds = {}
    for entity, scope in zip(entities, scopes, strict=True):
        _go_on(type(entity), partial(getattr, entity), scope, open_ends)
    while open_ends:
        above, wanted = open_ends.popitem()
        for id, values in _read(session, tenant_id, above, wanted.keys()).items():
            for scope in wanted[id]:
                scope.venture_id = scope.venture_id or values.get("venture_id")
                scope.category = scope.category or values.get("category")
                _go_on(above, values.get, scope, open_ends)
    return scopes


def _go_on(table: type[Entity], value: Callable[[str], Any], scope: Scope, open_ends: _OpenEnds) -> None:
    """Note where the rest of a scope is found, if anything of it is still to be found there."""
    for column in table.scope_by:
        if (id := value(column)) is not None:
            open_ends.setdefault(_above(table, column), {}).setdefault(id, []).append(scope)
            return


@cache
def _above(table: type[Entity], column: str) -> type[Entity]:
    """The entity that a reference column names."""
    own: sa.Table = table.__table__  # type: ignore[attr-defined]  # set by the mapper
    (to,) = {key.column.table.name for key in own.c[column].foreign_keys if key.column.name == "id"}
    found = table_class(to)
    assert issubclass(found, Entity)
    return found


def _read(session: Session, tenant_id: UUID, table: type[Entity], ids: Iterable[UUID]) -> Mapping[UUID, dict[str, Any]]:
    own: sa.Table = table.__table__  # type: ignore[attr-defined]  # set by the mapper
    names = ["id", *(name for name in ("venture_id", "category", *table.scope_by) if name in own.c)]
    found: dict[UUID, dict[str, Any]] = {}
    for id in ids:
        held = session.identity_map.get(identity_key(table, (tenant_id, id)))
        if held is not None:
            found[id] = {name: getattr(held, name) for name in names}
    missing = sorted(set(ids) - found.keys())
    if missing:
        statement = sa.select(*(own.c[name] for name in names)).where(
            own.c.tenant_id == tenant_id, own.c.id == sa.any_(sa.literal(missing, sa.ARRAY(sa.Uuid)))
        )
        found |= {row.id: dict(row._mapping) for row in session.connection().execute(statement)}
    return found

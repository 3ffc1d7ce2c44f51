"""References by name: the one row of its type, within the venture of the line, that is called so."""

from __future__ import annotations

from collections import OrderedDict
from functools import cache
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import MalformedId, parse_id, split_id
from domain.kernel.tables import Entity, tables
from domain.kernel.work import Work

_NAMES: Final = ("key", "code", "name", "title", "email")
"""Columns by which people call a row."""

_HELD: Final = 20_000


class NotNamed(ValueError):
    """A reference that names nothing, or several: what is wrong with it, and its code."""

    def __init__(self, message: str, code: str = "NOT_FOUND") -> None:
        super().__init__(message)
        self.code = code


class Names:
    """Finds rows by what people call them. What was found is held for the lines that come after."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._found: OrderedDict[tuple[str, UUID | None, str], UUID] = OrderedDict()

    async def id_of(self, prefix: str, text: str, venture_id: UUID | None) -> UUID:
        """The id that a cell means: written as such, or the name of one row. Raises `NotNamed`."""
        if _is_id(text):
            try:
                return parse_id(prefix, text)
            except MalformedId as error:
                raise NotNamed(str(error), "INVALID") from None
        key = (prefix, venture_id, text)
        if (held := self._found.get(key)) is not None:
            return held
        found = self._found[key] = await self._named(prefix, text, venture_id)
        if len(self._found) > _HELD:
            self._found.popitem(last=False)
        return found

    async def _named(self, prefix: str, text: str, venture_id: UUID | None) -> UUID:
        table = _table(prefix)
        what = prefix.replace("_", " ")
        if table is None or not (names := _names(table)):
            raise NotNamed(f"must be the id of a {what}, such as {prefix}_0198f3…", "INVALID")
        await self._work.flush()
        columns: Any = table.__table__.c  # type: ignore[attr-defined]  # set by the mapper
        called = [sa.func.lower(columns[name]) == text.lower() if name == "email" else columns[name] == text
                  for name in names]  # fmt: skip
        where = [columns.tenant_id == self._work.tenant_id, sa.or_(*called)]
        if "archived_at" in columns:
            where.append(columns.archived_at.is_(None))
        where += self._seen(table, columns, venture_id)
        found = (await self._work.session.execute(sa.select(columns.id).where(*where).limit(2))).scalars().all()
        if len(found) > 1:
            message = f"several of the kind {what} are called that: give the id of the one that is meant"
            raise NotNamed(message, "AMBIGUOUS")
        if not found:
            where_ = "" if venture_id is None or "venture_id" not in columns else " in the venture of this line"
            raise NotNamed(f"no {what}{where_} is called that")
        id: UUID = found[0]
        return id

    def _seen(self, table: type[Entity], columns: Any, venture_id: UUID | None) -> list[Any]:
        """Only rows of the line's venture, or of none, and that the caller may see."""
        allowed = self._work.principal.venture_ids
        own = columns.id if table.word == "venture" else columns.get("venture_id")
        if own is None:
            if allowed is not None and table.scope_by:
                raise NotNamed("must be an id: by name it is not known in which venture it is", "INVALID")
            return []
        conditions: list[Any] = []
        if allowed is not None:
            conditions.append(sa.or_(own.is_(None), own == sa.any_(sa.literal(sorted(allowed), sa.ARRAY(sa.Uuid)))))
        if venture_id is not None and table.word != "venture":
            conditions.append(sa.or_(own.is_(None), own == venture_id))
        return conditions


def _is_id(text: str) -> bool:
    try:
        split_id(text)
    except MalformedId:
        return False
    return True


@cache
def _table(prefix: str) -> type[Entity] | None:
    return next((each for each in tables() if each.prefix == prefix and issubclass(each, Entity)), None)


def _names(table: type[Entity]) -> list[str]:
    columns: Any = table.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    return [name for name in _NAMES if name in columns and isinstance(columns[name].type, sa.Text)]

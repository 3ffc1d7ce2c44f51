"""Administration's reader: plain selects in the tenant, shown by a Pydantic class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import Seen, show_list
from api.rest.operation import Call
from api.rest.paging import cursor_after, read_cursor
from api.rest.reading_input import Paging, QueryBool
from api.rest.shown import Shown
from domain.kernel.errors import Forbidden, NotFound
from domain.kernel.tables import Entity, Identified
from domain.kernel.work import Work, perform
from domain.tenancy.reach import within_reach


class EntityList(Paging):
    """Query parameters of a list of entities."""

    archived: Annotated[QueryBool, Field(description="`true` shows archived ones as well.")] = False


class Rows:
    """Reads the rows of one table."""

    def __init__(
        self,
        table: type[Identified],
        shown: type[Shown],
        *,
        newest_first: bool = False,
        for_all_ventures: bool = False,
        reaching: bool = False,
    ) -> None:
        """`reaching`: rows say which ventures they reach, and a restricted caller sees those that reach no further."""
        self.table = table
        self.shown = shown
        self._newest_first = newest_first
        self._for_all_ventures = for_all_ventures
        self._reaching = reaching

    async def one(self, call: Call, id: UUID) -> Seen:
        """The row of an id. Raises `NotFound`."""
        self._check_reach(call)

        async def act(work: Work) -> Identified:
            row = await work.get(self.table, id)
            if self._reaching and not within_reach(work, row.venture_ids):  # type: ignore[attr-defined]  # it says so
                raise NotFound.at("id", what=str(self.table.__tablename__).replace("_", " "))
            return row

        (seen,) = await self.seen_all(call, [await perform(call.runtime, call.principal, act)])
        return seen

    async def page(self, call: Call, *where: sa.ColumnElement[bool]) -> Response:
        """A page of the rows that satisfy the conditions."""
        self._check_reach(call)
        query = call.query
        assert isinstance(query, Paging)
        table = self.table
        conditions: list[sa.ColumnElement[bool]] = [col(table.tenant_id) == call.principal.tenant_id, *where]
        if isinstance(query, EntityList) and not query.archived and issubclass(table, Entity):
            conditions.append(col(table.archived_at).is_(None))
        if self._reaching and (own := call.principal.venture_ids) is not None:
            conditions.append(sa.column("venture_ids", ARRAY(sa.Uuid)).contained_by(sorted(own)))
        if query.cursor is not None:
            last = read_cursor(call, query.cursor)
            conditions.append(col(table.id) < last if self._newest_first else col(table.id) > last)
        order = col(table.id).desc() if self._newest_first else col(table.id).asc()
        statement = sa.select(table).where(*conditions).order_by(order).limit(query.limit + 1)
        rows = await self.select(call, statement)
        following = cursor_after(call, rows[query.limit - 1].id) if len(rows) > query.limit else None
        return show_list(call, await self.seen_all(call, rows[: query.limit]), following)

    async def select(self, call: Call, statement: sa.Select[Any]) -> Sequence[Any]:
        """The rows of a statement that names the tenant itself."""

        async def act(work: Work) -> Sequence[Any]:
            rows: Sequence[Any] = (await work.session.execute(statement)).scalars().all()
            return rows

        return await perform(call.runtime, call.principal, act)

    async def seen_all(self, call: Call, rows: Sequence[Any]) -> list[Seen]:
        """Rows as JSON shows them; where more belongs to them, it is read for all at once."""
        return [self.seen(row) for row in rows]

    def seen(self, row: Any) -> Seen:
        """A row as JSON shows it."""
        seen = self.shown.model_validate(row).model_dump(mode="json")
        return {"id": seen.pop("id")} | seen

    def _check_reach(self, call: Call) -> None:
        if self._for_all_ventures and call.principal.venture_ids is not None:
            raise Forbidden("who is restricted to some ventures cannot see what concerns all of them")

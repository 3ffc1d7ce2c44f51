"""A caller with a look at what is stored: the rows of every table, and the events of the tenant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import split_id
from domain.kernel.machinery import Event
from domain.kernel.work import Work, unit_of_work
from domain.risks.tables import RiskScore
from tests.domain.commanding import Caller

T = TypeVar("T")


class Register(Caller):
    """A caller with a look at what the register holds."""

    async def act(self, what: Callable[[Work], Awaitable[T]]) -> T:
        """Do something in a unit of work."""
        async with unit_of_work(self.runtime, self.principal) as work:
            return await what(work)

    async def row(self, table: type[T], id: str | UUID) -> T:
        """The row of an id, external or not."""
        return (await self.rows(table, id=split_id(id)[1] if isinstance(id, str) else id))[0]

    async def rows(self, table: type[T], **where: Any) -> list[T]:
        """The rows of a table in the order of their ids, narrowed by columns."""
        columns = table.__table__.c  # type: ignore[attr-defined]  # set by the mapper

        async def read(work: Work) -> list[T]:
            statement = sa.select(table).where(columns.tenant_id == work.tenant_id)
            for name, value in where.items():
                statement = statement.where(columns[name] == value)
            key = list(columns.values())[1]  # the id, or that of what it stands beside
            return list((await work.session.execute(statement.order_by(key))).scalars())

        return await self.act(read)

    async def score(self, risk: str) -> RiskScore:
        """What is kept beside a risk."""
        return (await self.rows(RiskScore, risk_id=split_id(risk)[1]))[0]

    async def told(self, type: str) -> list[dict[str, Any]]:
        """The data of the events of a type, in order."""

        async def read(work: Work) -> list[dict[str, Any]]:
            statement = sa.select(col(Event.data)).where(
                col(Event.tenant_id) == work.tenant_id, col(Event.type) == type
            )
            return list((await work.session.execute(statement.order_by(col(Event.id)))).scalars())

        return await self.act(read)

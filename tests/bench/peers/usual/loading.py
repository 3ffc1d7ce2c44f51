"""The usual way: one session a request, and a dataloader for each relation, so that nothing is asked row by row."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from strawberry.dataloader import DataLoader

from tests.bench.peers.usual.tables import Alert, Assessment, Member, Milestone, Response, Risk, RiskScore, Venture

Rows = list[list[Any]]


class Loading:
    """What one request reads. A session takes one statement at a time, so loaders wait for one another."""

    def __init__(self, session: AsyncSession, tenant: UUID) -> None:
        self._session = session
        self._turn = asyncio.Lock()
        self._pages: dict[tuple[str, int], DataLoader[UUID, list[Any]]] = {}
        self.tenant = tenant
        self.member = DataLoader(load_fn=lambda ids: self._by_id(Member, Member.id, ids))
        self.venture = DataLoader(load_fn=lambda ids: self._by_id(Venture, Venture.id, ids))
        self.score = DataLoader(load_fn=lambda ids: self._by_id(RiskScore, RiskScore.risk_id, ids))

    async def all(self, statement: sa.Select[Any]) -> Sequence[Any]:
        """The entities of a statement."""
        async with self._turn:
            return (await self._session.scalars(statement)).all()

    async def _by_id(self, table: Any, column: Any, ids: list[UUID]) -> list[Any]:
        found = await self.all(sa.select(table).where(table.tenant_id == self.tenant, column.in_(ids)))
        by_id = {getattr(row, column.key): row for row in found}
        return [by_id.get(id) for id in ids]

    def page(self, name: str, size: int) -> DataLoader[UUID, list[Any]]:
        """The loader of the first rows of a relation, for many parents at once."""
        if (name, size) not in self._pages:

            async def load(parents: list[UUID]) -> Rows:
                return await self._first_of_each(name, size, parents)

            self._pages[name, size] = DataLoader(load_fn=load)
        return self._pages[name, size]

    async def _first_of_each(self, name: str, size: int, parents: list[UUID]) -> Rows:
        table, parent, order, joined = _RELATIONS[name]
        place = sa.func.row_number().over(partition_by=parent, order_by=order).label("place")
        inner = sa.select(table, place).where(table.tenant_id == self.tenant, parent.in_(parents))
        if joined is not None:
            inner = inner.join(
                joined, sa.and_(joined.tenant_id == table.tenant_id, joined.risk_id == table.id), isouter=True
            )
        if hasattr(table, "archived_at"):
            inner = inner.where(table.archived_at.is_(None))
        numbered = inner.subquery()
        row = aliased(table, numbered)
        found = await self.all(sa.select(row).where(numbered.c.place <= size).order_by(numbered.c.place))
        grouped: dict[UUID, list[Any]] = {id: [] for id in parents}
        for each in found:
            grouped[getattr(each, parent.key)].append(each)
        return [grouped[id] for id in parents]

    async def rows(self, statement: sa.Select[Any]) -> Sequence[Any]:
        """The rows of a statement that is not about entities."""
        async with self._turn:
            return (await self._session.execute(statement)).all()


_RELATIONS: dict[str, tuple[Any, Any, tuple[Any, ...], Any]] = {
    "milestones": (Milestone, Milestone.venture_id, (Milestone.due_on, Milestone.id), None),
    "risks": (Risk, Risk.venture_id, (RiskScore.score.desc().nulls_last(), Risk.id.desc()), RiskScore),
    "assessments": (Assessment, Assessment.risk_id, (Assessment.assessed_at.desc(), Assessment.id.desc()), None),
    "responses": (Response, Response.risk_id, (Response.id,), None),
    "alerts": (Alert, Alert.subject_id, (Alert.since.desc(), Alert.id.desc()), None),
}
"""Of each relation: its table, the column of its parent, its order, and what the order is taken from."""

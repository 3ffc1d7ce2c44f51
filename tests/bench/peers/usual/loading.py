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

from tests.bench.peers.usual.staffing import Coverage, coverage, needed, there
from tests.bench.peers.usual.tables import (
    Alert,
    Assessment,
    Member,
    Milestone,
    Person,
    Response,
    Risk,
    RiskScore,
    RoleHolder,
    RoleRequirement,
    Runway,
    Venture,
)

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
        self.runway = DataLoader(load_fn=lambda ids: self._by_id(Runway, Runway.venture_id, ids))
        self.coverage = DataLoader(load_fn=self._coverage)

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
        table, parent, order, joined, *where = _RELATIONS[name]
        place = sa.func.row_number().over(partition_by=parent, order_by=order).label("place")
        inner = sa.select(table, place).where(table.tenant_id == self.tenant, parent.in_(parents), *where)
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

    async def _coverage(self, ventures: list[UUID]) -> list[Coverage]:
        """Roles, their milestones, who holds them and the people: four statements, whatever the number of ventures."""
        roles = await self._where(RoleRequirement, RoleRequirement.venture_id, ventures)
        milestones = await self._keyed(Milestone, {role.milestone_id for role in roles if role.milestone_id})
        holders = await self._where(RoleHolder, RoleHolder.role_requirement_id, [role.id for role in roles])
        people = await self._keyed(Person, {holder.person_id for holder in holders})
        today = (await self.rows(_TODAY.bindparams(tenant=self.tenant)))[0].today
        held: dict[UUID, int] = {}
        for holder in holders:
            if there(holder, people.get(holder.person_id), today):
                held[holder.role_requirement_id] = held.get(holder.role_requirement_id, 0) + 1
        found: dict[UUID, list[tuple[RoleRequirement, int]]] = {id: [] for id in ventures}
        for role in roles:
            if needed(role, milestones.get(role.milestone_id), today):
                found[role.venture_id].append((role, held.get(role.id, 0)))
        return [coverage(found[id]) for id in ventures]

    async def _where(self, table: Any, column: Any, ids: list[UUID]) -> Sequence[Any]:
        there = table.tenant_id == self.tenant, column.in_(ids), table.archived_at.is_(None)
        return await self.all(sa.select(table).where(*there))

    async def _keyed(self, table: Any, ids: set[UUID]) -> dict[Any, Any]:
        found = await self.all(sa.select(table).where(table.tenant_id == self.tenant, table.id.in_(ids)))
        return {row.id: row for row in found}

    async def rows(self, statement: sa.Select[Any] | sa.TextClause) -> Sequence[Any]:
        """The rows of a statement that is not about entities."""
        async with self._turn:
            return (await self._session.execute(statement)).all()


_TODAY = sa.text("SELECT (now() AT TIME ZONE time_zone)::date AS today FROM tenant WHERE id = :tenant")
_GRAVEST = (RiskScore.expected_loss.desc().nulls_last(), RiskScore.score.desc().nulls_last(), Risk.id.desc())
_RELATIONS: dict[str, tuple[Any, ...]] = {
    "milestones": (Milestone, Milestone.venture_id, (Milestone.due_on, Milestone.id), None),
    "risks": (Risk, Risk.venture_id, (RiskScore.score.desc().nulls_last(), Risk.id.desc()), RiskScore),
    "assessments": (Assessment, Assessment.risk_id, (Assessment.assessed_at.desc(), Assessment.id.desc()), None),
    "responses": (Response, Response.risk_id, (Response.id,), None),
    "next key milestone": (
        Milestone,
        Milestone.venture_id,
        (Milestone.due_on, Milestone.id),
        None,
        Milestone.key,
        Milestone.status.not_in(("done", "cancelled")),
    ),
    "top risk": (
        Risk,
        Risk.venture_id,
        _GRAVEST,
        RiskScore,
        Risk.status.in_(("open", "accepted")),
        sa.func.coalesce(Risk.kind, "threat") == "threat",
    ),
    "alerts": (Alert, Alert.subject_id, (Alert.since.desc(), Alert.id.desc()), None),
}
"""Of each relation: its table, the column of its parent, its order, what the order is taken from, and conditions."""

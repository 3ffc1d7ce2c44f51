"""The usual way: a Strawberry schema whose resolvers ask dataloaders; it takes the very documents that we take."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
import strawberry
from strawberry.extensions import ParserCache, ValidationCache

from tests.bench.peers.usual import tables
from tests.bench.peers.usual.loading import Loading

T = TypeVar("T")
Info = strawberry.Info[dict[str, Any], None]


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class Connection(Generic[T]):
    nodes: list[T]


@strawberry.enum
class OrderDirection(Enum):
    ASC = "asc"
    DESC = "desc"


@strawberry.enum
class RiskOrderField(Enum):
    SCORE = "score"


@strawberry.enum
class RiskStatus(Enum):
    OPEN = "open"
    ACCEPTED = "accepted"
    OCCURRED = "occurred"
    CLOSED = "closed"


@strawberry.input
class RiskOrder:
    field: RiskOrderField
    direction: OrderDirection = OrderDirection.ASC


@strawberry.input
class RiskStatusComparator:
    eq: RiskStatus | None = None
    neq: RiskStatus | None = None


@strawberry.input
class StringComparator:
    eq: str


@strawberry.input
class IntComparator:
    is_null: bool


@strawberry.input
class RiskFilter:
    status: RiskStatusComparator | None = None
    category: StringComparator | None = None
    score: IntComparator | None = None

    def conditions(self) -> list[Any]:
        """What must hold."""
        found: list[Any] = []
        if self.status is not None and self.status.eq is not None:
            found.append(tables.Risk.status == self.status.eq.value)
        if self.status is not None and self.status.neq is not None:
            found.append(tables.Risk.status != self.status.neq.value)
        if self.category is not None:
            found.append(tables.Risk.category == self.category.eq)
        if self.score is not None:
            found.append(tables.RiskScore.score.is_(None) == self.score.is_null)
        return found


def loading(info: Info) -> Loading:
    found = info.context["loading"]
    assert isinstance(found, Loading)
    return found


def _id(prefix: str, id: UUID) -> strawberry.ID:
    return strawberry.ID(f"{prefix}_{id.hex}")


@strawberry.type
class Member:
    id: strawberry.ID
    name: str

    @classmethod
    async def of(cls, info: Info, id: UUID | None) -> Member | None:
        row = None if id is None else await loading(info).member.load(id)
        return None if row is None else cls(id=_id("member", row.id), name=row.name)


@strawberry.type
class Milestone:
    id: strawberry.ID
    title: str
    status: str
    start_on: date | None
    due_on: date | None
    percent_complete: int

    @classmethod
    def of(cls, row: tables.Milestone) -> Milestone:
        return cls(
            id=_id("milestone", row.id),
            title=row.title,
            status=row.status.upper(),
            start_on=row.start_on,
            due_on=row.due_on,
            percent_complete=row.percent_complete,
        )


@strawberry.type
class Assessment:
    id: strawberry.ID
    kind: str
    score: int
    level: str
    probability: Decimal | None
    rationale: str | None
    assessed_at: datetime

    @classmethod
    def of(cls, row: tables.Assessment) -> Assessment:
        return cls(
            id=_id("assessment", row.id),
            kind=row.kind.upper(),
            score=row.score,
            level=row.level.upper(),
            probability=row.probability,
            rationale=row.rationale,
            assessed_at=row.assessed_at,
        )


@strawberry.type
class Response:
    row: strawberry.Private[tables.Response]
    id: strawberry.ID
    kind: str
    title: str
    description: str | None

    @classmethod
    def of(cls, row: tables.Response) -> Response:
        kind = row.kind.upper()
        return cls(row=row, id=_id("response", row.id), kind=kind, title=row.title, description=row.description)

    @strawberry.field
    async def owner(self, info: Info) -> Member | None:
        return await Member.of(info, self.row.owner_id)


@strawberry.type
class Alert:
    id: strawberry.ID
    rule: str
    severity: str
    state: str
    summary: str
    since: datetime

    @classmethod
    def of(cls, row: tables.Alert) -> Alert:
        return cls(
            id=_id("alert", row.id),
            rule=row.rule,
            severity=row.severity.upper(),
            state=row.state.upper(),
            summary=row.summary,
            since=row.since,
        )


@strawberry.type
class Risk:
    row: strawberry.Private[tables.Risk]
    id: strawberry.ID
    title: str
    category: str
    sub_type: str | None
    status: str
    opened_at: datetime
    cause: str | None
    event: str | None
    effect: str | None

    @classmethod
    def of(cls, row: tables.Risk) -> Risk:
        return cls(
            row=row,
            id=_id("risk", row.id),
            title=row.title,
            category=row.category,
            sub_type=row.sub_type,
            status=row.status.upper(),
            opened_at=row.opened_at,
            cause=row.cause,
            event=row.event,
            effect=row.effect,
        )

    @strawberry.field
    async def score(self, info: Info) -> int | None:
        found = await loading(info).score.load(self.row.id)
        return None if found is None else found.score

    @strawberry.field
    async def level(self, info: Info) -> str | None:
        found = await loading(info).score.load(self.row.id)
        return found.level.upper() if found is not None and found.level is not None else None

    @strawberry.field
    async def expected_loss(self, info: Info) -> Decimal | None:
        found = await loading(info).score.load(self.row.id)
        return None if found is None else found.expected_loss

    @strawberry.field
    async def owner(self, info: Info) -> Member | None:
        return await Member.of(info, self.row.owner_id)

    @strawberry.field
    async def venture(self, info: Info) -> Venture:
        return Venture.of(await loading(info).venture.load(self.row.venture_id))

    @strawberry.field
    async def assessments(self, info: Info, first: int = 50) -> Connection[Assessment]:
        rows = await loading(info).page("assessments", first).load(self.row.id)
        return Connection(nodes=[Assessment.of(row) for row in rows])

    @strawberry.field
    async def responses(self, info: Info, first: int = 50) -> Connection[Response]:
        rows = await loading(info).page("responses", first).load(self.row.id)
        return Connection(nodes=[Response.of(row) for row in rows])

    @strawberry.field
    async def alerts(self, info: Info, first: int = 50) -> Connection[Alert]:
        rows = await loading(info).page("alerts", first).load(self.row.id)
        return Connection(nodes=[Alert.of(row) for row in rows])


@strawberry.type
class TeamCoverage:
    required: int
    filled: int
    vacant: int
    coverage: Decimal | None


@strawberry.type
class Runway:
    months: Decimal | None
    state: str
    cash_out_expected_on: date | None


@strawberry.type
class Venture:
    row: strawberry.Private[tables.Venture]
    id: strawberry.ID
    name: str
    stage: str

    @classmethod
    def of(cls, row: tables.Venture) -> Venture:
        return cls(row=row, id=_id("venture", row.id), name=row.name, stage=row.stage.upper())

    @strawberry.field
    async def milestones(self, info: Info, first: int = 50) -> Connection[Milestone]:
        rows = await loading(info).page("milestones", first).load(self.row.id)
        return Connection(nodes=[Milestone.of(row) for row in rows])

    @strawberry.field
    async def risks(self, info: Info, order_by: list[RiskOrder], first: int = 50) -> Connection[Risk]:
        rows = await loading(info).page("risks", first).load(self.row.id)
        return Connection(nodes=[Risk.of(row) for row in rows])

    @strawberry.field
    async def team_coverage(self, info: Info) -> TeamCoverage:
        found = await loading(info).coverage.load(self.row.id)
        vacant = found.required - found.filled
        return TeamCoverage(required=found.required, filled=found.filled, vacant=vacant, coverage=found.share)

    @strawberry.field
    async def runway(self, info: Info) -> Runway | None:
        row = await loading(info).runway.load(self.row.id)
        if row is None:
            return None
        return Runway(months=row.months, state=row.state.upper(), cash_out_expected_on=row.cash_out_expected_on)

    @strawberry.field
    async def next_key_milestone(self, info: Info) -> Milestone | None:
        rows = await loading(info).page("next key milestone", 1).load(self.row.id)
        return Milestone.of(rows[0]) if rows else None

    @strawberry.field
    async def top_risk(self, info: Info) -> Risk | None:
        rows = await loading(info).page("top risk", 1).load(self.row.id)
        return Risk.of(rows[0]) if rows else None


@strawberry.enum
class RiskGroup(Enum):
    PROBABILITY_LEVEL = "probability_level"
    IMPACT_LEVEL = "impact_level"


@strawberry.type
class RiskGroupKeys:
    probability_level: int | None = None
    impact_level: int | None = None


@strawberry.type
class RiskAggregate:
    keys: RiskGroupKeys
    count: int


@strawberry.type
class Register:
    """The risks of a filter; read when they, or their numbers, are asked for."""

    chosen: strawberry.Private[sa.Select[Any]]
    first: strawberry.Private[int]

    @strawberry.field
    async def nodes(self, info: Info) -> list[Risk]:
        return [Risk.of(row) for row in (await self._read(info))[: self.first]]

    @strawberry.field
    async def page_info(self, info: Info) -> PageInfo:
        rows = await self._read(info)
        shown = rows[: self.first]
        end = base64.b64encode(shown[-1].id.bytes).decode() if shown else None
        return PageInfo(has_next_page=len(rows) > self.first, end_cursor=end)

    async def _read(self, info: Info) -> Sequence[tables.Risk]:
        if (kept := info.context.get(id(self))) is None:
            score, id_ = tables.RiskScore.score, tables.Risk.id
            ordered = self.chosen.order_by(score.desc().nulls_last(), id_.desc()).limit(self.first + 1)
            kept = info.context[id(self)] = asyncio.ensure_future(loading(info).all(ordered))
        return await kept

    @strawberry.field
    async def aggregate(self, info: Info, group_by: list[RiskGroup]) -> list[RiskAggregate]:
        by = [getattr(tables.RiskScore, key.value) for key in group_by]
        counted = self.chosen.with_only_columns(*by, sa.func.count()).group_by(*by).order_by(*by)
        names = [key.value for key in group_by]
        return [
            RiskAggregate(keys=RiskGroupKeys(**dict(zip(names, keys, strict=True))), count=count)
            for *keys, count in await loading(info).rows(counted)
        ]


@strawberry.type
class Query:
    @strawberry.field
    async def ventures(self, info: Info, first: int = 50) -> Connection[Venture]:
        table, load = tables.Venture, loading(info)
        rows = await load.all(
            sa.select(table)
            .where(table.tenant_id == load.tenant, table.archived_at.is_(None))
            .order_by(table.name, table.id)
            .limit(first)
        )
        return Connection(nodes=[Venture.of(row) for row in rows])

    @strawberry.field
    async def risk(self, info: Info, id: strawberry.ID) -> Risk | None:
        table, load = tables.Risk, loading(info)
        known = UUID(id.removeprefix("risk_"))
        found = await load.all(sa.select(table).where(table.tenant_id == load.tenant, table.id == known))
        return Risk.of(found[0]) if found else None

    @strawberry.field
    async def risks(
        self, info: Info, filter: RiskFilter, order_by: list[RiskOrder] | None = None, first: int = 50
    ) -> Register:
        table, score = tables.Risk, tables.RiskScore
        chosen = (
            sa.select(table)
            .join(score, sa.and_(score.tenant_id == table.tenant_id, score.risk_id == table.id), isouter=True)
            .where(table.tenant_id == loading(info).tenant, table.archived_at.is_(None), *filter.conditions())
        )
        return Register(chosen=chosen, first=first)


schema = strawberry.Schema(Query, extensions=[ParserCache(), ValidationCache()])

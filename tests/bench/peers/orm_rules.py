"""The usual way: mapped objects with relationships, loaded eagerly, and the rules over what Python works out of them.

The same rules as ours on the same rows; `selectin` loading, so that no query is repeated for each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, foreign, relationship, selectinload

from domain.everything import metadata
from domain.risks.monitoring.facts import ActionFacts, CriterionFacts, Facts, MilestoneFacts, RiskFacts, VentureFacts
from domain.risks.scale import Level

TABLES = metadata.tables


class Base(DeclarativeBase):
    """A registry of their own over the same tables."""

    __table__: ClassVar[Any]


def many(child: str, there: str, here: sa.Table) -> Any:
    """The rows of a child table that name this row."""
    table = TABLES[child]
    joined = sa.and_(table.c.tenant_id == here.c.tenant_id, foreign(table.c[there]) == here.c.id)
    return relationship(lambda: CLASSES[child], primaryjoin=joined, viewonly=True)


class Assessment(Base):
    __table__ = TABLES["assessment"]


class RiskScore(Base):
    __table__ = TABLES["risk_score"]


class Action(Base):
    __table__ = TABLES["response_action"]


class CriterionResult(Base):
    __table__ = TABLES["criterion_result"]


class RiskHistory(Base):
    __table__ = TABLES["risk_history"]


class MilestoneHistory(Base):
    __table__ = TABLES["milestone_history"]


class Response(Base):
    __table__ = TABLES["response"]
    actions = many("response_action", "response_id", TABLES["response"])


class Criterion(Base):
    __table__ = TABLES["criterion"]
    results = many("criterion_result", "criterion_id", TABLES["criterion"])


class Risk(Base):
    __table__ = TABLES["risk"]
    scores = many("risk_score", "risk_id", TABLES["risk"])
    assessments = many("assessment", "risk_id", TABLES["risk"])
    responses = many("response", "risk_id", TABLES["risk"])
    history = many("risk_history", "id", TABLES["risk"])


class Milestone(Base):
    __table__ = TABLES["milestone"]
    criteria = many("criterion", "milestone_id", TABLES["milestone"])
    history = many("milestone_history", "id", TABLES["milestone"])


class Venture(Base):
    __table__ = TABLES["venture"]
    risks = many("risk", "venture_id", TABLES["venture"])
    milestones = many("milestone", "venture_id", TABLES["venture"])


CLASSES = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]

_WHOLE = (
    selectinload(Venture.risks).selectinload(Risk.scores),
    selectinload(Venture.risks).selectinload(Risk.assessments),
    selectinload(Venture.risks).selectinload(Risk.history),
    selectinload(Venture.risks).selectinload(Risk.responses).selectinload(Response.actions),
    selectinload(Venture.milestones).selectinload(Milestone.history),
    selectinload(Venture.milestones).selectinload(Milestone.criteria).selectinload(Criterion.results),
)


async def read_facts(session: AsyncSession, tenant_id: UUID, venture_id: UUID) -> Facts:
    """The facts of a venture, worked out of its objects."""
    statement = sa.select(Venture).where(
        Venture.__table__.c.tenant_id == tenant_id, Venture.__table__.c.id == venture_id
    )
    venture: Any = (await session.execute(statement.options(*_WHOLE))).unique().scalar_one()
    zone = await session.execute(sa.select(TABLES["tenant"].c.time_zone).where(TABLES["tenant"].c.id == tenant_id))
    risks = [risk for risk in venture.risks if risk.archived_at is None]
    moved = [at for risk in venture.risks for at in (risk.created_at, *(a.assessed_at for a in risk.assessments))]
    return Facts(
        risks=tuple(_risk(risk) for risk in sorted(risks, key=lambda risk: risk.id)),
        milestones=tuple(_milestone(one) for one in sorted(venture.milestones, key=lambda one: one.id)),
        zone=ZoneInfo(zone.scalar_one()),
        venture=VentureFacts(venture.id, venture.name, venture.stage, venture.created_at, max(moved, default=None), ()),
        actions=tuple(
            ActionFacts(a.id, a.title, risk.id, a.due_on, a.completed_at, a.owner_id)
            for risk in risks
            for response in risk.responses
            if response.archived_at is None
            for a in response.actions
            if a.archived_at is None
        ),
        criteria=tuple(
            _criterion(criterion) for one in venture.milestones for criterion in one.criteria if criterion.must
        ),
    )


def _last(facts: Sequence[Any], key: str) -> Any:
    return max(facts, key=lambda fact: (getattr(fact, key), fact.id), default=None)


def _above_since(current: Sequence[Any], target: Any, level: Level | None) -> datetime | None:
    if target is None or level is None or level.rank <= target.level.rank:
        return None
    since = None
    for assessment in current:
        if assessment.level.rank <= target.level.rank:
            since = None
        elif since is None:
            since = assessment.assessed_at
    return max(since, target.assessed_at) if since else None


def _risk(risk: Any) -> RiskFacts:
    score = risk.scores[0] if risk.scores else None
    current = sorted((a for a in risk.assessments if a.kind == "current"), key=lambda a: (a.assessed_at, a.id))
    target = _last([a for a in risk.assessments if a.kind == "target"], "assessed_at")
    before = current[-2] if len(current) > 1 else None
    responses = sum(response.archived_at is None for response in risk.responses)
    lost = max((r.archived_at for r in risk.responses if r.archived_at), default=None)
    owned = max((h.valid_to for h in risk.history if h.owner_id and h.valid_to), default=None)
    return RiskFacts(
        risk.id,
        risk.title,
        str(risk.status),
        risk.category,
        score and score.level,
        score and score.level_since,
        score and score.high_since,
        score and score.next_assessment_on,
        risk.owner_id,
        None if risk.owner_id else owned or risk.opened_at,
        responses,
        None if responses else lost or risk.opened_at,
        None,
        risk.opened_at,
        score and score.assessed_at,
        score and score.score,
        score and score.expected_loss,
        before and before.level,
        before and before.score,
        before and before.expected_loss,
        score and score.inherent_score,
        score and score.target_level,
        _above_since(current, target, score and score.level),
        risk.expected_on,
        risk.cause,
        None,
    )


def _milestone(one: Any) -> MilestoneFacts:
    history = sorted(one.history, key=lambda version: version.version)
    moves = sum(
        1 for former, later in pairwise(history) if former.due_on and later.due_on and later.due_on > former.due_on
    )
    progress = baseless = None
    if one.status == "in_progress":
        changed = [h.valid_to for h in history if h.percent_complete != one.percent_complete or h.status != one.status]
        progress = max((at for at in changed if at), default=None) or one.created_at
        if one.due_on is None or one.baseline_due_on is None:
            planned = [h.valid_to for h in history if h.status != one.status or (h.due_on and h.baseline_due_on)]
            baseless = max((at for at in planned if at), default=None) or one.created_at
    return MilestoneFacts(
        one.id, one.title, str(one.status), one.due_on, one.start_on, one.baseline_start_on, one.baseline_due_on,
        one.completed_on, one.percent_complete, progress, moves, baseless, one.key,
    )  # fmt: skip


def _criterion(criterion: Any) -> CriterionFacts:
    last = _last(criterion.results, "recorded_at")
    return CriterionFacts(
        criterion.id, criterion.title, criterion.milestone_id, last and str(last.result), last and last.recorded_at
    )

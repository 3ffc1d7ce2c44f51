"""Reading what the rules may know of a venture: one statement, one snapshot, into plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.kernel.work import Work
from domain.risks.monitoring import facts_sql
from domain.risks.monitoring.facts import (
    ActionFacts,
    ConditionFacts,
    CriterionFacts,
    Facts,
    ForeignPredecessor,
    MilestoneFacts,
    PlaceFacts,
    ResourceFacts,
    ReviewFacts,
    RiskFacts,
    VentureFacts,
)
from domain.risks.scale import Level

_NAMES = sa.text("""
    SELECT v.name, t.locale, t.time_zone FROM venture v JOIN tenant t ON t.id = :tenant
    WHERE v.tenant_id = :tenant AND v.id = :venture""")

_TITLES = sa.text("""
    SELECT id, title FROM risk WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM milestone WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, name FROM venture WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM response_action WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, name FROM resource WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM review_condition WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT v.id, m.title FROM review v JOIN milestone m ON m.tenant_id = :tenant AND m.id = v.milestone_id
        WHERE v.tenant_id = :tenant AND v.id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT p.id, e.name FROM team_member p JOIN team e ON e.tenant_id = :tenant AND e.id = p.team_id
        WHERE p.tenant_id = :tenant AND p.id = ANY(CAST(:ids AS uuid[]))""")


class About(Protocol):
    """What says what an alert is about: its row."""

    subject_type: str
    subject_id: UUID
    category: str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an alert can be about, as its event names it. `active_since`: when it was last taken out of the archive."""

    type: str
    id: UUID
    title: str
    category: str | None = None
    active_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A venture with its facts and the subjects that alerts can be about, by id; an archived one has neither."""

    id: UUID
    name: str
    archived: bool
    locale: str
    facts: Facts
    subjects: Mapping[UUID, Subject] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """What an alert's sentences need besides its subject: the venture's name, and the tenant's language and zone."""

    venture: str
    locale: str
    zone: tzinfo


async def read_watched(work: Work, venture_id: UUID, past: datetime | None = None) -> Watched | None:
    """The venture as the rules see it, now or at an instant of the past; None where there is no such venture."""
    values = {"tenant": work.tenant_id, "venture": venture_id, "at": past or work.now}
    row = (await work.session.execute(facts_sql.PRESENT if past is None else facts_sql.PAST, values)).first()
    if row is None:
        return None
    if row.archived_at is not None:
        return Watched(venture_id, row.name, True, row.locale, Facts(zone=ZoneInfo(row.time_zone)))
    facts = _facts(venture_id, row)
    return Watched(venture_id, row.name, False, row.locale, facts, _subjects(facts, row))


async def read_names(work: Work, venture_id: UUID) -> Names:
    """The names around the alerts of a venture."""
    row = (await work.session.execute(_NAMES, {"tenant": work.tenant_id, "venture": venture_id})).one()
    return Names(row.name, row.locale, ZoneInfo(row.time_zone))


async def read_subjects(work: Work, alerts: Sequence[About]) -> dict[UUID, Subject]:
    """The subjects of alerts, archived or not, by id."""
    values = {"tenant": work.tenant_id, "ids": list({alert.subject_id for alert in alerts})}
    titles = {row.id: row.title for row in await work.session.execute(_TITLES, values)} if alerts else {}
    return {
        alert.subject_id: Subject(
            alert.subject_type, alert.subject_id, titles.get(alert.subject_id, ""), alert.category
        )
        for alert in alerts
    }


def _facts(venture_id: UUID, row: Any) -> Facts:
    return Facts(
        risks=tuple(_risk(fields) for fields in row.risks),
        milestones=tuple(MilestoneFacts(*fields[:-1]) for fields in row.milestones),
        zone=ZoneInfo(row.time_zone),
        venture=VentureFacts(
            venture_id, row.name, row.stage, row.created_at, row.register_moved_at, tuple(row.left or ())
        ),
        actions=tuple(ActionFacts(*fields) for fields in row.actions),
        criteria=tuple(CriterionFacts(*fields) for fields in row.criteria),
        predecessors=tuple(ForeignPredecessor(*fields) for fields in row.predecessors),
        reviews=tuple(ReviewFacts(*fields) for fields in row.reviews),
        conditions=tuple(ConditionFacts(*fields) for fields in row.conditions),
        resources=tuple(ResourceFacts(*fields) for fields in row.resources),
        places=tuple(PlaceFacts(*fields) for fields in row.places),
    )


_LEVELS: Mapping[str | None, Level | None] = {None: None} | {str(level): level for level in Level}


def _risk(fields: Sequence[Any]) -> RiskFacts:
    """The fields as they are selected, levels as such; the last is not the rules'."""
    values = list(fields[:-1])
    for place in _OF_LEVEL:
        values[place] = _LEVELS[values[place]]
    return RiskFacts(*values)


_OF_LEVEL = tuple(list(RiskFacts.__slots__).index(name) for name in ("level", "previous_level", "target_level"))


def _subjects(facts: Facts, row: Any) -> dict[UUID, Subject]:
    """Everything that alerts can be about."""
    since = row.active_since
    categories = {risk.id: risk.category for risk in facts.risks}
    found = [Subject("venture", facts.venture.id, facts.venture.title, None, since)]
    found += [
        Subject("risk", risk.id, risk.title, risk.category, _later(fields[-1], since))
        for risk, fields in zip(facts.risks, row.risks, strict=True)
    ]
    found += [
        Subject("milestone", one.id, one.title, None, _later(fields[-1], since))
        for one, fields in zip(facts.milestones, row.milestones, strict=True)
    ]
    found += [Subject("action", one.id, one.title, categories.get(one.risk_id), since) for one in facts.actions]
    others: dict[str, Iterable[ReviewFacts | ConditionFacts | ResourceFacts | PlaceFacts]] = {
        "review": facts.reviews,
        "condition": facts.conditions,
        "resource": facts.resources,
        "team_member": facts.places,
    }
    for type, ones in others.items():
        found += [Subject(type, one.id, one.title, None, since) for one in ones]
    return {subject.id: subject for subject in found}


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)

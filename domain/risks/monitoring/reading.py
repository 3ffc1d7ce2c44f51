"""Reading what the rules may know of a venture: a few statements, in one transaction, into plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.kernel.work import Work
from domain.risks.monitoring.facts import Facts, MilestoneFacts, RiskFacts
from domain.risks.scale import Level

_VENTURE = sa.text("""
    SELECT v.name, v.archived_at, t.locale, t.time_zone,
        (SELECT max(h.valid_to) FROM venture_history h
            WHERE h.tenant_id = :tenant AND h.id = v.id AND h.archived_at IS NOT NULL) AS active_since
    FROM venture v JOIN tenant t ON t.id = v.tenant_id
    WHERE v.tenant_id = :tenant AND v.id = :venture""")

_RISKS = sa.text("""
    SELECT r.id, r.title, r.status, r.category, r.owner_id, r.opened_at,
        s.level, s.level_since, s.high_since, s.next_assessment_on,
        (SELECT count(*) FROM response x
            WHERE x.tenant_id = :tenant AND x.risk_id = r.id AND x.archived_at IS NULL) AS responses,
        (SELECT max(x.archived_at) FROM response x
            WHERE x.tenant_id = :tenant AND x.risk_id = r.id) AS response_lost_at,
        CASE WHEN r.owner_id IS NULL THEN (SELECT max(h.valid_to) FROM risk_history h
            WHERE h.tenant_id = :tenant AND h.id = r.id AND h.owner_id IS NOT NULL) END AS owner_lost_at,
        (SELECT max(h.valid_to) FROM risk_history h
            WHERE h.tenant_id = :tenant AND h.id = r.id AND h.archived_at IS NOT NULL) AS active_since
    FROM risk r LEFT JOIN risk_score s ON s.tenant_id = :tenant AND s.risk_id = r.id
    WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND r.archived_at IS NULL
    ORDER BY r.id""")

_MILESTONES = sa.text("""
    SELECT m.id, m.title, m.status, m.due_on,
        (SELECT max(h.valid_to) FROM milestone_history h
            WHERE h.tenant_id = :tenant AND h.id = m.id AND h.archived_at IS NOT NULL) AS active_since
    FROM milestone m
    WHERE m.tenant_id = :tenant AND m.venture_id = :venture AND m.archived_at IS NULL
    ORDER BY m.id""")


_TITLES = sa.text("""
    SELECT id, title, category FROM risk WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL
    SELECT id, title, NULL FROM milestone WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))""")


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


async def read_watched(work: Work, venture_id: UUID) -> Watched | None:
    """The venture as the rules see it; None where there is no such venture."""
    values = {"tenant": work.tenant_id, "venture": venture_id}
    venture = (await work.session.execute(_VENTURE, values)).first()
    if venture is None:
        return None
    zone = ZoneInfo(venture.time_zone)
    if venture.archived_at is not None:
        return Watched(venture_id, venture.name, True, venture.locale, Facts(zone=zone))
    risks = (await work.session.execute(_RISKS, values)).all()
    milestones = (await work.session.execute(_MILESTONES, values)).all()
    subjects = [_subject("risk", row, row.category, venture.active_since) for row in risks]
    subjects += [_subject("milestone", row, None, venture.active_since) for row in milestones]
    facts = Facts(
        risks=tuple(_risk(row) for row in risks),
        milestones=tuple(MilestoneFacts(row.id, row.title, row.status, row.due_on) for row in milestones),
        zone=zone,
    )
    return Watched(
        venture_id, venture.name, False, venture.locale, facts, {subject.id: subject for subject in subjects}
    )


async def read_names(work: Work, venture_id: UUID) -> tuple[str, str]:
    """The venture's name and the tenant's locale."""
    values = {"tenant": work.tenant_id, "venture": venture_id}
    row = (await work.session.execute(_VENTURE, values)).one()
    return row.name, row.locale


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


def _subject(type: str, row: Any, category: str | None, venture_active_since: datetime | None) -> Subject:
    known = [at for at in (row.active_since, venture_active_since) if at is not None]
    return Subject(type, row.id, row.title, category, max(known, default=None))


def _risk(row: Any) -> RiskFacts:
    return RiskFacts(
        id=row.id,
        title=row.title,
        status=row.status,
        category=row.category,
        level=None if row.level is None else Level(row.level),
        level_since=row.level_since,
        high_since=row.high_since,
        next_assessment_on=row.next_assessment_on,
        owner_id=row.owner_id,
        ownerless_since=None if row.owner_id is not None else row.owner_lost_at or row.opened_at,
        responses=row.responses,
        unanswered_since=None if row.responses else row.response_lost_at or row.opened_at,
    )

"""Storing what a look at an alert has led to: its row, its timeline, its flapping, and the events that tell of it.

The monitor and the commands of people (acknowledge) both come through `apply_outcome`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, tzinfo
from operator import attrgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.working_days import end_of_day
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.kernel.storing import store_computed
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.risks.acceptance_tables import Acceptance, AcceptanceState
from domain.risks.alert_tables import Alert, AlertFlapping, AlertTransition
from domain.risks.events import AlertLinks, AlertTold
from domain.risks.monitoring.alert import AlertEvent, AlertState, Outcome, State, Surroundings
from domain.risks.monitoring.flapping import CALM, Flapping
from domain.risks.monitoring.inhibition import SILENCED_BY_ACCEPTANCE, is_inhibited
from domain.risks.monitoring.reading import Subject, read_names, read_subjects
from domain.risks.monitoring.rules.rule import Rule
from domain.risks.monitoring.silences import Target
from domain.risks.quiet import silences_of
from domain.risks.tenant_rules import escalation_policy, in_shadow, rule_of, tenant_rules

FLAPPING: sa.Table = AlertFlapping.__table__  # type: ignore[attr-defined]  # set by the mapper
_STATE = tuple(field.name for field in fields(AlertState))
_state = attrgetter(*_STATE)
_said = attrgetter(*(name for name in _STATE if name != "evaluated_at"))
PLACES: Mapping[str, str] = {
    "acquisition": "acquisitions",
    "action": "actions",
    "condition": "review-conditions",
    "indicator": "indicators",
    "milestone": "milestones",
    "obligation": "obligations",
    "resource": "resources",
    "review": "reviews",
    "risk_appetite": "risk-appetites",
    "risk": "risks",
    "role_holder": "role-holders",
    "role_requirement": "role-requirements",
    "team_member": "team-members",
    "competitor_event": "competitor-events",
    "venture": "ventures",
    "venture_regime": "venture-regimes",
}
"""Where REST shows what an alert can be about, by the prefix of its id."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The names that an alert's row and events carry: rule, venture, subject, and the language of the summary."""

    rule: str
    venture_id: UUID
    venture_name: str
    subject: Subject
    locale: str = "en"
    zone: tzinfo = UTC
    speaks: Rule | None = None
    "The rule whose sentences are told; none where it is gone."

    def day(self, instant: datetime) -> date:
        """The day of an instant in the tenant's zone."""
        return instant.astimezone(self.zone).date()

    @property
    def target(self) -> Target:
        """What silences are matched with."""
        return Target(self.rule, self.venture_id, self.subject.type, self.subject.id, self.subject.category)


async def apply_outcome(
    work: Work,
    row: Alert | None,
    outcome: Outcome,
    naming: Naming,
    flapping: Flapping = CALM,
    *,
    keep_time: bool = True,
) -> Alert | None:
    """Store an outcome and emit its events. Answers the alert's row, None where there is none (any more).

    `row` is the subject's latest alert of the rule, open or resolved, locked by the caller; `flapping` what was kept of
    it before. Without `keep_time` an alert to which nothing happened is not written only to say when it was looked at.
    """
    if not outcome.accepted:
        return row
    if outcome.alert is None:
        if row is not None and row.state is State.PENDING:
            await _delete_pending(work, row)
        return None
    if outcome.flapping != flapping:
        await _keep_flapping(work, naming, outcome.flapping)
    if outcome.opened or row is None:
        row = _opened(work, outcome.alert, naming, previous=row)
    elif not _keep(row, outcome.alert, keep_time):
        return row
    row.summary = _summary(naming, outcome.alert) or row.summary
    for transition in outcome.transitions:
        work.new(
            AlertTransition,
            alert_id=row.id,
            at=transition.at,
            transition=str(transition.kind),
            state=transition.state,
            severity=transition.severity,
            reason=None if transition.reason is None else str(transition.reason),
            told=transition.told,
            evidence=dict(outcome.alert.evidence),
            actor_id=work.principal.member_id,
        )
    for event in outcome.events:
        scope = Scope(naming.venture_id, row.category, str(event.severity))
        work.emit(str(event.type), ("alert", row.id), event_data(work, row, event, naming), scope=scope)
    return row


def state_of(row: Alert) -> AlertState:
    """The alert as the pure rules see it."""
    return AlertState(*_state(row))


def is_unchanged(alert: AlertState | None, outcome: Outcome, flapping: Flapping = CALM) -> bool:
    """Whether a look at an alert has led to nothing but that it was looked at."""
    if alert is None or outcome.alert is None or outcome.opened or outcome.transitions or outcome.events:
        return False
    return outcome.flapping == flapping and bool(_said(outcome.alert) == _said(alert))


def event_data(work: Work, row: Alert, event: AlertEvent, naming: Naming) -> AlertTold:
    """What an event of an alert says, all of it as it was when it was told."""
    alert_id = external_id(Alert.prefix, row.id)
    subject_id = external_id(naming.subject.type, naming.subject.id)
    base = f"{work.runtime.settings.base_url}/v1/tenants/{external_id('tenant', work.tenant_id)}"
    links: AlertLinks = {"alert": f"{base}/alerts/{alert_id}"}
    if naming.subject.type in PLACES:
        links["subject"] = f"{base}/{PLACES[naming.subject.type]}/{subject_id}"
    return {
        "alert": alert_id,
        "rule": row.rule,
        "category": row.category,
        "severity": str(event.severity),
        "state": str(event.state),
        "venture": {"id": external_id("venture", naming.venture_id), "name": naming.venture_name},
        "subject": {"type": naming.subject.type, "id": subject_id, "name": naming.subject.title},
        "evidence": row.evidence,
        "summary": row.summary,
        "advice": _advice(naming, row),
        "links": links,
        "at": outward(event.at),
        "since": outward(row.since),
        "fired_at": outward(row.fired_at),
        "acknowledged_at": outward(row.acknowledged_at),
        "resolved_at": outward(row.resolved_at),
        "resolved_reason": None if row.resolved_reason is None else str(row.resolved_reason),
        "previous_alert": outward(row.previous_alert_id, Alert.prefix),
        "revision": event.revision,
        "reason": None if event.reason is None else str(event.reason),
        "level": None if event.level is None else str(event.level),
        "flapping": event.flapping,
        "changes": event.changes,
    }


async def naming_of(work: Work, row: Alert) -> Naming:
    """The names for the event of an alert that a command acts on."""
    names = await read_names(work, row.venture_id)
    subject = (await read_subjects(work, [row]))[row.subject_id]
    held = await rule_of(work, row.rule)
    rule = None if held is None else held.rule
    return Naming(row.rule, row.venture_id, names.venture, subject, names.locale, names.zone, rule)


async def surroundings_of(work: Work, row: Alert, naming: Naming) -> Surroundings:
    """What stands around an alert that a command acts on."""
    shadow = in_shadow(await tenant_rules(work))
    firing = await work.session.execute(
        sa.select(col(Alert.rule)).where(
            col(Alert.tenant_id) == work.tenant_id,
            col(Alert.subject_id) == row.subject_id,
            col(Alert.state) == State.FIRING,
        )
    )
    return Surroundings(
        naming.target,
        silences=await silences_of(work, row.venture_id),
        inhibited=is_inhibited(row.rule, set(firing.scalars()) - shadow),
        shadow=row.rule in shadow,
        policy=await escalation_policy(work),
        accepted_until=await _accepted_until(work, row, naming),
    )


async def _accepted_until(work: Work, row: Alert, naming: Naming) -> datetime | None:
    """The end of an acceptance of the risk that the alert is about, where one silences such alerts."""
    if row.rule not in SILENCED_BY_ACCEPTANCE:
        return None
    statement = sa.select(col(Acceptance.expires_on)).where(
        col(Acceptance.tenant_id) == work.tenant_id,
        col(Acceptance.risk_id) == row.subject_id,
        col(Acceptance.state) == AcceptanceState.APPROVED,
        col(Acceptance.archived_at).is_(None),
    )
    last_day = (await work.session.execute(statement)).scalar_one_or_none()
    return None if last_day is None else end_of_day(last_day, naming.zone)


async def flapping_of(work: Work, rule: str, subject_id: UUID) -> Flapping:
    """What is kept of the changes of one (rule, subject)."""
    return (await flappings_of(work, [subject_id])).get((rule, subject_id), CALM)


async def flappings_of(work: Work, subject_ids: list[UUID]) -> dict[tuple[str, UUID], Flapping]:
    """What is kept of the changes of subjects, by rule and subject."""
    if not subject_ids:
        return {}
    found = await work.session.execute(
        sa.select(FLAPPING).where(
            FLAPPING.c.tenant_id == work.tenant_id,
            FLAPPING.c.subject_id == sa.any_(sa.literal(subject_ids, sa.ARRAY(sa.Uuid))),
        )
    )
    return {
        (row.rule, row.subject_id): Flapping(tuple(row.changes), row.since, row.told_at, row.untold) for row in found
    }


def _opened(work: Work, alert: AlertState, naming: Naming, previous: Alert | None) -> Alert:
    return work.new(
        Alert,
        venture_id=naming.venture_id,
        rule=naming.rule,
        subject_type=naming.subject.type,
        subject_id=naming.subject.id,
        category=naming.subject.category,
        summary="",
        previous_alert_id=None if previous is None else previous.id,
        **_columns(alert),
    )


def _keep(row: Alert, alert: AlertState, keep_time: bool) -> bool:
    """Bring the row up to the alert. Answers whether there was anything to keep."""
    changed = {name: value for name, value in _columns(alert).items() if getattr(row, name) != value}
    if not changed.keys() - (set() if keep_time else {"evaluated_at"}):
        return False
    for name, value in changed.items():
        setattr(row, name, value)
    if alert.acknowledged_at is None:
        row.acknowledged_by = row.acknowledgement_note = None
    return True


def _columns(alert: AlertState) -> dict[str, Any]:
    return {name: getattr(alert, name) for name in _STATE} | {"evidence": dict(alert.evidence)}


async def _delete_pending(work: Work, row: Alert) -> None:
    work.session.expunge(row)
    await work.session.execute(
        sa.text("DELETE FROM alert WHERE tenant_id = :tenant AND id = :id AND state = 'pending'"),
        {"tenant": work.tenant_id, "id": row.id},
    )


async def _keep_flapping(work: Work, naming: Naming, flapping: Flapping) -> None:
    key = {"rule": naming.rule, "subject_id": naming.subject.id}
    if flapping == CALM:
        where = "tenant_id = :tenant AND rule = :rule AND subject_id = :subject_id"
        gone = sa.text(f"DELETE FROM alert_flapping WHERE {where}")
        await work.session.execute(gone, {"tenant": work.tenant_id, **key})
        return
    kept: dict[str, list[datetime] | datetime | int | None] = {
        "changes": list(flapping.changes),
        "since": flapping.since,
        "told_at": flapping.told_at,
        "untold": flapping.untold,
    }
    await store_computed(work, FLAPPING, key, kept)


def _summary(naming: Naming, alert: AlertState) -> str:
    rule, title = naming.speaks, naming.subject.title
    return "" if rule is None else rule.summarise(naming.locale, title, alert.evidence, naming.day(alert.since))


def _advice(naming: Naming, row: Alert) -> str | None:
    rule, title = naming.speaks, naming.subject.title
    return None if rule is None else rule.advise(naming.locale, title, row.evidence, naming.day(row.since))

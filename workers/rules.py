"""Looking at a venture with a rule, and how that fares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.storing import store_computed
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.risks.alert_tables import RuleHealth
from domain.risks.events import RuleFailing
from domain.risks.monitoring.failures import HEALTHY, TOLD_AT, failed
from domain.risks.monitoring.failures import RuleHealth as Health
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.reading import Watched
from domain.risks.monitoring.rules.rule import PartlyFailed, Rule
from domain.risks.tenant_rules import TenantRule

HEALTH: sa.Table = RuleHealth.__table__  # type: ignore[attr-defined]  # set by the mapper


@dataclass(frozen=True)
class Looked:
    """What a rule says of a venture, when a date alone may next change that, and of which subjects it says nothing."""

    findings: Mapping[UUID, Finding]
    next_change: datetime | None
    failed: frozenset[UUID] = frozenset()
    error: str | None = None
    "What went wrong for the first of those that failed."


def look(held: TenantRule, watched: Watched, now: datetime) -> Looked:
    """What the rule says of the venture. Raises whatever is wrong with the rule."""
    rule, facts = held.rule, watched.facts
    parameters = rule.with_defaults(held.changed_parameters)
    failed: Mapping[UUID, Exception] = {}
    try:
        findings = dict(rule.evaluate(facts, parameters, now))
    except PartlyFailed as partly:
        findings, failed = dict(partly.findings), partly.failed
    for subject_id, finding in findings.items():
        title = watched.subjects[subject_id].title
        rule.summarise(watched.locale, title, finding.evidence, now.date())  # fails here where it cannot
        if held.severity is not None:
            findings[subject_id] = replace(finding, severity=held.severity)
    return Looked(findings, rule.next_change(facts, parameters, now), frozenset(failed), _first(rule, failed))


def _first(rule: Rule, failed: Mapping[UUID, Exception]) -> str | None:
    """What went wrong for the first of some subjects, and of how many it is the first."""
    for subject_id in sorted(failed):
        others = f" and {len(failed) - 1} others" if len(failed) > 1 else ""
        return f"{told_error(failed[subject_id])} ({external_id(rule.subject_type, subject_id)}{others})"
    return None


def told_error(error: Exception) -> str:
    """An error as a rule's health shows it."""
    return f"{type(error).__name__}: {error}"


async def healths_of(work: Work, venture_id: UUID) -> dict[str, Health]:
    """How the rules fare that could not be evaluated for a venture, by code."""
    found = await work.session.execute(
        sa.select(HEALTH).where(HEALTH.c.tenant_id == work.tenant_id, HEALTH.c.venture_id == venture_id)
    )
    return {row.rule: Health(row.failures, row.failing_since, row.error) for row in found}


async def note_failure(work: Work, rule: str, venture_id: UUID, before: Health, error: str) -> None:
    """Count a failure; the third in a row is told, once for a rule however many ventures it fails for."""
    told = failed(before, error, work.now)
    await _keep(work, rule, venture_id, told.health)
    if not told.tell:
        return
    others = sa.select(sa.func.count()).where(
        HEALTH.c.tenant_id == work.tenant_id,
        HEALTH.c.rule == rule,
        HEALTH.c.venture_id != venture_id,
        HEALTH.c.failures >= TOLD_AT,
    )
    if (await work.session.execute(others)).scalar_one() == 0:
        data: RuleFailing = {
            "rule": rule,
            "venture_id": external_id("venture", venture_id),
            "error": told.health.error,
        }
        work.emit("rule.evaluation.failing", ("rule", venture_id), data, scope=Scope(venture_id))


async def note_success(work: Work, rule: str, venture_id: UUID) -> None:
    """The rule can be evaluated again."""
    await _keep(work, rule, venture_id, HEALTHY)


async def _keep(work: Work, rule: str, venture_id: UUID, health: Health) -> None:
    values = {"failures": health.failures, "failing_since": health.failing_since, "error": health.error}
    await store_computed(work, HEALTH, {"rule": rule, "venture_id": venture_id}, values)

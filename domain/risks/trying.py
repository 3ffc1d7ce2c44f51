"""Trying a rule before it tells anybody: on what is so today, and on the past. Nothing is stored."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.calendars.working_days import end_of_day, local_day
from domain.kernel.commands import Done, command
from domain.kernel.errors import Busy, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.inputs import IdOf, Input, Whole
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.risks.monitoring.alert import RuleTimes
from domain.risks.monitoring.custom import custom_rule
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.reading import Subject, Watched, read_watched
from domain.risks.monitoring.rules.rule import CUSTOM, Parameters, PartlyFailed, Rule
from domain.risks.monitoring.trial import Snapshot, Tried, replay
from domain.risks.rule_tables import Rule as RuleRow
from domain.risks.rule_tables import RuleSubject
from domain.risks.ruling import Expression, ParameterValue, RuleCode, Seconds, checked_parameters, refuse_expression
from domain.risks.tenant_rules import TenantRule, as_held, rule_of, rule_row
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MOST_VENTURES: Final = 20
LONGEST_DAYS: Final = 90
MOST_SHOWN: Final = 100
MOST_SECONDS: Final = 8.0
"""What is not done by then is said to be left out."""

VentureId = Annotated[UUID, IdOf("venture")]


class TryRule(Input):
    """A rule that exists, or an expression that is not a rule yet; and where and how far back it is tried."""

    code: RuleCode | None = Field(None, description="The code of a rule.", examples=["milestone.slipping"])
    subject_type: RuleSubject | None = Field(None, description="What an expression is about, instead of a code.")
    expression: Expression | None = Field(None, description="An expression to try, instead of a code.")
    parameters: list[ParameterValue] = Field(
        default=[], max_length=20, description="Parameters to try; the others as the tenant has set them."
    )
    hold_seconds: Seconds | None = Field(None, description="A hold to try.")
    keep_seconds: Seconds | None = Field(None, description="A keep to try.")
    days: Annotated[Whole, Field(ge=0, le=LONGEST_DAYS)] = Field(
        LONGEST_DAYS, description="How many days back; 0: only today."
    )
    venture_ids: list[VentureId] = Field(
        default=[], max_length=MOST_VENTURES, description="The ventures; none: those that changed last."
    )


_TOLD: Final = {
    "trial": "What it would have done: `ventures` (how many were looked at), `since`, `firing` (what holds today), "
    "`fired` (how often, since then) and `times` (when, about what, with what evidence); `complete` says whether "
    "everything asked for was looked at."
}


@command(Action.RULE_WRITE, returns={}, reports=_TOLD)
async def try_rule(work: Work, given: TryRule) -> Done:
    """Say what a rule finds today and how often it would have fired in the past days. Nothing is stored or told."""
    held, parameters, times = await _what(work, given)
    ids = await _ventures(work, given)
    if not await work.guard_if_free("try_rule"):  # each holds a connection for seconds, and all tenants share those
        raise Busy("another trial is under way; try again when it has ended")
    report = _Report(held.rule)
    stops = time.monotonic() + MOST_SECONDS
    for venture_id in ids:
        past, whole = await _past(work, venture_id, given.days, stops)
        if past:
            facts = [Snapshot(at, watched.facts) for at, watched in past]
            try:
                tried = replay(held.rule, parameters, times, venture_id, facts)
            except PartlyFailed as error:
                raise Invalid.at("code" if given.expression is None else "expression", message=_told(error)) from None
            report.add(tried, [watched for _, watched in past])
        report.complete = report.complete and whole
    return Done({}, reports={"trial": report.shown(work.now - timedelta(days=given.days), len(ids))})


def _told(error: PartlyFailed) -> str:
    first = next(iter(error.failed.values()))
    return f"cannot be worked out for all subjects ({first}); ask first whether it can be, as in x != 0 && y / x > 1"


async def _what(work: Work, given: TryRule) -> tuple[TenantRule, Parameters, RuleTimes]:
    row: RuleRow | None = None
    if (given.code is None) == (given.expression is None):
        raise Invalid.at("code", message="give either the code of a rule or an expression")
    if given.expression is not None:
        if given.subject_type is None:
            raise Invalid.at("subject_type", message="say what the expression is about")
        refuse_expression(given.subject_type, given.expression)
        held = as_held(custom_rule(f"{CUSTOM}.trial", _Unwritten(given.subject_type, given.expression)), None)
    else:
        assert given.code is not None
        found = await rule_of(work, given.code)
        if found is None:
            raise NotFound.at("code", what="rule")
        held, row = found, await rule_row(work, given.code)
    kept = {} if row is None else dict(row.parameters)
    parameters = held.rule.with_defaults(checked_parameters(held.rule, kept, given.parameters))
    return (
        held,
        parameters,
        RuleTimes(
            held.times.hold if given.hold_seconds is None else timedelta(seconds=given.hold_seconds),
            held.times.keep if given.keep_seconds is None else timedelta(seconds=given.keep_seconds),
        ),
    )


@dataclass
class _Unwritten:
    """An expression that is no rule yet."""

    subject_type: str | None
    expression: str | None
    title: str | None = "Trial"
    advice: str | None = None
    severity: Severity | None = None


async def _ventures(work: Work, given: TryRule) -> list[UUID]:
    if given.venture_ids:
        for place, venture_id in enumerate(given.venture_ids):
            await work.get(Venture, venture_id, "venture_ids", place, archived=False)
        return list(dict.fromkeys(given.venture_ids))
    statement = sa.select(col(Venture.id)).where(
        col(Venture.tenant_id) == work.tenant_id, col(Venture.archived_at).is_(None)
    )
    if work.principal.venture_ids is not None:
        allowed = list(work.principal.venture_ids)
        statement = statement.where(col(Venture.id) == sa.any_(sa.literal(allowed, sa.ARRAY(sa.Uuid))))
    found = await work.session.execute(statement.order_by(col(Venture.updated_at).desc()).limit(MOST_VENTURES))
    return list(found.scalars())


async def _past(work: Work, venture_id: UUID, days: int, stops: float) -> tuple[list[tuple[datetime, Watched]], bool]:
    """The venture at the end of each day and now, the oldest first; and whether there was time for all of it."""
    found: list[tuple[datetime, Watched]] = []
    whole = True
    present = await read_watched(work, venture_id)
    if present is None or present.archived:
        return [], True
    zone = present.facts.zone
    today = local_day(work.now, zone)
    for back in range(1, days + 1):  # the newest first: what there is no time for lies furthest back
        if time.monotonic() > stops:
            whole = False
            break
        at = end_of_day(today - timedelta(days=back), zone)
        watched = await read_watched(work, venture_id, at)
        if watched is None:
            break  # it was not there yet
        if not watched.archived:
            found.append((at, watched))
    return [*reversed(found), (work.now, present)], whole


class _Report:
    """Gathers what came of a trial, as it is shown."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self.complete = True
        self._firing: list[dict[str, Any]] = []
        self._times: list[tuple[datetime, dict[str, Any]]] = []

    def add(self, tried: Tried, past: list[Watched]) -> None:
        """Add what came of one venture."""
        subjects: dict[UUID, Subject] = {}
        for watched in past:
            subjects |= watched.subjects
        for id, finding in tried.present.items():
            self._firing.append(self._shown(subjects[id], finding, None))
        for at, id, finding in tried.fired:
            self._times.append((at, self._shown(subjects[id], finding, at)))

    def _shown(self, subject: Subject, finding: Finding, at: datetime | None) -> dict[str, Any]:
        return {
            "at": outward(at),
            "subject": {"type": subject.type, "id": external_id(subject.type, subject.id), "name": subject.title},
            "severity": str(finding.severity),
            "since": outward(finding.since),
            "evidence": dict(finding.evidence),
        }

    def shown(self, since: datetime, ventures: int) -> dict[str, Any]:
        """The whole of it; long lists are cut, their counts are not."""
        times = sorted(self._times, key=lambda one: one[0])
        return {
            "rule": self._rule.code,
            "ventures": ventures,
            "since": outward(since),
            "firing": self._firing[:MOST_SHOWN],
            "firing_count": len(self._firing),
            "fired": len(times),
            "times": [shown for _, shown in times[-MOST_SHOWN:]],
            "complete": self.complete,
        }

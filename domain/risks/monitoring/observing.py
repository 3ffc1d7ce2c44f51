"""The state machine of an alert: what an evaluation of its rule makes of it, before anybody is told.

none → pending → firing (→ clearing → firing)* → resolved; pending → none where the condition goes before the hold is
over. A gap that nobody saw while the alert fired stays one firing alert: nothing fires twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from domain.risks.monitoring.alert import (
    AlertState,
    ResolvedReason,
    RuleTimes,
    State,
    Surroundings,
    Transition,
    TransitionKind,
)
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.telling import with_clock_restarted, without_acknowledgement


class Observed(NamedTuple):
    """The alert as it becomes (None: there is none), whether it is a new one, and the rows of its timeline."""

    alert: AlertState | None
    opened: bool = False
    transitions: tuple[Transition, ...] = ()


def observe(
    alert: AlertState | None,
    finding: Finding | None,
    now: datetime,
    times: RuleTimes,
    around: Surroundings,
    ended_at: datetime | None = None,
) -> Observed:
    """Take a finding, or its absence, into account; see `lifecycle.evaluate` for the arguments."""
    if alert is None or alert.state is State.RESOLVED:
        return Observed(alert) if finding is None else _open(finding, now, times, around)
    if alert.state is State.PENDING:
        return Observed(None) if finding is None else _wait(alert, finding, now, times)
    return _clear(alert, now, times, ended_at) if finding is None else _stay(alert, finding, now, around)


def row(kind: TransitionKind, alert: AlertState, now: datetime, reason: str | None = None) -> Transition:
    """A row of the timeline with the alert's state and severity after it."""
    return Transition(kind, now, alert.state, alert.severity, reason)


def resolved(alert: AlertState, reason: ResolvedReason, now: datetime, cleared_at: datetime) -> AlertState:
    """The alert, resolved now; `cleared_at` is when its condition ended."""
    return replace(
        alert,
        state=State.RESOLVED,
        resolved_at=now,
        resolved_reason=reason,
        cleared_at=cleared_at,
        clearing_since=None,
        escalate_at=None,
        remind_at=None,
        evaluated_at=max(alert.evaluated_at, now),
    )


def opened_pending(finding: Finding, now: datetime, since: datetime) -> AlertState:
    """A new alert, not old enough to fire."""
    return AlertState(State.PENDING, finding.severity, finding.severity, finding.evidence, since, evaluated_at=now)


def later_since(stored: datetime, finding: Finding, now: datetime) -> datetime:
    """The condition may have ended and begun again between two looks: then it began when the data say."""
    return stored if finding.since is None else min(max(stored, finding.since), now)


def _open(finding: Finding, now: datetime, times: RuleTimes, around: Surroundings) -> Observed:
    floors = [at for at in (times.enabled_at, around.subject_active_since) if at is not None]
    since = min(max([finding.since or now, *floors]), now)
    pending = opened_pending(finding, now, since)
    if now - since >= times.hold:
        return _fire(pending, now, opened=True)
    return Observed(pending, True, (row(TransitionKind.PENDING, pending, now),))


def _wait(alert: AlertState, finding: Finding, now: datetime, times: RuleTimes) -> Observed:
    since = later_since(alert.since, finding, now)
    waiting = replace(opened_pending(finding, now, since), revision=alert.revision)
    return _fire(waiting, now) if now - since >= times.hold else Observed(waiting)


def _fire(pending: AlertState, now: datetime, opened: bool = False) -> Observed:
    firing = replace(pending, state=State.FIRING, fired_at=now)
    return Observed(firing, opened, (row(TransitionKind.FIRED, firing, now),))


def _stay(alert: AlertState, finding: Finding, now: datetime, around: Surroundings) -> Observed:
    became = replace(alert, severity=finding.severity, evidence=finding.evidence, clearing_since=None, evaluated_at=now)
    rows = []
    if alert.clearing_since is not None:
        rows.append(row(TransitionKind.RETURNED, became, now))
    if finding.severity.rank > alert.peak_severity.rank:
        became = replace(became, peak_severity=finding.severity)
        rows.append(row(TransitionKind.SEVERITY_RAISED, became, now))
        if alert.acknowledged_at is not None:
            became = with_clock_restarted(without_acknowledgement(became), now, around.policy)
            rows.append(row(TransitionKind.UNACKNOWLEDGED, became, now))
        elif became.escalate_at is not None:
            # What is graver never has more time than it had.
            sooner = min(became.escalate_at, now + around.policy.patience(became.severity))
            became = replace(became, escalate_at=sooner)
    elif finding.severity is not alert.severity:
        rows.append(row(TransitionKind.SEVERITY_CHANGED, became, now))
    return Observed(became, transitions=tuple(rows))


def _clear(alert: AlertState, now: datetime, times: RuleTimes, ended_at: datetime | None) -> Observed:
    clearing_since = alert.clearing_since or min(max(ended_at or now, alert.since), now)
    if now - clearing_since >= times.keep:
        became = resolved(alert, ResolvedReason.CLEARED, now, clearing_since)
        return Observed(became, transitions=(row(TransitionKind.RESOLVED, became, now, ResolvedReason.CLEARED),))
    became = replace(alert, clearing_since=clearing_since, evaluated_at=now)
    rows = () if alert.clearing_since is not None else (row(TransitionKind.CLEARING, became, now),)
    return Observed(became, transitions=rows)

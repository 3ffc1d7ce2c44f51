"""An alert as plain values: what is kept of it, what happens to it, and what others are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.risks.monitoring.finding import Evidence, Severity
from domain.risks.monitoring.flapping import CALM, Flapping
from domain.risks.monitoring.silences import Silence, Target


class State(StrEnum):
    """Where an alert stands. An alert whose condition goes before its hold is over leaves nothing behind."""

    PENDING = "pending"
    FIRING = "firing"
    RESOLVED = "resolved"


class ResolvedReason(StrEnum):
    """Why an alert was resolved."""

    CLEARED = "cleared"
    RULE_CHANGED = "rule_changed"
    RULE_DISABLED = "rule_disabled"
    SUBJECT_ARCHIVED = "subject_archived"


class Withheld(StrEnum):
    """Why nothing is told of an alert at present; where several hold, the first of these."""

    SHADOW = "shadow"
    INHIBITED = "inhibited"
    ACCEPTED = "accepted"
    SILENCED = "silenced"
    FLAPPING = "flapping"


@dataclass(frozen=True, slots=True)
class AlertState:
    """All that is kept of one alert besides its ids and names; one field, one column of the table `alert`.

    =================  =======================  ==========================================================
    column             type                     meaning
    =================  =======================  ==========================================================
    state              text                     `pending`, `firing`, `resolved`
    severity           text                     of the latest finding: `info`, `warning`, `critical`
    peak_severity      text                     the worst severity since it fired (while pending: = severity)
    evidence           jsonb                    of the latest finding
    since              timestamptz              when the condition began; the hold counts from here
    fired_at           timestamptz, null        the evaluation that made it fire
    clearing_since     timestamptz, null        firing, but the condition is gone since then; the keep counts from here
    cleared_at         timestamptz, null        when the condition ended, once resolved
    resolved_at        timestamptz, null        the evaluation or command that resolved it
    resolved_reason    text, null               `cleared`, `rule_changed`, `rule_disabled`, `subject_archived`
    acknowledged_at    timestamptz, null        a member has taken it; dropped when the severity rises above the peak
    acknowledged_until  timestamptz, null       when the acknowledgement lapses by itself
    told_state         text, null               what others know: null, `firing`, `resolved`
    told_severity      text, null               the worst severity that others were told
    withheld           text, null               why nothing was told at the last look: see `Withheld`
    escalation_step    smallint                 0; 1 told to the venture's owner; 2 told to the tenant's admins
    escalate_at        timestamptz, null        when the next step is due (held back while acknowledged or withheld)
    escalated_at       timestamptz, null        when the last step was taken
    remind_at          timestamptz, null        when the next reminder is due (held back likewise)
    evaluated_at       timestamptz              the latest evaluation that counted; older ones change nothing
    revision           integer                  the number of events told of this alert; an event carries its own number
    =================  =======================  ==========================================================

    Flapping is of the (rule, subject) and outlives single alerts: see `Flapping`, a table of its own.
    """

    state: State
    severity: Severity
    peak_severity: Severity
    evidence: Evidence
    since: datetime
    evaluated_at: datetime
    fired_at: datetime | None = None
    clearing_since: datetime | None = None
    cleared_at: datetime | None = None
    resolved_at: datetime | None = None
    resolved_reason: ResolvedReason | None = None
    acknowledged_at: datetime | None = None
    acknowledged_until: datetime | None = None
    told_state: State | None = None
    told_severity: Severity | None = None
    withheld: Withheld | None = None
    escalation_step: int = 0
    escalate_at: datetime | None = None
    escalated_at: datetime | None = None
    remind_at: datetime | None = None
    revision: int = 0


class TransitionKind(StrEnum):
    """What can happen to an alert: the kinds of rows in its timeline."""

    PENDING = "pending"
    FIRED = "fired"
    CLEARING = "clearing"
    RETURNED = "returned"
    SEVERITY_CHANGED = "severity_changed"
    SEVERITY_RAISED = "severity_raised"
    ACKNOWLEDGED = "acknowledged"
    UNACKNOWLEDGED = "unacknowledged"
    ESCALATED = "escalated"
    REMINDED = "reminded"
    TOLD = "told"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the timeline: what happened, when it was decided, and the state and severity after it.

    `reason` is why it was resolved, or the step of an escalation (`owner`, `admins`). `told`: an event was written with
    it; what was withheld and is told later has a row `told` of its own.
    """

    kind: TransitionKind
    at: datetime
    state: State
    severity: Severity
    reason: str | None = None
    told: bool = False


class EventType(StrEnum):
    """What others can be told of an alert."""

    FIRED = "risk.alert.fired"
    ACKNOWLEDGED = "risk.alert.acknowledged"
    ESCALATED = "risk.alert.escalated"
    REMINDER = "risk.alert.reminder"
    FLAPPING = "risk.alert.flapping"
    RESOLVED = "risk.alert.resolved"


class EscalationReason(StrEnum):
    """Why an alert was escalated."""

    SEVERITY = "severity"
    UNACKNOWLEDGED = "unacknowledged"


class EscalationLevel(StrEnum):
    """To whom an alert that nobody acknowledges is escalated, in this order."""

    OWNER = "owner"
    ADMINS = "admins"


@dataclass(frozen=True, slots=True)
class AlertEvent:
    """What is told of an alert, at the moment it is told; the writer adds ids, names, evidence, summary and links.

    `revision` counts the alert's events from 1 without gaps. `reason` and `level` are of an escalation only.
    `flapping`: the alert changes too often; single changes are withheld until it calms down. `changes`: how many there
    were in the last 24 hours (of an event that tells of flapping, else null).
    """

    type: EventType
    at: datetime
    revision: int
    state: State
    severity: Severity
    reason: EscalationReason | None = None
    level: EscalationLevel | None = None
    flapping: bool = False
    changes: int | None = None


@dataclass(frozen=True, slots=True)
class RuleTimes:
    """How long a rule's condition must hold before it fires and be gone before it resolves; when it was enabled."""

    hold: timedelta = timedelta(0)
    keep: timedelta = timedelta(0)
    enabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EscalationPolicy:
    """A tenant's patience: how long an alert may stay unacknowledged, and how often it is called to mind."""

    after: timedelta = timedelta(hours=24)
    after_critical: timedelta = timedelta(hours=4)
    reminder_every: timedelta = timedelta(days=7)
    acknowledged_for: timedelta | None = None
    "How long an acknowledgement holds that names no end; None: for good."

    def patience(self, severity: Severity) -> timedelta:
        """The time to the next step of escalation."""
        return self.after_critical if severity is Severity.CRITICAL else self.after


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around an alert and decides whether it is told.

    `target` is what silences are matched with; `accepted_until` the end of an acceptance of the risk (only where the
    rule is one that an acceptance silences); `inhibited`, a stronger alert of the same subject is firing; `shadow`, the
    rule is only tried;
    `subject_active_since`, when the subject was last taken out of the archive.
    """

    target: Target
    silences: tuple[Silence, ...] = ()
    accepted_until: datetime | None = None
    inhibited: bool = False
    shadow: bool = False
    policy: EscalationPolicy = EscalationPolicy()
    subject_active_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look at one alert has led to.

    `alert`: what is to be kept; None means that there is none (a pending one whose condition has gone is deleted).
    `opened`: it is a new row, and follows the subject's latest resolved alert of the rule, if there is one
    (`previous_alert_id`). `accepted`: the evaluation counted (it was not late, nor the same again).
    """

    alert: AlertState | None
    flapping: Flapping = CALM
    opened: bool = False
    accepted: bool = True
    transitions: tuple[Transition, ...] = ()
    events: tuple[AlertEvent, ...] = ()

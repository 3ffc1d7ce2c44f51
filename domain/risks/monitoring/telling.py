"""Whether an alert is told: what others know of it is compared with what is so, and what is due is told now.

Shadow, silence, acceptance, inhibition and flapping withhold the event itself, never a delivery, so that every channel
sees the same. What was withheld is told when the reason ends, if it still holds. `resolved` is told at once whatever
withholds, if and only if `fired` had been told: receivers keep a ticket open for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.risks.monitoring.alert import (
    AlertEvent,
    AlertState,
    EscalationLevel,
    EscalationPolicy,
    EscalationReason,
    EventType,
    State,
    Surroundings,
    Transition,
    TransitionKind,
    Withheld,
)
from domain.risks.monitoring.silences import silenced_until

LEVELS = tuple(EscalationLevel)


@dataclass
class Told:
    """An alert while it is being told: the alert as it becomes, and what has been written of it."""

    alert: AlertState
    events: list[AlertEvent] = field(default_factory=list)
    transitions: list[Transition] = field(default_factory=list)

    def say(
        self,
        event: EventType,
        now: datetime,
        reason: EscalationReason | None = None,
        level: EscalationLevel | None = None,
        flapping: bool = False,
        changes: int | None = None,
    ) -> None:
        """Write an event and count it."""
        alert = self.alert = replace(self.alert, revision=self.alert.revision + 1)
        self.events.append(
            AlertEvent(event, now, alert.revision, alert.state, alert.severity, reason, level, flapping, changes)
        )

    def note(self, kind: TransitionKind, now: datetime, reason: str | None = None) -> None:
        """Write a row of the timeline for something that is told with it."""
        self.transitions.append(Transition(kind, now, self.alert.state, self.alert.severity, reason, told=True))


def withheld_by(alert: AlertState, now: datetime, around: Surroundings, flapping: bool = False) -> Withheld | None:
    """Why nothing may be told of the alert now; None where it may."""
    if around.shadow:
        return Withheld.SHADOW
    if around.inhibited:
        return Withheld.INHIBITED
    if around.accepted_until is not None and now < around.accepted_until:
        return Withheld.ACCEPTED
    if silenced_until(around.silences, around.target, alert.severity, now) is not None:
        return Withheld.SILENCED
    return Withheld.FLAPPING if flapping else None


def tell(
    alert: AlertState, now: datetime, around: Surroundings, *, flapping: bool = False, changes: int | None = None
) -> Told:
    """Tell what is due of an alert.

    `flapping`: it flapped already before this look, so single changes are withheld. `changes`: the flapping begins with
    the change that is told now, and its event says so with this count.
    """
    telling = Told(alert)
    if alert.state is State.RESOLVED:
        if alert.told_state is State.FIRING:
            telling.alert = replace(alert, told_state=State.RESOLVED, withheld=None)
            telling.say(EventType.RESOLVED, now, flapping=changes is not None, changes=changes)
        return telling
    if alert.state is not State.FIRING:
        return telling
    telling.alert = replace(alert, withheld=withheld_by(alert, now, around, flapping))
    if telling.alert.withheld is None:
        _tell_firing(telling, now, around.policy, changes)
        _escalate(telling, now, around.policy)
        _remind(telling, now, around.policy)
    return telling


def _tell_firing(telling: Told, now: datetime, policy: EscalationPolicy, changes: int | None) -> None:
    alert = telling.alert
    if alert.told_state is None:
        # Patience begins when somebody could first know, not while the alert was withheld.
        telling.alert = replace(
            alert,
            told_state=State.FIRING,
            told_severity=alert.severity,
            escalate_at=now + policy.patience(alert.severity),
            remind_at=now + policy.reminder_every,
        )
        telling.say(EventType.FIRED, now, flapping=changes is not None, changes=changes)
    elif alert.told_severity is None or alert.severity.rank > alert.told_severity.rank:
        telling.alert = replace(alert, told_severity=alert.severity)
        telling.say(EventType.ESCALATED, now, EscalationReason.SEVERITY)


def _escalate(telling: Told, now: datetime, policy: EscalationPolicy) -> None:
    """Take at most one step; the dates are fixed, so that a late look does not move the next."""
    alert = telling.alert
    if alert.acknowledged_at or alert.escalate_at is None or now < alert.escalate_at or alert.escalated_at == now:
        return
    level = LEVELS[alert.escalation_step]
    step = alert.escalation_step + 1
    following = alert.escalate_at + policy.patience(alert.severity) if step < len(LEVELS) else None
    telling.alert = replace(alert, escalation_step=step, escalated_at=now, escalate_at=following)
    telling.note(TransitionKind.ESCALATED, now, level)
    telling.say(EventType.ESCALATED, now, EscalationReason.UNACKNOWLEDGED, level)


def _remind(telling: Told, now: datetime, policy: EscalationPolicy) -> None:
    """Remind once, however many reminders were missed; the dates are fixed."""
    alert = telling.alert
    if alert.acknowledged_at or alert.remind_at is None or now < alert.remind_at:
        return
    missed = (now - alert.remind_at) // policy.reminder_every
    telling.alert = replace(alert, remind_at=alert.remind_at + (missed + 1) * policy.reminder_every)
    telling.note(TransitionKind.REMINDED, now)
    telling.say(EventType.REMINDER, now)


def with_clock_restarted(alert: AlertState, now: datetime, policy: EscalationPolicy) -> AlertState:
    """The alert with its patience counted from now, because it is unacknowledged again; steps taken stay taken."""
    if alert.told_state is None:
        return alert
    escalate_at = now + policy.patience(alert.severity) if alert.escalation_step < len(LEVELS) else None
    return replace(alert, escalate_at=escalate_at, remind_at=now + policy.reminder_every)


def without_acknowledgement(alert: AlertState) -> AlertState:
    """The alert as nobody's."""
    return replace(alert, acknowledged_at=None, acknowledged_until=None)

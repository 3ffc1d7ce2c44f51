"""The life of an alert: (alert, finding, now, …) → the alert as it becomes, its timeline, and the events to tell.

One alert for each (rule, subject), open at most once: the callers hold its row's lock and a unique index stands behind
them. Instants are aware and in UTC; holds and keeps are 24-hour days. A monitor that is down decides nothing: an alert
is resolved because its condition was seen to be gone, or by a command, never because time has passed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.risks.monitoring.alert import (
    AlertState,
    EscalationReason,
    EventType,
    Outcome,
    ResolvedReason,
    RuleTimes,
    State,
    Surroundings,
    Transition,
    TransitionKind,
)
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.flapping import CALM, Flapping, settled, told, with_change
from domain.risks.monitoring.observing import Observed, later_since, observe, opened_pending, resolved, row
from domain.risks.monitoring.silences import next_silence, silenced_until
from domain.risks.monitoring.telling import Told, tell, with_clock_restarted, withheld_by, without_acknowledgement

CHANGES = (TransitionKind.FIRED, TransitionKind.RESOLVED)
TOLD_AS = {
    TransitionKind.FIRED: EventType.FIRED,
    TransitionKind.SEVERITY_RAISED: EventType.ESCALATED,
    TransitionKind.ACKNOWLEDGED: EventType.ACKNOWLEDGED,
    TransitionKind.RESOLVED: EventType.RESOLVED,
}


LAPSED = "lapsed"
"""The reason of an acknowledgement that ended by itself."""


class NotFiring(ValueError):
    """Only a firing alert can be acknowledged, or its acknowledgement taken back."""


def evaluate(
    alert: AlertState | None,
    finding: Finding | None,
    now: datetime,
    times: RuleTimes,
    around: Surroundings,
    flapping: Flapping = CALM,
    *,
    ended_at: datetime | None = None,
    last_evaluated_at: datetime | None = None,
) -> Outcome:
    """Take an evaluation of a rule into account.

    `alert` is the subject's latest alert of the rule, open or resolved. `finding` is what the rule says now, None that
    its condition does not hold; `ended_at`, since when not, where the data tell. `last_evaluated_at` is the rule's last
    evaluation of the venture, where it is known: it guards against late evaluations when no alert is there to do so.
    An evaluation that is not newer than the last changes nothing.
    """
    known = (alert.evaluated_at if alert else None, last_evaluated_at)
    if any(at is not None and now <= at for at in known):
        return Outcome(alert, flapping, accepted=False)
    return _told(observe(alert, finding, now, times, around, ended_at), now, around, flapping)


def rule_changed(
    alert: AlertState | None,
    finding: Finding | None,
    now: datetime,
    times: RuleTimes,
    around: Surroundings,
    flapping: Flapping = CALM,
) -> list[Outcome]:
    """Re-evaluate at once after the rule's condition, a parameter or its hold was edited; `finding` is the new rule's.

    A firing alert whose condition is gone is resolved without its keep; one younger than the new hold is resolved and
    pending anew since the old time (two outcomes, in this order). Edits of text or severity need `evaluate` only.
    """
    if alert is not None and now < alert.evaluated_at:
        return [Outcome(alert, flapping, accepted=False)]
    if alert is None or alert.state is not State.FIRING:
        return [_told(observe(alert, finding, now, times, around), now, around, flapping)]
    since = later_since(alert.since, finding, now) if finding else now
    if finding is not None and now - since >= times.hold:
        return [_told(observe(alert, finding, now, times, around), now, around, flapping)]
    ended = close(alert, ResolvedReason.RULE_CHANGED, now, around, flapping)
    if finding is None:
        return [ended]
    pending = opened_pending(finding, now, since)
    return [ended, Outcome(pending, ended.flapping, True, transitions=(row(TransitionKind.PENDING, pending, now),))]


def close(
    alert: AlertState | None,
    reason: ResolvedReason,
    now: datetime,
    around: Surroundings,
    flapping: Flapping = CALM,
) -> Outcome:
    """End an alert by a command: the rule was disabled or changed, or the subject archived. A pending one just goes."""
    if alert is None or alert.state is State.RESOLVED:
        return Outcome(alert, flapping)
    if alert.state is State.PENDING:
        return Outcome(None, flapping)
    became = resolved(alert, reason, now, now)
    return _told(
        Observed(became, transitions=(row(TransitionKind.RESOLVED, became, now, reason),)), now, around, flapping
    )


def look_again(alert: AlertState, now: datetime, around: Surroundings, flapping: Flapping = CALM) -> Outcome:
    """Tell what is due without an evaluation: a silence was made or ended, a stronger alert came or went."""
    return _told(Observed(alert), now, around, flapping)


def acknowledge(
    alert: AlertState, now: datetime, around: Surroundings, flapping: Flapping = CALM, until: datetime | None = None
) -> Outcome:
    """A member takes the alert: reminders and escalation by time stop, until it is given back or the limit has come.

    Twice is once; only the limit is taken from the second. Raises `NotFiring`.
    """
    if alert.state is not State.FIRING:
        raise NotFiring(f"the alert is {alert.state}; only a firing one can be acknowledged")
    if until is None and around.policy.acknowledged_for is not None:
        until = now + around.policy.acknowledged_for
    if alert.acknowledged_at is not None:
        return Outcome(replace(alert, acknowledged_until=until), flapping)
    became = replace(alert, acknowledged_at=now, acknowledged_until=until)
    observed = Observed(became, transitions=(row(TransitionKind.ACKNOWLEDGED, became, now),))
    return _told(observed, now, around, flapping, acknowledged=True)


def unacknowledge(alert: AlertState, now: datetime, around: Surroundings, flapping: Flapping = CALM) -> Outcome:
    """The acknowledgement is taken back: patience is counted from now. Twice is once. Raises `NotFiring`."""
    if alert.state is not State.FIRING:
        raise NotFiring(f"the alert is {alert.state}; only a firing one can be given back")
    if alert.acknowledged_at is None:
        return Outcome(alert, flapping)
    became = with_clock_restarted(without_acknowledgement(alert), now, around.policy)
    observed = Observed(became, transitions=(row(TransitionKind.UNACKNOWLEDGED, became, now),))
    return _told(observed, now, around, flapping)


def next_look(
    alert: AlertState | None, now: datetime, times: RuleTimes, around: Surroundings, flapping: Flapping = CALM
) -> datetime | None:
    """When the passing of time alone can next change something: the due time to store. None where it cannot.

    It may lie in the past, where more than one step was due: then look at once. What the rule itself expects of time
    (`Rule.next_change`) comes besides.
    """
    if alert is None:
        return flapping.ends_at
    if alert.state is State.PENDING:
        return alert.since + times.hold
    firing = alert.state is State.FIRING
    due = [flapping.ends_at]
    if firing and alert.clearing_since is not None:
        due.append(alert.clearing_since + times.keep)
    if firing:
        due.append(alert.acknowledged_until)
        due.append(next_silence(around.silences, around.target, alert.severity, now))
    if withheld_by(alert, now, around) is None:
        due.append(flapping.summary_at)
        if firing and not flapping.on and alert.acknowledged_at is None:
            due += [alert.escalate_at, alert.remind_at]
    elif firing or flapping.on:
        due.append(silenced_until(around.silences, around.target, alert.severity, now))
        if around.accepted_until is not None and now < around.accepted_until:
            due.append(around.accepted_until)
    return min((at for at in due if at is not None), default=None)


def _told(
    observed: Observed, now: datetime, around: Surroundings, flapping: Flapping, *, acknowledged: bool = False
) -> Outcome:
    """Count a change for the flapping, tell what is due, and put both together.

    What there is to tell of the flapping itself waits while the alert is pending, for that one may yet leave no trace.
    """
    if observed.alert is None or observed.alert.state is State.PENDING:
        return Outcome(observed.alert, flapping, observed.opened, transitions=observed.transitions)
    observed = _lapsed(observed, now, around)
    before = settled(flapping, now)
    changed = any(transition.kind in CHANGES for transition in observed.transitions)
    after = with_change(before, now) if changed else before
    begins = after.on and not before.on
    assert observed.alert is not None
    telling = tell(observed.alert, now, around, flapping=before.on, changes=len(after.changes) if begins else None)
    if acknowledged and telling.alert.told_state is State.FIRING and telling.alert.withheld is None:
        telling.say(EventType.ACKNOWLEDGED, now)
    if begins and any(event.flapping for event in telling.events):
        after = told(after, now)
    elif withheld_by(telling.alert, now, around) is None:
        after = _tell_flapping(telling, now, after, ended=flapping if flapping.on and not before.on else None)
    return Outcome(
        telling.alert,
        after,
        observed.opened,
        transitions=(*_marked(observed.transitions, telling, now), *telling.transitions),
        events=tuple(telling.events),
    )


def _lapsed(observed: Observed, now: datetime, around: Surroundings) -> Observed:
    """Take an acknowledgement back whose limit has come; patience is counted from that limit."""
    alert = observed.alert
    if alert is None or alert.state is not State.FIRING or alert.acknowledged_until is None:
        return observed
    if now < alert.acknowledged_until:
        return observed
    became = with_clock_restarted(without_acknowledgement(alert), alert.acknowledged_until, around.policy)
    lapsed = row(TransitionKind.UNACKNOWLEDGED, became, now, LAPSED)
    return observed._replace(alert=became, transitions=(*observed.transitions, lapsed))


def _marked(rows: tuple[Transition, ...], telling: Told, now: datetime) -> list[Transition]:
    """The rows with those marked that were told with them, and one for what was told only now."""
    spoken = {
        event.type
        for event in telling.events
        if event.type in TOLD_AS.values() and event.reason is not EscalationReason.UNACKNOWLEDGED
    }
    marked = [replace(row, told=TOLD_AS.get(row.kind) in spoken) for row in rows]
    alert = telling.alert
    if spoken - {TOLD_AS.get(row.kind) for row in rows}:
        marked.append(Transition(TransitionKind.TOLD, now, alert.state, alert.severity, told=True))
    return marked


def _tell_flapping(telling: Told, now: datetime, flapping: Flapping, ended: Flapping | None) -> Flapping:
    """Tell the hourly summary, or the closing one if anybody had heard of the flapping that ended."""
    if ended is not None:
        if ended.told_at is not None:
            telling.say(EventType.FLAPPING, now, changes=len(flapping.changes))
    elif flapping.summary_at is not None and now >= flapping.summary_at:
        telling.say(EventType.FLAPPING, now, flapping=True, changes=len(flapping.changes))
        return told(flapping, now)
    return flapping

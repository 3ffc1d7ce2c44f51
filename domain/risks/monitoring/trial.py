"""What a rule would have done: the same state machine over facts of the past, told as the times at which it fires."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.risks.monitoring.alert import AlertState, RuleTimes, State, Surroundings, TransitionKind
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.lifecycle import evaluate
from domain.risks.monitoring.rules.rule import Parameters, Rule
from domain.risks.monitoring.silences import Target


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A venture's facts as they were at an instant."""

    at: datetime
    facts: Facts


@dataclass
class Tried:
    """What came of trying a rule on a venture: its findings at the last instant, and when it fired for whom."""

    present: dict[UUID, Finding] = field(default_factory=dict)
    fired: list[tuple[datetime, UUID, Finding]] = field(default_factory=list)


def replay(rule: Rule, parameters: Parameters, times: RuleTimes, venture_id: UUID, past: Sequence[Snapshot]) -> Tried:
    """Evaluate the rule at each instant, the oldest first. What already held at the first has not fired in this time.

    A hold counts from when the condition began, so that it is as exact as the data; what came and went between two
    instants is not seen.
    """
    tried = Tried()
    alerts: dict[UUID, AlertState] = {}
    for number, snapshot in enumerate(past):
        findings = dict(rule.evaluate(snapshot.facts, parameters, snapshot.at))
        for subject_id in sorted({*findings, *alerts}):
            around = Surroundings(Target(rule.code, venture_id, rule.subject_type, subject_id))
            finding = findings.get(subject_id)
            outcome = evaluate(alerts.get(subject_id), finding, snapshot.at, times, around)
            if outcome.alert is None or outcome.alert.state is State.RESOLVED:
                alerts.pop(subject_id, None)
            else:
                alerts[subject_id] = outcome.alert
            if number and finding is not None and any(row.kind is TransitionKind.FIRED for row in outcome.transitions):
                tried.fired.append((snapshot.at, subject_id, finding))
        tried.present = findings
    return tried

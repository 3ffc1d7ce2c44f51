"""Tells a timeline to the life cycle and writes down what it says: minutes in, events and states out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain.risks.monitoring import lifecycle
from domain.risks.monitoring.alert import AlertState, Outcome, ResolvedReason, RuleTimes, State, Surroundings
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.flapping import CALM, Flapping
from domain.risks.monitoring.silences import Silence, Target

START = datetime(2026, 10, 1, tzinfo=UTC)
TARGET = Target("risk.level_critical", UUID(int=1), "risk", UUID(int=2), "market")
SEVERITIES = {"I": Severity.INFO, "T": Severity.WARNING, "W": Severity.WARNING, "C": Severity.CRITICAL}
STEP = re.compile(r"([\d.]+)([ITWCFE])(?:@([\d.]+))?")


def at(minutes: float) -> datetime:
    """The instant so many minutes after the start."""
    return START + timedelta(minutes=minutes)


def minutes_of(instant: datetime | None) -> float | None:
    """The minutes from the start to an instant."""
    return None if instant is None else (instant - START) / timedelta(minutes=1)


def silence(start: float, end: float, **matchers: object) -> Silence:
    """A silence in [start, end) minutes."""
    return Silence(at(start), at(end), **matchers)  # type: ignore[arg-type]  # the tests' own shorthand


@dataclass
class Story:
    """One subject of one rule. Steps read `10T`: minute 10, condition true (I, W or T, C: severity), F false, E error.

    `65T@62`: the data say that the condition began at 62; `80F@30`: that it ended at 30.
    """

    hold: float = 0
    keep: float = 0
    around: Surroundings = field(default_factory=lambda: Surroundings(TARGET))
    alert: AlertState | None = None
    flapping: Flapping = CALM
    events: list[tuple[float, str]] = field(default_factory=list)
    revisions: list[int] = field(default_factory=list)
    timeline: list[tuple[float, str]] = field(default_factory=list)
    opened: int = 0
    enabled_at: float | None = None

    @property
    def times(self) -> RuleTimes:
        """The rule's times as they are now."""
        enabled_at = None if self.enabled_at is None else at(self.enabled_at)
        return RuleTimes(timedelta(minutes=self.hold), timedelta(minutes=self.keep), enabled_at)

    @property
    def state(self) -> str:
        """Where the subject stands: `none` where there is no open alert."""
        if self.alert is None or self.alert.state is State.RESOLVED:
            return "none"
        return "clearing" if self.alert.clearing_since else str(self.alert.state)

    def take(self, outcome: Outcome) -> None:
        """Keep an outcome, as the monitor would."""
        self.opened += outcome.opened
        self.alert, self.flapping = outcome.alert, outcome.flapping
        for event in outcome.events:
            name = event.type.rpartition(".")[2]
            detail = event.level or event.reason or ("flapping" if event.flapping and name != "flapping" else None)
            self.events.append((minutes_of(event.at) or 0, f"{name}:{detail}" if detail else name))
            self.revisions.append(event.revision)
        self.timeline += [(minutes_of(row.at) or 0, str(row.kind)) for row in outcome.transitions]

    def run(self, steps: str) -> Story:
        """Evaluate at each step."""
        for minute, sign, moment in STEP.findall(steps):
            if sign == "E":
                continue
            known = at(float(moment)) if moment else None
            finding = None if sign == "F" else Finding(SEVERITIES[sign], {"value": minute}, known)
            ended_at = known if sign == "F" else None
            self.take(
                lifecycle.evaluate(
                    self.alert, finding, at(float(minute)), self.times, self.around, self.flapping, ended_at=ended_at
                )
            )
        return self

    def change_rule(self, minute: float, present: bool, since: float | None = None, hold: float | None = None) -> None:
        """Edit the rule's condition or hold; `present` is what the new rule says."""
        self.hold = self.hold if hold is None else hold
        finding = Finding(Severity.WARNING, {}, None if since is None else at(since)) if present else None
        for outcome in lifecycle.rule_changed(self.alert, finding, at(minute), self.times, self.around, self.flapping):
            self.take(outcome)

    def close(self, minute: float, reason: ResolvedReason) -> None:
        """Disable the rule or archive the subject."""
        self.take(lifecycle.close(self.alert, reason, at(minute), self.around, self.flapping))

    def acknowledge(self, minute: float) -> None:
        """A member takes the alert."""
        assert self.alert is not None
        self.take(lifecycle.acknowledge(self.alert, at(minute), self.around, self.flapping))

    def unacknowledge(self, minute: float) -> None:
        """The acknowledgement is taken back."""
        assert self.alert is not None
        self.take(lifecycle.unacknowledge(self.alert, at(minute), self.around, self.flapping))

    def look_again(self, minute: float) -> None:
        """Something around the alert has changed."""
        assert self.alert is not None
        self.take(lifecycle.look_again(self.alert, at(minute), self.around, self.flapping))

    def surround(self, **changes: object) -> None:
        """Change what stands around the alert."""
        self.around = replace(self.around, **changes)  # type: ignore[arg-type]  # the tests' own shorthand

    def next_look(self, minute: float) -> float | None:
        """The minute at which time alone can change something."""
        return minutes_of(lifecycle.next_look(self.alert, at(minute), self.times, self.around, self.flapping))

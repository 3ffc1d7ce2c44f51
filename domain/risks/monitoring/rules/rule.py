"""What a rule is: a pure function over a venture's facts, and what is declared beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.texts import Texts

Parameters = Mapping[str, int]
Findings = Mapping[UUID, Finding]
Evaluate = Callable[[Facts, Parameters, datetime], Findings]
CUSTOM = "custom"
"""The category of the rules that tenants write."""


class InvalidParameter(ValueError):
    """A parameter that the rule does not have, a value out of its range or order; `name` says which."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class PartlyFailed(Exception):
    """The rule could be evaluated for some subjects only: their findings, and by subject what went wrong for others."""

    def __init__(self, findings: Findings, failed: Mapping[UUID, Exception]) -> None:
        super().__init__(f"failed for {len(failed)} subjects")
        self.findings = findings
        self.failed = failed


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number in a rule that a tenant can change, within limits; `meaning` says what it is, with its unit.

    `at_most` names another parameter of the rule that this one must not exceed.
    """

    default: int
    least: int
    most: int
    meaning: Texts
    at_most: str | None = None


def _never(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """What no date in the facts can change."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    `evaluate(facts, parameters, now)` gives a finding for each subject for which the condition holds; a subject that is
    not in it is one for which it does not; it raises `PartlyFailed` where that cannot be said of all.
    `next_change(facts, parameters, now)` is the next instant after `now` at which a date alone changes what `evaluate`
    says (the hold and keep are the alert's own affair). `name` is the rule in a few words, `condition` says when it
    fires and how grave that is. `summary` and `advice` are sentences over the title, the evidence and since when: what
    is wrong, and what usually helps.
    """

    code: str
    subject_type: str
    evaluate: Evaluate
    name: Texts
    condition: Texts
    summary: Texts
    advice: Texts
    severities: tuple[Severity, ...] = (Severity.WARNING,)
    next_change: Callable[[Facts, Parameters, datetime], datetime | None] = _never
    hold: timedelta = timedelta(0)
    keep: timedelta = timedelta(0)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def category(self) -> str:
        """The first word of the code."""
        return self.code.partition(".")[0]

    def with_defaults(self, changed: Mapping[str, int] | None = None) -> Parameters:
        """The parameters with a tenant's changes. Raises `InvalidParameter`."""
        values = {name: parameter.default for name, parameter in self.parameters.items()}
        for name, value in (changed or {}).items():
            parameter = self.parameters.get(name)
            if parameter is None:
                raise InvalidParameter(
                    name, f"{self.code} has no parameter {name}; it has: {', '.join(values) or 'none'}"
                )
            if isinstance(value, bool) or not isinstance(value, int) or not parameter.least <= value <= parameter.most:
                raise InvalidParameter(
                    name, f"{name} must be a whole number from {parameter.least} to {parameter.most}"
                )
            values[name] = value
        for name, parameter in self.parameters.items():
            if parameter.at_most is not None and values[name] > values[parameter.at_most]:
                raise InvalidParameter(
                    name, f"{name} ({values[name]}) must not exceed {parameter.at_most} ({values[parameter.at_most]})"
                )
        return values

    def summarise(self, locale: str, title: str, evidence: Evidence, since: date) -> str:
        """What is wrong with the subject, in a sentence."""
        return self.summary.fill(locale, title, evidence, since)

    def advise(self, locale: str, title: str, evidence: Evidence, since: date) -> str:
        """What usually helps, in a sentence."""
        return self.advice.fill(locale, title, evidence, since)


def earliest_after(now: datetime, instants: Iterable[datetime | None]) -> datetime | None:
    """The first of the instants that is still to come."""
    return min((at for at in instants if at is not None and at > now), default=None)


def first_difference(
    evaluate: Evaluate, facts: Facts, parameters: Parameters, now: datetime, instants: Iterable[datetime]
) -> datetime | None:
    """The first of the instants still to come at which the rule says something else than now."""
    told = {subject: finding.severity for subject, finding in evaluate(facts, parameters, now).items()}
    for at in sorted({at for at in instants if at > now}):
        if {subject: finding.severity for subject, finding in evaluate(facts, parameters, at).items()} != told:
            return at
    return None


def both(one: datetime | None, other: datetime | None) -> datetime | None:
    """When two conditions began to hold together; unknown where either is."""
    return None if one is None or other is None else max(one, other)

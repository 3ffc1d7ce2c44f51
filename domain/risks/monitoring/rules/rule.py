"""What a rule is: a pure function over a venture's facts, and what is declared beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Evidence, Finding
from domain.risks.monitoring.rules.texts import Texts

Parameters = Mapping[str, int]
Findings = Mapping[UUID, Finding]


class InvalidParameter(ValueError):
    """A parameter that the rule does not have, or a value out of its range; `name` says which."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number in a rule that a tenant can change, within limits; `meaning` says what it is, with its unit."""

    default: int
    least: int
    most: int
    meaning: str


def _never(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """What no date in the facts can change."""
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """A built-in rule.

    `evaluate(facts, parameters, now)` gives a finding for each subject for which the condition holds; a subject that is
    not in it is one for which it does not. `next_change(facts, parameters, now)` is the next instant after `now` at
    which a date alone changes what `evaluate` says (the hold and keep are the alert's own affair). `summary` and
    `advice` are sentences over the title and the evidence: what is wrong, and the one thing to do.
    """

    code: str
    subject_type: str
    evaluate: Callable[[Facts, Parameters, datetime], Findings]
    summary: Texts
    advice: Texts
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
        return values

    def summarise(self, locale: str, title: str, evidence: Evidence) -> str:
        """What is wrong with the subject, in a sentence."""
        return self.summary.fill(locale, title, evidence)

    def advise(self, locale: str, title: str, evidence: Evidence) -> str:
        """The one thing to do about it, in a sentence."""
        return self.advice.fill(locale, title, evidence)


def earliest_after(now: datetime, instants: list[datetime]) -> datetime | None:
    """The first of the instants that is still to come."""
    return min((at for at in instants if at > now), default=None)

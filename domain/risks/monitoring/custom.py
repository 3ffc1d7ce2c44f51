"""Rules that tenants write: a CEL expression over the facts of one subject, evaluated for each.

A fact that is not known is left out: a condition that needs it does not hold, unless the expression asks with `has()`.
What cannot be worked out for one subject (it divides by 0) is no answer for that one, and none of the others' affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol
from uuid import UUID

from domain.calendars.working_days import end_of_day, local_day
from domain.risks.monitoring.custom_chapters import DAILY, Value
from domain.risks.monitoring.custom_facts import FACTS, FACTS_OF
from domain.risks.monitoring.expressions import check
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameters, PartlyFailed, Rule
from domain.risks.monitoring.rules.texts import Texts


class Written(Protocol):
    """What a tenant has written: its row."""

    title: str | None
    subject_type: str | None
    expression: str | None
    advice: str | None
    severity: Severity | None


def check_expression(subject_type: str, expression: str) -> frozenset[str]:
    """The facts that an expression names. Raises `InvalidExpression`."""
    return check(expression, subject_type, {name: kind for name, (kind, _) in FACTS[subject_type].items()})


def custom_rule(code: str, written: Written) -> Rule:
    """The rule that a tenant has written. One that cannot be evaluated raises when it is."""
    subject, expression = written.subject_type or "", written.expression or ""
    title, advice = written.title or code, written.advice or ""
    compiled = _Compiled(subject, expression, written.severity or Severity.WARNING, title, advice)
    return Rule(
        code=code,
        subject_type=subject,
        evaluate=compiled.evaluate,
        next_change=compiled.next_change,
        severities=(compiled.severity,),
        name=Texts(title, title),
        condition=Texts(expression, expression),
        summary=Texts("{rule_title}: “{title}”, since {since}.", "{rule_title}：“{title}”，自 {since} 起。"),
        advice=Texts("{rule_advice}", "{rule_advice}"),
    )


@lru_cache(maxsize=512)
def _program(subject_type: str, expression: str) -> tuple[Any, tuple[str, ...]]:
    """The compiled expression and the facts that it names. Checked anew: facts may have gone since it was kept."""
    import cel  # brings a console with it, which no process carries before somebody has written a rule

    named = check_expression(subject_type, expression)
    return cel.compile(expression), tuple(sorted(named))


@dataclass(frozen=True, slots=True)
class _Compiled:
    subject: str
    expression: str
    severity: Severity
    title: str
    advice: str

    def evaluate(self, facts: Facts, parameters: Parameters, now: datetime) -> Findings:
        """A finding for each subject for which the expression is true. Raises `PartlyFailed`."""
        program, named = _program(self.subject, self.expression)
        findings: dict[UUID, Finding] = {}
        failed: dict[UUID, Exception] = {}
        for id, values in FACTS_OF[self.subject](facts, local_day(now, facts.zone)):
            known = {name: value for name, value in values.items() if value is not None}
            try:
                holds = program.execute({self.subject: known})
            except KeyError:
                continue  # a fact that it needs is not known
            except ArithmeticError as error:  # it divides by a fact that is 0 here, or the numbers are too large
                failed[id] = error
                continue
            if holds is True:
                evidence = {name: _shown(known.get(name)) for name in named}
                words = {"rule_title": self.title, "rule_advice": self.advice, "expression": self.expression}
                findings[id] = Finding(self.severity, evidence | words)
        if failed:
            raise PartlyFailed(findings, failed)
        return findings

    def next_change(self, facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
        """The next midnight of the tenant's zone, where the expression counts days."""
        _, named = _program(self.subject, self.expression)
        counts = any(name.startswith(("days_", "overdue_")) or name in DAILY for name in named)
        return end_of_day(local_day(now, facts.zone), facts.zone) if counts else None


def _shown(value: Value | None) -> str | int | bool | None:
    return f"{value:.2f}" if isinstance(value, float) else value

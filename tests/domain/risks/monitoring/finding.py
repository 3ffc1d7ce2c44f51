"""What one rule says of facts, by its code."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.registry import RULES
from tests.domain.risks.monitoring.trouble import NOW


def found(code: str, facts: Facts, now: datetime = NOW, **parameters: int) -> dict[UUID, Finding]:
    """Its findings by subject, with its usual parameters but for those given."""
    rule = RULES[code]
    return dict(rule.evaluate(facts, rule.with_defaults(parameters), now))


def next_change(code: str, facts: Facts, now: datetime = NOW) -> datetime | None:
    """When time alone changes them next."""
    rule = RULES[code]
    return rule.next_change(facts, rule.with_defaults(), now)

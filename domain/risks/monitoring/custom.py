"""Rules that tenants write: a CEL expression over the facts of one subject, evaluated for each.

A fact that is not known is left out: a condition that needs it does not hold, unless the expression asks with `has()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, Protocol
from uuid import UUID

import cel

from domain.milestones.calendar import end_of_day, local_day
from domain.risks.monitoring.expressions import LONGEST, check
from domain.risks.monitoring.facts import ActionFacts, Facts, MilestoneFacts, ResourceFacts, RiskFacts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameters, Rule
from domain.risks.monitoring.rules.texts import Texts

Value = str | int | float | bool
FACTS: Final[Mapping[str, Mapping[str, tuple[str, Texts]]]] = {
    "risk": {
        "status": ("string", Texts("open, accepted, occurred or closed", "open、accepted、occurred 或 closed")),
        "category": ("string", Texts("code of its category", "类别代码")),
        "level": (
            "string",
            Texts("current level: low, medium, high or critical", "当前等级（代码同英文）"),
        ),
        "target_level": ("string", Texts("target level", "目标等级")),
        "score": ("int", Texts("current score", "当前分数")),
        "expected_loss": ("double", Texts("expected loss in the tenant's currency", "预期损失（租户货币）")),
        "responses": ("int", Texts("responses", "应对措施数量")),
        "actions": ("int", Texts("actions", "行动数量")),
        "open_actions": ("int", Texts("actions that are not done", "未完成的行动数量")),
        "has_owner": ("bool", Texts("whether it has an owner", "是否有负责人")),
        "days_open": ("int", Texts("days since it was opened", "开启以来的天数")),
        "days_since_assessed": ("int", Texts("days since the last current assessment", "距上次评估的天数")),
        "days_until_expected": ("int", Texts("days until it would happen", "距预计发生的天数")),
        "kind": ("string", Texts("threat or opportunity", "threat（威胁）或 opportunity（机会）")),
    },
    "milestone": {
        "status": ("string", Texts("planned, in_progress, on_hold, done or cancelled", "状态代码")),
        "percent_complete": ("int", Texts("percent complete", "完成百分比")),
        "postponed": ("int", Texts("how often its due date was moved later", "截止日期推迟的次数")),
        "failing_criteria": ("int", Texts("must-criteria that fail", "未通过的必须标准数量")),
        "has_baseline": ("bool", Texts("whether it has a baseline", "是否有基线")),
        "days_until_due": ("int", Texts("days until it is due, below 0 when past", "距截止日期的天数，逾期为负")),
    },
    "venture": {
        "stage": ("string", Texts("its stage", "阶段")),
        "risks": ("int", Texts("threats that are open or accepted", "未关闭的威胁数量")),
        "serious_risks": ("int", Texts("of these high or critical", "其中高或严重的数量")),
        "expected_loss": ("double", Texts("sum of their expected losses", "预期损失合计")),
        "milestones": ("int", Texts("unfinished milestones", "未完成的里程碑数量")),
        "overdue_milestones": ("int", Texts("of these past due", "其中逾期的数量")),
        "people": ("int", Texts("people in its teams", "团队人数")),
        "days_since_register_moved": (
            "int",
            Texts("days since a risk was added, assessed or closed", "登记册无变动的天数"),
        ),
    },
    "resource": {
        "kind": ("string", Texts("funding, data, technology or talent", "funding、data、technology 或 talent")),
        "used": ("bool", Texts("whether an unfinished milestone uses it", "是否被未完成的里程碑使用")),
        "days_until_expiry": ("int", Texts("days until it expires", "距到期的天数")),
    },
    "action": {
        "done": ("bool", Texts("whether it is done", "是否完成")),
        "has_owner": ("bool", Texts("whether it has an owner", "是否有负责人")),
        "risk_level": ("string", Texts("current level of its risk", "所属风险的当前等级")),
        "days_until_due": ("int", Texts("days until it is due, below 0 when past", "距截止日期的天数，逾期为负")),
    },
}
"""By subject, the facts that expressions may name: their type and meaning. Those of days change at midnight."""


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
        """A finding for each subject for which the expression is true."""
        program, named = _program(self.subject, self.expression)
        findings = {}
        for id, values in _OF[self.subject](facts, local_day(now, facts.zone)):
            known = {name: value for name, value in values.items() if value is not None}
            try:
                holds = program.execute({self.subject: known})
            except KeyError:
                continue  # a fact that it needs is not known
            if holds is True:
                evidence = {name: _shown(known.get(name)) for name in named}
                words = {"rule_title": self.title, "rule_advice": self.advice, "expression": self.expression}
                findings[id] = Finding(self.severity, evidence | words)
        return findings

    def next_change(self, facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
        """The next midnight of the tenant's zone, where the expression counts days."""
        _, named = _program(self.subject, self.expression)
        counts = any(name.startswith(("days_", "overdue_")) or name == "used" for name in named)
        return end_of_day(local_day(now, facts.zone), facts.zone) if counts else None


def _shown(value: Value | None) -> str | int | bool | None:
    return f"{value:.2f}" if isinstance(value, float) else value


Subjects = Iterator[tuple[UUID, dict[str, Value | None]]]


def _days(one: date | None, other: date | None) -> int | None:
    return None if one is None or other is None else (other - one).days


def _risks(facts: Facts, today: date) -> Subjects:
    actions: dict[UUID, list[ActionFacts]] = {}
    for action in facts.actions:
        actions.setdefault(action.risk_id, []).append(action)
    for risk in facts.risks:
        yield risk.id, _risk(risk, actions.get(risk.id, []), facts, today)


def _risk(risk: RiskFacts, actions: list[ActionFacts], facts: Facts, today: date) -> dict[str, Value | None]:
    def day(at: datetime | None) -> date | None:
        return None if at is None else local_day(at, facts.zone)

    return {
        "kind": risk.kind,
        "status": str(risk.status),
        "category": risk.category,
        "level": None if risk.level is None else str(risk.level),
        "target_level": None if risk.target_level is None else str(risk.target_level),
        "score": risk.score,
        "expected_loss": None if risk.expected_loss is None else float(risk.expected_loss),
        "responses": risk.responses,
        "actions": len(actions),
        "open_actions": sum(action.completed_at is None for action in actions),
        "has_owner": risk.owner_id is not None,
        "days_open": _days(day(risk.opened_at), today),
        "days_since_assessed": _days(day(risk.assessed_at), today),
        "days_until_expected": _days(today, risk.expected_on),
    }


def _milestones(facts: Facts, today: date) -> Subjects:
    failing: dict[UUID, int] = {}
    for criterion in facts.criteria:
        if criterion.result == "fail":
            failing[criterion.milestone_id] = failing.get(criterion.milestone_id, 0) + 1
    for one in facts.milestones:
        yield one.id, _milestone(one, failing.get(one.id, 0), today)


def _milestone(one: MilestoneFacts, failing: int, today: date) -> dict[str, Value | None]:
    return {
        "status": str(one.status),
        "percent_complete": one.percent_complete,
        "postponed": one.postponed,
        "failing_criteria": failing,
        "has_baseline": one.baseline_due_on is not None,
        "days_until_due": _days(today, one.due_on),
    }


def _venture(facts: Facts, today: date) -> Subjects:
    standing = [risk for risk in facts.threats if risk.is_standing]
    unfinished = [one for one in facts.milestones if one.is_unfinished]
    moved = facts.venture.register_moved_at or facts.venture.created_at
    yield (
        facts.venture.id,
        {
            "stage": str(facts.venture.stage),
            "risks": len(standing),
            "serious_risks": sum(risk.is_serious for risk in standing),
            "expected_loss": float(sum(risk.expected_loss or 0 for risk in standing)),
            "milestones": len(unfinished),
            "overdue_milestones": sum(one.due_on is not None and one.due_on < today for one in unfinished),
            "people": len({place.member_id for place in facts.places}),
            "days_since_register_moved": None if moved is None else _days(local_day(moved, facts.zone), today),
        },
    )


def _resource(one: ResourceFacts, today: date) -> dict[str, Value | None]:
    return {"kind": str(one.kind), "used": one.used, "days_until_expiry": _days(today, one.expires_on)}


def _resources(facts: Facts, today: date) -> Subjects:
    return ((one.id, _resource(one, today)) for one in facts.resources)


def _actions(facts: Facts, today: date) -> Subjects:
    levels = {risk.id: risk.level for risk in facts.risks}
    for action in facts.actions:
        level = levels.get(action.risk_id)
        yield (
            action.id,
            {
                "done": action.completed_at is not None,
                "has_owner": action.owner_id is not None,
                "risk_level": None if level is None else str(level),
                "days_until_due": _days(today, action.due_on),
            },
        )


_OF: Final[Mapping[str, Callable[[Facts, date], Subjects]]] = {
    "risk": _risks,
    "milestone": _milestones,
    "venture": _venture,
    "resource": _resources,
    "action": _actions,
}

__all__ = ["FACTS", "LONGEST", "check_expression", "custom_rule"]

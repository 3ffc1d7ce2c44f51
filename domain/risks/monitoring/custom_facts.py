"""What rules of tenants may know of their subjects: the facts by kind of subject, and their values.

Amounts and values are doubles here: an expression compares, and nothing is booked from what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from domain.calendars.working_days import local_day
from domain.risks.monitoring.chapters.resources import ResourceFacts
from domain.risks.monitoring.custom_chapters import (
    RESOURCE_FACTS,
    SUBJECT_FACTS,
    VENTURE_FACTS,
    Named,
    Subjects,
    Value,
    Values,
    acquisitions,
    days_between,
    double,
    holders,
    obligations,
    of_resources,
    of_venture,
    roles,
)
from domain.risks.monitoring.facts import (
    ActionFacts,
    Facts,
    ForecastFacts,
    IndicatorFacts,
    MilestoneFacts,
    MoneyFacts,
    RiskFacts,
)
from domain.risks.monitoring.rules.texts import Texts

FACTS: Final[Mapping[str, Named]] = {
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
        "key": ("bool", Texts("whether it is a key milestone, which gets a review", "是否为关键里程碑（需评审）")),
        "slipped_days": ("int", Texts("days by which its due date is later than the baseline's", "比基线推迟的天数")),
        "days_without_progress": (
            "int",
            Texts("days in progress at the same percent complete", "进行中而完成百分比未变的天数"),
        ),
        "criteria": ("int", Texts("must-criteria", "必须标准数量")),
        "unmeasured_criteria": ("int", Texts("of these never measured", "其中从未测量的数量")),
        "probability_of_due_date": (
            "double",
            Texts("forecast probability of meeting its due date, from 0 to 1", "预测的按期完成概率（0 至 1）"),
        ),
        "p50_days_late": ("int", Texts("days by which P50 lies after its due date", "P50 晚于截止日期的天数")),
        "p80_days_late": ("int", Texts("days by which P80 lies after its due date", "P80 晚于截止日期的天数")),
        "float_days": ("int", Texts("working days that it can be late without moving the end", "浮动时间（工作日）")),
    },
    "indicator": {
        "state": ("string", Texts("unknown, ok, warning or critical", "unknown、ok、warning 或 critical")),
        "unit": ("string", Texts("its unit", "单位")),
        "direction": ("string", Texts("higher_is_worse or lower_is_worse", "higher_is_worse 或 lower_is_worse")),
        "latest_value": ("double", Texts("value of the latest reading", "最新读数")),
        "warning": ("double", Texts("warning threshold", "警告阈值")),
        "critical": ("double", Texts("critical threshold", "严重阈值")),
        "trend": (
            "string",
            Texts("rising or falling, as far as chance allows a statement; else none", "rising、falling 或 none"),
        ),
        "slope_per_day": ("double", Texts("slope of its trend, per day", "趋势斜率（每天）")),
        "interval_days": ("int", Texts("days expected between readings", "读数的预期间隔天数")),
        "of_risk": ("bool", Texts("whether it watches a risk", "是否监测某个风险")),
        "category": ("string", Texts("category of the risk that it watches", "所监测风险的类别代码")),
        "risk_level": ("string", Texts("current level of the risk that it watches", "所监测风险的当前等级")),
        "days_in_state": ("int", Texts("days since its state began", "当前状态持续的天数")),
        "days_since_reading": ("int", Texts("days since the latest reading", "距最新读数的天数")),
        "days_until_critical": (
            "int",
            Texts("days until its trend crosses the critical threshold", "按趋势距越过严重阈值的天数"),
        ),
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
        "cpi": ("double", Texts("cost performance index", "成本绩效指数")),
        "spi_t": ("double", Texts("schedule performance index in time", "按时间计的进度绩效指数")),
        "runway_months": ("double", Texts("months for which its cash lasts", "现金可维持的月数")),
        "cash": ("double", Texts("its latest cash balance", "最近的现金余额")),
        "days_since_users_asked": (
            "int",
            Texts("days since the last interview, survey or usability test", "距上次访谈、问卷或可用性测试的天数"),
        ),
        "largest_customer_share": (
            "double",
            Texts(
                "largest share of one customer in the revenue in any currency, from 0 to 1", "单一客户的最大收入占比"
            ),
        ),
        **VENTURE_FACTS,
    },
    "resource": {
        "kind": ("string", Texts("funding, data, technology or talent", "funding、data、technology 或 talent")),
        "used": ("bool", Texts("whether an unfinished milestone uses it", "是否被未完成的里程碑使用")),
        "days_until_expiry": ("int", Texts("days until it expires", "距到期的天数")),
        **RESOURCE_FACTS,
    },
    "action": {
        "done": ("bool", Texts("whether it is done", "是否完成")),
        "has_owner": ("bool", Texts("whether it has an owner", "是否有负责人")),
        "risk_level": ("string", Texts("current level of its risk", "所属风险的当前等级")),
        "days_until_due": ("int", Texts("days until it is due, below 0 when past", "距截止日期的天数，逾期为负")),
    },
    **SUBJECT_FACTS,
}
"""By subject, the facts that expressions may name: their type and meaning. Those of days change at midnight."""


def _day(at: datetime | None, facts: Facts) -> date | None:
    """The day of an instant in the tenant's zone."""
    return None if at is None else local_day(at, facts.zone)


def _risks(facts: Facts, today: date) -> Subjects:
    actions: dict[UUID, list[ActionFacts]] = {}
    for action in facts.actions:
        actions.setdefault(action.risk_id, []).append(action)
    for risk in facts.risks:
        yield risk.id, _risk(risk, actions.get(risk.id, []), facts, today)


def _risk(risk: RiskFacts, actions: list[ActionFacts], facts: Facts, today: date) -> dict[str, Value | None]:
    return {
        "kind": risk.kind,
        "status": str(risk.status),
        "category": risk.category,
        "level": None if risk.level is None else str(risk.level),
        "target_level": None if risk.target_level is None else str(risk.target_level),
        "score": risk.score,
        "expected_loss": double(risk.expected_loss),
        "responses": risk.responses,
        "actions": len(actions),
        "open_actions": sum(action.completed_at is None for action in actions),
        "has_owner": risk.owner_id is not None,
        "days_open": days_between(_day(risk.opened_at, facts), today),
        "days_since_assessed": days_between(_day(risk.assessed_at, facts), today),
        "days_until_expected": days_between(today, risk.expected_on),
    }


def _milestones(facts: Facts, today: date) -> Subjects:
    results: dict[UUID, list[str | None]] = {}
    for criterion in facts.criteria:
        results.setdefault(criterion.milestone_id, []).append(criterion.result)
    forecasts = {forecast.milestone_id: forecast for forecast in facts.forecasts}
    for one in facts.milestones:
        forecast = forecasts.get(one.id, ForecastFacts(one.id))
        yield one.id, _milestone(one, results.get(one.id, []), facts, today) | _forecast(one, forecast)


def _forecast(one: MilestoneFacts, forecast: ForecastFacts) -> dict[str, Value | None]:
    return {
        "probability_of_due_date": double(forecast.probability),
        "p50_days_late": days_between(one.due_on, forecast.p50_on),
        "p80_days_late": days_between(one.due_on, forecast.p80_on),
        "float_days": forecast.float_days,
    }


def _milestone(one: MilestoneFacts, results: list[str | None], facts: Facts, today: date) -> dict[str, Value | None]:
    return {
        "status": str(one.status),
        "percent_complete": one.percent_complete,
        "postponed": one.postponed,
        "failing_criteria": results.count("fail"),
        "has_baseline": one.baseline_due_on is not None,
        "days_until_due": days_between(today, one.due_on),
        "key": one.key,
        "slipped_days": days_between(one.baseline_due_on, one.due_on),
        "days_without_progress": days_between(_day(one.progress_since, facts), today),
        "criteria": len(results),
        "unmeasured_criteria": results.count(None),
    }


def _indicators(facts: Facts, today: date) -> Subjects:
    risks = {risk.id: risk for risk in facts.risks}
    for one in facts.indicators:
        risk = None if one.risk_id is None else risks.get(one.risk_id)
        yield one.id, _indicator(one, risk, facts, today)


def _indicator(one: IndicatorFacts, risk: RiskFacts | None, facts: Facts, today: date) -> dict[str, Value | None]:
    return {
        "state": str(one.state),
        "unit": one.unit,
        "direction": str(one.direction),
        "latest_value": double(one.latest_value),
        "warning": double(one.warning),
        "critical": double(one.critical),
        "trend": str(one.trend),
        "slope_per_day": double(one.slope_per_day),
        "interval_days": one.interval_days,
        "of_risk": risk is not None,
        "category": None if risk is None else risk.category,
        "risk_level": None if risk is None or risk.level is None else str(risk.level),
        "days_in_state": days_between(_day(one.state_since, facts), today),
        "days_since_reading": days_between(_day(one.latest_at, facts), today),
        "days_until_critical": days_between(today, one.crosses_critical_on),
    }


def _venture(facts: Facts, today: date) -> Subjects:
    standing = [risk for risk in facts.threats if risk.is_standing]
    unfinished = [one for one in facts.milestones if one.is_unfinished]
    money = facts.money or MoneyFacts()
    moved = facts.venture.register_moved_at or facts.venture.created_at
    asked = max((study.held_on for study in facts.research), default=None)
    shares = [float(one.largest / one.whole) for one in facts.revenue if one.largest is not None and one.whole]
    own: Values = {
        "stage": str(facts.venture.stage),
        "risks": len(standing),
        "serious_risks": sum(risk.is_serious for risk in standing),
        "expected_loss": float(sum(risk.expected_loss or 0 for risk in standing)),
        "milestones": len(unfinished),
        "overdue_milestones": sum(one.due_on is not None and one.due_on < today for one in unfinished),
        "people": len({place.member_id for place in facts.places}),
        "cpi": double(money.cpi),
        "spi_t": double(money.spi_t),
        "runway_months": double(money.runway_months),
        "cash": double(money.cash),
        "days_since_users_asked": days_between(asked, today),
        "largest_customer_share": max(shares, default=None),
        "days_since_register_moved": None if moved is None else days_between(local_day(moved, facts.zone), today),
    }
    yield facts.venture.id, own | of_venture(facts, today)


def _resource(one: ResourceFacts, today: date) -> dict[str, Value | None]:
    return {"kind": str(one.kind), "used": one.used, "days_until_expiry": days_between(today, one.expires_on)}


def _resources(facts: Facts, today: date) -> Subjects:
    chapters = of_resources(facts, today)
    return ((one.id, _resource(one, today) | chapters[one.id]) for one in facts.resources)


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
                "days_until_due": days_between(today, action.due_on),
            },
        )


FACTS_OF: Final[Mapping[str, Callable[[Facts, date], Subjects]]] = {
    "risk": _risks,
    "milestone": _milestones,
    "indicator": _indicators,
    "venture": _venture,
    "resource": _resources,
    "action": _actions,
    "acquisition": acquisitions,
    "role_requirement": roles,
    "role_holder": holders,
    "obligation": obligations,
}
"""By kind of subject: its subjects in a venture with their facts, on a day of the tenant's zone; None: not known."""

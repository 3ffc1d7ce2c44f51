"""What rules of tenants may know of the chapters of a venture's life: funding, data, compute, talent and compliance.

A chapter adds facts to the venture and to its resources, or has subjects of its own. Money of the venture is in the
tenant's currency, that of an acquisition in its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.money.pipeline import AcquisitionStatus, likelihood
from domain.risks.monitoring.chapters.resources import DataFacts, PoolFacts
from domain.risks.monitoring.chapters.teams import RoleFacts
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.rules.resource import running_uses
from domain.risks.monitoring.rules.talent import is_needed
from domain.risks.monitoring.rules.texts import Texts

Value = str | int | float | bool
Values = dict[str, Value | None]
Subjects = Iterator[tuple[UUID, Values]]
Named = Mapping[str, tuple[str, Texts]]
"""Facts by name: their type and meaning."""

RUN_DAYS: Final = 30
"""Days over which the cost of a run is looked at."""

VENTURE_FACTS: Final[Named] = {
    "net_burn": ("double", Texts("net burn a month, in the tenant's currency", "每月净消耗（租户货币）")),
    "cash_generating": ("bool", Texts("whether not more is spent than earned", "现金流是否为正")),
    "default_alive": (
        "bool",
        Texts("whether revenue that grows as now covers the cost before the cash ends", "按当前增长能否自我维持"),
    ),
    "days_until_cash_out": (
        "int",
        Texts("days until the cash ends with committed money alone", "仅凭已承诺资金距现金耗尽的天数"),
    ),
    "burn_multiple": (
        "double",
        Texts("what was burnt in the last quarter for each 1 of new recurring revenue", "上季度资金消耗倍数"),
    ),
    "net_new_arr": (
        "double",
        Texts(
            "new annual recurring revenue of the last quarter, in the tenant's currency",
            "上季度新增年度经常性收入（租户货币）",
        ),
    ),
    "largest_source_share": (
        "double",
        Texts(
            "largest share of one source in the money of the next year, from 0 to 1", "未来一年单一资金来源的最大占比"
        ),
    ),
    "acquisitions": ("int", Texts("acquisitions of funding that are under way", "进行中的融资数量")),
    "rounds": ("int", Texts("funding rounds that are planned or open", "计划或进行中的融资轮数")),
    "roles": ("int", Texts("roles that are needed today", "今天需要的岗位数量")),
    "vacant_places": ("int", Texts("places in them that nobody fills today", "其中今天空缺的人数")),
    "obligations": ("int", Texts("obligations without evidence", "没有证据的义务数量")),
    "overdue_obligations": ("int", Texts("of these past due", "其中逾期的数量")),
    "regimes": ("int", Texts("regulations that apply to it", "适用的法规数量")),
}

RESOURCE_FACTS: Final[Named] = {
    "channel": (
        "string",
        Texts("of data, how they are obtained: a code", "数据的获取方式（代码）"),
    ),
    "size": ("double", Texts("of data, how many there are, in their unit", "数据规模（以其单位计）")),
    "data_uses": ("int", Texts("uses of data that go on today", "今天正在进行的数据使用数量")),
    "personal_data": ("bool", Texts("whether data tell of persons", "数据是否涉及个人")),
    "has_basis": ("bool", Texts("whether a basis of processing them is recorded", "是否记录了处理依据")),
    "days_until_basis_ends": ("int", Texts("days until that basis ends", "距处理依据到期的天数")),
    "allows_training": ("bool", Texts("whether their licence allows training", "许可是否允许训练")),
    "allows_commercial": ("bool", Texts("whether it allows commercial use", "许可是否允许商业使用")),
    "allows_redistribution": ("bool", Texts("whether it allows to pass them on", "许可是否允许再分发")),
    "drift": (
        "double",
        Texts("largest latest population stability index of data", "数据群体稳定性指数的最大最新值"),
    ),
    "vendor": ("string", Texts("of computing time, who provides it", "算力供应商")),
    "hours_reserved": ("double", Texts("hours of computing time that there are in all", "预留机时（小时）")),
    "hours_used": ("double", Texts("hours of it that are used", "已用机时（小时）")),
    "hours_left": ("double", Texts("hours of it that are left", "剩余机时（小时）")),
    "hours_needed": (
        "double",
        Texts("hours of it that unfinished milestones will still need", "未完成里程碑还需要的机时（小时）"),
    ),
    "days_until_contract_ends": ("int", Texts("days until its contract ends", "距合同到期的天数")),
    "cost_per_run": (
        "double",
        Texts("what a run cost over 30 days, in the tenant's currency", "30 天内单次运行成本（租户货币）"),
    ),
    "planned_cost_per_run": (
        "double",
        Texts("what a run was planned to cost, in the tenant's currency", "单次运行计划成本（租户货币）"),
    ),
}

SUBJECT_FACTS: Final[Mapping[str, Named]] = {
    "acquisition": {
        "status": (
            "string",
            Texts("identified, contacted, negotiating or committed", "identified、contacted、negotiating 或 committed"),
        ),
        "expected_amount": ("double", Texts("expected amount, in its own currency", "预期金额（以其货币计）")),
        "currency": ("string", Texts("that currency, by ISO 4217", "货币代码（ISO 4217）")),
        "likelihood": ("double", Texts("how likely it comes, from 0 to 1", "到账可能性（0 至 1）")),
        "days_until_expected": ("int", Texts("days until it is expected, below 0 when past", "距预期到账的天数")),
        "has_condition": ("bool", Texts("whether a milestone must be reached before it", "是否以里程碑为条件")),
        "days_until_condition": (
            "int",
            Texts("days until that milestone must be reached, below 0 when past", "距条件里程碑期限的天数，逾期为负"),
        ),
    },
    "role_requirement": {
        "function": ("string", Texts("function of the team, a code", "职能代码")),
        "headcount": ("int", Texts("people who are needed", "所需人数")),
        "is_core": ("bool", Texts("whether it is a core role", "是否为核心岗位")),
        "of_milestone": ("bool", Texts("whether one milestone alone needs it", "是否仅为某个里程碑所需")),
        "needed": ("bool", Texts("whether it is needed today", "今天是否需要")),
        "filled": ("int", Texts("people who fill it today", "今天在岗人数")),
        "vacant": ("int", Texts("people who are missing today", "今天空缺人数")),
        "days_until_needed": ("int", Texts("days until it is needed, below 0 when past", "距需要之日的天数")),
    },
    "role_holder": {
        "present": ("bool", Texts("whether the person fills the role today", "今天是否在岗")),
        "total_share": (
            "int",
            Texts("percent of the person's time in all places of all ventures", "在所有项目中占用时间的百分比合计"),
        ),
        "days_until_gone": ("int", Texts("days until the person's last day in it", "距最后在岗日的天数")),
    },
    "obligation": {
        "has_evidence": ("bool", Texts("whether there is evidence for it", "是否有证据")),
        "template": ("string", Texts("code of the template that it was made from", "所用模板的代码")),
        "days_until_due": ("int", Texts("days until it is due, below 0 when past", "距截止日期的天数，逾期为负")),
    },
}
"""By subject that only a chapter has, its facts."""

DAILY: Final = frozenset(
    {
        *("used", "roles", "vacant_places", "data_uses", "cost_per_run"),
        *("needed", "filled", "vacant", "present", "total_share"),
    }
)
"""Facts that may change at midnight though their name tells of no days."""


def days_between(one: date | None, other: date | None) -> int | None:
    """Days from one to the other; None where either is not known."""
    return None if one is None or other is None else (other - one).days


def double(value: Decimal | None) -> float | None:
    """An amount as expressions compare it."""
    return None if value is None else float(value)


def of_venture(facts: Facts, today: date) -> Values:
    """What the chapters know of the venture."""
    money = facts.money
    needed = [role for role in facts.roles if _is_needed(role, facts, today)]
    owed = [one for one in facts.obligations if not one.shown]
    return {
        "net_burn": None if money is None else double(money.net_burn),
        "cash_generating": None if money is None or money.net_burn is None else money.cash_generating,
        "default_alive": None if money is None else money.default_alive,
        "days_until_cash_out": None if money is None else days_between(today, money.cash_out_on),
        "burn_multiple": None if money is None else double(money.burn_multiple),
        "net_new_arr": None if money is None else double(money.net_new_arr),
        "largest_source_share": None if money is None else double(money.largest_share),
        "acquisitions": len(facts.acquisitions),
        "rounds": len(facts.rounds),
        "roles": len(needed),
        "vacant_places": sum(max(role.headcount - _filled(role, facts, today), 0) for role in needed),
        "obligations": len(owed),
        "overdue_obligations": sum(one.due_on is not None and one.due_on < today for one in owed),
        "regimes": len(facts.regimes),
    }


def of_resources(facts: Facts, today: date) -> Mapping[UUID, Values]:
    """What the chapters know of each resource: as data, or as computing time."""
    uses: dict[UUID, int] = defaultdict(int)
    for use in running_uses(facts, today):
        uses[use.resource_id] += 1
    found: dict[UUID, Values] = {one.id: dict.fromkeys(RESOURCE_FACTS) for one in facts.resources}
    drifts: dict[UUID, float] = {}
    for drift in facts.drifts:
        drifts[drift.resource_id] = max(float(drift.latest), drifts.get(drift.resource_id, 0.0))
    for source in facts.data_sources:
        told = {"data_uses": uses[source.resource_id], "drift": drifts.get(source.resource_id)}
        found.setdefault(source.resource_id, dict.fromkeys(RESOURCE_FACTS)).update(_data(source, today) | told)
    for pool in facts.pools:
        found.setdefault(pool.resource_id, dict.fromkeys(RESOURCE_FACTS)).update(_pool(pool, facts, today))
    return found


def _data(source: DataFacts, today: date) -> Values:
    return {
        "channel": str(source.channel),
        "size": double(source.size),
        "personal_data": source.personal_data,
        "has_basis": source.consent_basis is not None,
        "days_until_basis_ends": days_between(today, source.consent_until),
        "allows_training": source.allows_training,
        "allows_commercial": source.allows_commercial,
        "allows_redistribution": source.allows_redistribution,
    }


def _pool(pool: PoolFacts, facts: Facts, today: date) -> Values:
    open = {one.id for one in facts.milestones if one.is_unfinished}
    needs = [one.hours for one in facts.pool_needs if one.resource_id == pool.resource_id and one.milestone_id in open]
    late = [
        one
        for one in facts.pool_days
        if one.resource_id == pool.resource_id and today - timedelta(days=RUN_DAYS) <= one.used_on <= today
    ]
    runs = sum(one.runs for one in late)
    cost = sum((one.cost for one in late), Decimal(0))
    return {
        "vendor": pool.vendor,
        "hours_reserved": double(pool.hours_reserved),
        "hours_used": float(pool.hours_used),
        "hours_left": None if pool.hours_reserved is None else float(pool.hours_reserved - pool.hours_used),
        "hours_needed": float(sum(needs, Decimal(0))),
        "days_until_contract_ends": days_between(today, pool.contract_ends_on),
        "cost_per_run": float(cost / runs) if runs > 0 else None,
        "planned_cost_per_run": double(pool.planned_cost_per_run),
    }


def acquisitions(facts: Facts, today: date) -> Subjects:
    """Funding that is under way."""
    for one in facts.acquisitions:
        has_condition = one.milestone_id is not None
        yield (
            one.id,
            {
                "status": str(one.status),
                "expected_amount": double(one.expected_amount),
                "currency": one.currency,
                "likelihood": float(likelihood(AcquisitionStatus(one.status), one.probability)),
                "days_until_expected": days_between(today, one.expected_on),
                "has_condition": has_condition,
                "days_until_condition": days_between(today, one.condition_on) if has_condition else None,
            },
        )


def roles(facts: Facts, today: date) -> Subjects:
    """The roles that the venture needs, at some time."""
    for role in facts.roles:
        filled = _filled(role, facts, today)
        needed = _is_needed(role, facts, today)
        yield (
            role.id,
            {
                "function": str(role.function),
                "headcount": role.headcount,
                "is_core": role.is_core,
                "of_milestone": role.milestone_id is not None,
                "needed": needed,
                "filled": filled,
                "vacant": max(role.headcount - filled, 0) if needed else 0,
                "days_until_needed": days_between(today, role.needed_from),
            },
        )


def holders(facts: Facts, today: date) -> Subjects:
    """The places of people in roles."""
    for one in facts.holders:
        last = min((day for day in (one.until_on, one.leaves_on) if day is not None), default=None)
        yield (
            one.id,
            {
                "present": one.covers(today),
                "total_share": one.total_share,
                "days_until_gone": days_between(today, last),
            },
        )


def obligations(facts: Facts, today: date) -> Subjects:
    """What the venture owes."""
    for one in facts.obligations:
        told: Values = {"has_evidence": one.shown, "template": one.template}
        yield one.id, told | {"days_until_due": days_between(today, one.due_on)}


def _is_needed(role: RoleFacts, facts: Facts, today: date) -> bool:
    if role.milestone_id is None:
        return is_needed(role, None, today)
    return any(is_needed(role, one, today) for one in facts.milestones if one.id == role.milestone_id)


def _filled(role: RoleFacts, facts: Facts, today: date) -> int:
    there: Iterable[UUID] = (one.who for one in facts.holders if one.role_id == role.id and one.covers(today))
    return len(set(there))

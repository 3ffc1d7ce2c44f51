"""Rules about computing time: too little of it, too much of it, and all of it from one vendor."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from domain.calendars.working_days import end_of_day, local_day, start_of_day
from domain.risks.monitoring.chapters.resources import PoolFacts
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, first_difference
from domain.risks.monitoring.rules.texts import Texts


def exhausted(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A pool has fewer hours left than the milestone that comes next will still need of it."""
    open_milestones = {one.id: one for one in facts.milestones if one.is_unfinished}
    findings = {}
    for pool in facts.pools:
        needs = [
            (open_milestones[need.milestone_id], need.hours)
            for need in facts.pool_needs
            if need.resource_id == pool.resource_id and need.milestone_id in open_milestones
        ]
        if pool.hours_reserved is None or not needs:
            continue
        left = pool.hours_reserved - pool.hours_used
        milestone, needed = min(needs, key=lambda need: (need[0].due_on or date.max, need[0].id))
        if left < needed:
            findings[pool.resource_id] = Finding(
                Severity.WARNING,
                {
                    "hours_left": _whole(left),
                    "hours_needed": _whole(needed),
                    "milestone": milestone.title,
                    "due_on": None if milestone.due_on is None else milestone.due_on.isoformat(),
                },
            )
    return findings


def commitment_waste(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Of hours that are paid for, less than half as many were used of late as the contract lasts for."""
    today = local_day(now, facts.zone)
    days = parameters["days"]
    used: dict[UUID, Decimal] = defaultdict(Decimal)
    for one in facts.pool_days:
        if today - timedelta(days=days) <= one.used_on < today:
            used[one.resource_id] += one.hours
    findings = {}
    for pool in facts.pools:
        expected = _expected(pool, today, days)
        if expected and used[pool.resource_id] * 100 < expected * parameters["percent"]:
            findings[pool.resource_id] = Finding(
                Severity.INFO,
                {
                    "hours_used": _whole(used[pool.resource_id]),
                    "hours_reserved": _whole(expected),
                    "days": days,
                    "percent": parameters["percent"],
                },
            )
    return findings


def _expected(pool: PoolFacts, today: date, days: int) -> Decimal | None:
    """How many hours a paid reservation spreads over the last days; None where it did not hold for all of them."""
    begin, end = pool.starts_on, pool.contract_ends_on
    if not pool.paid or pool.hours_reserved is None or begin is None or end is None:
        return None
    if begin > today - timedelta(days=days) or end < today or pool.hours_used >= pool.hours_reserved:
        return None
    return pool.hours_reserved * days / ((end - begin).days + 1)


def commitment_waste_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which the last days tell something else."""
    today, days = local_day(now, facts.zone), parameters["days"]
    if not facts.pools:
        return None
    limits = [start_of_day(today + timedelta(days=more), facts.zone) for more in range(1, days + 2)]
    for used in facts.pool_days:  # what is told of days that are yet to come counts from the day after them
        if used.used_on > today:
            limits += [start_of_day(used.used_on + timedelta(days=more), facts.zone) for more in (1, days + 1)]
    for pool in facts.pools:
        if pool.starts_on is not None:
            limits.append(start_of_day(pool.starts_on + timedelta(days=days), facts.zone))
        if pool.contract_ends_on is not None:
            limits.append(end_of_day(pool.contract_ends_on, facts.zone))
    return first_difference(commitment_waste, facts, parameters, now, limits)


def single_vendor(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Most hours that the critical path still needs are one vendor's, whose contract ends soon."""
    today = local_day(now, facts.zone)
    shares = _vendors_of_critical_path(facts)
    findings = {}
    for pool in facts.pools:
        share = shares.get(pool.vendor.casefold(), Decimal(0))
        if pool.contract_ends_on is None or share <= parameters["percent"]:
            continue
        left = (pool.contract_ends_on - today).days
        if left < parameters["within_days"]:
            findings[pool.resource_id] = Finding(
                Severity.WARNING,
                {
                    "vendor": pool.vendor,
                    "share": f"{share:.0f}",
                    "percent": parameters["percent"],
                    "contract_ends_on": pool.contract_ends_on.isoformat(),
                    "days_left": left,
                },
            )
    return findings


def _vendors_of_critical_path(facts: Facts) -> dict[str, Decimal]:
    """By vendor its percent of the hours that unfinished milestones without float still need."""
    tight = {one.milestone_id for one in facts.forecasts if one.float_days is not None and one.float_days <= 0}
    critical = tight & {one.id for one in facts.milestones if one.is_unfinished}
    vendors = {pool.resource_id: pool.vendor.casefold() for pool in facts.pools}
    hours: dict[str, Decimal] = defaultdict(Decimal)
    for need in facts.pool_needs:
        if need.milestone_id in critical and need.resource_id in vendors:
            hours[vendors[need.resource_id]] += need.hours
    total = sum(hours.values(), Decimal(0))
    return {vendor: some * 100 / total for vendor, some in hours.items()} if total else {}


def single_vendor_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which such a contract comes near its end."""
    ahead = timedelta(days=parameters["within_days"] - 1)
    ends = [pool.contract_ends_on for pool in facts.pools if pool.contract_ends_on is not None]
    limits = [start_of_day(end - ahead, facts.zone) for end in ends]
    return first_difference(single_vendor, facts, parameters, now, limits)


def cost_per_run(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """What trainings and evaluations cost of late is well above what was planned for one."""
    today, days = local_day(now, facts.zone), parameters["days"]
    runs: dict[UUID, int] = defaultdict(int)
    costs: dict[UUID, Decimal] = defaultdict(Decimal)
    for one in facts.pool_days:
        if today - timedelta(days=days) <= one.used_on <= today:
            runs[one.resource_id] += one.runs
            costs[one.resource_id] += one.cost
    findings = {}
    for pool in facts.pools:
        ran, cost, planned = runs[pool.resource_id], costs[pool.resource_id], pool.planned_cost_per_run
        if planned is None or ran <= 0 or cost * 100 <= planned * ran * parameters["percent"]:
            continue
        findings[pool.resource_id] = Finding(
            Severity.WARNING,
            {
                "cost_per_run": str((cost / ran).quantize(_CENT)),
                "planned": str(planned),
                "runs": ran,
                "days": days,
                "percent": parameters["percent"],
            },
        )
    return findings


def cost_per_run_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which runs leave the last days."""
    leaves = timedelta(days=parameters["days"] + 1)
    limits = [start_of_day(one.used_on + leaves, facts.zone) for one in facts.pool_days if one.runs or one.cost]
    return first_difference(cost_per_run, facts, parameters, now, limits)


_CENT = Decimal("0.01")


def _whole(hours: Decimal) -> str:
    """Hours as they stand in a sentence."""
    return f"{hours:.0f}"


EXHAUSTED = Rule(
    code="compute.exhausted",
    subject_type="resource",
    evaluate=exhausted,
    name=Texts(en="Computing time runs out", zh_cn="算力即将耗尽"),
    condition=Texts(
        en="A pool has fewer hours left than the next milestone is forecast to need of it.",
        zh_cn="算力池剩余机时少于下一个里程碑的预计需求。",
    ),
    summary=Texts(
        en="“{title}” has {hours_left} hours left, and “{milestone}” will need {hours_needed}.",
        zh_cn="“{title}”剩余 {hours_left} 小时，而“{milestone}”预计需要 {hours_needed} 小时。",
    ),
    advice=Texts(
        en="Reserve more hours, move work to another pool, or make the training smaller.",
        zh_cn="请增加预留机时、将任务转到其他算力池，或缩小训练规模。",
    ),
)

COMMITMENT_WASTE = Rule(
    code="compute.commitment_waste",
    subject_type="resource",
    evaluate=commitment_waste,
    next_change=commitment_waste_next,
    severities=(Severity.INFO,),
    parameters={
        "days": Parameter(14, 7, 60, Texts("calendar days looked back on", "回看的日历日数")),
        "percent": Parameter(50, 1, 100, Texts("percent of the reserved hours", "占预留机时的百分比")),
    },
    name=Texts(en="Paid computing time lies idle", zh_cn="付费算力闲置"),
    condition=Texts(
        en="In 14 days less than 50 % of the hours that are paid for were used, as the contract spreads them.",
        zh_cn="14 天内使用量不足合同期内平均付费预留机时的 50%。",
    ),
    summary=Texts(
        en="In {days} days {hours_used} hours of “{title}” were used; {hours_reserved} are paid for in that time.",
        zh_cn="{days} 天内“{title}”使用了 {hours_used} 小时，而同期付费预留为 {hours_reserved} 小时。",
    ),
    advice=Texts(
        en="Bring work forward, let others use the hours, or reduce the reservation.",
        zh_cn="请提前安排任务、转让机时，或减少预留。",
    ),
)

SINGLE_VENDOR = Rule(
    code="compute.single_vendor",
    subject_type="resource",
    evaluate=single_vendor,
    next_change=single_vendor_next,
    parameters={
        "percent": Parameter(80, 1, 99, Texts("percent of the hours of the critical path", "占关键路径机时的百分比")),
        "within_days": Parameter(
            60, 1, 730, Texts("calendar days before the end of the contract", "合同到期前的日历日数")
        ),
    },
    name=Texts(en="One vendor of computing time", zh_cn="算力供应商单一"),
    condition=Texts(
        en="One vendor provides more than 80 % of the hours that the critical path needs, and its contract ends in "
        "less than 60 days.",
        zh_cn="单一供应商提供关键路径所需机时的 80% 以上，且合同在 60 天内到期。",
    ),
    summary=Texts(
        en="{vendor} provides {share} % of the hours that the critical path needs, and the contract for “{title}” ends "
        "on {contract_ends_on}.",
        zh_cn="{vendor} 提供关键路径所需机时的 {share}%，而“{title}”的合同于 {contract_ends_on} 到期。",
    ),
    advice=Texts(
        en="Renew in time, and try the training at a second vendor before that day.",
        zh_cn="请及时续约，并在到期前在第二家供应商处试运行训练。",
    ),
)

COST_PER_RUN = Rule(
    code="compute.cost_per_run",
    subject_type="resource",
    evaluate=cost_per_run,
    next_change=cost_per_run_next,
    hold=timedelta(days=3),
    parameters={
        "percent": Parameter(
            150, 101, 10_000, Texts("percent of the planned cost above which it fires", "超过计划成本百分之多少时触发")
        ),
        "days": Parameter(30, 1, 60, Texts("calendar days looked back on", "回看的日历日数")),
    },
    name=Texts(en="Runs cost more than planned", zh_cn="单次运行成本超出计划"),
    condition=Texts(
        en="Over 30 days a training or an evaluation cost more than 1.5 times what was planned for one.",
        zh_cn="30 天内单次训练或评估的成本高于计划的 1.5 倍。",
    ),
    summary=Texts(
        en="A run on “{title}” cost {cost_per_run} over {days} days, and {planned} was planned.",
        zh_cn="“{title}”在 {days} 天内单次运行成本为 {cost_per_run}，计划为 {planned}。",
    ),
    advice=Texts(
        en="Look for runs that fail or run too long, try smaller ones first, or plan anew.",
        zh_cn="请检查失败或过长的运行，先以较小规模试运行，或重新计划。",
    ),
)

RULES = (EXHAUSTED, COMMITMENT_WASTE, SINGLE_VENDOR, COST_PER_RUN)

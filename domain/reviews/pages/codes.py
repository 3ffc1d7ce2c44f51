"""What the codes of reports are called, in both languages: English, then simplified Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CODES: Final[Mapping[str, tuple[str, str]]] = {
    # reasons of a recommendation
    "evidence.no_criteria": ("There is no criterion.", "没有评审标准。"),
    "evidence.no_forecast": ("There is no forecast.", "没有预测。"),
    "evidence.no_assessment": ("No risk is assessed.", "没有已评估的风险。"),
    "criterion.must_failed": ("A criterion that must be met fails.", "必须达到的标准未通过。"),
    "criterion.must_not_measured": ("A criterion that must be met is not measured.", "必须达到的标准未测量。"),
    "criterion.should_failed": ("A criterion that should be met fails.", "应当达到的标准未通过。"),
    "criterion.should_not_measured": ("A criterion that should be met is not measured.", "应当达到的标准未测量。"),
    "risk.critical_unanswered": (
        "A critical risk has neither response nor acceptance.",
        "严重风险既无应对措施，也未被接受。",
    ),
    "risk.high_unanswered": ("A high risk has no response.", "高风险没有应对措施。"),
    "condition.open": ("A condition of an earlier review is due and open.", "以往评审的条件已到期但未完成。"),
    "forecast.p80_late": (
        "P80 is later than due by more than a tenth of the baseline.",
        "P80 晚于截止日期超过基线工期的十分之一。",
    ),
    "cost.cpi_low": ("Cost performance (CPI) is under 0.9.", "成本绩效 (CPI) 低于 0.9。"),
    "schedule.spi_low": ("Performance in time, SPI(t), is under 0.9.", "时间进度绩效 SPI(t) 低于 0.9。"),
    # stop signals
    "funding.runway_short": ("The cash lasts less than three months.", "现金不足以维持三个月。"),
    "funding.gone_before_p50": (
        "Cash is gone before the milestone's P50.",
        "在里程碑的 P50 之前，现金已用尽。",
    ),
    "review.recycled_twice": ("It was recycled twice in a row.", "已连续两次返工。"),
    # states
    "planned": ("planned", "已计划"),
    "gathering": ("gathering", "收集中"),
    "ready": ("ready", "已就绪"),
    "in_review": ("in review", "评审中"),
    "decided": ("decided", "已决定"),
    "cancelled": ("cancelled", "已取消"),
    "superseded": ("superseded", "已被取代"),
    "in_progress": ("in progress", "进行中"),
    "on_hold": ("on hold", "暂停"),
    "done": ("done", "已完成"),
    "idea": ("idea", "构想"),
    "prototype": ("prototype", "原型"),
    "validation": ("validation", "验证"),
    "growth": ("growth", "增长"),
    "scale": ("scale", "规模化"),
    "closing": ("closing", "关闭中"),
    "closed": ("closed", "已关闭"),
    "accepted": ("accepted", "已接受"),
    "by_hand": ("set by hand", "手动填写"),
    "by_tasks": ("from its tasks", "按任务计算"),
    "by_criteria": ("from its criteria", "按标准计算"),
    # what is missing, or how old it is
    "due_on": ("due date", "截止日期"),
    "baseline": ("baseline", "基线"),
    "criteria": ("criteria", "评审标准"),
    "assessments": ("assessments of risks", "风险评估"),
    "forecast": ("forecast", "预测"),
    "earned_value": ("earned value", "挣值"),
    "cpi": ("CPI", "CPI"),
    "spi_t": ("SPI(t)", "SPI(t)"),
    "runway": ("runway", "资金可用期"),
    "indicators": ("indicators", "指标"),
    "health": ("health", "健康度"),
    "exposure": ("exposure", "风险敞口"),
    "budget": ("budget", "预算"),
    "costs": ("costs", "成本"),
    "receipts": ("receipts", "收入"),
    "cash": ("cash balance", "现金余额"),
    "net_burn": ("net burn", "月净消耗"),
    "default_alive": ("default alive", "可自我维持"),
    "planned_inflows": ("planned inflows", "计划收入"),
    "loan_repayments": ("loan repayments", "贷款还款"),
    # why a figure is not known
    "no_budget": ("no budget", "没有预算"),
    "no_baseline": ("no baseline", "没有基线"),
    "no_cost": ("no cost", "没有成本"),
    "nothing_planned_yet": ("nothing planned yet", "尚无计划值"),
    "nothing_earned": ("nothing earned", "尚无挣值"),
    "budget_spent": ("budget spent", "预算已用完"),
    "not_begun": ("not begun", "尚未开始"),
    "too_large": ("too large", "数值过大"),
    "no_balance": ("no balance", "没有余额"),
    "balance_old": ("balance is old", "余额已过期"),
    "not_kept": ("not kept here", "未记录"),
    "fewer_than_three_months": ("fewer than three months", "不足三个月"),
    "last_month_without_cost": ("last month without cost", "上月没有成本"),
    "one_off_month": ("an unusual month", "有异常月份"),
    "growth_unknown": ("growth unknown", "增长未知"),
    # rules of a venture's health
    "schedule.p50_late": (
        "P50 of the next key milestone is far later than due.",
        "下一个关键里程碑的 P50 远晚于截止日期。",
    ),
    "schedule.p80_late": ("P80 of the next key milestone is later than due.", "下一个关键里程碑的 P80 晚于截止日期。"),
    "alerts.critical": ("A critical alert is firing.", "有严重警报触发。"),
    # what changed in a milestone
    "title": ("title", "标题"),
    "status": ("status", "状态"),
    "start_on": ("start", "开始日期"),
    "percent_complete": ("percent complete", "完成度"),
    "p80_on": ("P80", "P80"),
}
"""A code that is not here is shown as it is, its underscores as spaces."""

"""Why a review is recommended to end as it does, in words: one sentence for each code of the recommendation's rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.channels.message import Language

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "evidence.no_criteria": ("The milestone has no criteria", "里程碑没有验收标准"),
    "evidence.no_forecast": ("There is no forecast", "没有预测"),
    "evidence.no_assessment": ("No risk has been assessed", "没有已评估的风险"),
    "criterion.must_failed": ("Must-criteria failed: {count}", "未通过的必要标准：{count} 项"),
    "criterion.must_not_measured": ("Must-criteria not measured: {count}", "未测量的必要标准：{count} 项"),
    "criterion.should_failed": ("Other criteria failed: {count}", "未通过的其他标准：{count} 项"),
    "criterion.should_not_measured": ("Other criteria not measured: {count}", "未测量的其他标准：{count} 项"),
    "risk.critical_unanswered": ("Critical risks without an answer: {count}", "尚无应对的严重风险：{count} 项"),
    "risk.high_unanswered": ("High risks without an answer: {count}", "尚无应对的高风险：{count} 项"),
    "condition.open": ("Conditions that are due and open: {count}", "已到期且未满足的条件：{count} 项"),
    "forecast.p80_late": ("The forecast is late", "预测延期"),
    "cost.cpi_low": ("The cost index is low", "成本绩效指数偏低"),
    "schedule.spi_low": ("The schedule index is low", "进度绩效指数偏低"),
}


def reason_text(reason: Any, language: Language) -> str:
    """One reason of a report (`code`, `facts`) as a sentence; a code that is not known is told as it stands."""
    if not isinstance(reason, dict):
        return str(reason)
    code, facts = str(reason.get("code", "")), reason.get("facts")
    text = REASONS.get(code, (code, code))[language is Language.ZH]
    return text.replace("{count}", str(len(facts) if isinstance(facts, list) else 1))

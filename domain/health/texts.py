"""Reasons of a venture's health in words, by their codes; `%value` and `%limit` stand for a reason's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "no_key_milestone": {
        "en": "No key milestone lies ahead.",
        "zh-CN": "前方没有关键里程碑。",
    },
    "no_forecast": {
        "en": "There is no forecast of the next key milestone.",
        "zh-CN": "下一个关键里程碑尚无预测。",
    },
    "p50_late": {
        "en": "The next key milestone will more likely than not be %value working days late; %limit are a fifth of its "
        "baseline.",
        "zh-CN": "下一个关键里程碑很可能延迟 %value 个工作日；其基线的五分之一为 %limit 个工作日。",
    },
    "p80_late": {
        "en": "With 80 % certainty the next key milestone is reached only %value working days after it is due.",
        "zh-CN": "以 80% 的把握计，下一个关键里程碑将在截止日期后 %value 个工作日才能达成。",
    },
    "spi_low": {
        "en": "The schedule performance in time is %value, under %limit.",
        "zh-CN": "按时间计的进度绩效为 %value，低于 %limit。",
    },
    "cpi_low": {
        "en": "The cost performance is %value, under %limit.",
        "zh-CN": "成本绩效为 %value，低于 %limit。",
    },
    "no_runway": {
        "en": "How long the cash lasts is not known.",
        "zh-CN": "现金可维持的时间未知。",
    },
    "runway_short": {
        "en": "The cash lasts for %value months, under %limit.",
        "zh-CN": "现金可维持 %value 个月，不足 %limit 个月。",
    },
    "alert_unanswered": {
        "en": "A critical alert has been without acknowledgement for %value days, more than %limit.",
        "zh-CN": "一条严重告警已 %value 天无人认领，超过 %limit 天。",
    },
    "alert_old": {
        "en": "A critical alert has been firing for %value days, more than %limit.",
        "zh-CN": "一条严重告警已持续 %value 天，超过 %limit 天。",
    },
    "alert_critical": {
        "en": "A critical alert is firing.",
        "zh-CN": "有一条严重告警。",
    },
    "many_warnings": {
        "en": "Warnings about %value subjects have been firing for three days or longer.",
        "zh-CN": "关于 %value 个对象的警告已持续三天或更久。",
    },
}


def reason_text(reason: Mapping[str, Any], locale: str) -> str:
    """A stored reason in words; its bare code where that is of another version."""
    rule = str(reason.get("rule"))
    text = TEXTS.get(rule, {}).get("zh-CN" if locale.partition("-")[0].lower() == "zh" else "en", rule)
    for name in ("value", "limit"):
        text = text.replace(f"%{name}", str(reason.get(name) or ""))
    return text

"""What the four cases teach: control risks, keep a technical reserve, and live on a business model that lasts."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.case import KnownLesson
from domain.lessons.tables import LessonTheme

LESSONS: Final = (
    KnownLesson(
        "control_risks_early",
        LessonTheme.RISK_CONTROL,
        ("Control risks from the first day", "从第一天起控制风险"),
        (
            "In all four cases the risk that hurt most was seen by somebody months before, and stood in no register: "
            "the licence that ran out, the investor who waited, the customer who alone paid half of the revenue.",
            "四个案例中，造成最大损失的风险在数月前都已有人察觉，却没有进入登记册：到期的许可、迟迟不决的投资人、"
            "独占一半收入的客户。",
        ),
        (
            "Write down in the first week what people fear, judge it by numbers, give each an owner and a response, "
            "and look at all of them at every milestone review.",
            "第一周就记下大家担心的事，用数字评估，为每项风险指定负责人和应对措施，并在每次里程碑评审时逐项回顾。",
        ),
        ("technical", "funding", "market", "legal"),
    ),
    KnownLesson(
        "keep_a_technical_reserve",
        LessonTheme.TECHNICAL_RESERVE,
        ("Keep a technical reserve", "保持技术储备"),
        (
            "A training that did not converge, a base model whose licence changed, a sensor that was sold no more: who "
            "had a second way that was tried already lost days; who had none lost the year.",
            "训练不收敛、基础模型变更许可、传感器停产：已验证备用路线的团队只损失几天，没有备用路线的团队损失一年。",
        ),
        (
            "For each part on which all rests, keep a second one that is known to hold: a smaller model, another base "
            "model, another source of data. Try it once a quarter, and measure what it would cost to change over.",
            "对每个关键环节都保留一个已验证可行的备选：更小的模型、另一种基础模型、另一处数据来源。"
            "每季度试用一次，并测算切换成本。",
        ),
        ("technical", "legal"),
    ),
    KnownLesson(
        "live_on_a_business_model_that_lasts",
        LessonTheme.SUSTAINABLE_BUSINESS_MODEL,
        ("Live on a business model that lasts", "依靠可持续的商业模式"),
        (
            "Money from investors bought time in every case, and in none the end: the ventures that lived were those "
            "whose customers paid for results again and again, and for more than computing costs.",
            "在每个案例中，投资人的资金买来的是时间而非结局：存活下来的企业，其客户持续为结果付费，且收入高于算力成本。",
        ),
        (
            "Charge from the first pilot on, know the cost of one answer, keep any customer under a third of the "
            "revenue, and plan the next round before twelve months of cash are left.",
            "从首个试点起就收费，算清单次回答的成本，任何客户的收入占比不超过三分之一，在现金仅够十二个月之前启动下一轮融资。",
        ),
        ("funding", "market"),
    ),
)

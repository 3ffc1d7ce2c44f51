"""What 启明创研 has learned."""

from __future__ import annotations

from cli.demo.lessons import LessonsStory, LessonStory
from domain.lessons.tables import LessonTheme

LESSONS = LessonsStory(
    lessons=(
        LessonStory(
            "QMKF", "wang", -35,
            "没有依据的回答一律转人工",
            "模型向客户承诺了合同中不存在的赔付条款。",
            "置信度低于阈值的问题转人工，并附上完整对话。",
            "四周内错误答复下降三分之二。",
            "每周用真实问题统计错误率，不要等客户投诉。",
            LessonTheme.RISK_CONTROL, "模型生成与合同不符的答复",
        ),
        LessonStory(
            "QMZJ", "zhao", -25,
            "题库授权到期前三个月启动续签",
            "出版社调整数字版权政策，续签谈判比预计多用两个月。",
            "同步联系两家备选出版社，并清点可替换的题目。",
            "七成题目已有替代来源。",
            "所有授权的到期日在签约当天录入登记册，并准备备选来源。",
            LessonTheme.TECHNICAL_RESERVE, "题库授权到期未续",
        ),
        LessonStory(
            None, "lina", -15,
            "试点开始前先问清由哪项预算付款",
            "两个试点效果良好，却因没有预算而未能签约。",
            "在试点协议中写明后续采购的价格和审批人。",
            "此后的三个试点均转为付费合同。",
            "没有预算名称和签字人的试点不予启动。",
            LessonTheme.SUSTAINABLE_BUSINESS_MODEL, kind=("funding", "broken_cash_chain"),
        ),
    ),
    by="chen",
    playbook={
        "title": "面向学校和企业的付费试点",
        "description": "从首次会面到签约的标准做法，适用于所有项目。",
        "risks": [
            {
                "title": "试点结束后没有订单",
                "category": "market",
                "sub_type": "demand_changes",
                "cause": "未确认后续采购的预算。",
                "event": "试点效果良好，却没有下文。",
                "effect": "数月投入没有收入。",
                "responses": [{"title": "在协议中约定后续价格", "actions": ["确认预算名称", "起草报价"]}],
            },
        ],
        "milestones": [
            {
                "code": "data_there", "title": "客户数据到位",
                "estimate": {"optimistic": 5, "likely": 10, "pessimistic": 30},
                "criteria": [{"title": "字段清单全部填写"}],
            },
            {
                "code": "pilot_done", "title": "试点完成", "key": True, "after": ["data_there"],
                "estimate": {"optimistic": 20, "likely": 30, "pessimistic": 60},
                "criteria": [
                    {
                        "title": "达到约定指标",
                        "metric": "约定指标",
                        "target": "90",
                        "direction": "at_least",
                        "unit": "%",
                    }
                ],
            },
        ],
        "roles": [
            {"title": "驻场工程师", "function": "technical_support", "is_core": True},
            {"title": "客户经理", "function": "business", "milestone": "pilot_done"},
        ],
    },
)  # fmt: skip

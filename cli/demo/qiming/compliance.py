"""What the ventures of 启明创研 owe."""

from __future__ import annotations

from cli.demo.compliance import ComplianceStory, OwedStory, Shown
from domain.compliance.tables import ObligationKind

COMPLIANCE = (
    ComplianceStory(
        "QMKF",
        "wang",
        ("pipl", "cn_generative_ai"),
        ("social.accessibility",),
        {
            "pipl.consent": Shown(
                -11, "通话前语音告知并取得同意，流程经法务审核。", "https://wiki.qiming.example/pipl/consent"
            ),
            "cn_generative_ai.annotation": Shown(-6, "标注规则第二版，抽检合格率 97.4%。"),
        },
        (
            OwedStory(
                "网络安全等级保护测评",
                "三级系统，每年测评一次。",
                "liu",
                due=-8,
                months=12,
                provision="《网络安全法》第二十一条",
                shown=Shown(-9, "测评报告，得分 86.5，无高危项。", "https://wiki.qiming.example/dengbao"),
            ),
        ),
    ),
    ComplianceStory(
        "QMZJ",
        "zhao",
        ("cn_generative_ai",),
        ("pipl.consent", "pipl.impact_assessment", "social.fairness"),
        {
            "cn_generative_ai.training_data": Shown(
                -10, "题库与教材授权清单，逐项注明来源和期限。", "https://wiki.qiming.example/data"
            ),
            "cn_generative_ai.minors": Shown(-5, "每日使用时长提醒和家长端报告已上线。"),
        },
        (
            OwedStory(
                "提交算法备案补充材料",
                "主管部门要求补充安全评估中的语料抽检记录。",
                "zhou",
                due=-4,
                provision="暂行办法第十七条",
            ),
            OwedStory(
                "向乡村学校免费开放",
                "每学期至少五所学校，附教师培训。",
                "zhao",
                due=-12,
                months=6,
                kind=ObligationKind.SOCIAL_RESPONSIBILITY,
                shown=Shown(-14, "本学期六所学校开通，培训教师 41 名。"),
            ),
        ),
    ),
)

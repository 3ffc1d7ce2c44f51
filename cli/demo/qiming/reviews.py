"""The reviews of Qiming's ventures: two decided each, the second with conditions, one of which is overdue."""

from __future__ import annotations

from typing import Final

from cli.demo.story import Promise, ReviewStory
from domain.reviews.states import Decision, Vote

_AGENDA: Final = "一、验收标准与实测值\n二、风险变化\n三、下一阶段的资金与人员\n四、决定"

SERVICE: Final = (
    ReviewStory(
        "prototype", -97, "chen", {"chen": Vote.GO, "wang": Vote.GO, "liu": Vote.GO}, Decision.GO,
        "意图识别已超过目标，可以进入功能扩展。", _AGENDA, "刘洋演示了二十通真实来电，三类意图仍易混淆。",
    ),
    ReviewStory(
        "extension", -39, "chen", {"chen": Vote.CONDITIONAL_GO, "wang": Vote.GO, "liu": Vote.GO},
        Decision.CONDITIONAL_GO, "字错率达标，粤语与英语均已支持；录音的使用授权尚不完整。", _AGENDA,
        "徐静指出两家客户的录音授权只写到年底。",
        (
            Promise("与第一家客户补签录音授权", "xu", -20, met=-23),
            Promise("与第二家客户补签录音授权", "xu", -7),
        ),
    ),
)  # fmt: skip

TUTORING: Final = (
    ReviewStory(
        "bank", -74, "chen", {"chen": Vote.GO, "zhao": Vote.GO, "sun": Vote.GO}, Decision.GO,
        "题目数量与标注一致性均达标。", _AGENDA, "孙悦展示了标注分歧最大的五十道题。",
    ),
    ReviewStory(
        "tutor", -18, "chen", {"chen": Vote.CONDITIONAL_GO, "zhao": Vote.GO, "zhou": Vote.CONDITIONAL_GO},
        Decision.CONDITIONAL_GO, "讲解正确率刚过目标，几何题仍偏弱，试点前需复核。", _AGENDA,
        "周航说明几何题的错误主要来自识图。",
        (
            Promise("几何题由两位教师逐题复核", "sun", -10, met=-11),
            Promise("识图错误率降到百分之二以下", "zhou", -3),
        ),
    ),
)  # fmt: skip

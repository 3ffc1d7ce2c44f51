"""The fields that the ventures of 启明创研 compared before they began, by the key of the venture."""

from __future__ import annotations

from typing import Final

from cli.demo.fields import ChoiceStory, FieldStory, Worth
from domain.fields.tables import FieldDecision, FieldPattern

CHOICES: Final = {
    "QMKF": ChoiceStory("wang", -152, ("2", "2", "2", "2", "3", "1.5"), (
        FieldStory(
            "制造业售后客服", "enterprise_service", "面向家电与设备厂商的售后咨询与报修。", FieldPattern.NICHE,
            (
                Worth("4", "售后工单三年增长六成。", "https://reports.example.cn/aftersales", -158),
                Worth("4.5", "意图集中，知识库稳定。"), Worth("3", "通用厂商不懂备件。"),
                Worth("4", "两家厂商提供四十万条对话。", None, -155), Worth("4.5", "旺季排队超过十分钟。"),
                Worth("3.5", "录音须经同意，生成内容须标识。", "https://law.example.cn/generative-ai", -156),
            ),
            FieldDecision.CHOSEN, "意图少、量大，备件知识把通用厂商挡在门外。",
        ),
        FieldStory(
            "银行客服", "finance", "信用卡与理财咨询。", FieldPattern.TREND,
            (
                Worth("4", "各行都在替换旧系统。"), Worth("4", "技术成熟。"), Worth("1", "大厂云集。"),
                Worth("2", "数据不得出行。"), Worth("4", "需求明确。"), Worth("1.5", "备案与监管周期长。"),
            ),
            FieldDecision.REJECTED, "拿不到数据，周期也太长。",
        ),
        FieldStory(
            "政务热线", "public_sector", "市民热线的分拨与答复。", FieldPattern.DIVERSIFY,
            (
                Worth("3.5", "多地试点。"), Worth("4", "可复用现有模型。"), Worth("2.5", "本地集成商较强。"),
                Worth(None, "尚待首个试点城市答复。"), Worth("4", "话务量大。"), Worth("2.5", "须本地部署。"),
            ),
        ),
    )),
    "QMZJ": ChoiceStory("zhao", -124, ("1.5", "2", "2", "2.5", "3", "2"), (
        FieldStory(
            "初中数学助教", "education", "先服务教师备课与批改，再走进课堂。", FieldPattern.NICHE,
            (
                Worth("3.5", "校内数字化预算稳定。"), Worth("3.5", "分步讲解的准确率已可用。"),
                Worth("3", "题库产品多，讲思路的少。"), Worth("4", "六所学校授权教案与作业。", None, -127),
                Worth("4.5", "教师每天批改两小时。", "https://reports.example.cn/teacher-time", -130),
                Worth("3", "须满足未成年人个人信息保护要求。", "https://law.example.cn/minors", -128),
            ),
            FieldDecision.CHOSEN, "教师愿意用，数据有授权，政策允许进校。",
        ),
        FieldStory(
            "成人职业培训", "training", "面向考证人群的答疑。", FieldPattern.TREND,
            (
                Worth("4", "报考人数上升。"), Worth("4", "可直接使用。"), Worth("1.5", "获客成本高。"),
                Worth("3", "教材版权分散。"), Worth("3", "付费意愿不稳。"), Worth("4", "限制少。"),
            ),
            FieldDecision.REJECTED, "获客成本吃掉利润。",
        ),
        FieldStory(
            "小学英语口语", "education", "朗读与对话练习。", FieldPattern.DIVERSIFY,
            (
                Worth("3", "平稳。"), Worth("4", "语音识别成熟。"), Worth("2", "玩家众多。"),
                Worth(None), Worth("3.5", "家长认可。"), Worth("2.5", "进校需审核。"),
            ),
        ),
    )),
}  # fmt: skip

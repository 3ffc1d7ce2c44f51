"""Social responsibility: what a venture owes to people without a law that asks for it."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.compliance.tables import ObligationKind
from domain.compliance.templates.template import Duty, Regime

SOCIETY: Final = Regime(
    code="social_responsibility",
    name=("Social responsibility", "社会责任"),
    jurisdiction=("Everywhere", "不限地域"),
    subject="social_responsibility",
    description=(
        "What is owed to users, workers, neighbours and the climate, whether or not a law asks for it.",
        "无论法律是否要求，对用户、劳动者、社区和气候所应承担的责任。",
    ),
    url=None,
    as_of=date(2026, 11, 1),
    kind=ObligationKind.SOCIAL_RESPONSIBILITY,
    duties=(
        Duty(
            "social.fairness",
            ("Measure how the model treats different groups", "评估模型对不同群体的公平性"),
            (
                "Error rates by sex, age, language and region, told to the team and to customers once a year.",
                "按性别、年龄、语言和地区统计错误率，每年向团队和客户公布一次。",
            ),
            ("Own commitment", "自愿承诺"),
            within=90,
            months=12,
        ),
        Duty(
            "social.energy",
            ("Tell the energy and emissions of training and use", "公布训练与使用的能耗和排放"),
            (
                "Kilowatt hours and tonnes of CO2 of each large training and of a year of use.",
                "公布每次大规模训练和全年使用的耗电量及二氧化碳排放量。",
            ),
            ("Own commitment", "自愿承诺"),
            within=120,
            months=12,
        ),
        Duty(
            "social.annotators",
            ("Fair pay and conditions for those who annotate", "保障标注人员的薪酬与工作条件"),
            (
                "Paid above the local living wage, protected from harmful content, checked at each supplier once a "
                "year.",
                "报酬高于当地生活工资，防止接触有害内容造成伤害，每年对各供应商核查一次。",
            ),
            ("Own commitment", "自愿承诺"),
            within=90,
            months=12,
        ),
        Duty(
            "social.accessibility",
            ("Make the product usable for people with disabilities", "使残障人士能够使用产品"),
            ("The Web Content Accessibility Guidelines 2.2, level AA.", "达到《网页内容无障碍指南》2.2 的 AA 级。"),
            ("WCAG 2.2", "WCAG 2.2"),
            within=120,
        ),
        Duty(
            "social.misuse",
            ("Tell publicly of misuse and incidents", "公开滥用情况与事故"),
            (
                "What was misused, what went wrong, and what was changed since: once a year.",
                "每年公布发生的滥用和事故，以及此后作出的改进。",
            ),
            ("Own commitment", "自愿承诺"),
            within=180,
            months=12,
        ),
        Duty(
            "social.sharing",
            ("Give something back", "回馈社会"),
            (
                "Open data, open models, teaching or free use for schools and charities.",
                "开放数据或模型、开展教学，或向学校和公益组织免费提供服务。",
            ),
            ("Own commitment", "自愿承诺"),
            within=180,
            months=12,
        ),
    ),
)

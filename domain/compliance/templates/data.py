"""Data protection: the European Union's regulation and China's law."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.compliance.templates.template import Change, Duty, Regime

_AS_OF: Final = date(2026, 11, 26)

GDPR: Final = Regime(
    code="gdpr",
    name=("General Data Protection Regulation (GDPR)", "欧盟《通用数据保护条例》（GDPR）"),
    jurisdiction=("European Union", "欧盟"),
    subject="data_protection",
    description=(
        "Regulation (EU) 2016/679. It applies wherever personal data of people in the Union are processed, training "
        "data included.",
        "欧盟条例 2016/679。凡处理欧盟境内个人的个人数据即适用，训练数据亦在其内。",
    ),
    url="https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    as_of=_AS_OF,
    duties=(
        Duty(
            "gdpr.lawful_basis",
            ("Name the lawful basis of each purpose", "为每项处理目的确定合法性基础"),
            (
                "For every purpose, training of models among them, write down which basis of Article 6 holds; for "
                "legitimate interests with the balance that was struck.",
                "逐项目的（包括模型训练）写明所依据的第六条合法性基础；以正当利益为由的，附上利益衡量。",
            ),
            ("Art. 6", "第 6 条"),
            within=30,
        ),
        Duty(
            "gdpr.records",
            ("Keep records of processing activities", "保存处理活动记录"),
            (
                "Purposes, categories of people and data, recipients, transfers, retention and measures, brought up to "
                "date once a year.",
                "记录目的、数据主体与数据类别、接收方、跨境传输、保存期限和安全措施，每年更新一次。",
            ),
            ("Art. 30", "第 30 条"),
            within=60,
            months=12,
        ),
        Duty(
            "gdpr.impact_assessment",
            ("Assess the impact on data protection", "开展数据保护影响评估"),
            (
                "Before processing that is likely to bring a high risk: describe it, judge its necessity, and decide "
                "on measures. Looked at again when the processing changes.",
                "在可能带来高风险的处理开始之前：描述处理、判断必要性并确定措施；处理方式变化时重新评估。",
            ),
            ("Art. 35", "第 35 条"),
            within=45,
            months=12,
        ),
        Duty(
            "gdpr.processors",
            ("Sign contracts with all processors", "与所有处理者签订合同"),
            (
                "Cloud, annotation and support providers process on written instructions only, and name those below "
                "them.",
                "云服务、标注与支持服务商仅按书面指示处理数据，并列明其下级处理者。",
            ),
            ("Art. 28", "第 28 条"),
            within=60,
        ),
        Duty(
            "gdpr.rights",
            ("Answer people's requests within a month", "一个月内答复数据主体的请求"),
            (
                "Access, rectification, erasure and objection, also for data in training sets. Tried out once a year "
                "with a made-up request.",
                "受理查阅、更正、删除与反对请求，训练集中的数据亦然；每年以模拟请求演练一次。",
            ),
            ("Art. 12–22", "第 12–22 条"),
            within=60,
            months=12,
        ),
        Duty(
            "gdpr.breach_drill",
            ("Be able to notify a breach within 72 hours", "具备 72 小时内通报数据泄露的能力"),
            (
                "Who decides, who writes, which authority: written down, and rehearsed once a year.",
                "明确由谁决定、由谁起草、向哪个监管机构通报，每年演练一次。",
            ),
            ("Art. 33–34", "第 33–34 条"),
            within=90,
            months=12,
        ),
        Duty(
            "gdpr.transfers",
            ("Secure transfers to third countries", "保障向第三国的数据传输"),
            (
                "Adequacy decision, standard contractual clauses or binding rules, with an assessment of the transfer.",
                "依据充分性认定、标准合同条款或有约束力的公司规则，并附传输评估。",
            ),
            ("Art. 44–49", "第 44–49 条"),
            within=60,
        ),
    ),
    changes=(Change(date(2018, 5, 25), ("The regulation applies", "条例开始适用"), ("gdpr.lawful_basis",)),),
)

PIPL: Final = Regime(
    code="pipl",
    name=("Personal Information Protection Law (PIPL)", "《中华人民共和国个人信息保护法》"),
    jurisdiction=("China", "中国"),
    subject="data_protection",
    description=(
        "In force since 1 November 2021. It applies to processing within China, and outside where it serves or judges "
        "people in China.",
        "自 2021 年 11 月 1 日起施行。适用于境内处理个人信息，以及境外为境内自然人提供服务或分析其行为的处理。",
    ),
    url="https://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html",
    as_of=_AS_OF,
    duties=(
        Duty(
            "pipl.consent",
            ("Obtain consent, and separate consent where it is asked for", "取得同意，并依法取得单独同意"),
            (
                "Informed and voluntary; separate consent for sensitive information, provision to others, publication "
                "and transfer abroad.",
                "同意应在充分知情的前提下自愿作出；处理敏感个人信息、向他人提供、公开及出境须取得单独同意。",
            ),
            ("Art. 13–14, 29", "第 13–14、29 条"),
            within=30,
        ),
        Duty(
            "pipl.impact_assessment",
            ("Assess the impact on personal information beforehand", "事前开展个人信息保护影响评估"),
            (
                "For sensitive information, automated decisions, entrusting, publication and transfer abroad; the "
                "report is kept for at least three years.",
                "处理敏感个人信息、自动化决策、委托处理、公开及出境前进行评估；报告至少保存三年。",
            ),
            ("Art. 55–56", "第 55–56 条"),
            within=45,
            months=12,
        ),
        Duty(
            "pipl.cross_border",
            ("Choose and complete a way of transfer abroad", "选定并完成个人信息出境路径"),
            (
                "Security assessment, certification or filed standard contract, by how much is transferred.",
                "按出境数量选择安全评估、保护认证或标准合同备案。",
            ),
            ("Art. 38–40", "第 38–40 条"),
            within=60,
        ),
        Duty(
            "pipl.audit",
            ("Have compliance audited", "定期开展合规审计"),
            (
                "Regularly; who processes information of more than ten million people, at least once every two years "
                "by the measures of 2025.",
                "应当定期开展；按 2025 年施行的管理办法，处理超过 1000 万人个人信息的，每两年至少一次。",
            ),
            ("Art. 54", "第 54 条"),
            within=180,
            months=24,
        ),
        Duty(
            "pipl.automated_decisions",
            ("Make automated decisions transparent and fair", "保证自动化决策透明、公平"),
            (
                "No unreasonable difference in price; a way to refuse decisions made by a machine alone.",
                "不得实行不合理的差别待遇；个人有权拒绝仅通过自动化决策作出的决定。",
            ),
            ("Art. 24", "第 24 条"),
            within=60,
        ),
        Duty(
            "pipl.incident",
            ("Rehearse the answer to an incident", "演练个人信息安全事件处置"),
            (
                "Remedy at once, and notify the authority and the people concerned. Rehearsed once a year.",
                "立即采取补救措施，并通知主管部门和个人；每年演练一次。",
            ),
            ("Art. 51, 57", "第 51、57 条"),
            within=90,
            months=12,
        ),
    ),
    changes=(
        Change(date(2021, 11, 1), ("The law is in force", "法律施行"), ("pipl.consent",)),
        Change(
            date(2025, 5, 1),
            ("The measures for compliance audits are in force", "《个人信息保护合规审计管理办法》施行"),
            ("pipl.audit",),
        ),
    ),
)

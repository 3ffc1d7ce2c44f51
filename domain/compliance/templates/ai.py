"""Regulation of artificial intelligence: the European Union's act and China's interim measures."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.compliance.templates.template import Change, Duty, Regime

_AS_OF: Final = date(2026, 11, 26)

AI_ACT: Final = Regime(
    code="eu_ai_act",
    name=("EU Artificial Intelligence Act", "欧盟《人工智能法》"),
    jurisdiction=("European Union", "欧盟"),
    subject="ai_regulation",
    description=(
        "Regulation (EU) 2024/1689, in force since 1 August 2024, as amended by Regulation (EU) 2026/1744, in force "
        "since 27 July 2026, which put the duties of high-risk systems off: to 2 December 2027 for the uses of Annex "
        "III, and to 2 August 2028 for products of Annex I.",
        "欧盟条例 2024/1689 自 2024 年 8 月 1 日起生效，经条例 2026/1744（2026 年 7 月 27 日生效）修订，"
        "高风险系统的义务推迟：附件三所列用途至 2027 年 12 月 2 日，附件一所列产品至 2028 年 8 月 2 日。",
    ),
    url="https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
    as_of=_AS_OF,
    duties=(
        Duty(
            "eu_ai_act.prohibited",
            ("Rule out prohibited practices", "排除被禁止的做法"),
            (
                "Manipulation, social scoring, untargeted scraping of faces, emotions at work and at school, intimate "
                "images of people without their consent or of children, and the rest of Article 5: each looked at, and "
                "the result written down.",
                "逐项核查第五条所列做法（操纵、社会评分、无差别抓取人脸、在职场与学校识别情绪、"
                "未经同意或涉及儿童的私密影像等）并记录结论。",
            ),
            ("Art. 5", "第 5 条"),
            within=30,
            months=12,
        ),
        Duty(
            "eu_ai_act.literacy",
            ("Help staff to understand AI", "支持人员提升人工智能素养"),
            (
                "Measures for those who build and run the system, by their knowledge and by whom it reaches; nobody's "
                "level has to be guaranteed.",
                "按人员的知识水平及系统影响对象，为开发与运营人员采取措施；无须保证个人达到特定水平。",
            ),
            ("Art. 4", "第 4 条"),
            within=60,
            months=12,
        ),
        Duty(
            "eu_ai_act.classification",
            ("Classify the system by its risk", "对系统进行风险分类"),
            (
                "High-risk by Article 6 with Annexes I and III, or not and why not; looked at again when its purpose "
                "changes.",
                "依据第六条及附件一、附件三判断是否属于高风险并说明理由；用途变化时重新判断。",
            ),
            ("Art. 6, Annex III", "第 6 条、附件三"),
            within=30,
        ),
        Duty(
            "eu_ai_act.general_purpose",
            ("Document a general-purpose model", "编制通用人工智能模型文件"),
            (
                "Technical documentation, information for those who build on it, a policy on copyright, and a public "
                "summary of the training content.",
                "编制技术文件和面向下游提供者的信息，制定版权政策，并公开训练内容摘要。",
            ),
            ("Art. 53", "第 53 条"),
            within=60,
            months=12,
        ),
        Duty(
            "eu_ai_act.transparency",
            ("Tell people that they deal with AI, and mark what it makes", "告知使用者并标识生成内容"),
            (
                "Chats say so; images, sound, video and text that a machine made are marked in a way that machines can "
                "read. Systems from before 2 August 2026 have until 2 December 2026 for the marks.",
                "对话系统须表明身份；机器生成的图像、声音、视频和文本须以机器可读方式标识。"
                "2026 年 8 月 2 日前投放市场的系统，标识义务宽限至 2026 年 12 月 2 日。",
            ),
            ("Art. 50", "第 50 条"),
            within=90,
        ),
        Duty(
            "eu_ai_act.risk_management",
            ("Run a risk management system for a high-risk system", "为高风险系统建立风险管理体系"),
            (
                "Over the whole life: known and foreseeable risks, measures, tests; brought up to date once a year.",
                "覆盖全生命周期：识别已知和可预见的风险、采取措施并测试；每年更新。",
            ),
            ("Art. 9", "第 9 条"),
            within=90,
            months=12,
        ),
        Duty(
            "eu_ai_act.technical_documentation",
            ("Write the technical documentation of a high-risk system", "编制高风险系统的技术文件"),
            (
                "As Annex IV lists it, before it is placed on the market: data, design, oversight, accuracy, "
                "robustness, cybersecurity.",
                "在投放市场前按附件四编制：数据、设计、人工监督、准确性、稳健性与网络安全。",
            ),
            ("Art. 11, Annex IV", "第 11 条、附件四"),
            within=120,
        ),
        Duty(
            "eu_ai_act.monitoring",
            ("Watch a high-risk system after release", "对高风险系统进行上市后监测"),
            (
                "A plan by which its performance is measured in use, and serious incidents are reported.",
                "制定上市后监测计划，持续衡量使用中的表现，并报告严重事件。",
            ),
            ("Art. 72–73", "第 72–73 条"),
            within=180,
            months=12,
        ),
    ),
    changes=(
        Change(
            date(2025, 2, 2),
            ("Prohibited practices and literacy", "禁止性做法与人工智能素养"),
            ("eu_ai_act.prohibited", "eu_ai_act.literacy"),
        ),
        Change(date(2025, 8, 2), ("General-purpose models", "通用人工智能模型"), ("eu_ai_act.general_purpose",)),
        Change(
            date(2026, 8, 2),
            ("Transparency, and general application", "透明度义务与全面适用"),
            ("eu_ai_act.transparency",),
        ),
        Change(
            date(2026, 12, 2),
            ("Two further prohibited practices, and marks of older systems", "新增两项禁止性做法，既有系统的标识义务"),
            ("eu_ai_act.prohibited", "eu_ai_act.transparency"),
        ),
        Change(
            date(2027, 12, 2),
            ("High-risk systems by their use (Annex III)", "按用途划分的高风险系统（附件三）"),
            ("eu_ai_act.classification", "eu_ai_act.risk_management", "eu_ai_act.technical_documentation"),
        ),
        Change(
            date(2028, 8, 2),
            ("High-risk systems in products (Annex I)", "产品中的高风险系统（附件一）"),
            ("eu_ai_act.risk_management", "eu_ai_act.technical_documentation"),
        ),
    ),
)

GENERATIVE_AI_CN: Final = Regime(
    code="cn_generative_ai",
    name=(
        "Interim Measures for the Administration of Generative AI Services (China)",
        "《生成式人工智能服务管理暂行办法》",
    ),
    jurisdiction=("China", "中国"),
    subject="ai_regulation",
    description=(
        "In force since 15 August 2023, for services that generate text, images, sound or video for the public in "
        "China.",
        "自 2023 年 8 月 15 日起施行，适用于向境内公众提供生成文本、图片、音频、视频等内容的服务。",
    ),
    url="https://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm",
    as_of=_AS_OF,
    duties=(
        Duty(
            "cn_generative_ai.training_data",
            ("Train on data and base models of lawful origin", "使用具有合法来源的数据和基础模型"),
            (
                "No infringement of intellectual property, consent for personal information, and measures for quality, "
                "truth, accuracy and diversity.",
                "不得侵害知识产权；涉及个人信息的取得同意；提高数据的真实性、准确性、客观性和多样性。",
            ),
            ("Art. 7", "第 7 条"),
            within=30,
            months=12,
        ),
        Duty(
            "cn_generative_ai.annotation",
            ("Write rules for annotation, and check by sampling", "制定标注规则并抽样核验"),
            (
                "Clear, specific rules; training of those who annotate; the quality looked at by samples.",
                "制定清晰、具体、可操作的标注规则，培训标注人员，抽样核验标注质量。",
            ),
            ("Art. 8", "第 8 条"),
            within=45,
            months=6,
        ),
        Duty(
            "cn_generative_ai.marking",
            ("Mark generated content", "对生成内容进行标识"),
            (
                "Visible and in the metadata, as the measures for labelling of 2025 ask.",
                "按 2025 年施行的标识办法添加显式标识和隐式标识。",
            ),
            ("Art. 12", "第 12 条"),
            within=60,
        ),
        Duty(
            "cn_generative_ai.filing",
            ("Security assessment and filing of the algorithm", "安全评估与算法备案"),
            (
                "For services that can move public opinion or mobilise society: before launch, and again when the "
                "model changes much.",
                "具有舆论属性或者社会动员能力的服务，应在上线前开展安全评估并履行备案；模型重大变更时重新办理。",
            ),
            ("Art. 17", "第 17 条"),
            within=90,
        ),
        Duty(
            "cn_generative_ai.complaints",
            ("Keep a way to complain, and answer in time", "建立投诉举报机制并及时处理"),
            (
                "Easy to find, and saying how and by when complaints are answered; looked at once a year.",
                "设置便捷的投诉举报入口，公布处理流程和反馈时限；每年检查一次。",
            ),
            ("Art. 15", "第 15 条"),
            within=60,
            months=12,
        ),
        Duty(
            "cn_generative_ai.minors",
            ("Keep minors from dependence", "防范未成年人过度依赖或沉迷"),
            (
                "Say for whom and what the service is meant, and guide its use.",
                "明确并公开服务的适用人群、场合和用途，指导使用者科学理性使用。",
            ),
            ("Art. 10", "第 10 条"),
            within=60,
        ),
    ),
    changes=(
        Change(date(2023, 8, 15), ("The measures are in force", "办法施行"), ("cn_generative_ai.training_data",)),
        Change(
            date(2025, 9, 1),
            ("The measures for labelling are in force", "《人工智能生成合成内容标识办法》施行"),
            ("cn_generative_ai.marking",),
        ),
    ),
)

"""An enterprise customer-service company: it answers for other companies, and lives on contracts by the year."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.case import Case, Role
from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual
from domain.roadmaps.templates.template import After, PlanTemplate, Step, at_least, at_most
from domain.roadmaps.templates.template import Judged as Criterion
from domain.teams.tables import TeamFunction as F

SERVICE: Final = Case(
    code="customer_service_company",
    title=("An enterprise customer-service company", "企业智能客服公司"),
    story=(
        "A company answers the questions that reach other companies: first text, then speech and more languages. "
        "Customers are few and large, and compare every month what an answer costs.",
        "一家公司替其他企业回答客户问题，先是文本，随后是语音和多语言。客户少而大，每月都在比较单次回答的成本。",
    ),
    risks=(
        Template(
            "customer_service_company.answers_are_made_up",
            "technical",
            "model_performance",
            ("Answers are made up", "回答内容失实"),
            ("Documents of the customer are old or contradict one another.", "客户文档陈旧或相互矛盾。"),
            ("The assistant promises something that does not hold.", "助手作出无法兑现的承诺。"),
            ("The customer switches it off, and claims damages.", "客户停用并索赔。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Regular evaluation: each answer with its source, and a person where there is none",
                        "定期评测：每条回答附来源，无来源则转人工",
                    ),
                    (
                        ("Measure wrong answers on 500 real questions each week", "每周用 500 个真实问题统计错误回答"),
                        ("Hand over to a person below the threshold", "低于阈值时转接人工"),
                    ),
                ),
                Usual(K.TRANSFER, ("Limit what is promised in the contract", "在合同中限定承诺范围")),
            ),
            (Gauge(("Wrong answers", "错误回答率"), "%", HIGHER, "2", "5"),),
            ("indicator.critical", "indicator.trend"),
        ),
        Template(
            "customer_service_company.growth_eats_cash",
            "funding",
            "not_enough",
            ("Growth eats the cash", "增长消耗现金"),
            (
                "Computing is paid by the month, customers pay by the year and late.",
                "算力按月支付，客户按年支付且常拖延。",
            ),
            ("Each new customer costs more in its first half-year than it pays.", "每个新客户前半年的成本高于其付款。"),
            ("The best quarter is the one in which the cash ends.", "业绩最好的季度恰是现金见底的季度。"),
            (
                Usual(
                    K.MITIGATE,
                    ("Cost control: a smaller model for nine answers out of ten", "成本控制：九成回答改用小模型"),
                    (
                        ("Measure the cost of one answer by model", "按模型统计单次回答成本"),
                        ("Offer a discount for payment in advance", "对预付款给予折扣"),
                    ),
                ),
            ),
            (Gauge(("Cost of one answer, in cents", "单次回答成本（分）"), "1", HIGHER, "3", "6"),),
            ("funding.runway", "funding.overspend"),
        ),
        Template(
            "customer_service_company.platforms_give_it_away",
            "market",
            "falling_share",
            ("Platforms give it away", "平台厂商免费提供"),
            (
                "Suppliers of office software add an assistant to what customers have.",
                "办公软件厂商在既有产品中加入助手。",
            ),
            ("Customers do not renew.", "客户不再续约。"),
            ("A third of the revenue is gone within a year.", "一年内流失三分之一收入。"),
            (
                Usual(
                    K.MITIGATE,
                    ("Differentiation: what only the trade's own processes need", "差异化：深入行业流程的能力"),
                    (
                        ("Connect the systems in which orders are changed", "对接可修改订单的业务系统"),
                        ("Agree on results instead of seats", "按效果而非席位计价"),
                    ),
                ),
            ),
            (Gauge(("Contracts renewed", "续约率"), "%", LOWER, "90", "80", 30),),
            ("indicator.trend",),
        ),
    ),
    answers={
        "customer_service_company.answers_are_made_up": (
            "Answers without a source went to people; wrong ones fell from 6 to 1.4 in a hundred within a quarter.",
            "无来源的问题转人工，错误率在一个季度内由 6% 降至 1.4%。",
        ),
        "customer_service_company.growth_eats_cash": (
            "A small model took over nine answers out of ten, and payment in advance became the usual contract.",
            "小模型承担九成回答，预付款成为标准合同条款。",
        ),
        "customer_service_company.platforms_give_it_away": (
            "It changed orders and booked refunds instead of only answering, and was paid by solved case.",
            "不止于回答，还能修改订单和办理退款，并按解决的工单收费。",
        ),
    },
    plan=PlanTemplate(
        "customer_service_company",
        ("From text to a service that is paid by results", "从文本问答到按效果付费的服务"),
        ("One customer first, then speech, then processes.", "先服务一个客户，再扩展语音，最后深入流程。"),
        (
            Step(
                "first_answers",
                ("A first customer's questions are answered", "首个客户的问题得到回答"),
                (
                    "Text classification, intent and answers from the customer's documents.",
                    "文本分类、意图识别，依据客户文档生成回答。",
                ),
                (20, 35, 60),
                (
                    at_least(("Intents recognised", "意图识别准确率"), ("intent_accuracy", "意图准确率"), "92", "%"),
                    at_most(("Wrong answers", "错误回答率"), ("wrong_answers", "错误回答率"), "3", "%"),
                ),
                key=True,
            ),
            Step(
                "speech_and_languages",
                ("Speech and a second language work", "语音与第二语言可用"),
                ("The same questions by telephone.", "同样的问题可通过电话解决。"),
                (25, 40, 70),
                (at_most(("Words misheard", "语音识别错误率"), "WER", "9", "%"),),
                (After("first_answers"),),
            ),
            Step(
                "paid_by_results",
                ("A contract by solved cases is signed", "签订按解决量付费的合同"),
                ("The assistant changes orders and books refunds.", "助手可修改订单并办理退款。"),
                (30, 45, 80),
                (
                    Criterion(("A contract by results is signed", "签订按效果付费的合同")),
                    at_least(("Cases solved without a person", "无人工解决率"), ("solved", "解决率"), "60", "%"),
                ),
                (After("first_answers"),),
                key=True,
            ),
        ),
    ),
    roles=(
        Role(("Engineer for language models", "大语言模型工程师"), F.CORE_TECHNOLOGY, 2, True),
        Role(("Back-end developer", "后端工程师"), F.SOFTWARE_DEVELOPMENT, 2, True, "paid_by_results"),
        Role(("Editor of knowledge", "知识库运营"), F.BUSINESS, 1, False, "first_answers"),
        Role(("Operations", "运维工程师"), F.TECHNICAL_SUPPORT, 1),
    ),
    lessons=("control_risks_early", "live_on_a_business_model_that_lasts"),
)

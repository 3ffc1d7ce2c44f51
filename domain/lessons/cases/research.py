"""A research-led model company: it trains large models, is far from customers, and lives on patient money."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.case import Case, Role
from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual
from domain.roadmaps.templates.template import After, PlanTemplate, Step, at_least, at_most
from domain.roadmaps.templates.template import Judged as Criterion
from domain.teams.tables import TeamFunction as F

RESEARCH: Final = Case(
    code="research_model_company",
    title=("A research-led model company", "研究驱动的模型公司"),
    story=(
        "A laboratory trains general models on thousands of accelerators. What it can do comes before what anybody "
        "asks for; its cost is computing and a few dozen people whom everybody wants.",
        "一家实验室在数千块加速卡上训练通用模型。能力先于需求，成本主要是算力和数十位人人争抢的人才。",
    ),
    risks=(
        Template(
            "research_model_company.large_run_fails",
            "technical",
            "algorithm_stability",
            ("The large training run fails", "大规模训练失败"),
            ("What held for the small model does not hold at scale.", "小模型上成立的规律在大规模下失效。"),
            ("The run diverges, or ends below the older model.", "训练发散，或结果不如旧模型。"),
            ("A quarter's budget of computing is gone.", "一个季度的算力预算化为乌有。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Technical reserve: scale in steps, with a recipe that is known to hold",
                        "技术储备：逐级放大并保留可靠方案",
                    ),
                    (
                        (
                            "Train at three sizes and predict the fourth before paying for it",
                            "先训练三种规模并预测第四种，再投入资金",
                        ),
                        ("Keep checkpoints from which the older recipe can go on", "保留可切回旧方案的检查点"),
                    ),
                ),
            ),
            (Gauge(("Loss above the predicted curve", "损失高于预测曲线的幅度"), "%", HIGHER, "2", "5"),),
            ("indicator.critical", "milestone.forecast_late"),
        ),
        Template(
            "research_model_company.capital_before_product",
            "funding",
            "hard_to_raise",
            ("Money runs out before there is a product", "产品问世前资金耗尽"),
            ("Computing is paid in advance, and nothing is sold yet.", "算力需预付，而尚无产品可售。"),
            ("The next round takes half a year longer than planned.", "下一轮融资比计划晚半年。"),
            ("Training stops, and people leave.", "训练停止，人员流失。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Several funding channels: a partner that pays in computing, and grants",
                        "多渠道融资：以算力出资的伙伴与科研资助",
                    ),
                    (
                        ("Agree with a cloud provider on computing against a licence", "与云厂商商定以许可换算力"),
                        ("Apply for two public grants a year", "每年申请两项公共资助"),
                    ),
                ),
            ),
            (Gauge(("Months of cash", "现金可支撑月数"), "months", LOWER, "12", "6", 30),),
            ("funding.runway",),
        ),
        Template(
            "research_model_company.open_models_catch_up",
            "market",
            "competition",
            ("Open models catch up", "开源模型追上差距"),
            ("Weights of others are published for nothing.", "其他机构免费公布模型权重。"),
            ("Customers see no difference that is worth its price.", "客户看不到值得付费的差别。"),
            ("Prices fall below the cost of an answer.", "价格跌破单次回答的成本。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Differentiation: sell what a model does in one trade, not the model",
                        "差异化：出售行业能力而非模型本身",
                    ),
                    (("Build one application with a first customer", "与首个客户共建一个应用"),),
                ),
            ),
            (Gauge(("Lead on the main test set", "主测试集领先幅度"), "points", LOWER, "3", "1", 30),),
            ("indicator.trend",),
        ),
    ),
    answers={
        "research_model_company.large_run_fails": (
            "It scaled in four steps, and stopped twice at the second: the third recipe held.",
            "分四级放大，在第二级两次中止，第三套方案最终可行。",
        ),
        "research_model_company.capital_before_product": (
            "A cloud provider gave computing for a licence: that bought the eighteen months to the first paid product.",
            "云厂商以算力换取许可，换来通向首个付费产品的十八个月。",
        ),
        "research_model_company.open_models_catch_up": (
            "It opened the older model itself, and sold answers with sources to two trades.",
            "主动开源旧模型，并向两个行业出售带来源的回答。",
        ),
    },
    plan=PlanTemplate(
        "research_model_company",
        ("From a small model to a first paid application", "从小模型到首个付费应用"),
        ("Scale in steps, with a gate before each large payment.", "逐级放大，每次大额投入前设评审关口。"),
        (
            Step(
                "scaling_law",
                ("The scaling law is measured", "规模规律测定完成"),
                ("Three sizes are trained, and the fourth is predicted.", "训练三种规模并预测第四种。"),
                (20, 30, 50),
                (at_most(("Error of the prediction", "预测误差"), ("prediction_error", "预测误差"), "2", "%"),),
                key=True,
            ),
            Step(
                "large_run",
                ("The large model is trained", "大模型训练完成"),
                ("One run on the whole cluster, with checkpoints.", "在整个集群上训练一次，并保留检查点。"),
                (40, 60, 110),
                (at_least(("Better than the older model", "优于旧模型"), ("lead", "领先幅度"), "3", ("points", "分")),),
                (After("scaling_law"),),
                key=True,
            ),
            Step(
                "first_application",
                ("A first customer pays", "首个客户付费"),
                ("One application in one trade, in daily use.", "在一个行业落地并日常使用的应用。"),
                (30, 45, 80),
                (Criterion(("A contract for a year is signed", "签订一年期合同")),),
                (After("large_run"),),
                key=True,
            ),
        ),
    ),
    roles=(
        Role(("Research scientist", "研究科学家"), F.CORE_TECHNOLOGY, 3, True),
        Role(("Engineer for distributed training", "分布式训练工程师"), F.CORE_TECHNOLOGY, 2, True, "large_run"),
        Role(("Operator of the cluster", "集群运维工程师"), F.TECHNICAL_SUPPORT, 1, False, "large_run"),
        Role(("Product manager", "产品经理"), F.BUSINESS, 1, False, "first_application"),
    ),
    lessons=("keep_a_technical_reserve", "live_on_a_business_model_that_lasts"),
)

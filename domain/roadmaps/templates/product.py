"""The product roadmap in four phases, with the intelligent customer service as its example (product.md D3)."""

from __future__ import annotations

from typing import Final

from domain.milestones.tables import DependencyKind, PhaseKind
from domain.roadmaps.templates.template import After, Judged, PlanTemplate, Step, Stretch, Work, at_least, at_most

PRODUCT_ROADMAP: Final = PlanTemplate(
    code="product_roadmap",
    title=("Product roadmap in four phases", "四阶段产品路线图"),
    description=(
        "From a prototype to the market: prototype, extension, test and optimise, commercial release. The targets are "
        "those of an intelligent customer service; set your own.",
        "从原型走向市场：原型、功能扩展、测试与优化、商业发布。目标值取自智能客服示例，请按自身情况调整。",
    ),
    steps=(
        Step(
            "text_classification",
            ("Prototype: texts are classified", "原型：文本分类"),
            ("Customers' questions are sorted into topics.", "将客户问题按主题分类。"),
            (10, 15, 25),
            (
                at_least(("Topics are found", "主题识别准确"), "F1", "0.85", ("ratio", "比值")),
                Judged(("Every topic has examples that people have labelled", "每个主题均有人工标注样本")),
            ),
            phase="prototype",
            tasks=(
                Work(("Agree on the topics", "确定主题分类"), 3),
                Work(("Label examples", "标注样本"), 6),
                Work(("Train and measure", "训练并评测"), 6),
            ),
        ),
        Step(
            "intent_recognition",
            ("Prototype: intents are recognised", "原型：意图识别"),
            ("What a customer wants is told from what is asked.", "从客户提问中识别其意图。"),
            (10, 15, 30),
            (
                at_least(("Intents are recognised", "意图识别准确"), "F1", "0.85", ("ratio", "比值")),
                at_most(
                    ("What is none of the intents is left alone", "非目标意图不误判"),
                    ("false accepts", "误识率"),
                    "5",
                    "%",
                    must=False,
                ),
            ),
            (After("text_classification", DependencyKind.START_TO_START, 5),),
            phase="prototype",
            tasks=(
                Work(("List what customers want", "梳理客户意图"), 4),
                Work(("Train and measure", "训练并评测"), 8),
            ),
        ),
        Step(
            "answer_generation",
            ("Prototype answers questions", "原型可回答问题"),
            (
                "Answers are generated and judged by people; the first users try it.",
                "生成回答并由人工评审，首批用户试用。",
            ),
            (15, 20, 40),
            (
                at_least(
                    ("Answers are judged right by people", "人工评审回答正确"),
                    ("correct answers", "回答正确率"),
                    "80",
                    "%",
                ),
                at_most(("Answers come at once", "回答及时"), ("p95 latency", "P95 时延"), "3", "s", must=False),
                at_most(("Nothing is made up", "不编造内容"), ("hallucinated answers", "幻觉率"), "3", "%"),
            ),
            (After("intent_recognition"), After("text_classification")),
            key=True,
            phase="prototype",
            tasks=(
                Work(("Bring in the company's documents", "接入企业文档"), 6),
                Work(("Generate answers", "生成回答"), 8),
                Work(("Have people judge 300 answers", "人工评审 300 条回答"), 6),
            ),
        ),
        Step(
            "speech_recognition",
            ("Extension: speech is recognised", "扩展：语音识别"),
            ("Customers may speak instead of typing.", "客户可用语音代替文字输入。"),
            (20, 30, 50),
            (
                at_most(("Words are heard right", "语音识别准确"), ("word error rate", "词错误率"), "12", "%"),
                at_most(
                    ("Speech is heard in time", "语音识别及时"), ("p95 latency", "P95 时延"), "1.5", "s", must=False
                ),
            ),
            (After("answer_generation"),),
            phase="extension",
            tasks=(
                Work(("Record calls with consent", "经同意录制通话"), 8),
                Work(("Adapt the recogniser", "适配识别模型"), 15),
            ),
        ),
        Step(
            "several_languages",
            ("Extension: several languages", "扩展：多语言支持"),
            ("The service answers in every language of the market.", "以目标市场的各种语言提供服务。"),
            (15, 25, 45),
            (
                at_least(
                    ("Languages of the market are answered in", "覆盖目标市场语言"),
                    ("languages", "语言数"),
                    "3",
                    ("languages", "种"),
                ),
                at_most(
                    ("No language is much worse than the first", "各语言质量相近"),
                    ("F1 below the first", "与首语言的 F1 差"),
                    "0.05",
                    ("ratio", "比值"),
                    must=False,
                ),
            ),
            (After("answer_generation"),),
            key=True,
            phase="extension",
            tasks=(
                Work(("Collect questions in each language", "收集各语言问题"), 8),
                Work(("Adapt and measure", "适配并评测"), 12),
            ),
        ),
        Step(
            "test_with_users",
            ("Test with many users", "大规模用户测试"),
            ("Real users, real load; what they say becomes tasks.", "真实用户、真实负载，用户反馈转化为任务。"),
            (15, 20, 35),
            (
                at_least(
                    ("Many users have tried it", "测试用户规模"), ("test users", "测试用户数"), "500", ("users", "人")
                ),
                at_least(("Users are content", "用户满意"), ("satisfaction", "满意度"), "4", ("of 5", "分（满分 5）")),
                at_least(
                    ("It holds the load", "承受负载"), ("requests per second", "每秒请求数"), "50", "1/s", must=False
                ),
            ),
            (After("speech_recognition"), After("several_languages")),
            phase="test",
            tasks=(
                Work(("Invite users", "招募用户"), 5),
                Work(("Run the test", "开展测试"), 12),
                Work(("Turn feedback into tasks", "将反馈转化为任务"), 3),
            ),
        ),
        Step(
            "optimise",
            ("Optimised by what the test has shown", "依据测试结果优化"),
            ("Quality, latency and cost are brought to what a price can bear.", "将质量、时延与成本优化到商业可行。"),
            (10, 15, 30),
            (
                at_least(
                    ("Questions are solved without a person", "无需人工即解决"),
                    ("resolved alone", "自助解决率"),
                    "70",
                    "%",
                ),
                at_most(
                    ("An answer costs little", "单次回答成本"),
                    ("cost of 1,000 answers", "每千次回答成本"),
                    "5",
                    "EUR",
                    must=False,
                ),
            ),
            (After("test_with_users", lag_days=2),),
            key=True,
            phase="test",
            tasks=(
                Work(("Answer the worst complaints", "解决主要投诉"), 8),
                Work(("Lower the cost of an answer", "降低单次回答成本"), 6),
            ),
        ),
        Step(
            "commercial_release",
            ("Commercial release", "商业发布"),
            ("The product is sold and supported; marketing begins.", "产品上市销售并提供支持，启动市场推广。"),
            (10, 15, 25),
            (
                Judged(("Privacy and compliance are signed off", "隐私与合规审核通过")),
                at_least(
                    ("First customers pay", "首批付费客户"),
                    ("paying customers", "付费客户数"),
                    "3",
                    ("customers", "家"),
                ),
                at_least(("The service is up", "服务可用性"), ("availability", "可用性"), "99.5", "%"),
                Judged(("The price list stands", "定价方案确定"), must=False),
            ),
            (After("optimise"),),
            key=True,
            phase="release",
            tasks=(
                Work(("Pass the privacy review", "通过隐私审核"), 5),
                Work(("Prepare support", "准备客户支持"), 5),
                Work(("Begin marketing", "启动市场推广"), 5),
            ),
        ),
    ),
    phases=(
        Stretch("prototype", ("Prototype", "原型"), PhaseKind.PROTOTYPE),
        Stretch("extension", ("Extension", "功能扩展"), PhaseKind.FEATURE_DEVELOPMENT),
        Stretch("test", ("Test and optimise", "测试与优化"), PhaseKind.TEST_AND_OPTIMISE),
        Stretch("release", ("Commercial release", "商业发布"), PhaseKind.COMMERCIAL_RELEASE),
    ),
)

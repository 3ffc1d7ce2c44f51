"""A medical-diagnosis company: it reads scans, and must prove what it does before it may sell it."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.case import Case, Role
from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, LOWER, Gauge, Template, Usual
from domain.roadmaps.templates.template import After, PlanTemplate, Step, at_least
from domain.roadmaps.templates.template import Judged as Criterion
from domain.teams.tables import TeamFunction as F

DIAGNOSIS: Final = Case(
    code="medical_diagnosis_company",
    title=("A medical-diagnosis company", "医学影像诊断公司"),
    story=(
        "A company reads scans beside radiologists. Data belong to hospitals, the way to the market leads through a "
        "clinical study and an approval, and hospitals buy slowly.",
        "一家公司协助放射科医生阅片。数据属于医院，上市必须经过临床研究与注册审批，而医院采购缓慢。",
    ),
    risks=(
        Template(
            "medical_diagnosis_company.fails_elsewhere",
            "technical",
            "model_performance",
            ("The model fails in another hospital", "模型在其他医院失效"),
            ("Scanners and patients differ from those of the training.", "设备和患者与训练数据不同。"),
            ("Sensitivity falls below what the study promised.", "灵敏度低于研究承诺的水平。"),
            ("The study has to be done again.", "研究必须重做。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Data quality assurance: three hospitals before the study, one of them kept apart",
                        "数据质量保证：研究前覆盖三家医院，其中一家留作独立验证",
                    ),
                    (
                        ("Measure sensitivity by scanner and by hospital", "按设备和医院统计灵敏度"),
                        ("Technical reserve: keep the older, narrower model ready", "技术储备：保留较旧但更稳的模型"),
                    ),
                ),
            ),
            (Gauge(("Sensitivity in the hospital kept apart", "独立验证医院的灵敏度"), "%", LOWER, "92", "88"),),
            ("indicator.critical", "indicator.trend"),
        ),
        Template(
            "medical_diagnosis_company.approval_outlasts_cash",
            "funding",
            "not_enough",
            ("The approval takes longer than the cash lasts", "审批周期长于资金可支撑时间"),
            ("The authority asks for more, and nothing may be sold meanwhile.", "监管机构要求补充材料，期间不得销售。"),
            ("The approval comes nine months late.", "批准晚九个月。"),
            ("The cash ends before the first sale.", "首单之前现金耗尽。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Several funding channels: tranches at the study's steps, a grant, and research contracts",
                        "多渠道融资：按研究节点分期出资、政府补助与科研合同",
                    ),
                    (
                        ("Sell reading for research, which needs no approval", "销售无需批准的科研阅片服务"),
                        ("Ask the authority for a meeting before the study", "研究前与监管机构沟通"),
                    ),
                ),
            ),
            (Gauge(("Months of cash", "现金可支撑月数"), "months", LOWER, "12", "6", 30),),
            ("funding.runway",),
        ),
        Template(
            "medical_diagnosis_company.nobody_pays",
            "market",
            "demand_changes",
            ("Doctors want it, and nobody pays for it", "医生想用却无人付费"),
            (
                "The reading is not reimbursed, and the budget is another department's.",
                "阅片不在报销范围，预算归其他部门。",
            ),
            ("Pilots end without an order.", "试点结束却没有订单。"),
            ("Two years of work bring no revenue.", "两年投入没有收入。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Regular research: who pays, from which budget, and by when",
                        "定期调研：谁付费、出自哪项预算、何时付款",
                    ),
                    (
                        ("Show what an hour of night duty costs", "测算夜间值班每小时的成本"),
                        ("Apply for reimbursement with two hospitals", "联合两家医院申请纳入报销"),
                    ),
                ),
            ),
            (Gauge(("Pilots without a budget", "没有预算的试点占比"), "%", HIGHER, "30", "60", 30),),
            ("indicator.warning",),
        ),
    ),
    answers={
        "medical_diagnosis_company.fails_elsewhere": (
            "One hospital was kept out of all training; its result stopped the first version and carried the second.",
            "始终留出一家医院不参与训练：它否决了第一版，也证明了第二版。",
        ),
        "medical_diagnosis_company.approval_outlasts_cash": (
            "Investors paid in three steps of the study, and reading for research paid a third of the salaries.",
            "投资人按研究的三个节点分期出资，科研阅片负担了三分之一的工资。",
        ),
        "medical_diagnosis_company.nobody_pays": (
            "It was sold to those who pay for night duty, as hours saved, and reimbursed two years later.",
            "以节省的工时卖给承担夜班成本的部门，两年后纳入报销。",
        ),
    },
    plan=PlanTemplate(
        "medical_diagnosis_company",
        ("From retrospective data to the first paying hospital", "从回顾性数据到首家付费医院"),
        ("A gate before the study, and one before the file.", "研究之前与申报之前各设一道关口。"),
        (
            Step(
                "three_hospitals",
                ("Data of three hospitals are ready", "三家医院数据就绪"),
                (
                    "Consent, licence, two readers who agree; one hospital is kept apart.",
                    "取得同意与许可，双医生一致标注；一家医院留作独立验证。",
                ),
                (30, 50, 90),
                (
                    at_least(("Agreement of readers", "阅片一致性"), "kappa", "0.8", "κ"),
                    Criterion(("Each data set has its licence and consent", "每个数据集均有许可与同意")),
                ),
                key=True,
            ),
            Step(
                "study",
                ("The clinical study is passed", "临床研究通过"),
                ("In a hospital that the model has never seen.", "在模型从未接触的医院进行。"),
                (60, 90, 160),
                (at_least(("Sensitivity", "灵敏度"), ("sensitivity", "灵敏度"), "92", "%"),),
                (After("three_hospitals"),),
                key=True,
            ),
            Step(
                "approval",
                ("It may be sold", "获准上市"),
                (
                    "Technical file, quality system, and the authority's questions answered.",
                    "技术文件、质量体系与问询答复。",
                ),
                (90, 130, 260),
                (Criterion(("The certificate is there", "取得注册证书")),),
                (After("study"),),
                key=True,
            ),
            Step(
                "first_hospital",
                ("A first hospital pays", "首家医院付费"),
                ("From the budget of night duty.", "由夜班预算支付。"),
                (20, 40, 80),
                (Criterion(("A contract for a year is signed", "签订一年期合同")),),
                (After("approval"),),
            ),
        ),
    ),
    roles=(
        Role(("Machine-learning engineer for images", "医学影像算法工程师"), F.CORE_TECHNOLOGY, 2, True),
        Role(("Radiologist", "放射科医生"), F.BUSINESS, 1, True, "three_hospitals"),
        Role(("Regulatory affairs", "注册事务专员"), F.BUSINESS, 1, True, "study"),
        Role(("Developer of the viewer", "阅片软件工程师"), F.SOFTWARE_DEVELOPMENT, 1, False, "first_hospital"),
        Role(("Support in hospitals", "医院技术支持"), F.TECHNICAL_SUPPORT, 1, False, "first_hospital"),
    ),
    lessons=("control_risks_early", "keep_a_technical_reserve", "live_on_a_business_model_that_lasts"),
)

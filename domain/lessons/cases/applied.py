"""An applied-research company: it takes known methods into a trade, plant by plant."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.case import Case, Role
from domain.risks.tables import ResponseKind as K
from domain.risks.templates.template import HIGHER, Gauge, Template, Usual
from domain.roadmaps.templates.template import After, PlanTemplate, Step, at_least, at_most
from domain.roadmaps.templates.template import Judged as Criterion
from domain.teams.tables import TeamFunction as F

APPLIED: Final = Case(
    code="applied_research_company",
    title=("An applied-research company", "应用研究公司"),
    story=(
        "Engineers from a university bring vision models into factories. Each plant is different; the way from a trial "
        "to an order is long, and every trial costs travel and cameras.",
        "一支来自高校的工程师团队把视觉模型带进工厂。每座工厂都不一样，从试点到订单路途漫长，每次试点都要投入差旅和相机。",
    ),
    risks=(
        Template(
            "applied_research_company.does_not_carry_over",
            "technical",
            "data_quality",
            ("The model does not carry over to the next plant", "模型无法迁移到下一座工厂"),
            ("Light, material and cameras differ from plant to plant.", "各工厂的光照、材料和相机不同。"),
            ("False alarms stop the line in the first week.", "第一周误报导致停线。"),
            ("The trial is broken off, and word gets around.", "试点中止，口碑受损。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Data quality assurance: a set of data from each plant before any promise",
                        "数据质量保证：承诺之前先采集每座工厂的数据",
                    ),
                    (
                        ("Record two shifts before the offer is written", "报价前先采集两个班次的数据"),
                        ("Refuse plants in which the set cannot be labelled", "拒绝无法完成标注的工厂"),
                    ),
                ),
            ),
            (Gauge(("False alarms a shift", "每班误报次数"), "1", HIGHER, "3", "8"),),
            ("indicator.critical",),
        ),
        Template(
            "applied_research_company.trials_are_not_paid",
            "funding",
            "broken_cash_chain",
            ("Trials are paid late or not at all", "试点款项拖延或无法收回"),
            (
                "Large customers pay after ninety days, suppliers want their money at once.",
                "大客户九十天后付款，供应商要求现结。",
            ),
            ("Two invoices are late in the same month.", "同一个月有两笔款项逾期。"),
            ("Salaries cannot be paid.", "工资无法发放。"),
            (
                Usual(
                    K.MITIGATE,
                    (
                        "Cash-flow management: half of each trial is paid before it begins",
                        "现金流管理：试点开始前预付一半",
                    ),
                    (
                        ("Change the terms of the offer", "修改报价条款"),
                        ("Agree on a credit line while it is not needed", "在不需要时先谈好信用额度"),
                    ),
                ),
            ),
            (Gauge(("Days until invoices are paid", "应收账款回收天数"), "days", HIGHER, "60", "90", 30),),
            ("funding.runway",),
        ),
        Template(
            "applied_research_company.one_trade_only",
            "market",
            "demand_changes",
            ("The one trade that buys stops investing", "唯一买单的行业停止投资"),
            ("All customers are suppliers of the same industry.", "全部客户都来自同一产业链。"),
            ("The industry freezes its budgets.", "该行业冻结预算。"),
            ("Orders are put off for a year.", "订单推迟一年。"),
            (
                Usual(
                    K.MITIGATE,
                    ("Diversification: a second use of the same core", "多元化：同一核心技术的第二种用途"),
                    (("Try the box in food and in metal", "在食品与金属行业试用同一设备"),),
                ),
            ),
            (Gauge(("Share of the largest industry in revenue", "最大行业收入占比"), "%", HIGHER, "60", "80", 30),),
            ("indicator.warning",),
        ),
    ),
    answers={
        "applied_research_company.does_not_carry_over": (
            "No offer without two recorded shifts: the next four trials held, and one was refused.",
            "没有两个班次的数据就不报价：随后四个试点全部成功，另拒绝了一个。",
        ),
        "applied_research_company.trials_are_not_paid": (
            "Half in advance, and a bank's credit line against signed orders; the line was used once.",
            "预付一半，并以已签订单向银行取得信用额度，仅动用一次。",
        ),
        "applied_research_company.one_trade_only": (
            "A second trade was opened with the same camera box, and brought a third of the revenue after a year.",
            "用同一相机设备打开第二个行业，一年后贡献三分之一收入。",
        ),
    },
    plan=PlanTemplate(
        "applied_research_company",
        ("From one plant to a product", "从一座工厂到一个产品"),
        ("Three plants with the same box, then a product.", "用同一设备完成三座工厂，再形成产品。"),
        (
            Step(
                "first_plant",
                ("The first plant works with it", "首座工厂投入使用"),
                ("A paid trial over a month of real shifts.", "覆盖一个月真实班次的付费试点。"),
                (25, 40, 70),
                (
                    at_least(("Defects found", "缺陷检出率"), "recall", "98", "%"),
                    at_most(
                        ("False alarms a shift", "每班误报次数"),
                        ("false_alarms", "误报次数"),
                        "3",
                        ("a shift", "次/班"),
                    ),
                ),
                key=True,
            ),
            Step(
                "three_plants",
                ("Three plants work with the same box", "同一设备在三座工厂运行"),
                ("Without a change of the core.", "核心不做改动。"),
                (40, 60, 100),
                (at_most(("Days to set up a plant", "单厂部署天数"), ("setup_days", "部署天数"), "5", ("days", "天")),),
                (After("first_plant"),),
                key=True,
            ),
            Step(
                "second_trade",
                ("A plant of a second trade orders", "第二个行业下单"),
                ("A use outside the first industry.", "第一个行业之外的应用。"),
                (30, 50, 90),
                (Criterion(("An order is signed", "签订订单")),),
                (After("three_plants"),),
            ),
        ),
    ),
    roles=(
        Role(("Computer vision engineer", "计算机视觉工程师"), F.CORE_TECHNOLOGY, 2, True),
        Role(("Engineer on site", "现场工程师"), F.TECHNICAL_SUPPORT, 2, True, "first_plant"),
        Role(("Sales to industry", "行业销售"), F.BUSINESS, 1, False, "three_plants"),
        Role(
            ("Developer of the box's software", "设备软件开发工程师"), F.SOFTWARE_DEVELOPMENT, 1, False, "three_plants"
        ),
    ),
    lessons=("control_risks_early", "live_on_a_business_model_that_lasts"),
)

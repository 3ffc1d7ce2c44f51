"""智能助教: a company in education, whose gravest risk has not been looked at for weeks."""

from __future__ import annotations

from cli.demo.qiming import reviews, roadmaps, talk
from cli.demo.qiming.plans import TUTORING_PHASES, TUTORING_TASKS
from cli.demo.story import (
    Answer,
    Deed,
    IndicatorStory,
    Judged,
    Measure,
    MilestoneStory,
    MoneyStory,
    ResourceStory,
    RiskStory,
    Share,
    TeamStory,
    VentureStory,
    inherent,
    target,
    weekly,
)
from domain.milestones.tables import CriterionDirection, ProgressMode
from domain.resources.tables import ResourceKind
from domain.risks.tables import ResponseKind, RiskStatus
from domain.series.levels import IndicatorDirection
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory("教研与算法组", TeamFunction.CORE_TECHNOLOGY, {"zhao": ("项目负责人", 100), "sun": ("数据工程师", 40)}),
    TeamStory("客户端组", TeamFunction.SOFTWARE_DEVELOPMENT, {"zhou": ("后端工程师", 20), "xu": ("产品经理", 40)}),
)

_MILESTONES = (
    MilestoneStory(
        "bank",
        "两万道题目完成知识点标注",
        start=-120,
        due=-75,
        owner="sun",
        estimate=(24, 32, 48),
        budget=600,
        progress={-100: 40, -76: 100},
        measures=(
            Measure("已标注题目", "20000", "道", metric="题目数", found={-100: "8600", -76: "20400"}),
            Measure("标注一致性", "0.85", "比值", metric="Kappa", found={-76: "0.87"}),
        ),
    ),
    MilestoneStory(
        "tutor",
        "助教能分步讲解初中数学",
        start=-74,
        due=-21,
        owner="zhao",
        estimate=(28, 38, 60),
        budget=900,
        progress={-60: 20, -40: 55, -20: 100},
        measures=(
            Measure("讲解正确率", "97", "%", metric="正确率", found={-40: "94.1", -20: "97.3"}),
            Measure("首字响应时间", "1.5", "秒", CriterionDirection.AT_MOST, "响应时间", found={-20: "1.2"}),
        ),
        after=("bank",),
    ),
    MilestoneStory(
        "schools",
        "十所学校试点",
        start=-18,
        due=70,
        owner="zhao",
        estimate=(45, 60, 95),
        budget=1100,
        progress={-16: 5, -4: 15},
        mode=ProgressMode.BY_TASKS,
        measures=(
            Measure("试点学校", "10", "所", metric="学校数", found={-4: "3"}),
            Measure("教师每周使用率", "60", "%", metric="使用率"),
        ),
        after=("tutor",),
    ),
    MilestoneStory(
        "filing",
        "完成生成式人工智能服务备案",
        start=-30,
        due=55,
        owner="xu",
        estimate=(40, 60, 110),
        budget=200,
        progress={-28: 10, -7: 30},
        measures=(Measure("安全评估报告通过", found={}),),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "种子轮融资",
        6_000_000,
        "CNY",
        "风险投资",
        "zhao",
        goes=(Share("tutor", 1_500_000), Share("schools", 1_800_000)),
    ),
    ResourceStory(
        ResourceKind.FUNDING, "科技型中小企业补贴", 800_000, "CNY", "政府补贴", "xu", goes=(Share("filing", 300_000),)
    ),
    ResourceStory(
        ResourceKind.DATA,
        "出版社题库授权",
        20_400,
        "道",
        "合作伙伴",
        "sun",
        expires=25,
        description="授权到期前须续签。",
        goes=(Share("tutor", 20_400), Share("schools", 20_400)),
    ),
    ResourceStory(ResourceKind.TECHNOLOGY, "开源语言模型", None, None, "开源", "zhao", description="许可允许商用。"),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "推理算力",
        9_000,
        "GPU 小时",
        "外部采购",
        "zhou",
        expires=90,
        goes=(Share("schools", 7_500),),
    ),
    ResourceStory(
        ResourceKind.TALENT,
        "兼职教研老师",
        6,
        "人",
        "师范院校合作",
        "zhao",
        goes=(Share("tutor", 4), Share("schools", 2)),
    ),
)

_RISKS = (
    RiskStory(
        "未通过备案即面向学生提供服务",
        ("legal", "compliance"),
        cause="备案周期长于试点计划。",
        event="主管部门要求试点停止。",
        effect="十所学校全部下线，声誉受损。",
        opened=-70,
        owner="xu",
        judged=(
            inherent(-70, "0.50", (200, 350, 700)),
            Judged(-70, "0.42", (150, 280, 560)),
            Judged(-22, "0.56", (180, 320, 650), "材料两次被退回补正。", delay=(20, 40, 80)),
            target(-70, "0.10", (80, 160, 320)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "先以教师端试点，备案通过后再开放学生端",
                "zhao",
                -65,
                (
                    Deed("补正安全评估材料", "xu", -10),
                    Deed("教师端与学生端分开部署", "zhou", -35, -33),
                ),
            ),
        ),
        threatens=("schools", "filing"),
        brings=((-45, "题库授权到期未续"),),
        expected=40,
    ),
    RiskStory(
        "讲解步骤出现知识性错误",
        ("technical", "model_performance"),
        cause="模型在几何证明题上不稳定。",
        event="学生学到错误的步骤。",
        effect="教师停用。",
        opened=-80,
        owner="zhao",
        judged=(
            inherent(-80, "0.60", (30, 60, 120)),
            Judged(-80, "0.52", (30, 60, 120)),
            Judged(-35, "0.38", (20, 50, 100)),
            Judged(-6, "0.24", (20, 45, 90), "几何题改用形式化校验。"),
            target(-80, "0.10", (10, 25, 60)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "逐步校验，错误步骤不展示",
                "zhao",
                -75,
                (Deed("接入符号计算校验", "zhou", -45, -42), Deed("教师反馈入口", "xu", 10)),
            ),
        ),
        threatens=("schools",),
    ),
    RiskStory(
        "题库授权到期未续",
        ("legal", "intellectual_property"),
        cause="出版社正在调整数字版权政策。",
        event="授权到期后不再续签。",
        effect="须更换题库并重新标注。",
        opened=-50,
        owner="sun",
        judged=(
            inherent(-50, "0.40", (80, 160, 300)),
            Judged(-50, "0.35", (60, 120, 240)),
            Judged(-2, "0.31", (60, 120, 240), "续签条款已谈妥，等待盖章。"),
            target(-50, "0.08", (40, 80, 160)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "提前续签并自建题库",
                "sun",
                -45,
                (Deed("签署续约合同", "zhao", 14), Deed("自建三千道题", "sun", -15, -13)),
            ),
        ),
        threatens=("schools",),
        expected=25,
    ),
    RiskStory(
        "学校采购周期长，现金流吃紧",
        ("funding", "broken_cash_chain"),
        cause="学校按学年预算付款。",
        event="试点转正后半年才回款。",
        effect="现金只够五个月。",
        opened=-45,
        owner="zhao",
        judged=(
            inherent(-45, "0.50", (100, 200, 380)),
            Judged(-45, "0.42", (60, 120, 230)),
            Judged(-7, "0.33", (50, 100, 200)),
            target(-45, "0.15", (30, 60, 120)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "与教育局签订区域合同，按月付款",
                "zhao",
                -40,
                (Deed("完成两区报价", "xu", -12, -12), Deed("申请科技贷款", "chen", 20)),
            ),
        ),
    ),
    RiskStory(
        "家长对人工智能辅导的接受度下降",
        ("market", "demand_changes"),
        cause="媒体讨论学生依赖人工智能。",
        event="试点班家长退出超过三成。",
        effect="试点数据不足以说服学校。",
        opened=-30,
        owner="xu",
        judged=(
            inherent(-30, "0.40", (20, 45, 90)),
            Judged(-30, "0.35", (20, 45, 90)),
            Judged(-8, "0.22", (15, 35, 70), "家长会后退出率为百分之四。"),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "家长可查看每次讲解记录",
                "xu",
                -28,
                (Deed("上线家长端记录", "zhou", -9, -8),),
            ),
        ),
        threatens=("schools",),
    ),
    RiskStory(
        "标注外包质量不稳定",
        ("technical", "data_quality"),
        cause="外包团队更换频繁。",
        event="一致性低于零点八五。",
        effect="需要返工两周。",
        opened=-110,
        owner="sun",
        judged=(
            inherent(-110, "0.55", (10, 25, 50)),
            Judged(-110, "0.45", (10, 25, 50)),
            Judged(-76, "0.08", (5, 15, 40), "一致性 0.87。"),
        ),
        answers=(
            Answer(
                ResponseKind.AVOID,
                "核心题目由教研自行标注",
                "sun",
                -105,
                (Deed("抽检流程", "sun", -95, -94, "12000.00"),),
            ),
        ),
        threatens=("bank",),
        ended=(-74, RiskStatus.CLOSED),
    ),
)

_INDICATORS = (
    IndicatorStory(
        "讲解错误率",
        IndicatorDirection.HIGHER_IS_WORSE,
        "sun",
        entered=-2,
        description="教师每周抽查一百道讲解中出错的比例。",
        unit="%",
        warning="2.0",
        critical="4.0",
        risk="讲解步骤出现知识性错误",
        readings=weekly(-3, "1.4", "1.1", "1.6", "1.2", "1.5", "2.3"),
    ),
)

_MONEY = MoneyStory(spent=(500, 560, 590, 640), received=(0, 0, 0, 0), cash=4800)
"""It spends more than it earns: schools need more support than planned."""

TUTORING = VentureStory(
    name="启明助教",
    key="QMZJ",
    about="陪学生一步一步想明白的数学助教，先服务教师，再走进课堂。",
    field="教育",
    owner="zhao",
    begun=-126,
    stages={-126: VentureStage.IDEA, -74: VentureStage.PROTOTYPE, -18: VentureStage.VALIDATION},
    teams=_TEAMS,
    phases=TUTORING_PHASES,
    tasks=TUTORING_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=_RISKS,
    indicators=_INDICATORS,
    reviews=reviews.TUTORING,
    called=("schools", "zhao"),
    roadmap=roadmaps.TUTORING,
    remarks=talk.TUTORING_REMARKS,
    heard=talk.TUTORING_HEARD,
)

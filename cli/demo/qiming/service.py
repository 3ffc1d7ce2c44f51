"""企业智能客服: an enterprise customer-service company, in the four phases of the product's worked example."""

from __future__ import annotations

from cli.demo.qiming import reviews, roadmaps, talk
from cli.demo.qiming.plans import SERVICE_PHASES, SERVICE_TASKS
from cli.demo.story import (
    Answer,
    Came,
    Deed,
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
)
from domain.milestones.tables import CriterionDirection
from domain.resources.tables import ResourceKind
from domain.risks.tables import ResponseKind, RiskStatus
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory("算法组", TeamFunction.CORE_TECHNOLOGY, {"liu": ("算法工程师", 100), "sun": ("数据工程师", 60)}),
    TeamStory("产品与运营组", TeamFunction.BUSINESS, {"wang": ("项目负责人", 100), "xu": ("产品经理", 60)}),
    TeamStory("平台组", TeamFunction.SOFTWARE_DEVELOPMENT, {"zhou": ("后端工程师", 80)}),
)

_MILESTONES = (
    MilestoneStory(
        "prototype",
        "原型：文本分类、意图识别与答案生成",
        start=-150,
        due=-98,
        owner="liu",
        estimate=(26, 36, 52),
        budget=900,
        progress={-133: 35, -112: 80, -99: 100},
        measures=(Measure("意图识别 F1", "0.88", "比值", metric="F1", found={-112: "0.865", -99: "0.903"}),),
    ),
    MilestoneStory(
        "extension",
        "功能扩展：语音识别与多语言",
        start=-97,
        due=-40,
        owner="liu",
        estimate=(30, 40, 62),
        budget=1100,
        progress={-84: 20, -63: 60, -41: 100},
        measures=(
            Measure("普通话字错率", "6", "%", CriterionDirection.AT_MOST, "CER", found={-63: "7.4", -41: "5.6"}),
            Measure("支持粤语与英语", found={-41: True}),
        ),
        after=("prototype",),
    ),
    MilestoneStory(
        "trial",
        "大规模用户测试与优化",
        start=-39,
        due=32,
        owner="wang",
        estimate=(36, 50, 70),
        budget=1500,
        progress={-33: 10, -19: 40, -5: 62},
        measures=(
            Measure("日均会话量", "20000", "次", metric="会话量", found={-19: "9800", -5: "21300"}),
            Measure("独立解决率", "70", "%", metric="解决率", found={-19: "63", -5: "71.5"}),
        ),
        after=("extension",),
    ),
    MilestoneStory(
        "release",
        "商业化发布与市场推广",
        start=34,
        due=105,
        owner="xu",
        estimate=(36, 50, 80),
        budget=1800,
        measures=(Measure("付费客户数", "10", "家", metric="客户数"),),
        after=("trial",),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "天使轮融资",
        12_000_000,
        "CNY",
        "天使投资",
        "wang",
        goes=(Share("extension", 2_600_000), Share("trial", 3_100_000)),
    ),
    ResourceStory(
        ResourceKind.DATA,
        "合作企业脱敏会话数据",
        3_600_000,
        "条",
        "合作伙伴",
        "sun",
        description="仅限本项目使用，合同到期后删除。",
        expires=210,
        goes=(Share("trial", 3_600_000),),
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "云端 GPU 机时",
        30_000,
        "GPU 小时",
        "外部采购",
        "zhou",
        expires=150,
        goes=(Share("extension", 11_000), Share("trial", 8_000)),
    ),
    ResourceStory(ResourceKind.TALENT, "高校联合培养研究生", 3, "人", "校企合作", "liu", goes=(Share("trial", 2),)),
)

_RISKS = (
    RiskStory(
        "模型生成与合同不符的答复",
        ("technical", "model_performance"),
        cause="答案由模型生成，各客户合同条款不同。",
        event="用户得到合同中没有的承诺。",
        effect="客户承担赔偿并终止试用。",
        opened=-140,
        owner="liu",
        judged=(
            inherent(-140, "0.65", (80, 160, 300)),
            Judged(-140, "0.58", (80, 160, 300)),
            Judged(-70, "0.40", (50, 100, 200), "答案须引用知识库原文。"),
            Judged(-4, "0.20", (40, 90, 180), "抽检一万条，仅六条有误，均被人工拦截。"),
            target(-140, "0.15", (30, 60, 120)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "仅依据检索到的条款作答",
                "liu",
                -133,
                (Deed("无出处的问题转人工", "zhou", -100, -98), Deed("每周抽检三百条", "xu", -30, -30)),
            ),
        ),
        threatens=("trial", "release"),
    ),
    RiskStory(
        "方言语音识别效果差",
        ("technical", "data_quality"),
        cause="西南方言训练语料不足。",
        event="五分之一的来电无法识别。",
        effect="用户直接要求转人工。",
        opened=-90,
        owner="sun",
        judged=(
            inherent(-90, "0.55", (30, 60, 110)),
            Judged(-90, "0.50", (30, 60, 110)),
            Judged(-9, "0.25", (20, 45, 90), "补充两百小时语料后明显改善。"),
            target(-90, "0.15", (10, 25, 60)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "采集方言语料",
                "sun",
                -84,
                (Deed("招募三百名发音人", "sun", -50, -47, "68000.00"), Deed("扩充测试集", "sun", 15)),
            ),
        ),
        threatens=("trial",),
    ),
    RiskStory(
        "A 轮融资进度晚于计划",
        ("funding", "hard_to_raise"),
        cause="投资方等待测试期解决率数据。",
        event="融资推迟一个季度。",
        effect="市场推广延后。",
        opened=-60,
        owner="wang",
        judged=(
            inherent(-60, "0.45", (150, 300, 600)),
            Judged(-60, "0.40", (120, 220, 420)),
            Judged(-3, "0.28", (100, 200, 400), "解决率已达标，两家机构进入尽调。"),
            target(-60, "0.15", (80, 160, 320)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "多渠道融资并申请政府补贴",
                "wang",
                -55,
                (Deed("提交专项补贴申请", "xu", -30, -28), Deed("与三家机构面谈", "wang", 12)),
            ),
        ),
        threatens=("release",),
    ),
    RiskStory(
        "大型平台推出同类产品",
        ("market", "competition"),
        cause="头部云厂商已公布客服助手。",
        event="潜在客户选择平台自带产品。",
        effect="首年客户减少一半。",
        opened=-100,
        owner="xu",
        judged=(
            inherent(-100, "0.50", (100, 190, 360)),
            Judged(-100, "0.42", (90, 170, 320)),
            Judged(-5, "0.30", (80, 150, 300), "对方暂不支持私有化部署。"),
            target(-100, "0.20", (60, 110, 220)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "主打私有化部署与多语言",
                "xu",
                -95,
                (Deed("完成竞品对比报告", "xu", -60, -58), Deed("发布私有化版本", "zhou", 28)),
            ),
        ),
        threatens=("release",),
    ),
    RiskStory(
        "个人信息保存期限超出告知范围",
        ("legal", "data_privacy"),
        cause="备份未纳入删除计划。",
        event="检查发现逾期录音。",
        effect="行政处罚与客户投诉。",
        opened=-48,
        owner="zhou",
        judged=(
            inherent(-48, "0.40", (60, 120, 240)),
            Judged(-48, "0.32", (60, 120, 240)),
            Judged(-10, "0.12", (50, 100, 200), "备份保存期缩短至三十天。"),
            target(-48, "0.08", (40, 80, 150)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "删除流程覆盖备份并每月核验",
                "zhou",
                -44,
                (Deed("调整备份策略", "zhou", -20, -18), Deed("首次核验", "zhou", 9)),
            ),
        ),
        threatens=("trial", "release"),
    ),
    RiskStory(
        "语音转写服务中断",
        ("technical", "algorithm_stability"),
        cause="转写只依赖一家云服务。",
        event="服务中断半天。",
        effect="试用期间的来电无法转写。",
        opened=-70,
        owner="zhou",
        judged=(
            inherent(-70, "0.25", (5, 10, 30)),
            Judged(-70, "0.25", (5, 10, 30), delay=(1, 2, 5)),
        ),
        answers=(
            Answer(ResponseKind.MITIGATE, "接入第二家转写服务", "zhou", -66, (Deed("完成切换演练", "zhou", -50, -51),)),
        ),
        threatens=("trial",),
        ended=(-33, RiskStatus.OCCURRED),
        came=Came(8, 1, (Deed("向受影响的来电补发答复", "zhou", -30, -31), Deed("与供应商约定赔偿条款", "zhou", 12))),
    ),
)

_MONEY = MoneyStory(spent=(680, 730, 750, 780), received=(0, 60, 150, 300), cash=9500)
"""On budget, with first revenue."""

SERVICE = VentureStory(
    name="启明客服",
    key="QMKF",
    about="面向企业的智能客服：听得懂、答得准，必要时及时转给人工。",
    field="企业服务",
    owner="wang",
    begun=-154,
    stages={-154: VentureStage.IDEA, -126: VentureStage.PROTOTYPE, -39: VentureStage.VALIDATION},
    teams=_TEAMS,
    phases=SERVICE_PHASES,
    tasks=SERVICE_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=_RISKS,
    reviews=reviews.SERVICE,
    called=("trial", "wang"),
    roadmap=roadmaps.SERVICE,
    remarks=talk.SERVICE_REMARKS,
    heard=talk.SERVICE_HEARD,
)

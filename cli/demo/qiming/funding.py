"""Who gave money to the ventures of 启明创研, what they owe, and what is about to come. Amounts in yuan."""

from __future__ import annotations

from cli.demo.raised import (
    AccountStory,
    AcquisitionStory,
    FundedStory,
    FundingStory,
    GiftStory,
    InvestorStory,
    LoanStory,
    RoundStory,
)
from domain.funding.tables import Instrument, InvestorKind, RoundKind, RoundStatus
from domain.money.pipeline import AcquisitionChannel as Channel
from domain.money.pipeline import AcquisitionStatus as Status
from domain.resources.tables import ResourceKind

_INVESTORS = (
    InvestorStory("晨曦天使", InvestorKind.ANGEL, "https://chenxi.example", "专注企业服务的个人投资人。"),
    InvestorStory("江海创投", InvestorKind.VENTURE_CAPITAL, "https://jianghai.example", "偏好教育与企业服务项目。"),
    InvestorStory("滨江科技局", InvestorKind.GOVERNMENT, "https://binjiang.example", "发放科技型中小企业补贴。"),
    InvestorStory("滨江商业银行", InvestorKind.BANK, "https://bjbank.example", "提供科技贷款，按季审核。"),
    InvestorStory("星联电商", InvestorKind.CORPORATE, "https://xinglian.example", "客服产品的首批客户，也参与投资。"),
)

_SERVICE = FundedStory(
    rounds=(
        RoundStory(
            RoundKind.ANGEL,
            "天使轮",
            begun=-148,
            target=12_000_000,
            planned=-120,
            closed=-118,
            valuation=48_000_000,
            gifts=(
                GiftStory("晨曦天使", 9_000_000, -130, -121),
                GiftStory("星联电商", 3_000_000, -126, -118, note="附带优先采购条款。"),
            ),
        ),
        RoundStory(
            RoundKind.SERIES_A,
            "A 轮",
            begun=-15,
            target=30_000_000,
            planned=160,
            status=RoundStatus.OPEN,
            milestone="release",
            gifts=(GiftStory("江海创投", 4_000_000, -6, expected=150, instrument=Instrument.EQUITY),),
            note="以商业化发布为前提。",
        ),
    ),
    loans=(LoanStory("科技贷款", "滨江商业银行", 3_000_000, "0.039", 24, drawn=-80, first=-50, note="等额本息。"),),
    accounts=(
        AccountStory("基本账户", "CNY", 8_780_000),
        AccountStory("美元账户", "USD", 100_000, note="用于支付海外云服务。"),
        AccountStory("项目保证金", "CNY", 500_000, restricted=True),
    ),
    acquisitions=(
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.ANGEL,
            "天使轮融资",
            -149,
            {
                -140: (Status.NEGOTIATING, "已收到投资意向书。"),
                -130: (Status.COMMITTED, "协议已签署。"),
                -118: (Status.RECEIVED, "资金全部到账。"),
            },
            "wang",
            amount=12_000_000,
            expected=-120,
            resource="天使轮融资",
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "A 轮跟投：晨曦天使",
            -14,
            {-8: (Status.CONTACTED, "已发送商业计划书。"), -3: (Status.NEGOTIATING, "正在讨论估值。")},
            "wang",
            amount=9_000_000,
            expected=150,
            probability="0.5",
            next=("提交试用数据", 5),
            milestone="release",
            condition=125,
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.GOVERNMENT_SUBSIDY,
            "人工智能应用示范补助",
            -45,
            {-38: (Status.CONTACTED, "已提交申请。"), -11: (Status.LOST, "名额已满，建议明年再申报。")},
            "xu",
            amount=1_000_000,
            expected=60,
        ),
        AcquisitionStory(
            ResourceKind.DATA,
            Channel.PARTNERSHIP,
            "电商客服对话数据",
            -32,
            {-24: (Status.CONTACTED, "对方法务已介入。"), -10: (Status.NEGOTIATING, "正在确认脱敏方案。")},
            "liu",
            amount=200_000,
            unit="条对话",
            expected=28,
            next=("确认脱敏方案", 4),
        ),
        AcquisitionStory(
            ResourceKind.TECHNOLOGY,
            Channel.PURCHASE,
            "GPU 算力季度包",
            -20,
            {-9: (Status.COMMITTED, "合同已签，货到付款。")},
            "liu",
            amount=6_000,
            unit="GPU 小时",
            cost=180_000,
            expected=18,
        ),
        AcquisitionStory(
            ResourceKind.TALENT,
            Channel.UNIVERSITY,
            "与大学联合培养两名实习生",
            -40,
            {-31: (Status.NEGOTIATING, "已面试。"), -15: (Status.RECEIVED, "已入职。")},
            "zhou",
            amount=2,
            unit="人",
            expected=-15,
        ),
    ),
)

_TUTORING = FundedStory(
    rounds=(
        RoundStory(
            RoundKind.SEED,
            "种子轮",
            begun=-118,
            target=6_000_000,
            planned=-100,
            closed=-98,
            valuation=24_000_000,
            gifts=(GiftStory("江海创投", 6_000_000, -108, -99, instrument=Instrument.CONVERTIBLE_NOTE),),
        ),
        RoundStory(
            RoundKind.SERIES_A,
            "A 轮",
            begun=-12,
            target=15_000_000,
            planned=150,
            status=RoundStatus.PLANNED,
            milestone="schools",
        ),
    ),
    loans=(LoanStory("创业担保贷款", "滨江商业银行", 500_000, "0.029", 24, drawn=-60, first=-30, interest_only=6),),
    accounts=(AccountStory("基本账户", "CNY", 4_800_000),),
    acquisitions=(
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "种子轮融资",
            -119,
            {
                -112: (Status.NEGOTIATING, "已收到投资意向书。"),
                -108: (Status.COMMITTED, "协议已签署。"),
                -98: (Status.RECEIVED, "资金到账。"),
            },
            "zhao",
            amount=6_000_000,
            expected=-100,
            resource="种子轮融资",
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "A 轮领投：江海创投",
            -12,
            {-7: (Status.CONTACTED, "愿意参观试点学校。"), -2: (Status.NEGOTIATING, "要求查看学校续约情况。")},
            "zhao",
            amount=10_000_000,
            expected=150,
            probability="0.3",
            next=("安排试点学校参观", 7),
            milestone="schools",
            condition=130,
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.GOVERNMENT_SUBSIDY,
            "教育数字化专项补助",
            -28,
            {-19: (Status.CONTACTED, "材料已受理。"), -5: (Status.NEGOTIATING, "专家评审中。")},
            "xu",
            amount=2_400_000,
            expected=110,
            probability="0.7",
        ),
        AcquisitionStory(
            ResourceKind.DATA,
            Channel.PURCHASE,
            "高中物理题库",
            -22,
            {-13: (Status.NEGOTIATING, "正在谈年费。")},
            "sun",
            amount=15_000,
            unit="道题",
            cost=120_000,
            expected=45,
        ),
        AcquisitionStory(
            ResourceKind.TALENT,
            Channel.RECRUITING,
            "数学教研员",
            -30,
            {-16: (Status.COMMITTED, "录用通知已接受。")},
            "zhao",
            amount=1,
            unit="人",
            expected=12,
        ),
    ),
)

FUNDING = FundingStory(
    investors=_INVESTORS, rates={("USD", "CNY"): "7.2"}, ventures={"QMKF": _SERVICE, "QMZJ": _TUTORING}
)

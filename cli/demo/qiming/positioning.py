"""Where the ventures of 启明创研 stand and beside whom, by the key of the venture. All companies are invented."""

from __future__ import annotations

from typing import Final

from cli.demo.positioning import CompetitorStory, MoveStory, StandStory, StatementStory, Verdict
from domain.positioning.tables import CheckKind, PositioningKind

_PRODUCT, _MARKET = PositioningKind.PRODUCT, PositioningKind.MARKET
_CLEAR, _DIFFERENT, _FEASIBLE = CheckKind.CLARITY, CheckKind.DIFFERENTIATION, CheckKind.FEASIBILITY

POSITIONS: Final = {
    "QMKF": StandStory("wang", -120, (
        StatementStory(
            _PRODUCT, "懂备件的智能客服", -120,
            {
                "unique_selling_point": "读得懂爆炸图和备件号，答案注明出处。",
                "target_users": "家电与设备厂商的售后负责人。",
                "price": "按独立解决的会话计费，每次 1.2 元。",
                "channel": "直销，以及两家售后系统服务商。",
                "marketing": "行业展会与两份客户案例。",
                "function": "文字与语音、普通话粤语与英语、及时转人工。",
                "performance": "独立解决率六成，首字响应 1.5 秒。",
            },
            (-38, {"performance": "独立解决率七成，首字响应 1.1 秒。"}),
            (
                Verdict(_CLEAR, False, "xu", -110, "客户以为只是备件查询。"),
                Verdict(_CLEAR, True, "chen", -36, "客户能用自己的话复述。"),
                Verdict(_DIFFERENT, True, "chen", -36, "对手都不读爆炸图。"),
                Verdict(_FEASIBLE, True, "chen", -36, "用户测试已达标。"),
            ),
        ),
        StatementStory(
            _MARKET, "制造业售后的首选", -118,
            {
                "industry": "家电与通用设备制造。", "user_group": "年工单十万以上的厂商。",
                "competitive_strategy": "以行业知识形成差异化。",
            },
            None,
            (Verdict(_CLEAR, True, "xu", -35), Verdict(_FEASIBLE, False, "liu", -34, "交付人手不足。")),
        ),
    ), (
        CompetitorStory(
            "云答科技", "通用智能客服平台。", "https://yunda.example.cn", "部署快，渠道广。", "不懂备件，常答非所问。",
            "每坐席每月 300 元。", {-120: "0.26", -40: "0.29"}, "公开招标统计",
            (
                MoveStory("云答科技推出制造业专版", -24, "宣称支持备件查询。", True,
                          "https://news.example.cn/yunda-manufacturing",
                          (-15, "向重点客户演示爆炸图识别，并公布独立解决率对比。")),
                MoveStory("云答科技降价两成", -70, "面向三年合同。", False, None, (-64, "不跟进：客户看重解决率。")),
            ),
        ),
        CompetitorStory(
            "声谷客服", "语音客服外包。", "https://shenggu.example.cn", "方言覆盖好。", "以人工为主，成本高。",
            "每通 4 元。", {-120: "0.12", -40: "0.11"}, "公开招标统计",
        ),
    )),
    "QMZJ": StandStory("zhao", -100, (
        StatementStory(
            _PRODUCT, "陪学生想明白，而不是给答案", -100,
            {
                "unique_selling_point": "逐步追问，指出错在哪一步。",
                "target_users": "初中数学教师，其次是学生。",
                "price": "学校按班级订阅，每班每学期 600 元。",
                "channel": "区域教研活动与学校试点。",
                "marketing": "公开课与教研论文。",
                "function": "备课、批改、课堂追问三个场景。",
                "performance": "步骤判断准确率 94%，批改时间减半。",
            },
            (-16, {"performance": "步骤判断准确率 95%，批改时间减少六成。"}),
            (
                Verdict(_CLEAR, True, "chen", -15, "教师一听就懂。"),
                Verdict(_DIFFERENT, True, "chen", -15, "对手只给答案。"),
                Verdict(_FEASIBLE, True, "chen", -15, "试点学校数据支持。"),
            ),
        ),
        StatementStory(
            _MARKET, "教师身边的助教", -98,
            {
                "industry": "基础教育。", "user_group": "公办初中。",
                "competitive_strategy": "细分市场：先教师，后学生。",
            },
            None, (Verdict(_DIFFERENT, True, "sun", -14),),
        ),
    ), (
        CompetitorStory(
            "题海通", "拍照搜题与题库。", "https://tihai.example.cn", "用户多，题库大。", "只给答案，学校不欢迎。",
            "会员每月 25 元。", {-100: "0.35", -30: "0.33"}, "应用商店榜单",
            (MoveStory("题海通上线分步讲解", -18, "与我们的核心功能相同。", True,
                       "https://news.example.cn/tihai-steps"),),
        ),
        CompetitorStory(
            "批改星", "作业批改扫描仪。", "https://pigai.example.cn", "与学校设备结合好。", "不支持过程判断。",
            "每台 8000 元。", {-100: "0.09", -30: "0.10"}, "区域采购公告",
            (MoveStory("批改星与教材出版社合作", -55, "获得配套题目。", False, None,
                       (-50, "与另一家出版社洽谈授权。")),),
        ),
    )),
}  # fmt: skip

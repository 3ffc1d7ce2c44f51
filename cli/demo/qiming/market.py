"""The markets of Qiming's ventures, by the key of the venture."""

from __future__ import annotations

from typing import Final

from cli.demo.market import MarketStory, NeedStory, PromotionStory, SaidStory, SizeStory, StudyStory
from domain.market.research_tables import NeedState, ResearchKind
from domain.market.tables import PromotionKind

_SERVICE: Final = MarketStory(
    by="wang",
    sizes=(
        SizeStory(-2, "6800", "1500", "8", "《中国智能客服市场年度报告》", "https://reports.example.org/zh/service"),
        SizeStory(-1, "8100", "1850", "20", "《中国智能客服市场年度报告》", "https://reports.example.org/zh/service"),
        SizeStory(0, "9600", "2300", "45", "《中国智能客服市场年度报告》", "https://reports.example.org/zh/service"),
        SizeStory(1, "11400", "2850", "90", "同一报告的预测", None, "按日均会话量超过五千次的企业估算。"),
    ),
    studies=(
        StudyStory(
            "firms",
            ResearchKind.INTERVIEW,
            "企业客服负责人访谈",
            -146,
            28,
            "wang",
            "十九家企业的客服每天重复回答同样的五十个问题，人员流失严重。",
            "https://notes.example.org/zh/firms",
        ),
        StudyStory("agents", ResearchKind.SURVEY, "一线客服问卷", -88, 305, "xu", "通话后的填单时间超过通话本身。"),
        StudyStory(
            "handover",
            ResearchKind.USABILITY_TEST,
            "转人工流程可用性测试",
            -24,
            16,
            "xu",
            "用户可以接受机器，但要求一分钟内转到人工。",
        ),
    ),
    needs=(
        NeedStory(
            "通话小结自动生成",
            4,
            "一线客服",
            "每次通话后要花两分钟填单，却少有人看。",
            {"agents": (248, "我一边填单，下一位已经在等。"), "firms": (16, None)},
        ),
        NeedStory(
            "紧急问题立即转人工",
            5,
            "来电用户",
            "停水停气时不应再听菜单。",
            {"handover": (14, "别让我跟机器讲道理。"), "firms": (18, None)},
            NeedState.ADDRESSED,
        ),
        NeedStory("粤语与方言识别", 3, "华南用户", "不少长者只讲粤语。", {"firms": (9, None), "handover": (4, None)}),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.CHANNEL, "工单系统应用市场上架", "首月免费。", "应用市场", -80, 60, "60", "42", "310", 186, 11
        ),
        PromotionStory(
            PromotionKind.TARGETED,
            "公用事业企业定向拜访",
            "带着对方自己的数据去。",
            "拜访",
            -60,
            -20,
            "45",
            "38",
            "200",
            42,
            5,
        ),
        PromotionStory(
            PromotionKind.EVENT,
            "客户联络中心大会展台",
            "现场演示三种方言。",
            "大会 3 号馆",
            -36,
            -34,
            "90",
            "96",
            None,
            133,
            2,
        ),
    ),
    said=(
        SaidStory("长乐水务", "几位长者说的方言，系统完全听不懂。", -90, "wang", 4, risk="方言语音识别效果差"),
        SaidStory("滨海燃气", "用户说了三次“转人工”才转过去。", -19, "liu", 4, task="优化转人工策略"),
        SaidStory("长乐水务", "小结最好直接写进工单，不要另开页面。", -18, "xu", 4, need="通话小结自动生成"),
        SaidStory("应用市场评价", "一天就接好了，但准备测试电话花了一晚上。", -10, "zhou", 2),
    ),
    paid={
        "长乐水务": ("0", "20", "36", "66"),
        "滨海燃气": ("0", "16", "34", "64"),
        "大理文旅": ("0", "14", "30", "60"),
        "东阳电商": ("0", "10", "28", "58"),
        "福清物流": ("0", "0", "22", "52"),
    },
)

_TUTORING: Final = MarketStory(
    by="zhao",
    sizes=(
        SizeStory(-1, "4200", "620", "0", "《教育信息化发展报告》", "https://reports.example.org/zh/education"),
        SizeStory(0, "4700", "720", "6", "《教育信息化发展报告》", "https://reports.example.org/zh/education"),
        SizeStory(2, "5900", "980", "30", "自行估算", None, "按一千所初中、每校每年三万元估算。"),
    ),
    studies=(
        StudyStory(
            "teachers", ResearchKind.INTERVIEW, "四十二所学校教师访谈", -118, 42, "zhao", "批改与答疑占去一半备课时间。"
        ),
        StudyStory(
            "class",
            ResearchKind.USABILITY_TEST,
            "两个班级的课堂试用",
            -40,
            86,
            "xu",
            "学生愿意先看提示；直接给答案时思考就停了。",
        ),
    ),
    needs=(
        NeedStory(
            "教师能看到学生卡在哪一步",
            5,
            "数学教师",
            "全班的薄弱点要一目了然。",
            {"teachers": (33, "我只想知道他们卡在哪里。"), "class": (2, None)},
        ),
        NeedStory(
            "先提示，再讲解",
            4,
            "学生",
            "直接给出答案，就不再思考。",
            {"class": (61, None), "teachers": (20, None)},
            NeedState.ADDRESSED,
        ),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.PARTNER, "与区教研室联合教研", "六次公开课。", "区教研室", -55, 30, "30", "14", None, 24, 3
        ),
        PromotionStory(
            PromotionKind.USER_FEEDBACK, "种子教师群", "每周收集一次意见。", "微信群", -50, 60, "5", "2", None, 36, 4
        ),
        PromotionStory(
            PromotionKind.BRAND,
            "公开解题数据集",
            "两千道标注过的题目。",
            "自有网站",
            -30,
            -30,
            "8",
            "7",
            None,
            150,
            None,
        ),
    ),
    said=(
        SaidStory("家长来信", "孩子晚上用得太久，我不放心。", -30, "zhao", 4, risk="家长对人工智能辅导的接受度下降"),
        SaidStory("试点学校教师", "第一次上课前，希望有一份可以照着做的材料。", -17, "sun", 3, task="教师培训材料"),
        SaidStory("试点学校教师", "希望能按班级导出错题。", -14, "xu", 3, need="教师能看到学生卡在哪一步"),
        SaidStory("学生", "它会先给提示，我就自己想出来了。", -2, "xu", 1),
    ),
    paid={},
)

MARKETS: Final = {"QMKF": _SERVICE, "QMZJ": _TUTORING}

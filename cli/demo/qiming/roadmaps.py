"""The roadmaps of Qiming's ventures."""

from __future__ import annotations

from cli.demo.story import RoadmapStory

SERVICE = RoadmapStory(
    vision="任何客户都不必为已有答案的问题等待。",
    demand="走访的二十八家企业中，十九家的客服每天重复回答同样的五十个问题，人员流失严重。",
    core={
        "文本分类": "邮件与在线咨询的主题。",
        "意图识别": "判断客户真正要办的事。",
        "答案生成": "依据企业自有知识库作答。",
    },
    extension={"语音识别": "支持电话音质与常见方言。", "多语言": "先支持普通话、粤语与英语。"},
    anew=-35,
    why="两家试点企业要求先接入其工单系统再推广。",
    more={"工单系统对接": "覆盖多数试点企业。"},
    baseline="与试点企业商定的计划",
    agreed="三家试点企业按此安排人员。",
)

TUTORING = RoadmapStory(
    vision="每个孩子都有一位耐心的老师陪着想明白。",
    demand="四十二所学校的教师表示，批改与答疑占去一半备课时间。",
    core={
        "分步讲解": "先提示，再讲解，不直接给答案。",
        "知识点诊断": "指出学生卡在哪一步。",
    },
    extension={"教师看板": "全班薄弱点一目了然。"},
    anew=-28,
    why="备案要求先完善未成年人保护措施，学校也要求教师可以查看对话。",
    more={"未成年人保护": "时长与内容限制。", "对话回看": "教师可查看并纠正。"},
    baseline="年初计划",
    agreed="与试点学校的学期安排一致。",
)

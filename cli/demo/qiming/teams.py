"""启明创研: who works for its ventures, in which roles, and when they meet."""

from __future__ import annotations

from cli.demo.staff_story import GuestStory, MeetingStory, RoleStory, SkillStory, StaffStory
from domain.teams.meeting_tables import MeetingKind
from domain.teams.tables import TeamFunction

_CORE, _BUSINESS = TeamFunction.CORE_TECHNOLOGY, TeamFunction.BUSINESS
_SUPPORT, _SOFTWARE = TeamFunction.TECHNICAL_SUPPORT, TeamFunction.SOFTWARE_DEVELOPMENT

_SKILLS = (
    SkillStory("大模型训练", _CORE, "训练与微调语言模型。", {"liu": 5, "zhao": 3}),
    SkillStory("数据工程", _CORE, "数据采集、清洗与标注。", {"sun": 4, "liu": 2}),
    SkillStory("教研", _CORE, "课程与题目设计。", {"zhao": 5, "guo": 4}),
    SkillStory("产品管理", _BUSINESS, "需求、路线图与发布。", {"xu": 4, "wang": 4}),
    SkillStory("备案与合规", _BUSINESS, "生成式人工智能服务备案。", {"xu": 3}),
    SkillStory("后端开发", _SOFTWARE, "服务与数据接口。", {"zhou": 4}),
    SkillStory("系统运维", _SUPPORT, "部署、监控与值班。", {"ma": 4, "zhou": 2}),
)

_ROLES = {
    "QMKF": (
        RoleStory("项目负责人", _BUSINESS, {"wang": None}, skill="产品管理", team="产品与运营组"),
        RoleStory(
            "算法工程师",
            _CORE,
            {"liu": None, "zhao": None},
            headcount=2,
            core=True,
            skill="大模型训练",
            level=4,
            team="算法组",
            about="负责意图识别与答案生成模型。",
        ),
        RoleStory("数据工程师", _CORE, {"sun": None}, skill="数据工程", level=3, team="算法组"),
        RoleStory("后端工程师", _SOFTWARE, {"zhou": None}, skill="后端开发", level=3, team="平台组"),
        RoleStory("运维工程师", _SUPPORT, {"ma": 50, "zhou": None}, skill="系统运维", level=2),
        RoleStory("市场推广", _BUSINESS, headcount=2, core=True, milestone="release"),
        RoleStory("用户测试员", _SUPPORT, {"ma": 20}, milestone="trial", since=-39, until=32),
    ),
    "QMZJ": (
        RoleStory("项目负责人", _BUSINESS, {"zhao": None}),
        RoleStory("教研专家", _CORE, {"zhao": None, "guo": 60}, headcount=2, core=True, skill="教研", level=4),
        RoleStory("数据工程师", _CORE, {"sun": None}, core=True, skill="数据工程", level=3),
        RoleStory("客户端工程师", _SOFTWARE, {"zhou": None}, team="客户端组"),
        RoleStory("学校对接", _BUSINESS, {"xu": None}, headcount=2, milestone="schools"),
        RoleStory(
            "备案专员",
            _BUSINESS,
            {"xu": None},
            core=True,
            skill="备案与合规",
            level=3,
            milestone="filing",
            about="准备备案材料并与主管部门沟通。",
        ),
        RoleStory("运维工程师", _SUPPORT, skill="系统运维", level=3, milestone="schools"),
    ),
}


def _meetings(people: tuple[str, ...], missed: tuple[int, ...], lessons: str) -> tuple[MeetingStory, ...]:
    return (
        MeetingStory("双周进展会", MeetingKind.PROGRESS, -85, 28, 14, people, "已完成、下一步、遇到的障碍。", missed),
        MeetingStory("风险与资金会", MeetingKind.REVIEW, -70, 24, 28, people[:3], "检查风险登记册与资金可用月数。"),
        MeetingStory("复盘会", MeetingKind.RETROSPECTIVE, -35, 20, 45, people, lessons),
    )


STAFF = StaffStory(
    titles={
        "wang": "项目负责人",
        "zhao": "项目负责人",
        "liu": "算法工程师",
        "sun": "数据工程师",
        "zhou": "后端工程师",
        "xu": "产品经理",
    },
    guests=(
        GuestStory("guo", "郭敏", "特级教师（兼职）", leaves=120),
        GuestStory("ma", "马超", "运维工程师（外包）", away=(20, 30)),
    ),
    skills=_SKILLS,
    roles=_ROLES,
    meetings={
        "QMKF": _meetings(("wang", "liu", "sun", "zhou", "xu"), (4,), "方言样本要更早收集。"),
        "QMZJ": _meetings(("zhao", "sun", "xu", "guo"), (1, 5), "学校的网络条件要先确认。"),
    },
    away={"sun": (-3, 6)},
)

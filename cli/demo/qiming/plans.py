"""The phases and tasks of the ventures of 启明创研."""

from __future__ import annotations

from cli.demo.story import PhaseStory, TaskStory
from domain.milestones.tables import PhaseKind

SERVICE_PHASES = (
    PhaseStory("原型开发", PhaseKind.PROTOTYPE, -150, -98, ("prototype",)),
    PhaseStory("功能扩展", PhaseKind.FEATURE_DEVELOPMENT, -97, -40, ("extension",)),
    PhaseStory("测试与优化", PhaseKind.TEST_AND_OPTIMISE, -39, 32, ("trial",)),
    PhaseStory("商业化发布", PhaseKind.COMMERCIAL_RELEASE, 34, 105, ("release",)),
)
SERVICE_TASKS = (
    TaskStory("首批企业接入", "trial", "wang", -39, -28, 8, begun=-38, done=-29),
    TaskStory("收集并标注失败会话", "trial", "liu", -30, -14, 10, begun=-28, done=-12),
    TaskStory("优化转人工策略", "trial", "liu", -12, 6, 10, begun=-10, after=("收集并标注失败会话",)),
    TaskStory("压力测试：日均五万会话", "trial", "wang", 8, 24, 8),
    TaskStory("定价方案评审", "release", "xu", 34, 50, 6),
)

TUTORING_PHASES = (
    PhaseStory("题库建设", PhaseKind.PROTOTYPE, -120, -75, ("bank",)),
    PhaseStory("助教开发", PhaseKind.FEATURE_DEVELOPMENT, -74, -20, ("tutor",)),
    PhaseStory("学校试点", PhaseKind.TEST_AND_OPTIMISE, -18, 70, ("schools",)),
    PhaseStory("备案与发布", PhaseKind.COMMERCIAL_RELEASE, -30, 55, ("filing",)),
)
TUTORING_TASKS = (
    TaskStory("签约前三所学校", "schools", "zhao", -18, -6, 6, begun=-17, done=-5, weight=2),
    TaskStory("教师培训材料", "schools", "sun", -10, 5, 7, begun=-8),
    TaskStory("签约其余七所学校", "schools", "zhao", 0, 40, 15, weight=4, after=("签约前三所学校",)),
    TaskStory("试点总结报告", "schools", "zhao", 50, 68, 8, after=("签约其余七所学校",)),
    TaskStory("整理语料来源清单", "filing", "xu", -30, -12, 8, begun=-28, done=-10),
    TaskStory("完成安全评估", "filing", "xu", -10, 40, 20, begun=-7, after=("整理语料来源清单",)),
)

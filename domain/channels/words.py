"""The words of messages, in both languages; the sentences of alerts are their rules' own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.channels.message import Language

NOUNS: Final[Mapping[str, str]] = {
    "acceptance": "风险接受",
    "acquisition": "资源获取",
    "action": "行动",
    "allocation": "资源分配",
    "api_key": "API 密钥",
    "calendar": "工作日历",
    "cash_balance": "现金余额",
    "catalogue_entry": "技术目录条目",
    "compute_forecast": "算力需求预测",
    "compute_pool": "算力池",
    "data_source": "数据来源",
    "data_use": "数据使用",
    "baseline": "基线",
    "candidate_field": "候选领域",
    "channel": "通知渠道",
    "competitor": "竞争对手",
    "competitor_event": "竞争对手动态",
    "competitor_share": "竞争对手市场份额",
    "condition": "评审条件",
    "cost": "支出",
    "criterion": "验收标准",
    "obligation": "合规义务",
    "obligation_evidence": "合规证据",
    "participant": "评审参与者",
    "customer_revenue": "客户收入",
    "dependency": "里程碑依赖",
    "domain": "域名",
    "document_manifest": "受信文档清单",
    "escalation_policy": "升级策略",
    "factor_score": "因素评分",
    "feedback": "反馈",
    "group": "用户组",
    "group_member": "用户组成员",
    "identity_provider": "身份提供方",
    "indicator": "指标",
    "invitation": "邀请",
    "issue": "问题",
    "meeting": "会议",
    "meeting_attendee": "会议参与者",
    "market_size": "市场规模",
    "member": "成员",
    "milestone": "里程碑",
    "need": "用户需求",
    "need_mention": "需求提及",
    "notification_preference": "通知偏好",
    "person": "人员",
    "person_skill": "人员技能",
    "lesson": "经验教训",
    "lesson_review": "经验与评审的关联",
    "lesson_risk": "经验与风险的关联",
    "playbook": "行动手册",
    "promotion": "推广活动",
    "receipt": "收入",
    "phase": "阶段",
    "positioning": "定位",
    "research": "用户研究",
    "resource": "资源",
    "response": "应对措施",
    "risk": "风险",
    "risk_appetite": "风险偏好",
    "risk_category": "风险类别",
    "risk_cause": "风险成因",
    "risk_comment": "风险评论",
    "risk_mention": "评论中的提及",
    "risk_milestone": "风险与里程碑的关联",
    "risk_resource": "风险与资源的关联",
    "risk_scale": "风险量表",
    "roadmap": "路线图",
    "role_holder": "岗位任职",
    "role_requirement": "岗位需求",
    "rule": "规则",
    "service_account": "服务账号",
    "silence": "静默",
    "skill": "技能",
    "task": "任务",
    "task_dependency": "任务依赖",
    "talent_source": "人才来源",
    "team": "团队",
    "team_member": "团队成员",
    "technology": "技术来源",
    "user_feedback": "用户反馈",
    "venture": "项目",
    "venture_regime": "适用法规",
    "webhook_endpoint": "Webhook 端点",
}
"""Chinese words for the entities; in English the word itself is used."""

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "created": ("{what} created", "已创建{what}"),
    "updated": ("{what} changed", "已修改{what}"),
    "archived": ("{what} archived", "已归档{what}"),
    "restored": ("{what} restored", "已恢复{what}"),
    "risk.alert.fired": ("Alert", "告警"),
    "risk.alert.acknowledged": ("Alert acknowledged", "告警已认领"),
    "risk.alert.escalated": ("Alert escalated", "告警已升级"),
    "risk.alert.resolved": ("Alert resolved", "告警已解除"),
    "risk.alert.reminder": ("Alert still open", "告警仍未解除"),
    "risk.alert.flapping": ("Alert is flapping", "告警反复触发"),
    "risk.acceptance.expiring": ("Acceptance of a risk ends soon", "风险接受即将到期"),
    "api_key.expiring": ("An API key ends soon", "API 密钥即将到期"),
    "acquisition.moved": ("Acquisition moved", "资源获取有进展"),
    "risk.assessed": ("Risk assessed", "风险已评估"),
    "risk.assessment_suggested": ("New assessment of a risk suggested", "建议重新评估风险"),
    "rule.evaluation.failing": ("A rule cannot be evaluated", "规则无法评估"),
    "milestone.criterion_recorded": ("Criterion recorded", "已记录验收标准的结果"),
    "milestone.review.ready": ("Review ready", "评审报告已就绪"),
    "venture.progress_report.ready": ("Progress report ready", "进展报告已就绪"),
    "milestone.review.voted": ("Vote in a review", "评审已有投票"),
    "milestone.review.decided": ("Review decided", "评审已有决定"),
    "positioning.judged": ("Positioning judged", "定位已评判"),
    "indicator.readings_recorded": ("Readings recorded", "已记录指标读数"),
    "compute_pool.use_recorded": ("Computing time used", "已记录算力使用"),
    "audit.entry.recorded": ("Entry of the audit log", "审计日志条目"),
    "tenant.quota.reached": ("Most of a limit is used", "套餐额度即将用尽"),
    "tenant.quota.reached.advice": (
        "At the limit nothing can be added. Archive what is no longer needed, or ask the operator for a higher limit.",
        "达到上限后将无法新增。请归档不再需要的内容，或向运营方申请更高的限额。",
    ),
    "tenant.quota.reached.passing_advice": (
        "Beyond the limit requests are refused until time has passed. Ask the operator for a higher limit.",
        "超过上限的请求将被拒绝，直到下一个周期。请向运营方申请更高的限额。",
    ),
    "used": ("Used", "已使用"),
    "limit": ("Limit", "限额"),
    "share": ("Share", "占比"),
    "tenant.deletion_scheduled": ("Deletion scheduled", "已计划删除"),
    "tenant.deletion_scheduled.advice": (
        "Everything will be erased for good then. An owner or the operator can cancel it until that moment.",
        "届时全部数据将被永久清除。在此之前，所有者或运营方可以取消。",
    ),
    "tenant.deletion_cancelled": ("Deletion cancelled", "已取消删除"),
    "delete_after": ("Erased on", "清除时间"),
    "webhook.endpoint.disabled": ("Webhook endpoint disabled", "Webhook 端点已停用"),
    "channel.disabled": ("Channel disabled", "通知渠道已停用"),
    "webhook.endpoint.disabled.advice": (
        "Mend the receiver, enable the endpoint again, and replay what it has missed since.",
        "请修复接收方，重新启用该端点，并重放此后错过的事件。",
    ),
    "channel.disabled.advice": (
        "Correct its address, enable the channel again, and replay what it has missed since.",
        "请更正其地址，重新启用该渠道，并重放此后错过的消息。",
    ),
    "channel.test": ("Test message", "测试消息"),
    "test_text": (
        "This channel works. Alerts and reviews will arrive like this.",
        "此渠道可用。告警和评审将以这种形式送达。",
    ),
    "venture.health_changed": ("Health of a venture has changed", "项目健康状态已变化"),
    "computed_state": ("By the facts", "按事实判断"),
    "former_state": ("Before", "此前"),
    "venture": ("Venture", "项目"),
    "subject": ("About", "对象"),
    "severity": ("Severity", "级别"),
    "since": ("Since", "开始于"),
    "by": ("By", "操作者"),
    "at": ("At", "时间"),
    "reason": ("Reason", "原因"),
    "changes": ("Changes in 24 hours", "24 小时内变化次数"),
    "recommendation": ("Recommendation", "建议"),
    "decision": ("Decision", "决定"),
    "days_left": ("Days left", "剩余天数"),
    "expires_on": ("Ends on", "到期日"),
    "level": ("Level", "等级"),
    "score": ("Score", "分数"),
    "result": ("Result", "结果"),
    "value": ("Value", "数值"),
    "count": ("Count", "数量"),
    "state": ("State", "状态"),
    "error": ("Error", "错误"),
    "reasons": ("Reasons", "理由"),
    "advice": ("What helps", "建议措施"),
    "open": ("Open", "打开"),
    "more": ("and {count} more", "以及另外 {count} 项"),
    "not_told": ("Its words cannot be told here; open it to read more.", "此处无法显示内容，请打开查看。"),
    "footer": ("Milepost · {tenant}", "Milepost · {tenant}"),
    "digest": ("Digest ({count})", "摘要（{count}）"),
    "digest_text": (
        "What happened since the last digest, the gravest first.",
        "自上次摘要以来发生的事项，最严重的在前。",
    ),
    "unsubscribe_text": (
        "You get this mail because you chose it in Milepost.",
        "您收到此邮件，是因为您在 Milepost 中选择了接收。",
    ),
    "confirm_subject": ("Confirm this address for {tenant}", "请确认此地址用于 {tenant}"),
    "confirm_text": (
        "{tenant} wants to send alerts and reviews of its projects to this address. Nothing is sent before you agree. "
        "If you do not know what this is, do nothing.",
        "{tenant} 希望将其项目的告警和评审发送到此地址。在您同意之前不会发送任何内容。如果您不了解此事，请忽略本邮件。",
    ),
    "confirm": ("Confirm the address", "确认此地址"),
    "invite_subject": ("{tenant} invites you to Milepost", "{tenant} 邀请您加入 Milepost"),
    "invite_text": (
        "{tenant} invites you to work with it in Milepost. Sign in with the address to which this mail was sent, and "
        "you are a member. If you do not know what this is, do nothing.",
        "{tenant} 邀请您在 Milepost 中与其协作。请使用接收本邮件的地址登录，登录后即成为成员。"
        "如果您不了解此事，请忽略本邮件。",
    ),
    "invite": ("Accept the invitation", "接受邀请"),
    "confirm_until": ("The link works once, until {until}.", "该链接仅可使用一次，有效期至 {until}。"),
}
"""Each word in English and Chinese."""


VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "off_track": ("off track", "偏离轨道"),
    "at_risk": ("at risk", "存在风险"),
    "unknown": ("unknown", "未知"),
    "on_track": ("on track", "正常"),
    "not_applicable": ("not applicable", "不适用"),
    "critical": ("Critical", "严重"),
    "warning": ("Warning", "警告"),
    "info": ("Info", "提示"),
    "go": ("go", "通过"),
    "conditional_go": ("conditional go", "有条件通过"),
    "hold": ("hold", "暂缓"),
    "recycle": ("recycle", "返工"),
    "stop": ("stop", "终止"),
    "abstain": ("abstain", "弃权"),
    "insufficient_evidence": ("insufficient evidence", "证据不足"),
    "low": ("low", "低"),
    "medium": ("medium", "中"),
    "high": ("high", "高"),
    "cleared": ("the condition is gone", "条件已消失"),
    "rule_changed": ("its rule was changed", "规则已修改"),
    "rule_disabled": ("its rule was disabled", "规则已停用"),
    "subject_archived": ("its subject was archived", "对象已归档"),
    "unacknowledged": ("nobody took it in time", "无人及时认领"),
    "more_severe": ("it became more severe", "级别上升"),
    "pass": ("pass", "通过"),
    "members": ("members", "成员"),
    "ventures": ("ventures", "项目"),
    "risks": ("risks", "风险"),
    "webhook_endpoints": ("webhook endpoints", "Webhook 端点"),
    "readings_per_day": ("readings of today", "今日指标读数"),
    "api_cost_per_minute": ("cost of GraphQL operations a minute", "每分钟 GraphQL 操作成本"),
    "identified": ("identified", "已识别"),
    "contacted": ("contacted", "已接触"),
    "negotiating": ("negotiating", "洽谈中"),
    "committed": ("committed", "已承诺"),
    "received": ("received", "已到位"),
    "lost": ("lost", "已失去"),
    **{
        f"the workflow is gone, turned off, or its address is no longer valid ({status})": (
            f"the workflow is gone, turned off, or its address is no longer valid ({status})",
            f"工作流已删除、已关闭，或其地址已失效（{status}）",
        )
        for status in (400, 401, 403, 404, 410)
    },
    "it answered 410 Gone": ("it answered 410 Gone", "接收方返回 410 Gone"),
    "nothing but failure for five days": ("nothing but failure for five days", "连续五天只有失败"),
    "its secret cannot be decrypted": ("its secret cannot be decrypted", "其密钥无法解密"),
    "the mail server refused 3 mails to it, one after the other": (
        "the mail server refused 3 mails to it, one after the other",
        "邮件服务器连续拒收了 3 封发往该地址的邮件",
    ),
    "fail": ("fail", "未通过"),
    "clarity": ("clarity", "清晰度"),
    "differentiation": ("difference from others", "差异化"),
    "feasibility": ("feasibility", "可行性"),
}
"""Values of ours, as events hold them, in English and Chinese."""


def word(key: str, language: Language, **values: str | int) -> str:
    """A word or sentence. Raises KeyError for one that there is not."""
    text = WORDS[key][language is Language.ZH]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def known(value: str, language: Language) -> str:
    """A value of ours in the language; another's own word stays as it is."""
    return VALUES[value][language is Language.ZH] if value in VALUES else value


def noun(entity: str, language: Language) -> str:
    """What an entity is called, as the first word of a heading in English."""
    text = entity.replace("_", " ")
    return NOUNS.get(entity, text) if language is Language.ZH else text[:1].upper() + text[1:]

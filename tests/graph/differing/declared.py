"""What the plain reference knows of each type, written down once more by hand: nothing of it is the compiler's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.graph.differing.chapters.chapter import Many, Type
from tests.graph.differing.chapters.registry import names_of_all, of_all

GRAVEST: Final = ("-expected_loss", "-score")

TYPES: Final[Mapping[str, Type]] = {
    "Tenant": Type("tenant", "tenant"),
    "Member": Type("membership", "member", ("name",), needs="member:read"),
    "Group": Type("member_group", "group", ("title",), needs="member:read"),
    "Invitation": Type("invitation", "invitation", ("-created_at",), needs="member:write", reaches=True),
    "ServiceAccount": Type("service_account", "service_account", ("title",), needs="api_key:read", reaches=True),
    "ApiKey": Type("api_key", "api_key", ("title",), needs="api_key:read", reaches=True),
    "Calendar": Type("working_calendar", "calendar", ("name",)),
    "Venture": Type("venture", "venture", ("name",), venture="id"),
    "Team": Type("team", "team", ("name",), venture="venture_id", common=True),
    "TeamMember": Type("team_member", "team_member", venture="team_id", through="Team"),
    "Milestone": Type("milestone", "milestone", ("due_on",), venture="venture_id"),
    "Phase": Type("phase", "phase", ("position",), venture="venture_id"),
    "Task": Type("task", "task", ("due_on",), venture="venture_id"),
    "TaskDependency": Type("task_dependency", "task_dependency", venture="venture_id"),
    "Dependency": Type("milestone_dependency", "dependency", venture="venture_id"),
    "Criterion": Type("criterion", "criterion", venture="venture_id"),
    "CriterionResult": Type(
        "criterion_result",
        "criterion_result",
        ("-recorded_at", "-id"),
        venture="criterion_id",
        through="Criterion",
        dated="recorded_at",
    ),
    "Baseline": Type("baseline", "baseline", ("-number",), venture="venture_id"),
    "BaselineMilestone": Type(
        "baseline_milestone", "baseline_milestone", ("due_on",), venture="baseline_id", through="Baseline"
    ),
    "Roadmap": Type("roadmap", "roadmap", venture="venture_id"),
    "RoadmapVersion": Type("roadmap_version", "roadmap_version", ("-number",), venture="venture_id", dated="made_at"),
    "Cost": Type("cost", "cost", ("-spent_on",), venture="venture_id"),
    "Receipt": Type("receipt", "receipt", ("-received_on",), venture="venture_id"),
    "CashBalance": Type("cash_balance", "cash_balance", ("-balance_on",), venture="venture_id"),
    "HealthChange": Type(
        "health_change", "health_change", ("-changed_at", "-id"), venture="venture_id", dated="changed_at"
    ),
    "Risk": Type("risk", "risk", GRAVEST, venture="venture_id"),
    "Assessment": Type(
        "assessment", "assessment", ("-assessed_at", "-id"), venture="risk_id", through="Risk", dated="assessed_at"
    ),
    "Response": Type("response", "response", venture="venture_id"),
    "Action": Type("response_action", "action", ("due_on",), venture="venture_id"),
    "RiskScale": Type("risk_scale", "risk_scale", ("-version_number",)),
    "RiskCategory": Type("risk_category", "risk_category", ("code",)),
    "RiskLimits": Type("risk_limits", "risk_limits", ("-scale_number",), venture="venture_id"),
    "RiskAppetite": Type("risk_appetite", "risk_appetite", ("category",), venture="venture_id", common=True),
    "Indicator": Type("indicator", "indicator", ("name",), venture="venture_id"),
    "Reading": Type("reading", "reading", ("-at",), venture="indicator_id", through="Indicator", dated="recorded_at"),
    "Rule": Type("rule", "rule", ("code",)),
    "Silence": Type("silence", "silence", ("-ends_at",), venture="venture_id", common=True),
    "EscalationPolicy": Type("escalation_policy", "escalation_policy"),
    "Alert": Type("alert", "alert", ("-since",), venture="venture_id"),
    "AlertTransition": Type(
        "alert_transition", "alert_transition", ("at", "id"), venture="alert_id", through="Alert", dated="at"
    ),
    "Review": Type("review", "review", ("-created_at",), venture="venture_id"),
    "ReviewCondition": Type("review_condition", "condition", ("due_on",), venture="venture_id"),
    "Feedback": Type("feedback", "feedback", ("-created_at",), venture="venture_id"),
    "ReviewParticipant": Type("review_participant", "participant", venture="venture_id"),
    "ReviewVote": Type("review_vote", "review_vote", ("voted_at", "id"), venture="venture_id"),
    "RiskMilestone": Type("risk_milestone", "risk_milestone", venture="venture_id"),
    "RiskResource": Type("risk_resource", "risk_resource", venture="venture_id"),
    "RiskCause": Type("risk_cause", "risk_cause", venture="venture_id"),
    "RiskComment": Type("risk_comment", "risk_comment", ("created_at",), venture="venture_id"),
    "Acceptance": Type("acceptance", "acceptance", ("-requested_at", "-id"), venture="venture_id"),
    "SuggestedAssessment": Type("suggested_assessment", "suggestion", ("-suggested_at", "-id"), venture="venture_id"),
    "Issue": Type("issue", "issue", ("-occurred_on", "-id"), venture="venture_id"),
    "WebhookEndpoint": Type("webhook_endpoint", "webhook_endpoint", needs="webhook:read", whole=True),
    "Channel": Type("channel", "channel", ("name",), needs="webhook:read", whole=True),
    "IdentityProvider": Type(
        "identity_provider", "identity_provider", ("title",), needs="identity_provider:read", whole=True
    ),
    "Domain": Type("domain", "domain", ("name",), needs="identity_provider:read", whole=True),
    "Delivery": Type("delivery", "delivery", ("-id",), needs="webhook:read", whole=True),
    "DeliveryAttempt": Type("attempt", "attempt", ("-id",), needs="webhook:read", whole=True),
    "DeliveryReplay": Type("delivery_replay", "delivery_replay", ("-id",), needs="webhook:read", whole=True),
    **of_all("types"),
}
BY_PREFIX: Final = {type_.prefix: name for name, type_ in TYPES.items()}
HISTORIC: Final = frozenset({"venture", "milestone", "risk", *names_of_all("historic")})
"""Tables whose past versions are kept, in `<table>_history`."""
SUBJECTS: Final = (
    "venture", "milestone", "risk", "action", "resource", "review", "condition", "team_member", "indicator",
    "risk_appetite", *names_of_all("subjects"),
)  # fmt: skip
"""What alerts can be about: prefixes of ids."""
_PRODUCT: Final = "the product's own data, the same for all; what a tenant sets of them is compared where it is stored"
_OUTCOMES: Final = "statistics over stored outcomes, which the reference would work out by the same sums"
_OWN: Final = "the caller's own alone; compared with another member's in `tests/api/rest/test_preferences.py`"
_ASKED: Final = "worked out by a pure function of its own, whose properties are tested in `tests/domain/roadmaps/`"
_MOVED: Final = "compared with two states of the past, register by register, in `tests/graph/test_movements.py`"
_COMPARED: Final = "worked out by a program and stored nowhere; see `tests/api/rest/test_review_reports.py`"
_ASKED: Final = "worked out by a program and stored nowhere; see `tests/api/graphql/test_what_if.py`"
_LOGGED: Final = (
    "the suite's own acts; compared with REST, and that with a sieve, in `tests/api/rest/test_audit_log.py`"
)
_LIMITS: Final = "an administrator's alone; compared with what REST tells in `tests/api/rest/test_quotas.py`"
NOT_COMPARED: Final[Mapping[str, str]] = {
    "AuditEntry": _LOGGED,
    "BuiltInRule": _PRODUCT,
    "RuleParameter": _PRODUCT,
    "RuleFact": _PRODUCT,
    "RiskTemplate": _PRODUCT,
    "PlanTemplate": _PRODUCT,
    "RoadmapComparison": _ASKED,
    "BaselineComparison": _ASKED,
    "ReschedulePreview": _ASKED,
    "UsualResponse": _PRODUCT,
    "CalibrationBand": _OUTCOMES,
    "Tenant.brierBasis": _OUTCOMES,
    "Tenant.brierScore": _OUTCOMES,
    "Venture.brierBasis": _OUTCOMES,
    "Venture.brierScore": _OUTCOMES,
    "NotificationPreference": _OWN,
    "ViewerSession": "read by a program from what only sign-in may read",
    "WhatIfAnswer": _ASKED,
    "ReviewComparison": _COMPARED,
    "RiskMovement": _MOVED,
    "Quota": _LIMITS,
    "Usage": _LIMITS,
    **of_all("not_compared"),
}
"""What random documents do not ask for, with the reason: a type, or `Type.field`, or `Type.field(argument)`."""


MANY: Final[Mapping[str, Many]] = {
    "ServiceAccount.keys": Many("service_account_id", ("title",)),
    "Member.groups": Many(link="member_group_member", here="member_id", there="group_id"),
    "Group.members": Many(link="member_group_member", here="group_id", there="member_id", order=("name",)),
    "Member.teams": Many(link="team_member", here="member_id", there="team_id"),
    "Member.ownedVentures": Many("owner_id", ("name",)),
    "Member.ownedRisks": Many("owner_id", GRAVEST),
    "Member.ownedMilestones": Many("owner_id", ("due_on",)),
    "Member.ownedTasks": Many("owner_id", ("due_on",)),
    "Calendar.ventures": Many("calendar_id", ("name",)),
    "Venture.phases": Many("venture_id", ("position",)),
    "Venture.tasks": Many("venture_id", ("due_on",)),
    "Phase.milestones": Many("phase_id", ("due_on",)),
    "Milestone.tasks": Many("milestone_id", ("due_on",)),
    "Task.predecessors": Many("successor_id"),
    "Task.successors": Many("predecessor_id"),
    "Venture.milestones": Many("venture_id", ("due_on",)),
    "Venture.baselines": Many("venture_id", ("-number",)),
    "Baseline.milestones": Many("baseline_id", ("due_on",)),
    "Roadmap.versions": Many("roadmap_id", ("-number",)),
    "Venture.indicators": Many("venture_id", ("name",)),
    "Venture.risks": Many("venture_id", GRAVEST),
    "Venture.issues": Many("venture_id", ("-occurred_on",)),
    "Venture.riskLimits": Many("venture_id", ("-scale_number",)),
    "Venture.appetites": Many("venture_id", ("category",)),
    "Venture.alerts": Many("venture_id", ("-since",)),
    "Venture.reviews": Many("venture_id", ("-created_at",)),
    "Venture.teams": Many("venture_id", ("name",)),
    "Venture.healthChanges": Many("venture_id", ("-changed_at", "-id")),
    "Venture.costs": Many("venture_id", ("-spent_on",)),
    "Venture.receipts": Many("venture_id", ("-received_on",)),
    "Venture.cashBalances": Many("venture_id", ("-balance_on",)),
    "Team.members": Many(link="team_member", here="team_id", there="member_id", order=("name",)),
    "Team.places": Many("team_id"),
    "Milestone.criteria": Many("milestone_id"),
    "Milestone.predecessors": Many("successor_id"),
    "Milestone.successors": Many("predecessor_id"),
    "Milestone.risks": Many(link="risk_milestone", here="milestone_id", there="risk_id", order=GRAVEST),
    "Milestone.alerts": Many("subject_id", ("-since",)),
    "Milestone.costs": Many("milestone_id", ("-spent_on",)),
    "Milestone.reviews": Many("milestone_id", ("-created_at",)),
    "Criterion.results": Many("criterion_id", ("-recorded_at", "-id")),
    "Risk.assessments": Many("risk_id", ("-assessed_at", "-id")),
    "Risk.responses": Many("risk_id"),
    "Risk.alerts": Many("subject_id", ("-since",)),
    "Risk.milestones": Many(link="risk_milestone", here="risk_id", there="milestone_id"),
    "Risk.milestoneLinks": Many("risk_id"),
    "Risk.resources": Many(link="risk_resource", here="risk_id", there="resource_id"),
    "Risk.causes": Many(link="risk_cause", here="follows_id", there="risk_id", order=("-score",)),
    "Risk.effects": Many(link="risk_cause", here="risk_id", there="follows_id", order=("-score",)),
    "Risk.comments": Many("risk_id", ("created_at",)),
    "Risk.indicators": Many("risk_id", ("name",)),
    "Risk.acceptances": Many("risk_id", ("-requested_at",)),
    "Risk.suggestedAssessments": Many("risk_id", ("-suggested_at",)),
    "Risk.issues": Many("risk_id", ("-occurred_on",)),
    "RiskComment.mentions": Many(link="risk_mention", here="comment_id", there="member_id", order=("name",)),
    "Indicator.readings": Many("indicator_id", ("-at",)),
    "Indicator.criteria": Many("indicator_id"),
    "Indicator.alerts": Many("subject_id", ("-since",)),
    "Issue.actions": Many("issue_id", ("due_on",)),
    "Response.actions": Many("response_id", ("due_on",)),
    "Alert.timeline": Many("alert_id", ("at", "id")),
    "Review.conditions": Many("review_id", ("due_on",)),
    "Review.participants": Many("review_id"),
    "Review.feedback": Many("review_id", ("created_at",)),
    "Venture.feedback": Many("venture_id", ("-created_at",)),
    "Review.votes": Many("review_id", ("voted_at", "id")),
    "WebhookEndpoint.deliveries": Many("endpoint_id", ("-id",)),
    "WebhookEndpoint.replays": Many("endpoint_id", ("-id",)),
    "Channel.deliveries": Many("endpoint_id", ("-id",)),
    "Channel.replays": Many("channel_id", ("-id",)),
    "Delivery.tries": Many("delivery_id", ("attempt_number", "id")),
    **of_all("many"),
}
"""The lists of rows, as `Type.field`; an order that is not given is the type's own."""

BESIDE: Final[Mapping[str, Mapping[str, str]]] = {
    "milestone": {"forecast": "milestone_id"},
    "risk": {"risk_score": "risk_id", "risk_share": "risk_id"},
    "review": {"review_report": "review_id"},
    "indicator": {"indicator_status": "indicator_id", "indicator_pull": "indicator_id"},
    "webhook_endpoint": {"endpoint_health": "id"},
    "api_key": {"api_key_use": "api_key_id"},
    **of_all("beside"),
}
"""Tables whose one row is read as more columns of another, each with its column that names that one."""
KEPT: Final = frozenset(
    {
        *("exposure", "forecast_day", "indicator_trend", "rule_health", "venture_forecast"),
        *("earned_value", "runway", "health"),
        *names_of_all("kept"),
    }
)
"""Tables without identity from which values are worked out."""

CAN: Final[Mapping[str, Mapping[str, str]]] = {
    "Alert": {"acknowledge": "alert:acknowledge"},
    "Milestone": {"edit": "milestone:write", "archive": "milestone:write", "requestReview": "review:request"},
    "Phase": {"edit": "milestone:write", "archive": "milestone:write"},
    "Task": {"edit": "milestone:write", "archive": "milestone:write"},
    "TaskDependency": {"edit": "milestone:write", "archive": "milestone:write"},
    "Dependency": {"edit": "milestone:write", "remove": "milestone:write"},
    "Criterion": {"edit": "milestone:write", "record": "milestone:write"},
    "Baseline": dict.fromkeys(("edit", "archive", "setCurrent"), "milestone:write"),
    "Roadmap": dict.fromkeys(("edit", "archive"), "milestone:write"),
    "Feedback": {"edit": "review:request", "archive": "review:request"},
    "Review": {
        "start": "review:decide",
        "decide": "review:decide",
        "request": "review:request",
        "vote": "review:vote",
    },
    **dict.fromkeys(("Cost", "Receipt", "CashBalance"), dict.fromkeys(("edit", "archive"), "money:write")),
    "Risk": {
        **dict.fromkeys(("edit", "archive", "assess", "respond"), "risk:write"),
        "accept": "acceptance:approve",
    },
    "RiskScale": {"save": "risk:configure"},
    "RiskCategory": {"edit": "risk:configure", "archive": "risk:configure"},
    "RiskAppetite": {"edit": "risk:configure", "archive": "risk:configure"},
    "Indicator": {"edit": "risk:write", "archive": "risk:write", "record": "risk:write"},
    "Response": {"edit": "risk:write", "archive": "risk:write"},
    "Action": {"edit": "risk:write", "complete": "risk:write"},
    "Rule": {"edit": "rule:write"},
    "Silence": {"end": "alert:acknowledge"},
    "EscalationPolicy": {"edit": "rule:write"},
    "RiskMilestone": {"edit": "risk:write", "archive": "risk:write"},
    "RiskResource": {"archive": "risk:write"},
    "RiskCause": {"archive": "risk:write"},
    "RiskComment": {"edit": "risk:write", "archive": "risk:write"},
    "SuggestedAssessment": {"confirm": "risk:write", "dismiss": "risk:write"},
    "Acceptance": {"approve": "acceptance:approve", "reject": "acceptance:approve", "request": "risk:write"},
    "Issue": {"edit": "risk:write", "resolve": "risk:write", "archive": "risk:write"},
    "Team": {"edit": "team:write", "archive": "team:write"},
    "TeamMember": {"edit": "team:write"},
    "Calendar": {"edit": "calendar:write", "archive": "calendar:write"},
    "Venture": {"edit": "venture:write", "archive": "venture:write", "addRisk": "risk:write"},
    "WebhookEndpoint": {"edit": "webhook:write"},
    "Channel": {"edit": "webhook:write"},
    "Invitation": {"edit": "member:write"},
    "ServiceAccount": {"edit": "api_key:write"},
    "IdentityProvider": dict.fromkeys(("edit", "archive"), "identity_provider:write"),
    "Domain": dict.fromkeys(("verify", "archive"), "identity_provider:write"),
    **of_all("can"),
}
"""What `viewerCan` asks."""

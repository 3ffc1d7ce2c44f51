"""What the plain reference knows of each type, written down once more by hand: nothing of it is the compiler's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Type:
    """A type: its table, the prefix of its ids, the usual order of its lists, and the permission to read it.

    `venture` is the way to the venture that a restricted caller must be allowed to see: names of columns, each but the
    last a reference (`TYPES[..]` by `through`). `whole` is what such callers may not read at all. `dated` is the
    column that says since when a fact is known: as of an instant, only those known by then are read.
    """

    table: str
    prefix: str
    order: tuple[str, ...] = ()
    needs: str = "domain:read"
    venture: str | None = None
    through: str | None = None
    whole: bool = False
    dated: str = ""


GRAVEST: Final = ("-expected_loss", "-score")

TYPES: Final[Mapping[str, Type]] = {
    "Tenant": Type("tenant", "tenant"),
    "Member": Type("membership", "member", ("name",), needs="member:read"),
    "ApiKey": Type("api_key", "api_key", ("title",), needs="api_key:read"),
    "Venture": Type("venture", "venture", ("name",), venture="id"),
    "Team": Type("team", "team", ("name",), venture="venture_id"),
    "TeamMember": Type("team_member", "team_member", venture="team_id", through="Team"),
    "Milestone": Type("milestone", "milestone", ("due_on",), venture="venture_id"),
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
    "Resource": Type("resource", "resource", ("name",), venture="venture_id"),
    "Allocation": Type("allocation", "allocation", venture="venture_id"),
    "Risk": Type("risk", "risk", GRAVEST, venture="venture_id"),
    "Assessment": Type(
        "assessment", "assessment", ("-assessed_at", "-id"), venture="risk_id", through="Risk", dated="assessed_at"
    ),
    "Response": Type("response", "response", venture="venture_id"),
    "Action": Type("response_action", "action", ("due_on",), venture="venture_id"),
    "RiskScale": Type("risk_scale", "risk_scale", ("-version_number",)),
    "RiskCategory": Type("risk_category", "risk_category", ("code",)),
    "Rule": Type("rule", "rule", ("code",)),
    "Alert": Type("alert", "alert", ("-since",), venture="venture_id"),
    "AlertTransition": Type(
        "alert_transition", "alert_transition", ("at", "id"), venture="alert_id", through="Alert", dated="at"
    ),
    "Review": Type("review", "review", ("-created_at",), venture="venture_id"),
    "ReviewCondition": Type("review_condition", "condition", ("due_on",), venture="venture_id"),
    "WebhookEndpoint": Type("webhook_endpoint", "webhook_endpoint", needs="webhook:read", whole=True),
    "Delivery": Type("delivery", "delivery", ("-id",), needs="webhook:read", whole=True),
}
BY_PREFIX: Final = {type_.prefix: name for name, type_ in TYPES.items()}
HISTORIC: Final = frozenset({"venture", "milestone", "risk"})
"""Tables whose past versions are kept, in `<table>_history`."""
NOT_COMPARED: Final[Mapping[str, str]] = {}
"""What random documents do not ask for, with the reason: a type, or `Type.field`, or `Type.field(argument)`."""


@dataclass(frozen=True)
class Many:
    """A list of a row: those rows whose column `by` names it, or that a table of links leads to; its usual order."""

    by: str = ""
    order: tuple[str, ...] = ()
    link: str = ""
    here: str = ""
    there: str = ""


MANY: Final[Mapping[str, Many]] = {
    "Member.teams": Many(link="team_member", here="member_id", there="team_id"),
    "Member.ownedVentures": Many("owner_id", ("name",)),
    "Member.ownedRisks": Many("owner_id", GRAVEST),
    "Member.ownedMilestones": Many("owner_id", ("due_on",)),
    "Venture.milestones": Many("venture_id", ("due_on",)),
    "Venture.risks": Many("venture_id", GRAVEST),
    "Venture.alerts": Many("venture_id", ("-since",)),
    "Venture.reviews": Many("venture_id", ("-created_at",)),
    "Venture.teams": Many("venture_id", ("name",)),
    "Venture.resources": Many("venture_id", ("name",)),
    "Team.members": Many(link="team_member", here="team_id", there="member_id", order=("name",)),
    "Team.places": Many("team_id"),
    "Milestone.criteria": Many("milestone_id"),
    "Milestone.predecessors": Many("successor_id"),
    "Milestone.successors": Many("predecessor_id"),
    "Milestone.risks": Many(link="risk_milestone", here="milestone_id", there="risk_id", order=GRAVEST),
    "Milestone.alerts": Many("subject_id", ("-since",)),
    "Milestone.allocations": Many("milestone_id"),
    "Milestone.reviews": Many("milestone_id", ("-created_at",)),
    "Criterion.results": Many("criterion_id", ("-recorded_at", "-id")),
    "Resource.allocations": Many("resource_id"),
    "Risk.assessments": Many("risk_id", ("-assessed_at", "-id")),
    "Risk.responses": Many("risk_id"),
    "Risk.alerts": Many("subject_id", ("-since",)),
    "Risk.milestones": Many(link="risk_milestone", here="risk_id", there="milestone_id"),
    "Response.actions": Many("response_id", ("due_on",)),
    "Alert.transitions": Many("alert_id", ("at", "id")),
    "Review.conditions": Many("review_id", ("due_on",)),
    "WebhookEndpoint.deliveries": Many("endpoint_id", ("-id",)),
}
"""The lists of rows, as `Type.field`; an order that is not given is the type's own."""

BESIDE: Final = {"risk": ("risk_score", "risk_id"), "review": ("review_report", "review_id")}
"""Tables whose one row is read as more columns of another."""

CAN: Final[Mapping[str, Mapping[str, str]]] = {
    "Alert": {"acknowledge": "alert:acknowledge"},
    "Milestone": {"edit": "milestone:write", "archive": "milestone:write", "requestReview": "review:request"},
    "Dependency": {"edit": "milestone:write", "remove": "milestone:write"},
    "Criterion": {"edit": "milestone:write", "record": "milestone:write"},
    "Resource": {"edit": "resource:write", "archive": "resource:write"},
    "Allocation": {"edit": "resource:write", "archive": "resource:write"},
    "Review": {"start": "review:decide", "decide": "review:decide", "request": "review:request"},
    "Risk": {"edit": "risk:write", "archive": "risk:write", "assess": "risk:write", "respond": "risk:write"},
    "Response": {"edit": "risk:write", "archive": "risk:write"},
    "Action": {"edit": "risk:write", "complete": "risk:write"},
    "Rule": {"edit": "rule:write"},
    "Team": {"edit": "team:write", "archive": "team:write"},
    "TeamMember": {"edit": "team:write"},
    "Venture": {"edit": "venture:write", "archive": "venture:write", "addRisk": "risk:write"},
    "WebhookEndpoint": {"edit": "webhook:write"},
}
"""What `viewerCan` asks."""

"""The enumerations that readers see: their names in GraphQL and what each value means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.channels.schedule import Digest, Weekday
from domain.channels.tables import ChannelKind
from domain.forecasting.pace import PaceState
from domain.forecasting.tables import DriverKind, ForecastGap
from domain.health.health import Dimension, HealthState
from domain.health.tables import HealthCause
from domain.identity.sessions import SessionKind
from domain.kernel.principal import Role
from domain.milestones.tables import (
    CriterionOutcome,
)
from domain.money.runway import RunwayState
from domain.money.tables import ReceiptCategory
from domain.resources.tables import ResourceKind
from domain.risks.acceptance_tables import AcceptanceState, SuggestionState
from domain.risks.monitoring.alert import ResolvedReason, State, Withheld
from domain.risks.monitoring.finding import Severity
from domain.risks.outcome_tables import IssueState
from domain.risks.reports.report import Movement
from domain.risks.rule_tables import RuleSubject
from domain.risks.scale import Level
from domain.risks.tables import AssessmentKind, Knowledge, ResponseKind, RiskKind, RiskStatus
from domain.roadmaps.comparing import Change
from domain.roadmaps.moving import ConflictReason, Gaps
from domain.series.levels import IndicatorDirection, IndicatorState
from domain.series.trends import TrendDirection
from domain.sheets.tables import SheetEncoding, SheetFormat, SheetState
from domain.single_sign_on.tables import VerifiedBy
from domain.tenancy.permissions import Action
from domain.tenancy.tables import TenantStatus, TrustedOnly
from domain.ventures.tables import ProgressDay, VentureStage
from domain.webhooks.breaker import EndpointState
from domain.webhooks.tables import DeliveryState, Payload, ReplayState, Signing
from graph import (
    funding_enums,
    lesson_enums,
    market_enums,
    quota_enums,
    resource_enums,
    review_enums,
    team_enums,
)
from graph.plan_enums import PLANS

NAMES: Final[Mapping[type[StrEnum], str]] = {
    **review_enums.NAMES,
    **market_enums.NAMES,
    **quota_enums.NAMES,
    **team_enums.NAMES,
    **funding_enums.NAMES,
    State: "AlertState",
    Level: "RiskLevel",
    Dimension: "HealthDimension",
    ResolvedReason: "AlertResolvedReason",
    Withheld: "AlertWithheld",
    Payload: "WebhookPayload",
    Signing: "WebhookSigning",
    EndpointState: "WebhookEndpointState",
    ReplayState: "DeliveryReplayState",
    Digest: "NotificationDigest",
    Action: "Permission",
    DriverKind: "ForecastDriverKind",
    PaceState: "ThroughputState",
    TrustedOnly: "TrustedDocumentsOnly",
    VerifiedBy: "DomainVerifiedBy",
    Change: "PlanChange",
    Gaps: "RescheduleGaps",
    ConflictReason: "RescheduleConflictReason",
}
"""Names that differ from the enumeration's own."""

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    **review_enums.MEANINGS,
    **market_enums.MEANINGS,
    **quota_enums.MEANINGS,
    **lesson_enums.MEANINGS,
    **team_enums.MEANINGS,
    **resource_enums.MEANINGS,
    **funding_enums.MEANINGS,
    **PLANS,
    Role: {
        "owner": "May do everything, and give the tenant away.",
        "admin": "Administers members, keys, endpoints and settings.",
        "manager": "Runs ventures and decides reviews.",
        "contributor": "Writes risks, milestones and resources.",
        "viewer": "Reads.",
    },
    SessionKind: {"browser": "A browser.", "command_line": "The command `milepost`, by `milepost login`."},
    TenantStatus: {
        "active": "In use.",
        "suspended": "Paused by the operator.",
        "deleting": "On its way out.",
    },
    TrustedOnly: {
        "sessions": "Of people who are signed in.",
        "keys": "Of programs with API keys.",
        "everybody": "Of all.",
    },
    VentureStage: {
        "idea": "An idea on paper.",
        "prototype": "Something that runs.",
        "validation": "Tried with real users.",
        "growth": "Winning users.",
        "scale": "Growing the organisation.",
        "closing": "Being wound up.",
        "closed": "Wound up.",
    },
    CriterionOutcome: {"pass": "It is fulfilled.", "fail": "It is not fulfilled."},
    HealthState: {
        "off_track": "It will miss what was agreed unless something changes.",
        "at_risk": "It may miss what was agreed.",
        "unknown": "Too little is known to say that it is on track.",
        "on_track": "Nothing speaks against it.",
        "not_applicable": "It is being wound up.",
    },
    Dimension: {
        "schedule": "Dates and progress.",
        "cost": "What was spent for what was done.",
        "funding": "How long the cash lasts.",
        "alerts": "What the monitor has found.",
    },
    HealthCause: {
        "computed": "The facts have changed.",
        "overridden": "A member says so.",
        "override_ended": "What a member said has lapsed or was taken back.",
    },
    ReceiptCategory: {
        "revenue": "Customers pay.",
        "grant": "Nothing is owed for it.",
        "financing": "Equity or loans: no part of what is earned.",
        "other": "Anything else.",
    },
    RunwayState: {
        "burning": "More is spent than earned.",
        "cash_generating": "Not more is spent than earned.",
        "unknown": "Too little is recorded.",
    },
    ResourceKind: {
        "funding": "Money.",
        "data": "Data sets.",
        "technology": "Software, models and compute.",
        "talent": "People.",
    },
    RiskKind: {
        "threat": "It would hurt.",
        "opportunity": "It would help.",
    },
    Movement: {
        "new": "It has come into the register.",
        "worse": "Its level or its score has risen.",
        "better": "Its level or its score has fallen.",
        "closed": "It has left the register: closed, archived, or happened.",
    },
    AcceptanceState: {
        "requested": "It waits for another person's approval.",
        "approved": "It holds.",
        "rejected": "It was not approved.",
        "withdrawn": "It was taken back.",
        "superseded": "A later one took its place.",
        "ended": "The risk's status was changed.",
        "lapsed": "Its last day is over.",
    },
    SuggestionState: {
        "open": "It waits for a person.",
        "confirmed": "An assessment was made of it.",
        "dismissed": "A person was of another mind.",
        "outdated": "The risk was assessed, or its actions changed, before anybody decided.",
    },
    IssueState: {
        "open": "It is dealt with.",
        "resolved": "It is over.",
    },
    RiskStatus: {
        "open": "It may still happen.",
        "accepted": "It is borne knowingly, for a time.",
        "occurred": "It has happened.",
        "closed": "It is over.",
    },
    AssessmentKind: {
        "inherent": "Before any response.",
        "current": "As it is now.",
        "target": "As it should become.",
    },
    Knowledge: {
        "weak": "Little is known behind the judgement.",
        "moderate": "Something is known behind the judgement.",
        "strong": "Much is known behind the judgement.",
    },
    ResponseKind: {
        "avoid": "Do not do what brings it.",
        "mitigate": "Make it less probable or less harmful.",
        "transfer": "Let somebody else bear it.",
        "accept": "Bear it, or wait whether it comes.",
        "exploit": "See to it that the opportunity comes.",
        "enhance": "Make the opportunity more probable or worth more.",
        "share": "Let somebody take part who can bring it about.",
    },
    Level: {
        "low": "Green.",
        "medium": "Yellow.",
        "high": "Orange.",
        "critical": "Red.",
    },
    State: {
        "pending": "The condition holds, not yet for long enough.",
        "firing": "The condition holds.",
        "resolved": "The condition has gone.",
    },
    Severity: {
        "info": "Worth knowing.",
        "warning": "Needs attention.",
        "critical": "Needs attention now.",
    },
    ResolvedReason: {
        "cleared": "The condition went away.",
        "rule_changed": "The rule was changed.",
        "rule_disabled": "The rule was switched off.",
        "subject_archived": "The subject was archived.",
    },
    Withheld: {
        "shadow": "The rule is only tried.",
        "inhibited": "A worse alert of the same subject tells it already.",
        "accepted": "The risk is accepted.",
        "silenced": "A silence holds.",
        "flapping": "It comes and goes too often.",
    },
    RuleSubject: {
        "risk": "A risk.",
        "milestone": "A milestone.",
        "indicator": "An indicator.",
        "venture": "A venture.",
        "resource": "A resource.",
        "action": "An action of a response.",
        "acquisition": "An acquisition of funding that is under way.",
        "role_requirement": "A role that a venture needs.",
        "role_holder": "A person's place in a role.",
        "obligation": "What a venture owes by law or by its own promise.",
    },
    IndicatorDirection: {
        "higher_is_worse": "High values are bad.",
        "lower_is_worse": "Low values are bad.",
    },
    IndicatorState: {
        "unknown": "It has not been measured.",
        "ok": "On the good side of its thresholds.",
        "warning": "Beyond the warning threshold.",
        "critical": "Beyond the critical threshold.",
    },
    TrendDirection: {
        "rising": "It rises.",
        "falling": "It falls.",
        "none": "No statement can be made.",
    },
    ProgressDay: {
        "mon": "Every Monday.",
        "tue": "Every Tuesday.",
        "wed": "Every Wednesday.",
        "thu": "Every Thursday.",
        "fri": "Every Friday.",
        "sat": "Every Saturday.",
        "sun": "Every Sunday.",
        "never": "None is made.",
    },
    ChannelKind: {
        "email": "Mail to one address.",
        "slack": "An incoming webhook of Slack.",
        "teams": "A workflow of Microsoft Teams.",
    },
    Digest: {
        "immediate": "Each message by itself, at once.",
        "daily": "One mail a day.",
        "weekly": "One mail a week.",
    },
    Weekday: {
        "mon": "Monday.",
        "tue": "Tuesday.",
        "wed": "Wednesday.",
        "thu": "Thursday.",
        "fri": "Friday.",
        "sat": "Saturday.",
        "sun": "Sunday.",
    },
    DriverKind: {"risk": "A risk that may strike.", "milestone": "How long a milestone takes."},
    PaceState: {
        "known": "Past weeks say when.",
        "nothing_open": "No task is open.",
        "too_little_history": "Fewer than five whole weeks are known: whatever was said would be a guess.",
        "never": "No task was finished in the weeks that are known.",
        "too_many": "More than 10,000 tasks are open.",
    },
    ForecastGap: {
        "estimate": "A milestone has no estimate: the days of its plan are taken as certain.",
        "dates": "A milestone has neither estimate nor dates: it takes no time, and has no forecast of its own.",
        "due_date": "A milestone has no due day: there is no probability of meeting it.",
        "on_hold": "A milestone is on hold: it is taken as going on from the status day.",
        "risk_assessment": "A risk has not been assessed: it is left out.",
        "risk_probability": "A risk has no probability: the middle of its level's band is taken.",
        "risk_delay": "A risk has no delay: it is taken to cause none.",
        "foreign_forecast": "A milestone of another venture enters by its stored forecast, since there are too many.",
        "foreign_unknown": "A milestone of another venture is not known here: it is taken as reached when it is due.",
        "cycle": "Dependencies lead in a circle: nothing can be drawn until one is dropped.",
        "calendar": "Days lie outside the years that calendars are laid out for.",
    },
    VerifiedBy: {"dns": "By its TXT record.", "operator": "By the operator."},
    Payload: {"full": "All that is stored.", "thin": "Ids only."},
    Signing: {
        "hmac": "HMAC-SHA256 with the endpoint's secret: v1.",
        "ed25519": "Ed25519, verified with the endpoint's public key: v1a.",
        "both": "Both of them in each delivery.",
    },
    EndpointState: {
        "active": "What is due is sent.",
        "failing": "It has seen nothing but failure lately: one delivery at a time.",
        "paused": "Nothing is sent for a while: it asked for that, or failed too often in a row.",
        "disabled": "Nothing is sent until it is enabled.",
    },
    ReplayState: {
        "running": "Workers are at it.",
        "done": "All of it is due or sent.",
        "cancelled": "Ended before its end: by request, or because the endpoint was archived or disabled.",
    },
    DeliveryState: {
        "pending": "To be sent, or to be sent again.",
        "delivered": "Taken by the receiver.",
        "failed": "Given up.",
        "cancelled": "Not to be sent any more.",
    },
    SheetState: {
        "uploading": "It is being sent.",
        "queued": "It is to be brought in.",
        "running": "It is being brought in, or tried.",
        "checked": "A dry run is over: its report is there, and it can be started.",
        "done": "All of its lines are in.",
        "failed": "Something is wrong with it, and nothing of it is in.",
        "cancelled": "Ended before its end; nothing of it is in.",
    },
    SheetFormat: {
        "csv": "Comma-separated values (RFC 4180); semicolons and tabs are taken too.",
        "xlsx": "A workbook of Excel, LibreOffice or others; its first sheet.",
    },
    SheetEncoding: {
        "utf8": "UTF-8, with a byte order mark or without.",
        "utf16": "UTF-16 with a byte order mark.",
        "gb18030": "GB 18030, and so GBK and GB 2312.",
    },
    Action: {action: f"The permission {action}." for action in Action},
}
"""What each value means, for the schema."""


def name_of(enumeration: type[StrEnum]) -> str:
    """The GraphQL name of an enumeration."""
    return NAMES.get(enumeration, enumeration.__name__)


def member_name(value: str) -> str:
    """The GraphQL name of a value: in capitals."""
    return value.upper().replace(":", "_")

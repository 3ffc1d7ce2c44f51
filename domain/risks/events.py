"""What is told of risks, beside their changes: assessments, suggestions, acceptances, alerts, rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id, an_instant, one_of, said
from domain.kernel.ids import HEX_EXAMPLE
from domain.risks.acceptance_tables import Acceptance, SuggestedAssessment
from domain.risks.monitoring.alert import EscalationLevel, EscalationReason, ResolvedReason, State
from domain.risks.monitoring.alert import EventType as AlertEventType
from domain.risks.monitoring.finding import Severity
from domain.risks.tables import Assessment


class AcceptanceExpiring(TypedDict):
    """What a warning says beside the columns of its acceptance."""

    days_left: Annotated[int, said("Days from today to its last day; 0 on that day.", 7)]
    risk_title: Annotated[str, said("Title of the risk that is borne.", "The largest customer leaves")]


class AlertVenture(TypedDict):
    """The venture of an alert."""

    id: Annotated[str, an_id("venture", "Its id.")]
    name: Annotated[str, said("Its name.", "Helio")]


class AlertSubject(TypedDict):
    """What an alert is about."""

    type: Annotated[str, said("What kind of thing it is.", "risk")]
    id: Annotated[str, an_id("[a-z][a-z_]*", "Its id.", "risk")]
    name: Annotated[str, said("Its title or name.", "The largest customer leaves")]


class AlertLinks(TypedDict, total=False):
    """Where an alert and its subject are read."""

    alert: Annotated[str, said("Address of the alert.", f"https://milepost.example.com/v1/alerts/alert_{HEX_EXAMPLE}")]
    subject: Annotated[
        str, said("Address of its subject.", f"https://milepost.example.com/v1/risks/risk_{HEX_EXAMPLE}")
    ]


class AlertTold(TypedDict):
    """An alert as it was when it was told."""

    alert: Annotated[str, an_id("alert", "The alert.")]
    rule: Annotated[str, said("Code of its rule.", "risk.level_critical")]
    category: Annotated[str | None, said("Category of the risk that it is about; null: it is about none.", "market")]
    severity: Annotated[str, one_of(Severity, "How grave it is.")]
    state: Annotated[str, one_of(State, "Where it stands.")]
    venture: Annotated[AlertVenture, said("Its venture.")]
    subject: Annotated[AlertSubject, said("What it is about.")]
    evidence: Annotated[
        dict[str, str | int | bool | None],
        said("What the rule saw and what it compared it with.", {"level": "critical", "score": 25}),
    ]
    summary: Annotated[str, said("A sentence, in the tenant's language.", "The risk is critical: 25 of 25.")]
    advice: Annotated[str | None, said("What to do about it, in the tenant's language.", "Decide on a response.")]
    links: Annotated[AlertLinks, said("Addresses.")]
    at: Annotated[str, an_instant("When it was told.")]
    since: Annotated[str, an_instant("When the condition began.")]
    fired_at: Annotated[str | None, an_instant("When it fired.")]
    acknowledged_at: Annotated[str | None, an_instant("When a member took it; null: nobody has.")]
    resolved_at: Annotated[str | None, an_instant("When it was resolved; null: it is open.")]
    resolved_reason: Annotated[str | None, one_of(ResolvedReason, "Why it was resolved.")]
    previous_alert: Annotated[str | None, an_id("alert", "The alert of the same rule and subject before this one.")]
    revision: Annotated[int, said("Counts the events of this alert, from 1 and without gaps.", 1)]
    reason: Annotated[str | None, one_of(EscalationReason, "Why it was escalated; null: it was not.")]
    level: Annotated[str | None, one_of(EscalationLevel, "To whom it was escalated for want of an answer.")]
    flapping: Annotated[bool, said("Whether it comes and goes so often that single changes are withheld.", False)]
    changes: Annotated[int | None, said("While flapping: how many changes there were in the last 24 hours.", 5)]


class RuleFailing(TypedDict):
    """A rule that cannot be evaluated."""

    rule: Annotated[str, said("Code of the rule.", "custom.burn_rate")]
    venture_id: Annotated[str, an_id("venture", "The venture for which it failed first.")]
    error: Annotated[str | None, said("What is wrong.", "ZeroDivisionError: division by zero")]


_OF_ALERTS: Final = {
    AlertEventType.FIRED: "A rule found what it watches for, and the finding held.",
    AlertEventType.ACKNOWLEDGED: "A member has taken an alert.",
    AlertEventType.ESCALATED: "An alert became more severe, or nobody took it in time.",
    AlertEventType.RESOLVED: "What an alert was about is gone.",
    AlertEventType.REMINDER: "An alert is still open.",
    AlertEventType.FLAPPING: "An alert comes and goes so often that single changes are withheld.",
}

_FIRING: Final[dict[str, Any]] = {
    "severity": "critical",
    "state": "firing",
    "acknowledged_at": None,
    "resolved_at": None,
    "resolved_reason": None,
    "previous_alert": None,
    "reason": None,
    "level": None,
    "changes": None,
}
_EXAMPLES: Final[Mapping[AlertEventType, Mapping[str, Any]]] = {
    AlertEventType.FIRED: _FIRING,
    AlertEventType.ACKNOWLEDGED: _FIRING | {"acknowledged_at": "2026-12-01T09:30:00.000000Z", "revision": 2},
    AlertEventType.ESCALATED: _FIRING | {"reason": "unacknowledged", "level": "owner", "revision": 2},
    AlertEventType.REMINDER: _FIRING | {"revision": 2},
    AlertEventType.FLAPPING: _FIRING | {"flapping": True, "changes": 5, "revision": 6},
    AlertEventType.RESOLVED: _FIRING
    | {
        "state": "resolved",
        "resolved_at": "2026-12-01T09:30:00.000000Z",
        "resolved_reason": "cleared",
        "revision": 3,
    },
}

EVENTS: Final = (
    *(
        EventType(str(type), text, "alert", more=AlertTold, example=_EXAMPLES[type])
        for type, text in _OF_ALERTS.items()
    ),
    EventType("risk.assessed", "A risk was assessed.", "risk", Assessment),
    EventType(
        "risk.assessment_suggested",
        "Finished actions suggest a new assessment of a risk.",
        "risk",
        SuggestedAssessment,
        example={"decided_at": None, "decided_by": None, "assessment_id": None},
    ),
    EventType(
        "risk.acceptance.expiring",
        "An acceptance of a risk ends in 30, 7 or 1 days.",
        "acceptance",
        Acceptance,
        AcceptanceExpiring,
        example={"state": "approved", "ended_at": None, "ended_by": None, "lapsed_at": None, "warned_days": 7},
    ),
    EventType(
        "rule.evaluation.failing", "A rule could not be evaluated three times in a row.", "rule", more=RuleFailing
    ),
)

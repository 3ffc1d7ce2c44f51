"""Events as they stand in the outbox, one for each kind that has words of its own, and one of a plain entity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.channels.message import Place
from domain.kernel.ids import external_id

AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
TENANT, VENTURE, MEMBER, ALERT, EVENT = (UUID(int=number) for number in (1, 2, 3, 4, 9))
PLACE = Place(
    TENANT,
    "Aurora Labs",
    "https://milepost.example.com/app",
    ZoneInfo("Asia/Shanghai"),
    {
        external_id("venture", VENTURE): "Helio",
        external_id("member", MEMBER): "Ada",
        external_id("milestone", UUID(int=5)): "Pilot with three clinics",
        external_id("webhook_endpoint", ALERT): "hooks.example.com",
    },
)


@dataclass(frozen=True)
class Event:
    """A row of the table `event`."""

    type: str
    data: dict[str, Any]
    subject_type: str = "alert"
    subject_id: UUID = ALERT
    subject_version: int | None = None
    severity: str | None = None
    category: str | None = None
    venture_id: UUID | None = VENTURE
    previous: dict[str, Any] | None = None
    actor: dict[str, Any] = field(default_factory=lambda: {"type": "member", "id": external_id("member", MEMBER)})
    occurred_at: datetime = AT
    id: UUID = EVENT


def alert(verb: str, **more: Any) -> Event:
    """An event of an alert about a critical risk."""
    data = {
        "alert": external_id("alert", ALERT),
        "rule": "risk.level_critical",
        "category": "market",
        "severity": "critical",
        "state": "firing",
        "venture": {"id": external_id("venture", VENTURE), "name": "Helio"},
        "subject": {"type": "risk", "id": external_id("risk", UUID(int=6)), "name": "The largest customer leaves"},
        "evidence": {"level": "critical", "status": "open"},
        "summary": "The tenant's own words.",
        "advice": "The tenant's own advice.",
        "since": "2026-11-30T22:00:00.000000Z",
        "resolved_reason": None,
        "reason": None,
        "changes": None,
    }
    return Event(f"risk.alert.{verb}", data | more, severity="critical", category="market")


def review(verb: str, **more: Any) -> Event:
    """An event of a review."""
    data = {
        "venture_id": external_id("venture", VENTURE),
        "milestone_id": external_id("milestone", UUID(int=5)),
        "recommendation": "conditional_go",
        "decision": None,
        "decision_reason": None,
    }
    return Event(f"milestone.review.{verb}", data | more, "review")


_REASONS = [
    {"code": "criterion.must_failed", "leads_to": "recycle", "facts": ["criterion_1", "criterion_2"]},
    {"code": "evidence.no_forecast", "leads_to": "insufficient_evidence", "facts": []},
]
EVENTS = {
    event.type: event
    for event in (
        alert("fired"),
        alert("acknowledged"),
        alert("escalated", reason="unacknowledged"),
        alert("reminder"),
        alert("flapping", changes=7),
        alert("resolved", state="resolved", resolved_reason="cleared"),
        review("ready", reasons=_REASONS, milestone={"id": "milestone_5", "title": "Pilot with three clinics"}),
        review("decided", decision="go", decision_reason="All *must* criteria <passed> & hold."),
        Event("risk.updated", {"title": "The largest customer leaves", "level": "high"}, "risk", subject_version=2),
        Event(
            "venture.health_changed",
            {
                "venture_id": external_id("venture", VENTURE),
                "state": "off_track",
                "former_state": "on_track",
                "computed_state": "off_track",
                "reasons": [
                    {
                        "dimension": "funding",
                        "state": "off_track",
                        "rule": "runway_short",
                        "value": "2.40",
                        "limit": "3",
                    },
                    {"dimension": "alerts", "state": "at_risk", "rule": "alert_critical", "value": None, "limit": None},
                ],
            },
            "venture",
            VENTURE,
            actor={"type": "worker"},
        ),
        Event(
            "acquisition.moved",
            {
                "venture_id": external_id("venture", VENTURE),
                "title": "Seed round of North Fund",
                "former_status": "contacted",
                "status": "negotiating",
                "note": "The term sheet is here.",
            },
            "acquisition",
        ),
        Event(
            "positioning.judged",
            {
                "venture_id": external_id("venture", VENTURE),
                "title": "The second reader for small clinics",
                "kind": "differentiation",
                "passed": False,
                "note": "Two vendors say the same.",
            },
            "positioning",
        ),
        Event("channel.test", {"name": "Alerts to the chat"}, "channel", venture_id=None),
        Event(
            "webhook.endpoint.disabled",
            {"reason": "nothing but failure for five days", "failing_since": "2026-11-26T22:00:00.000000Z"},
            "webhook_endpoint",
            venture_id=None,
        ),
        Event(
            "tenant.quota.reached",
            {"metric": "webhook_endpoints", "limit": 12, "used": 10, "share": 0.8333},
            "tenant",
            venture_id=None,
        ),
        Event(
            "tenant.deletion_scheduled",
            {"name": "Aurora Labs", "delete_after": "2026-12-26T22:00:00.000000Z"},
            "tenant",
            venture_id=None,
        ),
        Event("channel.disabled", {"name": "Old chat", "reason": "its address is gone"}, "channel", venture_id=None),
        Event("api_key.expiring", {"title": "Nightly export", "days_left": 7}, "api_key", venture_id=None),
        Event(
            "risk.acceptance.expiring",
            {"risk_title": "The largest customer leaves", "days_left": 7, "expires_on": "2026-12-08"},
            "acceptance",
        ),
    )
}

"""Alerts and their timelines."""

from __future__ import annotations

from typing import Final

from domain.risks.alert_tables import Alert, AlertTransition
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, scope_through, to_many, to_one
from graph.language import Field, ToAny, ToOne

SUBJECTS: Final = (
    "venture",
    "milestone",
    "risk",
    "action",
    "resource",
    "review",
    "condition",
    "team_member",
    "competitor_event",
    "indicator",
    "risk_appetite",
    "obligation",
    "venture_regime",
    "acquisition",
    "role_requirement",
    "role_holder",
)
"""What an alert can be about."""

_SINCE: Final = column_field(Alert, "since", "Since when its condition holds.")

ALERT = entity(
    Alert,
    [
        columns(
            Alert,
            {
                "rule": "Code of the rule.",
                "severity": "How grave it is.",
                "peak_severity": "The gravest it has been since it fired.",
                "state": "Where it stands.",
                "category": "Category of the risk that it is about.",
                "evidence": "What the rule saw.",
                "summary": "What it says, in the tenant's language.",
                "since": "Since when its condition holds.",
                "fired_at": "When it fired.",
                "clearing_since": "Since when its condition has been gone.",
                "resolved_at": "When it was resolved.",
                "resolved_reason": "Why it was resolved.",
                "acknowledged_at": "When a member took it.",
                "acknowledged_until": "When the acknowledgement lapses by itself; empty: never.",
                "acknowledgement_note": "What the member said.",
                "withheld": "Why nothing is told of it at present.",
                "escalation_step": "How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins.",
                "evaluated_at": "When it was last looked at.",
                "subject_type": "The type of what it is about.",
                "revision": "Counts the events told of it.",
            },
            codes=("rule", "category", "subject_type"),
        ),
        Field(
            name="pending_since",
            description=_SINCE.description,
            kind=_SINCE.kind,
            sql=_SINCE.sql,
            nullable=False,
            filtered=False,
            sorted=False,
            plain=False,
        ),
        Field(
            name="subject_id",
            description="The id of what it is about.",
            kind=kinds.ANY_ID,
            sql="{row}.subject_id",
            nullable=False,
            shown=False,
        ),
        ToAny(
            name="subject",
            description="What it is about; empty where that is gone or you may not see it.",
            type_column="subject_type",
            id_column="subject_id",
            to=SUBJECTS,
        ),
        to_one(Alert, "venture_id", "venture", "The venture that it concerns."),
        to_one(Alert, "acknowledged_by", "member", "The member who took it."),
        to_one(Alert, "previous_alert_id", "alert", "The alert before it of the same rule and subject."),
        to_many("timeline", "alert_transition", "alert_id", "What happened to it, the oldest first.", "at", "id"),
        can(acknowledge=Action.ALERT_ACKNOWLEDGE),
    ],
    order=("-since",),
)

ALERT_TRANSITION = entity(
    AlertTransition,
    [
        columns(
            AlertTransition,
            {
                "at": "When it happened.",
                "transition": "What happened.",
                "state": "The alert's state after it.",
                "severity": "The alert's severity after it.",
                "reason": "Why.",
                "told": "Whether others were told of it.",
                "evidence": "What the rule saw then.",
            },
            codes=("transition",),
        ),
        to_one(AlertTransition, "actor_id", "member", "The member who did it, where it was a member."),
        ToOne(
            name="alert",
            description="The alert; empty where it went away before it fired.",
            to="alert",
            on="{there}.id = {row}.alert_id",
        ),
    ],
    scope=scope_through("alert_id", "alert"),
    dated="at",
    order=("at", "id"),
    listed=False,
)

ENTITIES = (ALERT, ALERT_TRANSITION)

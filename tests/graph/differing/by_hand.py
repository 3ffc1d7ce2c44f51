"""Which tables are filled in ways that follow what they mean, and which by what their columns allow."""

from __future__ import annotations

from typing import Final

from domain.kernel.tables import entities
from tests.graph.differing.chapters.registry import names_of_all
from tests.graph.differing.declared import BESIDE, KEPT, MANY, TYPES

SEARCHED: Final = {str(entity.__tablename__): entity.searched for entity in entities() if entity.searched}
"""The texts by which rows are found, by table."""
BY_HAND: Final = frozenset(
    {
        *("working_calendar", "phase", "task", "task_dependency"),
        *("invitation", "service_account"),
        *("tenant", "membership", "api_key", "venture", "team", "team_member", "milestone", "milestone_dependency"),
        *("criterion", "criterion_result", "resource", "allocation", "risk", "assessment", "response"),
        *("response_action", "risk_scale", "risk_category", "rule", "alert", "alert_transition", "review"),
        *("review_condition", "review_participant", "review_vote", "webhook_endpoint", "channel"),
        *("delivery", "attempt", "delivery_replay", "risk_milestone"),
        *("issue", "indicator", "reading", "health_change"),
        *(name for beside in BESIDE.values() for name in beside),
        *KEPT,
        *names_of_all("by_hand"),
    }
)
"""Tables whose rows are made in `rows.py`, in ways that follow what they mean."""
PLAIN: Final = frozenset(
    ({type_.table for type_ in TYPES.values()} | {many.link for many in MANY.values() if many.link}) - BY_HAND
)

"""What people decide about risks beside responses: acceptances, and suggested assessments."""

from __future__ import annotations

from domain.risks.acceptance_tables import Acceptance, SuggestedAssessment
from domain.tenancy.permissions import Action
from graph.deriving import can, columns, entity, to_one

ACCEPTANCE = entity(
    Acceptance,
    [
        columns(
            Acceptance,
            {
                "state": "Where it stands.",
                "reason": "Why the risk can be borne.",
                "expires_on": "The last day on which it holds, in the tenant's time zone.",
                "requested_at": "When it was asked for.",
                "approved_at": "When it was approved.",
                "ended_at": "When it was rejected, withdrawn, followed by another, or ended with the risk's status.",
                "note": "What was said when it was approved, rejected or withdrawn.",
                "lapsed_at": "When it lapsed.",
                "warned_days": "The nearest warning that was given: 30, 7 or 1 days before.",
            },
        ),
        to_one(Acceptance, "venture_id", "venture", "The venture."),
        to_one(Acceptance, "risk_id", "risk", "The risk that is borne."),
        to_one(Acceptance, "requested_by", "member", "The member who asked for it."),
        to_one(Acceptance, "approved_by", "member", "The member who approved it; never the one who asked."),
        to_one(Acceptance, "ended_by", "member", "The member who ended it."),
        can(
            approve=Action.ACCEPTANCE_APPROVE,
            reject=Action.ACCEPTANCE_APPROVE,
            request=Action.RISK_WRITE,
        ),
    ],
    order=("-requested_at", "-id"),
)

SUGGESTED_ASSESSMENT = entity(
    SuggestedAssessment,
    [
        columns(
            SuggestedAssessment,
            {
                "state": "What became of it.",
                "probability_level": "The suggested level of probability.",
                "impact_level": "The suggested level of impact.",
                "scale_number": "Version of the risk scale that the levels are of.",
                "reason": "Why it is suggested, in the tenant's language.",
                "suggested_at": "When it was suggested.",
                "decided_at": "When it was confirmed, dismissed or outdated.",
            },
        ),
        to_one(SuggestedAssessment, "venture_id", "venture", "The venture."),
        to_one(SuggestedAssessment, "risk_id", "risk", "The risk."),
        to_one(SuggestedAssessment, "decided_by", "member", "The member who confirmed or dismissed it."),
        to_one(SuggestedAssessment, "assessment_id", "assessment", "The assessment that was made of it."),
        can(confirm=Action.RISK_WRITE, dismiss=Action.RISK_WRITE),
    ],
    order=("-suggested_at", "-id"),
)

ENTITIES = (ACCEPTANCE, SUGGESTED_ASSESSMENT)

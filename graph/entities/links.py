"""What risks are linked to, and what people say of them."""

from __future__ import annotations

from typing import Final

from domain.risks.link_tables import RiskCause, RiskComment, RiskResource
from domain.risks.scale import Level
from domain.risks.tables import RiskMilestone, RiskStatus
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, through, to_one, value
from graph.enums import name_of
from graph.language import Rows, Shape

DEEPEST: Final = 10
"""How far a cascade is followed."""


CASCADE: Final = Rows(
    name="cascade",
    description=f"The risks that may follow if it happens, the nearest first; followed {DEEPEST} links deep.",
    shape=Shape(
        name="RiskCascadeStep",
        description="A risk that may follow from another.",
        fields=[
            value("depth", "How many links away it is, from 1.", kinds.INT),
            value("risk_id", "The risk that may follow.", kinds.identifier("risk")),
            value("title", "The risk in one line."),
            value("status", "Where it stands.", kinds.enumeration(RiskStatus, name_of(RiskStatus))),
            value("score", "Its score now.", kinds.INT, nullable=True),
            value("level", "How serious it is now.", kinds.enumeration(Level, name_of(Level)), nullable=True),
            value("expected_loss", "Its expected loss now, in the tenant's currency.", kinds.DECIMAL, nullable=True),
        ],
    ),
    sql=f"""
        WITH RECURSIVE following(id, depth) AS (
            SELECT x.follows_id, 1 FROM risk_cause x
            WHERE x.tenant_id = {{tenant}} AND x.risk_id = {{row}}.id AND x.archived_at IS NULL
            UNION
            SELECT x.follows_id, f.depth + 1 FROM following f JOIN risk_cause x ON x.tenant_id = {{tenant}}
                AND x.risk_id = f.id AND x.archived_at IS NULL
            WHERE f.depth < {DEEPEST})
        SELECT r.id AS risk_id, n.depth, r.title, r.status, s.score, s.level, s.expected_loss
        FROM (SELECT f.id, min(f.depth) AS depth FROM following f GROUP BY f.id) n
        JOIN risk r ON r.tenant_id = {{tenant}} AND r.id = n.id AND r.archived_at IS NULL
            AND ({{unrestricted}} OR r.venture_id = ANY({{ventures}}))
        LEFT JOIN risk_score s ON s.tenant_id = {{tenant}} AND s.risk_id = r.id""",
    order="{row}.depth, {row}.risk_id",
)

NEAREST_DUE: Final = (
    "(SELECT min(m.due_on) FROM risk_milestone x JOIN milestone m ON m.tenant_id = {tenant} AND m.id = x.milestone_id"
    " WHERE x.tenant_id = {tenant} AND x.risk_id = {row}.id AND x.archived_at IS NULL AND m.archived_at IS NULL"
    " AND m.status NOT IN ('done', 'cancelled'))"
)
"""When the first of the milestones that a risk threatens is due."""

RISK_MILESTONE = entity(
    RiskMilestone,
    [
        columns(
            RiskMilestone,
            {
                "slip_low": "Slip if it goes well, in working days; empty: as the risk's assessment says.",
                "slip_likely": "Most likely slip, in working days.",
                "slip_high": "Slip if it goes badly, in working days.",
            },
        ),
        to_one(RiskMilestone, "venture_id", "venture", "The venture."),
        to_one(RiskMilestone, "risk_id", "risk", "The risk."),
        to_one(RiskMilestone, "milestone_id", "milestone", "The milestone that it threatens."),
        can(edit=Action.RISK_WRITE, archive=Action.RISK_WRITE),
    ],
)

RISK_RESOURCE = entity(
    RiskResource,
    [
        columns(RiskResource, {}),
        to_one(RiskResource, "venture_id", "venture", "The venture."),
        to_one(RiskResource, "risk_id", "risk", "The risk."),
        to_one(RiskResource, "resource_id", "resource", "The resource that it would hit."),
        can(archive=Action.RISK_WRITE),
    ],
)

RISK_CAUSE = entity(
    RiskCause,
    [
        columns(RiskCause, {}),
        to_one(RiskCause, "venture_id", "venture", "The venture."),
        to_one(RiskCause, "risk_id", "risk", "What may bring it about."),
        to_one(RiskCause, "follows_id", "risk", "What may follow."),
        can(archive=Action.RISK_WRITE),
    ],
)

RISK_COMMENT = entity(
    RiskComment,
    [
        columns(RiskComment, {"body": "The text, as it was written."}),
        to_one(RiskComment, "venture_id", "venture", "The venture."),
        to_one(RiskComment, "risk_id", "risk", "The risk."),
        to_one(RiskComment, "author_id", "member", "The member who wrote it."),
        through("mentions", "member", "risk_mention", "comment_id", "member_id", "The members whom it names.", "name"),
        can(edit=Action.RISK_WRITE, archive=Action.RISK_WRITE),
    ],
    order=("created_at",),
)

ENTITIES = (RISK_MILESTONE, RISK_RESOURCE, RISK_CAUSE, RISK_COMMENT)

"""The risk register."""

from __future__ import annotations

from domain.risks.scoring import DAYS_BETWEEN_ASSESSMENTS
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Assessment, Response, Risk, RiskKind, RiskScore, RiskShare
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import beside, can, columns, entity, scope_through, through, to_many, to_one, worked_out
from graph.entities import lessons
from graph.entities.catalogue import OFFERED_RESPONSES
from graph.entities.links import CASCADE, NEAREST_DUE
from graph.enums import name_of
from graph.language import Beside, Field

_LATEST = """(
  SELECT x.{what} FROM assessment x
  WHERE x.tenant_id = {{tenant}} AND x.risk_id = {{row}}.id AND x.kind = '{kind}' AND x.assessed_at <= {{then}}
  ORDER BY x.assessed_at DESC, x.id DESC LIMIT 1
)"""
_DAYS = " ".join(f"WHEN '{level}' THEN {days}" for level, days in DAYS_BETWEEN_ASSESSMENTS.items())
SCORE_THEN = f"""
SELECT current.probability_level, current.impact_level, current.score, current.level, current.expected_loss,
  current.assessed_at,
  {_LATEST.format(what="score", kind="inherent")} AS inherent_score,
  {_LATEST.format(what="level", kind="inherent")} AS inherent_level,
  {_LATEST.format(what="score", kind="target")} AS target_score,
  {_LATEST.format(what="level", kind="target")} AS target_level,
  coalesce(
    current.next_on,
    (current.assessed_at AT TIME ZONE {{zone}})::date + CASE current.level {_DAYS} END
  ) AS next_assessment_on,
  (SELECT min(y.assessed_at) FROM assessment y
   WHERE y.tenant_id = {{tenant}} AND y.risk_id = {{row}}.id AND y.kind = 'current' AND y.assessed_at <= {{then}}
     AND y.level = current.level AND NOT EXISTS (
       SELECT 1 FROM assessment z
       WHERE z.tenant_id = {{tenant}} AND z.risk_id = {{row}}.id AND z.kind = 'current' AND z.assessed_at <= {{then}}
         AND z.level <> current.level AND (z.assessed_at, z.id) > (y.assessed_at, y.id)
     )) AS level_since
FROM (SELECT 1) one LEFT JOIN LATERAL {_LATEST.format(what="*", kind="current")} current ON true
"""
"""What the assessments made by an instant say of a risk, in the levels of the scale of their day.

What is not asked for is not worked out: PostgreSQL drops the sub-selects that nobody reads.
"""

SCORE = Beside(RiskScore, on="{there}.risk_id = {row}.id", past=SCORE_THEN, always=True)
SHARE = Beside(RiskShare, on="{there}.risk_id = {row}.id")
GRAVEST = ("-expected_loss", "-score")
"""The usual order of risks: expected loss where it is known, then score."""

RISK = entity(
    Risk,
    [
        columns(
            Risk,
            {
                "title": "The risk in one line.",
                "tags": "Words that people put on it.",
                "template": "Code of the template that it was made from.",
                "category": "Code of its category: technical, funding, market, legal or one of the tenant's own.",
                "sub_type": "Code of the sub-type within the category.",
                "cause": "Why it may happen.",
                "event": "What would happen.",
                "effect": "What would follow.",
                "status": "Where it stands.",
                "opened_at": "Since when it has been open without a break.",
                "expected_on": "When it would happen.",
            },
            codes=("category", "sub_type"),
        ),
        Field(
            name="kind",
            description="Whether it would hurt or help.",
            kind=kinds.enumeration(RiskKind, name_of(RiskKind)),
            sql="coalesce({row}.kind, 'threat')",
            nullable=False,
        ),
        Field(
            name="tag_line",
            description='Its tags in one line for filters, each between bars: `contains: "|gpu|"` finds one tag.',
            kind=kinds.TEXT,
            sql="('|' || array_to_string({row}.tags, '|') || '|')",
            nullable=True,
            sorted=False,
            shown=False,
            plain=False,
        ),
        Field(
            name="proximity_on",
            description="When it would happen: the expected day, else the day on which the first milestone that it "
            "threatens is due.",
            kind=kinds.DATE,
            sql=f"coalesce({{row}}.expected_on, {NEAREST_DUE})",
            nullable=True,
        ),
        Field(
            name="proximity_days",
            description="How many days away that is; negative where it has passed.",
            kind=kinds.INT,
            sql=f"(coalesce({{row}}.expected_on, {NEAREST_DUE}) - {{today}})",
            nullable=True,
        ),
        beside(
            SCORE,
            {
                "score": "Probability level × impact level of the latest current assessment.",
                "level": "How serious it is now.",
                "probability_level": "Level of probability now, from 1.",
                "impact_level": "Level of impact now, from 1.",
                "expected_loss": "Probability × mean impact now, in the tenant's currency.",
                "assessed_at": "When it was last assessed as it is now.",
                "next_assessment_on": "When it is to be assessed again.",
                "inherent_score": "Score before any response.",
                "inherent_level": "How serious it was before any response.",
                "target_score": "Score as it should become.",
                "target_level": "How serious it should become.",
                "level_since": "Since when the present level has held.",
            },
        ),
        worked_out(
            "is_assessment_overdue",
            "Whether the day of its next assessment has passed in the tenant's time zone and it is not closed.",
            kinds.BOOL,
            "coalesce({risk_score}.next_assessment_on < {today} AND {row}.status <> 'closed', false)",
        ),
        worked_out(
            "open_action_count",
            "How many actions of its responses are not done.",
            kinds.INT,
            "(SELECT count(*)::int FROM response x JOIN response_action y ON y.tenant_id = {tenant}"
            " AND y.response_id = x.id AND y.completed_at IS NULL AND y.archived_at IS NULL"
            " WHERE x.tenant_id = {tenant} AND x.risk_id = {row}.id AND x.archived_at IS NULL)",
        ),
        beside(SHARE, {"p80_share": "By how much its venture's P80 loss would be lower without it."}),
        to_one(Risk, "venture_id", "venture", "The venture that it would hurt."),
        to_one(Risk, "owner_id", "member", "The member who watches it."),
        CASCADE,
        OFFERED_RESPONSES,
        *lessons.OF_RISK,
        to_many("milestone_links", "risk_milestone", "risk_id", "The milestones it threatens, each with its slip."),
        through("resources", "resource", "risk_resource", "risk_id", "resource_id", "The resources it would hit."),
        through(
            "causes", "risk", "risk_cause", "follows_id", "risk_id", "The risks that may bring it about.", "-score"
        ),
        through("effects", "risk", "risk_cause", "risk_id", "follows_id", "The risks that may follow.", "-score"),
        to_many("comments", "risk_comment", "risk_id", "What people say of it, the oldest first.", "created_at"),
        to_many("assessments", "assessment", "risk_id", "How it was judged, the newest first.", "-assessed_at", "-id"),
        to_many("responses", "response", "risk_id", "How it is answered."),
        to_many("indicators", "indicator", "risk_id", "The measured series that tell of it.", "name"),
        to_many("alerts", "alert", "subject_id", "Alerts about it, the newest first.", "-since"),
        to_many("acceptances", "acceptance", "risk_id", "For how long it is borne, the newest first.", "-requested_at"),
        to_many(
            "suggested_assessments",
            "suggested_assessment",
            "risk_id",
            "What finished actions suggest, the newest first.",
            "-suggested_at",
        ),
        to_many("issues", "issue", "risk_id", "When it happened, the latest first.", "-occurred_on"),
        to_many("user_feedback", "user_feedback", "risk_id", "What users said that it was made of.", "-received_on"),
        through("milestones", "milestone", "risk_milestone", "risk_id", "milestone_id", "The milestones it threatens."),
        can(
            edit=Action.RISK_WRITE,
            archive=Action.RISK_WRITE,
            assess=Action.RISK_WRITE,
            respond=Action.RISK_WRITE,
            accept=Action.ACCEPTANCE_APPROVE,
        ),
    ],
    beside=(SCORE, SHARE),
    order=GRAVEST,
)

ASSESSMENT = entity(
    Assessment,
    [
        columns(
            Assessment,
            {
                "kind": "What it judges.",
                "scale_number": "Version of the risk scale that it was judged by.",
                "probability_level": "Level of probability, from 1.",
                "impact_level": "Level of impact, from 1.",
                "score": "Probability level × impact level.",
                "level": "How serious that is.",
                "probability": "Probability, from 0 to 1.",
                "impact_low": "Loss if it goes well.",
                "impact_likely": "Most likely loss.",
                "impact_high": "Loss if it goes badly.",
                "delay_low": "Delay if it goes well, in working days.",
                "delay_likely": "Most likely delay, in working days.",
                "delay_high": "Delay if it goes badly, in working days.",
                "expected_loss": "Probability × mean impact, in the tenant's currency.",
                "knowledge": "How much is known behind it.",
                "rationale": "Why it was judged so.",
                "next_on": "The next assessment, where this one names it.",
                "assessed_at": "When it was made.",
            },
        ),
        to_one(Assessment, "risk_id", "risk", "The risk."),
        to_one(Assessment, "assessed_by", "member", "The member who made it."),
    ],
    scope=scope_through("risk_id", "risk"),
    dated="assessed_at",
    order=("-assessed_at", "-id"),
)

RESPONSE = entity(
    Response,
    [
        columns(
            Response,
            {
                "kind": "How the risk is answered.",
                "title": "The response in one line.",
                "description": "What it means.",
            },
        ),
        to_one(Response, "venture_id", "venture", "The venture."),
        to_one(Response, "risk_id", "risk", "The risk that it answers."),
        to_one(Response, "owner_id", "member", "The member who answers for it."),
        to_many("actions", "action", "response_id", "What is to be done.", "due_on"),
        can(edit=Action.RISK_WRITE, archive=Action.RISK_WRITE),
    ],
)

ACTION = entity(
    ResponseAction,
    [
        columns(
            ResponseAction,
            {
                "title": "What is to be done.",
                "due_on": "Until when.",
                "completed_at": "When it was done.",
                "cost": "What it costs, in the tenant's currency.",
                "effect_probability_level": "Level of probability at which the risk is expected to stand afterwards.",
                "effect_impact_level": "Level of impact at which the risk is expected to stand afterwards.",
                "effect_came_true": "Whether that came true; empty until somebody has said.",
                "effect_note": "How that is known.",
            },
        ),
        worked_out(
            "is_overdue",
            "Whether its due day has passed in the tenant's time zone and it is not done.",
            kinds.BOOL,
            "coalesce({row}.due_on < {today} AND {row}.completed_at IS NULL, false)",
        ),
        worked_out(
            "days_late",
            "How many days after its due day it was done, or have passed since; 0 in time, empty without a due day.",
            kinds.INT,
            "CASE WHEN {row}.due_on IS NOT NULL THEN"
            " greatest(0, coalesce(({row}.completed_at AT TIME ZONE {zone})::date, {today}) - {row}.due_on) END",
            nullable=True,
        ),
        to_one(ResponseAction, "venture_id", "venture", "The venture."),
        to_one(ResponseAction, "response_id", "response", "The response that it belongs to, unless to an issue."),
        to_one(ResponseAction, "issue_id", "issue", "The issue that it belongs to, unless to a response."),
        to_one(ResponseAction, "owner_id", "member", "The member who does it."),
        can(edit=Action.RISK_WRITE, complete=Action.RISK_WRITE),
    ],
    order=("due_on",),
)

ENTITIES = (RISK, ASSESSMENT, RESPONSE, ACTION)

"""Milestones, what they depend on, and their criteria."""

from __future__ import annotations

from domain.milestones.tables import Criterion, CriterionResult, Dependency, Milestone, ProgressMode
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, scope_through, through, to_many, to_one, worked_out
from graph.entities.forecasts import DAYS, FORECAST, IN_LISTS, OF_MILESTONE
from graph.entities.money import earned_value_of
from graph.enums import name_of
from graph.language import Field, ToOne

_THREATS = (
    "(SELECT count(*)::int FROM risk_milestone x JOIN {risk} y ON y.tenant_id = {{tenant}} AND y.id = x.risk_id"
    " AND y.status = 'open' AND y.archived_at IS NULL{more}"
    " WHERE x.tenant_id = {{tenant}} AND x.milestone_id = {{row}}.id AND x.archived_at IS NULL)"
)
_OPEN = "{row}.status NOT IN ('done', 'cancelled')"

MILESTONE = entity(
    Milestone,
    [
        columns(
            Milestone,
            {
                "title": "The goal in one line.",
                "description": "What it means.",
                "status": "Where it stands.",
                "key": "Whether it is a key milestone, which gets a review.",
                "start_on": "First day.",
                "due_on": "Day by which it is to be reached.",
                "baseline_start_on": "First day as once agreed.",
                "baseline_due_on": "Due day as once agreed.",
                "review_on": "Planned day of the review; empty: five working days before a key milestone is due.",
                "completed_on": "Day on which it was reached.",
                "percent_complete": "How much of it is done, in percent.",
                "estimate_optimistic": "Duration if all goes well, in working days.",
                "estimate_likely": "Most likely duration, in working days.",
                "estimate_pessimistic": "Duration if much goes wrong, in working days.",
                "budget": "What it may cost, in the tenant's currency.",
            },
        ),
        Field(
            name="progress_mode",
            description="From what its percentage follows; a milestone that is done and not told by hand is so wholly.",
            kind=kinds.enumeration(ProgressMode, name_of(ProgressMode)),
            sql="coalesce({row}.progress_mode, 'by_hand')",
            nullable=False,
        ),
        worked_out(
            "is_overdue",
            "Whether its due day has passed in the tenant's time zone and it is not done.",
            kinds.BOOL,
            f"coalesce({{row}}.due_on < {{today}} AND {_OPEN}, false)",
        ),
        worked_out(
            "days_late",
            "How many days after its due day it was reached, or have passed since; 0 in time or where it was"
            " cancelled, empty without a due day.",
            kinds.INT,
            "CASE WHEN {row}.due_on IS NULL THEN NULL WHEN {row}.status = 'cancelled' THEN 0"
            " ELSE greatest(0, coalesce({row}.completed_on, {today}) - {row}.due_on) END",
            nullable=True,
        ),
        worked_out(
            "days_slipped",
            "How many days its due day lies after the one once agreed; negative where before.",
            kinds.INT,
            "{row}.due_on - {row}.baseline_due_on",
            nullable=True,
        ),
        worked_out(
            "open_risk_count",
            "How many open risks threaten it.",
            kinds.INT,
            _THREATS.format(risk="risk", more=""),
            past=_THREATS.format(
                risk="risk_history", more=" AND y.valid_from <= {then} AND (y.valid_to IS NULL OR y.valid_to > {then})"
            ),
        ),
        IN_LISTS,
        OF_MILESTONE,
        DAYS,
        to_one(Milestone, "venture_id", "venture", "The venture whose goal it is."),
        to_one(Milestone, "owner_id", "member", "The member who answers for it."),
        to_one(Milestone, "phase_id", "phase", "The phase of the venture's plan to which it belongs."),
        to_many("tasks", "task", "milestone_id", "The work that leads to it.", "due_on"),
        to_many("criteria", "criterion", "milestone_id", "What must hold for it to be reached."),
        to_many("predecessors", "dependency", "successor_id", "What it depends on."),
        to_many("successors", "dependency", "predecessor_id", "What depends on it."),
        through(
            "risks",
            "risk",
            "risk_milestone",
            "milestone_id",
            "risk_id",
            "The risks that threaten it, the gravest first.",
        ),
        to_many("alerts", "alert", "subject_id", "Alerts about it, the newest first.", "-since"),
        to_many("allocations", "allocation", "milestone_id", "The resources given to it."),
        to_many("acquisitions", "acquisition", "milestone_id", "What comes only once it is reached.", "expected_on"),
        to_many("compute_forecasts", "compute_forecast", "milestone_id", "The computing time that it needs."),
        to_many("data_uses", "data_use", "milestone_id", "The data that it needs."),
        to_many("costs", "cost", "milestone_id", "What was spent on it, the latest first.", "-spent_on"),
        earned_value_of("Its earned value; empty without a budget, and until it has been worked out."),
        to_many("reviews", "review", "milestone_id", "Its reviews, the newest first.", "-created_at"),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE, request_review=Action.REVIEW_REQUEST),
    ],
    beside=(FORECAST,),
    order=("due_on",),
)

DEPENDENCY = entity(
    Dependency,
    [
        columns(
            Dependency,
            {
                "kind": "Which end of the predecessor holds which end of the successor.",
                "lag_days": "Working days between the two ends; may be negative.",
            },
        ),
        to_one(Dependency, "venture_id", "venture", "The successor's venture."),
        to_one(
            Dependency,
            "predecessor_id",
            "milestone",
            "The milestone that comes first; empty where it lies in a venture you may not see.",
            nullable=True,
        ),
        to_one(Dependency, "successor_id", "milestone", "The milestone that depends on it.", nullable=True),
        can(edit=Action.MILESTONE_WRITE, remove=Action.MILESTONE_WRITE),
    ],
    plural="dependencies",
)

CRITERION = entity(
    Criterion,
    [
        columns(
            Criterion,
            {
                "title": "The condition in one line.",
                "must": "Whether the milestone cannot be reached without it.",
                "metric": "What is measured.",
                "target": "The value to be reached.",
                "direction": "Whether the target is a floor or a ceiling.",
                "unit": "The unit of target and values.",
            },
            codes=("metric", "unit"),
        ),
        to_one(Criterion, "venture_id", "venture", "The venture."),
        to_one(Criterion, "milestone_id", "milestone", "The milestone that it judges."),
        to_one(Criterion, "indicator_id", "indicator", "The indicator that it follows; empty: recorded by hand."),
        ToOne(
            name="last_result",
            description="The latest finding.",
            to="criterion_result",
            on="{there}.criterion_id = {row}.id",
            latest="{there}.recorded_at DESC, {there}.id DESC",
        ),
        to_many(
            "results", "criterion_result", "criterion_id", "All findings, the newest first.", "-recorded_at", "-id"
        ),
        can(edit=Action.MILESTONE_WRITE, record=Action.MILESTONE_WRITE),
    ],
    plural="criteria",
)

CRITERION_RESULT = entity(
    CriterionResult,
    [
        columns(
            CriterionResult,
            {
                "result": "How the criterion was found.",
                "value": "The measured value.",
                "note": "What was said of it.",
                "recorded_at": "When it was recorded.",
            },
        ),
        to_one(CriterionResult, "criterion_id", "criterion", "The criterion."),
        to_one(CriterionResult, "recorded_by", "member", "The member who recorded it."),
    ],
    scope=scope_through("criterion_id", "criterion"),
    dated="recorded_at",
    order=("-recorded_at", "-id"),
)

ENTITIES = (MILESTONE, DEPENDENCY, CRITERION, CRITERION_RESULT)

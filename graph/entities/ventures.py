"""Ventures and their risk matrix."""

from __future__ import annotations

from typing import Final

from domain.risks.scale import Level
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture
from graph import kinds
from graph.deriving import can, columns, entity, to_many, to_one, worked_out
from graph.entities import compliance, fields, lessons, positioning
from graph.entities.acquisitions import OF_VENTURE as ACQUIRED
from graph.entities.exposure import exposure_of
from graph.entities.forecasts import OF_VENTURE
from graph.entities.funding import OF_VENTURE as RAISED
from graph.entities.health import OF_VENTURE as HEALTH
from graph.entities.issues import calibration
from graph.entities.market import OF_VENTURE as MARKET
from graph.entities.money import RUNWAY, earned_value_of
from graph.entities.movements import MOVEMENTS
from graph.entities.resources import RESOURCES_OF_VENTURE
from graph.entities.staffing import OF_VENTURE as TEAMS
from graph.enums import name_of
from graph.language import Field, Rows, Shape, ToOne

_COUNT: Final = (
    "(SELECT count(*)::int FROM {table} x WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND {which})"
)
_THEN: Final = "x.valid_from <= {then} AND (x.valid_to IS NULL OR x.valid_to > {then})"


def _count(name: str, description: str, table: str, which: str, past: str = "") -> Field:
    """How many rows of a table a venture has; `past` says which at an instant, else the table is a historic one."""
    sql = _COUNT.format(table=table, which=which)
    then = (
        _COUNT.format(table=table, which=past)
        if past
        else _COUNT.format(table=f"{table}_history", which=f"{_THEN} AND {which}")
    )
    return Field(name=name, description=description, kind=kinds.INT, sql=sql, nullable=False, past=then)


_SCORE: Final = "(SELECT x.{} FROM risk_score x WHERE x.tenant_id = {{tenant}} AND x.risk_id = {{there}}.id)"
_BUDGET: Final = (
    "(SELECT coalesce(sum(x.budget), 0)::numeric(24, 2) FROM {milestone} x WHERE x.tenant_id = {{tenant}}"
    " AND x.venture_id = {{row}}.id AND x.status <> 'cancelled' AND x.archived_at IS NULL{held})"
)

CELL: Final = Shape(
    name="RiskMatrixCell",
    description="How many risks of a venture stand in one cell of the matrix.",
    fields=[
        Field(
            name="probability_level",
            description="Level of probability, from 1.",
            kind=kinds.INT,
            sql="{row}.probability_level",
            nullable=False,
        ),
        Field(
            name="impact_level",
            description="Level of impact, from 1.",
            kind=kinds.INT,
            sql="{row}.impact_level",
            nullable=False,
        ),
        Field(
            name="level",
            description="How serious the cell is.",
            kind=kinds.enumeration(Level, name_of(Level)),
            sql="{row}.level",
            nullable=False,
        ),
        Field(name="count", description="Open threats in the cell.", kind=kinds.INT, sql="{row}.count", nullable=False),
    ],
)

_MATRIX: Final = """
SELECT s.probability_level, s.impact_level, s.level, count(*)::int AS count
FROM risk_score s JOIN risk r ON r.tenant_id = {tenant} AND r.id = s.risk_id
WHERE s.tenant_id = {tenant} AND r.venture_id = {row}.id AND r.archived_at IS NULL AND r.status <> 'closed'
  AND coalesce(r.kind, 'threat') = 'threat'
  AND s.level IS NOT NULL
GROUP BY s.probability_level, s.impact_level, s.level
"""

_MATRIX_THEN: Final = f"""
SELECT s.probability_level, s.impact_level, s.level, count(*)::int AS count
FROM risk_history x CROSS JOIN LATERAL (
  SELECT y.probability_level, y.impact_level, y.level FROM assessment y
  WHERE y.tenant_id = {{tenant}} AND y.risk_id = x.id AND y.kind = 'current' AND y.assessed_at <= {{then}}
  ORDER BY y.assessed_at DESC, y.id DESC LIMIT 1
) s
WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND {_THEN} AND x.archived_at IS NULL
  AND x.status <> 'closed' AND coalesce(x.kind, 'threat') = 'threat'
GROUP BY s.probability_level, s.impact_level, s.level
"""
_FIRING: Final = (
    "x.fired_at <= {then} AND (x.resolved_at IS NULL OR x.resolved_at > {then})"
    " AND (x.acknowledged_at IS NULL OR x.acknowledged_at > {then})"
)

VENTURE = entity(
    Venture,
    [
        columns(
            Venture,
            {
                "name": "Its name.",
                "key": "Short code, unique in the tenant, such as MEDX.",
                "description": "What it is about.",
                "field": "Application field, such as medicine or finance.",
                "stage": "How far it has come.",
                "progress_day": "On which day of each week its progress report is made; empty: on Mondays.",
            },
            codes=("field",),
        ),
        to_one(Venture, "owner_id", "member", "The member who answers for it."),
        to_one(Venture, "calendar_id", "calendar", "Its working days; empty: those of the tenant's default calendar."),
        _count("open_risk_count", "How many risks are open.", "risk", "x.status = 'open' AND x.archived_at IS NULL"),
        _count(
            "overdue_milestone_count",
            "How many milestones are past their due day and not done.",
            "milestone",
            "x.due_on < {today} AND x.status NOT IN ('done', 'cancelled') AND x.archived_at IS NULL",
        ),
        _count("firing_alert_count", "How many alerts are firing.", "alert", "x.state = 'firing'", _FIRING),
        Rows(
            name="risk_matrix",
            description="How many threats stand in each cell of the risk matrix; empty cells are left out.",
            shape=CELL,
            sql=_MATRIX,
            past=_MATRIX_THEN,
            order="{row}.probability_level, {row}.impact_level",
        ),
        MOVEMENTS,
        *calibration("x.venture_id = {row}.id"),
        exposure_of("{row}.id"),
        OF_VENTURE,
        earned_value_of("Its earned value; empty until it has been worked out."),
        RUNWAY,
        worked_out(
            "budget",
            "The sum of its milestones' budgets, without cancelled ones, in the tenant's currency.",
            kinds.DECIMAL,
            _BUDGET.format(milestone="milestone", held=""),
            past=_BUDGET.format(milestone="milestone_history", held=f" AND {_THEN}"),
        ),
        to_many("phases", "phase", "venture_id", "The phases of its plan.", "position"),
        *HEALTH,
        to_many("health_changes", "health_change", "venture_id", "How its health has changed, the latest first."),
        ToOne(
            name="next_key_milestone",
            description="The key milestone that is to be reached next.",
            to="milestone",
            on="{there}.venture_id = {row}.id AND {there}.key AND {there}.archived_at IS NULL"
            " AND {there}.status NOT IN ('done', 'cancelled')",
            latest="{there}.due_on NULLS LAST, {there}.id",
        ),
        ToOne(
            name="top_risk",
            description="The threat of which most is to be feared: by expected loss, else by score.",
            to="risk",
            on="{there}.venture_id = {row}.id AND {there}.archived_at IS NULL"
            " AND {there}.status IN ('open', 'accepted') AND coalesce({there}.kind, 'threat') = 'threat'",
            latest=f"{_SCORE.format('expected_loss')} DESC NULLS LAST, {_SCORE.format('score')} DESC NULLS LAST,"
            " {there}.id DESC",
        ),
        to_many("milestones", "milestone", "venture_id", "Its milestones.", "due_on"),
        to_many("tasks", "task", "venture_id", "Its tasks, those of milestones and others.", "due_on"),
        ToOne(
            name="roadmap",
            description="Its roadmap.",
            to="roadmap",
            on="{there}.venture_id = {row}.id AND {there}.archived_at IS NULL",
        ),
        ToOne(
            name="current_baseline",
            description="The baseline that its plans are held to.",
            to="baseline",
            on="{there}.venture_id = {row}.id AND {there}.current",
        ),
        to_many("baselines", "baseline", "venture_id", "Its baselines, the newest first.", "-number"),
        to_many("indicators", "indicator", "venture_id", "Its measured series.", "name"),
        to_many("risks", "risk", "venture_id", "Its risk register, the gravest first."),
        to_many("issues", "issue", "venture_id", "Risks that have happened, the latest first.", "-occurred_on"),
        to_many(
            "risk_limits", "risk_limits", "venture_id", "Its own limits of impact, the newest first.", "-scale_number"
        ),
        to_many("appetites", "risk_appetite", "venture_id", "How much expected loss it is ready to bear.", "category"),
        to_many("alerts", "alert", "venture_id", "Its alerts, the newest first.", "-since"),
        to_many("reviews", "review", "venture_id", "Its reviews, the newest first.", "-created_at"),
        to_many("feedback", "feedback", "venture_id", "What was said of it, the latest first.", "-created_at"),
        *MARKET,
        to_many("teams", "team", "venture_id", "Its teams.", "name"),
        *TEAMS,
        to_many("resources", "resource", "venture_id", "What it uses.", "name"),
        *ACQUIRED,
        *RESOURCES_OF_VENTURE,
        *fields.OF_VENTURE,
        *positioning.OF_VENTURE,
        *RAISED,
        to_many("costs", "cost", "venture_id", "What it has spent, the latest first.", "-spent_on"),
        to_many("receipts", "receipt", "venture_id", "What it has received, the latest first.", "-received_on"),
        to_many("cash_balances", "cash_balance", "venture_id", "What cash it had, the latest first.", "-balance_on"),
        *compliance.OF_VENTURE,
        *lessons.OF_VENTURE,
        can(edit=Action.VENTURE_WRITE, archive=Action.VENTURE_WRITE, add_risk=Action.RISK_WRITE),
    ],
    scope="{row}.id = ANY({ventures})",
    order=("name",),
)

ENTITIES = (VENTURE,)

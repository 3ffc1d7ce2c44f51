"""What became of risks: issues, the calibration of forecasts, and appetite."""

from __future__ import annotations

from typing import Final

from domain.risks.outcome_tables import Issue, RiskAppetite
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_many, to_one, value
from graph.language import Field, Member, Rows, Shape

ISSUE = entity(
    Issue,
    [
        columns(
            Issue,
            {
                "title": "The issue in one line.",
                "description": "What happened.",
                "state": "Whether it is still dealt with.",
                "occurred_on": "When it happened.",
                "estimated_probability": "The probability last given to it before it happened.",
                "estimated_cost": "The mean loss last estimated before it happened, in the tenant's currency.",
                "estimated_delay": "The mean delay last estimated before it happened, in working days.",
                "actual_cost": "What it has cost, in the tenant's currency.",
                "actual_delay": "Delay that it has brought, in working days.",
                "resolved_on": "When it was dealt with.",
            },
        ),
        to_one(Issue, "venture_id", "venture", "The venture."),
        to_one(Issue, "risk_id", "risk", "The risk that has happened."),
        to_one(Issue, "owner_id", "member", "The member who deals with it."),
        to_many("actions", "action", "issue_id", "What is to be done about it.", "due_on"),
        can(edit=Action.RISK_WRITE, resolve=Action.RISK_WRITE, archive=Action.RISK_WRITE),
    ],
    order=("-occurred_on", "-id"),
)

_SEEN: Final = "({unrestricted} OR x.venture_id = ANY({ventures}))"

_USED: Final = (
    "(SELECT coalesce(sum(s.expected_loss), 0.00) FROM risk x JOIN risk_score s ON s.tenant_id = {tenant}"
    " AND s.risk_id = x.id WHERE x.tenant_id = {tenant} AND x.archived_at IS NULL AND x.status IN ('open', 'accepted')"
    " AND coalesce(x.kind, 'threat') = 'threat' AND ({row}.venture_id IS NULL OR x.venture_id = {row}.venture_id)"
    f" AND ({{row}}.category IS NULL OR x.category = {{row}}.category) AND {_SEEN})"
)

RISK_APPETITE = entity(
    RiskAppetite,
    [
        columns(
            RiskAppetite,
            {
                "category": "Code of the category; empty: all together.",
                "amount": "Expected loss at most, in the tenant's currency.",
            },
            codes=("category",),
        ),
        Field(
            name="expected_loss",
            description="Expected loss of the open and accepted threats that it is about, as far as you see them.",
            kind=kinds.DECIMAL,
            sql=_USED,
            nullable=False,
        ),
        Field(
            name="is_breached",
            description="Whether that is above the amount.",
            kind=kinds.BOOL,
            sql=f"({_USED} > {{row}}.amount)",
            nullable=False,
        ),
        to_one(RiskAppetite, "venture_id", "venture", "The venture; empty: all ventures together."),
        can(edit=Action.RISK_CONFIGURE, archive=Action.RISK_CONFIGURE),
    ],
    singular="risk_appetite",
    plural="risk_appetites",
    order=("category",),
)


_BAND: Final = Shape(
    name="CalibrationBand",
    description="How often risks happened that were given a probability of one band.",
    fields=[
        value("level", "Level of probability by the present scale, from 1.", kinds.INT),
        value("from_probability", "Where the band begins.", kinds.DECIMAL),
        value("to_probability", "Where the next one begins.", kinds.DECIMAL),
        value("forecasts", "Risks that are over and were last given such a probability.", kinds.INT),
        value("occurred", "How many of them happened.", kinds.INT),
        value("mean_probability", "Mean of the probabilities given: what should have happened.", kinds.DECIMAL),
        value("occurred_share", "Share that happened.", kinds.DECIMAL),
    ],
)

_OVER: Final = (
    "risk_outcome o JOIN risk x ON x.tenant_id = {tenant} AND x.id = o.risk_id"
    " WHERE o.tenant_id = {tenant} AND o.ended_at IS NOT NULL AND <where>"
)
"""Outcomes `o` of risks `x` that are over; `<where>` stands for the condition on them."""

_LIMITS: Final = (
    "(SELECT ARRAY(SELECT p.value::numeric FROM jsonb_array_elements_text(s.definition -> 'probability_bands')"
    " WITH ORDINALITY p(value, n) ORDER BY p.n) FROM risk_scale s WHERE s.tenant_id = {tenant}"
    " AND s.archived_at IS NULL ORDER BY s.version_number DESC LIMIT 1)"
)

_BANDS: Final = f"""
SELECT b.level, b.limits[b.level] AS from_probability, coalesce(b.limits[b.level + 1], 1) AS to_probability,
    count(*)::int AS forecasts, count(*) FILTER (WHERE b.occurred)::int AS occurred,
    round(avg(b.probability), 6) AS mean_probability, round(avg(b.occurred::int), 6) AS occurred_share
FROM (SELECT f.probability, f.occurred, f.limits, width_bucket(f.probability, f.limits) AS level
    FROM (SELECT o.probability, o.occurred, {_LIMITS} AS limits FROM {_OVER} AND o.probability IS NOT NULL) f) b
GROUP BY b.level, b.limits
"""

_BRIER: Final = (
    f"(SELECT round(avg((o.probability - o.occurred::int) ^ 2), 6) FROM {_OVER} AND o.probability IS NOT NULL)"
)

_BASIS: Final = (
    "(SELECT jsonb_build_object('forecasts', b.forecasts, 'from_levels', b.from_levels, 'without_forecast',"
    " b.without, 'base_rate', round(b.rate, 6)::text, 'reference', round(b.rate * (1 - b.rate), 6)::text)"
    " FROM (SELECT count(o.probability) AS forecasts, count(*) FILTER (WHERE o.from_level) AS from_levels,"
    " count(*) FILTER (WHERE o.probability IS NULL) AS without,"
    f" avg(o.occurred::int) FILTER (WHERE o.probability IS NOT NULL) AS rate FROM {_OVER}) b)"
)


def calibration(where: str = _SEEN) -> list[Member]:
    """How well the probabilities of risks that are over were given; `where` is a condition on the risk `x`."""
    return [
        Rows(
            name="calibration",
            description="How often risks happened, by the band of the probability last given to them.",
            shape=_BAND,
            sql=_BANDS.replace("<where>", where),
            order="{row}.level",
        ),
        Field(
            name="brier_score",
            description="Mean squared difference of the probabilities last given and what happened (1 or 0), over all "
            "risks that are over: 0 is perfect, 0.25 is what always saying 0.5 gives. Empty without any.",
            kind=kinds.DECIMAL,
            sql=_BRIER.replace("<where>", where),
            nullable=True,
            filtered=False,
            sorted=False,
        ),
        Field(
            name="brier_basis",
            description="What the score rests on: `forecasts`, of them `from_levels` (the middle of a level's band, no "
            "number having been given), `without_forecast` (left out), the share that happened (`base_rate`), and the "
            "score of always giving that (`reference`).",
            kind=kinds.JSON,
            sql=_BASIS.replace("<where>", where),
            nullable=False,
        ),
    ]


ENTITIES = (ISSUE, RISK_APPETITE)

"""Candidate fields, and what each is worth by six factors."""

from __future__ import annotations

from typing import Final

from domain.fields.tables import FACTORS, CandidateField, Factor, FactorScore
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, worked_out
from graph.enums import name_of
from graph.language import Field, Rows, Shape

_TOTAL: Final = (
    f"CASE WHEN count(x.score) = {FACTORS} AND sum(x.weight) > 0"
    " THEN round(sum(x.weight * x.score) / sum(x.weight), 6) END"
)
_WEIGHTED: Final = (
    f"(SELECT {_TOTAL} FROM factor_score x WHERE x.tenant_id = {{tenant}} AND x.candidate_field_id = {{row}}.id"
    " AND x.archived_at IS NULL)"
)
_RANK: Final = f"""(SELECT z.place FROM (
  SELECT t.id, rank() OVER (ORDER BY t.total DESC)::int AS place FROM (
    SELECT y.id, {_TOTAL} AS total FROM candidate_field y
    JOIN factor_score x ON x.tenant_id = {{tenant}} AND x.candidate_field_id = y.id AND x.archived_at IS NULL
    WHERE y.tenant_id = {{tenant}} AND y.venture_id = {{row}}.venture_id AND y.archived_at IS NULL
    GROUP BY y.id
  ) t WHERE t.total IS NOT NULL
) z WHERE z.id = {{row}}.id)"""

_MISSING: Final = f"""
SELECT f.factor, f.place
FROM unnest(ARRAY[{", ".join(f"'{factor}'" for factor in Factor)}]) WITH ORDINALITY f(factor, place)
WHERE NOT EXISTS (SELECT 1 FROM factor_score x WHERE x.tenant_id = {{tenant}} AND x.candidate_field_id = {{row}}.id
  AND x.factor = f.factor AND x.score IS NOT NULL AND x.archived_at IS NULL)
"""

CANDIDATE_FIELD: Final = entity(
    CandidateField,
    [
        columns(
            CandidateField,
            {
                "name": "Its name.",
                "code": "Code of the field, as ventures name theirs.",
                "description": "What would be done there.",
                "pattern": "By which pattern it fits the venture.",
                "decision": "What became of it.",
                "decision_reason": "Why it was chosen or rejected.",
                "decided_at": "When that was decided.",
            },
            codes=("code",),
        ),
        worked_out(
            "weighted_total",
            "Its total, 0 to 5: the sum of weight times score, through the sum of the weights. Empty where a factor "
            "has no score, or no factor any weight.",
            kinds.DECIMAL,
            _WEIGHTED,
            nullable=True,
        ),
        worked_out(
            "is_complete",
            "Whether each factor has a score and any of them a weight, so that there is a total.",
            kinds.BOOL,
            f"({_WEIGHTED} IS NOT NULL)",
        ),
        worked_out(
            "rank",
            "Its place by weighted total among the venture's candidates that have one; equal totals share a place.",
            kinds.INT,
            _RANK,
            nullable=True,
        ),
        Rows(
            name="missing_factors",
            description="The factors that have no score yet.",
            shape=Shape(
                name="MissingFactor",
                description="A factor that has no score yet.",
                fields=[
                    Field(
                        name="factor",
                        description="The factor.",
                        kind=kinds.enumeration(Factor, name_of(Factor)),
                        sql="{row}.factor",
                        nullable=False,
                    )
                ],
            ),
            sql=_MISSING,
            order="{row}.place",
        ),
        to_one(CandidateField, "venture_id", "venture", "The venture that may choose it."),
        to_one(CandidateField, "decided_by", "member", "The member who decided."),
        to_many("scores", "factor_score", "candidate_field_id", "Its scorecard, factor by factor.", "factor"),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE, decide=Action.MARKET_WRITE),
    ],
    order=("name",),
)

FACTOR_SCORE: Final = entity(
    FactorScore,
    [
        columns(
            FactorScore,
            {
                "factor": "The factor.",
                "score": "From 0, the worst for the venture, to 5, the best; empty: not known yet.",
                "weight": "How much it counts beside the field's other factors.",
                "evidence": "What the score rests on.",
                "evidence_on": "The day of the evidence.",
            },
        ),
        column_field(FactorScore, "evidence_url", "Where the evidence can be read.", kind=kinds.ADDRESS),
        to_one(FactorScore, "venture_id", "venture", "The venture."),
        to_one(FactorScore, "candidate_field_id", "candidate_field", "The candidate field."),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE),
    ],
)

ENTITIES: Final = (CANDIDATE_FIELD, FACTOR_SCORE)

OF_VENTURE: Final = (
    to_many("candidate_fields", "candidate_field", "venture_id", "The fields that it may choose.", "name"),
)

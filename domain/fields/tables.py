"""What is stored of the choice of a field: the candidates, and what each is worth by six factors."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.kernel.columns import choice, day, instant, quantity, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class Factor(StrEnum):
    """The six factors by which fields are compared (product.md D1)."""

    MARKET_TREND = "market_trend"
    TECHNICAL_MATURITY = "technical_maturity"
    COMPETITION = "competition"
    DATA_RESOURCES = "data_resources"
    USER_NEED = "user_need"
    POLICY_AND_REGULATION = "policy_and_regulation"


FACTORS: Final = len(Factor)


class FieldPattern(StrEnum):
    """By which pattern a field fits a venture (product.md D1)."""

    DIVERSIFY = "diversify"
    NICHE = "niche"
    TREND = "trend"


class FieldDecision(StrEnum):
    """What became of a candidate."""

    UNDECIDED = "undecided"
    CHOSEN = "chosen"
    REJECTED = "rejected"


class CandidateField(Entity, table=True):
    """A field of application that a venture may choose, such as medicine or finance."""

    __tablename__ = "candidate_field"
    prefix = "candidate_field"
    word = "candidate_field"
    searched = ("name", "description", "decision_reason")

    venture_id: UUID = reference()
    name: str = text()
    code: str | None = text(None)
    description: str | None = text(None)
    pattern: FieldPattern | None = choice(FieldPattern, None, name="pattern")
    decision: FieldDecision = choice(FieldDecision, FieldDecision.UNDECIDED, name="decision")
    decision_reason: str | None = text(None)
    decided_by: UUID | None = reference(None)
    decided_at: datetime | None = instant(None)
    references = {"decided_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "name"),
        index("name"),
    )


class FactorScore(Entity, table=True):
    """What a field is worth by one factor, how much that counts, and the evidence for it."""

    __tablename__ = "factor_score"
    prefix = "factor_score"
    word = "factor_score"
    searched = ("evidence",)

    venture_id: UUID = reference()
    candidate_field_id: UUID = reference()
    factor: Factor = choice(Factor, name="factor")
    score: Decimal | None = quantity(None)
    "From 0, the worst for the venture, to 5, the best; empty: not known yet."
    weight: Decimal = quantity(Decimal(1))
    "How much it counts beside the field's other factors; weights need not add up to anything."
    evidence: str | None = text(None)
    evidence_url: str | None = text(None)
    evidence_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("candidate_field_id", "candidate_field"),
        unique_where("uq_factor_score_factor", "archived_at IS NULL", "candidate_field_id", "factor"),
        index("venture_id"),
        index("candidate_field_id", "factor"),
        check("score", "score BETWEEN 0 AND 5"),
        check("weight", "weight BETWEEN 0 AND 1000"),
    )

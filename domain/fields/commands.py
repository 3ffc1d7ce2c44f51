"""What can be asked of candidate fields and their scorecards."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.fields.tables import CandidateField, Factor, FactorScore, FieldDecision, FieldPattern
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, Link, LongText, Quantity, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

VentureId = Annotated[UUID, IdOf("venture")]
CandidateFieldId = Annotated[UUID, IdOf("candidate_field")]
FactorScoreId = Annotated[UUID, IdOf("factor_score")]
Score = Annotated[Quantity, Field(ge=0, le=5, decimal_places=2)]
Weight = Annotated[Quantity, Field(ge=0, le=1_000, decimal_places=3)]

MOST: Final = 50
"""Candidate fields of a venture: all of them are compared with one another."""

_SCORE: Final = "From 0, the worst for the venture, to 5, the best; null: not known yet."
_WEIGHT: Final = "How much it counts, 0 to 1000, beside the field's other factors; weights need not add up to anything."


class CreateCandidateField(Input):
    """A field of application that a venture may choose."""

    venture_id: VentureId = Field(description="The venture.")
    name: Title = Field(description="Its name.", examples=["Hospital radiology"])
    code: Code | None = Field(None, description="Code of the field, as ventures name theirs.", examples=["medicine"])
    description: LongText | None = Field(None, description="What would be done there.")
    pattern: FieldPattern | None = Field(None, description="By which pattern it fits the venture.")


class UpdateCandidateField(Change):
    """Changes to a candidate field: what is left out stays, null clears."""

    id: CandidateFieldId = Field(description="The candidate field.")
    name: Title = may_be_left_out("Its name.")
    code: Code | None = Field(None, description="Code of the field, as ventures name theirs.")
    description: LongText | None = Field(None, description="What would be done there.")
    pattern: FieldPattern | None = Field(None, description="By which pattern it fits the venture.")


class DecideCandidateField(Change):
    """A choice, and the reason for it."""

    candidate_field_id: CandidateFieldId = Field(description="The candidate field.")
    decision: FieldDecision = Field(description="What becomes of it; `undecided` takes a decision back.")
    reason: LongText | None = Field(None, description="Why; whoever chooses or rejects says it.")


class CreateFactorScore(Input):
    """What a candidate field is worth by one factor."""

    candidate_field_id: CandidateFieldId = Field(description="The candidate field.")
    factor: Factor = Field(description="The factor; each stands once on a scorecard.")
    score: Score | None = Field(None, description=_SCORE, examples=["3.5"])
    weight: Weight = Field(Decimal(1), description=_WEIGHT, examples=["2"])
    evidence: LongText | None = Field(None, description="What the score rests on.")
    evidence_url: Link | None = Field(None, description="Where that can be read.")
    evidence_on: Day | None = Field(None, description="The day of the evidence.")


class UpdateFactorScore(Change):
    """Changes to a factor's score: what is left out stays, null clears."""

    id: FactorScoreId = Field(description="The factor's score.")
    score: Score | None = Field(None, description=_SCORE)
    weight: Weight = may_be_left_out(_WEIGHT)
    evidence: LongText | None = Field(None, description="What the score rests on.")
    evidence_url: Link | None = Field(None, description="Where that can be read.")
    evidence_on: Day | None = Field(None, description="The day of the evidence.")


@command(Action.MARKET_WRITE, returns={"candidate_field": "candidate_field"}, creates=True)
async def create_candidate_field(work: Work, given: CreateCandidateField) -> Done:
    """Add a field that a venture may choose."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, CandidateField, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(CandidateField, **given.sent())
    return Done({"candidate_field": row.id})


@command(Action.MARKET_WRITE, returns={"candidate_field": "candidate_field"})
async def update_candidate_field(work: Work, given: UpdateCandidateField) -> Done:
    """Change a candidate field."""
    row = await load_for_change(work, CandidateField, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"candidate_field": row.id})


@command(Action.MARKET_WRITE, returns={"candidate_field": "candidate_field"})
async def decide_candidate_field(work: Work, given: DecideCandidateField) -> Done:
    """Choose a candidate field or reject it, with the reason, or take that back.

    More than one may be chosen: who diversifies does so.
    """
    row = await load_for_change(
        work, CandidateField, given.candidate_field_id, given.expected_version, "candidate_field_id"
    )
    undecided = given.decision is FieldDecision.UNDECIDED
    if not undecided and not given.reason:
        raise Invalid.at("reason", message="say why it is chosen or rejected")
    decided = {"decided_by": None, "decided_at": None} if undecided else _decided(work)
    apply(row, {"decision": given.decision, "decision_reason": given.reason, **decided})
    return Done({"candidate_field": row.id})


def _decided(work: Work) -> dict[str, object]:
    return {"decided_by": work.principal.member_id, "decided_at": work.now}


@command(Action.MARKET_WRITE, returns={"factor_score": "factor_score"}, creates=True)
async def create_factor_score(work: Work, given: CreateFactorScore) -> Done:
    """Score a candidate field by one factor."""
    field = await work.get(CandidateField, given.candidate_field_id, "candidate_field_id", archived=False)
    row = work.new(FactorScore, venture_id=field.venture_id, **given.sent())
    return Done({"factor_score": row.id})


@command(Action.MARKET_WRITE, returns={"factor_score": "factor_score"})
async def update_factor_score(work: Work, given: UpdateFactorScore) -> Done:
    """Change what a candidate field is worth by one factor."""
    row = await load_for_change(work, FactorScore, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"factor_score": row.id})


archiving_commands(CandidateField, Action.MARKET_WRITE, __name__)
archiving_commands(FactorScore, Action.MARKET_WRITE, __name__)

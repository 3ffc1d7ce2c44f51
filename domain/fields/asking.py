"""How firm a venture's ranking of fields is: asked, worked out, and not stored."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.fields.commands import MOST, CandidateFieldId, VentureId
from domain.fields.scorecard import Scorecard, Scored, ranked, rounded
from domain.fields.sensitivity import Sensitivity, Turn, sensitivities, smallest
from domain.fields.tables import CandidateField, Factor, FactorScore
from domain.kernel.inputs import Input
from domain.kernel.questions import Asking, question
from domain.kernel.work import Work, unit_of_work
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture


class FieldSensitivityOf(Input):
    """The venture whose ranking is asked for."""

    venture_id: VentureId = Field(description="The venture.")


class RankedField(BaseModel):
    """A candidate field with its total and place."""

    candidate_field_id: CandidateFieldId = Field(description="The candidate field.")
    name: str = Field(description="Its name.")
    weighted_total: Decimal = Field(description="Its weighted total, 0 to 5.")
    rank: int = Field(description="Its place, from 1; equal totals share one.")


class IncompleteField(BaseModel):
    """A candidate field that has no total, so that it is not compared."""

    candidate_field_id: CandidateFieldId = Field(description="The candidate field.")
    name: str = Field(description="Its name.")
    missing_factors: list[Factor] = Field(description="The factors without a score; none where every weight is 0.")


class FieldWeightChange(BaseModel):
    """A change of one factor's weight, the same on every scorecard compared, at which two fields draw level."""

    factor: Factor = Field(description="The factor whose weight is moved; the others stay.")
    change: Decimal = Field(
        description="By how much, rounded away from 0 to six decimals; 0 where they are level now and any change parts "
        "them."
    )
    weight_before: Decimal | None = Field(description="The weight now; null where scorecards have different ones.")
    weight_after: Decimal | None = Field(description="The weight then; null where scorecards have different ones.")
    percent: Decimal | None = Field(
        description="The change in percent of the weight now; null where that is 0, or scorecards have different ones."
    )
    ahead_id: CandidateFieldId = Field(description="The field that stands before the other now.")
    ahead: str = Field(description="Its name.")
    behind_id: CandidateFieldId = Field(description="The field that draws level with it.")
    behind: str = Field(description="Its name.")


class FactorSensitivity(BaseModel):
    """What a change of one factor's weight does to the ranking."""

    factor: Factor = Field(description="The factor.")
    first_place: FieldWeightChange | None = Field(
        description="The smallest change of its weight that alters the first place; null where none does."
    )
    any_place: FieldWeightChange | None = Field(
        description="The smallest change of its weight that alters any place; null where none does."
    )


class FieldSensitivity(BaseModel):
    """How firm a ranking of candidate fields is: what change of a weight alters it. Nothing is stored."""

    ranking: list[RankedField] = Field(description=f"The fields with a total, the best first, at most {MOST}.")
    incomplete: list[IncompleteField] = Field(description=f"The fields without a total, at most {MOST}.")
    smallest_for_first_place: FieldWeightChange | None = Field(
        description="The smallest change of any one weight that alters the first place; null where none does."
    )
    smallest_for_any_place: FieldWeightChange | None = Field(
        description="The smallest change of any one weight that alters the ranking; null where none does."
    )
    factors: list[FactorSensitivity] = Field(description="The same for each of the six factors.")


@question(Action.DOMAIN_READ, price=1_000)
async def field_sensitivity(asking: Asking, asked: FieldSensitivityOf) -> FieldSensitivity:
    """How firm the ranking of a venture's candidate fields is: which smallest change of which weight alters it."""
    async with unit_of_work(asking.runtime, asking.principal) as work:
        await work.get(Venture, asked.venture_id, "venture_id", archived=False)
        cards = await scorecards(work, asked.venture_id)
    complete = [card for card in cards if card.is_complete]
    found = sensitivities(complete)
    return FieldSensitivity(
        ranking=[
            RankedField(candidate_field_id=card.id, name=card.name, weighted_total=rounded(card.total), rank=rank)
            for rank, card in ranked(complete)
        ],
        incomplete=[
            IncompleteField(candidate_field_id=card.id, name=card.name, missing_factors=card.missing)
            for card in cards
            if not card.is_complete
        ],
        smallest_for_first_place=_shown(smallest([each.first_place for each in found]), complete),
        smallest_for_any_place=_shown(smallest([each.any_place for each in found]), complete),
        factors=[_of_factor(each, complete) for each in found],
    )


async def scorecards(work: Work, venture_id: UUID) -> list[Scorecard]:
    """The scorecards of a venture's candidate fields that are not archived, by name."""
    fields = sa.select(col(CandidateField.id), col(CandidateField.name)).where(
        col(CandidateField.tenant_id) == work.tenant_id,
        col(CandidateField.venture_id) == venture_id,
        col(CandidateField.archived_at).is_(None),
    )
    scores = sa.select(
        col(FactorScore.candidate_field_id), col(FactorScore.factor), col(FactorScore.score), col(FactorScore.weight)
    ).where(
        col(FactorScore.tenant_id) == work.tenant_id,
        col(FactorScore.venture_id) == venture_id,
        col(FactorScore.archived_at).is_(None),
    )
    scored: dict[UUID, dict[Factor, Scored]] = defaultdict(dict)
    for field_id, factor, score, weight in (await work.session.execute(scores)).all():
        scored[field_id][factor] = Scored(score, weight)
    order = (col(CandidateField.name), col(CandidateField.id))
    rows = (await work.session.execute(fields.order_by(*order))).all()
    return [Scorecard(id, name, scored[id]) for id, name in rows]


def _of_factor(found: Sensitivity, cards: list[Scorecard]) -> FactorSensitivity:
    return FactorSensitivity(
        factor=found.factor,
        first_place=_shown(found.first_place, cards),
        any_place=_shown(found.any_place, cards),
    )


def _shown(turn: Turn | None, cards: list[Scorecard]) -> FieldWeightChange | None:
    if turn is None:
        return None
    weights = {card.scored[turn.factor].weight for card in cards}
    weight = weights.pop() if len(weights) == 1 else None
    return FieldWeightChange(
        factor=turn.factor,
        change=turn.shown,
        weight_before=weight,
        weight_after=None if weight is None else weight + turn.shown,
        percent=round(turn.shown / weight * 100, 2) if weight else None,
        ahead_id=turn.ahead.id,
        ahead=turn.ahead.name,
        behind_id=turn.behind.id,
        behind=turn.behind.name,
    )

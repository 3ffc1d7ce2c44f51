"""Assessing a risk: the judgement is appended, and what follows from it is kept beside the risk."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, InvalidState, Problem
from domain.kernel.inputs import Day, IdOf, Input, LongText, Money, Probability, Quantity, Whole
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.three_point import InvalidEstimate, ThreePoint
from domain.risks.defaults import present_scale
from domain.risks.judgements import outdate_suggestion
from domain.risks.scale import Level, Scale
from domain.risks.scoring import Scored, UnscorableAssessment, next_assessment_on, score_assessment
from domain.risks.tables import Assessment, AssessmentKind, Knowledge, Risk, RiskScore
from domain.tenancy.permissions import Action
from domain.tenancy.zone import today

RiskId = Annotated[UUID, IdOf("risk")]
LevelNumber = Annotated[Whole, Field(ge=1, le=7)]
Days = Annotated[Quantity, Field(ge=0, le=10_000)]


class ThreePointMoney(Input):
    """A loss in three points, in the tenant's currency."""

    low: Money = Field(description="If it goes well.", examples=["20000.00"])
    likely: Money = Field(description="Most likely.", examples=["60000.00"])
    high: Money = Field(description="If it goes badly.", examples=["150000.00"])


class ThreePointDelay(Input):
    """A delay in three points, in working days."""

    low: Days = Field(description="If it goes well.", examples=["5"])
    likely: Days = Field(description="Most likely.", examples=["10"])
    high: Days = Field(description="If it goes badly.", examples=["30"])


class AssessRisk(Input):
    """One judgement of a risk. A level that is left out follows from the number, and the two must fit."""

    risk_id: RiskId = Field(description="The risk.")
    kind: AssessmentKind = Field(AssessmentKind.CURRENT, description="What is judged.")
    probability_level: LevelNumber | None = Field(
        None, description="Level of probability on the tenant's scale.", examples=[4]
    )
    impact_level: LevelNumber | None = Field(None, description="Level of impact on the tenant's scale.", examples=[5])
    probability: Probability | None = Field(None, description="Probability from 0 to 1.", examples=["0.55"])
    impact: ThreePointMoney | None = Field(None, description="Loss in three points.")
    delay: ThreePointDelay | None = Field(None, description="Delay in three points, in working days.")
    knowledge: Knowledge | None = Field(None, description="How much is known behind this judgement.")
    rationale: LongText | None = Field(None, description="Why it is judged so.")
    next_on: Day | None = Field(None, description="When to assess it again; left out, it follows from the level.")


@command(Action.RISK_WRITE, returns={"assessment": "assessment", "risk": "risk"}, creates=True)
async def assess_risk(work: Work, given: AssessRisk) -> Done:
    """Record a judgement of a risk. Judgements are kept for ever; the latest of each kind holds."""
    risk = await work.get(Risk, given.risk_id, "risk_id", lock=True)
    if risk.archived_at is not None:
        raise InvalidState.at("risk_id", message="the risk is archived; restore it first")
    number, scale = await present_scale(work, risk.venture_id)
    day = await today(work)
    if given.next_on is not None and given.next_on < day:
        raise Invalid.at("next_on", message="lies in the past; the next assessment must be today or later")
    row = append_assessment(work, risk, await score_of(work, risk), given, (number, scale), day)
    if given.kind is AssessmentKind.CURRENT:
        await outdate_suggestion(work, risk.id)
    return Done({"assessment": row.id, "risk": risk.id})


def append_assessment(
    work: Work, risk: Risk, score: RiskScore, given: AssessRisk, by: tuple[int, Scale], day: date
) -> Assessment:
    """Append a judgement made on `day` by a scale and its number; bring `score` up to it, announce and audit it.

    Raises `Invalid` for what cannot be scored.
    """
    number, scale = by
    if not (score.score or score.inherent_score or score.target_score):
        score.scale_number = number  # else what stands there was scored by another one, until the job has come by
    scored = _scored(scale, given)
    impact, delay = given.impact, given.delay
    row = work.new(
        Assessment,
        risk_id=risk.id,
        kind=given.kind,
        scale_number=number,
        probability_level=scored.probability_level,
        impact_level=scored.impact_level,
        score=scored.score,
        level=scored.level,
        expected_loss=scored.expected_loss,
        probability=given.probability,
        impact_low=impact and impact.low,
        impact_likely=impact and impact.likely,
        impact_high=impact and impact.high,
        delay_low=delay and delay.low,
        delay_likely=delay and delay.likely,
        delay_high=delay and delay.high,
        knowledge=given.knowledge,
        rationale=given.rationale,
        next_on=given.next_on,
        assessed_at=work.now,
        assessed_by=work.principal.member_id,
    )
    _keep_beside(score, row)
    if row.kind is AssessmentKind.CURRENT:
        score.next_assessment_on = next_assessment_on(row.level, day, row.next_on)
    data = stored_row(row)
    work.emit("risk.assessed", ("risk", risk.id), data, scope=Scope(risk.venture_id, risk.category))
    work.record("risk.assessed", ("risk", risk.id), after=data, venture_id=risk.venture_id)
    return row


def _scored(scale: Scale, given: AssessRisk) -> Scored:
    try:
        return score_assessment(
            scale,
            given.probability_level,
            given.impact_level,
            given.probability,
            _three_point(given.impact),
            _three_point(given.delay),
        )
    except UnscorableAssessment as error:
        message = str(error)
        paths = error.fields or ("probability_level",)
        raise Invalid(message, tuple(Problem((name,), Invalid.code, message) for name in paths)) from None
    except _BadEstimate as error:
        raise Invalid(str(error), (Problem(error.path, Invalid.code, str(error)),)) from None


class _BadEstimate(InvalidEstimate):
    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = (path,)


def _three_point(given: ThreePointMoney | ThreePointDelay | None) -> ThreePoint | None:
    if given is None:
        return None
    try:
        return ThreePoint(given.low, given.likely, given.high)
    except InvalidEstimate as error:
        raise _BadEstimate(str(error), "impact" if isinstance(given, ThreePointMoney) else "delay") from None


async def score_of(work: Work, risk: Risk) -> RiskScore:
    """What is kept beside a risk."""
    statement = sa.select(RiskScore).where(
        col(RiskScore.tenant_id) == work.tenant_id, col(RiskScore.risk_id) == risk.id
    )
    score = (await work.session.execute(statement)).scalar_one_or_none()
    if score is None:
        score = RiskScore(tenant_id=work.tenant_id, risk_id=risk.id)
        work.session.add(score)
    return score


def _keep_beside(score: RiskScore, row: Assessment) -> None:
    """Bring what is kept beside the risk up to its latest assessment."""
    match row.kind:
        case AssessmentKind.INHERENT:
            score.inherent_score, score.inherent_level = row.score, row.level
        case AssessmentKind.TARGET:
            score.target_score, score.target_level = row.score, row.level
        case AssessmentKind.CURRENT:
            if row.level != score.level:
                score.level_since = row.assessed_at
            serious = row.level.rank >= Level.HIGH.rank
            was_serious = score.level is not None and score.level.rank >= Level.HIGH.rank
            if not serious:
                score.high_since = None
            elif not was_serious:
                score.high_since = row.assessed_at
            score.previous_level = score.level
            score.probability_level, score.impact_level = row.probability_level, row.impact_level
            score.score, score.level, score.expected_loss = row.score, row.level, row.expected_loss
            score.assessed_at = row.assessed_at

"""What finished actions suggest: a new current assessment with its reason, for a person to confirm or dismiss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import InvalidState
from domain.kernel.inputs import IdOf, Input, LongText
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.risks.acceptance_tables import SuggestedAssessment, SuggestionState
from domain.risks.assessing import AssessRisk, ThreePointDelay, ThreePointMoney, append_assessment, score_of
from domain.risks.defaults import present_scale
from domain.risks.judgements import latest_assessment, outdate_suggestion
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Assessment, AssessmentKind, Knowledge, Response, Risk, RiskScore
from domain.tenancy.permissions import Action
from domain.tenancy.zone import tenant_of, today

Levels = tuple[int, int]
"""A level of probability and one of impact."""

_EXPECTED = {
    "en": "All {count} actions of its responses are done, the last one “{title}”. By {by} the risk stands at "
    "probability level {after[0]} and impact level {after[1]}; until now it was judged {before[0]} and {before[1]}.",
    "zh-CN": "应对措施的全部 {count} 项行动均已完成，最后一项是“{title}”。{by}，该风险现处于概率等级 {after[0]}、"
    "影响等级 {after[1]}；此前评定为 {before[0]} 和 {before[1]}。",
}
_BY_EFFECT = {"en": "their expected effects", "zh-CN": "按其预期效果"}
_BY_TARGET = {"en": "the target that they were to reach", "zh-CN": "按其应达到的目标"}


class ConfirmSuggestedAssessment(Input):
    """A suggestion that is right."""

    suggested_assessment_id: Annotated[UUID, IdOf("suggestion")] = Field(description="The suggestion.")
    knowledge: Knowledge | None = Field(None, description="How much is known behind it.")
    rationale: LongText | None = Field(None, description="Why it is right; left out, the suggestion's own reason.")


class DismissSuggestedAssessment(Input):
    """A suggestion that is not right."""

    suggested_assessment_id: Annotated[UUID, IdOf("suggestion")] = Field(description="The suggestion.")
    note: LongText | None = Field(None, description="Why it is not; kept in the audit log.")


@command(
    Action.RISK_WRITE,
    returns={"suggested_assessment": "suggested_assessment", "risk": "risk", "assessment": "assessment"},
)
async def confirm_suggested_assessment(work: Work, given: ConfirmSuggestedAssessment) -> Done:
    """Make the suggested assessment the risk's current one.

    A probability, loss or delay of the assessment before stays where its level does.
    """
    risk, row = await _open_suggestion(work, given.suggested_assessment_id)
    if risk.archived_at is not None:
        raise InvalidState.at("suggested_assessment_id", message="the risk is archived; restore it first")
    by = await present_scale(work, risk.venture_id)
    if by[0] != row.scale_number:
        raise InvalidState.at(
            "suggested_assessment_id", message="the risk scale was changed since; assess the risk itself"
        )
    before = await latest_assessment(work, risk.id)
    asked = AssessRisk(
        risk_id=risk.id,
        kind=AssessmentKind.CURRENT,
        probability_level=row.probability_level,
        impact_level=row.impact_level,
        knowledge=given.knowledge,
        rationale=given.rationale or row.reason,
        **_numbers_that_stay(row, before),
    )
    made = append_assessment(work, risk, await score_of(work, risk), asked, by, await today(work))
    row.assessment_id = made.id
    _decide(work, row, SuggestionState.CONFIRMED, {"assessment_id": str(made.id)})
    return Done({"suggested_assessment": row.id, "risk": risk.id, "assessment": made.id})


@command(Action.RISK_WRITE, returns={"suggested_assessment": "suggested_assessment", "risk": "risk"})
async def dismiss_suggested_assessment(work: Work, given: DismissSuggestedAssessment) -> Done:
    """Leave a risk's assessment as it is, against a suggestion."""
    risk, row = await _open_suggestion(work, given.suggested_assessment_id)
    _decide(work, row, SuggestionState.DISMISSED, {"note": given.note})
    return Done({"suggested_assessment": row.id, "risk": risk.id})


async def suggest_when_done(work: Work, risk: Risk, last: ResponseAction) -> SuggestedAssessment | None:
    """Suggest an assessment if `last` was the last action of the risk's responses to be done."""
    await work.flush()
    actions = await _actions(work, risk.id)
    score = await score_of(work, risk)
    if any(action.completed_at is None for action in actions):
        return None
    if score.probability_level is None or score.impact_level is None:
        return None
    before = (score.probability_level, score.impact_level)
    effects = [(action.effect_probability_level, action.effect_impact_level) for action in actions]
    after, words = levels_after(before, effects), _BY_EFFECT
    if not any(level for effect in effects for level in effect):
        after, words = await _target(work, risk, score, before), _BY_TARGET
    if after == before:
        return None
    await outdate_suggestion(work, risk.id)
    locale = (await tenant_of(work)).locale
    locale = locale if locale in _EXPECTED else "en"
    number, _ = await present_scale(work)
    row = work.new(
        SuggestedAssessment,
        venture_id=risk.venture_id,
        risk_id=risk.id,
        probability_level=after[0],
        impact_level=after[1],
        scale_number=number,
        reason=_EXPECTED[locale].format(
            count=len(actions), title=last.title, by=words[locale], after=after, before=before
        ),
        suggested_at=work.now,
    )
    data = stored_row(row)
    work.emit("risk.assessment_suggested", ("risk", risk.id), data, scope=Scope(risk.venture_id, risk.category))
    return row


def levels_after(before: Levels, effects: Iterable[tuple[int | None, int | None]]) -> Levels:
    """The levels that all effects together lead to: on each side the lowest named, never above those of before."""
    sides: tuple[list[int], list[int]] = ([before[0]], [before[1]])
    for effect in effects:
        for side, level in zip(sides, effect, strict=True):
            if level is not None:
                side.append(level)
    return min(sides[0]), min(sides[1])


async def _open_suggestion(work: Work, id: UUID) -> tuple[Risk, SuggestedAssessment]:
    """The risk of a suggestion and the suggestion, both held."""
    row = await work.get(SuggestedAssessment, id, "suggested_assessment_id")
    risk = await work.get(Risk, row.risk_id, "suggested_assessment_id", lock=True)
    await work.session.refresh(row)
    if row.state is not SuggestionState.OPEN:
        raise InvalidState.at("suggested_assessment_id", message=f"the suggestion is {row.state} already")
    return risk, row


def _decide(work: Work, row: SuggestedAssessment, state: SuggestionState, more: dict[str, str | None]) -> None:
    row.state, row.decided_at, row.decided_by = state, work.now, work.principal.member_id
    after = {"state": state} | more
    work.record(
        f"suggested_assessment.{state}", ("suggested_assessment", row.id), after=after, venture_id=row.venture_id
    )


def _numbers_that_stay(row: SuggestedAssessment, before: Assessment | None) -> dict[str, object]:
    found: dict[str, object] = {}
    if before is None:
        return found
    if before.probability_level == row.probability_level:
        found["probability"] = before.probability
    if before.impact_level == row.impact_level:
        if before.impact_low is not None:
            found["impact"] = ThreePointMoney(
                low=before.impact_low, likely=before.impact_likely, high=before.impact_high
            )
        if before.delay_low is not None:
            found["delay"] = ThreePointDelay(low=before.delay_low, likely=before.delay_likely, high=before.delay_high)
    return found


async def _actions(work: Work, risk_id: UUID) -> Sequence[ResponseAction]:
    statement = (
        sa.select(ResponseAction)
        .join(
            Response,
            (col(Response.tenant_id) == work.tenant_id) & (col(Response.id) == col(ResponseAction.response_id)),
        )
        .where(
            col(ResponseAction.tenant_id) == work.tenant_id,
            col(ResponseAction.archived_at).is_(None),
            col(Response.risk_id) == risk_id,
            col(Response.archived_at).is_(None),
        )
    )
    return (await work.session.execute(statement)).scalars().all()


async def _target(work: Work, risk: Risk, score: RiskScore, before: Levels) -> Levels:
    """The levels of the target, as far as they are under those of before."""
    target = await latest_assessment(work, risk.id, AssessmentKind.TARGET)
    if target is None or target.scale_number != score.scale_number:
        return before
    return levels_after(before, [(target.probability_level, target.impact_level)])

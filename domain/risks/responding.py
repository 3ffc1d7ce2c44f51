"""Answering a risk: responses and the actions that carry them out."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Title, may_be_left_out
from domain.kernel.work import Work
from domain.risks.assessing import LevelNumber
from domain.risks.defaults import present_scale
from domain.risks.judgements import outdate_suggestion
from domain.risks.suggesting import suggest_when_done
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Response, ResponseKind, Risk, RiskKind
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action

RiskId = Annotated[UUID, IdOf("risk")]
ResponseId = Annotated[UUID, IdOf("response")]
ActionId = Annotated[UUID, IdOf("action")]
MemberId = Annotated[UUID, IdOf("member")]

RESPONSES_TO = {
    RiskKind.THREAT: (ResponseKind.AVOID, ResponseKind.MITIGATE, ResponseKind.TRANSFER, ResponseKind.ACCEPT),
    RiskKind.OPPORTUNITY: (ResponseKind.EXPLOIT, ResponseKind.ENHANCE, ResponseKind.SHARE, ResponseKind.ACCEPT),
}
"""How each kind of risk is answered."""


class AddResponse(Input):
    """How a risk is answered."""

    risk_id: RiskId = Field(description="The risk.")
    kind: ResponseKind = Field(
        description="A threat: avoid, mitigate, transfer, accept. An opportunity: exploit, enhance, share, accept."
    )
    title: Title = Field(description="The response in one line.", examples=["Sign a second data partner"])
    description: LongText | None = Field(None, description="More about it.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class UpdateResponse(Change):
    """Changes to a response: what is left out stays, null clears."""

    id: ResponseId = Field(description="The response.")
    kind: ResponseKind = may_be_left_out(
        "A threat: avoid, mitigate, transfer, accept. An opportunity: exploit, enhance, share, accept."
    )
    title: Title = may_be_left_out("The response in one line.")
    description: LongText | None = Field(None, description="More about it.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class AddAction(Input):
    """One thing to do for a response."""

    response_id: ResponseId = Field(description="The response.")
    title: Title = Field(description="What is to be done.", examples=["Draft the agreement"])
    owner_id: MemberId | None = Field(None, description="The member who does it.")
    due_on: Day | None = Field(None, description="Until when.")
    cost: Money | None = Field(None, description="What it costs, in the tenant's currency.")
    effect_probability_level: LevelNumber | None = Field(
        None, description="Level of probability at which the risk is expected to stand once it is done.", examples=[2]
    )
    effect_impact_level: LevelNumber | None = Field(
        None, description="Level of impact at which the risk is expected to stand once it is done.", examples=[3]
    )


class UpdateAction(Change):
    """Changes to an action: what is left out stays, null clears."""

    id: ActionId = Field(description="The action.")
    title: Title = may_be_left_out("What is to be done.")
    owner_id: MemberId | None = Field(None, description="The member who does it.")
    due_on: Day | None = Field(None, description="Until when.")
    cost: Money | None = Field(None, description="What it costs, in the tenant's currency.")
    effect_probability_level: LevelNumber | None = Field(
        None, description="Level of probability at which the risk is expected to stand once it is done."
    )
    effect_impact_level: LevelNumber | None = Field(
        None, description="Level of impact at which the risk is expected to stand once it is done."
    )


class JudgeActionEffect(Input):
    """Whether the expected effect of a finished action came true."""

    action_id: ActionId = Field(description="The action.")
    came_true: bool = Field(description="Whether it did.")
    note: LongText | None = Field(None, description="How that is known.")


class CompleteAction(Input):
    """An action that is done."""

    action_id: ActionId = Field(description="The action.")


@command(Action.RISK_WRITE, returns={"response": "response", "risk": "risk"}, creates=True)
async def add_response(work: Work, given: AddResponse) -> Done:
    """Answer a risk."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    await check_owner(work, given.owner_id)
    _check_kind(risk, given.kind)
    row = work.new(Response, venture_id=risk.venture_id, **given.sent())
    return Done({"response": row.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"response": "response"})
async def update_response(work: Work, given: UpdateResponse) -> Done:
    """Change a response."""
    row = await load_for_change(work, Response, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    if "kind" in given.model_fields_set:
        _check_kind(await work.get(Risk, row.risk_id, "id"), given.kind)
    apply(row, given.sent("id", "expected_version"))
    return Done({"response": row.id})


@command(Action.RISK_WRITE, returns={"action": "action", "response": "response"}, creates=True)
async def add_action(work: Work, given: AddAction) -> Done:
    """Add something to do for a response."""
    response = await work.get(Response, given.response_id, "response_id", archived=False)
    await check_owner(work, given.owner_id)
    await _check_effect(work, given)
    await outdate_suggestion(work, response.risk_id)
    row = work.new(ResponseAction, venture_id=response.venture_id, **given.sent())
    return Done({"action": row.id, "response": response.id})


@command(Action.RISK_WRITE, returns={"action": "action"})
async def update_action(work: Work, given: UpdateAction) -> Done:
    """Change an action."""
    row = await load_for_change(work, ResponseAction, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    await _check_effect(work, given)
    apply(row, given.sent("id", "expected_version"))
    return Done({"action": row.id})


@command(Action.RISK_WRITE, returns={"action": "action"})
async def complete_action(work: Work, given: CompleteAction) -> Done:
    """Say that an action is done. Saying it twice is saying it once.

    The last one that a risk's responses wait for suggests a new assessment of it.
    """
    row = await load_for_change(work, ResponseAction, given.action_id, None, "action_id")
    if row.completed_at is None:
        row.completed_at = work.now
        if row.response_id is not None:
            response = await work.get(Response, row.response_id, "action_id")
            risk = await work.get(Risk, response.risk_id, "action_id", lock=True)
            await suggest_when_done(work, risk, row)
    return Done({"action": row.id})


@command(Action.RISK_WRITE, returns={"action": "action"})
async def judge_action_effect(work: Work, given: JudgeActionEffect) -> Done:
    """Say whether the expected effect of a finished action came true."""
    row = await load_for_change(work, ResponseAction, given.action_id, None, "action_id")
    if row.completed_at is None:
        raise InvalidState.at("action_id", message="the action is not done yet")
    apply(row, {"effect_came_true": given.came_true, "effect_note": given.note})
    return Done({"action": row.id})


def _check_kind(risk: Risk, kind: ResponseKind) -> None:
    allowed = RESPONSES_TO[risk.kind or RiskKind.THREAT]
    if kind not in allowed:
        what = "an opportunity" if risk.kind is RiskKind.OPPORTUNITY else "a threat"
        raise Invalid.at("kind", message=f"{kind} is no response to {what}; there are {', '.join(allowed)}")


async def _check_effect(work: Work, given: AddAction | UpdateAction) -> None:
    """Raises `Invalid` for a level that the tenant's scale does not have."""
    named = ("effect_probability_level", "effect_impact_level")
    if all(getattr(given, name) is None for name in named):
        return
    _, scale = await present_scale(work)
    for name, size in zip(named, (len(scale.probability_names), len(scale.impact_names)), strict=True):
        if (level := getattr(given, name)) is not None and level > size:
            raise Invalid.at(name, message=f"the scale has levels 1 to {size}, not {level}")


archiving_commands(Response, Action.RISK_WRITE, __name__)
archiving_commands(ResponseAction, Action.RISK_WRITE, __name__)

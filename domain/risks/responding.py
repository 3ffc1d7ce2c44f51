"""Answering a risk: responses and the actions that carry them out."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Title, may_be_left_out
from domain.kernel.work import Work
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Response, ResponseKind, Risk
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action

RiskId = Annotated[UUID, IdOf("risk")]
ResponseId = Annotated[UUID, IdOf("response")]
ActionId = Annotated[UUID, IdOf("action")]
MemberId = Annotated[UUID, IdOf("member")]


class AddResponse(Input):
    """How a risk is answered."""

    risk_id: RiskId = Field(description="The risk.")
    kind: ResponseKind = Field(description="Avoid, mitigate, transfer or accept.")
    title: Title = Field(description="The response in one line.", examples=["Sign a second data partner"])
    description: LongText | None = Field(None, description="More about it.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class UpdateResponse(Change):
    """Changes to a response: what is left out stays, null clears."""

    id: ResponseId = Field(description="The response.")
    kind: ResponseKind = may_be_left_out("Avoid, mitigate, transfer or accept.")
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


class UpdateAction(Change):
    """Changes to an action: what is left out stays, null clears."""

    id: ActionId = Field(description="The action.")
    title: Title = may_be_left_out("What is to be done.")
    owner_id: MemberId | None = Field(None, description="The member who does it.")
    due_on: Day | None = Field(None, description="Until when.")
    cost: Money | None = Field(None, description="What it costs, in the tenant's currency.")


class CompleteAction(Input):
    """An action that is done."""

    action_id: ActionId = Field(description="The action.")


@command(Action.RISK_WRITE, returns={"response": "response", "risk": "risk"}, creates=True)
async def add_response(work: Work, given: AddResponse) -> Done:
    """Answer a risk."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(Response, venture_id=risk.venture_id, **given.sent())
    return Done({"response": row.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"response": "response"})
async def update_response(work: Work, given: UpdateResponse) -> Done:
    """Change a response."""
    row = await load_for_change(work, Response, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    apply(row, given.sent("id", "expected_version"))
    return Done({"response": row.id})


@command(Action.RISK_WRITE, returns={"action": "action", "response": "response"}, creates=True)
async def add_action(work: Work, given: AddAction) -> Done:
    """Add something to do for a response."""
    response = await work.get(Response, given.response_id, "response_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(ResponseAction, venture_id=response.venture_id, **given.sent())
    return Done({"action": row.id, "response": response.id})


@command(Action.RISK_WRITE, returns={"action": "action"})
async def update_action(work: Work, given: UpdateAction) -> Done:
    """Change an action."""
    row = await load_for_change(work, ResponseAction, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    apply(row, given.sent("id", "expected_version"))
    return Done({"action": row.id})


@command(Action.RISK_WRITE, returns={"action": "action"})
async def complete_action(work: Work, given: CompleteAction) -> Done:
    """Say that an action is done. Saying it twice is saying it once."""
    row = await load_for_change(work, ResponseAction, given.action_id, None, "action_id")
    if row.completed_at is None:
        row.completed_at = work.now
    return Done({"action": row.id})


archiving_commands(Response, Action.RISK_WRITE, __name__)
archiving_commands(ResponseAction, Action.RISK_WRITE, __name__)

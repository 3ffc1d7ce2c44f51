"""A risk that has occurred is an issue: with actions, and with its real cost and delay beside the estimate."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Quantity, Title, may_be_left_out
from domain.kernel.work import Work
from domain.risks.outcome_tables import Issue, IssueState
from domain.risks.outcomes import change_status, open_issue
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Risk, RiskStatus
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import today

RiskId = Annotated[UUID, IdOf("risk")]
IssueId = Annotated[UUID, IdOf("issue")]
MemberId = Annotated[UUID, IdOf("member")]
Delay = Annotated[Quantity, Field(ge=0, le=10_000)]


class IssueAction(Input):
    """One thing to do about an issue."""

    title: Title = Field(description="What is to be done.", examples=["Call the second supplier"])
    owner_id: MemberId | None = Field(None, description="The member who does it.")
    due_on: Day | None = Field(None, description="Until when.")
    cost: Money | None = Field(None, description="What it costs, in the tenant's currency.")


class RecordOccurrence(Input):
    """A risk that has happened."""

    risk_id: RiskId = Field(description="The risk.")
    occurred_on: Day | None = Field(None, description="When; left out, today.")
    title: Title | None = Field(None, description="The issue in one line; left out, the risk's title.")
    description: LongText | None = Field(None, description="What happened.")
    owner_id: MemberId | None = Field(None, description="The member who deals with it; left out, the risk's owner.")
    actual_cost: Money | None = Field(None, description="What it has cost, as far as known.")
    actual_delay: Delay | None = Field(None, description="Delay that it has brought, in working days, as far as known.")
    actions: list[IssueAction] = Field(default=[], max_length=50, description="What is to be done about it.")


class UpdateIssue(Change):
    """Changes to an issue: what is left out stays, null clears."""

    id: IssueId = Field(description="The issue.")
    title: Title = may_be_left_out("The issue in one line.")
    description: LongText | None = Field(None, description="What happened.")
    owner_id: MemberId | None = Field(None, description="The member who deals with it.")
    actual_cost: Money | None = Field(None, description="What it has cost.")
    actual_delay: Delay | None = Field(None, description="Delay that it has brought, in working days.")


class AddIssueAction(Input):
    """One more thing to do about an issue."""

    issue_id: IssueId = Field(description="The issue.")
    title: Title = Field(description="What is to be done.", examples=["Call the second supplier"])
    owner_id: MemberId | None = Field(None, description="The member who does it.")
    due_on: Day | None = Field(None, description="Until when.")
    cost: Money | None = Field(None, description="What it costs, in the tenant's currency.")


class ResolveIssue(Input):
    """An issue that is dealt with."""

    issue_id: IssueId = Field(description="The issue.")
    actual_cost: Money | None = Field(None, description="What it has cost in the end.")
    actual_delay: Delay | None = Field(None, description="Delay that it has brought in the end, in working days.")


@command(Action.RISK_WRITE, returns={"issue": "issue", "risk": "risk"}, creates=True)
async def record_occurrence(work: Work, given: RecordOccurrence) -> Done:
    """Say that a risk has happened: it becomes an issue, with what it was last estimated at before."""
    risk = await work.get(Risk, given.risk_id, "risk_id", lock=True, archived=False)
    if risk.status is RiskStatus.OCCURRED:
        raise InvalidState.at("risk_id", message="the risk has occurred already; open it again before it can once more")
    day = await today(work)
    occurred_on = given.occurred_on or day
    if occurred_on > day:
        raise Invalid.at("occurred_on", message="lies in the future; a risk occurs today at the latest")
    await check_owner(work, given.owner_id)
    for position, action in enumerate(given.actions):
        await check_owner(work, action.owner_id, "actions", position, "owner_id")
    told = given.sent("risk_id", "occurred_on", "actions")
    issue = await open_issue(
        work, risk, occurred_on, "risk_id", **{name: value for name, value in told.items() if value is not None}
    )
    await change_status(work, risk, RiskStatus.OCCURRED, issue)
    await work.flush()
    for action in given.actions:
        work.new(ResponseAction, venture_id=risk.venture_id, issue_id=issue.id, **action.sent())
    return Done({"issue": issue.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"issue": "issue"})
async def update_issue(work: Work, given: UpdateIssue) -> Done:
    """Change an issue."""
    row = await load_for_change(work, Issue, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    apply(row, given.sent("id", "expected_version"))
    return Done({"issue": row.id})


@command(Action.RISK_WRITE, returns={"issue": "issue", "action": "action"})
async def add_issue_action(work: Work, given: AddIssueAction) -> Done:
    """Add something to do about an issue."""
    issue = await work.get(Issue, given.issue_id, "issue_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(ResponseAction, venture_id=issue.venture_id, **given.sent())
    return Done({"issue": issue.id, "action": row.id})


@command(Action.RISK_WRITE, returns={"issue": "issue"})
async def resolve_issue(work: Work, given: ResolveIssue) -> Done:
    """Say that an issue is dealt with, and what it came to. Saying it twice is saying it once."""
    row = await load_for_change(work, Issue, given.issue_id, None, "issue_id")
    changes = {name: value for name, value in given.sent("issue_id").items() if value is not None}
    if row.state is IssueState.OPEN:
        changes |= {"state": IssueState.RESOLVED, "resolved_on": await today(work)}
    apply(row, changes)
    return Done({"issue": row.id})


archiving_commands(Issue, Action.RISK_WRITE, __name__)

"""What can be asked of user feedback: write it down, and let it become a task, a risk or a need in one step."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, Said, Title, as_title, may_be_left_out
from domain.kernel.work import Work
from domain.market.inputs import MemberId, Severity, VentureId
from domain.market.research_tables import Need, UserFeedback
from domain.market.researching import NeedId
from domain.milestones.tasks import CreateTask, MilestoneId, create_task
from domain.risks.commands import CreateRisk, create_risk
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

UserFeedbackId = Annotated[UUID, IdOf("user_feedback")]

_SOURCE = "Where it comes from: a customer, a forum, a support ticket."
_RECEIVED = "The day on which it came; not in the future."
_SEVERITY = "How much it hurts: from 1, a nuisance, to 5, which keeps users from using it."


class CreateUserFeedback(Input):
    """Something that a user said."""

    venture_id: VentureId = Field(description="The venture whose product it is about.")
    source: Title = Field(description=_SOURCE, examples=["Support ticket 4711"])
    text: Said = Field(description="What was said.", examples=["The report takes a minute to open on a tablet."])
    received_on: Day = Field(description=_RECEIVED)
    severity: Severity | None = Field(None, description=_SEVERITY)


class UpdateUserFeedback(Change):
    """Changes to user feedback: what is left out stays, null clears."""

    id: UserFeedbackId = Field(description="The feedback.")
    source: Title = may_be_left_out(_SOURCE)
    text: Said = may_be_left_out("What was said.")
    received_on: Day = may_be_left_out(_RECEIVED)
    severity: Severity | None = Field(None, description=_SEVERITY)


class TurnUserFeedbackIntoTask(Input):
    """A task that is made of user feedback."""

    user_feedback_id: UserFeedbackId = Field(description="The feedback.")
    title: Title | None = Field(None, description="What is to be done; left out, what was said.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone that it leads to.")
    owner_id: MemberId | None = Field(None, description="The one member who answers for it.")
    due_on: Day | None = Field(None, description="Until when.")


class TurnUserFeedbackIntoRisk(Input):
    """A risk that is made of user feedback."""

    user_feedback_id: UserFeedbackId = Field(description="The feedback.")
    title: Title | None = Field(None, description="The risk in one line; left out, what was said.")
    category: Code = Field("market", description="Code of the category.", examples=["market"])
    sub_type: Code | None = Field(
        None, description="Code of the sub-type within the category.", examples=["demand_changes"]
    )
    owner_id: MemberId | None = Field(None, description="The member who watches it.")


class TurnUserFeedbackIntoNeed(Input):
    """The need that user feedback tells of: a new one, or one that is known."""

    user_feedback_id: UserFeedbackId = Field(description="The feedback.")
    need_id: NeedId | None = Field(None, description="The known need that it tells of; left out, a new one is made.")
    title: Title | None = Field(None, description="What users lack, for a new one; left out, what was said.")
    user_group: Title | None = Field(None, description="Which users lack it, for a new one.")
    severity: Severity | None = Field(
        None, description="How much it hurts, from 1 to 5, for a new one; left out, that of the feedback."
    )


@command(Action.MARKET_WRITE, returns={"user_feedback": "user_feedback"}, creates=True)
async def create_user_feedback(work: Work, given: CreateUserFeedback) -> Done:
    """Write down what a user said of a product."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_past(work, "received_on", given.received_on)
    row = work.new(UserFeedback, **given.sent(), member_id=work.principal.member_id)
    return Done({"user_feedback": row.id})


@command(Action.MARKET_WRITE, returns={"user_feedback": "user_feedback"})
async def update_user_feedback(work: Work, given: UpdateUserFeedback) -> Done:
    """Change user feedback; what has become of it stays."""
    row = await load_for_change(work, UserFeedback, given.id, given.expected_version)
    await check_past(work, "received_on", given.received_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"user_feedback": row.id})


@command(Action.MILESTONE_WRITE, returns={"task": "task", "user_feedback": "user_feedback"})
async def turn_user_feedback_into_task(work: Work, given: TurnUserFeedbackIntoTask) -> Done:
    """Let user feedback become a task of its venture, once."""
    row = await _open(work, given.user_feedback_id)
    more = given.sent("user_feedback_id", "title")
    title = given.title or as_title(row.text)
    done = await create_task(work, CreateTask(venture_id=row.venture_id, title=title, description=row.text, **more))
    return await _settle(work, row, "task", done.ids["task"])


@command(Action.RISK_WRITE, returns={"risk": "risk", "user_feedback": "user_feedback"})
async def turn_user_feedback_into_risk(work: Work, given: TurnUserFeedbackIntoRisk) -> Done:
    """Let user feedback become a risk of its venture, once."""
    row = await _open(work, given.user_feedback_id)
    more = given.sent("user_feedback_id", "title", "category")
    title = given.title or as_title(row.text)
    asked = CreateRisk(venture_id=row.venture_id, title=title, category=given.category, event=row.text, **more)
    done = await create_risk(work, asked)
    return await _settle(work, row, "risk", done.ids["risk"])


@command(Action.MARKET_WRITE, returns={"need": "need", "user_feedback": "user_feedback"})
async def turn_user_feedback_into_need(work: Work, given: TurnUserFeedbackIntoNeed) -> Done:
    """Let user feedback become a need, or count for one that is known, once."""
    row = await _open(work, given.user_feedback_id)
    if given.need_id is not None:
        message = "the need must belong to the venture of the feedback"
        need = await get_of_venture(work, Need, given.need_id, row.venture_id, "need_id", message=message)
        if given.title or given.user_group or given.severity:
            raise Invalid.at("need_id", message="name a known need, or say what a new one is; not both")
        return await _settle(work, row, "need", need.id)
    severity = given.severity or row.severity
    if severity is None:
        raise Invalid.at("severity", message="say how much it hurts, from 1 to 5: the feedback does not")
    need = work.new(
        Need,
        venture_id=row.venture_id,
        title=given.title or as_title(row.text),
        description=row.text,
        user_group=given.user_group,
        severity=severity,
    )
    return await _settle(work, row, "need", need.id)


async def _open(work: Work, id: UUID) -> UserFeedback:
    row = await load_for_change(work, UserFeedback, id, None, "user_feedback_id")
    if row.settled_at is not None:
        became = next(word for word in ("task", "risk", "need") if getattr(row, f"{word}_id") is not None)
        raise InvalidState.at("user_feedback_id", message=f"it has become a {became} already")
    return row


async def _settle(work: Work, row: UserFeedback, word: str, id: UUID) -> Done:
    """What it has become is written first, then the feedback that names it."""
    await work.flush()
    apply(row, {f"{word}_id": id, "settled_at": work.now})
    return Done({word: id, "user_feedback": row.id})


archiving_commands(UserFeedback, Action.MARKET_WRITE, __name__)

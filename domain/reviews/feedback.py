"""What can be asked of feedback: write it down, change it, and let it become a task or a risk in one step."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, Said, Title, as_title, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tasks import CreateTask, create_task
from domain.reviews.commands import ReviewId
from domain.reviews.feedback_tables import Feedback
from domain.reviews.states import FeedbackKind
from domain.reviews.tables import Review
from domain.risks.commands import CreateRisk, create_risk
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

VentureId = Annotated[UUID, IdOf("venture")]
FeedbackId = Annotated[UUID, IdOf("feedback")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
MemberId = Annotated[UUID, IdOf("member")]


class AddFeedback(Input):
    """Something that was said."""

    venture_id: VentureId = Field(description="The venture.")
    review_id: ReviewId | None = Field(None, description="The review in which it was said.")
    kind: FeedbackKind = Field(FeedbackKind.PROBLEM, description="What kind of thing it is.")
    text: Said = Field(description="What was said.", examples=["The clinic asks for a second reader."])
    source: Title | None = Field(None, description="Who said it, where that is no member.")


class UpdateFeedback(Change):
    """Changes to feedback: what is left out stays, null clears."""

    id: FeedbackId = Field(description="The feedback.")
    kind: FeedbackKind = may_be_left_out("What kind of thing it is.")
    text: Said = may_be_left_out("What was said.")
    source: Title | None = Field(None, description="Who said it, where that is no member.")


class TurnFeedbackIntoTask(Input):
    """A task that is made of feedback."""

    feedback_id: FeedbackId = Field(description="The feedback.")
    title: Title | None = Field(None, description="What is to be done; left out, what was said.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone that it leads to.")
    owner_id: MemberId | None = Field(None, description="The one member who answers for it.")
    due_on: Day | None = Field(None, description="Until when.")


class TurnFeedbackIntoRisk(Input):
    """A risk that is made of feedback."""

    feedback_id: FeedbackId = Field(description="The feedback.")
    title: Title | None = Field(None, description="The risk in one line; left out, what was said.")
    category: Code = Field(description="Code of the category.", examples=["technical"])
    sub_type: Code | None = Field(None, description="Code of the sub-type within the category.")
    owner_id: MemberId | None = Field(None, description="The member who watches it.")


@command(Action.REVIEW_REQUEST, returns={"feedback": "feedback"}, creates=True)
async def add_feedback(work: Work, given: AddFeedback) -> Done:
    """Write down what somebody said of a venture."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    if given.review_id is not None:
        review = await work.get(Review, given.review_id, "review_id")
        if review.venture_id != given.venture_id:
            raise Invalid.at("review_id", message="the review must belong to the venture")
    row = work.new(Feedback, **given.sent(), member_id=work.principal.member_id)
    return Done({"feedback": row.id})


@command(Action.REVIEW_REQUEST, returns={"feedback": "feedback"})
async def update_feedback(work: Work, given: UpdateFeedback) -> Done:
    """Change feedback."""
    row = await load_for_change(work, Feedback, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"feedback": row.id})


@command(Action.MILESTONE_WRITE, returns={"task": "task", "feedback": "feedback"})
async def turn_feedback_into_task(work: Work, given: TurnFeedbackIntoTask) -> Done:
    """Let feedback become a task of its venture, once."""
    row = await _open(work, given.feedback_id)
    more = given.sent("feedback_id", "title")
    title = given.title or as_title(row.text)
    done = await create_task(work, CreateTask(venture_id=row.venture_id, title=title, description=row.text, **more))
    await work.flush()
    apply(row, {"task_id": done.ids["task"], "settled_at": work.now})
    return Done({"task": done.ids["task"], "feedback": row.id})


@command(Action.RISK_WRITE, returns={"risk": "risk", "feedback": "feedback"})
async def turn_feedback_into_risk(work: Work, given: TurnFeedbackIntoRisk) -> Done:
    """Let feedback become a risk of its venture, once."""
    row = await _open(work, given.feedback_id)
    more = given.sent("feedback_id", "title")
    title = given.title or as_title(row.text)
    done = await create_risk(work, CreateRisk(venture_id=row.venture_id, title=title, event=row.text, **more))
    await work.flush()
    apply(row, {"risk_id": done.ids["risk"], "settled_at": work.now})
    return Done({"risk": done.ids["risk"], "feedback": row.id})


async def _open(work: Work, feedback_id: UUID) -> Feedback:
    row = await load_for_change(work, Feedback, feedback_id, None, "feedback_id")
    if row.settled_at is not None:
        became = "task" if row.task_id is not None else "risk"
        raise InvalidState.at("feedback_id", message=f"it has become a {became} already")
    return row


archiving_commands(Feedback, Action.REVIEW_REQUEST, __name__)

"""The document of a review: the frozen report, and around it what people did with it."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import one_of, said
from domain.reviews import states
from domain.reviews.shape.content import ReportContent
from domain.reviews.shape.kinds import AN_ID, Day, Hash, Id, Instant, Person
from domain.reviews.states import ConditionState, Decision, FeedbackKind, ParticipantRole, ReviewKind, ReviewState


class ReviewHead(TypedDict):
    """The review itself."""

    id: Annotated[Id, said("The review.", f"review{AN_ID}")]
    state: Annotated[str, one_of(ReviewState, "Where it stands.")]
    kind: Annotated[str, one_of(ReviewKind, "A review of a milestone, or a regular progress report.")]
    planned_on: Annotated[Day | None, said("The day for which it is planned.", "2026-12-04")]
    started_at: Annotated[Instant | None, said("When people began to look at it.", "2026-12-03T13:00:00.000000Z")]
    decided_at: Annotated[Instant | None, said("When it was decided.", "2026-12-03T14:10:00.000000Z")]
    content_hash: Annotated[Hash, said("SHA-256 of the report's canonical bytes (RFC 8785).", "3a" * 32)]
    chair: Annotated[Person | None, said("Who decides.")]
    quorum: Annotated[int | None, said("How many votes are needed.", 2)]
    draft_number: Annotated[int | None, said("How often the report was made.", 3)]
    previous_hash: Annotated[
        Hash | None, said("The content hash of the review of the venture that was decided before.", "3b" * 32)
    ]


class Participant(TypedDict):
    """Somebody who takes part."""

    member_id: Annotated[Id | None, said("The member.", f"member{AN_ID}")]
    name: Annotated[str, said("The name by which the member is known.", "Ada Lindqvist")]
    role: Annotated[str, one_of(ParticipantRole, "As what.")]


class Vote(TypedDict):
    """What a reviewer thinks should be decided."""

    member_id: Annotated[Id | None, said("The member.", f"member{AN_ID}")]
    name: Annotated[str, said("The name by which the member is known.", "Ada Lindqvist")]
    vote: Annotated[str, one_of(states.Vote, "For what.")]
    note: Annotated[str | None, said("Why.", "The accuracy holds, the contract is the only thing open.")]
    at: Annotated[Instant, said("When.", "2026-12-03T13:40:00.000000Z")]


class Decided(TypedDict):
    """What was decided."""

    decision: Annotated[str, one_of(Decision, "What was decided.")]
    reason: Annotated[str | None, said("Why.", "One contract is open; it is with the lawyers.")]
    against_recommendation: Annotated[bool, said("Whether the report recommends something else.", False)]
    decided_by: Annotated[Person | None, said("Who decided.")]
    decided_at: Annotated[Instant, said("When.", "2026-12-03T14:10:00.000000Z")]


class ConditionLine(TypedDict):
    """A condition under which the decision holds."""

    id: Annotated[Id, said("The condition.", f"condition{AN_ID}")]
    title: Annotated[str, said("What must be done.", "Sign the second data partner")]
    owner: Annotated[Person | None, said("Who sees to it.")]
    due_on: Annotated[Day | None, said("Until when.", "2026-12-18")]
    state: Annotated[str, one_of(ConditionState, "What has become of it.")]
    overdue: Annotated[bool, said("Whether its day has passed and it is open, when the document was read.", False)]
    moved_once: Annotated[bool, said("Whether its day was moved.", False)]


class FeedbackLine(TypedDict):
    """Something that was said in the review, and what it became."""

    id: Annotated[Id, said("The item.", f"feedback{AN_ID}")]
    text: Annotated[str, said("What was said.", "The clinic asks for a second reader.")]
    kind: Annotated[str, one_of(FeedbackKind, "What kind of thing was said.")]
    source: Annotated[str | None, said("Who said it, where that is no member.", "St. Anna Clinic")]
    became: Annotated[Id | None, said("The task or risk that it became.", f"task{AN_ID}")]


class ReviewDocument(TypedDict):
    """A review as a document. `report` is what `content_hash` was made of; all else came after it."""

    review: Annotated[ReviewHead, said("The review.")]
    report: Annotated[ReportContent, said("The report, as it was gathered.")]
    participants: Annotated[list[Participant], said("Who takes part.")]
    votes: Annotated[list[Vote], said("The votes, the oldest first.")]
    decision: Annotated[Decided | None, said("The decision; null before it.")]
    conditions: Annotated[list[ConditionLine], said("The conditions of a conditional go.")]
    agenda: Annotated[str | None, said("What is to be talked about.", "1. Accuracy  2. Data partner")]
    minutes: Annotated[str | None, said("What was talked about.", "The team showed the last evaluation.")]
    feedback: Annotated[list[FeedbackLine], said("What was said in it, the oldest first.")]

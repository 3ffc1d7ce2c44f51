"""The states of a milestone review and the moves that are allowed between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

GATHERINGS_BEFORE_FAILED = 3


class ReviewState(StrEnum):
    """Where a review stands."""

    PLANNED = "planned"
    GATHERING = "gathering"
    READY = "ready"
    IN_REVIEW = "in_review"
    DECIDED = "decided"
    CANCELLED = "cancelled"
    FAILED = "failed"
    SUPERSEDED = "superseded"


class ReviewKind(StrEnum):
    """What a review is: that of a milestone, or a venture's progress report, which is read and not decided."""

    MILESTONE = "milestone"
    PROGRESS = "progress"


class FeedbackKind(StrEnum):
    """What kind of thing was said."""

    PROBLEM = "problem"
    IDEA = "idea"
    QUESTION = "question"
    PRAISE = "praise"


class Decision(StrEnum):
    """What people can decide in a review. *Recycle*: not good enough yet. *Hold*: good, but not now."""

    GO = "go"
    CONDITIONAL_GO = "conditional_go"
    RECYCLE = "recycle"
    HOLD = "hold"
    STOP = "stop"


class Vote(StrEnum):
    """What a voter says: a decision, or that he abstains."""

    GO = "go"
    CONDITIONAL_GO = "conditional_go"
    RECYCLE = "recycle"
    HOLD = "hold"
    STOP = "stop"
    ABSTAIN = "abstain"


class ParticipantRole(StrEnum):
    """What a participant of a review is there for. Chair and reviewers vote, observers do not."""

    CHAIR = "chair"
    REVIEWER = "reviewer"
    OBSERVER = "observer"


class ConditionState(StrEnum):
    """What has become of a condition."""

    OPEN = "open"
    MET = "met"
    WAIVED = "waived"
    FAILED = "failed"


class Entrance(StrEnum):
    """What can be asked for before a review starts."""

    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    CRITERIA = "criteria"
    ASSESSMENTS = "assessments"
    FORECAST = "forecast"
    CONDITIONS = "conditions"


_S = ReviewState

# A ready review that is gathered again stays ready (stale) until the new report is stored. A review that is in review
# may go back to ready before its decision: the snapshot and the votes are then void. A decision is never edited. A
# progress report is superseded by the next one without ever being decided.
MOVES: Mapping[ReviewState, frozenset[ReviewState]] = MappingProxyType(
    {
        _S.PLANNED: frozenset({_S.GATHERING, _S.CANCELLED}),
        _S.GATHERING: frozenset({_S.READY, _S.FAILED, _S.CANCELLED}),
        _S.READY: frozenset({_S.READY, _S.IN_REVIEW, _S.FAILED, _S.CANCELLED, _S.SUPERSEDED}),
        _S.IN_REVIEW: frozenset({_S.DECIDED, _S.READY, _S.CANCELLED}),
        _S.FAILED: frozenset({_S.GATHERING, _S.CANCELLED}),
        _S.DECIDED: frozenset({_S.SUPERSEDED}),
        _S.CANCELLED: frozenset(),
        _S.SUPERSEDED: frozenset(),
    }
)

# A milestone has at most one review in these.
UNFINISHED = frozenset({_S.PLANNED, _S.GATHERING, _S.READY, _S.IN_REVIEW, _S.FAILED})


class IllegalMove(ValueError):
    """The review's state does not allow the move; the text says which do."""


def check_move(present: ReviewState, wanted: ReviewState) -> None:
    """Raise `IllegalMove` where a review cannot go from one state to the other."""
    allowed = MOVES[present]
    if wanted not in allowed:
        names = ", ".join(state for state in ReviewState if state in allowed) or "no other state"
        raise IllegalMove(f"a review that is {present} cannot become {wanted}; it can become {names}")


def after_failed_gathering(present: ReviewState, attempts: int) -> ReviewState:
    """Where a review stands after its n-th failed gathering in a row: as before, and failed after the third."""
    return ReviewState.FAILED if attempts >= GATHERINGS_BEFORE_FAILED else present

"""The report of a review: what a worker gathers, hashes and freezes."""

from __future__ import annotations

from typing import Annotated, Final

from typing_extensions import TypedDict

from domain.kernel.events import one_of, said
from domain.milestones.tables import CriterionDirection, CriterionOutcome
from domain.reviews.recommendation import Recommendation
from domain.reviews.shape.kinds import AN_ID, Day, Decimal, Hash, Id, Instant, Named, Person
from domain.reviews.shape.money import EarnedValue, Resources, Runway
from domain.reviews.shape.plan import MilestoneLine, ReportedMilestone, ReportedVenture
from domain.reviews.shape.risks import AlertLine, IndicatorLine, ReportedRisks
from domain.reviews.states import Decision, ReviewKind

FORMAT: Final = "2026-12-01"
"""The date of the format of reports."""

RESULTS = (*CriterionOutcome, "not_measured")
SCOPE_CHANGES = ("added", "dropped", "target_moved", "must_changed")


class CriterionLine(TypedDict):
    """A criterion by which the milestone is judged, with its last result."""

    id: Annotated[Id, said("The criterion.", f"criterion{AN_ID}")]
    title: Annotated[str, said("Its title.", "Accuracy on held-out images")]
    kind: Annotated[str, one_of(("must", "should"), "Whether it must or should be met.")]
    result: Annotated[str, one_of(RESULTS, "How it was found. A stale value is not measured.")]
    metric: Annotated[str | None, said("What is measured.", "accuracy")]
    target: Annotated[Decimal | None, said("What the metric is held to.", "92.000000")]
    direction: Annotated[
        str | None, said("Whether the target is to be reached or not exceeded.", str(CriterionDirection.AT_LEAST))
    ]
    unit: Annotated[str | None, said("The unit of the metric.", "%")]
    last_value: Annotated[Decimal | None, said("The last value.", "92.400000")]
    recorded_at: Annotated[Instant | None, said("When that was recorded.", "2026-11-29T08:00:00.000000Z")]
    stale: Annotated[bool, said("Whether the value is older than two intervals of its indicator.", False)]
    indicator_id: Annotated[Id | None, said("The indicator that feeds it.", f"indicator{AN_ID}")]


class OpenCondition(TypedDict):
    """A condition of an earlier conditional go that is not met."""

    id: Annotated[Id, said("The condition.", f"condition{AN_ID}")]
    title: Annotated[str, said("What must be done.", "Sign the second data partner")]
    due_on: Annotated[Day | None, said("Until when.", "2026-11-20")]
    owner: Annotated[Person | None, said("Who sees to it.")]
    overdue: Annotated[bool, said("Whether that day has passed.", True)]


class FormerReview(TypedDict):
    """The last decided review, with which this report is compared."""

    id: Annotated[Id, said("The review.", f"review{AN_ID}")]
    decided_at: Annotated[Instant, said("When it was decided.", "2026-10-02T15:00:00.000000Z")]
    decision: Annotated[str, one_of(Decision, "What was decided.")]
    content_hash: Annotated[
        Hash | None, said("The hash of its report: each report is chained to the one decided before.", "3b" * 32)
    ]


class ScopeChange(TypedDict):
    """What has changed in the milestone's criteria since the last review."""

    kind: Annotated[str, one_of(SCOPE_CHANGES, "What was done.")]
    criterion: Annotated[Named, said("The criterion.")]
    before: Annotated[str | None, said("What stood there before.", "90")]
    after: Annotated[str | None, said("What stands there now.", "92")]
    at: Annotated[Instant | None, said("When it was changed.", "2026-11-05T10:00:00.000000Z")]


class DataAge(TypedDict):
    """How old something is that the report relies on."""

    source: Annotated[str, said("What it is: a name such as `forecast`, or an id.", "forecast")]
    at: Annotated[Instant | None, said("Of when it is; null where there is none.", "2026-12-01T02:00:00.000000Z")]
    days: Annotated[int | None, said("Its age in days.", 0)]


class ReasonLine(TypedDict):
    """One reason of the recommendation."""

    code: Annotated[str, said("Code of the reason.", "criterion.must_failed")]
    leads_to: Annotated[str, one_of(Recommendation, "What it alone would recommend.")]
    facts: Annotated[list[Id], said("What it is about.", [f"criterion{AN_ID}"])]


class ObligationLine(TypedDict):
    """An obligation of the venture of which no evidence is there."""

    id: Annotated[Id, said("The obligation.", f"obligation{AN_ID}")]
    title: Annotated[str, said("What is owed.", "Record of processing activities")]
    due_on: Annotated[Day, said("Until when evidence is to be there.", "2026-12-15")]
    overdue: Annotated[bool, said("Whether that day has passed.", False)]


class ResearchLine(TypedDict):
    """How near the venture is to its users."""

    last_on: Annotated[Day | None, said("The day of the last study in which people were asked.", "2026-11-05")]
    asked: Annotated[int, said("How many people the studies of the last 90 days asked.", 14)]


class ReportContent(TypedDict):
    """What a report holds. Every member is always there; what is not known is null or empty, and named in `missing`."""

    schema: Annotated[str, one_of((FORMAT,), "The date of this format.")]
    kind: Annotated[str, one_of(ReviewKind, "A review of a milestone, or a regular progress report.")]
    as_of: Annotated[Instant, said("The instant as of which everything was read.", "2026-12-01T09:30:00.000000Z")]
    review_id: Annotated[Id, said("The review that the report belongs to.", f"review{AN_ID}")]
    locale: Annotated[str, said("The tenant's language.", "en")]
    currency: Annotated[str, said("The tenant's currency, of all amounts.", "EUR")]
    venture: Annotated[ReportedVenture, said("The venture.")]
    milestone: Annotated[ReportedMilestone | None, said("The milestone; null in a progress report.")]
    milestones: Annotated[list[MilestoneLine], said("The venture's milestones; only in a progress report.")]
    criteria: Annotated[list[CriterionLine], said("The criteria, those that must be met first.")]
    earned_value: Annotated[EarnedValue | None, said("Earned value; null without a budget.")]
    runway: Annotated[Runway | None, said("The venture's runway; null where nothing is known of its cash.")]
    risks: Annotated[ReportedRisks, said("The venture's risks.")]
    alerts: Annotated[list[AlertLine], said("Alerts that fire, the oldest first.")]
    indicators: Annotated[list[IndicatorLine], said("Indicators that need attention.")]
    resources: Annotated[Resources, said("Budget, resources, vacant roles, licences that end.")]
    obligations: Annotated[list[ObligationLine], said("Obligations without evidence that are due soon, or were.")]
    research: Annotated[ResearchLine, said("When users were last asked, and how many of late.")]
    open_conditions: Annotated[list[OpenCondition], said("Conditions of earlier reviews that are not met.")]
    former_review: Annotated[FormerReview | None, said("The last decided review of the venture.")]
    scope_changes: Annotated[list[ScopeChange], said("What has changed in the criteria since then.")]
    data_ages: Annotated[list[DataAge], said("How old the data are.")]
    missing: Annotated[
        list[str], said("Names of what is not known; it is taken neither for good nor for bad.", ["runway"])
    ]
    recommendation: Annotated[
        str | None,
        said("What the fixed rule recommends; null in a progress report.", str(Recommendation.CONDITIONAL_GO)),
    ]
    reasons: Annotated[list[ReasonLine], said("All reasons of the recommendation, the worst first.")]
    stop_signals: Annotated[list[str], said("Codes of the stop signals that stand.", ["funding.runway_short"])]

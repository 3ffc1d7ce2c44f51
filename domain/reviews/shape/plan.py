"""What a report says of the venture, the milestone and its forecast."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.health.health import Dimension, HealthState
from domain.kernel.events import one_of, said
from domain.milestones.tables import MilestoneStatus
from domain.reviews.shape.kinds import AN_ID, Day, Decimal, Id, Instant, Named, Percent, Share

PROGRESS_MODES = ("by_hand", "by_tasks", "by_criteria")


class HealthReason(TypedDict):
    """Why a venture's health is what it is."""

    dimension: Annotated[str, one_of(Dimension, "What is looked at.")]
    state: Annotated[str, one_of(HealthState, "What it alone would say.")]
    rule: Annotated[str, said("Code of the rule that says it.", "p80_late")]
    value: Annotated[str | None, said("What was found.", "4")]
    limit: Annotated[str | None, said("What it is held to.", "5")]
    subject: Annotated[Id | None, said("The milestone or alert that it is about.", f"milestone{AN_ID}")]


class ReportedHealth(TypedDict):
    """The health of a venture, with its reasons."""

    state: Annotated[
        str, one_of(HealthState, "The state that is shown: the worst of all reasons, or what a member set.")
    ]
    reasons: Annotated[list[HealthReason], said("All reasons, the worst first.")]


class ReportedVenture(TypedDict):
    """The venture of the report."""

    id: Annotated[Id, said("The venture.", f"venture{AN_ID}")]
    name: Annotated[str, said("Its name.", "Diagnostics")]
    stage: Annotated[str, said("How far it has come.", "building")]
    health: Annotated[ReportedHealth | None, said("Its health; null where it has not been worked out.")]


class Baseline(TypedDict):
    """The dates that were promised."""

    start_on: Annotated[Day | None, said("The first day.", "2026-10-05")]
    due_on: Annotated[Day | None, said("The last day.", "2026-12-04")]
    working_days: Annotated[int | None, said("Working days from the first day to the last, both counted.", 45)]


class Planned(TypedDict):
    """The dates that are planned now."""

    start_on: Annotated[Day | None, said("The first day.", "2026-10-05")]
    due_on: Annotated[Day | None, said("The last day.", "2026-12-11")]


class Bin(TypedDict):
    """One bar of the forecast's histogram."""

    from_on: Annotated[Day, said("Its first day.", "2026-12-07")]
    to_on: Annotated[Day, said("Its last day.", "2026-12-08")]
    share: Annotated[Share, said("The share of draws that end on these days.", "0.0812")]


class Driver(TypedDict):
    """What moves the end of the milestone."""

    kind: Annotated[str, one_of(("risk", "milestone"), "What it is.")]
    id: Annotated[Id, said("Its id.", f"risk{AN_ID}")]
    title: Annotated[str, said("Its title.", "The labelled data come late")]
    mean_days: Annotated[
        Decimal | None, said("Working days that the mean end would gain without it; null for milestones.", "2.4")
    ]
    p80_days: Annotated[Decimal | None, said("Working days that P80 would gain without it; null likewise.", "4")]
    rho: Annotated[Share | None, said("Rank correlation (Spearman) of its length with the end.", "0.61")]


class FormerForecast(TypedDict):
    """The forecast of the last report, or of the day before this one."""

    as_of: Annotated[Day, said("The day on which it was made.", "2026-11-02")]
    p50_on: Annotated[Day, said("P50 then.", "2026-12-02")]
    p80_on: Annotated[Day, said("P80 then.", "2026-12-08")]
    probability_of_due_date: Annotated[Share | None, said("Probability of the due date then.", "0.74")]


class ReportedForecast(TypedDict):
    """The simulated end of the milestone."""

    p10_on: Annotated[Day, said("The first day by which at least 10 % of the draws have ended.", "2026-12-02")]
    p50_on: Annotated[Day, said("The same for 50 %.", "2026-12-09")]
    p80_on: Annotated[Day, said("The same for 80 %.", "2026-12-17")]
    p90_on: Annotated[Day, said("The same for 90 %.", "2026-12-23")]
    probability_of_due_date: Annotated[
        Share | None, said("Share of the draws that end on the due date or before; null without one.", "0.5873")
    ]
    criticality: Annotated[
        Share | None, said("Share of the draws in which it lies on the longest path of its network.", "0.9")
    ]
    draws: Annotated[int, said("How many draws were made.", 10_000)]
    seed: Annotated[int | str, said("The seed of the draws; it follows from the inputs.", "8211364713")]
    inputs_hash: Annotated[str, said("SHA-256 of all that went in.", "9f" * 32)]
    computed_at: Annotated[Instant, said("When it was worked out.", "2026-12-01T02:00:00.000000Z")]
    slip_p50_working_days: Annotated[
        int | None, said("Working days from the baseline's due date to P50; negative is early.", 3)
    ]
    slip_p80_working_days: Annotated[int | None, said("The same to P80.", 9)]
    histogram: Annotated[list[Bin], said("How the draws end, day by day or in equal steps; the shares add up to 1.")]
    drivers: Annotated[list[Driver], said("What moves the end most, the strongest first.")]
    previous: Annotated[FormerForecast | None, said("The forecast that it is compared with.")]


class Progress(TypedDict):
    """How far the milestone was on a day."""

    on: Annotated[Day, said("The day.", "2026-11-30")]
    planned_percent: Annotated[
        Decimal | int | None, said("Percent of the baseline's working days that have passed; null without one.", 88)
    ]
    percent_complete: Annotated[Percent | None, said("Percent complete on that day.", 71)]


class ReportedMilestone(TypedDict):
    """The milestone that is reviewed."""

    id: Annotated[Id, said("The milestone.", f"milestone{AN_ID}")]
    title: Annotated[str, said("Its title.", "Closed beta")]
    status: Annotated[str, one_of(MilestoneStatus, "Where it stands.")]
    phase: Annotated[Named | None, said("The phase that it belongs to.")]
    percent_complete: Annotated[Percent, said("How far it is, in percent.", 71)]
    progress_mode: Annotated[str, one_of(PROGRESS_MODES, "Where the percentage comes from.")]
    baseline: Annotated[Baseline, said("What was promised.")]
    plan: Annotated[Planned, said("What is planned now.")]
    slip_working_days: Annotated[
        int | None, said("Working days from the baseline's due date to the planned one; negative is early.", 5)
    ]
    forecast: Annotated[ReportedForecast | None, said("Its simulated end; null where there is none.")]
    burn_up: Annotated[list[Progress], said("Planned and actual percent, day after day, the oldest first.")]


class MilestoneLine(TypedDict):
    """One milestone in a progress report."""

    id: Annotated[Id, said("The milestone.", f"milestone{AN_ID}")]
    title: Annotated[str, said("Its title.", "Closed beta")]
    status: Annotated[str, one_of(MilestoneStatus, "Where it stands.")]
    due_on: Annotated[Day | None, said("When it is due.", "2026-12-11")]
    percent_complete: Annotated[Percent, said("How far it is, in percent.", 71)]
    p80_on: Annotated[Day | None, said("P80 of its forecast.", "2026-12-17")]
    changed: Annotated[list[str], said("Names of what has changed since the last progress report.", ["due_on"])]

"""The portfolio of a tenant: all its ventures at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal as Exact
from typing import Annotated

from typing_extensions import TypedDict

from domain.health.health import HealthState
from domain.kernel.events import one_of, said
from domain.money.runway import RunwayState
from domain.reviews.shape.content import FORMAT
from domain.reviews.shape.kinds import AN_ID, Day, Decimal, Id, Instant, Percent, Share
from domain.reviews.shape.plan import ReportedHealth
from domain.risks.scale import Level


class NextMilestone(TypedDict):
    """The next key milestone of a venture: the first that is due of those that are not done."""

    id: Annotated[Id, said("The milestone.", f"milestone{AN_ID}")]
    title: Annotated[str, said("Its title.", "Closed beta")]
    due_on: Annotated[Day | None, said("When it is due.", "2026-12-11")]
    percent_complete: Annotated[Percent, said("How far it is, in percent.", 71)]
    p50_on: Annotated[Day | None, said("P50 of its forecast; null where there is none.", "2026-12-09")]
    p80_on: Annotated[Day | None, said("P80 of its forecast.", "2026-12-17")]
    probability_of_due_date: Annotated[Share | None, said("The probability of its due date.", "0.5873")]


class TopRisk(TypedDict):
    """The gravest open or accepted threat of a venture."""

    id: Annotated[Id, said("The risk.", f"risk{AN_ID}")]
    title: Annotated[str, said("Its title.", "The labelled data come late")]
    level: Annotated[str | None, said("How serious it is; null where it is not assessed.", str(Level.HIGH))]
    expected_loss: Annotated[Decimal | None, said("Probability × mean impact, in money.", "18000.00")]


class ShortRunway(TypedDict):
    """How long a venture's cash lasts."""

    state: Annotated[str, one_of(RunwayState, "Whether cash is burnt.")]
    months: Annotated[Decimal | None, said("Cash ÷ net burn.", "7.6")]
    cash_out_committed_on: Annotated[
        Day | None, said("The day on which cash is gone, with committed money only.", "2027-07-18")
    ]


class PortfolioLine(TypedDict):
    """One venture."""

    id: Annotated[Id, said("The venture.", f"venture{AN_ID}")]
    key: Annotated[str, said("Its short code.", "MEDX")]
    name: Annotated[str, said("Its name.", "Diagnostics")]
    stage: Annotated[str, said("How far it has come.", "validation")]
    health: Annotated[ReportedHealth | None, said("Its health; null where it has not been worked out.")]
    next_milestone: Annotated[NextMilestone | None, said("The next key milestone; null where there is none.")]
    top_risk: Annotated[TopRisk | None, said("The gravest risk; null where there is none.")]
    runway: Annotated[ShortRunway | None, said("How long its cash lasts; null where it has not been worked out.")]
    budget: Annotated[Decimal | None, said("The budgets of its milestones in all.", "240000.00")]
    open_risks: Annotated[int, said("How many risks are open.", 7)]
    firing_alerts: Annotated[int, said("How many alerts fire.", 2)]


class StateShare(TypedDict):
    """How much of the portfolio is in one state of health. States are counted, and never averaged."""

    state: Annotated[str, one_of(HealthState, "The state.")]
    ventures: Annotated[int, said("How many ventures are in it.", 2)]
    budget: Annotated[Decimal, said("Their budgets in all.", "320000.00")]
    budget_share: Annotated[Share | None, said("Their share of all budgets; null where there is none.", "0.4000")]


class PortfolioDocument(TypedDict):
    """All ventures of a tenant that the reader may see."""

    schema: Annotated[str, one_of((FORMAT,), "The date of this format.")]
    as_of: Annotated[Instant, said("The instant as of which everything was read.", "2026-12-01T09:30:00.000000Z")]
    locale: Annotated[str, said("The tenant's language.", "en")]
    currency: Annotated[str, said("The tenant's currency, of all amounts.", "EUR")]
    tenant: Annotated[str, said("The tenant's name.", "Aurora Labs")]
    states: Annotated[list[StateShare], said("How much is in each state, the worst first.")]
    ventures: Annotated[list[PortfolioLine], said("The ventures: the worst health first, then by name.")]
    left_out: Annotated[int, said("How many ventures beyond the most that a document has are left out.", 0)]


def states_of(ventures: Sequence[PortfolioLine]) -> list[StateShare]:
    """How many ventures, and how much of the budget, are in each state; without health is unknown."""
    whole = sum((Exact(one["budget"] or 0) for one in ventures), Exact(0))
    found: list[StateShare] = []
    for state in HealthState:
        inside = [one for one in ventures if _state(one) == state]
        budget = sum((Exact(one["budget"] or 0) for one in inside), Exact(0))
        share = format((budget / whole).quantize(Exact("0.0001")), "f") if whole else None
        found.append(
            {"state": str(state), "ventures": len(inside), "budget": format(budget, "f"), "budget_share": share}
        )
    return found


def worst_first(ventures: Sequence[PortfolioLine]) -> list[PortfolioLine]:
    """The ventures, those in the worst health first, then by name."""
    return sorted(ventures, key=lambda one: (list(HealthState).index(_state(one)), one["name"], one["id"]))


def _state(venture: PortfolioLine) -> HealthState:
    return HealthState(venture["health"]["state"]) if venture["health"] is not None else HealthState.UNKNOWN

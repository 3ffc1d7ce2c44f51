"""What if: the forecast of ventures with some changes, beside the one without, by the same random numbers. Pure.

Nothing is saved. What both have in common draws the same numbers, so whatever differs is the changes' doing.
"""

from __future__ import annotations

from uuid import UUID

from domain.forecasting.changes import Compared, End
from domain.forecasting.distribution import Distribution
from domain.forecasting.drafting import Draft
from domain.forecasting.plan import DRAWS, seed_of
from domain.forecasting.simulation import Simulated, simulate


def compare(before: Draft, after: Draft, draws: int = DRAWS) -> Compared:
    """The forecasts of two drafts of the same ventures, drawn with the seed of the first.

    Raises `ValueError` where dependencies go round, so that nothing can be drawn.
    """
    if before.plan is None or after.plan is None:
        raise ValueError("the dependencies go round")
    seed = seed_of(before.plan.inputs_hash)
    first, second = (simulate(draft.plan, draws, seed, drivers=False) for draft in (before, after) if draft.plan)
    milestones = {
        one.id: (_end(first, one.id, before), _end(second, one.id, after) if one.id in second.milestones else None)
        for one in before.open
    }
    ventures = {
        id: (_end_of(first.ventures[id].end), _end_of(second.ventures[id].end))
        for id in before.ventures
        if id in first.ventures and id in second.ventures
    }
    return Compared(milestones, ventures, draws, seed)


def _end(simulated: Simulated, id: UUID, draft: Draft) -> End:
    """The end of a milestone; nothing is known of one without estimate and dates."""
    return End() if id in draft.undated else _end_of(simulated.milestones[id].end)


def _end_of(end: Distribution) -> End:
    return End(end.p10_on, end.p50_on, end.p80_on, end.p90_on, end.p50, end.p80, end.probability_of_due)

"""Recording how far data have drifted: two histograms become one reading."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.indicators.readings import open_indicator, record
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid
from domain.kernel.inputs import IdOf, Input, Moment, Quantity
from domain.kernel.work import Work
from domain.series.levels import Sample
from domain.series.stability import stability_index
from domain.tenancy.permissions import Action

MOST_BINS: Final = 200

Bins = Annotated[
    list[Annotated[Quantity, Field(ge=0, le=Decimal(1_000_000_000_000))]], Field(min_length=2, max_length=MOST_BINS)
]


class RecordDrift(Input):
    """How data lie now, beside how they lay when they were learnt from."""

    indicator_id: Annotated[UUID, IdOf("indicator")] = Field(description="The indicator that watches the data.")
    at: Moment = Field(description="When the present data were looked at.", examples=["2026-11-20T08:00:00Z"])
    reference: Bins = Field(
        description="The histogram of the data that were learnt from: a count or a share for each bin.",
        examples=[["25", "25", "25", "25"]],
    )
    present: Bins = Field(
        description="The histogram of the present data, in the same bins.", examples=[["40", "30", "20", "10"]]
    )


@command(Action.RISK_WRITE, returns={"indicator": "indicator"})
async def record_drift(work: Work, given: RecordDrift) -> Done:
    """Record the drift of data as a reading: the population stability index of two histograms.

    Each bin's share of the present less that of the reference, times the logarithm of their ratio, summed up; an empty
    bin counts as a share of 0.0001. From 0.1 on data have drifted, from 0.25 on they are others.
    """
    indicator = await open_indicator(work, given.indicator_id)
    if len(given.present) != len(given.reference):
        raise Invalid.at("present", message=f"must have as many bins as reference, which has {len(given.reference)}")
    for field, bins in (("reference", given.reference), ("present", given.present)):
        if not any(bins):
            raise Invalid.at(field, message="is empty: at least one bin must be above 0")
    index = stability_index(given.reference, given.present)
    return await record(work, indicator, [Sample(given.at, index)], [()])

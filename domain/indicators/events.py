"""What is told of indicators."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import EventType, a_decimal, an_id, an_instant, one_of, said
from domain.series.levels import IndicatorState


class LatestReading(TypedDict):
    """The newest reading that there is."""

    at: Annotated[str, an_instant("When it was measured.")]
    value: Annotated[str, a_decimal("The value, in the indicator's unit.", "0.912000")]


class ReadingsRecorded(TypedDict):
    """Readings that were recorded together."""

    indicator_id: Annotated[str, an_id("indicator", "The indicator.")]
    count: Annotated[int, said("How many readings are new.", 1)]
    first_at: Annotated[str, an_instant("When the earliest of them was measured.")]
    last_at: Annotated[str, an_instant("When the latest of them was measured.")]
    latest: Annotated[LatestReading, said("The newest reading of all: a late one does not change it.")]
    state: Annotated[str, one_of(IndicatorState, "How the indicator stands after them.")]


EVENTS = (
    EventType(
        "indicator.readings_recorded",
        "Readings of an indicator were recorded: one event, however many there are.",
        "indicator",
        more=ReadingsRecorded,
    ),
)

"""What is told of resources, beside what every entity tells."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import EventType, a_date, a_decimal, an_id, said


class ComputeUseRecorded(TypedDict):
    """Hours of a pool that were recorded together."""

    compute_pool_id: Annotated[str, an_id("compute_pool", "The pool.")]
    count: Annotated[int, said("How many rows are new.", 1)]
    first_on: Annotated[str, a_date("The earliest day of them.")]
    last_on: Annotated[str, a_date("The latest day of them.")]
    hours: Annotated[str, a_decimal("How many hours they come to.", "96.500000")]
    hours_used: Annotated[str, a_decimal("How many hours of the pool are used in all by now.", "1840.000000")]
    hours_left: Annotated[str | None, a_decimal("How many are left; null where none are reserved.", "22160.000000")]


EVENTS = (
    EventType(
        "compute_pool.use_recorded",
        "Hours that were used of a compute pool were recorded: one event, however many rows there are.",
        "compute_pool",
        more=ComputeUseRecorded,
    ),
)

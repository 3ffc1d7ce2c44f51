"""What is told of acquisitions, beside their changes."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.funding.acquisition_tables import AcquisitionStep
from domain.kernel.events import EventType, said


class AcquisitionMoved(TypedDict):
    """What a step says beside its own columns."""

    title: Annotated[str, said("What is acquired.", "Seed round of North Fund")]


EVENTS = (
    EventType(
        "acquisition.moved",
        "An acquisition has come to another status.",
        "acquisition",
        AcquisitionStep,
        AcquisitionMoved,
        example={"former_status": "contacted", "status": "negotiating"},
    ),
)

"""What is told of positions, beside their changes."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import EventType, said
from domain.positioning.tables import PositioningCheck


class PositioningJudged(TypedDict):
    """What a judgement says beside its own columns."""

    title: Annotated[str, said("The statement in one line.", "The second reader for small clinics")]


EVENTS = (
    EventType(
        "positioning.judged",
        "Somebody judged a positioning statement: its clarity, its difference from others, or its feasibility.",
        "positioning",
        PositioningCheck,
        PositioningJudged,
    ),
)

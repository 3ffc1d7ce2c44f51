"""What the demo tells of what people said, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from domain.reviews.states import FeedbackKind


@dataclass(frozen=True)
class Remark:
    """What somebody said of a risk, by its title, on a day; `to` are those whom it names."""

    on: int
    risk: str
    by: str
    text: str
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What was heard of a venture on a day, from whom, and who wrote it down."""

    on: int
    by: str
    kind: FeedbackKind
    text: str
    source: str | None = None

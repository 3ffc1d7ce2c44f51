"""Silences: which alerts they match, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.risks.monitoring.finding import Severity


@dataclass(frozen=True, slots=True)
class Target:
    """What of an alert a silence is matched with. `category` is the risk's category, where the subject has a risk."""

    rule: str
    venture_id: UUID
    subject_type: str
    subject_id: UUID
    category: str | None = None

    @property
    def rule_category(self) -> str:
        """A rule's category is the first word of its code."""
        return self.rule.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Silence:
    """Matchers, all of which must hold (None holds for everything), in [starts_at, ends_at).

    `category` is matched with the rule's category and with the risk's; `severity_at_most` with the present severity.
    """

    starts_at: datetime
    ends_at: datetime
    rule: str | None = None
    category: str | None = None
    venture_id: UUID | None = None
    subject_type: str | None = None
    subject_id: UUID | None = None
    severity_at_most: Severity | None = None

    def holds(self, target: Target, severity: Severity, now: datetime) -> bool:
        """Whether the alert is silenced by this silence at this instant."""
        return self.starts_at <= now < self.ends_at and self.matches(target, severity)

    def matches(self, target: Target, severity: Severity) -> bool:
        """Whether the silence is about the alert, whenever."""
        return (
            self.rule in (None, target.rule)
            and self.category in (None, target.rule_category, target.category)
            and self.venture_id in (None, target.venture_id)
            and self.subject_type in (None, target.subject_type)
            and self.subject_id in (None, target.subject_id)
            and (self.severity_at_most is None or severity.rank <= self.severity_at_most.rank)
        )


def silenced_until(silences: Iterable[Silence], target: Target, severity: Severity, now: datetime) -> datetime | None:
    """The first end of the silences that hold now; None where none does. At that end another may hold still."""
    return min((silence.ends_at for silence in silences if silence.holds(target, severity, now)), default=None)


def next_silence(silences: Iterable[Silence], target: Target, severity: Severity, now: datetime) -> datetime | None:
    """When the next silence begins that will match; None where none is made yet."""
    begins = (one.starts_at for one in silences if one.starts_at > now and one.matches(target, severity))
    return min(begins, default=None)


def start_of_new(asked: datetime | None, now: datetime) -> datetime:
    """When a new silence begins: never in the past, for what was told cannot be taken back."""
    return now if asked is None else max(asked, now)

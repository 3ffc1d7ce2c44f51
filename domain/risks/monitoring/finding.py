"""What a rule says about a subject: a finding, with its severity, its evidence and the moment it began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# What a rule saw and what it compared it with, as plain JSON: texts, whole numbers, true, false, null.
# Money, ratios and dates are texts, so that nothing is lost on the way to a receiver.
Evidence = Mapping[str, str | int | bool | None]


class Severity(StrEnum):
    """How bad a finding is, mildest first."""

    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for critical (the texts themselves do not sort by gravity)."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's condition holds for a subject.

    `evidence` are the values and limits that the rule saw; `since` is when the condition began, where the data tell.
    """

    severity: Severity
    evidence: Evidence
    since: datetime | None = None

"""The state of an indicator: thresholds with hysteresis over its readings (risk.md §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class IndicatorDirection(StrEnum):
    """Which way an indicator gets worse."""

    HIGHER_IS_WORSE = "higher_is_worse"
    LOWER_IS_WORSE = "lower_is_worse"


class IndicatorState(StrEnum):
    """What the readings of an indicator say against its thresholds."""

    UNKNOWN = "unknown"
    OK = "ok"
    WARNING = "warning"
    CRITICAL = "critical"


class WrongThresholds(ValueError):
    """Thresholds that contradict one another; `field` names the one to change."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Sample(NamedTuple):
    """One reading."""

    at: datetime
    value: Decimal


class Standing(NamedTuple):
    """The state after some readings, and the time of the reading with which it began."""

    state: IndicatorState
    since: datetime | None


@dataclass(frozen=True)
class Thresholds:
    """When an indicator is a warning or critical, and when it is no more.

    A value at the threshold raises the state; a value strictly on the good side of the clear threshold ends it.
    Without a clear threshold that is the threshold itself. Raises `WrongThresholds`.
    """

    direction: IndicatorDirection
    warning: Decimal | None = None
    critical: Decimal | None = None
    warning_clear: Decimal | None = None
    critical_clear: Decimal | None = None

    def __post_init__(self) -> None:
        for name in ("warning", "critical"):
            limit, clear = getattr(self, name), getattr(self, f"{name}_clear")
            if clear is not None and limit is None:
                raise WrongThresholds(f"{name}_clear", f"{name}_clear needs {name}")
            if clear is not None and self._badness(clear) > self._badness(limit):
                raise WrongThresholds(f"{name}_clear", f"{name}_clear must not be worse than {name} ({limit})")
        warning, critical = self.warning, self.critical
        if warning is not None and critical is not None and self._badness(warning) > self._badness(critical):
            raise WrongThresholds("critical", f"critical must not be milder than warning ({self.warning})")

    def _badness(self, value: Decimal) -> Decimal:
        return value if self.direction is IndicatorDirection.HIGHER_IS_WORSE else -value

    def is_raised(self, value: Decimal, raised: bool, limit: Decimal | None, clear: Decimal | None) -> bool:
        """Whether one threshold holds after a value, given whether it held before."""
        if limit is None:
            return False
        end = limit if clear is None else clear
        return self._badness(value) >= self._badness(end if raised else limit)


def standing(thresholds: Thresholds, samples: Iterable[Sample]) -> Standing:
    """The state after the samples, the oldest first; `UNKNOWN` where there is none."""
    state, since = IndicatorState.UNKNOWN, None
    warning = critical = False
    for sample in samples:
        warning = thresholds.is_raised(sample.value, warning, thresholds.warning, thresholds.warning_clear)
        critical = thresholds.is_raised(sample.value, critical, thresholds.critical, thresholds.critical_clear)
        now = IndicatorState.CRITICAL if critical else IndicatorState.WARNING if warning else IndicatorState.OK
        if now is not state:
            state, since = now, sample.at
    return Standing(state, since)

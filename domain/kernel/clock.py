"""The one clock. Everything that asks what time it is asks it, so that tests and rehearsals can move it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    """Tells the present instant, in UTC."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


class ShiftedClock:
    """The machine's clock moved by the seconds in a file, read at every look; a missing file moves nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """The moved instant, in UTC."""
        try:
            shift = float(self._path.read_text() or 0)
        except (FileNotFoundError, ValueError):
            shift = 0.0
        return datetime.now(UTC) + timedelta(seconds=shift)

"""What is on its way out, told where it is read and to whoever still uses it: RFC 9745 and RFC 8594."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime


@dataclass(frozen=True)
class Deprecated:
    """Since when something is deprecated, after which day it may be gone, and the operation to be used instead."""

    since: date
    until: date
    use: str

    @property
    def headers(self) -> Mapping[str, str]:
        """`Deprecation`, the instant since which it is; `Sunset`, the instant from which it may be gone."""
        return {
            "Deprecation": f"@{int(_end(self.since, time.min).timestamp())}",
            "Sunset": format_datetime(_end(self.until, time(23, 59, 59)), usegmt=True),
        }

    @property
    def sentence(self) -> str:
        """As the reference tells it."""
        return f"Deprecated since {self.since}. Use `{self.use}`. Removed after {self.until}."


def _end(day: date, at: time) -> datetime:
    return datetime.combine(day, at, UTC)

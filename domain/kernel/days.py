"""Days that belong together."""

from __future__ import annotations

from datetime import date

from domain.kernel.errors import Invalid


def check_in_order(first: date | None, last: date | None, field: str, other: str) -> None:
    """Raises `Invalid` at `field`, that of the last day, where it lies before the first, whose field is `other`."""
    if first is not None and last is not None and last < first:
        raise Invalid.at(field, message=f"must not be before {other}")

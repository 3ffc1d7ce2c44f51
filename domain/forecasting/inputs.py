"""The events after which forecasts are worked out again: what people do. What workers store is never in it."""

from __future__ import annotations

from typing import Final

_VERBS: Final = ("created", "updated", "archived", "restored")
_OF_A_VENTURE: Final = ("venture", "milestone", "dependency", "risk", "risk_milestone", "task", "task_dependency")

DEPENDENCIES: Final[frozenset[str]] = frozenset(f"dependency.{verb}" for verb in _VERBS)
"""Changes of a dependency: they concern the predecessor's venture as well."""

OF_THE_TENANT: Final[frozenset[str]] = frozenset(
    f"{word}.{verb}" for word in ("calendar", "risk_scale") for verb in _VERBS
)
"""Changes that concern every venture of the tenant: working days, and the bands of probability."""

INPUTS: Final[frozenset[str]] = frozenset(
    {f"{word}.{verb}" for word in _OF_A_VENTURE for verb in _VERBS}
    | {"risk.assessed", "milestone.review.decided"}
    | OF_THE_TENANT
)
"""Types of events after which the forecast of the event's venture may be another, or all where it has none."""

"""Building the report of a review: pure, from facts that were read before."""

from __future__ import annotations

INPUTS: frozenset[str] = frozenset()
PLAN_INPUTS: frozenset[str] = frozenset()

"""How often a milestone is critical: the share of draws in which it lies on a longest path (Van Slyke 1963).

A node is critical where it ends last in its venture, or where one of its links decides when a critical node starts. So
its float there is 0, and no pass backwards over rows of numbers is needed: one bit a draw and a link tells whether it
decides, and bits are gone through backwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from domain.forecasting.course import Course, Node, Span
from domain.forecasting.days import EPSILON, Floats

Bits: TypeAlias = NDArray[np.uint8]


class Criticality:
    """What is kept of each node on the way through a course. `ends` are the ends of the ventures, shape (draws,)."""

    def __init__(self, course: Course, draws: int) -> None:
        """Nothing is kept yet."""
        self._nodes = course.nodes
        self._draws = draws
        self._deciding: list[list[Bits]] = []
        self._last: list[tuple[Bits, Bits] | None] = []
        "Where a node ends not before, and where after, all nodes of its venture that came before it."
        self.ends: dict[UUID, Floats] = {}

    def keep(self, node: Node, span: Span, bounds: Sequence[Floats]) -> None:
        """Keep the next node: its span, and the earliest start that each of its links leaves it, in their order."""
        if bounds:
            start = span.start - EPSILON
            self._deciding.append([np.packbits(bound >= start) for bound in bounds])
        else:
            self._deciding.append([])
        venture = node.milestone.venture
        if not node.may_be_last:
            self._last.append(None)
        elif venture not in self.ends:
            self.ends[venture] = span.end.copy()
            everywhere = np.packbits(np.ones(self._draws, dtype=bool))
            self._last.append((everywhere, everywhere))
        else:
            latest = self.ends[venture]
            reaches, exceeds = span.end >= latest - EPSILON, span.end > latest + EPSILON
            self._last.append((np.packbits(reaches), np.packbits(exceeds)))
            np.maximum(latest, span.end, out=latest)

    def shares(self) -> list[float]:
        """For each node the share of draws in which it is critical, from 0 to 1."""
        passed: dict[UUID, Bits] = {}
        nothing = np.zeros((self._draws + 7) // 8, dtype=np.uint8)
        critical = [nothing.copy() for _ in self._last]
        for place in reversed(range(len(critical))):
            node, last = self._nodes[place], self._last[place]
            if last is not None:
                reaches, exceeds = last
                later = passed.get(node.milestone.venture, nothing)
                critical[place] |= reaches & ~later
                passed[node.milestone.venture] = later | exceeds
            for edge, deciding in zip(node.edges, self._deciding[place], strict=True):
                critical[edge.position] |= deciding & critical[place]
        return [int(np.bitwise_count(bits).sum()) / self._draws for bits in critical]

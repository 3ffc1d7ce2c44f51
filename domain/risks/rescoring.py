"""Scoring again by a new scale what was judged by an older one."""

from __future__ import annotations

from domain.milestones.three_point import ThreePoint
from domain.risks.scale import Scale
from domain.risks.scoring import Scored
from domain.risks.tables import Assessment


def same_place(level: int, levels: int, wanted: int) -> int:
    """The level of `wanted` levels that lies where `level` lay among `levels`: the middle of its share decides."""
    return 1 + (2 * level - 1) * wanted // (2 * levels)


def rescore(row: Assessment, levels: tuple[int, int], scale: Scale) -> Scored:
    """What an assessment comes to on another scale; `levels` is how many of probability and impact its own had.

    Numbers decide by the new bands. A level that was given without a number keeps its place on its side.
    """
    if row.probability is not None:
        probability_level = scale.probability_level_of(row.probability)
    else:
        probability_level = same_place(row.probability_level, levels[0], len(scale.probability_names))
    found = []
    if row.impact_low is not None and row.impact_likely is not None and row.impact_high is not None:
        found.append(scale.money_level_of(ThreePoint(row.impact_low, row.impact_likely, row.impact_high).mean))
    if row.delay_low is not None and row.delay_likely is not None and row.delay_high is not None:
        found.append(scale.delay_level_of(ThreePoint(row.delay_low, row.delay_likely, row.delay_high).mean))
    impact_level = max(found, default=same_place(row.impact_level, levels[1], len(scale.impact_names)))
    return Scored(
        probability_level,
        impact_level,
        probability_level * impact_level,
        scale.level(probability_level, impact_level),
        row.expected_loss,
    )

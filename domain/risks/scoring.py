"""Scoring an assessment: levels from numbers, the level of the risk, its expected loss, and when to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from domain.milestones.three_point import ThreePoint
from domain.risks.scale import Level, Scale

CENT = Decimal("0.01")
DAYS_BETWEEN_ASSESSMENTS = {Level.CRITICAL: 7, Level.HIGH: 14, Level.MEDIUM: 30, Level.LOW: 90}


class UnscorableAssessment(ValueError):
    """An assessment from which no level follows: something is missing or out of range. `fields` names what."""

    def __init__(self, message: str, *fields: str) -> None:
        super().__init__(message)
        self.fields = fields


class InconsistentAssessment(UnscorableAssessment):
    """A level and a number were both given and do not fit; `fields` names both."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What follows from an assessment: levels count from 1, score is their product, expected loss is money or null."""

    probability_level: int
    impact_level: int
    score: int
    level: Level
    expected_loss: Decimal | None


def score_assessment(
    scale: Scale,
    probability_level: int | None = None,
    impact_level: int | None = None,
    probability: Decimal | None = None,
    impact: ThreePoint | None = None,
    delay: ThreePoint | None = None,
) -> Scored:
    """Score an assessment on a scale.

    A level that is not given follows from the number by the bands: probability 0–1; impact (money in the tenant's
    currency) and delay (working days) by their beta-PERT mean, the higher of the two levels. A number that is not
    given stays unknown, and so does the expected loss (probability × mean loss, rounded to cents, halves up).

    Raises `InconsistentAssessment` where a level and its number do not fit, `UnscorableAssessment` where neither is
    given or a value is out of range.
    """
    found_probability = _probability_level(scale, probability_level, probability)
    found_impact = _impact_level(scale, impact_level, impact, delay)
    return Scored(
        probability_level=found_probability,
        impact_level=found_impact,
        score=found_probability * found_impact,
        level=scale.level(found_probability, found_impact),
        expected_loss=expected_loss(probability, impact),
    )


def expected_loss(probability: Decimal | None, impact: ThreePoint | None) -> Decimal | None:
    """Probability × beta-PERT mean, in the currency of the impact, to the cent; null where either is unknown."""
    if probability is None or impact is None:
        return None
    return (probability * impact.mean).quantize(CENT, ROUND_HALF_UP)


def next_assessment_on(level: Level, assessed_on: date, named: date | None = None) -> date:
    """The day by which a risk is to be assessed again: the day that the assessment names, else by its level."""
    return named or assessed_on + timedelta(days=DAYS_BETWEEN_ASSESSMENTS[level])


def gravity(expected: Decimal | None, score: int) -> tuple[bool, Decimal, int]:
    """A sort key that puts the gravest risk first: by expected loss where it is known, then by score.

    Numbers before colours, because a matrix can rank two risks in the wrong order (Cox 2008).
    """
    return (expected is None, -(expected or Decimal(0)), -score)


def _probability_level(scale: Scale, level: int | None, probability: Decimal | None) -> int:
    size = len(scale.probability_names)
    if level is not None and not 1 <= level <= size:
        raise UnscorableAssessment(f"the probability level must be 1 to {size}, not {level}", "probability_level")
    if probability is None:
        if level is None:
            raise UnscorableAssessment("give a probability level or a probability", "probability_level", "probability")
        return level
    if not (probability.is_finite() and 0 <= probability <= 1):
        raise UnscorableAssessment(f"the probability must be 0 to 1, not {probability}", "probability")
    found = scale.probability_level_of(probability)
    if level is not None and level != found:
        raise InconsistentAssessment(
            f"probability level {level} and probability {probability} do not fit: {probability} is level {found}",
            "probability_level",
            "probability",
        )
    return found


def _impact_level(scale: Scale, level: int | None, impact: ThreePoint | None, delay: ThreePoint | None) -> int:
    size = len(scale.impact_names)
    if level is not None and not 1 <= level <= size:
        raise UnscorableAssessment(f"the impact level must be 1 to {size}, not {level}", "impact_level")
    found: dict[str, int] = {}
    if impact is not None:
        found["impact"] = scale.money_level_of(impact.mean)
    if delay is not None:
        found["delay"] = scale.delay_level_of(delay.mean)
    if not found:
        if level is None:
            raise UnscorableAssessment("give an impact level, a loss or a delay", "impact_level", "impact", "delay")
        return level
    decisive = max(found, key=lambda name: found[name])
    if level is not None and level != found[decisive]:
        raise InconsistentAssessment(
            f"impact level {level} and {decisive} do not fit: by its mean, the {decisive} is level {found[decisive]}",
            "impact_level",
            decisive,
        )
    return found[decisive]

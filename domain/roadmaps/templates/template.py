"""What a template of a plan is: milestones in order, with what they depend on and how they are judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from domain.milestones.tables import CriterionDirection, DependencyKind, PhaseKind

LOCALES: Final = ("en", "zh-CN")

Text = tuple[str, str]
"""The same in English and in Chinese."""


Word = Text | str
"""A name of a metric or a unit; a plain one is the same in both languages."""


def by_locale(text: Word) -> dict[str, str]:
    """A text by its languages."""
    return dict(zip(LOCALES, (text, text) if isinstance(text, str) else text, strict=True))


def in_locale(text: Word, locale: str) -> str:
    """A text in a tenant's language; English where the product does not speak it."""
    spoken = by_locale(text)
    return spoken.get(locale, spoken["en"])


@dataclass(frozen=True)
class Judged:
    """A criterion: a metric with target, direction and unit, or only its title."""

    title: Text
    must: bool = True
    metric: Word | None = None
    target: str | None = None
    direction: CriterionDirection | None = None
    unit: Word | None = None


@dataclass(frozen=True)
class After:
    """A dependency on another milestone of the template; the lag is in working days."""

    code: str
    kind: DependencyKind = DependencyKind.FINISH_TO_START
    lag_days: int = 0


@dataclass(frozen=True)
class Stretch:
    """A phase of the template; it reaches from the first to the last day of its milestones."""

    code: str
    title: Text
    kind: PhaseKind


@dataclass(frozen=True)
class Work:
    """A task of a milestone, with its likely duration in working days."""

    title: Text
    days: int


@dataclass(frozen=True)
class Step:
    """A milestone of the template. `estimate` are three points of its duration in working days."""

    code: str
    title: Text
    description: Text
    estimate: tuple[int, int, int]
    criteria: tuple[Judged, ...]
    after: tuple[After, ...] = ()
    key: bool = False
    phase: str | None = None
    "The code of its phase."
    tasks: tuple[Work, ...] = ()


@dataclass(frozen=True)
class PlanTemplate:
    """A plan to begin with: its milestones, each after those that it depends on."""

    code: str
    title: Text
    description: Text
    steps: tuple[Step, ...]
    phases: tuple[Stretch, ...] = ()


def at_least(title: Text, metric: Word, target: str, unit: Word, *, must: bool = True) -> Judged:
    """A criterion that is met from the target upwards."""
    return Judged(title, must, metric, target, CriterionDirection.AT_LEAST, unit)


def at_most(title: Text, metric: Word, target: str, unit: Word, *, must: bool = True) -> Judged:
    """A criterion that is met up to the target."""
    return Judged(title, must, metric, target, CriterionDirection.AT_MOST, unit)


def document(template: PlanTemplate) -> dict[str, Any]:
    """A template as it is read: every text by its languages."""
    return {
        "code": template.code,
        "title": by_locale(template.title),
        "description": by_locale(template.description),
        "phases": [{"code": one.code, "title": by_locale(one.title), "kind": str(one.kind)} for one in template.phases],
        "milestones": [
            {
                "code": step.code,
                "phase": step.phase,
                "tasks": [{"title": by_locale(one.title), "days": one.days} for one in step.tasks],
                "title": by_locale(step.title),
                "description": by_locale(step.description),
                "key": step.key,
                "estimate": dict(zip(("optimistic", "likely", "pessimistic"), step.estimate, strict=True)),
                "after": [{"code": one.code, "kind": str(one.kind), "lag_days": one.lag_days} for one in step.after],
                "criteria": [
                    {
                        "title": by_locale(one.title),
                        "must": one.must,
                        "metric": None if one.metric is None else by_locale(one.metric),
                        "target": one.target,
                        "direction": None if one.direction is None else str(one.direction),
                        "unit": None if one.unit is None else by_locale(one.unit),
                    }
                    for one in step.criteria
                ],
            }
            for step in template.steps
        ],
    }

"""A risk report as plain values: what a venture's register says now and what has moved, cut to its audience."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.risks.scale import Level


class Audience(StrEnum):
    """For whom a report is."""

    TEAM = "team"
    INVESTORS = "investors"
    PARTNERS = "partners"


class Movement(StrEnum):
    """What became of a risk between two instants."""

    NEW = "new"
    WORSE = "worse"
    BETTER = "better"
    CLOSED = "closed"


MOST_MOVEMENTS: Final = 1_000
"""How many movements of a register are told at most."""


@dataclass(frozen=True)
class Told:
    """One risk as a report tells it; what an audience may not see is empty."""

    id: str
    title: str
    category: str
    status: str
    level: Level | None
    score: int | None
    expected_loss: Decimal | None = None
    p80_share: Decimal | None = None
    owner: str | None = None
    cause: str | None = None
    effect: str | None = None
    expected_on: date | None = None
    responses: tuple[str, ...] = ()
    movement: Movement | None = None


@dataclass(frozen=True)
class Loss:
    """The exposure of the register, in money."""

    expected: Decimal
    p50: Decimal
    p80: Decimal
    p95: Decimal
    curve: tuple[tuple[Decimal, Decimal], ...]
    without_loss: int


@dataclass(frozen=True)
class Report:
    """A report. `matrix` counts risks by (probability level, impact level); `closed` are titles of risks that ended."""

    tenant: str
    venture: str
    locale: str
    currency: str
    audience: Audience
    on: date
    since: date
    risks: tuple[Told, ...]
    closed: tuple[str, ...] = ()
    matrix: Mapping[tuple[int, int], int] = field(default_factory=dict)
    levels: Sequence[Sequence[Level]] = ()
    "The matrix of levels: rows by probability, columns by impact, both from 1."
    exposure: Loss | None = None

    def counts(self) -> dict[Level, int]:
        """How many risks of each level there are, the worst first."""
        found = dict.fromkeys(reversed(Level), 0)
        for risk in self.risks:
            if risk.level is not None:
                found[risk.level] += 1
        return found


@dataclass(frozen=True)
class Sight:
    """What an audience may see."""

    money: bool
    people: bool
    reasons: bool
    categories: frozenset[str] | None = None
    "Only these categories; None: all."
    least: Level = Level.LOW


SIGHTS: Final[Mapping[Audience, Sight]] = {
    Audience.TEAM: Sight(money=True, people=True, reasons=True),
    Audience.INVESTORS: Sight(money=True, people=False, reasons=False, least=Level.MEDIUM),
    Audience.PARTNERS: Sight(
        money=False,
        people=False,
        reasons=False,
        categories=frozenset({"technical", "market"}),
        least=Level.MEDIUM,
    ),
}
"""Partners see neither money nor the risks of funding and law; only the team sees people and reasons."""


def for_audience(report: Report, closed: Iterable[Told] = ()) -> Report:
    """The report as its audience may see it; `closed` are the risks that ended since the last one."""
    sight = SIGHTS[report.audience]
    return replace(
        report,
        risks=tuple(_cut(risk, sight) for risk in report.risks if _is_seen(risk, sight)),
        closed=tuple(risk.title for risk in closed if _is_seen(risk, sight)),
        exposure=report.exposure if sight.money else None,
        matrix=report.matrix if sight.categories is None else {},
    )


def _is_seen(risk: Told, sight: Sight) -> bool:
    known = risk.level is not None and risk.level.rank >= sight.least.rank
    return (known or sight.least is Level.LOW) and (sight.categories is None or risk.category in sight.categories)


def _cut(risk: Told, sight: Sight) -> Told:
    hidden: dict[str, None] = {}
    if not sight.money:
        hidden |= {"expected_loss": None, "p80_share": None}
    if not sight.people:
        hidden |= {"owner": None}
    if not sight.reasons:
        hidden |= {"cause": None, "effect": None}
    return replace(risk, **hidden)  # type: ignore[arg-type]  # fields that may be empty

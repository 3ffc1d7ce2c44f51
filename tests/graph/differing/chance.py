"""Random values of columns: texts that are awkward, numbers, days and instants near now, many of them equal."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from domain.kernel.columns import Choice, Instant

NOW: Final = datetime(2027, 3, 31, 21, 30, 5, 250_000, tzinfo=UTC)
"""An instant whose day is yet another in most zones, at the end of a month."""
TEXTS: Final = (
    "Alpha",
    "alpha",
    "ALPHA beta",
    "beta",
    "100%_sure",
    "a\\b",
    "O'Brien -- ; DROP",
    'say "no"',
    "风险",
    "合规 风险 é",
    "É",
    "</script>\u2028<b>",
    "line\nbreak\ttab\u0001",
    "",
    "  ",
    "😀 {a} $1 :x",
    "long " * 60,
)
DOCUMENTS: Final = (
    {},
    {"a": 1, "b": [1, 2.5, None, "x"]},
    {"longer": {"bb": True, "a": "风\u2028"}, "b": []},
    {"text": 'quote " and \\ and \u0001', "n": -0.25},
)
NUMBERS: Final = (Decimal(0), Decimal(1), Decimal("2.50"), Decimal("123456.75"))


class Chance:
    """Draws values; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def some(self, least: int, most: int) -> range:
        """A few."""
        return range(self.dice.randint(least, most))

    def value(self, column: sa.Column[Any]) -> Any:
        """A value of a column's type; empty now and then where it may be."""
        if column.nullable and self.dice.random() < 0.35:
            return None
        kind = column.type
        if isinstance(kind, Choice):
            return str(self.dice.choice(list(kind.enumeration)))
        if isinstance(kind, ARRAY):
            lists: dict[type, list[Any]] = {
                sa.Text: [[], ["a"], ["a", "b"]],
                sa.Date: [[], [self.day()], sorted({self.day(), self.day()})],
            }
            return self.dice.choice(lists.get(type(kind.item_type), [[]]))
        makers = (
            (JSONB, lambda: self.dice.choice(DOCUMENTS)),
            (Instant, self.instant),
            (sa.Uuid, lambda: None),
            (sa.Text, lambda: self.dice.choice(TEXTS)),
            (sa.Boolean, lambda: self.dice.random() < 0.5),
            (sa.Integer, lambda: self.dice.randint(1, 6)),
            (sa.Date, self.day),
            (sa.Numeric, lambda: self.dice.choice([each for each in NUMBERS if each < _bound(column)])),
        )
        return next(make() for type_, make in makers if isinstance(kind, type_))  # type: ignore[no-untyped-call]

    def instant(self) -> datetime:
        """An instant near now; many are equal."""
        off = self.dice.choice([0, 0, -1, 1, -86_400, 86_400, -2_000_000, 0.000_001, 40_000_000])
        return NOW + timedelta(seconds=off)

    def day(self) -> date:
        """A day near today."""
        return NOW.date() + timedelta(days=self.dice.choice([-400, -31, -1, -1, 0, 0, 1, 1, 2, 40]))

    def maybe(self, ids: list[UUID]) -> UUID | None:
        """One of them, or none."""
        return self.dice.choice(ids) if ids and self.dice.random() < 0.7 else None


def _bound(column: sa.Column[Any]) -> Decimal:
    """What a number of the column stays below."""
    kind = column.type
    assert isinstance(kind, sa.Numeric)
    return Decimal("Infinity") if kind.precision is None else Decimal(10) ** (kind.precision - (kind.scale or 0))

"""One bucket as a process knows it: the part that it has drawn and may spend, and what it believes is left to draw.

A bucket holds `size` units and fills at `size` a window. A process draws a slice (a second's share, at least 10) and
spends it without asking again. Between draws it knows how much can be left at most, so an empty bucket is not asked
over and over; and where nobody answers, that knowledge is the bucket.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

WINDOW: Final = 60
"""Seconds in which an empty bucket becomes full."""
LEAST_SLICE: Final = 10


@dataclass(frozen=True)
class Allowance:
    """How much may be spent: `size` at once, and the same again in each window."""

    name: str
    "As clients are told it: `cost-by-key`."
    unit: str
    size: int

    @property
    def rate(self) -> float:
        """Units a second."""
        return self.size / WINDOW

    @property
    def slice(self) -> int:
        """What a process draws at a time."""
        return min(self.size, max(LEAST_SLICE, self.size // WINDOW))

    @cached_property
    def policy(self) -> str:
        """The item of `RateLimit-Policy`."""
        return f'"{self.name}";q={self.size};w={WINDOW};qu="{self.unit}"'


@dataclass
class Bucket:
    """A bucket as one process knows it. Times are seconds."""

    allowance: Allowance
    key: str
    "Names the bucket in Valkey."
    seen_at: float
    left: float
    "What was left to draw at `seen_at`."
    stock: int = 0
    "Drawn and not yet spent."
    lent: int = 0
    "Put into the stock before the shared bucket gave it; what that gives next pays for it."
    waited_for: int = 0
    "What those who wait for a draw want together."

    @classmethod
    def full(cls, allowance: Allowance, key: str, now: float) -> Bucket:
        """A bucket of which nothing is known."""
        return cls(allowance, key, now, allowance.size)

    def resize(self, allowance: Allowance) -> None:
        """Give it another size: a smaller one holds no more than that, a larger one fills as it would."""
        self.stock = min(self.stock, allowance.size)
        self.allowance = allowance

    def to_draw(self, now: float) -> float:
        """What can be left to draw, unless others have drawn in the meantime; below 0 while there are debts."""
        passed = max(0.0, now - self.seen_at)
        return min(self.allowance.size, self.left + passed * self.allowance.rate)

    def remaining(self, now: float) -> int:
        """What can be spent now, as far as this process knows."""
        return max(0, min(self.allowance.size, int(self.stock + self.to_draw(now))))

    def wait(self, amount: int, now: float) -> float:
        """Seconds until the amount can be there."""
        return max(0.0, (amount - self.stock - self.to_draw(now)) / self.allowance.rate)

    def needs(self, amount: int) -> int:
        """How much must be drawn before the amount can be spent."""
        return max(1, amount - self.stock + self.lent)

    def draws(self, amount: int) -> int:
        """How much is drawn for it at most: for all who wait, or a slice."""
        return max(self.needs(amount), self.needs(self.waited_for), self.allowance.slice)

    def drawn(self, amount: int, left: float, now: float) -> None:
        """Take in what the shared bucket gave, and what it says is left."""
        paid = min(self.lent, amount)
        self.lent -= paid
        self.stock += amount - paid
        self.left, self.seen_at = left - self.lent, now

    def lend(self, amount: int, now: float) -> None:
        """Take from what is believed to be left, while the shared bucket does not answer."""
        able = self.to_draw(now)
        taken = max(0, int(min(able, amount - self.stock)))
        self.stock += taken
        self.lent += taken
        self.left, self.seen_at = able - taken, now

    def forgive(self) -> None:
        """Forget what was lent: the shared bucket is away, and this one stands for it."""
        self.lent = 0

    def told(self, remaining: int) -> str:
        """The item of `RateLimit`: what remains, and the seconds until it is full again."""
        full = -((remaining - self.allowance.size) // self.allowance.rate)
        return f'"{self.allowance.name}";r={remaining};t={int(full)}'

"""Walking the chain over a tenant's audit entries: each link is held to what it must be, and the odd ones named.

Pure: it is handed the links in the order of their numbers, and holds no more of them than the last two and the odd.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.kernel.sealing import FIRST, next_hash

MOST_FINDINGS: Final = 100
_MOST_ODD: Final = 50
"""Odd links that are compared with one another, to tell what was moved from what was changed."""


class Fault(StrEnum):
    """What can be wrong with the log."""

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    REORDERED = "reordered"
    SEAL_CHANGED = "seal_changed"
    PERSONAL_CHANGED = "personal_changed"
    CUT = "cut"
    ANCHOR_DIFFERS = "anchor_differs"
    CHECKPOINT_FORGED = "checkpoint_forged"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: with which number of the chain and which entry, as far as there is one."""

    fault: Fault
    number: int | None
    entry_id: UUID | None
    detail: str


@dataclass(frozen=True)
class Place:
    """A place of the chain: so many entries were sealed, and that was the hash."""

    number: int = 0
    hash: str = FIRST


@dataclass(frozen=True)
class Link:
    """A seal and the entry that it names, in canonical form; None where the entry is not there."""

    number: int
    entry_id: UUID
    hash: str
    canonical: bytes | None


@dataclass
class _Odd:
    """A link whose hash is not what follows from the hash before."""

    link: Link
    prior: str
    expected: str


@dataclass
class Chain:
    """A walk along the chain, from a place that is trusted."""

    place: Place = field(default_factory=Place)
    anchors: Mapping[int, str] = field(default_factory=dict)
    "Hashes by number that are known from elsewhere."
    findings: list[Finding] = field(default_factory=list)
    checked: int = 0
    _before: tuple[Link, str] | None = None
    "The last link, and the hash before it."
    _waiting: _Odd | None = None
    _odd: list[_Odd] = field(default_factory=list)
    _sure: bool = True
    "Whether the hash before the next link is known: not where seals are missing."

    @property
    def settled(self) -> bool:
        """Whether no link waits for the next one, by which it is told what is wrong with it."""
        return self._waiting is None

    def take(self, link: Link) -> None:
        """Compare the next link."""
        self.checked += 1
        if link.number != self.place.number + 1:
            self._tell_gap(link)
        prior = self.place.hash
        if link.canonical is None:
            self._settle()
            self._find(Fault.MISSING, link, "the entry was sealed, and is not there")
        elif self._sure and link.hash != (expected := next_hash(prior, link.canonical)):
            if not self._explained(link):
                self._settle()
                self._waiting = _Odd(link, prior, expected)
        else:
            self._settle()
        if (anchor := self.anchors.get(link.number)) is not None and anchor != link.hash:
            self._find(Fault.ANCHOR_DIFFERS, link, "the hash is not the one that was noted of this number")
        self._before, self._sure = (link, prior), True
        self.place = Place(link.number, link.hash)

    def finish(self) -> list[Finding]:
        """All that was found, in the order of numbers. No link follows."""
        self._settle()
        moved = self._moved()
        for odd in self._odd:
            number = odd.link.number
            if number in moved:
                if moved[number]:
                    self._find(Fault.REORDERED, odd.link, "the entry stands at another place than it was sealed at")
            else:
                self._find(Fault.CHANGED, odd.link, "the entry is not what was sealed")
        self._odd.clear()
        self.findings.sort(key=lambda found: (found.number is None, found.number or 0))
        return self.findings

    def find(self, fault: Fault, number: int | None, entry_id: UUID | None, detail: str) -> None:
        """Note what is wrong; beyond `MOST_FINDINGS` nothing more is noted."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(fault, number, entry_id, detail))

    def _find(self, fault: Fault, link: Link, detail: str) -> None:
        self.find(fault, link.number, link.entry_id, detail)

    def _tell_gap(self, link: Link) -> None:
        first, last = self.place.number + 1, link.number - 1
        if first > last:
            self._find(Fault.INSERTED, link, "there are two seals where one must be")
            return
        numbers = f"number {first} is" if first == last else f"numbers {first} to {last} are"
        self._settle()
        self.find(Fault.MISSING, first, None, f"{numbers} not there")
        self._sure = False

    def _explained(self, link: Link) -> bool:
        """Whether this odd link tells what is wrong with the one before, and is right itself."""
        assert link.canonical is not None
        waiting = self._waiting
        if waiting is not None:
            if next_hash(waiting.expected, link.canonical) == link.hash:
                self._waiting = None
                self._find(Fault.SEAL_CHANGED, waiting.link, "the seal's hash is not the one that the entry gives")
                return True
            if next_hash(waiting.prior, link.canonical) == link.hash:
                self._waiting = None
                self._find(Fault.INSERTED, waiting.link, "the entry was put in between two that were sealed")
                return True
            return False
        if self._before is not None and next_hash(self._before[1], link.canonical) == link.hash:
            self._find(Fault.INSERTED, self._before[0], "the entry was put in between two that were sealed")
            return True
        return False

    def _settle(self) -> None:
        if self._waiting is not None:
            if len(self._odd) < _MOST_ODD:
                self._odd.append(self._waiting)
            else:
                self._find(Fault.CHANGED, self._waiting.link, "the entry is not what was sealed")
            self._waiting = None

    def _moved(self) -> dict[int, bool]:
        """The odd links that were moved, by number: whether the link itself was, or only the one that it followed."""
        moved: dict[int, bool] = {}
        hashes = {odd.link.hash for odd in self._odd}
        priors = hashes | {odd.prior for odd in self._odd}
        entries = {odd.link.canonical for odd in self._odd if odd.link.canonical is not None}
        for odd in self._odd:
            assert odd.link.canonical is not None
            own = next((prior for prior in priors if next_hash(prior, odd.link.canonical) == odd.link.hash), None)
            if own is not None:
                follows = own in hashes and odd.link.number - 1 in moved
                moved[odd.link.number] = not follows
            elif any(next_hash(odd.prior, entry) == odd.link.hash for entry in entries):
                moved[odd.link.number] = True
        return moved

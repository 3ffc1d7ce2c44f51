"""A page: what is to be read, in its order, without any form. Its texts are final, and none of them is markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Tone(StrEnum):
    """How something is meant; never told by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    UNKNOWN = "unknown"
    QUIET = "quiet"


@dataclass(frozen=True)
class Cell:
    """One cell of a table; one with a tone other than plain and quiet stands out as a mark."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Figure:
    """A key figure: its name, its value, and what belongs to it in small letters."""

    name: str
    value: str
    note: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Figures:
    """Key figures side by side."""

    items: Sequence[Figure]


@dataclass(frozen=True)
class Table:
    """A table. `numbers` are the columns that are set flush right; `widths` the columns' shares of the width."""

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]
    numbers: frozenset[int] = frozenset()
    more: str = ""
    "Says how many rows are left out."


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; line breaks in it are kept."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Items:
    """A list of lines."""

    lines: Sequence[Cell]


@dataclass(frozen=True)
class Picture:
    """A picture as SVG of ours, with its title, and in words what it shows."""

    svg: str
    title: str
    told: str
    share: int = 100
    "How much of the width it takes, in percent."


@dataclass(frozen=True)
class Pictures:
    """Pictures side by side."""

    items: Sequence[Picture]


Block = Figures | Table | Paragraph | Items | Pictures


@dataclass(frozen=True)
class Section:
    """A section under a heading."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Verdict:
    """What it comes to, in a few words, and why in a sentence."""

    name: str
    value: str
    text: str
    tone: Tone


@dataclass(frozen=True)
class Page:
    """A whole document."""

    locale: str
    kind: str
    "What kind of document it is: Milestone review, …"
    title: str
    subtitle: str
    facts: Sequence[tuple[str, str]]
    "Names and values under the title: as of, state, …"
    verdict: Verdict | None
    lead: Sequence[Block]
    "What stands on the first page before all sections."
    sections: Sequence[Section]
    footer: str
    "A line at the foot of each page."
    labels: dict[str, str] = field(default_factory=dict)
    "The few words that a form needs by itself, such as `Page {n} of {m}`."

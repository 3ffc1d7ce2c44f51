"""What the plain reference must be told of a chapter: by hand, and nothing of it is the compiler's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

Row = dict[str, Any]
Value = Callable[["Plain", Row], Any]
"""What is not stored, worked out over rows in memory."""


@dataclass(frozen=True)
class Type:
    """A type: its table, the prefix of its ids, the usual order of its lists, and the permission to read it.

    `venture` is the way to the venture that a restricted caller must be allowed to see: names of columns, each but the
    last a reference (`TYPES[..]` by `through`); where `common` is set, rows without one are for all. `whole` is what
    such callers may not read at all. What `reaches` some ventures, or all, is seen by who may see each of those.
    `dated` is the column that says since when a fact is known: as of an instant, only those known by then are read.
    """

    table: str
    prefix: str
    order: tuple[str, ...] = ()
    needs: str = "domain:read"
    venture: str | None = None
    through: str | None = None
    common: bool = False
    whole: bool = False
    reaches: bool = False
    dated: str = ""


@dataclass(frozen=True)
class Many:
    """A list of a row: those rows whose column `by` names it, or that a table of links leads to; its usual order."""

    by: str = ""
    order: tuple[str, ...] = ()
    link: str = ""
    here: str = ""
    there: str = ""


@dataclass(frozen=True)
class Chapter:
    """All that is said of a chapter; each member is added to the one of the same name beside this folder.

    `rows` makes the rows of the tables named in `by_hand`, where they must fit together, once the ventures, their
    milestones, risks and people are there; all other tables are filled by what their columns allow.
    """

    types: Mapping[str, Type]
    many: Mapping[str, Many] = field(default_factory=dict)
    can: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    worked_out: Mapping[str, Value] = field(default_factory=dict)
    related: Mapping[str, Callable[[Plain, Row], Row | None]] = field(default_factory=dict)
    listed: Mapping[str, Callable[[Plain, Row], list[Row]]] = field(default_factory=dict)
    shapes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    not_compared: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    by_hand: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()
    historic: frozenset[str] = frozenset()
    rows: Callable[[Maker, Made], None] | None = None


def used(rows: list[Row], **wanted: Any) -> list[Row]:
    """The rows that are not archived and have these values."""
    found = [row for row in rows if row.get("archived_at") is None]
    return [row for row in found if all(row[name] == value for name, value in wanted.items())]

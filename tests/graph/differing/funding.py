"""What is about to come to ventures, as the plain reference works it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

Row = dict[str, Any]

_USUAL: Final = {"identified": "0.05", "contacted": "0.1", "negotiating": "0.3", "committed": "0.9"}
_OVER: Final = {"received": Decimal(1), "lost": Decimal(0)}


def _likelihood(plain: Plain, row: Row) -> Decimal:
    known = _OVER.get(row["status"], row["probability"])
    return (Decimal(_USUAL[row["status"]]) if known is None else known).quantize(Decimal("1.000000"))


def _conversion(plain: Plain, row: Row) -> list[Row]:
    """Of a venture, or of those ventures that the caller may see."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in plain.rows("Acquisition"):
        if each["archived_at"] is None and (row["__type"] != "Venture" or each["venture_id"] == row["id"]):
            groups.setdefault((each["kind"], each["channel"]), []).append(each["status"])
    return [
        {
            "kind": kind.upper(),
            "channel": channel.upper(),
            "begun": len(found),
            "received": found.count("received"),
            "lost": found.count("lost"),
            "underWay": sum(status not in ("received", "lost") for status in found),
            "share": str(round(Decimal(found.count("received")) / len(found), 6).quantize(Decimal("1.000000"))),
        }
        for (kind, channel), found in sorted(groups.items())
    ]


def _is_late(plain: Plain, row: Row) -> bool:
    late = row["expected_on"] is not None and row["expected_on"] < plain.today(row)
    return late and row["status"] not in ("received", "lost")


WORKED_OUT: Final[Mapping[str, Callable[[Plain, Row], Any]]] = {
    "Acquisition.likelihood": _likelihood,
    "Acquisition.isOverdue": _is_late,
}
LISTED: Final[Mapping[str, Callable[[Plain, Row], list[Row]]]] = {
    "Venture.acquisitionConversion": _conversion,
    "Tenant.acquisitionConversion": _conversion,
}
SHAPES: Final = {
    "ChannelConversion": frozenset({"kind", "channel", "begun", "received", "lost", "underWay", "share"}),
}

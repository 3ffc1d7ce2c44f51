"""What is about to come to ventures, as the plain reference works it out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

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


CHAPTER: Final = Chapter(
    types={
        "Acquisition": Type("acquisition", "acquisition", ("expected_on",), venture="venture_id"),
        "AcquisitionStep": Type(
            "acquisition_step", "acquisition_step", ("recorded_at", "id"), venture="venture_id", dated="recorded_at"
        ),
    },
    many={
        "Venture.acquisitions": Many("venture_id", ("expected_on",)),
        "Resource.acquisitions": Many("resource_id", ("expected_on",)),
        "Milestone.acquisitions": Many("milestone_id", ("expected_on",)),
        "Acquisition.steps": Many("acquisition_id", ("recorded_at", "id")),
    },
    can={"Acquisition": dict.fromkeys(("edit", "archive", "move"), "resource:write")},
    worked_out={"Acquisition.likelihood": _likelihood, "Acquisition.isOverdue": _is_late},
    listed={"Venture.acquisitionConversion": _conversion, "Tenant.acquisitionConversion": _conversion},
    shapes={
        "ChannelConversion": frozenset({"kind", "channel", "begun", "received", "lost", "underWay", "share"}),
    },
)

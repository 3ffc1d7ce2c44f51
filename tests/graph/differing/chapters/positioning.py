"""Positioning statements, how they were judged, and competitors."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tests.graph.differing.chance import NOW
from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, Value, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

_KINDS: Final = ("clarity", "differentiation", "feasibility")
_SHARES: Final = (Decimal(0), Decimal("0.25"), Decimal("0.25"), Decimal(1))
_WRITE: Final = dict.fromkeys(("edit", "archive"), "market:write")


def _last(plain: Plain, row: Row, kind: str) -> Row | None:
    """The latest judgement of a kind that is known at the row's instant, seen or not."""
    judged = [each for each in plain.all("PositioningCheck", row["__then"]) if each["positioning_id"] == row["id"]]
    return max(
        (each for each in judged if each["kind"] == kind),
        key=lambda each: (each["judged_at"], each["id"]),
        default=None,
    )


def _passes(plain: Plain, row: Row) -> bool:
    found = [_last(plain, row, kind) for kind in _KINDS]
    return all(one and one["passed"] and one["positioning_version"] == row["version"] for one in found)


def _is_current(plain: Plain, row: Row) -> bool:
    statements = [each for each in plain.all("Positioning", row["__then"]) if each["id"] == row["positioning_id"]]
    return any(each["version"] == row["positioning_version"] for each in statements)


def _of_kind(kind: str) -> Value:
    return lambda plain, row: _last(plain, row, kind)


def _latest_share(plain: Plain, row: Row) -> Row | None:
    shares = used(plain.rows("CompetitorShare", row["__then"]), competitor_id=row["id"])
    return max(shares, key=lambda each: (each["share_on"], each["id"]), default=None)


def _rows(maker: Maker, made: Made) -> None:
    """Statements of which some pass, and competitors with at most one share a day."""
    people = made.ids("membership")
    for venture in made.ids("venture"):
        for _ in maker.some(0, 3):
            statement = maker.row(made, "positioning", venture_id=venture, version=maker.dice.randint(1, 3))
            of = {"venture_id": venture, "positioning_id": statement["id"]}
            for kind in _KINDS if maker.dice.random() < 0.5 else ():
                held = {"passed": True, "positioning_version": statement["version"], "judged_at": NOW}
                maker.row(made, "positioning_check", kind=kind, judged_by=maker.maybe(people), **of, **held)
            for _ in maker.some(0, 3):
                maker.row(made, "positioning_check", judged_by=maker.maybe(people), **of)
        for _ in maker.some(0, 3):
            competitor = maker.row(made, "competitor", venture_id=venture)["id"]
            of = {"venture_id": venture, "competitor_id": competitor}
            for days in maker.some(0, 3):
                told = {"share_on": NOW.date() - timedelta(days=30 * days), "share": maker.dice.choice(_SHARES)}
                maker.row(made, "competitor_share", **told, **of)
            for _ in maker.some(0, 3):
                maker.row(made, "competitor_event", **of)


CHAPTER: Final = Chapter(
    types={
        "Positioning": Type("positioning", "positioning", ("title",), venture="venture_id"),
        "PositioningCheck": Type(
            "positioning_check", "positioning_check", ("-judged_at", "-id"), venture="venture_id", dated="judged_at"
        ),
        "Competitor": Type("competitor", "competitor", ("name",), venture="venture_id"),
        "CompetitorShare": Type("competitor_share", "competitor_share", ("-share_on",), venture="venture_id"),
        "CompetitorEvent": Type("competitor_event", "competitor_event", ("-happened_on",), venture="venture_id"),
    },
    many={
        "Venture.positionings": Many("venture_id", ("title",)),
        "Venture.competitors": Many("venture_id", ("name",)),
        "Venture.competitorEvents": Many("venture_id", ("-happened_on",)),
        "Positioning.checks": Many("positioning_id", ("-judged_at", "-id")),
        "Competitor.shares": Many("competitor_id", ("-share_on",)),
        "Competitor.events": Many("competitor_id", ("-happened_on",)),
        "CompetitorEvent.alerts": Many("subject_id", ("-since",)),
    },
    can={
        "Positioning": {**_WRITE, "judge": "market:write"},
        "Competitor": _WRITE,
        "CompetitorShare": _WRITE,
        "CompetitorEvent": {**_WRITE, "answer": "market:write"},
    },
    worked_out={"Positioning.passesChecks": _passes, "PositioningCheck.isCurrent": _is_current},
    related={
        **{f"Positioning.{kind}": _of_kind(kind) for kind in _KINDS},
        "Competitor.latestShare": _latest_share,
    },
    by_hand=frozenset({"positioning", "positioning_check", "competitor", "competitor_share", "competitor_event"}),
    subjects=("competitor_event",),
    historic=frozenset({"positioning"}),
    rows=_rows,
)

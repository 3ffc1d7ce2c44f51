"""Obligations, their evidence and the regimes that apply, as the plain reference makes rows of them and reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

_EDITED: Final = dict.fromkeys(("edit", "archive"), "compliance:write")
_PRODUCT: Final = "the product's own data, the same for all"


def _rows(maker: Maker, made: Made) -> None:
    """What ventures owe: some of it follows from what they owed before, some has evidence."""
    people = made.ids("membership")
    for venture in made.ids("venture"):
        before = None
        for _ in maker.some(0, 4):
            ends = {"owner_id": maker.maybe(people), "follows_id": before if maker.dice.random() < 0.5 else None}
            before = maker.row(made, "obligation", venture_id=venture, **ends)["id"]
            for _ in maker.some(0, 2):
                given = {"obligation_id": before, "provided_by": maker.maybe(people)}
                maker.row(made, "obligation_evidence", venture_id=venture, **given)
        for place in maker.some(0, 2):
            maker.row(made, "venture_regime", venture_id=venture, regime=f"regime_{place}")


def _shown(plain: Plain, row: Row) -> list[Row]:
    """What shows that an obligation was fulfilled."""
    return used(plain.table("obligation_evidence"), obligation_id=row["id"])


def _owed(plain: Plain, row: Row) -> str:
    """Where an obligation stands."""
    if _shown(plain, row):
        return "fulfilled"
    left = (row["due_on"] - plain.today(row)).days
    return "overdue" if left < 0 else "due_soon" if left <= 30 else "open"


def _overdue(plain: Plain, venture: Row) -> int:
    owed = used(plain.table("obligation"), venture_id=venture["id"])
    return sum(_owed(plain, each | {"__then": venture["__then"]}) == "overdue" for each in owed)


def _next(plain: Plain, row: Row) -> Row | None:
    rows = plain.rows("Obligation", row["__then"])
    return next((each for each in rows if each["follows_id"] == row["id"]), None)


CHAPTER: Final = Chapter(
    types={
        "Obligation": Type("obligation", "obligation", ("due_on",), venture="venture_id"),
        "ObligationEvidence": Type(
            "obligation_evidence", "obligation_evidence", ("-provided_on",), venture="venture_id"
        ),
        "VentureRegime": Type("venture_regime", "venture_regime", ("title",), venture="venture_id"),
    },
    many={
        "Venture.obligations": Many("venture_id", ("due_on",)),
        "Venture.regimes": Many("venture_id", ("title",)),
        "Obligation.evidence": Many("obligation_id", ("-provided_on",)),
        "Obligation.alerts": Many("subject_id", ("-since",)),
    },
    can={
        "Obligation": _EDITED | {"giveEvidence": "compliance:write"},
        "ObligationEvidence": _EDITED,
        "VentureRegime": _EDITED,
    },
    worked_out={
        "Venture.overdueObligationCount": _overdue,
        "Obligation.state": _owed,
        "Obligation.fulfilledOn": lambda plain, row: min(
            (each["provided_on"] for each in _shown(plain, row)), default=None
        ),
    },
    related={"Obligation.next": _next},
    not_compared={"Regime": _PRODUCT, "ObligationTemplate": _PRODUCT},
    by_hand=frozenset({"obligation", "obligation_evidence", "venture_regime"}),
    subjects=("obligation", "venture_regime"),
    rows=_rows,
)

"""Candidate fields and their scorecards, as the plain reference works them out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

_FACTORS: Final = (
    *("market_trend", "technical_maturity", "competition", "data_resources", "user_need"),
    "policy_and_regulation",
)
_WRITE: Final = dict.fromkeys(("edit", "archive"), "market:write")


def _known(plain: Plain, field: Row) -> dict[str, Row]:
    """The scores of a field, by factor."""
    scores = used(plain.table("factor_score"), candidate_field_id=field["id"])
    return {score["factor"]: score for score in scores if score["score"] is not None}


def _total(plain: Plain, field: Row) -> Decimal | None:
    known = _known(plain, field)
    weights = sum((score["weight"] for score in known.values()), Decimal())
    if len(known) < len(_FACTORS) or not weights:
        return None
    points = sum((score["weight"] * score["score"] for score in known.values()), Decimal())
    return (points / weights).quantize(Decimal("1.000000"), ROUND_HALF_UP)


def _rank(plain: Plain, field: Row) -> int | None:
    """Of all candidates of the venture, seen or not: who sees one sees all."""
    mine = _total(plain, field)
    if mine is None or field["archived_at"] is not None:
        return None
    others = used(plain.table("candidate_field"), venture_id=field["venture_id"])
    totals = [_total(plain, other) for other in others]
    return 1 + sum(total is not None and total > mine for total in totals)


def _missing(plain: Plain, field: Row) -> list[Row]:
    known = _known(plain, field)
    return [{"factor": factor.upper()} for factor in _FACTORS if factor not in known]


def _rows(maker: Maker, made: Made) -> None:
    """Fields of which some have a score for each factor, and some a few."""
    people = made.ids("membership")
    for venture in made.ids("venture"):
        for _ in maker.some(0, 4):
            field = maker.row(made, "candidate_field", venture_id=venture, decided_by=maker.maybe(people))["id"]
            whole = maker.dice.random() < 0.6
            for factor in _FACTORS:
                if whole or maker.dice.random() < 0.5:
                    score = maker.dice.choice(["0", "1.5", "3", "3", "5"] if whole else [None, "2", "4.25"])
                    weight = maker.dice.choice(["0", "1", "1", "2.5"])
                    worth = {"score": score and Decimal(score), "weight": Decimal(weight)}
                    of = {"venture_id": venture, "candidate_field_id": field, "factor": factor}
                    maker.row(made, "factor_score", **of, **worth)


CHAPTER: Final = Chapter(
    types={
        "CandidateField": Type("candidate_field", "candidate_field", ("name",), venture="venture_id"),
        "FactorScore": Type("factor_score", "factor_score", venture="venture_id"),
    },
    many={
        "Venture.candidateFields": Many("venture_id", ("name",)),
        "CandidateField.scores": Many("candidate_field_id", ("factor",)),
    },
    can={"CandidateField": {**_WRITE, "decide": "market:write"}, "FactorScore": _WRITE},
    worked_out={
        "CandidateField.weightedTotal": _total,
        "CandidateField.isComplete": lambda plain, row: _total(plain, row) is not None,
        "CandidateField.rank": _rank,
    },
    listed={"CandidateField.missingFactors": _missing},
    shapes={"MissingFactor": frozenset({"factor"})},
    not_compared={
        "FieldSensitivity": "worked out by a pure function of its own, whose properties are tested in "
        "`tests/domain/fields/`"
    },
    by_hand=frozenset({"candidate_field", "factor_score"}),
    rows=_rows,
)

"""Markets: sizes, research and needs, promotion, user feedback, and what customers pay."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, Value, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

EDITED: Final = {"edit": "market:write", "archive": "market:write"}
_SIZES: Final = ("tam", "sam", "som")


def _places(value: Fraction | Decimal | int, places: int) -> str:
    """A number with so many decimals, halves away from zero."""
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return str(Decimal(whole if exact >= 0 else -whole).scaleb(-places))


def _ratio(above: Any, below: Any, places: int) -> str | None:
    return None if above is None or not below else _places(Fraction(above) / Fraction(below), places)


def _of(above: str, below: str, places: int) -> Value:
    def told(plain: Plain, row: Row) -> Decimal | None:
        found = _ratio(row[above], row[below], places)
        return None if found is None else Decimal(found)

    return told


def _mentions(plain: Plain, need: Row) -> list[tuple[Row, Row]]:
    """The mentions of a need with their studies, none of them archived."""
    studies = {study["id"]: study for study in used(plain.table("research"))}
    found = used(plain.table("need_mention"), need_id=need["id"])
    return [(each, studies[each["research_id"]]) for each in found if each["research_id"] in studies]


def _mention_count(plain: Plain, need: Row) -> int:
    return sum(each["mentions"] for each, _ in _mentions(plain, need))


def _feedback_count(plain: Plain, need: Row) -> int:
    return len(used(plain.table("user_feedback"), need_id=need["id"]))


def _by(rows: Iterable[Row], *names: str) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return dict(sorted(groups.items()))


def _root(value: Fraction, years: int) -> Decimal:
    """The root of a fraction to six decimals, found by halving."""
    low, high = Fraction(0), max(value, Fraction(1))
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if middle**years <= value else (low, middle)
        high, low = (Fraction(int(each * 10**40), 10**40) for each in (high, low))
        if high - low < Fraction(1, 10**30):
            break
    return (Decimal(low.numerator) / Decimal(low.denominator)).quantize(Decimal("1e-12"), ROUND_HALF_UP)


def _grown(first: Row, last: Row, name: str) -> str | None:
    years = last["year"] - first["year"]
    if years < 1 or not first[name]:
        return None
    return _places(_root(Fraction(last[name]) / Fraction(first[name]), years) - 1, 6)


def _growth(plain: Plain, venture: Row) -> list[Row]:
    found = []
    for (currency,), sizes in _by(used(plain.table("market_size"), venture_id=venture["id"]), "currency").items():
        first, last = (end(sizes, key=lambda size: int(size["year"])) for end in (min, max))
        grown = {name: _grown(first, last, name) for name in _SIZES}
        found.append({"currency": currency, "fromYear": first["year"], "toYear": last["year"], **grown})
    return found


def _sum(rows: Iterable[Row], name: str) -> Any:
    known = [row[name] for row in rows if row[name] is not None]
    return sum(known) if known else None


def _told(value: Decimal | int | None) -> Any:
    return str(value) if isinstance(value, Decimal) else value


def _results(plain: Plain, venture: Row) -> list[Row]:
    found = []
    rows = used(plain.table("promotion"), venture_id=venture["id"])
    for (kind, currency), ones in _by(rows, "kind", "currency").items():

        def both(above: str, below: str, places: int, ones: list[Row] = ones) -> str | None:
            known = [one for one in ones if one[above] is not None and one[below] is not None]
            return _ratio(_sum(known, above), _sum(known, below), places)

        found.append(
            {"kind": kind.upper(), "currency": currency, "count": len(ones)}
            | {name: _told(_sum(ones, name)) for name in ("budget", "cost", "revenue", "leads", "conversions")}
            | {"costPerLead": both("cost", "leads", 2), "costPerConversion": both("cost", "conversions", 2)}
            | {"conversionRate": both("conversions", "leads", 6), "returnOnCost": both("revenue", "cost", 6)}
        )
    return found


def _concentration(plain: Plain, venture: Row) -> list[Row]:
    found = []
    today = plain.today(venture)
    months = {(today.year * 12 + today.month - 1 - ago) for ago in range(12)}
    rows = [
        row
        for row in used(plain.table("customer_revenue"), venture_id=venture["id"])
        if row["month"].day == 1 and row["month"].year * 12 + row["month"].month - 1 in months
    ]
    for (currency,), ones in _by(rows, "currency").items():
        paid = {customer: sum(one["amount"] for one in each) for (customer,), each in _by(ones, "customer").items()}
        whole = sum(paid.values())
        largest = max(sorted(paid), key=paid.__getitem__)
        found.append(
            {
                "currency": currency,
                "customers": len(paid),
                "revenue": str(whole),
                "largestCustomer": largest,
                "largestShare": _places(Fraction(paid[largest]) / Fraction(whole), 6),
                "hhi": _places(sum((Fraction(one) / Fraction(whole)) ** 2 for one in paid.values()), 6),
            }
        )
    return found


def _here(made: Made, venture: UUID, table: str) -> list[UUID]:
    return [row["id"] for row in made.rows.get(table, ()) if row["venture_id"] == venture]


def _rows(maker: Maker, made: Made) -> None:
    """Sizes in their order, needs with mentions, feedback that has become one thing at most, months of revenue."""
    dice = maker.dice
    for venture in made.ids("venture"):
        for year in dice.sample(range(2020, 2031), dice.randint(0, 4)):
            som, sam, tam = sorted(Decimal(dice.choice(["0", "1", "2.50", "999.99", "123456.75"])) for _ in _SIZES)
            given = {"year": year, "tam": tam, "sam": sam, "som": som, "currency": dice.choice(["EUR", "USD"])}
            maker.row(made, "market_size", venture_id=venture, **given)
        for _ in maker.some(0, 3):
            maker.row(made, "research", venture_id=venture, member_id=maker.maybe(made.ids("membership")))
        for _ in maker.some(0, 3):
            need = maker.row(made, "need", venture_id=venture, severity=dice.randint(1, 5))["id"]
            for study in _here(made, venture, "research"):
                if dice.random() < 0.6:
                    maker.row(made, "need_mention", venture_id=venture, need_id=need, research_id=study)
        for _ in maker.some(0, 5):
            became = dice.choice([None, "task", "risk", "need"])
            ends = {
                f"{word}_id": maker.maybe(_here(made, venture, word)) if word == became else None for word in _BECAME
            }
            ends |= {"member_id": maker.maybe(made.ids("membership")), "severity": dice.choice([None, 1, 3, 5])}
            maker.row(made, "user_feedback", venture_id=venture, **ends)
        for _ in maker.some(0, 4):
            leads = dice.choice([None, 0, 3, 40])
            given = {"leads": leads, "conversions": None if leads is None else dice.choice([None, 0, leads])}
            maker.row(made, "promotion", venture_id=venture, currency=dice.choice(["EUR", "USD"]), **given)
        paid = {(dice.choice("ABC"), maker.day().replace(day=1), dice.choice(["EUR", "USD"])) for _ in maker.some(0, 8)}
        for customer, month, currency in sorted(paid):
            given = {"customer": customer, "month": month, "currency": currency}
            given["amount"] = Decimal(dice.choice(["1", "2.50", "40"]))
            maker.row(made, "customer_revenue", venture_id=venture, **given)


_BECAME: Final = ("task", "risk", "need")

CHAPTER: Final = Chapter(
    types={
        "MarketSize": Type("market_size", "market_size", ("-year",), venture="venture_id"),
        "Research": Type("research", "research", ("-held_on",), venture="venture_id"),
        "Need": Type("need", "need", ("-severity",), venture="venture_id"),
        "NeedMention": Type("need_mention", "need_mention", venture="venture_id"),
        "Promotion": Type("promotion", "promotion", ("-start_on",), venture="venture_id"),
        "UserFeedback": Type("user_feedback", "user_feedback", ("-received_on",), venture="venture_id"),
        "CustomerRevenue": Type("customer_revenue", "customer_revenue", ("-month",), venture="venture_id"),
    },
    many={
        "Venture.marketSizes": Many("venture_id"),
        "Venture.research": Many("venture_id"),
        "Venture.needs": Many("venture_id"),
        "Venture.promotions": Many("venture_id"),
        "Venture.userFeedback": Many("venture_id"),
        "Venture.customerRevenues": Many("venture_id"),
        "Research.mentions": Many("research_id"),
        "Research.needs": Many(link="need_mention", here="research_id", there="need_id", order=("-severity",)),
        "Need.mentions": Many("need_id"),
        "Need.research": Many(link="need_mention", here="need_id", there="research_id", order=("-held_on",)),
        "Need.feedback": Many("need_id"),
        "Task.userFeedback": Many("task_id"),
        "Risk.userFeedback": Many("risk_id"),
    },
    can=dict.fromkeys(
        ("MarketSize", "Research", "Need", "NeedMention", "Promotion", "UserFeedback", "CustomerRevenue"), EDITED
    ),
    worked_out={
        "Need.mentionCount": _mention_count,
        "Need.researchCount": lambda plain, row: len(_mentions(plain, row)),
        "Need.askedCount": lambda plain, row: sum(study["participants"] for _, study in _mentions(plain, row)),
        "Need.feedbackCount": _feedback_count,
        "Need.importance": lambda plain, row: (
            row["severity"] * (_mention_count(plain, row) + _feedback_count(plain, row))
        ),
        "Promotion.costPerLead": _of("cost", "leads", 2),
        "Promotion.costPerConversion": _of("cost", "conversions", 2),
        "Promotion.conversionRate": _of("conversions", "leads", 6),
        "Promotion.returnOnCost": _of("revenue", "cost", 6),
    },
    listed={
        "Venture.marketGrowth": _growth,
        "Venture.promotionResults": _results,
        "Venture.revenueConcentration": _concentration,
    },
    shapes={
        "MarketGrowth": frozenset({"currency", "fromYear", "toYear", *_SIZES}),
        "PromotionResult": frozenset(
            {
                *("kind", "currency", "count", "budget", "cost", "revenue", "leads", "conversions", "costPerLead"),
                *("costPerConversion", "conversionRate", "returnOnCost"),
            }
        ),
        "RevenueConcentration": frozenset(
            {"currency", "customers", "revenue", "largestCustomer", "largestShare", "hhi"}
        ),
    },
    not_compared={
        "MarketGrowthAnswer": "worked out by a program; compared with SQL in `tests/domain/market/test_sizes.py`",
    },
    by_hand=frozenset(
        {"market_size", "research", "need", "need_mention", "promotion", "user_feedback", "customer_revenue"}
    ),
    rows=_rows,
)

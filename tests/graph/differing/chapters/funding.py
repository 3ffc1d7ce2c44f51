"""What is about to come to ventures, as the plain reference works it out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from domain.money.amortisation import LoanMethod, Terms, schedule_of
from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, Value

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

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


def _given(received: bool) -> Value:
    def given(plain: Plain, row: Row) -> Decimal:
        found = [one for one in plain.table("investment") if one["round_id"] == row["id"]]
        found = [one for one in found if one["archived_at"] is None and (one["received_on"] or not received)]
        return sum((one["amount"] for one in found), Decimal("0.00"))

    return given


def _schedule(plain: Plain, row: Row) -> list[Row]:
    """As the domain works it out in Python."""
    terms = Terms(
        *(row["principal"], row["annual_rate"], row["term_months"], LoanMethod(row["method"])),
        *(row["first_payment_on"], row["interest_only_months"]),
    )
    told = ("amount", "interest", "principal", "balance")
    return [
        {
            "number": one.number,
            "dueOn": one.due_on.isoformat(),
            **{name: str(getattr(one, name).quantize(Decimal("0.01"))) for name in told},
        }
        for one in schedule_of(terms)
    ]


def _latest(plain: Plain, row: Row) -> Row | None:
    found = [one for one in plain.rows("CashBalance", row["__then"]) if one["account_id"] == row["id"]]
    found = [one for one in found if one["archived_at"] is None]
    return max(found, key=lambda one: (one["balance_on"], one["id"]), default=None)


def _outlook(plain: Plain, row: Row) -> list[Row]:
    told = ("committed", "expected", "everything", "ended")
    return [{"monthEnd": one["month_end"], **{name: one.get(name) for name in told}} for one in row["outlook"] or []]


def _rows(maker: Maker, made: Made) -> None:
    """Loans whose terms fit together, and who lends."""
    for _ in maker.some(0, 3):
        maker.row(made, "investor")
    for venture in [each for each in made.ids("venture") for _ in maker.some(0, 2)]:
        months = maker.dice.randint(1, 40)
        terms = {"principal": maker.dice.choice([Decimal("0.01"), Decimal("999.99"), Decimal(250_000)])}
        terms |= {"annual_rate": maker.dice.choice([Decimal(0), Decimal("0.0375"), Decimal(1)]), "term_months": months}
        terms |= {"interest_only_months": maker.dice.randrange(months), "drawn_on": date(2026, 1, 31)}
        terms |= {"first_payment_on": maker.dice.choice([date(2026, 1, 31), date(2027, 2, 28)])}
        lender = maker.maybe(made.ids("investor"))
        maker.row(made, "loan", venture_id=venture, investor_id=lender, acquisition_id=None, **terms)


CHAPTER: Final = Chapter(
    types={
        "Investor": Type("investor", "investor", ("name",)),
        "FundingRound": Type("funding_round", "funding_round", ("planned_on",), venture="venture_id"),
        "Investment": Type("investment", "investment", ("-committed_on",), venture="venture_id"),
        "Loan": Type("loan", "loan", ("-drawn_on",), venture="venture_id"),
        "CashAccount": Type("cash_account", "cash_account", ("name",), venture="venture_id"),
        "ExchangeRate": Type("exchange_rate", "exchange_rate", ("-rate_on",)),
        "Acquisition": Type("acquisition", "acquisition", ("expected_on",), venture="venture_id"),
        "AcquisitionStep": Type(
            "acquisition_step", "acquisition_step", ("recorded_at", "id"), venture="venture_id", dated="recorded_at"
        ),
    },
    many={
        "Venture.fundingRounds": Many("venture_id", ("planned_on",)),
        "Venture.investments": Many("venture_id", ("-committed_on",)),
        "Venture.loans": Many("venture_id", ("-drawn_on",)),
        "Venture.cashAccounts": Many("venture_id", ("name",)),
        "Investor.investments": Many("investor_id", ("-committed_on",)),
        "Investor.loans": Many("investor_id", ("-drawn_on",)),
        "FundingRound.investments": Many("round_id", ("-committed_on",)),
        "CashAccount.balances": Many("account_id", ("-balance_on",)),
        "Venture.acquisitions": Many("venture_id", ("expected_on",)),
        "Resource.acquisitions": Many("resource_id", ("expected_on",)),
        "Milestone.acquisitions": Many("milestone_id", ("expected_on",)),
        "Acquisition.steps": Many("acquisition_id", ("recorded_at", "id")),
    },
    can={
        "Acquisition": dict.fromkeys(("edit", "archive", "move"), "resource:write"),
        **dict.fromkeys(
            ("Investor", "FundingRound", "Investment", "Loan", "CashAccount", "ExchangeRate"),
            dict.fromkeys(("edit", "archive"), "money:write"),
        ),
    },
    worked_out={
        "Acquisition.likelihood": _likelihood,
        "Acquisition.isOverdue": _is_late,
        "FundingRound.committed": _given(False),
        "FundingRound.received": _given(True),
    },
    related={"CashAccount.latestBalance": _latest},
    listed={
        "Venture.acquisitionConversion": _conversion,
        "Tenant.acquisitionConversion": _conversion,
        "Loan.schedule": _schedule,
        "Runway.outlook": _outlook,
    },
    subjects=("acquisition",),
    by_hand=frozenset({"investor", "loan"}),
    rows=_rows,
    shapes={
        "LoanPayment": frozenset({"number", "dueOn", "amount", "interest", "principal", "balance"}),
        "RunwayMonthEnd": frozenset({"monthEnd", "committed", "expected", "everything", "ended"}),
        "ChannelConversion": frozenset({"kind", "channel", "begun", "received", "lost", "underWay", "share"}),
    },
)

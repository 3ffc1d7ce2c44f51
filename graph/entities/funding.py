"""Who gives money, in which rounds, and what was borrowed with how it is paid back."""

from __future__ import annotations

from typing import Final

from domain.funding.tables import FundingRound, Investment, Investor, Loan
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, value, worked_out
from graph.language import Rows, Shape

_GIVEN: Final = (
    "(SELECT coalesce(sum(x.amount), 0)::numeric(24, 2) FROM investment x WHERE x.tenant_id = {{tenant}}"
    " AND x.round_id = {{row}}.id AND x.archived_at IS NULL{which})"
)
_COMMITTED, _RECEIVED = _GIVEN.format(which=""), _GIVEN.format(which=" AND x.received_on IS NOT NULL")

INVESTOR = entity(
    Investor,
    [
        columns(
            Investor,
            {
                "name": "What they are called.",
                "kind": "What kind of giver they are.",
                "note": "What else is known of them.",
            },
        ),
        column_field(Investor, "website", "Where one reads of them.", kind=kinds.ADDRESS),
        to_many("investments", "investment", "investor_id", "What they gave, the latest first.", "-committed_on"),
        to_many("loans", "loan", "investor_id", "What they have lent, the latest first.", "-drawn_on"),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("name",),
)

FUNDING_ROUND = entity(
    FundingRound,
    [
        columns(
            FundingRound,
            {
                "kind": "Which round it is.",
                "name": "What it is called.",
                "status": "Where it stands.",
                "currency": "Currency of all its money, by ISO 4217.",
                "planned_on": "The day on which its money is to be there.",
                "closed_on": "The day on which it was closed.",
                "note": "What else is known of it.",
            },
            codes=("currency",),
        ),
        column_field(
            FundingRound, "target_amount", "How much is to be raised, in the round's currency.", kind=kinds.AMOUNT
        ),
        column_field(
            FundingRound, "valuation", "What the venture is held to be worth before the money.", kind=kinds.AMOUNT
        ),
        worked_out("committed", "What was promised in it by now, in its currency.", kinds.AMOUNT, _COMMITTED),
        worked_out("received", "What of that has come, in its currency.", kinds.AMOUNT, _RECEIVED),
        to_one(FundingRound, "venture_id", "venture", "The venture that raises money."),
        to_one(FundingRound, "milestone_id", "milestone", "The milestone upon which it follows."),
        to_many("investments", "investment", "round_id", "What was given in it, the latest first.", "-committed_on"),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("planned_on",),
)

INVESTMENT = entity(
    Investment,
    [
        columns(
            Investment,
            {
                "instrument": "By which contract it is given.",
                "committed_on": "The day on which it was promised.",
                "expected_on": "The day on which it is to come; empty: that of the round.",
                "received_on": "The day on which it came.",
                "note": "What else is known of it.",
            },
        ),
        column_field(Investment, "amount", "How much, in the round's currency.", kind=kinds.AMOUNT),
        to_one(Investment, "venture_id", "venture", "The venture that gets it."),
        to_one(Investment, "round_id", "funding_round", "The round."),
        to_one(Investment, "investor_id", "investor", "Who gives it."),
        to_one(Investment, "acquisition_id", "acquisition", "The acquisition of funding that has become it."),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-committed_on",),
)


_PAYMENT: Final = Shape(
    name="LoanPayment",
    description="One payment of a loan, in the loan's currency.",
    fields=[
        value("number", "Counts the payments, from 1.", kinds.INT),
        value("due_on", "The day of it.", kinds.DATE),
        value("amount", "What is paid: interest and principal.", kinds.DECIMAL),
        value("interest", "Interest of what was owed before it.", kinds.DECIMAL),
        value("principal", "What is paid back.", kinds.DECIMAL),
        value("balance", "What is owed after it.", kinds.DECIMAL),
    ],
)

_REGULAR: Final = "({row}.term_months - {row}.interest_only_months)"
_MONTHLY: Final = "({row}.annual_rate / 12)::numeric(40, 34)"
_ANNUITY: Final = (
    f"(CASE WHEN {{row}}.annual_rate = 0 THEN round({{row}}.principal / {_REGULAR}, 2) ELSE"
    f" round({{row}}.principal * {_MONTHLY} / (1 - 1 / power(1 + {_MONTHLY}, {_REGULAR}::numeric)), 2) END)"
)


def _repaid(number: str, owed: str) -> str:
    """The principal in a payment: the last pays what is left."""
    return (
        f"(CASE WHEN {number} = {{row}}.term_months THEN {owed}"
        f" WHEN {number} <= {{row}}.interest_only_months OR {{row}}.method = 'bullet' THEN 0"
        f" WHEN {{row}}.method = 'linear' THEN least(round({{row}}.principal / {_REGULAR}, 2), {owed})"
        f" ELSE least({_ANNUITY} - {_interest(owed)}, {owed}) END)::numeric(18, 2)"
    )


def _interest(owed: str) -> str:
    return f"round({owed} * {{row}}.annual_rate / 12, 2)::numeric(18, 2)"


_SCHEDULE: Final = f"""
SELECT p.number, ({{row}}.first_payment_on + (p.number - 1) * interval '1 month')::date AS due_on,
    p.interest + p.principal AS amount, p.interest, p.principal, p.balance
FROM (WITH RECURSIVE payment AS (
    SELECT 1 AS number, {_interest("{row}.principal")} AS interest, {_repaid("1", "{row}.principal")} AS principal,
        ({{row}}.principal - {_repaid("1", "{row}.principal")})::numeric(18, 2) AS balance
    UNION ALL
    SELECT q.number + 1, {_interest("q.balance")}, {_repaid("(q.number + 1)", "q.balance")},
        (q.balance - {_repaid("(q.number + 1)", "q.balance")})::numeric(18, 2)
    FROM payment q WHERE q.number < {{row}}.term_months
) SELECT * FROM payment) p
"""
"""The same as `domain.money.amortisation`, to the cent."""

LOAN = entity(
    Loan,
    [
        columns(
            Loan,
            {
                "name": "What it is called.",
                "currency": "Currency of it, by ISO 4217.",
                "annual_rate": "Interest of a year as a share of what is owed: 0.06 is 6 %.",
                "term_months": "In how many monthly payments it is paid back.",
                "interest_only_months": "The first so many of these payments are interest alone.",
                "method": "How it is paid back.",
                "drawn_on": "The day on which the money comes or came.",
                "first_payment_on": "The day of the first payment.",
                "note": "What else is known of it.",
            },
            codes=("currency",),
        ),
        column_field(Loan, "principal", "How much is borrowed.", kind=kinds.AMOUNT),
        Rows(
            name="schedule",
            description="How it is paid back, payment by payment, at most 480; the last one pays what rounding left.",
            shape=_PAYMENT,
            sql=_SCHEDULE,
            order="{row}.number",
        ),
        to_one(Loan, "venture_id", "venture", "The venture that borrows."),
        to_one(Loan, "investor_id", "investor", "Who lends it."),
        to_one(Loan, "acquisition_id", "acquisition", "The acquisition of funding that has become it."),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-drawn_on",),
)

OF_VENTURE: Final = (
    to_many("funding_rounds", "funding_round", "venture_id", "Its rounds of funding, the first first.", "planned_on"),
    to_many("investments", "investment", "venture_id", "What was given to it, the latest first.", "-committed_on"),
    to_many("loans", "loan", "venture_id", "What it has borrowed, the latest first.", "-drawn_on"),
    to_many("cash_accounts", "cash_account", "venture_id", "Where its cash lies.", "name"),
)
"""What a venture has of it."""

ENTITIES = (INVESTOR, FUNDING_ROUND, INVESTMENT, LOAN)

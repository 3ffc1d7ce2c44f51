"""Costs, receipts and cash, and what workers keep of them: earned value and runway."""

from __future__ import annotations

from typing import Final

from domain.money.account_tables import CashAccount, ExchangeRate
from domain.money.tables import CashBalance, Cost, EarnedValue, Receipt, Runway
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, value
from graph.language import One, Rows, Shape, ToOne

UNKNOWN: Final = Shape(
    name="MissingFigure",
    description="A figure that is empty, or not as sure as it looks, and why.",
    fields=[value("name", "The figure, as its field is called in REST."), value("reason", "The reason, a code.")],
)

BURN: Final = Shape(
    name="MonthlyBurn",
    description="The net burn of one whole month.",
    fields=[
        value("month", "Its first day.", kinds.DATE),
        value("net_burn", "Costs less receipts without financing.", kinds.DECIMAL),
    ],
)

MONTH_END: Final = Shape(
    name="RunwayMonthEnd",
    description="What cash there will be at the end of a month, in the tenant's currency.",
    fields=[
        value("month_end", "The last day of it.", kinds.DATE),
        value("committed", "With committed inflows alone.", kinds.DECIMAL),
        value("expected", "With each planned inflow times its probability.", kinds.DECIMAL),
        value("everything", "With all of them in full.", kinds.DECIMAL),
        value(
            "ended",
            "How likely the cash has ended by then, from 0 to 1: each inflow that is not committed comes with its "
            "probability, between its expected and its latest day.",
            kinds.DECIMAL,
            nullable=True,
        ),
    ],
)


def _missing(column: str, description: str) -> Rows:
    return Rows(
        name=column,
        description=description,
        shape=UNKNOWN,
        sql=f"SELECT p.value ->> 'name' AS name, p.value ->> 'reason' AS reason"
        f" FROM jsonb_array_elements({{row}}.{column}) p",
        order="{row}.name, {row}.reason",
    )


EARNED: Final = Shape(
    name="EarnedValue",
    description="Earned value and earned schedule, in the tenant's currency and in months of the baseline. A figure "
    "that is not defined is empty, and `undefined` says why.",
    fields=[
        column_field(EarnedValue, name, text)
        for name, text in {
            "as_of_on": "The day at whose end all of it was so.",
            "bac": "Budget at completion: the sum of the milestones' budgets, without cancelled ones.",
            "pv": "Planned value: what was to be done by then, linear over the working days of each baseline.",
            "ev": "Earned value: budget times percent complete.",
            "ac": "Actual cost: all that is recorded.",
            "cv": "Cost variance: EV - AC.",
            "sv": "Schedule variance: EV - PV.",
            "cpi": "Cost performance: EV / AC.",
            "spi": "Schedule performance: EV / PV.",
            "eac": "Estimate at completion, if the cost performance lasts: BAC / CPI.",
            "eac_rest_at_plan": "Estimate at completion, if the rest costs what was planned: AC + (BAC - EV).",
            "eac_pressed": "Estimate at completion, if the date is to be kept: AC + (BAC - EV) / (CPI x SPI).",
            "etc": "Estimate to complete: EAC - AC.",
            "vac": "Variance at completion: BAC - EAC.",
            "tcpi": "Cost performance that the rest needs to keep the budget: (BAC - EV) / (BAC - AC).",
            "es_months": "Earned schedule: when what is earned by now was planned to be.",
            "at_months": "Actual time: the months that have passed, up to the finish.",
            "sv_t": "Schedule variance in time: ES - AT.",
            "spi_t": "Schedule performance in time: ES / AT.",
            "ieac_t_months": "Estimated duration in months: planned duration / SPI(t).",
            "inputs_hash": "Hash of what it was worked out from.",
            "computed_at": "When it was worked out.",
        }.items()
    ]
    + [_missing("undefined", "The figures that are not defined.")],
)

RUNWAY_SHAPE: Final = Shape(
    name="Runway",
    description="How long a venture's cash lasts, in the tenant's currency.",
    fields=[
        column_field(Runway, name, text)
        for name, text in {
            "as_of_on": "The day on which it was so.",
            "cash": "The latest recorded cash balance.",
            "cash_on": "The day of that balance.",
            "net_burn": "Costs less receipts without financing, a month: the mean of the last three whole months.",
            "months": "Cash / net burn; empty where more is earned than spent.",
            "state": "Whether it lives on its cash.",
            "cash_out_committed_on": "The day on which the cash ends, with committed inflows alone. A venture that "
            "earns more than it spends has one where what must be paid is more than there is.",
            "cash_out_expected_on": "The same with each planned inflow times its probability.",
            "cash_out_all_on": "The same with all planned inflows in full.",
            "cash_out_p10_on": "The day by which the cash has ended with a probability of 10 %, where each planned "
            "inflow comes or not; empty where that is less likely.",
            "debt_service": "What lenders get in the twelve months after that day; 0 where nothing is owed.",
            "debt_service_cover": "How many times operation brings that in: a year at the pace of the last three whole "
            "months, without lenders, divided by the debt service; under 1 the debt is not borne.",
            "largest_source": "From whom most of what is to come within a year comes, each by how likely it is: an "
            "investor, an acquisition or a loan.",
            "largest_share": "What share of it comes from there, from 0 to 1.",
            "net_new_arr": "By how much the annual recurring revenue has grown in the last three whole months: twelve "
            "times what customers paid that recurs for the last of them, less the same for the month before them. "
            "Empty where nothing recurred then.",
            "burn_multiple": "What was burnt in these months for each unit of it: net burn / net new ARR; from 2 on it "
            "is suspect, from 3 on bad. Empty where nothing is burnt or revenue has not grown.",
            "default_alive": "Whether receipts that grow as now cover the cost before the cash ends.",
            "inputs_hash": "Hash of what it was worked out from.",
            "computed_at": "When it was worked out.",
        }.items()
    ]
    + [
        Rows(
            name="burns",
            description="The net burn of the last whole months, at most seven, the latest last.",
            shape=BURN,
            sql="SELECT (p.value ->> 'month')::date AS month, (p.value ->> 'net_burn')::numeric AS net_burn"
            " FROM jsonb_array_elements({row}.burns) p",
            order="{row}.month",
        ),
        Rows(
            name="outlook",
            description="The balances at the ends of the next months, at most 24, on the three lines.",
            shape=MONTH_END,
            sql="SELECT (p.value ->> 'month_end')::date AS month_end, (p.value ->> 'committed')::numeric AS committed,"
            " (p.value ->> 'expected')::numeric AS expected, (p.value ->> 'everything')::numeric AS everything,"
            " (p.value ->> 'ended')::numeric AS ended"
            " FROM jsonb_array_elements(coalesce({row}.outlook, '[]')) p",
            order="{row}.month_end",
        ),
        _missing("missing", "What could not be known."),
    ],
)


def earned_value_of(description: str) -> One:
    """The earned value kept for a venture or a milestone."""
    return One(
        name="earned_value",
        description=description,
        shape=EARNED,
        sql="SELECT x.* FROM earned_value x WHERE x.tenant_id = {tenant} AND x.subject_id = {row}.id",
    )


RUNWAY: Final = One(
    name="runway",
    description="How long its cash lasts; empty until it has been worked out.",
    shape=RUNWAY_SHAPE,
    sql="SELECT x.* FROM runway x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id",
)

COST = entity(
    Cost,
    [
        columns(
            Cost,
            {
                "category": "What it was spent for, a code.",
                "amount": "How much, in the tenant's currency.",
                "spent_on": "The day of it.",
                "note": "What it was for.",
            },
            codes=("category",),
        ),
        to_one(Cost, "venture_id", "venture", "The venture that spent it."),
        to_one(Cost, "milestone_id", "milestone", "The milestone that it was spent on; empty: the venture in general."),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-spent_on",),
)

RECEIPT = entity(
    Receipt,
    [
        columns(
            Receipt,
            {
                "category": "Where it comes from.",
                "amount": "How much, in the tenant's currency.",
                "received_on": "The day of it.",
                "note": "What it was for.",
            },
        ),
        to_one(Receipt, "venture_id", "venture", "The venture that received it."),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-received_on",),
)

CASH_BALANCE = entity(
    CashBalance,
    [
        columns(
            CashBalance,
            {
                "balance_on": "The day at whose end it was there.",
            },
        ),
        column_field(
            CashBalance,
            "amount",
            "The cash, in the currency of its account; of no account in the tenant's.",
            kind=kinds.AMOUNT,
        ),
        to_one(CashBalance, "account_id", "cash_account", "The account on which it lies; empty: all of the free cash."),
        to_one(CashBalance, "venture_id", "venture", "The venture that had it."),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-balance_on",),
)

CASH_ACCOUNT = entity(
    CashAccount,
    [
        columns(
            CashAccount,
            {
                "name": "What it is called.",
                "currency": "Currency of its balances, by ISO 4217.",
                "restricted": "Whether its money cannot be spent freely; it is no part of the cash.",
                "note": "What else is known of it.",
            },
            codes=("currency",),
        ),
        to_one(CashAccount, "venture_id", "venture", "The venture whose account it is."),
        to_many("balances", "cash_balance", "account_id", "What lay on it, the latest first.", "-balance_on"),
        ToOne(
            name="latest_balance",
            description="What lay on it last.",
            to="cash_balance",
            on="{there}.account_id = {row}.id AND {there}.archived_at IS NULL",
            latest="{there}.balance_on DESC, {there}.id DESC",
        ),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("name",),
)

EXCHANGE_RATE = entity(
    ExchangeRate,
    [
        columns(
            ExchangeRate,
            {
                "from_currency": "The currency of which one unit was exchanged.",
                "to_currency": "The currency that was paid for it.",
                "rate": "How much of it was paid.",
                "rate_on": "The day of it.",
            },
            codes=("from_currency", "to_currency"),
        ),
        can(edit=Action.MONEY_WRITE, archive=Action.MONEY_WRITE),
    ],
    order=("-rate_on",),
)

ENTITIES = (COST, RECEIPT, CASH_BALANCE, CASH_ACCOUNT, EXCHANGE_RATE)

"""What earned value and runway are worked out from: read in one statement, now or as it was at an instant of the past.

Money has no versions: of the past, that counts which was recorded by then, as it is today; but an acquisition where it
stood then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import Decimal
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.calendars.reading import CALENDAR, laid_out
from domain.calendars.working_days import WorkingCalendar
from domain.kernel.work import Work
from domain.money.amortisation import LoanMethod, Terms
from domain.money.cash import Balance, Cash, cash_of
from domain.money.currencies import Rate, Rates
from domain.money.earned_value import Budgeted
from domain.money.efficiency import QUARTER, Recurring
from domain.money.pipeline import AcquisitionStatus, likelihood
from domain.money.planning import Borrowed, Expected, Plan, plan_of
from domain.money.runway import WHOLE_MONTHS, Month

FORMULAS: Final = 4
"""Counts the changes of how anything is worked out: the same inputs are worked out again after one."""

MARKED_BY: Final[frozenset[str]] = frozenset({"investor.updated"}) | frozenset(
    f"{word}.{verb}"
    for word in (
        *("cost", "receipt", "cash_balance", "cash_account", "milestone", "venture"),
        *("acquisition", "funding_round", "investment", "loan", "exchange_rate", "customer_revenue"),
    )
    for verb in ("created", "updated", "archived", "restored")
)
"""Types of events after which a venture's money is worked out again; that of all where the event has no venture."""

_NOW: Final = {
    "milestone": "milestone",
    "known": "x.archived_at IS NULL",
    "alive": "m.archived_at IS NULL",
    "of_account": "k.archived_at IS NULL",
    "of_round": "q.archived_at IS NULL",
    "has_become": "i.archived_at IS NULL",
    "stood": "x.status, x.status_on",
    "step": "",
}
_THEN: Final = {
    "milestone": "(SELECT g.* FROM milestone_history g WHERE g.tenant_id = :tenant AND g.valid_from <= :at"
    " AND (g.valid_to IS NULL OR g.valid_to > :at))",
    "known": "x.created_at <= :at AND (x.archived_at IS NULL OR x.archived_at > :at)",
    "alive": "m.archived_at IS NULL",
    "of_account": "k.created_at <= :at AND (k.archived_at IS NULL OR k.archived_at > :at)",
    "of_round": "q.created_at <= :at AND (q.archived_at IS NULL OR q.archived_at > :at)",
    "has_become": "i.created_at <= :at AND (i.archived_at IS NULL OR i.archived_at > :at)",
    "stood": "s.status, s.moved_on",
    "step": "JOIN LATERAL (SELECT g.status, g.moved_on FROM acquisition_step g WHERE g.tenant_id = :tenant"
    " AND g.acquisition_id = x.id AND g.recorded_at <= :at ORDER BY g.recorded_at DESC, g.id DESC LIMIT 1) s ON true",
}

_TODAY: Final = "(CAST(:at AS timestamptz) AT TIME ZONE t.time_zone)::date"
_OF_VENTURE: Final = "x.tenant_id = :tenant AND x.venture_id = v.id AND {known}"


def _sum(table: str, where: str) -> str:
    return f"COALESCE((SELECT sum(x.amount) FROM {table} x WHERE {where}), 0)::text"


def _by_month(table: str, day: str, **sums: str) -> str:
    """Sums of the months from the first one that is looked at: one pass over the venture's rows from there."""
    columns = ", ".join(f"sum(x.amount) FILTER (WHERE {which}) AS {name}" for name, which in sums.items())
    return f"""(SELECT date_trunc('month', x.{day}::timestamp) AS first, {columns} FROM {table} x
            WHERE {_OF_VENTURE} AND x.{day} >= ({_FIRST})::date GROUP BY 1)"""


_FIRST: Final = f"date_trunc('month', {_TODAY}::timestamp) - interval '{WHOLE_MONTHS} months'"
_SPENT: Final = _by_month("cost", "spent_on", spent="true", repaid="x.category = 'loan_repayment'")
_RECEIVED: Final = _by_month(
    "receipt", "received_on", received="x.category <> 'financing'", earned="x.category = 'revenue'"
)

_PAIR: Final = """(SELECT x.from_currency, x.to_currency FROM exchange_rate x WHERE x.tenant_id = :tenant AND {0}
            ORDER BY x.from_currency, x.to_currency LIMIT 1)"""
"""The first two currencies with a rate, of a condition: pairs are told without reading the rates of every day."""
_BEYOND: Final = "(x.from_currency, x.to_currency) > (p.of, p.other)"

_INPUTS: Final = f"""json_build_object(
    'today', {_TODAY}, 'zone', t.time_zone, 'calendar', {{calendar}},
    'milestones', array_to_json(ARRAY(SELECT json_build_array(m.id, m.budget::text, m.percent_complete,
            m.baseline_start_on, m.baseline_due_on, m.completed_on,
            {_sum("cost", f"{_OF_VENTURE} AND x.milestone_id = m.id AND x.spent_on <= {_TODAY}")})
        FROM {{milestone}} m WHERE m.tenant_id = :tenant AND m.venture_id = v.id AND {{alive}}
            AND m.budget IS NOT NULL AND m.status <> 'cancelled' ORDER BY m.id)),
    'cost', {_sum("cost", f"{_OF_VENTURE} AND x.spent_on <= {_TODAY}")},
    'first', LEAST((SELECT min(x.spent_on) FROM cost x WHERE {_OF_VENTURE}),
        (SELECT min(x.received_on) FROM receipt x WHERE {_OF_VENTURE})),
    'months', array_to_json(ARRAY(SELECT json_build_array(g.first::date,
            COALESCE(c.spent, 0)::text, COALESCE(r.received, 0)::text, COALESCE(r.earned, 0)::text,
            COALESCE(c.repaid, 0)::text)
        FROM generate_series({_FIRST}, {_FIRST} + interval '{WHOLE_MONTHS - 1} months', interval '1 month') g(first)
            LEFT JOIN {_SPENT} c ON c.first = g.first LEFT JOIN {_RECEIVED} r ON r.first = g.first
        ORDER BY g.first)),
    'recurring', array_to_json(ARRAY(SELECT json_build_array(x.month, sum(x.amount)::text, x.currency)
        FROM customer_revenue x WHERE {_OF_VENTURE} AND x.recurring AND x.month IN (
            (date_trunc('month', {_TODAY}::timestamp) - interval '1 month')::date,
            (date_trunc('month', {_TODAY}::timestamp) - interval '{1 + QUARTER} months')::date)
        GROUP BY x.month, x.currency ORDER BY x.month, x.currency)),
    'currency', t.currency,
    'accounts', array_to_json(ARRAY(SELECT json_build_array(w.balance_on, w.amount::text, w.currency) FROM (
        SELECT DISTINCT ON (x.account_id) x.account_id, x.balance_on, x.amount, k.currency FROM cash_balance x
            JOIN cash_account k ON k.tenant_id = :tenant AND k.id = x.account_id AND NOT k.restricted AND {{of_account}}
        WHERE {_OF_VENTURE} AND x.balance_on <= {_TODAY}
        ORDER BY x.account_id, x.balance_on DESC, x.id DESC) w ORDER BY w.account_id)),
    'balance', (SELECT json_build_array(x.balance_on, x.amount::text, t.currency) FROM cash_balance x
        WHERE {_OF_VENTURE} AND x.account_id IS NULL AND x.balance_on <= {_TODAY}
        ORDER BY x.balance_on DESC, x.id DESC LIMIT 1),
    'rates', array_to_json(ARRAY(WITH RECURSIVE pair(of, other) AS ({_PAIR.format("true")}
            UNION ALL SELECT n.* FROM pair p CROSS JOIN LATERAL {_PAIR.format(_BEYOND)} n)
        SELECT json_build_array(p.of, p.other, w.rate::text, w.rate_on) FROM pair p CROSS JOIN LATERAL (
            SELECT x.rate, x.rate_on FROM exchange_rate x WHERE x.tenant_id = :tenant AND x.from_currency = p.of
                AND x.to_currency = p.other AND {{known}} AND x.rate_on <= {_TODAY}
            ORDER BY x.rate_on DESC, x.id DESC LIMIT 1) w
        WHERE t.currency IN (p.of, p.other) ORDER BY p.of, p.other)),
    'acquisitions', array_to_json(ARRAY(SELECT json_build_array(x.kind = 'funding',
            CASE x.kind WHEN 'funding' THEN x.expected_amount ELSE x.cost END::text, COALESCE(x.currency, t.currency),
            x.expected_on, x.latest_on, x.probability::text, x.title, {{stood}})
        FROM acquisition x {{step}} WHERE {_OF_VENTURE} AND (x.kind = 'funding' OR x.cost IS NOT NULL)
            AND NOT EXISTS (SELECT FROM investment i WHERE i.tenant_id = :tenant AND i.acquisition_id = x.id
                AND {{has_become}})
            AND NOT EXISTS (SELECT FROM loan i WHERE i.tenant_id = :tenant AND i.acquisition_id = x.id
                AND {{has_become}})
        ORDER BY x.id)),
    'investments', array_to_json(ARRAY(SELECT json_build_array(x.amount::text, q.currency,
            COALESCE(x.expected_on, q.planned_on), x.received_on, n.name)
        FROM investment x JOIN investor n ON n.tenant_id = :tenant AND n.id = x.investor_id
            JOIN funding_round q ON q.tenant_id = :tenant AND q.id = x.round_id AND {{of_round}}
        WHERE {_OF_VENTURE} AND x.instrument <> 'loan' AND q.status <> 'cancelled' ORDER BY x.id)),
    'loans', array_to_json(ARRAY(SELECT json_build_array(x.principal::text, x.annual_rate::text, x.term_months,
            x.method, x.first_payment_on, x.interest_only_months, x.currency, x.drawn_on, x.name)
        FROM loan x WHERE {_OF_VENTURE} ORDER BY x.id)))"""

INPUTS: Final = _INPUTS.format(calendar=CALENDAR, **_NOW)
"""The inputs of a venture `v` of a tenant `t` as JSON for `MoneyInputs.of`. Takes `tenant` and `at`, the present."""

INPUTS_THEN: Final = _INPUTS.format(calendar=CALENDAR, **_THEN)
"""The same as of an instant `at` that has passed."""

_READ: Final = sa.text(f"""
    SELECT v.archived_at, {INPUTS} AS inputs FROM venture v JOIN tenant t ON t.id = :tenant
    WHERE v.tenant_id = :tenant AND v.id = :venture""")


@dataclass(frozen=True)
class MoneyInputs:
    """The inputs of one venture on one day. `costs` are of its milestones, `completed` when they were reached.

    Cash and plan are in the tenant's currency.
    """

    today: date
    zone: tzinfo
    calendar: WorkingCalendar
    milestones: tuple[Budgeted, ...]
    costs: Mapping[UUID, Decimal]
    completed: Mapping[UUID, date]
    cost: Decimal
    months: tuple[Month, ...]
    cash: Cash
    expected: tuple[Expected, ...]
    loans: tuple[Borrowed, ...]
    rates: Rates
    recurring: tuple[Recurring, ...]
    hash: str

    @classmethod
    def of(cls, stored: bytes | str) -> MoneyInputs:
        """From the JSON that `INPUTS` has read."""
        found: dict[str, Any] = orjson.loads(stored)  # Any: JSON
        calendar = found["calendar"]
        first = None if found["first"] is None else date.fromisoformat(found["first"]).replace(day=1)
        today, rates = date.fromisoformat(found["today"]), _rates(found)
        return cls(
            today,
            ZoneInfo(found["zone"]),
            laid_out(None if calendar is None else orjson.dumps(calendar)),
            tuple(_budgeted(row) for row in found["milestones"]),
            {UUID(row[0]): Decimal(row[-1]) for row in found["milestones"]},
            {UUID(row[0]): date.fromisoformat(row[-2]) for row in found["milestones"] if row[-2] is not None},
            Decimal(found["cost"]),
            tuple(month for row in found["months"] if first is not None and (month := _month(row)).first >= first),
            cash_of(_balances(found), rates, today),
            (*_acquisitions(found["acquisitions"]), *_investments(found["investments"])),
            tuple(_loan(row) for row in found["loans"]),
            rates,
            tuple(_recurring(row) for row in found["recurring"]),
            hashlib.sha256(orjson.dumps([FORMULAS, found], option=orjson.OPT_SORT_KEYS)).hexdigest(),
        )

    @property
    def seed(self) -> int:
        """Of the random numbers that are drawn for it: the first 63 bits of its hash."""
        return int(self.hash[:16], 16) >> 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing of money is recorded."""
        return not (self.milestones or self.cost or self.months or self.expected or self.loans or self.cash.on)

    @property
    def plan(self) -> Plan:
        """All that is planned to come and to be paid back."""
        return plan_of(self.expected, self.loans, self.rates, self.cash.on, self.today)


def _budgeted(row: list[Any]) -> Budgeted:
    id, budget, percent, start, finish, _, _ = row
    days = (None if day is None else date.fromisoformat(day) for day in (start, finish))
    return Budgeted(UUID(id), Decimal(budget), percent, *days)


def _month(row: list[str]) -> Month:
    first, *amounts = row
    return Month(date.fromisoformat(first), *map(Decimal, amounts))


def _recurring(row: list[str]) -> Recurring:
    month, amount, currency = row
    return Recurring(date.fromisoformat(month), Decimal(amount), currency)


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)


def _rates(found: dict[str, Any]) -> Rates:
    rates = [Rate(of, to, Decimal(rate), date.fromisoformat(on)) for of, to, rate, on in found["rates"]]
    return Rates(found["currency"], tuple(rates))


def _balances(found: dict[str, Any]) -> list[Balance]:
    """Of a venture that keeps accounts those of its accounts, else the one of all its cash."""
    rows = found["accounts"] or [found["balance"]]
    return [Balance(date.fromisoformat(on), Decimal(amount), currency) for on, amount, currency in filter(None, rows)]


def _acquisitions(rows: list[list[Any]]) -> Iterable[Expected]:
    """Funding that is under way or has come; of what is bought, that which is promised: it must be paid on its day."""
    for is_funding, told, currency, expected_on, latest_on, own, title, status, status_on in rows:
        stands = AcquisitionStatus(status)
        amount = None if told is None else Decimal(told)
        there = stands is AcquisitionStatus.RECEIVED
        committed = stands is AcquisitionStatus.COMMITTED
        if is_funding and stands is not AcquisitionStatus.LOST:
            chance = likelihood(stands, None if own is None else Decimal(own))
            on = status_on if there else expected_on
            latest = None if there else _day(latest_on)
            yield Expected(_day(on), amount, currency, chance, committed or there, there, title, latest)
        elif not is_funding and committed and amount:
            yield Expected(_day(expected_on), -amount, currency)


def _investments(rows: list[list[Any]]) -> Iterable[Expected]:
    for amount, currency, expected_on, received_on, investor in rows:
        there = received_on is not None
        yield Expected(
            _day(received_on if there else expected_on), Decimal(amount), currency, there=there, source=investor
        )


def _loan(row: list[Any]) -> Borrowed:
    principal, rate, months, method, first, free, currency, drawn_on, name = row
    day = date.fromisoformat(first)
    terms = Terms(Decimal(principal), Decimal(rate), months, LoanMethod(method), day, free)
    return Borrowed(terms, currency, date.fromisoformat(drawn_on), name)


async def read_inputs(work: Work, venture_id: UUID) -> MoneyInputs | None:
    """The inputs of a venture as they are now; None where it is archived or not there."""
    values = {"tenant": work.tenant_id, "venture": venture_id, "at": work.now}
    row = (await work.session.execute(_READ, values)).first()
    return None if row is None or row.archived_at is not None else MoneyInputs.of(row.inputs)

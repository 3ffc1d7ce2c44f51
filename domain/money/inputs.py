"""What earned value and runway are worked out from: read in one statement, now or as it was at an instant of the past.

Costs, receipts and balances have no versions: of the past, those count that were recorded by then, as they are today.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
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
from domain.money.earned_value import Budgeted
from domain.money.runway import WHOLE_MONTHS, Month

FORMULAS: Final = 1
"""Counts the changes of how anything is worked out: the same inputs are worked out again after one."""

MARKED_BY: Final[frozenset[str]] = frozenset(
    f"{word}.{verb}"
    for word in ("cost", "receipt", "cash_balance", "milestone", "venture")
    for verb in ("created", "updated", "archived", "restored")
)
"""Types of events after which a venture's money is worked out again."""

_NOW: Final = {
    "milestone": "milestone",
    "known": "x.archived_at IS NULL",
    "alive": "m.archived_at IS NULL",
}
_THEN: Final = {
    "milestone": "(SELECT g.* FROM milestone_history g WHERE g.tenant_id = :tenant AND g.valid_from <= :at"
    " AND (g.valid_to IS NULL OR g.valid_to > :at))",
    "known": "x.created_at <= :at AND (x.archived_at IS NULL OR x.archived_at > :at)",
    "alive": "m.archived_at IS NULL",
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
_SPENT: Final = _by_month("cost", "spent_on", spent="true")
_RECEIVED: Final = _by_month(
    "receipt", "received_on", received="x.category <> 'financing'", earned="x.category = 'revenue'"
)

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
            COALESCE(c.spent, 0)::text, COALESCE(r.received, 0)::text, COALESCE(r.earned, 0)::text)
        FROM generate_series({_FIRST}, {_FIRST} + interval '{WHOLE_MONTHS - 1} months', interval '1 month') g(first)
            LEFT JOIN {_SPENT} c ON c.first = g.first LEFT JOIN {_RECEIVED} r ON r.first = g.first
        ORDER BY g.first)),
    'balance', (SELECT json_build_array(x.balance_on, x.amount::text) FROM cash_balance x
        WHERE {_OF_VENTURE} AND x.balance_on <= {_TODAY} ORDER BY x.balance_on DESC, x.id DESC LIMIT 1))"""

INPUTS: Final = _INPUTS.format(calendar=CALENDAR, **_NOW)
"""The inputs of a venture `v` of a tenant `t` as JSON for `MoneyInputs.of`. Takes `tenant` and `at`, the present."""

INPUTS_THEN: Final = _INPUTS.format(calendar=CALENDAR, **_THEN)
"""The same as of an instant `at` that has passed."""

_READ: Final = sa.text(f"""
    SELECT v.archived_at, {INPUTS} AS inputs FROM venture v JOIN tenant t ON t.id = :tenant
    WHERE v.tenant_id = :tenant AND v.id = :venture""")


@dataclass(frozen=True)
class MoneyInputs:
    """The inputs of one venture on one day. `costs` are of its milestones, `completed` when they were reached."""

    today: date
    zone: tzinfo
    calendar: WorkingCalendar
    milestones: tuple[Budgeted, ...]
    costs: Mapping[UUID, Decimal]
    completed: Mapping[UUID, date]
    cost: Decimal
    months: tuple[Month, ...]
    cash: Decimal | None
    cash_on: date | None
    hash: str

    @classmethod
    def of(cls, stored: bytes | str) -> MoneyInputs:
        """From the JSON that `INPUTS` has read."""
        found: dict[str, Any] = orjson.loads(stored)  # Any: JSON
        calendar = found["calendar"]
        first = None if found["first"] is None else date.fromisoformat(found["first"]).replace(day=1)
        balance = found["balance"]
        return cls(
            date.fromisoformat(found["today"]),
            ZoneInfo(found["zone"]),
            laid_out(None if calendar is None else orjson.dumps(calendar)),
            tuple(_budgeted(row) for row in found["milestones"]),
            {UUID(row[0]): Decimal(row[-1]) for row in found["milestones"]},
            {UUID(row[0]): date.fromisoformat(row[-2]) for row in found["milestones"] if row[-2] is not None},
            Decimal(found["cost"]),
            tuple(month for row in found["months"] if first is not None and (month := _month(row)).first >= first),
            None if balance is None else Decimal(balance[1]),
            None if balance is None else date.fromisoformat(balance[0]),
            hashlib.sha256(orjson.dumps([FORMULAS, found], option=orjson.OPT_SORT_KEYS)).hexdigest(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing of money is recorded."""
        return not (self.milestones or self.cost or self.months) and self.cash is None


def _budgeted(row: list[Any]) -> Budgeted:
    id, budget, percent, start, finish, _, _ = row
    days = (None if day is None else date.fromisoformat(day) for day in (start, finish))
    return Budgeted(UUID(id), Decimal(budget), percent, *days)


def _month(row: list[str]) -> Month:
    first, *amounts = row
    return Month(date.fromisoformat(first), *map(Decimal, amounts))


async def read_inputs(work: Work, venture_id: UUID) -> MoneyInputs | None:
    """The inputs of a venture as they are now; None where it is archived or not there."""
    values = {"tenant": work.tenant_id, "venture": venture_id, "at": work.now}
    row = (await work.session.execute(_READ, values)).first()
    return None if row is None or row.archived_at is not None else MoneyInputs.of(row.inputs)

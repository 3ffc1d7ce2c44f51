"""Money of ventures: earned value and runway, worked out when something of it has changed, and at each midnight.

Plans and months move with time, so a venture of which something is recorded is due again when its tenant's next day
begins. The inputs are read in one statement and worked out in a thread of their own outside any transaction; the same
inputs are not worked out twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.calendars.working_days import start_of_day
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.storing import store_computed
from domain.kernel.work import Work, unit_of_work
from domain.money.inputs import MoneyInputs, read_inputs
from domain.money.runway import Found
from domain.money.tables import EarnedValue, Runway
from domain.money.working_out import EarnedFound, MoneyFound, work_out
from workers.claims import Claim, Queue
from workers.consequences import mark_ventures
from workers.running import claim_each, run_one

MONEY = Queue.of_work("money", lease=timedelta(minutes=5))
AT_A_TURN = 10

EARNED: sa.Table = EarnedValue.__table__  # type: ignore[attr-defined]  # set by the mapper
RUNWAY: sa.Table = Runway.__table__  # type: ignore[attr-defined]  # set by the mapper


async def work_out_money(runtime: Runtime, tenant_id: UUID) -> int:
    """Work out the money of some of a tenant's due ventures. Answers how many."""
    return await claim_each(runtime, tenant_id, MONEY, AT_A_TURN, partial(_work_out, runtime, tenant_id))


async def _work_out(runtime: Runtime, tenant_id: UUID, one: Claim) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        inputs = await read_inputs(work, one.key)
        stored = sa.select(RUNWAY.c.inputs_hash).where(RUNWAY.c.tenant_id == tenant_id, RUNWAY.c.venture_id == one.key)
        known = (await work.session.execute(stored)).scalar_one_or_none()
    nothing = inputs is None or (inputs.is_empty and known is None)
    found: MoneyFound | None = None

    async def ahead() -> None:
        nonlocal found
        if inputs is not None and not nothing and inputs.hash != known:
            found = await asyncio.to_thread(work_out, inputs)

    async def store(work: Work, one: Claim) -> datetime | None:
        if inputs is None or nothing:
            return None
        if found is not None:
            await _store(work, one.key, inputs, found)
        return start_of_day(inputs.today + timedelta(days=1), inputs.zone)

    await run_one(runtime, tenant_id, MONEY, store, one, ahead=ahead)


async def _store(work: Work, venture_id: UUID, inputs: MoneyInputs, found: MoneyFound) -> None:
    common = {"as_of_on": inputs.today, "inputs_hash": inputs.hash, "computed_at": work.now}
    subjects = {venture_id: found.venture, **found.milestones}
    rows = [
        {
            "subject_id": id,
            "venture_id": venture_id,
            "milestone_id": None if id == venture_id else id,
            **_earned(earned),
            **common,
        }
        for id, earned in subjects.items()
    ]
    await store_computed(work, EARNED, {}, *rows, each=["subject_id"])
    gone = sa.text(
        "DELETE FROM earned_value WHERE tenant_id = :tenant AND venture_id = :venture"
        " AND subject_id <> ALL(CAST(:kept AS uuid[]))"
    )
    await work.session.execute(gone, {"tenant": work.tenant_id, "venture": venture_id, "kept": list(subjects)})
    await store_computed(work, RUNWAY, {"venture_id": venture_id}, _runway(found.runway) | common)
    await mark_ventures(work, [venture_id])


def _earned(earned: EarnedFound) -> dict[str, Any]:  # Any: columns of different types
    values: dict[str, Any] = {}
    for part in (earned.figures, earned.schedule):
        names = [each.name for each in fields(part) if each.name != "undefined"]
        values |= {name: _fitting(EARNED.c[name], getattr(part, name)) for name in names}
    undefined: Mapping[str, str] = {**earned.figures.undefined, **earned.schedule.undefined}
    return values | {"undefined": [{"name": name, "reason": str(why)} for name, why in sorted(undefined.items())]}


def _runway(found: Found) -> dict[str, Any]:  # Any: columns of different types
    return {
        "state": found.state,
        "cash": found.cash,
        "cash_on": found.cash_on,
        "net_burn": _fitting(RUNWAY.c.net_burn, found.net_burn),
        "months": _fitting(RUNWAY.c.months, found.months),
        "cash_out_committed_on": found.lines.committed_on,
        "cash_out_expected_on": found.lines.expected_on,
        "cash_out_all_on": found.lines.all_on,
        "default_alive": found.default_alive,
        "burns": [{"month": each.first.isoformat(), "net_burn": str(each.net_burn)} for each in found.burns],
        "missing": [{"name": each.name, "reason": each.reason} for each in found.missing],
        "debt_service": _fitting(RUNWAY.c.debt_service, found.debt_service),
        "debt_service_cover": _fitting(RUNWAY.c.debt_service_cover, found.debt_service_cover),
        "largest_source": found.largest_source,
        "largest_share": _fitting(RUNWAY.c.largest_share, found.largest_share),
        "net_new_arr": found.net_new_arr,
        "burn_multiple": _fitting(RUNWAY.c.burn_multiple, found.burn_multiple),
        "cash_out_p10_on": found.p10_on,
        "outlook": [
            {"month_end": each.on.isoformat()}
            | {name: str(round(getattr(each, name), 2)) for name in ("committed", "expected", "everything")}
            | {"ended": str(each.ended)}
            for each in found.outlook
        ],
    }


def _fitting(column: sa.Column[Any], value: Decimal | None) -> Any:
    """A number with as many decimals as its column holds."""
    assert isinstance(column.type, sa.Numeric)
    return None if value is None else round(value, column.type.scale)

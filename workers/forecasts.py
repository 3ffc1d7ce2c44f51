"""Forecasts: worked out when something of the ventures that hang together has changed, and every night.

Ventures whose milestones depend on one another's are drawn in one go, under the smallest of their ids: a mark on
another of them is passed on to that one, so no two workers draw the same at once. They are read in one statement, drawn
in a process of their own outside any transaction, and stored where the lease is still ours and the inputs are still the
same; else they are drawn again. The same inputs are not drawn twice; the day counts among them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from domain.forecasting.connecting import Connected, read_connected, ventures_after
from domain.forecasting.drafting import Draft, draft_of
from domain.forecasting.keeping import store_forecasts
from domain.forecasting.outcome import Outcome, work_out
from domain.forecasting.reading import read_facts
from domain.kernel.faults import crash_point
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from workers.claims import Claim, Queue, claim, finish
from workers.consequences import mark_ventures
from workers.running import give_up, run_one

FORECASTS: Final = Queue.of_work("forecast", lease=timedelta(minutes=5))
AT_A_TURN: Final = 5
LONGEST_SECONDS: Final = 200.0
"""How long a run may draw: less than its deadline."""

LONGEST_TURN: Final = 60.0
"""Seconds after which a turn begins no further run: what it has claimed must be stored within its lease."""


async def work_out_forecasts(runtime: Runtime, tenant_id: UUID) -> int:
    """Work out some of a tenant's due forecasts. Answers how many were due."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        claims = await claim(work, FORECASTS, AT_A_TURN)
        connected = await read_connected(work, [one.key for one in claims]) if claims else {}
        owned = await _pass_on(work, claims, connected)
    begun = time.monotonic()
    for number, one in enumerate(owned):
        if time.monotonic() - begun > LONGEST_TURN:
            await give_up(runtime, tenant_id, FORECASTS, owned[number:])
            break
        try:
            await _work_out(runtime, tenant_id, one, connected[one.key])
        except BaseException:
            await give_up(runtime, tenant_id, FORECASTS, owned[number:])
            raise
    return len(claims)


async def _pass_on(work: Work, claims: Sequence[Claim], connected: Mapping[UUID, Connected]) -> list[Claim]:
    """Pass marks on to those under whose ids sets are worked out; answers the claims that are to be worked out.

    Of an archived venture nothing is worked out.
    """
    owned = [one for one in claims if one.key in connected and connected[one.key].owner == one.key]
    others = [one for one in claims if one not in owned]
    owners = {connected[one.key].owner for one in others if one.key in connected}
    await work.mark(FORECASTS.name, list(owners - {one.key for one in owned}))
    for one in others:
        await finish(work, FORECASTS, one, None)
    return owned


async def _work_out(runtime: Runtime, tenant_id: UUID, one: Claim, connected: Connected) -> None:
    read: Draft | None = None
    outcome: Outcome | None = None

    async def ahead() -> None:
        nonlocal read, outcome
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            read = await _read(work, connected)
        crash_point("forecast.after_reading")
        if not read.is_stored:
            outcome = await runtime.computing.run(LONGEST_SECONDS, work_out, read)

    async def store(work: Work, one: Claim) -> datetime | None:
        assert read is not None
        if outcome is not None:
            if (await _read(work, connected)).inputs_hash != read.inputs_hash:
                return work.now  # something was changed meanwhile: all of it is drawn again
            ventures = list(connected.ventures)
            await store_forecasts(work, ventures, outcome)
            crash_point("forecast.before_commit")
            await mark_ventures(work, ventures)
            await work.mark(FORECASTS.name, ventures[1:], read.facts.until)
            if not connected.is_whole:  # others have entered what was forecast here before
                await work.mark(FORECASTS.name, await ventures_after(work, ventures))
        return read.facts.until

    await run_one(runtime, tenant_id, FORECASTS, store, one, ahead=ahead)


async def _read(work: Work, connected: Connected) -> Draft:
    facts = await read_facts(work, connected.ventures)

    def draft() -> Draft:
        drafted = draft_of(facts, connected.of)
        assert drafted.inputs_hash  # worked out here, and not in the event loop
        return drafted

    return await asyncio.to_thread(draft)

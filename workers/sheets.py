"""Bringing sheets in: one long transaction of whoever asked, whose progress is told in short ones beside it.

A killed worker leaves nothing of it, and is followed by one that begins anew from the stored bytes. What is told beside
it also renews the lease and hears of a cancellation. The end of the run is stored in the transaction of its effect, and
only by whoever still has the lease: so the lines are there once, or not at all.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlmodel import col

import domain.commands  # noqa: F401  # sheets are brought in by commands
from domain.kernel.counting import count_up
from domain.kernel.errors import Busy, DomainError
from domain.kernel.faults import crash_point
from domain.kernel.ids import external_id
from domain.kernel.outages import is_outage
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.sheets.acting import principal_of
from domain.sheets.bringing import Bringing, Tally
from domain.sheets.commands import KEPT, WORK, end_sheet
from domain.sheets.entities import Importable, importables
from domain.sheets.headings import EXTERNAL_ID, OWN_ID, Column, match_headings, missing_fields
from domain.sheets.lines import Reading
from domain.sheets.opening import Line, open_sheet
from domain.sheets.problems import BadSheet, Problems, SheetProblem, TooManyProblems
from domain.sheets.tables import OPEN, UNDER_WAY, SheetImport, SheetState
from graph.language import Field
from graph.registry import BY_WORD
from workers.claims import Claim, LeaseLost, Queue, fail, finish, renew
from workers.running import claim_each
from workers.spooling import Spool

SHEETS: Final = Queue.of_work(WORK, lease=timedelta(minutes=2))
SLICE: Final = 250
"""Lines that are written at once."""

TELL_SECONDS: Final = 1.0
"""How often progress is told."""

log = structlog.get_logger(__name__)


class Ended(Exception):
    """The import was cancelled, or is another worker's by now: whatever was done is rolled back."""


class _Kept(Exception):
    """The lines are not to stay."""


@dataclass
class _Run:
    """What a run has seen so far."""

    lines: int = 0
    tally: Tally = field(default_factory=Tally)
    columns: list[Column] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)


async def import_sheets(runtime: Runtime, tenant_id: UUID) -> int:
    """Bring a sheet of the tenant in, where one is due. Answers whether there was one."""

    async def act(claim: Claim) -> None:
        await _run(runtime, tenant_id, claim)

    return await claim_each(runtime, tenant_id, SHEETS, 1, act)


async def expire_sheets(runtime: Runtime, tenant_id: UUID) -> int:
    """Throw away the sheets of a tenant that nobody has started in time. Answers how many."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        statement = sa.select(SheetImport).where(
            col(SheetImport.tenant_id) == tenant_id,
            col(SheetImport.state).in_(OPEN),
            col(SheetImport.created_at) <= work.now - KEPT,
        )
        over = (await work.session.execute(statement.with_for_update(key_share=True))).scalars().all()
        for found in over:
            await end_sheet(work, found, SheetState.CANCELLED)
        return len(over)


async def _run(runtime: Runtime, tenant_id: UUID, claim: Claim) -> None:
    ids = {"tenant_id": str(tenant_id), "sheet_import_id": str(claim.key)}
    try:
        begun = await _begin(runtime, tenant_id, claim)
        if begun is not None:
            await _bring(runtime, tenant_id, claim, *begun)
    except Ended:
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            await finish(work, SHEETS, claim, None)
    except LeaseLost:
        log.warning("sheet was taken over by another worker", **ids)
    except Exception as error:
        if is_outage(error):
            raise  # the database is away: that is no fault of the sheet
        log.warning("bringing a sheet in failed", error=type(error).__name__, **ids, exc_info=True)
        await _failed(runtime, tenant_id, claim, error)


async def _begin(runtime: Runtime, tenant_id: UUID, claim: Claim) -> tuple[SheetImport, Principal] | None:
    """Say that it runs, and find out as whom. None where there is nothing to do any more."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        found = await _held(work, claim.key)
        if found is None:
            await finish(work, SHEETS, claim, None)
            return None
        found.state, found.started_at, found.lines_done = SheetState.RUNNING, work.now, 0
        try:
            return found, await principal_of(work, found.acting)
        except DomainError as error:
            run = _Run()
            run.problems.add([SheetProblem(None, None, None, error.code, error.message)])
            await _store(work, found, run)
            await finish(work, SHEETS, claim, None)
            return None


async def _bring(runtime: Runtime, tenant_id: UUID, claim: Claim, found: SheetImport, principal: Principal) -> None:
    run = _Run()
    try:
        async with unit_of_work(runtime, principal, request_id=external_id("sheet_import", found.id)) as work:
            await _lines(runtime, work, claim, found, run)
            if run.problems.count or found.dry_run:
                raise _Kept
            crash_point("sheet.before_done")
            held = await _held(work, claim.key)
            if held is None:
                raise Ended
            await _store(work, held, run)
            await work.flush()
            await finish(work, SHEETS, claim, None)
    except (_Kept, TooManyProblems):
        pass
    except BadSheet as error:
        _add(run, error.problem)
    except Busy:
        raise
    except DomainError as error:
        _add(run, SheetProblem(None, None, None, error.code, error.message))
    else:
        crash_point("sheet.after_done")
        return
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        held = await _held(work, claim.key)
        if held is not None:
            await _store(work, held, run)
            await work.flush()
        await finish(work, SHEETS, claim, None)


async def _lines(runtime: Runtime, work: Work, claim: Claim, found: SheetImport, run: _Run) -> None:
    """Bring in all lines of the sheet."""
    entity = importables()[found.entity]
    spool = Spool(runtime, work.tenant_id, found.id, found.size)
    lines = open_sheet(spool, found.format, found.encoding)
    (headings,) = await asyncio.to_thread(_next, lines, 1) or (None,)
    if headings is None:
        raise BadSheet("is empty: its first line must have the headings")
    run.columns, wrong = match_headings(entity, headings.cells, found.columns, headings.number, _shown(entity))
    wrong += _missing(entity, run.columns, found, headings.number)
    run.problems.add(wrong)
    if wrong:
        return
    bringing = Bringing(work, Reading(entity, run.columns, found.venture_id), found.id, found.source, run.problems)
    bringing.check_permissions()
    run.tally = bringing.tally
    told = time.monotonic()
    while slice_ := await asyncio.to_thread(_next, lines, SLICE):
        run.lines += len(slice_)
        await bringing.bring(slice_)
        crash_point("sheet.after_slice")
        if time.monotonic() - told >= TELL_SECONDS:
            await tell(runtime, work.tenant_id, claim, run)
            told = time.monotonic()
    await count_up(work)


def _next(lines: Iterator[Line], most: int) -> list[Line]:
    return list(islice(lines, most))


def _shown(entity: Importable) -> list[str]:
    """What an export of the type shows."""
    shown = BY_WORD.get(entity.word)
    return [] if shown is None else [member.name for member in shown.members if isinstance(member, Field)]


def _missing(entity: Importable, columns: list[Column], found: SheetImport, line: int) -> list[SheetProblem]:
    if {column.field for column in columns} & {OWN_ID, EXTERNAL_ID}:
        return []  # lines may change what is there
    given = frozenset({"venture_id"} if found.venture_id is not None else ())
    return [
        SheetProblem(line, None, name, "REQUIRED", f"no column fills {name}, which every {entity.word} needs")
        for name in missing_fields(entity, columns, given)
    ]


async def tell(runtime: Runtime, tenant_id: UUID, claim: Claim, run: _Run) -> None:
    """Tell how far it is, keep the lease, and hear whether it is to go on. Raises `Ended` and `LeaseLost`."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        held = await _held(work, claim.key)
        if held is None:
            raise Ended
        held.lines_done, held.problem_count = run.lines, run.problems.count
        await work.flush()
        await renew(work, SHEETS, claim)


async def _store(work: Work, found: SheetImport, run: _Run) -> None:
    """The end of a run: its report, and what follows for the sheet."""
    found.lines_done = found.lines_total = run.lines
    found.made, found.changed, found.unchanged = run.tally.made, run.tally.changed, run.tally.unchanged
    found.mapping = [column.told() for column in run.columns]
    found.problem_count = run.problems.count
    found.problems = [problem.told() for problem in run.problems.found]
    told: dict[str, Any] = {"lines": run.lines, "made": found.made, "changed": found.changed}
    told |= {"problems": found.problem_count, "dry_run": found.dry_run}
    if found.dry_run:
        found.state, found.finished_at = SheetState.CHECKED, work.now
    else:
        await end_sheet(work, found, SheetState.FAILED if run.problems.count else SheetState.DONE)
    work.record(f"sheet_import.{found.state}", ("sheet_import", found.id), after=told, venture_id=found.venture_id)


async def _held(work: Work, id: UUID) -> SheetImport | None:
    """The import, held; None where it is over or cancelled."""
    statement = sa.select(SheetImport).where(
        col(SheetImport.tenant_id) == work.tenant_id, col(SheetImport.id) == id, col(SheetImport.state).in_(UNDER_WAY)
    )
    return (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()


async def _failed(runtime: Runtime, tenant_id: UUID, claim: Claim, error: Exception) -> None:
    """After the last attempt the import has failed."""
    try:
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            found = await _held(work, claim.key)
            if found is not None and claim.attempts >= SHEETS.attempts:
                run = _Run()
                _add(run, SheetProblem(None, None, None, "INTERNAL", "it could not be brought in; try again later"))
                await _store(work, found, run)
                await work.flush()
            await fail(work, SHEETS, claim, f"{type(error).__name__}: {error}")
    except LeaseLost:
        log.warning("sheet was taken over by another worker", tenant_id=str(tenant_id))


def _add(run: _Run, problem: SheetProblem) -> None:
    try:
        run.problems.add([problem])
    except TooManyProblems:
        return

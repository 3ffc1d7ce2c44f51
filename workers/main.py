"""`milepost worker`: one process, all stations or some, until it is asked to end."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
from collections.abc import Coroutine, Iterable
from functools import partial
from typing import Any
from uuid import UUID

import structlog
import uvloop
from sqlalchemy.exc import ProgrammingError

import domain.everything  # noqa: F401  # every table is known
from domain.kernel.checks import UnusableDatabase, check_database
from domain.kernel.logs import configure_logging
from domain.kernel.outages import is_outage
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings, SettingsError
from domain.tenancy.plans import settle_plans
from graph.schema.roots import make_schema
from graph.selections import PayloadDocuments
from workers.acceptances import tend_acceptances
from workers.archiving import export_some
from workers.confirmations import CONFIRMATIONS
from workers.deliveries import Deliveries
from workers.digests import send_digests
from workers.ending_keys import tell_of_ending_keys
from workers.erasing import erase_due
from workers.erasing_people import erase_people
from workers.exposures import work_out_exposures
from workers.finding import Found, tenants_with_due
from workers.forecasts import work_out_forecasts
from workers.importing import import_some
from workers.invitations import INVITATIONS
from workers.letters import send_letters
from workers.lines import Line, Outage, Station, wait_for
from workers.mailing import Mailer
from workers.money import work_out_money
from workers.monitor import AT_A_TURN as MONITORED
from workers.monitor import monitor
from workers.progress import report_progress
from workers.pulls import pull
from workers.relay import relay
from workers.replays import replay_some
from workers.rescoring import rescore_risks
from workers.reviews import gather, plan
from workers.sealing import seal
from workers.selections import read_selections
from workers.sheets import import_sheets
from workers.targets import CHATS, MAILS
from workers.trends import work_out_trends
from workers.upkeep import keep_up, make_partitions
from workers.watchdog import Watchdog

LOOK_SECONDS = 1.0
UPKEEP_SECONDS = 600.0
PLANS_SECONDS = 3.0
PATIENCE_SECONDS = 7.0
"""How long what is held may take to end; the process is gone within 10 seconds of being asked."""

BLOCKED_SECONDS = 20.0
"""How long the event loop may stand still: less than any lease."""

STATIONS = (
    "relay",
    "selections",
    "monitor",
    "forecasts",
    "reviews",
    "deliveries",
    "channels",
    "letters",
    "jobs",
    "sheets",
    "upkeep",
)

JOBS = frozenset({"acceptance", "rescore", "pull", "replay", "export", "import", "person_erasure"})
"""Kinds of work of the station `jobs`."""

ARCHIVED = ("export", "import", "person_erasure")
"""Kinds of work about archives and what is held of people."""

log = structlog.get_logger(__name__)


def run(settings: Settings, only: Iterable[str] | None = None) -> None:
    """Work until SIGTERM or SIGINT. Raises `SettingsError` for a station that there is not."""
    names = frozenset(only or STATIONS)
    if unknown := sorted(names - set(STATIONS)):
        raise SettingsError(f"there is no station {', '.join(unknown)}; there are: {', '.join(STATIONS)}")
    configure_logging(settings)
    try:
        runtime = Runtime.of(settings)
        runtime.selections = PayloadDocuments(runtime, make_schema)
        uvloop.run(_work(runtime, names))
    except UnusableDatabase as error:
        sys.exit(f"milepost worker: {error}")


async def _work(runtime: Runtime, names: frozenset[str]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    watchdog = Watchdog(BLOCKED_SECONDS)
    watchdog.start()
    beating = asyncio.create_task(watchdog.beat())
    try:
        await _await_database(runtime, stop)
        if not stop.is_set():
            log.info("ready", stations=sorted(names))
            await Process(runtime, names).run(stop)
    finally:
        beating.cancel()
        await _within(runtime.close(), 2)
    log.info("ended")


async def _await_database(runtime: Runtime, stop: asyncio.Event) -> None:
    """Wait until the database is there and migrated, see that it is fit, and make partitions before anything else."""
    outage = Outage("database")
    while not stop.is_set():
        try:
            await check_database(runtime.database)
            await make_partitions(runtime)
            outage.over()
            return
        except (UnusableDatabase, asyncio.CancelledError):
            raise
        except Exception as error:
            if not is_outage(error) and not isinstance(error, ProgrammingError):
                raise
            await wait_for(stop, outage.next_pause(error))


class Process:
    """The stations of one process."""

    def __init__(self, runtime: Runtime, names: frozenset[str]) -> None:
        self._runtime = runtime
        self._names = names
        self._deliveries = Deliveries(runtime, on_room=partial(self._room_for, "deliveries"))
        room = partial(self._room_for, "channels")
        self._chats = Deliveries(runtime, on_room=room, targets=CHATS)
        self._mails = Deliveries(runtime, on_room=room, targets=MAILS)
        self._mailer = Mailer(runtime.settings)
        self._lines = [Line(station) for station in self._stations() if station.name in names]

    def _stations(self) -> list[Station]:
        return [
            Station("relay", "event", frozenset({"relay"}), self._relay, at_once=2),
            Station("selections", "work", frozenset({"selection"}), self._select, at_once=2),
            Station("monitor", "work", frozenset({"monitor"}), self._monitor, at_once=2),
            Station(
                "forecasts", "work", frozenset({"trend", "exposure", "money", "forecast"}), self._forecast, at_once=2
            ),
            Station("reviews", "work", frozenset({"review", "review_plan", "progress"}), self._review),
            Station(
                "jobs",
                "work",
                frozenset({*("acceptance", "api_key", "rescore", "pull", "replay"), *ARCHIVED, "erasure"}),
                self._job,
            ),
            Station("sheets", "work", frozenset({"sheet"}), self._bring),
            Station("deliveries", "delivery", frozenset({"delivery"}), self._deliver, at_once=2),
            Station("channels", "delivery", frozenset({"channel"}), self._tell),
            Station("letters", "work", frozenset({"digest", "letter", "invitation"}), self._write),
        ]

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop, then let what is held end."""
        tables = {line.station.table for line in self._lines}
        helpers = [asyncio.create_task(self._hear())]
        helpers += [asyncio.create_task(self._look(table, stop)) for table in tables]
        serving = [asyncio.create_task(line.serve(stop)) for line in self._lines]
        if "upkeep" in self._names:
            serving.append(asyncio.create_task(self._keep_up(stop)))
            serving.append(asyncio.create_task(self._settle(stop)))
        await stop.wait()
        log.info("ending")
        for helper in helpers:
            helper.cancel()
        closing = (part.close(PATIENCE_SECONDS) for part in (self._deliveries, self._chats, self._mails))
        await asyncio.gather(_ended(serving, PATIENCE_SECONDS), *closing)

    async def _hear(self) -> None:
        """Bring tenants forward that others tell of."""
        async for kind, tenant_id in self._runtime.wakes.heard():
            for line in self._lines:
                if kind in line.station.wakes:
                    line.add(tenant_id)

    async def _look(self, table: Found, stop: asyncio.Event) -> None:
        """Look once a second for tenants with something due."""
        outage = Outage(f"finder of {table}")
        while not stop.is_set():
            pause = LOOK_SECONDS * random.uniform(0.8, 1.2)
            try:
                found = await tenants_with_due(self._runtime, table, self._runtime.clock.now())
                random.shuffle(found)
                for line in self._lines:
                    if line.station.table == table:
                        for tenant_id in found:
                            line.add(tenant_id)
                outage.over()
            except Exception as error:  # whatever it is, looking goes on
                pause = outage.next_pause(error)
            await wait_for(stop, pause)

    async def _keep_up(self, stop: asyncio.Event) -> None:
        outage = Outage("upkeep")
        while not stop.is_set():
            pause = UPKEEP_SECONDS * random.uniform(0.9, 1.1)
            try:
                await keep_up(self._runtime)
                outage.over()
            except Exception as error:  # it is tried again before anything runs out
                pause = outage.next_pause(error)
            await wait_for(stop, pause)

    async def _settle(self, stop: asyncio.Event) -> None:
        """Bring plans that operators have changed to their tenants."""
        outage = Outage("plans")
        while not stop.is_set():
            pause = PLANS_SECONDS * random.uniform(0.8, 1.2)
            try:
                if settled := await settle_plans(self._runtime):
                    log.info("plans settled", tenants=settled)
                outage.over()
            except Exception as error:  # whatever it is, it is tried again
                pause = outage.next_pause(error)
            await wait_for(stop, pause)

    async def _relay(self, tenant_id: UUID) -> bool:
        done = await relay(self._runtime, tenant_id)
        if done.busy:
            await asyncio.sleep(0.05)  # another relay is at it; it may have looked before our event was there
        elif done.events:
            await seal(self._runtime, tenant_id)
        return done.more

    async def _select(self, tenant_id: UUID) -> bool:
        return await read_selections(self._runtime, tenant_id) > 0

    async def _monitor(self, tenant_id: UUID) -> bool:
        return await monitor(self._runtime, tenant_id) >= MONITORED

    async def _forecast(self, tenant_id: UUID) -> bool:
        trends = await work_out_trends(self._runtime, tenant_id)
        exposures = await work_out_exposures(self._runtime, tenant_id)
        funded = await work_out_money(self._runtime, tenant_id)
        return trends + exposures + funded + await work_out_forecasts(self._runtime, tenant_id) > 0

    async def _review(self, tenant_id: UUID) -> bool:
        planned = await plan(self._runtime, tenant_id)
        gathered = await gather(self._runtime, tenant_id)
        return planned + gathered + await report_progress(self._runtime, tenant_id) > 0

    async def _job(self, tenant_id: UUID) -> bool:
        jobs = (tend_acceptances, rescore_risks, replay_some, tell_of_ending_keys, erase_due)
        archived = (export_some, import_some, erase_people)
        done = sum([await job(self._runtime, tenant_id) for job in (*jobs, *archived)])
        return done + await pull(self._runtime, tenant_id, self._deliveries.outbound) > 0

    async def _bring(self, tenant_id: UUID) -> bool:
        return await import_sheets(self._runtime, tenant_id) > 0

    async def _deliver(self, tenant_id: UUID) -> bool:
        await self._deliveries.turn(tenant_id)
        return False  # whatever ends makes room, and tells so

    async def _tell(self, tenant_id: UUID) -> bool:
        await self._chats.turn(tenant_id)
        await self._mails.turn(tenant_id)
        return False

    async def _write(self, tenant_id: UUID) -> bool:
        if bundled := await send_digests(self._runtime, tenant_id):
            self._runtime.wakes.wake("channel", tenant_id)
        sent = [
            await send_letters(self._runtime, tenant_id, self._mailer, each) for each in (CONFIRMATIONS, INVITATIONS)
        ]
        return bundled + sum(sent) > 0

    def _room_for(self, station: str, tenant_id: UUID) -> None:
        for line in self._lines:
            if line.station.name == station:
                line.add(tenant_id)


async def _ended(tasks: list[asyncio.Task[Any]], patience: float) -> None:
    """Wait for the tasks; those that take too long are cancelled."""
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=patience)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=1)


async def _within(ending: Coroutine[Any, Any, None], seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await ending
    except Exception as error:  # the process ends anyway
        log.info("not closed in time", error=type(error).__name__)

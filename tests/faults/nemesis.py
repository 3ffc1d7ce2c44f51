"""Whoever dies, and of what: processes, servers and connections of a house, at moments that come from one seed."""

from __future__ import annotations

import asyncio
import random
import signal
from collections import Counter
from collections.abc import Awaitable, Callable

import asyncpg

from tests.faults.house import House
from tests.faults.ledger import Ledger, complaints
from tests.faults.writing import Writer
from tests.workers.conftest import answer

WORKERS, APIS = 2, 2
KILLED = ("worker", "api", "postgres", "valkey")
"""Of what is counted, these are processes."""

BADLY_ANSWERED = 0.1
"""So much of what arrives meanwhile is refused, or its answer ends in the middle."""


class Nemesis:
    """Kills at random. Counts what it has done."""

    def __init__(self, house: House, dice: random.Random) -> None:
        self._house = house
        self._dice = dice
        self.done: Counter[str] = Counter()

    @property
    def kills(self) -> int:
        """Processes that were killed."""
        return sum(self.done[name] for name in KILLED)

    async def strike(self, kills: int) -> None:
        """Kill so many processes at random moments, and do other harm between."""
        ways: dict[Callable[[], Awaitable[None]], int] = {
            self.worker: 50, self.api: 30, self.connections: 8, self.emptied: 6, self.valkey: 4, self.postgres: 2,
        }  # fmt: skip
        before = self.kills
        while self.kills - before < kills:
            await asyncio.sleep(self._dice.random() ** 2 * 0.4)  # the moment is what is random
            [way] = self._dice.choices(list(ways), list(ways.values()))
            await way()

    async def worker(self) -> None:
        """A worker is killed."""
        await asyncio.to_thread(self._house.kill, "worker", self._dice.randrange(len(self._house.workers)))
        self.done["worker"] += 1

    async def api(self) -> None:
        """An API process is killed."""
        await asyncio.to_thread(self._house.kill, "api", self._dice.randrange(len(self._house.apis)))
        self.done["api"] += 1

    async def connections(self) -> None:
        """PostgreSQL ends connections in the middle of whatever they are at."""
        try:
            async with self._house.admin() as database:
                await database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.5"
                )
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return
        self.done["connections"] += 1

    async def emptied(self) -> None:
        """Valkey forgets all."""
        await self._house.runtime.wakes.client.flushall()
        self.done["emptied"] += 1

    async def valkey(self) -> None:
        """Valkey is killed, and started again."""
        await self._house.restart(self._house.cluster.valkey, signal.SIGKILL)
        self.done["valkey"] += 1

    async def postgres(self) -> None:
        """PostgreSQL is killed, and recovers."""
        await self._house.restart(self._house.cluster.postgres, signal.SIGKILL)
        self.done["postgres"] += 1


async def live_through(
    house: House, dice: random.Random, kills: int, changes: int, heal: Callable[[], None] = lambda: None
) -> Counter[str]:
    """Two tenants write while processes die; then nothing may be lost, doubled or told to the wrong one.

    `heal` ends whatever other harm is done meanwhile.

    Answers what was done to them. Raises `AssertionError` with every complaint.
    """
    house.receiver.usual = lambda request: (
        _bad_answer(dice) if dice.random() < BADLY_ANSWERED else house.accept(request)
    )
    households = [await house.settle_in("*", "risk.*") for _ in range(2)]
    ledgers = [Ledger() for _ in households]
    writers = [
        Writer(house, household, ledger, random.Random(dice.random()))
        for household, ledger in zip(households, ledgers, strict=True)
        for _ in range(2)
    ]
    nemesis = Nemesis(house, random.Random(dice.random()))
    async with asyncio.TaskGroup() as group:
        striking = group.create_task(nemesis.strike(kills))
        writing = [group.create_task(writer.write_while(striking, changes)) for writer in writers]
    heal()
    house.receiver.usual = house.accept
    written = sum(task.result() for task in writing)
    for writer in writers[::2]:
        await writer.poison()
    await house.all_answer()
    await house.quiet()
    wrong = [
        complaint
        for household, ledger in zip(households, ledgers, strict=True)
        for complaint in await complaints(house, household, ledger)
    ]
    assert not wrong, "\n".join(["", *wrong, str(dict(nemesis.done))])
    return nemesis.done + Counter(changes=written)


def _bad_answer(dice: random.Random) -> bytes:
    return answer(500) if dice.random() < 0.5 else b"HTTP/1.1 20"


async def populate(house: House, **settings: str) -> None:
    """Start the processes of which each has a twin."""
    for _ in range(WORKERS):
        await house.start("worker", **settings)
    for _ in range(APIS):
        await house.start("api", **settings)

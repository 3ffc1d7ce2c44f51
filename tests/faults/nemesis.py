"""Lives among harm: tenants write while a nemesis is at work, and then all must stand as those who wrote know it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.faults import harms
from tests.faults.harms import Harm
from tests.faults.house import House
from tests.faults.ledger import Ledger, Outcome, complaints
from tests.faults.writing import Writer
from tests.workers.conftest import Request, answer

BADLY_ANSWERED: Final = 0.1
"""So much of what arrives meanwhile is refused, or its answer ends in the middle."""


@dataclass(frozen=True)
class Lived:
    """What was lived through."""

    changes: int
    unanswered: int
    "Changes of which nobody knows whether they were made."


async def live_through(
    house: House, dice: random.Random, harm: Harm, changes: int, heal: Callable[[], None] = lambda: None
) -> Lived:
    """Two tenants write while there is harm; then nothing may be lost, doubled or told to the wrong one.

    Each of the four who write makes at least so many changes. `heal` ends what other harm is done besides. Raises
    `AssertionError` with every complaint.
    """

    def received(request: Request) -> bytes:
        if dice.random() >= BADLY_ANSWERED:
            return house.accept(request)
        return answer(500) if dice.random() < 0.5 else b"HTTP/1.1 20"

    house.receiver.usual = received
    households = [await house.settle_in("*", "risk.*") for _ in range(2)]
    ledgers = [Ledger() for _ in households]
    writers = [
        Writer(house, household, ledger, random.Random(dice.random()))
        for household, ledger in zip(households, ledgers, strict=True)
        for _ in range(2)
    ]
    async with asyncio.TaskGroup() as group:
        harming = group.create_task(_until_done(harm, house))
        writing = [group.create_task(writer.write_while(harming, changes)) for writer in writers]
    heal()
    house.receiver.usual = house.accept
    for writer in writers[::2]:
        await writer.poison()
    await house.all_answer()
    await house.quiet()
    wrong = [
        complaint
        for household, ledger in zip(households, ledgers, strict=True)
        for complaint in await complaints(house, household, ledger)
    ]
    assert not wrong, "\n".join(["", *wrong])
    unanswered = sum(outcome is Outcome.UNKNOWN for ledger in ledgers for outcome in ledger.outcomes.values())
    return Lived(sum(task.result() for task in writing), unanswered)


async def _until_done(harm: Harm, house: House) -> None:
    await harm(house)


class Nemesis:
    """Kills processes at moments that come from a seed, and does all other harm between. Counts what it has done."""

    def __init__(self, dice: random.Random, kills: int, *, pause: float = 0.4, at_once: int = 1) -> None:
        """Kills so many, up to `at_once` workers at a time, at most `pause` seconds after one another, mostly less."""
        self._dice = dice
        self._kills = kills
        self._pause = pause
        self._at_once = at_once
        self.done: Counter[str] = Counter()

    @property
    def kills(self) -> int:
        """Processes that were killed."""
        return sum(count for name, count in self.done.items() if name.endswith("_killed"))

    async def strike(self, house: House) -> None:
        """Kill so many."""
        others = (*harms.OF_VALKEY, *harms.OF_POSTGRES, harms.clock_jumping, harms.worker_stopped)
        # Whatever is done besides takes about a second: as often for each second as with the usual pause.
        rare = 0.5 * self._pause / 0.4 / self._at_once
        ways = dict.fromkeys(others, rare) | {
            self._kill_worker: 50,
            self._kill_api: 30,
            harms.postgres_killed: 4 * rare,
        }
        while self.kills < self._kills:
            await asyncio.sleep(self._dice.random() ** 2 * self._pause)  # the moment is what is random
            [way] = self._dice.choices(list(ways), list(ways.values()))
            await way(house)
            house.start_again()
            if way in others:
                self.done[way.__name__] += 1

    async def _kill_worker(self, house: House) -> None:
        numbers = self._dice.sample(range(len(house.workers)), self._dice.randint(1, self._at_once))
        await asyncio.gather(*(asyncio.to_thread(house.kill, "worker", number) for number in numbers))
        self.done["worker_killed"] += len(numbers)

    async def _kill_api(self, house: House) -> None:
        """One beside which another answers, so that those who write get on."""
        answering = [await house.answers(port) for port in house.ports]
        spared = [number for number in range(len(answering)) if any(answering[:number] + answering[number + 1 :])]
        if spared:
            await asyncio.to_thread(house.kill, "api", self._dice.choice(spared))
            self.done["api_killed"] += 1

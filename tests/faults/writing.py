"""Those who write while processes die: over HTTP as clients do, and beside it in transactions that end strangely."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from domain.kernel.ids import uuid7
from domain.kernel.outages import is_outage
from domain.kernel.work import unit_of_work
from domain.ventures.tables import Venture
from tests.contract import telling
from tests.faults.house import LATE, House, Household
from tests.faults.ledger import Ledger, Outcome


class ChangedItsMind(Exception):
    """A transaction was rolled back on purpose, after all was written."""


@dataclass
class Writer:
    """One who changes ventures and risks of a tenant, each change under a name of its own."""

    house: House
    household: Household
    ledger: Ledger
    dice: random.Random
    ventures: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    "Keys of ventures that are there."

    async def write_while(self, striking: asyncio.Task[None], changes: int) -> int:
        """Change one thing after another while processes die, and at least so many; answers how many."""
        done = 0
        while not striking.done() or done < changes:
            ways = [
                self._create,
                self._create,
                self._rename,
                self._rename,
                self._refused,
                self._rolled_back,
                self._late,
            ]
            await self.dice.choice(ways)()
            await asyncio.sleep(self.dice.random() * 0.1)  # so that the moments differ, and who starts gets on
            done += 1
        return done

    async def poison(self) -> None:
        """An event that cannot be told: no integer of JSON is so large."""
        name = self._name()
        self.ledger.poison.add(name)
        with telling.unheld_events():
            await self._transact(name, event={"name": name, "n": 10**30})

    def _name(self) -> str:
        return f"change {uuid4().hex}"

    async def _create(self) -> None:
        if self.ventures and self.dice.random() < 0.5:
            body = {"venture_id": self.dice.choice(self.ventures), "title": self._name(), "category": "legal"}
            await self._ask("POST", "risks", body, body["title"], once=self.dice.random() < 0.5)
            return
        key = f"V{uuid4().hex[:9].upper()}"
        body = {"name": self._name(), "key": key}
        made = await self._ask("POST", "ventures", body, body["name"], once=self.dice.random() < 0.5)
        if made is not None:
            self.ventures.append(made["id"])
            self.taken.append(key)

    async def _rename(self) -> None:
        if self.ventures:
            name = self._name()
            await self._ask("PATCH", f"ventures/{self.dice.choice(self.ventures)}", {"name": name}, name)

    async def _refused(self) -> None:
        """A key that is taken: the row is written, and the transaction then rolled back by the database."""
        if self.taken:
            name = self._name()
            await self._ask("POST", "ventures", {"name": name, "key": self.dice.choice(self.taken)}, name, never=True)

    async def _ask(
        self, method: str, path: str, body: Any, name: str, *, once: bool = False, never: bool = False
    ) -> Any:
        """Ask one of the APIs. `once`: under an idempotency key, again and again until it is answered."""
        headers = {"Idempotency_Key": uuid4().hex} if once else {}
        until = asyncio.get_running_loop().time() + LATE
        self.ledger.outcomes[name] = Outcome.NEVER
        while True:
            try:
                api = self.dice.randrange(len(self.house.ports))
                answer = await self.house.rest(self.household, method, path, body, api=api, **headers)
            except httpx.ConnectError:
                pass  # nobody has heard of it
            except httpx.HTTPError:
                self.ledger.outcomes[name] = Outcome.NEVER if never else Outcome.UNKNOWN
            else:
                if answer.is_success:
                    assert not never, answer.text
                    self.ledger.outcomes[name] = Outcome.DONE
                    return answer.json()
                assert answer.status_code in (409, 503), f"{answer.text}\n{self.house.story()}"
                if answer.status_code == 503 and not never:
                    self.ledger.outcomes[name] = Outcome.UNKNOWN
                assert never or method == "PATCH" or answer.json()["code"] != "CONFLICT", answer.text
            if not once:
                return None
            assert asyncio.get_running_loop().time() < until, f"{path} was not answered\n{self.house.story()}"
            await asyncio.sleep(0.05)

    async def _rolled_back(self) -> None:
        """Written, and taken back."""
        await self._transact(self._name(), taken_back=True)

    async def _late(self) -> None:
        """Takes its ids early and commits late."""
        await self._transact(self._name(), seconds=self.dice.random() * 0.5)

    async def _transact(self, name: str, *, event: Any = None, seconds: float = 0, taken_back: bool = False) -> None:
        """A transaction of the test's own process, open for a while when all is written."""
        self.ledger.outcomes[name] = Outcome.NEVER
        try:
            async with unit_of_work(self.house.runtime, self.household.tenant.principal()) as work:
                if event is None:
                    work.new(Venture, name=name, key=f"W{uuid7().hex[-9:].upper()}")
                else:
                    work.emit("venture.updated", ("venture", uuid7()), event)
                await work.flush()
                await asyncio.sleep(seconds)  # the moment of the commit is what is random
                if taken_back:
                    raise ChangedItsMind
                self.ledger.outcomes[name] = Outcome.UNKNOWN
            self.ledger.outcomes[name] = Outcome.DONE
        except ChangedItsMind:
            pass
        except Exception as error:
            if not is_outage(error):
                raise

"""What has moved in a register between any two instants is what a comparison of its two states finds."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.test_walls import restricted_to

MOVED = """
query($v: ID!, $s: DateTime!, $u: DateTime) { venture(id: $v) { riskMovements(since: $s, until: $u) {
  riskId title movement levelBefore scoreBefore levelAfter scoreAfter } } }
"""
STOOD = """
query($v: ID!, $t: DateTime!) { venture(id: $v, asOf: $t) { risks(
  first: 200, filter: {status: {in: [OPEN, ACCEPTED]}, kind: {eq: THREAT}}) { nodes { id title level score } } } }
"""
RANKS = (None, "LOW", "MEDIUM", "HIGH", "CRITICAL")


def gravity(risk: Any) -> tuple[int, int]:
    return RANKS.index(risk["level"]), risk["score"] or 0


def compared(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The movements between two states of a register, in plain terms."""
    found = {}
    for id in before.keys() | after.keys():
        was, now = before.get(id), after.get(id)
        if was and now and gravity(was) == gravity(now):
            continue
        kind = "NEW" if not was else "CLOSED" if not now else "WORSE" if gravity(now) > gravity(was) else "BETTER"
        found[id] = {
            "riskId": id,
            "title": (now or was)["title"],
            "movement": kind,
            **{f"{name}Before": was and was[name] for name in ("level", "score")},
            **{f"{name}After": now and now[name] for name in ("level", "score")},
        }
    return found


class Register:
    """A venture's register that is changed at random under a moving clock."""

    def __init__(self, caller: Caller, clock: SettableClock, seed: int) -> None:
        self.caller, self.clock, self.dice = caller, clock, random.Random(seed)
        self.risks: list[str] = []
        self.instants: list[str] = []

    async def step(self) -> None:
        """One change, or a new matrix for the whole tenant."""
        dice, ask = self.dice, self.caller.ask
        kinds = {"new": 2, "assess": 8, "close": 1, "archive": 1, "scale": 1, "rename": 1}
        [kind] = dice.choices(list(kinds), list(kinds.values()))
        if kind == "new" or not self.risks:
            more = {"kind": "opportunity"} if dice.random() < 0.2 else {}
            self.risks.append(await self.caller.risk(self.venture, f"Risk {len(self.risks)}", **more))
        elif kind == "assess":
            levels = {"probability_level": dice.randint(1, 5), "impact_level": dice.randint(1, 5)}
            await ask(
                "assess_risk",
                risk_id=dice.choice(self.risks),
                kind=dice.choice(["current", "current", "target"]),
                **levels,
            )
        elif kind == "close":
            await ask("update_risk", id=dice.choice(self.risks), status=dice.choice(["closed", "open"]))
        elif kind == "rename":
            await ask("update_risk", id=dice.choice(self.risks), title=f"Named {dice.random()}")
        elif kind == "archive":
            await ask("archive_risk", id=self.risks.pop(dice.randrange(len(self.risks))))
        else:
            names = [f"{dice.random():.4f} {place}" for place in range(5)]
            await ask("save_risk_scale", probability_names=names, matrix=[[dice.choice(["high", "critical"])] * 5] * 5)

    async def play(self, steps: int) -> None:
        """So many changes, some of them at one instant."""
        self.clock.forward(days=-90)
        self.venture = await self.caller.venture("Helio")
        for _ in range(steps):
            await self.step()
            self.instants.append(f"{self.clock.now():%Y-%m-%dT%H:%M:%SZ}")
            self.clock.forward(hours=self.dice.choice([1, 8, 30]))


@pytest.mark.parametrize("seed", range(3))
async def test_between_any_two_instants_movements_are_what_the_two_states_say(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, reader_of: Callable[[Principal], Reader], seed: int
) -> None:
    read = reader_of(tenant.principal("owner"))
    register = Register(Caller(runtime, tenant.principal("owner")), clock, seed)
    await register.play(45)
    venture, kinds = register.venture, set()
    for _ in range(20):
        since, until = sorted(register.dice.choice(register.instants) for _ in range(2))
        moved = (await read(MOVED, v=venture, s=since, u=until))["venture"]["riskMovements"]
        states = []
        for instant in (since, until):
            nodes = (await read(STOOD, v=venture, t=instant))["venture"]["risks"]["nodes"]
            states.append({node["id"]: node for node in nodes})
        assert {row["riskId"]: row for row in moved} == compared(*states), (seed, since, until)
        assert len({row["riskId"] for row in moved}) == len(moved)
        kinds |= {row["movement"] for row in moved}
    assert len(kinds) > 1
    since = register.instants[0]
    to_now = await read(MOVED, v=venture, s=since)
    assert to_now == await read(MOVED, v=venture, s=since, u=f"{clock.now():%Y-%m-%dT%H:%M:%SZ}")
    of_then = (
        f"query($v: ID!, $s: DateTime!, $u: DateTime!) {{ venture(id: $v, asOf: $u) {MOVED.split('venture(id: $v)')[1]}"
    )
    of_then = of_then.replace("(since: $s, until: $u)", "(since: $s)")
    assert await read(of_then, v=venture, s=since, u=until) == await read(MOVED, v=venture, s=since, u=until)


async def test_instants_ahead_or_in_the_wrong_order_are_refused(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    read = reader_of(tenant.principal("owner"))
    venture = await Caller(runtime, tenant.principal("owner")).venture()
    for since, until, reason in (
        ("PT1H", None, "since must not lie in the future"),
        ("-P1D", "2999-01-01T00:00:00Z", "until must not lie in the future"),
        ("-P1D", "-P2D", "since must not be later than until"),
        ("-P9999Y", None, "out of the calendar"),
    ):
        with pytest.raises(BadInput, match=reason):
            await read(MOVED, v=venture, s=since, u=until)
    assert (await read(MOVED, v=venture, s="-P1D", u="-P1D"))["venture"]["riskMovements"] == []


async def test_movements_keep_the_walls(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    caller = Caller(runtime, tenant.principal("owner"))
    venture, other = await caller.venture(), await caller.venture("Other")
    risk = await caller.risk(venture, "Licence lost")
    await caller.risk(other, "Elsewhere")
    read = reader_of(tenant.principal("owner"))
    asked = {"v": venture, "s": "-P1D"}
    assert [row["riskId"] for row in (await read(MOVED, **asked))["venture"]["riskMovements"]] == [risk]
    assert (await reader_of(stranger.principal("owner"))(MOVED, **asked))["venture"] is None
    assert (await read.as_(restricted_to(read.principal, other))(MOVED, **asked))["venture"] is None

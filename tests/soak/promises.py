"""What is promised, step by step: each is a generator over the functions of the tests that make the same promise."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cli.demo.aurora import AURORA
from cli.demo.filling import fill
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from migrations.run import migrate
from tests.conftest import Cluster, servers
from tests.demo.strangers import ALL_PHASES, Insider, try_as_stranger
from tests.domain.tenancy.test_contradicting import contradict
from tests.faults import harms
from tests.faults.house import ground, house
from tests.faults.killing import dying
from tests.faults.nemesis import Nemesis, live_through
from tests.faults.test_kill import killed_at_a_random_moment, watching
from tests.graph.differing.comparing import Comparison
from tests.security.attacking import api_process, attacker
from tests.security.belongings import owner_of_everything
from tests.security.test_attacks import ROUNDS, STEADY, one_round

DOCUMENTS = 20_000
KILLS = 10_000
INSTALLATION_KILLS = 2_000
STRANGERS_SECONDS = 600
"""Of one round of requests made from the OpenAPI document."""

AT_LENGTH = 30.0
"""Seconds for which a server is harmed."""

ALERTS = 2_000
QUOTA_TENANTS = 20
IN_ONE_BATCH = 40
KILLS_IN_ONE_BATCH = 250
"""Before all is compared: that waits until everything is quiet, which takes as long as many kills."""

IN_ONE_WORLD = 50


@dataclass(frozen=True)
class Done:
    """What was done so far, and the seed with which the next step can be repeated alone."""

    text: str
    next_seed: int


@contextmanager
def database() -> Iterator[tuple[Cluster, Settings]]:
    """Servers of the soak's own, and a migrated database."""
    with servers() as cluster:
        cluster.create_database("soak")
        settings = cluster.settings("soak")
        asyncio.run(migrate(settings))
        yield cluster, settings


def documents(seed: int) -> Iterator[Done]:
    """Random documents are answered as by the plain reference."""
    with database() as (_, settings), Comparison(settings).running() as comparison:
        world = seed
        while comparison.documents < DOCUMENTS:
            comparison.world(world, IN_ONE_WORLD)
            world += 1
            text = f"{comparison.documents} of {DOCUMENTS} documents, {comparison.answers} answers"
            yield Done(f"{text}, {comparison.fields} fields", world)


def gone_along(steps: Callable[[Runtime, Settings], AsyncIterator[str]], seed: int) -> Iterator[Done]:
    """Steps on a database of their own, each with what it tells."""
    with database() as (_, settings), asyncio.Runner() as runner:
        runtime = Runtime.of(settings)
        try:
            going = steps(runtime, settings)
            while (text := runner.run(anext(going, None))) is not None:
                yield Done(text, seed)
        finally:
            runner.run(runtime.close())


def attacks(seed: int) -> Iterator[Done]:
    """Attacks leave the API's memory as it is."""
    with database() as (cluster, settings), api_process(cluster, "soak") as process, asyncio.Runner() as runner:
        stack = AsyncExitStack()
        runtime = Runtime.of(settings)
        try:
            owner = runner.run(owner_of_everything(runtime, settings))
            attacked = runner.run(stack.enter_async_context(attacker(*process, owner.key)))
            held = []
            while True:
                held.append(runner.run(one_round(attacked, len(held))))
                assert len(held) <= ROUNDS or held[-1] - held[ROUNDS - 1] < STEADY, [each >> 20 for each in held]
                yield Done(f"{len(held)} rounds, {held[-1] >> 20} MB", seed)
        finally:
            runner.run(stack.aclose())
            runner.run(runtime.close())


def strangers(seed: int) -> Iterator[Done]:
    """Whoever knows nothing but the OpenAPI document finds that it is kept, at every bound of every value as well."""
    with (
        database() as (cluster, settings),
        tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder,
        api_process(cluster, "soak") as (_, url),
        asyncio.Runner() as runner,
    ):
        insider = runner.run(_insider(settings, Path(folder)))
        requests = rounds = 0
        while True:
            trying = try_as_stranger(
                url, insider, Path(folder), seconds=STRANGERS_SECONDS, seed=seed + rounds, phases=ALL_PHASES
            )
            requests, rounds = requests + runner.run(trying), rounds + 1
            yield Done(f"{requests} requests in {rounds} rounds", seed + rounds)


async def _insider(settings: Settings, folder: Path) -> Insider:
    runtime = Runtime.of(settings.model_copy(update={"data_dir": folder}))
    try:
        await fill(runtime)
        return await Insider.of(runtime, AURORA)
    finally:
        await runtime.close()


def kills(seed: int) -> Iterator[Done]:
    """Whoever is killed at random moments, every change has one event, which comes to every endpoint that wants it."""
    with (
        tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder,
        ground() as cluster,
        asyncio.Runner() as runner,
    ):
        stack = AsyncExitStack()
        try:
            place = runner.run(stack.enter_async_context(house(cluster, Path(folder))))
            runner.run(place.populate(workers=4, apis=2))
            done: Counter[str] = Counter()
            killed = changes = batches = 0
            while killed < KILLS:
                place.forget()
                nemesis = Nemesis(random.Random(seed + batches), KILLS_IN_ONE_BATCH, pause=0.1, at_once=3)
                lived = runner.run(live_through(place, random.Random(seed + batches), nemesis.strike, changes=1))
                killed, changes, batches = killed + nemesis.kills, changes + lived.changes, batches + 1
                done += nemesis.done
                harm = ", ".join(f"{name} {count}" for name, count in done.most_common())
                yield Done(f"{killed} of {KILLS} kills under {changes} changes ({harm})", seed + batches)
        finally:
            runner.run(stack.aclose())


def outages(seed: int) -> Iterator[Done]:
    """Whatever befalls the servers for as long as half a minute, nothing is lost, doubled or told to the wrong one."""
    usual = harms.A_WHILE
    with (
        tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder,
        ground() as cluster,
        asyncio.Runner() as runner,
    ):
        stack = AsyncExitStack()
        try:
            harms.A_WHILE = AT_LENGTH
            place = runner.run(stack.enter_async_context(house(cluster, Path(folder))))
            runner.run(place.populate(workers=2, apis=2))
            changes = 0
            first = (harms.valkey_paused, *(harm for harm in harms.OF_VALKEY if harm is not harms.valkey_paused))
            for number, harm in enumerate((*first, *harms.OF_POSTGRES)):
                place.forget()
                changes += runner.run(live_through(place, random.Random(seed + number), harm, changes=1)).changes
                yield Done(f"{harm.__name__} for {AT_LENGTH:.0f} s, {changes} changes so far", seed)
        finally:
            harms.A_WHILE = usual
            runner.run(stack.aclose())


def installation(seed: int) -> Iterator[Done]:
    """Whoever of a whole installation is killed at a random moment, the alert comes once."""
    with tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder:
        Path(folder).chmod(0o755)
        with watching(Path(folder)) as watched:
            killed = alerts = 0
            while killed < INSTALLATION_KILLS:
                killed += killed_at_a_random_moment(watched, random.Random(seed + alerts))
                alerts += 1
                yield Done(f"{killed} of {INSTALLATION_KILLS} kills, {alerts} alerts", seed + alerts)


def quotas(seed: int) -> Iterator[Done]:
    """Administrators who contradict one another never bring a tenant above its limits, and counters are right."""
    with database() as (_, settings):
        tenants = 0
        while True:
            contradict(settings, seed + tenants, QUOTA_TENANTS, 30)
            tenants += QUOTA_TENANTS
            yield Done(f"{tenants} tenants", seed + tenants)


def alerts(seed: int) -> Iterator[Done]:
    """Whoever is killed at random moments, every alert ends as the model says."""
    with tempfile.TemporaryDirectory(prefix="milepost-soak-") as folder:
        Path(folder).chmod(0o755)
        with dying(Path(folder)) as there:
            lived = batches = 0
            while lived < ALERTS:
                there.one_batch(random.Random(seed + batches), IN_ONE_BATCH)
                lived += IN_ONE_BATCH
                batches += 1
                yield Done(f"{lived} of {ALERTS} alerts, {there.kills} kills", seed + batches)

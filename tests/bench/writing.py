"""Writing and claiming, beside plain statements that do as little as can be done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel import work
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.counting import count_up
from domain.kernel.ids import external_id, uuid7
from domain.kernel.metrics import Metric
from domain.kernel.principal import Principal
from domain.kernel.work import unit_of_work
from domain.tenancy.planning import SetQuota, set_quota
from tests.bench.ground import CONNECTIONS, Ground
from workers.claims import Queue, claim, finish

Act = Callable[[int], Awaitable[int]]
BATCH = 50
QUEUE = Queue.of_work("bench")


async def plain_insert(ground: Ground) -> Act:
    """One row and its commit: the disk's limit."""
    connections = [await ground.connect() for _ in range(CONNECTIONS)]

    async def act(number: int) -> int:
        connection = connections[number]
        await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{ground.owner.tenant_id}'")
        await connection.execute(
            "INSERT INTO guard (tenant_id, name) VALUES ($1, $2)", ground.owner.tenant_id, f"bench {uuid7()}"
        )
        await connection.execute("COMMIT")
        return 1

    return act


async def create_risk(ground: Ground) -> Act:
    """A whole command: row, history, search text, audit entry and event."""
    make = COMMANDS["create_venture"]
    key = f"B{uuid7().hex[-6:].upper()}"
    done = await execute(ground.runtime, ground.owner, make, make.input.model_validate({"name": "Bench", "key": key}))
    command = COMMANDS["create_risk"]
    venture = external_id("venture", done.ids["venture"])
    given = command.input.model_validate({"venture_id": venture, "title": "Bench", "category": "legal"})

    async def act(_: int) -> int:
        await execute(ground.runtime, ground.owner, command, given)
        return 1

    return act


async def create_venture(ground: Ground) -> Act:
    """A whole command of what the tenant has a limit of: counted against it by the last statement before the commit."""
    work.count_up = count_up

    async def limited(tenant: work.Work) -> None:
        await set_quota(tenant, SetQuota(metric=Metric.VENTURES, limit=10_000_000))

    await work.perform(ground.runtime, Principal.worker(ground.owner.tenant_id), limited)
    command = COMMANDS["create_venture"]
    given = command.input.model_validate({"name": "Bench"})

    async def act(_: int) -> int:
        await execute(ground.runtime, ground.owner, command, given)
        return 1

    return act


async def create_uncounted(ground: Ground) -> Act:
    """The same without a look at limits."""
    act = await create_venture(ground)
    work.count_up = _nothing
    return act


async def _nothing(_: work.Work) -> None:
    """Count nothing."""


async def make_due(ground: Ground, count: int) -> None:
    """So many due rows for the claims."""
    connection = await ground.connect()
    await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{ground.owner.tenant_id}'")
    await connection.executemany(
        "INSERT INTO work (tenant_id, kind, subject_id, due, wanted, attempts) VALUES ($1, 'bench', $2, $3, 1, 0)",
        [(ground.owner.tenant_id, uuid7(), datetime.now(UTC)) for _ in range(count)],
    )
    await connection.execute("COMMIT")
    await connection.close()


async def claims(ground: Ground) -> Act:
    """Claim a batch, and give each row back done and due again: what a station does around its work."""

    async def act(_: int) -> int:
        async with unit_of_work(ground.runtime, ground.owner) as first:
            taken = await claim(first, QUEUE, BATCH)
        async with unit_of_work(ground.runtime, ground.owner) as second:
            for one in taken:
                await finish(second, QUEUE, one, second.now)
        return len(taken)

    return act


async def plain_claims(ground: Ground) -> Act:
    """The same in two statements for the whole batch."""
    connections = [await ground.connect() for _ in range(CONNECTIONS)]
    begin = f"BEGIN; SET LOCAL app.tenant_id = '{ground.owner.tenant_id}'"
    take = """UPDATE work SET lease = $2, attempts = attempts + 1 WHERE tenant_id = $1 AND kind = 'bench'
        AND subject_id =
        ANY(ARRAY(SELECT subject_id FROM work WHERE tenant_id = $1 AND kind = 'bench' AND due <= $3 AND lease IS NULL
                  ORDER BY due LIMIT 50 FOR NO KEY UPDATE SKIP LOCKED)) RETURNING subject_id"""
    give = "UPDATE work SET lease = NULL, due = $3 WHERE tenant_id = $1 AND kind = 'bench' AND lease = $2"

    async def act(number: int) -> int:
        connection, lease, now = connections[number], uuid7(), datetime.now(UTC)
        await connection.execute(begin)
        taken = await connection.fetch(take, ground.owner.tenant_id, lease, now)
        await connection.execute("COMMIT")
        await connection.execute(begin)
        await connection.execute(give, ground.owner.tenant_id, lease, now)
        await connection.execute("COMMIT")
        return len(taken)

    return act

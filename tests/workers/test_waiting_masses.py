"""However many deliveries wait, a turn takes and reads a bounded number of them."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import sqlalchemy as sa

from api.events.catalogue import catalogue
from domain.kernel.database import asyncpg_arguments
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, unit_of_work
from domain.webhooks.commands import NameWebhookEndpoint, archive_webhook_endpoint
from tests.conftest import Cluster, TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.workers.conftest import Receiver, act, add_endpoint, answer
from workers.claims import claim, claim_for_each
from workers.deliveries import AT_ONCE, HELD_FOR_ONE, QUEUE, Deliveries
from workers.due_events import due_events
from workers.endpoints import CANCELLED_AT_ONCE, cancel_due, listening
from workers.ordering import whose_turn_it_is
from workers.relay import Relayed, _store

MANY = 100_000


@pytest.fixture(scope="module")
def crowded(cluster: Cluster, template: str) -> Iterator[Settings]:
    """A database of its own."""
    cluster.create_database("masses", template)
    yield cluster.settings("masses")
    cluster.drop_database("masses")


async def wait_in_masses(runtime: Runtime, endpoint_id: UUID, tenant: TestTenant, count: int) -> None:
    """So many due deliveries, as one batch of the relay leaves them: all due at the same instant."""
    async with superuser(runtime.settings) as owner:
        await owner.execute(
            """INSERT INTO delivery (tenant_id, id, endpoint_id, event_id, event_type, form, state, due, attempts,
                                     created_at)
            SELECT $1, CAST(overlay(CAST(gen_random_uuid() AS text) PLACING left(CAST($3 AS text), 13) FROM 1 FOR 13)
                            AS uuid),
                   $2, $2, 'risk.assessed', 'full:viewer', 'pending', $4, 0, $4
            FROM generate_series(1, $5)""",
            tenant.id,
            endpoint_id,
            str(endpoint_id),
            runtime.clock.now() - timedelta(minutes=1),
            count,
        )
        await owner.execute(
            "INSERT INTO event_body (tenant_id, event_id, form, body) VALUES ($1, $2, 'full:viewer', $3) "
            "ON CONFLICT DO NOTHING",
            tenant.id,
            endpoint_id,
            orjson.dumps(catalogue()["risk.assessed"].example()).decode(),
        )
        await owner.execute("ANALYZE")  # all, as autovacuum does sooner or later: no plan may hang on when it does


async def test_a_turn_over_a_hundred_thousand_waiting_takes_a_bounded_number_and_little_memory(
    crowded: Settings, receiver: Receiver
) -> None:
    runtime = Runtime.of(crowded)
    tenant = await make_tenant(runtime)
    endpoints = [await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"]) for _ in range(2)]
    for endpoint in endpoints:
        await wait_in_masses(runtime, endpoint.id, tenant, MANY // 2)
    stuck = asyncio.Event()

    async def never(_: Any) -> bytes:
        await stuck.wait()
        return answer()

    receiver.usual = never
    sender = Deliveries(runtime)
    tracemalloc.start()
    for _ in range(5):
        await sender.turn(tenant.id)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sender._under_way) == 2 * 4 * HELD_FOR_ONE <= AT_ONCE
    assert peak < 20_000_000
    stuck.set()
    await sender.close(5)
    await runtime.close()


@pytest.mark.parametrize("known", [True, False], ids=["known", "fresh"])
async def test_what_the_relay_reads_does_not_grow_with_what_waits(crowded: Settings, known: bool) -> None:
    """Neither where PostgreSQL knows of the tenant's events, nor where they have come since it last looked."""
    runtime = Runtime.of(crowded)
    read = []
    for count in (2_000, 50_000):
        tenant = await make_tenant(runtime)
        async with superuser(crowded) as owner:
            await owner.execute("ANALYZE event")
            await owner.execute(
                """INSERT INTO event (tenant_id, id, type, subject_type, subject_id, subject_version, data, actor,
                                      occurred_at, due)
                SELECT $1, CAST(overlay(CAST(gen_random_uuid() AS text)
                                        PLACING left(CAST($2 AS text), 13) FROM 1 FOR 13) AS uuid),
                       'risk.updated', 'risk', gen_random_uuid(), 2, '{}', '{}', now(), now()
                FROM generate_series(1, $3)""",
                tenant.id,
                str(tenant.id),
                count,
            )
            if known:
                await owner.execute("ANALYZE event")
        for _ in range(8):  # a statement is planned otherwise when it has been asked often
            async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
                before = await _events_read(work)
                events = await due_events(work, 100)
                await _store(work, Relayed(events=list(enumerate(events, 1))), 0)
                read.append(await _events_read(work) - before)
                assert len(events) == 100
                await work.session.rollback()
    await runtime.close()
    assert max(read) < 10 * 100, read


async def _events_read(work: Work) -> int:
    """Rows of events that this connection has read since its numbers were last reported."""
    told = (
        "SELECT sum(coalesce(idx_tup_fetch, 0) + seq_tup_read) FROM pg_stat_xact_user_tables WHERE relname ~ '^event_p'"
    )
    return int(await work.session.scalar(sa.text(told)))


@pytest.mark.parametrize("what", ["listening", "claim", "claim for each", "cancelling", "strict order"])
async def test_what_a_turn_reads_does_not_grow_with_what_waits(
    crowded: Settings, receiver: Receiver, what: str
) -> None:
    runtime = Runtime.of(crowded)
    read = []
    for count in (2_000, MANY):
        tenant = await make_tenant(runtime)
        endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
        await wait_in_masses(runtime, endpoint.id, tenant, count)
        nodes = await explained(runtime, tenant, endpoint.id, what)
        for node in nodes:
            if node.get("Relation Name", "").startswith("delivery") and rows_read([node]):
                assert node["Node Type"] != "Seq Scan", node
        read.append(rows_read(nodes))
    await runtime.close()
    assert read[1] <= 1.1 * read[0] + 10, read


async def test_what_waits_for_an_archived_endpoint_is_cancelled_in_slices(
    crowded: Settings, receiver: Receiver
) -> None:
    runtime = Runtime.of(crowded)
    tenant = await make_tenant(runtime)
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await wait_in_masses(runtime, endpoint.id, tenant, 2 * CANCELLED_AT_ONCE + 5)
    given = NameWebhookEndpoint(id=endpoint.id)
    await act(runtime, tenant, lambda work: archive_webhook_endpoint(work, given))
    again: list[UUID] = []
    sender = Deliveries(runtime, on_room=again.append)
    await sender.turn(tenant.id)
    left = []
    while again:
        left.append(await _pending(runtime, tenant))
        again.clear()
        await sender.turn(tenant.id)
    assert left == [CANCELLED_AT_ONCE + 5, 5]
    assert await _pending(runtime, tenant) == 0
    await sender.close(1)
    await runtime.close()


async def _pending(runtime: Runtime, tenant: TestTenant) -> int:
    async with runtime.database.reading(tenant.id) as connection:
        return int(
            await connection.fetchval(
                "SELECT count(*) FROM delivery WHERE tenant_id = $1 AND state = 'pending'", tenant.id
            )
        )


async def explained(runtime: Runtime, tenant: TestTenant, endpoint_id: UUID, what: str) -> list[dict[str, Any]]:
    """The nodes of the plan of one statement of a turn, as PostgreSQL runs it for the application's role."""
    sent: list[tuple[str, Any]] = []
    engine = runtime.database.engine("app").sync_engine

    def keep(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if " delivery" in statement:
            sent.append((statement, parameters))

    sa.event.listen(engine, "before_cursor_execute", keep)
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        endpoints = await listening(work)
        if what == "claim":
            await claim(work, QUEUE, 12, endpoint_id=endpoint_id)
        elif what == "claim for each":
            await claim_for_each(work, QUEUE, "endpoint_id", {endpoint_id: 12})
        elif what == "cancelling":
            await cancel_due(work, endpoints[0])
        elif what == "strict order":
            await whose_turn_it_is(work, QUEUE, endpoints[0])
        await work.session.rollback()
    sa.event.remove(engine, "before_cursor_execute", keep)
    statement, parameters = sent[-1]
    connection = await asyncpg.connect(**asyncpg_arguments(runtime.settings.database_url))
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute(f"SET LOCAL app.tenant_id = '{tenant.id}'")
    told = await connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", *parameters)
    await transaction.rollback()
    await connection.close()
    return list(_nodes(orjson.loads(told)[0]["Plan"]))


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def rows_read(nodes: list[dict[str, Any]]) -> int:
    """How many rows left the partitions of a table and were looked at."""
    scans = [node for node in nodes if node.get("Relation Name", "").startswith("delivery")]
    removed = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    return sum(
        int((node.get("Actual Rows", 0) + sum(node.get(name, 0) for name in removed)) * node["Actual Loops"])
        for node in scans
    )

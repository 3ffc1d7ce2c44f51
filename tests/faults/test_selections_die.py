"""A worker that dies between the relay's commit and a delivery with its selection loses nothing, and sends one body."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph.selections import PayloadDocuments
from tests.conftest import Cluster, make_tenant, query_schema
from tests.domain.commanding import Caller
from tests.faults.receiver import Receiver
from tests.faults.test_crash_points import Workers, receiver  # noqa: F401  # a fixture

STEPS = ("relay.after_commit", "selection.after_claim", "selection.before_store", "selection.after_store")


@pytest.mark.parametrize("count", [1, 30])
async def test_every_event_arrives_once_with_its_selection_whoever_dies(
    count: int,
    cluster: Cluster,
    clone: Callable[..., Settings],
    tmp_path: Path,
    receiver: Receiver,  # noqa: F811
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    runtime.selections = PayloadDocuments(runtime, query_schema)
    try:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        document = "query ($subject: ID!) { risk(id: $subject) { title } }"
        await owner.ask("create_webhook_endpoint", url=receiver.url, event_types=["risk.created"], document=document)
        await owner.ask("create_webhook_endpoint", url=receiver.url, event_types=["risk.created"])
        venture = await owner.venture()
        titles = [f"Risk {number}" for number in range(count)]
        for title in titles:
            await owner.risk(venture, title)
        for step in STEPS:
            await asyncio.to_thread(workers.until_death, step)
        chosen = lambda: [each for each in receiver.arrived if "selection" in each.event["data"]]  # noqa: E731
        await asyncio.to_thread(workers.until, lambda: {each.id for each in chosen()} == _ids(receiver, count))
        left = "SELECT count(*) FROM work WHERE tenant_id = $1 AND kind = 'selection'"
        async with runtime.database.reading(tenant.id) as database:
            assert await database.fetchval(left, tenant.id) == 0
    finally:
        await runtime.close()
    assert len({(each.id, each.body) for each in chosen()}) == count
    shown = [_shown(each.event["data"]) for each in chosen()]
    assert set(shown) <= {*titles, "TIMEOUT"}, "only a machine that is too busy may leave a selection out"


def _ids(receiver: Receiver, count: int) -> set[str]:  # noqa: F811
    """The ids of all events, once the endpoint without a document has got them."""
    plain = {each.id for each in receiver.arrived if "selection" not in each.event["data"]}
    return plain if len(plain) == count else {"not yet"}


def _shown(data: dict[str, Any]) -> str:
    """The title that was chosen, or why it is not there."""
    return str(data["selection"]["risk"]["title"] if data["selection"] else data["selection_error"]["code"])

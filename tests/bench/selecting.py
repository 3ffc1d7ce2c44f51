"""What it costs that receivers choose their payload: `python -m tests.bench --only selections`.

Events of risks are relayed until their deliveries are due, by one process: with the stored columns alone, and with the
answer to a payload document beside them, a small one and one over five lists.
"""

from __future__ import annotations

import time
from typing import Any, Final
from uuid import UUID

from domain.kernel.commands import COMMANDS, execute
from domain.kernel.tables import Scope
from domain.kernel.work import Work, perform
from graph.schema.roots import make_schema
from graph.selections import PayloadDocuments
from tests.bench.ground import Ground
from workers.relay import relay
from workers.selections import read_selections

EVENTS: Final = 2_000
SMALL: Final = "query ($subject: ID!) { risk(id: $subject) { title score level owner { name } venture { name } } }"
LARGE: Final = """query ($subject: ID!, $venture: ID!) {
  risk(id: $subject) { title score level owner { name } responses(first: 5) { nodes { title actions(first: 5) {
    nodes { title dueOn } } } } assessments(first: 5) { nodes { score level } } }
  venture(id: $venture) { name risks(first: 5, orderBy: [{field: SCORE, direction: DESC}]) { nodes { title level } }
    milestones(first: 5) { nodes { title dueOn } } }
}"""


async def measure_selections(ready: Ground) -> None:
    """Print the rates."""
    ready.runtime.selections = PayloadDocuments(ready.runtime, make_schema)
    risks = await _risks(ready)
    await _until_due(ready)
    print(f"\n{'bodies written by one process':52}{'full/s':>10}{'ours/s':>10}{'ratio':>8}")
    plain = await _rate(ready, risks)
    for title, document in (("a small document", SMALL), ("a document over five lists", LARGE)):
        rate = await _rate(ready, risks, document=document)
        print(f"{title:52}{plain:10.0f}{rate:10.0f}{rate / plain:8.2f}", flush=True)


async def _risks(ready: Ground) -> list[tuple[UUID, UUID]]:
    async with ready.runtime.database.reading(ready.tenant) as connection:
        found = await connection.fetch(
            "SELECT id, venture_id FROM risk WHERE tenant_id = $1 ORDER BY id LIMIT $2", ready.tenant, EVENTS
        )
    return [(row["id"], row["venture_id"]) for row in found]


async def _rate(ready: Ground, risks: list[tuple[UUID, UUID]], **endpoint: Any) -> float:
    """Events a second from the outbox to a due delivery with its body, for one endpoint."""
    given = {"url": "https://hooks.example.com/x", "event_types": ["risk.updated"], "role": "owner", **endpoint}
    made = (await _command(ready, "create_webhook_endpoint", given))["webhook_endpoint"]
    await _until_due(ready)
    rows = [risks[number % len(risks)] for number in range(EVENTS)]

    async def emit(work: Work) -> None:
        for risk_id, venture_id in rows:
            work.emit("risk.updated", ("risk", risk_id), {"title": "Measured"}, scope=Scope(venture_id))

    await perform(ready.runtime, ready.owner, emit)
    began = time.perf_counter()
    await _until_due(ready)
    elapsed = time.perf_counter() - began
    async with ready.runtime.database.reading(ready.tenant) as connection:
        due = "SELECT count(*) FROM delivery WHERE tenant_id = $1 AND endpoint_id = $2 AND due IS NOT NULL"
        assert await connection.fetchval(due, ready.tenant, made) == EVENTS
    await _command(ready, "archive_webhook_endpoint", {"id": made})
    return EVENTS / elapsed


async def _command(ready: Ground, name: str, given: dict[str, Any]) -> Any:
    command = COMMANDS[name]
    return (await execute(ready.runtime, ready.owner, command, command.input.model_validate(given))).ids


async def _until_due(ready: Ground) -> None:
    """Relay what is there, and write every body."""
    while (await relay(ready.runtime, ready.tenant)).more:
        pass
    while await read_selections(ready.runtime, ready.tenant):
        pass

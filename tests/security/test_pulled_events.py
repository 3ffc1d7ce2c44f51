"""Nobody pulls the events of another tenant, nor of a venture that he may not see, however he asks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.app import create_app
from api.events.catalogue import catalogue
from api.events.pulling import PULL, Wanted, arguments_of
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id, uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import Scope
from domain.kernel.work import Work, perform
from domain.ventures.tables import Venture
from graph.registry import BY_WORD
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from workers.relay import relay


@dataclass(frozen=True)
class Told:
    """A tenant with two ventures, in each of which one event of each type has happened, and beside them all."""

    tenant: TestTenant
    one: UUID
    other: UUID
    restricted: str
    "A key of its owner's that may see only the first venture."
    key: str


async def told(runtime: Runtime, tenant: TestTenant) -> Told:
    async def act(work: Work) -> tuple[UUID, UUID]:
        one, other = (work.new(Venture, name=key, key=key).id for key in ("ONE", "TWO"))
        for venture in (one, other, None):
            for name, found in catalogue().items():
                word = name.rpartition(".")[0]
                subject = word if word in BY_WORD else "alert" if word == "risk.alert" else "venture"
                work.emit(name, (subject, uuid7()), found.example()["data"], scope=Scope(venture))
        return one, other

    one, other = await perform(runtime, tenant.principal(), act)
    while (await relay(runtime, tenant.id)).more:
        pass
    keys = [await _key(runtime, tenant, venture_ids=ventures) for ventures in ([one], None)]
    return Told(tenant, one, other, *keys)


async def _key(runtime: Runtime, tenant: TestTenant, **more: Any) -> str:
    command = COMMANDS["create_api_key"]
    given = command.input.model_validate({"title": "pulling", "role": "owner"} | more)
    return (await execute(runtime, tenant.principal(), command, given)).shown_once["key"]


@pytest.fixture
async def client(settings: Settings, runtime: Runtime) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, runtime)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as made:
            yield made


async def pulled(client: httpx.AsyncClient, key: str, path: str = "/v1/events", **query: Any) -> list[dict[str, Any]]:
    """All that a key is told, page by page."""
    found: list[dict[str, Any]] = []
    query = {"limit": 200, "after": 0} | query
    while True:
        answer = await client.get(path, params=query, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        found += page["data"]
        if page["next_after"] >= page["newest"]:
            return found
        query["after"] = page["next_after"]


async def ventures_of(settings: Settings, events: list[dict[str, Any]]) -> set[UUID | None]:
    """The ventures of events, as the table has them."""
    async with superuser(settings) as database:
        ids = [UUID(event["id"].rpartition("_")[2]) for event in events]
        rows = await database.fetch("SELECT venture_id FROM event WHERE id = ANY($1::uuid[])", ids)
    return {row["venture_id"] for row in rows}


async def test_no_event_of_another_tenant_comes_however_one_asks(
    client: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    ours, theirs = await told(runtime, tenant), await told(runtime, stranger)
    everything = await pulled(client, ours.key)
    assert {event["tenant_id"] for event in everything} == {external_id("tenant", tenant.id)}
    for query in ({"venture": external_id("venture", theirs.one)}, {"types": "*"}, {"payload": "thin"}, {"wait": 0}):
        for event in await pulled(client, ours.key, **query):
            assert event["tenant_id"] == external_id("tenant", tenant.id)
    path = f"/v1/tenants/{external_id('tenant', stranger.id)}/events"
    for key in (ours.key, ours.restricted):
        answer = await client.get(path, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == 404


async def test_row_level_security_alone_keeps_tenants_apart(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    await told(runtime, tenant)
    theirs = await told(runtime, stranger)
    arguments = arguments_of(theirs.tenant.principal(), 0, 10_000, Wanted(limit=200))
    async with runtime.database.reading(tenant.id) as connection:  # their statement in our transaction
        assert await connection.fetch(PULL, *arguments) == []


async def test_who_is_restricted_to_a_venture_is_told_of_no_other(
    client: httpx.AsyncClient, runtime: Runtime, settings: Settings, tenant: TestTenant
) -> None:
    ours = await told(runtime, tenant)
    seen = await pulled(client, ours.restricted)
    assert await ventures_of(settings, seen) == {ours.one, None}
    assert await ventures_of(settings, await pulled(client, ours.key)) == {ours.one, ours.other, None}
    asked = external_id("venture", ours.other)
    for query in ({"venture": asked}, {"venture": asked, "payload": "thin"}, {"venture": asked, "types": "risk.*"}):
        assert await pulled(client, ours.restricted, **query) == []


async def test_without_a_venture_only_what_can_concern_all_is_told_to_the_restricted(
    client: httpx.AsyncClient, runtime: Runtime, settings: Settings, tenant: TestTenant
) -> None:
    ours = await told(runtime, tenant)
    seen = await pulled(client, ours.restricted)
    async with superuser(settings) as database:
        rows = await database.fetch(
            "SELECT DISTINCT subject_type FROM event WHERE id = ANY($1::uuid[]) AND venture_id IS NULL",
            [UUID(event["id"].rpartition("_")[2]) for event in seen],
        )
    subjects = {row["subject_type"] for row in rows}
    assert {"member", "team", "silence", "rule"} <= subjects
    for hidden in ("risk", "milestone", "venture", "alert", "webhook_endpoint", "team_member"):
        assert hidden not in subjects

"""No webhook reaches an inner address, however it is written or named: when it is saved, sent, and tried again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from domain.kernel.errors import Invalid
from domain.kernel.ids import external_id
from domain.kernel.outbound.resolving import Resolver
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import unit_of_work
from domain.webhooks.tables import WebhookEndpoint
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import Receiver, answer, deliver, emit, relay_all, rows, write
from workers.deliveries import Deliveries

INNER = [
    "http://127.0.0.1:{port}/", "http://2130706433:{port}/", "http://0x7f000001:{port}/", "http://0x7f.0.0.1:{port}/",
    "http://0177.0.0.1:{port}/", "http://017700000001:{port}/", "http://127.1:{port}/", "http://①②⑦.⓪.⓪.①:{port}/",
    "http://0:{port}/", "http://0.0.0.0:{port}/", "http://[::]:{port}/", "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/", "http://[::127.0.0.1]:{port}/", "http://[2002:7f00:1::]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/", "http://[64:ff9b:1::7f00:1]:{port}/", "http://[2001:0:7f00:1::]:{port}/",
    "http://[fe80::1]:{port}/", "http://[fe80::1%25lo]:{port}/", "http://[fec0::1]:{port}/", "http://[ff02::1]:{port}/",
    "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.0.1/", "http://100.64.0.1/", "http://224.0.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://100.100.100.200/",
    "http://192.0.0.192/", "http://168.63.129.16/", "http://metadata.google.internal/", "http://localhost:{port}/",
    "http://localhost.:{port}/", "http://receiver:{port}/", "http://user:word@hooks.example:{port}/",
    "http://hooks.example@127.0.0.1:{port}/", "http://hooks.example\\@127.0.0.1:{port}/", "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/", "ftp://127.0.0.1:{port}/", "unix:///run/valkey.sock", "http+unix://run/x",
    "dict://127.0.0.1:{port}/", "ws://127.0.0.1:{port}/", "data:text/plain,x", "//127.0.0.1:{port}/",
    "http://hooks.example:5432/", "http://hooks.example:6379/", "http://hooks.example:22/", "http://hooks.example:0/",
]  # fmt: skip
NAMED = "http://hooks.example:{port}/hook"
REFUSED = {"status": None, "error": "the host has no usable address", "answer": None}


@pytest.fixture
def outside(settings: Settings) -> Settings:
    """The policy of an installation that opens no network; plain http, so that only addresses are in question."""
    return settings.model_copy(update={"webhook_allowed_networks": ()})


@pytest.fixture
async def names() -> dict[str, list[str]]:
    """What names resolve to."""
    return {"hooks.example": ["93.184.216.34"]}


@pytest.fixture
async def world(outside: Settings, clock: SettableClock) -> AsyncIterator[Runtime]:
    """A process under that policy."""
    made = Runtime.of(outside)
    made.clock = clock
    yield made
    await made.close()


@pytest.fixture
async def sender(world: Runtime, names: dict[str, list[str]]) -> AsyncIterator[Deliveries]:
    made = Deliveries(world, Resolver(lambda host: names[host]))
    yield made
    await made.close(1)


@pytest.fixture
async def owner(world: Runtime, tenant: TestTenant) -> Caller:
    return Caller(world, tenant.principal())


async def test_it_is_refused_when_it_is_saved(owner: Caller, receiver: Receiver) -> None:
    made = await owner.make("create_webhook_endpoint", url="http://hooks.example/")
    endpoint = external_id("webhook_endpoint", made)
    taken = []
    for url in (url.format(port=receiver.port) for url in INNER):
        for name, given in (("create_webhook_endpoint", {}), ("update_webhook_endpoint", {"id": endpoint})):
            try:
                await owner.ask(name, url=url, **given)
                taken.append((name, url))
            except (Invalid, ValueError):
                continue
    assert taken == []
    await owner.ask("update_webhook_endpoint", id=endpoint, url="http://hooks.example/other")


async def test_stored_before_it_is_refused_when_it_is_sent_and_when_it_is_tried_again(
    world: Runtime, owner: Caller, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    """All of them at once, as if they had been saved under another policy."""
    half = len(INNER) // 2
    for _ in range(half):
        await owner.ask("create_webhook_endpoint", url="http://hooks.example/", event_types=["risk.*"])
    ids = await rows(world, tenant, "SELECT id FROM webhook_endpoint WHERE tenant_id = $1", tenant.id)
    for part in (INNER[:half], INNER[half:]):
        async with unit_of_work(world, tenant.principal()) as work:
            for row, url in zip(ids, part, strict=True):
                (await work.get(WebhookEndpoint, row["id"])).url = url.format(port=receiver.port)
        await emit(world, tenant)
        await relay_all(world, tenant)
        for _ in range(2):
            await deliver(sender, tenant)
            clock.forward(minutes=1)
        await write(world, tenant, "UPDATE delivery SET state = 'cancelled', due = NULL WHERE tenant_id = :tenant")
    attempts = await rows(world, tenant, "SELECT status, error, answer FROM attempt WHERE tenant_id = $1", tenant.id)
    assert attempts == [REFUSED] * (2 * len(INNER))
    assert receiver.requests == []


async def test_a_name_that_turns_inward_is_refused_though_it_was_taken_and_sent_to_before(
    world: Runtime,
    owner: Caller,
    tenant: TestTenant,
    receiver: Receiver,
    names: dict[str, list[str]],
    clock: SettableClock,
) -> None:
    """The name changes after it was saved, between two attempts, and has inner addresses beside good ones."""
    await owner.ask("create_webhook_endpoint", url=NAMED.format(port=receiver.port), event_types=["risk.*"])
    await emit(world, tenant)
    await relay_all(world, tenant)
    inner = (["127.0.0.1"], ["::1", "169.254.169.254"], ["::ffff:127.0.0.1"], ["64:ff9b::7f00:1"], ["2002:7f00:1::"])
    for addresses in inner:
        names["hooks.example"] = addresses
        sender = Deliveries(world, Resolver(lambda host: names[host]))
        assert await deliver(sender, tenant) == 1
        await sender.close(1)
        clock.forward(hours=6)
    attempts = await rows(world, tenant, "SELECT status, error, answer FROM attempt WHERE tenant_id = $1", tenant.id)
    assert attempts == [REFUSED] * len(inner)
    assert receiver.requests == []


async def test_the_address_that_was_checked_is_the_one_connected_to(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver
) -> None:
    """Asked once for each connection: a second answer, which names an inner address, is never heard."""
    asked: list[str] = []

    def lookup(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    caller = Caller(runtime, tenant.principal())
    await caller.ask("create_webhook_endpoint", url=NAMED.format(port=receiver.port), event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    sender = Deliveries(runtime, Resolver(lookup))
    assert await deliver(sender, tenant) == 1
    await sender.close(1)
    assert asked == ["hooks.example"]
    assert [request.headers["host"] for request in receiver.requests] == [f"hooks.example:{receiver.port}"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_inward_is_a_failure_and_not_followed(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, clock: SettableClock, status: int
) -> None:
    inner = await receivers()
    receiver.usual = lambda _: answer(status, f"location: {inner.url}\r\nrefresh: 0; url={inner.url}\r\n")
    caller = Caller(runtime, tenant.principal())
    await caller.ask("create_webhook_endpoint", url=receiver.url, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    sender = Deliveries(runtime)
    for _ in range(2):
        await deliver(sender, tenant)
        clock.forward(seconds=6)
    await sender.close(1)
    attempts = await rows(runtime, tenant, "SELECT status FROM attempt WHERE tenant_id = $1", tenant.id)
    assert attempts == [{"status": status}] * 2
    assert (len(receiver.requests), inner.requests) == (2, [])

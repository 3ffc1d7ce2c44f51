"""What subscribers are told: everything they may see and asked for, in order, once, from wherever they left off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from cli.embedded.valkey import Valkey
from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph import reading as graph_reading
from tests.api.graphql.live.conftest import CHANGES, WITHIN, Site, Socket, site_of
from tests.conftest import Cluster, SettableClock, TestTenant, make_tenant
from workers.monitor import monitor

NEWS = """
subscription ($types: [ChangeSubject!], $venture: ID, $after: Int) {
  changes(types: $types, ventureId: $venture, after: $after) {
    sequence type eventId occurredAt subjectId ventureId actor data changed previous
    node { __typename id ... on Risk { title venture { key } } ... on Venture { name key } }
  }
}
"""
ALERTS = """
subscription ($filter: AlertMessageFilter, $after: Int) {
  alerts(filter: $filter, after: $after) { sequence type alert { rule severity state subject { id } } }
}
"""


async def newest(site: Site, tenant: TestTenant | None = None) -> int:
    async with site.runtime.database.reading((tenant or site.tenant).id) as connection:
        statement = "SELECT max(e.sequence) FROM event e WHERE e.tenant_id = $1"
        return int(await connection.fetchval(statement, (tenant or site.tenant).id) or 0)


async def told(socket: Socket, count: int, id: str = "1") -> list[Any]:
    return [(await socket.data(id))["changes"] for _ in range(count)]


async def test_a_change_is_told_with_what_it_is_about(site: Site) -> None:
    await site.relay()
    socket = await site.socket()
    await socket.subscribe(NEWS)
    await site.opened()
    venture = await site.venture()
    created = (await socket.data())["changes"]
    assert created["sequence"] == await newest(site), created
    assert created["type"] == "VENTURE_CREATED"
    assert created["subjectId"] == created["ventureId"] == external_id("venture", venture)
    assert created["node"] == {"__typename": "Venture", "id": created["subjectId"], "name": "Live", "key": "LIVE"}
    assert created["data"]["name"] == "Live"
    assert (created["changed"], created["previous"]) == ([], None)
    assert created["actor"]["id"] == external_id("member", site.tenant.members["owner"])

    await site.act("update_venture", id=venture, name="Another name")
    changed = (await socket.data())["changes"]
    assert changed["sequence"] == created["sequence"] + 1
    assert (changed["type"], changed["changed"], changed["previous"]) == ("VENTURE_UPDATED", ["name"], {"name": "Live"})
    assert changed["node"]["name"] == "Another name"


async def test_aliases_fragments_and_directives_work_in_a_message(site: Site) -> None:
    await site.relay()
    socket = await site.socket()
    document = """
    subscription ($no: Boolean! = false) { news: changes { n: sequence hidden: type @include(if: $no) ...Rest } }
    fragment Rest on ChangeMessage { __typename it: node { id } same: node { ... on Venture { key } } }
    """
    await socket.subscribe(document)
    await site.opened()
    venture = await site.venture()
    found = (await socket.data())["news"]
    assert found == {
        "n": await newest(site),
        "__typename": "ChangeMessage",
        "it": {"id": external_id("venture", venture)},
        "same": {"key": "LIVE"},
    }


async def test_changes_are_filtered_by_type_and_venture(site: Site) -> None:
    one, other = await site.venture("ONE"), await site.venture("OTHER")
    socket = await site.socket()
    await socket.subscribe(NEWS, types=["RISK"], venture=external_id("venture", one))
    await site.opened()
    await site.risk(other, "elsewhere")
    await site.act("update_venture", id=one, name="Not a risk")
    await site.risk(one, "here")
    assert (await socket.data())["changes"]["node"]["title"] == "here"


async def fired(site: Site, probability: int = 5, title: str = "It breaks") -> None:
    risk = await site.risk(await site.venture(f"V{probability}{len(title)}"), title)
    await site.act("assess_risk", risk_id=risk, probability_level=probability, impact_level=5)
    while await monitor(site.runtime, site.tenant.id):
        pass
    await site.relay()


async def test_an_alert_is_told_when_it_fires_and_only_to_those_who_want_it(site: Site) -> None:
    socket = await site.socket()
    wanted: dict[str, Any] = {
        "all": {},
        "grave": {"severity": "CRITICAL", "type": "RISK_ALERT_FIRED"},
        "mild": {"severity": ["INFO"]},
        "market": {"category": ["market"]},
        "rule": {"rule": "risk.level_critical"},
        "none": {"rule": "milestone.overdue"},
        "elsewhere": {"ventureId": external_id("venture", site.tenant.id)},
        "nothing": {"severity": None, "rule": None},
    }
    for id, given in wanted.items():
        await socket.subscribe(ALERTS, id, filter=given)
    await site.opened(len(wanted))
    await fired(site)
    got: dict[str, Any] = {}
    while got.keys() < {"all", "grave", "market", "nothing", "rule"}:
        message = await socket.receive()
        got.setdefault(message["id"], []).append(message["payload"]["data"]["alerts"])
    assert {alert["type"] for alert in got["all"]} == {"RISK_ALERT_FIRED"}
    assert got["rule"][0]["alert"]["rule"] == "risk.level_critical"
    assert got.keys().isdisjoint({"mild", "none", "elsewhere"}), got.keys()


async def test_resuming_gives_everything_once_and_in_order(site: Site) -> None:
    venture = await site.venture()
    for number in range(120):
        await site.act("update_venture", id=venture, name=f"Name {number}")
    last = await newest(site)
    socket = await site.socket()
    await socket.subscribe(CHANGES, after=last - 115)
    for number in range(5):
        await site.act("update_venture", id=venture, name=f"Later {number}")
    messages = await told(socket, 120)
    assert [message["sequence"] for message in messages] == list(range(last - 114, last + 6))


async def test_resuming_has_no_seam_while_events_go_on(site: Site) -> None:
    venture = await site.venture()
    key = await site.key()
    await site.relay()
    first = await newest(site)

    async def write() -> None:
        for number in range(40):
            await site.act("update_venture", id=venture, name=f"Name {number}")

    writing = asyncio.create_task(write())
    sequences: list[int] = []
    while len(sequences) < 40:
        socket = await site.socket(key)
        await socket.subscribe(CHANGES, after=sequences[-1] if sequences else first)
        sequences += [message["sequence"] for message in await told(socket, min(7, 40 - len(sequences)))]
        await socket.connection.close()
    await writing
    assert sequences == list(range(first + 1, first + 41))


async def test_after_must_be_a_number_that_was_given_and_is_still_kept(site: Site) -> None:
    for number in range(3):
        await site.venture(f"V{number}")
    socket = await site.socket()
    last = await newest(site)
    await socket.subscribe(CHANGES, "future", after=last + 1)
    answer = await socket.receive()
    assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "BAD_USER_INPUT")
    assert str(last) in answer["payload"][0]["message"]
    await forget_events(site, upto=last - 1)
    await socket.subscribe(CHANGES, "past", after=1)
    answer = await socket.receive()
    assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "EVENTS_GONE")
    assert answer["payload"][0]["extensions"]["newest"] == last
    await socket.subscribe(CHANGES, "kept", after=last - 1)
    assert (await socket.data("kept"))["changes"]["sequence"] == last


async def forget_events(site: Site, upto: int) -> None:
    """As when old partitions are dropped, which only their owner can do."""
    await administer(site, "DELETE FROM event WHERE tenant_id = $1 AND sequence <= $2", site.tenant.id, upto)


async def administer(site: Site, statement: str, *values: Any) -> None:
    connection = await asyncpg.connect(**asyncpg_arguments(site.runtime.settings.admin_database_url))
    try:
        await connection.execute(statement, *values)
    finally:
        await connection.close()


async def test_a_failure_is_masked_and_what_follows_is_told(
    clone: Callable[..., Settings], clock: SettableClock
) -> None:
    settings = await asyncio.to_thread(clone)
    worker = Runtime.of(settings)
    worker.clock = clock
    try:
        async with site_of(settings, clock, worker) as site:
            venture = await site.venture()
            socket = await site.socket()
            shown = "node { ... on Venture { name teams { nodes { name } } } }"
            await socket.subscribe(f"subscription {{ changes {{ sequence {shown} }} }}")
            await site.opened()
            await administer(site, "REVOKE SELECT ON team FROM milepost_app")
            await site.act("update_venture", id=venture, name="Unreadable")
            message = await socket.receive()
            assert (message["type"], message["payload"]["data"]) == ("next", None)
            error = message["payload"]["errors"][0]
            assert error["extensions"]["code"] == "INTERNAL"
            assert error["extensions"]["sequence"] == await newest(site)
            assert "team" not in str(error)
            assert "ermission" not in str(error)
            await administer(site, "GRANT SELECT ON team TO milepost_app")
            await site.act("update_venture", id=venture, name="Readable")
            assert (await socket.data())["changes"]["node"]["name"] == "Readable"
    finally:
        await worker.close()


async def test_restricted_callers_hear_of_their_ventures_only(site: Site) -> None:
    own, other = await site.venture("OWN"), await site.venture("OTHER")
    after = await newest(site)
    socket = await site.socket(await site.key("contributor", venture_ids=[own]))
    await socket.subscribe(NEWS, "live")
    await socket.subscribe(NEWS, "past", after=after)
    await site.opened(2)
    await site.risk(other, "secret")
    await site.act("create_team", name="Of all", function="business")
    await site.act("create_team", name="Elsewhere", function="business", venture_id=other)
    await site.act("update_venture", id=other, name="Secret")
    await site.risk(own, "shown")
    found: dict[str, list[Any]] = {"live": [], "past": []}
    while not all(messages and messages[-1]["type"] == "RISK_CREATED" for messages in found.values()):
        message = await socket.receive()
        found[message["id"]].append(message["payload"]["data"]["changes"])
    for messages in found.values():
        assert [message["type"] for message in messages] == ["TEAM_CREATED", "RISK_CREATED"]
        assert messages[-1]["node"]["title"] == "shown"
    await socket.subscribe(NEWS, "asked", venture=external_id("venture", other), after=after)
    await site.opened(3)
    await socket.alive()


async def test_another_tenant_is_never_heard(site: Site) -> None:
    foreign = await site.venture("FOREIGN", site.stranger)
    for number in range(9):
        await site.venture(f"V{number}")
    socket = await site.socket()
    last = await newest(site)
    await socket.subscribe(NEWS, "all", after=0)
    await socket.subscribe(NEWS, "theirs", venture=external_id("venture", foreign), after=0)
    await socket.subscribe(CHANGES, "number", after=await newest(site, site.stranger))
    await site.opened(3)
    await site.act("update_venture", site.stranger, id=foreign, name="Foreign still")
    await site.venture("MINE")
    found: dict[str, list[Any]] = {}
    while not all(len(found.get(id, ())) and found[id][-1]["sequence"] == last + 1 for id in ("all", "number")):
        message = await socket.receive()
        found.setdefault(message["id"], []).append(message["payload"]["data"]["changes"])
    assert [message["sequence"] for message in found["all"]] == list(range(1, last + 2))
    assert foreign.hex not in str(found)
    assert "theirs" not in found


async def test_a_message_on_the_wrong_channel_tells_nothing(site: Site) -> None:
    """Live messages only wake: what is told is read from the tenant's own rows."""
    await site.relay()
    foreign = await site.venture("FOREIGN", site.stranger)
    socket = await site.socket()
    await socket.subscribe(NEWS)
    await site.opened()
    forged = b'{"sequence": 999, "type": "venture.created", "subject_id": "%s"}' % foreign.hex.encode()
    for junk in (forged, b"", b"\xff", b"[]"):
        await site.runtime.wakes.client.publish(f"milepost:live:{site.tenant.id.hex}", junk)
    venture = await site.venture()
    assert (await socket.data())["changes"]["subjectId"] == external_id("venture", venture)


async def test_a_selection_is_read_once_however_many_listen(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import api.graphql.live.reading as live_reading

    reads: list[str] = []
    real = live_reading.run

    async def counted(runtime: Runtime, request: Any, statement: Any) -> Any:
        reads.append(statement.sql)
        return await real(runtime, request, statement)

    monkeypatch.setattr(live_reading, "run", counted)
    assert graph_reading.run is real
    await site.relay()
    keys = [await site.key("viewer"), await site.key("viewer"), await site.key("manager")]
    sockets = [await site.socket(key) for key in keys for _ in range(4)]
    for number, socket in enumerate(sockets):
        await socket.subscribe(NEWS, types=["VENTURE"] if number % 2 else None)
    await site.opened(len(sockets))
    await site.venture("SHARED")
    for socket in sockets:
        assert (await socket.data())["changes"]["node"]["key"] == "SHARED"
    assert len(reads) == 2  # one for viewers, one for managers: what they may do differs


@pytest.fixture
async def shaky(cluster: Cluster, clock: SettableClock, settings: Any) -> AsyncIterator[tuple[Site, Valkey]]:
    """A site with a Valkey of its own."""
    valkey = Valkey(Path(cluster.valkey.data_folder).parent / "shaky")
    await asyncio.to_thread(valkey.start)
    own = cluster.settings("common", MILEPOST_REDIS_URL=valkey.url)
    worker = Runtime.of(own)
    worker.clock = clock
    try:
        async with site_of(own, clock, worker) as site:
            yield site, valkey
    finally:
        await worker.close()
        await asyncio.to_thread(valkey.stop)


async def test_nothing_is_lost_or_mixed_up_while_valkey_is_away_and_after_it_is_back(
    shaky: tuple[Site, Valkey],
) -> None:
    site, valkey = shaky
    foreign = await site.venture("FOREIGN", site.stranger)
    venture = await site.venture()
    socket, theirs = await site.socket(), await site.socket(await site.key(tenant=site.stranger))
    for each in (socket, theirs):
        await each.subscribe(NEWS)
    await site.opened(2)
    first = await newest(site)
    await site.act("update_venture", id=venture, name="Before")
    assert (await socket.data())["changes"]["sequence"] == first + 1
    await asyncio.to_thread(valkey.stop)
    await site.act("update_venture", id=venture, name="Away")
    await site.act("update_venture", site.stranger, id=foreign, name="Changed meanwhile")
    assert (await socket.data())["changes"]["sequence"] == first + 2
    await asyncio.to_thread(valkey.start)  # empty: it keeps nothing
    await site.act("update_venture", id=venture, name="Back")
    changed = (await socket.data())["changes"]
    assert (changed["sequence"], changed["subjectId"]) == (first + 3, external_id("venture", venture))
    assert (await theirs.data())["changes"]["subjectId"] == external_id("venture", foreign)
    await socket.alive()
    await theirs.alive()


async def test_the_process_end_closes_with_a_code_that_clients_come_back_after(site: Site) -> None:
    socket = await site.socket()
    await socket.subscribe(CHANGES)
    await site.opened()
    site.server.should_exit = True
    assert (await socket.closed())[0] == 1012


async def test_no_connection_to_the_database_is_held_while_nothing_happens(site: Site) -> None:
    sockets = [await site.socket() for _ in range(15)]
    for socket in sockets:
        await socket.subscribe(CHANGES)
    await site.opened(15)
    pool = site.app.state.runtime.database.engine("app").pool
    async with asyncio.timeout(WITHIN):
        while pool.checkedout():
            await asyncio.sleep(0.01)
    assert await make_tenant(site.runtime)

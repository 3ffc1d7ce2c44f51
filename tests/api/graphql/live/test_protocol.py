"""The protocol `graphql-transport-ws` to the letter: what each message does, and with which code a socket is closed."""

from __future__ import annotations

from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from tests.api.graphql.live.conftest import CHANGES, PROTOCOL, Site


async def test_only_the_one_sub_protocol_is_spoken(site: Site) -> None:
    offers: list[list[str]] = [["graphql-ws"], ["soap"], []]
    for protocols in offers:
        socket = await site.connect(protocols=protocols)
        assert socket.connection.subprotocol is None
        assert (await socket.closed())[0] == 4406


async def test_the_sub_protocol_is_chosen_among_several(site: Site) -> None:
    socket = await site.connect(protocols=["graphql-ws", PROTOCOL])
    assert socket.connection.subprotocol == PROTOCOL


async def test_without_connection_init_in_time_the_socket_is_closed(site: Site) -> None:
    site.bounds(init_seconds=0.05)
    socket = await site.connect()
    assert (await socket.closed())[0] == 4408


async def test_a_second_connection_init_closes(site: Site) -> None:
    socket = await site.socket()
    await socket.send({"type": "connection_init"})
    assert (await socket.closed())[0] == 4429


async def test_subscribe_before_connection_init_closes(site: Site) -> None:
    socket = await site.connect()
    await socket.subscribe("{ viewer { role } }")
    assert (await socket.closed())[0] == 4401


async def test_an_id_in_use_closes(site: Site) -> None:
    socket = await site.socket()
    await socket.subscribe(CHANGES, "same")
    await socket.subscribe(CHANGES, "same")
    assert (await socket.closed()) == (4409, "Subscriber for same already exists")


BAD_MESSAGES: list[Any] = [
    "no json",
    "null",
    "[]",
    '"x"',
    "{}",
    {"type": 1},
    {"type": "start", "id": "1", "payload": {"query": "{ __typename }"}},
    {"type": "connection_terminate"},
    {"type": "subscribe"},
    {"type": "subscribe", "id": 1, "payload": {"query": "{ __typename }"}},
    {"type": "subscribe", "id": "", "payload": {"query": "{ __typename }"}},
    {"type": "subscribe", "id": "x" * 201, "payload": {"query": "{ __typename }"}},
    {"type": "subscribe", "id": "1"},
    {"type": "subscribe", "id": "1", "payload": {}},
    {"type": "subscribe", "id": "1", "payload": {"query": 1}},
    {"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "variables": []}},
    {"type": "subscribe", "id": "1", "payload": {"query": "{ a }", "operationName": 1}},
    {"type": "complete"},
    {"type": "ping", "payload": []},
    '{"type": "ping", "type": "pong"}',
    "[" * 10_000,
    b"\x00\x01",
]


async def test_a_message_that_the_protocol_does_not_know_closes(site: Site) -> None:
    key = await site.key()
    for message in BAD_MESSAGES:
        socket = await site.socket(key)
        await socket.send(message)
        assert (await socket.closed())[0] == 4400, message


async def test_a_message_that_is_too_large_closes(site: Site) -> None:
    socket = await site.socket()
    await socket.send({"type": "ping", "payload": {"x": "x" * 1_100_000}})
    assert (await socket.closed())[0] == 1009


async def test_who_does_not_say_who_he_is_is_refused(site: Site) -> None:
    payloads: list[Any] = [None, {}, {"Authorization": "Bearer mp_live_no"}, {"authorization": 7}, {"token": "x"}]
    for payload in payloads:
        socket = await site.connect()
        await socket.send({"type": "connection_init", "payload": payload})
        assert (await socket.closed())[0] == 4403, payload


async def test_the_key_may_come_as_a_header_of_the_handshake(site: Site) -> None:
    socket = await site.connect(additional_headers={"Authorization": f"Bearer {await site.key()}"})
    assert (await socket.init())["type"] == "connection_ack"


async def test_two_keys_are_one_too_many(site: Site) -> None:
    socket = await site.connect(additional_headers={"Authorization": f"Bearer {await site.key()}"})
    await socket.send({"type": "connection_init", "payload": {"authorization": f"Bearer {await site.key()}"}})
    assert (await socket.closed())[0] == 4403


async def test_a_ping_is_answered_before_and_after_connection_init(site: Site) -> None:
    socket = await site.connect()
    await socket.send({"type": "ping"})
    assert await socket.receive() == {"type": "pong"}
    await socket.send({"type": "pong"})
    await socket.init(authorization=f"Bearer {await site.key()}")
    await socket.send({"type": "ping", "payload": {"n": 1}})
    assert await socket.receive() == {"type": "pong", "payload": {"n": 1}}


async def test_queries_and_mutations_work_over_the_socket(site: Site) -> None:
    socket = await site.socket()
    await socket.subscribe("query ($x: Boolean!) { viewer { role @include(if: $x) } }", "q", x=True)
    assert await socket.data("q") == {"viewer": {"role": "OWNER"}}
    assert await socket.receive() == {"id": "q", "type": "complete"}
    document = (
        "mutation ($i: CreateVentureInput!) { createVenture(input: $i) { venture { key } userErrors { message } } }"
    )
    await socket.subscribe(document, "q", i={"name": "Over the wire", "key": "WIRE"})
    assert await socket.data("q") == {"createVenture": {"venture": {"key": "WIRE"}, "userErrors": []}}
    assert await socket.receive() == {"id": "q", "type": "complete"}


REFUSED: list[tuple[str, str]] = [
    ("{ nothing }", "BAD_USER_INPUT"),
    ("subscription {", "BAD_USER_INPUT"),
    ("subscription { alerts { sequence } changes { sequence } }", "BAD_USER_INPUT"),
    ("subscription { alerts { sequence nothing } }", "BAD_USER_INPUT"),
    ("subscription { __typename }", "BAD_USER_INPUT"),
    ("subscription { alerts(after: -1) { sequence } }", "BAD_USER_INPUT"),
    ('subscription { alerts(filter: {ventureId: "x"}) { sequence } }', "BAD_USER_INPUT"),
    ("subscription { alerts(filter: {type: RISK_CREATED}) { sequence } }", "BAD_USER_INPUT"),
    ("subscription { alerts { alert { transitions(first: 1000) { totalCount } } } }", "BAD_USER_INPUT"),
    ("query A { __typename } query B { __typename }", "BAD_USER_INPUT"),
    ("subscription { " + "alerts { sequence } " * 60 + "}", "COST_LIMIT"),
]


async def test_an_operation_that_is_refused_leaves_the_socket_open(site: Site) -> None:
    socket = await site.socket()
    for query, code in REFUSED:
        await socket.subscribe(query, "bad")
        answer = await socket.receive()
        assert (answer["id"], answer["type"]) == ("bad", "error"), query
        assert answer["payload"][0]["extensions"]["code"] == code, query
    await socket.alive()


async def test_what_a_role_may_not_read_is_refused_before_anything_is_read(site: Site) -> None:
    socket = await site.socket(await site.key("viewer"))
    await socket.subscribe("subscription { changes(types: [WEBHOOK_ENDPOINT]) { sequence } }", "hidden")
    answer = await socket.receive()
    assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")
    await socket.alive()


async def test_a_completed_subscription_says_no_more_and_its_id_is_free(site: Site) -> None:
    socket = await site.socket()
    await socket.subscribe(CHANGES, "one")
    await socket.send({"id": "one", "type": "complete"})
    await socket.send({"id": "never there", "type": "complete"})
    await site.venture("FIRST")
    await socket.subscribe("{ __typename }", "one")
    assert await socket.data("one") == {"__typename": "Query"}
    assert await socket.receive() == {"id": "one", "type": "complete"}


async def test_a_socket_carries_so_many_operations_and_no_more(site: Site) -> None:
    site.bounds(operations=3)
    socket = await site.socket()
    for number in range(4):
        await socket.subscribe(CHANGES, str(number))
    answer = await socket.receive()
    assert (answer["id"], answer["type"]) == ("3", "error")
    assert answer["payload"][0]["extensions"]["code"] == "COST_LIMIT"


@pytest.mark.parametrize("limits", [{"of_principal": 2}, {"of_tenant": 2}, {"of_process": 2}])
async def test_there_is_room_for_so_many_sockets_and_it_is_given_back(site: Site, limits: dict[str, int]) -> None:
    site.bounds(**limits)
    key = await site.key()
    first, _ = await site.socket(key), await site.socket(key)
    third = await site.connect()
    await third.send({"type": "connection_init", "payload": {"authorization": f"Bearer {key}"}})
    assert (await third.closed())[0] == 1013
    await first.connection.close()
    await site.socket(key)


async def test_there_is_room_for_so_many_who_have_not_said_who_they_are(site: Site) -> None:
    site.bounds(strangers=1)
    known = await site.socket()
    first = await site.connect()
    await first.send({"type": "ping"})
    await first.receive()
    assert (await (await site.connect()).closed())[0] == 1013
    await first.init(authorization=f"Bearer {await site.key()}")
    await site.socket()
    await known.alive()


async def test_a_browser_from_another_site_cannot_use_the_cookie(site: Site) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {}):
        with pytest.raises(InvalidStatus) as refused:
            await site.connect(additional_headers={"Cookie": "milepost=token"} | headers)
        assert refused.value.response.status_code == 403

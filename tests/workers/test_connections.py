"""Connections are used again, and never where the address may not be used, the answer is not over, or it is closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from ipaddress import ip_network

import pytest

from domain.kernel.outbound import connections as module
from domain.kernel.outbound import resolving
from domain.kernel.outbound.connections import IDLE_OF_ORIGIN
from domain.kernel.outbound.resolving import Resolver
from tests.workers.conftest import answer
from tests.workers.keeping import KeepingReceiver
from workers.outbound import KEPT_OF_ANSWER, Outbound

LOOPBACK = (ip_network("127.0.0.0/8"),)


@pytest.fixture
async def keeping() -> AsyncIterator[KeepingReceiver]:
    made = KeepingReceiver()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def names() -> dict[str, list[str]]:
    return {}


@pytest.fixture
async def outbound(names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Outbound]:
    monkeypatch.setattr(resolving, "KEPT_SECONDS", 0.0)  # names are asked for anew with every request
    resolver = Resolver(lambda host: names[host])
    made = Outbound(resolver, LOOPBACK, allow_http=True)
    yield made
    made.close()
    resolver.close()


async def test_a_connection_is_used_for_the_next_request(keeping: KeepingReceiver, outbound: Outbound) -> None:
    for _ in range(5):
        assert (await outbound.post(keeping.url, {}, b"{}")).status == 204
    assert keeping.over == [0, 0, 0, 0, 0]


async def test_requests_at_the_same_time_have_connections_of_their_own_and_only_some_are_kept(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    many = IDLE_OF_ORIGIN + 5
    answers = await asyncio.gather(*(outbound.post(keeping.url, {}, b"{}") for _ in range(many)))
    assert [one.status for one in answers] == [204] * many
    assert len(set(keeping.over)) == many
    assert len(outbound._connections) == IDLE_OF_ORIGIN


async def test_all_that_is_kept_is_bounded(
    keeping: KeepingReceiver, outbound: Outbound, names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IDLE_IN_ALL", 3)
    for number in range(6):
        names[f"hooks{number}.example"] = ["127.0.0.1"]
        assert (await outbound.post(f"http://hooks{number}.example:{keeping.port}/", {}, b"{}")).status == 204
    assert len(outbound._connections) == 3


async def test_a_connection_that_the_receiver_closed_is_no_failure(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    await outbound.post(keeping.url, {}, b"{}")
    await keeping.hang_up()
    assert (await outbound.post(keeping.url, {}, b"{}")).status == 204
    assert keeping.over == [0, 1]


async def test_a_kept_connection_that_is_closed_without_a_word_is_tried_once_more_on_a_fresh_one(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    await outbound.post(keeping.url, {}, b"{}")
    keeping.close_after_request = True
    assert (await outbound.post(keeping.url, {}, b"{}")).status == 204
    assert keeping.over == [0, 0, 1]


async def test_a_fresh_connection_that_is_closed_without_a_word_has_failed(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    keeping.close_after_request = True
    assert (await outbound.post(keeping.url, {}, b"{}")).status is None
    assert keeping.over == [0]


async def test_half_an_answer_over_a_kept_connection_is_a_failure_and_not_tried_again(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    await outbound.post(keeping.url, {}, b"{}")
    keeping.usual = lambda _: b"SSH-2.0-OpenSSH\r\n\r\n"
    assert (await outbound.post(keeping.url, {}, b"{}")).error == "the answer is no HTTP"
    assert keeping.over == [0, 0]


async def test_a_connection_whose_answer_was_not_read_to_its_end_is_not_used_again(
    keeping: KeepingReceiver, outbound: Outbound
) -> None:
    keeping.usual = lambda _: answer(200, body=b"x" * (20 * KEPT_OF_ANSWER))
    for _ in range(2):
        assert (await outbound.post(keeping.url, {}, b"{}")).status == 200
    assert keeping.over == [0, 1]


async def test_a_connection_is_not_used_after_its_address_left_the_name(
    keeping: KeepingReceiver, outbound: Outbound, names: dict[str, list[str]]
) -> None:
    url = f"http://hooks.example:{keeping.port}/"
    names["hooks.example"] = ["127.0.0.1"]
    assert (await outbound.post(url, {}, b"{}")).status == 204
    names["hooks.example"] = ["127.0.0.2"]
    assert (await outbound.post(url, {}, b"{}")).status is None
    assert keeping.over == [0]
    names["hooks.example"] = ["10.0.0.1"]
    assert (await outbound.post(url, {}, b"{}")).error == "the host has no usable address"


async def test_a_connection_is_not_used_after_its_address_was_forbidden(
    keeping: KeepingReceiver, outbound: Outbound, names: dict[str, list[str]]
) -> None:
    url = f"http://hooks.example:{keeping.port}/"
    names["hooks.example"] = ["127.0.0.1"]
    assert (await outbound.post(url, {}, b"{}")).status == 204
    outbound._allowed = (ip_network("127.0.0.2/32"),)
    assert (await outbound.post(url, {}, b"{}")).error == "the host has no usable address"
    assert keeping.over == [0]


async def test_names_at_one_address_share_no_connection(
    keeping: KeepingReceiver, outbound: Outbound, names: dict[str, list[str]]
) -> None:
    for name in ("one.example", "other.example"):
        names[name] = ["127.0.0.1"]
        assert (await outbound.post(f"http://{name}:{keeping.port}/", {}, b"{}")).status == 204
    assert keeping.over == [0, 1]


async def test_cookies_do_not_come_back(keeping: KeepingReceiver, outbound: Outbound) -> None:
    keeping.usual = lambda _: answer(204, "set-cookie: a=b\r\n")
    for _ in range(2):
        await outbound.post(keeping.url, {}, b"{}")
    assert all("cookie" not in request.headers for request in keeping.requests)

"""Requests to strangers: never to an inner address, never longer than the deadline, never more than is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from ipaddress import ip_network
from typing import Any

import pytest

from domain.kernel.addresses import Network
from domain.kernel.outbound.resolving import Resolver
from tests.workers.conftest import Receiver, Request, answer
from workers import outbound as module
from workers.outbound import KEPT_OF_ANSWER, Outbound

LOOPBACK = (ip_network("127.0.0.0/8"),)
NOWHERE = "the host has no usable address"


@pytest.fixture
def names() -> dict[str, list[list[str]]]:
    """Answers of the resolver by name; each is used once, the last one for ever."""
    return {}


@pytest.fixture
async def resolver(names: dict[str, list[list[str]]]) -> AsyncIterator[Resolver]:
    def lookup(host: str) -> list[str]:
        if host not in names:
            raise OSError(f"no such name: {host}")
        return names[host].pop(0) if len(names[host]) > 1 else names[host][0]

    made = Resolver(lookup)
    yield made
    made.close()


Open = Callable[..., Outbound]


@pytest.fixture
async def opened(resolver: Resolver) -> AsyncIterator[Open]:
    """Makes clients under a policy, closed after the test."""
    made: list[Outbound] = []

    def make(allowed: Collection[Network], allow_http: bool) -> Outbound:
        made.append(Outbound(resolver, allowed, allow_http))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://2130706433:{port}/",
        "http://127.1:{port}/",
        "http://0x7f000001:{port}/",
        "http://user@hooks.example:{port}/",
        "http://inner.example:{port}/",
        "http://both.example:{port}/",
        "http://localhost:{port}/",
        "http://nothing.example:{port}/",
        "file:///etc/passwd",
        "http://hooks.example:5432/",
    ],
)
async def test_inner_addresses_are_refused_at_send_with_one_neutral_error(
    receiver: Receiver, opened: Open, names: dict[str, Any], url: str
) -> None:
    names |= {"inner.example": [["127.0.0.1"]], "both.example": [["::1", "127.0.0.1"]], "localhost": [["127.0.0.1"]]}
    answered = await opened((), allow_http=True).post(url.format(port=receiver.port), {}, b"{}")
    assert (answered.status, answered.error) == (None, NOWHERE)
    assert receiver.requests == []


async def test_only_good_addresses_are_dialled_and_the_host_stays_the_name(
    receiver: Receiver, opened: Open, names: dict[str, Any]
) -> None:
    names["hooks.example"] = [["169.254.169.254", "10.0.0.1", "127.0.0.1"]]
    sending = opened(LOOPBACK, allow_http=True)
    answered = await sending.post(f"http://hooks.example:{receiver.port}/a?b=c", {}, b"{}")
    assert answered.status == 204
    assert receiver.requests[0].headers["host"] == f"hooks.example:{receiver.port}"
    assert receiver.requests[0].path == "/a?b=c"


async def test_plain_http_is_refused_where_it_is_not_allowed(receiver: Receiver, opened: Open) -> None:
    answered = await opened(LOOPBACK, allow_http=False).post(receiver.url, {}, b"{}")
    assert answered.error == NOWHERE


async def test_redirects_are_not_followed(receiver: Receiver, receivers: Any, opened: Open) -> None:
    elsewhere = await receivers()
    receiver.usual = lambda _: answer(302, f"location: {elsewhere.url}\r\nset-cookie: a=b\r\n")
    sending = opened(LOOPBACK, allow_http=True)
    assert (await sending.post(receiver.url, {}, b"{}")).status == 302
    assert (await sending.post(receiver.url, {}, b"{}")).status == 302
    assert elsewhere.requests == []
    assert "cookie" not in receiver.requests[1].headers


async def test_the_whole_exchange_has_one_deadline(
    receiver: Receiver, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TOTAL_SECONDS", 0.3)

    async def drip(request: Request) -> bytes:
        await asyncio.sleep(60)
        return b""

    receiver.usual = drip
    answered = await opened(LOOPBACK, allow_http=True).post(receiver.url, {}, b"{}")
    assert answered.status is None
    assert answered.error is not None
    assert answered.error.startswith("no answer within")
    assert answered.latency_ms < 3_000


async def test_an_answer_is_cut_and_its_text_can_be_stored(receiver: Receiver, opened: Open) -> None:
    receiver.usual = lambda _: answer(200, body=b"\x00\xff" + b"x" * 1_000_000)
    answered = await opened(LOOPBACK, allow_http=True).post(receiver.url, {}, b"{}")
    assert answered.status == 200
    assert answered.excerpt is not None
    assert len(answered.excerpt) == KEPT_OF_ANSWER
    assert answered.excerpt.startswith("��x")


async def test_garbage_is_a_failure(receiver: Receiver, opened: Open) -> None:
    receiver.usual = lambda _: b"SSH-2.0-OpenSSH\r\n\r\n"
    answered = await opened(LOOPBACK, allow_http=True).post(receiver.url, {}, b"{}")
    assert (answered.status, answered.error) == (None, "the answer is no HTTP")


async def test_slow_names_hold_up_no_others() -> None:
    import threading

    gate = threading.Event()
    asked: list[str] = []

    def lookup(host: str) -> list[str]:
        asked.append(host)
        if host.startswith("slow"):
            gate.wait(30)
        return ["192.0.2.1"]

    resolver = Resolver(lookup)
    try:
        waiting = [asyncio.create_task(resolver.addresses(f"slow{number % 20}.example")) for number in range(200)]
        await asyncio.sleep(0)
        async with asyncio.timeout(5):
            await resolver.addresses("quick.example")
        assert len(asked) == 21
        gate.set()
        await asyncio.gather(*waiting)
    finally:
        gate.set()
        resolver.close()

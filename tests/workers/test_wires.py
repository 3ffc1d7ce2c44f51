"""HTTP as it may be spoken: each answer is heard as what it is, and a connection is kept only where that is certain."""

from __future__ import annotations

from collections.abc import AsyncIterator
from ipaddress import ip_network

import pytest

from domain.kernel.outbound.resolving import Resolver
from domain.kernel.outbound.strangers import written
from tests.workers.keeping import KeepingReceiver
from workers.outbound import Outbound


@pytest.fixture
async def keeping() -> AsyncIterator[KeepingReceiver]:
    made = KeepingReceiver()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def outbound() -> AsyncIterator[Outbound]:
    resolver = Resolver()
    made = Outbound(resolver, (ip_network("127.0.0.0/8"),), allow_http=True)
    yield made
    made.close()
    resolver.close()


@pytest.mark.parametrize(
    ("said", "status", "excerpt", "kept"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok", 200, "ok", True),
        (b"HTTP/1.1 204\r\n\r\n", 204, "", True),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nx: y\r\n\r\n", 200, "ok", True),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nlink: x\r\n\r\nHTTP/1.1 204 X\r\n\r\n", 204, "", True),
        (b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok", 200, "ok", False),
        (b"HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok", 200, "ok", False),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n", 200, "", False),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nwhat nobody asked for", 200, "", False),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 20000\r\n\r\n" + b"x" * 20_000, 200, "x" * 16_384, False),
    ],
)
async def test_an_answer_is_heard_and_its_connection_kept_where_it_may_be(
    keeping: KeepingReceiver, outbound: Outbound, said: bytes, status: int, excerpt: str, kept: bool
) -> None:
    keeping.usual = lambda _: said
    for _ in range(2):
        answer = await outbound.post(keeping.url, {}, b"{}")
        assert (answer.status, answer.excerpt, answer.error) == (status, excerpt, None)
    assert keeping.over == ([0, 0] if kept else [0, 1])


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok!",
        b"HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        b"HTTP/1.1 9999 OK\r\n\r\n",
        b"HTTP/2.0 200 OK\r\n\r\n\x00",
        b"ICY 200 OK\r\n\r\n",
        b"\r\n" * 40_000,
    ],
)
async def test_what_is_no_http_is_told_so(keeping: KeepingReceiver, outbound: Outbound, said: bytes) -> None:
    keeping.usual = lambda _: said
    answer = await outbound.post(keeping.url, {}, b"{}")
    assert (answer.status, answer.error) == (None, "the answer is no HTTP")


async def test_the_first_of_several_headers_of_a_name_counts(keeping: KeepingReceiver, outbound: Outbound) -> None:
    keeping.usual = lambda _: b"HTTP/1.1 429 X\r\nRetry-After: 7\r\nretry-after: 9\r\ncontent-length: 0\r\n\r\n"
    assert (await outbound.post(keeping.url, {}, b"{}")).retry_after == "7"


@pytest.mark.parametrize("value", ["a\r\nx-other: b", "a\nb", "a\rb", "a\0b"])
def test_no_value_ends_its_line(value: str) -> None:
    with pytest.raises(ValueError, match="end in its middle"):
        written("POST", "/hook", {"host": "hooks.example", "x-own": value}, b"{}")

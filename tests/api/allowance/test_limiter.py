"""Buckets are shared by processes, kept apart by tenants, and go on without Valkey."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from api.allowance import shared
from api.allowance.limiter import Limiter, Payer, Unit
from cli.embedded.valkey import Valkey
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind
from domain.kernel.runtime import Runtime
from tests.conftest import Cluster, SettableClock, TestTenant

TEN_A_SECOND = {"MILEPOST_REQUEST_LIMIT_BY_KEY": "600", "MILEPOST_REQUEST_LIMIT_BY_TENANT": "1200"}
Make = Callable[..., Limiter]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every draw is waited for, however busy the machine is: what is shared can be counted exactly."""
    monkeypatch.setattr(shared, "LONGEST_WAIT", 10.0)
    monkeypatch.setattr(shared, "LONGEST_DRAW", 10.0)


@pytest.fixture
async def limiter(cluster: Cluster, clock: SettableClock) -> AsyncIterator[Make]:
    """Makes limiters of processes of their own, with the same clock."""
    async with AsyncExitStack() as stack:

        def make(**more: str) -> Limiter:
            runtime = Runtime.of(cluster.settings("none", **TEN_A_SECOND, **more))
            runtime.clock = clock
            stack.push_async_callback(runtime.close)
            return Limiter(runtime, Unit.REQUESTS)

        yield make


def payer(tenant_id: UUID | None = None) -> Payer:
    """Somebody new."""
    return Payer(uuid7(), tenant_id or uuid7())


async def spend_all(limiter: Limiter, who: Payer, amount: int = 1) -> int:
    """How often the amount could be spent."""
    times = 0
    while not (await limiter.spend(who, amount)).retry_after:
        times += 1
    return times


@pytest.mark.usefixtures("patient")
async def test_two_processes_share_one_bucket(limiter: Make) -> None:
    one, two, who = limiter(), limiter(), payer()
    spent = [0, 0]
    for turn in range(700):
        process = turn % 2
        spent[process] += not (await (one, two)[process].spend(who, 1)).retry_after
    assert 600 - 10 <= sum(spent) <= 600, "a slice of ten may be left with either"
    assert min(spent) > 250


@pytest.mark.usefixtures("patient")
async def test_a_bucket_fills_with_time(limiter: Make, clock: SettableClock) -> None:
    process, who = limiter(), payer()
    assert await spend_all(process, who) == 600
    refused = await process.spend(who, 25)
    assert refused.retry_after == 3
    assert "25" in refused.message
    clock.forward(seconds=3)
    assert not (await process.spend(who, 25)).retry_after
    clock.forward(hours=1)
    assert await spend_all(process, who) == 600


@pytest.mark.usefixtures("patient")
async def test_the_keys_of_a_tenant_share_its_bucket_and_others_do_not_feel_it(limiter: Make) -> None:
    process, tenant_id = limiter(), uuid7()
    keys = [payer(tenant_id) for _ in range(3)]
    assert [await spend_all(process, key) for key in keys] == [600, 600, 0]
    assert "the tenant" in (await process.spend(keys[2], 1)).message
    other = await process.spend(payer(), 1)
    assert (other.retry_after, other.remaining) == (0, 599)
    operator = Payer(uuid7(), None)
    assert not (await process.spend(operator, 1)).retry_after


@pytest.mark.usefixtures("patient")
async def test_a_refusal_spends_nothing_of_the_other_bucket(limiter: Make) -> None:
    process, tenant_id = limiter(), uuid7()
    key = payer(tenant_id)
    await spend_all(process, key)
    for _ in range(50):
        assert (await process.spend(key, 1)).retry_after
    assert (await process.spend(payer(tenant_id), 100)).remaining == 500


@pytest.mark.usefixtures("patient")
async def test_more_than_a_slice_can_be_spent_at_once(limiter: Make) -> None:
    one, two, who = limiter(), limiter(), payer()
    assert not (await one.spend(who, 450)).retry_after
    assert (await two.spend(who, 450)).retry_after
    assert not (await two.spend(who, 150)).retry_after


@pytest.mark.usefixtures("patient")
async def test_many_at_once_spend_no_more_than_there_is(limiter: Make) -> None:
    one, two, who = limiter(), limiter(), payer()
    answers = await asyncio.gather(*((one, two)[turn % 2].spend(who, 7) for turn in range(200)))
    assert sum(not answer.retry_after for answer in answers) * 7 <= 600


async def test_a_draw_that_comes_late_is_not_waited_for_and_gives_nothing_twice(
    limiter: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "LONGEST_WAIT", 0.0)
    process, who = limiter(), payer()
    assert await spend_all(process, who, 30) == 20
    assert (await process.spend(who, 1)).retry_after


async def test_without_valkey_each_process_keeps_a_bucket_of_its_own(limiter: Make) -> None:
    process, who = limiter(MILEPOST_REDIS_URL="redis://127.0.0.1:1"), payer()
    assert await spend_all(process, who) == 600
    assert not (await process.spend(payer(), 1)).retry_after


@contextmanager
def silent_server() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    import socket

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        yield listening.getsockname()[1]


async def test_a_valkey_that_hangs_holds_nobody_up(limiter: Make) -> None:
    with silent_server() as port:
        process = limiter(MILEPOST_REDIS_URL=f"redis://127.0.0.1:{port}")
        async with asyncio.timeout(5):  # a draw that is waited for takes 0.2 s: fifty of them, ten seconds
            for _ in range(50):
                assert not (await process.spend(payer(), 1)).retry_after


@pytest.mark.usefixtures("patient")
async def test_when_valkey_is_back_the_bucket_is_shared_again(
    limiter: Make, clock: SettableClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "PAUSE", 0.0)
    valkey = Valkey(tmp_path / "valkey")
    valkey.start()
    try:
        one, two = (limiter(MILEPOST_REDIS_URL=valkey.url) for _ in range(2))
        who = payer()
        assert not (await one.spend(who, 100)).retry_after
        valkey.stop()
        assert not (await one.spend(who, 100)).retry_after
        valkey.start()
        assert not (await one.spend(who, 400)).retry_after
        assert (await two.spend(who, 300)).retry_after
    finally:
        valkey.stop()


@pytest.mark.usefixtures("patient")
async def test_an_emptied_valkey_breaks_nothing(limiter: Make, runtime: Runtime) -> None:
    process, who = limiter(), payer()
    await process.spend(who, 500)
    await runtime.wakes.client.flushall()
    assert (await process.spend(who, 500)).retry_after, "who has spent it here still knows"
    assert not (await process.spend(who, 100)).retry_after
    assert not (await limiter().spend(who, 500)).retry_after


@pytest.mark.usefixtures("patient")
async def test_the_usual_case_takes_no_round_trip(limiter: Make) -> None:
    process, who = limiter(), payer()
    await process.spend(who, 1)
    coroutine = process.spend(who, 1)
    with pytest.raises(StopIteration):
        coroutine.send(None)


async def test_a_session_pays_for_itself_and_an_operator_apart_from_the_tenant(tenant: TestTenant) -> None:
    member = tenant.principal("owner")
    one, two = (replace(member, session_id=uuid7()) for _ in range(2))
    assert len({Payer.of(principal) for principal in (member, one, two)}) == 3
    assert {Payer.of(principal).tenant_id for principal in (member, one, two)} == {tenant.id}
    operator = replace(member, kind=ActorKind.OPERATOR)
    assert Payer.of(operator) == Payer(member.actor_id or tenant.id, None)


@pytest.mark.usefixtures("patient")
async def test_headers_tell_policy_and_remainder(limiter: Make) -> None:
    spent = await limiter().spend(payer(), 60)
    assert spent.headers == {
        "RateLimit-Policy": '"requests-by-key";q=600;w=60;qu="requests", '
        '"requests-by-tenant";q=1200;w=60;qu="requests"',
        "RateLimit": '"requests-by-key";r=540;t=6, "requests-by-tenant";r=1140;t=3',
    }

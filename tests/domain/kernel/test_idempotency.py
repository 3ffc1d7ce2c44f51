"""The same key gives the same result once, under races and for each caller apart."""

from __future__ import annotations

import asyncio

import pytest

import domain.ventures.commands  # noqa: F401
from domain.kernel.commands import COMMANDS, Done, execute
from domain.kernel.errors import Busy, IdempotencyMismatch, Invalid
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant


async def _create(
    runtime: Runtime, principal: Principal, key: str, name: str = "Aurora", venture_key: str = ""
) -> Done:
    command = COMMANDS["create_venture"]
    given = {"name": name} | ({"key": venture_key} if venture_key else {})
    request = IdempotentRequest.of("POST", "/ventures", key, repr(given).encode())
    return await execute(runtime, principal, command, command.input.model_validate(given), idempotency=request)


async def test_the_same_request_again_answers_with_the_first_ids(runtime: Runtime, tenant: TestTenant) -> None:
    first = await _create(runtime, tenant.principal(), "k")
    again = await _create(runtime, tenant.principal(), "k")
    assert again.ids == first.ids
    assert (first.replayed, again.replayed) == (False, True)


async def test_another_request_under_the_same_key_is_refused(runtime: Runtime, tenant: TestTenant) -> None:
    await _create(runtime, tenant.principal(), "k")
    with pytest.raises(IdempotencyMismatch):
        await _create(runtime, tenant.principal(), "k", name="Other")


async def test_keys_of_different_callers_and_tenants_are_different_keys(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    made = [
        await _create(runtime, principal, "k")
        for principal in (tenant.principal("owner"), tenant.principal("admin"), stranger.principal("owner"))
    ]
    assert len({done.ids["venture"] for done in made}) == 3


async def test_twenty_at_once_make_exactly_one(runtime: Runtime, tenant: TestTenant) -> None:
    results = await asyncio.gather(
        *(_create(runtime, tenant.principal(), "k") for _ in range(20)), return_exceptions=True
    )
    done = [result for result in results if isinstance(result, Done)]
    assert all(isinstance(result, Done | Busy) for result in results), results
    assert len({result.ids["venture"] for result in done}) == 1
    assert sum(not result.replayed for result in done) == 1


async def test_a_refused_request_keeps_nothing(runtime: Runtime, tenant: TestTenant) -> None:
    with pytest.raises(Invalid):
        command = COMMANDS["create_venture"]
        given = command.input.model_construct(
            name="x" * 300, key=None, description=None, field="f", stage="nonsense", owner_id=None
        )
        request = IdempotentRequest.of("POST", "/ventures", "k", b"")
        try:
            await execute(runtime, tenant.principal(), command, given, idempotency=request)
        except Exception as error:
            raise Invalid(str(error)) from error
    assert not (await _create(runtime, tenant.principal(), "k")).replayed

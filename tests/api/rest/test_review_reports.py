"""The bytes of reports and their comparison over REST, held to the wall between tenants."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from api.app import create_app
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import SettableClock, TestTenant
from tests.domain.reviews.conftest import Board


@pytest.fixture
async def client(settings: Settings, runtime: Runtime) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, runtime)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as made:
            yield made


async def a_key(runtime: Runtime, tenant: TestTenant) -> str:
    command = COMMANDS["create_api_key"]
    given = command.input.model_validate({"title": "reader", "role": "viewer"})
    return (await execute(runtime, tenant.principal(), command, given)).shown_once["key"]


async def reading(client: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, path: str, **query: Any) -> Any:
    key = await a_key(runtime, tenant)
    address = f"/v1/tenants/{external_id('tenant', tenant.id)}/{path}"
    return await client.get(address, params=query, headers={"Authorization": f"Bearer {key}"})


async def asking(client: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, text: str, **variables: str) -> Any:
    key = await a_key(runtime, tenant)
    body = {"query": text, "variables": variables}
    return (await client.post("/graphql", json=body, headers={"Authorization": f"Bearer {key}"})).json()


async def test_the_bytes_have_the_hash_of_the_review(
    client: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant
) -> None:
    board = Board(runtime, tenant)
    review = await board.decided()
    answer = await reading(client, runtime, tenant, f"reviews/{review}/canonical")
    assert answer.status_code == 200
    assert hashlib.sha256(answer.content).hexdigest() == (await board.row(review)).content_hash


async def test_two_reviews_of_a_venture_are_compared_the_earlier_first(
    client: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    board = Board(runtime, tenant)
    venture = await board.owner.venture()
    milestone = await board.milestone(venture, percent_complete=20)
    first = await board.decided(milestone, "recycle")
    clock.forward(days=1)
    await board.owner.ask("update_milestone", id=milestone, percent_complete=60)
    second = await board.gathered(milestone)
    for one, other in ((first, second), (second, first)):
        answer = await reading(client, runtime, tenant, f"reviews/{one}/comparison", other_id=other)
        assert answer.status_code == 200, answer.text
        found = answer.json()
        assert (found["before"], found["after"]) == (first, second)
        percent = next(one for one in found["differences"] if one["field"] == "percent_complete")
        assert (percent["verdict"], percent["difference"], percent["relative"]) == ("better", "40", "2.0000")

    text = (
        "query ($one: ID!, $other: ID!) { reviewComparison(reviewId: $one, otherId: $other) "
        "{ differences { field verdict difference } } }"
    )
    asked = await asking(client, runtime, tenant, text, one=first, other=second)
    assert {"field": "percent_complete", "verdict": "BETTER", "difference": "40"} in (
        asked["data"]["reviewComparison"]["differences"]
    )

    theirs = await Board(runtime, stranger).gathered()
    missing = f"review_{'0' * 32}"
    for other in (theirs, missing):
        assert (await asking(client, runtime, tenant, text, one=first, other=other))["data"] == {
            "reviewComparison": None
        }
    told = [
        await reading(client, runtime, tenant, f"reviews/{one}/comparison", other_id=other)
        for one, other in ((first, theirs), (first, missing), (theirs, first), (missing, first))
    ]
    assert [answer.status_code for answer in told] == [404] * 4
    elsewhere = await board.gathered(await board.milestone(await board.owner.venture("Another")))
    answer = await reading(client, runtime, tenant, f"reviews/{first}/comparison", other_id=elsewhere)
    assert answer.status_code == 422

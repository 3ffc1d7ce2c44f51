"""No failure of a payload document holds its events up: they are sent without the selection, with the reason."""

from __future__ import annotations

import json

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Busy
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from graph import selections as documents
from graph.selections import PayloadDocuments
from tests.conftest import SettableClock, TestTenant, query_schema
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.workers.choosing import (
    OF_RISKS,
    RISK,
    Failing,
    a_risk,
    assess,
    errors,
    failure,
    store_document,
    told,
)
from tests.workers.conftest import Receiver, add_endpoint, relay_all, rows, write
from workers.deliveries import Deliveries
from workers.selections import TRIES


async def test_a_subject_that_is_gone_is_told(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    gone = external_id("risk", tenant.id)
    assert (await failure(runtime, tenant, receiver, sender, gone))["code"] == "NOT_FOUND"


async def test_a_document_that_takes_too_long_is_left_out(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    slow = "query ($subject: ID!) { risk(id: $subject) { title } indicators { totalCount } }"
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=slow)
    async with superuser(runtime.settings) as other, other.transaction():
        await other.execute("LOCK TABLE indicator IN ACCESS EXCLUSIVE MODE")
        error = await failure(runtime, tenant, receiver, sender)
    assert error == {"code": "TIMEOUT", "message": "the document was not answered within 500 ms"}


async def test_an_answer_that_is_too_large_is_left_out(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    monkeypatch.setattr(documents, "MOST_ANSWER", 20)
    assert (await failure(runtime, tenant, receiver, sender))["code"] == "TOO_LARGE"


async def test_a_document_that_the_schema_takes_no_longer_is_told_and_shown_until_it_is_valid_again(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    older = RISK.replace("score", "scoreOfOld")
    await store_document(runtime, tenant, older)
    error = await failure(runtime, tenant, receiver, sender)
    assert error["code"] == "INVALID"
    assert "line 1, column 52" in error["message"]
    assert "scoreOfOld" in error["message"]
    assert await errors(runtime, tenant) == [error["message"]]

    await store_document(runtime, tenant, RISK)  # as when the field is there again
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await told(runtime, tenant, sender)
    assert receiver.requests[-1].event["data"]["selection"]["risk"]["score"] == 25
    assert await errors(runtime, tenant) == [None]


async def test_a_document_that_its_role_may_not_ask_any_more_shows_nothing(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await store_document(runtime, tenant, "{ webhookEndpoints { nodes { url } } }")
    assert (await failure(runtime, tenant, receiver, sender))["code"] == "FORBIDDEN"
    assert "webhook:read" in str(await errors(runtime, tenant))


async def test_a_fault_of_our_own_leaves_the_selection_out(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    runtime.selections = Failing(ZeroDivisionError("secret text"))
    error = await failure(runtime, tenant, receiver, sender)
    assert error["code"] == "INTERNAL"
    assert "secret" not in error["message"]


async def test_a_document_that_does_not_fit_one_event_is_no_wrong_document(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    document = "query ($subject: ID!) { risks(filter: {id: {eq: $subject}}) { nodes { title } } }"
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.created", "team.created"], document=document)
    await a_risk(runtime, tenant)
    await Caller(runtime, tenant.principal()).ask("create_team", name="Everybody", function="business")
    await told(runtime, tenant, sender)
    found = {request.event["type"]: request.event["data"] for request in receiver.requests}
    assert found["risk.created"]["selection"] == {"risks": {"nodes": [{"title": "Licence lost"}]}}
    assert found["team.created"]["selection_error"]["code"] == "MISMATCH"
    assert await errors(runtime, tenant) == [None]


async def test_a_database_without_an_answer_is_asked_again_and_not_for_ever(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    risk = await a_risk(runtime, tenant)
    runtime.selections = busy = Failing(Busy("no"))
    await assess(runtime, tenant, risk)
    for tried in range(TRIES):
        await told(runtime, tenant, sender)
        assert (busy.asked, receiver.requests) == (tried + 1, [])
        clock.forward(seconds=60)
    await told(runtime, tenant, sender)
    assert busy.asked == TRIES
    assert receiver.requests[0].event["data"]["selection_error"]["code"] == "INTERNAL"


async def test_a_database_that_answers_again_gives_the_selection(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    risk = await a_risk(runtime, tenant)
    runtime.selections = Failing(Busy("no"))
    await assess(runtime, tenant, risk)
    await told(runtime, tenant, sender)
    runtime.selections = PayloadDocuments(runtime, query_schema)
    clock.forward(seconds=60)
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"]["risk"]["score"] == 25


async def test_an_event_that_is_no_longer_kept_leaves_no_delivery_waiting(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    await write(runtime, tenant, "UPDATE delivery SET event_id = :gone WHERE tenant_id = :tenant", gone=tenant.id)
    await write(
        runtime, tenant,
        "UPDATE work SET subject_id = :gone WHERE tenant_id = :tenant AND kind = 'selection'", gone=tenant.id,
    )  # fmt: skip
    await told(runtime, tenant, sender)
    [found] = await rows(runtime, tenant, "SELECT last_error FROM delivery WHERE tenant_id = $1", tenant.id)
    assert found["last_error"] == "the event's body is no longer kept"
    assert json.dumps(receiver.requests) == "[]"

"""The audit log is sent as it is sealed: to endpoints that ask for it by name, in the chain's order, to be verified."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from uuid import UUID

import pytest
import rfc8785

from domain.kernel.errors import Forbidden, Invalid
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture
from domain.webhooks.commands import (
    CreateWebhookEndpoint,
    UpdateWebhookEndpoint,
    create_webhook_endpoint,
    update_webhook_endpoint,
)
from tests.conftest import TestTenant
from tests.workers.conftest import Receiver, act, add_endpoint, deliver, relay_all, rows
from workers.deliveries import Deliveries
from workers.sealing import seal

ALL = timedelta(days=1)


async def add_member(work: Work) -> None:
    work.new(Member, name="Ann Lee", email="ann@lee.example", role=Role.VIEWER)


async def add_venture(work: Work) -> UUID:
    return work.new(Venture, key="HELIO", name="Helio").id


async def test_a_receiver_verifies_the_chain_from_what_it_is_sent(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await seal(runtime, tenant.id, ALL)
    logged = {"event_types": ["audit.*"], "role": Role.ADMIN, "ordered": True}
    await add_endpoint(runtime, tenant, receiver, **logged)
    thin = await add_endpoint(
        runtime, tenant, receiver, payload="thin", event_types=["audit.entry.recorded"], role="owner"
    )
    await add_endpoint(runtime, tenant, receiver, event_types=["*"], role=Role.OWNER, enabled=False)
    await act(runtime, stranger, add_member)
    for _ in range(3):
        await act(runtime, tenant, add_member)
    await seal(runtime, stranger.id, ALL)
    await seal(runtime, tenant.id, ALL)
    await deliver(sender, tenant)
    await deliver(sender, stranger)
    bodies = [request.event for request in receiver.requests if "hash" in request.event["data"]]
    assert len(bodies) == 6
    assert {body["type"] for body in bodies} == {"audit.entry.recorded"}
    assert [body["sequence"] for body in bodies] == sorted(body["sequence"] for body in bodies)
    assert "Ann Lee" not in str([request.body for request in receiver.requests])
    seals = await rows(runtime, tenant, "SELECT number, hash FROM audit_seal WHERE tenant_id = $1", tenant.id)
    by_number = {row["number"]: row["hash"] for row in seals}
    previous = by_number[bodies[0]["sequence"] - 1]
    for body in bodies:
        data = body["data"]
        assert data["previous_hash"] == previous
        previous = hashlib.sha256(bytes.fromhex(previous) + rfc8785.dumps(data["entry"])).hexdigest()
        assert data["hash"] == previous == by_number[data["number"]]
        assert body["actor"] == {"type": "member", "id": f"member_{tenant.members[Role.OWNER].hex}"}
    others = [request.event["data"] for request in receiver.requests if "hash" not in request.event["data"]]
    assert len(others) == 6
    assert all(data.keys() <= {"id", "subject_id", "entry"} for data in others), others
    assert thin


async def test_it_goes_in_no_circle_and_costs_nothing_where_nobody_asks(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    everything = await add_endpoint(runtime, tenant, receiver, event_types=["*"], role=Role.OWNER)
    await act(runtime, tenant, add_member)
    await relay_all(runtime, tenant)
    await seal(runtime, tenant.id, ALL)
    await deliver(sender, tenant)
    assert "audit.entry.recorded" not in {request.event["type"] for request in receiver.requests}
    await add_endpoint(runtime, tenant, receiver, event_types=["audit.entry.*"], role=Role.ADMIN)
    counts = []
    for _ in range(4):
        await relay_all(runtime, tenant)
        await seal(runtime, tenant.id, ALL)
        await deliver(sender, tenant)
        counts.append(await rows(runtime, tenant, "SELECT count(*) FROM audit_entry WHERE tenant_id = $1", tenant.id))
    assert counts[1:] == counts[:-1], "deliveries write no entries"
    assert everything


async def test_only_who_reads_the_log_has_it_sent_and_only_whole(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver
) -> None:
    async def make(principal: object, **more: object) -> object:
        given = CreateWebhookEndpoint(url=receiver.url, event_types=["risk.*", "audit.*"], **more)  # type: ignore[arg-type]
        return await perform(runtime, principal, lambda work: create_webhook_endpoint(work, given))  # type: ignore[arg-type]

    with pytest.raises(Invalid) as viewer:
        await make(tenant.principal())
    assert viewer.value.problems[0].path == ("event_types", 1)
    with pytest.raises(Forbidden, match="audit:read"):
        await make(tenant.principal(scopes=frozenset({"webhook:write"})), role=Role.ADMIN)
    done = await make(tenant.principal(), role=Role.ADMIN)
    id = done.ids["webhook_endpoint"]  # type: ignore[attr-defined]
    venture = await act(runtime, tenant, add_venture)
    for change in ({"role": Role.VIEWER}, {"venture_ids": [venture]}):
        given = UpdateWebhookEndpoint(id=id, **change)
        with pytest.raises(Invalid):
            await act(runtime, tenant, lambda work: update_webhook_endpoint(work, given))  # noqa: B023  # run at once

"""Refused acts stand in the audit log, and nobody can fill it with them."""

from __future__ import annotations

from typing import Any

import httpx
from fastapi import FastAPI

from domain.auditing.denials import MOST
from tests.api.conftest import BASE, Api, MakeKey
from tests.conftest import SettableClock, TestTenant

DENIED = "audit-log?action=access.denied&limit=200"


async def noted(owner: Api, query: str = DENIED) -> list[dict[str, Any]]:
    return list((await owner("GET", query)).json()["data"])


async def test_a_write_that_is_not_allowed_is_noted_by_either_interface_and_a_read_is_not(
    key_of: MakeKey, tenant: TestTenant
) -> None:
    owner, viewer = await key_of(tenant, "owner"), await key_of(tenant, "viewer")
    theirs = f"member_{tenant.members['owner'].hex}"  # type: ignore[index]  # a role is a text
    assert (await viewer("PATCH", f"members/{theirs}", {"role": "viewer"}, X_Request_Id="tried-1")).status_code == 403
    assert (await viewer("GET", "audit-log")).status_code == 403
    assert (await viewer("PATCH", "members/member_x", b"{")).status_code == 403
    mutation = {"query": 'mutation { addMember(input: {name: "x"}) { member { id } } }'}
    assert (await viewer("POST", "/graphql", mutation)).json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    admin = await key_of(tenant, "admin")
    assert (await admin("POST", "members", {"name": "x", "role": "owner"})).status_code == 403
    entries = await noted(owner)
    me = (await viewer("GET", "/v1/me")).json()["id"]
    assert [entry["after"] for entry in entries] == [
        {"operation": "add_member"},
        {"operation": "add_member"},
        {"operation": "update_member"},
        {"operation": "update_member", "id": theirs},
    ]
    last = entries[-1]
    assert (last["actor_id"], last["subject_id"], last["request_id"]) == (me, me, "tried-1")
    assert (last["address"], last["agent"]) == ("127.0.0.1", "program")


async def test_the_same_act_is_one_entry_and_nobody_fills_the_log(
    key_of: MakeKey, tenant: TestTenant, clock: SettableClock
) -> None:
    owner, viewer = await key_of(tenant, "owner"), await key_of(tenant, "viewer")
    for number in range(MOST + 5):
        for _ in range(2):
            path = f"members/member_{number:032x}"
            assert (await viewer("DELETE", path)).status_code == 403
    entries = await noted(owner)
    assert len(entries) == MOST
    clock.forward(minutes=11)
    assert (await viewer("DELETE", f"members/member_{99:032x}")).status_code == 403
    assert (await noted(owner))[0]["after"]["left_out"] == MOST + 10


async def test_a_key_from_a_foreign_network_is_noted_and_a_stranger_is_not(
    app: FastAPI, key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    owner, theirs = await key_of(tenant, "owner"), await key_of(stranger, "owner")
    bound = await key_of(tenant, "viewer", networks=["127.0.0.0/8"])
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as there:
        elsewhere = Api(there, bound.key, bound.tenant)
        assert (await elsewhere("GET", "ventures")).status_code == 403
    (entry,) = await noted(owner, "audit-log?action=api_key.refused")
    assert (entry["address"], entry["after"]) == ("203.0.113.9", {"reason": "network"})
    assert entry["subject_id"] == entry["actor_id"]
    assert (await owner("POST", f"/v1/tenants/{theirs.tenant}/members", {"name": "x"})).status_code == 404
    wrong = Api(owner.client, owner.key[:-7] + "0000000", owner.tenant)
    assert (await wrong("POST", "members", {"name": "x"})).status_code == 401
    assert await noted(owner) == []
    assert await noted(theirs) == []

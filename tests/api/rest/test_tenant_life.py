"""The life of a tenant as its owners, others and the operator see it by REST."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from domain.kernel.commands import execute
from domain.kernel.errors import Forbidden, StepUpRequired
from domain.kernel.ids import uuid7
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.tenancy.life import OWNERS_COMMANDS
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant
from workers.erasing import erase_due


def within(operator: Api, tenant: TestTenant) -> Api:
    return Api(operator.client, operator.key, f"tenant_{tenant.id.hex}")


def forget(app: FastAPI) -> None:
    """Let what was found out about callers be too old."""
    app.state.authenticator._standings._kept.clear()


async def test_only_owners_and_the_operator_end_a_tenant_and_either_can_cancel(
    app: FastAPI, operator: Api, key_of: MakeKey, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    owner, admin, theirs = await key_of(tenant), await key_of(tenant, "admin"), await key_of(stranger)
    narrow = await key_of(tenant, "owner", scopes=["tenant:write"])
    path = f"/v1/tenants/{owner.tenant}"
    for key in (admin, narrow):
        assert (await key("POST", "deletion")).status_code == 403
    assert (await owner("DELETE", "deletion")).json()["code"] == "INVALID_STATE"
    shut = await owner("POST", "deletion", Idempotency_Key="once")
    assert shut.status_code == 200, shut.text
    assert shut.json()["status"] == "deleting"
    assert shut.json()["delete_after"] == f"{clock.now() + timedelta(days=30):%Y-%m-%dT%H:%M:%S.%fZ}"
    forget(app)
    for key, at in ((admin, ""), (admin, "members"), (owner, "members"), (admin, "settings"), (owner, "settings")):
        answer = await key("GET", at)
        assert (answer.status_code, answer.json()["code"]) == (403, "TENANT_SUSPENDED"), at
    for method, at in (("GET", ""), ("POST", "deletion"), ("DELETE", "deletion"), ("GET", "settings")):
        answer = await theirs(method, f"{path}/{at}".rstrip("/"))
        nowhere = await theirs(method, f"/v1/tenants/tenant_{'0' * 32}/{at}".rstrip("/"))
        assert (answer.status_code, answer.json()["detail"]) == (404, nowhere.json()["detail"])
    assert (await admin("DELETE", "deletion")).json()["code"] == "TENANT_SUSPENDED"
    graphql = await owner("POST", "/graphql", {"query": "{ tenant { id } }"})
    assert graphql.status_code == 403
    assert (await owner("GET", "")).json()["delete_after"] == shut.json()["delete_after"]
    assert (await owner("POST", "deletion")).json()["code"] == "TENANT_SUSPENDED"
    back = await owner("DELETE", "deletion")
    assert (back.json()["status"], back.json()["delete_after"]) == ("active", None)
    forget(app)
    assert (await admin("GET", "members")).status_code == 200

    runs = within(operator, tenant)
    await runs("POST", "suspend")
    assert (await runs("POST", "deletion")).json()["status"] == "deleting"
    assert (await runs("POST", "suspend")).json()["code"] == "INVALID_STATE"
    assert (await runs("GET", "members")).status_code == 200, "the operator sees all"
    forget(app)
    assert (await owner("DELETE", "deletion")).json()["status"] == "suspended", "an owner does not lift a suspension"
    forget(app)
    assert (await owner("GET", "")).json()["code"] == "TENANT_SUSPENDED"
    assert (await runs("POST", "resume")).json()["status"] == "active"


async def test_a_person_proves_who_he_is_before_he_ends_a_tenant(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    command = OWNERS_COMMANDS["schedule_tenant_deletion"]
    given = command.input.model_validate({"id": tenant.id})
    for refused, more in (
        (StepUpRequired, {"session_id": uuid7(), "authenticated_at": clock.now() - timedelta(minutes=11)}),
        (Forbidden, {"venture_ids": frozenset()}),
    ):
        with pytest.raises(refused):
            await execute(runtime, tenant.principal(Role.OWNER, **more), command, given)
    recent: dict[str, Any] = {"session_id": uuid7(), "authenticated_at": clock.now()}
    await execute(runtime, tenant.principal(Role.OWNER, **recent), command, given)


async def test_the_operator_erases_at_once_by_name_and_reads_the_proof(
    app: FastAPI, operator: Api, key_of: MakeKey, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    owner, runs, proof = await key_of(tenant), within(operator, tenant), f"/v1/erasures/tenant_{tenant.id.hex}"
    assert (await owner("POST", "erasure", {"confirmation": tenant.slug})).status_code == 403
    wrong = await runs("POST", "erasure", {"confirmation": "another"})
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/confirmation")
    assert (await operator("GET", proof)).status_code == 404
    assert (await owner("GET", proof)).status_code == 403
    begun = await runs("POST", "erasure", {"confirmation": tenant.slug})
    assert (begun.status_code, begun.json()["status"]) == (202, "deleting")
    clock.forward(seconds=30)
    while await erase_due(runtime, tenant.id):
        pass
    told = (await operator("GET", proof)).json()
    assert told["finished_at"] is not None
    tables = {each["table"]: each for each in told["tables"]}
    assert tables["membership"] == {"table": "membership", "rows_deleted": 5, "rows_left": 0}
    assert all(each["rows_left"] == 0 for each in told["tables"] if each["rows_left"] is not None)
    forget(app)
    assert (await owner("GET", "/v1/me")).status_code == 401
    assert (await runs("GET", "")).status_code == 404

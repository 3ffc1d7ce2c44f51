"""Imports over REST: operators alone send an archive in parts, and the tenant that gets it must be empty."""

from __future__ import annotations

import hashlib

import httpx

from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey
from tests.conftest import OPERATOR_KEY, TestTenant
from workers.archiving import export_some
from workers.importing import import_some

BYTES = {"Content_Type": "application/octet-stream"}


async def test_an_operator_moves_a_tenant(
    client: httpx.AsyncClient, key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    owner = await key_of(tenant, "owner")
    venture = (await owner("POST", "ventures", {"name": "Helio"})).json()["id"]
    export = (await owner("POST", "exports")).json()["id"]
    while await export_some(runtime, tenant.id):
        pass
    archive = (await owner("GET", f"exports/{export}/content")).content
    told = {"size": len(archive), "sha256": hashlib.sha256(archive).hexdigest()}
    there = Api(client, OPERATOR_KEY, f"tenant_{stranger.id.hex}")

    begun = await there("POST", "imports", told)
    assert begun.status_code == 201, begun.text
    id = begun.json()["id"]
    assert (await there("POST", "imports", told)).status_code == 409, "one at a time"
    assert (await there("POST", f"imports/{id}/start")).json()["code"] == "INVALID_STATE"
    half = len(archive) // 2

    async def send(offset: int, content: bytes, caller: Api = there, **headers: str) -> httpx.Response:
        return await caller("PUT", f"imports/{id}/content?offset={offset}", content, **(BYTES | headers))

    assert (await send(0, archive[:half])).json()["received"] == half
    assert (await send(0, archive[:half])).json()["received"] == half
    assert (await send(0, b"x" * half)).status_code == 409
    assert (await send(half + 1, archive[half + 1 :])).status_code == 409
    assert (await send(half, archive[half:] + b"more")).status_code == 422
    assert (await send(half, archive[half:], Content_Type="application/json")).status_code == 415
    assert (await there("PUT", f"imports/{id}/content", archive[half:], **BYTES)).status_code == 422
    assert (await send(half, archive[half:])).json()["received"] == len(archive)
    assert (await there("GET", f"imports/{id}")).json()["state"] == "uploading"
    assert (await there("POST", f"imports/{id}/start")).json()["state"] == "checking"
    while await import_some(runtime, stranger.id):
        pass
    done = (await there("GET", f"imports/{id}")).json()
    assert (done["state"], done["problem"]) == ("done", None)
    assert done["rows_done"] == done["rows_total"] > 0
    assert (await there("GET", f"ventures/{venture}")).json()["name"] == "Helio"
    refused = await there("POST", "imports", told)
    assert refused.status_code == 409
    assert "not empty" in refused.json()["detail"]

    assert (await owner("POST", "imports", told)).status_code == 403
    assert (await owner("GET", "imports")).status_code == 403
    assert (await owner("GET", f"imports/{id}")).status_code == 403
    elsewhere = Api(client, OPERATOR_KEY, f"tenant_{tenant.id.hex}")
    assert (await elsewhere("GET", f"imports/{id}")).status_code == 404
    assert (await send(0, archive[:half], elsewhere)).status_code == 404


async def test_what_was_sent_can_be_thrown_away(client: httpx.AsyncClient, stranger: TestTenant) -> None:
    there = Api(client, OPERATOR_KEY, f"tenant_{stranger.id.hex}")
    told = {"size": 200, "sha256": "0" * 64}
    id = (await there("POST", "imports", told)).json()["id"]
    await there("PUT", f"imports/{id}/content?offset=0", b"a" * 100, **BYTES)
    assert (await there("POST", f"imports/{id}/cancel")).json()["state"] == "cancelled"
    assert (await there("PUT", f"imports/{id}/content?offset=100", b"a" * 100, **BYTES)).status_code == 409
    assert (await there("POST", "imports", told)).status_code == 201
    assert (await there("POST", "imports", {"size": 1, "sha256": "no"})).status_code == 422

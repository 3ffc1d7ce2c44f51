"""Exports over REST: asked for by owners and operators, watched, fetched in pieces, and by nobody else."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey
from tests.conftest import OPERATOR_KEY, SettableClock, TestTenant
from workers.archiving import export_some


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def made(owner: Api, runtime: Runtime, tenant: TestTenant, path: str = "exports") -> str:
    """An export whose archive is there."""
    asked = await owner("POST", path)
    assert asked.status_code == 201, asked.text
    id = str(asked.json()["id"])
    assert asked.headers["location"].endswith(f"/exports/{id}")
    assert (asked.json()["state"], asked.json()["progress"]) == ("queued", 0.0)
    while await export_some(runtime, tenant.id):
        pass
    return id


async def test_an_archive_is_fetched_whole_or_in_pieces_until_it_expires(
    owner: Api, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    id = await made(owner, runtime, tenant)
    shown = (await owner("GET", f"exports/{id}")).json()
    assert (shown["state"], shown["progress"], shown["error"]) == ("ready", 1.0, None)
    whole = await owner("GET", f"exports/{id}/content")
    assert whole.status_code == 200
    assert whole.headers["content-type"] == "application/zip"
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["content-disposition"] == f'attachment; filename="milepost-tenant-{id[7:]}.zip"'
    assert hashlib.sha256(whole.content).hexdigest() == shown["sha256"]
    assert len(whole.content) == shown["size"]
    assert zipfile.ZipFile(io.BytesIO(whole.content)).testzip() is None

    etag, size = whole.headers["etag"], shown["size"]
    assert (await owner("GET", f"exports/{id}/content", If_None_Match=etag)).status_code == 304
    head = await owner("HEAD", f"exports/{id}/content")
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(size), b"")
    for asked, first, last in (
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, size - 1),
        ("bytes=-10", size - 10, size - 1),
        (f"bytes=5-{size * 2}", 5, size - 1),
    ):
        piece = await owner("GET", f"exports/{id}/content", Range=asked, If_Range=etag)
        assert piece.status_code == 206
        assert piece.headers["content-range"] == f"bytes {first}-{last}/{size}"
        assert piece.content == whole.content[first : last + 1]
    for all_of_it in ({"Range": "bytes=5-9", "If_Range": '"another"'}, {"Range": "bytes=5-2"}, {"Range": "rows=1-2"}):
        answer = await owner("GET", f"exports/{id}/content", **all_of_it)
        assert (answer.status_code, answer.content) == (200, whole.content)
    for behind in (f"bytes={size}-", "bytes=-0"):
        refused = await owner("GET", f"exports/{id}/content", Range=behind)
        assert (refused.status_code, refused.json()["code"]) == (416, "RANGE_NOT_SATISFIABLE")
        assert refused.headers["content-range"] == f"bytes */{size}"

    actions = [entry["action"] for entry in (await owner("GET", f"audit-log?subject_id={id}")).json()["data"]]
    assert actions[-2:] == ["export.made", "export.requested"]
    assert "export.fetched" in actions
    clock.forward(days=7)
    refused = await owner("GET", f"exports/{id}/content")
    assert (refused.status_code, refused.json()["code"]) == (409, "INVALID_STATE")


async def test_who_may_ask_and_fetch(
    owner: Api, key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    id = await made(owner, runtime, tenant)
    admin, viewer, theirs = (
        await key_of(tenant, "admin"),
        await key_of(tenant, "viewer"),
        await key_of(stranger, "owner"),
    )
    assert [each["id"] for each in (await admin("GET", "exports")).json()["data"]] == [id]
    assert (await admin("POST", "exports")).status_code == 403
    assert (await admin("GET", f"exports/{id}/content")).status_code == 403
    assert (await viewer("GET", "exports")).status_code == 403
    for verb, path in (("GET", f"exports/{id}"), ("GET", f"exports/{id}/content"), ("POST", f"exports/{id}/cancel")):
        assert (await theirs(verb, path)).status_code == 404
    operator = Api(owner.client, OPERATOR_KEY, owner.tenant)
    assert (await operator("GET", f"exports/{id}/content")).status_code == 200
    again = await operator("POST", "exports", Idempotency_Key="once")
    assert again.json()["requested_by"] is None
    assert (await operator("POST", "exports", Idempotency_Key="once")).json()["id"] == again.json()["id"]
    third = await owner("POST", "exports")
    assert third.status_code == 201
    refused = await owner("POST", "exports")
    assert (refused.status_code, refused.json()["code"]) == (409, "CONFLICT")
    cancelled = await owner("POST", f"exports/{third.json()['id']}/cancel")
    assert cancelled.json()["state"] == "cancelled"


async def test_an_admin_fetches_what_is_held_of_a_person(key_of: MakeKey, runtime: Runtime, tenant: TestTenant) -> None:
    admin = await key_of(tenant, "admin")
    member = external_id("member", tenant.members["viewer"])
    id = await made(admin, runtime, tenant, f"members/{member}/export")
    assert (await admin("GET", f"exports/{id}")).json()["member_id"] == member
    answer = await admin("GET", f"exports/{id}/content")
    assert answer.status_code == 200
    assert parse_id("export", id)
    nobody = external_id("member", tenant.id)
    assert (await admin("POST", f"members/{nobody}/export")).status_code == 404

"""Trusted documents: what a tenant's programs were built with runs by name, and where it says so nothing else does."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from api.graphql import persisted, trusted
from domain.documents import manifests
from domain.kernel.principal import ActorKind
from domain.kernel.runtime import Runtime
from graph.documents.reading import USUAL
from tests.api.conftest import Api, MakeKey
from tests.conftest import Cluster, TestTenant

ROLE = "query Role { viewer { role } }"
RISKS = "query Risks($n: Int) { risks(first: $n) { totalCount } }"
GRAPHQL = "application/graphql-response+json"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


CODEGEN = {sha256(ROLE): ROLE, hashlib.sha1(RISKS.encode()).hexdigest(): RISKS}
RELAY = {hashlib.md5(ROLE.encode()).hexdigest(): ROLE}
PREFIXED = {f"sha256:{sha256(ROLE)}": ROLE}
APOLLO = {
    "format": "apollo-persisted-query-manifest",
    "version": 1,
    "operations": [{"id": sha256(ROLE), "name": "Role", "type": "query", "body": ROLE}],
}


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is looked up anew each time: four seconds later is now."""
    monkeypatch.setattr(trusted, "SECONDS", 0.0)


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


async def push(api: Api, manifest: Any, **headers: str) -> Any:
    return await api("POST", "trusted-documents", {"title": "web 1.0", "manifest": manifest}, **headers)


async def run(api: Api, **body: Any) -> Any:
    return await api("POST", "/graphql", body, Accept=GRAPHQL)


def code_of(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


@pytest.mark.parametrize(
    ("manifest", "name"),
    [
        (CODEGEN, sha256(ROLE)),
        (CODEGEN, f"sha256:{sha256(ROLE)}"),
        (RELAY, hashlib.md5(ROLE.encode()).hexdigest()),
        (RELAY, f"sha256:{sha256(ROLE)}"),
        (PREFIXED, f"sha256:{sha256(ROLE)}"),
        (PREFIXED, sha256(ROLE)),
        (APOLLO, f"sha256:{sha256(ROLE)}"),
    ],
    ids=["codegen", "codegen prefixed", "relay md5", "relay prefixed", "prefixed", "prefixed plain", "apollo"],
)
async def test_a_document_of_every_generators_manifest_runs_by_its_name(admin: Api, manifest: Any, name: str) -> None:
    made = await push(admin, manifest)
    assert made.status_code == 201, made.text
    posted = await run(admin, documentId=name)
    assert posted.json()["data"] == {"viewer": {"role": "ADMIN"}}
    got = await admin.client.get(
        "/graphql", params={"documentId": name}, headers={"Authorization": f"Bearer {admin.key}"}
    )
    assert got.json()["data"] == {"viewer": {"role": "ADMIN"}}


async def test_apollos_client_asks_by_its_extension(admin: Api) -> None:
    await push(admin, APOLLO)
    answer = await run(admin, extensions={"persistedQuery": {"version": 1, "sha256Hash": sha256(ROLE)}})
    assert answer.json()["data"] == {"viewer": {"role": "ADMIN"}}


async def test_variables_and_names_go_with_a_document(admin: Api) -> None:
    await push(admin, {"both": f"{ROLE} {RISKS}"})
    assert (await run(admin, documentId="both", operationName="Risks", variables={"n": 3})).json()["data"] == {
        "risks": {"totalCount": 0}
    }
    assert (await run(admin, documentId="both")).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": "x", "query": ROLE},
        {"documentId": "x", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}},
        {"documentId": ""},
        {"documentId": "x" * 201},
        {"documentId": 5},
    ],
)
async def test_a_document_id_stands_alone(admin: Api, body: dict[str, Any]) -> None:
    answer = await run(admin, **body)
    assert (answer.status_code, code_of(answer)) == (400, "BAD_USER_INPUT")


async def test_a_name_that_is_not_known_is_told_as_such(admin: Api) -> None:
    answer = await run(admin, documentId=f"sha256:{sha256('nothing')}")
    assert (answer.status_code, code_of(answer)) == (400, "PERSISTED_QUERY_NOT_FOUND")
    assert "data" not in answer.json()


async def test_another_tenants_documents_are_not_there(
    admin: Api, key_of: MakeKey, stranger: TestTenant, runtime: Runtime
) -> None:
    other = await key_of(stranger, "admin")
    theirs = (await push(other, CODEGEN)).json()["id"]
    unknown, foreign = await run(admin, documentId="x"), await run(admin, documentId=sha256(ROLE))
    assert foreign.json()["errors"][0]["message"] == unknown.json()["errors"][0]["message"]
    assert foreign.status_code == unknown.status_code
    missing = "document_manifest_" + "0" * 32
    for method in ("GET", "DELETE"):
        answers = [await admin(method, f"trusted-documents/{id}") for id in (theirs, missing)]
        assert [answer.status_code for answer in answers] == [404, 404]
    assert (await admin("GET", "trusted-documents")).json()["data"] == []
    assert (await run(other, documentId=sha256(ROLE))).json()["data"] == {"viewer": {"role": "ADMIN"}}


async def test_an_archived_manifest_is_trusted_no_longer_unless_another_has_the_document(admin: Api) -> None:
    one, two = (await push(admin, CODEGEN)).json()["id"], (await push(admin, APOLLO)).json()["id"]
    assert (await admin("DELETE", f"trusted-documents/{one}")).status_code == 204
    assert (await run(admin, documentId=sha256(ROLE))).status_code == 200
    assert (await admin("DELETE", f"trusted-documents/{two}")).status_code == 204
    assert code_of(await run(admin, documentId=sha256(ROLE))) == "PERSISTED_QUERY_NOT_FOUND"


async def test_the_newest_document_of_a_name_is_run(admin: Api) -> None:
    await push(admin, {"Board": ROLE})
    await push(admin, {"Board": RISKS})
    assert "risks" in (await run(admin, documentId="Board")).json()["data"]


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ({}, "1 to 500"),
        ({f"d{n}": ROLE for n in range(501)}, "1 to 500"),
        ({"a": 5}, "text"),
        ({"": ROLE}, "1 to 200"),
        ({"a b": ROLE}, "1 to 200"),
        ({"a" * 201: ROLE}, "1 to 200"),
        ({"a": "#" * 100_001}, "100000"),
        ({f"sha256:{'0' * 64}": ROLE}, "SHA-256"),
        ({"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}, "version 1"),
        ({"format": "apollo-persisted-query-manifest", "version": 1, "operations": [5]}, "object"),
        (APOLLO | {"operations": [{"id": "a", "body": ROLE}, {"id": "a", "body": RISKS}]}, "twice"),
        ({"a": "{ nonsense }"}, "nonsense"),
        ({"a": "{"}, "Syntax"),
        ({"a": "{ " + "a: viewer { role } " * 60 + "}"}, "50 times"),
        ([], ""),
        (None, ""),
    ],
)
async def test_a_manifest_that_cannot_be_trusted_is_refused_whole(admin: Api, manifest: Any, told: str) -> None:
    both = {"good": ROLE, **manifest} if isinstance(manifest, dict) and len(manifest) == 1 else manifest
    refused = await push(admin, both)
    assert refused.status_code == 422, refused.text
    assert refused.json()["errors"][0]["pointer"].startswith("/manifest")
    assert told in refused.text
    assert (await admin("GET", "trusted-documents")).json()["data"] == []
    assert code_of(await run(admin, documentId="good")) == "PERSISTED_QUERY_NOT_FOUND"


async def test_manifests_are_limited_in_number(admin: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    from domain.documents import commands

    monkeypatch.setattr(commands, "MOST_MANIFESTS", 1)
    await push(admin, CODEGEN)
    refused = await push(admin, APOLLO)
    assert (refused.status_code, refused.json()["code"]) == (403, "QUOTA_EXCEEDED")


async def test_only_administrators_see_and_trust_documents(key_of: MakeKey, tenant: TestTenant) -> None:
    manager = await key_of(tenant, "manager")
    assert (await push(manager, CODEGEN)).status_code == 403
    assert (await manager("GET", "trusted-documents")).status_code == 403


async def test_pushing_again_with_the_same_key_is_once(admin: Api) -> None:
    one, two = [await push(admin, CODEGEN, Idempotency_Key="k") for _ in range(2)]
    assert one.json() == two.json()
    assert len((await admin("GET", "trusted-documents")).json()["data"]) == 1
    assert one.json()["document_count"] == 2


async def allow_only(admin: Api, whose: str | None) -> None:
    answer = await admin("PATCH", "", {"trusted_documents_only": whose})
    assert answer.status_code == 200, answer.text
    assert answer.json()["trusted_documents_only"] == whose


@pytest.mark.parametrize("whose", ["keys", "everybody"])
async def test_a_tenant_that_trusts_documents_only_runs_nothing_else_for_keys(admin: Api, whose: str) -> None:
    await push(admin, CODEGEN)
    await allow_only(admin, whose)
    assert (await run(admin, documentId=sha256(ROLE))).status_code == 200
    assert (await run(admin, query=ROLE)).status_code == 200, "the very text of a trusted document is trusted"
    refused = await run(admin, query=ROLE + " ")
    assert (refused.status_code, code_of(refused)) == (403, "DOCUMENT_NOT_TRUSTED")
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": sha256("{ viewer { role } }")}}
    refused = await run(admin, query="{ viewer { role } }", extensions=hashed)
    assert code_of(refused) == "DOCUMENT_NOT_TRUSTED"
    assert code_of(await run(admin, extensions=hashed)) == "PERSISTED_QUERY_NOT_FOUND"
    await allow_only(admin, None)
    assert (await run(admin, query=ROLE + " ")).status_code == 200


@pytest.mark.parametrize(
    ("setting", "session", "key"), [("", False, False), ("sessions", True, False), ("keys", False, True)]
)
async def test_the_installation_can_ask_it_of_every_tenant(
    cluster: Cluster, tenant: TestTenant, setting: str, session: bool, key: bool
) -> None:
    runtime = Runtime.of(cluster.settings("common", MILEPOST_TRUSTED_DOCUMENTS_ONLY=setting))
    found = trusted.TrustedDocuments(runtime)
    assert await found.only(tenant.principal("viewer", session_id=tenant.id)) is session
    assert await found.only(replace(tenant.principal(), kind=ActorKind.API_KEY)) is key
    await runtime.close()


async def test_sessions_only_leaves_keys_free(admin: Api) -> None:
    await allow_only(admin, "sessions")
    assert (await run(admin, query=ROLE)).status_code == 200


async def test_a_query_that_persisted_itself_before_is_not_trusted_by_that(admin: Api) -> None:
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": sha256(ROLE)}}
    assert (await run(admin, query=ROLE, extensions=hashed)).status_code == 200
    assert (await run(admin, extensions=hashed)).status_code == 200
    assert code_of(await run(admin, documentId=sha256(ROLE))) == "PERSISTED_QUERY_NOT_FOUND"
    await allow_only(admin, "keys")
    assert code_of(await run(admin, extensions=hashed)) == "PERSISTED_QUERY_NOT_FOUND"


async def test_what_one_tenants_client_persisted_is_unknown_in_another(
    admin: Api, key_of: MakeKey, stranger: TestTenant
) -> None:
    other = await key_of(stranger)
    text = f"query Own{stranger.id.hex} {{ viewer {{ role }} }}"
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": sha256(text)}}
    assert (await run(other, query=text, extensions=hashed)).status_code == 200
    assert (await run(other, extensions=hashed)).json()["data"] == {"viewer": {"role": "OWNER"}}
    missing = await run(admin, extensions=hashed)
    assert (code_of(missing), missing.json()["errors"][0]["message"]) == (
        "PERSISTED_QUERY_NOT_FOUND",
        "PersistedQueryNotFound",
    )


async def test_a_persisted_query_is_known_to_other_processes(runtime: Runtime, tenant: TestTenant) -> None:
    one, two = persisted.PersistedQueries(runtime), persisted.PersistedQueries(runtime)
    one.keep(tenant.id, sha256(ROLE), ROLE)
    await runtime.wakes.start(one._stored(tenant.id, sha256(ROLE), ROLE))
    assert await two.find(tenant.id, sha256(ROLE)) == ROLE


async def test_a_text_in_valkey_that_is_not_its_hashs_is_not_run(runtime: Runtime, tenant: TestTenant) -> None:
    await runtime.wakes.client.hset(persisted._key(tenant.id), sha256(ROLE), RISKS)  # type: ignore[misc]
    assert await persisted.PersistedQueries(runtime).find(tenant.id, sha256(ROLE)) is None


@pytest.mark.parametrize(
    "extension",
    [
        {"version": 1, "sha256Hash": sha256("other")},
        {"version": 1, "sha256Hash": "abc"},
        {"version": 1},
        {"version": 2, "sha256Hash": sha256(ROLE)},
        [],
        "x",
    ],
)
async def test_a_hash_that_is_not_the_querys_is_refused(admin: Api, extension: Any) -> None:
    answer = await run(admin, query=ROLE, extensions={"persistedQuery": extension})
    assert (answer.status_code, code_of(answer)) == (400, "BAD_USER_INPUT")


async def test_what_is_invalid_is_not_persisted(admin: Api) -> None:
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": sha256("{ nonsense }")}}
    assert code_of(await run(admin, query="{ nonsense }", extensions=hashed)) == "BAD_USER_INPUT"
    assert code_of(await run(admin, extensions=hashed)) == "PERSISTED_QUERY_NOT_FOUND"


def test_limits_of_documents_are_those_of_requests() -> None:
    assert USUAL.bytes == manifests.MOST_BYTES

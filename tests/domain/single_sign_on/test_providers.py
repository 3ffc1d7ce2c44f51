"""Identity providers of a tenant: what is taken, what is fetched first, and who may say where one points."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from domain.kernel.errors import Conflict, Forbidden, Invalid, NotFound, QuotaExceeded
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.single_sign_on.providers import MOST_PROVIDERS
from tests.api.conftest import run
from tests.conftest import TestTenant
from tests.identity_provider import IdentityProvider, identity_provider

NOT_THERE = "no OpenID Connect provider was found there"


def given(issuer: str, **more: Any) -> dict[str, Any]:
    return {"title": "Acme", "issuer": issuer, "client_id": "milepost", "client_secret": "s3cret-of-acme"} | more


@pytest.mark.parametrize(
    ("metadata", "answers", "told"),
    [
        ({"issuer": "https://accounts.google.com"}, {}, "the issuer in its metadata is another one: https://accounts"),
        ({"token_endpoint": None}, {}, "its token_endpoint is missing"),
        ({"jwks_uri": "ftp://x"}, {}, "its jwks_uri is missing or not https"),
        ({"jwks_uri": "http://169.254.169.254/latest"}, {}, "the host has no usable address"),
        ({"jwks_uri": "http://10.0.0.1/jwks"}, {}, "the host has no usable address"),
        ({"jwks_uri": "https://metadata.google.internal/"}, {}, "the host has no usable address"),
        ({}, {"/.well-known/openid-configuration": (404, b"{}")}, "it answers 404 at /.well-known/"),
        ({}, {"/.well-known/openid-configuration": (302, b"")}, "it answers 302 at /.well-known/"),
        ({}, {"/.well-known/openid-configuration": (200, b"[]")}, "is no object"),
        ({}, {"/.well-known/openid-configuration": (200, b"<html>")}, "is no JSON"),
        ({}, {"/.well-known/openid-configuration": (200, b"{}" + b" " * 300_000)}, "the answer is too large"),
        ({}, {"/jwks": (200, b'{"keys": []}')}, "none of its keys can be read"),
        ({}, {"/jwks": (200, b'{"keys": [' + b"{}," * 10_000 + b"{}]}")}, "more than 100"),
    ],
)
async def test_an_issuer_is_tried_when_it_is_saved_and_the_refusal_says_what_is_wrong(
    runtime: Runtime, tenant: TestTenant, metadata: dict[str, Any], answers: dict[str, Any], told: str
) -> None:
    async with identity_provider(metadata=metadata, answers=answers) as provider:
        with pytest.raises(Invalid) as refusal:
            await run(runtime, tenant, "admin", "create_identity_provider", **given(provider.issuer))
    assert told in refusal.value.message
    assert "Give the issuer exactly as its discovery document has it" in refusal.value.message
    assert [problem.path for problem in refusal.value.problems] == [("issuer",)]


async def test_a_silent_issuer_is_waited_for_a_few_seconds_and_by_few(runtime: Runtime, tenant: TestTenant) -> None:
    silent = asyncio.Event()

    async def never(provider: IdentityProvider, asked: Any) -> tuple[int, bytes]:
        await silent.wait()
        return 200, b"{}"

    async with identity_provider(answers={"/.well-known/openid-configuration": never}) as provider:
        asking = (run(runtime, tenant, "admin", "create_identity_provider", **given(provider.issuer)) for _ in range(6))
        refused = await asyncio.gather(*asking, return_exceptions=True)
        silent.set()
    codes = sorted(getattr(each, "code", repr(each)) for each in refused)
    assert codes == ["BUSY", "BUSY", *["INVALID"] * 4]


@pytest.mark.parametrize(
    "issuer",
    [
        "http://user:word@id.example", "https://id.example/?x=1", "https://id.example/#x", "ftp://id.example", "x",
        "https://id.example:6379", "http://localhost:8000", "https://id.example/a b",
    ],
)  # fmt: skip
async def test_an_address_that_could_be_misread_is_no_issuer(runtime: Runtime, tenant: TestTenant, issuer: str) -> None:
    with pytest.raises(Invalid) as refusal:
        await run(runtime, tenant, "admin", "create_identity_provider", **given(issuer))
    assert refusal.value.problems[0].path == ("issuer",)


async def test_outside_development_no_inner_address_and_no_plain_http_is_an_issuer(
    settings: Settings, runtime: Runtime, tenant: TestTenant
) -> None:
    runtime.settings = settings.model_copy(update={"webhook_allowed_networks": (), "webhook_allow_http": False})
    for issuer in ("http://id.example", "https://127.0.0.1:9", "https://localhost:9", "https://[::1]:9"):
        with pytest.raises(Invalid) as refusal:
            await run(runtime, tenant, "admin", "create_identity_provider", **given(issuer))
        assert refusal.value.problems[0].code == "FORBIDDEN_TARGET"


async def test_the_secret_is_stored_encrypted_and_told_to_nobody(runtime: Runtime, tenant: TestTenant) -> None:
    async with identity_provider() as provider:
        await run(runtime, tenant, "admin", "create_identity_provider", **given(provider.issuer))
    async with runtime.database.reading(tenant.id) as connection:
        for table in ("identity_provider", "event", "audit_entry"):
            rows = await connection.fetch(f"SELECT t::text FROM {table} t WHERE tenant_id = $1", tenant.id)
            assert rows
            assert "s3cret" not in str(rows)


async def test_nobody_says_where_a_provider_points_that_signs_in_people_above_them(
    runtime: Runtime, tenant: TestTenant
) -> None:
    groups = {"group_claim": "groups", "group_roles": [{"group": "top", "role": "owner"}]}
    async with identity_provider() as provider:
        with pytest.raises(Forbidden):
            await run(runtime, tenant, "admin", "create_identity_provider", **given(provider.issuer, **groups))
        done = await run(runtime, tenant, "owner", "create_identity_provider", **given(provider.issuer, **groups))
        id = done.ids["identity_provider"]
        await run(runtime, tenant, "admin", "update_identity_provider", id=id, title="Renamed")
        for change in (
            {"issuer": provider.issuer}, {"client_id": "other"}, {"client_secret": None}, {"trust_email": True},
            {"group_claim": "x"}, {"group_roles": []}, {"default_role": "viewer"},
        ):  # fmt: skip
            with pytest.raises(Forbidden):
                await run(runtime, tenant, "admin", "update_identity_provider", id=id, **change)
        with pytest.raises(Forbidden):
            await run(
                runtime, tenant, "admin", "create_identity_provider", **given(provider.issuer, default_role="owner")
            )


async def test_another_tenants_provider_is_none(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    async with identity_provider() as provider:
        done = await run(runtime, tenant, "owner", "create_identity_provider", **given(provider.issuer))
        for command in ("update_identity_provider", "archive_identity_provider"):
            with pytest.raises(NotFound):
                await run(runtime, stranger, "owner", command, id=done.ids["identity_provider"])


async def test_a_tenant_has_few_providers(runtime: Runtime, tenant: TestTenant) -> None:
    async with identity_provider() as provider:
        for number in range(MOST_PROVIDERS):
            await run(
                runtime, tenant, "owner", "create_identity_provider", **given(provider.issuer, title=f"P{number}")
            )
        with pytest.raises(QuotaExceeded):
            await run(runtime, tenant, "owner", "create_identity_provider", **given(provider.issuer))


async def test_a_stale_change_is_a_conflict(runtime: Runtime, tenant: TestTenant) -> None:
    async with identity_provider() as provider:
        done = await run(runtime, tenant, "owner", "create_identity_provider", **given(provider.issuer))
        with pytest.raises(Conflict):
            await run(
                runtime, tenant, "owner", "update_identity_provider", id=done.ids["identity_provider"],
                expected_version=7, title="x",
            )  # fmt: skip

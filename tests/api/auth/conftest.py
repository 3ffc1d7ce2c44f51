"""Somebody whom the development provider knows, a tenant with a provider of its own, and a browser."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from tests.api.auth.own_provider import SingleSignOn, single_sign_on
from tests.api.auth.signing_in import introduce
from tests.api.conftest import browser, run
from tests.conftest import TestTenant


@pytest.fixture
async def person(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A browser."""
    async with browser(app) as made:
        yield made


@pytest.fixture
def subject() -> str:
    """The person's name at the provider."""
    return f"sub-{uuid7().hex}"


@pytest.fixture
async def invited(runtime: Runtime, tenant: TestTenant, issuer: str, subject: str) -> str:
    """Somebody whom the provider knows by a verified address, and who was added to the tenant by it."""
    email = f"{subject}@example.com"
    await introduce(issuer, subject, email=email, email_verified=True, name="Ann Lee")
    await run(runtime, tenant, "owner", "add_member", name="Ann", email=email.upper(), role="manager")
    return subject


@pytest.fixture
async def sso(app: FastAPI, runtime: Runtime, tenant: TestTenant) -> AsyncIterator[SingleSignOn]:
    """The tenant, whose viewer its own provider knows."""
    async with single_sign_on(app, runtime, tenant) as made:
        yield made


@pytest.fixture
def forgetful(app: FastAPI) -> Callable[[], None]:
    """Lets the process forget whom it has looked up lately, as four seconds do."""
    return lambda: app.state.authenticator._standings._kept.clear()

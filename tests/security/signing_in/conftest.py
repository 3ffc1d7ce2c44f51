"""A browser in which somebody has signed in, with the development provider."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import introduce, sign_in
from tests.api.conftest import app, browser, client, issuer, key_of, operator, run  # noqa: F401  # fixtures
from tests.conftest import TestTenant


@pytest.fixture
async def subject(issuer: str, runtime: Runtime, tenant: TestTenant) -> str:  # noqa: F811  # the fixture
    """An owner whom the provider knows."""
    name = f"sub-{uuid7().hex}"
    await introduce(issuer, name, email=f"{name}@example.com", email_verified=True, name="Ann Lee")
    await run(runtime, tenant, "owner", "add_member", name="Ann", email=f"{name}@example.com", role="owner")
    return name


@pytest.fixture
async def stranger_to_all(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:  # noqa: F811  # the fixture
    """A browser in which nobody has signed in."""
    async with browser(app) as made:
        yield made


@pytest.fixture
async def person(stranger_to_all: httpx.AsyncClient, subject: str) -> httpx.AsyncClient:
    """The browser of the owner, signed in."""
    assert (await sign_in(stranger_to_all, subject)).status_code == 303
    return stranger_to_all

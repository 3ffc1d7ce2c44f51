"""Without its database the API says so, and lives on."""

from __future__ import annotations

import pytest

from api.app import create_app
from domain.kernel.checks import UnusableDatabase
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import new_key
from tests.api.conftest import browser
from tests.conftest import KEYS, OPERATOR_KEY, Cluster


@pytest.fixture
def away(cluster: Cluster) -> Runtime:
    """A runtime whose database is not there, nor its Redis."""
    nothing = {
        "MILEPOST_DATABASE_URL": "postgresql://milepost_app@127.0.0.1:1/none",
        "MILEPOST_REDIS_URL": "redis://127.0.0.1:1",
    }
    return Runtime.of(cluster.settings("none", MILEPOST_SECRET_KEYS=KEYS, **nothing))


async def test_alive_and_not_ready(away: Runtime) -> None:
    async with browser(create_app(runtime=away)) as client:
        assert (await client.get("/livez")).status_code == 200
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()["checks"]["database"]) == (503, "unavailable")
        for key in (new_key(uuid7()), OPERATOR_KEY):
            answer = await client.get("/v1/me", headers={"Authorization": f"Bearer {key}"})
            assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "BUSY", "1")
    await away.close()


async def test_a_start_without_database_fails(away: Runtime) -> None:
    app = create_app(runtime=away)
    with pytest.raises((OSError, UnusableDatabase)):
        async with app.router.lifespan_context(app):
            pass
    await away.close()

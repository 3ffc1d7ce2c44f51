"""Nothing that signs in, and no person's address, is written to the log, at whatever level."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import approve
from tests.api.conftest import MakeKey, provider_setting
from tests.cli.processes import eventually, free_port, milepost
from tests.conftest import OPERATOR_KEY, Cluster, TestTenant
from tests.contract.catalogue import superuser

GRANT = "urn:ietf:params:oauth:grant-type:device_code"


@pytest.fixture
def talkative(cluster: Cluster, issuer: str) -> Iterator[tuple[str, list[str]]]:
    """The API in a process of its own that logs all it can: its address, and what it has said."""
    port = free_port()
    more = {
        "MILEPOST_PORT": str(port),
        "MILEPOST_LOG_LEVEL": "debug",
        "MILEPOST_IDENTITY_PROVIDERS": provider_setting(issuer),
    }
    process = milepost("api", **cluster.environment("common", **more))
    said: list[str] = []
    assert process.stdout is not None
    listener = threading.Thread(target=said.extend, args=(process.stdout,), daemon=True)
    listener.start()
    url = f"http://localhost:{port}"

    def lives() -> bool:
        try:
            return httpx.get(f"{url}/livez", trust_env=False).status_code == 200
        except httpx.HTTPError:
            return False

    try:
        eventually(lives, 60)
        yield url, said
    finally:
        process.terminate()
        process.wait(30)
        listener.join(10)
        process.stdout.close()


async def test_a_whole_sign_in_leaves_no_secret_in_the_log(
    talkative: tuple[str, list[str]], runtime: Runtime, tenant: TestTenant, subject: str, key_of: MakeKey
) -> None:
    url, said = talkative
    key = (await key_of(tenant)).key
    secrets = {"key": key, "operator": OPERATOR_KEY, "client_secret": "s3cret", "email": f"{subject}@example.com"}
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=60) as person:
        own = {"Origin": url}
        for prompt in ({}, {"prompt": "login"}):
            location = (await person.get("/auth/login", params={"return_to": "/docs", **prompt})).headers["location"]
            asked = parse_qs(urlsplit(location).query)
            login = next(value for name, value in person.cookies.items() if "login" in name)
            callback = await approve(location, subject)
            answered = parse_qs(urlsplit(callback).query)
            secrets |= {f"state{prompt}": asked["state"][0], f"nonce{prompt}": asked["nonce"][0]}
            secrets |= {f"challenge{prompt}": asked["code_challenge"][0], f"code{prompt}": answered["code"][0]}
            assert (await person.get(callback)).status_code == 303
            assert (await person.get(callback)).status_code == 400  # refused ways are logged as well
            secrets |= {f"login{prompt}": login, f"session{prompt}": person.cookies["milepost"]}
        begun = (await person.post("/auth/device", data={"client_id": "tool"})).json()
        await person.get("/auth/device", params={"user_code": begun["user_code"]})
        form = {"user_code": begun["user_code"], "decision": "allow"}
        assert (await person.post("/auth/device/decide", data=form, headers=own)).status_code == 200
        form = {"grant_type": GRANT, "device_code": begun["device_code"], "client_id": "tool"}
        token = (await person.post("/auth/device/token", data=form)).json()["access_token"]
        secrets |= {"user_code": begun["user_code"], "device_code": begun["device_code"], "bearer": token}
        for credential in (token, key, OPERATOR_KEY, f"{key}x"):
            await person.get("/v1/me", headers={"Authorization": f"Bearer {credential}"}, params={"access_token": key})
        async with superuser(runtime.settings) as database:
            stored = await database.fetchval("SELECT token_hash FROM session ORDER BY created_at DESC LIMIT 1")
        logout = (await person.post("/auth/logout", headers=own)).json()["logout_url"]
        secrets |= {"hash": stored, "id_token": parse_qs(urlsplit(logout).query)["id_token_hint"][0]}
        await person.get("/livez")
    eventually(lambda: any("/auth/logout" in line for line in said), 30)
    told = "".join(said)
    assert told.count('"event":"request"') >= 15
    for name, secret in secrets.items():
        assert len(secret) > 5, name
        assert secret not in told, name
    assert not re.search(r"access_token=|id_token=|code=|Bearer [A-Za-z]", told)

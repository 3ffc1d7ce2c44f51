"""`milepost listen`: shows what verifies, refuses what does not, passes on, and tidies up after itself."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.events.catalogue import catalogue
from cli.account import NoAccount, account_of
from domain.kernel.ids import external_id, uuid7
from domain.webhooks.signing import new_secret, signed_headers
from tests.workers.conftest import Receiver, answer

SECRET = new_secret()
EXAMPLE = catalogue()["risk.alert.fired"].example()
SUBJECT = EXAMPLE["data"]["subject"] | {"name": "Data runs out"}
SUMMARY = "Risk “Data\x1b[2J runs out” is critical."
EVENT = EXAMPLE | {"sequence": 7, "data": EXAMPLE["data"] | {"subject": SUBJECT, "summary": SUMMARY}}


async def listening(*arguments: str, **environment: str) -> tuple[asyncio.subprocess.Process, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "cli", "listen", *arguments),
        env={**os.environ, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    async with asyncio.timeout(15):
        line = (await process.stderr.readline()).decode()
    assert line.startswith("listening on http://127.0.0.1:"), line
    return process, line.split()[2].rstrip(",")


async def send(url: str, secret: str = SECRET, message_id: str = "event_1") -> int:
    body = json.dumps(EVENT).encode()
    headers = {**signed_headers([secret], message_id, datetime.now(UTC), body), "content-type": "application/json"}
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.post(url, headers=headers, content=body)).status_code


async def test_json_lines_of_verified_events_and_an_end_after_the_count() -> None:
    process, url = await listening("--secret", SECRET, "--json", "--count", "2")
    assert await send(url, secret=new_secret()) == 400
    assert await send(url) == 204
    assert await send(url, message_id="event_2") == 204
    async with asyncio.timeout(10):
        out, err = await process.communicate()
    assert process.returncode == 0
    lines = [json.loads(line) for line in out.decode().splitlines()]
    assert [line["webhook_id"] for line in lines] == ["event_1", "event_2"]
    assert lines[0]["data"] == EVENT["data"]
    assert "does not verify" in err.decode()


async def test_a_block_for_people_and_the_event_passed_on_as_it_came(receiver: Receiver) -> None:
    receiver.usual = lambda _: answer(202)
    process, url = await listening("--secret", SECRET, "--forward-to", receiver.url, "--count", "1")
    assert await send(url) == 202
    async with asyncio.timeout(10):
        out, _ = await process.communicate()
    shown = out.decode()
    for part in ("risk.alert.fired", "critical", "Data runs out", "7", "event_1", "202"):
        assert part in shown
    assert "\x1b[2J" not in shown
    [event] = receiver.verified(SECRET)
    assert event == EVENT


async def test_it_registers_and_takes_back_an_endpoint_of_the_demo(receiver: Receiver, tmp_path: Path) -> None:
    tenant_id = external_id("tenant", uuid7())
    made = json.dumps({"id": "webhook_endpoint_1", "secret": SECRET}).encode()
    receiver.usual = lambda request: answer(201, body=made) if request.body else answer(204)
    note = {
        "base_url": receiver.url.removesuffix("/hook"),
        "tenants": [{"id": tenant_id, "slug": "aurora", "keys": {"owner": "mp_live_x"}}],
    }
    (tmp_path / "dev.json").write_text(json.dumps(note))
    process, url = await listening("--tenant", "aurora", "--type", "risk.*", MILEPOST_DATA_DIR=str(tmp_path))
    assert receiver.requests[0].headers["authorization"] == "Bearer mp_live_x"
    assert json.loads(receiver.requests[0].body)["url"] == url
    assert json.loads(receiver.requests[0].body)["event_types"] == ["risk.*"]
    assert await send(url) == 204
    process.send_signal(signal.SIGINT)
    async with asyncio.timeout(10):
        await process.communicate()
    assert process.returncode == 0
    assert receiver.requests[1].path == f"/v1/tenants/{tenant_id}/webhook-endpoints/webhook_endpoint_1"


@pytest.mark.parametrize("given", [{}, {"tenant": "nobody"}, {"tenant": "tenant_" + "0" * 32}])
def test_what_is_missing_is_told_in_a_sentence(given: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(NoAccount, match=r"--tenant|--key"):
        account_of(data_dir=tmp_path, **given)

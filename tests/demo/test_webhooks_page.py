"""The receivers of docs/webhooks.md, as they stand there, take an alert from the worker and refuse a forgery."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import httpx
import pytest

from domain.kernel.runtime import Runtime
from domain.risks.monitoring.finding import Severity
from domain.webhooks.commands import CreateWebhookEndpoint, create_webhook_endpoint
from tests.cli.processes import ROOT, free_port
from tests.conftest import TestTenant
from tests.workers.conftest import act, relay_all
from tests.workers.test_monitor import a_critical_risk, a_venture, look
from workers.deliveries import Deliveries

PAGE: Final = (ROOT / "docs" / "webhooks.md").read_text("utf-8")
PROGRAMS: Final = dict(re.findall(r"^```\w+\n(?:#|//) (receiver\.\w+)\n(.*?)^```$", PAGE, re.M | re.S))


def test_the_page_has_a_receiver_in_three_languages() -> None:
    assert sorted(PROGRAMS) == ["receiver.go", "receiver.py", "receiver.ts"]


async def _command(name: str, folder: Path) -> list[str]:
    """What runs the program of the page."""
    path = folder / name
    path.write_text(PROGRAMS[name], "utf-8")
    if name.endswith(".py"):
        return [sys.executable, str(path)]
    go = shutil.which("go")
    if go is None:
        pytest.skip("no go")
    settings = os.environ | {"GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOCACHE": str(folder / "cache")}
    built = await asyncio.create_subprocess_exec(go, "build", "-o", str(folder / "receiver"), str(path), env=settings)
    assert await built.wait() == 0
    return [str(folder / "receiver")]


@asynccontextmanager
async def _listening(command: list[str], port: int, secret: str) -> AsyncIterator[asyncio.subprocess.Process]:
    settings = os.environ | {"PORT": str(port), "WEBHOOK_SECRET": secret}
    process = await asyncio.create_subprocess_exec(
        *command, env=settings, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(20):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.05)
                else:
                    writer.close()
                    break
        yield process
    finally:
        process.kill()
        await process.wait()


@pytest.mark.parametrize("name", ["receiver.py", "receiver.go"])
async def test_the_receiver_prints_the_alert_and_refuses_a_forgery(
    name: str, runtime: Runtime, tenant: TestTenant, tmp_path: Path
) -> None:
    command = await _command(name, tmp_path)
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    given = CreateWebhookEndpoint(url=url, event_types=["risk.alert.fired"], min_severity=Severity.CRITICAL)
    endpoint = await act(runtime, tenant, lambda work: create_webhook_endpoint(work, given))
    await a_critical_risk(runtime, tenant, await a_venture(runtime, tenant))
    await look(runtime, tenant)
    await relay_all(runtime, tenant)
    deliveries = Deliveries(runtime)
    async with _listening(command, port, endpoint.shown_once["secret"]) as process:
        assert await deliveries.turn(tenant.id) == 1
        await deliveries.settle()
        await deliveries.close(1)
        assert process.stdout is not None
        async with asyncio.timeout(10):
            line = (await process.stdout.readline()).decode()
        assert line.startswith("critical ")
        assert "Data runs out" in line
        async with httpx.AsyncClient() as client:
            forged = {"webhook-id": "event_1", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA"}
            assert (await client.post(url, content=b"{}", headers=forged)).status_code == 401

"""The five minutes of docs/importing.md, pasted as they stand: a sheet is tried, brought in, out, and in again."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path

from api.app import create_app
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.serving import serving
from tests.cli.processes import ROOT, free_port
from tests.conftest import Cluster, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from workers.sheets import import_sheets


async def test_a_newcomer_brings_a_sheet_in_and_out_and_in_again(
    cluster: Cluster, settings: Settings, runtime: Runtime, tenant: TestTenant, tmp_path: Path
) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    steps = "".join(re.findall(r"^```sh\n(.*?)^```$", (ROOT / "docs" / "importing.md").read_text("utf-8"), re.M | re.S))
    owner = Caller(runtime, tenant.principal())
    await owner.make("create_venture", name="Helio", key="HELIO")
    key = (await owner.ask("create_api_key", title="page", role="owner")).shown_once["key"]
    port = free_port()
    own = cluster.settings("common", MILEPOST_PORT=str(port))
    app = create_app(own, runtime)
    async with app.router.lifespan_context(app), superuser(settings) as database, serving(app, database, port):
        noted = {"id": f"tenant_{tenant.id.hex}", "slug": tenant.slug, "name": "Own", "keys": {"owner": key}}
        (tmp_path / ".milepost").mkdir()
        (tmp_path / ".milepost" / "dev.json").write_text(json.dumps({"base_url": own.base_url, "tenants": [noted]}))
        plain = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        told = {"no_proxy": "localhost,127.0.0.1", "HOME": str(tmp_path)}
        shell = await asyncio.create_subprocess_exec(
            "bash", "-c", steps, cwd=tmp_path, env=plain | told,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said = asyncio.create_task(shell.communicate())
        while not said.done():
            await import_sheets(runtime, tenant.id)
            await asyncio.wait([said], timeout=0.1)
    text = said.result()[0].decode()
    runs = re.split(r"(?<=unchanged)\n", text.strip())
    assert len(runs) == 5, text
    assert "UNKNOWN_FIELD" in runs[0] and "Probability of the workshop" in runs[0], text
    assert "must be a date such as 2026-12-31" in runs[1] and "left alone: Probability of the workshop" in runs[1], text
    assert runs[2].endswith("3 lines: 3 made, 0 changed, 0 unchanged"), text
    assert runs[3].endswith("3 lines: 0 made, 0 changed, 3 unchanged"), text
    assert runs[4].endswith("1 line: 0 made, 1 changed, 0 unchanged"), text
    async with runtime.database.reading(tenant.id) as connection:
        found = await connection.fetch("SELECT title FROM risk WHERE tenant_id = $1 ORDER BY id", tenant.id)
    assert [row["title"] for row in found][1:] == ["Both annotators leave", "=Competitors are faster"]

"""The ten minutes of docs/single-sign-on.md, pasted as they stand: a tenant is set up, somebody signs in."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path

from domain.kernel.settings import Settings
from tests.api.conftest import application
from tests.api.serving import serving
from tests.cli.processes import ROOT, free_port
from tests.conftest import OPERATOR_KEY, Cluster, SettableClock
from tests.contract.catalogue import superuser


async def test_a_newcomer_sets_a_tenant_up_with_the_development_provider(
    cluster: Cluster, settings: Settings, clock: SettableClock, issuer: str, tmp_path: Path
) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    page = (ROOT / "docs" / "single-sign-on.md").read_text("utf-8")
    steps = "".join(re.findall(r"^```sh\n(.*?)^```$", page, re.M | re.S))
    port = free_port()
    own = cluster.settings("common", MILEPOST_PORT=str(port))
    async with application(own, clock) as app, superuser(settings) as database, serving(app, database, port):
        note = {"base_url": own.base_url, "issuer": issuer, "operator_key": OPERATOR_KEY}
        (tmp_path / ".milepost").mkdir()
        (tmp_path / ".milepost" / "dev.json").write_text(json.dumps(note), "utf-8")
        plain = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        shell = await asyncio.create_subprocess_exec(
            "bash", "-c", steps, cwd=tmp_path, env=plain | {"no_proxy": "localhost,127.0.0.1"},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        said, complaints = (text.decode() for text in await asyncio.wait_for(shell.communicate(), 120))
    lines = said.splitlines()
    assert "operator" in lines, said + complaints
    assert "_milepost-challenge.acme-works.example" in complaints
    assert f"{own.base_url}/auth/callback/identity_provider_" in complaints
    [me] = [json.loads(line) for line in lines if line.startswith("{") and '"member"' in line]
    assert (me["role"], me["member"]["name"], me["tenant"]["slug"]) == ("contributor", "Ann Lee", "acme-works")
    assert lines[-1] == "True", said + complaints

"""Behind a transaction pooler that knows no prepared statements all works with one setting, and tenants stay apart."""

from __future__ import annotations

import asyncio
import shutil
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from api.app import create_app
from cli.embedded.folders import server_account
from cli.embedded.process import Child
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import Api, browser
from tests.conftest import Cluster, TestTenant, make_tenant
from tests.domain.commanding import Caller

PROGRAM = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
pytestmark = pytest.mark.skipif(not Path(PROGRAM).exists(), reason="needs pgbouncer")

ROLES = ("milepost_app", "milepost_auth", "milepost_finder", "milepost_keeper")


@pytest.fixture
def pooled(cluster: Cluster, clone: Callable[..., Settings]) -> Iterator[Settings]:
    """The settings of a database behind a pooler that has one server connection for each role."""
    direct = clone()
    parts = urlsplit(direct.database_url)
    sockets, database = parse_qs(parts.query)["host"][0], parts.path.removeprefix("/")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    folder = cluster.postgres.data_folder.parent / f"pooler-{port}"
    account = server_account(folder, folder.parent)
    folder.mkdir()
    users = "".join(f'"{role}" ""\n' for role in ROLES)
    (folder / "users.txt").write_text(users)
    (folder / "pgbouncer.ini").write_text(
        f"[databases]\n{database} = host={sockets} dbname={database}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = trust\n"
        f"auth_file = {folder / 'users.txt'}\npool_mode = transaction\ndefault_pool_size = 1\nmax_client_conn = 100\n"
    )
    child = Child([PROGRAM, folder / "pgbouncer.ini"], account=account)
    try:
        _await_port(port)
        urls = {
            f"MILEPOST_{name}DATABASE_URL": f"postgresql://milepost_{role}@127.0.0.1:{port}/{database}"
            for name, role in (("", "app"), ("AUTH_", "auth"), ("FINDER_", "finder"), ("KEEPER_", "keeper"))
        }
        yield cluster.settings(database, MILEPOST_PREPARED_STATEMENTS="0", **urls)
    finally:
        child.signal(2)
        while child.poll() is None:
            time.sleep(0.01)
        shutil.rmtree(folder, ignore_errors=True)


def _await_port(port: int) -> None:
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.01)
    raise AssertionError("the pooler does not listen")


@pytest.fixture
async def behind(pooled: Settings) -> AsyncIterator[Runtime]:
    """A runtime behind the pooler."""
    runtime = Runtime.of(pooled)
    yield runtime
    await runtime.close()


async def _filled(runtime: Runtime, name: str) -> tuple[TestTenant, Api]:
    tenant = await make_tenant(runtime)
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture(name)
    for number in range(5):
        risk = await caller.risk(venture, f"{name} {number}")
        await caller.ask("assess_risk", risk_id=risk, probability_level=3, impact_level=4)
    done = await caller.ask("create_api_key", title="test", role="owner")
    return tenant, Api(browser(create_app(runtime=runtime)), done.shown_once["key"], f"tenant_{tenant.id.hex}")


async def test_two_tenants_in_turn_on_one_server_connection(behind: Runtime) -> None:
    apis = {name: (await _filled(behind, name))[1] for name in ("Aurora", "Borealis")}
    asked = "query($n: Int) { risks(first: $n, filter: {score: {gte: 1}}) { totalCount nodes { title level } } }"

    async def read(name: str) -> None:
        answer = await apis[name].client.post(
            "/graphql",
            json={"query": asked, "variables": {"n": 3}},
            headers={"Authorization": f"Bearer {apis[name].key}"},
        )
        found = answer.json()["data"]["risks"]
        assert found["totalCount"] == 5
        assert {node["title"].split()[0] for node in found["nodes"]} == {name}

    await asyncio.gather(*(read(name) for _ in range(20) for name in apis))
    for name, api in apis.items():
        made = await api("POST", "ventures", {"name": f"{name} again"})
        assert made.status_code == 201, made.text
        await api.client.aclose()

"""The real API in a process of its own, attacked over HTTP; what it spends and holds is read from /proc."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.cli.processes import eventually, free_port, milepost
from tests.conftest import Cluster
from tests.memory import held

TICKS = os.sysconf("SC_CLK_TCK")
REFUSED = frozenset({"BAD_USER_INPUT", "COST_LIMIT", "PAYLOAD_TOO_LARGE", "TIMEOUT", "RATE_LIMITED", "NOT_ACCEPTABLE"})
"""What an attack may be refused with."""
LARGEST_ANSWER = 3_000_000
STATEMENT_MS = 1_000


@dataclass
class Attacked:
    """The API, and who attacks it."""

    pid: int
    url: str
    key: str
    http: httpx.AsyncClient
    headers: dict[str, str] = field(default_factory=dict)

    def cpu(self) -> float:
        """Seconds of processor time that the API has used."""
        parts = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / TICKS

    def memory(self) -> int:
        """Bytes that the API holds."""
        return held(self.pid)

    async def send(self, content: bytes, **headers: str) -> httpx.Response:
        """One body, as it is."""
        told = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", **self.headers, **headers}
        return await self.http.post("/graphql", content=content, headers=told)

    async def ask(self, text: str, /, **variables: Any) -> Any:
        """The body of the answer to an operation."""
        told = {"Authorization": f"Bearer {self.key}"}
        return (await self.http.post("/graphql", json={"query": text, "variables": variables}, headers=told)).json()

    async def bounded(self, content: bytes, seconds: float, **headers: str) -> httpx.Response:
        """Send an attack: it is refused or answered within these seconds of processor time, others being served."""
        before = self.cpu()
        attack = asyncio.create_task(self.send(content, **headers))
        alive = 0
        while not attack.done() or not alive:
            assert (await self.http.get("/livez")).status_code == 200
            alive += 1
        answer = await attack
        spent = self.cpu() - before - alive * 0.002  # what asking after its life has cost
        assert spent < seconds, f"{spent:.2f} s of processor time for {content[:200]!r}"
        check(answer)
        return answer


def check(answer: httpx.Response) -> None:
    """An answer in good order: no failure of ours, no inside told, not without bound."""
    assert answer.status_code < 500, answer.text[:500]
    assert len(answer.content) < LARGEST_ANSWER
    told = answer.json()
    for error in told.get("errors") or ():
        code = error.get("extensions", {}).get("code")
        assert code in REFUSED, (code, error)
    lowered = answer.text.lower() if told.get("errors") else ""
    for inside in ("traceback", "asyncpg", "sqlalchemy", 'file \\"', "select json_object"):
        assert inside not in lowered, answer.text[:500]


@contextmanager
def api_process(cluster: Cluster, database: str) -> Iterator[tuple[int, str]]:
    """`milepost api` on a database; its process id and address."""
    port = free_port()
    settings = {"MILEPOST_PORT": str(port), "MILEPOST_STATEMENT_TIMEOUT_MS": str(STATEMENT_MS)}
    process = milepost("api", **cluster.environment(database, **settings))
    url = f"http://127.0.0.1:{port}"
    said: list[str] = []
    assert process.stdout is not None
    listener = threading.Thread(target=said.extend, args=(process.stdout,), daemon=True)
    listener.start()
    try:
        eventually(lambda: _lives(url), 120)
        yield process.pid, url
    finally:
        process.terminate()
        process.wait(30)
        listener.join(10)
        process.stdout.close()
    failures = [line for line in said if '"level": "error"' in line or "Traceback" in line]
    assert not failures, "".join(failures)[:3000]


def _lives(url: str) -> bool:
    try:
        return httpx.get(f"{url}/livez", trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


@asynccontextmanager
async def attacker(pid: int, url: str, key: str) -> AsyncIterator[Attacked]:
    """Somebody with a key."""
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=60) as http:
        yield Attacked(pid, url, key, http)

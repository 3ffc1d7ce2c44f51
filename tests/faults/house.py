"""An installation whose parts can be had singly: servers, API and worker processes, tenants and their receivers."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpx

import domain.commands  # noqa: F401  # every command is declared
from cli.embedded.server import EmbeddedServer
from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from migrations.run import migrate
from tests.cli.processes import free_port
from tests.conftest import Cluster, TestTenant, make_tenant, servers
from tests.domain.commanding import Caller
from tests.faults.forked import Forked, Kind
from tests.faults.telling import failures, told
from tests.workers.conftest import Receiver, Request, answer

LATE: Final = 60.0
"""Seconds after which what is waited for has failed; nothing is measured by it."""

PAST_LEASES: Final = 121
"""Seconds by which the clock is moved on for the dead: more than any lease."""

_STARTER: Final = ThreadPoolExecutor(1, "starter")
"""Starts servers: the kernel ties their lives to the thread that does it, and this one lives as long as the tests."""


@contextmanager
def ground() -> Iterator[Cluster]:
    """Servers that may be killed: what PostgreSQL has answered is written, though not forced to the disk."""
    with servers(synchronous_commit="on") as cluster:
        prepare(cluster)
        yield cluster


def prepare(cluster: Cluster) -> None:
    """Make the database that every house has a copy of."""
    cluster.create_database("template_house")
    asyncio.run(migrate(cluster.settings("template_house")))


@dataclass
class Household:
    """A tenant of the house: who acts in it, its key, and the path of each of its endpoints."""

    tenant: TestTenant
    owner: Caller
    key: str
    endpoints: dict[str, str]
    "The pattern of events of each path."

    @property
    def id(self) -> UUID:
        """The tenant's."""
        return self.tenant.id


class House:
    """Processes on a database of their own. Times are those of a clock that can be moved."""

    def __init__(self, cluster: Cluster, folder: Path, receiver: Receiver, **settings: str) -> None:
        self.cluster = cluster
        self.receiver = receiver
        self.said = folder / "said"
        self.name = f"house_{uuid7().hex}"
        self._clock = folder / "clock"
        self._moved = 0.0
        self._clock.write_text("0")
        self._more = {"MILEPOST_CLOCK_FILE": str(self._clock), "MILEPOST_DATA_DIR": str(folder)} | settings
        self.runtime = Runtime.of(cluster.settings(self.name, **self._more))
        self.apis: list[Forked] = []
        self.ports: list[int] = []
        self.workers: list[Forked] = []
        self.households: list[Household] = []
        self.accepted: list[Request] = []
        "What the receiver has answered well."
        self.http = httpx.AsyncClient(trust_env=False, timeout=20)
        receiver.usual = self.accept

    async def build(self) -> None:
        """Make the database."""
        await asyncio.to_thread(self.cluster.create_database, self.name, "template_house")

    async def settle_in(self, *patterns: str) -> Household:
        """A tenant more, with an endpoint for each pattern of events."""
        tenant = await make_tenant(self.runtime)
        owner = Caller(self.runtime, tenant.principal())
        endpoints = {}
        for number, pattern in enumerate(patterns):
            path = f"/{tenant.slug}/{number}"
            url = f"http://127.0.0.1:{self.receiver.port}{path}"
            await owner.ask("create_webhook_endpoint", url=url, event_types=[pattern])
            endpoints[path] = pattern
        made = await owner.ask("create_api_key", title="faults", role="owner")
        household = Household(tenant, owner, made.shown_once["key"], endpoints)
        self.households.append(household)
        return household

    def environment(self, **more: str) -> dict[str, str]:
        """The settings of a process."""
        return self.cluster.environment(self.name, **self._more, **more)

    async def start(self, kind: Kind, crash_at: str = "", **more: str) -> Forked:
        """One process more; an API answers as soon as it is there."""
        if kind == "worker":
            self.workers.append(Forked(kind, self.environment(**more), self.said, crash_at))
            return self.workers[-1]
        self.ports.append(free_port())
        self.apis.append(Forked(kind, self.environment(MILEPOST_PORT=str(self.ports[-1]), **more), self.said, crash_at))
        await self.until(lambda: self.answers(self.ports[-1]))
        return self.apis[-1]

    async def populate(self, *, workers: int, apis: int, **settings: str) -> None:
        """Start so many processes."""
        for _ in range(workers):
            await self.start("worker", **settings)
        for _ in range(apis):
            await self.start("api", **settings)

    def kill(self, kind: Kind, number: int) -> None:
        """SIGKILL one, and let another take its place; that may take a moment."""
        if kind == "worker":
            self.workers[number].kill()
            self.workers[number] = Forked(kind, self.environment(), self.said)
        else:
            self.apis[number].kill()
            self._replace_api(number)

    async def all_answer(self) -> None:
        """Wait until every API can work."""
        for port in self.ports:
            await self.until(partial(self.answers_at_last, port))

    async def answers_at_last(self, port: int) -> bool:
        """Whether the API on a port can work; whatever has ended by itself is started again."""
        self.start_again()
        return await self.answers(port)

    def start_again(self) -> None:
        """Start again what has ended by itself, as a supervisor does: an API that finds no database at its start."""
        for number, each in enumerate(self.apis):
            if not each.alive():
                self._replace_api(number)

    def _replace_api(self, number: int) -> None:
        self.apis[number] = Forked("api", self.environment(MILEPOST_PORT=str(self.ports[number])), self.said)

    async def answers(self, port: int, path: str = "/readyz") -> bool:
        """Whether the API on a port says that it can work."""
        try:
            return (await self.http.get(f"http://127.0.0.1:{port}{path}")).status_code == 200
        except httpx.HTTPError:
            return False

    async def rest(
        self, household: Household, method: str, path: str, body: Any = None, *, api: int = 0, **headers: str
    ) -> httpx.Response:
        """One request below the tenant to one of the APIs. Header names with underscores."""
        address = f"http://127.0.0.1:{self.ports[api]}/v1/tenants/tenant_{household.id.hex}/{path}"
        sent = {"Authorization": f"Bearer {household.key}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.http.request(method, address, json=body, headers=sent)

    def move_clock(self, seconds: float) -> None:
        """Move the clock of all processes, on or back."""
        self._moved += seconds
        draft = self._clock.with_suffix(".new")
        draft.write_text(str(self._moved))
        draft.replace(self._clock)

    async def restart(self, server: EmbeddedServer, number: signal.Signals) -> None:
        """End a server by a signal, and start it again."""
        assert server.child is not None
        server.child.signal(number)
        await asyncio.to_thread(server.child.wait, LATE)
        await self.start_server(server)

    async def start_server(self, server: EmbeddedServer) -> None:
        """Start a server that does not run."""
        await asyncio.get_running_loop().run_in_executor(_STARTER, server.start)

    @asynccontextmanager
    async def admin(self) -> AsyncIterator[asyncpg.Connection]:
        """A superuser in the house's database."""
        settings = self.runtime.settings
        connection = await asyncpg.connect(**asyncpg_arguments(settings.admin_database_url))
        try:
            yield connection
        finally:
            await connection.close(timeout=5)

    async def until(self, true: Callable[[], Any], within: float = LATE) -> Any:
        """What `true` answers as soon as it is true. Fails with what the processes said when it is not in time."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while True:
            found = true()
            if found := await found if isinstance(found, Awaitable) else found:
                return found
            assert loop.time() < deadline, f"not within {within} s\n{self.story()}"
            await asyncio.sleep(0.02)

    async def quiet(self) -> None:
        """Wait until nothing is due any more, the clock being moved past dead leases and pauses of retries.

        It is moved farther each time: where a clock has jumped, things are due an hour from now.
        """
        for attempt in range(60):
            self.move_clock(PAST_LEASES * min(2**attempt, 16))
            try:
                await self.until(self._nothing_due, 1.5)
                return
            except AssertionError:
                continue
        raise AssertionError(f"never quiet\n{self.story()}")

    async def _nothing_due(self) -> bool:
        try:
            async with self.admin() as database:
                found = await database.fetchval(
                    "SELECT (SELECT count(*) FROM event WHERE due IS NOT NULL)"
                    " + (SELECT count(*) FROM delivery WHERE state = 'pending')"
                )
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        return int(found) == 0

    def accept(self, request: Request) -> bytes:
        """Answer that it has arrived."""
        self.accepted.append(request)
        return answer()

    def forget(self) -> None:
        """Begin anew with other tenants: what was said and received is of no interest any more."""
        self.households.clear()
        self.receiver.requests.clear()
        self.accepted.clear()
        self.said.write_text("")

    def heard(self) -> str:
        """All that the processes have said."""
        return self.said.read_text("utf-8", "replace") if self.said.exists() else ""

    def story(self) -> str:
        """The last of what the processes said."""
        return told(self.said)

    async def end_processes(self) -> None:
        """End all in order."""
        alive = [each for each in (*self.apis, *self.workers) if each.alive()]
        statuses = await asyncio.gather(*(asyncio.to_thread(each.stop) for each in alive))
        assert set(statuses) <= {0}, f"{statuses}\n{self.story()}"
        assert not [*failures(self.heard().splitlines())], self.story()

    async def close(self) -> None:
        """Leave nothing: processes in order, the database dropped."""
        try:
            await self.end_processes()
        finally:
            await self._let_go()

    async def _let_go(self) -> None:
        await self.http.aclose()
        await self.runtime.close()
        await asyncio.to_thread(self.cluster.drop_database, self.name)


@asynccontextmanager
async def house(cluster: Cluster, folder: Path, **settings: str) -> AsyncIterator[House]:
    """A house without processes yet, whose receiver answers; everything in it must end in order."""
    receiver = Receiver(0)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    made = House(cluster, folder, receiver, **settings)
    await made.build()
    try:
        yield made
    finally:
        await made.close()
        for task in receiver.serving:
            task.cancel()
        await asyncio.gather(*receiver.serving, return_exceptions=True)
        server.close()
        await server.wait_closed()

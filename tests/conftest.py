"""What every test stands on: a real PostgreSQL and Valkey for each test process, a fresh tenant for each test."""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
import redis.asyncio as redis
import structlog
from graphql import GraphQLSchema

from cli.embedded.postgres import Postgres
from cli.embedded.valkey import Valkey
from domain.kernel.database import Database, asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings, load_settings
from domain.kernel.wakes import Wakes
from domain.kernel.work import Work, unit_of_work
from domain.onboarding import equip_tenant
from domain.tenancy.tables import Member, Tenant
from graph.schema.roots import make_schema
from graph.selections import PayloadDocuments
from migrations.run import migrate
from tests.contract import gathering, reporting, telling

KEYS = "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
OPERATOR_KEY = "mp_operator_00000000000000000000000000000000"

WAITING = (
    "tests/demo/test_strangers.py",
    "tests/faults/",
    "tests/demo/test_readme_tour.py",
    "tests/cli/test_up.py",
    "tests/e2e/",
)
"""Tests that start whole installations."""

gc.disable()  # until what every test stands on is there: see `pytest_collection_finish`
# As it is by itself, but for exceptions: to draw one with colours and locals takes a tenth of a second.
_PLAIN_LOG = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], _PLAIN_LOG])
gathering.begin()
telling.begin()
reporting.begin()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--seed` repeats what was random in another run."""
    parser.addoption("--seed", type=int, default=None, help="the seed of what tests make at random")


def pytest_configure(config: pytest.Config) -> None:
    """One seed for all processes of a run: they get the options of the first."""
    if config.option.seed is None:
        config.option.seed = secrets.randbelow(10**6)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for processes more than it computes begins first, so that nothing is waited for at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(WAITING))


def pytest_collection_finish() -> None:
    """The modules, the schema and the tests themselves stay to the end: the collector need not look at them."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 50)  # or a tenth of the time goes into looking at what is in use
    gc.enable()


def pytest_report_header(config: pytest.Config) -> str:
    """Tells the seed."""
    return f"seed of what is random: --seed {config.option.seed}"


@pytest.fixture(scope="session")
def seed(request: pytest.FixtureRequest) -> int:
    """The seed of what is random in this run."""
    return int(request.config.option.seed)


@pytest.fixture(autouse=True)
def statements_stay_in_their_tenant() -> Iterator[None]:
    """Whatever a test makes the application send keeps the rules of `tests.contract.statements`."""
    yield
    assert gathering.complaints() == []


@pytest.fixture(autouse=True)
def events_keep_to_their_schemas() -> Iterator[None]:
    """Whatever a test makes the application tell is what the catalogue of events says."""
    yield
    assert telling.complaints() == []


@pytest.fixture(autouse=True)
def reports_keep_to_their_schema() -> Iterator[None]:
    """Whatever report a test makes the application store is what `openapi/review-report.schema.json` says."""
    yield
    assert reporting.complaints() == []


@dataclass(frozen=True)
class Cluster:
    """The servers of one test process."""

    postgres: Postgres
    valkey: Valkey
    admin_url: str

    def settings(self, database: str, **more: str) -> Settings:
        """Settings that name one of its databases."""
        return load_settings(self.environment(database, **more))

    def environment(self, database: str, **more: str) -> dict[str, str]:
        """The same as variables, for processes."""
        return {
            "MILEPOST_DATABASE_URL": self.postgres.url("milepost_app", database),
            "MILEPOST_ADMIN_DATABASE_URL": self.postgres.url("postgres", database),
            "MILEPOST_REDIS_URL": self.valkey.url,
            "MILEPOST_SECRET_KEYS": KEYS,
            "MILEPOST_OPERATOR_KEY": OPERATOR_KEY,
            "MILEPOST_WEBHOOK_ALLOWED_NETWORKS": "127.0.0.0/8,::1/128",
            "MILEPOST_WEBHOOK_ALLOW_HTTP": "1",
            "MILEPOST_DNS_SERVERS": "127.0.0.1:9",  # no test asks the world outside
            "MILEPOST_STATEMENT_TIMEOUT_MS": "120000",  # a busy machine is none of what tests are about
            **more,
        }

    def create_database(self, name: str, template: str = "template0") -> None:
        """A new database, as a copy of `template`."""
        asyncio.run(self._administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'))

    def drop_database(self, name: str) -> None:
        """Drop a database and end its connections."""
        asyncio.run(self._administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))

    async def _administer(self, statement: str) -> None:
        connection = await asyncpg.connect(**asyncpg_arguments(self.admin_url))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def servers(**postgres_settings: str) -> Iterator[Cluster]:
    """PostgreSQL and Valkey of this process, in memory where the machine has /dev/shm."""
    memory = Path("/dev/shm")
    base = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="milepost-test-", dir=base))
    folder.chmod(0o755)
    postgres = Postgres(folder / "postgres", durable=False, settings={"max_connections": "200"} | postgres_settings)
    valkey = Valkey(folder / "valkey")
    try:
        postgres.start()
        valkey.start()
        yield Cluster(postgres, valkey, postgres.url("postgres", "postgres"))
    finally:
        postgres.stop()
        valkey.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The servers of this test process."""
    with servers() as running:
        yield running


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> str:
    """The name of a migrated database without connections, to be copied."""
    cluster.create_database("template_milepost")
    asyncio.run(migrate(cluster.settings("template_milepost")))
    return "template_milepost"


@pytest.fixture(scope="session")
def settings(cluster: Cluster, template: str) -> Settings:
    """The settings of this test process's common database: tests keep apart by their tenants."""
    cluster.create_database("common", template)
    return cluster.settings("common")


@pytest.fixture
def clone(cluster: Cluster, template: str) -> Iterator[Callable[..., Settings]]:
    """Makes databases of a test's own, dropped after it."""
    made: list[str] = []

    def make(**more: str) -> Settings:
        name = f"clone_{uuid7().hex}"
        cluster.create_database(name, template)
        made.append(name)
        return cluster.settings(name, **more)

    yield make
    for name in made:
        cluster.drop_database(name)


class SettableClock:
    """A clock that stands still until a test moves it. Begins at the real time, since ids carry that."""

    def __init__(self) -> None:
        self._now = datetime.now(UTC).replace(microsecond=0)

    def now(self) -> datetime:
        """The instant that the test has set."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Move to an instant."""
        self._now = instant

    def forward(self, **span: float) -> datetime:
        """Move forward by a `timedelta(**span)`; answers the new instant."""
        self._now += timedelta(**span)
        return self._now


@pytest.fixture
def clock() -> SettableClock:
    """The test's clock."""
    return SettableClock()


@cache
def query_schema() -> GraphQLSchema:
    """The schema of queries, as a worker has it: made once a process."""
    return make_schema()


class KeptDatabase(Database):
    """Its connections stay open for the next test: opening them and planning anew takes most of the time of many."""

    def __init__(self, settings: Settings, kept: Database) -> None:
        super().__init__(settings)
        self._engines, self._kept = kept._engines, kept._kept

    async def close(self) -> None:
        """What reads keep at hand goes back into the pools."""
        for at_hand in self._kept.values():
            await at_hand.close()


class KeptWakes(Wakes):
    """Connections to Valkey, likewise."""

    def __init__(self, url: str, kept: redis.Redis) -> None:
        super().__init__(url)
        self._client = kept

    async def close(self) -> None:
        """What is under way ends."""
        await asyncio.gather(*self._using, return_exceptions=True)


KeepingRuntime = Callable[[Settings], Runtime]


@pytest.fixture(scope="session")
async def runtime_of(settings: Settings) -> AsyncIterator[KeepingRuntime]:
    """Makes runtimes on the common database, whose connections stay open from test to test."""
    databases: dict[tuple[str, int], Database] = {}
    client = redis.Redis.from_url(settings.redis_url)

    def make(own: Settings) -> Runtime:
        assert (own.database_url, own.redis_url) == (settings.database_url, settings.redis_url)
        made = Runtime.of(own)
        kept = databases.setdefault((own.role_url("auth"), own.statement_timeout_ms), Database(own))
        made.database, made.wakes = KeptDatabase(own, kept), KeptWakes(own.redis_url, client)
        return made

    yield make
    await client.aclose()
    for database in databases.values():
        await database.close()


@pytest.fixture
async def runtime(settings: Settings, clock: SettableClock, runtime_of: KeepingRuntime) -> AsyncIterator[Runtime]:
    """The parts of one process, on the common database, with the test's clock."""
    made = runtime_of(settings)
    made.clock = clock
    made.selections = PayloadDocuments(made, query_schema)
    yield made
    await made.close()


@dataclass(frozen=True)
class TestTenant:
    """A tenant of a test, with one member for each role."""

    __test__ = False
    id: UUID
    slug: str
    members: dict[Role, UUID]

    def principal(self, role: Role | str = Role.OWNER, **more: object) -> Principal:
        """The member of a role, as a caller."""
        member = self.members[Role(role)]
        return Principal(self.id, ActorKind.MEMBER, Role(role), member, member, **more)  # type: ignore[arg-type]


async def make_tenant(runtime: Runtime, slug: str | None = None, **columns: str) -> TestTenant:
    """A new tenant with its defaults and a member for each role."""
    tenant_id = uuid7()
    name = slug or f"t{tenant_id.hex[-12:]}"

    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        work.session.add(
            Tenant(id=tenant_id, slug=name, name=name.title(), created_at=work.now, updated_at=work.now, **columns)
        )
        members = await _members(work, name)
        await equip_tenant(work)
    return TestTenant(tenant_id, name, members)


async def _members(work: Work, slug: str) -> dict[Role, UUID]:
    rows = {role: work.new(Member, name=role.title(), email=f"{role}@{slug}.example", role=role) for role in Role}
    await work.flush()
    return {role: row.id for role, row in rows.items()}


@pytest.fixture
async def tenant(runtime: Runtime) -> TestTenant:
    """A fresh tenant."""
    return await make_tenant(runtime)


@pytest.fixture
async def stranger(runtime: Runtime) -> TestTenant:
    """Another tenant, which must never be felt."""
    return await make_tenant(runtime)

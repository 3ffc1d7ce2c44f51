"""`milepost up`: PostgreSQL, Valkey, an OpenID provider, API and worker on one machine, from one command."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from cli.embedded.folders import FolderLock
from cli.embedded.postgres import Postgres
from cli.embedded.process import Child, Sink
from cli.embedded.valkey import Valkey
from cli.installation import (
    PortTaken,
    free_port,
    kept,
    listen,
    new_operator_key,
    new_secret_keys,
    read_note,
    write_private,
)
from cli.supervisor import Command, Server, SupervisionError, Supervisor, colours, named_lines
from domain.kernel.settings import PREFIX, Settings, SettingsError

_POLL = 0.05
_READY_WITHIN = 120.0
_POWERFUL = ("MILEPOST_ADMIN_DATABASE_URL", "MILEPOST_OPERATOR_KEY")
"Settings that API and workers are not given."

Environment = dict[str, str]


def up(settings: Settings) -> None:
    """Run everything in the foreground until a signal ends it.

    Raises `SupervisionError` and `EmbeddedError` with a sentence, `SettingsError` for settings that do not go together.
    """
    asyncio.run(_Installation(settings).run())


class _Installation:
    """One start of everything that the settings ask for."""

    def __init__(self, settings: Settings) -> None:
        if settings.database_url and not settings.secret_keys.get_secret_value():
            raise SettingsError("MILEPOST_SECRET_KEYS: must be set where MILEPOST_DATABASE_URL is set")
        self.settings = settings
        self.folder = settings.data_dir.absolute()
        self._next_colour = colours()
        self.say = self._sink("milepost")
        self.supervisor = Supervisor(self.say, on_end=self._close_door)
        self.issuer = settings.identity_providers[0].issuer if settings.identity_providers else ""
        self.operator_key = settings.operator_key.get_secret_value()
        self.shows_mail = False
        self.users: list[dict[str, Any]] = []  # Any: claims as the demo gives them

    def _sink(self, name: str) -> Sink:
        return named_lines(name, self._next_colour())

    async def run(self) -> None:
        """See `up`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = FolderLock(self.folder / "up.lock")
            lock.acquire("milepost up")
        except OSError as error:
            raise SupervisionError(
                f"MILEPOST_DATA_DIR {self.folder} cannot be used: {error.strerror or error}."
            ) from error
        try:
            self.door = self._listen()
            await self.supervisor.run(self._bring_up)
        finally:
            lock.release()

    def _close_door(self) -> None:
        """Whoever comes while we end is refused, rather than kept waiting for nobody."""
        self.door.close()

    def _listen(self) -> socket.socket:
        """The API's socket, bound before anything starts and handed down, so that no restart of the API loses it."""
        host, port = self.settings.host, self.settings.port
        try:
            return listen(host, port)
        except PortTaken:
            raise SupervisionError(
                f"Port {port} is used by another program; end that, or set MILEPOST_PORT to a free one."
            ) from None
        except OSError as error:
            raise SupervisionError(f"MILEPOST_HOST {host} cannot be listened on: {error.strerror or error}.") from error

    async def _bring_up(self, supervisor: Supervisor) -> None:
        started = time.monotonic()
        environment = self._environment()
        servers = await self._servers(environment)
        powers = self._powers(environment)
        migrate = self._command("migrate", environment)
        migrate.hold(environment | powers)
        supervisor.adopt(migrate)
        await supervisor.start(*servers)
        processes = [
            *(self._command("worker", environment, number) for number in range(self.settings.worker_processes)),
            *(self._command("api", environment, number) for number in range(self.settings.api_processes)),
        ]
        for process in processes:
            process.hold(environment)
        supervisor.adopt(*processes)
        await self._migrate(migrate)
        await supervisor.start(*processes)
        demo = await self._demo(environment) if self.settings.demo else {}
        await self._await_ready()
        await self._tell(demo, time.monotonic() - started)

    def _environment(self) -> Environment:
        """What every process of ours gets; the powerful settings are taken out."""
        environment = {name: value for name, value in os.environ.items() if name not in _POWERFUL}
        environment |= {PREFIX + "DATA_DIR": str(self.folder), "PYTHONUNBUFFERED": "1"}
        environment.setdefault(PREFIX + "LOG_FORMAT", "console")
        if not self.settings.secret_keys.get_secret_value():
            environment[PREFIX + "SECRET_KEYS"] = kept(self.folder / "secret-keys", new_secret_keys)
        if self.settings.embedded:
            environment.setdefault(PREFIX + "WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128")
            environment.setdefault(PREFIX + "WEBHOOK_ALLOW_HTTP", "1")
            environment.setdefault(PREFIX + "SMTP_URL", (self.folder / "mail").as_uri())
            address = SecretStr(environment[PREFIX + "SMTP_URL"])
            self.shows_mail = self.settings.model_copy(update={"smtp_url": address}).shows_mail
        return environment

    async def _servers(self, environment: Environment) -> list[Server | Command]:
        """The embedded servers that no setting replaces; their addresses are added to the environment."""
        servers: list[Server | Command] = []
        if self.settings.embedded:
            processes = self.settings.api_processes + self.settings.worker_processes
            connections = max(100, processes * self.settings.database_pool_size * 3 + 20)
            settings = {"max_connections": str(connections)}
            self.postgres = Postgres(self.folder / "postgres", settings=settings, sink=self._sink("postgres"))
            await asyncio.to_thread(self.postgres.claim)
            environment[PREFIX + "DATABASE_URL"] = self.postgres.url("milepost_app")
            for role in ("finder", "auth", "keeper"):
                environment[f"{PREFIX}{role.upper()}_DATABASE_URL"] = self.postgres.url(f"milepost_{role}")
            servers.append(Server("postgres", self.postgres, patience=20, after=self._make_database))
            self.supervisor.adopt(*servers)
        if not self.settings.redis_url:
            valkey = Valkey(self.folder / "valkey", sink=self._sink("valkey"))
            await asyncio.to_thread(valkey.claim)
            environment[PREFIX + "REDIS_URL"] = valkey.url
            servers.append(Server("valkey", valkey, patience=5))
            self.supervisor.adopt(*servers)
        # A provider at which anybody may sign in as anybody must never stand before a database that matters.
        if self.settings.embedded and not self.settings.identity_providers:
            servers.append(self._provider(environment))
        return servers

    def _provider(self, environment: Environment) -> Command:
        port_file = self.folder / "provider-port"
        port = int(kept(port_file, free_port))
        try:
            listen("127.0.0.1", port).close()
        except PortTaken:
            raise SupervisionError(
                f"Port {port} of the development OpenID provider is used by another program; end that, or remove "
                f"{port_file} for another port (people who signed in will count as new ones)."
            ) from None
        self.issuer = f"http://127.0.0.1:{port}"
        provider = {
            "name": "dev",
            "issuer": self.issuer,
            "client_id": "milepost",
            "client_secret": "milepost-development",
            "trust_email": True,
        }
        environment[PREFIX + "IDENTITY_PROVIDERS"] = json.dumps([provider])
        argv = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--host", "127.0.0.1"]
        return Command(
            "provider", argv, os.environ, sink=self._sink("provider"), patience=3, after=self._introduce_users
        )

    def _powers(self, environment: Environment) -> Environment:
        powers = {name: os.environ[name] for name in _POWERFUL if os.environ.get(name)}
        if self.settings.embedded:
            powers[PREFIX + "ADMIN_DATABASE_URL"] = self.postgres.url("postgres")
            self.operator_key = self.operator_key or kept(self.folder / "operator-key", new_operator_key)
            powers[PREFIX + "OPERATOR_KEY"] = self.operator_key
        return powers

    def _command(self, name: str, environment: Environment, number: int = 0) -> Command:
        argv = [sys.executable, "-m", "cli", name]
        title = f"{name}-{number + 1}" if number else name
        if name == "api":
            descriptor = self.door.fileno()
            argv += ["--fd", str(descriptor)]
            return Command(title, argv, environment, sink=self._sink(title), pass_fds=[descriptor], patience=15)
        return Command(title, argv, environment, sink=self._sink(title), patience=20)

    async def _demo(self, environment: Environment) -> dict[str, Any]:
        operator = {PREFIX + "OPERATOR_KEY": self.operator_key} if self.operator_key else {}
        return await prepare_demo(environment | operator, self._sink("demo"))

    async def _make_database(self) -> None:
        import asyncpg

        connection = await asyncpg.connect(self.postgres.url("postgres", "postgres"))
        try:
            if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = 'milepost'"):
                await connection.execute("CREATE DATABASE milepost")
        finally:
            await connection.close()

    async def _migrate(self, migrate: Command) -> None:
        if not self.settings.embedded and not self.settings.admin_database_url:
            self.say("MILEPOST_ADMIN_DATABASE_URL is not set: the schema is taken as it is")
            migrate.ask_to_end()
            return
        await migrate.start()
        if status := await migrate.finish():
            raise SupervisionError(f"`milepost migrate` failed (status {status}); see its lines above.")

    async def _await_ready(self) -> None:
        started = time.monotonic()
        hinted = False
        while True:
            self.supervisor.check()
            status, text = await asyncio.to_thread(_get, self.settings.host, self.settings.port, "/readyz")
            if status == http.client.OK:
                return
            waited = time.monotonic() - started
            if waited > _READY_WITHIN:
                raise SupervisionError(f"The API was not ready after {waited:.0f} s: {text or 'no answer'}")
            if waited > _READY_WITHIN / 8 and not hinted:
                self.say(f"still waiting for the API: {text or 'no answer'}")
                hinted = True
            await asyncio.sleep(_POLL)

    async def _tell(self, demo: Mapping[str, Any], seconds: float) -> None:
        """Print the addresses and write the note for developers."""
        base = self.settings.base_url
        if self.settings.embedded:
            path = self.folder / "dev.json"
            before = read_note(path)
            note = {
                "base_url": base,
                "issuer": self.issuer,
                "operator_key": demo.get("operator_key") or self.operator_key,
                "tenants": demo.get("tenants") or before.get("tenants", []),
            }
            write_private(path, json.dumps(note, indent=2, ensure_ascii=False) + "\n")
            self.users = demo.get("users", [])
            if self.users:
                await self._introduce_users()
        self.say(f"ready after {seconds:.1f} s")
        self.say(f"REST      {base}/docs")
        self.say(f"GraphQL   {base}/graphql")
        if self.settings.embedded:
            slugs = [tenant["slug"] for tenant in demo.get("tenants", [])]
            self.say(f"sign-in   {base}/auth/login" + (f"?tenant={slugs[0]}" if slugs else ""))
            if self.shows_mail:
                self.say(f"mail      {base}/dev/mail")
            self.say(f"keys      {self.folder / 'dev.json'}")
        self.say("Ctrl-C ends it; the data stay")

    async def _introduce_users(self) -> None:
        """Tell the provider, which forgets them at each start, who the people of the demo are."""
        port = int(self.issuer.rpartition(":")[2])
        for user in self.users:
            claims = json.dumps({name: value for name, value in user.items() if name != "sub"})
            for _ in range(100):
                status, _text = await asyncio.to_thread(_get, "127.0.0.1", port, f"/users/{user['sub']}", claims)
                if status:
                    break
                await asyncio.sleep(_POLL)


async def prepare_demo(environment: Mapping[str, str], sink: Sink) -> dict[str, Any]:
    """Fill the database with the demo where it is empty; returns what developers need: `operator_key`, `tenants`.

    An optional list `users` (claims with `sub`) is introduced to the development provider. Raises `SupervisionError`.
    """
    with tempfile.TemporaryFile() as answer:
        child = Child([sys.executable, "-m", "cli", "demo", "--json"], env=environment, stdout=answer, sink=sink)
        try:
            while (status := child.poll()) is None:
                await asyncio.sleep(_POLL)
        except asyncio.CancelledError:
            child.signal(signal.SIGTERM)
            raise
        answer.seek(0)
        text = answer.read()
    if status:
        raise SupervisionError(
            f"`milepost demo` failed (status {status}); see its lines above, or set MILEPOST_DEMO=0."
        )
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def _get(host: str, port: int, path: str, body: str | None = None) -> tuple[int, str]:
    """The status and body of an answer (PUT where there is a body to send); 0 without one. No proxy is asked."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)
    connection = http.client.HTTPConnection(reached, port, timeout=5)
    try:
        if body is None:
            connection.request("GET", path)
        else:
            connection.request("PUT", path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read(2000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()

"""Every setting of an installation, read once from the environment (`MILEPOST_…`) and never from anywhere else.

`load_settings()` reports all wrong settings at once, each by its name, with what was wrong and an example that works.
`describe_settings()` is the one list from which `milepost settings` and `docs/settings.md` are made.
"""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from domain.kernel import setting_values

PREFIX = "MILEPOST_"


class SettingsError(Exception):
    """One or more settings are wrong; the text names each, says what is wrong and gives an example."""


class IdentityProvider(BaseModel):
    """An OpenID Connect provider at which everybody in the installation may sign in."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,31}$")
    issuer: str = Field(pattern=r"^https?://")
    client_id: str
    client_secret: SecretStr = SecretStr("")
    trust_email: bool = False
    "Take the provider's word for an e-mail address although it sends no `email_verified`."


DatabaseUrl = Annotated[str, AfterValidator(setting_values.postgres_url)]


def _option(default: Any, description: str, example: str, **rules: Any) -> Any:
    return Field(default=default, description=description, examples=[example], **rules)


class Settings(BaseSettings):
    """All settings, validated; immutable after start."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True, env_ignore_empty=True)

    port: int = _option(8000, "Port of the API.", "8000", ge=1, le=65535)
    host: str = _option("127.0.0.1", "Address the API listens on.", "0.0.0.0")
    public_url: str = _option(
        "",
        "Address under which people and programs reach the API; every link, cookie and redirect comes from it. "
        "May have a path prefix. Empty: http://localhost:<port>.",
        "https://milepost.example.com/app",
    )
    data_dir: Path = _option(
        Path(".milepost"), "Folder of the embedded PostgreSQL, Valkey and generated secrets.", ".milepost"
    )
    demo: bool = _option(False, "Fill an empty database with the demo tenants.", "1")
    demo_size: int = _option(1, "Size of the demo: multiplies ventures, milestones and risks.", "10", ge=1, le=10_000)
    database_url: DatabaseUrl = _option(
        "",
        "PostgreSQL 16 or newer, as the role without power (milepost_app). Empty: the embedded server.",
        "postgresql://milepost_app:secret@db.internal:5432/milepost",
    )
    admin_database_url: DatabaseUrl = _option(
        "",
        "Superuser of the same database; only `milepost migrate` uses it, to make the roles and the schema.",
        "postgresql://postgres:secret@db.internal:5432/milepost",
    )
    finder_database_url: DatabaseUrl = _option(
        "",
        "Role milepost_finder. Empty: the database URL with its user replaced.",
        "postgresql://milepost_finder:secret@db/milepost",
    )
    auth_database_url: DatabaseUrl = _option(
        "",
        "Role milepost_auth. Empty: the database URL with its user replaced.",
        "postgresql://milepost_auth:secret@db/milepost",
    )
    keeper_database_url: DatabaseUrl = _option(
        "",
        "Role milepost_keeper. Empty: the database URL with its user replaced.",
        "postgresql://milepost_keeper:secret@db/milepost",
    )
    database_pool_size: int = _option(10, "Connections of one process.", "10", ge=1, le=200)
    prepared_statements: bool = _option(
        True, "Turn off behind a transaction pooler that knows no prepared statements.", "0"
    )
    statement_timeout_ms: int = _option(
        10_000, "Longest time of one SQL statement, in milliseconds.", "10000", ge=100, le=600_000
    )
    audit_retention_days: int | None = _option(
        None,
        "For how many days audit entries are kept; a tenant may choose fewer. Empty: for ever.",
        "2555",
        ge=30,
        le=36_500,
    )
    redis_url: Annotated[str, AfterValidator(setting_values.redis_url)] = _option(
        "",
        "Redis or Valkey; carries nothing that cannot be lost. Empty: the embedded server.",
        "redis://cache.internal:6379/0",
    )
    secret_keys: Annotated[SecretStr, AfterValidator(setting_values.key_ring)] = _option(
        SecretStr(""),
        "Key ring for secrets at rest and signed cookies, newest first. Empty with the embedded database: made and kept"
        " in the data folder.",
        "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    )
    operator_key: SecretStr = _option(
        SecretStr(""),
        "First operator key, stored hashed at `milepost migrate`.",
        "mp_operator_0123456789abcdef0123456789abcdef",
    )
    identity_providers: list[IdentityProvider] = _option(
        [],
        "OpenID Connect providers of the installation, as JSON.",
        '[{"name": "google", "issuer": "https://accounts.google.com", "client_id": "…", "client_secret": "…"}]',
    )
    session_idle_minutes: int = _option(720, "Minutes without use after which a session ends.", "60", ge=5, le=43_200)
    session_hours: int = _option(
        168, "Hours after signing in at which a session ends at the latest.", "24", ge=1, le=2_160
    )
    webhook_allowed_networks: Annotated[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...], NoDecode] = _option(
        (),
        "Private networks that webhooks and tenants' own identity providers may reach, separated by commas.",
        "10.20.0.0/16,fd12:3456::/48",
    )
    webhook_allow_http: bool = _option(
        False, "Let webhook endpoints and tenants' own identity providers use http instead of https.", "1"
    )
    dns_servers: Annotated[tuple[str, ...], NoDecode, BeforeValidator(setting_values.dns_servers)] = _option(
        (),
        "DNS servers that are asked whether a tenant owns a domain, address and port, separated by commas. Empty: the "
        "machine's own.",
        "10.0.0.2:53,10.0.0.3:53",
    )
    smtp_url: Annotated[SecretStr, AfterValidator(setting_values.smtp_url)] = _option(
        SecretStr(""),
        "Mail server: smtp:// (plain), starttls:// or smtps://, with user and password where it wants them. Empty: no "
        "mail is sent. In development, file:///folder keeps mails there and shows them at /dev/mail.",
        "starttls://user:password@mail.example.com:587",
    )
    mail_from: Annotated[str, AfterValidator(setting_values.mail_from)] = _option(
        "Milepost <milepost@localhost>", "In whose name mail is sent.", "Milepost <alerts@milepost.example.com>"
    )
    trusted_proxies: Annotated[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...], NoDecode] = _option(
        (), "Networks of reverse proxies whose X-Forwarded-For is believed, separated by commas.", "10.0.0.0/8"
    )
    trusted_documents_only: Literal["", "sessions", "keys", "everybody"] = _option(
        "",
        "Whose GraphQL operations must be trusted documents, in every tenant. Empty: each tenant decides.",
        "sessions",
    )
    introspection: bool = _option(
        True, "Answer __schema and __type. Where off, `GET /graphql/schema` still shows the SDL to callers.", "0"
    )
    cost_limit_by_key: int = _option(
        300_000_000, "Cost of GraphQL operations a minute, for each key or session.", "20000000", ge=200_000, le=10**12
    )
    cost_limit_by_tenant: int = _option(
        600_000_000, "Cost of GraphQL operations a minute, for each tenant.", "60000000", ge=200_000, le=10**12
    )
    request_limit_by_key: int = _option(
        120_000, "REST requests a minute, for each key or session.", "6000", ge=1, le=10**9
    )
    request_limit_by_tenant: int = _option(240_000, "REST requests a minute, for each tenant.", "20000", ge=1, le=10**9)
    api_processes: int = _option(1, "API processes that `milepost up` starts.", "2", ge=1, le=64)
    computing_processes: int = _option(
        1,
        "Further processes that each API or worker process may start for long computations, such as forecasts; none "
        "before it is needed.",
        "2",
        ge=1,
        le=64,
    )
    worker_processes: int = _option(1, "Worker processes that `milepost up` starts.", "2", ge=1, le=64)
    log_level: Literal["debug", "info", "warning", "error"] = _option("info", "Least level that is logged.", "info")
    log_format: Literal["json", "console"] = _option("json", "Form of log lines.", "console")
    clock_file: Path | None = _option(
        None,
        "File with seconds to add to the clock, read at each look; for tests and rehearsals.",
        "/tmp/milepost-clock",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load_settings` passes: one reader of the environment, and none by accident."""
        return (init_settings,)

    @field_validator("identity_providers", mode="before")
    @classmethod
    def _json(cls, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    @field_validator("webhook_allowed_networks", "trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(ipaddress.ip_network(part.strip()) for part in value.split(",") if part.strip())
        return value

    @field_validator("public_url")
    @classmethod
    def _base_url(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.query
            or parts.fragment
            or parts.username
        ):
            raise ValueError("must be http(s)://host[:port][/prefix] without query or user")
        return value.rstrip("/")

    @property
    def base_url(self) -> str:
        """The public address, without a trailing slash."""
        return self.public_url or f"http://localhost:{self.port}"

    @property
    def own_hosts(self) -> frozenset[str]:
        """Hosts of our own, refused as targets against loops: on this machine only with our port."""
        parts = urlsplit(self.base_url)
        host = parts.hostname or ""
        if host in ("localhost", "127.0.0.1", "::1"):
            port = parts.port or (443 if self.secure else 80)
            return frozenset({f"localhost:{port}", f"127.0.0.1:{port}", f"::1:{port}"})
        return frozenset({host})

    @property
    def base_path(self) -> str:
        """The path prefix of the public address: empty, or `/app`."""
        return urlsplit(self.base_url).path

    @property
    def origin(self) -> str:
        """The public origin, as browsers send it."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def session_idle(self) -> timedelta:
        """How long a session lives without use."""
        return timedelta(minutes=self.session_idle_minutes)

    @property
    def session_lifetime(self) -> timedelta:
        """How long a session lives at most."""
        return timedelta(hours=self.session_hours)

    @property
    def secure(self) -> bool:
        """Whether the public address is https, so that cookies are Secure and carry the `__Host-` prefix."""
        return self.base_url.startswith("https://")

    @property
    def mail_folder(self) -> Path | None:
        """The folder in which mails are kept instead of being sent, in development; None where they are sent."""
        parts = urlsplit(self.smtp_url.get_secret_value())
        return Path(unquote(parts.path)) if parts.scheme == "file" else None

    @property
    def shows_mail(self) -> bool:
        """Whether kept mails are shown at /dev/mail: only to the machine's own people."""
        return self.mail_folder is not None and urlsplit(self.base_url).hostname in ("localhost", "127.0.0.1", "::1")

    @property
    def embedded(self) -> bool:
        """Whether PostgreSQL is the embedded one."""
        return not self.database_url

    def role_url(self, role: Literal["app", "finder", "auth", "keeper"]) -> str:
        """The PostgreSQL URL of one of the roles without power."""
        own = {
            "app": self.database_url,
            "finder": self.finder_database_url,
            "auth": self.auth_database_url,
            "keeper": self.keeper_database_url,
        }[role]
        return own or replace_user(self.database_url, f"milepost_{role}")


def replace_user(url: str, user: str) -> str:
    """The same database URL with another user; the password stays."""
    parts = urlsplit(url)
    credentials, at, address = parts.netloc.rpartition("@")
    password = credentials.partition(":")[1:]
    return parts._replace(netloc=f"{user}{''.join(password)}{at or '@'}{address}").geturl()


class SettingDescription(NamedTuple):
    """One row of the table of settings."""

    name: str
    default: str
    description: str
    example: str


def describe_settings() -> Iterator[SettingDescription]:
    """Every setting, in the order of the class."""
    for name, field in Settings.model_fields.items():
        default = field.default
        text = default.get_secret_value() if isinstance(default, SecretStr) else default
        shown = "" if text in ("", None, (), []) else str(int(text) if isinstance(text, bool) else text)
        yield SettingDescription(
            PREFIX + name.upper(), shown, field.description or "", str((field.examples or [""])[0])
        )


OF_THE_COMMAND_LINE: Final = frozenset({"MILEPOST_URL", "MILEPOST_KEY", "MILEPOST_TENANT"})
"""Where to, by which key and in which tenant the commands of administration ask: no settings of a server."""


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the environment. Raises `SettingsError` that names every wrong setting."""
    source = os.environ if environ is None else environ
    known = {PREFIX + name.upper(): name for name in Settings.model_fields}
    unknown = (name for name in sorted(source) if name.startswith(PREFIX) and name not in known)
    complaints = [
        f"{name}: there is no such setting; `milepost settings` lists them all"
        for name in unknown
        if not name.startswith(f"{PREFIX}TEST_") and name not in OF_THE_COMMAND_LINE
    ]
    values = {known[name]: value for name, value in source.items() if name in known and value != ""}
    settings = None
    try:
        settings = Settings(**values)  # type: ignore[arg-type]  # texts of the environment, validated by pydantic
    except ValidationError as error:
        examples = {row.name: row.example for row in describe_settings()}
        for problem in error.errors():
            name = PREFIX + str(problem["loc"][0]).upper()
            complaints.append(
                f"{name}: {problem['msg'].removeprefix('Value error, ')}; example: {name}={examples.get(name, '')}"
            )
    if complaints or settings is None:
        raise SettingsError("\n".join(complaints))
    return settings

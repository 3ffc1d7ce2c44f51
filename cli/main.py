"""The command `milepost`. Each command imports what it needs when it runs, so that `milepost --help` is quick.

A new command lies in a module `cli/<name>.py` of its own and is entered at the end of this page.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.administration.verbs import GROUPS
from cli.lasting import lasting

if TYPE_CHECKING:
    from domain.kernel.settings import Settings

_WRONG_SETTINGS = 2

app = typer.Typer(
    help="Milepost: project management for people who run AI ventures.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
Gate = Annotated[int | None, typer.Option(hidden=True, help="Descriptor to read a byte from before beginning.")]


def main() -> None:
    """Run a command. A wrong setting is a sentence and status 2; whatever else a user can mend, a sentence and 1."""
    if sys.argv[1:2] and sys.argv[1] in administered:
        from cli.administration.making import fill

        fill(administered[sys.argv[1]], sys.argv[1])
    try:
        app()
    except Exception as error:
        from cli.embedded.folders import EmbeddedError
        from cli.supervisor import SupervisionError
        from domain.kernel.settings import SettingsError

        if isinstance(error, SettingsError):
            print(error, file=sys.stderr)
            sys.exit(_WRONG_SETTINGS)
        if isinstance(error, EmbeddedError | SupervisionError):
            sys.exit(f"milepost: {error}")
        raise


def load(*, servers: bool = False) -> Settings:
    """The settings. With `servers`, those that a process needs to work must be there. Raises `SettingsError`."""
    from domain.kernel.settings import SettingsError, load_settings

    settings = load_settings()
    if servers:
        needed = {
            "MILEPOST_DATABASE_URL": settings.database_url,
            "MILEPOST_REDIS_URL": settings.redis_url,
            "MILEPOST_SECRET_KEYS": settings.secret_keys.get_secret_value(),
        }
        missing = [name for name, value in needed.items() if not value]
        if missing:
            raise SettingsError(
                "\n".join(f"{name}: must be set; only `milepost up` brings its own" for name in missing)
            )
    return settings


@app.command()
def up() -> None:
    """Run everything on this machine in the foreground: databases, sign-in, API and worker."""
    settings = load()
    from cli.up import up

    up(settings)


@app.command()
def api(
    gate: Gate = None, fd: Annotated[int | None, typer.Option(hidden=True, help="Listening socket.")] = None
) -> None:
    """Answer REST and GraphQL."""
    settings = load(servers=True)
    from cli.api import serve

    serve(settings, descriptor=fd, wait=lambda: hold(gate))


@app.command()
def worker(
    only: Annotated[list[str] | None, typer.Option(help="Run only this station; may be given several times.")] = None,
    gate: Gate = None,
) -> None:
    """Do what is due: relay events, monitor risks, forecast, review, deliver webhooks."""
    settings = load(servers=True)
    with lasting():
        from workers.main import run

    hold(gate)
    run(settings, only=only or None)


@app.command()
def migrate(gate: Gate = None) -> None:
    """Make the roles of the database and bring its schema to this version."""
    settings = load()
    from migrations.run import MigrationError, migrate

    hold(gate)
    try:
        asyncio.run(migrate(settings))
    except MigrationError as error:
        sys.exit(f"milepost migrate: {error}")


@app.command()
def settings(markdown: Annotated[bool, typer.Option(help="As the page docs/settings.md.")] = False) -> None:
    """List every setting."""
    from cli.settings import as_markdown, print_table

    if markdown:
        print(as_markdown(), end="")
    else:
        print_table()


@app.command()
def check_settings() -> None:
    """Tell whether the settings in the environment are right; status 2 where not."""
    load()
    print("The settings are right.")


@app.command()
def demo(
    as_json: Annotated[bool, typer.Option("--json", help="Print tenants, keys and people as JSON.")] = False,
    size: Annotated[int | None, typer.Option(min=1, help="Instead of MILEPOST_DEMO_SIZE.")] = None,
) -> None:
    """Fill an empty database with the demo's tenants; one that holds others is left alone."""
    settings = load(servers=True)
    from cli.demo.command import demo

    try:
        demo(settings, size=size or settings.demo_size, as_json=as_json)
    except OSError as error:
        sys.exit(f"milepost demo: the keys cannot be kept in {settings.data_dir}: {error.strerror or error}")


@app.command()
def contracts(
    check: Annotated[
        bool, typer.Option(help="Only tell which are stale and which breaking changes are untold; status 1 for any.")
    ] = False,
    release: Annotated[bool, typer.Option(help="Make the present GraphQL schema that of the last release.")] = False,
) -> None:
    """Write openapi/ from the code."""
    from cli.contracts import contracts

    contracts(check, release)


@app.command()
def listen(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    secret: Annotated[str, typer.Option(help="The endpoint's secret; without it one is registered meanwhile.")] = "",
    forward_to: Annotated[str, typer.Option(metavar="URL", help="Pass every verified delivery on, as it came.")] = "",
    base_url: Annotated[str, typer.Option(help="Address of Milepost; else MILEPOST_URL, else that of `make up`.")] = "",
    key_file: Annotated[
        str,
        typer.Option(metavar="FILE", help="File with an administrator's key, - for standard input; else MILEPOST_KEY."),
    ] = "",
    tenant: Annotated[str, typer.Option(help="The tenant's id, or the name of a tenant of the demo.")] = "",
    types: Annotated[list[str] | None, typer.Option("--type", help="Only these types, such as risk.*.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an event.")] = False,
    count: Annotated[int | None, typer.Option(min=1, help="End after so many events.")] = None,
) -> None:
    """Receive webhooks on this machine: verify them, show them, pass them on."""
    from cli.listen import Options, run

    run(Options(port, secret, forward_to, base_url, key_file, tenant, types or ["*"], as_json, count))


@app.command()
def trigger(
    event_type: Annotated[str, typer.Argument(metavar="TYPE", help="Such as risk.alert.fired.")],
    to: Annotated[str, typer.Option(metavar="URL", help="Your receiver.")],
    secret: Annotated[str, typer.Option(help="The endpoint's secret, whsec_…, by which your receiver verifies.")],
    thin: Annotated[bool, typer.Option(help="With ids only.")] = False,
) -> None:
    """Send the example of a type of event to your receiver, signed like a delivery and marked as a test."""
    from cli.trigger import TriggerError, trigger

    try:
        sent = trigger(event_type, to, secret, thin=thin)
    except TriggerError as error:
        sys.exit(f"milepost trigger: {error}")
    print(f"{sent.id} {event_type} → {sent.status}")


@app.command()
def login(
    base_url: Annotated[
        str, typer.Option(help="Address of Milepost; without it the last one, or that of `make up`.")
    ] = "",
    tenant: Annotated[str, typer.Option(help="The tenant, by id or short name, where there are several.")] = "",
) -> None:
    """Sign in as yourself: this shows a code, and you confirm it in your browser."""
    from cli.login import LoginError, login, whoami

    try:
        session = login(base_url, tenant)
        me = whoami(session.base_url)
    except LoginError as error:
        sys.exit(f"milepost login: {error}")
    print(f"Signed in to {me['tenant']['name']} at {session.base_url} as {me['member']['name']}, {me['role']}.")


@app.command()
def logout(
    base_url: Annotated[str, typer.Option(help="Address of Milepost; without it where you signed in last.")] = "",
) -> None:
    """End the session of `milepost login`, here and at the installation."""
    from cli.login import LoginError, logout

    try:
        print(f"Signed out at {logout(base_url)}.")
    except LoginError as error:
        sys.exit(f"milepost logout: {error}")


@app.command()
def whoami(
    base_url: Annotated[str, typer.Option(help="Address of Milepost; without it where you signed in last.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="All that the installation tells.")] = False,
) -> None:
    """Tell as whom, where and for how much this command acts."""
    import json

    from cli.login import LoginError, whoami

    try:
        me = whoami(base_url)
    except LoginError as error:
        sys.exit(f"milepost whoami: {error}")
    if as_json:
        print(json.dumps(me, ensure_ascii=False, indent=2))
    else:
        print(f"{me['member']['name']}, {me['role']} in {me['tenant']['name']} at {me['base_url']}")


@app.command("import")
def import_sheet(
    file: Annotated[Path, typer.Argument(help="A CSV file or a workbook; its first line has the headings.")],
    entity: Annotated[str, typer.Option(help="Of which type its lines are, such as risk.")],
    venture: Annotated[str, typer.Option(help="The venture of every line, by id or key; else a column says it.")] = "",
    column: Annotated[
        list[str] | None, typer.Option(metavar="HEADING=field", help="A column of another name; without field: left.")
    ] = None,
    source: Annotated[str, typer.Option(help="What it is from: by its external_id a line changes its row.")] = "",
    encoding: Annotated[str, typer.Option(help="Of a CSV file: utf-8, utf-16 or gb18030.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    base_url: Annotated[str, typer.Option(help="Address of Milepost; else MILEPOST_URL, else that of `make up`.")] = "",
    key_file: Annotated[str, typer.Option(metavar="FILE", help="File with the key; else MILEPOST_KEY.")] = "",
    tenant: Annotated[str, typer.Option(help="The tenant: its id, or its short name; else that of the key.")] = "",
) -> None:
    """Bring the lines of a sheet in as rows of a type: all of them, or none where anything is wrong."""
    from cli.administration.access import Asked, access_of
    from cli.administration.calling import CallError
    from cli.administration.showing import say
    from cli.sheets import bring

    try:
        access = access_of(Asked(base_url, key_file, tenant))
        bring(
            access, file, entity, venture=venture, columns=column or [], source=source, encoding=encoding,
            dry_run=dry_run, as_json=as_json,
        )  # fmt: skip
    except CallError as error:
        say(f"milepost import: {error}")
        sys.exit(error.status)


documents = typer.Typer(help="Trusted GraphQL documents of a tenant's programs.", no_args_is_help=True)
app.add_typer(documents, name="documents")


@documents.callback()
def _documents() -> None:
    """Trusted GraphQL documents of a tenant's programs."""


@documents.command()
def push(
    file: Annotated[Path, typer.Argument(help="What graphql-codegen, relay-compiler or Apollo's tool wrote.")],
    title: Annotated[str, typer.Option(help="Which program, in which version; without it the file's name.")] = "",
    base_url: Annotated[str, typer.Option(help="Address of Milepost; else MILEPOST_URL, else that of `make up`.")] = "",
    key_file: Annotated[
        str,
        typer.Option(metavar="FILE", help="File with an administrator's key, - for standard input; else MILEPOST_KEY."),
    ] = "",
    tenant: Annotated[str, typer.Option(help="The tenant's id, or the name of a tenant of the demo.")] = "",
) -> None:
    """Trust the documents of a manifest, so that the program can run them by their names."""
    from cli.account import NoAccount, account_of
    from cli.documents import PushError, push

    try:
        print(push(account_of(base_url, key_file, tenant), file, title))
    except (NoAccount, PushError) as error:
        sys.exit(f"milepost documents push: {error}")


administered = {name: typer.Typer(help=group.help, no_args_is_help=True) for name, group in GROUPS.items()}
for name, group in administered.items():
    group.callback()(lambda: None)
    app.add_typer(group, name=name)


def hold(gate: int | None) -> None:
    """Wait for the word of the supervisor that started this process ahead of its time; without its word, end."""
    if gate is not None:
        word = os.read(gate, 1)
        os.close(gate)
        if not word:
            sys.exit(0)

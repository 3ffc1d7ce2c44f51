"""Administration by command line, against a real server: what is asked for is done, and told in tables or JSON."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import typer
from fastapi import FastAPI
from structlog.testing import capture_logs
from typer.testing import CliRunner

from cli.administration.contract import operations
from cli.administration.making import fill
from cli.administration.showing import harmless
from cli.administration.verbs import GROUPS
from cli.credentials import SignedIn, keep
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import MakeKey
from tests.api.serving import serving
from tests.cli.processes import finished, milepost
from tests.conftest import OPERATOR_KEY, TestTenant
from tests.contract.catalogue import superuser
from workers.archiving import export_some
from workers.sealing import seal

APPS = {name: typer.Typer() for name in GROUPS}
for name, app_of_group in APPS.items():
    app_of_group.callback()(lambda: None)
    fill(app_of_group, name)


@dataclass(frozen=True)
class Said:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """Types commands, with a key in the environment."""

    environment: dict[str, str]

    async def __call__(self, group: str, *words: str, typed: str | None = None, **environment: str) -> Said:
        done = await asyncio.to_thread(
            CliRunner().invoke, APPS[group], list(words), input=typed, env=self.environment | environment
        )
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Said(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
async def shell(
    app: FastAPI, settings: Settings, key_of: MakeKey, tenant: TestTenant, tmp_path: Path
) -> AsyncIterator[Shell]:
    """The key of an owner of the tenant, and no note of a `make up`.

    The server stands in the same process, and must not write its log into what a command says.
    """
    key = (await key_of(tenant, "owner")).key
    async with superuser(settings) as database, serving(app, database) as server:
        with capture_logs():
            kept = {"MILEPOST_DATA_DIR": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
            yield Shell({"MILEPOST_URL": server.address, "MILEPOST_KEY": key} | kept)


@pytest.mark.parametrize("group", GROUPS)
def test_every_verb_is_an_operation_and_its_options_are_what_that_takes(group: str) -> None:
    for verb_name, verb in GROUPS[group].verbs.items():
        operation = operations()[verb.operation]
        done = CliRunner().invoke(APPS[group], [verb_name, "--help"], env={"COLUMNS": "250"})
        assert done.exit_code == 0, done.stderr
        for given in operation.given:
            assert given.name in verb.fixed or given.option in done.stdout, (verb_name, given.option)
        assert "--json" in done.stdout


async def test_a_tenant_is_made_found_by_its_short_name_set_suspended_and_resumed(
    shell: Shell, stranger: TestTenant
) -> None:
    operator = {"MILEPOST_KEY": OPERATOR_KEY}
    slug = f"cli-{stranger.slug}"
    options = ("--slug", slug, "--name", "By hand", "--owner-name", "Ann Lee", "--owner-email", "ann@x.example")
    made = (await shell("tenant", "create", *options, "--json", **operator)).json
    assert made["slug"] == slug
    shown = await shell("tenant", "show", slug, **operator)
    assert made["id"] in shown.out
    assert (await shell("tenant", "set", slug, "--currency", "EUR", "--json", **operator)).json["currency"] == "EUR"
    suspended = await shell("tenant", "suspend", slug, "--json", **operator)
    assert suspended.json["status"] == "suspended"
    assert (await shell("tenant", "resume", slug, "--json", **operator)).json["status"] == "active"
    assert (await shell("tenant", "set-quota", slug, "members", "--limit", "7", **operator)).status == 0
    quotas = (await shell("tenant", "quota", slug, "--json", **operator)).json
    assert {quota["metric"]: quota["limit"] for quota in quotas}["members"] == 7
    assert (await shell("tenant", "reset-quota", slug, "members", **operator)).status == 0
    assert (await shell("tenant", "reset-quota", slug, "../members", **operator)).status == 2
    assert (await shell("tenant", "delete", slug, "--yes", "--json", **operator)).json["status"] == "deleting"
    assert (await shell("tenant", "cancel-deletion", slug, "--json", **operator)).status == 0
    assert (await shell("tenant", "show", slug, "--json", **operator)).json["status"] == "active"
    listed = await shell("tenant", "list", "--slug", slug, **operator)
    assert slug in listed.out
    refused = await shell("tenant", "create", "--slug", "No Slug", "--name", "x", **operator)
    assert (refused.status, "--slug:" in refused.err) == (1, True), refused.err
    assert (await shell("tenant", "show", "there-is-none", **operator)).status == 4
    assert (await shell("tenant", "list")).status == 3, "an owner's key is no operator's"


async def test_programs_providers_domains_and_counters_are_administered(shell: Shell, tmp_path: Path) -> None:
    made = (await shell("service-account", "create", "--title", "Nightly", "--role", "viewer", "--json")).json
    assert made["id"] in (await shell("service-account", "list")).out
    key = await shell("key", "create", "--title", "k", "--role", "viewer", "--service-account-id", made["id"], "--json")
    assert key.json["service_account_id"] == made["id"]
    assert (await shell("service-account", "archive", made["id"], "--yes")).status == 0
    assert (await shell("service-account", "restore", made["id"], "--json")).json["archived_at"] is None

    domain = (await shell("domain", "create", "--name", f"{made['id'][-12:]}.example", "--json")).json
    assert domain["record_value"]
    refused = await shell("domain", "verify", domain["id"])
    assert (refused.status, "record" in refused.err) != (0, False), "nobody has published the record"
    assert (await shell("domain", "archive", domain["id"], "--yes")).status == 0

    options = ("--title", "Acme", "--issuer", "https://login.example.com", "--client-id", "milepost")
    typed = await shell("provider", "create", *options, "--client-secret", "s3cret")
    assert (typed.status, "No such option" in typed.err) == (2, True), "options stand in the list of processes"
    listed = await shell("provider", "list", "--json")
    assert listed.json == []
    assert (await shell("provider", "require", "--no-required")).status in (0, 1)

    usage = await shell("tenant", "usage", "--json")
    assert usage.json == []
    assert (await shell("tenant", "recount-quota")).status == 3, "an owner's key is no operator's"
    tenant = (await shell("tenant", "show", "--json")).json["id"]
    recounted = (await shell("tenant", "recount-quota", tenant, "--json", MILEPOST_KEY=OPERATOR_KEY)).json
    assert recounted["drifts"] == []
    assert {each["metric"] for each in recounted["quotas"]} >= {"members", "ventures"}


async def test_members_and_keys_come_and_go_and_names_steer_no_terminal(shell: Shell, tmp_path: Path) -> None:
    steering = "Ann \x1b[31mLee\u202e"
    made = (await shell("member", "add", "--name", steering, "--role", "viewer", "--json")).json
    table = (await shell("member", "list")).out
    assert "\x1b" not in table
    assert "\\u{1b}[31mLee\\u{202e}" in table
    assert (await shell("member", "update", made["id"], "--role", "contributor", "--json")).json[
        "role"
    ] == "contributor"
    assert (await shell("member", "archive", made["id"], "--yes")).status == 0
    assert made["id"] not in (await shell("member", "list")).out
    assert made["id"] in (await shell("member", "list", "--archived")).out
    assert (await shell("member", "restore", made["id"])).status == 0
    assert made["id"] in (await shell("member", "list")).out
    invited = await shell("member", "invite", "--email", "bo@x.example", "--name", "Bo", "--role", "viewer", "--json")
    assert invited.json["id"] in (await shell("member", "invitations")).out
    assert (await shell("member", "revoke-invitation", invited.json["id"])).status == 0
    key = await shell("key", "create", "--title", "Nightly", "--role", "viewer", "--scopes", "domain:read", "--json")
    assert key.json["scopes"] == ["domain:read"]
    assert "shown this once" in key.err
    file = tmp_path / "key"
    file.write_text(key.json["key"] + "\n")
    refused = await shell("member", "add", "--name", "x", "--key-file", str(file), MILEPOST_KEY="")
    assert (refused.status, "member:write" in refused.err) == (3, True)
    by_input = await shell("tenant", "show", "--key-file", "-", "--json", typed=key.json["key"])
    assert by_input.json["id"].startswith("tenant_")
    assert (await shell("key", "update", key.json["id"], "--title", "Weekly", "--json")).json["title"] == "Weekly"
    rotated = await shell("key", "rotate", key.json["id"], "--overlap-days", "1", "--json")
    assert rotated.json["key"].startswith("mp_live_")
    assert (await shell("key", "revoke", key.json["id"], "--yes")).status == 0
    assert (await shell("key", "show", key.json["id"], "--json")).json["archived_at"] is not None
    body = tmp_path / "body.json"
    body.write_text(json.dumps({"name": "From a file", "email": "file@x.example"}))
    whole = (await shell("member", "add", "--data", str(body), "--role", "manager", "--json")).json
    assert (whole["name"], whole["role"]) == ("From a file", "manager")
    cleared = (await shell("member", "update", whole["id"], "--clear", "email", "--json")).json
    assert cleared["email"] is None


async def test_another_tenants_things_are_not_there(shell: Shell, stranger: TestTenant) -> None:
    theirs = f"member_{stranger.members['owner'].hex}"  # type: ignore[index]  # a role is a text
    assert (await shell("member", "show", theirs)).status == 4
    assert (await shell("member", "archive", theirs, "--yes")).status == 4
    for group, verb in (("member", "list"), ("audit", "list"), ("audit", "verify"), ("key", "list")):
        assert (await shell(group, verb, "--tenant", f"tenant_{stranger.id.hex}")).status == 4, (group, verb)
    for id in ("../../audit-log", "x/y", "member_1?x=1"):
        assert (await shell("member", "show", id)).status == 2, id


async def test_what_was_typed_wrongly_and_a_server_that_is_away_are_told_in_a_sentence(
    shell: Shell, tenant: TestTenant
) -> None:
    for words, status, told in (
        (("member", "list", "--base-url", "http://127.0.0.1:9"), 6, "cannot be reached"),
        (("member", "list", "--base-url", "nonsense"), 6, "nonsense"),
        (("member", "list", "--key-file", "/there/is/none"), 2, "--key-file"),
        (("member", "add", "--data", "/there/is/none"), 2, "--data"),
        (("member", "list", "--nonsense"), 2, "--nonsense"),
        (("audit", "verify", "--anchor", "1:x"), 2, "--anchor"),
        (("audit", "export", "--to", "/there/is/none/x"), 2, "--to"),
        (("audit", "list", "--since", "yesterday"), 1, "--since"),
    ):
        said = await shell(*words)
        assert (said.status, told in said.err) == (status, True), (words, said)
        assert "Traceback" not in said.err
    assert (await shell("member", "list", MILEPOST_KEY="")).status == 2
    login = SignedIn(shell.environment["MILEPOST_URL"], shell.environment["MILEPOST_KEY"], "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", shell.environment["XDG_CONFIG_HOME"])
        keep(login)
    assert (await shell("member", "list", "--tenant", f"tenant_{tenant.id.hex}", MILEPOST_KEY="")).status == 0
    assert (await shell("member", "list", MILEPOST_KEY="mp_live_x", MILEPOST_TENANT=f"tenant_{'0' * 32}")).status == 3


async def test_the_log_is_listed_exported_and_verified(
    shell: Shell, runtime: Runtime, settings: Settings, tenant: TestTenant, tmp_path: Path
) -> None:
    await shell("member", "add", "--name", "=1+1", "--role", "viewer")
    await seal(runtime, tenant.id, timedelta(days=1))
    rows = (await shell("audit", "list", "--all", "--limit", "5", "--json")).json
    first = await shell("audit", "list", "--limit", "5")
    assert "--all shows every page" in first.err
    assert rows[0]["agent"] == "command_line"
    assert rows[0]["after"]["name"] == "=1+1"
    one = await shell("audit", "list", "--action", "member.*", "--actor-id", rows[0]["actor_id"], "--json")
    assert [row["id"] for row in one.json] == [rows[0]["id"]]
    lines = (await shell("audit", "export")).out.splitlines()
    assert [json.loads(line)["id"] for line in lines][: len(rows)] == [row["id"] for row in rows][::-1]
    file = tmp_path / "log.csv"
    assert (await shell("audit", "export", "--format", "csv", "--to", str(file))).status == 0
    assert len(list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))) == len(lines) + 1
    verified = await shell("audit", "verify")
    assert (verified.status, "nothing is wrong" in verified.err) == (0, True)
    head = verified.out.strip()
    assert (await shell("audit", "verify", "--anchor", head)).status == 0
    number = int(head.partition(":")[0])
    beyond = await shell("audit", "verify", "--anchor", f"{number + 1}:{'ab' * 32}", "--json")
    assert (beyond.status, json.loads(beyond.out)["findings"][0]["fault"]) == (1, "cut")
    async with superuser(settings) as database:
        await database.execute("UPDATE audit_entry SET action = 'x.y' WHERE id = $1", rows[0]["id"].rpartition("_")[2])
    broken = await shell("audit", "verify")
    assert broken.status == 1
    assert str(rows[0]["number"]) in broken.out
    assert rows[0]["id"] in broken.out


async def test_an_archive_is_fetched_and_goes_on_where_it_was_interrupted(
    shell: Shell, runtime: Runtime, tenant: TestTenant, tmp_path: Path
) -> None:
    started = (await shell("export", "start", "--json")).json
    file = tmp_path / "aurora.zip"
    early = await shell("export", "download", started["id"], "--to", str(file))
    assert (early.status, "--wait" in early.err) == (5, True)
    while await export_some(runtime, tenant.id):
        pass
    assert started["id"] in (await shell("export", "list")).out
    shown = (await shell("export", "show", started["id"], "--json")).json
    assert (await shell("export", "download", started["id"], "--to", str(file))).status == 0
    whole = file.read_bytes()
    assert hashlib.sha256(whole).hexdigest() == shown["sha256"]
    part = tmp_path / "again.zip.part"
    part.write_bytes(whole[:1000])
    again = tmp_path / "again.zip"
    assert (await shell("export", "download", started["id"], "--to", str(again))).status == 0
    assert again.read_bytes() == whole
    part.write_bytes(b"x" * 1000)
    spoilt = await shell("export", "download", started["id"], "--to", str(tmp_path / "again.zip"))
    assert (spoilt.status, "SHA-256 differs" in spoilt.err, part.exists()) == (1, True, False)


def test_the_whole_command_line_has_the_groups_and_takes_no_key_as_an_argument() -> None:
    status, said = finished(milepost("--help"))
    assert status == 0
    assert all(group in said for group in GROUPS)
    for command in (("member", "list"), ("listen",), ("documents", "push", "x.json")):
        status, said = finished(milepost(*command, "--key", "mp_live_secret"))
        assert (status, "--key" in said) == (2, True), command
    status, said = finished(milepost("member", "add", "--help", COLUMNS="200"))
    assert (status, "--venture-ids" in said) == (0, True)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain 启明 ä 👩‍🚀", "plain 启明 ä 👩\\u{200d}🚀"),
        ("a\nb\r\t\x00\x9b31m", "a\\u{a}b\\u{d}\\u{9}\\u{0}\\u{9b}31m"),
        (["x", "y"], "x, y"),
        ({"a": "\x1b"}, '{"a": "\\u001b"}'),
        (None, ""),
        (True, "yes"),
    ],
)
def test_no_character_does_anything_in_a_table(value: Any, shown: str) -> None:
    assert harmless(value) == shown

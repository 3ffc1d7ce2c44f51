"""An archive makes an empty tenant equal to the one that it is from, or leaves it empty and says why."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from domain.archives.contents import contents
from domain.archives.importing import IMPORTING_COMMANDS, take_part
from domain.archives.restoring import NOT_BROUGHT_IN
from domain.archives.tables import TenantImport
from domain.kernel.commands import execute
from domain.kernel.errors import Conflict
from domain.kernel.ids import external_id
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, perform, unit_of_work
from domain.webhooks.keys import secret_place
from tests.conftest import TestTenant
from tests.contract.reporting import wrong_reports
from tests.contract.telling import unheld_events
from tests.domain.commanding import Caller
from tests.security.belongings import Owner, owner_of_everything
from tests.workers.archives import Archive, ask, count, exported
from workers import importing

PART = 10_000
CHANGED = {
    "api_key": {"archived_at"},
    "webhook_endpoint": {"enabled", "signing", "public_key", "header_names"},
    "channel": {"enabled", "confirmed_at"},
    "notification_preference": {"email"},
    "identity_provider": {"enabled"},
    "domain": {"verified_at", "verified_by"},
}
"""What is switched off in a copy, so that it acts and tells nobody before somebody wants it to."""


def operator(tenant_id: UUID) -> Principal:
    return Principal(tenant_id, ActorKind.OPERATOR, Role.OWNER, tenant_id)


async def command(runtime: Runtime, tenant_id: UUID, name: str, **given: Any) -> UUID:
    asked = IMPORTING_COMMANDS[name]
    done = await execute(runtime, operator(tenant_id), asked, asked.input.model_validate(given))
    return done.ids["import"]


async def sent(runtime: Runtime, tenant_id: UUID, content: bytes, **told: Any) -> UUID:
    """An archive that was sent, and whose import is started."""
    given = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()} | told
    id = await command(runtime, tenant_id, "begin_import", **given)
    for offset in range(0, len(content), PART):

        async def act(work: Work, offset: int = offset) -> TenantImport:
            return await take_part(work, id, offset, content[offset : offset + PART])

        for _ in range(2):  # a part may be sent again
            found = await perform(runtime, operator(tenant_id), act)
        assert found.received == min(len(content), offset + PART)
    return await command(runtime, tenant_id, "start_import", import_id=external_id("import", id))


async def imported(runtime: Runtime, tenant_id: UUID, content: bytes, **told: Any) -> TenantImport:
    """What became of an archive that was sent."""
    id = await sent(runtime, tenant_id, content, **told)
    while await importing.import_some(runtime, tenant_id):
        pass
    return await the_import(runtime, tenant_id, id)


async def the_import(runtime: Runtime, tenant_id: UUID, id: UUID) -> TenantImport:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        return await work.get(TenantImport, id)


async def archive_of(runtime: Runtime, tenant_id: UUID) -> Archive:
    return await exported(runtime, tenant_id, await ask(runtime, operator(tenant_id), "request_export"))


def lines_of(archive: Archive, table: str, tenant_id: UUID) -> list[str]:
    """The rows of a table without what names the tenant, and without what is switched off in a copy."""
    left_out = CHANGED.get(table, set())
    lines = [{k: v for k, v in line.items() if k not in left_out} for line in archive.tables.get(table, ())]
    return [json.dumps(line).replace(tenant_id.hex, "TENANT").replace(str(tenant_id), "TENANT") for line in lines]


async def rows_left(runtime: Runtime, tenant_id: UUID) -> dict[str, int]:
    """The tables with rows of a tenant, without those that an archive does not bring and every tenant has."""
    found = {content.name: await count(runtime, tenant_id, content.table) for content in contents()}
    usual = ("tenant", "audit_entry", "work", "quota")
    return {name: number for name, number in found.items() if number and name not in usual}


async def used(runtime: Runtime, tenant_id: UUID) -> dict[str, tuple[int | None, int | None]]:
    """The limits of a tenant, and how much of each is used."""
    async with runtime.database.reading(tenant_id) as database:
        rows = await database.fetch("SELECT metric, most, used FROM quota WHERE tenant_id = $1", tenant_id)
    return {row["metric"]: (row["most"], row["used"]) for row in rows}


@pytest.fixture
async def ours(runtime: Runtime, settings: Settings) -> Owner:
    """A tenant with a row in every table."""
    return await owner_of_everything(runtime, settings)


async def test_an_archive_makes_an_equal_tenant_whoever_has_it_already(
    runtime: Runtime, ours: Owner, tenant: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "SLICE", 2)
    before = await archive_of(runtime, ours.tenant.id)
    with unheld_events(), wrong_reports():
        done = await imported(runtime, tenant.id, before.content)
    assert (done.state, done.problem, done.rows_done) == ("done", None, before.manifest["rows"])
    after = await archive_of(runtime, tenant.id)
    for content in contents():
        if content.name in NOT_BROUGHT_IN or content.name in ("tenant", "audit_entry", "audit_personal"):
            continue
        mine, theirs = (
            lines_of(before, content.name, ours.tenant.id),
            lines_of(after, content.name, tenant.id),
        )
        assert mine == theirs, content.name
    assert after.tables["tenant"][0] | {"name": ""} != before.tables["tenant"][0] | {"name": ""}, "it keeps its slug"
    assert after.tables["tenant"][0]["name"] == before.tables["tenant"][0]["name"]
    entries = set(lines_of(before, "audit_entry", ours.tenant.id))
    added = [line for line in lines_of(after, "audit_entry", tenant.id) if line not in entries]
    assert [json.loads(line)["action"] for line in added if "export." not in line] == ["tenant.imported"]
    assert entries <= set(lines_of(after, "audit_entry", tenant.id))
    async with runtime.database.reading(tenant.id) as database:
        secret = await database.fetchval("SELECT secret FROM webhook_endpoint WHERE tenant_id = $1", tenant.id)
        found = await database.fetchval("SELECT count(*) FROM search_text WHERE tenant_id = $1", tenant.id)
        unsealed = await database.fetchval(
            "SELECT count(*) FROM audit_entry e WHERE tenant_id = $1 AND action <> 'tenant.imported' AND NOT EXISTS "
            "(SELECT 1 FROM audit_seal s WHERE s.tenant_id = $1 AND s.entry_id = e.id)"
            " AND action NOT LIKE 'export%'",
            tenant.id,
        )
    place = secret_place(UUID(ours.ids["webhook_endpoint"][-32:]))
    assert runtime.keys.decrypt(secret, tenant_id=tenant.id, place=place).startswith("whsec_")
    assert found > 5
    assert unsealed == 0
    with pytest.raises(Conflict, match="not empty"):
        await command(runtime, tenant.id, "begin_import", size=1000, sha256="0" * 64)


def rewritten(content: bytes, change: Callable[[dict[str, bytes]], None], *, again: bool = True) -> bytes:
    """The same archive with some files changed, and a manifest that tells the truth about them unless said."""
    source = zipfile.ZipFile(io.BytesIO(content))
    files = {name: source.read(name) for name in source.namelist()}
    change(files)
    if again:
        manifest = json.loads(files["manifest.json"])
        for table in manifest["tables"]:
            for file in table["files"]:
                text = files.get(file["path"], b"")
                file |= {"size": len(text), "rows": len(text.splitlines()), "sha256": hashlib.sha256(text).hexdigest()}
            table["rows"] = sum(file["rows"] for file in table["files"])
        manifest["rows"] = sum(table["rows"] for table in manifest["tables"])
        files["manifest.json"] = json.dumps(manifest).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def at(files: dict[str, bytes], table: str) -> str:
    return next(name for name in files if name.startswith(f"data/{table}/"))


def changed(table: str, before: bytes, after: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        name = at(files, table)
        assert before in files[name]
        files[name] = files[name].replace(before, after, 1)

    return change


def told(**members: Any) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps(json.loads(files["manifest.json"]) | members).encode()

    return change


async def test_a_bad_archive_is_refused_with_its_place_and_leaves_the_tenant_empty(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    owner = Caller(runtime, stranger.principal())
    venture = await owner.venture("Told")
    await owner.risk(venture, "First")
    await owner.risk(venture, "Second")
    good = (await archive_of(runtime, stranger.id)).content
    nobody = b"venture_" + b"0" * 32

    def bomb(files: dict[str, bytes]) -> None:
        files["data/risk/000001.ndjson"] = b"0" * 70_000_000

    def doubled(files: dict[str, bytes]) -> None:
        files[at(files, "risk")] *= 2

    def bad_line(files: dict[str, bytes]) -> None:
        name = at(files, "risk")
        files[name] = files[name].replace(b'"title":', b'"heading":', 1)

    cases: tuple[tuple[bytes, str, int | None, str], ...] = (
        (b"PK" * 200, "", None, "is no zip"),
        (good[:-50], "", None, "is no zip"),
        (rewritten(good, told(format_version=2)), "manifest.json", None, "of version 1"),
        (rewritten(good, told(kind="person")), "manifest.json", None, "kind"),
        (rewritten(good, lambda files: files.update({"../up.ndjson": b""})), "../up.ndjson", None, "called that"),
        (rewritten(good, lambda files: files.update({"data/risk/000777.ndjson": b""})), "data/", None, "does not tell"),
        (rewritten(good, bomb), "data/risk", None, "larger than"),
        (rewritten(good, lambda files: files.pop(at(files, "venture"))), "data/venture", None, "is not there"),
        (rewritten(good, changed("risk", b"First", b"Fifth"), again=False), "data/risk", None, "SHA-256 differs"),
        (
            rewritten(good, doubled, again=False),
            "data/risk",
            None,
            "another size",
        ),
        (rewritten(good, bad_line), "data/risk", 1, "has no column heading"),
        (
            rewritten(good, changed("risk", b'"version":1', b'"version":"1"')),
            "data/risk",
            1,
            "version: must",
        ),
        (rewritten(good, changed("risk", b'"kind":"threat"', b'"kind":"joke"')), "data/risk", 1, "kind"),
        (rewritten(good, changed("risk", venture.encode(), nobody)), "data/risk", 1, "refuses the row"),
        (rewritten(good, changed("risk", venture.encode(), b"member_" + b"0" * 32)), "data/risk", 1, "is not the id"),
    )
    limits = await used(runtime, tenant.id)
    for content, file, line, rule in cases:
        found = await imported(runtime, tenant.id, content)
        assert found.state == "failed", rule
        assert found.problem is not None
        assert rule in found.problem["rule"], (rule, found.problem)
        assert (found.problem["file"] or "").startswith(file), (rule, found.problem)
        assert found.problem["line"] == line, (rule, found.problem)
        assert await rows_left(runtime, tenant.id) == {}, rule
        assert await used(runtime, tenant.id) == limits, rule
    found = await imported(runtime, tenant.id, good, sha256="0" * 64)
    assert found.problem is not None and "not the one that was told" in found.problem["rule"]
    assert (await imported(runtime, tenant.id, good)).state == "done", "after all of that it can still be brought in"

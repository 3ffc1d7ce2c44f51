"""An export holds everything of its tenant and nothing else, whatever is written or killed meanwhile."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest

from domain.archives import exporting
from domain.archives.contents import LEFT_OUT, contents
from domain.archives.tables import ArchiveFile, ArchivePart, ExportState
from domain.kernel.errors import Conflict, Forbidden, InvalidState, NotFound, StepUpRequired
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import TenantTable, table_class
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import TENANT_TABLES
from tests.domain.commanding import Caller
from tests.security.belongings import Owner, owner_of_everything
from tests.workers.archives import ask, count, dangling, exported, read_archive, the_export
from workers import archiving


@pytest.fixture
async def two(runtime: Runtime, settings: Settings) -> tuple[Owner, Owner]:
    """Two tenants with a row in every table."""
    return await owner_of_everything(runtime, settings), await owner_of_everything(runtime, settings)


def test_every_table_is_exported_or_named_with_a_reason() -> None:
    told = [content.name for content in contents()]
    assert len(told) == len(set(told))
    assert {*told, *LEFT_OUT} == {*TENANT_TABLES, "tenant"}
    assert not set(told) & set(LEFT_OUT)
    for content in contents():
        hidden = {column.name for column in content.table.columns} - {column.name for column in content.columns}
        cls = table_class(content.name.removesuffix("_history"))
        private = cls.private if issubclass(cls, TenantTable) else frozenset()
        beside = {"event": {"due"}, "work": {"lease", "attempts", "wanted"}, "membership": {"user_id"}}
        own = set() if content.name == "tenant" else {"tenant_id"}
        assert hidden == own | private | beside.get(content.name, set()), content.name


async def test_everything_of_the_tenant_is_in_its_archive_without_secrets_or_anything_of_another(
    runtime: Runtime, two: tuple[Owner, Owner]
) -> None:
    ours, theirs = two
    counts = {content.name: await count(runtime, ours.tenant.id, content.table) for content in contents()}
    id = await ask(runtime, ours.tenant.principal(), "request_export")
    archive = await exported(runtime, ours.tenant.id, id)

    later = {"audit_entry", "work"}  # the export itself was noted, and is work
    found = {name: len(rows) for name, rows in archive.tables.items()}
    assert {name: number for name, number in found.items() if name not in later} == {
        name: number for name, number in counts.items() if number and name not in later
    }
    assert not list(dangling(archive))
    told = archive.everything
    assert ours.canary.encode() in told
    for secret in (theirs.canary, theirs.tenant.id.hex, str(theirs.tenant.id), ours.key, theirs.key):
        assert secret.encode() not in told
    for content in contents():
        cls = table_class(content.name.removesuffix("_history"))
        for name in cls.private if issubclass(cls, TenantTable) else ():
            assert f"'{ours.canary} {name}'" not in str(archive.tables[content.name]), (content.name, name)
    stored = await the_export(runtime, ours.tenant.id, id)
    assert stored.rows_done == archive.manifest["rows"]
    assert archive.manifest["left_out"] == dict(LEFT_OUT)
    assert archive.manifest["tenant"]["id"] == ours.ids["tenant"]
    assert archive.zip.testzip() is None


async def test_what_rows_refer_to_is_there_though_all_is_written_meanwhile(
    runtime: Runtime, tenant: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiving, "MOST_ROWS", 7)
    monkeypatch.setattr(archiving, "FIRST_PAGE", 2)
    owner = Caller(runtime, tenant.principal())
    known: list[str] = []

    async def write() -> None:
        venture = await owner.venture(f"Venture {len(known)}")
        risk = await owner.risk(venture)
        await owner.ask("assess_risk", risk_id=risk, probability_level=2, impact_level=3)
        first, second = [await owner.milestone(venture, title) for title in ("One", "Two")]
        await owner.ask("add_dependency", predecessor_id=first, successor_id=second)
        await owner.ask("update_risk", id=risk, title="Told otherwise")
        known.append(risk)

    for _ in range(3):
        await write()
    before = set(known)
    id = await ask(runtime, owner.principal, "request_export")
    slices = 0
    while await archiving.export_some(runtime, tenant.id):
        slices += 1
        if slices % 3 == 0:
            await write()
    archive = await read_archive(runtime, tenant.id, id)
    assert slices > 20 and len(known) > len(before) + 5
    assert not list(dangling(archive))
    risks = [line["id"] for line in archive.tables["risk"]]
    assert before <= set(risks) and len(risks) == len(set(risks))


async def test_exports_are_bounded_and_the_oldest_archive_gives_way(
    runtime: Runtime, tenant: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_KEPT", 3)
    owner = tenant.principal()

    async def one() -> UUID:
        return await ask(runtime, owner, "request_export")

    asked = await asyncio.gather(*(one() for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(each, Conflict) for each in asked) == 4 - exporting.MOST_UNDER_WAY
    made = [each for each in asked if isinstance(each, UUID)]
    while len(made) < exporting.MOST_KEPT + 2:
        await exported(runtime, tenant.id, made[-1])
        made.append(await one())
    states = [(await the_export(runtime, tenant.id, id)).state for id in sorted(made)]
    assert states.count(ExportState.EXPIRED) == 2 and states[:2] == [ExportState.EXPIRED] * 2
    assert (await read_archive(runtime, tenant.id, sorted(made)[0])).content == b""


async def test_a_cancelled_or_old_archive_leaves_nothing(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = tenant.principal()
    monkeypatch.setattr(archiving, "MOST_ROWS", 5)
    id = await ask(runtime, owner, "request_export")
    for _ in range(3):
        await archiving.export_some(runtime, tenant.id)
    assert (await the_export(runtime, tenant.id, id)).rows_done > 0
    await ask(runtime, owner, "cancel_export", export_id=external_id("export", id))
    while await archiving.export_some(runtime, tenant.id):
        pass
    assert (await the_export(runtime, tenant.id, id)).state is ExportState.CANCELLED
    monkeypatch.undo()
    kept = await ask(runtime, owner, "request_export")
    await exported(runtime, tenant.id, kept)
    clock.forward(days=7)
    await archiving.expire_exports(runtime, tenant.id)
    assert (await the_export(runtime, tenant.id, kept)).state is ExportState.EXPIRED
    for table in (ArchivePart, ArchiveFile):
        assert await count(runtime, tenant.id, table.__table__) == 0
    with pytest.raises(InvalidState):
        await ask(runtime, owner, "cancel_export", export_id=external_id("export", kept))


async def test_an_export_that_cannot_be_made_has_failed_visibly(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def worked_off(id: UUID) -> None:
        for _ in range(archiving.EXPORTS.attempts + 2):
            await archiving.export_some(runtime, tenant.id)
            clock.forward(minutes=10)

    monkeypatch.setattr(archiving, "LARGEST", 100)
    id = await ask(runtime, tenant.principal(), "request_export")
    await worked_off(id)
    export = await the_export(runtime, tenant.id, id)
    assert export.state is ExportState.FAILED
    assert "at most 100 bytes" in str(export.error)
    monkeypatch.setattr(archiving, "written", _broken)
    another = await ask(runtime, tenant.principal(), "request_export")
    await worked_off(another)
    export = await the_export(runtime, tenant.id, another)
    assert export.state is ExportState.FAILED
    assert "cannot be written" in str(export.error)
    assert (await read_archive(runtime, tenant.id, id)).content == b""


def _broken(*_: object) -> list[bytes]:
    raise ValueError("this cannot be written")


async def test_who_may_export_what(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    with pytest.raises(Forbidden):
        await ask(runtime, tenant.principal("admin"), "request_export")
    venture = (await Caller(runtime, tenant.principal()).venture()).partition("_")[2]
    restricted = tenant.principal("owner", venture_ids=frozenset({UUID(venture)}))
    with pytest.raises(Forbidden):
        await ask(runtime, restricted, "request_export")
    theirs = external_id("member", stranger.members["viewer"])
    with pytest.raises(NotFound):
        await ask(runtime, tenant.principal("admin"), "export_member", member_id=theirs)
    with pytest.raises(StepUpRequired):
        await ask(runtime, tenant.principal("owner", session_id=tenant.id), "request_export")
    id = await ask(runtime, tenant.principal(), "request_export")
    with pytest.raises(NotFound):
        await ask(runtime, stranger.principal(), "cancel_export", export_id=external_id("export", id))
    with pytest.raises(Forbidden):
        await ask(runtime, tenant.principal("admin"), "cancel_export", export_id=external_id("export", id))


async def test_a_persons_archive_holds_what_is_theirs_and_about_them(runtime: Runtime, tenant: TestTenant) -> None:
    owner, ann = Caller(runtime, tenant.principal()), tenant.members["contributor"]
    member = Caller(runtime, tenant.principal("contributor"))
    risk = await owner.risk(await owner.venture())
    await member.ask("add_risk_comment", risk_id=risk, body="I have seen this before.")
    await owner.ask("add_risk_comment", risk_id=risk, body="This is mine alone.")
    await owner.ask("update_risk", id=risk, owner_id=external_id("member", ann))
    id = await ask(runtime, tenant.principal("admin"), "export_member", member_id=external_id("member", ann))
    archive = await exported(runtime, tenant.id, id)
    assert [line["id"] for line in archive.tables["membership"]] == [external_id("member", ann)]
    assert [line["id"] for line in archive.tables["risk"]] == [risk]
    assert {line["actor_id"] for line in archive.tables["audit_entry"]} >= {str(ann)}
    assert b"seen this before" in archive.everything and b"mine alone" not in archive.everything
    assert archive.manifest["kind"] == "person"

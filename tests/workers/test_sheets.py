"""A sheet is brought in as a whole or not at all, in the name of whoever asked, and says what is wrong by line."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.workers.sheeting import announce, as_csv, as_workbook, bring, seen, start, told
from workers import sheets

_SEVERAL = "several of the kind milestone are called that: give the id of the one that is meant"


@pytest.fixture
def manager(runtime: Runtime, tenant: TestTenant) -> Caller:
    return Caller(runtime, tenant.principal(Role.MANAGER))


async def rows(runtime: Runtime, tenant: TestTenant, table: str, order: str = "id") -> list[dict[str, Any]]:
    async with runtime.database.reading(tenant.id) as database:
        found = await database.fetch(f"SELECT * FROM {table} WHERE tenant_id = $1 ORDER BY {order}", tenant.id)
    return [dict(row) for row in found]


async def test_lines_become_rows_by_the_command_that_makes_one(
    runtime: Runtime, tenant: TestTenant, manager: Caller
) -> None:
    helio = await manager.venture("Helio")
    await manager.milestone(helio, "Prototype")
    content = as_csv(
        ["Title", "dueOn", "Status", "MILESTONE", "负责人", "estimate days", "description", "created_at", "Notes"],
        ["Label scans", "2026-12-31", "Do ing", "Prototype", "manager@" + tenant.slug + ".example", "2.5",
         "two\nlines, one comma", "2020-01-01T00:00:00Z", "of no use"],
        ["'=SUM(A1)", "", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", ""],
        ["第三", "2027-01-05", "DONE", "", "Manager", "", "", "", ""],
    )  # fmt: skip
    done = await bring(
        manager, b"\xef\xbb\xbf" + content, "task", venture_id=helio, columns=[{"column": "Notes", "field": None}]
    )
    assert told(done) == []
    assert (done.state, done.made, done.changed, done.lines_done, done.lines_total) == ("done", 3, 0, 3, 3)
    first, second, third = await rows(runtime, tenant, "task")
    assert (first["title"], first["status"], str(first["due_on"])) == ("Label scans", "doing", "2026-12-31")
    assert first["description"] == "two\nlines, one comma"
    assert (str(first["estimate_days"]), first["owner_id"]) == ("2.500000", tenant.members[Role.MANAGER])
    assert first["milestone_id"] is not None
    assert (second["title"], second["status"], second["milestone_id"]) == ("=SUM(A1)", "todo", None)
    assert (third["title"], third["owner_id"]) == ("第三", tenant.members[Role.MANAGER])
    entries = [row for row in await rows(runtime, tenant, "audit_entry") if row["action"] == "task.created"]
    assert {row["actor_id"] for row in entries} == {tenant.members[Role.MANAGER]}
    assert {row["request_id"] for row in entries} == {external_id("sheet_import", done.id)}
    assert len(entries) == 3
    events = [row["type"] for row in await rows(runtime, tenant, "event")]
    assert events.count("task.created") == 3
    assert await rows(runtime, tenant, "archive_part", "archive_id") == []
    assert {each["column"]: each["field"] for each in done.mapping} | {"负责人": "owner_id", "Notes": None} == {
        "Title": "title", "dueOn": "due_on", "Status": "status", "MILESTONE": "milestone_id", "负责人": "owner_id",
        "estimate days": "estimate_days", "description": "description", "created_at": None, "Notes": None,
    }  # fmt: skip


async def test_a_dry_run_tells_all_that_is_wrong_and_leaves_nothing(
    runtime: Runtime, tenant: TestTenant, manager: Caller, stranger: TestTenant
) -> None:
    helio = await manager.venture("Helio")
    other = await manager.venture("Other")
    for _ in range(2):
        await manager.milestone(helio, "Twice")
    theirs = await Caller(runtime, stranger.principal()).venture("Theirs")
    content = as_csv(
        ["title", "due on", "start_on", "weight", "status", "milestone", "venture"],
        ["Fine", "2026-12-31", "", "", "", "", "Helio"],
        ["", "31.12.2026", "", "1,5", "half", "", "Helio"],
        ["Ambiguous", "", "", "", "", "Twice", "Helio"],
        ["Nowhere", "", "", "", "", "", "Theirs"],
        ["Stolen", "", "", "", "", "", theirs],
        ["Backwards", "2026-01-01", "2026-02-01", "", "", "", other],
        ["Also fine", "", "", "", "", "", other],
        ["x" * 201, "", "", "", "", "", "Other"],
        ["Too many", "", "", "", "", "", "Other", "more"],
    )
    before = len(await rows(runtime, tenant, "audit_entry"))
    checked = await bring(manager, content, "task", dry_run=True)
    assert (checked.state, checked.dry_run, checked.made, checked.problem_count) == ("checked", True, 2, 10)
    assert told(checked) == [
        (3, "title", "REQUIRED", "is required"),
        (3, "due on", "INVALID", "must be a date such as 2026-12-31"),
        (3, "weight", "INVALID", "must be a number such as 1250.50, with a point and without marks of thousands"),
        (3, "status", "INVALID", "must be one of todo, doing, done, cancelled"),
        (4, "milestone", "AMBIGUOUS", _SEVERAL),
        (5, "venture", "NOT_FOUND", "no venture is called that"),
        (6, "venture", "NOT_FOUND", "there is no such venture"),
        (7, "due on", "INVALID", "is due before it begins: due_on must not be before start_on"),
        (9, "title", "INVALID", "Value should have at most 200 items after validation, not 201"),
        (10, None, "INVALID", "has more cells than there are headings"),
    ]  # fmt: skip
    assert await rows(runtime, tenant, "task") == []
    fresh = (await rows(runtime, tenant, "audit_entry"))[before:]
    assert {row["action"] for row in fresh} == {
        "sheet_import.created", "sheet_import.started", "sheet_import.checked",
    }  # fmt: skip
    again = await start(manager, external_id("sheet_import", checked.id))
    assert (again.state, again.problems) == ("failed", checked.problems)
    assert await rows(runtime, tenant, "task") == []
    with pytest.raises(InvalidState):
        await start(manager, external_id("sheet_import", checked.id))


async def test_a_second_import_changes_what_the_first_has_made(
    runtime: Runtime, tenant: TestTenant, manager: Caller
) -> None:
    helio = await manager.venture("Helio")
    head = ["external_id", "category", "amount", "spent_on", "note"]
    first = as_csv(head, ["A-1", "compute", "12.5", "2026-01-02", "GPU"], ["A-2", "travel", "7", "2026-01-03", ""])
    done = await bring(manager, first, "cost", venture_id=helio, source="ledger")
    assert (done.state, done.made, done.problems) == ("done", 2, [])
    again = await bring(manager, first, "cost", venture_id=helio, source="ledger")
    assert (again.state, again.made, again.changed, again.unchanged) == ("done", 0, 0, 2)
    changed = as_csv(head, ["A-1", "compute", "12.50", "2026-01-02", ""], ["A-3", "travel", "9", "2026-01-04", "Train"])
    third = await bring(manager, changed, "cost", venture_id=helio, source="ledger")
    assert (third.made, third.changed, third.unchanged) == (1, 1, 0)
    found = await rows(runtime, tenant, "cost")
    assert [(str(row["amount"]), row["note"], row["version"]) for row in found] == [
        ("12.50", None, 2), ("7.00", None, 1), ("9.00", "Train", 1),
    ]  # fmt: skip
    elsewhere = await bring(manager, first, "cost", venture_id=helio, source="other")
    assert elsewhere.made == 2, "another source knows other things by these ids"

    ids = [external_id("cost", row["id"]) for row in found]
    by_id = as_csv(["id", "amount", "venture_id"], [ids[0], "13", helio], [ids[1], "7.00", helio], ["", "5", helio])
    wrong = await bring(manager, by_id, "cost")
    assert told(wrong) == [(4, None, "REQUIRED", "is required")]
    assert (wrong.state, wrong.changed, wrong.unchanged) == ("failed", 1, 1)
    assert len(await rows(runtime, tenant, "cost")) == 5
    other = await manager.venture("Other")
    fixed = as_csv(["id", "venture_id"], [ids[0], other], ["cost_" + "0" * 32, helio], [other, helio])
    refused = await bring(manager, fixed, "cost")
    assert [(line, column, code) for line, column, code, _ in told(refused)] == [
        (2, "venture_id", "INVALID"), (3, "id", "NOT_FOUND"), (4, "id", "INVALID"),
    ]  # fmt: skip
    twice = as_csv(head, ["B", "travel", "1", "2026-01-04", ""], ["B", "travel", "1", "2026-01-04", ""])
    assert told(await bring(manager, twice, "cost", venture_id=helio)) == [
        (3, "external_id", "INVALID", "stands on a line before as well")
    ]


async def test_a_workbook_is_read_like_a_text_file(runtime: Runtime, tenant: TestTenant, manager: Caller) -> None:
    helio = await manager.venture("Helio")
    content = as_workbook(
        ["Category", "Amount", "Spent on", "Note", None],
        ["compute", 12.5, datetime(2026, 1, 2), "=1+1", None],
        ["travel", 7, date(2026, 1, 3), 42, None],
        ["travel", "8.10", "2026-01-03", "_x0009_tab", None],
        ["travel", 1, datetime(2026, 1, 3, 12, 30), None, None],
    )
    wrong = await bring(manager, content, "cost", venture_id=helio, format="xlsx")
    assert told(wrong) == [(5, "Spent on", "INVALID", "must be a date such as 2026-12-31, without a time")]
    fine = as_workbook(
        ["Category", "Amount", "Spent on", "Note"],
        ["compute", 12.5, datetime(2026, 1, 2), None],
        ["travel", 7, date(2026, 1, 3), 42],
        ["travel", "8.10", "2026-01-03", "a_x0009_tab"],
    )
    done = await bring(manager, fine, "cost", venture_id=helio, format="xlsx")
    assert told(done) == []
    assert [(str(row["amount"]), str(row["spent_on"]), row["note"]) for row in await rows(runtime, tenant, "cost")] == [
        ("12.50", "2026-01-02", None), ("7.00", "2026-01-03", "42"), ("8.10", "2026-01-03", "a\ttab"),
    ]  # fmt: skip


async def test_rows_may_name_rows_of_lines_before(runtime: Runtime, tenant: TestTenant, manager: Caller) -> None:
    helio = await manager.venture("Helio")
    tasks = await bring(manager, as_csv(["title"], *([f"Task {n}"] for n in range(5))), "task", venture_id=helio)
    assert tasks.made == 5
    circle = as_csv(
        ["predecessor", "successor"],
        *(["Task 0", "Task 1"], ["Task 1", "Task 2"], ["Task 2", "Task 0"], ["Task 3", "Task 4"]),
    )
    found = await bring(manager, circle, "task_dependency", venture_id=helio)
    assert [line for line, *_ in told(found)] == [4], "rows that are not written yet are seen all the same"
    assert await rows(runtime, tenant, "task_dependency") == []


async def test_who_may_not_do_it_by_hand_may_not_by_a_sheet(
    runtime: Runtime, tenant: TestTenant, manager: Caller, stranger: TestTenant
) -> None:
    helio = await manager.venture("Helio")
    other = await manager.venture("Other")
    content = as_csv(["title"], ["Mine"])
    restricted = Caller(runtime, tenant.principal(Role.MANAGER, venture_ids=frozenset({UUID(helio[-32:])})))
    with pytest.raises(Forbidden, match="restricted"):
        await announce(restricted, content, "task")
    with pytest.raises(NotFound):
        await announce(restricted, content, "task", venture_id=other)
    with pytest.raises(Invalid, match="no type of this name"):
        await announce(manager, content, "member")
    whole = await announce(manager, content, "team")
    with pytest.raises(NotFound):
        await start(restricted, whole)
    for caller in (Caller(runtime, stranger.principal()), restricted):
        with pytest.raises(NotFound):
            await caller.ask("cancel_sheet_import", sheet_import_id=whole)
    theirs = as_csv(["title", "venture"], ["Theirs", other])
    refused = await bring(restricted, theirs, "task", venture_id=helio)
    assert [code for _, _, code, _ in told(refused)] == ["INVALID"]

    id = await announce(manager, content, "task", venture_id=helio)
    await manager.ask("start_sheet_import", sheet_import_id=id)
    owner = Caller(runtime, tenant.principal())
    await owner.ask("update_member", id=external_id("member", tenant.members[Role.MANAGER]), role="viewer")
    await sheets.import_sheets(runtime, tenant.id)
    found = await seen(runtime, tenant.id, id)
    assert (found.state, told(found)[0][2]) == ("failed", "FORBIDDEN"), "rights are those of the moment"
    id = await announce(owner, content, "task", venture_id=helio)
    scoped = Caller(runtime, tenant.principal(scopes=frozenset({"import:write"})))
    with pytest.raises(Forbidden, match="milestone:write"):
        await start(scoped, id)
    assert await rows(runtime, tenant, "task") == []


async def test_a_cancelled_import_leaves_nothing(
    runtime: Runtime, tenant: TestTenant, manager: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    helio = await manager.venture("Helio")
    content = as_csv(["title"], *([f"Task {n}"] for n in range(6)))
    id = await announce(manager, content, "task", venture_id=helio)
    await manager.ask("start_sheet_import", sheet_import_id=id)
    monkeypatch.setattr(sheets, "SLICE", 2)
    monkeypatch.setattr(sheets, "TELL_SECONDS", 0.0)
    slices = []

    async def at(place: str) -> None:
        progress = await seen(runtime, tenant.id, id)
        slices.append((progress.state, progress.lines_done))
        if len(slices) == 2:
            await manager.ask("cancel_sheet_import", sheet_import_id=id)

    monkeypatch.setattr(sheets, "tell", _beside(sheets.tell, at))
    assert await sheets.import_sheets(runtime, tenant.id) == 1
    assert slices == [("running", 2), ("running", 4)], "others see how far it is while it runs"
    found = await seen(runtime, tenant.id, id)
    assert (found.state, found.made) == ("cancelled", 0)
    assert await rows(runtime, tenant, "task") == []
    assert await rows(runtime, tenant, "archive_part", "archive_id") == []
    assert await sheets.import_sheets(runtime, tenant.id) == 0
    await manager.ask("cancel_sheet_import", sheet_import_id=id)


def _beside(act: Any, then: Any) -> Any:
    async def both(*given: Any) -> None:
        await act(*given)
        await then("")

    return both


async def test_only_two_run_and_twenty_wait(runtime: Runtime, tenant: TestTenant, manager: Caller, clock: Any) -> None:
    content = as_csv(["name"], ["Helio"])
    ids = [await announce(manager, content, "venture") for _ in range(3)]
    for id in ids[:2]:
        await manager.ask("start_sheet_import", sheet_import_id=id)
    with pytest.raises(Conflict, match="being brought in"):
        await manager.ask("start_sheet_import", sheet_import_id=ids[2])
    for _ in range(19):
        await manager.make("create_sheet_import", entity="risk", format="csv")
    with pytest.raises(Conflict, match="wait to be started"):
        await manager.make("create_sheet_import", entity="risk", format="csv")
    clock.forward(days=8)
    assert await sheets.expire_sheets(runtime, tenant.id) == 20
    assert (await seen(runtime, tenant.id, ids[2])).state == "cancelled"

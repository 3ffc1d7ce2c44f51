"""Sheets over REST and GraphQL: sent, tried, brought in and read; and every list as a sheet that can come back."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest

from domain.kernel.runtime import Runtime
from domain.kernel.spreadsheets import harmless
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant
from tests.workers.sheeting import as_csv
from workers.sheets import import_sheets

BYTES = {"Content_Type": "application/octet-stream"}
TRICKY = [
    "=1+1",
    "+49 30",
    "-dash",
    "@home",
    "'=quoted",
    "'plain",
    "tab\there",
    'a "b", c; d',
    "two\nlines",
    "名称 ✓",
    "007",
]
HEADINGS = ["title", "description", "status", "weight", "due_on", "version"]


async def brought(api: Api, runtime: Runtime, tenant: TestTenant, content: bytes, **told: Any) -> dict[str, Any]:
    """The report of a sheet that was brought in."""
    made = await api("POST", "sheet-imports", {"entity": "task", "format": "csv"} | told)
    assert made.status_code == 201, made.text
    id = made.json()["id"]
    for offset in range(0, len(content), 700_000):
        part = content[offset : offset + 700_000]
        sent = await api("PUT", f"sheet-imports/{id}/content?offset={offset}", part, **BYTES)
        assert sent.json()["size"] == offset + len(part)
    assert (await api("POST", f"sheet-imports/{id}/start", {"dry_run": False})).json()["state"] == "queued"
    while await import_sheets(runtime, tenant.id):
        pass
    report: dict[str, Any] = (await api("GET", f"sheet-imports/{id}/report")).json()
    return report


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def undone(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in "=+-@\t\r" else text


async def test_a_sheet_is_sent_tried_and_brought_in(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    manager = await key_of(tenant, "manager")
    venture = (await manager("POST", "ventures", {"name": "Helio"})).json()["id"]
    made = await manager("POST", "sheet-imports", {"entity": "task", "format": "csv", "venture_id": venture})
    assert (made.status_code, made.json()["state"]) == (201, "uploading")
    id = made.json()["id"]
    content = as_csv(["Title", "Due on"], ["One", "2026-12-31"], ["=Two", "31.12.2026"])
    assert (await manager("POST", f"sheet-imports/{id}/start", {})).json()["code"] == "INVALID_STATE"
    for _ in range(2):  # a part may be sent again
        assert (await manager("PUT", f"sheet-imports/{id}/content", content[:9], **BYTES)).json()["size"] == 9
    assert (await manager("PUT", f"sheet-imports/{id}/content?offset=5", b"x", **BYTES)).status_code == 409
    assert (await manager("PUT", f"sheet-imports/{id}/content?offset=-5", b"x", **BYTES)).status_code == 422
    assert (await manager("PUT", f"sheet-imports/{id}/content?offset=9", b"", **BYTES)).status_code == 422
    await manager("PUT", f"sheet-imports/{id}/content?offset=9", content[9:], **BYTES)
    assert (await manager("POST", f"sheet-imports/{id}/start", {"dry_run": True})).status_code == 200
    assert await import_sheets(runtime, tenant.id) == 1
    report = (await manager("GET", f"sheet-imports/{id}/report")).json()
    wrong = {"line": 3, "column": "Due on", "field": "due_on", "code": "INVALID"}
    assert report["problems"] == [wrong | {"message": "must be a date such as 2026-12-31"}]
    assert (report["state"], report["dry_run"], report["made"], report["lines_done"]) == ("checked", True, 1, 2)
    table = await manager("GET", f"sheet-imports/{id}/report?format=csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert rows_of(table.content)[0]["line"] == "3"
    shown = "state problems { line code } mapping { column field } venture { name }"
    query = f"query($id: ID!) {{ sheetImport(id: $id) {{ {shown} }} }}"
    asked = {"query": query, "variables": {"id": id}}
    assert (await manager("POST", "/graphql", asked)).json()["data"]["sheetImport"] == {
        "state": "CHECKED",
        "problems": [{"line": 3, "code": "INVALID"}],
        "mapping": [{"column": "Title", "field": "title"}, {"column": "Due on", "field": "due_on"}],
        "venture": {"name": "Helio"},
    }
    assert (await manager("GET", "tasks")).json()["data"] == []

    contributor, other = await key_of(tenant, "contributor"), await key_of(stranger, "owner")
    assert (await contributor("POST", "sheet-imports", {"entity": "task", "format": "csv"})).status_code == 403
    assert (await contributor("GET", f"sheet-imports/{id}/report")).status_code == 403
    for path in (f"sheet-imports/{id}", f"sheet-imports/{id}/report"):
        assert (await other("GET", path)).status_code == 404
    assert (await other("PUT", f"sheet-imports/{id}/content", b"x", **BYTES)).status_code == 404
    assert (await other("POST", "/graphql", asked)).json()["data"]["sheetImport"] is None
    assert (await manager("POST", f"sheet-imports/{id}/cancel")).json()["state"] == "cancelled"


async def test_what_is_exported_comes_back_the_same(key_of: MakeKey, runtime: Runtime, tenant: TestTenant) -> None:
    manager = await key_of(tenant, "manager")
    first = (await manager("POST", "ventures", {"name": "First"})).json()["id"]
    second = (await manager("POST", "ventures", {"name": "Second"})).json()["id"]
    lines = [[harmless(text), harmless(text), "doing" if n % 2 else "todo", f"{n}.5", "2026-12-31" if n % 3 else "", ""]
             for n, text in enumerate(TRICKY)]  # fmt: skip
    lines += [[f"Task {n}", "", "todo", "1", "", ""] for n in range(200)]
    assert (await brought(manager, runtime, tenant, as_csv(HEADINGS, *lines), venture_id=first))["made"] == 211

    exported = await manager("GET", f"tasks?format=csv&venture_id={first}&sort=id")
    assert exported.headers["content-disposition"] == 'attachment; filename="tasks.csv"'
    rows = rows_of(exported.content)
    listed = (await manager("GET", f"tasks?venture_id={first}&sort=id&limit=200")).json()
    assert list(rows[0]) == list(listed["data"][0]), "a sheet has the columns of the list"
    assert len(rows) == 211
    assert [undone(row["title"]) for row in rows[:11]] == TRICKY
    for row in rows:
        for cell in row.values():
            assert cell[:1] not in ("=", "+", "@", "\t", "\r")
            assert cell[:1] != "-" or cell[1:2].isdigit()
    book = (await manager("GET", f"tasks?format=xlsx&venture_id={first}&sort=id")).content
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet is not None
    cells = list(sheet.iter_rows())
    assert [cell.value for cell in cells[0]] == list(rows[0])
    title = [cell.value for cell in cells[0]].index("title")
    assert [(row[title].value, row[title].data_type) for row in cells[1:12]] == [(text, "s") for text in TRICKY]

    again = await brought(manager, runtime, tenant, exported.content)
    assert (again["state"], again["made"], again["changed"], again["unchanged"]) == ("done", 0, 0, 211)
    left = [{"column": name, "field": None} for name in ("id", "venture_id")]
    for content, format in ((exported.content, "csv"), (book, "xlsx")):
        copied = await brought(manager, runtime, tenant, content, venture_id=second, columns=left, format=format)
        assert (copied["problems"], copied["made"]) == ([], 211)
    told = "title,description,status,weight,due_on,start_on,owner_id"
    copy = (await manager("GET", f"tasks?format=csv&venture_id={second}&sort=id&fields={told}")).content
    original = (await manager("GET", f"tasks?format=csv&venture_id={first}&sort=id&fields={told}")).content
    assert rows_of(copy) == rows_of(original) * 2


async def test_a_sheet_is_filtered_and_refused_like_its_list(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    manager = await key_of(tenant, "manager")
    venture = (await manager("POST", "ventures", {"name": "Helio"})).json()["id"]
    other = (await manager("POST", "ventures", {"name": "Other"})).json()["id"]
    for name, at in (("Low", venture), ("High", venture), ("Else", other)):
        await manager("POST", "risks", {"venture_id": at, "title": name, "category": "legal"})
    asked = await manager("GET", f"risks?format=csv&venture_id={venture}&sort=-title&fields=title,category")
    assert asked.text == "\ufefftitle,category\r\nLow,legal\r\nHigh,legal\r\n"
    assert (await manager("GET", "risks?format=csv&limit=5")).status_code == 422
    assert (await manager("GET", "risks?format=pdf")).status_code == 422
    assert (await manager("GET", "risks?format=csv&nonsense=5")).status_code == 422
    assert (await manager("GET", "risks?format=csv&title[gte]=5")).status_code == 422
    theirs = await key_of(stranger, "owner")
    assert rows_of((await theirs("GET", "risks?format=csv")).content) == []
    restricted = await key_of(tenant, "manager", venture_ids=[other])
    assert [row["title"] for row in rows_of((await restricted("GET", "risks?format=csv")).content)] == ["Else"]


@pytest.mark.parametrize(
    "body", [{"entity": "member"}, {"entity": "risk", "columns": [{"column": "a"}, {"column": "a"}]}]
)
async def test_what_cannot_be_brought_in_is_told(key_of: MakeKey, tenant: TestTenant, body: dict[str, Any]) -> None:
    owner = await key_of(tenant, "owner")
    refused = await owner("POST", "sheet-imports", {"format": "csv"} | body)
    assert (refused.status_code, refused.json()["code"]) == (422, "INVALID")

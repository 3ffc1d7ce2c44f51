"""The risk report of a venture over REST: forms, movement, and whose it is."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.kernel.principal import Role
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def _risk(owner: Api, venture: str, title: str, kind: str = "threat", **assessed: Any) -> str:
    given = {"venture_id": venture, "title": title, "category": "technical", "kind": kind}
    made = await owner("POST", "risks", given)
    risk = str(made.json()["id"])
    assert (await owner("POST", "assessments", {"risk_id": risk} | assessed)).status_code == 201
    return risk


def _told(report: str) -> list[tuple[str, str]]:
    """Movement and title of each line under `What has moved`."""
    lines = report.partition("## What has moved")[2].partition("##")[0].split("\n")
    return [(movement, title) for movement, _, title in (line[2:].partition(": ") for line in lines) if title]


async def _movements(owner: Api, venture: str, since: str) -> list[tuple[str, str]]:
    """The same from GraphQL."""
    text = "query($v: ID!, $s: DateTime!) { venture(id: $v) { riskMovements(since: $s) { movement title } } }"
    answer = await owner("POST", "/graphql", {"query": text, "variables": {"v": venture, "s": since}})
    found = answer.json()["data"]["venture"]["riskMovements"]
    return [(row["movement"].lower(), row["title"]) for row in found]


async def test_it_tells_what_has_moved_since_a_day(owner: Api, clock: SettableClock) -> None:
    clock.forward(days=-60)
    venture = str((await owner("POST", "ventures", {"name": "Helio"})).json()["id"])
    worse = await _risk(owner, venture, "Drift", probability_level=2, impact_level=2)
    gone = await _risk(owner, venture, "Old model", probability_level=3, impact_level=3)
    better = await _risk(owner, venture, "Dear GPUs", probability_level=3, impact_level=4)
    chance = await _risk(owner, venture, "Grant", kind="opportunity", probability_level=1, impact_level=1)
    clock.forward(days=50)
    await owner("POST", "assessments", {"risk_id": worse, "probability_level": 5, "impact_level": 5})
    await owner("POST", "assessments", {"risk_id": better, "probability_level": 3, "impact_level": 3})
    await owner("POST", "assessments", {"risk_id": chance, "probability_level": 5, "impact_level": 5})
    await _risk(owner, venture, "New rival", probability_level=4, impact_level=4)
    assert (await owner("DELETE", f"risks/{gone}")).status_code == 204
    path = f"ventures/{venture}/risk-report"
    told = (await owner("GET", f"{path}?format=md")).text
    for line in ("- worse: Drift", "- new: New rival", "- closed: Old model", "- better: Dear GPUs"):
        assert line in told, told
    assert "Grant" not in told
    moved = await _movements(owner, venture, f"{(clock.now() - timedelta(days=30)).date()}T00:00:00Z")
    assert sorted(_told(told)) == sorted(moved)
    assert {movement for movement, _ in moved} == {"new", "worse", "better", "closed"}
    for form, media_type in (("html", "text/html"), ("csv", "text/csv"), ("xlsx", "application/vnd.openxml")):
        answer = await owner("GET", f"{path}?format={form}&audience=investors")
        assert answer.status_code == 200 and answer.headers["content-type"].startswith(media_type)
        assert "risk-report-investors" in answer.headers["content-disposition"]
    assert (await owner("GET", f"{path}?since=2999-01-01")).status_code == 422
    assert (await owner("GET", f"{path}?audience=press")).status_code == 422


async def test_another_tenants_venture_is_not_there(
    owner: Api, key_of: MakeKey, stranger: TestTenant, tenant: TestTenant
) -> None:
    other = await key_of(stranger, "owner")
    venture = (await other("POST", "ventures", {"name": "Theirs"})).json()["id"]
    missing = f"venture_{'1' * 32}"
    answers = [await owner("GET", f"ventures/{id}/risk-report") for id in (venture, missing)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]


async def test_texts_with_control_characters_make_a_workbook(owner: Api) -> None:
    venture = str((await owner("POST", "ventures", {"name": "Helio"})).json()["id"])
    await _risk(owner, venture, "Bell\x07 and\x0btab", probability_level=5, impact_level=5)
    answer = await owner("GET", f"ventures/{venture}/risk-report?format=xlsx")
    assert answer.status_code == 200
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None and "Bell andtab" in [cell.value for row in sheet.iter_rows() for cell in row]


async def test_a_key_that_may_not_read_members_gets_the_report_without_them(
    owner: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    venture = str((await owner("POST", "ventures", {"name": "Helio"})).json()["id"])
    member = f"member_{tenant.members[Role.OWNER].hex}"
    risk = await _risk(owner, venture, "Drift", probability_level=5, impact_level=5)
    await owner("PATCH", f"risks/{risk}", {"owner_id": member})
    narrow = await key_of(tenant, "viewer", scopes=["domain:read"])
    path = f"ventures/{venture}/risk-report?format=md"
    with_owner, without = await owner("GET", path), await narrow("GET", path)
    assert (with_owner.status_code, without.status_code) == (200, 200)
    assert "| Owner |" in with_owner.text and "Drift" in without.text

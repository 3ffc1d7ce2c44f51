"""What is worked out and not stored is asked by GraphQL and by REST, and both say the same."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.ids import external_id, uuid7
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant

ROADMAP = {"vision": "Nobody waits.", "core_functions": [{"title": "Intents", "note": None}]}


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def ask(owner: Api, text: str, **variables: Any) -> dict[str, Any]:
    body: dict[str, Any] = (await owner("POST", "/graphql", {"query": text, "variables": variables})).json()
    return body


async def planned(owner: Api) -> dict[str, str]:
    """A venture with two milestones, the second after the first, a roadmap of two versions, and a baseline."""
    venture = str((await owner("POST", "ventures", {"name": "Helio"})).json()["id"])
    found = {"venture": venture}
    for name, start, due in (("first", "2026-03-02", "2026-03-06"), ("second", "2026-03-09", "2026-03-13")):
        given = {"venture_id": venture, "title": name.title(), "start_on": start, "due_on": due}
        found[name] = str((await owner("POST", "milestones", given)).json()["id"])
    await owner("POST", "dependencies", {"predecessor_id": found["first"], "successor_id": found["second"]})
    found["roadmap"] = str((await owner("POST", "roadmaps", {"venture_id": venture} | ROADMAP)).json()["id"])
    taken = {"venture_id": venture, "name": "Agreed", "reason": "By the board."}
    found["baseline"] = str((await owner("POST", "baselines", taken)).json()["id"])
    await owner("PATCH", f"milestones/{found['second']}", {"due_on": "2026-03-17"})
    changed = {"vision": "Everybody is answered.", "core_functions": [], "reason": "Asked for."}
    assert (await owner("PATCH", f"roadmaps/{found['roadmap']}", changed)).status_code == 200
    versions = (await owner("GET", f"roadmap-versions?sort=number&roadmap_id={found['roadmap']}")).json()["data"]
    return found | {"one": versions[0]["id"], "two": versions[1]["id"]}


async def test_versions_of_a_roadmap_are_compared_field_by_field_by_both(owner: Api) -> None:
    plan = await planned(owner)
    text = """query($one: ID!, $two: ID) {
        mine: roadmapComparison(roadmapVersionId: $one, withId: $two) {
            __typename total before: beforeNumber afterNumber
            differences { part title change field before after } }
        ventures { nodes { name roadmap { versionNumber newestVersion { number reason } versions { totalCount } } } }
    }"""
    body = await ask(owner, text, one=plan["one"], two=plan["two"])
    assert "errors" not in body, body
    mine = body["data"]["mine"]
    assert list(mine) == ["__typename", "total", "before", "afterNumber", "differences"]
    assert (mine["__typename"], mine["before"], mine["afterNumber"], mine["total"]) == ("RoadmapComparison", 1, 2, 3)
    told = [(one["part"], one["change"], one["field"], one["before"], one["after"]) for one in mine["differences"]]
    assert told == [
        ("ROADMAP", "CHANGED", "vision", "Nobody waits.", "Everybody is answered."),
        ("CORE_FUNCTION", "REMOVED", None, {"title": "Intents", "note": None}, None),
        ("MILESTONE", "CHANGED", "due_on", "2026-03-13", "2026-03-17"),
    ]
    assert body["data"]["ventures"]["nodes"][0]["roadmap"]["newestVersion"] == {"number": 2, "reason": "Asked for."}
    answer = await owner("GET", f"roadmap-versions/{plan['one']}/comparison?with_id={plan['two']}")
    assert answer.status_code == 200, answer.text
    assert answer.json()["total"] == 3
    assert [one["part"] for one in answer.json()["differences"]] == ["roadmap", "core_function", "milestone"]
    present = await owner("GET", f"roadmap-versions/{plan['two']}/comparison")
    assert (present.json()["after_number"], present.json()["differences"]) == (None, [])


async def test_a_baseline_is_compared_with_the_plan_and_with_another(owner: Api) -> None:
    plan = await planned(owner)
    text = "query($b: ID!) { baselineComparison(baselineId: $b) { total milestones { milestoneId dueMovedDays } } }"
    body = await ask(owner, text, b=plan["baseline"])
    expected = {"total": 1, "milestones": [{"milestoneId": plan["second"], "dueMovedDays": 4}]}
    assert body["data"]["baselineComparison"] == expected
    taken = {"venture_id": plan["venture"], "name": "Later", "reason": "Moved.", "current": False}
    later = str((await owner("POST", "baselines", taken)).json()["id"])
    answer = (await owner("GET", f"baselines/{plan['baseline']}/comparison?with_id={later}")).json()
    (one,) = answer["milestones"]
    assert (one["change"], one["due_before"], one["due_after"]) == ("changed", "2026-03-13", "2026-03-17")


async def test_a_move_is_seen_and_done_by_rest(owner: Api) -> None:
    plan = await planned(owner)
    path = f"milestones/{plan['first']}"
    seen = (await owner("GET", f"{path}/reschedule-preview?by_working_days=-1&gaps=keep")).json()
    assert [one["due_after"] for one in seen["moves"]] == ["2026-03-05", "2026-03-16"]
    done = await owner("POST", f"{path}/reschedule", {"by_working_days": -1, "preview": seen["preview"]})
    assert (done.status_code, done.json()["due_on"]) == (200, "2026-03-05")


async def test_a_question_that_makes_no_sense_is_refused_with_its_place(owner: Api) -> None:
    plan = await planned(owner)
    text = "query($m: ID!, $d: Date) { reschedulePreview(milestoneId: $m, dueOn: $d, byWorkingDays: 1) { preview } }"
    both = await ask(owner, text, m=plan["first"], d="2026-03-05")
    assert both["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert both["errors"][0]["message"].startswith("reschedulePreview.startOn: give exactly one")
    malformed = await ask(owner, text, m="milestone_1", d=None)
    assert malformed["errors"][0]["message"].startswith("reschedulePreview.milestoneId: ")
    missing = await ask(owner, text, m=external_id("milestone", uuid7()), d=None)
    assert missing["errors"][0]["message"] == "there is no such milestone"
    for query in ("by_working_days=1.5", "by_working_days=1&by_working_days=2", "days=1", "start_on=soon"):
        assert (await owner("GET", f"milestones/{plan['first']}/reschedule-preview?{query}")).status_code == 422, query
    assert (await owner("GET", f"milestones/{plan['first']}/reschedule-preview")).status_code == 422


async def test_what_is_another_tenants_or_another_roadmaps_is_not_compared(
    owner: Api, key_of: MakeKey, stranger: TestTenant
) -> None:
    plan = await planned(owner)
    outside = await key_of(stranger, "owner")
    theirs = await planned(outside)
    text = "query($a: ID!, $b: ID) { roadmapComparison(roadmapVersionId: $a, withId: $b) { total } }"
    for one, other in ((plan["one"], None), (theirs["one"], plan["one"])):
        body = await ask(outside, text, a=one, b=other)
        assert body["errors"][0]["message"] == "there is no such roadmap version"
        assert body.get("data") is None
    assert (await outside("GET", f"roadmap-versions/{plan['one']}/comparison")).status_code == 404
    assert (await outside("GET", f"milestones/{plan['first']}/reschedule-preview?by_working_days=1")).status_code == 404
    again = await planned(owner)
    foreign = await ask(owner, text, a=plan["one"], b=again["one"])
    assert foreign["errors"][0]["message"] == "roadmapComparison.withId: is a version of another roadmap"


async def test_templates_of_plans_are_read_in_the_tenants_language(owner: Api) -> None:
    body = await ask(owner, "{ tenant { planTemplates { code title milestones } } }")
    first, second = body["data"]["tenant"]["planTemplates"]
    assert (first["code"], second["code"]) == ("product_roadmap", "ai_delivery_line")
    assert first["title"] == "Product roadmap in four phases"
    assert second["milestones"][0]["title"] == {"en": "Data are prepared", "zh-CN": "数据准备完成"}

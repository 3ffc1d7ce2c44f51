"""The domain over REST: the same commands and the same compiler as GraphQL."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


@pytest.fixture
async def venture(owner: Api) -> str:
    return str((await owner("POST", "ventures", {"name": "Aurora"})).json()["id"])


async def make_risks(owner: Api, venture: str, *titles: str) -> list[str]:
    ids = []
    for number, title in enumerate(titles):
        body = {"venture_id": venture, "title": title, "category": ("legal", "market")[number % 2]}
        answer = await owner("POST", "risks", body)
        assert answer.status_code == 201, answer.text
        ids.append(answer.json()["id"])
    return ids


async def test_a_venture_lives_and_is_archived(owner: Api) -> None:
    made = await owner("POST", "ventures", {"name": "Aurora", "key": "AUR", "stage": "idea"})
    venture = made.json()
    assert (made.status_code, made.headers["etag"], venture["key"]) == (201, '"1"', "AUR")
    path = f"ventures/{venture['id']}"
    assert made.headers["location"].endswith(path)
    changed = await owner("PATCH", path, {"name": "Dawn", "description": "x"}, If_Match='"1"')
    assert (changed.status_code, changed.json()["name"], changed.headers["etag"]) == (200, "Dawn", '"2"')
    cleared = await owner("PATCH", path, {"description": None})
    assert (cleared.json()["description"], cleared.json()["name"]) == (None, "Dawn")
    assert (await owner("PATCH", path, {"name": None})).status_code == 422
    assert (await owner("DELETE", path, If_Match='"2"')).status_code == 412
    assert (await owner("DELETE", path, If_Match='"3"')).status_code == 204
    assert (await owner("GET", "ventures")).json()["data"] == []
    assert (await owner("GET", path)).json()["archived_at"] is not None
    assert (await owner("PATCH", path, {"name": "x"})).status_code == 409
    assert (await owner("POST", f"{path}/restore")).json()["archived_at"] is None


async def test_lists_are_filtered_ordered_and_cut(owner: Api, venture: str) -> None:
    ids = await make_risks(owner, venture, "Beta", "Alpha", "Gamma", "Delta")
    titles = [row["title"] for row in (await owner("GET", "risks?sort=-title")).json()["data"]]
    assert titles == ["Gamma", "Delta", "Beta", "Alpha"]
    legal = (await owner("GET", "risks?category=legal&sort=title&fields=id,title")).json()["data"]
    assert legal == [{"id": ids[0], "title": "Beta"}, {"id": ids[2], "title": "Gamma"}]
    assert len((await owner("GET", "risks?category[in]=legal,market&title[contains]=ta")).json()["data"]) == 2
    assert (await owner("GET", f"risks?venture_id=venture_{'1' * 32}")).json()["data"] == []
    assert (await owner("GET", "risks?created_at[gte]=2999-01-01T00:00:00Z")).json()["data"] == []


async def test_pages_follow_one_another(owner: Api, venture: str) -> None:
    ids = await make_risks(owner, venture, *"abcde")
    seen, path = [], "risks?sort=title&limit=2"
    for _ in range(3):
        answer = await owner("GET", path)
        seen += [row["id"] for row in answer.json()["data"]]
        path = f"risks?sort=title&limit=2&cursor={answer.json()['next_cursor']}"
    assert seen == ids
    assert answer.json()["next_cursor"] is None
    first = (await owner("GET", "risks?sort=title&limit=2")).json()["next_cursor"]
    assert (await owner("GET", f"risks?sort=-title&limit=2&cursor={first}")).status_code == 422


@pytest.mark.parametrize(
    "query",
    ["colour=red", "sort=colour", "fields=colour", "due_on[like]=x", "title[contains", "score[gte]=many", "limit=0",
     "expected_on[gte]=2026-13-01", "venture_id=risk_1", "category=x&category=y", "title=%00", "sort=", "cursor=x"],
)  # fmt: skip
async def test_wrong_queries_are_422(owner: Api, query: str) -> None:
    answer = await owner("GET", f"risks?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID"), answer.text


async def test_a_wrong_value_is_told_with_its_parameter(owner: Api) -> None:
    for query, parameter in (
        ("score[gte]=many", "score[gte]"),
        ("expected_on[gte]=2026-13-01", "expected_on[gte]"),
        ("expected_on[in]=2026-12-01,soon", "expected_on[in]"),
        ("venture_id=risk_1", "venture_id"),
        ("venture_id[eq]=risk_1", "venture_id[eq]"),
        ("venture_id[not_in]=risk_1", "venture_id[not_in]"),
        ("archived_at[is_null]=yes", "archived_at[is_null]"),
        ("cursor=x", "cursor"),
    ):
        answer = await owner("GET", f"risks?{query}")
        assert [error.get("parameter") for error in answer.json()["errors"]] == [parameter], answer.text


async def test_a_day_relative_to_today_counts_from_the_tenants_own(
    owner: Api, venture: str, clock: SettableClock
) -> None:
    zone = "Pacific/Kiritimati" if clock.now().hour >= 10 else "Pacific/Pago_Pago"
    day = clock.now().astimezone(ZoneInfo(zone)).date()
    assert day != clock.now().date()
    assert (await owner("PATCH", "settings", {"time_zone": zone})).status_code == 200
    for title, due in (("Today", day), ("Tomorrow", day + timedelta(days=1)), ("Yesterday", day - timedelta(days=1))):
        made = await owner("POST", "milestones", {"venture_id": venture, "title": title, "due_on": due.isoformat()})
        assert made.status_code == 201, made.text
    for query, titles in (
        ("due_on=P0D", ["Today"]),
        ("due_on[lt]=P0D", ["Yesterday"]),
        ("due_on[in]=P0D,P1D", ["Today", "Tomorrow"]),
    ):
        rows = (await owner("GET", f"milestones?sort=title&{query}")).json()["data"]
        assert [row["title"] for row in rows] == titles, query


async def test_an_assessment_is_recorded_and_scores_the_risk(owner: Api, venture: str) -> None:
    (risk,) = await make_risks(owner, venture, "a")
    body = {"risk_id": risk, "kind": "current", "probability_level": 4, "impact_level": 5}
    made = await owner("POST", "assessments", body, Idempotency_Key="a")
    assert made.status_code == 201, made.text
    assert (await owner("POST", "assessments", body, Idempotency_Key="a")).json() == made.json()
    assert (await owner("GET", f"risks/{risk}")).json()["level"] == "critical"
    assert [row["id"] for row in (await owner("GET", f"assessments?risk_id={risk}")).json()["data"]] == [
        made.json()["id"]
    ]


async def test_a_reference_that_names_nothing_is_told_with_its_place(owner: Api, venture: str, key_of: MakeKey) -> None:
    for name, given in (("venture_id", f"venture_{'1' * 32}"), ("owner_id", f"member_{'1' * 32}")):
        body = {"venture_id": venture, "title": "x", "category": "legal"} | {name: given}
        answer = await owner("POST", "risks", body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (404, f"/{name}")
    assert (await owner("GET", "risks")).json()["data"] == []


async def test_a_review_is_requested_and_its_state_refuses(owner: Api, venture: str) -> None:
    milestone = (await owner("POST", "milestones", {"venture_id": venture, "title": "M"})).json()["id"]
    made = await owner("POST", "reviews", {"milestone_id": milestone})
    assert made.status_code == 201, made.text
    path = f"reviews/{made.json()['id']}"
    assert (await owner("POST", f"{path}/cancel")).status_code == 200
    again = await owner("POST", f"{path}/start")
    assert (again.status_code, again.json()["code"]) == (409, "INVALID_STATE")


async def test_a_viewer_reads_and_does_not_write(key_of: MakeKey, tenant: TestTenant, venture: str) -> None:
    viewer = await key_of(tenant, "viewer")
    assert (await viewer("GET", f"ventures/{venture}")).status_code == 200
    assert (await viewer("PATCH", f"ventures/{venture}", {"name": "x"})).status_code == 403
    narrow = await key_of(tenant, "owner", scopes=["member:read"])
    assert (await narrow("GET", "ventures")).status_code == 403
    elsewhere = await key_of(tenant, "owner", venture_ids=[])
    assert (await elsewhere("GET", "ventures")).json()["data"] == []
    assert (await elsewhere("GET", f"ventures/{venture}")).status_code == 404


async def test_commands_that_name_no_object_are_verbs_of_the_collection(owner: Api, venture: str) -> None:
    set_up = await owner("POST", "rules/configure", {"code": "milestone.overdue", "parameters": [], "enabled": False})
    assert set_up.status_code == 200, set_up.text
    assert (set_up.json()["code"], set_up.json()["enabled"]) == ("milestone.overdue", False)
    wrong = await owner("POST", "rules/configure", {"code": "milestone.unheard_of"})
    assert wrong.status_code == 404
    tried = await owner("POST", "rules/try", {"code": "risk.unassessed", "days": 0, "venture_ids": [venture]})
    assert tried.status_code == 200, tried.text
    assert (tried.json()["trial"]["ventures"], tried.json()["trial"]["firing"]) == (1, [])
    policy = await owner("POST", "escalation-policies/set", {"after_hours": 12, "after_critical_hours": 2})
    assert policy.status_code == 200, policy.text
    assert policy.json()["after_hours"] == 12
    unfit = await owner("POST", "escalation-policies/set", {"after_hours": 12, "after_critical_hours": 20})
    assert unfit.status_code == 422

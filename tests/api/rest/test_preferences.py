"""Everybody's own preferences: by every role, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.principal import Role
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant

CHOSEN: dict[str, Any] = {
    "event_types": ["risk.alert.*"], "min_severity": "warning", "quiet_from": "22:00", "quiet_to": "07:00",
    "quiet_days": ["mon", "fri"], "time_zone": "Asia/Shanghai", "digest": "weekly", "digest_hour": 7,
    "digest_day": "fri", "language": "zh-CN",
}  # fmt: skip
SET = "notification-preferences/set"


@pytest.mark.parametrize("role", list(Role))
async def test_every_role_chooses_and_reads_its_own(key_of: MakeKey, tenant: TestTenant, role: Role) -> None:
    someone = await key_of(tenant, role)
    made = await someone("POST", SET, CHOSEN)
    assert made.status_code == 200, made.text
    assert {name: made.json()[name] for name in CHOSEN} == CHOSEN
    assert made.json()["email"] is False
    again = await someone("POST", SET, {"quiet_from": None, "quiet_to": None})
    assert (again.json()["id"], again.json()["quiet_from"], again.json()["digest"]) == (
        made.json()["id"], None, "weekly",
    )  # fmt: skip
    [row] = (await someone("GET", "notification-preferences")).json()["data"]
    assert row["id"] == made.json()["id"]


async def test_nobody_sees_what_another_chose_by_whatever_way(
    key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    viewer = await key_of(tenant, "viewer")
    id = (await viewer("POST", SET, CHOSEN)).json()["id"]
    for other in (await key_of(tenant, "owner"), await key_of(stranger, "viewer")):
        assert (await other("GET", f"notification-preferences/{id}")).status_code == 404
        assert (await other("GET", "notification-preferences")).json()["data"] == []
        query = (
            "query ($id: ID!) { notificationPreference(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } "
            "notificationPreferences { totalCount nodes { id } aggregate { count } } }"
        )
        asked = (await other("POST", "/graphql", {"query": query, "variables": {"id": id}})).json()
        assert asked["data"] == {
            "notificationPreference": None, "node": None, "nodes": [None],
            "notificationPreferences": {"totalCount": 0, "nodes": [], "aggregate": [{"count": 0}]},
        }  # fmt: skip
    mine = await graphql(viewer, "{ notificationPreferences { totalCount nodes { id member { id } } } }")
    assert mine["notificationPreferences"]["totalCount"] == 1


async def graphql(api: Api, query: str) -> dict[str, Any]:
    answer = (await api("POST", "/graphql", {"query": query})).json()
    assert "errors" not in answer, answer
    return dict(answer["data"])


@pytest.mark.parametrize(
    "change",
    [
        {"quiet_from": "22:00"}, {"quiet_from": "25:00", "quiet_to": "07:00"}, {"digest": "hourly"},
        {"quiet_from": "07:00", "quiet_to": "07:00"}, {"digest_hour": 24}, {"digest_day": "someday"},
        {"quiet_days": []}, {"time_zone": "Mars/Olympus"}, {"event_types": []}, {"language": "de"},
        {"address": "other@example.com"}, {"member_id": "member_" + "0" * 32}, {"min_severity": "loud"},
        {"venture_ids": ["venture_" + "0" * 32]}, {"email": None}, {"digest": None}, {"digest_hour": 8.5},
    ],
)  # fmt: skip
async def test_what_makes_no_sense_is_refused(key_of: MakeKey, tenant: TestTenant, change: dict[str, Any]) -> None:
    someone = await key_of(tenant, "viewer")
    assert (await someone("POST", SET, change)).status_code in (404, 422)


async def test_mail_without_a_verified_address_is_refused_with_the_way_out(key_of: MakeKey, tenant: TestTenant) -> None:
    someone = await key_of(tenant, "viewer")
    refused = await someone("POST", SET, {"email": True})
    assert refused.status_code in (409, 422) and refused.json()["errors"][0]["pointer"] == "/email"

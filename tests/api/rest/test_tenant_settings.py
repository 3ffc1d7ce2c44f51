"""A tenant's settings: all in one place, each held to its rule, and each of them does what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from domain.calendars.reading import calendars_of
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.api.conftest import BASE, Api, MakeKey, run
from tests.conftest import TestTenant

CHOSEN: dict[str, Any] = {
    "name": "Aurora",
    "locale": "zh-CN",
    "time_zone": "Asia/Shanghai",
    "currency": "CNY",
    "trusted_documents_only": "sessions",
    "introspection": False,
    "review_lead_days": 3,
    "working_week": "1111001",
    "fiscal_year_start_month": 4,
    "allowed_email_domains": ["aurora.example", "xn--drru92b.example"],
    "allowed_networks": ["127.0.0.1/32", "2001:db8::/32"],
    "audit_retention_days": 365,
    "event_retention_days": 30,
    "delivery_retention_days": 7,
}
WRONG: list[tuple[str, Any]] = [
    ("slug", "UP"),
    ("slug", "operator"),
    ("time_zone", "Mars/Olympus"),
    ("currency", "DEM"),
    ("currency", "XXX"),
    ("working_week", "0000000"),
    ("working_week", "111110"),
    ("fiscal_year_start_month", 13),
    ("fiscal_year_start_month", "4"),
    ("introspection", "false"),
    ("introspection", None),
    ("allowed_email_domains", []),
    ("allowed_email_domains", ["localhost"]),
    ("allowed_email_domains", ["a@b.example"]),
    ("allowed_email_domains", ["\u0000.example"]),
    ("allowed_networks", ["10.0.0.1/8"]),
    ("allowed_networks", ["300.0.0.0/8"]),
    ("allowed_networks", [f"127.0.0.{last}" for last in range(51)]),
    ("audit_retention_days", 29),
    ("event_retention_days", 0),
    ("delivery_retention_days", 4_000),
    ("sso_required", True),
]


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


async def test_all_that_a_tenant_chooses_is_read_and_changed_in_one_place(admin: Api) -> None:
    given = CHOSEN | {
        "allowed_email_domains": ["@Aurora.Example", "启明.example", "aurora.example"],
        "allowed_networks": ["127.0.0.1", "2001:0db8::/32"],
        "slug": f"s{admin.tenant[-12:]}",
    }
    changed = await admin("PATCH", "settings", given)
    assert changed.status_code == 200, changed.text
    seen = (await admin("GET", "settings")).json()
    assert seen == changed.json()
    assert {name: seen[name] for name in CHOSEN} == CHOSEN, "domains and networks in their one spelling"
    fields = (
        "slug introspection workingWeek fiscalYearStartMonth allowedEmailDomains allowedNetworks eventRetentionDays"
    )
    answer = await admin("POST", "/graphql", {"query": f"{{ tenant {{ {fields} deleteAfter ssoRequired }} }}"})
    assert answer.json()["data"]["tenant"] == {
        "slug": given["slug"],
        "introspection": False,
        "workingWeek": "1111001",
        "fiscalYearStartMonth": 4,
        "allowedEmailDomains": CHOSEN["allowed_email_domains"],
        "allowedNetworks": CHOSEN["allowed_networks"],
        "eventRetentionDays": 30,
        "deleteAfter": None,
        "ssoRequired": False,
    }
    (entry,) = (await admin("GET", "audit-log?action=tenant.updated&limit=1")).json()["data"]
    assert entry["after"]["working_week"] == "1111001"
    cleared = await admin("PATCH", "settings", dict.fromkeys(("allowed_networks", "event_retention_days")))
    assert (cleared.json()["allowed_networks"], cleared.json()["event_retention_days"]) == (None, None)


@pytest.mark.parametrize(("name", "value"), WRONG)
async def test_a_wrong_setting_is_refused_where_it_stands(admin: Api, name: str, value: Any) -> None:
    answer = await admin("PATCH", "settings", {name: value})
    assert answer.status_code in (409, 422), answer.text
    assert answer.json()["errors"][0]["pointer"].startswith(f"/{name}")


async def test_a_short_name_that_is_another_tenants_or_reserved_is_refused_alike(
    admin: Api, stranger: TestTenant
) -> None:
    answers = [(await admin("PATCH", "settings", {"slug": slug})).json() for slug in (stranger.slug, "operator")]
    told = [(answer["code"], answer["detail"], answer["errors"]) for answer in answers]
    assert told[0] == told[1]
    assert told[0][0] == "CONFLICT"


async def test_only_administrators_read_and_change_settings_and_nobody_anothers(
    key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    manager, owner = await key_of(tenant, "manager"), await key_of(tenant, "owner")
    narrow = await key_of(tenant, "admin", scopes=["domain:read"])
    for key in (manager, narrow):
        assert (await key("GET", "settings")).status_code == 403
        assert (await key("PATCH", "settings", {"name": "x"})).status_code == 403
    there = f"/v1/tenants/tenant_{stranger.id.hex}/settings"
    assert (await owner("GET", there)).status_code == 404
    assert (await owner("PATCH", there, {"name": "x"})).status_code == 404
    mutation = 'mutation ($id: ID!) { updateTenant(input: {id: $id, workingWeek: "1111111"}) { userErrors { code } } }'
    body = {"query": mutation, "variables": {"id": f"tenant_{stranger.id.hex}"}}
    answer = (await owner("POST", "/graphql", body)).json()
    assert answer["data"]["updateTenant"]["userErrors"] == [{"code": "NOT_FOUND"}]


async def test_members_get_addresses_of_the_allowed_domains_only(admin: Api, tenant: TestTenant) -> None:
    await admin("PATCH", "settings", {"allowed_email_domains": ["aurora.example"]})
    for address in ("ann@elsewhere.example", "ann@sub.aurora.example", "ann@aurora.example.org", "ann@xaurora.example"):
        refused = await admin("POST", "members", {"name": "Ann", "email": address})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/email"), address
    made = await admin("POST", "members", {"name": "Ann", "email": "Ann@Aurora.example"})
    assert made.status_code == 201
    moved = await admin("PATCH", f"members/{made.json()['id']}", {"email": "ann@elsewhere.example"})
    assert moved.status_code == 422
    there = f"members/member_{tenant.members['viewer'].hex}"  # type: ignore[index]  # a role is a text
    assert (await admin("PATCH", there, {"name": "V"})).status_code == 200, "who is there stays"


async def test_introspection_is_refused_in_a_tenant_that_turned_it_off(
    admin: Api, key_of: MakeKey, stranger: TestTenant
) -> None:
    await admin("PATCH", "settings", {"introspection": False})
    query = {"query": "{ __schema { queryType { name } } }"}
    refused = (await admin("POST", "/graphql", query)).json()
    assert refused["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "data" not in refused or refused["data"] is None
    assert (await admin("POST", "/graphql", {"query": "{ __typename tenant { id } }"})).json()["data"]["tenant"]
    other = await key_of(stranger)
    assert (await other("POST", "/graphql", query)).json()["data"]["__schema"]["queryType"]["name"] == "Query"


async def test_without_a_calendar_the_tenants_week_is_worked(
    admin: Api, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    one, theirs = [(await run(runtime, each, "owner", "create_venture", name="x")).ids["venture"]
                   for each in (tenant, stranger)]  # fmt: skip
    await admin("PATCH", "settings", {"working_week": "0000011"})

    async def week(of: TestTenant, venture: Any) -> str:
        async with unit_of_work(runtime, of.principal()) as work:
            (found,) = (await calendars_of(work, [venture])).values()
            monday = date(2024, 10, 7).toordinal()
        days = [number for number in found.ordinals if monday <= number < monday + 7]
        return "".join("01"[monday + day in days] for day in range(7))

    assert await week(tenant, one) == "0000011"
    assert await week(stranger, theirs) == "1111100"
    made = await admin("POST", "calendars", {"name": "Ours"})
    assert made.json()["week"] == "0000011"


def coming_from(app: FastAPI, address: str, key: Api) -> Api:
    """The same key from another address."""
    return Api(httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(address, 1)), base_url=BASE), key.key)


async def test_who_comes_from_elsewhere_is_not_let_in_and_nobody_locks_himself_out(
    app: FastAPI, admin: Api, operator: Api, tenant: TestTenant
) -> None:
    outside = coming_from(app, "203.0.113.9", admin)
    assert (await outside("GET", "/v1/me")).status_code == 200
    locked = await admin("PATCH", "settings", {"allowed_networks": ["203.0.113.0/24"]})
    assert (locked.status_code, locked.json()["errors"][0]["pointer"]) == (422, "/allowed_networks")
    mutation = (
        'mutation ($id: ID!) { updateTenant(input: {id: $id, allowedNetworks: ["::/0"]}) { userErrors { path } } }'
    )
    answer = await admin("POST", "/graphql", {"query": mutation, "variables": {"id": admin.tenant}})
    assert answer.json()["data"]["updateTenant"]["userErrors"] == [{"path": ["allowedNetworks"]}]
    given = {"allowed_networks": ["127.0.0.0/8", "2001:db8::/32"]}
    assert (await admin("PATCH", "settings", given)).status_code == 200
    app.state.authenticator._standings._kept.clear()
    assert (await admin("GET", "/v1/me")).status_code == 200
    assert (await coming_from(app, "::ffff:127.0.0.1", admin)("GET", "/v1/me")).status_code == 200
    refused = await outside("GET", "/v1/me")
    assert (refused.status_code, refused.json()["code"]) == (403, "FORBIDDEN")
    assert (await outside("POST", "/graphql", {"query": "{ tenant { id } }"})).status_code == 403
    there = f"/v1/tenants/tenant_{tenant.id.hex}/settings"
    far = coming_from(app, "203.0.113.9", operator)
    assert (await far("PATCH", there, {"allowed_networks": ["198.51.100.0/24"]})).status_code == 200
    app.state.authenticator._standings._kept.clear()
    assert (await admin("GET", "/v1/me")).status_code == 403
    assert (await far("PATCH", there, {"allowed_networks": None})).status_code == 200

"""The audit log: from where, found by whatever one asks, paged both ways, exported whole, personal values guarded."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import orjson
import pytest
from fastapi import FastAPI
from sqlalchemy.dialects.postgresql import asyncpg as dialect

from api.graphql.running import Engine
from domain.auditing.finding import Place, Wanted, page_statement
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import BASE, Api, MakeKey
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.contract.gathering import own_statements
from tests.graph.asking import Reader, watch

ELSEWHERE = "203.0.113.7"
MOST_READ = 700
"""Rows of 60,000: a page by an index, or all of the 600 of one actor, which PostgreSQL may as well sort."""


@pytest.fixture
async def busy(app: FastAPI, key_of: MakeKey, tenant: TestTenant, clock: SettableClock) -> Api:
    """The owner's key, after acts of two keys, from two addresses, on two days, in two ventures."""
    owner, manager = await key_of(tenant, "owner"), await key_of(tenant, "manager")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(ELSEWHERE, 4711))
    async with httpx.AsyncClient(transport=transport, base_url=BASE, headers={"User-Agent": "Mozilla/5.0"}) as there:
        away = Api(there, manager.key, manager.tenant)
        for number, caller in enumerate((owner, away, manager)):
            venture = (
                await caller("POST", "ventures", {"name": f"Venture {number}"}, X_Request_Id=f"made-{number}")
            ).json()
            risk = {"venture_id": venture["id"], "title": f"Risk {number}", "category": "market"}
            made = (await caller("POST", "risks", risk)).json()
            assessed = {"risk_id": made["id"], "probability_level": 2, "impact_level": 3}
            assert (await caller("POST", "assessments", assessed)).status_code == 201
            clock.forward(days=1)
    member = f"members/member_{tenant.members['viewer'].hex}"  # type: ignore[index]  # a role is a text
    assert (await owner("PATCH", member, {"name": "Vera Núñez"})).status_code == 200
    return owner


async def whole(api: Api, query: str = "", limit: int = 200) -> list[dict[str, Any]]:
    """The list that a query asks for, page by page."""
    rows: list[dict[str, Any]] = []
    path: str | None = f"audit-log?limit={limit}&{query}"
    while path is not None:
        answer = await api("GET", path)
        assert answer.status_code == 200, answer.text
        rows += answer.json()["data"]
        path = answer.links["next"]["url"].removeprefix(BASE) if "next" in answer.links else None
    return rows


async def test_every_filter_keeps_what_a_sieve_keeps_in_both_orders_and_pages(busy: Api) -> None:
    rows = await whole(busy)
    assert rows == sorted(rows, key=lambda row: (row["at"], row["id"]), reverse=True)
    away = [row for row in rows if row["address"] == ELSEWHERE]
    assert away
    assert {row["agent"] for row in away} == {"browser"}
    assert {row["address"] for row in rows} == {ELSEWHERE, "127.0.0.1", None}
    assert {row["agent"] for row in rows if row["address"] == "127.0.0.1"} == {"program"}
    one = away[0]
    assert one["venture_id"]
    noon = rows[len(rows) // 2]["at"]
    sieves: dict[str, Callable[[dict[str, Any]], bool]] = {
        f"actor_id={one['actor_id']}": lambda row: row["actor_id"] == one["actor_id"],
        f"subject_id={one['subject_id']}": lambda row: row["subject_id"] == one["subject_id"],
        "subject_type=risk": lambda row: row["subject_type"] == "risk",
        "action=risk.assessed": lambda row: row["action"] == "risk.assessed",
        "action=risk.*": lambda row: row["action"].startswith("risk."),
        "action=nothing.*": lambda row: False,
        f"venture={one['venture_id']}": lambda row: row["venture_id"] == one["venture_id"],
        "request_id=made-1": lambda row: row["request_id"] == "made-1",
        f"address={ELSEWHERE}": lambda row: row["address"] == ELSEWHERE,
        f"address=::ffff:{ELSEWHERE}": lambda row: row["address"] == ELSEWHERE,
        f"since={noon}": lambda row: row["at"] >= noon,
        f"until={noon}&action=risk.*": lambda row: row["at"] < noon and row["action"].startswith("risk."),
        f"actor_id={one['actor_id']}&subject_type=venture": lambda row: (
            row["actor_id"] == one["actor_id"] and row["subject_type"] == "venture"
        ),
    }
    for query, keeps in sieves.items():
        kept = [row for row in rows if keeps(row)]
        assert await whole(busy, query) == kept, query
        assert await whole(busy, f"{query}&order=oldest", limit=2) == kept[::-1], query
    for wrong in ("action=Risk.*", "action=*", "address=here", "subject_type=1", "order=sideways", "venture=risk_1"):
        assert (await busy("GET", f"audit-log?{wrong}")).status_code == 422, wrong


async def test_names_and_addresses_are_shown_to_those_who_may_read_members(
    busy: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    narrow = await key_of(tenant, "admin", scopes=["audit:read"])
    query = f"subject_id=member_{tenant.members['viewer'].hex}&action=member.updated"  # type: ignore[index]
    (filled,), (hashed,) = await whole(busy, query), await whole(narrow, query)
    assert (filled["before"], filled["after"]) == ({"name": "Viewer"}, {"name": "Vera Núñez"})
    assert hashed["after"]["name"].keys() == {"sha256"}
    assert (filled["address"], hashed["address"]) == ("127.0.0.1", None)
    assert (await narrow("GET", f"audit-log?address={ELSEWHERE}")).status_code == 403
    assert (await narrow("GET", f"audit-log/export?address={ELSEWHERE}")).status_code == 403


async def test_an_export_is_the_whole_list_and_stands_in_the_log_itself(busy: Api) -> None:
    rows = await whole(busy, "order=oldest&until=2100-01-01T00:00:00Z")
    answer = await busy("GET", "audit-log/export?until=2100-01-01T00:00:00Z")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert "attachment" in answer.headers["content-disposition"]
    exported = [orjson.loads(line) for line in answer.text.splitlines()]
    assert exported[: len(rows)] == rows
    (own,) = exported[len(rows) :]
    assert own["action"] == "audit_log.exported"
    assert own["after"] == {"until": "2100-01-01T00:00:00.000000Z", "format": "ndjson"}
    assert own in await whole(busy, "action=audit_log.exported")


async def test_no_cell_of_a_csv_is_a_formula(busy: Api) -> None:
    for text in ("=1+1", "+1", "-1", "@x"):
        assert (await busy("GET", "audit-log?limit=1", X_Request_Id="plain")).status_code == 200
        made = await busy("POST", "ventures", {"name": text})
        assert made.status_code == 201
    await busy("POST", "ventures", {"name": "by a formula"}, X_Request_Id="-2.5")
    answer = await busy("GET", "audit-log/export?format=csv&action=venture.*")
    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(table) == len(await whole(busy, "action=venture.*"))
    assert not [cell for row in table for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert "'-2.5" in {row["request_id"] for row in table}
    assert '"name":"=1+1"' in answer.text.replace('""', '"')


async def test_graphql_shows_what_rest_shows(busy: Api, key_of: MakeKey, tenant: TestTenant) -> None:
    rows = await whole(busy, "action=risk.assessed")
    fields = "id at actorKind actorId requestId action subjectType subjectId agent address before after number hash"
    asked = (
        f'{{ auditEntries(filter: {{action: {{eq: "risk.assessed"}}}}) {{ nodes {{ {fields} venture {{ id }} }} }} }}'
    )
    answer = (await busy("POST", "/graphql", {"query": asked})).json()["data"]["auditEntries"]["nodes"]
    for node in answer:
        node["venture_id"] = node.pop("venture")["id"]
    spelt = {"actorKind": "actor_kind", "actorId": "actor_id", "requestId": "request_id"}
    spelt |= {"subjectType": "subject_type", "subjectId": "subject_id"}
    assert [{spelt.get(name, name): value for name, value in node.items()} for node in answer] == rows
    one = rows[0]
    by_ids = '{ auditEntries(filter: {actorId: {eq: "%s"}, subjectId: {eq: "%s"}}) { totalCount } }'
    found = (await busy("POST", "/graphql", {"query": by_ids % (one["actor_id"], one["subject_id"])})).json()
    assert found["data"]["auditEntries"]["totalCount"] == len(
        await whole(busy, f"actor_id={one['actor_id']}&subject_id={one['subject_id']}")
    )
    narrow = await key_of(tenant, "admin", scopes=["audit:read"])
    hashed = '{ auditEntries(filter: {action: {eq: "member.updated"}}) { nodes { after } } }'
    for caller, is_shown in ((busy, True), (narrow, False)):
        nodes = (await caller("POST", "/graphql", {"query": hashed})).json()["data"]["auditEntries"]["nodes"]
        assert [node["after"].get("name") == "Vera Núñez" for node in nodes] == [is_shown]
    refused = (await narrow("POST", "/graphql", {"query": "{ auditEntries { nodes { address } } }"})).json()
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_graphql_finds_entries_by_network_address_as_rest_does(
    busy: Api, key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    async def found(caller: Api, condition: str) -> list[str]:
        asked = "{ auditEntries(first: 100, filter: %s) { nodes { id } } }" % condition  # noqa: UP031  # braces
        answer = (await caller("POST", "/graphql", {"query": asked})).json()
        return [node["id"] for node in answer["data"]["auditEntries"]["nodes"]]

    rows = await whole(busy)
    away = [row["id"] for row in rows if row["address"] == ELSEWHERE]
    assert away == [row["id"] for row in await whole(busy, f"address={ELSEWHERE}")]
    for spelt in (ELSEWHERE, f"::ffff:{ELSEWHERE}"):
        assert await found(busy, f'{{address: {{eq: "{spelt}"}}}}') == away
    risks = [row["id"] for row in rows if row["id"] in away and row["action"] == "risk.created"]
    assert risks
    assert await found(busy, f'{{address: {{eq: "{ELSEWHERE}"}}, action: {{eq: "risk.created"}}}}') == risks
    both = f'{{address: {{in: ["{ELSEWHERE}", "127.0.0.1"]}}}}'
    assert await found(busy, both) == [row["id"] for row in rows if row["address"] is not None]
    others = [row["id"] for row in rows if row["address"] != ELSEWHERE]
    assert await found(busy, f'{{not: {{address: {{eq: "{ELSEWHERE}"}}}}}}') == others
    theirs = await key_of(stranger, "owner")
    assert await found(theirs, f'{{address: {{eq: "{ELSEWHERE}"}}}}') == []
    asked = {"query": '{ auditEntries(filter: {address: {eq: "here"}}) { nodes { id } } }'}
    refused = (await busy("POST", "/graphql", asked)).json()["errors"][0]
    assert "IPv4 or IPv6" in refused["message"]
    asked = {"query": both.join(("{ auditEntries(filter: ", ") { nodes { id } } }"))}
    narrow = await key_of(tenant, "admin", scopes=["audit:read"])
    refused = (await narrow("POST", "/graphql", asked)).json()["errors"][0]
    assert refused["extensions"]["code"] == "FORBIDDEN"


async def test_nothing_of_a_stranger_is_found_and_only_administrators_of_all_ventures_read(
    busy: Api, key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    theirs = await key_of(stranger, "owner")
    mine = await whole(busy)
    assert not {row["id"] for row in await whole(theirs)} & {row["id"] for row in mine}
    one = next(row for row in mine if row["address"] == ELSEWHERE)
    for query in (
        f"actor_id={one['actor_id']}",
        f"subject_id={one['subject_id']}",
        f"venture={one['venture_id']}",
        f"address={ELSEWHERE}",
        "request_id=made-1",
    ):
        assert await whole(theirs, query) == [], query
        assert (await theirs("GET", f"audit-log/export?{query}")).text == "", query
    assert (await theirs("GET", f"audit-log/{one['id']}")).status_code == 404
    cursor = (await busy("GET", "audit-log?limit=1")).json()["next_cursor"]
    assert (await theirs("GET", f"audit-log?limit=1&cursor={cursor}")).status_code == 422
    assert (await busy("GET", f"audit-log?limit=1&cursor={cursor}&action=risk.*")).status_code == 422
    manager = await key_of(tenant, "manager")
    restricted = await key_of(tenant, "admin", venture_ids=[one["venture_id"]])
    for path in ("audit-log", "audit-log/export", f"audit-log/{one['id']}"):
        assert (await manager("GET", path)).status_code == 403
        assert (await restricted("GET", path)).status_code == 403


_MORE = """
INSERT INTO audit_entry (tenant_id, id, at, actor_kind, actor_id, action, subject_type, subject_id, venture_id,
                         request_id)
SELECT $1, CAST($2::text || lpad(to_hex(n), 12, '0') AS uuid), $4::timestamptz - n * interval '1 minute',
       'member', md5($3::text || (n % 50))::uuid,
       CASE WHEN n % 1000 = 0 THEN 'rare.done' WHEN n % 3 = 0 THEN 'risk.updated' ELSE 'task.updated' END,
       CASE WHEN n % 1000 = 0 THEN 'rare' WHEN n % 3 = 0 THEN 'risk' ELSE 'task' END, md5($3::text || (n % 300))::uuid,
       md5($3::text || (n % 20))::uuid, 'request-' || n
FROM generate_series(1, 30000) AS n
"""
_FROM = """
INSERT INTO audit_personal (tenant_id, entry_id, field, subject_id, salt, after)
SELECT tenant_id, id, 'client.address', tenant_id, '', CASE WHEN CAST(substr(request_id, 9) AS int) % 500 = 0
       THEN '203.0.113.7' ELSE '198.51.100.' || CAST(substr(request_id, 9) AS int) % 3 END
FROM audit_entry WHERE tenant_id = $1 AND request_id LIKE 'request-%'
"""


@pytest.fixture
def settings_of_masses(clone: Callable[..., Settings]) -> Settings:
    """A database of the test's own."""
    return clone()


async def test_every_filter_reads_a_bounded_part_of_a_hundred_times_the_data(settings_of_masses: Settings) -> None:
    settings = settings_of_masses
    runtime, watched = Runtime.of(settings), Runtime.of(settings)
    try:
        tenant, stranger = await make_tenant(runtime), await make_tenant(runtime)
        async with superuser(settings) as database:
            for owner in (tenant, stranger):
                start = str(uuid7())[:24]
                await database.execute(_MORE, owner.id, start, str(owner.id), runtime.clock.now())
                await database.execute(_FROM, owner.id)
            await database.execute("ANALYZE audit_entry, audit_personal")
            actor = await database.fetchval("SELECT md5($1::text || 7)::uuid", str(tenant.id))
        now = runtime.clock.now()
        old = now - timedelta(days=15)
        for wanted, actions in (
            (Wanted(), None),
            (Wanted(actor_id=actor), None),
            (Wanted(subject_id=actor), None),
            (Wanted(venture_id=actor), None),
            (Wanted(subject_type="rare"), None),
            (Wanted(action="rare.done"), None),
            (Wanted(action="r.*"), ["rare.done", "risk.updated"]),
            (Wanted(request_id="request-5"), None),
            (Wanted(address=ELSEWHERE), None),
            (Wanted(address="198.51.100.1"), None),
            (Wanted(address="198.51.100.1", subject_type="rare"), None),
            (Wanted(since=old, until=old + timedelta(days=1)), None),
            (Wanted(actor_id=actor, until=old), None),
        ):
            for oldest_first in (False, True):
                after = Place(old, uuid7())
                statement = page_statement(tenant.id, wanted, 51, after, oldest_first, actions)
                text = str(statement.compile(dialect=dialect.dialect(), compile_kwargs={"literal_binds": True}))
                async with runtime.database.reading(tenant.id) as connection:
                    with own_statements():
                        told = await connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {text}")
                        await asyncio.sleep(0)  # the driver tells of its last statement in the next turn of the loop
                assert _read(orjson.loads(told)[0]["Plan"]) <= MOST_READ, (wanted, oldest_first, told)
        sent: list[tuple[str, tuple[Any, ...]]] = []
        watch(watched, sent)
        owner_key = Principal(tenant.id, ActorKind.API_KEY, Role.OWNER, tenant.id)
        read = Reader(watched, Engine(watched), owner_key, sent)
        for condition in (
            '{address: {eq: "203.0.113.7"}}',
            '{address: {eq: "198.51.100.1"}}',
            '{address: {in: ["203.0.113.7", "2001:db8::1"]}}',
            '{address: {eq: "198.51.100.1"}, subjectType: {eq: "rare"}}',
        ):
            await read(f"{{ auditEntries(first: 50, filter: {condition}) {{ nodes {{ id }} }} }}")
            sql, arguments = sent[-1]
            async with runtime.database.reading(tenant.id) as connection:
                with own_statements():
                    told = await connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *arguments)
                    await asyncio.sleep(0)
            assert _read(orjson.loads(told)[0]["Plan"]) <= MOST_READ, (condition, told)
    finally:
        await runtime.close()
        await watched.close()


def _read(plan: dict[str, Any]) -> int:
    """How many rows of the log a plan has looked at."""
    own = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0) if "Relation Name" in plan else 0
    return int(own * plan["Actual Loops"]) + sum(_read(below) for below in plan.get("Plans", ()))

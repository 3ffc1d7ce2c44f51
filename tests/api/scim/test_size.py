"""A tenant of a hundred thousand members: what is asked most is read from an index, and no answer is without end."""

from __future__ import annotations

from typing import Any

import httpx
import sqlalchemy as sa
from scim2_models import SearchRequest

from api.scim import searching
from api.scim.columns import users
from api.scim.resources import User
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import unit_of_work
from tests.api.scim.conftest import directory_of
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser

MANY = 100_000
FILL = """
INSERT INTO membership (tenant_id, id, name, email, role, external_id, created_at, updated_at, version)
SELECT $1, gen_random_uuid(), 'Member ' || n, 'member' || n || '@many.example', 'viewer', 'e-' || n, now(), now(), 1
FROM generate_series(1, $2::int) n
"""


async def test_a_user_is_found_by_index_and_lists_are_bounded_among_a_hundred_thousand(
    caller: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, settings: Settings
) -> None:
    directory = await directory_of(caller, runtime, tenant)
    async with superuser(settings) as database:
        await database.execute(FILL, tenant.id, MANY)
        await database.execute("ANALYZE membership")
    for filter in (
        'userName eq "MEMBER77777@many.example"',
        'externalId eq "e-77777"',
        'emails.value eq "member77777@many.example"',
    ):
        plan = await _plan(runtime, tenant, filter)
        assert "Seq Scan" not in plan, plan
        assert "Rows Removed by Filter" not in plan or _removed(plan) < 100, plan
    assert await directory.names("/Users", 'userName eq "member77777@many.example"') == ["member77777@many.example"]
    page = await directory.get("/Users?count=5000")
    assert (page["totalResults"], page["itemsPerPage"]) == (MANY + 5, 200)
    far = await directory.get("/Users?startIndex=99000&count=200&sortBy=userName&attributes=userName")
    assert len(far["Resources"]) == 200
    cursor = await directory.get("/Users?cursor=&count=200&attributes=userName")
    assert cursor["nextCursor"]


async def _plan(runtime: Runtime, tenant: TestTenant, filter: str) -> str:
    asked: Any = SearchRequest[User](filter=filter, count=10)
    async with unit_of_work(runtime, tenant.principal("admin")) as work:
        where = searching._where(work, User, users(), asked)
        statement = sa.select(users().id).where(where).order_by(users().id).limit(11)
        compiled = statement.compile(dialect=work.session.get_bind().dialect)
    values = [compiled.params[name] for name in compiled.positiontup or ()]
    async with superuser(runtime.settings) as database:
        rows = await database.fetch(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {compiled}", *values)
    return "\n".join(row[0] for row in rows)


def _removed(plan: str) -> int:
    return max(int(line.rpartition(":")[2]) for line in plan.splitlines() if "Rows Removed by Filter" in line)

"""What a station reads of a venture, it reads through indexes, and no row of another tenant or venture.

PostgreSQL's own plan is read, as the application's role under row level security. Others have hundreds of times the
data: 19 tenants of the same size, and 19 more ventures in this one.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import orjson
import pytest
import sqlalchemy as sa

from domain.forecasting import reading as forecasting
from domain.kernel.database import asyncpg_arguments
from domain.kernel.settings import Settings
from domain.money import inputs as money
from domain.reviews import reading as reviewing
from tests.graph.crowd import crowd_id
from tests.graph.planning import RISKS, VENTURES, check, plan_nodes, rows_read

TENANT, VENTURE, OTHER = crowd_id("tenant", 7, 0), crowd_id("v", 7, 5), crowd_id("v", 7, 7)
OF_VENTURE = RISKS // VENTURES
"Rows that a venture has in each of its tables."
REVIEWED = 64
"Number of a milestone of the venture and of its review."
AT = datetime(2026, 6, 1, tzinfo=UTC)


@dataclass
class Station:
    """Sends a station's statement as its tenant."""

    connection: asyncpg.Connection

    async def __call__(self, statement: sa.TextClause, **values: Any) -> tuple[asyncpg.Record, list[dict[str, Any]]]:
        """What it reads, and the nodes of its plan as it was run."""
        names = list(values)
        sql = re.sub(r"(?<!:):([a-z_]+)\b", lambda found: f"${names.index(found[1]) + 1}", str(statement.text))
        arguments = list(values.values())
        async with self.connection.transaction(readonly=True):
            await self.connection.execute(f"SET LOCAL app.tenant_id = '{TENANT}'")
            row = await self.connection.fetchrow(sql, *arguments)
            told = await self.connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *arguments)
        assert row is not None
        return row, list(plan_nodes(orjson.loads(told)[0]["Plan"]))


@pytest.fixture
async def station(crowd: Settings) -> AsyncIterator[Station]:
    connection = await asyncpg.connect(**asyncpg_arguments(crowd.database_url))
    yield Station(connection)
    await connection.close()


def check_bounded(nodes: list[dict[str, Any]], at_most: int) -> None:
    """Every table is read through an index of the tenant, and few rows leave each of them."""
    check(nodes, "what a station reads")
    for name in sorted({node["Relation Name"] for node in nodes if "Relation Name" in node} - {"tenant"}):
        read = rows_read([node for node in nodes if node.get("Relation Name") == name])
        assert read <= at_most, (name, read)


@pytest.mark.parametrize("ventures", [[VENTURE], [VENTURE, OTHER]], ids=["one venture", "two that hang together"])
async def test_a_forecast_reads_the_ventures_that_hang_together_and_no_others(station: Station, ventures: Any) -> None:
    since = date(2025, 12, 1)
    row, nodes = await station(forecasting._STATEMENT, tenant=TENANT, ventures=ventures, since=since)
    assert {one[1] for one in orjson.loads(row["milestones"])} == {str(id) for id in ventures}
    for name in ("links", "foreigners", "risks", "paces", "stored"):
        assert len(orjson.loads(row[name])) > 0, name
    check_bounded(nodes, 3 * OF_VENTURE * len(ventures))


async def test_the_money_of_a_venture_is_read_without_that_of_others(station: Station) -> None:
    row, nodes = await station(money._READ, tenant=TENANT, venture=VENTURE, at=AT)
    inputs = money.MoneyInputs.of(row["inputs"])
    assert inputs.milestones and inputs.cost and inputs.months and inputs.cash
    check_bounded(nodes, 4 * OF_VENTURE)


@pytest.mark.parametrize("progress", [False, True], ids=["a review", "a progress report"])
async def test_a_report_is_read_without_what_other_ventures_have(station: Station, progress: bool) -> None:
    milestone = None if progress else crowd_id("g", 7, REVIEWED)
    review = crowd_id("e", 7, REVIEWED)
    row, nodes = await station(
        reviewing.STATEMENT,
        tenant=TENANT,
        venture=VENTURE,
        review=review,
        milestone=milestone,
        progress=progress,
        at=AT,
    )
    facts = orjson.loads(row["facts"])
    for name in ("risks", "exposure", "runway", "health", "alerts", "indicators", "resources", "conditions"):
        assert facts[name], name
    assert facts["milestones"] if progress else facts["milestone"]["spent"] and facts["days"] and facts["criteria"]
    check_bounded(nodes, 4 * OF_VENTURE)

"""Whatever a list is ordered and commonly filtered by, its statement reads one tenant's rows through an index.

PostgreSQL's own plan is read, as the application's role under row level security, among twenty tenants of equal size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import asyncpg
import orjson
import pytest

from api.graphql.running import Engine
from domain.kernel.database import asyncpg_arguments
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.lessons.similarity import CANDIDATES
from domain.risks.monitoring import facts_sql
from graph.language import ToMany
from graph.registry import BY_WORD
from graph.roots import PLURAL
from tests.graph.asking import Reader, watch
from tests.graph.crowd import crowd_id
from tests.graph.planning import RISKS, VENTURES, check, plan_nodes, rows_read

MOST_READ, MOST_READ_THEN = 1_500, 2_000
"""Rows that the facts of a venture may take, with readings, money and history; its tenant has 20 times more.

Of an instant of the past they are more: the state of each indicator is told by its readings, and money by all that was
recorded by then, with rounds, investments, loans, accounts and what is about to be acquired.
"""
FEW = {
    *("tenant", "risk_scale", "risk_category", "rule", "api_key", "webhook_endpoint", "channel", "delivery"),
    *("attempt", "delivery_replay"),
    *("notification_preference", "escalation_policy"),
}
"""Types of which the crowd has no rows: the planner has nothing to choose there."""


NEWEST = {"ix_lesson_of_sub_type", "ix_lesson_of_category", "ix_lesson_in_use"}
"""The indexes from whose newer end lessons are taken for a risk."""


@dataclass
class Planner:
    """Asks documents as one tenant of the crowd and reads how PostgreSQL answers them."""

    read: Reader
    connection: asyncpg.Connection
    without: str = "enable_tidscan"
    "A way of PostgreSQL's that it is told not to take; tables are never read by it here."

    async def __call__(self, text: str, /, **variables: Any) -> list[dict[str, Any]]:
        """The nodes of the plan of a document, as it was run."""
        await self.read(text, **variables)
        sql, arguments = self.read.sent[-1]
        async with self.connection.transaction(readonly=True):
            await self.connection.execute(f"SET LOCAL app.tenant_id = '{self.read.principal.tenant_id}'")
            await self.connection.execute(f"SET LOCAL {self.without} = off")
            told = await self.connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *arguments)
        return list(plan_nodes(orjson.loads(told)[0]["Plan"]))


@pytest.fixture
async def plan(crowd: Settings) -> Any:
    """The planner of tenant 7."""
    runtime, sent = Runtime.of(crowd), []  # type: ignore[var-annotated]  # filled by watch
    watch(runtime, sent)
    tenant = crowd_id("tenant", 7, 0)
    principal = Principal(tenant, ActorKind.API_KEY, Role.OWNER, tenant)
    connection = await asyncpg.connect(**asyncpg_arguments(crowd.database_url))
    yield Planner(Reader(runtime, Engine(runtime), principal, sent), connection)
    await connection.close()
    await runtime.close()


ROOTS = [(name, entity) for name, entity in PLURAL.items() if entity.word not in FEW]


@pytest.mark.parametrize(("name", "word"), [(name, entity.word) for name, entity in ROOTS])
async def test_the_usual_order_of_every_list_reads_one_tenant_through_an_index(
    plan: Planner, name: str, word: str
) -> None:
    text = f"{{ {name}(first: 5) {{ nodes {{ id }} }} }}"
    nodes = await plan(text)
    check(nodes, text)
    assert rows_read(nodes) <= 60, (text, rows_read(nodes))  # and not the whole tenant


@pytest.mark.parametrize(
    "filter",
    [
        ("risks", '{venture: {id: {eq: "$v"}}}'),
        ("risks", '{ventureId: {eq: "$v"}, status: {eq: OPEN}}'),
        ("risks", "{status: {in: [OPEN, ACCEPTED]}}"),
        ("risks", '{category: {eq: "legal"}}'),
        ("risks", "{level: {in: [HIGH, CRITICAL]}}"),
        ("risks", "{score: {gte: 12}}"),
        ("risks", '{ownerId: {eq: "$m"}}'),
        ("risks", '{title: {contains: "abc"}}'),
        ("milestones", '{ventureId: {eq: "$v"}}'),
        ("milestones", '{dueOn: {gte: "2026-03-01", lt: "2026-04-01"}}'),
        ("milestones", "{isOverdue: {eq: true}}"),
        ("milestones", "{key: {eq: true}, status: {neq: DONE}}"),
        ("alerts", "{state: {eq: FIRING}}"),
        ("alerts", '{ventureId: {eq: "$v"}, state: {eq: FIRING}}'),
        ("reviews", '{ventureId: {eq: "$v"}}'),
        ("actions", "{isOverdue: {eq: true}}"),
        ("resources", '{ventureId: {eq: "$v"}}'),
        ("ventures", "{stage: {eq: IDEA}}"),
        ("assessments", '{riskId: {eq: "$r"}}'),
    ],
    ids=lambda found: f"{found[0]} {found[1]}",
)
async def test_the_commonest_filters_read_one_tenant_through_an_index(plan: Planner, filter: tuple[str, str]) -> None:
    name, condition = filter
    for mark, prefix, kind in (("$v", "venture", "v"), ("$m", "member", "m"), ("$r", "risk", "r")):
        condition = condition.replace(mark, f"{prefix}_{crowd_id(kind, 7, 3).hex}")
    text = f"{{ {name}(first: 5, filter: {condition}) {{ totalCount nodes {{ id }} }} }}"
    check(await plan(text), text)


async def test_nested_lists_and_what_stands_beside_rows_stay_in_the_tenant(plan: Planner) -> None:
    for name, entity in ROOTS:
        for member in entity.members:
            if isinstance(member, ToMany) and BY_WORD[member.to].word not in FEW:
                text = f"{{ {name}(first: 2) {{ nodes {{ {member.graphql_name}(first: 2) {{ nodes {{ id }} }} }} }} }}"
                check(await plan(text), text)


async def test_search_aggregates_pages_and_the_past_stay_in_the_tenant(plan: Planner) -> None:
    for text in (
        '{ search(query: "风险") { totalCount nodes { id } } }',
        "{ risks { aggregate(groupBy: [PROBABILITY_LEVEL, IMPACT_LEVEL]) { count sum { expectedLoss } } } }",
        "{ ventures(first: 5) { nodes { openRiskCount overdueMilestoneCount riskMatrix { count } } } }",
        '{ risks(first: 5, asOf: "-PT0S") { nodes { score level } } }',
        '{ ventures(first: 5) { nodes { riskMovements(since: "-P90D", until: "-PT0S") { riskId movement } } } }',
        '{ ventures(first: 5, asOf: "-PT0S") { nodes { openRiskCount risks(first: 2) { nodes { score } } } } }',
        '{ milestones(first: 5, asOf: "-PT0S") { nodes { title } } }',
        "{ risks(first: 5, orderBy: [{field: SCORE, direction: DESC}]) { nodes { title owner { name } } } }",
        "{ risks(last: 5) { nodes { title } pageInfo { hasPreviousPage startCursor } } }",
    ):
        check(await plan(text), text)


async def test_the_gravest_risks_are_read_from_the_index_and_not_sorted(plan: Planner) -> None:
    for order in ("", ", orderBy: [{field: SCORE, direction: DESC}]"):
        nodes = await plan(f"{{ risks(first: 5{order}) {{ nodes {{ id score }} }} }}")
        assert rows_read(nodes) < 30
        assert not [node for node in nodes if node["Node Type"] == "Sort"]


async def test_a_page_of_the_milestones_of_the_past_is_read_from_the_index_and_not_sorted(plan: Planner) -> None:
    nodes = await plan('{ milestones(first: 5, asOf: "-PT0S") { nodes { id title } } }')
    assert rows_read(nodes) < 30
    assert not [node for node in nodes if node["Node Type"] == "Sort"]


async def test_the_monitor_reads_the_rows_of_its_venture_and_no_others(plan: Planner) -> None:
    """Others have more than a hundred times the data: 19 tenants of the same size, and 19 more ventures here."""
    tenant, venture = crowd_id("tenant", 7, 0), crowd_id("v", 7, 3)
    places = {"tenant": "$1::uuid", "venture": "$2::uuid", "at": "$3::timestamptz"}
    instant = datetime(2026, 6, 1, tzinfo=UTC)
    for statement, most in ((facts_sql.PRESENT, MOST_READ), (facts_sql.PAST, MOST_READ_THEN)):
        sql = re.sub(r"(?<!:):(tenant|venture|at)\b", lambda found: places[found[1]], str(statement.text))
        async with plan.connection.transaction(readonly=True):
            await plan.connection.execute(f"SET LOCAL app.tenant_id = '{tenant}'")
            arguments = [tenant, venture, instant]
            row = await plan.connection.fetchrow(sql, *arguments)
            told = await plan.connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *arguments)
        nodes = list(plan_nodes(orjson.loads(told)[0]["Plan"]))
        check(nodes, "the facts of a venture")
        assert len(orjson.loads(row["risks"])) == RISKS / VENTURES
        assert len(orjson.loads(row["indicators"])) > 0
        read = rows_read([node for node in nodes if node.get("Relation Name") != "tenant"])
        assert read < most, read


async def test_the_teams_of_a_portfolio_read_the_rows_of_its_ventures_and_no_others(plan: Planner) -> None:
    text = """query($n: Int) { ventures(first: $n) { nodes {
        teamCoverage { coverage vacant byFunction { function coverage weight } } vacancies { title vacant }
        singlePoints { title } teamDiversity { functionIndex skillIndex } coordination { share } } } }"""
    read = {}
    for ventures in (1, 5):
        nodes = await plan(text, n=ventures)
        check(nodes, text)
        read[ventures] = rows_read([node for node in nodes if node.get("Relation Name") != "tenant"])
    assert len(plan.read.sent) == 2
    for ventures, rows in read.items():  # of each venture there are 20 roles, holders and meetings, looked at thrice
        assert rows <= 40 * ventures * RISKS / VENTURES, read


async def test_deep_pages_follow_from_their_cursor(plan: Planner) -> None:
    text = "query($a: String) { milestones(first: 5, after: $a) { nodes { id } pageInfo { endCursor } } }"
    after = None
    for _ in range(3):
        after = (await plan.read(text, a=after))["milestones"]["pageInfo"]["endCursor"]
    check(await plan(text, a=after), text)


async def test_lessons_like_a_risk_come_from_the_newer_end_of_three_indexes_however_many_there_are(
    plan: Planner,
) -> None:
    text = "{ risks(first: 1) { nodes { similarLessons { title } } } }"
    nodes = await plan(text)
    check(nodes, text)
    lessons = [node for node in nodes if node.get("Relation Name") == "lesson"]
    by_index = {node["Index Name"]: node["Actual Rows"] for node in lessons if "Index Name" in node}
    assert by_index.keys() >= NEWEST
    assert all(by_index[name] <= CANDIDATES < RISKS / 2 for name in NEWEST), by_index
    assert _looked_up(nodes, "search_text") <= 3 * CANDIDATES + 1


async def test_lessons_that_are_compared_are_looked_up_one_by_one_whatever_the_planner_thinks_of_it(
    plan: Planner,
) -> None:
    plan.without = "enable_nestloop"
    nodes = await plan("{ risks(first: 1) { nodes { similarLessons { title } } } }")
    assert _looked_up(nodes, "search_text") <= 3 * CANDIDATES + 1
    assert _looked_up(nodes, "lesson", "pk_lesson") <= 3 * CANDIDATES < RISKS


async def test_who_sees_few_ventures_has_no_more_lessons_looked_at(plan: Planner) -> None:
    nowhere = frozenset({crowd_id("v", 7, 1)})
    plan.read = plan.read.as_(replace(plan.read.principal, venture_ids=nowhere))
    text = "{ risks(first: 1) { nodes { similarLessons { title } } } }"
    nodes = await plan(text)
    check(nodes, text)
    lessons = [node for node in nodes if node.get("Relation Name") == "lesson"]
    assert lessons
    assert not [node for node in lessons if "venture_id" in node.get("Filter", "")], "it goes on until it has some"


def _looked_up(nodes: list[dict[str, Any]], table: str, index: str | None = None) -> int:
    """How many rows of a table were read, by all of its indexes or by one."""
    read = [node for node in nodes if node.get("Relation Name") == table and index in (None, node.get("Index Name"))]
    assert read
    return int(sum(node["Actual Rows"] * node["Actual Loops"] for node in read))

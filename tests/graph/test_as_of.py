"""Ventures, milestones, risks and the heat map as they were at any past instant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from graph.registry import BY_WORD
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.test_walls import restricted_to


@dataclass(frozen=True)
class Past:
    """A tenant whose story has four moments."""

    read: Reader
    venture: str
    risk: str
    milestone: str
    moments: list[str]
    "Before anything; risk entered; assessed and renamed; assessed again, all archived."
    answers: list[Any]
    "What the present document answered at each moment."


FIELDS = """
  name stage openRiskCount firingAlertCount
  riskMatrix { probabilityLevel impactLevel level count }
  risks { totalCount nodes { id title status score level levelSince expectedLoss assessedAt nextAssessmentOn
    inherentScore targetLevel version assessments { totalCount nodes { score } } venture { name } } }
  milestones { totalCount nodes { title dueOn isOverdue risks { nodes { title score } } } }
"""
PRESENT = f"query($v: ID!) {{ venture(id: $v) {{ {FIELDS} }} risks {{ totalCount nodes {{ title score }} }} }}"
THEN = (
    f"query($v: ID!, $t: DateTime) {{ venture(id: $v, asOf: $t) {{ {FIELDS} }} "
    "risks(asOf: $t) { totalCount nodes { title score } } }"
)


@pytest.fixture
async def past(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, reader_of: Callable[[Principal], Reader]
) -> Past:
    """A story told under a moving clock."""
    caller, read = Caller(runtime, tenant.principal("owner")), reader_of(tenant.principal("owner"))
    moments, answers = [], []

    async def moment() -> None:
        answers.append(await read(PRESENT, v=venture))
        moments.append(f"{clock.now():%Y-%m-%dT%H:%M:%SZ}")
        clock.forward(days=3)

    clock.forward(days=-40)
    before = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    clock.forward(days=1)
    venture = await caller.venture("Helio")
    due = f"{clock.now():%Y-%m-%d}"
    milestone = await caller.milestone(venture, "Prototype", due_on=due)
    risk = await caller.risk(venture, "Data is late", milestone_ids=[milestone])
    await moment()
    for kind, probability, impact in (("inherent", 5, 5), ("current", 4, 4), ("target", 1, 2)):
        await caller.ask("assess_risk", risk_id=risk, kind=kind, probability_level=probability, impact_level=impact)
    await caller.ask("update_risk", id=risk, title="Data never comes")
    await caller.ask("update_venture", id=venture, name="Helios", stage="prototype")
    await moment()
    await caller.ask("assess_risk", risk_id=risk, kind="current", probability_level=4, impact_level=5)
    await caller.risk(venture, "Another")
    await caller.ask("update_milestone", id=milestone, title="Prototype two")
    await moment()
    await caller.ask("archive_risk", id=risk)
    await moment()
    return Past(read, venture, risk, milestone, [before, *moments], answers)


async def test_each_past_instant_answers_what_the_present_answered_then(past: Past) -> None:
    for moment, answer in zip(past.moments[1:], past.answers, strict=True):
        assert await past.read(THEN, v=past.venture, t=moment) == answer
    assert [answer["risks"]["totalCount"] for answer in past.answers] == [1, 1, 2, 1]
    second = past.answers[1]["venture"]
    assert second["name"] == "Helios"
    assert second["risks"]["nodes"][0]["score"] == 16
    assert second["milestones"]["nodes"][0]["isOverdue"] is True
    assert len(past.read.sent) == 4 + len(past.answers)  # one statement each


async def test_before_anything_there_is_nothing_and_ahead_is_refused(past: Past) -> None:
    assert await past.read(THEN, v=past.venture, t=past.moments[0]) == {
        "venture": None,
        "risks": {"totalCount": 0, "nodes": []},
    }
    assert (await past.read(THEN, v=past.venture, t="-P3650D"))["venture"] is None
    for ahead in ("2999-01-01T00:00:00Z", "PT1H"):
        with pytest.raises(BadInput, match="must not lie in the future; it is"):
            await past.read(THEN, v=past.venture, t=ahead)
    assert await past.read('{ risks(asOf: "-P1D") { __typename } }') == {"risks": {"__typename": "RiskConnection"}}
    present = await past.read(THEN, v=past.venture, t=None)
    assert present == await past.read(PRESENT, v=past.venture)
    assert await past.read(THEN, v=past.venture, t="-PT1S") == present


async def test_what_belongs_to_a_milestone_that_came_later_is_left_out(
    past: Past, runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal("owner"))
    later = await caller.milestone(past.venture, "Came later", due_on=None)
    made = await caller.make("create_resource", venture_id=past.venture, kind="data", name="Images", amount=9)
    resource = external_id("resource", made)
    for milestone in (past.milestone, later):
        await caller.ask("create_allocation", resource_id=resource, milestone_id=milestone, amount=1)
    document = """query($v: ID!, $t: DateTime) { venture(id: $v, asOf: $t) {
      resources { nodes { allocations { totalCount nodes { milestone { id } } } } } } }"""
    for moment, expected in ((past.moments[-1], [past.milestone]), ("PT0H", [past.milestone, later])):
        (found,) = (await past.read(document, v=past.venture, t=moment))["venture"]["resources"]["nodes"]
        assert [each["milestone"]["id"] for each in found["allocations"]["nodes"]] == expected
        assert found["allocations"]["totalCount"] == len(expected)


async def test_the_heat_map_of_a_present_venture_answers_for_any_instant(past: Past) -> None:
    text = "query($v: ID!, $t: DateTime) { venture(id: $v) { name now: riskMatrix { count } "
    text += "then: riskMatrix(asOf: $t) { probabilityLevel impactLevel level count } } }"
    found = []
    for moment in past.moments:
        venture = (await past.read(text, v=past.venture, t=moment))["venture"]
        assert venture["name"] == "Helios"
        assert venture["now"] == []
        found.append([(cell["probabilityLevel"], cell["impactLevel"], cell["count"]) for cell in venture["then"]])
    assert found == [[], [], [(4, 4, 1)], [(4, 5, 1)], []]


async def test_filters_orders_and_groups_look_at_the_row_of_that_day(past: Past) -> None:
    text = (
        "query($t: DateTime) { risks(asOf: $t, orderBy: [{field: VENTURE_NAME}, {field: SCORE}], "
        'filter: {score: {eq: 16}, venture: {name: {eq: "Helios"}}, title: {startsWith: "data never"}}) '
        "{ totalCount nodes { title } aggregate(groupBy: [VENTURE_STAGE, LEVEL]) { keys { ventureStage level } "
        "count max { score } } } "
        "ventures(asOf: $t, filter: {risks: {some: {score: {gte: 20}}}}) { totalCount } }"
    )
    found = [await past.read(text, t=moment) for moment in past.moments]
    assert [answer["risks"]["totalCount"] for answer in found] == [0, 0, 1, 0, 0]
    assert [answer["ventures"]["totalCount"] for answer in found] == [0, 0, 0, 1, 0]
    assert found[2]["risks"]["aggregate"] == [
        {"keys": {"ventureStage": "PROTOTYPE", "level": "CRITICAL"}, "count": 1, "max": {"score": 16}}
    ]


async def test_a_cursor_belongs_to_its_instant(past: Past) -> None:
    text = "query($t: DateTime, $a: String) { risks(first: 1, after: $a, asOf: $t, orderBy: [{field: TITLE}]) "
    text += "{ pageInfo { endCursor hasNextPage } nodes { title } } }"
    then = past.moments[3]
    page = (await past.read(text, t=then))["risks"]
    assert page["pageInfo"]["hasNextPage"]
    rest = (await past.read(text, t=then, a=page["pageInfo"]["endCursor"]))["risks"]
    assert [page["nodes"], rest["nodes"]] == [[{"title": "Another"}], [{"title": "Data never comes"}]]
    for other in (past.moments[4], None):
        with pytest.raises(BadInput, match="cursor does not belong"):
            await past.read(text, t=other, a=page["pageInfo"]["endCursor"])


async def test_the_past_keeps_the_walls_of_today(past: Past, reader_of: Any, stranger: TestTenant) -> None:
    text = "query($r: ID!, $v: ID!, $m: ID!, $t: DateTime) { risk(id: $r, asOf: $t) { id } venture(id: $v, asOf: $t) "
    text += "{ id } milestone(id: $m, asOf: $t) { id } risks(asOf: $t) { totalCount } milestones(asOf: $t) "
    text += "{ totalCount } ventures(asOf: $t) { totalCount } }"
    given = {"r": past.risk, "v": past.venture, "m": past.milestone, "t": past.moments[2]}
    nothing = dict.fromkeys(("risk", "venture", "milestone")) | {
        name: {"totalCount": 0} for name in ("risks", "milestones", "ventures")
    }
    own = await past.read(text, **given)
    assert None not in own.values()
    assert await reader_of(stranger.principal("owner"))(text, **given) == nothing
    elsewhere = restricted_to(past.read.principal, "venture_" + "0" * 32)
    assert await past.read.as_(elsewhere)(text, **given) == nothing
    assert await past.read.as_(restricted_to(past.read.principal, past.venture))(text, **given) == own


def test_every_historic_type_can_be_read_as_of_an_instant(reader_of: Any, tenant: TestTenant) -> None:
    schema = reader_of(tenant.principal("owner")).engine.schema
    for entity in BY_WORD.values():
        for name in (entity.singular, entity.plural):
            field = schema.query_type.fields.get(name.split("_")[0] + "".join(p.title() for p in name.split("_")[1:]))
            if field is not None:
                assert ("asOf" in field.args) is entity.historic, name

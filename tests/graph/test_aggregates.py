"""Counts, sums, averages and ends over a list, by groups: of the list's rows and no others, in one statement."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from domain.kernel.errors import Forbidden
from graph.errors import BadInput
from graph.grouping import FUNCTIONS, group_keys, key_relations, measured
from graph.language import Entity
from graph.registry import BY_WORD
from graph.roots import PLURAL
from graph.statements import Statements
from tests.graph.asking import Reader
from tests.graph.conftest import World
from tests.graph.test_walls import restricted_to

RISKS = "risks(first: 200) { nodes { category level score probabilityLevel impactLevel venture { id name } } }"


async def test_the_heat_map_is_one_statement_and_counts_what_the_list_has(read: Reader, world: World) -> None:
    rows = (await read(f"{{ {RISKS} }}"))["risks"]["nodes"]
    read.sent.clear()
    answer = await read(
        "{ risks(filter: {score: {isNull: false}}) { aggregate(groupBy: [PROBABILITY_LEVEL, IMPACT_LEVEL]) "
        "{ keys { probabilityLevel impactLevel } count max { level } } } }"
    )
    assert len(read.sent) == 1
    wanted = Counter((row["probabilityLevel"], row["impactLevel"]) for row in rows if row["score"])
    groups = answer["risks"]["aggregate"]
    assert {(g["keys"]["probabilityLevel"], g["keys"]["impactLevel"]): g["count"] for g in groups} == wanted
    assert [g["keys"]["probabilityLevel"] for g in groups] == sorted(g["keys"]["probabilityLevel"] for g in groups)
    assert {group["max"]["level"] for group in groups} == {row["level"] for row in rows if row["score"]}


async def test_without_keys_the_whole_list_is_one_group_whatever_the_page(read: Reader, world: World) -> None:
    rows = (await read(f"{{ {RISKS} }}"))["risks"]["nodes"]
    scores = [row["score"] for row in rows if row["score"] is not None]
    answer = await read(
        "{ risks(first: 1) { nodes { id } aggregate { count groupCount keys { category } "
        "sum { score expectedLoss } avg { score } min { score level openedAt } max { score level } } } "
        'none: risks(filter: {title: {eq: "nothing"}}) { aggregate { count sum { score } max { level } } } }'
    )
    [group] = answer["risks"]["aggregate"]
    assert len(answer["risks"]["nodes"]) == 1
    assert group["count"] == len(rows)
    assert group["groupCount"] == 1
    assert group["keys"] == {"category": None}
    assert group["sum"] == {"score": sum(scores), "expectedLoss": None}
    assert Decimal(str(group["avg"]["score"])) == round(Decimal(sum(scores)) / len(scores), 6)
    assert group["min"]["score"] == min(scores)
    assert group["max"]["score"] == max(scores)
    assert (group["min"]["level"], group["max"]["level"]) == ("MEDIUM", "MEDIUM")
    bare = "{ risks { a: aggregate { __typename } b: aggregate { groupCount } c: aggregate { keys { level } } } }"
    assert (await read(bare))["risks"] == {
        "a": [{"__typename": "RiskAggregate"}],
        "b": [{"groupCount": 1}],
        "c": [{"keys": {"level": None}}],
    }
    assert answer["none"]["aggregate"] == [{"count": 0, "sum": {"score": None}, "max": {"level": None}}]


async def test_the_counters_of_a_board_are_one_query(read: Reader, world: World) -> None:
    answer = await read(
        "{ ventures { nodes { id risks { totalCount byLevel: aggregate(groupBy: SCORE) { keys { score } count } } "
        "milestones { aggregate(groupBy: [STATUS, IS_OVERDUE]) { keys { status isOverdue } count } } } } "
        "risks { aggregate(groupBy: VENTURE_ID) { keys { ventureId venture { id name owner { name } } owner { id } } "
        "count } } }"
    )
    assert len(read.sent) == 1
    for venture in answer["ventures"]["nodes"]:
        assert sum(group["count"] for group in venture["risks"]["byLevel"]) == venture["risks"]["totalCount"] == 5
        assert [group["keys"]["score"] for group in venture["risks"]["byLevel"]] == [6, 9, None]
        statuses = venture["milestones"]["aggregate"]
        assert statuses == [{"keys": {"status": "PLANNED", "isOverdue": False}, "count": 4}]
    groups = answer["risks"]["aggregate"]
    assert {group["keys"]["ventureId"] for group in groups} == set(world.ventures)
    assert all(group["keys"]["venture"]["id"] == group["keys"]["ventureId"] for group in groups)
    assert all(group["keys"]["owner"] is None for group in groups)  # not grouped by it


async def test_dates_are_grouped_by_day_week_and_month(read: Reader, world: World) -> None:
    answer = await read(
        "{ milestones(first: 200) { nodes { dueOn } months: aggregate(groupBy: DUE_ON_MONTH) { keys { dueOnMonth } "
        "count } weeks: aggregate(groupBy: [DUE_ON_WEEK]) { keys { dueOnWeek dueOnMonth } count } "
        "made: aggregate(groupBy: CREATED_AT_DAY) { keys { createdAtDay } count } } }"
    )
    listed = Counter(row["dueOn"] for row in answer["milestones"]["nodes"])
    months = {group["keys"]["dueOnMonth"]: group["count"] for group in answer["milestones"]["months"]}
    assert months == {"2027-01-01": listed["2027-01-01"], "2027-02-01": listed["2027-02-01"], None: listed[None]}
    assert list(months) == ["2027-01-01", "2027-02-01", None]
    weeks = [group["keys"]["dueOnWeek"] for group in answer["milestones"]["weeks"]]
    assert weeks == ["2026-12-28", "2027-02-01", None]  # Mondays
    assert len(answer["milestones"]["made"]) == 1


async def test_groups_are_limited_and_their_number_told(read: Reader, world: World) -> None:
    text = "query($n: Int) { risks { aggregate(groupBy: [TITLE_GROUP], first: $n) { count groupCount } } }"
    text = text.replace("TITLE_GROUP", "VENTURE_ID, SCORE")
    groups = (await read(text, n=2))["risks"]["aggregate"]
    assert len(groups) == 2
    assert {group["groupCount"] for group in groups} == {len((await read(text))["risks"]["aggregate"])}
    assert groups[0]["groupCount"] > 2
    for wrong in (0, -1, 1001):
        with pytest.raises(Exception, match="1 to 1000 groups"):
            await read(text, n=wrong)
    with pytest.raises(BadInput, match="at most 4 keys"):
        await read("{ risks { aggregate(groupBy: [LEVEL, STATUS, CATEGORY, SUB_TYPE, OWNER_ID]) { count } } }")


async def test_what_shapes_the_groups_shapes_the_statement_and_nothing_else_does(
    read: Reader, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "query($g: [RiskGroupField!], $n: Int) { risks { aggregate(groupBy: $g, first: $n) { keys { level status } "
    text += "count } } }"
    monkeypatch.setattr("graph.reading.STATEMENTS", kept := Statements())
    assert len((await read(text, g=["LEVEL"], n=10))["risks"]["aggregate"]) == 2
    await read(text, g=["LEVEL"], n=10)
    assert len(kept) == 1
    await read(text, g=["LEVEL"], n=20)  # by which PostgreSQL plans
    assert len(kept) == 2
    assert len((await read(text, g=["STATUS"], n=10))["risks"]["aggregate"]) == 1
    assert len((await read(text, g=["STATUS", "LEVEL"], n=10))["risks"]["aggregate"]) == 2
    assert len(kept) == 4


async def test_a_restricted_caller_counts_the_allowed_ventures_only(read: Reader, world: World) -> None:
    text = "{ risks { aggregate(groupBy: VENTURE_ID) { keys { ventureId venture { id } } count } } }"
    caller = read.as_(restricted_to(read.principal, world.ventures[1]))
    [group] = (await caller(text))["risks"]["aggregate"]
    assert group["keys"] == {"ventureId": world.ventures[1], "venture": {"id": world.ventures[1]}}
    assert group["count"] == 5


async def test_what_may_not_be_read_is_neither_grouped_by_nor_told(read: Reader, world: World) -> None:
    key = read.as_(replace(read.principal, scopes=frozenset({"domain:read"})))
    assert (await key("{ risks { aggregate(groupBy: OWNER_ID) { keys { ownerId } count } } }"))["risks"]["aggregate"]
    sent = len(read.sent)
    for asked in ("(groupBy: OWNER_ROLE) { count }", "(groupBy: OWNER_ID) { keys { owner { id } } }"):
        with pytest.raises(Forbidden):
            await key(f"{{ risks {{ aggregate{asked} }} }}")
    assert len(read.sent) == sent


def everything(entity: Entity) -> str:
    """An aggregate by every key, one at a time, with all that can be told."""
    told = ["count"]
    for function in FUNCTIONS:
        if fields := measured(entity.word, function):
            told.append(f"{function} {{ {' '.join(fields)} }}")
    written = [f"all: aggregate {{ {' '.join(told)} }}"]
    relations = {column: name for name, (column, _) in key_relations(entity.word).items()}
    for name, key in group_keys(entity.word).items():
        shown = f"{key.graphql_name} {relations[name]} {{ id }}" if name in relations else key.graphql_name
        written.append(f"by_{name}: aggregate(groupBy: {name.upper()}) {{ keys {{ {shown} }} count groupCount }}")
    return " ".join(written)


async def test_every_key_and_measure_of_every_type_can_be_asked(read: Reader, world: World) -> None:
    for name, entity in PLURAL.items():
        answer = (await read(f"{{ {name} {{ totalCount {everything(entity)} }} }}"))[name]
        for alias, groups in answer.items():
            if alias != "totalCount":
                assert sum(group["count"] for group in groups) == answer["totalCount"], (name, alias)
    assert len(BY_WORD) > 20


@pytest.mark.parametrize("part", ["__typename", "keys { level }", "keys { venture { id } }", "groupCount"])
@pytest.mark.parametrize("filter", ["", '(filter: {title: {eq: "nothing is called so"}})'])
async def test_each_part_of_the_one_group_can_be_asked_alone(
    read: Reader, world: World, part: str, filter: str
) -> None:
    """Whether the list has many rows or none."""
    told = {"__typename": "RiskAggregate", "keys": {"level": None, "venture": None}, "groupCount": 1}
    (group,) = (await read(f"{{ risks{filter} {{ aggregate {{ {part} }} }} }}"))["risks"]["aggregate"]
    for name, value in group.items():
        wanted = told[name]
        assert value == ({key: wanted[key] for key in value} if isinstance(wanted, dict) else wanted)


async def test_an_aggregate_costs_its_groups(read: Reader, world: World) -> None:
    await read("{ risks { aggregate { count } } }")
    one = read.cost
    await read("{ risks { aggregate(groupBy: LEVEL, first: 500) { count } } }")
    assert one < 20
    assert read.cost > 500

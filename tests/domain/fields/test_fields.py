"""Candidate fields over the real database: totals, places, decisions, and how firm a ranking is."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.fields.commands import MOST
from domain.fields.tables import CandidateField, Factor
from domain.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.tenancy.permissions import Action, require
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

WEIGHTS = ("3", "2", "1", "2", "3", "1")
SCORES = {"Medicine": "4 3 2 4 5 2", "Finance": "3 4 1 5 4 2", "Retail": "5 4 3 2 2 4"}

FIELDS = """query($v: ID!) { venture(id: $v) { candidateFields(orderBy: [{field: WEIGHTED_TOTAL, direction: DESC,
  nulls: LAST}, {field: NAME}]) { nodes { name weightedTotal isComplete rank missingFactors { factor }
  scores { nodes { factor score weight } } } } } }"""
CHANGE = "{ factor change weightBefore weightAfter percent ahead behind }"
SENSITIVITY = f"""query($v: ID!) {{ fieldSensitivity(ventureId: $v) {{
  ranking {{ candidateFieldId name weightedTotal rank }} incomplete {{ name missingFactors }}
  smallestForFirstPlace {CHANGE} smallestForAnyPlace {CHANGE}
  factors {{ factor firstPlace {CHANGE} anyPlace {CHANGE} }} }} }}"""


def _reader(caller: Caller) -> Reader:
    return Reader(caller.runtime, Engine(caller.runtime), caller.principal)


async def _field(caller: Caller, venture: str, name: str, scores: str | None = None) -> str:
    field = external_id("candidate_field", await caller.make("create_candidate_field", venture_id=venture, name=name))
    for factor, score, weight in zip(Factor, (scores or "").split(), WEIGHTS, strict=scores is not None):
        known = {} if score == "?" else {"score": score}
        await caller.ask("create_factor_score", candidate_field_id=field, factor=factor, weight=weight, **known)
    return field


async def _compared(caller: Caller) -> tuple[str, dict[str, str]]:
    venture = await caller.venture()
    return venture, {name: await _field(caller, venture, name, scores) for name, scores in SCORES.items()}


async def test_totals_and_places_follow_from_the_scorecards_and_a_gap_makes_none(caller: Caller) -> None:
    venture, _ = await _compared(caller)
    gap = await _field(caller, venture, "Education", "4 3 ? 4 5 2")
    await _field(caller, venture, "Logistics")
    read = _reader(caller)
    nodes = (await read(FIELDS, v=venture))["venture"]["candidateFields"]["nodes"]
    assert [(node["name"], node["weightedTotal"], node["rank"], node["isComplete"]) for node in nodes] == [
        ("Medicine", "3.750000", 1, True),
        ("Finance", "3.500000", 2, True),
        ("Retail", "3.333333", 3, True),
        ("Education", None, None, False),
        ("Logistics", None, None, False),
    ]
    assert [one["factor"] for one in nodes[3]["missingFactors"]] == ["COMPETITION"]
    assert len(nodes[4]["missingFactors"]) == 6
    assert [one["factor"].lower() for one in nodes[0]["scores"]["nodes"]] == list(Factor)
    (score,) = [one for one in await _scores(caller, gap) if one["factor"] == "COMPETITION"]
    await caller.ask("update_factor_score", id=score["id"], score="2")
    nodes = (await read(FIELDS, v=venture))["venture"]["candidateFields"]["nodes"]
    assert [(node["name"], node["rank"]) for node in nodes[:3]] == [("Education", 1), ("Medicine", 1), ("Finance", 3)]
    await caller.ask("archive_candidate_field", id=gap)
    nodes = (await read(FIELDS, v=venture))["venture"]["candidateFields"]["nodes"]
    assert [node["rank"] for node in nodes] == [1, 2, 3, None]


async def _scores(caller: Caller, field: str) -> list[dict[str, Any]]:
    text = "query($f: ID!) { candidateField(id: $f) { scores { nodes { id factor score } } } }"
    found: list[dict[str, Any]] = (await _reader(caller)(text, f=field))["candidateField"]["scores"]["nodes"]
    return found


async def test_the_question_names_the_smallest_change_that_alters_the_ranking(caller: Caller) -> None:
    venture, fields = await _compared(caller)
    await _field(caller, venture, "Education", "4 3 ? 4 5 2")
    read = _reader(caller)
    told = (await read(SENSITIVITY, v=venture))["fieldSensitivity"]
    assert [(one["candidateFieldId"], one["rank"]) for one in told["ranking"]] == [
        (fields[name], rank) for rank, name in enumerate(SCORES, 1)
    ]
    assert told["incomplete"] == [{"name": "Education", "missingFactors": ["COMPETITION"]}]
    assert told["smallestForFirstPlace"] == {
        **{"factor": "USER_NEED", "change": "-1.666667", "weightBefore": "3.000000", "weightAfter": "1.333333"},
        **{"percent": "-55.56", "ahead": "Medicine", "behind": "Retail"},
    }
    assert told["smallestForAnyPlace"]["factor"] == "DATA_RESOURCES"
    assert len(told["factors"]) == 6
    for field in fields.values():
        (score,) = [one for one in await _scores(caller, field) if one["factor"] == "USER_NEED"]
        await caller.ask("update_factor_score", id=score["id"], weight="1.333")
    then = (await read(SENSITIVITY, v=venture))["fieldSensitivity"]
    assert then["ranking"][0]["name"] == "Retail"


async def test_a_decision_has_its_reason_its_member_and_its_hour_and_can_be_taken_back(
    caller: Caller, tenant: TestTenant, clock: SettableClock
) -> None:
    _, fields = await _compared(caller)
    field = fields["Medicine"]
    for reason in (None, "", "  "):
        with pytest.raises(Invalid, match="say why"):
            await caller.ask("decide_candidate_field", candidate_field_id=field, decision="chosen", reason=reason)
    await caller.ask("decide_candidate_field", candidate_field_id=field, decision="chosen", reason="The need is loud.")
    with pytest.raises(Conflict):
        await caller.ask(
            "decide_candidate_field", candidate_field_id=field, decision="rejected", reason="No.", expected_version=1
        )
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row = await work.get(CandidateField, parse_id("candidate_field", field))
        assert (row.decision, row.decided_by, row.decided_at) == ("chosen", tenant.members[Role.OWNER], clock.now())
    await caller.ask("decide_candidate_field", candidate_field_id=field, decision="undecided")
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row = await work.get(CandidateField, parse_id("candidate_field", field))
        assert (row.decision, row.decision_reason, row.decided_by, row.decided_at) == ("undecided", None, None, None)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"score": "5.01"}, "score"),
        ({"score": "-1"}, "score"),
        ({"score": "1.234"}, "score"),
        ({"score": "NaN"}, "score"),
        ({"weight": "-0.1"}, "weight"),
        ({"weight": "1000.1"}, "weight"),
        ({"weight": None}, "weight"),
        ({"evidence_url": "javascript:alert(1)"}, "evidence_url"),
        ({"factor": "luck"}, "factor"),
        ({"evidence_on": "2026-02-30"}, "evidence_on"),
    ],
)
async def test_what_is_no_score_is_refused_with_its_place(caller: Caller, given: dict[str, Any], path: str) -> None:
    with pytest.raises(ValidationError) as refused:
        await caller.ask(
            "create_factor_score",
            **{"candidate_field_id": "candidate_field_" + "0" * 32, "factor": "competition"} | given,
        )
    assert [error["loc"] for error in refused.value.errors()] == [(path,)]


async def test_a_factor_stands_once_on_a_scorecard_also_after_a_restore(caller: Caller) -> None:
    _, fields = await _compared(caller)
    field = fields["Medicine"]
    with pytest.raises(Conflict):
        await caller.ask("create_factor_score", candidate_field_id=field, factor="competition", score="1")
    (score,) = [one for one in await _scores(caller, field) if one["factor"] == "COMPETITION"]
    await caller.ask("archive_factor_score", id=score["id"])
    await caller.ask("create_factor_score", candidate_field_id=field, factor="competition", score="1")
    with pytest.raises(Conflict):
        await caller.ask("restore_factor_score", id=score["id"])


async def test_another_tenant_can_neither_score_decide_nor_compare(
    runtime: Runtime, caller: Caller, stranger: TestTenant
) -> None:
    venture, fields = await _compared(caller)
    other = Caller(runtime, stranger.principal())
    field = fields["Medicine"]
    with pytest.raises(NotFound):
        await other.ask("create_factor_score", candidate_field_id=field, factor="competition", score="1")
    with pytest.raises(NotFound):
        await other.ask("decide_candidate_field", candidate_field_id=field, decision="rejected", reason="Ours.")
    with pytest.raises(NotFound):
        await other.ask("create_candidate_field", venture_id=venture, name="Theirs")
    assert (await _reader(other)("{ candidateFields { totalCount } factorScores { totalCount } }")) == {
        "candidateFields": {"totalCount": 0},
        "factorScores": {"totalCount": 0},
    }


async def test_a_venture_compares_so_many_fields_and_no_more_and_viewers_only_read(
    caller: Caller, tenant: TestTenant
) -> None:
    venture = await caller.venture()
    for number in range(MOST):
        await _field(caller, venture, f"Field {number}")
    with pytest.raises(Invalid, match=f"at most {MOST}"):
        await _field(caller, venture, "One more")
    with pytest.raises(Forbidden, match="market:write"):
        require(tenant.principal("viewer"), Action.MARKET_WRITE)
    require(tenant.principal("contributor"), Action.MARKET_WRITE)

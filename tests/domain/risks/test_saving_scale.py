"""A saved scale is checked, told how far it can be trusted, and keeps the past as it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.errors import DomainError, Forbidden
from domain.kernel.ids import split_id
from domain.kernel.runtime import Runtime
from domain.risks.rescoring import same_place
from domain.risks.scale import Level, Scale, default_matrix
from domain.risks.tables import Assessment, RiskLimits, RiskScale
from domain.risks.trust import trust_document
from tests.conftest import TestTenant
from tests.domain.register import Register
from workers.rescoring import rescore_risks

FALLING = [[str(level) for level in row] for row in default_matrix()]
FALLING[3][3] = "low"


async def refusal(asked: Any) -> tuple[tuple[str | int, ...], str]:
    with pytest.raises(DomainError) as refused:
        await asked
    problem = refused.value.problems[0]
    return problem.path, problem.message


async def test_a_saved_scale_is_told_its_breaks_of_weak_consistency_with_the_worst_pair(owner: Register) -> None:
    scale = await owner.make("save_risk_scale", money_bands=["0", "10000", "30000", "80000", "250000"])
    row = await owner.row(RiskScale, scale)
    assert row.version_number == 2
    assert row.trust is not None
    assert (row.trust["money"]["pairs"], row.trust["money"]["inconsistent"]) == (300, 12)
    assert row.trust["delay"]["inconsistent"] == 9
    assert row.trust["money"]["worst"] in row.trust["money"]["breaks"]


def test_the_worst_pair_is_the_one_that_misleads_most() -> None:
    worst = trust_document(Scale())["money"]["worst"]
    assert worst == {
        "lower": {"probability_level": 1, "impact_level": 5, "score": 5, "level": "medium"},
        "higher": {"probability_level": 5, "impact_level": 5, "score": 25, "level": "critical"},
        "from_loss": "175000",
        "to_loss": None,
    }


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"matrix": FALLING}, ("matrix", 3, 3)),
        ({"matrix": FALLING[:3]}, ("matrix",)),
        ({"money_bands": ["0", "30000", "10000", "80000", "250000"]}, ("money_bands", 2)),
        ({"delay_bands": ["1", "3", "10", "20", "60"]}, ("delay_bands", 0)),
        ({"probability_bands": ["0", "0.1", "0.3", "0.5", "1"]}, ("probability_bands", 4)),
        ({"probability_names": ["rare", "often"]}, ("probability_names",)),
    ],
)
async def test_a_scale_that_cannot_be_used_is_refused_with_the_cell_and_nothing_is_stored(
    owner: Register, given: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    assert (await refusal(owner.ask("save_risk_scale", **given)))[0] == path
    assert len(await owner.rows(RiskScale)) == 1


async def test_a_falling_matrix_names_its_cell(owner: Register) -> None:
    _, message = await refusal(owner.ask("save_risk_scale", matrix=FALLING))
    assert "probability 4, impact 4 is low, but probability 3, impact 4 is high" in message


async def test_assessments_keep_their_scale_and_the_scores_follow_the_new_one(
    owner: Register, runtime: Runtime, tenant: TestTenant
) -> None:
    risk = await owner.risk(await owner.venture())
    loss = {"low": "20000", "likely": "20000", "high": "20000"}
    await owner.ask("assess_risk", risk_id=risk, probability="0.55", impact=loss)
    await owner.ask("assess_risk", risk_id=risk, kind="target", probability_level=1, impact_level=5)
    assert (await owner.score(risk)).level is Level.MEDIUM  # 4 × 2
    await owner.ask("save_risk_scale", money_bands=["0", "1000", "5000", "10000", "15000"])
    assert (await owner.score(risk)).level is Level.MEDIUM
    assert await rescore_risks(runtime, tenant.id) == 1
    score = await owner.score(risk)
    assert (score.score, score.level, score.expected_loss) == (20, Level.CRITICAL, Decimal("11000.00"))
    assert (score.target_score, score.scale_number) == (5, 2)
    rows = await owner.rows(Assessment)
    assert {(row.scale_number, row.level) for row in rows} == {(1, Level.MEDIUM)}
    while await rescore_risks(runtime, tenant.id):
        pass
    assert (await owner.score(risk)).score == 20


async def test_scoring_again_goes_on_where_a_killed_worker_was(
    owner: Register, runtime: Runtime, tenant: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.rescoring.SLICE", 2)
    venture = await owner.venture()
    risks = [await owner.risk(venture, f"Risk {number}") for number in range(5)]
    for risk in risks:
        await owner.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    await owner.ask("save_risk_scale", matrix=[["low"] * 5] * 5)
    await rescore_risks(runtime, tenant.id)
    assert [(await owner.score(risk)).level for risk in risks].count(Level.LOW) == 2
    await owner.ask("save_risk_scale", matrix=[["medium"] * 5] * 5)  # in between: the rest goes by this one
    while await rescore_risks(runtime, tenant.id):
        pass
    scores = [await owner.score(risk) for risk in risks]
    assert {(score.level, score.scale_number) for score in scores} == {(Level.MEDIUM, 3)}


async def test_a_scale_that_colours_differently_raises_no_level(
    owner: Register, runtime: Runtime, tenant: TestTenant
) -> None:
    risk = await owner.risk(await owner.venture())
    for _ in range(2):
        await owner.ask("assess_risk", risk_id=risk, probability_level=1, impact_level=1)
    await owner.ask("save_risk_scale", matrix=[["critical"] * 5] * 5)
    await rescore_risks(runtime, tenant.id)
    score = await owner.score(risk)
    assert (score.level, score.previous_level) == (Level.CRITICAL, Level.CRITICAL)


async def test_a_ventures_own_limits_hold_for_it_alone(owner: Register, runtime: Runtime, tenant: TestTenant) -> None:
    small, large = await owner.venture("Small"), await owner.venture("Large")
    limits = {"venture_id": small, "money_bands": ["0", "1000", "3000", "8000", "15000"]}
    loss = {"low": "20000", "likely": "20000", "high": "20000"}
    early = await owner.risk(small, "Entered before")
    await owner.ask("assess_risk", risk_id=early, probability="0.55", impact=loss)
    await owner.ask("save_risk_scale", venture_limits=[limits])
    await rescore_risks(runtime, tenant.id)
    for venture, level in ((small, 5), (large, 2)):
        risk = await owner.risk(venture)
        await owner.ask("assess_risk", risk_id=risk, probability="0.55", impact=loss)
        assert (await owner.score(risk)).impact_level == level
    assert (await owner.score(early)).impact_level == 5
    await owner.ask("save_risk_scale", delay_bands=["0", "1", "2", "3", "4"])
    assert [row.money_bands[1] for row in await owner.rows(RiskLimits, scale_number=3)] == ["1000"]
    await owner.ask("save_risk_scale", venture_limits=[{"venture_id": small}])
    assert await owner.rows(RiskLimits, scale_number=4) == []


async def test_limits_that_do_not_fit_are_refused_where_they_stand(owner: Register, stranger: TestTenant) -> None:
    venture = await owner.venture()
    wrong = {"venture_id": venture, "money_bands": ["0", "5", "5", "6", "7"]}
    assert (await refusal(owner.ask("save_risk_scale", venture_limits=[wrong])))[0] == (
        "venture_limits", 0, "money_bands", 2
    )  # fmt: skip
    theirs = await Register(owner.runtime, stranger.principal()).venture()
    path, _ = await refusal(owner.ask("save_risk_scale", venture_limits=[{"venture_id": theirs}]))
    assert path == ("venture_limits", 0, "venture_id")
    assert len(await owner.rows(RiskScale)) == 1


async def test_who_sees_some_ventures_only_does_not_change_the_scale(runtime: Runtime, tenant: TestTenant) -> None:
    venture = await Register(runtime, tenant.principal()).venture()
    restricted = tenant.principal(venture_ids=frozenset({split_id(venture)[1]}))
    with pytest.raises(Forbidden):
        await Register(runtime, restricted).ask("save_risk_scale", money_bands=["0", "1", "2", "3", "4"])


@given(st.integers(3, 7), st.integers(3, 7))
def test_a_level_without_a_number_keeps_its_place(levels: int, wanted: int) -> None:
    placed = [same_place(level, levels, wanted) for level in range(1, levels + 1)]
    assert placed == sorted(placed)
    assert (placed[0], placed[-1]) == (1, wanted) or wanted > levels
    assert all(1 <= level <= wanted for level in placed)
    assert [same_place(level, levels, levels) for level in range(1, levels + 1)] == list(range(1, levels + 1))

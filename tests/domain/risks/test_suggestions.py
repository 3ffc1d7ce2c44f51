"""Finished actions suggest an assessment; a person confirms or dismisses it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.risks.acceptance_tables import SuggestedAssessment, SuggestionState
from domain.risks.suggesting import levels_after
from domain.risks.tables import Action, Assessment, AssessmentKind
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.register import Register

LOSS = {"low": "20000", "likely": "60000", "high": "150000"}


async def answered(who: Register, **effects: Any) -> tuple[str, list[str]]:
    """A risk at 4 × 4 with a response of two actions, the second of which has the effects."""
    risk = await who.risk(await who.venture())
    response = external_id(
        "response", await who.make("add_response", risk_id=risk, kind="mitigate", title="Second source")
    )
    await who.ask("assess_risk", risk_id=risk, probability="0.55", impact_level=4)
    given: list[dict[str, Any]] = [{"title": "Draft"}, {"title": "Sign", **effects}]
    actions = [await who.make("add_action", response_id=response, **one) for one in given]
    return risk, [external_id("action", action) for action in actions]


async def test_the_last_action_done_suggests_what_was_expected_of_it(owner: Register) -> None:
    risk, (draft, sign) = await answered(owner, effect_probability_level=2)
    await owner.ask("complete_action", action_id=draft)
    assert await owner.rows(SuggestedAssessment) == []
    await owner.ask("complete_action", action_id=sign)
    (row,) = await owner.rows(SuggestedAssessment)
    assert (row.state, row.probability_level, row.impact_level) == (SuggestionState.OPEN, 2, 4)
    assert "All 2 actions" in row.reason
    assert "until now it was judged 4 and 4" in row.reason
    assert (await owner.score(risk)).score == 16
    assert len(await owner.told("risk.assessment_suggested")) == 1
    await owner.ask("complete_action", action_id=sign)
    assert len(await owner.rows(SuggestedAssessment)) == 1


async def test_a_person_confirms_it_and_it_becomes_an_assessment(owner: Register) -> None:
    risk, actions = await answered(owner, effect_impact_level=2)
    for action in actions:
        await owner.ask("complete_action", action_id=action)
    (row,) = await owner.rows(SuggestedAssessment)
    id = external_id("suggestion", row.id)
    done = await owner.ask("confirm_suggested_assessment", suggested_assessment_id=id, knowledge="strong")
    made = await owner.row(Assessment, done.ids["assessment"])
    assert (made.kind, made.probability_level, made.impact_level) == (AssessmentKind.CURRENT, 4, 2)
    assert (made.probability, made.rationale) == (Decimal("0.55"), row.reason)  # its level has not changed
    assert (await owner.score(risk)).score == 8
    assert (await owner.rows(SuggestedAssessment))[0].assessment_id == made.id
    with pytest.raises(InvalidState):
        await owner.ask("dismiss_suggested_assessment", suggested_assessment_id=id)


async def test_a_person_dismisses_it_and_nothing_changes(owner: Register) -> None:
    risk, actions = await answered(owner, effect_impact_level=2)
    for action in actions:
        await owner.ask("complete_action", action_id=action)
    (row,) = await owner.rows(SuggestedAssessment)
    await owner.ask(
        "dismiss_suggested_assessment", suggested_assessment_id=external_id("suggestion", row.id), note="No."
    )
    assert (await owner.score(risk)).score == 16
    assert (await owner.rows(SuggestedAssessment))[0].state is SuggestionState.DISMISSED


async def test_without_named_effects_the_target_is_suggested(owner: Register, clock: SettableClock) -> None:
    risk, actions = await answered(owner)
    await owner.ask("assess_risk", risk_id=risk, kind="target", probability_level=2, impact_level=3)
    for action in actions:
        await owner.ask("complete_action", action_id=action)
    (row,) = await owner.rows(SuggestedAssessment)
    assert (row.probability_level, row.impact_level) == (2, 3)
    assert "target" in row.reason


async def test_nothing_is_suggested_where_nothing_would_change(owner: Register) -> None:
    _, actions = await answered(owner, effect_probability_level=5)
    for action in actions:
        await owner.ask("complete_action", action_id=action)
    assert await owner.rows(SuggestedAssessment) == []


async def test_a_judgement_or_another_action_outdates_a_suggestion(owner: Register) -> None:
    for outdate in ("assess", "act"):
        risk, actions = await answered(owner, effect_impact_level=2)
        for action in actions:
            await owner.ask("complete_action", action_id=action)
        if outdate == "assess":
            await owner.ask("assess_risk", risk_id=risk, probability_level=3, impact_level=3)
        else:
            response = (await owner.row(Action, actions[0])).response_id
            await owner.ask("add_action", response_id=external_id("response", response), title="More")  # type: ignore[arg-type]
    assert {row.state for row in await owner.rows(SuggestedAssessment)} == {SuggestionState.OUTDATED}


async def test_a_suggestion_of_an_older_scale_is_not_confirmed(owner: Register) -> None:
    _, actions = await answered(owner, effect_impact_level=2)
    for action in actions:
        await owner.ask("complete_action", action_id=action)
    await owner.ask("save_risk_scale", money_bands=["0", "1", "2", "3", "4"])
    (row,) = await owner.rows(SuggestedAssessment)
    with pytest.raises(InvalidState, match="scale"):
        await owner.ask("confirm_suggested_assessment", suggested_assessment_id=external_id("suggestion", row.id))


async def test_the_reason_is_in_the_tenants_language(runtime: Runtime) -> None:
    chinese = Register(runtime, (await make_tenant(runtime, locale="zh-CN")).principal())
    _, actions = await answered(chinese, effect_impact_level=2)
    for action in actions:
        await chinese.ask("complete_action", action_id=action)
    assert "均已完成" in (await chinese.rows(SuggestedAssessment))[0].reason


async def test_an_effect_is_a_level_of_the_scale_and_later_came_true_or_not(owner: Register) -> None:
    with pytest.raises(Invalid) as refused:
        await answered(owner, effect_probability_level=6)
    assert refused.value.problems[0].path == ("effect_probability_level",)
    _, (draft, _) = await answered(owner)
    with pytest.raises(InvalidState, match="not done"):
        await owner.ask("judge_action_effect", action_id=draft, came_true=True)
    await owner.ask("complete_action", action_id=draft)
    await owner.ask("judge_action_effect", action_id=draft, came_true=False, note="They left anyway.")
    row = await owner.row(Action, draft)
    assert (row.effect_came_true, row.effect_note) == (False, "They left anyway.")


async def test_an_opportunity_is_answered_in_its_own_ways(owner: Register) -> None:
    venture = await owner.venture()
    threat, chance = await owner.risk(venture), await owner.risk(venture, kind="opportunity")
    for kind in ("exploit", "enhance", "share", "accept"):
        await owner.ask("add_response", risk_id=chance, kind=kind, title="x")
    for risk, kind in ((threat, "exploit"), (chance, "avoid"), (chance, "mitigate"), (chance, "transfer")):
        with pytest.raises(Invalid) as refused:
            await owner.ask("add_response", risk_id=risk, kind=kind, title="x")
        assert refused.value.problems[0].path == ("kind",)


async def test_another_tenants_suggestion_is_none(owner: Register, stranger: TestTenant) -> None:
    theirs = Register(owner.runtime, stranger.principal())
    _, actions = await answered(theirs, effect_impact_level=2)
    for action in actions:
        await theirs.ask("complete_action", action_id=action)
    (row,) = await theirs.rows(SuggestedAssessment)
    with pytest.raises(NotFound):
        await owner.ask("confirm_suggested_assessment", suggested_assessment_id=external_id("suggestion", row.id))


LEVEL = st.integers(1, 7)


@given(st.tuples(LEVEL, LEVEL), st.lists(st.tuples(st.none() | LEVEL, st.none() | LEVEL), max_size=5))
def test_effects_never_lead_above_where_the_risk_stands(
    before: tuple[int, int], effects: list[tuple[int | None, int | None]]
) -> None:
    after = levels_after(before, effects)
    assert after[0] <= before[0]
    assert after[1] <= before[1]
    assert levels_after(before, effects[::-1]) == after

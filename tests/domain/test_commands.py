"""Commands over the real database: what they change, what they refuse, and that a refusal changes nothing."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col

import domain.milestones.commands
import domain.milestones.criteria
import domain.resources.commands
import domain.reviews.commands
import domain.reviews.deciding
import domain.risks.assessing
import domain.risks.commands
import domain.risks.responding
import domain.teams.commands
import domain.ventures.commands  # noqa: F401
from domain.kernel.errors import Conflict, DomainError, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.machinery import Event
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.tables import Recommendation, Review, ReviewState
from domain.risks.tables import Risk, RiskMilestone, RiskScore
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller

MISSING = "0" * 12 + "7" + "0" * 3 + "8" + "0" * 15


async def _count_events(caller: Caller) -> int:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(sa.func.count()).select_from(Event).where(col(Event.tenant_id) == work.tenant_id)
        return int((await work.session.execute(statement)).scalar_one())


async def _score(caller: Caller, risk: str) -> RiskScore:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(RiskScore).where(
            col(RiskScore.tenant_id) == work.tenant_id, col(RiskScore.risk_id) == parse_id("risk", risk)
        )
        return (await work.session.execute(statement)).scalar_one()


async def test_an_assessment_is_scored_and_kept_beside_the_risk(caller: Caller, clock: SettableClock) -> None:
    risk = await caller.risk(await caller.venture())
    three = {"low": "20000", "likely": "20000", "high": "20000"}
    await caller.ask("assess_risk", risk_id=risk, probability="0.55", impact=three)
    score = await _score(caller, risk)
    assert (score.probability_level, score.impact_level, score.score, score.level) == (4, 2, 8, "medium")
    assert score.expected_loss == Decimal("11000.00")
    assert (score.next_assessment_on - clock.now().date()).days == 30  # type: ignore[operator]

    await caller.ask("assess_risk", risk_id=risk, kind="inherent", probability_level=5, impact_level=5)
    await caller.ask("assess_risk", risk_id=risk, kind="target", probability_level=1, impact_level=2)
    score = await _score(caller, risk)
    assert (score.score, score.inherent_level, score.target_level) == (8, "critical", "low")


async def test_since_when_a_risk_is_serious_survives_a_worse_assessment(caller: Caller, clock: SettableClock) -> None:
    risk = await caller.risk(await caller.venture())
    began = clock.now()
    await caller.ask("assess_risk", risk_id=risk, probability_level=4, impact_level=3)
    clock.forward(days=1)
    await caller.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    score = await _score(caller, risk)
    assert (score.high_since, score.level_since, score.previous_level) == (began, clock.now(), "high")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, "probability_level"),
        ({"probability": "0.2", "probability_level": 5, "impact_level": 1}, "probability_level"),
        ({"probability_level": 6, "impact_level": 1}, "probability_level"),
        ({"probability_level": 1, "impact": {"low": "5", "likely": "1", "high": "9"}}, "impact"),
        ({"probability_level": 1, "impact_level": 1, "next_on": "2020-01-01"}, "next_on"),
    ],
)
async def test_an_assessment_that_cannot_be_scored_names_the_field(
    caller: Caller, given: dict[str, Any], path: str
) -> None:
    risk = await caller.risk(await caller.venture())
    before = await _count_events(caller)
    with pytest.raises(Invalid) as refused:
        await caller.ask("assess_risk", risk_id=risk, **given)
    assert path in {problem.path[0] for problem in refused.value.problems}
    assert await _count_events(caller) == before


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("create_venture", {"name": "a\x00b"}),
        ("create_venture", {"name": "\ud800"}),
        ("create_venture", {"name": "x" * 10_000_000}),
        ("create_venture", {"name": "\u200b\u3164 "}),
        ("create_venture", {"name": "ok", "tenant_id": "tenant_" + MISSING}),
        ("create_venture", {"name": "ok", "version": 7}),
        ("create_milestone", {"venture_id": "venture_1", "title": "t"}),
        ("create_milestone", {"venture_id": "VENTURE_" + MISSING, "title": "t"}),
        ("create_milestone", {"venture_id": "venture_" + MISSING, "title": "t", "due_on": "infinity"}),
        ("create_milestone", {"venture_id": "venture_" + MISSING, "title": "t", "due_on": "10000-01-01"}),
        ("create_milestone", {"venture_id": "venture_" + MISSING, "title": "t", "percent_complete": True}),
        ("assess_risk", {"risk_id": "risk_" + MISSING, "probability": "1.2"}),
        ("assess_risk", {"risk_id": "risk_" + MISSING, "probability": "NaN"}),
        ("assess_risk", {"risk_id": "risk_" + MISSING, "probability": "1e-5"}),
    ],
)
async def test_bad_input_is_refused_before_anything_is_asked(caller: Caller, name: str, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        await caller.ask(name, **given)


async def test_dates_that_end_before_they_begin_are_refused_on_create_and_on_change(caller: Caller) -> None:
    venture = await caller.venture()
    with pytest.raises(Invalid):
        await caller.milestone(venture, start_on="2026-12-02", due_on="2026-12-01")
    milestone = await caller.milestone(venture, start_on="2026-12-02", due_on="2026-12-05")
    with pytest.raises(Invalid):
        await caller.ask("update_milestone", id=milestone, due_on="2026-12-01")


async def test_a_circle_of_dependencies_is_refused_and_spelt_out(caller: Caller) -> None:
    venture = await caller.venture()
    a, b, c = [await caller.milestone(venture, title) for title in "ABC"]
    await caller.ask("add_dependency", predecessor_id=a, successor_id=b)
    await caller.ask("add_dependency", predecessor_id=b, successor_id=c, kind="SS", lag_days=-2)
    with pytest.raises(Invalid, match=r"A → B → C → A|C → A → B → C|B → C → A → B"):
        await caller.ask("add_dependency", predecessor_id=c, successor_id=a)


async def test_two_dependencies_made_at_once_cannot_close_a_circle(caller: Caller) -> None:
    venture = await caller.venture()
    a, b = [await caller.milestone(venture, title) for title in "AB"]
    results = await asyncio.gather(
        caller.ask("add_dependency", predecessor_id=a, successor_id=b),
        caller.ask("add_dependency", predecessor_id=b, successor_id=a),
        return_exceptions=True,
    )
    assert sum(isinstance(result, Invalid) for result in results) == 1


async def test_omitted_keeps_and_null_clears(caller: Caller) -> None:
    risk = await caller.risk(await caller.venture(), cause="old contract", effect="no training")
    await caller.ask("update_risk", id=risk, effect=None)
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row = await work.get(Risk, parse_id("risk", risk))
        assert (row.cause, row.effect) == ("old contract", None)


async def test_a_stale_version_is_a_conflict(caller: Caller) -> None:
    risk = await caller.risk(await caller.venture())
    await caller.ask("update_risk", id=risk, title="two", expected_version=1)
    with pytest.raises(Conflict):
        await caller.ask("update_risk", id=risk, title="three", expected_version=1)


async def test_an_archived_object_is_not_changed_until_restored(caller: Caller) -> None:
    risk = await caller.risk(await caller.venture())
    await caller.ask("archive_risk", id=risk)
    for name, given in {
        "update_risk": {"id": risk, "title": "x"},
        "assess_risk": {"risk_id": risk, "probability_level": 1, "impact_level": 1},
    }.items():
        with pytest.raises(InvalidState):
            await caller.ask(name, **given)
    with pytest.raises(NotFound):
        await caller.ask("add_response", risk_id=risk, kind="avoid", title="x")
    await caller.ask("restore_risk", id=risk)
    await caller.ask("update_risk", id=risk, title="x")


async def test_a_risks_milestones_are_replaced_and_must_be_of_its_venture(caller: Caller) -> None:
    venture, other = await caller.venture("One"), await caller.venture("Two")
    first, second = await caller.milestone(venture), await caller.milestone(venture)
    risk = await caller.risk(venture, milestone_ids=[first, first])
    await caller.ask("update_risk", id=risk, milestone_ids=[second])
    async with unit_of_work(caller.runtime, caller.principal) as work:
        statement = sa.select(col(RiskMilestone.milestone_id)).where(
            col(RiskMilestone.tenant_id) == work.tenant_id, col(RiskMilestone.archived_at).is_(None)
        )
        assert list((await work.session.execute(statement)).scalars()) == [parse_id("milestone", second)]
    with pytest.raises(Invalid):
        await caller.ask("update_risk", id=risk, milestone_ids=[await caller.milestone(other)])


async def test_categories_are_the_tenants(caller: Caller) -> None:
    venture = await caller.venture()
    for given in ({"category": "astrology"}, {"category": "legal", "sub_type": "data_quality"}):
        with pytest.raises(Invalid, match="there are"):
            await caller.ask("create_risk", venture_id=venture, title="t", **given)
    await caller.ask("create_risk", venture_id=venture, title="t", category="technical", sub_type="data_quality")


async def test_a_taken_key_says_which_field(caller: Caller) -> None:
    await caller.ask("create_venture", name="One", key="ONE")
    with pytest.raises(Conflict) as refused:
        await caller.ask("create_venture", name="Two", key="ONE")
    assert refused.value.problems[0].path == ("key",)


async def test_ids_of_another_tenant_are_as_missing_ones(
    runtime: Runtime, caller: Caller, stranger: TestTenant
) -> None:
    foreign = Caller(runtime, stranger.principal())
    venture = await foreign.venture()
    milestone, risk = await foreign.milestone(venture), await foreign.risk(venture)
    own = await caller.venture()
    member = external_id("member", stranger.principal().actor_id)  # type: ignore[arg-type]
    places: list[tuple[str, dict[str, Any]]] = [
        ("create_milestone", {"venture_id": venture, "title": "t"}),
        ("create_risk", {"venture_id": venture, "title": "t", "category": "legal"}),
        ("create_risk", {"venture_id": own, "title": "t", "category": "legal", "owner_id": member}),
        ("create_risk", {"venture_id": own, "title": "t", "category": "legal", "milestone_ids": [milestone]}),
        ("update_risk", {"id": risk, "title": "t"}),
        ("archive_risk", {"id": risk}),
        ("assess_risk", {"risk_id": risk, "probability_level": 1, "impact_level": 1}),
        ("add_response", {"risk_id": risk, "kind": "avoid", "title": "t"}),
        ("add_criterion", {"milestone_id": milestone, "title": "t"}),
        ("request_review", {"milestone_id": milestone}),
        ("create_team", {"name": "t", "function": "business", "member_ids": [member]}),
        ("create_resource", {"venture_id": venture, "kind": "data", "name": "t"}),
    ]
    before = await _count_events(caller)
    for name, given in places:
        missing = {key: _as_missing(value, own) for key, value in given.items()}
        told = []
        for asked in (given, missing):
            with pytest.raises(NotFound) as refused:
                await caller.ask(name, **asked)
            told.append((refused.value.message, refused.value.problems))
        assert told[0] == told[1], name
    assert await _count_events(caller) == before


def _as_missing(value: Any, keep: str) -> Any:
    if isinstance(value, list):
        return [_as_missing(item, keep) for item in value]
    prefix, _, digits = str(value).rpartition("_")
    return f"{prefix}_{MISSING}" if len(digits) == 32 and value != keep else value


async def test_criteria_follow_their_values(caller: Caller) -> None:
    milestone = await caller.milestone(await caller.venture())
    criterion = external_id(
        "criterion",
        await caller.make(
            "add_criterion", milestone_id=milestone, title="F1", target="0.9", direction="at_least", unit="1"
        ),
    )
    await caller.ask("record_criterion", criterion_id=criterion, value="0.9")
    with pytest.raises(Invalid):
        await caller.ask("record_criterion", criterion_id=criterion, value="0.89", result="pass")
    with pytest.raises(Invalid):
        await caller.ask("record_criterion", criterion_id=criterion)


async def test_the_milestone_follows_the_decision_of_its_review(caller: Caller) -> None:
    milestone = await caller.milestone(await caller.venture(), key=True)
    review = external_id("review", await caller.make("request_review", milestone_id=milestone))
    again = external_id("review", await caller.make("request_review", milestone_id=milestone))
    assert review == again
    with pytest.raises(InvalidState):
        await caller.ask("start_review", review_id=review)
    with pytest.raises(InvalidState):
        await caller.ask("decide_review", review_id=review, decision="go", reason="because")
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row = await work.get(Review, parse_id("review", review))
        row.state, row.recommendation = ReviewState.READY, Recommendation.RECYCLE
    await caller.ask("start_review", review_id=review)
    with pytest.raises(Invalid, match="recommends"):
        await caller.ask("decide_review", review_id=review, decision="go")
    with pytest.raises(Invalid, match="condition"):
        await caller.ask("decide_review", review_id=review, decision="conditional_go", reason="r")
    conditions = [{"title": "Sign the partner", "due_on": "2027-01-31"}]
    await caller.ask("decide_review", review_id=review, decision="conditional_go", reason="r", conditions=conditions)
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row_after = await work.get(Milestone, parse_id("milestone", milestone))
        assert row_after.status is MilestoneStatus.DONE
    with pytest.raises(Conflict, match="already"):
        await caller.ask("decide_review", review_id=review, decision="go", reason="r")


async def test_who_is_restricted_to_ventures_makes_no_new_one(runtime: Runtime, tenant: TestTenant) -> None:
    restricted = Caller(runtime, tenant.principal(venture_ids=frozenset({UUID(int=7)})))
    with pytest.raises(Forbidden):
        await restricted.venture()


async def test_every_refusal_is_of_the_family(caller: Caller) -> None:
    with pytest.raises(DomainError):
        await caller.ask("archive_venture", id=f"venture_{MISSING}")

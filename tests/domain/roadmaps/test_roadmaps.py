"""A roadmap is planned anew with its history kept: every version says what was planned then."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from pydantic import ValidationError

from domain.kernel.errors import Conflict, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.runtime import Runtime
from domain.roadmaps.tables import Roadmap, RoadmapVersion
from tests.conftest import TestTenant
from tests.domain.register import Register

FUNCTIONS = [{"title": "Intent recognition", "note": "40 intents"}, {"title": "Answers", "note": None}]


async def draw(owner: Register, venture: str, **more: Any) -> str:
    return external_id("roadmap", await owner.make("create_roadmap", venture_id=venture, **more))


async def test_a_version_holds_what_was_planned_then_and_stays_when_it_is_planned_anew(owner: Register) -> None:
    venture = await owner.venture()
    milestone = await owner.milestone(venture, start_on="2026-03-02", due_on="2026-03-20")
    roadmap = await draw(owner, venture, vision="Nobody waits.", market_demand="Banks", core_functions=FUNCTIONS)
    await owner.ask("update_milestone", id=milestone, due_on="2026-04-20", title="Prototype answers")
    await owner.ask(
        "update_roadmap", id=roadmap, vision=None, extension_functions=[{"title": "Speech"}], reason="Asked for."
    )
    first, second = await owner.rows(RoadmapVersion)
    assert (first.number, first.reason, second.number, second.reason) == (1, None, 2, "Asked for.")
    assert second.made_by == owner.principal.member_id
    assert first.content["vision"] == "Nobody waits."
    assert first.content["core_functions"] == FUNCTIONS
    assert first.content["extension_functions"] == []
    assert [(one["id"], one["title"], one["due_on"]) for one in first.content["milestones"]] == [
        (milestone, "Prototype", "2026-03-20")
    ]
    assert (second.content["vision"], second.content["market_demand"]) == (None, "Banks")
    assert second.content["extension_functions"] == [{"title": "Speech", "note": None}]
    assert [(one["title"], one["due_on"]) for one in second.content["milestones"]] == [
        ("Prototype answers", "2026-04-20")
    ]
    assert (await owner.row(Roadmap, roadmap)).version_number == 2
    assert [event["version_number"] for event in await owner.told("roadmap.updated")] == [2]


async def test_a_version_holds_the_phases_of_then(owner: Register) -> None:
    venture = await owner.venture()
    phase = external_id("phase", await owner.make("create_phase", venture_id=venture, title="Prototype"))
    await owner.milestone(venture, phase_id=phase)
    roadmap = await draw(owner, venture)
    await owner.ask("update_phase", id=phase, title="First prototype", due_on="2026-05-01")
    await owner.ask("update_roadmap", id=roadmap, reason="The phase has an end.")
    first, second = await owner.rows(RoadmapVersion)
    assert [(one["id"], one["title"], one["due_on"]) for one in first.content["phases"]] == [(phase, "Prototype", None)]
    assert first.content["milestones"][0]["phase_id"] == phase
    assert [(one["title"], one["due_on"]) for one in second.content["phases"]] == [("First prototype", "2026-05-01")]


async def test_planning_anew_needs_a_reason_and_a_change(owner: Register) -> None:
    venture = await owner.venture()
    milestone = await owner.milestone(venture)
    roadmap = await draw(owner, venture, vision="Nobody waits.")
    with pytest.raises(ValidationError, match="reason"):
        await owner.ask("update_roadmap", id=roadmap, vision="Other")
    with pytest.raises(InvalidState, match="nothing has changed since version 1"):
        await owner.ask("update_roadmap", id=roadmap, vision="Nobody waits.", reason="None.")
    await owner.ask("update_milestone", id=milestone, due_on="2026-05-01")
    await owner.ask("update_roadmap", id=roadmap, reason="The prototype has a date.")
    assert len(await owner.rows(RoadmapVersion)) == 2


async def test_a_venture_has_one_roadmap(owner: Register) -> None:
    venture = await owner.venture()
    done = await asyncio.gather(draw(owner, venture), draw(owner, venture), return_exceptions=True)
    assert sorted(isinstance(one, Conflict) for one in done) == [False, True]
    (roadmap,) = await owner.rows(Roadmap)
    await owner.ask("archive_roadmap", id=external_id("roadmap", roadmap.id))
    await draw(owner, venture)
    with pytest.raises(Conflict):
        await owner.ask("restore_roadmap", id=external_id("roadmap", roadmap.id))


async def test_two_functions_of_one_title_are_refused_where_they_stand(owner: Register) -> None:
    venture = await owner.venture()
    with pytest.raises(Invalid) as refused:
        await draw(owner, venture, extension_functions=[*FUNCTIONS, {"title": "Answers"}])
    assert refused.value.problems[0].path == ("extension_functions", 2, "title")
    with pytest.raises(ValidationError):
        await draw(owner, venture, core_functions=[{"title": f"F{place}"} for place in range(101)])


async def test_roadmaps_of_another_tenant_or_venture_are_not_there(
    owner: Register, runtime: Runtime, stranger: TestTenant, tenant: TestTenant
) -> None:
    venture, other = await owner.venture(), await owner.venture("Other")
    roadmap = await draw(owner, venture, vision="Nobody waits.")
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    for caller in (outside, elsewhere):
        with pytest.raises(NotFound):
            await draw(caller, venture)
        with pytest.raises(NotFound):
            await caller.ask("update_roadmap", id=roadmap, reason="x", vision="y")

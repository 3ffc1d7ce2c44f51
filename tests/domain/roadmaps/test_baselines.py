"""Baselines keep the dates of then, one of them is what plans are held to, and none of them ever changes."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any

import pytest

from domain.kernel.errors import Conflict, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.runtime import Runtime
from domain.milestones.tables import Milestone, milestone_history
from domain.roadmaps.tables import Baseline, BaselineMilestone
from tests.conftest import TestTenant
from tests.domain.register import Register

DATES = {"start_on": "2026-03-02", "due_on": "2026-03-20"}
LATER = {"start_on": "2026-04-01", "due_on": "2026-04-17"}


async def take(owner: Register, venture: str, name: str = "Agreed", **more: Any) -> str:
    return external_id(
        "baseline", await owner.make("take_baseline", venture_id=venture, name=name, reason="The board agreed.", **more)
    )


async def baseline_of(owner: Register, milestone: str) -> tuple[date | None, date | None]:
    row = await owner.row(Milestone, milestone)
    return row.baseline_start_on, row.baseline_due_on


async def test_a_baseline_keeps_the_dates_of_then_and_becomes_what_plans_are_held_to(owner: Register) -> None:
    venture = await owner.venture()
    milestone = await owner.milestone(venture, **DATES)
    await owner.ask("update_milestone", id=milestone, **LATER)
    assert await baseline_of(owner, milestone) == (date(2026, 3, 2), date(2026, 3, 20))
    first = await take(owner, venture)
    assert await baseline_of(owner, milestone) == (date(2026, 4, 1), date(2026, 4, 17))
    row = await owner.row(Baseline, first)
    assert (row.number, row.current, row.reason) == (1, True, "The board agreed.")
    assert (row.taken_by, row.taken_at) == (owner.principal.member_id, owner.runtime.clock.now())
    (held,) = await owner.rows(BaselineMilestone)
    assert (held.milestone_id, held.start_on, held.due_on) == (
        split_id(milestone)[1],
        date(2026, 4, 1),
        date(2026, 4, 17),
    )
    assert [event["current"] for event in await owner.told("baseline.created")] == [True]
    assert len(await owner.told("milestone.updated")) == 2


async def test_a_baseline_that_is_not_made_current_changes_no_milestone(owner: Register) -> None:
    venture = await owner.venture()
    milestone = await owner.milestone(venture, **DATES)
    await owner.ask("update_milestone", id=milestone, **LATER)
    aside = await take(owner, venture, current=False)
    assert await baseline_of(owner, milestone) == (date(2026, 3, 2), date(2026, 3, 20))
    assert not (await owner.row(Baseline, aside)).current
    await owner.ask("set_current_baseline", baseline_id=aside)
    assert await baseline_of(owner, milestone) == (date(2026, 4, 1), date(2026, 4, 17))


async def test_an_older_baseline_brings_its_dates_back_and_what_came_later_keeps_its_own(owner: Register) -> None:
    venture = await owner.venture()
    old = await owner.milestone(venture, **DATES)
    first = await take(owner, venture)
    await owner.ask("update_milestone", id=old, **LATER)
    new = await owner.milestone(venture, "Later", **LATER)
    second = await take(owner, venture, "Planned anew")
    assert (await owner.row(Baseline, second)).number == 2
    await owner.ask("set_current_baseline", baseline_id=first)
    assert await baseline_of(owner, old) == (date(2026, 3, 2), date(2026, 3, 20))
    assert await baseline_of(owner, new) == (date(2026, 4, 1), date(2026, 4, 17))
    assert [row.current for row in await owner.rows(Baseline)] == [True, False]
    before = len(await owner.told("milestone.updated"))
    await owner.ask("set_current_baseline", baseline_id=first)
    assert len(await owner.told("milestone.updated")) == before


async def test_every_version_of_a_milestone_that_a_baseline_makes_is_kept(owner: Register) -> None:
    venture = await owner.venture()
    milestones = [await owner.milestone(venture, f"M{place}", **DATES) for place in range(5)]
    for milestone in milestones:
        await owner.ask("update_milestone", id=milestone, **LATER)
    await take(owner, venture)

    async def versions(work: Any) -> list[tuple[int, bool]]:
        found = await work.session.execute(
            milestone_history.select().where(milestone_history.c.tenant_id == work.tenant_id)
        )
        return [(row.version, row.valid_to is None) for row in found]

    assert sorted(await owner.act(versions)) == sorted([(1, False), (2, False), (3, True)] * 5)


async def test_cancelled_and_archived_milestones_are_no_part_of_a_baseline(owner: Register) -> None:
    venture = await owner.venture()
    await owner.milestone(venture, "Dropped", status="cancelled", **DATES)
    gone = await owner.milestone(venture, "Gone", **DATES)
    await owner.ask("archive_milestone", id=gone)
    with pytest.raises(Invalid) as refused:
        await take(owner, venture)
    assert refused.value.problems[0].path == ("venture_id",)
    await owner.milestone(venture, "Real", **DATES)
    await take(owner, venture)
    assert len(await owner.rows(BaselineMilestone)) == 1


async def test_two_who_take_baselines_at_once_get_two_numbers_and_one_is_current(owner: Register) -> None:
    venture = await owner.venture()
    await owner.milestone(venture, **DATES)
    await asyncio.gather(take(owner, venture, "One"), take(owner, venture, "Other"))
    rows = await owner.rows(Baseline)
    assert sorted(row.number for row in rows) == [1, 2]
    assert [row.current for row in rows].count(True) == 1


async def test_the_current_baseline_cannot_be_archived_and_an_archived_one_not_made_current(owner: Register) -> None:
    venture = await owner.venture()
    await owner.milestone(venture, **DATES)
    first = await take(owner, venture)
    with pytest.raises(InvalidState, match="held to this baseline"):
        await owner.ask("archive_baseline", id=first)
    await take(owner, venture)
    await owner.ask("archive_baseline", id=first)
    with pytest.raises(InvalidState) as refused:
        await owner.ask("set_current_baseline", baseline_id=first)
    assert refused.value.problems[0].path == ("baseline_id",)


async def test_a_baseline_that_somebody_changed_meanwhile_is_not_made_current_unseen(owner: Register) -> None:
    venture = await owner.venture()
    await owner.milestone(venture, **DATES)
    first = await take(owner, venture, current=False)
    await owner.ask("update_baseline", id=first, name="Other words")
    with pytest.raises(Conflict) as refused:
        await owner.ask("set_current_baseline", baseline_id=first, expected_version=1)
    assert refused.value.problems[0].path == ("expected_version",)


async def test_baselines_of_another_tenant_or_venture_are_not_there(
    owner: Register, runtime: Runtime, stranger: TestTenant, tenant: TestTenant
) -> None:
    venture = await owner.venture()
    other = await owner.venture("Other")
    await owner.milestone(venture, **DATES)
    taken = await take(owner, venture)
    outside = Register(runtime, stranger.principal())
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    for caller in (outside, elsewhere):
        with pytest.raises(NotFound):
            await take(caller, venture)
        with pytest.raises(NotFound):
            await caller.ask("set_current_baseline", baseline_id=taken)
        with pytest.raises(NotFound):
            await caller.ask("update_baseline", id=taken, name="x")

"""Phases, tasks and progress: what is worked out is kept in the same transaction, whoever changes what at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given as drawn
from hypothesis import strategies as st
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import DomainError, Invalid, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import instant_text
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.milestones import commands as milestone_commands
from domain.milestones.progress import percent_of
from domain.milestones.tables import Milestone
from domain.milestones.task_tables import Task
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller


async def task(caller: Caller, **given: Any) -> str:
    return external_id("task", await caller.make("create_task", **{"title": "Label"} | given))


async def percent(caller: Caller, milestone: str) -> int:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        return (await work.get(Milestone, parse_id("milestone", milestone))).percent_complete


async def refused(caller: Caller, name: str, **given: Any) -> DomainError:
    with pytest.raises(DomainError) as found:
        await caller.ask(name, **given)
    return found.value


@drawn(st.lists(st.tuples(st.decimals(0, 1000, places=3), st.booleans()), max_size=30))
def test_a_percentage_is_a_hundred_only_where_all_is_done(tasks: list[tuple[Decimal, bool]]) -> None:
    whole = sum((weight for weight, _ in tasks), Decimal(0))
    done = sum((weight for weight, is_done in tasks if is_done), Decimal(0))
    found = percent_of(done, whole)
    assert 0 <= found <= 100
    assert (found == 100) == (whole > 0 and done == whole)


async def test_progress_by_tasks_is_the_weight_of_what_is_done(caller: Caller) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, progress_mode="by_tasks")
    first, second, third = [
        await task(caller, venture_id=venture, milestone_id=milestone, weight=weight) for weight in (3, 1, 2)
    ]
    assert await percent(caller, milestone) == 0
    await caller.ask("update_task", id=first, status="done")
    assert await percent(caller, milestone) == 50
    await caller.ask("update_task", id=third, status="cancelled")
    assert await percent(caller, milestone) == 75
    await caller.ask("archive_task", id=second)
    assert await percent(caller, milestone) == 100
    await caller.ask("restore_task", id=second)
    assert await percent(caller, milestone) == 75
    await caller.ask("update_task", id=second, weight="0")
    assert await percent(caller, milestone) == 100
    await caller.ask("update_task", id=first, status="doing")
    assert await percent(caller, milestone) == 0


async def test_a_task_that_changes_its_milestone_takes_its_weight_along(caller: Caller) -> None:
    venture = await caller.venture()
    one, other = [await caller.milestone(venture, name, progress_mode="by_tasks") for name in ("One", "Other")]
    moved = await task(caller, venture_id=venture, milestone_id=one, status="done")
    await task(caller, venture_id=venture, milestone_id=other)
    assert [await percent(caller, each) for each in (one, other)] == [100, 0]
    await caller.ask("update_task", id=moved, milestone_id=other)
    assert [await percent(caller, each) for each in (one, other)] == [0, 50]
    await caller.ask("update_task", id=moved, milestone_id=None)
    assert [await percent(caller, each) for each in (one, other)] == [0, 0]


async def test_progress_by_criteria_is_the_share_that_passes_whoever_finds_it(
    caller: Caller, clock: SettableClock
) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, progress_mode="by_criteria")
    indicator = external_id(
        "indicator",
        await caller.make("create_indicator", venture_id=venture, name="F1", direction="lower_is_worse"),
    )
    metric = {"target": "0.9", "direction": "at_least", "unit": "ratio"}
    fed = external_id(
        "criterion",
        await caller.make("add_criterion", milestone_id=milestone, title="F1", **metric, indicator_id=indicator),
    )
    by_hand = external_id("criterion", await caller.make("add_criterion", milestone_id=milestone, title="Signed"))
    assert await percent(caller, milestone) == 0
    await caller.ask("record_criterion", criterion_id=by_hand, result="pass")
    assert await percent(caller, milestone) == 50
    clock.forward(hours=1)
    reading = {"at": instant_text(clock.now() - timedelta(minutes=5)), "value": "0.92"}
    await caller.ask("record_readings", indicator_id=indicator, readings=[reading])
    assert await percent(caller, milestone) == 100
    await caller.ask("update_criterion", id=fed, indicator_id=None)
    clock.forward(hours=1)
    await caller.ask("record_readings", indicator_id=indicator, readings=[reading | {"at": instant_text(clock.now())}])
    await caller.ask("record_criterion", criterion_id=fed, value="0.7")
    assert await percent(caller, milestone) == 50
    await caller.ask("update_criterion", id=fed, indicator_id=indicator)
    assert await percent(caller, milestone) == 100
    await caller.ask("archive_criterion", id=by_hand)
    await caller.ask("archive_criterion", id=fed)
    assert await percent(caller, milestone) == 0


async def test_a_percentage_is_said_in_one_mode_only(caller: Caller) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, percent_complete=30)
    await task(caller, venture_id=venture, milestone_id=milestone, status="done")
    await task(caller, venture_id=venture, milestone_id=milestone)
    assert await percent(caller, milestone) == 30
    await caller.ask("update_milestone", id=milestone, progress_mode="by_tasks")
    assert await percent(caller, milestone) == 50
    told = await refused(caller, "update_milestone", id=milestone, percent_complete=80)
    assert told.problems[0].path == ("percent_complete",)
    assert "by_tasks" in told.message
    await caller.ask("update_milestone", id=milestone, status="done")
    assert await percent(caller, milestone) == 100
    await caller.ask("update_milestone", id=milestone, progress_mode="by_hand", percent_complete=80)
    assert await percent(caller, milestone) == 80
    given = {"venture_id": await caller.venture("Second"), "title": "New", "progress_mode": "by_criteria"}
    told = await refused(caller, "create_milestone", **given, percent_complete=5)
    assert told.problems[0].path == ("percent_complete",)


async def test_tasks_that_are_done_at_once_are_all_counted(caller: Caller) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture, progress_mode="by_tasks")
    tasks = [await task(caller, venture_id=venture, milestone_id=milestone) for _ in range(8)]
    await asyncio.gather(*(caller.ask("update_task", id=each, status="done") for each in tasks))
    assert await percent(caller, milestone) == 100


async def test_a_task_keeps_the_day_on_which_it_was_done(caller: Caller, clock: SettableClock) -> None:
    made = await task(caller, venture_id=await caller.venture())

    async def done_on() -> Any:
        async with unit_of_work(caller.runtime, caller.principal) as work:
            return (await work.get(Task, parse_id("task", made))).completed_on

    assert await done_on() is None
    await caller.ask("update_task", id=made, status="done")
    first = await done_on()
    assert first == clock.now().date()
    clock.forward(days=3)
    await caller.ask("update_task", id=made, status="done", title="Labelled")
    assert await done_on() == first
    await caller.ask("update_task", id=made, status="todo")
    assert await done_on() is None


async def test_circles_are_refused_and_spelt_out_across_ventures_too(caller: Caller) -> None:
    ventures = [await caller.venture(name) for name in ("Aurora", "Borealis")]
    data = await caller.milestone(ventures[0], "Data")
    model = await caller.milestone(ventures[1], "Model")
    launch = await caller.milestone(ventures[0], "Launch")
    await caller.ask("add_dependency", predecessor_id=data, successor_id=model, kind="SS", lag_days=3)
    link = external_id("dependency", await caller.make("add_dependency", predecessor_id=model, successor_id=launch))
    told = await refused(caller, "add_dependency", predecessor_id=launch, successor_id=data)
    assert told.problems[0].path == ("successor_id",)
    assert told.problems[0].code == "DEPENDENCY_CYCLE"
    assert "Launch → Data → Model → Launch" in told.message
    await caller.ask("archive_dependency", id=link)
    await caller.ask("add_dependency", predecessor_id=launch, successor_id=data)
    assert "circle" in (await refused(caller, "restore_dependency", id=link)).message


async def test_a_circle_through_a_venture_that_one_may_not_see_does_not_name_its_milestones(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    seen, hidden = await caller.venture("Seen"), await caller.venture("Hidden")
    first, last = await caller.milestone(seen, "First"), await caller.milestone(seen, "Last")
    secret = await caller.milestone(hidden, "Secret")
    await caller.ask("add_dependency", predecessor_id=first, successor_id=secret)
    await caller.ask("add_dependency", predecessor_id=secret, successor_id=last)
    restricted = Caller(runtime, tenant.principal("contributor", venture_ids=frozenset({parse_id("venture", seen)})))
    told = await refused(restricted, "add_dependency", predecessor_id=last, successor_id=first)
    assert "circle" in told.message
    assert "Secret" not in told.message
    missing = external_id("milestone", parse_id("milestone", secret).__class__(int=1))
    for ends in ({"predecessor_id": secret, "successor_id": first}, {"predecessor_id": missing, "successor_id": first}):
        told = await refused(restricted, "add_dependency", **ends)
        assert (type(told), told.message) == (NotFound, "there is no such milestone")


async def test_two_links_that_close_a_circle_together_are_not_both_made(caller: Caller) -> None:
    venture = await caller.venture()
    one, other = await caller.milestone(venture, "One"), await caller.milestone(venture, "Other")
    made = await asyncio.gather(
        caller.ask("add_dependency", predecessor_id=one, successor_id=other),
        caller.ask("add_dependency", predecessor_id=other, successor_id=one),
        return_exceptions=True,
    )
    assert sorted(isinstance(each, Invalid) for each in made) == [False, True]


async def test_tasks_depend_within_their_venture_without_circles(caller: Caller) -> None:
    venture = await caller.venture()
    tasks = [await task(caller, venture_id=venture, title=title) for title in "ABC"]
    links = [
        external_id(
            "task_dependency", await caller.make("add_task_dependency", predecessor_id=first, successor_id=second)
        )
        for first, second in pairwise(tasks)
    ]
    await caller.ask("update_task_dependency", id=links[0], kind="SF", lag_days=-2)
    told = await refused(caller, "add_task_dependency", predecessor_id=tasks[2], successor_id=tasks[0])
    assert "C → A → B → C" in told.message
    foreign = await task(caller, venture_id=await caller.venture("Second"))
    told = await refused(caller, "add_task_dependency", predecessor_id=foreign, successor_id=tasks[0])
    assert told.problems[0].path == ("predecessor_id",)


async def test_what_does_not_belong_together_is_refused_where_it_stands(caller: Caller) -> None:
    venture, other = await caller.venture(), await caller.venture("Second")
    milestone = await caller.milestone(venture)
    phase = external_id("phase", await caller.make("create_phase", venture_id=other, title="Prototype"))
    made = await task(caller, venture_id=other)
    criterion = external_id("criterion", await caller.make("add_criterion", milestone_id=milestone, title="Signed"))
    backwards = {"start_on": "2027-02-01", "due_on": "2027-01-01"}
    metric = {"milestone_id": milestone, "title": "F1", "target": "0.9", "direction": "at_least"}
    places: list[tuple[str, dict[str, Any], str]] = [
        ("create_milestone", {"venture_id": venture, "title": "t", "phase_id": phase}, "phase_id"),
        ("update_milestone", {"id": milestone, "phase_id": phase}, "phase_id"),
        ("create_task", {"title": "t", "venture_id": other, "milestone_id": milestone}, "milestone_id"),
        ("update_task", {"id": made, "milestone_id": milestone}, "milestone_id"),
        ("create_task", {"title": "t", "venture_id": other, **backwards}, "due_on"),
        ("update_task", {"id": made, **backwards}, "due_on"),
        ("create_phase", {"title": "t", "venture_id": other, **backwards}, "due_on"),
        ("update_phase", {"id": phase, **backwards}, "due_on"),
        ("add_criterion", metric, "unit"),
        ("update_criterion", {"id": criterion, "target": "1", "direction": "at_most"}, "unit"),
        (
            "create_milestone",
            {"venture_id": venture, "title": "t", "estimate": {"optimistic": 5, "likely": 4, "pessimistic": 6}},
            "estimate",
        ),
    ]
    for name, given, path in places:
        assert (await refused(caller, name, **given)).problems[0].path == (path,), name


async def test_a_venture_has_at_most_so_many_milestones_even_when_two_are_made_at_once(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert milestone_commands.MOST == 10_000
    monkeypatch.setattr(milestone_commands, "MOST", 12)
    venture = await caller.venture()
    for _ in range(7):
        await caller.milestone(venture)
    made = await asyncio.gather(*(caller.milestone(venture) for _ in range(10)), return_exceptions=True)
    refusals = [each for each in made if isinstance(each, Invalid)]
    assert len(refusals) == 5
    assert refusals[0].problems[0].path == ("venture_id",)
    assert "at most 12" in refusals[0].message
    kept = [each for each in made if isinstance(each, str)]
    await caller.ask("archive_milestone", id=kept[0])
    await caller.milestone(venture)
    assert "at most 12" in (await refused(caller, "restore_milestone", id=kept[0])).message


async def test_the_ten_thousand_and_first_milestone_of_a_venture_is_refused(caller: Caller) -> None:
    venture = await caller.venture()
    one = parse_id("milestone", await caller.milestone(venture))
    async with superuser(caller.runtime.settings) as database:
        await database.execute(
            "INSERT INTO milestone SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*"
            " FROM milestone m, generate_series(2, $3) WHERE m.tenant_id = $1 AND m.id = $2",
            *(caller.principal.tenant_id, one, milestone_commands.MOST),
        )
    told = await refused(caller, "create_milestone", venture_id=venture, title="One too many")
    assert "at most 10,000" in told.message
    async with unit_of_work(caller.runtime, caller.principal) as work:
        counted = sa.select(sa.func.count()).where(
            col(Milestone.tenant_id) == work.tenant_id, col(Milestone.venture_id) == parse_id("venture", venture)
        )
        assert (await work.session.execute(counted)).scalar_one() == 10_000


async def test_phases_tasks_and_links_of_another_tenant_are_as_missing_ones(
    runtime: Runtime, caller: Caller, stranger: TestTenant
) -> None:
    foreign = Caller(runtime, stranger.principal())
    theirs, ours = await foreign.venture(), await caller.venture()
    phase = external_id("phase", await foreign.make("create_phase", venture_id=theirs, title="Prototype"))
    first, second = [await task(foreign, venture_id=theirs, title=title) for title in "AB"]
    link = external_id(
        "task_dependency", await foreign.make("add_task_dependency", predecessor_id=first, successor_id=second)
    )
    milestone, own = await foreign.milestone(theirs), await task(caller, venture_id=ours)
    places: list[tuple[str, dict[str, Any]]] = [
        ("create_phase", {"venture_id": theirs, "title": "t"}),
        ("update_phase", {"id": phase, "title": "t"}),
        ("create_milestone", {"venture_id": ours, "title": "t", "phase_id": phase}),
        ("create_task", {"venture_id": theirs, "title": "t"}),
        ("create_task", {"venture_id": ours, "milestone_id": milestone, "title": "t"}),
        ("update_task", {"id": first, "title": "t"}),
        ("update_task", {"id": own, "milestone_id": milestone}),
        ("add_task_dependency", {"predecessor_id": first, "successor_id": own}),
        ("add_task_dependency", {"predecessor_id": own, "successor_id": second}),
        ("update_task_dependency", {"id": link, "lag_days": 1}),
        ("add_dependency", {"predecessor_id": milestone, "successor_id": await caller.milestone(ours)}),
    ]
    for name, given in places:
        assert isinstance(await refused(caller, name, **given), NotFound), name

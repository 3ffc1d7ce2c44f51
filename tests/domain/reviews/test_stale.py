"""A report that is ready is gathered again when anything that it tells has changed, whoever changed it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import pytest

import domain.everything  # noqa: F401  # every table is known
from domain.kernel.ids import external_id
from domain.kernel.outward import instant_text
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Entity, table_class
from domain.reviews.gathering import INPUTS
from domain.reviews.reading import STATEMENT
from domain.risks.monitoring.inputs import PEOPLE
from tests.conftest import TestTenant
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import relay_all
from workers.exposures import work_out_exposures
from workers.money import work_out_money
from workers.trends import work_out_trends

TOLD: Final = INPUTS | PEOPLE
VERBS: Final = ("created", "updated", "archived", "restored")

OTHERWISE: Final = {
    "compute_use": "compute_pool.use_recorded",
    "criterion_result": "milestone.criterion_recorded",
    "indicator_status": "indicator.readings_recorded",
    "risk_score": "risk.assessed",
    "review": "milestone.review.decided",
    "review_report": "milestone.review.decided",
    "alert": "workers/monitor.py",
    "earned_value": "workers/money.py",
    "exposure": "workers/exposures.py",
    "forecast": "workers/forecasts.py",
    "forecast_day": "workers/forecasts.py",
    "health": "workers/monitor.py",
    "indicator_trend": "workers/trends.py",
    "risk_scale": "workers/rescoring.py",
    "runway": "workers/money.py",
    "membership": "workers/consequences.py",
    "working_calendar": "workers/consequences.py",
    "tenant": "domain/tenancy/tenants.py",
}
"""What tells of a change of tables that have no events of entities, or of which only some concern reports."""


def test_every_table_that_a_report_reads_has_something_that_tells_of_its_changes() -> None:
    read = set(re.findall(r"(?:FROM|JOIN)\s+([a-z_]+)", str(STATEMENT))) - {"jsonb_array_elements"}
    assert len(read) > 30
    assert OTHERWISE.keys() <= read
    for name in read - OTHERWISE.keys():
        table = table_class(name)
        assert issubclass(table, Entity), name
        assert {f"{table.word}.{verb}" for verb in VERBS} <= TOLD, name
    assert {event for event in OTHERWISE.values() if "/" not in event} <= INPUTS


@pytest.fixture
async def held(board: Board) -> tuple[str, str]:
    """A venture with a review whose report is ready, and its milestone."""
    venture = await board.owner.venture()
    return venture, await board.milestone(venture, owner_id=board.member("manager"))


async def test_a_report_that_is_ready_is_stale_after_each_change_of_what_it_tells(
    board: Board, held: tuple[str, str], runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    venture, milestone = held
    owner, today = board.owner, runtime.clock.now().date()
    of = {"venture_id": venture, "function": "business"}
    role = external_id("role_requirement", await owner.make("create_role_requirement", title="Lead", **of))
    person = external_id("person", await owner.make("create_person", name="Ada"))
    holder = external_id("role_holder", await owner.make("add_role_holder", role_requirement_id=role, person_id=person))
    team = external_id("team", await owner.make("create_team", name="Core", **of))
    phase = external_id("phase", await owner.make("create_phase", venture_id=venture, title="First"))
    gauge = {"name": "Accuracy", "venture_id": venture, "direction": "lower_is_worse", "warning": "2", "critical": "1"}
    indicator = external_id("indicator", await owner.make("create_indicator", **gauge))
    risk = await owner.risk(venture, "Struck")
    other = Board(runtime, stranger)
    theirs = await other.gathered()

    async def money() -> None:
        await owner.ask("create_cash_balance", venture_id=venture, balance_on=str(today), amount="1000")
        await relay_all(runtime, tenant)
        while await work_out_money(runtime, tenant.id):
            pass

    async def losses() -> None:
        three = {"low": "1", "likely": "2", "high": "3"}
        await owner.ask("assess_risk", risk_id=risk, probability="0.5", impact=three)
        await board.work_off()
        while await work_out_exposures(runtime, tenant.id):
            pass

    async def trend() -> None:
        first = runtime.clock.now() - timedelta(weeks=9)
        readings = [{"at": instant_text(first + timedelta(weeks=n)), "value": str(20 - n)} for n in range(9)]
        await owner.ask("record_readings", indicator_id=indicator, readings=readings)
        await board.work_off()
        await work_out_trends(runtime, tenant.id)

    def ask(command: str, **given: object) -> Callable[[], Awaitable[object]]:
        return lambda: owner.ask(command, **given)

    review = await board.gathered(milestone)
    for what, act in {
        "leaves": ask("update_person", id=person, leaves_on=str(today - timedelta(days=1))),
        "is away": ask("update_person", id=person, leaves_on=None, away_from=str(today)),
        "is archived": ask("archive_person", id=person),
        "comes back": ask("restore_person", id=person),
        "ends": ask("archive_role_holder", id=holder),
        "has a place": ask("add_team_member", team_id=team, member_id=board.member("viewer")),
        "phase": ask("update_phase", id=phase, title="Second"),
        "owner": ask("update_member", id=board.member("manager"), name="Another name"),
        "tenant": ask("update_tenant", id=external_id("tenant", tenant.id), locale="zh-CN"),
        "currency": ask("update_tenant", id=external_id("tenant", tenant.id), currency="CNY"),
        "money": money,
        "losses": losses,
        "trend": trend,
    }.items():
        assert not (await board.row(review)).stale, what
        await act()
        await relay_all(runtime, tenant)
        assert (await board.row(review)).stale, what
        await board.work_off()
    assert not (await other.row(theirs)).stale, "another tenant's reports rest on nothing of ours"

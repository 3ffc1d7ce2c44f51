"""Reports as they are gathered from the database: by one statement, of one moment, whole, and again when it changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.calendars.working_days import WorkingCalendar
from domain.forecasting.tables import Forecast, ForecastDay
from domain.kernel.errors import InvalidState, NotFound
from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.money.tables import EarnedValue
from domain.reviews.facts import ReportFacts
from domain.reviews.keeping import canonical_report
from domain.reviews.tables import Review
from tests.conftest import SettableClock, TestTenant
from tests.domain.reviews.conftest import Board
from tests.workers.conftest import relay_all, rows
from workers import reviews as module
from workers.reviews import gather


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is sent to the database meanwhile."""
    seen: list[str] = []

    def note(conn: Any, cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


async def content(board: Board, review: str) -> dict[str, Any]:
    sql = "SELECT canonical FROM review_report WHERE tenant_id = $1 AND review_id = $2"
    [row] = await rows(board.runtime, board.tenant, sql, board.tenant.id, parse_id("review", review))
    return dict(json.loads(row["canonical"]))


async def foretell(board: Board, milestone: str, now: datetime) -> None:
    """A forecast of the milestone, its days, and its earned value, as workers keep them."""
    milestone_id = parse_id("milestone", milestone)
    async with unit_of_work(board.runtime, Principal.worker(board.tenant.id)) as work:
        venture_id = (
            await work.session.execute(
                sa.text("SELECT venture_id FROM milestone WHERE tenant_id = :t AND id = :m"),
                {"t": board.tenant.id, "m": milestone_id},
            )
        ).scalar_one()
        days = {name: date(2027, 1, 4 + place) for place, name in enumerate(("p10_on", "p50_on", "p80_on", "p90_on"))}
        bins = [{"from_on": "2027-01-04", "to_on": "2027-01-05", "share": "1.0000"}]
        drivers = [{"kind": "milestone", "id": str(milestone_id), "mean_days": None, "p80_days": None, "rho": "0.9"}]
        common = {"tenant_id": board.tenant.id, "inputs_hash": "ab" * 32, "computed_at": now}
        work.session.add(
            Forecast(
                **common, milestone_id=milestone_id, venture_id=venture_id, seed=7, draws=10_000, duration_ms=3,
                status_on=now.date(), **days, histogram=bins, drivers=drivers, missing=[], libraries={},
            )
        )  # fmt: skip
        work.session.add(
            ForecastDay(tenant_id=board.tenant.id, milestone_id=milestone_id, day=now.date(), percent_complete=10)
        )
        work.session.add(
            EarnedValue(
                **common, subject_id=milestone_id, venture_id=venture_id, milestone_id=milestone_id,
                as_of_on=now.date(), cpi=Decimal("0.850000000000"), bac=Decimal("1000.00"), undefined=[],
            )
        )  # fmt: skip


async def test_a_review_is_gathered_by_at_most_six_statements_and_its_facts_by_one(board: Board) -> None:
    milestone = await board.milestone()
    await board.owner.make("request_review", milestone_id=milestone)
    await relay_all(board.runtime, board.tenant)
    with statements() as seen:
        assert await gather(board.runtime, board.tenant.id) == 1
    read = [text for text in seen if text.lstrip().upper().startswith("SELECT")]
    assert len(read) <= 6, read
    assert sum("json_build_object" in text for text in read) == 1


async def test_stored_figures_stand_in_the_report_and_decide(board: Board, clock: SettableClock) -> None:
    milestone = await board.milestone(due_on="2027-01-29")
    await foretell(board, milestone, clock.now())
    review = await board.gathered(milestone)
    found = await content(board, review)
    assert found["milestone"]["forecast"]["p80_on"] == "2027-01-06"
    assert found["milestone"]["forecast"]["drivers"][0]["title"] == "Prototype"
    assert found["milestone"]["burn_up"][0]["percent_complete"] == 10
    assert found["earned_value"]["cpi"] == "0.8500"
    assert found["risks"]["scale"]["probability_levels"] == 5
    row = await board.row(review)
    assert (row.recommendation, row.draft_number) == ("conditional_go", 1)
    assert [reason["code"] for reason in found["reasons"]] == ["cost.cpi_low"]


async def test_what_changes_while_it_is_gathered_is_gathered_again_and_never_mixed(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    milestone = await board.milestone()
    real = module.read_report_facts

    async def read_and_be_overtaken(work: Work, review: Review) -> tuple[ReportFacts, WorkingCalendar]:
        found = await real(work, review)
        monkeypatch.undo()
        await board.owner.make("add_criterion", milestone_id=milestone, title="It is fast")
        await board.owner.risk(external_id("venture", review.venture_id), "A new one")
        return found

    monkeypatch.setattr(module, "read_report_facts", read_and_be_overtaken)
    review = external_id("review", await board.owner.make("request_review", milestone_id=milestone))
    await gather(board.runtime, board.tenant.id)
    first = await content(board, review)
    assert (len(first["criteria"]), len(first["risks"]["items"])) == (1, 1)
    await board.work_off()
    second = await content(board, review)
    assert (len(second["criteria"]), len(second["risks"]["items"])) == (2, 2)
    row = await board.row(review)
    assert (row.stale, row.draft_number) == (False, 2)
    sql = "SELECT id FROM event WHERE tenant_id = $1 AND type = 'milestone.review.ready'"
    assert len(await rows(board.runtime, board.tenant, sql, board.tenant.id)) == 1


async def test_the_chain_of_reports_is_checked_without_us(board: Board, clock: SettableClock) -> None:
    venture = await board.owner.venture()
    reviews = []
    for title in ("First", "Second", "Third"):
        reviews.append(await board.decided(await board.milestone(venture, title=title)))
        clock.forward(days=1)
    kept = []
    for review in reviews:
        async with unit_of_work(board.runtime, board.tenant.principal()) as work:
            kept.append(await canonical_report(work, parse_id("review", review)))
    hashes = [hashlib.sha256(one).hexdigest() for one in kept]
    assert hashes == [(await board.row(review)).content_hash for review in reviews]
    named = [(json.loads(one)["former_review"] or {}).get("content_hash") for one in kept]
    assert named == [None, *hashes[:-1]]


async def test_there_are_no_bytes_before_the_report_nor_for_strangers(
    board: Board, runtime: Runtime, stranger: TestTenant
) -> None:
    milestone = await board.milestone()
    review = await board.owner.make("request_review", milestone_id=milestone)
    async with unit_of_work(runtime, board.tenant.principal()) as work:
        with pytest.raises(InvalidState, match="not there yet"):
            await canonical_report(work, review)
    await board.work_off()
    for principal in (stranger.principal(), board.tenant.principal(venture_ids=frozenset({UUID(int=7)}))):
        async with unit_of_work(runtime, principal) as work:
            with pytest.raises(NotFound):
                await canonical_report(work, review)


async def test_the_report_tells_of_vacant_roles_computing_time_what_is_to_come_and_what_is_owed(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    board = Board(runtime, tenant)
    owner, venture = board.owner, await board.owner.venture()
    milestone = await board.milestone(venture)
    role = {"venture_id": venture, "function": "core_technology"}
    await owner.make("create_role_requirement", title="Data engineer", milestone_id=milestone, headcount=2, **role)
    filled = external_id("role_requirement", await owner.make("create_role_requirement", title="Lead", **role))
    person = external_id("person", await owner.make("create_person", name="Ada"))
    await owner.make("add_role_holder", role_requirement_id=filled, person_id=person)
    cluster = await owner.make("create_resource", venture_id=venture, kind="technology", name="Cluster")
    of_pool = {"resource_id": external_id("resource", cluster), "accelerator": "gpu", "vendor": "Nordic Cloud"}
    pool = external_id("compute_pool", await owner.make("create_compute_pool", hours_reserved="1000", **of_pool))
    await owner.make("create_compute_forecast", compute_pool_id=pool, milestone_id=milestone, hours="900")
    coming = {"kind": "funding", "channel": "angel", "title": "Seed round"}
    acquisition = await owner.make("create_acquisition", venture_id=venture, **coming)
    owed = await owner.make("create_obligation", venture_id=venture, title="Ethics vote", due_on="2020-01-31")
    of_study = {"kind": "interview", "title": "Clinics", "participants": 6}
    await owner.make("create_research", venture_id=venture, held_on=str(runtime.clock.now().date()), **of_study)
    there = Board(runtime, stranger)
    other = await there.owner.venture()
    await there.owner.make("create_obligation", venture_id=other, title="Another's", due_on="2020-01-31")
    told = await content(board, await board.gathered(milestone))
    assert told["resources"]["roles_vacant"] == ["Data engineer"]
    hours = {"hours_left": "1000.000000", "hours_needed": "900.000000"}
    assert told["resources"]["compute"] == [{"id": pool, "name": "Cluster", **hours}]
    [line] = told["resources"]["acquisitions"]
    assert (line["id"], line["status"]) == (external_id("acquisition", acquisition), "identified")
    assert told["research"] == {"last_on": str(runtime.clock.now().date()), "asked": 6}
    assert [(one["id"], one["overdue"]) for one in told["obligations"]] == [(external_id("obligation", owed), True)]

"""The demo is told through the real code, is the same everywhere, and holds what it promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlmodel import col

from cli.demo.aurora import AURORA
from cli.demo.filling import TENANTS, fill, tenant_id
from cli.demo.qiming import QIMING
from cli.demo.story import TenantStory
from domain.calendars.tables import Calendar
from domain.everything import metadata
from domain.kernel.machinery import AuditEntry, Event, SearchText
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Kind, TenantTable, tables
from domain.kernel.work import unit_of_work
from domain.milestones.progress import work_out
from domain.milestones.tables import CriterionResult, Dependency, Milestone
from domain.milestones.task_tables import Task, TaskDependency
from domain.resources.allotting import Share, over_allocated
from domain.resources.tables import Allocation, Resource, ResourceKind
from domain.reviews.states import Decision, ReviewState
from domain.reviews.tables import Review, ReviewCondition
from domain.risks.tables import Action, Assessment, Response, Risk, RiskScore
from domain.roadmaps.comparing import RoadmapPart, compare
from domain.roadmaps.tables import Baseline, BaselineMilestone, RoadmapVersion
from domain.tenancy.tables import Invitation, Member, ServiceAccount, Tenant
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, make_tenant
from tests.contract.gathering import own_statements
from tests.domain.commanding import Caller


async def rows(runtime: Runtime, story: TenantStory, statement: sa.Select[Any]) -> list[Any]:
    with own_statements():
        async with unit_of_work(runtime, Principal.worker(tenant_id(story))) as work:
            return list((await work.session.execute(statement)).all())


async def entities_of(runtime: Runtime, story: TenantStory) -> dict[str, list[UUID]]:
    """The ids of all entities and facts, by table."""
    found = {}
    for table in tables():
        if issubclass(table, TenantTable) and table.table_kind in (Kind.ENTITY, Kind.FACT):
            if table.__tablename__ in ("api_key", "alert_transition"):
                continue
            ids = metadata.tables[str(table.__tablename__)].c.id
            found[str(table.__tablename__)] = [
                row[0] for row in await rows(runtime, story, sa.select(ids).order_by(ids))
            ]
    return found


async def test_an_interrupted_filling_is_gone_on_with_and_every_installation_has_the_same_ids(
    demo: Runtime, empty: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("cli.demo.filling.TENANTS", (AURORA,))
        assert (await fill(empty)).filled
    gone_on = await fill(empty)
    assert (gone_on.filled, [story.slug for story in gone_on.tenants]) == (True, ["aurora", "qiming"])
    for story in TENANTS:
        ours = await entities_of(demo, story)
        assert ours == await entities_of(empty, story)
        assert len(ours["risk"]) == sum(len(venture.risks) for venture in story.ventures)


async def test_two_tenants_in_their_languages(demo: Runtime) -> None:
    found = {
        row.slug: (row.locale, row.time_zone, row.currency)
        for row in await rows(demo, AURORA, sa.select(Tenant.__table__))  # type: ignore[attr-defined]
    }
    assert found == {"aurora": ("en", "Europe/Berlin", "EUR"), "qiming": ("zh-CN", "Asia/Shanghai", "CNY")}
    assert len(await rows(demo, AURORA, sa.select(col(Venture.id)))) == 4
    for story in TENANTS:
        roles = {row[0] for row in await rows(demo, story, sa.select(col(Member.role)))}
        assert roles == set(Role)


async def test_every_venture_is_one_that_could_be(demo: Runtime) -> None:
    for story in TENANTS:
        ventures = [row[0] for row in await rows(demo, story, sa.select(Venture))]
        risks = [row[0] for row in await rows(demo, story, sa.select(Risk))]
        resources = [row[0] for row in await rows(demo, story, sa.select(Resource))]
        milestones = [row[0] for row in await rows(demo, story, sa.select(Milestone))]
        for venture in ventures:
            register = [risk for risk in risks if risk.venture_id == venture.id]
            assert {risk.category for risk in register} == {"technical", "funding", "market", "legal"}
            assert all(risk.cause and risk.event and risk.effect for risk in register)
            assert {row.kind for row in resources if row.venture_id == venture.id} == set(ResourceKind)
            plan = [row for row in milestones if row.venture_id == venture.id]
            assert {"done", "in_progress", "planned"} >= {str(row.status) for row in plan} >= {"done", "in_progress"}
            assert all(row.baseline_due_on and row.estimate_likely is not None for row in plan)
        answered = {row[0] for row in await rows(demo, story, sa.select(col(Response.risk_id)))}
        assert answered == {risk.id for risk in risks}


async def test_no_venture_gives_away_more_of_a_resource_than_there_is(demo: Runtime) -> None:
    for story in TENANTS:
        shares: dict[UUID, list[Share]] = defaultdict(list)
        for (row,) in await rows(demo, story, sa.select(Allocation)):
            shares[row.resource_id].append(Share(row.amount, row.start_on, row.end_on))
        resources = [row[0] for row in await rows(demo, story, sa.select(Resource))]
        assert shares.keys() <= {resource.id for resource in resources}
        for resource in resources:
            assert resource.amount is None or not over_allocated(resource.amount, shares[resource.id]), resource.name


async def test_every_venture_is_planned_in_its_countrys_working_days(demo: Runtime) -> None:
    for story, country in ((AURORA, "DE"), (QIMING, "CN")):
        calendars = {row[0].id: row[0] for row in await rows(demo, story, sa.select(Calendar))}
        ventures = {row[0].id: row[0] for row in await rows(demo, story, sa.select(Venture))}
        milestones = {row[0].id: row[0] for row in await rows(demo, story, sa.select(Milestone))}
        tasks = [row[0] for row in await rows(demo, story, sa.select(Task))]
        assert {calendars[venture.calendar_id].country for venture in ventures.values()} == {country}
        assert all(milestone.phase_id for milestone in milestones.values())
        assert {task.venture_id for task in tasks} == set(ventures)
        assert {str(task.status) for task in tasks} == {"todo", "doing", "done"}
        assert all(task.owner_id and milestones[task.milestone_id].venture_id == task.venture_id for task in tasks)
        assert await rows(demo, story, sa.select(TaskDependency))
        links = [row[0] for row in await rows(demo, story, sa.select(Dependency))]
        assert any(milestones[link.predecessor_id].venture_id != link.venture_id for link in links)
        async with unit_of_work(demo, Principal.worker(tenant_id(story))) as work:
            for milestone in milestones.values():
                kept = milestone.percent_complete
                await work_out(work, await work.get(Milestone, milestone.id, lock=True))
                assert (await work.get(Milestone, milestone.id)).percent_complete == kept
        assert {str(milestone.progress_mode) for milestone in milestones.values()} >= {"by_hand", "by_tasks"}


async def test_every_venture_has_reviews_behind_it_and_one_before_it(demo: Runtime) -> None:
    for story in TENANTS:
        found = await rows(demo, story, sa.select(Review, Venture.key).where(col(Venture.id) == col(Review.venture_id)))
        conditions = [row[0] for row in await rows(demo, story, sa.select(ReviewCondition))]
        today = datetime.now(UTC).date()
        for venture in story.ventures:
            reviews = [review for review, key in found if key == venture.key]
            decided = [review for review in reviews if review.state is ReviewState.DECIDED]
            assert len(decided) == 2
            assert len([review for review in reviews if review.state is ReviewState.GATHERING]) == 1
            held = {review.id for review in decided if review.decision is Decision.CONDITIONAL_GO}
            late = [one for one in conditions if one.review_id in held and one.met_at is None and one.due_on < today]
            assert len(late) == 1
            first, second = sorted(decided, key=lambda review: review.decided_at)
            assert second.previous_hash == first.content_hash


async def test_every_venture_has_a_roadmap_of_two_versions_and_a_current_baseline(demo: Runtime) -> None:
    for story in TENANTS:
        ventures = {row[0] for row in await rows(demo, story, sa.select(col(Venture.id)))}
        versions = [row[0] for row in await rows(demo, story, sa.select(RoadmapVersion))]
        for venture in ventures:
            first, second = sorted((row for row in versions if row.venture_id == venture), key=lambda row: row.number)
            assert second.reason
            assert first.made_at < second.made_at
            parts = {difference.part for difference in compare(first.content, second.content)}
            assert {RoadmapPart.EXTENSION_FUNCTION, RoadmapPart.MILESTONE} <= parts
        current = await rows(demo, story, sa.select(col(Baseline.venture_id)).where(col(Baseline.current)))
        assert {row[0] for row in current} == ventures
        held = {row[0]: row[1] for row in await rows(demo, story, _HELD)}
        plan = [row[0] for row in await rows(demo, story, sa.select(Milestone))]
        assert {row.id: row.baseline_due_on for row in plan} == held


_HELD = sa.select(col(BaselineMilestone.milestone_id), col(BaselineMilestone.due_on))


async def test_months_of_history_and_nothing_of_tomorrow(demo: Runtime) -> None:
    now = datetime.now(UTC)
    for story in TENANTS:
        for column in (Assessment.assessed_at, CriterionResult.recorded_at, Event.occurred_at, AuditEntry.at):
            times = [row[0] for row in await rows(demo, story, sa.select(col(column)))]
            assert max(times) < now
            assert max(times) - min(times) > timedelta(days=70)
        kinds = Counter(row[0] for row in await rows(demo, story, sa.select(col(Assessment.kind))))
        assert kinds["current"] > kinds["inherent"] > kinds["target"] > 0
        history = metadata.tables["milestone_history"]
        versions = await rows(demo, story, sa.select(history.c.valid_from, history.c.valid_to))
        assert any(row.valid_to is not None and row.valid_from < row.valid_to for row in versions)
        deeds = [row[0] for row in await rows(demo, story, sa.select(Action))]
        assert any(deed.completed_at for deed in deeds)
        assert any(deed.due_on < now.date() and deed.completed_at is None for deed in deeds)


async def test_written_by_people_through_the_unit_of_work(demo: Runtime) -> None:
    for story in TENANTS:
        risks = {row[0] for row in await rows(demo, story, sa.select(col(Risk.id)))}
        audited = await rows(
            demo, story, sa.select(col(AuditEntry.subject_id), col(AuditEntry.actor_kind), col(AuditEntry.actor_id))
        )
        members = {row[0] for row in await rows(demo, story, sa.select(col(Member.id)))}
        assert risks <= {row.subject_id for row in audited}
        assert {row.actor_id for row in audited if row.actor_kind == ActorKind.MEMBER} < members
        told = {row[0] for row in await rows(demo, story, sa.select(col(Event.type)))}
        assert {"risk.created", "risk.assessed", "milestone.updated", "milestone.criterion_recorded"} <= told
        found = {row[0] for row in await rows(demo, story, sa.select(col(SearchText.id)))}
        assert risks <= found


async def test_somebody_is_invited_and_a_program_has_an_account(demo: Runtime) -> None:
    for story in TENANTS:
        ((invitation,),) = await rows(demo, story, sa.select(Invitation))
        assert (invitation.name, invitation.accepted_at) == (story.invited.name, None)
        assert invitation.expires_at > demo.clock.now()
        assert [row[0] for row in await rows(demo, story, sa.select(col(ServiceAccount.title)))] == [
            story.program.title
        ]


async def test_scores_are_those_of_the_command(demo: Runtime, runtime: Runtime, clock: SettableClock) -> None:
    """Each risk's assessments, given once more to the real command in another tenant, come to the same scores."""
    other = await make_tenant(runtime, time_zone=AURORA.time_zone)
    caller = Caller(runtime, other.principal())
    venture = await caller.venture()
    names = [name for name in RiskScore.model_fields if name not in ("tenant_id", "risk_id")]
    kept = {row[0].risk_id: row[0] for row in await rows(demo, AURORA, sa.select(RiskScore))}
    for (risk,) in (await rows(demo, AURORA, sa.select(Risk).order_by(col(Risk.id))))[:6]:
        twin = await caller.risk(venture, risk.title)
        told = sa.select(Assessment).where(col(Assessment.risk_id) == risk.id).order_by(col(Assessment.assessed_at))
        for (row,) in await rows(demo, AURORA, told):
            clock.set(row.assessed_at)
            loss = row.impact_low is not None and {
                "low": row.impact_low, "likely": row.impact_likely, "high": row.impact_high
            }  # fmt: skip
            delay = row.delay_low is not None and {
                "low": row.delay_low, "likely": row.delay_likely, "high": row.delay_high
            }  # fmt: skip
            given = {"probability": row.probability, "impact": loss or None, "delay": delay or None}
            await caller.ask("assess_risk", risk_id=twin, kind=row.kind, **given)
        async with unit_of_work(runtime, other.principal()) as work:
            where = col(RiskScore.tenant_id) == other.id, col(RiskScore.risk_id) == UUID(twin.removeprefix("risk_"))
            score = (await work.session.execute(sa.select(RiskScore).where(*where))).scalar_one()
            assert {name: getattr(score, name) for name in names} == {
                name: getattr(kept[risk.id], name) for name in names
            }


TOLD_AGAIN = ("venture", "milestone", "risk", "assessment", "role_requirement")
CHAPTERS = (
    *("candidate_field", "factor_score", "positioning", "competitor", "competitor_share"),
    *("market_size", "research", "need", "promotion", "customer_revenue", "user_feedback"),
    *("funding_round", "investment", "loan", "cash_account", "acquisition"),
    *("data_source", "compute_pool", "technology", "talent_source", "obligation"),
)
"""What each venture of a larger demo has as the first ones have it."""


async def test_a_second_time_changes_nothing_and_a_larger_size_adds(copied: Runtime) -> None:
    before = {story.slug: await entities_of(copied, story) for story in TENANTS}
    assert not (await fill(copied)).filled
    assert {story.slug: await entities_of(copied, story) for story in TENANTS} == before
    assert (await fill(copied, 2)).filled
    assert not (await fill(copied, 2)).filled
    after = await entities_of(copied, QIMING)
    for table in (*TOLD_AGAIN, *CHAPTERS):
        assert len(after[table]) == 2 * len(before["qiming"][table]) > 0, table
        assert set(before["qiming"][table]) < set(after[table])
    for table in ("investor", "exchange_rate", "catalogue_entry", "lesson", "playbook"):
        assert after[table] == before["qiming"][table] != {}, table
    names = [row[0] for row in await rows(copied, QIMING, sa.select(col(Venture.name)))]
    assert len(set(names)) == len(names) == 4


async def test_a_database_of_others_is_left_alone(empty: Runtime) -> None:
    await make_tenant(empty, slug="aurora")
    result = await fill(empty)
    assert (result.tenants, result.filled) == ((), False)

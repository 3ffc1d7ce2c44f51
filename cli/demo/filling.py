"""Filling a database with the demo: each tenant in one transaction, so that it is there whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

import domain.everything  # noqa: F401  # what a table refers to must be known before its rows are written
from cli.demo.aurora import AURORA
from cli.demo.aurora import compliance as aurora_compliance
from cli.demo.aurora import fields as aurora_fields
from cli.demo.aurora import lessons as aurora_lessons
from cli.demo.aurora import market as aurora_market
from cli.demo.aurora import positioning as aurora_positioning
from cli.demo.compliance import tell_compliance
from cli.demo.fields import tell_fields
from cli.demo.growing import place_of, told_again
from cli.demo.ids import SeededIds, seeded_id
from cli.demo.lessons import tell_lessons
from cli.demo.market import tell_market
from cli.demo.people import address_of
from cli.demo.positioning import tell_positioning
from cli.demo.qiming import QIMING
from cli.demo.qiming import compliance as qiming_compliance
from cli.demo.qiming import fields as qiming_fields
from cli.demo.qiming import lessons as qiming_lessons
from cli.demo.qiming import market as qiming_market
from cli.demo.qiming import positioning as qiming_positioning
from cli.demo.raising import FUNDING, tell_funding
from cli.demo.resourcing import RESOURCES, tell_resources
from cli.demo.staffing import StaffTelling
from cli.demo.stage import Actor, Stage
from cli.demo.story import TenantStory
from cli.demo.telling import tell
from domain.calendars.commands import CreateCalendar, create_calendar
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.onboarding import equip_tenant
from domain.tenancy.commands import AddMember, add_member
from domain.tenancy.invitations import InviteMember, invite_member
from domain.tenancy.service_accounts import CreateServiceAccount, create_service_account
from domain.tenancy.tables import Tenant
from domain.tenancy.tenants import CreateTenant, new_tenant
from domain.tenancy.zone import day_in
from domain.ventures.tables import Venture

TENANTS: Final = (AURORA, QIMING)
CHOICES: Final = {"aurora": aurora_fields.CHOICES, "qiming": qiming_fields.CHOICES}
POSITIONS: Final = {"aurora": aurora_positioning.POSITIONS, "qiming": qiming_positioning.POSITIONS}
MARKETS: Final = {"aurora": aurora_market.MARKETS, "qiming": qiming_market.MARKETS}
OWED: Final = {"aurora": aurora_compliance.COMPLIANCE, "qiming": qiming_compliance.COMPLIANCE}
LEARNED: Final = {"aurora": aurora_lessons.LESSONS, "qiming": qiming_lessons.LESSONS}
_PACE: Final = timedelta(minutes=3)
_QUICK_PACE: Final = timedelta(seconds=5)


@dataclass(frozen=True)
class DemoResult:
    """The demo's tenants, none where the database belongs to others; `filled`: whether anything was written."""

    tenants: tuple[TenantStory, ...]
    filled: bool


async def fill(runtime: Runtime, size: int = 1) -> DemoResult:
    """Write the demo where it is not there: `size` times its ventures, milestones and risks.

    A database with other tenants is left alone. What was interrupted is gone on with, what is there stays as it is.
    """
    there = await _tenants(runtime)
    if there - {tenant_id(story) for story in TENANTS}:
        ours = tuple(story for story in TENANTS if tenant_id(story) in there)
        return DemoResult(ours, filled=False)
    filled = False
    for story in TENANTS:
        if tenant_id(story) not in there:
            await _found(runtime, story)
            filled = True
        for round in range(2, size + 1):
            filled |= await _tell_again(runtime, story, round)
    return DemoResult(TENANTS, filled)


def tenant_id(story: TenantStory) -> UUID:
    """The tenant's id, on every installation."""
    return seeded_id(story.slug, 0)


def members_of(story: TenantStory) -> dict[str, Actor]:
    """The tenant's people, who are the first to be written, by their short names."""
    return {
        person.short: Actor(seeded_id(story.slug, number), person.role)
        for number, person in enumerate(story.people, start=1)
    }


async def _tenants(runtime: Runtime) -> set[UUID]:
    async with runtime.database.engine("app").connect() as connection:
        return set((await connection.execute(sa.select(col(Tenant.id)))).scalars())


def _stage(runtime: Runtime, work: Work, story: TenantStory, pace: timedelta) -> Stage:
    today = day_in(story.time_zone, runtime.clock.now())
    return Stage(work, ZoneInfo(story.time_zone), today, members_of(story), pace)


async def _found(runtime: Runtime, story: TenantStory) -> None:
    """The tenant with its people and its ventures."""
    async with unit_of_work(runtime, Principal.worker(tenant_id(story))) as work:
        SeededIds(story.slug).give_to(work)
        stage = _stage(runtime, work, story, _PACE)
        stage.move_to(story.founded)
        tenant = CreateTenant(
            slug=story.slug,
            name=story.name,
            locale=story.locale,
            time_zone=story.time_zone,
            currency=story.currency,
            owner=None,
        )
        new_tenant(work, tenant)
        for person in story.people:
            email = address_of(story, person)
            await add_member(work, AddMember(name=person.name, email=email, role=person.role, venture_ids=None))
        await work.flush()
        await equip_tenant(work)
        given = CreateCalendar(
            name=story.calendar.name,
            country=story.calendar.country,
            subdivision=story.calendar.subdivision,
            off_days=list(story.calendar.off),
            is_default=True,
        )
        await create_calendar(work, given)
        await tell(stage, story.ventures, story.links)
        await _open_doors(stage, story)
        ventures = await _keyed(work)
        await _tell_chapters(stage, story, ventures)
        await tell_lessons(stage, ventures, LEARNED[story.slug])
        await _staff(stage, story)


async def _tell_chapters(stage: Stage, story: TenantStory, ventures: Mapping[str, UUID], place: str = "") -> None:
    """What is known of the ventures beside their plans and risks; last, so that the ids before it stay.

    `ventures` are those of which the stories are told, by the keys in the stories; `place`: of a later round.
    """
    await tell_fields(stage, ventures, CHOICES[story.slug])
    await tell_positioning(stage, ventures, POSITIONS[story.slug])
    await tell_funding(stage, story, FUNDING[story.slug], ventures)
    await tell_resources(stage, story, RESOURCES[story.slug], ventures)
    await tell_market(stage, ventures, MARKETS[story.slug], place)
    await tell_compliance(stage, ventures, OWED[story.slug])


async def _keyed(work: Work) -> dict[str, UUID]:
    """The tenant's ventures by their keys."""
    keyed = sa.select(col(Venture.key), col(Venture.id)).where(col(Venture.tenant_id) == work.tenant_id)
    return {row.key: row.id for row in await work.session.execute(keyed)}


async def _open_doors(stage: Stage, story: TenantStory) -> None:
    """Yesterday somebody was invited, and a program got an account of its own."""
    stage.move_to(-1)
    stage.let_act(next(person.short for person in story.people if person.role is Role.ADMIN))
    guest = story.invited
    await invite_member(stage.work, InviteMember(email=address_of(story, guest), name=guest.name, role=guest.role))
    account = CreateServiceAccount(title=story.program.title, description=story.program.purpose, role=Role.CONTRIBUTOR)
    await create_service_account(stage.work, account)


async def _staff(stage: Stage, story: TenantStory) -> None:
    """Who works for the ventures, in which roles, and when they meet."""
    staff = StaffTelling(stage, story, story.staff)
    await staff.people()
    await staff.ventures(story.ventures)


async def _tell_again(runtime: Runtime, story: TenantStory, round: int) -> bool:
    """The tenant's ventures under other names, if this round has not been told; whether it has been now."""
    seed = f"{story.slug}:{round}"
    async with unit_of_work(runtime, Principal.worker(tenant_id(story))) as work:
        first = sa.select(col(Venture.id)).where(
            col(Venture.tenant_id) == work.tenant_id, col(Venture.id) == seeded_id(seed, 1)
        )
        if (await work.session.execute(first)).scalar_one_or_none() is not None:
            return False
        SeededIds(seed).give_to(work)
        stage, ventures = _stage(runtime, work, story, _QUICK_PACE), told_again(story, round)
        await tell(stage, ventures, together=True)
        stage.move_to(-1)
        staff = StaffTelling(stage, story, story.staff)
        await staff.remember()
        await staff.ventures(ventures, str(round))
        there = await _keyed(work)
        told = {model.key: there[f"{model.key}{round}"] for model in story.ventures}
        await _tell_chapters(stage, story, told, place_of(story, round))
    return True

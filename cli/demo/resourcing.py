"""Telling resources in detail: whence data, technology and people come, and what computing time was used."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.aurora.resources import AURORA
from cli.demo.qiming.resources import QIMING
from cli.demo.resource_stories import (
    DataStory,
    EntryStory,
    PoolStory,
    ResourcesStory,
    TalentStory,
    TechnologyStory,
    TenantResources,
)
from cli.demo.stage import Stage
from cli.demo.story import TenantStory, VentureStory
from domain.catalogue.commands import CreateCatalogueEntry, create_catalogue_entry
from domain.catalogue.tables import CatalogueEntry
from domain.kernel.tables import Entity
from domain.milestones.tables import Milestone
from domain.resources.commands import CreateResource, create_resource
from domain.resources.computing import (
    CreateComputeForecast,
    CreateComputePool,
    create_compute_forecast,
    create_compute_pool,
)
from domain.resources.originating import (
    CreateTalentSource,
    CreateTechnology,
    create_talent_source,
    create_technology,
)
from domain.resources.sourcing import CreateDataSource, CreateDataUse, create_data_source, create_data_use
from domain.resources.tables import Resource, ResourceKind
from domain.resources.using_compute import OneUse, RecordComputeUse, record_compute_use
from domain.teams.tables import Team

RESOURCES: Final[Mapping[str, TenantResources]] = {"aurora": AURORA, "qiming": QIMING}
"""What is told, by the short name of the tenant."""


async def tell_resources(stage: Stage, story: TenantStory, told: TenantResources, ventures: Mapping[str, UUID]) -> None:
    """Yesterday the resources of all ventures were told of, each by its owner.

    `ventures` are those of which it is told, by their keys in the story.
    """
    stage.move_to(-1, 60)
    stage.let_act(story.ventures[0].owner)
    for entry in told.entries:
        await _entry(stage, entry)
    for venture in story.ventures:
        stage.let_act(venture.owner)
        await ResourcesTelling(stage, venture, ventures[venture.key]).tell(told.ventures[venture.key])
        await stage.work.flush()
        stage.tick()


async def _entry(stage: Stage, story: EntryStory) -> None:
    """The tenant's own entry of the catalogue, unless it was told before."""
    where = col(CatalogueEntry.tenant_id) == stage.work.tenant_id, col(CatalogueEntry.code) == story.code
    if (await stage.work.session.execute(sa.select(col(CatalogueEntry.id)).where(*where))).first() is not None:
        return
    given = CreateCatalogueEntry(
        code=story.code,
        kind=story.kind,
        name=story.name,
        summary=story.summary,
        strengths=list(story.strengths),
        weaknesses=list(story.weaknesses),
        fits=list(story.fits),
        url=story.url,
        licence_spdx=story.spdx,
        note=story.note,
        noted_on=stage.date_of(story.noted),
        retired_on=None if story.retired is None else stage.date_of(story.retired),
    )
    await create_catalogue_entry(stage.work, given)


class ResourcesTelling:
    """One venture's resources."""

    def __init__(self, stage: Stage, venture: VentureStory, venture_id: UUID) -> None:
        self._stage = stage
        self._work = stage.work
        self._venture = venture
        self._venture_id = venture_id

    async def tell(self, story: ResourcesStory) -> None:
        """All that is told of them."""
        for data in story.data:
            await self._data(data)
        for pool in story.pools:
            await self._pool(pool)
        for technology in story.technologies:
            await self._technology(technology)
        for talent in story.talent:
            await self._talent(talent)

    async def _data(self, story: DataStory) -> None:
        commercial, training, redistribution = story.allows
        resource = await self._resource(ResourceKind.DATA, story.resource, story.amount, story.unit)
        given = CreateDataSource(
            resource_id=resource,
            channel=story.channel,
            origin=story.origin,
            url=story.url,
            licence_spdx=story.spdx,
            licence_text=story.text,
            allows_commercial=commercial,
            allows_training=training,
            allows_redistribution=redistribution,
            personal_data=story.personal,
            consent_basis=story.basis,
            consent_until=self._day(story.consent),
            assessed_on=self._day(story.assessed),
        )
        source = (await create_data_source(self._work, given)).ids["data_source"]
        await self._work.flush()
        for use in story.uses:
            one = CreateDataUse(
                data_source_id=source,
                purpose=use.purpose,
                team_id=await self._id(Team, "name", use.team),
                milestone_id=await self._milestone(use.milestone),
                start_on=self._day(use.start),
                end_on=self._day(use.end),
                note=use.note,
            )
            await create_data_use(self._work, one)

    async def _pool(self, story: PoolStory) -> None:
        given = CreateComputePool(
            resource_id=await self._resource(ResourceKind.TECHNOLOGY, story.resource),
            accelerator=story.accelerator,
            vendor=story.vendor,
            model=story.model,
            hours_reserved=Decimal(story.hours),
            cost_per_hour=None if story.price is None else Decimal(story.price),
            starts_on=self._day(story.starts),
            contract_ends_on=self._day(story.ends),
        )
        pool = (await create_compute_pool(self._work, given)).ids["compute_pool"]
        await self._work.flush()
        for short, hours in story.needs.items():
            milestone = await self._milestone(short)
            assert milestone is not None
            need = CreateComputeForecast(
                compute_pool_id=pool, milestone_id=milestone, hours=Decimal(hours), note=story.note
            )
            await create_compute_forecast(self._work, need)
        used_for = await self._milestone(story.used_for)
        price = Decimal(story.price or 0)
        uses = [
            OneUse(
                used_on=self._stage.date_of(-1) - timedelta(weeks=ago),
                hours=Decimal(hours),
                runs=story.runs,
                cost=(price * hours).quantize(Decimal("0.01")),
                milestone_id=used_for,
            )
            for ago, hours in enumerate(reversed(story.weeks))
        ]
        await record_compute_use(self._work, RecordComputeUse(compute_pool_id=pool, uses=uses))

    async def _technology(self, story: TechnologyStory) -> None:
        given = CreateTechnology(
            resource_id=await self._resource(ResourceKind.TECHNOLOGY, story.resource),
            source=story.source,
            provider=story.provider,
            version_label=story.version,
            licence_spdx=story.spdx,
            licence_text=story.text,
            catalogue_code=story.code,
        )
        await create_technology(self._work, given)

    async def _talent(self, story: TalentStory) -> None:
        given = CreateTalentSource(
            resource_id=await self._resource(ResourceKind.TALENT, story.resource),
            channel=story.channel,
            partner=story.partner,
            programme=story.programme,
            skill=story.skill,
            starts_on=self._day(story.starts),
            ends_on=self._day(story.ends),
        )
        await create_talent_source(self._work, given)

    async def _resource(
        self, kind: ResourceKind, name: str, amount: int | None = None, unit: str | None = None
    ) -> UUID:
        """The venture's resource of a name; a new one where there is none yet."""
        found = await self._find(Resource, "name", name)
        if found is not None:
            return found
        given = CreateResource(
            venture_id=self._venture_id,
            kind=kind,
            name=name,
            amount=None if amount is None else Decimal(amount),
            unit=unit,
            owner_id=self._stage.member(self._venture.owner),
        )
        made = (await create_resource(self._work, given)).ids["resource"]
        await self._work.flush()
        return made

    async def _milestone(self, short: str | None) -> UUID | None:
        if short is None:
            return None
        title = next(one.title for one in self._venture.milestones if one.short == short)
        return await self._id(Milestone, "title", title)

    async def _id(self, table: type[Entity], column: str, value: str) -> UUID:
        found = await self._find(table, column, value)
        assert found is not None, f"{self._venture.key} has no {table.word} {value}"
        return found

    async def _find(self, table: type[Entity], column: str, value: str) -> UUID | None:
        of: Any = table  # Any: a table of ventures' rows, whose columns are descriptors
        where = (
            of.tenant_id == self._work.tenant_id, of.venture_id == self._venture_id, getattr(of, column) == value
        )  # fmt: skip
        found = await self._work.session.execute(sa.select(col(table.id)).where(*where))
        return found.scalars().first()

    def _day(self, day: int | None) -> Any:
        return None if day is None else self._stage.date_of(day)

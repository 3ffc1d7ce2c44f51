"""What the demo tells of resources in detail, as plain data; days count from today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.catalogue.tables import CatalogueKind
from domain.resources.compute_tables import Accelerator
from domain.resources.data_tables import ConsentBasis, DataChannel, DataPurpose
from domain.resources.origin_tables import TalentChannel, TechnologySource


@dataclass(frozen=True)
class UseStory:
    """What data are used for, by which team, for which milestone."""

    purpose: DataPurpose
    team: str
    milestone: str | None = None
    start: int | None = None
    end: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class DataStory:
    """Whence the data of a resource come. `amount` and `unit` are of one that is told of here for the first time."""

    resource: str
    channel: DataChannel
    origin: str
    spdx: str | None = None
    text: str | None = None
    url: str | None = None
    allows: tuple[bool | None, bool | None, bool | None] = (None, None, None)
    "Commercial use, training, redistribution."
    personal: bool = False
    basis: ConsentBasis | None = None
    consent: int | None = None
    assessed: int | None = None
    uses: tuple[UseStory, ...] = ()
    amount: int | None = None
    unit: str | None = None


@dataclass(frozen=True)
class PoolStory:
    """Computing time; `weeks` are the hours of the last whole weeks, the latest last, used for one milestone."""

    resource: str
    vendor: str
    model: str
    hours: int
    weeks: tuple[int, ...]
    used_for: str
    needs: Mapping[str, int]
    accelerator: Accelerator = Accelerator.GPU
    price: str | None = None
    starts: int | None = None
    ends: int | None = None
    runs: int = 2
    note: str | None = None


@dataclass(frozen=True)
class TechnologyStory:
    """Whence a technology comes; one whose resource is not there yet brings it along."""

    resource: str
    source: TechnologySource
    provider: str
    version: str | None = None
    spdx: str | None = None
    text: str | None = None
    code: str | None = None


@dataclass(frozen=True)
class TalentStory:
    """How people are won."""

    resource: str
    channel: TalentChannel
    partner: str
    programme: str
    skill: str
    starts: int
    ends: int | None = None


@dataclass(frozen=True)
class EntryStory:
    """An entry of the catalogue of the tenant's own."""

    code: str
    kind: CatalogueKind
    name: str
    summary: str
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    fits: tuple[str, ...]
    url: str
    spdx: str
    note: str
    noted: int
    retired: int | None = None


@dataclass(frozen=True)
class ResourcesStory:
    """What a venture tells of its resources."""

    data: tuple[DataStory, ...]
    pools: tuple[PoolStory, ...]
    technologies: tuple[TechnologyStory, ...]
    talent: tuple[TalentStory, ...]


@dataclass(frozen=True)
class TenantResources:
    """The resources of a tenant's ventures by their keys, and its own entries of the catalogue."""

    ventures: Mapping[str, ResourcesStory]
    entries: tuple[EntryStory, ...]

"""Whence the technology and the talent of a venture come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class TechnologySource(StrEnum):
    """How technology is obtained (product.md D5)."""

    OPEN_SOURCE = "open_source"
    JOINT_RESEARCH = "joint_research"
    PURCHASED = "purchased"


class TalentChannel(StrEnum):
    """How people are won (product.md D5)."""

    RECRUITING = "recruiting"
    UNIVERSITY = "university"
    TRAINING = "training"


class Technology(Entity, table=True):
    """Whence a technology resource comes, on which licence, and which entry of the catalogue tells of it."""

    __tablename__ = "technology"
    prefix = "technology"
    word = "technology"
    searched = ("provider", "licence_text")

    venture_id: UUID = reference()
    resource_id: UUID = reference()
    source: TechnologySource = choice(TechnologySource, name="source")
    provider: str | None = text(None)
    "Who made it, shares it or sells it."
    version_label: str | None = text(None)
    "The version in use, as its provider calls it."
    licence_spdx: str | None = text(None)
    licence_text: str | None = text(None)
    catalogue_code: str | None = text(None)
    "Code of an entry of the catalogue, the product's or the tenant's."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("resource_id", "resource"),
        unique_where("uq_technology_resource_id", "archived_at IS NULL", "resource_id"),
        index("venture_id"),
        index("resource_id"),
    )


class TalentSource(Entity, table=True):
    """How the people of a talent resource are won, with whom, and until when."""

    __tablename__ = "talent_source"
    prefix = "talent_source"
    word = "talent_source"
    searched = ("partner", "programme", "skill")

    venture_id: UUID = reference()
    resource_id: UUID = reference()
    channel: TalentChannel = choice(TalentChannel, name="channel")
    partner: str | None = text(None)
    "The university, agency or school."
    programme: str | None = text(None)
    skill: str | None = text(None)
    "What they bring or learn."
    starts_on: date | None = day(None)
    ends_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("resource_id", "resource"),
        unique_where("uq_talent_source_resource_id", "archived_at IS NULL", "resource_id"),
        index("venture_id"),
        index("resource_id"),
        check("dates", "starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on"),
    )

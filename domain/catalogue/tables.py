"""The tenant's own entries of the catalogue; those of the product are in `entries/`, the same for all."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain.kernel.columns import choice, day, text, texts
from domain.kernel.tables import Entity, index, unique_where


class CatalogueKind(StrEnum):
    """What sort of thing an entry describes."""

    FRAMEWORK = "framework"
    ENVIRONMENT = "environment"
    TOOL = "tool"
    MODEL = "model"
    SERVICE = "service"
    HARDWARE = "hardware"
    OTHER = "other"


class CatalogueEntry(Entity, table=True):
    """A tool or framework that the tenant has described itself, beside the product's own entries."""

    __tablename__ = "catalogue_entry"
    prefix = "catalogue_entry"
    word = "catalogue_entry"
    searched = ("name", "summary")

    code: str = text()
    "Technologies name it; no other entry in use has it, nor one of the product's own."
    kind: CatalogueKind = choice(CatalogueKind, name="kind")
    name: str = text()
    summary: str = text()
    strengths: list[str] = texts()
    weaknesses: list[str] = texts()
    fits: list[str] = texts()
    url: str | None = text(None)
    licence_spdx: str | None = text(None)
    note: str | None = text(None)
    "What has changed or must be known, as of `noted_on`."
    noted_on: date | None = day(None)
    retired_on: date | None = day(None)
    "Since when it is not developed any more."
    __table_args__ = (
        unique_where("uq_catalogue_entry_code", "archived_at IS NULL", "code"),
        index("name"),
    )

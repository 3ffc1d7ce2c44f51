"""What can be asked of the catalogue: tenants add entries of their own; those of the product are read-only."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.catalogue.entries import BY_ID, ENTRIES
from domain.catalogue.licences import SpdxExpression
from domain.catalogue.tables import CatalogueEntry, CatalogueKind
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archive, load_for_change
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, Link, LongText, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.tenancy.permissions import Action

MOST: Final = 500
"""How many entries of its own a tenant may have in use."""

EntryId = Annotated[UUID, IdOf("catalogue_entry")]
Lines = Annotated[list[Title], Field(max_length=20)]

_CODE = "Its code, by which technologies name it; none of the product's own entries has it."
_KIND = "What sort of thing it is."
_NAME = "Its name."
_SUMMARY = "What it is, in a sentence or two."
_STRENGTHS = "What it is good at."
_WEAKNESSES = "What it is not good at."
_FITS = "Where it fits."
_URL = "Where it is described."
_SPDX = "Its licence as an SPDX expression; LicenseRef-Name for one that SPDX does not list."
_NOTE = "What has changed, or must be known before it is chosen."
_NOTED = "The day as of which that is so."
_RETIRED = "Since when it is not developed any more."


class CreateCatalogueEntry(Input):
    """A tool or framework that the product's own entries do not tell of."""

    code: Code = Field(description=_CODE, examples=["acme_trainer"])
    kind: CatalogueKind = Field(description=_KIND)
    name: Title = Field(description=_NAME, examples=["Acme Trainer"])
    summary: LongText = Field(description=_SUMMARY)
    strengths: Lines = Field(default_factory=list, description=_STRENGTHS)
    weaknesses: Lines = Field(default_factory=list, description=_WEAKNESSES)
    fits: Lines = Field(default_factory=list, description=_FITS)
    url: Link | None = Field(None, description=_URL)
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX)
    note: LongText | None = Field(None, description=_NOTE)
    noted_on: Day | None = Field(None, description=_NOTED)
    retired_on: Day | None = Field(None, description=_RETIRED)


class UpdateCatalogueEntry(Change):
    """Changes to an entry of your own: what is left out stays, null clears."""

    id: EntryId = Field(description="The entry, one of your own.")
    kind: CatalogueKind = may_be_left_out(_KIND)
    name: Title = may_be_left_out(_NAME)
    summary: LongText = may_be_left_out(_SUMMARY)
    strengths: Lines = may_be_left_out(_STRENGTHS)
    weaknesses: Lines = may_be_left_out(_WEAKNESSES)
    fits: Lines = may_be_left_out(_FITS)
    url: Link | None = Field(None, description=_URL)
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX)
    note: LongText | None = Field(None, description=_NOTE)
    noted_on: Day | None = Field(None, description=_NOTED)
    retired_on: Day | None = Field(None, description=_RETIRED)


class ArchiveCatalogueEntry(Change):
    """Which entry to archive."""

    id: EntryId = Field(description="The entry, one of your own.")


class RestoreCatalogueEntry(Change):
    """Which entry to restore."""

    id: EntryId = Field(description="The entry, one of your own.")


@command(Action.CATALOGUE_WRITE, returns={"catalogue_entry": "catalogue_entry"}, creates=True)
async def create_catalogue_entry(work: Work, given: CreateCatalogueEntry) -> Done:
    """Add an entry of your own to the catalogue."""
    if given.code in ENTRIES:
        raise Conflict.at("code", message=f"{given.code} is the product's own entry, the same for all; choose another")
    await work.guard("catalogue")
    await check_room(work, CatalogueEntry, "tenant_id", work.tenant_id, MOST)
    await _check_free(work, given.code)
    lists = {name: getattr(given, name) for name in ("strengths", "weaknesses", "fits")}
    row = work.new(CatalogueEntry, **given.sent() | lists)
    return Done({"catalogue_entry": row.id})


@command(Action.CATALOGUE_WRITE, returns={"catalogue_entry": "catalogue_entry"})
async def update_catalogue_entry(work: Work, given: UpdateCatalogueEntry) -> Done:
    """Change an entry of your own; those of the product are read-only."""
    _check_own(given.id)
    row = await load_for_change(work, CatalogueEntry, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"catalogue_entry": row.id})


@command(Action.CATALOGUE_WRITE, returns={"catalogue_entry": "catalogue_entry"})
async def archive_catalogue_entry(work: Work, given: ArchiveCatalogueEntry) -> Done:
    """Archive an entry of your own: it leaves the catalogue and can be restored. Twice is once."""
    _check_own(given.id)
    row = await load_for_change(work, CatalogueEntry, given.id, given.expected_version, archived=True)
    await archive(work, row)
    return Done({"catalogue_entry": row.id})


@command(Action.CATALOGUE_WRITE, returns={"catalogue_entry": "catalogue_entry"})
async def restore_catalogue_entry(work: Work, given: RestoreCatalogueEntry) -> Done:
    """Take an entry of your own out of the archive."""
    _check_own(given.id)
    row = await load_for_change(work, CatalogueEntry, given.id, given.expected_version, archived=True)
    if row.archived_at is not None:
        await work.guard("catalogue")
        if row.code in ENTRIES:
            raise Conflict.at("id", message=f"the product has an entry {row.code} of its own by now")
        await check_room(work, CatalogueEntry, "tenant_id", work.tenant_id, MOST, "id")
        await _check_free(work, row.code, "id")
        row.archived_at = None
    return Done({"catalogue_entry": row.id})


async def check_code(work: Work, code: str | None) -> None:
    """Raises `Invalid` at `catalogue_code` unless the catalogue has an entry of this code."""
    if code is None or code in ENTRIES:
        return
    found = await work.session.execute(
        sa.select(col(CatalogueEntry.id)).where(*_in_use(work), col(CatalogueEntry.code) == code)
    )
    if found.first() is None:
        raise Invalid.at("catalogue_code", message=f"the catalogue has no entry {code}; add one of your own first")


async def _check_free(work: Work, code: str, *path: str) -> None:
    found = await work.session.execute(
        sa.select(col(CatalogueEntry.id)).where(*_in_use(work), col(CatalogueEntry.code) == code)
    )
    if found.first() is not None:
        raise Conflict.at(*(path or ("code",)), message=f"there is another entry {code}; choose another code")


def _check_own(id: UUID) -> None:
    if (entry := BY_ID.get(id)) is not None:
        raise InvalidState.at(
            "id",
            message=f"{entry.name} is the product's own entry, the same for all and read-only; "
            "add one of your own with another code",
        )


def _in_use(work: Work) -> tuple[sa.ColumnElement[bool], ...]:
    return col(CatalogueEntry.tenant_id) == work.tenant_id, col(CatalogueEntry.archived_at).is_(None)

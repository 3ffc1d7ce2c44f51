"""Exports, and the parts in which archives are stored."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import big_number, binary, choice, document, instant, number, reference, text
from domain.kernel.tables import Identified, Kind, WorkTable, check, index, refers


class ExportKind(StrEnum):
    """Whether all of a tenant is exported, or what it holds of one person."""

    TENANT = "tenant"
    PERSON = "person"


class ExportState(StrEnum):
    """How far an export is."""

    QUEUED = "queued"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


UNDER_WAY = (ExportState.QUEUED, ExportState.RUNNING)


class Export(Identified, table=True):
    """One archive that was asked for. Its bytes stand in `archive_part`, since no process holds state."""

    __tablename__ = "export"
    table_kind = Kind.WORK
    prefix = "export"
    references = {"requested_by": "member"}

    kind: ExportKind = choice(ExportKind, name="kind")
    state: ExportState = choice(ExportState, ExportState.QUEUED, name="state")
    member_id: UUID | None = reference(None)
    "Whose data it is, where it is a member's."
    person_id: UUID | None = reference(None)
    "Whose data it is, where it is those of a person who is no member."
    requested_by: UUID | None = reference(None)
    "Empty where an operator, or a key without a maker, asked."
    created_at: datetime = instant()
    started_at: datetime | None = instant(None)
    finished_at: datetime | None = instant(None)
    expires_at: datetime | None = instant(None)
    rows_done: int = big_number(0)
    rows_total: int | None = big_number(None)
    "Counted when it begins; rows that are made meanwhile come on top."
    size: int = big_number(0)
    sha256: str | None = text(None)
    error: str | None = text(None)
    reached: dict[str, Any] | None = document(None)
    "The table that is being read, and the key of the last row that was."
    files: int = number(0)
    __table_args__ = (
        refers("member_id", "membership"),
        refers("person_id", "person"),
        index("state"),
        check("whose", "(kind = 'person')::int = num_nonnulls(member_id, person_id)"),
    )


class ArchivePart(WorkTable, table=True):
    """A piece of an archive, of at most 1 MB."""

    __tablename__ = "archive_part"

    archive_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    starts_at: int = Field(sa_type=sa.BigInteger, primary_key=True)
    "How many bytes of the archive stand before it."
    content: bytes = binary()


class ArchiveFile(WorkTable, table=True):
    """A file within an archive: what the archive's own directory, written last, is made of."""

    __tablename__ = "archive_file"

    archive_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    file_number: int = Field(sa_type=sa.Integer, primary_key=True)
    path: str = text()
    of_table: str = text()
    rows: int = number()
    size: int = big_number()
    compressed: int = big_number()
    crc: int = big_number()
    starts_at: int = big_number()
    sha256: str = text()


class ImportState(StrEnum):
    """How far an import is."""

    UPLOADING = "uploading"
    CHECKING = "checking"
    APPLYING = "applying"
    UNDOING = "undoing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


IMPORTING = (ImportState.UPLOADING, ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING)


class TenantImport(Identified, table=True):
    """An archive that is brought into a tenant in which nobody has done anything yet."""

    __tablename__ = "tenant_import"
    table_kind = Kind.WORK
    prefix = "import"

    state: ImportState = choice(ImportState, ImportState.UPLOADING, name="state")
    requested_by: UUID | None = reference(None)
    "The operator key."
    size: int = big_number()
    sha256: str = text()
    received: int = big_number(0)
    created_at: datetime = instant()
    started_at: datetime | None = instant(None)
    finished_at: datetime | None = instant(None)
    rows_total: int | None = big_number(None)
    rows_done: int = big_number(0)
    "Rows that are checked, and then those that are brought in."
    reached: dict[str, Any] | None = document(None)
    "The file, and the line in it, that come next."
    problem: dict[str, Any] | None = document(None)
    "Why it has failed: file, line and rule."
    __table_args__ = (index("state"),)


class PersonErasureState(StrEnum):
    """Whether all of a person's data is gone."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class PersonErasure(Identified, table=True):
    """The erasure of one person's data, and its receipt: what was erased, and what stays for which reason."""

    __tablename__ = "person_erasure"
    table_kind = Kind.WORK
    prefix = "person_erasure"
    references = {"requested_by": "member"}

    member_id: UUID | None = reference(None)
    person_id: UUID | None = reference(None)
    "Who is erased: a member, or a person who is none."
    requested_by: UUID | None = reference(None)
    user_id: UUID | None = reference(None)
    "The user behind the member, until it is done."
    state: PersonErasureState = choice(PersonErasureState, PersonErasureState.RUNNING, name="state")
    created_at: datetime = instant()
    finished_at: datetime | None = instant(None)
    reached: dict[str, Any] | None = document(None)
    "The step that is being done, and the id up to which it is."
    erased: dict[str, Any] = document()
    "Rows by table in which personal values were replaced or which were deleted."
    kept: dict[str, Any] = document()
    "Rows by table that still name the person."
    error: str | None = text(None)
    __table_args__ = (
        refers("member_id", "membership"),
        refers("person_id", "person"),
        index("member_id"),
        index("person_id"),
        index("state"),
        check("whose", "num_nonnulls(member_id, person_id) = 1"),
    )

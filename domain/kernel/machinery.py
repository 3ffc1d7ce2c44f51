"""Tables of the machinery: outbox, audit, due times, guards, idempotency keys, search text."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import Choice, big_number, day, document, flag, instant, number, reference, text
from domain.kernel.metrics import Metric
from domain.kernel.tables import Identified, Kind, WorkTable, check, index

ADDRESS: Final = "client.address"
"""The field of `audit_personal` that holds where a request came from. No column has a dot in its name."""


class Event(Identified, table=True):
    """The outbox and the tenant's log of events. Partitioned by month of `id`.

    `due` is set until the relay has given it its `sequence`; the relay marks rows and remembers no high-water mark.
    """

    __tablename__ = "event"
    table_kind = Kind.WORK
    prefix = "event"

    type: str = text()
    subject_type: str = text()
    subject_id: UUID = reference()
    subject_version: int | None = number(None)
    venture_id: UUID | None = reference(None)
    category: str | None = text(None)
    severity: str | None = text(None)
    data: dict[str, Any] = document()
    previous: dict[str, Any] | None = document(None)
    actor: dict[str, Any] = document()
    request_id: str | None = text(None)
    occurred_at: datetime = instant()
    sequence: int | None = big_number(None)
    due: datetime | None = instant(None)
    __table_args__ = (
        sa.Index("ix_event_sequence", "tenant_id", "sequence", postgresql_where=sa.text("sequence IS NOT NULL")),
        sa.Index("ix_event_due", "tenant_id", "id", postgresql_where=sa.text("due IS NOT NULL")),
        sa.Index("ix_event_due_subject", "tenant_id", "subject_id", "id", postgresql_where=sa.text("due IS NOT NULL")),
        {"postgresql_partition_by": "RANGE (id)"},
    )


class EventBody(WorkTable, table=True):
    """The bytes that are sent for an event, once for each form (full or thin, role, payload document).

    Partitioned like events.
    """

    __tablename__ = "event_body"

    event_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    form: str = Field(sa_type=sa.Text, primary_key=True)
    body: str = text()
    __table_args__ = ({"postgresql_partition_by": "RANGE (event_id)"},)


class AuditEntry(Identified, table=True):
    """Who did what to which object. Append-only. Partitioned by month of `id`."""

    __tablename__ = "audit_entry"
    table_kind = Kind.WORK
    prefix = "audit_entry"
    references = {"venture_id": "venture"}

    at: datetime = instant()
    actor_kind: str = text()
    actor_id: UUID | None = reference(None)
    request_id: str | None = text(None)
    action: str = text()
    subject_type: str = text()
    subject_id: UUID = reference()
    before: dict[str, Any] | None = document(None)
    after: dict[str, Any] | None = document(None)
    venture_id: UUID | None = reference(None)
    agent: str | None = text(None)
    "The class of the program that sent the request; empty where no request was sent."
    address_hash: str | None = text(None)
    "The salted hash of the address that the request came from, which stands in `audit_personal`."
    __table_args__ = (
        index("at", "id"),
        index("actor_id", "at", "id"),
        index("subject_id", "at", "id"),
        index("subject_type", "at", "id"),
        index("action", "at", "id"),
        index("venture_id", "at", "id"),
        index("request_id"),
        {"postgresql_partition_by": "RANGE (id)"},
    )


class AuditPersonal(WorkTable, table=True):
    """Values of personal fields of audit entries: erasable; the entry holds their salted hash.

    The address that a request came from stands among them under the name `ADDRESS`, as `after`.
    """

    __tablename__ = "audit_personal"

    entry_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    field: str = Field(sa_type=sa.Text, primary_key=True)
    subject_id: UUID = reference()
    salt: str = text()
    before: str | None = text(None)
    after: str | None = text(None)
    __table_args__ = (
        index("subject_id"),
        sa.Index("ix_audit_personal_address", "tenant_id", "after", postgresql_where=sa.text(f"field = '{ADDRESS}'")),
    )


class AuditSeal(WorkTable, table=True):
    """The chain over the audit entries of a tenant: dense numbers, each hash over the entry and the hash before."""

    __tablename__ = "audit_seal"

    number: int = Field(sa_type=sa.BigInteger, primary_key=True)
    entry_id: UUID = reference()
    hash: str = text()
    sealed_at: datetime = instant()
    __table_args__ = (sa.UniqueConstraint("tenant_id", "entry_id"),)


class CheckpointKind(StrEnum):
    """What a place of the chain is kept for: it begins there, or was its head on a day."""

    START = "start"
    HEAD = "head"


class AuditCheckpoint(WorkTable, table=True):
    """A signed place of the chain. Who has the database but not the key ring cannot make one."""

    __tablename__ = "audit_checkpoint"

    number: int = Field(sa_type=sa.BigInteger, primary_key=True)
    kind: CheckpointKind = Field(sa_type=Choice(CheckpointKind), primary_key=True)
    hash: str = text()
    at: datetime = instant()
    signature: str = text()
    __table_args__ = (check("kind", "kind IN ('start', 'head')"),)


class TenantCounter(WorkTable, table=True):
    """Dense numbers of a tenant, by name: the relay's `event` and `audit`."""

    __tablename__ = "tenant_counter"

    name: str = Field(sa_type=sa.Text, primary_key=True)
    value: int = big_number(0)


class Quota(WorkTable, table=True):
    """The tenant's limit of one metric, and how much of it is used: in one row, so that one UPDATE decides.

    `most` is what is in force, the plan's or the operator's own (`overridden`); empty: no limit. Nobody counts where
    there is none: `used` is empty then, and writers only share the row. `day` is the day of what counts by days.
    """

    __tablename__ = "quota"

    metric: Metric = Field(sa_type=Choice(Metric), primary_key=True)
    most: int | None = big_number(None)
    overridden: bool = flag(False)
    used: int | None = big_number(None)
    day_counted: date | None = day(None)
    recounted_at: datetime | None = instant(None)
    __table_args__ = (
        check("metric", f"metric IN ({', '.join(repr(str(metric)) for metric in Metric)})"),
        check("most", "most >= 0"),
        check("used", "used >= 0"),
    )


class Guard(WorkTable, table=True):
    """Rows that are locked to hold what must hold over several rows."""

    __tablename__ = "guard"

    name: str = Field(sa_type=sa.Text, primary_key=True)


class DueWork(WorkTable, table=True):
    """What is to be done for a subject, and when. Never on the entity's own row."""

    __tablename__ = "work"

    kind_of_work: str = Field(sa_type=sa.Text, primary_key=True, sa_column_kwargs={"name": "kind"})
    subject_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    due: datetime | None = instant(None)
    wanted: int = big_number(1)
    lease: UUID | None = reference(None)
    attempts: int = number(0)
    parked_at: datetime | None = instant(None)
    error: str | None = text(None)
    __table_args__ = (
        sa.Index("ix_work_due", "due", "tenant_id", postgresql_where=sa.text("due IS NOT NULL")),
        sa.Index("ix_work_kind_due", "tenant_id", "kind", "due", postgresql_where=sa.text("due IS NOT NULL")),
    )


class IdempotencyKey(WorkTable, table=True):
    """A request that was carried out: the same key answers with the same ids."""

    __tablename__ = "idempotency_key"

    principal: str = Field(sa_type=sa.Text, primary_key=True)
    method: str = Field(sa_type=sa.Text, primary_key=True)
    route: str = Field(sa_type=sa.Text, primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    request_hash: str = text()
    status: int | None = number(None)
    result: dict[str, Any] | None = document(None)
    created_at: datetime = instant()
    __table_args__ = (index("created_at"),)


class SearchText(WorkTable, table=True):
    """The searchable text of every entity in use, as `domain.kernel.searching` folds it; archived ones have none.

    It is read from end to end within the tenant. No index on the text would help: under row level security
    PostgreSQL asks an index only with operators that it knows to leak nothing, and LIKE is none of them.
    """

    __tablename__ = "search_text"

    type: str = Field(sa_type=sa.Text, primary_key=True)
    id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    content: str = text()

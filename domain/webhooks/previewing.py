"""Trying a payload document: the body that an endpoint would be sent, without sending it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from pydantic import AfterValidator, Field

from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.ids import MalformedId, split_id
from domain.kernel.inputs import IdOf, Input
from domain.kernel.machinery import Event
from domain.kernel.outward import stored_columns
from domain.kernel.principal import Role
from domain.kernel.selections import Subject
from domain.kernel.tables import Entity, Identified, tables
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_role, check_unrestricted, check_ventures
from domain.webhooks.bodies import body_of, form_of, reader_of
from domain.webhooks.commands import VentureIds
from domain.webhooks.event_types import event_types
from domain.webhooks.payload_documents import DOCUMENT, PayloadDocument, price_of, selections_of
from domain.webhooks.tables import Payload

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper


def _known_type(value: str) -> str:
    if value not in event_types():
        raise ValueError("is no type of event; GET /v1/event-types lists them")
    return value


def _an_id(value: str) -> str:
    try:
        split_id(value)
    except MalformedId as error:
        raise ValueError(str(error)) from None
    return value


EventType = Annotated[str, AfterValidator(_known_type), Field(max_length=100, examples=["risk.updated"])]
AnyId = Annotated[str, AfterValidator(_an_id), Field(max_length=80, examples=["risk_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"])]


class PreviewPayload(Input):
    """What to try: an event that there was, or a type with a subject, and how it would be told."""

    event_id: Annotated[UUID, IdOf("event")] | None = Field(None, description="An event that there was.")
    event_type: EventType | None = Field(None, description="Without an event: the type of one.")
    subject_id: AnyId | None = Field(None, description="Without an event: what it would be about.")
    document: PayloadDocument | None = Field(None, description=DOCUMENT)
    payload: Payload = Field(Payload.FULL, description="All that is stored, or ids only.")
    role: Role = Field(Role.VIEWER, description="As whose role the document is read.")
    venture_ids: VentureIds | None = Field(None, description="Only rows of these ventures are seen; left out: all.")


_TOLD: Final = {
    "preview": "`body`, as it would be sent, and `document_cost`. The body of an event that there was not has the "
    "`sequence` 0, and no `data` but the columns of the subject where the type is one of its own."
}


@command(Action.WEBHOOK_WRITE, returns={}, reports=_TOLD)
async def preview_payload(work: Work, given: PreviewPayload) -> Done:
    """Show the body that an endpoint with this document would be sent for an event. Nothing is stored or sent."""
    check_unrestricted(work)
    check_role(work, given.role)
    venture_ids = await check_ventures(work, given.venture_ids)
    cost = price_of(work, given.document, given.role, venture_ids)
    event = await _event(work, given)
    selection = None
    if given.document is not None:
        reader = reader_of(work.tenant_id, given.role, venture_ids)
        subject = Subject(event.subject_type, event.subject_id, event.venture_id)
        selection = await selections_of(work).read(given.document, reader, subject, work.reading)
    form = form_of(given.payload, given.role, given.document, venture_ids)
    body = orjson.loads(body_of(work.tenant_id, event, event.sequence or 0, form, selection))
    return Done({}, reports={"preview": {"body": body, "document_cost": cost}})


@dataclass(frozen=True)
class _Imagined:
    """An event that there was not, with what a body needs of one."""

    type: str
    occurred_at: datetime
    subject_type: str
    subject_id: UUID
    venture_id: UUID | None
    data: dict[str, Any]
    actor: dict[str, Any]
    previous: dict[str, Any] | None = None
    sequence: int | None = None


async def _event(work: Work, given: PreviewPayload) -> Any:
    """The event that was named, or one that is imagined. Raises `NotFound` and `Invalid`."""
    if given.event_id is not None:
        named = sa.select(EVENT).where(EVENT.c.tenant_id == work.tenant_id, EVENT.c.id == given.event_id)
        found = (await work.session.execute(named)).one_or_none()
        if found is None:
            raise NotFound.at("event_id", what="event")
        return found
    if given.event_type is None or given.subject_id is None:
        raise Invalid.at("event_id", message="name an event, or an event_type with a subject_id")
    return await _imagined(work, given.event_type, given.subject_id)


async def _imagined(work: Work, type: str, subject_id: str) -> _Imagined:
    prefix, id = split_id(subject_id)
    known = (table for table in tables() if issubclass(table, Identified) and table.prefix == prefix)
    table = next(known, None)
    if table is None:
        raise NotFound.at("subject_id")
    row = await work.get(table, id, "subject_id")
    word = getattr(table, "word", prefix)
    noun, _, verb = type.rpartition(".")
    generic = verb in ("created", "updated", "archived", "restored")
    if generic and not (isinstance(row, Entity) and noun == word):
        raise Invalid.at("subject_id", message=f"{type} is about a {noun}, not a {word}")
    columns = {name: getattr(row, name) for name in table.model_fields} if generic else {}
    venture_id = row.scope.venture_id if isinstance(row, Entity) else getattr(row, "venture_id", None)
    actor = {"type": str(work.principal.kind), "id": None}
    return _Imagined(type, work.now, word, id, venture_id, stored_columns(table, columns), actor)

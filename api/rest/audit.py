"""The audit log of a tenant."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import Seen
from api.rest.operation import Call, Operation
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import Rows
from api.rest.shown import ShownAuditEntry
from domain.kernel.ids import MalformedId, external_id, split_id
from domain.kernel.inputs import Moment
from domain.kernel.machinery import AuditEntry
from domain.kernel.principal import ActorKind
from domain.kernel.tables import entities
from domain.tenancy.permissions import Action


def _id(value: str) -> str:
    try:
        split_id(value)
    except MalformedId as error:
        raise ValueError(str(error)) from None
    return value


AnyId = Annotated[str, AfterValidator(_id), Field(max_length=80)]


class AuditList(Paging):
    """Query parameters of the audit log."""

    subject_id: Annotated[AnyId | None, Field(description="Only what was done to this object.")] = None
    actor_id: Annotated[AnyId | None, Field(description="Only what this member or key did.")] = None
    action: Annotated[str | None, Field(max_length=100, description="Only this action, such as risk.updated.")] = None
    since: Annotated[Moment | None, Field(description="Only from this instant on.")] = None
    until: Annotated[Moment | None, Field(description="Only before this instant.")] = None


class _Entries(Rows):
    async def page(self, call: Call, *where: sa.ColumnElement[bool]) -> Response:
        """A page of entries, the newest first."""
        query = call.query
        assert isinstance(query, AuditList)
        conditions = [*where, *_period(query.since, query.until)]
        if query.subject_id is not None:
            conditions.append(col(AuditEntry.subject_id) == split_id(query.subject_id)[1])
        if query.actor_id is not None:
            conditions.append(col(AuditEntry.actor_id) == split_id(query.actor_id)[1])
        if query.action is not None:
            conditions.append(col(AuditEntry.action) == query.action)
        return await super().page(call, *conditions)

    def seen(self, row: Any) -> Seen:
        """An entry, its ids in the form that they have everywhere."""
        actor = None if row.actor_id is None else external_id(ActorKind(row.actor_kind).prefix, row.actor_id)
        values = {name: getattr(row, name) for name in ShownAuditEntry.model_fields}
        subject = external_id(_prefix_of(row.subject_type), row.subject_id)
        return ShownAuditEntry(**(values | {"actor_id": actor, "subject_id": subject})).model_dump(mode="json")


def _period(since: datetime | None, until: datetime | None) -> list[sa.ColumnElement[bool]]:
    conditions = []
    if since is not None:
        conditions.append(col(AuditEntry.at) >= since)
    if until is not None:
        conditions.append(col(AuditEntry.at) < until)
    return conditions


def _prefix_of(word: str) -> str:
    return next((entity.prefix for entity in entities() if entity.word == word), word)


ENTRIES = Resource(
    path="audit-log",
    noun="audit entry",
    nouns="audit entries",
    tag="Audit log",
    prefix="audit_entry",
    reader=_Entries(AuditEntry, ShownAuditEntry, newest_first=True, for_all_ventures=True),
    schema=ShownAuditEntry,
    query=AuditList,
    read_action=Action.AUDIT_READ,
    versioned=False,
)


def operations() -> list[Operation]:
    """All that can be asked of the audit log."""
    return [ENTRIES.lists("List what was done in the tenant, the newest first."), ENTRIES.reads()]

"""The audit log of a tenant: listed, read, and exported whole."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Sequence
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import AfterValidator, Field
from starlette.responses import Response, StreamingResponse

from api.rest.answering import Seen, show, show_list
from api.rest.audit_forms import csv_lines, ndjson_lines
from api.rest.operation import Call, Operation
from api.rest.paging import dated_cursor_after, read_dated_cursor
from api.rest.reading_input import Paging, Query
from api.rest.resource import IN_TENANT
from api.rest.shown import ShownAuditEntry
from domain.auditing.finding import Found, Place, Wanted, find_entries, find_entry
from domain.auditing.subjects import actor_id, subject_id
from domain.kernel.addresses import plain_address
from domain.kernel.errors import Forbidden
from domain.kernel.ids import MalformedId, external_id, split_id
from domain.kernel.inputs import IdOf, Moment
from domain.kernel.outward import outward
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import Action, allows, require

_TAG: Final = "Audit log"
_PATTERN: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*(\.\*)?", re.ASCII)
_BATCH: Final = 200
"""Entries held at one time while the log is exported."""


def _id(value: str) -> str:
    try:
        split_id(value)
    except MalformedId as error:
        raise ValueError(str(error)) from None
    return value


def _action(value: str) -> str:
    if not _PATTERN.fullmatch(value):
        raise ValueError("must be an action such as risk.updated, or the beginning of some such as risk.*")
    return value


def _address(value: str) -> str:
    if (address := plain_address(value)) is None:
        raise ValueError("must be an IPv4 or IPv6 address such as 203.0.113.7")
    return str(address)


AnyId = Annotated[str, AfterValidator(_id), Field(max_length=80)]
VentureId = Annotated[UUID, IdOf("venture")]
ActionName = Annotated[str, AfterValidator(_action), Field(max_length=100)]
Address = Annotated[str, AfterValidator(_address), Field(max_length=60)]


class AuditFilters(Query):
    """Query parameters by which entries are found."""

    actor_id: Annotated[AnyId | None, Field(description="Only what this member or key did.")] = None
    subject_id: Annotated[AnyId | None, Field(description="Only what was done to this object.")] = None
    subject_type: Annotated[
        str | None,
        Field(max_length=60, pattern="^[a-z][a-z_]*$", description="Only what was done to objects of this kind."),
    ] = None
    action: Annotated[
        ActionName | None,
        Field(description="Only this action, such as risk.updated; or the beginning of some, such as risk.*"),
    ] = None
    venture: Annotated[VentureId | None, Field(description="Only what was done in this venture.")] = None
    request_id: Annotated[
        str | None, Field(max_length=128, description="Only what was done by the request of this id.")
    ] = None
    address: Annotated[
        Address | None, Field(description="Only what was asked for from this address. Needs member:read.")
    ] = None
    since: Annotated[Moment | None, Field(description="Only from this instant on.")] = None
    until: Annotated[Moment | None, Field(description="Only before this instant.")] = None

    def wanted(self) -> Wanted:
        """The same as the domain asks for it."""
        return Wanted(
            actor_id=None if self.actor_id is None else split_id(self.actor_id)[1],
            subject_id=None if self.subject_id is None else split_id(self.subject_id)[1],
            subject_type=self.subject_type,
            action=self.action,
            venture_id=self.venture,
            request_id=self.request_id,
            address=self.address,
            since=self.since,
            until=self.until,
        )


class Order(StrEnum):
    """Which entries come first."""

    NEWEST = "newest"
    OLDEST = "oldest"


class AuditList(AuditFilters, Paging):
    """Query parameters of the audit log."""

    order: Annotated[Order, Field(description="Whether the newest or the oldest come first.")] = Order.NEWEST


class ExportFormat(StrEnum):
    """In which form the log is exported."""

    NDJSON = "ndjson"
    CSV = "csv"


class AuditExport(AuditFilters):
    """Query parameters of an export."""

    format: Annotated[ExportFormat, Field(description="One JSON object a line, or a table for spreadsheets.")] = (
        ExportFormat.NDJSON
    )


_FORMS: Final[dict[ExportFormat, tuple[str, Callable[[AsyncIterator[Sequence[Seen]]], AsyncIterator[bytes]]]]] = {
    ExportFormat.NDJSON: ("application/x-ndjson", ndjson_lines),
    ExportFormat.CSV: ("text/csv", csv_lines),
}


def seen_entry(found: Found) -> Seen:
    """An entry as JSON shows it, its ids in the form that they have everywhere."""
    row = found.row
    values = {name: getattr(row, name) for name in ShownAuditEntry.model_fields if hasattr(row, name)}
    values |= {
        "actor_id": actor_id(row),
        "subject_id": subject_id(row),
        "before": found.before,
        "after": found.after,
        "address": found.address,
        "number": found.number,
        "hash": found.hash,
    }
    return ShownAuditEntry(**values).model_dump(mode="json")


def reads_people(call: Call, filters: AuditFilters | None = None) -> bool:
    """Whether the caller is shown names and addresses. Raises `Forbidden` for who sees some ventures only.

    Who may not read members is not answered either whether an address is there.
    """
    if call.principal.venture_ids is not None:
        raise Forbidden("who is restricted to some ventures cannot see what concerns all of them")
    if filters is not None and filters.address is not None:
        require(call.principal, Action.MEMBER_READ)
    return allows(call.principal, Action.MEMBER_READ)


async def _list(call: Call) -> Response:
    query = call.query
    assert isinstance(query, AuditList)
    personal = reads_people(call, query)
    after = None if query.cursor is None else Place(*read_dated_cursor(call, query.cursor))
    found = await find_entries(
        call.runtime,
        call.principal,
        query.wanted(),
        limit=query.limit + 1,
        after=after,
        oldest_first=query.order is Order.OLDEST,
        personal=personal,
    )
    shown = found[: query.limit]
    following = dated_cursor_after(call, shown[-1].row.at, shown[-1].row.id) if len(found) > query.limit else None
    return show_list(call, [seen_entry(each) for each in shown], following)


async def _read(call: Call) -> Response:
    personal = reads_people(call)
    return show(call, seen_entry(await find_entry(call.runtime, call.principal, call.id, personal=personal)))


async def _export(call: Call) -> Response:
    query = call.query
    assert isinstance(query, AuditExport)
    personal = reads_people(call, query)
    asked = {name: outward(getattr(query, name)) for name in sorted(query.model_fields_set)}
    if query.venture is not None:
        asked["venture"] = external_id("venture", query.venture)

    async def act(work: Work) -> None:
        work.record("audit_log.exported", ("tenant", work.tenant_id), after=asked | {"format": str(query.format)})

    await perform(call.runtime, call.principal, act, request_id=call.request_id)
    media_type, written = _FORMS[query.format]
    name = f"audit-log-{call.principal.tenant_id.hex}.{query.format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(written(_batches(call, query.wanted(), personal)), 200, headers, media_type)


async def _batches(call: Call, wanted: Wanted, personal: bool) -> AsyncIterator[Sequence[Seen]]:
    """All entries, the oldest first; each batch in a transaction of its own, so that none stays open for long."""
    after: Place | None = None
    while True:
        found = await find_entries(
            call.runtime,
            call.principal,
            wanted,
            limit=_BATCH,
            after=after,
            oldest_first=True,
            personal=personal,
        )
        if found:
            yield [seen_entry(each) for each in found]
        if len(found) < _BATCH:
            return
        after = Place(found[-1].row.at, found[-1].row.id)


def operations() -> list[Operation]:
    """All that can be asked of the audit log."""
    usual: dict[str, Any] = {"method": "GET", "tag": _TAG, "action": Action.AUDIT_READ}
    path = f"{IN_TENANT}/audit-log"
    return [
        Operation(
            id="list_audit_entries",
            path=path,
            summary="List audit entries",
            description="List what was done in the tenant: by whom, from where, to what, and what it was before and "
            "after. The newest come first unless `order` says otherwise.",
            run=_list,
            query=AuditList,
            schema=ShownAuditEntry,
            listed=True,
            **usual,
        ),
        Operation(
            id="export_audit_log",
            path=f"{path}/export",
            summary="Export the audit log",
            description="All entries that the filters let through, the oldest first, as NDJSON or CSV. The answer is "
            "sent while it is read, however long the log is; that it was asked for stands in the log itself. In CSV, a "
            "cell that a spreadsheet would take for a formula begins with an apostrophe.",
            run=_export,
            query=AuditExport,
            documents=tuple(media_type for media_type, _ in _FORMS.values()),
            **usual,
        ),
        Operation(
            id="get_audit_entry",
            path=f"{path}/{{id}}",
            summary="Read an audit entry",
            description="Read an audit entry. With `If-None-Match`, 304 where nothing changed.",
            run=_read,
            prefix="audit_entry",
            schema=ShownAuditEntry,
            **usual,
        ),
    ]

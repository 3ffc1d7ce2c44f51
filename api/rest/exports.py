"""Exports: archives of a tenant or of one person, asked for, watched, fetched."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from sqlmodel import col
from starlette.responses import Response, StreamingResponse

from api.auth import authenticator_of
from api.rest.answering import Seen, run_command, show_done
from api.rest.members import MEMBERS
from api.rest.operation import Call, Operation
from api.rest.preconditions import is_unchanged
from api.rest.ranges import range_of
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import Rows
from api.rest.shown import Instant, MemberId, PersonId, Shown
from domain.archives.exporting import EXPORTING
from domain.archives.storing import part_at
from domain.archives.tables import Export, ExportKind, ExportState
from domain.kernel.errors import InvalidState
from domain.kernel.inputs import IdOf
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import Action, require

MEDIA_TYPE = "application/zip"


class ShownExport(Shown):
    """An archive that was asked for."""

    id: Annotated[UUID, IdOf("export"), Field(description="Its id.")]
    kind: Annotated[ExportKind, Field(description="Whether it holds all of the tenant, or what concerns one person.")]
    state: Annotated[ExportState, Field(description="How far it is; its archive can be fetched while it is ready.")]
    member_id: Annotated[MemberId | None, Field(description="The member whose data it holds; null: none.")]
    person_id: Annotated[PersonId | None, Field(description="The person, no member, whose data it holds; null: none.")]
    requested_by: Annotated[MemberId | None, Field(description="Who asked for it; null: an operator or a key.")]
    created_at: Annotated[Instant, Field(description="When it was asked for.")]
    started_at: Annotated[Instant | None, Field(description="When it began; its rows are as they were since then.")]
    finished_at: Annotated[Instant | None, Field(description="When it was over.")]
    expires_at: Annotated[Instant | None, Field(description="Until when its archive can be fetched.")]
    progress: Annotated[float, Field(ge=0, le=1, description="The share of its rows that are read.", examples=[0.42])]
    rows_done: Annotated[int, Field(description="Rows that are in it.", examples=[4200])]
    rows_total: Annotated[
        int | None, Field(description="Rows that there were when it began; null before.", examples=[10000])
    ]
    size: Annotated[int, Field(description="Bytes of the archive so far.", examples=[73412])]
    sha256: Annotated[
        str | None, Field(description="SHA-256 of the archive; null before it is ready.", examples=["9f86d0…"])
    ]
    error: Annotated[str | None, Field(description="Why it has failed; null where it has not.", examples=[None])]


class ExportList(Paging):
    """Query parameters of the list of exports."""

    state: Annotated[ExportState | None, Field(description="Only those in this state.")] = None
    kind: Annotated[ExportKind | None, Field(description="Only those of this kind.")] = None


class _Exports(Rows):
    async def page(self, call: Call, *where: Any) -> Response:
        """A page of exports, the newest first."""
        query = call.query
        assert isinstance(query, ExportList)
        asked = query.model_dump(include={"state", "kind"}, exclude_none=True)
        return await super().page(call, *where, *(col(getattr(Export, name)) == value for name, value in asked.items()))

    def seen(self, row: Export) -> Seen:
        """An export, with how far it is."""
        values = {name: getattr(row, name) for name in ShownExport.model_fields if name != "progress"}
        return ShownExport(**values, progress=_progress(row)).model_dump(mode="json")


def _progress(export: Export) -> float:
    if export.state in (ExportState.READY, ExportState.EXPIRED):
        return 1.0
    total = export.rows_total or 0
    return round(min(0.99, export.rows_done / total), 4) if total else 0.0


EXPORTS = Resource(
    path="exports",
    noun="export",
    nouns="exports",
    tag="Exports",
    prefix="export",
    reader=_Exports(Export, ShownExport, newest_first=True, for_all_ventures=True),
    schema=ShownExport,
    query=ExportList,
    read_action=Action.EXPORT_READ,
    versioned=False,
)


async def _of_member(call: Call) -> Response:
    return await _of(call, "export_member", "member_id")


async def _of_person(call: Call) -> Response:
    return await _of(call, "export_person", "person_id")


async def _of(call: Call, command: str, whose: str) -> Response:
    done = await run_command(call, EXPORTING[command], EXPORTS.reader, {whose: call.id})
    id = done.ids["export"]
    location = f"{EXPORTS.collection}/export_{id.hex}".replace("{tenant_id}", call.request.path_params["tenant_id"])
    return await show_done(call, done, EXPORTS.reader, id, location)


async def _content(call: Call) -> Response:
    """The archive, or the range of it that is asked for."""
    export = await _ready(call)
    etag = f'"{export.sha256}"'
    headers = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="milepost-{export.kind}-{export.id.hex}.zip"',
    }
    if is_unchanged(call.request, etag):
        return Response(status_code=304, headers=headers)
    asked = range_of(call.request, export.size, etag)
    first, last = asked or (0, export.size - 1)
    headers["Content-Length"] = str(last - first + 1)
    if asked is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{export.size}"
    status = 200 if asked is None else 206
    if call.request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=MEDIA_TYPE)
    if first == 0:
        await _note(call, export)
    return StreamingResponse(_bytes(call, export, first, last), status, headers, MEDIA_TYPE)


async def _ready(call: Call) -> Export:
    async def act(work: Work) -> Export:
        export = await work.get(Export, call.id)
        if export.kind is ExportKind.TENANT:
            require(work.principal, Action.TENANT_OWN)
        if export.state is not ExportState.READY or (export.expires_at is not None and export.expires_at <= work.now):
            state = ExportState.EXPIRED if export.state is ExportState.READY else export.state
            raise InvalidState.at("id", message=f"the export is {state}: there is no archive to fetch")
        return export

    return await perform(call.runtime, call.principal, act)


async def _note(call: Call, export: Export) -> None:
    """Whoever begins to fetch an archive stands in the audit log."""

    async def act(work: Work) -> None:
        work.record("export.fetched", ("export", export.id))

    await perform(call.runtime, call.principal, act, request_id=call.request_id)


async def _bytes(call: Call, export: Export, first: int, last: int) -> AsyncIterator[bytes]:
    """The bytes from one place to another. Whoever may not fetch them any more gets no further part."""
    offset = first
    while offset <= last:
        if offset != first:
            call.caller = await authenticator_of(call.request).principal(call.request)
            require(call.principal, Action.EXPORT_READ)
        found = await perform(call.runtime, call.principal, lambda work: part_at(work, export.id, offset))  # noqa: B023
        if found is None:
            raise InvalidState(f"the export {export.id} was thrown away while it was fetched")
        starts_at, content = found
        piece = content[offset - starts_at : last + 1 - starts_at]
        yield piece
        offset += len(piece)


def operations() -> list[Operation]:
    """All that can be asked of exports."""
    member, person = EXPORTING["export_member"], EXPORTING["export_person"]
    return [
        EXPORTS.lists("List the exports, the newest first."),
        EXPORTS.reads(),
        replace(EXPORTS.creates(EXPORTING["request_export"]), body=None),
        EXPORTS.verb(EXPORTING["cancel_export"], "cancel"),
        Operation(
            id="get_export_content",
            method="GET",
            path=f"{EXPORTS.collection}/{{id}}/content",
            tag=EXPORTS.tag,
            summary="Fetch an archive",
            description="Fetch the archive as a zip. `Range` goes on where a download was interrupted; with `If-Range` "
            "only while it is the same archive.",
            run=_content,
            action=Action.EXPORT_READ,
            prefix="export",
            documents=(MEDIA_TYPE,),
            refusals=("CONFLICT", "RANGE_NOT_SATISFIABLE"),
        ),
        Operation(
            id=member.name,
            method="POST",
            path=f"{MEMBERS.collection}/{{id}}/export",
            tag=EXPORTS.tag,
            summary="Export a member's data",
            description=member.description,
            run=_of_member,
            action=member.action,
            prefix="member",
            from_path=frozenset({"member_id"}),
            schema=ShownExport,
            status=201,
        ),
        Operation(
            id=person.name,
            method="POST",
            path=f"{EXPORTS.collection.removesuffix(EXPORTS.path)}people/{{id}}/export",
            tag=EXPORTS.tag,
            summary="Export a person's data",
            description=person.description,
            run=_of_person,
            action=person.action,
            prefix="person",
            from_path=frozenset({"person_id"}),
            schema=ShownExport,
            status=201,
        ),
    ]

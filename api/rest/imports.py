"""Imports: an operator brings an archive into a tenant in which nobody has done anything yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

import orjson
from pydantic import BeforeValidator, Field
from starlette.responses import Response

from api.rest.answering import JSON, Seen
from api.rest.operation import Call, Caller, Operation
from api.rest.reading_input import Paging, Query, whole_number
from api.rest.resource import Resource
from api.rest.rows import Rows
from api.rest.shown import Instant, Shown
from domain.archives.importing import IMPORTING_COMMANDS, take_part
from domain.archives.storing import MOST_BYTES
from domain.archives.tables import ImportState, TenantImport
from domain.kernel.inputs import IdOf
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import Action

BYTES = "application/octet-stream"


class ShownProblem(Shown):
    """What is wrong with an archive."""

    file: Annotated[str | None, Field(description="The file in the archive; null: the archive itself.")]
    line: Annotated[int | None, Field(description="The line in it, from 1; null: the file itself.", examples=[17])]
    rule: Annotated[str, Field(description="The rule that it breaks.", examples=["the column title is missing"])]


class ShownImport(Shown):
    """An archive that is brought into the tenant."""

    id: Annotated[UUID, IdOf("import"), Field(description="Its id.")]
    state: Annotated[ImportState, Field(description="How far it is.")]
    size: Annotated[int, Field(description="Bytes of the archive, as they were told.", examples=[73412])]
    sha256: Annotated[str, Field(description="SHA-256 of the archive, as it was told.", examples=["9f86d0…"])]
    received: Annotated[int, Field(description="Bytes that were sent: the next part begins there.", examples=[0])]
    created_at: Annotated[Instant, Field(description="When it was begun.")]
    started_at: Annotated[Instant | None, Field(description="When it was started.")]
    finished_at: Annotated[Instant | None, Field(description="When it was over.")]
    rows_total: Annotated[int | None, Field(description="Rows in the archive; null before.", examples=[10000])]
    rows_done: Annotated[int, Field(description="Rows that are checked, then those that are there.", examples=[4200])]
    problem: Annotated[ShownProblem | None, Field(description="Why it has failed; null where it has not.")]


class PartQuery(Query):
    """Query parameters of a part."""

    offset: Annotated[
        int,
        BeforeValidator(whole_number),
        Field(ge=0, description="Bytes of the archive that stand before the part."),
    ]


class ImportList(Paging):
    """Query parameters of the list of imports."""


class _Imports(Rows):
    def seen(self, row: Any) -> Seen:
        """An import."""
        return ShownImport.model_validate(row).model_dump(mode="json")


IMPORTS = Resource(
    path="imports",
    noun="import",
    nouns="imports",
    tag="Imports",
    prefix="import",
    reader=_Imports(TenantImport, ShownImport, newest_first=True, for_all_ventures=True),
    schema=ShownImport,
    query=ImportList,
    read_action=Action.TENANT_OWN,
    versioned=False,
)


async def _take(call: Call) -> Response:
    query = call.query
    assert isinstance(query, PartQuery)

    async def act(work: Work) -> TenantImport:
        return await take_part(work, call.id, query.offset, call.raw)

    found = await perform(call.runtime, call.principal, act, request_id=call.request_id)
    return Response(orjson.dumps(ShownImport.model_validate(found).model_dump(mode="json")), 200, {}, JSON)


def operations() -> list[Operation]:
    """All that can be asked of imports; operators alone may."""
    found = [
        IMPORTS.lists("List the imports, the newest first. Needs an operator key."),
        IMPORTS.reads(),
        IMPORTS.creates(IMPORTING_COMMANDS["begin_import"]),
        Operation(
            id="send_import_part",
            method="PUT",
            path=f"{IMPORTS.collection}/{{id}}/content",
            tag=IMPORTS.tag,
            summary="Send a part of an archive",
            description=f"Send the next bytes of the archive, {MOST_BYTES} at most. A part that was sent before may be "
            "sent again; where a connection broke, `received` says where to go on.",
            run=_take,
            action=Action.TENANT_OWN,
            query=PartQuery,
            prefix="import",
            schema=ShownImport,
            bytes_of=BYTES,
        ),
        IMPORTS.verb(IMPORTING_COMMANDS["start_import"], "start"),
        IMPORTS.verb(IMPORTING_COMMANDS["cancel_import"], "cancel"),
    ]
    return [replace(operation, caller=Caller.OPERATOR_IN_TENANT) for operation in found]

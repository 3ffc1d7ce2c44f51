"""The erasure of persons: asked for at a member, with a receipt of what was erased and what stays."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from starlette.responses import Response

from api.rest.answering import Seen, run_command, show_done
from api.rest.members import MEMBERS
from api.rest.operation import Call, Operation
from api.rest.reading_input import Paging
from api.rest.resource import Resource
from api.rest.rows import Rows
from api.rest.shown import Instant, MemberId, PersonId, Shown
from domain.archives.erasing import ERASE_MEMBER, ERASE_PERSON
from domain.archives.tables import PersonErasure, PersonErasureState
from domain.kernel.commands import Command
from domain.kernel.inputs import IdOf
from domain.tenancy.permissions import Action


class ShownPersonErasure(Shown):
    """The erasure of one person's data, and its receipt."""

    id: Annotated[UUID, IdOf("person_erasure"), Field(description="Its id.")]
    member_id: Annotated[
        MemberId | None, Field(description="The member whose data it is: the id is the pseudonym that stays.")
    ]
    person_id: Annotated[PersonId | None, Field(description="The person whose data it is, where it is no member.")]
    requested_by: Annotated[MemberId | None, Field(description="Who asked for it; null: an operator or a key.")]
    state: Annotated[PersonErasureState, Field(description="How far it is.")]
    created_at: Annotated[Instant, Field(description="When it was asked for.")]
    finished_at: Annotated[Instant | None, Field(description="When it was over.")]
    erased: Annotated[
        dict[str, int],
        Field(description="Rows by table that were changed or deleted.", examples=[{"membership": 1, "event": 3}]),
    ]
    kept: Annotated[
        dict[str, int],
        Field(description="Rows by table that still name the person: frozen reports.", examples=[{"review_record": 1}]),
    ]
    error: Annotated[str | None, Field(description="Why it has failed; null where it has not.", examples=[None])]


class ErasureList(Paging):
    """Query parameters of the list of erasures."""


class _Erasures(Rows):
    def seen(self, row: Any) -> Seen:
        """An erasure."""
        return ShownPersonErasure.model_validate(row).model_dump(mode="json")


ERASURES = Resource(
    path="person-erasures",
    noun="person erasure",
    nouns="person erasures",
    tag="Members",
    prefix="person_erasure",
    reader=_Erasures(PersonErasure, ShownPersonErasure, newest_first=True, for_all_ventures=True),
    schema=ShownPersonErasure,
    query=ErasureList,
    read_action=Action.PERSON_ERASE,
    versioned=False,
)


async def _erase_member(call: Call) -> Response:
    return await _erase(call, ERASE_MEMBER, "member_id")


async def _erase_person(call: Call) -> Response:
    return await _erase(call, ERASE_PERSON, "person_id")


async def _erase(call: Call, command: Command, whose: str) -> Response:
    done = await run_command(call, command, ERASURES.reader, {whose: call.id})
    id = done.ids["person_erasure"]
    path = f"{ERASURES.collection}/person_erasure_{id.hex}"
    location = path.replace("{tenant_id}", call.request.path_params["tenant_id"])
    return await show_done(call, done, ERASURES.reader, id, location)


def operations() -> list[Operation]:
    """All that can be asked of erasures."""
    return [
        Operation(
            id="erase_member",
            method="POST",
            path=f"{MEMBERS.collection}/{{id}}/erase",
            tag=ERASURES.tag,
            summary="Erase a member's data",
            description=ERASE_MEMBER.description,
            run=_erase_member,
            action=ERASE_MEMBER.action,
            prefix="member",
            from_path=frozenset({"member_id"}),
            schema=ShownPersonErasure,
            status=201,
        ),
        Operation(
            id="erase_person",
            method="POST",
            path=f"{ERASURES.collection.removesuffix(ERASURES.path)}people/{{id}}/erase",
            tag=ERASURES.tag,
            summary="Erase a person's data",
            description=ERASE_PERSON.description,
            run=_erase_person,
            action=ERASE_PERSON.action,
            prefix="person",
            from_path=frozenset({"person_id"}),
            schema=ShownPersonErasure,
            status=201,
        ),
        ERASURES.lists("List the erasures of persons, the newest first."),
        ERASURES.reads(),
    ]

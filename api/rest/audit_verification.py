"""`POST …/audit-log/verification`: the log's chain gone along, a part of it in each call."""

from __future__ import annotations

from typing import Annotated

import orjson
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.rest.answering import JSON
from api.rest.audit import reads_people
from api.rest.operation import Call, Operation
from api.rest.reading_input import read_input
from api.rest.resource import IN_TENANT
from domain.auditing.chain import MOST_FINDINGS, Fault, Place
from domain.auditing.verifying import MOST_AT_ONCE, verify
from domain.kernel.ids import HEX_EXAMPLE, external_id
from domain.kernel.inputs import Input, Whole
from domain.tenancy.permissions import Action

Hash = Annotated[
    str, Field(pattern="^[0-9a-f]{64}$", examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
]
Number = Annotated[Whole, Field(ge=0, le=2**62, examples=[4711])]


class ChainPlace(Input):
    """A place of the chain: the number of an entry, and the hash up to it."""

    number: Number = Field(description="The entry's number; 0 with 64 zeros is the very beginning.")
    hash: Hash = Field(description="The chain's hash up to it, 64 hexadecimal digits.")


class VerifyAuditLog(Input):
    """Which part of the log to verify, and what is known of it elsewhere."""

    begin: ChainPlace | None = Field(
        None,
        description="From where on: `place` of the answer before, or a place that you have noted. Left out: where "
        "the chain begins.",
    )
    anchors: Annotated[list[ChainPlace], Field(max_length=100)] = Field(
        [], description="Places that you have noted elsewhere: a log that was cut, or written anew, differs from them."
    )
    limit: Annotated[Whole, Field(ge=1, le=MOST_AT_ONCE)] = Field(
        MOST_AT_ONCE, description="How many entries at most. The answer says whether there are more."
    )


class ShownPlace(BaseModel):
    """A place of the chain."""

    number: Annotated[int, Field(description="The entry's number.", examples=[4711])]
    hash: Annotated[str, Field(description="The chain's hash up to it.", examples=["0" * 64])]


class ShownFinding(BaseModel):
    """One thing that is wrong with the log."""

    fault: Annotated[Fault, Field(description="What.")]
    number: Annotated[
        int | None, Field(description="At which number of the chain; null where it has none.", examples=[17])
    ]
    entry_id: Annotated[
        str | None,
        Field(description="With which entry; null where none is known.", examples=[f"audit_entry_{HEX_EXAMPLE}"]),
    ]
    detail: Annotated[str, Field(description="The same in a sentence.", examples=["the entry is not what was sealed"])]


class AuditVerification(BaseModel):
    """What became of going along the chain."""

    intact: Annotated[bool, Field(description="Whether nothing was found, as far as it went.")]
    checked: Annotated[int, Field(description="How many entries it went through.", examples=[20000])]
    place: Annotated[
        ShownPlace, Field(description="Where it ended: the chain's head, if it is through. Note it elsewhere.")
    ]
    through: Annotated[bool, Field(description="Whether it reached the end; else go on with `begin` set to `place`.")]
    erased: Annotated[
        int, Field(description="Personal values that are gone, as the erasure of a person leaves them.", examples=[0])
    ]
    waiting: Annotated[
        int, Field(description="Entries that are not sealed yet; told where the end was reached.", examples=[0])
    ]
    findings: Annotated[
        list[ShownFinding], Field(description=f"What is wrong, by number; at most {MOST_FINDINGS} things.")
    ]


async def _verify(call: Call) -> Response:
    reads_people(call)
    given = read_input(VerifyAuditLog, call.body, {})
    verdict = await verify(
        call.runtime,
        call.principal.tenant_id,
        begin=None if given.begin is None else Place(given.begin.number, given.begin.hash),
        anchors={anchor.number: anchor.hash for anchor in given.anchors},
        limit=given.limit,
    )
    findings = [
        ShownFinding(
            fault=found.fault,
            number=found.number,
            entry_id=None if found.entry_id is None else external_id("audit_entry", found.entry_id),
            detail=found.detail,
        )
        for found in verdict.findings
    ]
    told = AuditVerification(
        intact=not findings,
        checked=verdict.checked,
        place=ShownPlace(number=verdict.place.number, hash=verdict.place.hash),
        through=verdict.through,
        erased=verdict.erased,
        waiting=verdict.waiting,
        findings=findings,
    )
    return Response(orjson.dumps(told.model_dump(mode="json")), media_type=JSON)


def operations() -> list[Operation]:
    """The one operation."""
    return [
        Operation(
            id="verify_audit_log",
            method="POST",
            path=f"{IN_TENANT}/audit-log/verification",
            tag="Audit log",
            summary="Verify the audit log",
            description="Go along the chain over the entries, and tell each that was changed, removed, put in or "
            "moved, with its number and id; also personal values that are not those that were sealed, and a chain that "
            f"was cut or differs from what you have noted. At most {MOST_AT_ONCE:,} entries in one call.",
            run=_verify,
            action=Action.AUDIT_READ,
            body=VerifyAuditLog,
            body_optional=True,
            only_reads=True,
            schema=AuditVerification,
        )
    ]

"""What is told of the audit log to webhook endpoints that ask for it by name."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field
from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id, said
from domain.kernel.ids import HEX_EXAMPLE

RECORDED: Final = "audit.entry.recorded"
"""The type of what is told of each entry when it is sealed."""

ASKED_BY: Final = frozenset({"audit.*", "audit.entry.*", RECORDED})
"""The patterns that ask for it. `*` does not: one who wants to hear of everything would hear of everything twice."""

_HASH: Final = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class EntryRecorded(TypedDict):
    """An entry of the audit log, with its place in the chain."""

    id: Annotated[str, an_id("audit_entry", "The entry.")]
    number: Annotated[int, said("Its number in the chain; the envelope's `sequence` is the same.", 4711)]
    hash: Annotated[
        str,
        said(
            "SHA-256 in hex: of the 32 bytes of `previous_hash` followed by `entry` as canonical JSON, RFC 8785.", _HASH
        ),
    ]
    previous_hash: Annotated[str, said("The hash of the entry before; 64 zeros before the first one.", "0" * 64)]
    subject_id: Annotated[
        str,
        Field(
            description="The id of what it is about.",
            json_schema_extra={
                "pattern": "^[a-z][a-z_]{0,30}_[0-9a-f]{32}$",
                "examples": [f"risk_{HEX_EXAMPLE}"],
            },
        ),
    ]
    entry: Annotated[
        dict[str, Any],
        Field(
            description="The entry as it was sealed: personal values are `{sha256}` of their salt and value, and stand "
            "nowhere else in what is sent.",
            json_schema_extra={
                "examples": [
                    {
                        "id": "audit_entry_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d",
                        "tenant_id": "tenant_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d",
                        "at": "2026-12-01T09:30:00.000000Z",
                        "actor_kind": "member",
                        "actor_id": "0198f3a1-c2d3-7a4b-8c5d-6e7f8a9b0c1d",
                        "request_id": "0198f3a1c2d37a4b8c5d6e7f8a9b0c1d",
                        "action": "risk.updated",
                        "subject_type": "risk",
                        "subject_id": "0198f3a1-c2d3-7a4b-8c5d-6e7f8a9b0c1d",
                        "before": {"title": "Data runs out"},
                        "after": {"title": "Training data runs out"},
                        "venture_id": "venture_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d",
                        "agent": "browser",
                        "address_hash": _HASH,
                    }
                ]
            },
        ),
    ]


EVENTS: Final = (
    EventType(
        RECORDED,
        "An entry of the audit log was sealed; told only to endpoints of administrators that ask for it by name.",
        "audit_entry",
        more=EntryRecorded,
    ),
)

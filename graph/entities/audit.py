"""The audit log, for administrators."""

from __future__ import annotations

from typing import Any, Final

import domain.everything  # noqa: F401  # every kind of object is known
from domain.auditing.subjects import prefixes
from domain.kernel.machinery import ADDRESS, AuditEntry
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import column_field, columns, entity, to_one
from graph.kinds import Kind
from graph.language import Elsewhere, Field

_OTHER: Final = " ".join(
    f"WHEN '{word}' THEN '{prefix}'" for word, prefix in sorted(prefixes().items()) if word != prefix
)
_SUBJECT: Final = (
    f"CASE {{row}}.subject_type {_OTHER} ELSE {{row}}.subject_type END "
    "|| '_' || encode(uuid_send({row}.subject_id), 'hex')"
)
_ACTOR: Final = (
    "CASE {row}.actor_kind WHEN 'operator' THEN 'operator_key' ELSE {row}.actor_kind END "
    "|| '_' || encode(uuid_send({row}.actor_id), 'hex')"
)
_SHOWN: Final = "Personal values are `{sha256}` for who may not read members, or where they were erased."


def _filled(side: str) -> str:
    """The fields before or after, personal values in the place of their hashes for whoever may read members."""
    values = (
        f"SELECT jsonb_object_agg(p.field, p.{side}) FROM audit_personal p WHERE p.tenant_id = {{tenant}} "
        f"AND p.entry_id = {{row}}.id AND p.{side} IS NOT NULL AND p.field <> '{ADDRESS}'"
    )
    return f"{{row}}.{side} || CASE WHEN {{knows_members}} THEN coalesce(({values}), '{{{{}}}}') ELSE '{{{{}}}}' END"


def _seal(column: str) -> str:
    return f"(SELECT s.{column} FROM audit_seal s WHERE s.tenant_id = {{tenant}} AND s.entry_id = {{row}}.id)"


def _beside(name: str, description: str, kind: Kind, sql: str, **more: Any) -> Field:
    """What stands in another table: shown, but the log is not walked through to find or to order entries by it."""
    found = {"filtered": "elsewhere" in more, **more}
    return Field(name=name, description=description, kind=kind, sql=sql, nullable=True, sorted=False, **found)


_FROM_THERE: Final = Elsewhere(
    "p.after",
    "{row}.id IN (SELECT p.entry_id FROM audit_personal p WHERE p.tenant_id = {tenant} "
    f"AND p.field = '{ADDRESS}' AND {{compared}})",
)


ENTRY = entity(
    AuditEntry,
    [
        columns(
            AuditEntry,
            {
                "at": "When.",
                "actor_kind": "What kind of caller did it: member, api_key, service_account, operator or worker.",
                "request_id": "Id of the request.",
                "action": "What was done, such as risk.updated.",
                "subject_type": "To what kind of object.",
                "agent": "The class of the program that asked for it; empty where nothing was asked.",
            },
            codes=("actor_kind", "action", "subject_type", "agent"),
        ),
        column_field(
            AuditEntry,
            "actor_id",
            "The member or key who did it; empty: a worker.",
            kind=kinds.ANY_ID,
            shown=True,
            written=f"to_json({_ACTOR})",
        ),
        column_field(
            AuditEntry,
            "subject_id",
            "To which object.",
            kind=kinds.ANY_ID,
            shown=True,
            written=f"to_json({_SUBJECT})",
        ),
        to_one(AuditEntry, "venture_id", "venture", "In which venture; empty: in none.", nullable=True),
        _beside("before", f"Changed fields before. {_SHOWN}", kinds.JSON, _filled("before")),
        _beside("after", f"Changed fields after. {_SHOWN}", kinds.JSON, _filled("after")),
        _beside(
            "address",
            "From which address it was asked for; empty where nothing was asked, or it was erased.",
            kinds.NETWORK_ADDRESS,
            "(SELECT p.after FROM audit_personal p WHERE p.tenant_id = {tenant} AND p.entry_id = {row}.id "
            f"AND p.field = '{ADDRESS}')",
            needs=Action.MEMBER_READ,
            elsewhere=_FROM_THERE,
        ),
        _beside("number", "Its number in the chain; empty until it is sealed.", kinds.BIG, _seal("number")),
        _beside("hash", "The chain's hash up to it; empty until it is sealed.", kinds.TEXT, _seal("hash")),
    ],
    description="Who did what to which object, from where, and what it was before and after.",
    plural="audit_entries",
    needs=Action.AUDIT_READ,
    whole=True,
    order=("-at", "-id"),
)

ENTITIES = (ENTRY,)

"""The chain over a tenant's audit entries: what a seal's hash is made of, so that anybody can work it out again."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any, Final

import rfc8785

from domain.kernel.machinery import AuditEntry
from domain.kernel.outward import outward, stored_columns

_EXACT = 2**53

FIRST = "0" * 64
"""The hash that stands before the first entry's."""


LATER: Final = ("venture_id", "agent", "address_hash")
"""Columns that came when entries were sealed already: they are sealed only where they say something."""


def sealed_entry(row: Any) -> dict[str, Any]:
    """What is sealed of an entry (a row of `audit_entry`): all its fields, as they look outside."""
    values = stored_columns(AuditEntry, {name: getattr(row, name) for name in AuditEntry.model_fields})
    told = values | {"tenant_id": outward(row.tenant_id, "tenant")}
    return {name: value for name, value in told.items() if value is not None or name not in LATER}


def new_salt() -> str:
    """A salt for a personal value: without it nobody finds the value by trying all there are."""
    return secrets.token_hex(16)


def salted_hash(salt: str, value: str) -> str:
    """What stands in an entry for a personal value: SHA-256, in hex, of the salt followed by the value."""
    return hashlib.sha256(f"{salt}{value}".encode()).hexdigest()


def canonical_entry(entry: Mapping[str, Any]) -> bytes:
    """An entry (already in outward form: texts, numbers, truth values, null) as canonical JSON, RFC 8785.

    Numbers that a double cannot hold exactly become texts: an entry that cannot be sealed would stop the chain.
    """
    return rfc8785.dumps(exact(entry))


def next_hash(previous: str, canonical: bytes) -> str:
    """SHA-256, in hex, of the hash before (its 32 bytes) followed by the entry's canonical bytes."""
    return hashlib.sha256(bytes.fromhex(previous) + canonical).hexdigest()


def exact(value: Any) -> Any:
    """A value as it is sealed: numbers that a double cannot hold exactly as texts."""
    match value:
        case dict():
            return {str(name): exact(item) for name, item in value.items()}
        case list() | tuple():
            return [exact(item) for item in value]
        case bool() | None | str():
            return value
        case int() if abs(value) < _EXACT:
            return value
        case float() if value == value and abs(value) < _EXACT:
            return value
        case _:
            return json.dumps(value) if isinstance(value, int | float) else str(value)

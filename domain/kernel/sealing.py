"""The chain over a tenant's audit entries: what a seal's hash is made of, so that anybody can work it out again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import rfc8785

_EXACT = 2**53

FIRST = "0" * 64
"""The hash that stands before the first entry's."""


def canonical_entry(entry: Mapping[str, Any]) -> bytes:
    """An entry (already in outward form: texts, numbers, truth values, null) as canonical JSON, RFC 8785.

    Numbers that a double cannot hold exactly become texts: an entry that cannot be sealed would stop the chain.
    """
    return rfc8785.dumps(_exact(dict(entry)))


def next_hash(previous: str, canonical: bytes) -> str:
    """SHA-256, in hex, of the hash before (its 32 bytes) followed by the entry's canonical bytes."""
    return hashlib.sha256(bytes.fromhex(previous) + canonical).hexdigest()


def _exact(value: Any) -> Any:
    match value:
        case dict():
            return {str(name): _exact(item) for name, item in value.items()}
        case list() | tuple():
            return [_exact(item) for item in value]
        case bool() | None | str():
            return value
        case int() if abs(value) < _EXACT:
            return value
        case float() if value == value and abs(value) < _EXACT:
            return value
        case _:
            return json.dumps(value) if isinstance(value, int | float) else str(value)

"""Ids: UUIDv7 made by the application; outside, the type's prefix and 32 hex digits (`risk_0198f3…`)."""

from __future__ import annotations

import re
import secrets
import time
from datetime import datetime
from typing import Final
from uuid import UUID

HEX_EXAMPLE: Final = "0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"
"""The digits of ids in documentation."""

_EXTERNAL = re.compile(r"([a-z][a-z_]{0,30})_([0-9a-f]{32})", re.ASCII)


class MalformedId(ValueError):
    """A text that is no id of the expected type."""


def uuid7() -> UUID:
    """A new UUIDv7 (RFC 9562): wall-clock milliseconds, 12 bits of their fraction (method 3), 62 random bits.

    The time is the wall clock's and never the injected clock's, because partitions are cut by it.
    """
    nanoseconds = time.time_ns()
    milliseconds, rest = divmod(nanoseconds, 1_000_000)
    fraction = (rest << 12) // 1_000_000
    return _assemble(milliseconds, fraction, secrets.randbits(62))


def uuid7_at(milliseconds: int, random_bits: int) -> UUID:
    """A UUIDv7 of a chosen moment and 74 chosen bits: for bounds of partitions and for repeatable demo data."""
    return _assemble(milliseconds, random_bits >> 62 & 0xFFF, random_bits & (1 << 62) - 1)


def first_id_of(moment: datetime) -> UUID:
    """The least UUIDv7 of a moment of the wall clock: what was made before it has a lesser one."""
    return uuid7_at(max(0, int(moment.timestamp() * 1000)), 0)


def milliseconds_of(value: UUID) -> int:
    """The moment in a UUIDv7, in milliseconds since 1970."""
    return value.int >> 80


def _assemble(milliseconds: int, fraction: int, tail: int) -> UUID:
    return UUID(int=(milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | tail)


def external_id(prefix: str, value: UUID) -> str:
    """The form in which an id leaves the installation."""
    return f"{prefix}_{value.hex}"


def split_id(text: str) -> tuple[str, UUID]:
    """Prefix and UUID of an external id. Exactly one spelling is taken. Raises `MalformedId`."""
    match = _EXTERNAL.fullmatch(text)
    if match is None:
        raise MalformedId("is not an id; ids look like risk_ and 32 hexadecimal digits")
    return match[1], UUID(match[2])


def parse_id(prefix: str, text: str) -> UUID:
    """The UUID of an external id of the given type. Raises `MalformedId`."""
    found, value = split_id(text)
    if found != prefix:
        raise MalformedId(f"is not the id of a {prefix}; it must look like {prefix}_ and 32 hexadecimal digits")
    return value

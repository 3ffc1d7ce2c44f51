"""API keys as texts: `mp_live_<tenant>_<random>_<checksum>`, and operator keys: `mp_operator_<random>`.

The checksum lets scanners tell a leaked key from a look-alike, and us refuse one without asking the database. Only
the SHA-256 of a key is stored: its 190 random bits need no slow hash.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import string
import zlib
from dataclasses import dataclass
from typing import Final
from uuid import UUID

PREFIX: Final = "mp_live_"
OPERATOR_PREFIX: Final = "mp_operator_"
_ALPHABET: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase
_RANDOM_LENGTH: Final = 32
_CHECKSUM_LENGTH: Final = 6
_FORM: Final = re.compile(r"(mp_live_([0-9a-f]{32})_[0-9A-Za-z]{32})_([0-9A-Za-z]{6})", re.ASCII)
_OPERATOR_FORM: Final = re.compile(r"mp_operator_[!-~]{1,200}", re.ASCII)


@dataclass(frozen=True)
class ReadKey:
    """What a well-formed key says of itself."""

    tenant_id: UUID
    key_hash: str


def new_key(tenant_id: UUID) -> str:
    """A new key of a tenant, to be shown once."""
    body = f"{PREFIX}{tenant_id.hex}_{''.join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_LENGTH))}"
    return f"{body}_{checksum(body)}"


def checksum(body: str) -> str:
    """CRC-32 of all before it, in six digits of base 62 (0-9, A-Z, a-z): what secret scanners verify."""
    value = zlib.crc32(body.encode())
    digits = ""
    for _ in range(_CHECKSUM_LENGTH):
        value, digit = divmod(value, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits


def read_key(text: str) -> ReadKey | None:
    """The parts of an API key; None for what is none, or whose checksum is wrong."""
    match = _FORM.fullmatch(text)
    if match is None or checksum(match[1]) != match[3]:
        return None
    return ReadKey(UUID(match[2]), hash_of(text))


def is_operator_key(text: str) -> bool:
    """Whether a text has the form of an operator key."""
    return _OPERATOR_FORM.fullmatch(text) is not None


def hash_of(secret: str) -> str:
    """The form in which keys and session tokens are stored."""
    return hashlib.sha256(secret.encode()).hexdigest()

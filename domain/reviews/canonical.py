"""The canonical form of a report and its hash: the bytes that are kept are the bytes that are hashed.

RFC 8785 (JSON Canonicalization Scheme). Numbers there are IEEE doubles: money, ratios and dates belong into a report as
texts. Two spellings of one letter give two hashes: texts are brought into Unicode's form NFC where they come in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import rfc8785


class NotCanonical(ValueError):
    """The report holds what has no canonical form: NaN, a Decimal, a number from 2⁵³ on, half of a surrogate pair."""


def canonical_bytes(report: Mapping[str, object]) -> bytes:
    """The report as canonical JSON in UTF-8: to be kept as it is. Raises `NotCanonical`."""
    try:
        return rfc8785.dumps(dict(report))  # type: ignore[arg-type]  # what it cannot write it refuses
    except (rfc8785.CanonicalizationError, UnicodeError) as error:
        raise NotCanonical(str(error)) from error


def content_hash(kept: bytes) -> str:
    """SHA-256, in hex, of the bytes that are kept: never of a document that was read again and written anew."""
    return hashlib.sha256(kept).hexdigest()

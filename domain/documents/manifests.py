"""Reading what code generators write: every form is a map from the program's name of a document to its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

APOLLO: Final = "apollo-persisted-query-manifest"
MOST_DOCUMENTS: Final = 500
MOST_BYTES: Final = 100_000
LONGEST_KEY: Final = 200
SHA256: Final = "sha256:"
_KEY: Final = re.compile(rf"[!-~]{{1,{LONGEST_KEY}}}", re.ASCII)


def sha256_of(text: str) -> str:
    """The hash by which a document can always be asked for."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_manifest(given: Mapping[str, Any]) -> dict[str, str]:
    """The documents of a manifest by name.

    Takes the maps of graphql-codegen (`persisted-documents.json`) and relay-compiler (`persistConfig.file`), and the
    manifest of Apollo's `generate-persisted-query-manifest`. Raises ValueError that names the document and the rule.
    """
    found: dict[str, str] = {}
    for key, text in _operations(given) if given.get("format") == APOLLO else given.items():
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            raise ValueError(f"a document's name has 1 to {LONGEST_KEY} printable characters without spaces")
        if key in found:
            raise ValueError(f"{key[:80]} is given twice")
        found[key] = _checked(key, text)
    if not 1 <= len(found) <= MOST_DOCUMENTS:
        raise ValueError(f"a manifest has 1 to {MOST_DOCUMENTS} documents, not {len(found)}")
    return found


def _operations(given: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    operations = given.get("operations")
    if given.get("version") != 1 or not isinstance(operations, list):
        raise ValueError(f"of the form {APOLLO}, only version 1 with operations is taken")
    for operation in operations:
        if not isinstance(operation, dict):
            raise ValueError("each of operations is an object with id and body")
        yield operation.get("id"), operation.get("body")


def _checked(key: str, text: Any) -> str:
    if not isinstance(text, str):
        raise ValueError(f"{key[:80]} must be the text of a document")
    if (size := len(text.encode("utf-8", "surrogatepass"))) > MOST_BYTES:
        raise ValueError(f"{key[:80]} has {size} bytes; a document has at most {MOST_BYTES}")
    if key.startswith(SHA256) and key != SHA256 + sha256_of(text):
        raise ValueError(f"{key[:80]} is not the SHA-256 of its text")
    return text

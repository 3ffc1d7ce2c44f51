"""`milepost contracts`: writes the contracts that are checked in, from the code that keeps them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "openapi"
_SERVER = "https://milepost.example.com"


def contracts(check: bool = False) -> None:
    """Write `openapi/openapi.json` and `openapi/schema.graphql`. With `check` only tell which are stale; status 1."""
    stale = []
    for path, text in _documents():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(path.relative_to(FOLDER.parent).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if check and stale:
        sys.exit(f"{', '.join(stale)}: stale; run `make contracts`")


def _documents() -> Iterator[tuple[Path, str]]:
    from api.graphql.running import full_schema
    from api.openapi import openapi_document

    yield FOLDER / "openapi.json", json.dumps(openapi_document(_SERVER), ensure_ascii=False, indent=2) + "\n"
    yield FOLDER / "schema.graphql", full_schema().as_str() + "\n"

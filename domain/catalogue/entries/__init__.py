"""The product's own entries, also as the document from which they are read."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from domain.catalogue.entries.frameworks import FRAMEWORKS
from domain.catalogue.entries.tools import TOOLS
from domain.catalogue.entry import Entry, document

ENTRIES: Final[dict[str, Entry]] = {entry.code: entry for entry in (*FRAMEWORKS, *TOOLS)}
"""Every entry by its code."""

BY_ID: Final[dict[UUID, Entry]] = {entry.id: entry for entry in ENTRIES.values()}


def catalogue_document() -> str:
    """All entries as one JSON list."""
    rows = [document(entry) | {"place": place} for place, entry in enumerate(ENTRIES.values())]
    return json.dumps(rows, ensure_ascii=False)

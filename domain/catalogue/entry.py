"""What an entry of the product's own catalogue is: its words in both languages, and what has changed, with its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.catalogue.tables import CatalogueKind

LOCALES: Final = ("en", "zh-CN")

Text = tuple[str, str]
"""The same in English and in Chinese."""


@dataclass(frozen=True)
class Change:
    """Something that is not as older texts tell it: since when (a day or a month, ISO 8601), and who says so."""

    since: str
    text: Text
    source: str


@dataclass(frozen=True)
class Entry:
    """A framework or tool; all of it was so on `checked_on`. `retired_on`: since when it is not developed any more."""

    code: str
    kind: CatalogueKind
    name: str
    summary: Text
    strengths: tuple[Text, ...]
    weaknesses: tuple[Text, ...]
    fits: tuple[Text, ...]
    url: str
    checked_on: str
    licence_spdx: str | None = None
    changes: tuple[Change, ...] = ()
    retired_on: str | None = None

    @property
    def id(self) -> UUID:
        """Its id, the same in every installation."""
        return uuid5(NAMESPACE_URL, f"catalogue:{self.code}")


def document(entry: Entry) -> dict[str, Any]:
    """An entry as it is read: every text by its languages."""
    return {
        "id": str(entry.id),
        "code": entry.code,
        "kind": str(entry.kind),
        "name": entry.name,
        "summary": _by_locale(entry.summary),
        **{
            name: {locale: [text[place] for text in getattr(entry, name)] for place, locale in enumerate(LOCALES)}
            for name in ("strengths", "weaknesses", "fits")
        },
        "url": entry.url,
        "licence_spdx": entry.licence_spdx,
        "retired_on": entry.retired_on,
        "checked_on": entry.checked_on,
        "changes": [
            {"since": change.since, "text": _by_locale(change.text), "source": change.source}
            for change in entry.changes
        ],
    }


def _by_locale(text: Text) -> dict[str, str]:
    return dict(zip(LOCALES, text, strict=True))

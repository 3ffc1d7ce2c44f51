"""The form in which texts are searched: what differs only in capitals or in the width of letters is the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """A text without differences of case and of form: `ＡＩ Ventures` and `ai ventures` are one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def search_content(texts: Iterable[str | None]) -> str:
    """What is searched of an entity: its texts, one below the other, the name first."""
    return folded("\n".join(filter(None, texts)))

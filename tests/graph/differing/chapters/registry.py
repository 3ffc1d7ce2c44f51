"""The chapters, in order."""

from __future__ import annotations

from typing import Any, Final

from tests.graph.differing.chapters import (
    compliance,
    fields,
    funding,
    lessons,
    market,
    positioning,
    resources,
    sheets,
    teams,
)
from tests.graph.differing.chapters.chapter import Chapter

CHAPTERS: Final[tuple[Chapter, ...]] = (
    sheets.CHAPTER,
    resources.CHAPTER,
    funding.CHAPTER,
    compliance.CHAPTER,
    teams.CHAPTER,
    fields.CHAPTER,
    positioning.CHAPTER,
    lessons.CHAPTER,
    market.CHAPTER,
)


def of_all(name: str) -> dict[str, Any]:
    """What every chapter says in one of its members, together."""
    return {key: value for chapter in CHAPTERS for key, value in getattr(chapter, name).items()}


def names_of_all(name: str) -> tuple[str, ...]:
    """The names that every chapter gives in one of its members."""
    return tuple(one for chapter in CHAPTERS for one in sorted(getattr(chapter, name)))

"""The lists of facts of every chapter, in the order in which they are read."""

from __future__ import annotations

from typing import Final

from domain.risks.monitoring.chapters import compliance, funding, market, positioning, resources, teams
from domain.risks.monitoring.chapters.chapter import Listed

CHAPTERS: Final = (resources, positioning, market, compliance, funding, teams)
LISTS: Final[tuple[Listed, ...]] = tuple(one for chapter in CHAPTERS for one in chapter.LISTS)

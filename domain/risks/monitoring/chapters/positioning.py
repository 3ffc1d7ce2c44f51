"""What rules may know of a venture's competitors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed


@dataclass(frozen=True, slots=True)
class CompetitorMove:
    """A move of a competitor: one that wants an answer, or of which an alert is open.

    `wants_answer`: it concerns what the venture stands out by, and nobody has answered it.
    """

    id: UUID
    title: str
    "Who made it, and what it is."
    happened_on: date
    wants_answer: bool = False


@dataclass(frozen=True)
class OfPositioning:
    """The part of `Facts` that tells of competitors."""

    competitor_moves: tuple[CompetitorMove, ...] = ()


LISTS: Final = (
    Listed(
        "competitor_moves",
        CompetitorMove,
        """SELECT json_build_array(e.id, c.name || ': ' || e.title, e.happened_on, wanting.it)
        FROM competitor_event e JOIN competitor c ON c.tenant_id = :tenant AND c.id = e.competitor_id
        CROSS JOIN LATERAL (SELECT e.same_function AND e.happened_on <= {today}
            AND (e.answered_on IS NULL OR e.answered_on > {today}) AS it) wanting
        WHERE e.tenant_id = :tenant AND e.venture_id = :venture AND {alive:e} AND {alive:c}
            AND (wanting.it OR EXISTS (SELECT 1 FROM alert a
                WHERE a.tenant_id = :tenant AND a.venture_id = :venture AND a.subject_id = e.id
                    AND a.state <> 'resolved'))
        ORDER BY e.id""",
        subject="competitor_event",
        titles=f"SELECT e.id, c.name || ': ' || e.title FROM competitor_event e JOIN competitor c"
        f" ON c.tenant_id = :tenant AND c.id = e.competitor_id WHERE e.tenant_id = :tenant AND e.id {IDS}",
    ),
)

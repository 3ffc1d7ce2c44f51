"""What rules may know of what a venture owes, and of the regimes that apply to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed


@dataclass(frozen=True, slots=True)
class ObligationFacts:
    """An obligation that is not archived. `shown`: there is evidence for it. `template`: what it was made from."""

    id: UUID
    title: str
    due_on: date | None = None
    shown: bool = False
    template: str | None = None


@dataclass(frozen=True, slots=True)
class RegimeFacts:
    """A regime of the catalogue that applies to the venture, by its code."""

    id: UUID
    title: str
    regime: str


@dataclass(frozen=True)
class OfCompliance:
    """The part of `Facts` that tells of compliance."""

    obligations: tuple[ObligationFacts, ...] = ()
    regimes: tuple[RegimeFacts, ...] = ()


LISTS: Final = (
    Listed(
        "obligations",
        ObligationFacts,
        """SELECT json_build_array(o.id, o.title, o.due_on, EXISTS (SELECT 1 FROM obligation_evidence e
            WHERE e.tenant_id = :tenant AND e.obligation_id = o.id AND {alive:e}), o.template)
        FROM obligation o WHERE o.tenant_id = :tenant AND o.venture_id = :venture AND {alive:o} ORDER BY o.id""",
        subject="obligation",
        titles=f"SELECT id, title FROM obligation WHERE tenant_id = :tenant AND id {IDS}",
    ),
    Listed(
        "regimes",
        RegimeFacts,
        """SELECT json_build_array(o.id, o.title, o.regime) FROM venture_regime o
        WHERE o.tenant_id = :tenant AND o.venture_id = :venture AND {alive:o} ORDER BY o.id""",
        subject="venture_regime",
        titles=f"SELECT id, title FROM venture_regime WHERE tenant_id = :tenant AND id {IDS}",
    ),
)

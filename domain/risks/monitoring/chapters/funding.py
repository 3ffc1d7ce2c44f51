"""What rules may know of the money that a venture is about to get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed


@dataclass(frozen=True, slots=True)
class AcquisitionFacts:
    """An acquisition of funding that is under way. `condition_on`: by when its milestone must be reached."""

    id: UUID
    title: str
    status: str = "identified"
    milestone_id: UUID | None = None
    condition_on: date | None = None
    expected_amount: Decimal | None = None
    currency: str | None = None
    probability: Decimal | None = None
    "As somebody has said."
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round that is planned or open; `promised`: something of it is promised and has not come."""

    id: UUID
    title: str
    milestone_id: UUID | None = None
    promised: bool = False


@dataclass(frozen=True)
class OfFunding:
    """The part of `Facts` that tells of funding."""

    acquisitions: tuple[AcquisitionFacts, ...] = ()
    rounds: tuple[RoundFacts, ...] = ()


LISTS: Final = (
    Listed(
        "acquisitions",
        AcquisitionFacts,
        """SELECT json_build_array(x.id, x.title, s.status, x.milestone_id, COALESCE(x.condition_on, x.expected_on),
            x.expected_amount::text, COALESCE(x.currency, t.currency), x.probability::text, x.expected_on)
        FROM acquisition x JOIN LATERAL (SELECT g.status FROM acquisition_step g WHERE g.tenant_id = :tenant
            AND g.acquisition_id = x.id AND {known:g.recorded_at} ORDER BY g.recorded_at DESC, g.id DESC LIMIT 1) s
            ON true
        WHERE x.tenant_id = :tenant AND x.venture_id = :venture AND {alive:x} AND x.kind = 'funding'
            AND s.status NOT IN ('received', 'lost') ORDER BY x.id""",
        subject="acquisition",
        titles=f"SELECT id, title FROM acquisition WHERE tenant_id = :tenant AND id {IDS}",
    ),
    Listed(
        "rounds",
        RoundFacts,
        """SELECT json_build_array(x.id, x.name, x.milestone_id, EXISTS (SELECT FROM investment i
            WHERE i.tenant_id = :tenant AND i.round_id = x.id AND {alive:i} AND i.received_on IS NULL))
        FROM funding_round x WHERE x.tenant_id = :tenant AND x.venture_id = :venture AND {alive:x}
            AND x.status IN ('planned', 'open') ORDER BY x.id""",
    ),
)

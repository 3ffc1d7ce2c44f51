"""What rules may know of a venture's resources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """A resource that is not archived. `used`: it is allocated to an unfinished milestone, and that use is not over."""

    id: UUID
    title: str
    kind: str
    expires_on: date | None = None
    used: bool = False


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Whence the data of a resource come, and on what terms; the size is the resource's amount."""

    resource_id: UUID
    channel: str = "partnership"
    size: Decimal | None = None
    unit: str | None = None
    allows_commercial: bool | None = None
    allows_training: bool | None = None
    allows_redistribution: bool | None = None
    personal_data: bool | None = None
    consent_basis: str | None = None
    consent_until: date | None = None


@dataclass(frozen=True, slots=True)
class DataUseFacts:
    """What the data of a resource are used for, in which period."""

    resource_id: UUID
    purpose: str
    start_on: date | None = None
    end_on: date | None = None


@dataclass(frozen=True, slots=True)
class PoolFacts:
    """The computing time that a resource is. `paid`: an hour of it costs something."""

    resource_id: UUID
    vendor: str
    hours_reserved: Decimal | None = None
    hours_used: Decimal = Decimal(0)
    paid: bool = False
    starts_on: date | None = None
    contract_ends_on: date | None = None
    planned_cost_per_run: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PoolDayFacts:
    """How many hours of a pool were used on a day of the last sixty.

    `runs` and what they cost are known of the uses only of which both are recorded.
    """

    resource_id: UUID
    used_on: date
    hours: Decimal
    runs: int = 0
    cost: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class DriftFacts:
    """The last two readings of an indicator that watches the data of a resource: their population stability index.

    `former` is empty where there is one reading only.
    """

    resource_id: UUID
    title: str
    "What the indicator measures."
    latest: Decimal
    former: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PoolNeedFacts:
    """How many more hours of a pool a milestone will need: what was forecast, without what was used for it."""

    resource_id: UUID
    milestone_id: UUID
    hours: Decimal


@dataclass(frozen=True)
class OfResources:
    """The part of `Facts` that tells of resources."""

    resources: tuple[ResourceFacts, ...] = ()
    data_sources: tuple[DataFacts, ...] = ()
    data_uses: tuple[DataUseFacts, ...] = ()
    drifts: tuple[DriftFacts, ...] = ()
    pools: tuple[PoolFacts, ...] = ()
    pool_days: tuple[PoolDayFacts, ...] = ()
    pool_needs: tuple[PoolNeedFacts, ...] = ()


LISTS: Final = (
    Listed(
        "resources",
        ResourceFacts,
        """SELECT json_build_array(s.id, s.name, s.kind, s.expires_on, EXISTS (
            SELECT 1 FROM allocation l JOIN milestone m ON m.tenant_id = :tenant AND m.id = l.milestone_id
            WHERE l.tenant_id = :tenant AND l.resource_id = s.id AND {alive:l} AND m.archived_at IS NULL
                AND m.status NOT IN ('done', 'cancelled') AND (l.end_on IS NULL OR l.end_on >= {today})))
        FROM resource s WHERE s.tenant_id = :tenant AND s.venture_id = :venture AND {alive:s} ORDER BY s.id""",
        subject="resource",
        titles=f"SELECT id, name FROM resource WHERE tenant_id = :tenant AND id {IDS}",
    ),
    Listed(
        "data_sources",
        DataFacts,
        """SELECT json_build_array(s.id, o.channel, s.amount::text, s.unit, o.allows_commercial, o.allows_training,
            o.allows_redistribution, o.personal_data, o.consent_basis, o.consent_until)
        FROM data_source o JOIN resource s ON s.tenant_id = :tenant AND s.id = o.resource_id AND {alive:s}
        WHERE o.tenant_id = :tenant AND o.venture_id = :venture AND {alive:o} ORDER BY s.id""",
    ),
    Listed(
        "data_uses",
        DataUseFacts,
        """SELECT json_build_array(o.resource_id, u.purpose, u.start_on, u.end_on)
        FROM data_use u JOIN data_source o ON o.tenant_id = :tenant AND o.id = u.data_source_id AND {alive:o}
        WHERE u.tenant_id = :tenant AND u.venture_id = :venture AND {alive:u} ORDER BY u.id""",
    ),
    Listed(
        "drifts",
        DriftFacts,
        """SELECT json_build_array(o.resource_id, n.name, l.values[1], l.values[2])
        FROM indicator n JOIN data_source o ON o.tenant_id = :tenant AND o.id = n.data_source_id AND {alive:o}
        CROSS JOIN LATERAL (SELECT array_agg(g.value::text ORDER BY g.at DESC) AS values FROM (
            SELECT r.at, r.value FROM reading r WHERE r.tenant_id = :tenant AND r.indicator_id = n.id AND {known:r.at}
            ORDER BY r.at DESC LIMIT 2) g) l
        WHERE n.tenant_id = :tenant AND n.venture_id = :venture AND {alive:n} AND l.values IS NOT NULL ORDER BY n.id""",
    ),
    Listed(
        "pools",
        PoolFacts,
        """SELECT json_build_array(s.id, o.vendor, o.hours_reserved::text, (
                SELECT COALESCE(sum(u.hours), 0)::text FROM compute_use u
                WHERE u.tenant_id = :tenant AND u.compute_pool_id = o.id AND {known:u.recorded_at}),
            COALESCE(o.cost_per_hour > 0, false), o.starts_on, o.contract_ends_on, o.planned_cost_per_run::text)
        FROM compute_pool o JOIN resource s ON s.tenant_id = :tenant AND s.id = o.resource_id AND {alive:s}
        WHERE o.tenant_id = :tenant AND o.venture_id = :venture AND {alive:o} ORDER BY s.id""",
    ),
    Listed(
        "pool_days",
        PoolDayFacts,
        """SELECT json_build_array(o.resource_id, u.used_on, sum(u.hours)::text,
            COALESCE(sum(u.runs) FILTER (WHERE u.cost IS NOT NULL), 0),
            COALESCE(sum(u.cost) FILTER (WHERE u.runs IS NOT NULL), 0)::text)
        FROM compute_pool o JOIN compute_use u ON u.tenant_id = :tenant AND u.compute_pool_id = o.id
        WHERE o.tenant_id = :tenant AND o.venture_id = :venture AND {alive:o} AND {known:u.recorded_at}
            AND u.used_on >= {today} - 60
        GROUP BY o.resource_id, u.used_on ORDER BY o.resource_id, u.used_on""",
    ),
    Listed(
        "pool_needs",
        PoolNeedFacts,
        """SELECT json_build_array(o.resource_id, f.milestone_id, GREATEST(f.hours - (
                SELECT COALESCE(sum(u.hours), 0) FROM compute_use u
                WHERE u.tenant_id = :tenant AND u.compute_pool_id = o.id AND u.milestone_id = f.milestone_id
                    AND {known:u.recorded_at}), 0)::text)
        FROM compute_forecast f JOIN compute_pool o ON o.tenant_id = :tenant AND o.id = f.compute_pool_id AND {alive:o}
        WHERE f.tenant_id = :tenant AND f.venture_id = :venture AND {alive:f} ORDER BY f.id""",
    ),
)

"""What rules may know of a venture's market."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.risks.monitoring.chapters.chapter import Listed


@dataclass(frozen=True, slots=True)
class ResearchFacts:
    """The last study in which users were asked or watched: an analysis of data asks nobody."""

    held_on: date


@dataclass(frozen=True, slots=True)
class RevenueFacts:
    """What customers pay in one currency, over the last twelve months with the present one.

    `whole` is the sum, `largest` that of the customer who pays most, `squares` the sum of the squares of what each
    pays. `changes_on`: when a month next comes to the twelve, or leaves them.
    """

    currency: str
    customers: int = 0
    whole: Decimal | None = None
    largest: Decimal | None = None
    squares: Decimal | None = None
    changes_on: date | None = None


@dataclass(frozen=True)
class OfMarket:
    """The part of `Facts` that tells of the market."""

    research: tuple[ResearchFacts, ...] = ()
    revenue: tuple[RevenueFacts, ...] = ()


LISTS: Final = (
    Listed(
        "research",
        ResearchFacts,
        """SELECT json_build_array(s.held_on) FROM research s
        WHERE s.tenant_id = :tenant AND s.venture_id = :venture AND s.kind <> 'data_analysis' AND {alive:s}
        ORDER BY s.held_on DESC LIMIT 1""",
    ),
    Listed(
        "revenue",
        RevenueFacts,
        """SELECT json_build_array(c.currency, count(c.paid), sum(c.paid)::text, max(c.paid)::text,
            sum(c.paid * c.paid)::text, min(c.changes_on))
        FROM (SELECT x.currency, sum(x.amount) FILTER (
                WHERE x.month <= {today} AND x.month > {today} - interval '12 months') AS paid,
            min(CASE WHEN x.month > {today} THEN x.month
                WHEN x.month > {today} - interval '12 months' THEN (x.month + interval '12 months')::date END)
                AS changes_on
            FROM customer_revenue x
            WHERE x.tenant_id = :tenant AND x.venture_id = :venture AND {alive:x}
            GROUP BY x.currency, x.customer) c
        GROUP BY c.currency ORDER BY c.currency""",
    ),
)

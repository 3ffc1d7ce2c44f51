"""What is worked out of a venture's market, each currency by itself: growth, results of promotion, concentration."""

from __future__ import annotations

from typing import Final

from domain.market.tables import PromotionKind
from graph import kinds
from graph.deriving import value
from graph.enums import name_of
from graph.language import Rows, Shape

MONTHS: Final = 12
"""The months of which the concentration of revenue is told, the present one among them."""


_CURRENCY: Final = value("currency", "The currency, by ISO 4217.", kinds.TEXT)
_DECIMAL: Final = "numeric(60, 40)"
"""Digits enough that what is rounded away is far behind what is shown."""


def _grown(name: str) -> str:
    """The compound growth from the first year to the last; see `domain.market.growth`."""
    return (
        f"CASE WHEN f.{name} > 0 AND l.year > f.year THEN round(power(CAST(l.{name} AS {_DECIMAL}) / f.{name},"
        f" CAST(1 AS {_DECIMAL}) / (l.year - f.year)) - 1, 6) END AS {name}"
    )


def _ends(direction: str) -> str:
    """For each currency the size of its first or last year."""
    return (
        "SELECT DISTINCT ON (x.currency) x.currency, x.year, x.tam, x.sam, x.som FROM market_size x"
        " WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id AND x.archived_at IS NULL"
        f" ORDER BY x.currency, x.year {direction}"
    )


GROWTH: Final = Rows(
    name="market_growth",
    description="How fast its market grows, from the first year to the last of each currency.",
    shape=Shape(
        name="MarketGrowth",
        description="Compound annual growth rates of a market in one currency: 0.05 is five percent a year.",
        fields=[
            _CURRENCY,
            value("from_year", "The first year.", kinds.INT),
            value("to_year", "The last year.", kinds.INT),
            value("tam", "Growth of the whole market; empty from nothing or within one year.", kinds.DECIMAL, True),
            value("sam", "Growth of what can be served; empty alike.", kinds.DECIMAL, True),
            value("som", "Growth of what can be won; empty alike.", kinds.DECIMAL, True),
        ],
    ),
    sql=f"SELECT f.currency, f.year AS from_year, l.year AS to_year, {_grown('tam')}, {_grown('sam')},"
    f" {_grown('som')} FROM ({_ends('ASC')}) f JOIN ({_ends('DESC')}) l ON l.currency = f.currency",
    order="{row}.currency",
)


def _ratio(above: str, below: str, places: int) -> str:
    """One sum through another, over the activities of which both are known."""
    return (
        f"round(CAST(sum(x.{above}) FILTER (WHERE x.{below} IS NOT NULL) AS numeric)"
        f" / NULLIF(sum(x.{below}) FILTER (WHERE x.{above} IS NOT NULL), 0), {places})"
    )


RESULTS: Final = Rows(
    name="promotion_results",
    description="What its promotion has cost and brought, by kind and currency. A ratio counts only activities of "
    "which both sides are known, and is empty where it is not defined.",
    shape=Shape(
        name="PromotionResult",
        description="What all promotion of one kind has cost and brought in one currency; empty where it is not known.",
        fields=[
            value("kind", "The kind.", kinds.enumeration(PromotionKind, name_of(PromotionKind))),
            _CURRENCY,
            value("count", "How many activities.", kinds.INT),
            value("budget", "What they may cost.", kinds.DECIMAL, True),
            value("cost", "What they have cost.", kinds.DECIMAL, True),
            value("revenue", "What they have brought in.", kinds.DECIMAL, True),
            value("leads", "How many showed interest.", kinds.BIG, True),
            value("conversions", "How many of those became customers.", kinds.BIG, True),
            value("cost_per_lead", "Cost / leads.", kinds.DECIMAL, True),
            value("cost_per_conversion", "Cost / conversions.", kinds.DECIMAL, True),
            value("conversion_rate", "Conversions / leads: 0.05 is one in twenty.", kinds.DECIMAL, True),
            value("return_on_cost", "Revenue / cost.", kinds.DECIMAL, True),
        ],
    ),
    sql=f"""
        SELECT x.kind, x.currency, count(*)::int AS count, sum(x.budget) AS budget, sum(x.cost) AS cost,
            sum(x.revenue) AS revenue, sum(x.leads) AS leads, sum(x.conversions) AS conversions,
            {_ratio("cost", "leads", 2)} AS cost_per_lead, {_ratio("cost", "conversions", 2)} AS cost_per_conversion,
            {_ratio("conversions", "leads", 6)} AS conversion_rate, {_ratio("revenue", "cost", 6)} AS return_on_cost
        FROM promotion x
        WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND x.archived_at IS NULL
        GROUP BY x.kind, x.currency""",
    order="{row}.kind, {row}.currency",
)

CONCENTRATION: Final = Rows(
    name="revenue_concentration",
    description=f"How much of its revenue hangs on few customers, over the last {MONTHS} months with the present one, "
    "by currency.",
    shape=Shape(
        name="RevenueConcentration",
        description="How much of the revenue in one currency hangs on few customers.",
        fields=[
            _CURRENCY,
            value("customers", "How many customers paid.", kinds.INT),
            value("revenue", "What all of them paid.", kinds.DECIMAL),
            value("largest_customer", "Who paid most.", kinds.TEXT),
            value("largest_share", "The share of that customer: 0.4 is two fifths.", kinds.DECIMAL),
            value(
                "hhi",
                "The Herfindahl-Hirschman index: the sum of the squares of all shares, 1 where one customer pays all.",
                kinds.DECIMAL,
            ),
        ],
    ),
    sql=f"""
        SELECT s.currency, count(*)::int AS customers, sum(s.paid) AS revenue,
            (array_agg(s.customer ORDER BY s.paid DESC, s.customer))[1] AS largest_customer,
            round(max(s.paid) / sum(s.paid), 6) AS largest_share,
            round(sum(s.paid * s.paid) / (sum(s.paid) * sum(s.paid)), 6) AS hhi
        FROM (SELECT x.currency, x.customer, sum(x.amount) AS paid FROM customer_revenue x
            WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND x.archived_at IS NULL
                AND x.month <= {{today}} AND x.month > {{today}} - interval '{MONTHS} months'
            GROUP BY x.currency, x.customer) s
        GROUP BY s.currency""",
    order="{row}.currency",
)

FIGURES: Final = (GROWTH, RESULTS, CONCENTRATION)

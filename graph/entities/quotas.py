"""What the tenant may have, what it has, and what it used by day."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import domain.everything  # noqa: F401  # what is counted says so in its table
from domain.kernel.counting import used_sql
from domain.kernel.metrics import Metric, QuotaSource
from domain.tenancy.permissions import Action
from domain.tenancy.plan_tables import UNLIMITED, UsageMetric
from graph import kinds
from graph.deriving import value, worked_out
from graph.enums import name_of
from graph.language import Field, Member, Rows, Shape


def _said(name: str, description: str, kind: kinds.Kind, *, nullable: bool = False) -> Field:
    return replace(value(name, description, kind, nullable), needs=Action.USAGE_READ)


_DAY: Final = "({now} AT TIME ZONE z.time_zone)::date"

_QUOTAS: Final = f"""
SELECT y.metric, y.most AS "limit", ceil(y.most * 0.8)::bigint AS soft_limit,
    CASE WHEN y.overridden THEN '{QuotaSource.OVERRIDE}' ELSE '{QuotaSource.PLAN}' END AS source,
    {
    used_sql(
        "y.metric",
        tenant="{tenant}",
        begins=f"{_DAY} AT TIME ZONE z.time_zone",
        ends=f"({_DAY} + 1) AT TIME ZONE z.time_zone",
    )
} AS used
FROM tenant z JOIN quota y ON y.tenant_id = {{tenant}} WHERE z.id = {{tenant}} AND {{unrestricted}}"""

QUOTAS: Final = Rows(
    name="quotas",
    description="What the tenant may have and what it has, by metric; empty for who is restricted to some ventures.",
    shape=Shape(
        name="Quota",
        description="One limit of a tenant.",
        fields=[
            _said("metric", "What is limited.", kinds.enumeration(Metric, name_of(Metric))),
            _said("limit", "How many the tenant may have; null: as many as it wants.", kinds.INT, nullable=True),
            _said(
                "soft_limit",
                "From how many on `tenant.quota.reached` is told: four fifths of the limit.",
                kinds.INT,
                nullable=True,
            ),
            _said("used", "How many it has; null for what rate limits hold.", kinds.INT, nullable=True),
            _said("source", "Whose limit it is.", kinds.enumeration(QuotaSource, name_of(QuotaSource))),
        ],
    ),
    sql=_QUOTAS,
    order="{row}.metric",
)

USAGE: Final = Rows(
    name="usage",
    description="What the tenant used on each of its days from the day of `since` to the day of `until`, the oldest "
    "first, up to some minutes ago; kept for 400 days. Empty for who is restricted to some ventures.",
    shape=Shape(
        name="Usage",
        description="What a tenant used of something on one day.",
        fields=[
            _said("day", "The day, in the tenant's time zone.", kinds.DATE),
            _said("metric", "What was used.", kinds.enumeration(UsageMetric, name_of(UsageMetric))),
            _said("amount", "How much: the most at one time, or the sum of the day.", kinds.DECIMAL),
        ],
    ),
    sql="SELECT u.day, u.metric, u.amount FROM tenant z JOIN usage_day u ON u.tenant_id = {tenant} "
    "AND u.day >= ({since} AT TIME ZONE z.time_zone)::date AND u.day <= ({until} AT TIME ZONE z.time_zone)::date "
    "WHERE z.id = {tenant} AND {unrestricted}",
    order="{row}.day, {row}.metric",
    between=True,
)

PLAN: Final = worked_out(
    "plan", "Code of its plan, which says what it may have.", kinds.TEXT, f"coalesce({{row}}.plan_code, '{UNLIMITED}')"
)

OF_TENANT: Final[tuple[Member, ...]] = (PLAN, QUOTAS, USAGE)

"""Plans: what a tenant may have, by metric; and what was used, by day."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import Choice, big_number, document, instant, number, text
from domain.kernel.tables import GlobalTable, WorkTable, check

UNLIMITED: Final = "unlimited"
"""The plan of a tenant for which none was chosen."""


class UsageMetric(StrEnum):
    """What is told of a day: the most that there was at one time, or the sum."""

    MEMBERS = "members"
    VENTURES = "ventures"
    RISKS = "risks"
    WEBHOOK_ENDPOINTS = "webhook_endpoints"
    READINGS = "readings"
    ALERTS = "alerts"
    WEBHOOK_DELIVERIES = "webhook_deliveries"
    API_REQUESTS = "api_requests"
    API_COST = "api_cost"


PEAKS: Final = frozenset({UsageMetric.MEMBERS, UsageMetric.VENTURES, UsageMetric.RISKS, UsageMetric.WEBHOOK_ENDPOINTS})
"""Of these the most at one time is told, of all others the sum of the day."""


class Plan(GlobalTable, table=True):
    """What the tenants of a plan may have: `limits` by metric; a metric that is not there has no limit.

    `settled_version` is the version that all tenants of the plan have by now.
    """

    __tablename__ = "plan"

    code: str = Field(sa_type=sa.Text, primary_key=True)
    title: str = text()
    limits: dict[str, int] = document()
    created_at: datetime = instant()
    updated_at: datetime = instant()
    version: int = number(1)
    settled_version: int = number(1)


class UsageDay(WorkTable, table=True):
    """How much a tenant used of something on one of its days."""

    __tablename__ = "usage_day"

    day: date = Field(sa_type=sa.Date, primary_key=True)
    metric: UsageMetric = Field(sa_type=Choice(UsageMetric), primary_key=True)
    amount: int = big_number()
    __table_args__ = (check("metric", f"metric IN ({', '.join(repr(str(each)) for each in UsageMetric)})"),)

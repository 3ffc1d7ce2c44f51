"""Names and meanings of the enumerations of limits and use."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.kernel.metrics import Metric, QuotaSource
from domain.tenancy.plan_tables import UsageMetric

NAMES: Final[Mapping[type[StrEnum], str]] = {Metric: "QuotaMetric"}

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Metric: {
        "members": "Members who are not archived.",
        "ventures": "Ventures that are not archived.",
        "risks": "Risks that are not archived, in all ventures together.",
        "webhook_endpoints": "Webhook endpoints that are not archived.",
        "readings_per_day": "Readings of indicators recorded in one of the tenant's days.",
        "api_cost_per_minute": "Cost of GraphQL operations a minute, for all callers of the tenant together.",
    },
    QuotaSource: {
        "plan": "The tenant's plan.",
        "override": "The operator, for this tenant alone.",
    },
    UsageMetric: {
        "members": "Members: the most at one time.",
        "ventures": "Ventures: the most at one time.",
        "risks": "Risks in all ventures together: the most at one time.",
        "webhook_endpoints": "Webhook endpoints: the most at one time.",
        "readings": "Readings that were recorded.",
        "alerts": "Alerts that have fired.",
        "webhook_deliveries": "Deliveries to webhook endpoints that were to be made.",
        "api_requests": "Requests to both APIs, but for the operator's.",
        "api_cost": "Cost of GraphQL operations.",
    },
}

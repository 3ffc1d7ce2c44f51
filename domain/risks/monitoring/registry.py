"""The built-in rules by their codes. A new one is a function and a declaration in its category's module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from domain.risks.monitoring.rules import (
    bearing,
    competitor,
    compliance,
    compute,
    data,
    forecast,
    funding,
    indicator,
    market,
    milestone,
    planning,
    raising,
    register,
    resource,
    response,
    review,
    risk,
    talent,
)
from domain.risks.monitoring.rules.rule import Rule


def by_code(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    """The rules by code. Raises `ValueError` where two have the same."""
    found: dict[str, Rule] = {}
    for rule in rules:
        if found.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"there are two rules {rule.code}")
    return MappingProxyType(found)


_MODULES = (
    *(risk, response, bearing, register, indicator, milestone, forecast, planning, review, resource, data),
    *(compute, talent),
    compliance,
    *(funding, raising),
    competitor,
    market,
)
RULES = by_code(rule for module in _MODULES for rule in module.RULES)

"""The public holidays of countries, and the weekend days that are worked instead, from the library `holidays`.

The library tells of holidays up to 2100 where a country's rules allow it, and of worked weekend days as far as they
have been announced: a calendar of a later year has the week and the tenant's own days alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from domain.kernel.inputs import FIRST_DAY, LAST_DAY


@dataclass(frozen=True, slots=True)
class Country:
    """The days of a country (or a part of it) that are not as its week says: holidays, and worked weekend days."""

    week: tuple[bool, ...]
    holidays: frozenset[date]
    worked: frozenset[date]


@cache
def countries() -> Mapping[str, Sequence[str]]:
    """The countries that are known (ISO 3166, two letters), each with its subdivisions."""
    from holidays import list_supported_countries  # takes a fifth of a second, which most processes never need

    known = list_supported_countries(include_aliases=False)
    return {code: tuple(known[code]) for code in sorted(known) if len(code) == 2}


@lru_cache(maxsize=64)
def country_days(country: str, subdivision: str | None) -> Country:
    """The days of a country. Raises KeyError for one that is not known."""
    from holidays import country_holidays

    if subdivision is not None and subdivision not in countries()[country]:
        raise KeyError(subdivision)
    known = country_holidays(country, subdiv=subdivision, years=range(FIRST_DAY.year, LAST_DAY.year + 1))
    week = tuple(day not in known.weekend for day in range(7))
    return Country(week, frozenset(known.keys()), frozenset(getattr(known, "weekend_workdays", ())))

"""What a tenant may choose for itself: the types of its settings, each in its one spelling."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_network
from typing import Annotated, Final
from zoneinfo import available_timezones

import idna
from babel.core import get_global
from pydantic import AfterValidator, Field

from domain.kernel.inputs import Whole

RESERVED: Final = frozenset({"admin", "api", "auth", "docs", "graphql", "login", "milepost", "operator", "www"})
"""Short names that no tenant has: links and people would take them for the installation's own."""

LEAST_DAYS, MOST_DAYS = 1, 3_650
LEAST_AUDIT_DAYS: Final = 30


def _known_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("must be a time zone such as Europe/Berlin")
    return value


@cache
def currencies() -> frozenset[str]:
    """The currencies that are legal tender somewhere now, by ISO 4217."""
    territories = get_global("territory_currencies").values()
    return frozenset(code for used in territories for code, _since, until, tender in used if until is None and tender)


def _known_currency(value: str) -> str:
    if value not in currencies():
        raise ValueError("must be a currency of ISO 4217 that is in use, such as EUR")
    return value


def _worked(value: str) -> str:
    if "1" not in value:
        raise ValueError("at least one day of the week must be worked")
    return value


def normal_domain(value: str) -> str:
    """A domain of e-mail addresses in ASCII and small letters, without @ before it. Raises ValueError."""
    try:
        domain = idna.encode(value.strip().removeprefix("@"), uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError):
        domain = ""
    if "." not in domain.strip(".") or domain.endswith(".") or len(domain) > 253:
        raise ValueError("must be a domain such as example.com")
    return domain


def normal_network(value: str) -> str:
    """A network or an address in its one spelling. Raises ValueError."""
    try:
        return str(ip_network(value.strip()))
    except ValueError:
        raise ValueError("must be a network such as 203.0.113.0/24 or 2001:db8::/32") from None


def _each_once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,62}$", examples=["aurora"])]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?(-[A-Z]{2})?$", examples=["zh-CN"])]
Zone = Annotated[str, AfterValidator(_known_zone), Field(max_length=64, examples=["Asia/Shanghai"])]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"]), AfterValidator(_known_currency)]
WorkingWeek = Annotated[str, Field(pattern=r"^[01]{7}$", examples=["1111100"]), AfterValidator(_worked)]
Month = Annotated[Whole, Field(ge=1, le=12, examples=[4])]
EmailDomain = Annotated[str, AfterValidator(normal_domain), Field(max_length=254, examples=["aurora.dev"])]
EmailDomains = Annotated[list[EmailDomain], AfterValidator(_each_once), Field(min_length=1, max_length=100)]
Network = Annotated[str, AfterValidator(normal_network), Field(max_length=60, examples=["203.0.113.0/24"])]
Networks = Annotated[list[Network], AfterValidator(_each_once), Field(min_length=1, max_length=50)]
RetentionDays = Annotated[Whole, Field(ge=LEAST_DAYS, le=MOST_DAYS, examples=[90])]
AuditDays = Annotated[Whole, Field(ge=LEAST_AUDIT_DAYS, le=MOST_DAYS, examples=[730])]

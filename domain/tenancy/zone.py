"""The tenant's own day and currency: dates are told in its time zone, and money without a currency is in its own."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Invalid
from domain.kernel.work import Work
from domain.tenancy.tables import Tenant


async def tenant_of(work: Work) -> Tenant:
    """The tenant of the unit of work."""
    return (await work.session.execute(sa.select(Tenant).where(col(Tenant.id) == work.tenant_id))).scalar_one()


async def currency_or_own(work: Work, given: str | None) -> str:
    """The currency that was named, else the tenant's."""
    return given or (await tenant_of(work)).currency


def day_in(zone: str, instant: datetime) -> date:
    """The date that an instant falls on in a time zone."""
    return instant.astimezone(ZoneInfo(zone)).date()


async def today(work: Work) -> date:
    """The present day in the tenant's time zone."""
    return day_in((await tenant_of(work)).time_zone, work.now)


async def check_past(work: Work, field: str, day: date | None) -> None:
    """Raises `Invalid` at a field for a day that is still to come; None is no day and is fine."""
    if day is None:
        return
    latest = await today(work)
    if day > latest:
        raise Invalid.at(field, message=f"lies in the future: it is {latest} in your tenant's time zone")

"""Which working days a venture has: those of its own calendar, else of the tenant's, else the tenant's usual week."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

import orjson
import sqlalchemy as sa

from domain.calendars.countries import country_days
from domain.calendars.working_days import KEPT, WorkingCalendar, working_calendar
from domain.kernel.work import Work

USUAL_WEEK: Final = "1111100"
"""Monday to Friday."""

CALENDAR: Final = """COALESCE((
    SELECT json_build_array(k.country, k.subdivision, k.week, k.off_days, k.working_days) FROM working_calendar k
    WHERE k.tenant_id = :tenant AND k.archived_at IS NULL AND (k.id = v.calendar_id OR k.is_default)
    ORDER BY k.id = v.calendar_id DESC NULLS LAST LIMIT 1), (
    SELECT json_build_array(NULL::text, NULL::text, z.working_week, ARRAY[]::date[], ARRAY[]::date[]) FROM tenant z
    WHERE z.id = :tenant AND z.working_week IS NOT NULL))"""
"""The calendar of a venture `v` as JSON for `laid_out`; null where Monday to Friday are worked. Takes `tenant`."""

_OF_VENTURES: Final = sa.text(f"""
    SELECT v.id, {CALENDAR} AS calendar FROM venture v
    WHERE v.tenant_id = :tenant AND v.id = ANY(CAST(:ventures AS uuid[]))""")


async def calendars_of(work: Work, venture_ids: Collection[UUID]) -> dict[UUID, WorkingCalendar]:
    """The working days of ventures, by id; one that is not there is left out."""
    values = {"tenant": work.tenant_id, "ventures": list(venture_ids)}
    return {row.id: laid_out(row.calendar) for row in await work.session.execute(_OF_VENTURES, values)}


@lru_cache(maxsize=KEPT)
def laid_out(stored: bytes | None) -> WorkingCalendar:
    """The working days of what `CALENDAR` has read: JSON, as the driver hands it over."""
    if stored is None:
        return working_calendar()
    country, subdivision, week, *own = orjson.loads(stored)
    return days_of(country, subdivision, week, *([date.fromisoformat(day) for day in days] for days in own))


def days_of(
    country: str | None,
    subdivision: str | None = None,
    week: str = USUAL_WEEK,
    off_days: Iterable[date] = (),
    working_days: Iterable[date] = (),
) -> WorkingCalendar:
    """The working days of a calendar; its own days win over the country's, and those worked over those off."""
    off, extra = set(off_days), set(working_days)
    if country is not None:
        there = country_days(country, subdivision)
        extra |= there.worked - off
        off |= there.holidays
    return working_calendar(tuple(digit == "1" for digit in week), off, extra)

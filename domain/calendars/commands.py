"""What can be asked of calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.calendars.countries import countries, country_days
from domain.calendars.reading import USUAL_WEEK
from domain.calendars.tables import Calendar
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, QuotaExceeded
from domain.kernel.inputs import Change, Day, IdOf, Input, Title, may_be_left_out
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.zone import tenant_of

CalendarId = Annotated[UUID, IdOf("calendar")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Subdivision = Annotated[str, Field(min_length=1, max_length=40)]
Week = Annotated[str, Field(pattern=r"^[01]{7}$")]
OwnDays = Annotated[list[Day], Field(max_length=1_000)]

MOST = 200
"""Calendars of a tenant, archived ones too."""

_GUARD = "calendars"


class CreateCalendar(Input):
    """A new calendar of working days."""

    name: Title = Field(description="Its name.", examples=["Shanghai office"])
    country: Country | None = Field(
        None,
        description="Whose public holidays are off, and whose worked weekend days are worked: ISO 3166, as CN.",
        examples=["CN"],
    )
    subdivision: Subdivision | None = Field(None, description="The part of the country, as ISO 3166-2 has it after -.")
    week: Week | None = Field(
        None,
        description="Seven digits, Monday first, 1 for a day that is worked; left out, the country's or tenant's.",
        examples=["1111100"],
    )
    off_days: OwnDays = Field(default=[], description="More days that are off.", examples=[["2026-12-24"]])
    working_days: OwnDays = Field(
        default=[], description="Days that are worked whatever else is said.", examples=[["2026-12-19"]]
    )
    is_default: bool = Field(False, description="Whether ventures without a calendar follow it; one does of a tenant.")


class UpdateCalendar(Change):
    """Changes to a calendar: what is left out stays, null clears."""

    id: CalendarId = Field(description="The calendar.")
    name: Title = may_be_left_out("Its name.")
    country: Country | None = Field(None, description="Whose public holidays are off: ISO 3166.")
    subdivision: Subdivision | None = Field(None, description="The part of the country.")
    week: Week = may_be_left_out("Seven digits, Monday first, 1 for a day that is worked.")
    off_days: OwnDays = may_be_left_out("More days that are off.")
    working_days: OwnDays = may_be_left_out("Days that are worked whatever else is said.")
    is_default: bool = may_be_left_out("Whether ventures without a calendar follow it.")


@command(Action.CALENDAR_WRITE, returns={"calendar": "calendar"}, creates=True)
async def create_calendar(work: Work, given: CreateCalendar) -> Done:
    """Create a calendar of working days."""
    check_unrestricted(work)
    await work.guard(_GUARD)
    await _check_room(work)
    _check_country(given.country, given.subdivision)
    week = given.week or await _usual_week(work, given)
    _check_week(week)
    if given.is_default:
        await _no_other_default(work)
    sent = given.sent("week", "off_days", "working_days")
    row = work.new(Calendar, **sent, week=week, **_own_days(given.off_days, given.working_days))
    return Done({"calendar": row.id})


@command(Action.CALENDAR_WRITE, returns={"calendar": "calendar"})
async def update_calendar(work: Work, given: UpdateCalendar) -> Done:
    """Change a calendar: what is reckoned in the working days of its ventures is worked out anew."""
    check_unrestricted(work)
    await work.guard(_GUARD)
    row = await load_for_change(work, Calendar, given.id, given.expected_version)
    changes = given.sent("id", "expected_version", "off_days", "working_days")
    if "country" in changes and changes["country"] != row.country:
        changes.setdefault("subdivision", None)
    _check_country(changes.get("country", row.country), changes.get("subdivision", row.subdivision))
    _check_week(changes.get("week", row.week))
    sent = given.model_fields_set
    changes |= _own_days(
        given.off_days if "off_days" in sent else row.off_days,
        given.working_days if "working_days" in sent else row.working_days,
    )
    if changes.get("is_default") and not row.is_default:
        await _no_other_default(work)
    apply(row, changes)
    return Done({"calendar": row.id})


async def _check_room(work: Work) -> None:
    counted = sa.select(sa.func.count()).select_from(Calendar).where(col(Calendar.tenant_id) == work.tenant_id)
    if (await work.session.execute(counted)).scalar_one() >= MOST:
        raise QuotaExceeded(f"a tenant has at most {MOST} calendars, archived ones too: change or restore one of them")


async def _no_other_default(work: Work) -> None:
    """Take the default away from the calendar that has it, before another gets it."""
    statement = sa.select(Calendar).where(
        col(Calendar.tenant_id) == work.tenant_id, col(Calendar.is_default), col(Calendar.archived_at).is_(None)
    )
    for former in (await work.session.execute(statement.with_for_update(key_share=True))).scalars():
        former.is_default = False
    await work.flush()


def _own_days(off: Iterable[date], worked: Iterable[date]) -> dict[str, Any]:
    """The tenant's own days in their order, each once."""
    off, worked = sorted(set(off)), sorted(set(worked))
    if both := sorted(set(off) & set(worked)):
        raise Invalid.at("working_days", message=f"{both[0]} is named as off and as worked")
    return {"off_days": off, "working_days": worked}


def _check_week(week: str) -> None:
    if "1" not in week:
        raise Invalid.at("week", message="at least one day of the week must be worked")


def _check_country(country: str | None, subdivision: str | None) -> None:
    known = countries()
    if country is None:
        if subdivision is not None:
            raise Invalid.at("subdivision", message="needs a country")
        return
    if country not in known:
        raise Invalid.at("country", message=f"no holidays are known of {country}; there are {', '.join(known)}")
    if subdivision is not None and subdivision not in known[country]:
        there = f"there are {', '.join(known[country])}" if known[country] else "none are known, leave it out"
        raise Invalid.at("subdivision", message=f"{country} has no subdivision {subdivision[:40]}; {there}")


async def _usual_week(work: Work, given: CreateCalendar) -> str:
    if given.country is None:
        return (await tenant_of(work)).working_week or USUAL_WEEK
    return "".join("01"[worked] for worked in country_days(given.country, given.subdivision).week)


archiving_commands(Calendar, Action.CALENDAR_WRITE, __name__)

"""Calendars of working days."""

from __future__ import annotations

from datetime import date

from domain.kernel.columns import days, flag, text
from domain.kernel.tables import Entity, check, unique_where


class Calendar(Entity, table=True):
    """Which days are worked: a week, the holidays of a country, and the tenant's own days."""

    __tablename__ = "working_calendar"
    prefix = "calendar"
    word = "calendar"
    searched = ("name",)

    name: str = text()
    country: str | None = text(None)
    "ISO 3166, two letters; empty: no holidays but the own days off."
    subdivision: str | None = text(None)
    week: str = text("1111100")
    "Seven digits, Monday first: 1 is worked."
    off_days: list[date] = days(default_factory=list)
    working_days: list[date] = days(default_factory=list)
    "Worked whatever the week, the country and the days off say."
    is_default: bool = flag(False)
    "Whether ventures without a calendar of their own follow it; one of a tenant."
    __table_args__ = (
        unique_where("uq_working_calendar_name", "archived_at IS NULL", "name"),
        unique_where("uq_working_calendar_is_default", "is_default AND archived_at IS NULL"),
        check("week", "week ~ '^[01]{7}$' AND week <> '0000000'"),
        check("subdivision", "subdivision IS NULL OR country IS NOT NULL"),
    )

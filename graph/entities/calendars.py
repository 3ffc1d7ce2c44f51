"""Calendars of working days."""

from __future__ import annotations

from domain.calendars.tables import Calendar
from domain.tenancy.permissions import Action
from graph.deriving import can, columns, entity, to_many

CALENDAR = entity(
    Calendar,
    [
        columns(
            Calendar,
            {
                "name": "Its name.",
                "country": "Whose public holidays are off and whose worked weekend days are worked: ISO 3166; or none.",
                "subdivision": "The part of the country.",
                "week": "Seven digits, Monday first: 1 for a day that is worked.",
                "off_days": "More days that are off.",
                "working_days": "Days that are worked whatever else is said.",
                "is_default": "Whether ventures without a calendar of their own follow it.",
            },
            codes=("country",),
        ),
        to_many("ventures", "venture", "calendar_id", "The ventures that name it.", "name"),
        can(edit=Action.CALENDAR_WRITE, archive=Action.CALENDAR_WRITE),
    ],
    order=("name",),
)

ENTITIES = (CALENDAR,)

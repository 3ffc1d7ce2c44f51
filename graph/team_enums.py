"""What the enumerations of teams are called in the schema, and what each of their values means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.teams.meeting_tables import MeetingKind
from domain.teams.staffing import SinglePointKind
from domain.teams.tables import TeamFunction

NAMES: Final[Mapping[type[StrEnum], str]] = {SinglePointKind: "TeamSinglePointKind"}

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    TeamFunction: {
        "core_technology": "Data scientists, machine-learning engineers, researchers.",
        "business": "Product, market, operations.",
        "technical_support": "Systems and operations.",
        "software_development": "Front end and back end.",
    },
    MeetingKind: {
        "progress": "To tell how things stand.",
        "review": "To judge what was reached.",
        "retrospective": "To learn from how it went.",
    },
    SinglePointKind: {
        "role": "A core role that one person alone fills.",
        "skill": "A skill that a core role asks for, and one person alone has.",
    },
}

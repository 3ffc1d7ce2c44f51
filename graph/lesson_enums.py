"""What the enumerations of obligations and lessons mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.compliance.tables import ObligationKind, ObligationState
from domain.lessons.applying import PlaybookPart
from domain.lessons.tables import LessonTheme

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    LessonTheme: {
        "risk_control": "See risks early, judge them, and answer them.",
        "technical_reserve": "Keep a second way that is known to hold.",
        "sustainable_business_model": "Live on what customers pay again and again.",
    },
    PlaybookPart: {
        "risks": "Its risks, with their responses and indicators.",
        "milestones": "Its milestones, with their criteria and dependencies.",
        "roles": "The roles that it asks for.",
    },
    ObligationKind: {
        "compliance": "A law or a contract asks for it.",
        "social_responsibility": "It is owed to people and the environment, whether or not a law asks for it.",
    },
    ObligationState: {
        "open": "Not due yet, and without evidence.",
        "due_soon": "Due within 30 days, and without evidence.",
        "overdue": "Past due without evidence.",
        "fulfilled": "There is evidence.",
    },
}

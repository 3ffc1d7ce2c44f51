"""What the enumerations of obligations and lessons mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.compliance.tables import ObligationKind, ObligationState

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
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

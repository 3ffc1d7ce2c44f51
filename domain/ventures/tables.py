"""Ventures: the start-ups and products that a tenant builds."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, reference, text
from domain.kernel.metrics import Metric
from domain.kernel.tables import Entity, Scope, index, make_history_twin, refers, unique_where


class VentureStage(StrEnum):
    """How far a venture has come."""

    IDEA = "idea"
    PROTOTYPE = "prototype"
    VALIDATION = "validation"
    GROWTH = "growth"
    SCALE = "scale"
    CLOSING = "closing"
    CLOSED = "closed"


class ProgressDay(StrEnum):
    """The day of the week on which a venture's progress report is made."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"
    NEVER = "never"


class Venture(Entity, table=True):
    """One start-up or product being built."""

    __tablename__ = "venture"
    prefix = "venture"
    word = "venture"
    counted = Metric.VENTURES
    historic = True
    searched = ("name", "description")

    name: str = text()
    key: str = text()
    "Short code, unique in the tenant, such as MEDX."
    description: str | None = text(None)
    field: str | None = text(None)
    "Application field, such as medicine or finance."
    stage: VentureStage = choice(VentureStage, VentureStage.IDEA, name="stage")
    owner_id: UUID | None = reference(None)
    calendar_id: UUID | None = reference(None)
    "Its working days; empty: those of the tenant's default calendar."
    progress_day: ProgressDay | None = choice(ProgressDay, None, name="progress_day")
    "Empty: Monday."
    __table_args__ = (
        refers("owner_id", "membership"),
        refers("calendar_id", "working_calendar"),
        unique_where("uq_venture_key", "archived_at IS NULL", "key"),
        index("name"),
        index("owner_id"),
        index("calendar_id"),
    )

    @property
    def scope(self) -> Scope:
        """A venture concerns itself."""
        return Scope(venture_id=self.id)


venture_history = make_history_twin(Venture)

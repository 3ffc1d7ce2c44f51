"""What is kept of a venture's health: as it is shown now, and each change of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.health.health import HealthState
from domain.kernel.columns import choice, document, instant, reference, text
from domain.kernel.tables import Computed, Fact, index, refers


class HealthCause(StrEnum):
    """Why what is shown has changed."""

    COMPUTED = "computed"
    OVERRIDDEN = "overridden"
    OVERRIDE_ENDED = "override_ended"


class Health(Computed, table=True):
    """The health of a venture: `state` is shown, `computed_state` is what follows from the facts."""

    __tablename__ = "health"

    venture_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    state: HealthState = choice(HealthState, name="state")
    computed_state: HealthState = choice(HealthState, name="computed_state")
    reasons: list[dict[str, Any]] = document()
    "Why the computed state is what it is: dimension, state, rule, value, limit, subject; codes, no words."
    since: datetime = instant()
    "Since when the shown state has been what it is."
    improving_since: datetime | None = instant(None)
    "Since when the facts have been better than the computed state, which follows after a day."
    override_state: HealthState | None = choice(HealthState, None, name="override_state")
    override_reason: str | None = text(None)
    override_until: datetime | None = instant(None)
    overridden_at: datetime | None = instant(None)
    overridden_by: UUID | None = reference(None)
    references = {"overridden_by": "member"}
    computed_at: datetime = instant()
    __table_args__ = (refers("venture_id", "venture"),)


class HealthChange(Fact, table=True):
    """One change of what is shown of a venture's health."""

    __tablename__ = "health_change"
    prefix = "health_change"

    venture_id: UUID = reference()
    state: HealthState = choice(HealthState, name="state")
    former_state: HealthState | None = choice(HealthState, None, name="former_state")
    computed_state: HealthState = choice(HealthState, name="computed_state")
    cause: HealthCause = choice(HealthCause, name="cause")
    reasons: list[dict[str, Any]] = document()
    changed_at: datetime = instant()
    overridden_by: UUID | None = reference(None)
    references = {"overridden_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "changed_at", "id"),
        index("changed_at", "id"),
    )

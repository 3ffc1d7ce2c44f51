"""Where the data of a venture come from, on what terms, and who uses them for what."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, flag, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class DataChannel(StrEnum):
    """How data are obtained (product.md D5)."""

    PUBLIC_SET = "public_set"
    PARTNERSHIP = "partnership"
    SELF_COLLECTED = "self_collected"
    PURCHASED = "purchased"


class ConsentBasis(StrEnum):
    """Why personal data may be processed: the six bases of GDPR article 6, of which PIPL article 13 knows most."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"


class DataPurpose(StrEnum):
    """What data are used for."""

    TRAINING = "training"
    EVALUATION = "evaluation"
    RESEARCH = "research"
    COMMERCIAL = "commercial"
    REDISTRIBUTION = "redistribution"


class DataSource(Entity, table=True):
    """On what terms a data resource may be used: whence it comes, its licence, and whether it tells of persons."""

    __tablename__ = "data_source"
    prefix = "data_source"
    word = "data_source"
    searched = ("origin", "licence_text")

    venture_id: UUID = reference()
    resource_id: UUID = reference()
    channel: DataChannel = choice(DataChannel, name="channel")
    origin: str | None = text(None)
    "Who publishes, sells or shares it."
    url: str | None = text(None)
    licence_spdx: str | None = text(None)
    licence_text: str | None = text(None)
    allows_commercial: bool | None = flag(None)
    allows_training: bool | None = flag(None)
    allows_redistribution: bool | None = flag(None)
    "Empty: nobody has looked; nothing is concluded from that."
    personal_data: bool | None = flag(None)
    consent_basis: ConsentBasis | None = choice(ConsentBasis, None, name="consent_basis")
    consent_until: date | None = day(None)
    "The last day that the basis covers; the licence's last day is the resource's `expires_on`."
    assessed_on: date | None = day(None)
    "When the impact of processing them was assessed."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("resource_id", "resource"),
        unique_where("uq_data_source_resource_id", "archived_at IS NULL", "resource_id"),
        index("venture_id"),
        index("resource_id"),
        check("basis", "consent_basis IS NULL OR personal_data"),
        check("consent", "consent_until IS NULL OR personal_data"),
    )


class DataUse(Entity, table=True):
    """Who uses a data source for what, and in which period."""

    __tablename__ = "data_use"
    prefix = "data_use"
    word = "data_use"
    searched = ("note",)

    venture_id: UUID = reference()
    data_source_id: UUID = reference()
    purpose: DataPurpose = choice(DataPurpose, name="purpose")
    team_id: UUID | None = reference(None)
    milestone_id: UUID | None = reference(None)
    start_on: date | None = day(None)
    end_on: date | None = day(None)
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("data_source_id", "data_source"),
        refers("team_id", "team"),
        refers("milestone_id", "milestone"),
        index("venture_id"),
        index("data_source_id"),
        index("team_id"),
        index("milestone_id"),
        check("dates", "start_on IS NULL OR end_on IS NULL OR start_on <= end_on"),
    )

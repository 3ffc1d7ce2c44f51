"""The usual way: the tables as SQLAlchemy's ORM maps them, with the columns that the four screens show."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)


class Entity(Base):
    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True)


class Member(Entity):
    __tablename__ = "membership"

    name: Mapped[str]


class Venture(Entity):
    __tablename__ = "venture"

    name: Mapped[str]
    stage: Mapped[str]
    archived_at: Mapped[datetime | None]


class Milestone(Entity):
    __tablename__ = "milestone"

    venture_id: Mapped[UUID]
    title: Mapped[str]
    status: Mapped[str]
    start_on: Mapped[date | None]
    due_on: Mapped[date | None]
    percent_complete: Mapped[int]
    key: Mapped[bool]
    archived_at: Mapped[datetime | None]


class Risk(Entity):
    __tablename__ = "risk"

    venture_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    title: Mapped[str]
    kind: Mapped[str | None]
    category: Mapped[str]
    sub_type: Mapped[str | None]
    status: Mapped[str]
    opened_at: Mapped[datetime]
    cause: Mapped[str | None]
    event: Mapped[str | None]
    effect: Mapped[str | None]
    archived_at: Mapped[datetime | None]


class RiskScore(Base):
    __tablename__ = "risk_score"

    risk_id: Mapped[UUID] = mapped_column(primary_key=True)
    probability_level: Mapped[int | None]
    impact_level: Mapped[int | None]
    score: Mapped[int | None]
    level: Mapped[str | None]
    expected_loss: Mapped[Decimal | None]


class Assessment(Entity):
    __tablename__ = "assessment"

    risk_id: Mapped[UUID]
    kind: Mapped[str]
    score: Mapped[int]
    level: Mapped[str]
    probability: Mapped[Decimal | None]
    rationale: Mapped[str | None]
    assessed_at: Mapped[datetime]


class Response(Entity):
    __tablename__ = "response"

    risk_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    kind: Mapped[str]
    title: Mapped[str]
    description: Mapped[str | None]
    archived_at: Mapped[datetime | None]


class Alert(Entity):
    __tablename__ = "alert"

    subject_id: Mapped[UUID]
    rule: Mapped[str]
    severity: Mapped[str]
    state: Mapped[str]
    summary: Mapped[str]
    since: Mapped[datetime]


class Runway(Base):
    __tablename__ = "runway"

    venture_id: Mapped[UUID] = mapped_column(primary_key=True)
    months: Mapped[Decimal | None]
    state: Mapped[str]
    cash_out_expected_on: Mapped[date | None]


class RoleRequirement(Entity):
    __tablename__ = "role_requirement"

    venture_id: Mapped[UUID]
    milestone_id: Mapped[UUID | None]
    headcount: Mapped[int]
    needed_from: Mapped[date | None]
    needed_until: Mapped[date | None]
    archived_at: Mapped[datetime | None]


class RoleHolder(Entity):
    __tablename__ = "role_holder"

    role_requirement_id: Mapped[UUID]
    person_id: Mapped[UUID]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    archived_at: Mapped[datetime | None]


class Person(Entity):
    __tablename__ = "person"

    leaves_on: Mapped[date | None]
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    archived_at: Mapped[datetime | None]
